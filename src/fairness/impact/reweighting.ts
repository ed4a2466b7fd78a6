/**
 * Those who said speak for those who did not, class by class. Within a class of people alike in what is
 * known of everybody (form, site, year, outcome is not among them), each one who said counts for everybody of
 * the class over everybody who said.
 *
 *     weight = people of the class / people of the class who said;   rate = sum of weight success / sum of weight
 *
 * Source: weighting classes, Little (1986). Assumes that within a class silence has nothing to do with group
 * and outcome. It usually has something, so the answer stands beside the bounds (missing-groups), never alone.
 * Nobody is given a group.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GroupCount } from './compare-outcomes.ts';

export interface WeightingClass {
  readonly name: string;
  readonly groups: readonly GroupCount[];
  /** People of the class who did not say. */
  readonly silent: number;
}

export interface WeightedRate {
  readonly group: string;
  readonly rate: number;
  /** As counted, for comparison. */
  readonly plainRate: number;
  /** People that the weighted ones are worth for the error of a rate (Kish 1965). */
  readonly effectivePeople: number;
}

/** Refused where a whole class said nothing: nobody speaks for it. */
export function reweightedRates(
  classes: readonly WeightingClass[],
): Result<readonly WeightedRate[], 'silent-class'> {
  const sums = new Map<string, [yes: number, all: number, squares: number, rows: GroupCount]>();
  for (const { name, groups, silent } of classes) {
    const told = groups.reduce((sum, { total }) => sum + total, 0);
    if (told === 0 && silent > 0) {
      return refuse('silent-class', `nobody in "${name}" said: nobody can speak for the ${silent}`);
    }
    const weight = told === 0 ? 0 : (told + silent) / told;
    for (const row of groups) {
      const [yes, all, squares, plain] = sums.get(row.group) ?? [
        0,
        0,
        0,
        { group: row.group, succeeded: 0, total: 0 },
      ];
      sums.set(row.group, [
        yes + weight * row.succeeded,
        all + weight * row.total,
        squares + weight * weight * row.total,
        { ...plain, succeeded: plain.succeeded + row.succeeded, total: plain.total + row.total },
      ]);
    }
  }
  return success(
    [...sums.values()].flatMap(([yes, all, squares, plain]) =>
      plain.total === 0
        ? []
        : [
            {
              group: plain.group,
              rate: yes / all,
              plainRate: plain.succeeded / plain.total,
              effectivePeople: (all * all) / squares,
            },
          ],
    ),
  );
}
