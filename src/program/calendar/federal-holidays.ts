/** The legal public holidays of the United States, as yearly rules. Source: 5 U.S.C. 6103(a), as of 2021 (Juneteenth). */
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';

const MONDAY = 1;
const THURSDAY = 4;
const on = (month: number, day: number): YearlyRule => ({ kind: 'day-of-month', month, day });
const first = (weekday: number, month: number, day: number): YearlyRule => ({
  kind: 'weekday-on-or-after',
  month,
  day,
  weekday,
});

/** Each nth weekday is the first one on or after a day: the third Monday is the first on or after the 15th. */
export const FEDERAL_HOLIDAYS: readonly YearlyRule[] = [
  on(1, 1),
  first(MONDAY, 1, 15),
  first(MONDAY, 2, 15),
  first(MONDAY, 5, 25),
  on(6, 19),
  on(7, 4),
  first(MONDAY, 9, 1),
  first(MONDAY, 10, 8),
  on(11, 11),
  first(THURSDAY, 11, 22),
  on(12, 25),
];
