/** Credentials in every state, none, and the page of revocation: to be filled in, without a reason, too late. */
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { type CredentialLine, CredentialsPage, RevokePage } from './credentials.tsx';

const frame = frameOf('director', '/desk/credentials');
const current: CredentialLine = {
  id: 'a1',
  newest: 'a1',
  title: 'Larkspur Care Coordinator',
  holder: 'Nguyễn Thị Minh Khai',
  issued: 'March 14, 2026',
  until: 'February 28, 2031',
  revokedOn: undefined,
  ended: false,
};
const rows: readonly CredentialLine[] = [
  current,
  {
    ...current,
    id: 'a2',
    newest: 'a2',
    holder:
      'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón von und zu Hohenlohe-Waldenburg-Schillingsfürst',
    revokedOn: 'January 12, 2027',
  },
  { ...current, id: 'a3', holder: 'محمد بن عبد الله', until: 'January 1, 2027', ended: true },
];

export const examples: readonly Example[] = [
  { name: 'good-day', element: <CredentialsPage frame={frame} rows={rows} /> },
  { name: 'empty', element: <CredentialsPage frame={frame} rows={[]} /> },
  {
    name: 'revoke',
    element: <RevokePage frame={frame} row={current} reason="" mistakes={[]} />,
  },
  {
    name: 'revoke-mistakes',
    element: (
      <RevokePage
        frame={frame}
        row={current}
        reason=""
        mistakes={[
          { field: 'reason', message: 'Reason: say why, in words that the public may read.' },
        ]}
      />
    ),
  },
  {
    name: 'revoked-already',
    element: (
      <RevokePage
        frame={frame}
        row={{ ...current, revokedOn: 'January 12, 2027' }}
        reason=""
        mistakes={[]}
      />
    ),
  },
];
