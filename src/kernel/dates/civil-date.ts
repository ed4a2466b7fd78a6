/**
 * A calendar date with no clock and no zone: "2026-02-28". Status dates are dates, not instants,
 * so nobody's credential ends a day early because a server stands in another zone.
 * Proleptic Gregorian calendar; day numbers by Hinnant's days_from_civil (public domain algorithm).
 */
import { type Result, refuse, success } from '../result/result.ts';

declare const civil: unique symbol;
/** ISO 8601 calendar date, always valid: YYYY-MM-DD. Text order is date order. */
export type CivilDate = string & { readonly [civil]: true };

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_BEFORE_1970 = 719468;
const DAYS_IN_ERA = 146097;

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return isLeapYear(year) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads YYYY-MM-DD. Refuses what is not a date of the calendar, February 30 among them. */
export function parseCivilDate(text: string): Result<CivilDate, 'not-a-date'> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) {
    return refuse('not-a-date', `"${text}" is not a date written as year-month-day`);
  }
  return civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A date from its parts, month 1 to 12. */
export function civilDate(
  year: number,
  month: number,
  day: number,
): Result<CivilDate, 'not-a-date'> {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
    return refuse('not-a-date', `${year}-${month}-${day} is not a date`);
  }
  if (day > daysInMonth(year, month)) {
    return refuse(
      'not-a-date',
      `month ${month} of ${year} has ${daysInMonth(year, month)} days, not ${day}`,
    );
  }
  return success(written({ year, month, day }));
}

/** For dates written in our own code and data. Throws on a typing mistake. */
export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) {
    throw new RangeError(parsed.refusal.because);
  }
  return parsed.value;
}

export function parts(of: CivilDate): DateParts {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), day: Number(of.slice(8)) };
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(of: CivilDate): number {
  const { year, month, day } = parts(of);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

export function fromDayNumber(days: number): CivilDate {
  const shifted = days + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return written({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  });
}

export const addDays = (to: CivilDate, days: number): CivilDate =>
  fromDayNumber(dayNumber(to) + days);

/** Same day of a later or earlier month, or that month's last day where it has no such day. */
export function addMonths(to: CivilDate, months: number): CivilDate {
  const { year, month, day } = parts(to);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return written({
    year: newYear,
    month: newMonth,
    day: Math.min(day, daysInMonth(newYear, newMonth)),
  });
}

export const addYears = (to: CivilDate, years: number): CivilDate => addMonths(to, years * 12);

export const lastDayOfMonth = (year: number, month: number): CivilDate =>
  written({ year, month, day: daysInMonth(year, month) });

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  dayNumber(to) - dayNumber(from);

/** The earlier of two days. */
export const earlierOf = (one: CivilDate, other: CivilDate): CivilDate =>
  fromDayNumber(Math.min(dayNumber(one), dayNumber(other)));

export const laterOf = (one: CivilDate, other: CivilDate): CivilDate =>
  fromDayNumber(Math.max(dayNumber(one), dayNumber(other)));

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (of: CivilDate): number => (((dayNumber(of) + 4) % 7) + 7) % 7;

/** "Friday, May 29, 2026". */
export function inWords(of: CivilDate): string {
  const { year, month, day } = parts(of);
  return `${WEEKDAYS[weekday(of)]}, ${MONTHS[month - 1]} ${day}, ${year}`;
}

/** "May 29, 2026". */
export function inWordsShort(of: CivilDate): string {
  const { year, month, day } = parts(of);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** The calendar date at an instant (milliseconds since 1970 UTC) in a zone such as "America/New_York". */
export function civilDateAt(instantMs: number, zone: string): CivilDate {
  const fields = new Map(
    zoned(zone)
      .formatToParts(instantMs)
      .map((part) => [part.type, part.value]),
  );
  return date(`${fields.get('year')}-${fields.get('month')}-${fields.get('day')}`);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function zoned(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

function written({ year, month, day }: DateParts): CivilDate {
  const padded = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CivilDate;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
