/** Requests as a director answers them, with a mistake; as a reviewer is shown who it is; and none. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { IdentityPage, type IdentityRow } from './identity.tsx';

const words = en.desk.identity;
const rows: readonly IdentityRow[] = [
  {
    id: '1',
    label: 'E-4KQ0X8Z',
    asked: 'Tuesday, January 12, 2027',
    reason:
      'The two documents carry different license numbers, and only the issuing board can say whether they belong to one person.',
    answer: words.waits,
    shown: 0,
    may: 'answer',
  },
  {
    id: '2',
    label: 'A-7ZK4Q0M',
    asked: 'Monday, January 4, 2027',
    reason: 'Curious whether I know them.',
    answer: `${words.refused} on January 5, 2027: Not needed to decide.`,
    shown: 0,
    may: 'nothing',
  },
];

export const examples: readonly Example[] = [
  {
    name: 'director',
    element: (
      <IdentityPage
        frame={frameOf('director', '/desk/identity')}
        rows={rows}
        mistakes={[]}
        who={undefined}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <IdentityPage
        frame={frameOf('director', '/desk/identity')}
        rows={rows}
        mistakes={[{ field: 'why-1', message: 'Why: say in a few words why.' }]}
        who={undefined}
      />
    ),
  },
  {
    name: 'shown',
    element: (
      <IdentityPage
        frame={frameOf('reviewer', '/desk/identity')}
        rows={rows.slice(0, 1).map((row) => ({
          ...row,
          answer: `${words.consented} on January 13, 2027: The board must be asked.`,
          shown: 2,
          may: 'show',
        }))}
        mistakes={[]}
        who={{
          name: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón von und zu Hohenlohe-Waldenburg-Schillingsfürst',
          email:
            'maria.de.los.angeles.fernandez.villaverde.y.ruiz.de.alarcon@riverbend-clinic.example',
        }}
      />
    ),
  },
  {
    name: 'empty',
    element: (
      <IdentityPage
        frame={frameOf('auditor', '/desk/identity')}
        rows={[]}
        mistakes={[]}
        who={undefined}
      />
    ),
  },
];
