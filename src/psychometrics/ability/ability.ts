/**
 * What an estimate of ability is: a place on the scale of the calibrated items and its standard error, or the reason
 * why there is none. And the checks that every estimator shares.
 *
 * No estimator knows about groups: whoever gives the same answers to the same items gets the same estimate.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';

export interface Ability {
  readonly theta: number;
  readonly standardError: number;
}

export type AbilityRefusal = 'no-answers' | 'not-finite' | 'not-settled';

/** One entry per person, in the order of the matrix. */
export type Abilities = readonly Result<Ability, AbilityRefusal>[];

export type MismatchRefusal = 'items-do-not-match';

/** Refuses items that are not those of the matrix: another number, or other categories. */
export function matched(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
): Result<true, MismatchRefusal> {
  if (items.length !== matrix.items.length || items.length === 0) {
    return refuse(
      'items-do-not-match',
      `${items.length} calibrated items cannot score answers to ${matrix.items.length} items`,
    );
  }
  const other = items.findIndex(
    (item, place) => categoriesOf(item) !== at(matrix.items, place).categories,
  );
  if (other >= 0) {
    const { name, categories } = at(matrix.items, other);
    return refuse(
      'items-do-not-match',
      `item ${name} has ${categories} categories in the answers and ${categoriesOf(at(items, other))} in the calibration`,
    );
  }
  return success(true);
}

/** Whether the person at this place of the matrix gave any answer that counts. */
export function answeredAny({ items, codes }: CategoryMatrix, person: number): boolean {
  const start = person * items.length;
  for (let place = start; place < start + items.length; place += 1) {
    if (codes[place] !== NO_ANSWER) {
      return true;
    }
  }
  return false;
}

export const noAnswers = (): Result<Ability, 'no-answers'> =>
  refuse('no-answers', 'gave no answer that counts, so there is nothing to estimate from');
