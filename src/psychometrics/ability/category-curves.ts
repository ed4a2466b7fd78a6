/**
 * The curves of an item's categories at one ability: the probability P of each category and the first three
 * derivatives of log P by ability. Everything that point estimates and information need follows from these.
 *
 * - right or wrong: log L and log(1 - L) for the logistic L of a theta + d; with guessing, log(g + (1 - g) L)
 * - graded: P = L(z1) - L(z2), so that (log P)' = a (1 - L(z1) - L(z2))
 * - partial credit: (log P_k)' = a (k - m), (log P_k)'' = -a^2 v, (log P_k)''' = -a^3 c, with mean m, variance v and
 *   third central moment c of the category
 *
 * Source: Birnbaum (1968); Samejima (1969); Muraki (1992); the derivatives are elementary.
 */
import { at } from '../../kernel/result/at.ts';
import {
  type BinaryItem,
  type CalibratedItem,
  categoriesOf,
  type GradedItem,
  type PartialCreditItem,
} from '../irt/item-model.ts';

/** One place per category, lowest first. Filled anew for each item, to spare the allocation. */
export interface CategoryCurves {
  readonly probability: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
}

/** Room for the item with the most categories. */
export function roomForCurves(items: readonly CalibratedItem[]): CategoryCurves {
  const most = items.reduce((largest, item) => Math.max(largest, categoriesOf(item)), 2);
  return {
    probability: new Float64Array(most),
    first: new Float64Array(most),
    second: new Float64Array(most),
    third: new Float64Array(most),
  };
}

/** Writes the curves of `item` at `theta` into `curves`; answers how many categories there are. */
export function fillCurves(item: CalibratedItem, theta: number, curves: CategoryCurves): number {
  if (item.kind === 'binary') {
    fillBinary(item, theta, curves);
  } else if (item.kind === 'graded') {
    fillGraded(item, theta, curves);
  } else {
    fillPartialCredit(item, theta, curves);
  }
  return categoriesOf(item);
}

function fillBinary({ a, d, g }: BinaryItem, theta: number, curves: CategoryCurves): void {
  const z = a * theta + d;
  const [low, high] = [logistic(-z), logistic(z)];
  const spread = a * a * low * high;
  const skew = a * spread * (low - high);
  curves.probability[0] = (1 - g) * low;
  curves.first[0] = -a * high;
  curves.second[0] = -spread;
  curves.third[0] = -skew;
  const right = g + (1 - g) * high;
  // The derivatives of P divided by P, turned into derivatives of log P.
  const share = ((1 - g) * high) / right;
  const once = share * a * low;
  const twice = share * a * a * low * (low - high);
  const thrice = share * a * a * a * low * (1 - 6 * low * high);
  curves.probability[1] = right;
  curves.first[1] = once;
  curves.second[1] = twice - once * once;
  curves.third[1] = thrice - 3 * once * twice + 2 * once * once * once;
}

function fillGraded({ a, d }: GradedItem, theta: number, curves: CategoryCurves): void {
  let [above, below, spreadAbove, skewAbove] = [1, 0, 0, 0];
  let zAbove = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= d.length; k += 1) {
    const z = k < d.length ? a * theta + at(d, k) : Number.NEGATIVE_INFINITY;
    const [high, low] = [logistic(z), logistic(-z)];
    const spread = high * low;
    const skew = spread * (low - high);
    // L(z1) - L(z2) without taking two near numbers from each other.
    curves.probability[k] = above * low * -Math.expm1(z - zAbove);
    curves.first[k] = a * (below - high);
    curves.second[k] = -a * a * (spreadAbove + spread);
    curves.third[k] = -a * a * a * (skewAbove + skew);
    [above, below, spreadAbove, skewAbove, zAbove] = [high, low, spread, skew, z];
  }
}

function fillPartialCredit(
  { a, d }: PartialCreditItem,
  theta: number,
  curves: CategoryCurves,
): void {
  const last = d.length;
  let largest = 0;
  for (let k = 1; k <= last; k += 1) {
    largest = Math.max(largest, k * a * theta + at(d, k - 1));
  }
  let [total, mean] = [0, 0];
  for (let k = 0; k <= last; k += 1) {
    const weight = Math.exp((k === 0 ? 0 : k * a * theta + at(d, k - 1)) - largest);
    curves.probability[k] = weight;
    total += weight;
    mean += k * weight;
  }
  mean /= total;
  let [variance, third] = [0, 0];
  for (let k = 0; k <= last; k += 1) {
    const p = at(curves.probability, k) / total;
    curves.probability[k] = p;
    variance += p * (k - mean) ** 2;
    third += p * (k - mean) ** 3;
  }
  for (let k = 0; k <= last; k += 1) {
    curves.first[k] = a * (k - mean);
    curves.second[k] = -a * a * variance;
    curves.third[k] = -a * a * a * third;
  }
}

/** 1 / (1 + exp(-z)), without overflow and with all digits of a small value. */
export function logistic(z: number): number {
  if (z >= 0) {
    return 1 / (1 + Math.exp(-z));
  }
  const e = Math.exp(z);
  return e / (1 + e);
}
