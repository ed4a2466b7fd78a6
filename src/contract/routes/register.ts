/** The public register: look-ups, what a holder lets it say, employers' rosters. */
import type { Route } from './route.ts';

const nothing = 'nothing';
const anybody = 'anybody' as const;

export const registerRoutes = [
  { id: 'register', method: 'GET', path: '/register', who: anybody, records: nothing },
  // What is asked is not kept, and stands in no address.
  {
    id: 'register-number',
    method: 'POST',
    path: '/register/number',
    who: anybody,
    records: nothing,
  },
  { id: 'register-name', method: 'POST', path: '/register/name', who: anybody, records: nothing },
  { id: 'roster-new', method: 'GET', path: '/register/roster', who: anybody, records: nothing },
  {
    id: 'roster-open',
    method: 'POST',
    path: '/register/roster',
    who: anybody,
    records: 'an employer’s roster, and a mail to confirm it',
    files: true,
  },
  { id: 'roster', method: 'GET', path: '/register/roster/:token', who: anybody, records: nothing },
  {
    id: 'roster-confirm',
    method: 'POST',
    path: '/register/roster/:token/confirm',
    who: anybody,
    records: 'that a roster is confirmed, and mails to those on it',
  },
  {
    id: 'roster-end',
    method: 'POST',
    path: '/register/roster/:token/end',
    who: anybody,
    records: 'that a roster is erased',
  },
  { id: 'my-register', method: 'GET', path: '/my/register', who: 'signed-in', records: nothing },
  {
    id: 'my-register-send',
    method: 'POST',
    path: '/my/register',
    who: 'signed-in',
    records: 'what the register may say of somebody',
  },
  {
    id: 'my-roster-answer',
    method: 'POST',
    path: '/my/register/rosters/:roster/:line',
    who: 'signed-in',
    records: 'whether an employer may be told',
  },
  { id: 'names', method: 'GET', path: '/names', who: anybody, records: nothing },
  { id: 'my-name', method: 'GET', path: '/my/name', who: 'signed-in', records: nothing },
  {
    id: 'my-name-send',
    method: 'POST',
    path: '/my/name',
    who: 'signed-in',
    records: 'a request for another name, with its document',
    files: true,
  },
  { id: 'my-close', method: 'GET', path: '/my/close', who: 'signed-in', records: nothing },
  {
    id: 'my-close-send',
    method: 'POST',
    path: '/my/close',
    who: 'signed-in',
    records: 'that an account is closed, and the erasure of what it held',
  },
  {
    id: 'program-ctdl',
    method: 'GET',
    path: '/programs/:program/ctdl.json',
    who: anybody,
    records: nothing,
  },
] as const satisfies readonly Route[];
