/**
 * Every answer less what is expected of it at the person's ability, with the variance and the fourth central moment to be
 * expected: item after item for some hundreds of people at a time, so that an exam of any size is gone through once and
 * never held whole.
 *
 * Source: the moments of the curves in `expected-answers.ts`. Whoever has no ability is left out.
 */
import { at } from '../../kernel/result/at.ts';
import type { AbilityColumns } from '../ability/ability-columns.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { expectationsOf } from './expected-answers.ts';

/** Some people's residuals: that of person p to item i stands at i * stride + p. Zeros where there is no answer. */
export interface Residuals {
  readonly people: number;
  readonly stride: number;
  readonly values: Float64Array;
  readonly variances: Float64Array;
  readonly fourthMoments: Float64Array;
  /** 1 where there is an answer; undefined where everybody in the whole matrix answered every item. */
  readonly answered: Float64Array | undefined;
}

const AT_ONCE = 512;

/** Goes through all people with an ability; what `visit` is given is overwritten afterwards. */
export function forEachResiduals(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  { people, known, theta }: AbilityColumns,
  visit: (residuals: Residuals) => void,
): void {
  const stride = AT_ONCE;
  const room = (): Float64Array => new Float64Array(items.length * stride);
  const [values, variances, fourthMoments] = [room(), room(), room()];
  const answered = matrix.codes.includes(NO_ANSWER) ? room() : undefined;
  const chosen = new Int32Array(stride);
  const fill = fillerOf(items, matrix, theta, { values, variances, fourthMoments, answered });
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    if (known[person] === 1) {
      chosen[count] = person;
      count += 1;
    }
    if (count === stride || (person === people - 1 && count > 0)) {
      fill(chosen, count);
      visit({ people: count, stride, values, variances, fourthMoments, answered });
      count = 0;
    }
  }
}

function fillerOf(
  items: readonly CalibratedItem[],
  { codes }: CategoryMatrix,
  theta: Float64Array,
  into: Omit<Residuals, 'people' | 'stride'>,
): (chosen: Int32Array, count: number) => void {
  const expectedOf = expectationsOf(items);
  const { values, variances, fourthMoments, answered } = into;
  return (chosen, count) => {
    items.forEach((item, place) => {
      const start = place * AT_ONCE;
      for (let p = 0; p < count; p += 1) {
        const person = chosen[p] ?? 0;
        const code = codes[person * items.length + place] ?? NO_ANSWER;
        const { mean, variance, fourthMoment } = expectedOf(item, at(theta, person));
        const there = code === NO_ANSWER ? 0 : 1;
        values[start + p] = there * (code - mean);
        variances[start + p] = there * variance;
        fourthMoments[start + p] = there * fourthMoment;
        if (answered !== undefined) {
          answered[start + p] = there;
        }
      }
    });
  };
}
