/** A holder's own copies, and what wallets ask: OpenID for Verifiable Credential Issuance 1.0, pre-authorized code. */
import type { Route } from './route.ts';

const [anybody, mine] = ['anybody', 'signed-in'] as const;
const nothing = 'nothing';
const at = '/my/credential/:credential' as const;

export const walletRoutes = [
  { id: 'my-credential', method: 'GET', path: at, who: mine, records: nothing },
  {
    id: 'wallet-offer',
    method: 'POST',
    path: `${at}/wallet`,
    who: mine,
    records: 'an offer to a wallet, as hashes, in the place of the one before',
  },
  {
    id: 'wallet-end',
    method: 'POST',
    path: `${at}/wallet/:copy/end`,
    who: mine,
    records: 'that a copy in a wallet counts no more',
  },
  {
    id: 'wallet-issuer',
    method: 'GET',
    path: '/.well-known/openid-credential-issuer',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'wallet-authorization',
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'jwt-issuer',
    method: 'GET',
    path: '/.well-known/jwt-vc-issuer',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'program-type',
    method: 'GET',
    path: '/programs/:program/vct.json',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'token-list',
    method: 'GET',
    path: '/status/t/:list',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'wallet-token',
    method: 'POST',
    path: '/wallet/token',
    who: anybody,
    records: 'that an offer was taken, or that a number was wrong',
    byPrograms: true,
  },
  {
    id: 'wallet-nonce',
    method: 'POST',
    path: '/wallet/nonce',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
  {
    id: 'wallet-credential',
    method: 'POST',
    path: '/wallet/credential',
    who: anybody,
    records:
      'a copy of a credential in a wallet, its place, its line of the log, a mail to its holder',
    byPrograms: true,
  },
] as const satisfies readonly Route[];
