/** The form, with every mistake, and while a request is open. */
import { ACCOMMODATIONS, FOUR_PARTS } from '../../../casework/accommodation/accommodation.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AccommodationPage, type AccommodationPageProps } from './accommodation-page.tsx';

const empty: AccommodationPageProps = {
  frame: { ...candidateFrame, path: '/accommodation/larkspur-care' },
  program: {
    id: 'larkspur-care',
    name: 'Larkspur Care Coordinator',
    notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
  },
  deadline: 'When to ask: the close of the application window',
  answerBy: 'Monday, March 23, 2026',
  kinds: ACCOMMODATIONS.map(({ id, title, multiplier, breakMinutes }) => ({
    value: id,
    label: title,
    hint: `60 minutes become ${60 * multiplier + breakMinutes}`,
  })),
  test: FOUR_PARTS,
  open: null,
  earlier: [],
  typed: { kinds: [], need: '' },
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <AccommodationPage {...empty} /> },
  {
    name: 'mistakes',
    element: (
      <AccommodationPage
        {...empty}
        typed={{ kinds: ['extra-time-50'], need: 'Eyes' }}
        mistakes={[
          { field: 'need', message: 'Why you need it has 4 characters. Write at least 10.' },
          { field: 'document', message: '“letter.docx”: this file is not a PDF, JPEG or PNG.' },
        ]}
      />
    ),
  },
  {
    name: 'open',
    element: (
      <AccommodationPage
        {...empty}
        open={{ href: '/matters/1', label: 'N-4K7QM2X', promised: 'Monday, March 23, 2026' }}
        earlier={[{ href: '/matters/2', text: 'N-83JX4TA: Not granted' }]}
      />
    ),
  },
];
