/** Nothing yet; and every way it can stand, one of them with a seat to answer for. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { committee, hearing, mentoring } from '../openings/invented-openings.ts';
import { MyOpeningsPage, type MySeatShown } from './my-openings-page.tsx';

const frame = { ...candidateFrame, path: '/my/openings' };
const seat: MySeatShown = {
  nomination: 'n1',
  label: 'N-4K7QM2X',
  opening: { id: hearing.id, title: hearing.title },
  standing: 'open',
  tickets: undefined,
  verified: [],
  isVerified: true,
  reason: undefined,
  answerUntil: undefined,
  mayWithdraw: true,
  promised: 'Thursday, December 31, 2026',
  secondLook: { offered: undefined, asked: [] },
  recognized: undefined,
};
const typed = { one: () => '', many: () => [], mistakes: [] };

export const examples: readonly Example[] = [
  {
    name: 'empty',
    element: <MyOpeningsPage frame={frame} seats={[]} news={undefined} typed={typed} />,
  },
  {
    name: 'usual',
    element: (
      <MyOpeningsPage
        frame={frame}
        typed={typed}
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
  {
    name: 'recognized',
    element: (
      <MyOpeningsPage
        frame={frame}
        news="Anybody can read it now, under the name you chose."
        typed={{
          ...typed,
          mistakes: [{ field: 'name-n6', message: 'The name is empty. Fill it in to go on.' }],
        }}
        seats={[
          {
            ...seat,
            nomination: 'n5',
            opening: { id: mentoring.id, title: mentoring.title },
            standing: 'recognized',
            reason: 'Both readers saw both criteria shown strongly.',
            isVerified: false,
            mayWithdraw: false,
            recognized: { shownAs: '秀英', fullName: '王秀英' },
          },
          {
            ...seat,
            nomination: 'n6',
            opening: { id: mentoring.id, title: `${mentoring.title}, 2025` },
            standing: 'recognized',
            isVerified: false,
            mayWithdraw: false,
            recognized: { shownAs: undefined, fullName: 'فاطمة الزهراء بنت محمد' },
          },
        ]}
      />
    ),
  },
  {
    name: 'second-look',
    element: (
      <MyOpeningsPage
        frame={frame}
        news={undefined}
        typed={{
          one: () => 'Two examples',
          many: () => ['statement-misread'],
          mistakes: [
            { field: 'words-n3', message: 'What went wrong: write 10 characters or more.' },
          ],
        }}
        seats={[
          {
            ...seat,
            nomination: 'n3',
            standing: 'notChosen',
            reason: 'The second criterion is not shown: there is no example.',
            mayWithdraw: false,
            secondLook: {
              offered: { against: 'decision', until: 'Friday, January 22, 2027' },
              asked: [],
            },
          },
          {
            ...seat,
            nomination: 'n4',
            standing: 'inLine',
            reason: 'The second criterion is not shown: there is no example.',
            mayWithdraw: false,
            secondLook: {
              offered: undefined,
              asked: [
                {
                  against: 'decision',
                  promised: 'Tuesday, February 2, 2027',
                  words: 'Both examples stand in the second answer.',
                  answer: {
                    upheld: true,
                    findings: {
                      'statement-misread': {
                        found: true,
                        reason: 'Two examples stand there, as they say.',
                      },
                    },
                  },
                },
              ],
            },
          },
        ]}
      />
    ),
  },
];
