/**
 * When a last day is over. A date of status has no zone, and people live from UTC-12 to UTC+14, so two clocks are kept
 * apart and never mixed:
 *
 *   what is written down (a term, a page, a badge) follows the calendar of the body, which is one zone;
 *   nothing is held against a person before the day is over everywhere: until noon UTC of the day after, it is
 *   still the last day at UTC-12, and an act done by then counts as done on it.
 */
import { type CivilDate, civilDateAt, fromDayNumber } from './civil-date.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** The last place on Earth where a day ends, and the first where it begins. */
const HOURS_BEHIND = 12;
const HOURS_AHEAD = 14;

export interface DatesOnEarth {
  /** The date at UTC-12: no clock on Earth shows an earlier one. */
  readonly earliest: CivilDate;
  /** The date at UTC+14: no clock on Earth shows a later one. */
  readonly latest: CivilDate;
}

/** The earliest and the latest date that anybody's clock shows at an instant (milliseconds since 1970 UTC). */
export const datesOnEarth = (instantMs: number): DatesOnEarth => ({
  earliest: utcDate(instantMs - HOURS_BEHIND * MS_PER_HOUR),
  latest: utcDate(instantMs + HOURS_AHEAD * MS_PER_HOUR),
});

const utcDate = (instantMs: number): CivilDate => fromDayNumber(Math.floor(instantMs / MS_PER_DAY));

/** Is this day over for everybody, wherever they are? */
export const isOverEverywhere = (lastDay: CivilDate, instantMs: number): boolean =>
  datesOnEarth(instantMs).earliest > lastDay;

/**
 * The day that an act of a person counts for: the body's date, but the last day itself as long as that day is not
 * over everywhere.
 */
export function dayOfAct(instantMs: number, bodyZone: string, lastDay: CivilDate): CivilDate {
  const here = civilDateAt(instantMs, bodyZone);
  return here > lastDay && !isOverEverywhere(lastDay, instantMs) ? lastDay : here;
}
