/**
 * What a calibrated item is: how likely each of its categories is for somebody of ability theta, on the logistic scale
 * with D = 1 and in slope-intercept form.
 *
 * - binary: P(right) = g + (1 - g) / (1 + exp(-(a theta + d))); Rasch, 1PL and 2PL have g = 0 (Birnbaum 1968)
 * - graded: P(category >= k) = 1 / (1 + exp(-(a theta + d[k-1]))), d falling (Samejima 1969)
 * - partial credit: P(k) proportional to exp(k a theta + d[k-1]), d cumulative and 0 for k = 0; a = 1 is Rasch's
 *   partial credit (Masters 1982; Muraki 1992)
 */
export interface BinaryItem {
  readonly kind: 'binary';
  readonly a: number;
  readonly d: number;
  /** The chance of a right answer by guessing alone. */
  readonly g: number;
}

export interface GradedItem {
  readonly kind: 'graded';
  readonly a: number;
  readonly d: readonly number[];
}

export interface PartialCreditItem {
  readonly kind: 'partial-credit';
  readonly a: number;
  readonly d: readonly number[];
}

export type CalibratedItem = BinaryItem | GradedItem | PartialCreditItem;

/** How many categories the item has. */
export const categoriesOf = (item: CalibratedItem): number =>
  item.kind === 'binary' ? 2 : item.d.length + 1;

/** The probability of each category, lowest first, for somebody of ability `theta`. */
export function categoryProbabilities(item: CalibratedItem, theta: number): readonly number[] {
  if (item.kind === 'binary') {
    const right = item.g + (1 - item.g) * logistic(item.a * theta + item.d);
    const wrong = (1 - item.g) * logistic(-(item.a * theta + item.d));
    return [wrong, right];
  }
  if (item.kind === 'graded') {
    const atLeast = [1, ...item.d.map((d) => logistic(item.a * theta + d)), 0];
    return atLeast.slice(1).map((next, k) => (atLeast[k] ?? 0) - next);
  }
  const exponents = [0, ...item.d.map((d, k) => (k + 1) * item.a * theta + d)];
  const largest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** 1 / (1 + exp(-z)) without overflow. */
function logistic(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}
