/**
 * The log of each category's probability at each point of a density, worked out once for all people; and from it how
 * likely a person's answers are at each point: log L(point) = sum over answered items of log P(answer | point).
 *
 * On the log scale throughout, so that an exam of any length can be scored.
 */
import { at } from '../../kernel/result/at.ts';
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { fillCurves, roomForCurves } from './category-curves.ts';

export interface LogProbabilities {
  readonly points: number;
  /** For each item the row of its lowest category; its other categories follow. */
  readonly firstRow: Int32Array;
  /** Row after row, one value a point. */
  readonly rows: Float64Array;
}

/** The table for these items at these points. */
export function logProbabilities(
  items: readonly CalibratedItem[],
  points: Float64Array,
): LogProbabilities {
  const firstRow = new Int32Array(items.length);
  let count = 0;
  items.forEach((item, place) => {
    firstRow[place] = count;
    count += categoriesOf(item);
  });
  const rows = new Float64Array(count * points.length);
  const curves = roomForCurves(items);
  items.forEach((item, place) => {
    points.forEach((point, index) => {
      const categories = fillCurves(item, point, curves);
      for (let k = 0; k < categories; k += 1) {
        const row = at(firstRow, place) + k;
        rows[row * points.length + index] = Math.log(at(curves.probability, k));
      }
    });
  });
  return { points: points.length, firstRow, rows };
}

/** Writes the person's log likelihood at each point into `sums`. */
export function addAnswers(
  table: LogProbabilities,
  { items, codes }: CategoryMatrix,
  person: number,
  sums: Float64Array,
): void {
  const { points, firstRow, rows } = table;
  const start = person * items.length;
  sums.fill(0);
  for (let item = 0; item < items.length; item += 1) {
    const code = codes[start + item] ?? NO_ANSWER;
    if (code !== NO_ANSWER) {
      const row = ((firstRow[item] ?? 0) + code) * points;
      for (let point = 0; point < points; point += 1) {
        sums[point] = (sums[point] ?? 0) + (rows[row + point] ?? 0);
      }
    }
  }
}
