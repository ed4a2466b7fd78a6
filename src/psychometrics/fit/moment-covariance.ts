/**
 * The covariance of the moments of one person, as the function that multiplies a vector by it; see moments for the
 * structure it uses.
 *
 * Source: Maydeu-Olivares & Joe (2006), Psychometrika 71, 713-732, equations 7 to 9; Cai & Monroe (2014) for scores of
 * ordered categories. The factored form is our own algebra, checked against the covariance written out.
 */
import { at } from '../../kernel/result/at.ts';
import { forEachPair, type MomentModel } from './moments.ts';

/** The product of the covariance with `vector`. */
export function covarianceTimes(model: MomentModel, vector: Float64Array): Float64Array {
  const rows = at(model.firstRow, model.items);
  const pull = pullOfPairs(model, vector);
  const drift = driftOf(model, vector, pull);
  const { univariate, lean } = linearPart(model, vector, pull, drift);
  const result = new Float64Array(model.moments);
  result.set(univariate);
  const { items, points, means, pairVariance } = model;
  forEachPair(items, (first, second, pair) => {
    let sum = at(pairVariance, pair) * at(vector, rows + pair);
    const [i, j] = [first * points, second * points];
    for (let point = 0; point < points; point += 1) {
      sum +=
        (lean[i + point] ?? 0) * (means[j + point] ?? 0) +
        (lean[j + point] ?? 0) * (means[i + point] ?? 0);
    }
    result[rows + pair] = sum;
  });
  return result;
}

/** Per item and point, the sum over its partners of the pair's coefficient times the partner's mean. */
function pullOfPairs(model: MomentModel, vector: Float64Array): Float64Array {
  const { items, points, means, firstRow } = model;
  const rows = at(firstRow, items);
  const pull = new Float64Array(items * points);
  forEachPair(items, (first, second, pair) => {
    const coefficient = at(vector, rows + pair);
    const [i, j] = [first * points, second * points];
    for (let point = 0; point < points; point += 1) {
      pull[i + point] = (pull[i + point] ?? 0) + coefficient * (means[j + point] ?? 0);
      pull[j + point] = (pull[j + point] ?? 0) + coefficient * (means[i + point] ?? 0);
    }
  });
  return pull;
}

/** The conditional mean of the combination at each point, less its average, times the weight of the point. */
function driftOf(model: MomentModel, vector: Float64Array, pull: Float64Array): Float64Array {
  const { items, points, weights, means, shares, firstRow } = model;
  const rows = at(firstRow, items);
  const drift = new Float64Array(points);
  for (let row = 0; row < rows; row += 1) {
    const coefficient = at(vector, row);
    for (let point = 0; point < points; point += 1) {
      drift[point] = (drift[point] ?? 0) + coefficient * (shares[row * points + point] ?? 0);
    }
  }
  for (let item = 0; item < items; item += 1) {
    for (let point = 0; point < points; point += 1) {
      const place = item * points + point;
      // Each pair is met from both its items, hence the half.
      drift[point] = (drift[point] ?? 0) + ((pull[place] ?? 0) * (means[place] ?? 0)) / 2;
    }
  }
  const average = drift.reduce((sum, value, point) => sum + value * at(weights, point), 0);
  return drift.map((value, point) => (value - average) * at(weights, point));
}

/** The category part of the product, and per item and point what its pairs still need. */
function linearPart(
  model: MomentModel,
  vector: Float64Array,
  pull: Float64Array,
  drift: Float64Array,
): { readonly univariate: Float64Array; readonly lean: Float64Array } {
  const { items, points, weights, means, shares, firstRow } = model;
  const univariate = new Float64Array(at(firstRow, items));
  const lean = new Float64Array(items * points);
  for (let item = 0; item < items; item += 1) {
    const [from, to] = [at(firstRow, item), at(firstRow, item + 1)];
    for (let point = 0; point < points; point += 1) {
      const place = item * points + point;
      const weight = weights[point] ?? 0;
      let average = 0;
      for (let row = from; row < to; row += 1) {
        const coefficient = (vector[row] ?? 0) + (row - from + 1) * (pull[place] ?? 0);
        average += coefficient * (shares[row * points + point] ?? 0);
      }
      let score = 0;
      for (let row = from; row < to; row += 1) {
        const share = shares[row * points + point] ?? 0;
        const coefficient = (vector[row] ?? 0) + (row - from + 1) * (pull[place] ?? 0);
        const part = weight * share * (coefficient - average);
        univariate[row] = (univariate[row] ?? 0) + part + (drift[point] ?? 0) * share;
        score += (row - from + 1) * part;
      }
      lean[place] = score + ((drift[point] ?? 0) * (means[place] ?? 0)) / 2;
    }
  }
  return { univariate, lean };
}
