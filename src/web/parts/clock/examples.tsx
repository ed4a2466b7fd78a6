/** The clock as it is when the page opens. */
import type { Example } from '../example.ts';
import { Clock } from './clock.tsx';

export const examples: readonly Example[] = [
  {
    name: 'open',
    element: (
      <Clock left="41 minutes" ends="It ends at 2:45 p.m., Eastern Time." remainingMs={2_460_000} />
    ),
  },
];
