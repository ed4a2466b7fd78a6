/**
 * Items with several points compared between two groups matched on the whole total: by Mantel's test and by ordinal
 * logistic regression. Right-or-wrong items of the same exam go with them, as items with one point.
 */
import { levelsByPoints } from '../../fairness/dif/answer-levels.ts';
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import { mantel } from '../../fairness/dif/mantel.ts';
import { ordinalLogisticDif } from '../../fairness/dif/ordinal-logistic.ts';
import type { GroupLevel } from '../../fairness/dif/several-groups-levels.ts';
import { enoughPeople, leaningOf } from '../../fairness/dif/verdict.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { highestOf } from '../../psychometrics/responses/matrix.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { adjusted, directionOf, emptyRow, type RowName } from './dif-rows.ts';
import type { Exam } from './read-exam.ts';

export const POINT_METHODS = ['mantel', 'ordinal-logistic'] as const;
export type PointMethod = (typeof POINT_METHODS)[number];

type Numbers = Omit<DifRow, keyof RowName | 'pAdjusted' | 'direction' | 'reasons'> & {
  readonly people: number;
  readonly focalMatched: number;
};

const SCALES: Readonly<Record<PointMethod, string>> = {
  mantel:
    'difference of mean points over the item’s standard deviation; below zero, the focal group earns fewer',
  'ordinal-logistic': 'log odds of more points; below zero, the focal group earns fewer',
};
const REASONS: Readonly<Record<PointMethod, DifRow['reasons']>> = {
  mantel: {},
  'ordinal-logistic': {
    effectError: 'no standard error is worked out for this effect; see the p-value',
    class: 'the method has no agreed classes',
  },
};

/** Every item, in the order of the file. */
export function pointRows(
  method: PointMethod,
  exam: Exam,
  { column, groups }: ChosenGroups,
): readonly DifRow[] {
  const rows = exam.matrix.items.map((item, place): DifRow => {
    const name: RowName = {
      item: item.name,
      method,
      group: column,
      focal: groups.focal,
      reference: groups.reference,
      effectScale: SCALES[method],
    };
    const levels = levelsByPoints(exam.matrix, exam.totals, groups, place);
    const worth = Array.from({ length: highestOf(item) + 1 }, (_, points) => points);
    const compared = method === 'mantel' ? byMantel(levels, worth) : byRegression(levels);
    const found = compared.ok ? enoughPeople(compared.value, smallestGroupFor(method)) : compared;
    if (!found.ok) {
      return emptyRow(name, found.refusal.because);
    }
    const { focalMatched, ...numbers } = found.value;
    return {
      ...name,
      ...numbers,
      focalPeople: focalMatched,
      pAdjusted: null,
      direction: directionOf(leaningOf(-(numbers.effect ?? 0)), column, groups),
      reasons: REASONS[method],
    };
  });
  return adjusted(rows);
}

function byMantel(levels: readonly GroupLevel[], points: readonly number[]): Result<Numbers> {
  const found = mantel(levels, points);
  if (!found.ok) {
    return found;
  }
  const { meanDifference, meanDifferenceError, standardized, strataUsed, ...rest } = found.value;
  const spread = standardized === 0 ? undefined : meanDifference / standardized;
  return success({
    statistic: rest.statistic,
    degreesOfFreedom: rest.degreesOfFreedom,
    pValue: rest.pValue,
    effect: standardized,
    effectError: spread === undefined ? null : meanDifferenceError / spread,
    class: rest.class,
    people: rest.people,
    focalMatched: rest.focalMatched,
    focalPeople: rest.focalMatched,
    strata: strataUsed,
    detail: { meanDifference, meanDifferenceError },
  });
}

function byRegression(levels: readonly GroupLevel[]): Result<Numbers> {
  const found = ordinalLogisticDif(levels);
  if (!found.ok) {
    return found;
  }
  const { both, uniform, nonUniform, logOdds, referencePeople, focalPeople } = found.value;
  return success({
    statistic: both.statistic,
    degreesOfFreedom: both.degreesOfFreedom,
    pValue: both.pValue,
    effect: logOdds,
    effectError: null,
    class: null,
    people: referencePeople + focalPeople,
    focalMatched: focalPeople,
    focalPeople,
    strata: levels.length,
    detail: {
      uniform: uniform.statistic,
      uniform_pValue: uniform.pValue,
      nonUniform: nonUniform.statistic,
      nonUniform_pValue: nonUniform.pValue,
    },
  });
}

export const isPointMethod = (method: string): method is PointMethod =>
  POINT_METHODS.some((known) => known === method);

/** The first item with several points, by name; undefined where every scored item is right or wrong. */
export const firstWithPoints = ({ matrix }: Exam): string | undefined => {
  const place = matrix.items.findIndex((item) => !item.pilot && highestOf(item) > 1);
  return place < 0 ? undefined : at(matrix.items, place).name;
};
