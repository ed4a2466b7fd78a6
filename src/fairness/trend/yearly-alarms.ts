/**
 * Year after year the question is put again: is this year worse than the last? Each year gets its own part of
 * the 5 %, so that the chance of ever raising a false alarm, over all years there will be, stays at 5 %.
 *
 *     part of year k = 5 % / (k (k + 1)),   the parts of all years add up to 5 %
 *
 * Source: the union bound with telescoping parts (Bonferroni; the "alpha-investing" of Foster & Stine 2008
 * without reinvestment). Within a year any number of looks (anytime-comparison).
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { anytimeComparison, type Block, type Look } from './anytime-comparison.ts';

export interface Year {
  readonly label: string;
  readonly blocks: readonly Block[];
}

export interface YearLooks {
  readonly label: string;
  readonly significance: number;
  readonly looks: readonly Look[];
}

const SIGNIFICANCE = 0.05;

/** What the first comparison of two years may spend of the 5 % (place 1), the second, and so on. */
export const partOfYear = (place: number): number => SIGNIFICANCE / (place * (place + 1));

/** Years in the order in which they came. */
export function yearlyAlarms(years: readonly Year[]): Result<readonly YearLooks[], 'not-counts'> {
  const answers: YearLooks[] = [];
  for (const [place, { label, blocks }] of years.entries()) {
    const significance = partOfYear(place + 1);
    const looks = anytimeComparison(blocks, significance);
    if (!looks.ok) {
      return looks;
    }
    answers.push({ label, significance, looks: looks.value });
  }
  return success(answers);
}
