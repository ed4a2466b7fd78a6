/** The plain form, and a wrong passphrase after a session ended in the middle of a form. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { SignInPage } from './sign-in-page.tsx';

const frame = { ...guestFrame, path: '/sign-in' };

export const examples: readonly Example[] = [
  { name: 'empty', element: <SignInPage frame={frame} email="" mistakes={[]} hidden={{}} /> },
  {
    name: 'wrong',
    element: (
      <SignInPage
        frame={frame}
        email="minh.khai@example.org"
        mistakes={[
          { field: 'email', message: 'The address or the passphrase is not right. Check both.' },
        ]}
        hidden={{ next: '/my', carried: 'x' }}
        news="carried"
      />
    ),
  },
];
