/** A chair to be given up; an election to record with mistakes; a body where nobody sits. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { DeskBodyPage, type DeskBodyPageProps } from './desk-body-page.tsx';

const page: DeskBodyPageProps = {
  frame: frameOf('director', '/desk/openings'),
  shown: {
    body: {
      id: 'hearing-panel',
      name: 'Hearing panel',
      kind: 'hearing',
      seats: 3,
      termMonths: 24,
      mostTerms: 2,
      publicMembers: 1,
      madeOn: date('2025-01-06'),
    },
    succession: {
      sitting: [],
      vacantSince: [date('2025-01-06')],
      chairVacantSince: date('2025-01-06'),
    },
    chairs: [],
  },
  members: [
    {
      term: 't1',
      label: 'N-4K7QM2X',
      from: date('2026-02-01'),
      until: date('2028-01-31'),
      isPublic: false,
    },
  ],
  typed: () => '',
  typedDate: () => ({ month: '', day: '', year: '' }),
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'nobody', element: <DeskBodyPage {...page} members={[]} /> },
  {
    name: 'mistakes',
    element: (
      <DeskBodyPage
        {...page}
        mistakes={[{ field: 'term', message: 'Choose the member who was elected.' }]}
      />
    ),
  },
  {
    name: 'chaired',
    element: (
      <DeskBodyPage
        {...page}
        news="The election is on record and in the log."
        shown={{
          ...page.shown,
          succession: { ...page.shown.succession, chairVacantSince: undefined },
          chairs: [
            { electedOn: date('2026-03-02'), byWhom: 'the members', until: date('2028-01-31') },
          ],
        }}
      />
    ),
  },
];
