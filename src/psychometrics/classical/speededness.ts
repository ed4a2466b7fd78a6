/**
 * Whether people ran out of time. A blank with nothing answered after it is an item not reached.
 *
 * - share who answered the last scored item, and share who reached three quarters of the items
 * - ratio of the variance of the number not reached to the variance of the totals: the larger, the more speed is part of
 *   what the total measures
 * - the rule of thumb that goes back to Swineford (1949): a form is not speeded where at least 80 % reach the last item
 *   and everybody reaches three quarters of them (reviewed by Cintron 2021)
 *
 * Rests on the order of the items in the file being the order on the form.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { NOT_REACHED } from '../responses/codes.ts';
import { placesOf, type ResponseMatrix } from '../responses/matrix.ts';

export interface Speededness {
  /** Shares of the people, from 0 to 1. */
  readonly finished: number;
  readonly reachedThreeQuarters: number;
  readonly meanNotReached: number;
  /** Refused where everybody has the same total. */
  readonly varianceRatio: Result<number, 'undefined'>;
  /** True where the rule of thumb calls the form not speeded. */
  readonly unspeeded: boolean;
  /** How many people reached each scored item, in the order of the file. */
  readonly reached: readonly number[];
}

const ENOUGH_FINISH = 0.8;
const MOST_OF_THE_FORM = 0.75;

/** `totals` are those of the people of the matrix. Refused without people or without scored items. */
export function speededness(
  matrix: ResponseMatrix,
  totals: Int32Array,
): Result<Speededness, 'undefined'> {
  const places = placesOf(matrix, false);
  const { codes, items, people } = matrix;
  const k = places.length;
  if (people === 0 || k === 0) {
    return refuse('undefined', 'there is nobody, or there is no scored item');
  }
  const notReached = new Int32Array(items.length);
  const left = new Int32Array(people);
  const scored = Uint8Array.from(items, (item) => (item.pilot ? 0 : 1));
  const width = items.length;
  // A constant of another file is looked up anew each time; a local one is not.
  const code = NOT_REACHED;
  let cell = 0;
  for (let person = 0; person < people; person += 1) {
    let count = 0;
    for (let item = 0; item < width; item += 1) {
      if (codes[cell] === code && scored[item] === 1) {
        notReached[item] = (notReached[item] ?? 0) + 1;
        count += 1;
      }
      cell += 1;
    }
    left[person] = count;
  }
  const finished = left.filter((count) => count === 0).length / people;
  const far = left.filter((count) => k - count >= MOST_OF_THE_FORM * k).length / people;
  const spread = variance(totals);
  return success({
    finished,
    reachedThreeQuarters: far,
    meanNotReached: left.reduce((sum, count) => sum + count, 0) / people,
    varianceRatio:
      spread > 0
        ? success(variance(left) / spread)
        : refuse('undefined', 'everybody has the same total'),
    unspeeded: finished >= ENOUGH_FINISH && far === 1,
    reached: places.map((place) => people - at(notReached, place)),
  });
}

function variance(values: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return (squares - (sum * sum) / values.length) / values.length;
}
