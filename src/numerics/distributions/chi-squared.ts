/**
 * The chi-squared distribution: how surprising is a sum of squares?
 * P(X > x) with k degrees of freedom is the upper gamma tail with shape k/2 at x/2.
 */
import { gammaTails } from './gamma-tails.ts';

/** P(X > x): the p-value of a chi-squared statistic. */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`degrees of freedom must be above zero, got ${degreesOfFreedom}`);
  }
  if (Number.isNaN(x)) {
    throw new RangeError('a chi-squared statistic must be a number');
  }
  return gammaTails(degreesOfFreedom / 2, x / 2).upper;
}
