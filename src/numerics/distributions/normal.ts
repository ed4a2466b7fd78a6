/**
 * The normal distribution, the bell curve: how far from the middle is unusual?
 * Tails come from the gamma tails with shape 1/2 at x^2/2, so that twenty standard deviations out the
 * answer still has its digits. The quantile improves a rough first guess by Newton's method on the
 * logarithm of the tail, where the curve is nearly straight.
 *
 * Source of the first guess: Abramowitz & Stegun (1964), 26.2.23. Of the tail's logarithm far out, where the tail
 * itself has no place in a double: 26.2.12 (asymptotic series).
 */
import { gammaTails } from './gamma-tails.ts';
import { HALF_LOG_TWO_PI } from './log-gamma.ts';

/** P(Z <= z). */
export const normalLowerTail = (z: number): number => normalUpperTail(-z);

/** P(Z > z). */
export function normalUpperTail(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : 0.5 + lower / 2;
}

const SERIES_FROM = 30;

/** log P(Z > z), which stays a number where the tail itself is too small for one. */
export function normalLogUpperTail(z: number): number {
  if (z < SERIES_FROM) {
    return z < 0 ? Math.log1p(-normalUpperTail(-z)) : Math.log(normalUpperTail(z));
  }
  const square = z * z;
  let [term, sum] = [1, 1];
  for (let n = 1; n < 16; n += 1) {
    term *= -(2 * n - 1) / square;
    sum += term;
  }
  return Math.log(sum) - square / 2 - HALF_LOG_TWO_PI - Math.log(z);
}

/** The height of the bell at z. */
export const normalDensity = (z: number): number => Math.exp(-(z * z) / 2 - HALF_LOG_TWO_PI);

/** The chance of a value at least this far from zero, on either side: a two-sided p-value. */
export const normalTwoSided = (z: number): number => gammaTails(0.5, (z * z) / 2).upper;

/** The z with P(Z <= z) = probability. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a quantile needs a probability between 0 and 1, got ${probability}`);
  }
  if (probability === 0.5) {
    return 0;
  }
  return probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability);
}

/** The z that a share `tail` of the values exceeds, for tail below one half. */
function upperQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = t - above / below;
  for (let step = 0; step < 12; step += 1) {
    const upper = normalUpperTail(z);
    const slope = normalDensity(z) / upper;
    const move = Math.log(upper / tail) / slope;
    z += move;
    if (Math.abs(move) < 1e-15 * (1 + z)) {
      break;
    }
  }
  return z;
}
