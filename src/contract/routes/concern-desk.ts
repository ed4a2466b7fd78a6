/** The desk of concerns: those on whose list one is, each with what may be done with it. */
import type { Office } from './office.ts';
import type { Route } from './route.ts';

/** Coordinators, ombuds, and the chair; each sees only the concerns on whose list they are. */
const handlers: readonly Office[] = ['conduct', 'ombud', 'board'];

export const concernDeskRoutes = [
  {
    id: 'concerns',
    method: 'GET',
    path: '/desk/concerns',
    who: handlers,
    records: 'that the list was read',
  },
  {
    id: 'concerns-search',
    method: 'POST',
    path: '/desk/concerns',
    who: handlers,
    records: 'that the list was read, and not what was searched for',
  },
  {
    id: 'concern-open',
    method: 'GET',
    path: '/desk/concerns/:concern',
    who: handlers,
    records: 'that a concern was read',
  },
  {
    id: 'concern-file',
    method: 'GET',
    path: '/desk/concerns/:concern/files/:file',
    who: handlers,
    records: 'that a concern was read',
  },
  {
    id: 'concern-answer',
    method: 'POST',
    path: '/desk/concerns/:concern/answer',
    who: handlers,
    records: 'an answer to a concern, or a question back, and a mail',
  },
  {
    id: 'concern-let-see',
    method: 'POST',
    path: '/desk/concerns/:concern/let-see',
    who: handlers,
    records: 'that a colleague may see a concern',
  },
  {
    id: 'concern-name',
    method: 'POST',
    path: '/desk/concerns/:concern/concerned',
    who: handlers,
    records: 'that a concern is about a person of the body',
  },
  {
    id: 'concern-step-aside',
    method: 'POST',
    path: '/desk/concerns/:concern/step-aside',
    who: handlers,
    records: 'that somebody has a tie to a concern',
  },
] as const satisfies readonly Route[];
