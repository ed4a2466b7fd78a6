/**
 * Dates as rules, never typed in: "last day of February", "October 15", "30 days after".
 * A published list of dates goes wrong (there is no February 29, 2025); a rule cannot.
 */
import { never } from '../result/result.ts';
import { addBusinessDays } from './business-days.ts';
import {
  addDays,
  addMonths,
  type CivilDate,
  date,
  daysInMonth,
  lastDayOfMonth,
  weekday,
} from './civil-date.ts';

/** A day of every year. A day the month does not have in that year means its last day. */
export type YearlyRule =
  | { readonly kind: 'day-of-month'; readonly month: number; readonly day: number }
  | { readonly kind: 'last-day-of-month'; readonly month: number }
  | {
      /** The first Saturday (weekday 6) on or after March 9, and the like. */
      readonly kind: 'weekday-on-or-after';
      readonly month: number;
      readonly day: number;
      readonly weekday: number;
    };

/** A day counted from another day. */
export type OffsetRule =
  | { readonly kind: 'days-after'; readonly days: number }
  | { readonly kind: 'business-days-after'; readonly days: number }
  | { readonly kind: 'months-after'; readonly months: number };

/** The day this rule names in a year. */
export function inYear(rule: YearlyRule, year: number): CivilDate {
  switch (rule.kind) {
    case 'last-day-of-month':
      return lastDayOfMonth(year, rule.month);
    case 'day-of-month': {
      const day = Math.min(rule.day, daysInMonth(year, rule.month));
      const two = (value: number): string => String(value).padStart(2, '0');
      return date(`${String(year).padStart(4, '0')}-${two(rule.month)}-${two(day)}`);
    }
    case 'weekday-on-or-after': {
      const start = inYear({ kind: 'day-of-month', month: rule.month, day: rule.day }, year);
      return addDays(start, (rule.weekday - weekday(start) + 7) % 7);
    }
    default:
      throw never(rule);
  }
}

/** The first day on or after `from` that this rule names. */
export function onOrAfter(rule: YearlyRule, from: CivilDate): CivilDate {
  const year = Number(from.slice(0, 4));
  const thisYear = inYear(rule, year);
  return thisYear >= from ? thisYear : inYear(rule, year + 1);
}

/** The last day on or before `until` that this rule names. */
export function onOrBefore(rule: YearlyRule, until: CivilDate): CivilDate {
  const year = Number(until.slice(0, 4));
  const thisYear = inYear(rule, year);
  return thisYear <= until ? thisYear : inYear(rule, year - 1);
}

export function counted(rule: OffsetRule, from: CivilDate): CivilDate {
  switch (rule.kind) {
    case 'days-after':
      return addDays(from, rule.days);
    case 'business-days-after':
      return addBusinessDays(from, rule.days);
    case 'months-after':
      return addMonths(from, rule.months);
    default:
      throw never(rule);
  }
}
