/** The one form it has. */
import type { Example } from '../example.ts';
import { Withheld } from './withheld.tsx';

export const examples: readonly Example[] = [
  {
    name: 'cell',
    element: (
      <p>
        Passed: <Withheld />
      </p>
    ),
  },
];
