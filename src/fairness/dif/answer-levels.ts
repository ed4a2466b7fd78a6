/**
 * One item's answers sorted for comparison, people of equal total together, the reference group in the first row, the focal
 * in the second: by the points they earned, or by the option they chose when they answered wrongly. The studied item is part
 * of the total. Whoever lacks its answer is left out for that item only.
 *
 * Not here: right and wrong (strata, answer-counts).
 */
import { at } from '../../kernel/result/at.ts';
import { isAnswer, pointsOf, RIGHT } from '../../psychometrics/responses/codes.ts';
import { highestOf, type ResponseMatrix } from '../../psychometrics/responses/matrix.ts';
import { NO_OPTION, type OptionMatrix } from '../../psychometrics/responses/option-matrix.ts';
import { FOCAL, NEITHER, type TwoGroups } from '../groups/group.ts';
import { type GroupLevel, groupLevels } from './several-groups-levels.ts';

/** A column for every number of points from none to the most the item gives. */
export function levelsByPoints(
  matrix: ResponseMatrix,
  totals: Int32Array,
  groups: TwoGroups,
  place: number,
): readonly GroupLevel[] {
  const item = at(matrix.items, place);
  const answers = answersOf(matrix, place, (code) => (isAnswer(code) ? pointsOf(code) : -1));
  // A pilot item is in no total but, in its own comparison, its own.
  const scores = item.pilot
    ? totals.map((total, person) => total + Math.max(0, at(answers, person)))
    : totals;
  return sorted(scores, answers, groups, highestOf(item) + 1);
}

/** A column for every option of the item, people who answered it wrongly only; the key's column is empty. */
export function levelsByWrongOption(
  options: OptionMatrix,
  matrix: ResponseMatrix,
  totals: Int32Array,
  groups: TwoGroups,
  place: number,
): readonly GroupLevel[] {
  const width = options.items.length;
  const right = answersOf(matrix, place, (code) => (code === RIGHT ? 1 : 0));
  const answers = right.map((one, person) => {
    const option = at(options.codes, person * width + place);
    return one === 1 || option === NO_OPTION ? -1 : option;
  });
  return sorted(totals, answers, groups, at(options.items, place).options.length);
}

function answersOf(
  { people, items, codes }: ResponseMatrix,
  place: number,
  answer: (code: number) => number,
): Int16Array {
  return Int16Array.from({ length: people }, (_, person) =>
    answer(at(codes, person * items.length + place)),
  );
}

function sorted(
  scores: Int32Array,
  answers: Int16Array,
  groups: TwoGroups,
  kinds: number,
): readonly GroupLevel[] {
  const member = Int8Array.from(groups.member, (side) =>
    side === NEITHER ? -1 : side === FOCAL ? 1 : 0,
  );
  return groupLevels({ scores, member, groups: 2, answers, kinds });
}
