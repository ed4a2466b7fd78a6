/**
 * Sorts people of equal score together, so that an item can be judged among equals.
 *
 * The score is the number of scored items answered right. The studied item is always part of it, pilot or
 * not: leaving it out would make an item without any bias look biased (Holland & Thayer 1988). People
 * who were not given or did not reach the studied item are left out for that item only. An item that gives more than one
 * point has no right and wrong: it gets no strata, and so no number that would mean nothing.
 *
 * Not here: such items (answer-levels); all items at once, and scores from which some items are taken out (answer-counts).
 */

import { at } from '../../kernel/result/at.ts';
import { isAnswer, NOT_ADMINISTERED, RIGHT } from '../../psychometrics/responses/codes.ts';
import {
  highestOf,
  highestTotal,
  type ResponseMatrix,
} from '../../psychometrics/responses/matrix.ts';
import { FOCAL, NEITHER, type TwoGroups } from '../groups/group.ts';
import type { ScoreLevel } from './mantel-haenszel.ts';

/** One stratum for each score that somebody has, lowest first; none for an item with more than one point. */
export function strataByScore(
  matrix: ResponseMatrix,
  totals: Int32Array,
  groups: TwoGroups,
  place: number,
): readonly ScoreLevel[] {
  const width = matrix.items.length;
  const item = at(matrix.items, place);
  if (highestOf(item) > 1) {
    return [];
  }
  // Four counts a score: reference wrong and right, focal wrong and right.
  const counts = new Int32Array((highestTotal(matrix) + 2) * 4);
  for (let person = 0; person < matrix.people; person += 1) {
    const side = groups.member[person] ?? NEITHER;
    const code = matrix.codes[person * width + place] ?? NOT_ADMINISTERED;
    if (side !== NEITHER && isAnswer(code)) {
      const right = code === RIGHT ? 1 : 0;
      const score = (totals[person] ?? 0) + (item.pilot ? right : 0);
      const cell = score * 4 + (side === FOCAL ? 2 : 0) + right;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const strata: ScoreLevel[] = [];
  for (let cell = 0; cell < counts.length; cell += 4) {
    const [referenceWrong = 0, referenceRight = 0, focalWrong = 0, focalRight = 0] =
      counts.subarray(cell, cell + 4);
    if (referenceWrong + referenceRight + focalWrong + focalRight > 0) {
      strata.push({ score: cell / 4, referenceRight, referenceWrong, focalRight, focalWrong });
    }
  }
  return strata;
}
