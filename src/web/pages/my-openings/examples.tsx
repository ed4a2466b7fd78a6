/** Nothing yet; and every way it can stand, one of them with a seat to answer for. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { committee, hearing } from '../openings/invented-openings.ts';
import { MyOpeningsPage, type MySeatShown } from './my-openings-page.tsx';

const frame = { ...candidateFrame, path: '/my/openings' };
const seat: MySeatShown = {
  nomination: 'n1',
  label: 'N-4K7QM2X',
  opening: { id: hearing.id, title: hearing.title },
  standing: 'open',
  tickets: undefined,
  verified: [],
  reason: undefined,
  answerUntil: undefined,
  mayWithdraw: true,
  promised: 'Thursday, December 31, 2026',
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <MyOpeningsPage frame={frame} seats={[]} news={undefined} /> },
  {
    name: 'usual',
    element: (
      <MyOpeningsPage
        frame={frame}
        news="You came forward. You get an answer by the promised day."
        seats={[
          {
            ...seat,
            nomination: 'n2',
            standing: 'drawn',
            tickets: 89,
            verified: [
              { category: 'setting', value: 'hospital' },
              { category: 'region', value: 'north' },
            ],
            answerUntil: 'Friday, December 25, 2026',
            mayWithdraw: false,
          },
          seat,
          {
            ...seat,
            nomination: 'n3',
            opening: { id: committee.id, title: committee.title },
            standing: 'notChosen',
            reason: 'Both readers saw the second criterion only partly shown.',
            mayWithdraw: false,
          },
        ]}
      />
    ),
  },
];
