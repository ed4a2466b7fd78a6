/** The page that asks once more before something is withdrawn. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

export const examples: readonly Example[] = [
  {
    name: 'asked',
    element: (
      <WithdrawPage
        frame={{ ...candidateFrame, path: '/matters/1/withdraw' }}
        label="E-4K7QM2X"
        matter="/matters/1"
        fees={[
          'Application fee, $235.00: is not paid back, as the published rules say.',
          'Exam fee, $195.00: whether it is paid back is not set by the Commission.',
        ]}
      />
    ),
  },
];
