/** How complaints are heard, under the rules that the body has set. */
import { DEFAULT_CONDUCT_RULES } from '../../../casework/conduct/conduct-rules.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { HeardPage } from './heard-page.tsx';

export const examples: readonly Example[] = [
  {
    name: 'rules',
    element: (
      <HeardPage
        frame={{ ...guestFrame, path: '/complaints' }}
        rules={DEFAULT_CONDUCT_RULES}
        keptYears={7}
      />
    ),
  },
];
