/**
 * Does the focal share rise or fall along an ordered scale, if its steps are taken as equally far apart?
 *
 *     chi-squared = people * correlation(group, step)^2   on one degree of freedom
 *
 * Assumes equal steps, which the rank test does not. Source: Cochran (1954); Armitage (1955); as R's prop.trend.test.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';

export interface Trend {
  readonly chiSquared: number;
  readonly pValue: number;
  /** Mean step of the focal group less that of the reference group. */
  readonly stepsApart: number;
}

/** Numbers of members by outcome, lowest first. Refused where a group holds nobody or all outcomes are the same. */
export function trendTest(
  focal: readonly number[],
  reference: readonly number[],
): Result<Trend, 'nobody' | 'no-spread'> {
  const sum = (list: readonly number[], power: number): number =>
    list.reduce((all, count, step) => all + count * step ** power, 0);
  const [m, n] = [sum(focal, 0), sum(reference, 0)];
  if (!(m > 0 && n > 0)) {
    return refuse('nobody', 'one of the groups holds nobody');
  }
  const together = focal.map((count, step) => count + at(reference, step));
  const people = m + n;
  const spread = sum(together, 2) - sum(together, 1) ** 2 / people;
  if (!(spread > 0)) {
    return refuse('no-spread', 'everybody had the same outcome');
  }
  const stepsApart = sum(focal, 1) / m - sum(reference, 1) / n;
  const chiSquared = (m * n * stepsApart ** 2) / spread;
  return success({ chiSquared, pValue: chiSquaredUpperTail(chiSquared, 1), stepsApart });
}
