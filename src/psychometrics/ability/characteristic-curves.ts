/**
 * What the calibration expects at each ability: the probability of each category (item characteristic curves), and the
 * expected sum score (test characteristic curve), T(theta) = sum over items and categories of k P(k | theta).
 *
 * Source: Lord & Novick (1968), chapter 16; Lord (1980), chapter 4. Categories count from 0.
 */
import { at } from '../../kernel/result/at.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { categoryTables } from './category-tables.ts';

/** Category by category, lowest first: its probability at each ability. For a right-or-wrong item the second is "right". */
export const characteristicCurves = (
  item: CalibratedItem,
  abilities: readonly number[],
): readonly Float64Array[] => at(categoryTables([item], Float64Array.from(abilities)), 0);

/** The expected sum score at each ability, from 0 to the highest possible. */
export function testCharacteristicCurve(
  items: readonly CalibratedItem[],
  abilities: readonly number[],
): Float64Array {
  const expected = new Float64Array(abilities.length);
  for (const table of categoryTables(items, Float64Array.from(abilities))) {
    table.forEach((category, k) => {
      category.forEach((probability, index) => {
        expected[index] = at(expected, index) + k * probability;
      });
    });
  }
  return expected;
}
