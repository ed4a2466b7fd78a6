/** A hint on its own. */
import type { Example } from '../example.ts';
import { Hint } from './hint.tsx';

export const examples: readonly Example[] = [
  {
    name: 'hint',
    element: (
      <Hint id="example-hint">
        As it should stand on your credential. The reviewer who decides never sees it.
      </Hint>
    ),
  },
];
