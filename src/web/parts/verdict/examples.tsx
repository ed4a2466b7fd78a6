/** The three verdicts. */
import type { Example } from '../example.ts';
import { Verdict } from './verdict.tsx';

export const examples: readonly Example[] = [
  {
    name: 'three',
    element: (
      <ul>
        <li>
          <Verdict kind="disparity" />
        </li>
        <li>
          <Verdict kind="parity" />
        </li>
        <li>
          <Verdict kind="unknown" morePeople={140} />
        </li>
      </ul>
    ),
  },
];
