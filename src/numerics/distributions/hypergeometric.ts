/**
 * The hypergeometric distribution: of a fixed number of prizes drawn without putting back, how many fall
 * to one of two groups if the draw is blind? It is the arithmetic behind Fisher's exact test.
 *
 * Written as three binomial point probabilities, which keeps its digits for groups of any size
 * (Loader 2000).
 */
import { binomialPoint } from './point-probability.ts';

export interface Draw {
  /** People in the first and in the second group. */
  readonly first: number;
  readonly second: number;
  /** Prizes in all. */
  readonly drawn: number;
}

/** The fewest and the most prizes the first group can have. */
export function reach({ first, second, drawn }: Draw): readonly [number, number] {
  return [Math.max(0, drawn - second), Math.min(drawn, first)];
}

/** The chance that the first group has exactly x of the prizes. */
export function hypergeometricPoint(x: number, { first, second, drawn }: Draw): number {
  const [fewest, most] = reach({ first, second, drawn });
  if (x < fewest || x > most) {
    return 0;
  }
  const all = first + second;
  if (drawn === 0 || drawn === all) {
    return 1;
  }
  const p = drawn / all;
  const q = (all - drawn) / all;
  const firstShare = binomialPoint(x, first, p, q);
  const secondShare = binomialPoint(drawn - x, second, p, q);
  return (firstShare * secondShare) / binomialPoint(drawn, all, p, q);
}

/** The chance that the first group has at most x of the prizes. */
export function hypergeometricLowerTail(x: number, draw: Draw): number {
  const [fewest, most] = reach(draw);
  let sum = 0;
  for (let value = fewest; value <= Math.min(x, most); value += 1) {
    sum += hypergeometricPoint(value, draw);
  }
  return Math.min(1, sum);
}
