/** The page of readings: some of them, a label of which nothing was read, and nothing at all. */
import type { Example } from '../../parts/example.ts';
import { readings as words } from '../../words/readings.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { ReadingsPage } from './readings-page.tsx';

const frame = frameOf('auditor', '/desk/readings');

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: (
      <ReadingsPage
        frame={frame}
        search=""
        turnedAway={[
          {
            key: '1',
            at: words.time('January 12, 2027', '14:05:01'),
            reader: '77aa01fe',
            what: 'records',
            label: 'X-DUWSUTM',
          },
        ]}
        readings={[
          {
            key: '1',
            at: words.time('January 12, 2027', '14:03:22'),
            reader: '3f1c9ab0',
            what: words.what.matter,
            label: 'X-DUWSUTM',
          },
          {
            key: '2',
            at: words.time('January 12, 2027', '14:02:51'),
            reader: '3f1c9ab0',
            what: words.what['complaint-list'],
            label: undefined,
          },
          {
            key: '3',
            at: words.time('January 11, 2027', '09:40:07'),
            reader: '9d02e7c1',
            what: words.what.custody,
            label: undefined,
          },
        ]}
        pages={{
          here: words.here(3),
          next: '/desk/readings?before=2027-01-11',
          nextLabel: words.older,
        }}
      />
    ),
  },
  {
    name: 'nothing-found',
    element: (
      <ReadingsPage
        frame={frame}
        search="X-ZZZZZZZ"
        readings={[]}
        turnedAway={[]}
        pages={undefined}
      />
    ),
  },
  {
    name: 'nothing-yet',
    element: (
      <ReadingsPage frame={frame} search="" readings={[]} turnedAway={[]} pages={undefined} />
    ),
  },
];
