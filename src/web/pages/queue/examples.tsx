/** The three queues: a day with late matters, a quiet day, and what every office sees of the overdue. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from './desk-frames.ts';
import { QueuePage, type QueueRow } from './queue.tsx';

const words = en.desk;
const care = 'Larkspur Care Coordinator';
const work = 'Larkspur Work Ability Specialist';

const rows: readonly QueueRow[] = [
  {
    id: '1',
    label: 'E-4KQ0X8Z',
    href: '/desk/matters/1',
    promised: 'December 15, 2026',
    overdue: en.desk.late(28),
    kind: 'eligibility',
    program: care,
    status: words.queue.yours,
  },
  {
    id: '2',
    label: 'N-9B1RTHW',
    href: '/desk/matters/2',
    promised: 'January 11, 2027',
    overdue: en.desk.late(1),
    kind: 'accommodation',
    program: work,
    status: words.statuses.waiting,
  },
  {
    id: '3',
    label: 'A-7ZK4Q0M',
    href: '/desk/matters/3',
    promised: 'January 12, 2027',
    kind: 'appeal',
    program: 'Larkspur Health Navigator',
    status: words.statuses.waiting,
  },
  {
    id: '4',
    label: 'E-2XN9B1R',
    href: '/desk/matters/4',
    promised: 'February 28, 2027',
    kind: 'eligibility',
    program: care,
    status: words.statuses.waiting,
  },
];

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: (
      <QueuePage
        frame={frameOf('reviewer', '/desk/queue')}
        title={words.queue.title}
        intro={words.queue.intro}
        rows={rows}
      />
    ),
  },
  {
    name: 'empty',
    element: (
      <QueuePage
        frame={frameOf('clerk', '/desk/records')}
        title={words.records.title}
        intro={words.records.intro}
        rows={[]}
      />
    ),
  },
  {
    name: 'overdue',
    element: (
      <QueuePage
        frame={frameOf('director', '/desk/overdue')}
        title={words.overdue.title}
        intro={words.overdue.intro}
        none={words.overdue.none}
        held={[words.overdue.heldLine('Larkspur Care Coordinator', 2, 'Friday, May 29, 2026')]}
        rows={rows.slice(0, 2).map((row) => ({
          ...row,
          href: undefined,
          status: words.overdue.stands.waiting,
        }))}
      />
    ),
  },
];
