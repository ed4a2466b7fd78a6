/**
 * The noncentral chi-squared distribution: how large a misfit statistic gets when the model is off by a given amount.
 * P(X <= x) is the average of central lower tails with k + 2j degrees of freedom, j Poisson with half the noncentrality.
 *
 * Source: Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, equation 29.2. The sum starts at
 * the largest Poisson weight and walks outwards both ways until the terms no longer count.
 */
import { gammaTails } from './gamma-tails.ts';
import { poissonPoint } from './point-probability.ts';
import { increasingRoot } from './root.ts';

const NEGLIGIBLE = 1e-17;

/** P(X <= x). */
export function noncentralChiSquaredLowerTail(
  x: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  if (!(degreesOfFreedom > 0 && noncentrality >= 0) || Number.isNaN(x)) {
    throw new RangeError(
      `no noncentral chi-squared at ${x} with ${degreesOfFreedom} degrees and ${noncentrality}`,
    );
  }
  const term = (j: number): number =>
    poissonPoint(j, noncentrality / 2) * gammaTails(degreesOfFreedom / 2 + j, x / 2).lower;
  const middle = Math.floor(noncentrality / 2);
  let sum = 0;
  for (let j = middle; j >= 0; j -= 1) {
    const weight = poissonPoint(j, noncentrality / 2);
    sum += term(j);
    // Below the middle the weight bounds every term still to come.
    if (weight * (j + 1) < NEGLIGIBLE) {
      break;
    }
  }
  for (let j = middle + 1; ; j += 1) {
    const added = term(j);
    sum += added;
    if (added <= sum * NEGLIGIBLE) {
      return Math.min(1, sum);
    }
  }
}

/** The noncentrality at which P(X <= x) falls to `probability`; 0 where it lies below that from the start. */
export function noncentralityAt(x: number, degreesOfFreedom: number, probability: number): number {
  const missing = (noncentrality: number): number =>
    probability - noncentralChiSquaredLowerTail(x, degreesOfFreedom, noncentrality);
  let beyond = Math.max(10, x);
  while (missing(beyond) < 0) {
    beyond *= 2;
  }
  return increasingRoot(missing, 0, beyond);
}
