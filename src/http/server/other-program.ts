/**
 * Whoever works for some programs only is turned away from what belongs to another, in the same words as from what is not
 * there, and that they asked is put on record. The database has already shown them nothing.
 */
import type { Route } from '../../contract/routes/route.ts';
import type { App } from './app.ts';
import { otherProgramPage } from './problem-pages.ts';
import type { Reply, Visit } from './visit.ts';

const MISSING = 404;
const RECORDED: ReadonlySet<string> = new Set([
  ...['matter', 'document', 'request', 'person', 'credential'],
  ...['activity', 'lottery', 'study'],
]);

/** The reply as it is, or the page that turns away from another program's. */
export async function unlessOfOtherProgram(
  app: Pick<App, 'world'>,
  route: Route,
  { session, params, frame }: Visit,
  reply: Reply,
): Promise<Reply> {
  const asked = Object.entries(params).find(([name]) => RECORDED.has(name));
  if (
    asked === undefined ||
    session === undefined ||
    session.programs.length === 0 ||
    !Array.isArray(route.who) ||
    !('status' in reply && reply.status === MISSING)
  ) {
    return reply;
  }
  await app.world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
    door.turnAway(session.person, route.id, one(asked[1])),
  );
  return otherProgramPage(frame);
}

const one = (value: unknown): string => String(value).slice(0, 100);
