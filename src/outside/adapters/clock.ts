/** The clock and the calendar of the body's zone. */
import { civilDateAt } from '../../kernel/dates/civil-date.ts';
import type { Clock } from '../../workflow/ports/ports.ts';

export function systemClock(zone: string): Clock {
  return {
    now: () => Date.now(),
    today: () => civilDateAt(Date.now(), zone),
    dayOf: (instantMs) => civilDateAt(instantMs, zone),
  };
}
