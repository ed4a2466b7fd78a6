/** The inbox with a late concern, one that waits and one that was answered; with a mistake; and empty. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { type ConcernEntry, ConcernsPage } from './concerns.tsx';

const frame = frameOf('staff', '/desk/concerns');
const concerns: readonly ConcernEntry[] = [
  {
    id: '1',
    label: 'C-4KQ0X8Z',
    received: 'Friday, December 18, 2026',
    answerBy: 'Wednesday, December 30, 2026',
    daysLate: 13,
    about: 'An exam or a question in it',
    account:
      'Question 12 shows a picture that cannot be read on the screens of the library.\n\nI asked for another screen and was told that there is none.',
    contact: undefined,
    nextReply: '00000000-0000-7000-8000-000000000000',
    replies: [],
  },
  {
    id: '2',
    label: 'C-9B1RTHW',
    received: 'Monday, January 11, 2027',
    answerBy: 'Thursday, January 21, 2027',
    daysLate: 0,
    about: 'How the body itself acts or decides',
    account: 'لم أتلق أي رد على طلبي منذ أربعة أشهر.',
    contact: 'a.very.long.address.that.does.not.end.soon@somewhere-in-the-mountains.example',
    nextReply: '00000000-0000-7000-8000-000000000000',
    replies: [],
  },
  {
    id: '3',
    label: 'C-7ZK4Q0M',
    received: 'Tuesday, January 5, 2027',
    answerBy: 'Thursday, January 14, 2027',
    daysLate: 0,
    about: 'Something else',
    account: 'The page of fees named an amount that is no longer charged.',
    contact: 'ada@people.example',
    nextReply: '00000000-0000-7000-8000-000000000000',
    replies: [
      {
        on: 'Thursday, January 7, 2027',
        byStaff: true,
        words: 'You are right. The page was corrected today.\nThank you for telling us.',
      },
    ],
  },
];

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: (
      <ConcernsPage frame={frame} concerns={concerns} mistakes={[]} news={en.desk.concerns.sent} />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <ConcernsPage
        frame={frame}
        concerns={concerns}
        mistakes={[
          {
            field: 'answer-3',
            message: 'Your answer: write what the person who raised the concern will read.',
          },
        ]}
        news={undefined}
      />
    ),
  },
  {
    name: 'empty',
    element: <ConcernsPage frame={frame} concerns={[]} mistakes={[]} news={undefined} />,
  },
];
