/**
 * How precisely an item, and a whole exam, measures at each ability: information I(theta) = sum over categories of
 * P'^2 / P; the exam's is the sum of its items'; the standard error of maximum likelihood is 1 / sqrt(I).
 *
 * Source: Birnbaum (1968), section 17.5; for ordered categories Samejima (1969).
 */
import { at } from '../../kernel/result/at.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { fillCurves, roomForCurves } from './category-curves.ts';

/** The information of one item at each ability. */
export function itemInformation(item: CalibratedItem, abilities: readonly number[]): Float64Array {
  const curves = roomForCurves([item]);
  return Float64Array.from(abilities, (theta) => {
    const categories = fillCurves(item, theta, curves);
    let information = 0;
    for (let k = 0; k < categories; k += 1) {
      information += at(curves.probability, k) * at(curves.first, k) ** 2;
    }
    return information;
  });
}

/** The information of the whole exam at each ability. */
export function testInformation(
  items: readonly CalibratedItem[],
  abilities: readonly number[],
): Float64Array {
  const total = new Float64Array(abilities.length);
  for (const item of items) {
    itemInformation(item, abilities).forEach((information, index) => {
      total[index] = at(total, index) + information;
    });
  }
  return total;
}
