/**
 * The F distribution: is one variance larger than another by more than chance allows?
 * With d1 and d2 degrees of freedom its tails are beta tails at d1 f / (d1 f + d2).
 */
import { betaTailsAt } from './beta.ts';
import type { Tails } from './gamma-tails.ts';
import { increasingRootOutward } from './root.ts';

/** P(F <= f) and P(F > f). */
export function fTails(f: number, d1: number, d2: number): Tails {
  if (f <= 0) {
    return { lower: 0, upper: 1 };
  }
  const whole = d1 * f + d2;
  return betaTailsAt((d1 * f) / whole, d2 / whole, d1 / 2, d2 / 2);
}

/** The f with P(F <= f) = probability. Searched for on the scale of log f, which is nearly symmetric. */
export function fQuantile(probability: number, d1: number, d2: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a quantile needs a probability between 0 and 1, got ${probability}`);
  }
  const gap = (logF: number): number => {
    const { lower, upper } = fTails(Math.exp(logF), d1, d2);
    return probability < 0.5 ? Math.log(lower / probability) : Math.log((1 - probability) / upper);
  };
  return Math.exp(increasingRootOutward(gap, 230));
}
