/**
 * Covariances of the scored items, with N - 1, from which alpha, lambda-2, split halves and stratified alpha are sums.
 * Points of people who did not reach an item count as none, as they do in the total.
 */
import { at } from '../../kernel/result/at.ts';
import type { ResponseMatrix } from '../responses/matrix.ts';
import { crossProducts } from './cross-products.ts';

export interface Covariances {
  readonly k: number;
  /** k by k, row after row. */
  readonly matrix: Float64Array;
  /** Each item's mean number of points. */
  readonly means: Float64Array;
  /** Each item's covariance with the total. */
  readonly withTotal: Float64Array;
  readonly sumOfVariances: number;
  /** The variance of the total; exactly 0 where everybody has the same one. */
  readonly total: number;
}

/** Of the items at these places; the matrix must hold at least two people. */
export function covariancesOf(matrix: ResponseMatrix, places: readonly number[]): Covariances {
  const k = places.length;
  const { people } = matrix;
  const { products, sums } = crossProducts(matrix, places);
  const covariances = new Float64Array(k * k);
  const withTotal = new Float64Array(k);
  const scale = people * (people - 1);
  let [sumOfVariances, sumOfProducts, sumOfPoints] = [0, 0, 0];
  for (let row = 0; row < k; row += 1) {
    sumOfPoints += at(sums, row);
    for (let column = 0; column < k; column += 1) {
      const product = at(products, row * k + column);
      const value = (people * product - at(sums, row) * at(sums, column)) / scale;
      sumOfProducts += product;
      covariances[row * k + column] = value;
      withTotal[row] = at(withTotal, row) + value;
    }
    sumOfVariances += at(covariances, row * k + row);
  }
  const total = (people * sumOfProducts - sumOfPoints * sumOfPoints) / scale;
  const means = sums.map((sum) => sum / people);
  return { k, matrix: covariances, means, withTotal, sumOfVariances, total };
}
