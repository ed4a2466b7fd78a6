/**
 * How the expected moments change with each free parameter: the columns of the derivative matrix of Maydeu-Olivares & Joe
 * (2006), by the chain rule under the average over ability.
 */
import { at } from '../../kernel/result/at.ts';
import type { LatentDensity } from '../ability/latent-density.ts';
import type { CategoryTable } from '../ability/sum-score-distribution.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { categoryGradients } from './category-gradients.ts';
import { type FreeParameters, hasGuessing } from './free-parameters.ts';
import { forEachPair, type MomentModel } from './moments.ts';

/** One column for each free parameter. */
export function momentGradients(
  items: readonly CalibratedItem[],
  tables: readonly CategoryTable[],
  density: LatentDensity,
  model: MomentModel,
  free: FreeParameters,
): readonly Float64Array[] {
  const columns: Float64Array[] = [];
  const shared = new Float64Array(model.moments);
  items.forEach((item, place) => {
    const changes = changesOf(item, at(tables, place), density);
    for (const change of changes.places) {
      columns.push(column(model, place, change));
    }
    if (free.slopes !== 'set') {
      const slope = column(model, place, changes.slope);
      if (free.slopes === 'own') {
        columns.push(slope);
      } else {
        slope.forEach((value, moment) => {
          shared[moment] = at(shared, moment) + value;
        });
      }
    }
    if (hasGuessing(item, free)) {
      columns.push(column(model, place, changes.guessing));
    }
  });
  if (free.slopes === 'equal') {
    columns.push(shared);
  }
  if (free.latentVariance) {
    columns.push(varianceColumn(model, density));
  }
  return columns;
}

/** For one parameter: the change of each category at each point. */
type Change = readonly Float64Array[];

function changesOf(
  item: CalibratedItem,
  table: CategoryTable,
  { points }: LatentDensity,
): { readonly places: readonly Change[]; readonly slope: Change; readonly guessing: Change } {
  const room = (): Change => table.map(() => new Float64Array(points.length));
  const places = table.slice(1).map(room);
  const [slope, guessing] = [room(), room()];
  points.forEach((theta, point) => {
    const probabilities = table.map((category) => at(category, point));
    const gradients = categoryGradients(item, theta, probabilities);
    const write = (into: Change, values: readonly number[]): void => {
      values.forEach((value, k) => {
        at(into, k)[point] = value;
      });
    };
    gradients.places.forEach((values, step) => {
      write(at(places, step), values);
    });
    write(slope, gradients.slope);
    write(guessing, gradients.guessing);
  });
  return { places, slope, guessing };
}

/** The change of all moments with a parameter of one item: its own shares, and its pairs with the others. */
function column(model: MomentModel, item: number, change: Change): Float64Array {
  const { items, points, weights, means, firstRow } = model;
  const result = new Float64Array(model.moments);
  const score = new Float64Array(points);
  change.forEach((category, k) => {
    let sum = 0;
    category.forEach((value, point) => {
      const weightedValue = value * at(weights, point);
      sum += weightedValue;
      score[point] = at(score, point) + k * weightedValue;
    });
    if (k > 0) {
      result[at(firstRow, item) + k - 1] = sum;
    }
  });
  const rows = at(firstRow, items);
  forEachPair(items, (first, second, pair) => {
    if (first === item || second === item) {
      const other = (first === item ? second : first) * points;
      let sum = 0;
      for (let point = 0; point < points; point += 1) {
        sum += at(score, point) * at(means, other + point);
      }
      result[rows + pair] = sum;
    }
  });
  return result;
}

/** The change of all moments with the variance of ability. */
function varianceColumn(model: MomentModel, density: LatentDensity): Float64Array {
  const { items, points, weights, means, shares, firstRow } = model;
  const raw = density.points.map(
    (theta) => ((theta - density.mean) ** 2 / density.variance - 1) / (2 * density.variance),
  );
  const average = raw.reduce((sum, value, point) => sum + value * at(weights, point), 0);
  const change = raw.map((value, point) => (value - average) * at(weights, point));
  const rows = at(firstRow, items);
  const result = new Float64Array(model.moments);
  for (let row = 0; row < rows; row += 1) {
    for (let point = 0; point < points; point += 1) {
      result[row] = at(result, row) + at(change, point) * at(shares, row * points + point);
    }
  }
  forEachPair(items, (first, second, pair) => {
    for (let point = 0; point < points; point += 1) {
      result[rows + pair] =
        at(result, rows + pair) +
        at(change, point) * at(means, first * points + point) * at(means, second * points + point);
    }
  });
  return result;
}
