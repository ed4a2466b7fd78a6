/** Who may enter: deny unless the route's row allows it. */
import type { Who } from '../../contract/routes/route.ts';
import type { SessionRow } from '../../workflow/ports/records.ts';

export type Entry = 'enter' | 'sign-in' | 'not-yours';

export function mayEnter(who: Who, session: SessionRow | undefined): Entry {
  if (who === 'anybody') {
    return 'enter';
  }
  if (session === undefined) {
    return 'sign-in';
  }
  if (who === 'signed-in') {
    return 'enter';
  }
  return who.some((office) => session.offices.includes(office)) ? 'enter' : 'not-yours';
}
