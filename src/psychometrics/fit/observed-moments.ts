/**
 * The moments of the people's answers, and the correlations of their item scores.
 */
import { at } from '../../kernel/result/at.ts';
import type { CompletePeople } from './complete-people.ts';
import { forEachPair, type MomentModel } from './moments.ts';

export interface ObservedMoments {
  /** In the order of the model's moments. */
  readonly moments: Float64Array;
  /** Per pair: the correlation of the two item scores. */
  readonly correlations: Float64Array;
  /** Whether every item has answers in at least two categories. */
  readonly varied: boolean;
}

export function observedMoments(
  { people, codes }: CompletePeople,
  { items, firstRow, expectedMean, moments }: MomentModel,
): ObservedMoments {
  const rows = at(firstRow, items);
  const observed = new Float64Array(moments);
  const means = new Float64Array(items);
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? 0;
    const item = place % items;
    means[item] = (means[item] ?? 0) + code / people;
    if (code > 0) {
      const row = (firstRow[item] ?? 0) + code - 1;
      observed[row] = (observed[row] ?? 0) + 1 / people;
    }
  }
  const products = productSums(codes, people, items);
  const covariance = (i: number, j: number): number =>
    at(products, i * items + j) / people - at(means, i) * at(means, j);
  const correlations = new Float64Array(moments - rows);
  forEachPair(items, (i, j, pair) => {
    const [below, above] = [at(means, i) - at(expectedMean, i), at(means, j) - at(expectedMean, j)];
    observed[rows + pair] = covariance(i, j) + below * above;
    correlations[pair] = covariance(i, j) / Math.sqrt(covariance(i, i) * covariance(j, j));
  });
  const varied = means.every((_, item) => covariance(item, item) > 1e-12);
  return { moments: observed, correlations, varied };
}

/** The sum over people of the product of each two item scores; whole numbers, so exact. */
function productSums(codes: Uint8Array, people: number, items: number): Float64Array {
  const sums = new Float64Array(items * items);
  const column = (item: number): Uint8Array =>
    Uint8Array.from({ length: people }, (_, person) => codes[person * items + item] ?? 0);
  const columns = Array.from({ length: items }, (_, item) => column(item));
  columns.forEach((first, i) => {
    columns.slice(0, i + 1).forEach((second, j) => {
      let sum = 0;
      for (let person = 0; person < people; person += 1) {
        sum += (first[person] ?? 0) * (second[person] ?? 0);
      }
      sums[i * items + j] = sum;
      sums[j * items + i] = sum;
    });
  });
  return sums;
}
