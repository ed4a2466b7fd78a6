/** Business days: Monday to Friday, less the holidays a body has listed. */
import { addDays, type CivilDate, weekday } from './civil-date.ts';

export function isBusinessDay(
  day: CivilDate,
  holidays: ReadonlySet<CivilDate> = new Set(),
): boolean {
  const name = weekday(day);
  return name !== 0 && name !== 6 && !holidays.has(day);
}

/** The n-th business day after `from`; `from` itself is day zero, whatever it is. */
export function addBusinessDays(
  from: CivilDate,
  days: number,
  holidays: ReadonlySet<CivilDate> = new Set(),
): CivilDate {
  let day = from;
  let left = days;
  while (left > 0) {
    day = addDays(day, 1);
    if (isBusinessDay(day, holidays)) {
      left -= 1;
    }
  }
  return day;
}
