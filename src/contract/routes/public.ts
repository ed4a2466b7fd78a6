/** What anybody may open: the pledge, the programs, the log, the register, the concern form, a supervisor's link. */
import type { Route } from './route.ts';

const anybody = 'anybody' as const;
const nothing = 'nothing';

export const publicRoutes = [
  { id: 'home', method: 'GET', path: '/', who: anybody, records: nothing },
  { id: 'programs', method: 'GET', path: '/programs', who: anybody, records: nothing },
  { id: 'program', method: 'GET', path: '/programs/:program', who: anybody, records: nothing },
  { id: 'apply-from', method: 'GET', path: '/apply', who: anybody, records: nothing },
  { id: 'log', method: 'GET', path: '/log', who: anybody, records: nothing },
  { id: 'log-checkpoint', method: 'GET', path: '/log/checkpoint', who: anybody, records: nothing },
  { id: 'log-key', method: 'GET', path: '/log/key', who: anybody, records: nothing },
  { id: 'log-tile', method: 'GET', path: '/log/tile/*', who: anybody, records: nothing },
  { id: 'verify', method: 'GET', path: '/verify', who: anybody, records: nothing },
  { id: 'verify-text', method: 'POST', path: '/verify', who: anybody, records: nothing },
  { id: 'credential', method: 'GET', path: '/c/:credential', who: anybody, records: nothing },
  {
    id: 'credential-file',
    method: 'GET',
    path: '/c/:credential/credential.json',
    who: anybody,
    records: nothing,
  },
  { id: 'did', method: 'GET', path: '/.well-known/did.json', who: anybody, records: nothing },
  { id: 'status-list', method: 'GET', path: '/status/r/1', who: anybody, records: nothing },
  { id: 'concern', method: 'GET', path: '/concern', who: anybody, records: nothing },
  { id: 'concern-raise', method: 'POST', path: '/concern', who: anybody, records: 'a concern' },
  {
    id: 'concern-receipt',
    method: 'GET',
    path: '/concern/receipt',
    who: anybody,
    records: nothing,
  },
  { id: 'concern-read', method: 'POST', path: '/concern/receipt', who: anybody, records: nothing },
  { id: 'attest', method: 'GET', path: '/attest/:token', who: anybody, records: nothing },
  {
    id: 'attest-answer',
    method: 'POST',
    path: '/attest/:token',
    who: anybody,
    records: "a supervisor's attestation",
  },
  { id: 'accessibility', method: 'GET', path: '/accessibility', who: anybody, records: nothing },
  { id: 'privacy', method: 'GET', path: '/privacy', who: anybody, records: nothing },
  { id: 'demonstration', method: 'GET', path: '/demonstration', who: anybody, records: nothing },
  {
    id: 'demonstration-enter',
    method: 'POST',
    path: '/demonstration/enter',
    who: anybody,
    records: 'a session',
  },
  {
    id: 'demonstration-inbox',
    method: 'GET',
    path: '/demonstration/inbox',
    who: anybody,
    records: nothing,
  },
] as const satisfies readonly Route[];
