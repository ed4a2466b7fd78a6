/**
 * The chi-squared distribution: how surprising is a sum of squares?
 * P(X > x) with k degrees of freedom is the upper gamma tail with shape k/2 at x/2.
 * The quantile is searched for on the scale of log x and of the tail's logarithm, so that a threshold of 1e-300 is found
 * as exactly as one of 5 %.
 */
import { gammaTails } from './gamma-tails.ts';
import { logGamma } from './log-gamma.ts';
import { increasingRootOutward } from './root.ts';

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

/** The x that a share `tail` of the values exceeds: the critical value of a test at that level. */
export function chiSquaredUpperQuantile(tail: number, degreesOfFreedom: number): number {
  if (!(tail > 0 && tail < 1 && degreesOfFreedom > 0)) {
    throw new RangeError(
      `a quantile needs a tail between 0 and 1 and degrees of freedom above zero, got ${tail} and ${degreesOfFreedom}`,
    );
  }
  const gap = (logX: number): number => {
    const { lower, upper } = gammaTails(degreesOfFreedom / 2, Math.exp(logX) / 2);
    return tail < 0.5 ? Math.log(tail / upper) : Math.log(lower / (1 - tail));
  };
  return Math.exp(increasingRootOutward(gap, 700));
}

/**
 * log P(X > x), which stays a number where the tail itself is too small for one. Far out the continued fraction of the
 * upper gamma tail is used on its own logarithm.
 */
export function chiSquaredLogUpperTail(x: number, degreesOfFreedom: number): number {
  const upper = chiSquaredUpperTail(x, degreesOfFreedom);
  if (upper > 1e-290) {
    return upper > 0.5
      ? Math.log1p(-gammaTails(degreesOfFreedom / 2, x / 2).lower)
      : Math.log(upper);
  }
  return logUpperGamma(degreesOfFreedom / 2, x / 2);
}

/** log of the upper gamma tail far beyond its mean: point^shape e^-point / Gamma(shape) times the fraction. */
function logUpperGamma(shape: number, point: number): number {
  let fraction = 0;
  for (let n = 400; n >= 1; n -= 1) {
    fraction = (n * (shape - n)) / (point + 2 * n + 1 - shape + fraction);
  }
  return shape * Math.log(point) - point - logGamma(shape) - Math.log(point + 1 - shape + fraction);
}
