/** A wrong old passphrase, and the change done. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { PassphrasePage } from './passphrase-page.tsx';

const frame = { ...candidateFrame, path: '/account/passphrase' };

export const examples: readonly Example[] = [
  {
    name: 'wrong',
    element: (
      <PassphrasePage
        frame={frame}
        shortestPassphrase={12}
        mistakes={[{ field: 'old', message: 'The passphrase you use now is not right.' }]}
      />
    ),
  },
  {
    name: 'changed',
    element: <PassphrasePage frame={frame} shortestPassphrase={12} mistakes={[]} changed />,
  },
];
