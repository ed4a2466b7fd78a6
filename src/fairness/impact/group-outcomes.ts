/**
 * Every group's outcomes, and each group beside one reference group. The reference is named by the caller
 * or, as the Uniform Guidelines have it, the group with the highest rate; a group too small to compare is
 * listed, never dropped, and never becomes the reference.
 *
 * Choosing the highest rate after looking is itself a comparison of every pair, so Holm's rule then covers
 * every pair.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { type Interval, wilson } from '../../numerics/tables/intervals.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import {
  compareOutcomes,
  type GroupCount,
  type OutcomeComparison,
  successTable,
} from './compare-outcomes.ts';
import { impactVerdict, type Verdict } from './verdict.ts';

export interface GroupRate extends GroupCount {
  readonly rate: Result<number, 'no-people'>;
  /** 95 %, Wilson. */
  readonly interval: Result<Interval, 'no-people'>;
}

export interface JudgedComparison extends OutcomeComparison {
  /** The exact p-value after Holm's rule. */
  readonly raisedP: number;
  readonly verdict: Verdict;
}

export interface GroupOutcomes {
  readonly groups: readonly GroupRate[];
  readonly reference: Result<string, 'no-reference'>;
  readonly comparisons: readonly JudgedComparison[];
  /** Groups with fewer people than can be compared. */
  readonly tooSmall: readonly string[];
}

const CONFIDENCE = 0.95;

/**
 * Without a reference the highest rate is it, and Holm's rule covers every pair. A caller that has chosen the
 * reference by looking at the rates must say so with `every-pair`.
 */
export function groupOutcomes(
  rows: readonly GroupCount[],
  wantedReference?: string,
  covered: 'every-pair' | 'the-reference' = wantedReference === undefined
    ? 'every-pair'
    : 'the-reference',
): GroupOutcomes {
  const large = rows.filter(({ total }) => total >= SMALLEST_SHOWN);
  const reference = chosenReference(large, wantedReference);
  return {
    groups: rows.map(rateOf),
    reference: reference.ok ? success(reference.value.group) : reference,
    comparisons: reference.ok ? judged(large, reference.value, covered === 'every-pair') : [],
    tooSmall: rows.filter(({ total }) => total < SMALLEST_SHOWN).map(({ group }) => group),
  };
}

function chosenReference(
  large: readonly GroupCount[],
  wanted: string | undefined,
): Result<GroupCount, 'no-reference'> {
  if (large.length < 2) {
    return refuse(
      'no-reference',
      `a comparison needs two groups of at least ${SMALLEST_SHOWN} people each`,
    );
  }
  if (wanted !== undefined) {
    const named = large.find(({ group }) => group === wanted);
    return named === undefined
      ? refuse('no-reference', `the group "${wanted}" has fewer than ${SMALLEST_SHOWN} people`)
      : success(named);
  }
  // Whole-number products, so that equal rates are equal; of equal rates, the larger group.
  const higher = (a: GroupCount, b: GroupCount): boolean => {
    const gap = a.succeeded * b.total - b.succeeded * a.total;
    return gap > 0 || (gap === 0 && a.total > b.total);
  };
  return success(large.reduce((best, row) => (higher(row, best) ? row : best)));
}

function judged(
  large: readonly GroupCount[],
  reference: GroupCount,
  chosenByRate: boolean,
): readonly JudgedComparison[] {
  const others = large.filter((row) => row !== reference);
  const pairs = others.map((focal): [GroupCount, GroupCount] => [focal, reference]);
  if (chosenByRate) {
    others.forEach((row, place) => {
      pairs.push(...others.slice(place + 1).map((other): [GroupCount, GroupCount] => [row, other]));
    });
  }
  const raised = holm(pairs.map(([one, other]) => fisherTwoSided(successTable(one, other))));
  return others.flatMap((focal, place) => {
    const comparison = compareOutcomes(focal, reference);
    const raisedP = at(raised, place);
    const table = successTable(focal, reference);
    return comparison.ok
      ? [{ ...comparison.value, raisedP, verdict: impactVerdict(table, raisedP, pairs.length) }]
      : [];
  });
}

function rateOf(row: GroupCount): GroupRate {
  if (row.total === 0) {
    const none = refuse('no-people', 'nobody in this group has an outcome yet');
    return { ...row, rate: none, interval: none };
  }
  return {
    ...row,
    rate: success(row.succeeded / row.total),
    interval: success(wilson(row.succeeded, row.total, CONFIDENCE)),
  };
}
