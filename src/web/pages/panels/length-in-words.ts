/** How long a sanction lasts, in the unit in which people would say it: "2 years", "6 months", "45 days". */
import { panels } from '../../words/panels.ts';

const words = panels.like;
const YEAR = 365.25;
const MONTH = YEAR / 12;
/** Two years differ by a day in a leap year, a month by three. */
const NEAR = 3;

export function lengthInWords(days: number): string {
  const years = Math.round(days / YEAR);
  if (years >= 1 && Math.abs(days - years * YEAR) <= NEAR) {
    return words.years(years);
  }
  const months = Math.round(days / MONTH);
  return months >= 1 && Math.abs(days - months * MONTH) <= NEAR
    ? words.months(months)
    : words.days(days);
}
