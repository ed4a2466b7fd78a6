/**
 * The binomial distribution: how many of n independent tries succeed?
 * Its tails are beta tails, so a million tries cost no more than ten.
 */
import { betaTailsAt } from './beta.ts';

/** P(X <= x). */
export function binomialLowerTail(x: number, tries: number, chance: number): number {
  if (x < 0) {
    return 0;
  }
  if (x >= tries) {
    return 1;
  }
  const whole = Math.floor(x);
  return betaTailsAt(1 - chance, chance, tries - whole, whole + 1).lower;
}

/** P(X >= x): the upper tail with x itself in it, computed directly and never as one minus the lower one. */
export function binomialFrom(x: number, tries: number, chance: number): number {
  const first = Math.ceil(x);
  if (first <= 0) {
    return 1;
  }
  if (first > tries) {
    return 0;
  }
  return betaTailsAt(chance, 1 - chance, first, tries - first + 1).lower;
}
