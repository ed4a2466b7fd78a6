/** Keeping a credential: hours, renewing, more time, retiring, an audit. Each is about one's own credential only. */
import type { Route } from './route.ts';

const mine = 'signed-in' as const;
const nothing = 'nothing';
const at = '/my/renewal/:credential' as const;

export const renewalRoutes = [
  { id: 'my-renewals', method: 'GET', path: '/my/renewal', who: mine, records: nothing },
  { id: 'my-renewal', method: 'GET', path: at, who: mine, records: nothing },
  { id: 'hours', method: 'GET', path: `${at}/hours`, who: mine, records: nothing },
  {
    id: 'hours-claim',
    method: 'POST',
    path: `${at}/hours`,
    who: mine,
    records: 'hours claimed, their proof, the fee of a review',
    files: true,
  },
  {
    id: 'hours-remove',
    method: 'POST',
    path: `${at}/hours/:activity/remove`,
    who: mine,
    records: 'that a claim was taken back',
  },
  {
    id: 'hours-proof',
    method: 'POST',
    path: `${at}/hours/:activity/proof`,
    who: mine,
    records: 'a file that shows an activity',
    files: true,
  },
  {
    id: 'hours-again',
    method: 'POST',
    path: `${at}/hours/:activity/again`,
    who: mine,
    records: 'that somebody else is to look at a course',
  },
  { id: 'hours-export', method: 'GET', path: `${at}/hours.csv`, who: mine, records: nothing },
  { id: 'hours-file', method: 'GET', path: `${at}/proofs/:proof`, who: mine, records: nothing },
  {
    id: 'hours-record',
    method: 'POST',
    path: `${at}/record`,
    who: mine,
    records: 'hours from a record that a provider signed',
    files: true,
  },
  { id: 'hours-table', method: 'GET', path: `${at}/table`, who: mine, records: nothing },
  {
    id: 'hours-table-send',
    method: 'POST',
    path: `${at}/table`,
    who: mine,
    records: 'hours of a whole table, once its rows were looked at',
    files: true,
  },
  { id: 'renew', method: 'GET', path: `${at}/renew`, who: mine, records: nothing },
  {
    id: 'renew-send',
    method: 'POST',
    path: `${at}/renew`,
    who: mine,
    records: 'a renewal, its charges, a matter where a person answers',
  },
  { id: 'more-time', method: 'GET', path: `${at}/more-time`, who: mine, records: nothing },
  {
    id: 'more-time-send',
    method: 'POST',
    path: `${at}/more-time`,
    who: mine,
    records: 'a request for more time',
  },
  { id: 'retire', method: 'GET', path: `${at}/retire`, who: mine, records: nothing },
  {
    id: 'retire-send',
    method: 'POST',
    path: `${at}/retire`,
    who: mine,
    records: 'that its holder retired',
  },
  { id: 'my-audit', method: 'GET', path: `${at}/audit`, who: mine, records: nothing },
  {
    id: 'my-audit-act',
    method: 'POST',
    path: `${at}/audit/:act`,
    who: mine,
    records: 'leave, an answer, hours that fill a gap, words before an end is decided',
  },
  {
    id: 'my-audit-activity',
    method: 'POST',
    path: `${at}/audit/:act/:activity`,
    who: mine,
    records: 'a file that shows an activity, or somebody asked to confirm it',
    files: true,
  },
] as const satisfies readonly Route[];
