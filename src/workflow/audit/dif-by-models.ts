/**
 * Items compared between two groups by item response models: Lord and Raju on each group calibrated apart and linked by
 * all items, and the likelihood ratio of a model with the item's own parameters in each group to one without.
 */
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import {
  equalMeansAndSpreads,
  fromSlopeIntercept,
  type ItemEstimate,
  onScale,
} from '../../fairness/dif/item-estimates.ts';
import { lord } from '../../fairness/dif/lord.ts';
import { raju } from '../../fairness/dif/raju.ts';
import { leaningOf } from '../../fairness/dif/verdict.ts';
import { FOCAL, REFERENCE } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { Calibrator } from '../../psychometrics/irt/calibrate.ts';
import type { ItemEstimate as Calibrated } from '../../psychometrics/irt/calibration.ts';
import { likelihoodRatio } from '../../psychometrics/irt/likelihood-ratio.ts';
import { categoryMatrix } from '../../psychometrics/responses/category-matrix.ts';
import { onlyPeople, placesOf } from '../../psychometrics/responses/matrix.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { adjusted, directionOf, emptyRow, type RowName } from './dif-rows.ts';
import { fitExam } from './fitted-exam.ts';
import type { Exam } from './read-exam.ts';

export type ModelMethod = 'lord' | 'raju' | 'likelihood-ratio';

const NO_CLASS = 'the method has no agreed classes';
const SCALES: Readonly<Record<ModelMethod, string>> = {
  lord: 'difference of difficulties, focal less reference; above zero, harder for the focal group',
  raju: 'signed area between the curves; above zero, harder for the focal group',
  'likelihood-ratio':
    'difference of difficulties when the item is free; above zero, harder for the focal group',
};

export function difByModels(
  method: ModelMethod,
  exam: Exam,
  chosen: ChosenGroups,
): readonly DifRow[] {
  const { groups, column } = chosen;
  const name = (place: number): RowName => ({
    item: at(exam.matrix.items, place).name,
    method,
    group: column,
    focal: groups.focal,
    reference: groups.reference,
    effectScale: SCALES[method],
  });
  const places = placesOf(exam.matrix, false);
  const smaller = Math.min(groups.focalPeople, groups.referencePeople);
  const least = smallestGroupFor(method);
  if (smaller < least) {
    const because = `only ${smaller} people in the smaller group; at least ${least} are needed`;
    return places.map((place) => emptyRow(name(place), because));
  }
  return adjusted(
    method === 'likelihood-ratio'
      ? byLikelihood(exam, chosen, places, name)
      : byEstimates(method, exam, chosen, places, name),
  );
}

type Names = (place: number) => RowName;

function byEstimates(
  method: 'lord' | 'raju',
  exam: Exam,
  chosen: ChosenGroups,
  places: readonly number[],
  name: Names,
): readonly DifRow[] {
  const reference = estimatesOf(exam, chosen, REFERENCE, places);
  const focal = estimatesOf(exam, chosen, FOCAL, places);
  const fault = [reference, focal].find((one) => !one.ok);
  if (!(reference.ok && focal.ok)) {
    const because = fault?.ok === false ? fault.refusal.because : 'a group could not be calibrated';
    return places.map((place) => emptyRow(name(place), because));
  }
  const both = places.flatMap((place) => {
    const [one, other] = [reference.value.get(place), focal.value.get(place)];
    return one === undefined || other === undefined ? [] : [{ place, one, other }];
  });
  const scale = equalMeansAndSpreads(
    both.map(({ one }) => one),
    both.map(({ other }) => other),
    anchorOf(both),
  );
  const of = new Map(both.map((item) => [item.place, item]));
  return places.map((place) => {
    const item = of.get(place);
    if (item === undefined) {
      return emptyRow(name(place), 'the item could not be calibrated in both groups');
    }
    if (!scale.ok) {
      return emptyRow(name(place), scale.refusal.because);
    }
    return estimateRow(method, name(place), chosen, item.one, onScale(item.other, scale.value));
  });
}

/** An item whose difficulty is hardly known would spoil a link by means and spreads; at least two others hold it then. */
const WELL_KNOWN = 1;

function anchorOf(
  both: readonly { readonly one: ItemEstimate; readonly other: ItemEstimate }[],
): readonly number[] {
  const all = both.map((_, index) => index);
  const known = all.filter((index) => {
    const { one, other } = at(both, index);
    return Math.max(one.varianceB, other.varianceB) < WELL_KNOWN ** 2;
  });
  return known.length >= 2 ? known : all;
}

