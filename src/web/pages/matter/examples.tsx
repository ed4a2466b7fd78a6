/** One matter refused, one waiting late, one appeal. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { MatterPage, type MatterPageProps } from './matter-page.tsx';

const frame = { ...candidateFrame, path: '/matters/1' };

const refused: MatterPageProps = {
  frame,
  title: 'You are not eligible to sit the exam',
  lead: [
    'E-4K7QM2X was decided on Thursday, February 12, 2026. Below is every finding with its reason, and what you can do about it.',
  ],
  news: null,
  status: { label: 'Not eligible', tone: 'stopped' },
  label: 'E-4K7QM2X',
  program: 'Larkspur Care Coordinator',
  notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
  filed: 'Monday, January 5, 2026',
  promised: 'Saturday, February 28, 2026',
  against: null,
  decision: {
    together:
      'You need not meet every criterion on its own: how they work together is shown below.',
    findings: [
      {
        id: 'license',
        title: 'License',
        rule: 'Holds a current, active license with no restriction.',
        met: false,
        reason:
          'The license shown ended on March 31, 2025, and no renewal was among the documents.',
        facts: [
          { label: 'Standing', value: 'Active, with no restriction', basis: 'document' },
          { label: 'Expires on', value: 'March 31, 2025', basis: 'document' },
        ],
      },
      {
        id: 'character',
        title: 'Good character',
        rule: 'Agrees to keep the code of conduct.',
        met: true,
        reason: '',
        facts: [],
      },
    ],
    appeal: false,
    follows: [
      {
        text: 'All of these',
        met: false,
        of: [
          {
            text: 'Any one of these',
            met: false,
            of: [{ text: 'License', met: false, of: [] }],
          },
          { text: 'Good character', met: true, of: [] },
        ],
      },
    ],
    judged: 'Judged under the published rules ccm/2025-08, in force on January 5, 2026.',
    statement: '',
  },
  granted: [],
  now: [
    'If you think this decision is wrong, you can appeal until the end of Saturday, March 14, 2026. People who had no part in it will decide.',
  ],
  actions: [
    { href: '/matters/1/appeal', text: 'Appeal this decision', main: true },
    { href: '/apply/larkspur-care', text: 'Start a new application', main: false },
  ],
  asked: null,
  timeline: [
    { key: '1', when: 'Monday, January 5, 2026', what: 'You filed it' },
    { key: '2', when: 'Thursday, February 12, 2026', what: 'It was decided' },
  ],
  receipts: [{ href: '/matters/1/receipt/12', text: 'Receipt for line 12 of the log' }],
  documents: [{ key: 'a', text: 'license front page, scanned at the library (final).png' }],
  supervisors: [{ key: '0', text: 'Rosalind Osei has not answered yet' }],
};

const late: MatterPageProps = {
  ...refused,
  title: 'Your appeal P-83JX4TA',
  lead: [
    'We promised you an answer by Saturday, February 28, 2026. It is 3 days overdue, and that is our fault. You need do nothing; everybody here who could act sees that it is late.',
    'It waits for somebody to decide it, who will not learn who you are.',
  ],
  news: 'Your appeal is lodged. People who had no part in the decision will decide it.',
  status: { label: 'Waiting for a decider', tone: 'late' },
  label: 'P-83JX4TA',
  against: { href: '/matters/2', text: 'E-4K7QM2X' },
  decision: null,
  now: [],
  actions: [
    { href: '/matters/1/withdraw', text: 'Withdraw it', main: false },
    { href: '/concern', text: 'Raise a concern', main: false },
  ],
  asked: {
    title: 'Your grounds',
    items: ['The evidence was misread'],
    statement: 'The license runs until 2031.\nThe second page says so.',
  },
  timeline: [
    { key: '1', when: 'Monday, January 5, 2026', what: 'You filed it' },
    {
      key: 'ahead',
      when: 'Promised by Saturday, February 28, 2026, 3 days late',
      what: 'You should have had our answer',
      ahead: true,
    },
  ],
  receipts: [],
  documents: [],
  supervisors: [],
};

export const examples: readonly Example[] = [
  { name: 'refused', element: <MatterPage {...refused} /> },
  { name: 'late', element: <MatterPage {...late} /> },
  {
    name: 'granted',
    element: (
      <MatterPage
        {...refused}
        title="Your accommodation is granted"
        status={{ label: 'Granted', tone: 'done' }}
        granted={['Half as much time again', 'The exam takes 60 minutes. You have 90.']}
        now={[]}
        actions={[{ href: '/exam/larkspur-care', text: 'Go to your exam', main: true }]}
      />
    ),
  },
];
