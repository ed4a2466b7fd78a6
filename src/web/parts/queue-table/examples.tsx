/** A reviewer's queue with one overdue case, and an empty one. */
import type { Example } from '../example.ts';
import { QueueTable } from './queue-table.tsx';

export const examples: readonly Example[] = [
  {
    name: 'queue',
    element: (
      <QueueTable
        caption="Cases you may decide"
        columns={[{ label: 'Program' }, { label: 'Waiting', figures: true }]}
        items={[
          {
            key: '1',
            promised: 'January 4, 2027',
            overdue: '8 days overdue',
            label: 'Heron 41-B',
            href: '/desk/queue/1',
            cells: ['Larkspur Care Coordinator', '50 days'],
          },
          {
            key: '2',
            promised: 'February 28, 2027',
            label: 'Heron 88-K',
            href: '/desk/queue/2',
            cells: ['Larkspur Work Ability Specialist', '3 days'],
          },
        ]}
      />
    ),
  },
  { name: 'empty', element: <QueueTable caption="Cases you may decide" items={[]} /> },
];
