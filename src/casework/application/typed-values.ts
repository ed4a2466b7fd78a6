/**
 * Dates, months, years and numbers as people type them. A date comes in three boxes, a month by number or by name.
 * A refusal says which box is wrong and what would be right; "February 29, 2023" is told how long that month was.
 */
import { type CivilDate, civilDate, daysInMonth, MONTHS } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface TypedDate {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

export type ValueRefusal =
  | 'missing'
  | 'incomplete'
  | 'not-readable'
  | 'impossible'
  | 'out-of-range';
type Read<Value> = Result<Value, ValueRefusal>;

const EARLIEST_YEAR = 1900;
const YEARS_AHEAD = 50;

/** A date from its three boxes. `on` is today: nothing lies more than fifty years ahead of it. */
export function readTypedDate(label: string, typed: TypedDate, on: CivilDate): Read<CivilDate> {
  const boxes = [
    ['month', tidy(typed.month)],
    ['day', tidy(typed.day)],
    ['year', tidy(typed.year)],
  ] as const;
  const gap = emptyBoxes(label, boxes, 'month, day and year, such as 3 14 2021');
  if (gap !== undefined) {
    return gap;
  }
  const year = readYearBox(label, tidy(typed.year), on);
  const month = readMonthBox(label, tidy(typed.month));
  if (!month.ok) {
    return month;
  }
  const day = readDayBox(label, tidy(typed.day));
  if (!day.ok) {
    return day;
  }
  if (!year.ok) {
    return year;
  }
  const made = civilDate(year.value, month.value, day.value);
  return made.ok ? made : noSuchDay(label, year.value, month.value, day.value);
}

/** A month as "2021-03". */
export function readTypedMonth(
  label: string,
  typed: Pick<TypedDate, 'month' | 'year'>,
  on: CivilDate,
): Read<string> {
  const boxes = [
    ['month', tidy(typed.month)],
    ['year', tidy(typed.year)],
  ] as const;
  const gap = emptyBoxes(label, boxes, 'month and year, such as 3 2021');
  if (gap !== undefined) {
    return gap;
  }
  const month = readMonthBox(label, tidy(typed.month));
  if (!month.ok) {
    return month;
  }
  const year = readYearBox(label, tidy(typed.year), on);
  return year.ok ? success(`${year.value}-${String(month.value).padStart(2, '0')}`) : year;
}

/** A year as "2021". */
export function readTypedYear(label: string, typed: string, on: CivilDate): Read<string> {
  const text = tidy(typed);
  if (text === '') {
    return refuse('missing', `${label}: write the year, such as 2021.`);
  }
  const year = readYearBox(label, text, on);
  return year.ok ? success(String(year.value)) : year;
}

/** A number from 0, with at most two decimals, in its shortest form: "2080", "12.5". */
export function readTypedNumber(label: string, typed: string, atMost: number): Read<string> {
  const text = tidy(typed);
  if (text === '') {
    return refuse('missing', `${label}: write a number, such as 24. If there is none, write 0.`);
  }
  if (/^[-−–]/.test(text)) {
    return refuse('out-of-range', `${label}: this cannot be less than zero. Take out the minus.`);
  }
  if (/\p{L}/u.test(text)) {
    return refuse('not-readable', `${label}: write digits only, such as 24, and no words.`);
  }
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) {
    return refuse(
      'not-readable',
      `${label}: write the number like 2080 or 12.5, with at most two digits after the point.`,
    );
  }
  const value = Number(text.replaceAll(',', ''));
  return value > atMost
    ? refuse(
        'out-of-range',
        `${label}: ${value.toLocaleString('en-US')} is more than can be. The most is ${atMost.toLocaleString('en-US')}; check the digits.`,
      )
    : success(String(value));
}

/** Full-width digits and all kinds of spaces become plain ones. */
const tidy = (text: string): string => text.normalize('NFKC').trim();

function emptyBoxes(
  label: string,
  boxes: readonly (readonly [string, string])[],
  all: string,
): Read<never> | undefined {
  const empty = boxes.filter(([, text]) => text === '').map(([box]) => box);
  if (empty.length === 0) {
    return undefined;
  }
  return empty.length === boxes.length
    ? refuse('missing', `${label}: write the ${all}.`)
    : refuse('incomplete', `${label}: the ${empty.join(' and the ')} is missing. Add it.`);
}

function readMonthBox(label: string, text: string): Read<number> {
  const named = MONTHS.findIndex((name) => {
    const typed = text.toLowerCase().replace(/\.$/, '');
    return typed.length >= 3 && name.toLowerCase().startsWith(typed);
  });
  if (named >= 0) {
    return success(named + 1);
  }
  if (!/^\d+$/.test(text)) {
    return refuse(
      'not-readable',
      `${label}: write the month as a number from 1 to 12, or by its name.`,
    );
  }
  const month = Number(text);
  return month >= 1 && month <= 12
    ? success(month)
    : refuse('impossible', `${label}: there is no month ${month}. Months go from 1 to 12.`);
}

function readDayBox(label: string, text: string): Read<number> {
  if (!/^\d+$/.test(text)) {
    return refuse('not-readable', `${label}: write the day in digits, such as 14.`);
  }
  const day = Number(text);
  return day >= 1 && day <= 31
    ? success(day)
    : refuse('impossible', `${label}: there is no day ${day}. Days go from 1 to 31.`);
}

function readYearBox(label: string, text: string, on: CivilDate): Read<number> {
  if (!/^\d{4}$/.test(text)) {
    return refuse('not-readable', `${label}: write the year with four digits, such as 2021.`);
  }
  const year = Number(text);
  const latest = Number(on.slice(0, 4)) + YEARS_AHEAD;
  return year >= EARLIEST_YEAR && year <= latest
    ? success(year)
    : refuse(
        'out-of-range',
        `${label}: the year ${year} cannot be right. Write one from ${EARLIEST_YEAR} to ${latest}.`,
      );
}

function noSuchDay(label: string, year: number, month: number, day: number): Read<never> {
  const name = MONTHS[month - 1] ?? '';
  const last = daysInMonth(year, month);
  const where = month === 2 ? `In ${year}, February` : name;
  return refuse(
    'impossible',
    `${label}: there is no ${name} ${day}${month === 2 ? `, ${year}` : ''}. ${where} has ${last} days; check the day${month === 2 ? ' and the year' : ''}.`,
  );
}
