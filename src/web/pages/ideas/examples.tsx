/** Nothing adopted yet, and several adopted: carried out, late, and one of them very long. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { type AdoptedShown, IdeasPage } from './ideas-page.tsx';

const frame = { ...guestFrame, path: '/ideas' };

const saturdays: AdoptedShown = {
  label: 'I-4K7QM2X',
  title: 'Exam seats on Saturdays',
  summary: 'Two Saturdays in every exam window have seats, at the same fee as any other day.',
  reason: 'People who work in shifts waited longest for a seat.',
  about: 'The exam',
  program: 'All programs',
  proposed: 'Mar 2, 2026',
  answered: 'Apr 13, 2026',
  stands: 'Adopted. Carried out on Jul 20, 2026',
  done: 'Both Saturdays of the spring window had seats. 61 of 80 were taken.',
  look: 'The board looked at it again.',
};

export const examples: readonly Example[] = [
  {
    name: 'none',
    element: (
      <IdeasPage
        frame={frame}
        adopted={[]}
        counts={{ proposed: 1, waiting: 1, late: 0, adopted: 0, notAdopted: 0 }}
      />
    ),
  },
  {
    name: 'several',
    element: (
      <IdeasPage
        frame={frame}
        counts={{ proposed: 31, waiting: 4, late: 1, adopted: 2, notAdopted: 25 }}
        adopted={[
          saturdays,
          {
            ...saturdays,
            label: 'I-9PW3TBD',
            title: `Attestation on paper ${'where no link can be opened, '.repeat(3)}and by hand`,
            summary:
              'Eine Ärztin darf auf Papier bestätigen.\n\nNach der Prüfung wird das Blatt vernichtet.',
            stands: 'Adopted in part. Was to be carried out by Friday, May 1, 2026, and is not yet',
            done: undefined,
            look: undefined,
          },
        ]}
      />
    ),
  },
];
