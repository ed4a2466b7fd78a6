/**
 * What printed statistics give away about a group whose counts are withheld: every pair of counts that would have been
 * printed in the same way. A p-value with three decimals can leave one pair; a band leaves hundreds.
 *
 * The reader is taken to know the counts of the reference group, that the group has at most `most` people, and how the
 * statistics are worked out (fairness/impact/compare-outcomes). Statistics are found by trying every pair: p-values are
 * no linear constraints.
 */
import { success } from '../../kernel/result/result.ts';
import {
  compareOutcomes,
  type GroupCount,
  type OutcomeComparison,
} from '../impact/compare-outcomes.ts';
import type { Rules } from './linked-tables.ts';

export type Statistic = 'rate' | 'ratio' | 'difference' | 'odds-ratio' | 'fisher-p' | 'four-fifths';

/** A statistic as it would be printed: with so many decimals; `four-fifths` is the band itself. */
export interface Print {
  readonly statistic: Statistic;
  readonly decimals: number;
}

export interface PossibleCounts {
  readonly succeeded: number;
  readonly total: number;
}

/** Every pair of counts that reads the same. */
export function countsThatRead(
  group: GroupCount,
  reference: GroupCount,
  prints: readonly Print[],
  most: number,
): readonly PossibleCounts[] {
  const said = prints.map((print) => printed(group, reference, print));
  const found: PossibleCounts[] = [];
  for (let total = 1; total <= most; total += 1) {
    for (let succeeded = 0; succeeded <= total; succeeded += 1) {
      const other = { group: group.group, succeeded, total };
      if (prints.every((print, place) => printed(other, reference, print) === said[place])) {
        found.push({ succeeded, total });
      }
    }
  }
  return found;
}

/** Whether these prints leave as many values of each count as every withheld number must be able to have. */
export function leavesEnough(possible: readonly PossibleCounts[], { values }: Rules): boolean {
  const different = (of: (one: PossibleCounts) => number): boolean =>
    new Set(possible.map(of)).size >= values;
  return (
    different(({ succeeded }) => succeeded) &&
    different(({ total }) => total) &&
    different(({ succeeded, total }) => total - succeeded)
  );
}

function printed(group: GroupCount, reference: GroupCount, { statistic, decimals }: Print): string {
  const comparison = compareOutcomes(group, reference);
  const value = comparison.ok ? statisticOf(comparison.value, statistic) : undefined;
  return typeof value === 'number' ? value.toFixed(decimals) : String(value);
}

function statisticOf(
  { focal, successRatio, difference, oddsRatio, fisherP, belowFourFifths }: OutcomeComparison,
  statistic: Statistic,
): number | boolean | undefined {
  const estimates = {
    rate: success({ value: focal.succeeded / focal.total }),
    ratio: successRatio,
    difference: success(difference),
    'odds-ratio': oddsRatio,
    'fisher-p': success({ value: fisherP }),
  } as const;
  if (statistic === 'four-fifths') {
    return belowFourFifths;
  }
  const estimate = estimates[statistic];
  return estimate.ok ? estimate.value.value : undefined;
}

/** The prints of a statistic from the finest to the coarsest, of which the gate takes the first that leaves enough. */
export function finestPrint(
  group: GroupCount,
  reference: GroupCount,
  statistic: Exclude<Statistic, 'four-fifths'>,
  { rules, most }: { readonly rules: Rules; readonly most: number },
): Print | undefined {
  const prints: readonly Print[] = [
    ...[3, 2, 1].map((decimals) => ({ statistic, decimals })),
    { statistic: 'four-fifths', decimals: 0 },
  ];
  return prints.find((print) =>
    leavesEnough(countsThatRead(group, reference, [print], most), rules),
  );
}
