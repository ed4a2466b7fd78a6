/**
 * Everything about the outcomes of one decision by group, from counts alone: rates, the question to all groups
 * together, each group beside the reference with every measure, strata, and what the people who did not say
 * could change. Nothing is dropped: a group too small to judge has its numbers and no verdict of its own.
 *
 * The reference: the group named by the caller; or, of the groups with at least 11 people and 2 % of all, the
 * one with the highest rate (29 CFR 1607.4D); or, where no group is so large, the largest.
 *
 * Not here: the methods themselves, one a file; the words and the pages.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Boschloo, boschloo } from '../../numerics/tables/boschloo.ts';
import { conditionalOdds, type ExactOdds } from '../../numerics/tables/conditional-odds.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { compareOutcomes, type GroupCount, successTable } from './compare-outcomes.ts';
import { type GroupRate, groupOutcomes, type JudgedComparison } from './group-outcomes.ts';
import { belowMinimumShare } from './minimum-share.ts';
import {
  type ResponseRate,
  ratioBounds,
  responseRate,
  type Silent,
  type Tipping,
  tippingPoint,
} from './missing-groups.ts';
import { type Omnibus, omnibus, type Pair, pairwise } from './omnibus.ts';
import { groupInStratum, type OutcomeCounts, wholeGroup } from './outcome-counts.ts';
import { furtherPeople } from './planning.ts';
import { type Shortfall, shortfall } from './shortfall.ts';
import { type FlipFlop, flipFlop, type OnePerson, onePersonMore } from './stability.ts';
import { type StratifiedOutcomes, stratifiedOutcomes } from './strata.ts';

/** The group of the people who did not say. */
export const NOT_STATED = 'not stated';

export interface AnalyzedComparison extends JudgedComparison {
  readonly pair: Pair;
  readonly boschloo: Result<Boschloo, 'no-people' | 'too-many-people'>;
  /** The odds ratio with its exact interval. */
  readonly exactOdds: Result<ExactOdds, 'no-comparison' | 'too-many-people'>;
  readonly shortfall: Shortfall;
  readonly flipFlop: FlipFlop;
  readonly onePerson: Result<OnePerson, 'undefined'>;
  /** Undefined where no strata are named. */
  readonly strata: Result<StratifiedOutcomes, 'no-comparison'> | undefined;
  /** Whatever the people who did not say are; undefined where everybody said. */
  readonly silence:
    | { readonly ratio: Result<Interval, 'undefined'>; readonly tipping: Tipping }
    | undefined;
}

export interface AnalyzedGroup extends GroupRate {
  readonly tooSmallToJudge: boolean;
  readonly belowMinimumShare: boolean;
}

export interface ImpactAnalysis {
  readonly groups: readonly AnalyzedGroup[];
  readonly reference: Result<{ readonly group: string; readonly rule: string }, 'no-reference'>;
  readonly together: Result<Omnibus, 'undefined'>;
  readonly comparisons: readonly AnalyzedComparison[];
  readonly response: Result<ResponseRate, 'no-people'>;
}

const FOUR_FIFTHS = [4, 5] as const;

/** Refused only in its parts: what cannot be worked out says why where it would stand. */
export function impactAnalysis(counts: OutcomeCounts, wanted?: string): ImpactAnalysis {
  const rows = counts.groups.map((_, place) => wholeGroup(counts, place));
  const small = belowMinimumShare(rows);
  const reference = referenceOf(rows, small, wanted);
  const stated = rows.filter(({ group }) => group !== NOT_STATED);
  const silent = rows.find(({ group }) => group === NOT_STATED) ?? { succeeded: 0, total: 0 };
  const together = omnibus(stated);
  return {
    groups: groupOutcomes(rows).groups.map((row) => ({
      ...row,
      tooSmallToJudge: row.total < SMALLEST_SHOWN,
      belowMinimumShare: small.includes(row.group),
    })),
    reference: reference.ok
      ? success({ group: reference.value.row.group, rule: reference.value.rule })
      : reference,
    together,
    comparisons: reference.ok
      ? analyzed({ counts, rows, silent, together }, reference.value.row, wanted)
      : [],
    response: responseRate(stated, silent),
  };
}

interface Chosen {
  readonly row: GroupCount;
  readonly rule: string;
}

