/** The desk of a panel member: what was drawn for them, and what they do with it. */
import type { Route } from './route.ts';

const nothing = 'nothing';

export const panelDeskRoutes = [
  {
    id: 'panels',
    method: 'GET',
    path: '/desk/panels',
    who: ['panel'],
    records: 'that the list was read',
  },
  {
    id: 'panel-interests',
    method: 'GET',
    path: '/desk/panels/interests',
    who: ['panel'],
    records: nothing,
  },
  {
    id: 'panel-interests-say',
    method: 'POST',
    path: '/desk/panels/interests',
    who: ['panel'],
    records: 'the ties that a panel member has',
  },
  {
    id: 'panel-matter',
    method: 'GET',
    path: '/desk/panels/:matter',
    who: ['panel'],
    records: 'that a complaint was read',
  },
  {
    id: 'panel-evidence',
    method: 'GET',
    path: '/desk/panels/:matter/evidence/:evidence',
    who: ['panel'],
    records: 'that a piece of evidence was read',
  },
  {
    id: 'panel-name-ask',
    method: 'POST',
    path: '/desk/panels/:matter/names',
    who: ['panel'],
    records: 'a request to see a name',
  },
  {
    id: 'panel-name-show',
    method: 'POST',
    path: '/desk/panels/:matter/names/show',
    who: ['panel'],
    records: 'that a name was shown',
  },
  {
    id: 'panel-act',
    method: 'GET',
    path: '/desk/panels/:matter/:act',
    who: ['panel'],
    records: 'that a complaint was read',
  },
  {
    id: 'panel-act-send',
    method: 'POST',
    path: '/desk/panels/:matter/:act',
    who: ['panel'],
    records: 'what a panel found or decided, or that a member left it; lines of the log, mails',
  },
] as const satisfies readonly Route[];
