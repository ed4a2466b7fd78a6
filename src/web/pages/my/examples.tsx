/** Nobody's first day, a day with everything on it, and a decision that is late. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { MyPage, type MyProgram } from './my-page.tsx';

const care: MyProgram = {
  id: 'larkspur-care',
  name: 'Larkspur Care Coordinator',
  notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
  steps: [
    {
      key: 'draft',
      title: 'Finish your application',
      text: ['You last saved it on Monday, March 2, 2026. Nothing is filed until you say so.'],
      action: { href: '/apply/larkspur-care', label: 'Continue your application', main: true },
    },
    {
      key: 'exam',
      title: 'You are eligible to sit the exam',
      text: ['Before it opens, this is still missing:'],
      items: ['The exam opens once the exam fee is recorded as paid.'],
      action: { href: '/exam/larkspur-care', label: 'See what is missing', main: false },
    },
    {
      key: 'late',
      title: 'Your request is waiting for a decider',
      text: [
        'We promised you an answer by Friday, February 27, 2026. It is 3 days overdue, and that is our fault.',
      ],
      action: { href: '/matters/1', label: 'Look at N-4K7QM2X', main: false },
      also: { href: '/concern', label: 'Raise a concern about the delay' },
    },
  ],
  matters: [
    {
      label: 'E-83JX4TA',
      href: '/matters/2',
      kind: 'Application',
      status: 'Eligible',
      tone: 'done',
      when: 'Decided on Thursday, February 12, 2026',
    },
    {
      label: 'N-4K7QM2X',
      href: '/matters/1',
      kind: 'Accommodation',
      status: 'Waiting for a decider',
      tone: 'late',
      when: 'Promised by Friday, February 27, 2026, 3 days late',
    },
  ],
  fees: {
    balance: 'You owe $195.00.',
    entries: [
      {
        key: 'a',
        what: 'Charge: Application fee',
        on: 'Monday, January 5, 2026',
        amount: '$235.00',
      },
      {
        key: 'b',
        what: 'Payment: Application fee',
        on: 'Friday, January 9, 2026',
        amount: '$235.00',
      },
    ],
  },
  credentials: [
    { href: '/c/abc', title: 'Larkspur Care Coordinator', state: 'Valid until May 31, 2031' },
  ],
  accommodationHref: '/accommodation/larkspur-care',
};

export const examples: readonly Example[] = [
  { name: 'new', element: <MyPage frame={candidateFrame} programs={[]} aboutYou /> },
  { name: 'full', element: <MyPage frame={candidateFrame} programs={[care]} aboutYou /> },
  {
    name: 'quiet',
    element: (
      <MyPage
        frame={candidateFrame}
        programs={[
          { ...care, steps: [], matters: [], fees: null, credentials: [], accommodationHref: null },
        ]}
        aboutYou={false}
      />
    ),
  },
];
