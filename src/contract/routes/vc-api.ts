/**
 * What other programs ask of the service about credentials, at the addresses of the Verifiable Credential API of the W3C CCG.
 * Anybody may have a credential checked. The other two are for programs of the body itself, and decide nothing.
 */
import type { Route } from './route.ts';

const anybody = 'anybody' as const;
const nothing = 'nothing';
const MOST_BYTES = 256 * 1024;

export const vcApiRoutes = [
  {
    id: 'vc-verify',
    method: 'POST',
    path: '/credentials/verify',
    who: anybody,
    records: nothing,
    byPrograms: true,
    mostBytes: MOST_BYTES,
  },
  {
    id: 'vc-issue',
    method: 'POST',
    path: '/credentials/issue',
    who: anybody,
    records: nothing,
    byPrograms: true,
    bySecret: true,
    mostBytes: MOST_BYTES,
  },
  {
    id: 'vc-status',
    method: 'POST',
    path: '/credentials/status',
    who: anybody,
    records: nothing,
    byPrograms: true,
    bySecret: true,
    mostBytes: MOST_BYTES,
  },
  {
    id: 'vc-description',
    method: 'GET',
    path: '/openapi.json',
    who: anybody,
    records: nothing,
    byPrograms: true,
  },
] as const satisfies readonly Route[];
