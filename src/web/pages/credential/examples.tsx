/** A demonstration credential, a revoked one, and one with a very long name in another script. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { suspended } from '../notices/examples.tsx';
import type { CredentialCardProps } from './credential-card.tsx';
import { CredentialPage } from './credential-page.tsx';

export const exampleCard: CredentialCardProps = {
  holder: 'Nguyễn Thị Minh Khai',
  program: 'DEMONSTRATION: Larkspur Care Coordinator',
  designation: 'LCC',
  issuer: 'Larkspur Board for Care Professions',
  number: 'LCC-004217',
  awarded: 'May 29, 2026',
  validFrom: 'May 29, 2026',
  validUntil: 'May 31, 2031',
  demonstration: true,
};

const base = {
  frame: { ...guestFrame, path: '/c/4kq0X8zWm1TgB7yPv2nRuA' },
  downloadAt: '/c/4kq0X8zWm1TgB7yPv2nRuA/credential.json',
  fileName: 'larkspur-care-coordinator.json',
  scripts: ['/assets/verify.js'],
};

export const examples: readonly Example[] = [
  {
    name: 'current',
    element: (
      <CredentialPage {...base} card={exampleCard} status={{ label: 'Current', tone: 'done' }} />
    ),
  },
  {
    name: 'revoked',
    element: (
      <CredentialPage
        {...base}
        card={{
          ...exampleCard,
          holder: 'عبد الرحمن بن محمد بن عبد الله الأنصاري الخزرجي المعروف بابن النجار',
        }}
        status={{ label: 'Revoked on March 3, 2027', tone: 'stopped' }}
        result={{
          verdict: 'genuine-not-current',
          detail: 'Revoked on March 3, 2027.',
          checks: [{ name: 'It was not revoked', outcome: 'failed' }],
        }}
      />
    ),
  },
  {
    name: 'suspended',
    element: (
      <CredentialPage
        {...base}
        card={{ ...exampleCard, demonstration: false }}
        status={{ label: 'Suspended until Wednesday, March 1, 2028', tone: 'stopped' }}
        effects={[
          'Suspended from Monday, March 1, 2027 to Wednesday, March 1, 2028: its holder may not use it in this time.',
        ]}
        notices={[{ ...suspended, credentialHref: undefined }]}
        result={{
          verdict: 'genuine-not-current',
          checks: [
            {
              ...{ name: 'Not revoked, not suspended', outcome: 'failed' },
              detail: 'the issuer has suspended it',
            },
          ],
        }}
      />
    ),
  },
];
