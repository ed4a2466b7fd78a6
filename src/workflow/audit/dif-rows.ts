/**
 * Items compared between two groups, as rows of the result: the catalog's methods, each with the numbers that only it has
 * beside what all have in common. A row that must not be shown, or that does not exist, says why.
 */
import { type AnswerCounts, levelsWithItem } from '../../fairness/dif/answer-counts.ts';
import { breslowDay } from '../../fairness/dif/breslow-day.ts';
import {
  type ComparedItem,
  compareItems,
  type PreparedAnswers,
} from '../../fairness/dif/compare-items.ts';
import type { DifFinding, TwoGroupMethod } from '../../fairness/dif/dif-method.ts';
import { logisticDif } from '../../fairness/dif/logistic.ts';
import { mantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import { oneSidedOdds } from '../../fairness/dif/one-sided-odds.ts';
import { inWords, type Leaning } from '../../fairness/dif/verdict.ts';
import type { TwoGroups } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { spoken } from '../../reporting/technical-report/group-names.ts';
import { allFor } from '../../reporting/technical-report/known.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';

export interface DifContext {
  readonly column: string;
  readonly groups: TwoGroups;
  readonly prepared: PreparedAnswers;
  readonly itemNames: readonly string[];
}

const NUMBERS = [
  'statistic',
  'degreesOfFreedom',
  'pValue',
  'pAdjusted',
  'effect',
  'effectError',
  'class',
  'people',
  'focalPeople',
  'strata',
] as const;

/** Where no effect is defined for a method, or no classes are. */
const NO_EFFECT = 'the method has no effect size';
const NO_CLASS = 'the method has no agreed classes';
const NO_ERROR = 'no standard error is defined for this effect';
const NO_BOUND =
  'one group never does better at any score, so that the odds ratio has no bound; see the detail';

export interface MethodRows {
  readonly rows: readonly DifRow[];
  readonly compared: readonly ComparedItem[];
}

/** Every item by one method, in the order of the file. */
export function difRows(method: TwoGroupMethod, context: DifContext): MethodRows {
  const compared = compareItems(method, context.prepared);
  const counts = context.prepared.countsOn(context.prepared.scored);
  const rows = compared.map((item, place) => rowOf(method, context, counts, item, place));
  return { rows: adjusted(rows), compared };
}

function rowOf(
  method: TwoGroupMethod,
  { column, groups, itemNames }: DifContext,
  counts: AnswerCounts,
  { found }: ComparedItem,
  place: number,
): DifRow {
  const common = {
    item: at(itemNames, place),
    method: method.id,
    group: column,
    focal: groups.focal,
    reference: groups.reference,
    effectScale: method.effect,
  };
  if (!found.ok) {
    return {
      ...emptyRow(common, found.refusal.because),
      ...(method.id === 'mantel-haenszel'
        ? {
            statisticCorrected: null,
            reasons: allFor([...NUMBERS, 'statisticCorrected'], found.refusal.because),
          }
        : {}),
    };
  }
  const finding = found.value;
  return {
    ...common,
    statistic: finding.statistic,
    degreesOfFreedom: finding.degreesOfFreedom,
    pValue: finding.pValue,
    pAdjusted: null,
    effect: finding.effect ?? null,
    effectError: finding.effectError ?? null,
    class: finding.class ?? null,
    direction: directionOf(finding.leaning, column, groups),
    people: finding.people,
    focalPeople: finding.focalMatched,
    strata: finding.strata,
    ...particulars(method.id, counts, place, finding),
    reasons: reasonsOf(method.id, finding),
  };
}

/** "harder for women than for men who know as much": in the groups' spoken names. */
export const directionOf = (leaning: Leaning, column: string, groups: TwoGroups): string =>
  inWords(leaning, {
    ...groups,
    focal: spoken(column, groups.focal),
    reference: spoken(column, groups.reference),
  }).replace(/ at the same score$/, ' who know as much');

export type RowName = Pick<
  DifRow,
  'item' | 'method' | 'group' | 'focal' | 'reference' | 'effectScale'
>;

/** A row without numbers, and why. */
export const emptyRow = (name: RowName, because: string): DifRow => ({
  ...name,
  ...nothing(),
  detail: {},
  reasons: allFor(NUMBERS, because),
});

const nothing = (): Pick<DifRow, Exclude<(typeof NUMBERS)[number], never> | 'direction'> => ({
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
  pAdjusted: null,
  effect: null,
  effectError: null,
  class: null,
  direction: null,
  people: null,
  focalPeople: null,
  strata: null,
});

function reasonsOf(
  id: string,
  { effect, effectError, class: letter }: DifFinding,
): DifRow['reasons'] {
  const unbounded = id === 'mantel-haenszel';
  return {
    ...(effect === undefined ? { effect: unbounded ? NO_BOUND : NO_EFFECT } : {}),
    ...(effectError === undefined
      ? { effectError: unbounded ? NO_BOUND : effect === undefined ? NO_EFFECT : NO_ERROR }
      : {}),
    ...(letter === undefined ? { class: unbounded ? NO_BOUND : NO_CLASS } : {}),
  };
}

/** What only this method has. The p-value of a row always belongs to the statistic beside it. */
function particulars(
  id: string,
  counts: AnswerCounts,
  place: number,
  finding: DifFinding,
): Pick<DifRow, 'detail'> & Partial<DifRow> {
  const levels = levelsWithItem(counts, place);
  if (id === 'mantel-haenszel') {
    const found = mantelHaenszel(levels);
    const odds = found.ok && found.value.effect.ok ? found.value.effect.value : undefined;
    const bound = odds === undefined ? oneSidedOdds(levels) : undefined;
    return {
      statisticCorrected: finding.statisticCorrected ?? null,
      pValue: chiSquaredUpperTail(finding.statistic, 1),
      detail: {
        pValueCorrected: finding.pValue,
        oddsRatio: odds?.oddsRatio ?? null,
        logOddsVariance: odds?.logOddsVariance ?? null,
        ...(bound?.ok === true ? { oddsRatioBound: bound.value.bound } : {}),
      },
    };
  }
  if (id === 'breslow-day') {
    const found = breslowDay(levels);
    if (!found.ok) {
      return { detail: {} };
    }
    const { homogeneity, tarone, trend, trendGap } = found.value;
    return {
      ...homogeneity,
      detail: {
        tarone: tarone.statistic,
        tarone_pValue: tarone.pValue,
        trend: trend.statistic,
        trend_pValue: trend.pValue,
        trendGap,
      },
    };
  }
  if (id === 'logistic') {
    const found = logisticDif(levels);
    if (!found.ok) {
      return { detail: {} };
    }
    const { both, uniform, nonUniform, groupEffect } = found.value;
    return {
      detail: {
        uniform: uniform.test.statistic,
        uniform_pValue: uniform.test.pValue,
        nonUniform: nonUniform.test.statistic,
        nonUniform_pValue: nonUniform.test.pValue,
        logOdds: groupEffect.ok ? groupEffect.value.logOdds : null,
        logOddsError: groupEffect.ok ? groupEffect.value.error : null,
        classZumboThomas: both.zumboThomas,
        classJodoinGierl: both.jodoinGierl,
      },
    };
  }
  return { detail: {} };
}

/** p-values after Holm's rule over the items of the method; Holm's, because each flagged item is a finding of its own. */
export function adjusted(rows: readonly DifRow[]): readonly DifRow[] {
  const known = rows.flatMap(({ pValue }, place) => (pValue === null ? [] : [{ place, pValue }]));
  const raised = holm(known.map(({ pValue }) => pValue));
  const of = new Map(known.map(({ place }, rank) => [place, at(raised, rank)]));
  return rows.map((row, place) => ({ ...row, pAdjusted: of.get(place) ?? row.pAdjusted }));
}
