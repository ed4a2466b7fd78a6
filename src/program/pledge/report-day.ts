/**
 * When the public report comes out: on the last day of February, about the year before. The day is a rule, and it is the
 * one on which the lines of the pledge that are measured by it report. It is published as a date and stands as it is,
 * whatever its weekday: nobody needs to be at work for it.
 */
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { onOrAfter, type YearlyRule } from '../../kernel/dates/date-rule.ts';

export const REPORT_DAY: YearlyRule = { kind: 'last-day-of-month', month: 2 };

/** Figures are reported that count up to the last day of a year. */
export function isReported(countedUntil: CivilDate): boolean {
  const { month, day } = parts(countedUntil);
  return month === 12 && day === 31;
}

/** The day on which what is counted up to a day is due. */
export const reportDueOn = (countedUntil: CivilDate): CivilDate =>
  onOrAfter(REPORT_DAY, addDays(countedUntil, 1));

/** The day of the next report, for whoever asks on a day; `last` is the day the newest one counts up to. */
export function nextReportOn(today: CivilDate, last: CivilDate | undefined): CivilDate {
  const next = onOrAfter(REPORT_DAY, today);
  return last !== undefined && reportDueOn(last) >= next
    ? onOrAfter(REPORT_DAY, addDays(next, 1))
    : next;
}
