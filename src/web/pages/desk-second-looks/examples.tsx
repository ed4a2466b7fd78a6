/** Nothing to look at, several with one late, one to answer with mistakes, one answered. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { SeatAppealToHear } from '../../../workflow/ports/seat-records.ts';
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { SecondLookPage } from './second-look-page.tsx';
import { type SecondLookLine, SecondLooksPage } from './second-looks-page.tsx';

const frame = frameOf('board', '/desk/second-looks');
const appeal: SeatAppealToHear = {
  nomination: 'n1',
  label: 'N-4K7QM2X',
  opening: 'o1',
  against: 'decision',
  grounds: ['statement-misread', 'conflict-of-interest'],
  words:
    'The reason says that I named no example. I named two.\n\nBoth stand in the second answer.',
  onDay: date('2026-12-20'),
  promisedBy: date('2027-02-02'),
  statement: ['I have worked with families for nine years.', 'Two guides of mine are in use.'],
  conflicts: 'none',
  stated: {},
  verified: {},
  reason: 'The second criterion is not shown: there is no example.',
  readings: [
    { scores: [3, 0], note: 'No example for the second.' },
    { scores: [2, 2], note: 'Both are shown.' },
  ],
  answer: undefined,
};
const line: SecondLookLine = {
  nomination: 'n1',
  label: 'N-4K7QM2X',
  title: 'Exam committee',
  against: 'decision',
  promised: 'Feb 2, 2027',
  overdue: undefined,
  upheld: undefined,
};
const page = {
  frame,
  appeal,
  title: 'Exam committee',
  criteria: ['Knows the daily work of navigators', 'Writes plainly'],
  daysLate: 0,
  typed: () => '',
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'none', element: <SecondLooksPage frame={frame} lines={[]} news={undefined} /> },
  {
    name: 'list',
    element: (
      <SecondLooksPage
        frame={frame}
        news="The answer is on record and in the log, and they are told."
        lines={[
          { ...line, overdue: '3 days overdue' },
          { ...line, nomination: 'n2', label: 'N-83JX4TA', against: 'aside' },
          { ...line, nomination: 'n3', label: 'N-7TW3C5N', upheld: true },
        ]}
      />
    ),
  },
  { name: 'waiting', element: <SecondLookPage {...page} daysLate={3} /> },
  {
    name: 'mistakes',
    element: (
      <SecondLookPage
        {...page}
        typed={(field) => (field === 'reason-statement-misread' ? 'Yes' : '')}
        mistakes={[
          { field: 'found-conflict-of-interest', message: 'Say whether this ground is found.' },
          {
            field: 'reason-statement-misread',
            message: 'The reason has 3 characters. Write 10 or more.',
          },
        ]}
      />
    ),
  },
  {
    name: 'answered',
    element: (
      <SecondLookPage
        {...page}
        appeal={{
          ...appeal,
          answer: {
            upheld: true,
            findings: {
              'statement-misread': {
                found: true,
                reason: 'Two examples stand there, as they say.',
              },
              'conflict-of-interest': {
                found: false,
                reason: 'No tie was stated, and none found.',
              },
            },
          },
        }}
      />
    ),
  },
];
