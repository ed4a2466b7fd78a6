/**
 * Likelihood ratio: do the answers become more likely when the item may have its own parameters in each group? One model
 * for both groups, in which the anchor items are alike and the groups' abilities are not; the studied item is held alike, then freed.
 *
 *     statistic = 2 (logLik item freed - logLik item held), chi-squared, one degree of freedom for each parameter freed
 *
 * Without a narrower anchor all other items hold the scale ("all others as anchor"); items outside the anchor, named or
 * flagged before, are free throughout.
 *
 * Source: Thissen, Steinberg & Wainer (1993). Assumes that the model fits, that ability is normal in each group, and that
 * the anchor is clean. Categories that nobody of one group is in are joined for both; an item that all of one group
 * answered alike has no parameters there and is left out with that reason.
 *
 * Refits start where the base stands. A freer model cannot be less likely: where a statistic comes out below zero, both are
 * searched again more closely, and what is left below zero is shown as zero with a note.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type LatentDensity, normalDensity } from '../../psychometrics/ability/latent-density.ts';
import { Calibrator } from '../../psychometrics/irt/calibrate.ts';
import type { Calibration } from '../../psychometrics/irt/calibration.ts';
import type { GroupFreedom } from '../../psychometrics/irt/calibration-plan.ts';
import type { CalibratedItem } from '../../psychometrics/irt/item-model.ts';
import { type LikelihoodRatio, likelihoodRatio } from '../../psychometrics/irt/likelihood-ratio.ts';
import { FOCAL, REFERENCE } from '../groups/group.ts';
import { type Answered, answeredByGroup } from './answered-by-group.ts';
import { classOfCurves, curveDifference, MODERATE } from './curve-difference.ts';
import type { DifFault, ModelFinding, ModelForm, ModelLook, ModelMethod } from './dif-method.ts';
import { enoughGroups } from './verdict.ts';

/** The base is close to the maximum, because what it lacks is added to every statistic. */
const BASE_TOLERANCE = 1e-5;
const REFIT_TOLERANCE = 1e-4;
const CLOSE_TOLERANCE = 1e-7;
const POINTS = 121;
const BEYOND = 6;
/** The fewest that were simulated: docs/methods/dif-model-simulations.md. */
const SMALLEST = 120;
const REFERENCE_GROUP = 'reference';
const FOCAL_GROUP = 'focal';

export const LIKELIHOOD_RATIO: ModelMethod = {
  needs: 'calibrations',
  id: 'likelihood-ratio',
  name: 'Likelihood ratio',
  asks: 'Do the answers become more likely when the item has its own curve in each group?',
  effect:
    'average difference of the expected share of points over the abilities of the focal group; above zero, harder for the focal group',
  smallest: SMALLEST,
  prepare: (form) => prepareLikelihoodRatio(form, 'all'),
};

/** `freed`: all parameters of the item, or its intercepts alone, which asks only whether it is harder throughout. */
export function prepareLikelihoodRatio(form: ModelForm, freed: GroupFreedom): Result<ModelLook> {
  const few = enoughGroups(form.groups, SMALLEST);
  if (!few.ok) {
    return few;
  }
  const models = twoGroupModels(form, freed);
  if (!models.ok) {
    return models;
  }
  const answered = answeredByGroup(form);
  return success((anchor) => lookWith(form, models.value, anchor, answered));
}

/** Fits with some items free between the groups, all of one form. */
export type TwoGroupModels = (
  free: ReadonlySet<string>,
  tolerance: number,
  start: Calibration | undefined,
) => Calibration;

/** Both groups in one model, ability of the focal group free; refused where the form cannot be calibrated. */
export function twoGroupModels(
  { matrix, groups, model = '2pl' }: ModelForm,
  freed: GroupFreedom,
): Result<TwoGroupModels> {
  const calibrator = Calibrator.over(matrix, {
    model,
    errors: 'none',
    groups: {
      of: Array.from(groups.member, (side) =>
        side === FOCAL ? FOCAL_GROUP : side === REFERENCE ? REFERENCE_GROUP : undefined,
      ),
      reference: REFERENCE_GROUP,
      invariance: 'scalar',
      // Any item may be freed, so all must have what each group needs for parameters of its own.
      freeItems: new Map(matrix.items.map(({ name }) => [name, freed])),
    },
  });
  if (!calibrator.ok) {
    return calibrator;
  }
  return success((free, tolerance, start) =>
    calibrator.value.fit({
      freeItems: new Map([...free].map((name) => [name, freed])),
      tolerance,
      ...(start === undefined ? {} : { start }),
    }),
  );
}

