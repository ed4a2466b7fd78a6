/** One tag of each tone. */
import type { Example } from '../example.ts';
import { StatusTag } from './status-tag.tsx';

export const examples: readonly Example[] = [
  {
    name: 'tones',
    element: (
      <ul>
        <li>
          <StatusTag tone="waiting" label="Not started" />
        </li>
        <li>
          <StatusTag tone="working" label="With a reviewer" />
        </li>
        <li>
          <StatusTag tone="done" label="Eligible" />
        </li>
        <li>
          <StatusTag tone="stopped" label="Withdrawn" />
        </li>
        <li>
          <StatusTag tone="late" label="12 days overdue" />
        </li>
      </ul>
    ),
  },
];
