/** Signing up, in and out; the name and the passphrase. */
import type { Route } from './route.ts';

export const accountRoutes = [
  { id: 'sign-up', method: 'GET', path: '/sign-up', who: 'anybody', records: 'nothing' },
  {
    id: 'sign-up-send',
    method: 'POST',
    path: '/sign-up',
    who: 'anybody',
    records: 'an account, a mail',
  },
  { id: 'sign-in', method: 'GET', path: '/sign-in', who: 'anybody', records: 'nothing' },
  {
    id: 'sign-in-send',
    method: 'POST',
    path: '/sign-in',
    who: 'anybody',
    records: 'an attempt, a session',
  },
  {
    id: 'sign-out',
    method: 'POST',
    path: '/sign-out',
    who: 'anybody',
    records: 'the end of a session',
  },
  { id: 'stay', method: 'POST', path: '/stay', who: 'signed-in', records: 'a longer session' },
  {
    id: 'passphrase',
    method: 'GET',
    path: '/account/passphrase',
    who: 'signed-in',
    records: 'nothing',
  },
  {
    id: 'passphrase-change',
    method: 'POST',
    path: '/account/passphrase',
    who: 'signed-in',
    records: 'a passphrase',
  },
] as const satisfies readonly Route[];
