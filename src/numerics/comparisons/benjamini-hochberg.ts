/**
 * Many comparisons at once, for screening: raised p-values such that, among the comparisons kept at a level of 5 %, about
 * 5 % or fewer are expected to be false. Milder than Holm's rule, which guards against even one.
 *
 *     raised p of rank i = min over ranks k >= i of p(k) m / k
 *
 * Source: Benjamini & Hochberg (1995). Assumes tests that are independent or positively dependent.
 */
import { at } from '../../kernel/result/at.ts';

/** Raised p-values, in the order given. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, place) => place).sort((a, b) => at(pValues, b) - at(pValues, a));
  const raised = pValues.slice();
  let least = 1;
  order.forEach((place, above) => {
    const rank = pValues.length - above;
    least = Math.min(least, (pValues.length / rank) * at(pValues, place));
    raised[place] = least;
  });
  return raised;
}
