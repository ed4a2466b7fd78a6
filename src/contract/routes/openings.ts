/** Openings: what anybody sees of them, how somebody comes forward, and the desk that runs them. */
import type { Office } from './office.ts';
import type { Route } from './route.ts';

const nothing = 'nothing';
const director: readonly Office[] = ['director'];
const staff: readonly Office[] = ['staff'];
const board: readonly Office[] = ['board'];

export const publicOpeningRoutes = [
  { id: 'openings', method: 'GET', path: '/openings', who: 'anybody', records: nothing },
  { id: 'bodies', method: 'GET', path: '/bodies', who: 'anybody', records: nothing },
  { id: 'recognitions', method: 'GET', path: '/recognitions', who: 'anybody', records: nothing },
  { id: 'opening', method: 'GET', path: '/openings/:opening', who: 'anybody', records: nothing },
  {
    id: 'opening-file',
    method: 'GET',
    path: '/openings/:opening/files/:name',
    who: 'anybody',
    records: nothing,
  },
] as const satisfies readonly Route[];

export const ownOpeningRoutes = [
  {
    id: 'nominate',
    method: 'GET',
    path: '/openings/:opening/nominate',
    who: 'signed-in',
    records: nothing,
  },
  {
    id: 'nominate-send',
    method: 'POST',
    path: '/openings/:opening/nominate',
    who: 'signed-in',
    records: 'that somebody wants a seat, and what they write',
  },
  {
    id: 'opening-suggest',
    method: 'POST',
    path: '/openings/:opening/suggest',
    who: 'signed-in',
    records: 'that somebody was suggested, not whom, and a mail',
  },
  { id: 'my-openings', method: 'GET', path: '/my/openings', who: 'signed-in', records: nothing },
  {
    id: 'seat-accept',
    method: 'POST',
    path: '/my/openings/:nomination/accept',
    who: 'signed-in',
    records: 'that a seat is taken',
  },
  {
    id: 'seat-decline',
    method: 'POST',
    path: '/my/openings/:nomination/decline',
    who: 'signed-in',
    records: 'that a seat is declined',
  },
  {
    id: 'seat-withdraw',
    method: 'POST',
    path: '/my/openings/:nomination/withdraw',
    who: 'signed-in',
    records: 'that somebody wants the seat no longer',
  },
  {
    id: 'recognition-show',
    method: 'POST',
    path: '/my/openings/:nomination/show',
    who: 'signed-in',
    records: 'under which name a recognition is shown',
  },
  {
    id: 'recognition-hide',
    method: 'POST',
    path: '/my/openings/:nomination/hide',
    who: 'signed-in',
    records: 'that a recognition is shown no longer',
  },
  {
    id: 'seat-appeal',
    method: 'POST',
    path: '/my/openings/:nomination/appeal',
    who: 'signed-in',
    records: 'that somebody asks for a second look, and why',
  },
] as const satisfies readonly Route[];

export const deskOpeningRoutes = [
  {
    id: 'desk-openings',
    method: 'GET',
    path: '/desk/openings',
    who: ['director', 'staff'],
    records: nothing,
  },
  { id: 'opening-new', method: 'GET', path: '/desk/openings/new', who: director, records: nothing },
  {
    id: 'opening-publish',
    method: 'POST',
    path: '/desk/openings/new',
    who: director,
    records: 'an opening, a line of the log, a mail to everybody who qualifies',
  },
  {
    id: 'desk-opening',
    method: 'GET',
    path: '/desk/openings/:opening',
    who: ['director', 'staff'],
    records: nothing,
  },
  {
    id: 'opening-verify',
    method: 'POST',
    path: '/desk/openings/:opening/verify',
    who: staff,
    records: 'values that were verified, with their source',
  },
  {
    id: 'opening-aside',
    method: 'POST',
    path: '/desk/openings/:opening/aside',
    who: staff,
    records: 'that somebody is not in a pool, with a reason, and a mail',
  },
  {
    id: 'opening-commit',
    method: 'POST',
    path: '/desk/openings/:opening/commit',
    who: director,
    records: 'a pool with its tickets, a line of the log, mails',
  },
  {
    id: 'opening-draw',
    method: 'POST',
    path: '/desk/openings/:opening/draw',
    who: director,
    records: 'a panel drawn by lot, a line of the log, mails',
  },
  {
    id: 'opening-refill',
    method: 'POST',
    path: '/desk/openings/:opening/refill',
    who: director,
    records: 'seats drawn again, a line of the log, mails',
  },
  {
    id: 'opening-decide',
    method: 'POST',
    path: '/desk/openings/:opening/decide',
    who: director,
    records: 'a decision about a nominee with its reason, a line of the log, a mail',
  },
  {
    id: 'statements',
    method: 'GET',
    path: '/desk/statements',
    who: ['reviewer'],
    records: nothing,
  },
  {
    id: 'statement-read',
    method: 'POST',
    path: '/desk/statements/:nomination',
    who: ['reviewer'],
    records: 'points of one reader',
  },
  { id: 'desk-body', method: 'GET', path: '/desk/bodies/:body', who: director, records: nothing },
  {
    id: 'body-chair',
    method: 'POST',
    path: '/desk/bodies/:body/chair',
    who: director,
    records: 'who was elected chair, by whom and why, and a line of the log',
  },
  {
    id: 'body-chair-end',
    method: 'POST',
    path: '/desk/bodies/:body/chair-end',
    who: director,
    records: 'that a chair was given up, and why',
  },
  {
    id: 'second-looks',
    method: 'GET',
    path: '/desk/second-looks',
    who: board,
    records: nothing,
  },
  {
    id: 'second-look',
    method: 'GET',
    path: '/desk/second-looks/:nomination/:against',
    who: board,
    records: nothing,
  },
  {
    id: 'second-look-answer',
    method: 'POST',
    path: '/desk/second-looks/:nomination/:against',
    who: board,
    records: 'the answer to every ground of an appeal, a line of the log, mails',
  },
] as const satisfies readonly Route[];
