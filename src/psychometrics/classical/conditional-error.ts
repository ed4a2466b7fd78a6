/**
 * How far a total can be off at each score, which one standard error for everybody does not say: it is largest in the
 * middle and nothing at the ends.
 *
 * - Lord (1955): root of x (k - x) / (k - 1), as if the k items were drawn at random from a pool; too large for a form
 *   built to an outline, because such forms differ less than random draws
 * - Keats (1957): Lord's times the root of (1 - alpha) / (1 - KR-21), so that the average over the people is the
 *   ordinary squared standard error of measurement
 *
 * Both are for right-or-wrong items counted one point each.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { placesOf, type ResponseMatrix, rightOrWrong } from '../responses/matrix.ts';
import type { Reliability } from './reliability.ts';

export interface ConditionalError {
  readonly score: number;
  readonly lord: number;
  readonly keats: number;
}

/** At every score from 0 to the number of items. `whole` is the reliability of the same matrix. */
export function conditionalErrors(
  matrix: ResponseMatrix,
  whole: Reliability,
): Result<readonly ConditionalError[], 'undefined'> {
  const k = placesOf(matrix, false).length;
  if (!rightOrWrong(matrix) || whole.kr21 === undefined) {
    return refuse(
      'undefined',
      'an item gives more than one point; the binomial error model is for right-or-wrong items',
    );
  }
  if (k < 2 || whole.kr21 >= 1) {
    return refuse('undefined', 'the totals leave no error to divide among the scores');
  }
  const scale = Math.sqrt((1 - whole.alpha) / (1 - whole.kr21));
  return success(
    Array.from({ length: k + 1 }, (_, score) => {
      const lord = Math.sqrt((score * (k - score)) / (k - 1));
      return { score, lord, keats: lord * scale };
    }),
  );
}