function referenceOf(
  rows: readonly GroupCount[],
  small: readonly string[],
  wanted: string | undefined,
): Result<Chosen, 'no-reference'> {
  const filled = rows.filter(({ group, total }) => total > 0 && group !== NOT_STATED);
  if (wanted !== undefined) {
    const row = filled.find(({ group }) => group === wanted);
    return row === undefined
      ? refuse('no-reference', `nobody is in a group "${wanted}"`)
      : success({ row, rule: 'named by the reader' });
  }
  if (filled.length < 2) {
    const [only] = filled;
    return refuse(
      'no-reference',
      only === undefined
        ? 'nobody who told a group has an outcome'
        : `everybody who told a group is in "${only.group}": there is nothing to compare with`,
    );
  }
  const large = filled.filter(
    ({ group, total }) => total >= SMALLEST_SHOWN && !small.includes(group),
  );
  const best = large.toSorted(
    (one, other) =>
      other.succeeded * one.total - one.succeeded * other.total || other.total - one.total,
  )[0];
  const largest = filled.toSorted((one, other) => other.total - one.total)[0];
  return best === undefined
    ? success({
        row: largest ?? at(filled, 0),
        rule: `the largest group, because none has ${SMALLEST_SHOWN} people`,
      })
    : success({
        row: best,
        rule: `the highest rate among the groups with at least ${SMALLEST_SHOWN} people and 2 % of all`,
      });
}

interface Known {
  readonly counts: OutcomeCounts;
  readonly rows: readonly GroupCount[];
  readonly silent: Silent;
  readonly together: Result<Omnibus, 'undefined'>;
}

function analyzed(
  known: Known,
  reference: GroupCount,
  wanted: string | undefined,
): readonly AnalyzedComparison[] {
  const { counts, rows, silent, together } = known;
  const covered =
    wanted === undefined && reference.total >= SMALLEST_SHOWN ? 'every-pair' : 'the-reference';
  const judged = judgedAgainst(rows, reference, covered);
  const large = rows.filter(({ total }) => total >= SMALLEST_SHOWN);
  const pairs = together.ok ? pairwise(large, reference, together.value, covered) : [];
  return judged.map((comparison) => {
    const { focal } = comparison;
    const table = successTable(focal, reference);
    const anySilent = silent.total > 0 && focal.group !== NOT_STATED;
    return {
      ...comparison,
      pair: pairs.find((pair) => pair.focal === focal.group) ?? unasked(comparison),
      boschloo: boschloo(table),
      exactOdds: conditionalOdds([table], 0.95),
      shortfall: shortfall(table),
      flipFlop: flipFlop(table),
      onePerson: onePersonMore(table),
      strata: counts.strata.length > 1 ? withinStrata(counts, focal, reference) : undefined,
      silence: anySilent
        ? {
            ratio: ratioBounds(focal, reference, silent),
            tipping: tippingPoint(focal, reference, silent, FOUR_FIFTHS),
          }
        : undefined,
    };
  });
}

/** Groups that can be judged, by Holm's rule over them all; then the small ones, which are shown and not judged. */
function judgedAgainst(
  rows: readonly GroupCount[],
  reference: GroupCount,
  covered: 'every-pair' | 'the-reference',
): readonly JudgedComparison[] {
  const outcomes = groupOutcomes(rows, reference.group, covered);
  return rows.flatMap((focal): readonly JudgedComparison[] => {
    const found = outcomes.comparisons.find((one) => one.focal.group === focal.group);
    if (found !== undefined || focal === reference) {
      return found === undefined ? [] : [found];
    }
    const comparison = compareOutcomes(focal, reference);
    if (!comparison.ok) {
      return [];
    }
    const further = furtherPeople(successTable(focal, reference), 0.05);
    return [
      {
        ...comparison.value,
        raisedP: comparison.value.fisherP,
        verdict: {
          state: 'cannot-tell-yet',
          furtherPeople: further.ok ? further.value : undefined,
          because: refuse('too-small', `fewer than ${SMALLEST_SHOWN} people: too few to judge`)
            .refusal,
        },
      },
    ];
  });
}

const unasked = ({ focal, fisherP }: JudgedComparison): Pair => ({
  focal: focal.group,
  pValue: fisherP,
  holm: fisherP,
  benjaminiHochberg: fisherP,
  standing: 'not shown',
});

function withinStrata(counts: OutcomeCounts, focal: GroupCount, reference: GroupCount) {
  const [one, other] = [focal, reference].map(({ group }) => counts.groups.indexOf(group));
  return stratifiedOutcomes(
    counts.strata.map((stratum, place) => ({
      stratum,
      focal: groupInStratum(counts, one ?? 0, place),
      reference: groupInStratum(counts, other ?? 0, place),
    })),
  );
}
