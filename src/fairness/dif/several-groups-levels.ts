/**
 * Counts by score, group and kind of answer, for any number of groups and answers: what the methods for several groups,
 * for chosen options and for items with more than two points read.
 *
 * Not here: right and wrong in two groups, all items at once (answer-counts).
 */
import { at } from '../../kernel/result/at.ts';

/** People of equal score: a row for each group, a column for each kind of answer. */
export interface GroupLevel {
  readonly score: number;
  readonly counts: readonly (readonly number[])[];
}

export interface Sorted {
  /** Each person's matching score. */
  readonly scores: ArrayLike<number>;
  /** Each person's group, from 0; a negative number leaves the person out. */
  readonly member: ArrayLike<number>;
  readonly groups: number;
  /** Each person's answer, from 0; a negative number leaves the person out of this item. */
  readonly answers: ArrayLike<number>;
  readonly kinds: number;
}

/** One level for each score that somebody has, lowest first. */
export function groupLevels(sorted: Sorted): readonly GroupLevel[] {
  const { scores, member, groups, answers, kinds } = sorted;
  const levels = new Map<number, number[][]>();
  for (let person = 0; person < member.length; person += 1) {
    const group = at(member, person);
    const answer = at(answers, person);
    if (group >= 0 && answer >= 0) {
      const score = at(scores, person);
      const counts =
        levels.get(score) ?? Array.from({ length: groups }, () => new Array<number>(kinds).fill(0));
      levels.set(score, counts);
      const row = at(counts, group);
      row[answer] = (row[answer] ?? 0) + 1;
    }
  }
  return [...levels]
    .sort(([one], [other]) => one - other)
    .map(([score, counts]) => ({ score, counts }));
}
