/**
 * Two calibrations put on one scale so that the anchor items differ as little as their errors allow: the change of scale
 * that makes the sum of Lord's chi-squared over the anchor smallest.
 *
 *     theta* = A theta + B,  b* = A b + B,  a* = a / A;  minimize sum of v' (S reference + S focal*)^-1 v,  v = (a, b) less (a, b)*
 *
 * Source: Divgi (1985), Applied Psychological Measurement 9, 413-415. Items whose difficulty is badly known count little,
 * where linking by means and standard deviations lets one of them spoil the scale. For each A the best B is found in
 * closed form; A by golden section on its logarithm, about the ratio of the slopes. Swapping the groups turns the change of scale
 * round exactly.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type ItemEstimate, onScale, type Scale } from './item-estimates.ts';

/** A is looked for within this factor of the ratio of the slopes. */
const WIDEST = 4;
const STEPS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Refused where no anchor item has errors, or, where slopes are free, for a single anchor item. */
export function minimumChiSquared(
  reference: readonly ItemEstimate[],
  focal: readonly ItemEstimate[],
  anchor: readonly number[],
): Result<Scale, 'no-anchor'> {
  const pairs = anchor.map((item) => [at(reference, item), at(focal, item)] as const);
  const free = pairs.some(([one, other]) => one.varianceA + other.varianceA > 0);
  if (pairs.length < (free ? 2 : 1)) {
    return refuse('no-anchor', 'too few anchor items are left to put both groups on one scale');
  }
  if (pairs.some(([one, other]) => !(one.varianceB + other.varianceB > 0))) {
    return refuse('no-anchor', 'an anchor item has no standard error');
  }
  if (!free) {
    return success({ slope: 1, shift: shiftAt(pairs, 1).shift });
  }
  const slopes = (side: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + Math.log(pair[side].a), 0) / pairs.length;
  const middle = slopes(1) - slopes(0);
  const distance = (log: number): number => shiftAt(pairs, Math.exp(log)).distance;
  const log = lowest(distance, middle - Math.log(WIDEST), middle + Math.log(WIDEST));
  const slope = Math.exp(log);
  return success({ slope, shift: shiftAt(pairs, slope).shift });
}

type Pair = readonly [reference: ItemEstimate, focal: ItemEstimate];

/** The best B for this A, and how far the anchor items then are from each other. */
function shiftAt(pairs: readonly Pair[], slope: number): { shift: number; distance: number } {
  let [upper, lower, constant] = [0, 0, 0];
  for (const [reference, own] of pairs) {
    const focal = onScale(own, { slope, shift: 0 });
    const a = reference.a - focal.a;
    const b = reference.b - focal.b;
    const varianceA = reference.varianceA + focal.varianceA;
    const varianceB = reference.varianceB + focal.varianceB;
    const covariance = reference.covariance + focal.covariance;
    const [aa, ab, bb] =
      varianceA === 0 ? [0, 0, 1 / varianceB] : inverseOf(varianceA, covariance, varianceB);
    upper += ab * a + bb * b;
    lower += bb;
    constant += aa * a * a + 2 * ab * a * b + bb * b * b;
  }
  return { shift: upper / lower, distance: constant - (upper * upper) / lower };
}

function inverseOf(aa: number, ab: number, bb: number): readonly [number, number, number] {
  const determinant = aa * bb - ab * ab;
  return [bb / determinant, -ab / determinant, aa / determinant];
}

/** Golden section: where the function is lowest between the two. */
function lowest(f: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to];
  let [x, y] = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)];
  let [fx, fy] = [f(x), f(y)];
  for (let step = 0; step < STEPS; step += 1) {
    if (fx < fy) {
      [right, y, fy] = [y, x, fx];
      x = right - GOLDEN * (right - left);
      fx = f(x);
    } else {
      [left, x, fx] = [x, y, fy];
      y = left + GOLDEN * (right - left);
      fy = f(y);
    }
  }
  return (left + right) / 2;
}
