/** The empty form, a mistake, and three of the verdicts. */

import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { exampleCard } from '../credential/examples.tsx';
import { VerifyPage } from './verify-page.tsx';

const frame = { ...guestFrame, path: '/verify' };
const base = { frame, mistakes: [], scripts: ['/assets/verify.js'] };

export const examples: readonly Example[] = [
  { name: 'empty', element: <VerifyPage {...base} /> },
  {
    name: 'mistake',
    element: (
      <VerifyPage
        {...base}
        pasted='{"@context": ["https://www.w3.org/ns/credentials/v2"'
        mistakes={[
          {
            field: 'text',
            message: 'The text breaks off: the last bracket is missing. Paste all of it.',
          },
        ]}
      />
    ),
  },
  {
    name: 'demonstration',
    element: (
      <VerifyPage
        {...base}
        result={{
          verdict: 'demonstration',
          card: exampleCard,
          checks: [
            { name: 'The signature fits the text', outcome: 'passed' },
            { name: 'The key belongs to the issuer', outcome: 'passed' },
            {
              name: 'It was not revoked',
              outcome: 'passed',
              detail: 'Looked up on January 12, 2027.',
            },
          ],
        }}
      />
    ),
  },
  {
    name: 'changed',
    element: (
      <VerifyPage
        {...base}
        result={{
          verdict: 'not-genuine',
          detail: 'The signature does not fit the text.',
          checks: [
            {
              name: 'The signature fits the text',
              outcome: 'failed',
              detail: 'At least one letter was changed after it was signed.',
            },
            { name: 'The key belongs to the issuer', outcome: 'passed' },
            { name: 'It was not revoked', outcome: 'skipped' },
          ],
        }}
      />
    ),
  },
  {
    name: 'revoked',
    element: (
      <VerifyPage
        {...base}
        result={{
          verdict: 'genuine-not-current',
          detail: 'Revoked on March 3, 2027.',
          card: { ...exampleCard, demonstration: false },
          checks: [
            { name: 'The signature fits the text', outcome: 'passed' },
            { name: 'It was not revoked', outcome: 'failed' },
          ],
        }}
      />
    ),
  },
];
