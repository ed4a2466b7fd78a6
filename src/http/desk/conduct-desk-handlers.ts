/** Every page of the desk of due process, in one record: complaints, opening one, names, the pool. */
import type { conductDeskRoutes } from '../../contract/routes/conduct-desk.ts';
import type { App } from '../server/app.ts';
import type { Handler } from '../server/visit.ts';
import { complaintActHandlers } from './complaint-act-handlers.ts';
import { complaintHandlers } from './complaint-handlers.ts';
import { complaintNamesHandlers } from './complaint-names-handlers.ts';
import { openingHandlers } from './opening-handlers.ts';
import { poolHandlers } from './pool-handlers.ts';
import { readingsHandlers } from './readings-handler.ts';

type ConductDeskRoute = (typeof conductDeskRoutes)[number]['id'];

export const conductDeskHandlers = (app: App): Readonly<Record<ConductDeskRoute, Handler>> => ({
  ...complaintHandlers(app),
  ...readingsHandlers(app),
  ...complaintActHandlers(app),
  ...openingHandlers(app),
  ...complaintNamesHandlers(app),
  ...poolHandlers(app),
});
