/**
 * A date as it stands in one box or one cell of a table: "2026-05-29", "5/29/2026" with the month first, "May 29, 2026" or
 * "29 May 2026". A time of day behind an ISO date is left off; nothing is guessed.
 */
import { type CivilDate, civilDate, MONTHS } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';

export type DateTextRefusal = 'missing' | 'not-readable' | 'impossible';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?$/;
const MONTH_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const MONTH_NAMED = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const DAY_FIRST_NAMED = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? (\d{4})$/u;

export function readDateText(label: string, raw: string): Result<CivilDate, DateTextRefusal> {
  const text = raw.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  if (text === '') {
    return refuse('missing', `${label}: write the date, such as 2026-05-29 or May 29, 2026.`);
  }
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (isoYear !== undefined) {
    return dayOf(label, text, Number(isoYear), Number(isoMonth), Number(isoDay));
  }
  const [, first, second, year] = MONTH_FIRST.exec(text) ?? [];
  if (year !== undefined) {
    return Number(first) > 12 && Number(second) <= 12
      ? refuse('not-readable', `${label}: "${text}" has no month ${first}. Write the month first.`)
      : dayOf(label, text, Number(year), Number(first), Number(second));
  }
  const [, name, day, ofYear] = MONTH_NAMED.exec(text) ?? [];
  if (name !== undefined) {
    return dayOf(label, text, Number(ofYear), monthOf(name), Number(day));
  }
  const [, dayFirst, named, inYear] = DAY_FIRST_NAMED.exec(text) ?? [];
  return named === undefined
    ? refuse(
        'not-readable',
        `${label}: "${text}" cannot be read as a date. Write it like 2026-05-29 or May 29, 2026.`,
      )
    : dayOf(label, text, Number(inYear), monthOf(named), Number(dayFirst));
}

const monthOf = (name: string): number =>
  MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1;

function dayOf(
  label: string,
  text: string,
  year: number,
  month: number,
  day: number,
): Result<CivilDate, DateTextRefusal> {
  const made = civilDate(year, month, day);
  return made.ok
    ? made
    : refuse('impossible', `${label}: "${text}" is no day of the calendar. Check it.`);
}
