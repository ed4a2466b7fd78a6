/**
 * The day by which an answer is promised, where that day is counted: "within 30 days of filing". Nobody answers on a
 * Sunday or a holiday, and a promise must not run past the limit that was published, so:
 *
 *   the promised day is the last business day on or before the limit, and after the day it is counted from;
 *   where there is none, the limit itself.
 *
 * The waiting person never gets less than was published, and the body loses at most the days on which nobody works.
 * A day that the owner of the rules publishes as a date ("the last day of February") is not counted and stands as it is
 * published, whatever its weekday: everybody in the cycle has read that date.
 *
 * A holiday of a fixed date that falls on a Saturday is kept on the Friday before, on a Sunday on the Monday after
 * (5 U.S.C. 6103(b); Executive Order 11582, section 3).
 */
import { isBusinessDay } from '../../kernel/dates/business-days.ts';
import { addDays, type CivilDate, parts, weekday } from '../../kernel/dates/civil-date.ts';
import { counted, inYear, type OffsetRule, type YearlyRule } from '../../kernel/dates/date-rule.ts';

const SUNDAY = 0;
const SATURDAY = 6;

/** The promised day for something filed on a day; see above for the rule. */
export function answerDay(
  within: OffsetRule,
  from: CivilDate,
  holidays: readonly YearlyRule[],
): CivilDate {
  const limit = counted(within, from);
  const kept = keptAround(limit, holidays);
  for (let day = limit; day > from; day = addDays(day, -1)) {
    if (isBusinessDay(day, kept)) {
      return day;
    }
  }
  return limit;
}

/** Is this a day on which somebody answers: Monday to Friday, and no holiday is kept on it? */
export const isAnswerDay = (day: CivilDate, holidays: readonly YearlyRule[]): boolean =>
  isBusinessDay(day, keptAround(day, holidays));

/** The days on which holidays are kept, from the year before to the year after: New Year may be kept in December. */
function keptAround(day: CivilDate, holidays: readonly YearlyRule[]): ReadonlySet<CivilDate> {
  const { year } = parts(day);
  const known = keptOf.get(holidays) ?? new Map<number, ReadonlySet<CivilDate>>();
  keptOf.set(holidays, known);
  const days =
    known.get(year) ??
    new Set(
      [year - 1, year, year + 1].flatMap((one) => holidays.map((rule) => kept(inYear(rule, one)))),
    );
  known.set(year, days);
  return days;
}

/** By list of holidays and year: they are asked for at every step of every matter. */
const keptOf = new WeakMap<readonly YearlyRule[], Map<number, ReadonlySet<CivilDate>>>();

function kept(holiday: CivilDate): CivilDate {
  switch (weekday(holiday)) {
    case SATURDAY:
      return addDays(holiday, -1);
    case SUNDAY:
      return addDays(holiday, 1);
    default:
      return holiday;
  }
}
