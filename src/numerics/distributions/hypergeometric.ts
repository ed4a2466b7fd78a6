/**
 * The hypergeometric distribution: of a fixed number of prizes drawn without putting back, how many fall
 * to one of two groups if the draw is blind? It is the arithmetic behind Fisher's exact test.
 *
 * A point is written as three binomial point probabilities, which keeps its digits for groups of any size
 * (Loader 2000). A tail starts at its largest point and walks outward by the ratio of neighbors, so that it
 * keeps its digits however small it is and costs no more than the width of the distribution.
 */
import { binomialPoint } from './point-probability.ts';

export interface Draw {
  /** People in the first and in the second group. */
  readonly first: number;
  readonly second: number;
  /** Prizes in all. */
  readonly drawn: number;
}

/** A point this much smaller than the sum no longer changes it. */
const NEGLIGIBLE = 1e-18;

/** The fewest and the most prizes the first group can have. */
export function reach({ first, second, drawn }: Draw): readonly [number, number] {
  return [Math.max(0, drawn - second), Math.min(drawn, first)];
}

/** The number of prizes that is likeliest for the first group. */
export function likeliest(draw: Draw): number {
  const [fewest, most] = reach(draw);
  const middle = ((draw.drawn + 1) * (draw.first + 1)) / (draw.first + draw.second + 2);
  return Math.min(most, Math.max(fewest, Math.floor(middle)));
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

/** The chance of every number of prizes from the fewest to the most. */
export function hypergeometricPoints(draw: Draw): Float64Array {
  const { first, second, drawn } = draw;
  const [fewest, most] = reach(draw);
  const points = new Float64Array(most - fewest + 1);
  const middle = likeliest(draw);
  let point = hypergeometricPoint(middle, draw);
  for (let yes = middle; yes <= most; yes += 1) {
    points[yes - fewest] = point;
    point *= ((first - yes) * (drawn - yes)) / ((yes + 1) * (second - drawn + yes + 1));
  }
  point = hypergeometricPoint(middle, draw);
  for (let yes = middle; yes >= fewest; yes -= 1) {
    points[yes - fewest] = point;
    point *= (yes * (second - drawn + yes)) / ((first - yes + 1) * (drawn - yes + 1));
  }
  return points;
}

/** The chance that the first group has at most x of the prizes. */
export function hypergeometricLowerTail(x: number, draw: Draw): number {
  return x <= likeliest(draw) ? fallingSum(x, draw) : Math.max(0, 1 - risingSum(x + 1, draw));
}

/** The chance that the first group has at least x of the prizes. */
export function hypergeometricUpperTail(x: number, draw: Draw): number {
  return x > likeliest(draw) ? risingSum(x, draw) : Math.max(0, 1 - fallingSum(x - 1, draw));
}

/** The points at x and below, from one at or below the likeliest. */
function fallingSum(x: number, draw: Draw): number {
  const [fewest, most] = reach(draw);
  const { first, second, drawn } = draw;
  let yes = Math.min(x, most);
  let point = hypergeometricPoint(yes, draw);
  let sum = 0;
  while (yes >= fewest && point > sum * NEGLIGIBLE) {
    sum += point;
    point *= (yes * (second - drawn + yes)) / ((first - yes + 1) * (drawn - yes + 1));
    yes -= 1;
  }
  return Math.min(1, sum);
}

/** The points at x and above, from one above the likeliest. */
function risingSum(x: number, draw: Draw): number {
  const [fewest, most] = reach(draw);
  const { first, second, drawn } = draw;
  let yes = Math.max(x, fewest);
  let point = hypergeometricPoint(yes, draw);
  let sum = 0;
  while (yes <= most && point > sum * NEGLIGIBLE) {
    sum += point;
    point *= ((first - yes) * (drawn - yes)) / ((yes + 1) * (second - drawn + yes + 1));
    yes += 1;
  }
  return Math.min(1, sum);
}
