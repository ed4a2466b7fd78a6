/** In the middle of the log. */
import type { Example } from '../example.ts';
import { Pagination } from './pagination.tsx';

export const examples: readonly Example[] = [
  {
    name: 'middle',
    element: (
      <Pagination
        here="Entries 3,101 to 3,150 of 3,204"
        previous="/log?before=3150"
        next="/log?before=3100"
        previousLabel="Newer"
        nextLabel="Older"
      />
    ),
  },
];
