/**
 * Point probabilities of the Poisson and binomial distributions, with all their digits even where the
 * factorials in the textbook formulas are astronomical. Both accept numbers between the whole ones,
 * because the tails of chi-squared, t, F and beta are built on the same expressions.
 *
 * The idea: a probability near the middle of its distribution is close to a bell curve, so compute the
 * bell curve and the small deviation from it, never the difference of two huge logarithms.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
import { stirlingError } from './log-gamma.ts';

/** mean^x e^-mean / Gamma(x + 1). */
export function poissonPoint(x: number, mean: number): number {
  if (x < 0) {
    return 0;
  }
  if (mean === 0) {
    return x === 0 ? 1 : 0;
  }
  if (x === 0) {
    return Math.exp(-mean);
  }
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/**
 * Gamma(n + 1) / (Gamma(x + 1) Gamma(n - x + 1)) p^x q^(n - x). The caller gives both p and q = 1 - p,
 * because whichever of them is tiny loses its digits when it is worked out from the other.
 */
export function binomialPoint(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) {
    return 0;
  }
  if (p === 0) {
    return x === 0 ? 1 : 0;
  }
  if (q === 0) {
    return x === n ? 1 : 0;
  }
  if (x === 0) {
    return Math.exp(n * logOf(q, p));
  }
  if (x === n) {
    return Math.exp(n * logOf(p, q));
  }
  const rest = n - x;
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  const distance = deviance(x, n * p) + deviance(rest, n * q);
  return Math.exp(correction - distance) * Math.sqrt(n / (2 * Math.PI * x * rest));
}

/** log p, through the smaller of p and 1 - p. */
const logOf = (p: number, rest: number): number => (p < 0.5 ? Math.log(p) : Math.log1p(-rest));

/** x log(x / mean) + mean - x, by its series where the two are so close that the terms would cancel. */
function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) {
    return x * Math.log(x / mean) + mean - x;
  }
  const ratio = gap / (x + mean);
  let sum = gap * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; odd < 1000; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) {
      break;
    }
    sum = next;
  }
  return sum;
}
