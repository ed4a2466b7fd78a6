/**
 * Decisions counted once, by stratum and group; every measure of impact is worked out from these counts and
 * never goes back to the people. One pass over the people, whatever their number.
 */
import { at } from '../../kernel/result/at.ts';
import type { GroupCount } from './compare-outcomes.ts';

export interface Decisions {
  /** For each person the place of the group and of the stratum in the lists of names. */
  readonly groupOf: Uint16Array;
  readonly stratumOf: Uint16Array;
  /** For each person how many people the row stands for, and how many of them succeeded. */
  readonly succeeded: Uint8Array | Float64Array;
  readonly people: Uint8Array | Float64Array | undefined;
  readonly groups: readonly string[];
  readonly strata: readonly string[];
}

export interface OutcomeCounts {
  readonly groups: readonly string[];
  readonly strata: readonly string[];
  /** Stratum after stratum, one number a group. */
  readonly succeeded: Float64Array;
  readonly total: Float64Array;
}

export function countOutcomes(decisions: Decisions): OutcomeCounts {
  const { groupOf, stratumOf, succeeded, people, groups, strata } = decisions;
  const width = groups.length;
  const yes = new Float64Array(width * strata.length);
  const all = new Float64Array(width * strata.length);
  for (let person = 0; person < groupOf.length; person += 1) {
    const place = (stratumOf[person] ?? 0) * width + (groupOf[person] ?? 0);
    yes[place] = (yes[place] ?? 0) + (succeeded[person] ?? 0);
    all[place] = (all[place] ?? 0) + (people === undefined ? 1 : (people[person] ?? 0));
  }
  return { groups, strata, succeeded: yes, total: all };
}

/** Counts of one group over all strata. */
export function wholeGroup({ groups, strata, succeeded, total }: OutcomeCounts, place: number) {
  const row = { group: at(groups, place), succeeded: 0, total: 0 };
  strata.forEach((_, stratum) => {
    row.succeeded += at(succeeded, stratum * groups.length + place);
    row.total += at(total, stratum * groups.length + place);
  });
  return row;
}

/** Counts of one group in one stratum. */
export const groupInStratum = (
  { groups, succeeded, total }: OutcomeCounts,
  group: number,
  stratum: number,
): GroupCount => ({
  group: at(groups, group),
  succeeded: at(succeeded, stratum * groups.length + group),
  total: at(total, stratum * groups.length + group),
});
