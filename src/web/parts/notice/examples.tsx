/** A standing notice, and news. */
import type { Example } from '../example.ts';
import { Notice } from './notice.tsx';

export const examples: readonly Example[] = [
  {
    name: 'mark',
    element: (
      <Notice title="Not the Commission">
        <p>
          CCM is the Commission’s mark. This page is not affiliated with or endorsed by the
          Commission; check with the owner.
        </p>
      </Notice>
    ),
  },
  {
    name: 'news',
    element: (
      <Notice news>
        <p>Your answers are saved. You can close this page and come back until January 31, 2027.</p>
      </Notice>
    ),
  },
];
