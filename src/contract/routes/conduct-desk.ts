/** The desk of due process: coordinators and ombuds, custodians, and the pool that panels are drawn from. */
import type { Office } from './office.ts';
import type { Route } from './route.ts';

/**
 * Coordinators for complaints about people, ombuds for those about the body, and whoever a concern came to because nobody
 * before them may see it; each sees those whose list they are on.
 */
const handlers: readonly Office[] = ['conduct', 'ombud', 'board'];
const nothing = 'nothing';
const reading = 'that a complaint was read';

export const conductDeskRoutes = [
  {
    id: 'complaints',
    method: 'GET',
    path: '/desk/complaints',
    who: handlers,
    records: 'that the list was read',
  },
  {
    id: 'complaints-search',
    method: 'POST',
    path: '/desk/complaints',
    who: handlers,
    records: 'that the list was read, and not what was searched for',
  },
  {
    id: 'complaint-open',
    method: 'GET',
    path: '/desk/complaints/open',
    who: handlers,
    records: 'that a concern was read',
  },
  {
    id: 'complaint-open-send',
    method: 'POST',
    path: '/desk/complaints/open',
    who: handlers,
    records: 'a complaint, or that one joined another, and a mail',
  },
  {
    id: 'complaint',
    method: 'GET',
    path: '/desk/complaints/:matter',
    who: handlers,
    records: reading,
  },
  {
    id: 'complaint-file',
    method: 'GET',
    path: '/desk/complaints/:matter/files/:evidence/:which',
    who: handlers,
    records: 'that a piece of evidence was read',
  },
  {
    id: 'complaint-letter',
    method: 'GET',
    path: '/desk/complaints/:matter/letters/:letter',
    who: handlers,
    records: 'that a letter was read',
  },
  {
    id: 'complaint-letter-paper',
    method: 'GET',
    path: '/desk/complaints/:matter/letters/:letter/paper',
    who: handlers,
    records: 'that a letter was read',
  },
  {
    id: 'complaint-let-in',
    method: 'POST',
    path: '/desk/complaints/:matter/let-in',
    who: handlers,
    records: 'that a colleague handles a complaint',
  },
  {
    id: 'complaint-leave',
    method: 'POST',
    path: '/desk/complaints/:matter/leave',
    who: handlers,
    records: 'that somebody has a tie to a complaint',
  },
  {
    id: 'complaint-names',
    method: 'GET',
    path: '/desk/complaints/:matter/names',
    who: handlers,
    records: reading,
  },
  {
    id: 'complaint-name-ask',
    method: 'POST',
    path: '/desk/complaints/:matter/names',
    who: handlers,
    records: 'a request to see a name',
  },
  {
    id: 'complaint-name-see',
    method: 'POST',
    path: '/desk/complaints/:matter/names/:request',
    who: handlers,
    records: 'that a name was shown',
  },
  {
    id: 'complaint-act',
    method: 'GET',
    path: '/desk/complaints/:matter/:act',
    who: handlers,
    records: reading,
  },
  {
    id: 'complaint-act-send',
    method: 'POST',
    path: '/desk/complaints/:matter/:act',
    who: handlers,
    records: 'an event of a complaint, lines of the log, mails',
    files: true,
  },
  {
    id: 'custodian',
    method: 'GET',
    path: '/desk/custodian',
    who: ['custodian'],
    records: 'that the requests were read',
  },
  {
    id: 'custodian-answer',
    method: 'POST',
    path: '/desk/custodian/:request',
    who: ['custodian'],
    records: 'consent to a name being shown, or refusal',
  },
  {
    id: 'readings',
    method: 'GET',
    path: '/desk/readings',
    who: ['auditor'],
    records: 'that the readings were read',
  },
  { id: 'pool', method: 'GET', path: '/desk/pool', who: ['director'], records: nothing },
  {
    id: 'pool-person',
    method: 'GET',
    path: '/desk/pool/:person',
    who: ['director'],
    records: nothing,
  },
  {
    id: 'pool-keep',
    method: 'POST',
    path: '/desk/pool/:person',
    who: ['director'],
    records: 'who can be drawn for a panel',
  },
] as const satisfies readonly Route[];
