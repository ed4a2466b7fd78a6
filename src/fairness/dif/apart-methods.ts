/**
 * Lord and Raju from answers to findings: both groups calibrated apart, put on one scale by the anchor items, every item
 * tested. Moving the anchor (purification) costs nothing: the calibrations stay.
 *
 * The scale is found by minimum chi-squared (Divgi 1985). An item holds it only where it discriminates in both groups by at least
 * three standard errors: below that its difficulty is hardly known.
 *
 * Not here: the formulas (lord, raju), the linking (minimum-chi-squared).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type LatentDensity, normalDensity } from '../../psychometrics/ability/latent-density.ts';
import type { CalibratedItem } from '../../psychometrics/irt/item-model.ts';
import { type Answered, answeredByGroup } from './answered-by-group.ts';
import { type Apart, calibrateApart } from './calibrate-apart.ts';
import { classOfCurves, curveDifference, MODERATE } from './curve-difference.ts';
import type { DifFault, ModelFinding, ModelForm, ModelLook, ModelMethod } from './dif-method.ts';
import { type ItemEstimate, onScale, type Scale } from './item-estimates.ts';
import { lord } from './lord.ts';
import { minimumChiSquared } from './minimum-chi-squared.ts';
import { raju } from './raju.ts';
import { enoughGroups } from './verdict.ts';

/** Below this, groups of very unequal size give more than 7.5 % false alarms: docs/methods/dif-model-simulations.md. */
const SMALLEST = 200;
/** A slope below so many standard errors leaves the difficulty unknown. */
const KNOWN = 3;
const POINTS = 121;
/** Standard deviations that the points of ability reach beyond the mean. */
const BEYOND = 6;

/** What a method says of one item; the rest of the finding is the same for both. */
type Tested = Pick<
  ModelFinding,
  'effect' | 'effectError' | 'statistic' | 'degreesOfFreedom' | 'pValue'
>;
type Test = (reference: ItemEstimate, focal: ItemEstimate) => Result<Tested, 'no-errors'>;

export const LORD: ModelMethod = {
  needs: 'calibrations',
  id: 'lord',
  name: "Lord's chi-squared",
  asks: 'Has the item the same discrimination and difficulty in both groups?',
  effect: 'difference of the difficulties; above zero, harder for the focal group',
  smallest: SMALLEST,
  prepare: (form) => prepareApart(form, SMALLEST, lordTest),
};

export const RAJU: ModelMethod = {
  needs: 'calibrations',
  id: 'raju',
  name: "Raju's areas",
  asks: "How far apart are the item's curves in the two groups?",
  effect: 'signed area between the curves; above zero, harder for the focal group',
  smallest: SMALLEST,
  prepare: (form) => prepareApart(form, SMALLEST, rajuTest),
};

function lordTest(reference: ItemEstimate, focal: ItemEstimate): Result<Tested, 'no-errors'> {
  const found = lord(reference, focal);
  if (!found.ok) {
    return found;
  }
  const { difficultyGap, difficultyGapError, ...tested } = found.value;
  return success({ ...tested, effect: difficultyGap, effectError: difficultyGapError });
}

/** The test is of the unsigned area, which crossing curves do not cancel; with slopes alike both are one. */
function rajuTest(reference: ItemEstimate, focal: ItemEstimate): Result<Tested, 'no-errors'> {
  const found = raju(reference, focal);
  if (!found.ok) {
    return found;
  }
  const { signed, unsigned } = found.value;
  return success({
    effect: signed.area,
    effectError: signed.error,
    statistic: unsigned.z * unsigned.z,
    degreesOfFreedom: 1,
    pValue: unsigned.pValue,
  });
}

function prepareApart(form: ModelForm, smallest: number, test: Test): Result<ModelLook> {
  const few = enoughGroups(form.groups, smallest);
  if (!few.ok) {
    return few;
  }
  const apart = calibrateApart(form);
  if (!apart.ok) {
    return apart;
  }
  const answered = answeredByGroup(form);
  return success((anchor) => lookAt(apart.value, answered, anchor, test));
}

function lookAt(
  { reference, focal }: Apart,
  answered: readonly Answered[],
  anchor: Uint8Array,
  test: Test,
): readonly Result<ModelFinding, DifFault>[] {
  const both = reference.items.flatMap((one, item) => {
    const other = at(focal.items, item);
    return one.ok && other.ok ? [{ item, one: one.value, other: other.value }] : [];
  });
  const places = both.flatMap(({ item, one, other }, place) =>
    anchor[item] === 1 && known(one) && known(other) ? [place] : [],
  );
  const scale = minimumChiSquared(
    both.map(({ one }) => one),
    both.map(({ other }) => other),
    places,
  );
  if (!scale.ok) {
    return reference.items.map(() => scale);
  }
  const density = densityOn(scale.value, focal.variance);
  if (!density.ok) {
    return reference.items.map(() => refuse('undefined', density.refusal.because));
  }
  return reference.items.map((one, item) => {
    const other = at(focal.items, item);
    if (!one.ok) {
      return one;
    }
    return other.ok
      ? finding(
          one.value,
          onScale(other.value, scale.value),
          density.value,
          at(answered, item),
          test,
        )
      : other;
  });
}

function finding(
  reference: ItemEstimate,
  focal: ItemEstimate,
  density: LatentDensity,
  people: Answered,
  test: Test,
): Result<ModelFinding, DifFault> {
  const tested = test(reference, focal);
  if (!tested.ok) {
    return tested;
  }
  const [one, other] = [curveOf(reference), curveOf(focal)];
  const curves = curveDifference(one, other, density);
  return success({
    ...tested.value,
    ...people,
    class: classOfCurves(curves, tested.value.pValue),
    negligible: curves.unsigned < MODERATE,
    leaning: curves.leaning,
    curves,
    reference: one,
    focal: other,
    note:
      known(reference) && known(focal)
        ? undefined
        : 'the item discriminates so little that its difficulty is hardly known; it does not hold the scale',
  });
}

const known = ({ a, varianceA }: ItemEstimate): boolean => a > KNOWN * Math.sqrt(varianceA);

const curveOf = ({ a, b }: ItemEstimate): CalibratedItem => ({
  kind: 'binary',
  a,
  d: -a * b,
  g: 0,
});

/** The focal group's abilities on the scale of the reference group. */
function densityOn({ slope, shift }: Scale, variance: number): ReturnType<typeof normalDensity> {
  const deviation = slope * Math.sqrt(variance);
  return normalDensity({
    mean: shift,
    variance: deviation ** 2,
    points: POINTS,
    limit: Math.abs(shift) + BEYOND * deviation,
  });
}
