/**
 * The moments that limited-information fit compares: for each item the share of each category above the lowest, and for
 * each pair of items the mean product of their scores, centered at what the model expects. With right-or-wrong items these
 * are the univariate and bivariate margins of M2; with ordered categories those of C2. (Centering is a linear change of
 * moments, which leaves the statistic as it is and keeps its system well conditioned.)
 *
 * Their covariance has a structure that spares writing it down. Given ability, items are independent, so that with score
 * deviations c_i, means m_i and variances v_i, a pair's product deviates by m_j c_i + m_i c_j + c_i c_j. The covariance is
 * therefore, averaged over ability: a part linear in the c_i, a diagonal v_i v_j, and the covariance over ability of the
 * conditional means. Multiplying a vector by it costs items^2 x points, where the matrix itself has items^4 / 4 entries.
 */
import { at } from '../../kernel/result/at.ts';
import type { LatentDensity } from '../ability/latent-density.ts';
import type { CategoryTable } from '../ability/sum-score-distribution.ts';

export interface MomentModel {
  readonly items: number;
  readonly points: number;
  readonly weights: Float64Array;
  /** Categories above the lowest, item after item, one row of points each. */
  readonly shares: Float64Array;
  /** For each item where its rows begin; one more entry at the end. */
  readonly firstRow: Int32Array;
  /** Item after item: conditional mean score at each point less the expected mean. */
  readonly means: Float64Array;
  /** Item after item: conditional variance of the score at each point. */
  readonly variances: Float64Array;
  readonly expectedMean: Float64Array;
  /** How many moments there are. */
  readonly moments: number;
  /** Per pair: the average of v_i v_j. */
  readonly pairVariance: Float64Array;
}

export function momentModel(
  tables: readonly CategoryTable[],
  { points, weights }: LatentDensity,
): MomentModel {
  const items = tables.length;
  const width = points.length;
  const firstRow = new Int32Array(items + 1);
  tables.forEach((table, item) => {
    firstRow[item + 1] = at(firstRow, item) + table.length - 1;
  });
  const rows = at(firstRow, items);
  const shares = new Float64Array(rows * width);
  const means = new Float64Array(items * width);
  const variances = new Float64Array(items * width);
  const expectedMean = new Float64Array(items);
  tables.forEach((table, item) => {
    for (let point = 0; point < width; point += 1) {
      let [mean, square] = [0, 0];
      for (let k = 1; k < table.length; k += 1) {
        const p = at(at(table, k), point);
        shares[(at(firstRow, item) + k - 1) * width + point] = p;
        mean += k * p;
        square += k * k * p;
      }
      means[item * width + point] = mean;
      variances[item * width + point] = square - mean * mean;
      expectedMean[item] = at(expectedMean, item) + mean * at(weights, point);
    }
  });
  means.forEach((mean, place) => {
    means[place] = mean - at(expectedMean, Math.floor(place / width));
  });
  const pairVariance = new Float64Array((items * (items - 1)) / 2);
  forEachPair(items, (first, second, pair) => {
    pairVariance[pair] = weighted(variances, first, variances, second, weights);
  });
  const moments = rows + pairVariance.length;
  return {
    items,
    points: width,
    weights,
    shares,
    firstRow,
    means,
    variances,
    expectedMean,
    moments,
    pairVariance,
  };
}

/** Every pair of items, the first lower, with its running number. */
export function forEachPair(
  items: number,
  visit: (first: number, second: number, pair: number) => void,
): void {
  let pair = 0;
  for (let first = 0; first < items; first += 1) {
    for (let second = first + 1; second < items; second += 1) {
      visit(first, second, pair);
      pair += 1;
    }
  }
}

/** The average over ability of row `i` of `first` times row `j` of `second`. */
export function weighted(
  first: Float64Array,
  i: number,
  second: Float64Array,
  j: number,
  weights: Float64Array,
): number {
  const width = weights.length;
  let sum = 0;
  for (let point = 0; point < width; point += 1) {
    sum +=
      (first[i * width + point] ?? 0) * (second[j * width + point] ?? 0) * (weights[point] ?? 0);
  }
  return sum;
}

/** What the model expects of each moment. */
export function expectedMoments(model: MomentModel): Float64Array {
  const { items, points, weights, shares, means, firstRow } = model;
  const rows = at(firstRow, items);
  const expected = new Float64Array(model.moments);
  for (let row = 0; row < rows; row += 1) {
    for (let point = 0; point < points; point += 1) {
      expected[row] = at(expected, row) + at(shares, row * points + point) * at(weights, point);
    }
  }
  forEachPair(items, (first, second, pair) => {
    expected[rows + pair] = weighted(means, first, means, second, weights);
  });
  return expected;
}

/** The variance of each moment for one person: the diagonal of the covariance. */
export function momentVariances(model: MomentModel, expected: Float64Array): Float64Array {
  const { items, points, weights, means, variances, firstRow } = model;
  const rows = at(firstRow, items);
  const squares = means.map((mean, place) => mean * mean + at(variances, place));
  const result = new Float64Array(model.moments);
  for (let row = 0; row < rows; row += 1) {
    result[row] = at(expected, row) * (1 - at(expected, row));
  }
  forEachPair(items, (first, second, pair) => {
    const square = weighted(squares, first, squares, second, weights.subarray(0, points));
    result[rows + pair] = square - at(expected, rows + pair) ** 2;
  });
  return result;
}