function lookWith(
  { matrix, groups }: ModelForm,
  models: TwoGroupModels,
  anchor: Uint8Array,
  answered: readonly Answered[],
): readonly Result<ModelFinding, DifFault>[] {
  const outside = new Set(
    matrix.items.flatMap(({ name }, item) => (anchor[item] === 1 ? [] : [name])),
  );
  const base = models(outside, BASE_TOLERANCE, undefined);
  const left = new Map(base.leftOut.map(({ item, because }) => [item, because]));
  const held = matrix.items.length - outside.size - left.size;
  return matrix.items.map(({ name }, item) => {
    const gone = left.get(name);
    if (gone !== undefined) {
      return refuse('not-calibrated', inGroupNames(gone, groups));
    }
    if (held - (anchor[item] ?? 0) < 1) {
      return refuse('no-anchor', 'no other item is left to put both groups on one scale');
    }
    return compared(models, base, outside, name, at(answered, item));
  });
}

/** The engine names the two sides; readers know them by their own names. */
const inGroupNames = (because: string, { reference, focal }: ModelForm['groups']): string =>
  because
    .replace(`in ${REFERENCE_GROUP} everybody`, `in ${reference} everybody`)
    .replace(`in ${FOCAL_GROUP} everybody`, `in ${focal} everybody`);

function compared(
  models: TwoGroupModels,
  base: Calibration,
  outside: ReadonlySet<string>,
  name: string,
  people: Answered,
): Result<ModelFinding, DifFault> {
  const free = new Set([...outside, name]);
  const held = new Set([...outside].filter((one) => one !== name));
  const isFree = outside.has(name);
  let stricter = isFree ? models(held, REFIT_TOLERANCE, base) : base;
  let freer = isFree ? base : models(free, REFIT_TOLERANCE, base);
  let ratio = likelihoodRatio(stricter, freer);
  if (!ratio.ok || ratio.value.note !== undefined) {
    stricter = models(held, CLOSE_TOLERANCE, stricter);
    freer = models(free, CLOSE_TOLERANCE, stricter);
    ratio = likelihoodRatio(stricter, freer);
  }
  return ratio.ok ? finding(ratio.value, freer, name, people) : ratio;
}

function finding(
  { statistic, degreesOfFreedom, pValue, note }: LikelihoodRatio,
  freer: Calibration,
  name: string,
  people: Answered,
): Result<ModelFinding, DifFault> {
  const density = focalDensity(freer);
  const { reference, focal } = curvesOf(freer, name);
  if (!density.ok || reference === undefined || focal === undefined) {
    return refuse('undefined', density.ok ? 'the item has no curve' : density.refusal.because);
  }
  const curves = curveDifference(reference, focal, density.value);
  return success({
    effect: curves.signed,
    effectError: undefined,
    class: classOfCurves(curves, pValue),
    negligible: curves.unsigned < MODERATE,
    leaning: curves.leaning,
    statistic,
    degreesOfFreedom,
    pValue,
    ...people,
    curves,
    reference,
    focal,
    note,
  });
}

/** An item's curve in each group. */
export function curvesOf(
  { items }: Calibration,
  name: string,
): { readonly reference: CalibratedItem | undefined; readonly focal: CalibratedItem | undefined } {
  const inGroup = (group: string): CalibratedItem | undefined =>
    items.find((one) => one.item === name && (one.group === undefined || one.group === group))
      ?.model;
  return { reference: inGroup(REFERENCE_GROUP), focal: inGroup(FOCAL_GROUP) };
}

/** The abilities of the focal group in a model of both. */
export function focalDensity({ groups }: Calibration): Result<LatentDensity, 'no-density'> {
  const { mean, variance } = groups.find(({ name }) => name === FOCAL_GROUP) ?? {
    mean: Number.NaN,
    variance: Number.NaN,
  };
  const limit = Math.abs(mean) + BEYOND * Math.sqrt(variance);
  return normalDensity({ mean, variance, points: POINTS, limit });
}