function estimateRow(
  method: 'lord' | 'raju',
  name: RowName,
  { groups, column }: ChosenGroups,
  reference: ItemEstimate,
  focal: ItemEstimate,
): DifRow {
  const common = {
    ...name,
    pAdjusted: null,
    class: null,
    people: groups.focalPeople + groups.referencePeople,
    focalPeople: groups.focalPeople,
    strata: null,
    reasons: { class: NO_CLASS, strata: 'people are not sorted by score' },
  };
  const direction = (gap: number): string => directionOf(leaningOf(gap), column, groups);
  if (method === 'lord') {
    const found = lord(reference, focal);
    return found.ok
      ? {
          ...common,
          statistic: found.value.statistic,
          degreesOfFreedom: found.value.degreesOfFreedom,
          pValue: found.value.pValue,
          effect: found.value.difficultyGap,
          effectError: found.value.difficultyGapError,
          direction: direction(found.value.difficultyGap),
          detail: {
            aReference: reference.a,
            aFocal: focal.a,
            bReference: reference.b,
            bFocal: focal.b,
          },
        }
      : emptyRow(name, found.refusal.because);
  }
  const found = raju(reference, focal);
  if (!found.ok) {
    return emptyRow(name, found.refusal.because);
  }
  const { signed, unsigned } = found.value;
  return {
    ...common,
    statistic: unsigned.z,
    degreesOfFreedom: null,
    pValue: unsigned.pValue,
    effect: signed.area,
    effectError: signed.error,
    direction: direction(signed.area),
    detail: {
      unsignedArea: unsigned.area,
      unsignedAreaError: unsigned.error,
      signedZ: signed.z,
      signed_pValue: signed.pValue,
    },
    reasons: { ...common.reasons, degreesOfFreedom: 'the statistic is a normal deviate' },
  };
}

/** One group calibrated alone, by the places of the items; items without a difficulty are left out. */
function estimatesOf(
  { matrix }: Exam,
  { groups }: ChosenGroups,
  side: typeof FOCAL | typeof REFERENCE,
  places: readonly number[],
): Result<ReadonlyMap<number, ItemEstimate>> {
  const people = Array.from(groups.member.keys()).filter(
    (person) => groups.member[person] === side,
  );
  const fitted = fitExam(onlyPeople(matrix, people), {
    model: '2pl',
    errors: true,
    places,
    lowest: 0,
  });
  if (!fitted.ok) {
    return fitted;
  }
  const placeOf = new Map(places.map((place) => [at(matrix.items, place).name, place]));
  return success(
    new Map(
      fitted.value.calibration.items.flatMap((item): [number, ItemEstimate][] => {
        const estimate = estimateOf(item);
        const place = placeOf.get(item.item);
        return estimate.ok && place !== undefined ? [[place, estimate.value]] : [];
      }),
    ),
  );
}

function estimateOf({ model, covariance }: Calibrated): Result<ItemEstimate> {
  if (model.kind !== 'binary' || covariance === undefined) {
    return refuse('no-errors', 'the item has no standard errors');
  }
  const width = Math.round(Math.sqrt(covariance.length));
  return fromSlopeIntercept(model.a, model.d, {
    varianceA: covariance[0] ?? 0,
    covariance: covariance[1] ?? 0,
    varianceD: covariance[width + 1] ?? 0,
  });
}

/** All other items hold the scale; each item in turn has its own slope and intercept in each group. */
function byLikelihood(
  { matrix, read }: Exam,
  { groups, column }: ChosenGroups,
  places: readonly number[],
  name: Names,
): readonly DifRow[] {
  const { matrix: answers, leftOut } = categoryMatrix(
    matrix,
    places,
    'lowest',
    read.lowestCategory,
  );
  const calibrator = Calibrator.over(answers, {
    model: '2pl',
    errors: 'none',
    tolerance: 1e-6,
    groups: {
      of: Array.from(groups.member, (side) =>
        side === FOCAL ? 'focal' : side === REFERENCE ? 'reference' : undefined,
      ),
      reference: 'reference',
      invariance: 'scalar',
    },
  });
  if (!calibrator.ok) {
    return places.map((place) => emptyRow(name(place), calibrator.refusal.because));
  }
  const base = calibrator.value.fit();
  const reasons = new Map([
    ...leftOut.map(({ place, because }): [string, string] => [
      at(matrix.items, place).name,
      because,
    ]),
    ...base.leftOut.map(({ item, because }): [string, string] => [item, because]),
  ]);
  return places.map((place) => {
    const item = at(matrix.items, place).name;
    const gone = reasons.get(item);
    if (gone !== undefined) {
      return emptyRow(name(place), gone);
    }
    const free = calibrator.value.fit({ freeItems: new Map([[item, 'all']]), start: base });
    const compared = likelihoodRatio(base, free);
    if (!compared.ok) {
      return emptyRow(name(place), compared.refusal.because);
    }
    const { statistic, degreesOfFreedom, pValue } = compared.value;
    const difficulty = (group: string): number =>
      free.items.find((one) => one.item === item && one.group === group)?.difficulties[0] ?? 0;
    const gap = difficulty('focal') - difficulty('reference');
    return {
      ...name(place),
      statistic,
      degreesOfFreedom,
      pValue,
      pAdjusted: null,
      effect: gap,
      effectError: null,
      class: null,
      direction: directionOf(leaningOf(gap), column, groups),
      people: groups.focalPeople + groups.referencePeople,
      focalPeople: groups.focalPeople,
      strata: null,
      detail: {},
      reasons: {
        effectError: 'the refit is without standard errors',
        class: NO_CLASS,
        strata: 'people are not sorted by score',
      },
    };
  });
}
