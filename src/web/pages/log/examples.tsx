/** A full log, and one in which nothing has been decided yet. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { LogPage } from './log-page.tsx';

const frame = { ...guestFrame, path: '/log' };
const kinds = ['Eligibility', 'Accommodation', 'Award', 'Appeal'];

export const examples: readonly Example[] = [
  {
    name: 'full',
    element: (
      <LogPage
        frame={frame}
        size={3204}
        signedAt="Tuesday, January 12, 2027, 9:41 a.m., Eastern Time"
        checkpoint={
          'larkspur.example/log\n3204\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— larkspur.example/log oQ4xrYwkP2Vg0b6bY2m7B1mC3rS7nLrY8e2Wc0lq9uUuKc1tq3y8wVJmZ5pQ2hXr6s0oJ9vQb1kE4nD7aFz8='
        }
        command="bin/evenhand ledger verify"
        witnesses={[
          {
            name: 'witness-east.larkspur.example',
            key: 'witness-east.larkspur.example+530d903a+BIZ7fpceQWd60IfqQeS9IAnmNOCZjMDne8lZuguz/bi9',
            signedAt: 'January 12, 2027',
          },
          {
            name: 'witness-west.larkspur.example',
            key: 'witness-west.larkspur.example+2e55b896+BHu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSxAe',
            signedAt: undefined,
          },
        ]}
        ownWitnesses
        watch={{ day: 'Tuesday, January 12, 2027', entries: 3204, places: 812, found: [] }}
        entries={Array.from({ length: 8 }, (_, place) => ({
          index: 3203 - place,
          decidedOn: `January ${11 - place}, 2027`,
          kind: kinds[place % kinds.length] ?? '',
          program:
            place % 3 === 0 ? 'Larkspur Work Ability Specialist' : 'Larkspur Care Coordinator',
        }))}
        older="/log?before=3196"
      />
    ),
  },
  {
    name: 'empty',
    element: (
      <LogPage
        frame={frame}
        size={0}
        signedAt="Tuesday, January 12, 2027, 9:41 a.m., Eastern Time"
        checkpoint={'larkspur.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='}
        command="bin/evenhand ledger verify"
        witnesses={[]}
        ownWitnesses={false}
        watch={{
          day: 'Tuesday, January 12, 2027',
          entries: 3204,
          places: 812,
          found: ['A place was given out, and no line of the log says so (list 1, place 77,031)'],
        }}
        held={{
          because:
            'the database holds 3 lines of the decision log, and the head that was signed counts 5',
          since: 'January 12, 2027',
        }}
        entries={[]}
      />
    ),
  },
];
