/** The form, every mistake at once, and the answer that is the same for everybody. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { SignUpPage, SignUpSentPage } from './sign-up-page.tsx';

const frame = { ...guestFrame, path: '/sign-up' };

export const examples: readonly Example[] = [
  {
    name: 'empty',
    element: (
      <SignUpPage
        frame={frame}
        typed={{ name: '', email: '' }}
        shortestPassphrase={12}
        mistakes={[]}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <SignUpPage
        frame={frame}
        typed={{ name: '', email: 'ọlá@' }}
        shortestPassphrase={12}
        mistakes={[
          { field: 'name', message: 'Enter your full name.' },
          { field: 'email', message: 'Enter a whole email address, such as name@example.org.' },
          { field: 'passphrase', message: 'Use at least 12 characters. This one has 7.' },
        ]}
      />
    ),
  },
  { name: 'sent', element: <SignUpSentPage frame={frame} email="ola@example.org" /> },
];
