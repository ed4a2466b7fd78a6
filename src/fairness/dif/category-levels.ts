/**
 * Items with more than two ordered categories, sorted for comparison: people of equal total points together, the reference
 * group in the first row, the focal in the second, categories rising from left to right. The studied item is part of the
 * total; whoever lacks its answer is left out for that item only.
 */
import { at } from '../../kernel/result/at.ts';
import { type CategoryMatrix, NO_ANSWER } from '../../psychometrics/responses/categories.ts';
import { FOCAL, NEITHER, type TwoGroups } from '../groups/group.ts';
import { type GroupLevel, groupLevels } from './several-groups-levels.ts';

/** Each person's sum of category numbers over the items answered. */
export function totalPoints({ people, items, codes }: CategoryMatrix): Int32Array {
  const points = new Int32Array(people);
  for (let person = 0; person < people; person += 1) {
    for (let item = 0; item < items.length; item += 1) {
      const code = at(codes, person * items.length + item);
      points[person] = at(points, person) + (code === NO_ANSWER ? 0 : code);
    }
  }
  return points;
}

/** One level for each total that somebody of the two groups has. */
export function levelsByPoints(
  matrix: CategoryMatrix,
  points: Int32Array,
  groups: TwoGroups,
  item: number,
): readonly GroupLevel[] {
  const width = matrix.items.length;
  const persons = Array.from({ length: matrix.people }, (_, person) => person);
  return groupLevels({
    scores: points,
    member: persons.map((person) => {
      const side = groups.member[person] ?? NEITHER;
      return side === NEITHER ? -1 : side === FOCAL ? 1 : 0;
    }),
    groups: 2,
    answers: persons.map((person) => {
      const code = at(matrix.codes, person * width + item);
      return code === NO_ANSWER ? -1 : code;
    }),
    kinds: at(matrix.items, item).categories,
  });
}
