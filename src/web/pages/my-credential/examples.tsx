/** One that counts, with a copy that was lost; one that does not count; a mistake; an offer. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { myCredential as words } from '../../words/my-credential.ts';
import { MyCredentialPage, type MyCredentialPageProps } from './my-credential-page.tsx';
import { OfferPage } from './offer-page.tsx';

const at = '/my/credential/4kq0X8zWm1TgB7yPv2nRuA';
const page: MyCredentialPageProps = {
  frame: { ...candidateFrame, path: at },
  name: 'DEMONSTRATION: Larkspur Care Coordinator (LCC)',
  status: { label: 'Current', tone: 'done' },
  at,
  address: 'https://certification.example.org/c/4kq0X8zWm1TgB7yPv2nRuA',
  publicAt: '/c/4kq0X8zWm1TgB7yPv2nRuA',
  profile: {
    href: 'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME',
    fields: {
      name: 'DEMONSTRATION: Larkspur Care Coordinator (LCC)',
      organization: 'Larkspur Board for Care Professions',
      issued: 'May 29, 2026',
      expires: 'May 31, 2031',
      number: 'LCC-7K2M9-QXD4T',
      address: 'https://certification.example.org/c/4kq0X8zWm1TgB7yPv2nRuA',
    },
  },
  inWallets: [],
  form: '',
  news: undefined,
  mistakes: [],
};
/** An offer as short and as square as a real one. */
const picture =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 9 9%22%3E%3Cpath fill=%22%23fff%22 d=%22M0 0h9v9H0z%22/%3E%3Cpath d=%22M2 2h2v2H2zM5 5h2v2H5z%22/%3E%3C/svg%3E';

export const examples: readonly Example[] = [
  { name: 'empty', element: <MyCredentialPage {...page} /> },
  {
    name: 'in-wallets',
    element: (
      <MyCredentialPage
        {...page}
        news={words.endedNews}
        inWallets={[
          { id: 'a', what: words.line('Open badge', 'June 2, 2026'), endedOn: undefined },
          { id: 'b', what: words.line('Selective', 'May 30, 2026'), endedOn: 'June 2, 2026' },
        ]}
      />
    ),
  },
  {
    name: 'mistake',
    element: (
      <MyCredentialPage {...page} mistakes={[{ field: 'form', message: words.formMissing }]} />
    ),
  },
  {
    name: 'not-current',
    element: (
      <MyCredentialPage
        {...page}
        profile={undefined}
        status={{ label: 'Suspended until March 1, 2028', tone: 'stopped' }}
        inWallets={[
          { id: 'a', what: words.line('Open badge', 'June 2, 2026'), endedOn: 'June 9, 2026' },
        ]}
      />
    ),
  },
  {
    name: 'offer',
    element: (
      <OfferPage
        {...{ frame: page.frame, at, name: page.name, picture, pin: '604 113' }}
        link={`openid-credential-offer://?credential_offer=${encodeURIComponent('{"credential_issuer":"https://certification.example.org"}')}`}
        until="2:47 PM"
      />
    ),
  },
];
