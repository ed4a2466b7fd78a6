/** Closing an account: the form with a mistake, and something that has to end first. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { names } from '../../words/names.ts';
import { MyClosePage } from './my-close-page.tsx';

const frame = { ...candidateFrame, path: '/my/close' };

export const examples: readonly Example[] = [
  {
    name: 'mistake',
    element: (
      <MyClosePage
        frame={frame}
        open={undefined}
        mistakes={[{ field: 'sure', message: names.close.mistake }]}
      />
    ),
  },
  { name: 'open', element: <MyClosePage frame={frame} open="matter" mistakes={[]} /> },
];
