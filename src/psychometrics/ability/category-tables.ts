/**
 * The probability of each category of each item at each point, for methods that sum over points.
 */
import { at } from '../../kernel/result/at.ts';
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';
import { fillCurves, roomForCurves } from './category-curves.ts';
import type { CategoryTable } from './sum-score-distribution.ts';

/** For each item its categories, lowest first, each with one probability a point. */
export function categoryTables(
  items: readonly CalibratedItem[],
  points: Float64Array,
): readonly CategoryTable[] {
  const curves = roomForCurves(items);
  return items.map((item) => {
    const table = Array.from({ length: categoriesOf(item) }, () => new Float64Array(points.length));
    points.forEach((point, index) => {
      fillCurves(item, point, curves);
      table.forEach((category, k) => {
        category[index] = at(curves.probability, k);
      });
    });
    return table;
  });
}
