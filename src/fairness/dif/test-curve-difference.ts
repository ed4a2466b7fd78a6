/**
 * What biased items do to the test as a whole: how many points people of equal ability get in the two groups, at the cut
 * and everywhere else. At the cut it is what decides.
 *
 *     difference(theta) = T reference(theta) - T focal(theta), T the expected score;  at the cut: T reference(theta) = cut
 *     signed = sum of w(theta) difference(theta),  unsigned = sum of w(theta) |difference(theta)|, w the focal group's density
 *
 * Sources: Raju, van der Linden & Fleer (1995) for differential functioning of tests; Chalmers, Counsell & Flora (2016) for
 * the signed and unsigned measure in points. Items biased in opposite directions cancel in the signed one and, at any
 * ability, in the difference itself; read the items beside it. The curves' own errors are not in these figures.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { testCharacteristicCurve } from '../../psychometrics/ability/characteristic-curves.ts';
import type { LatentDensity } from '../../psychometrics/ability/latent-density.ts';
import { type CalibratedItem, categoriesOf } from '../../psychometrics/irt/item-model.ts';
import type { ModelForm } from './dif-method.ts';
import { curvesOf, focalDensity, twoGroupModels } from './likelihood-ratio-dif.ts';

/** In points; above zero, people of the focal group get fewer at equal ability. */
export interface TestCurveDifference {
  /** The ability at which the reference group expects the cut. */
  readonly abilityAtCut: number;
  readonly atCut: number;
  /** The largest difference among the abilities where people of the focal group are, with its sign, and that ability. */
  readonly largest: number;
  readonly largestAt: number;
  readonly signed: number;
  readonly unsigned: number;
  readonly points: number;
}

export type TestCurveFault = 'no-single-ability' | 'cut-out-of-reach' | 'not-comparable';

const FARTHEST = 8;
const STEPS = 320;
const HALVINGS = 60;
const NOBODY = 1e-3;

/** Both groups' items on one scale, in the same order. Refused for a cut that is expected at no or at several abilities. */
export function testCurveDifference(
  reference: readonly CalibratedItem[],
  focal: readonly CalibratedItem[],
  density: LatentDensity,
  cut: number,
): Result<TestCurveDifference, TestCurveFault> {
  const alike = reference.every((item, place) => {
    const other = focal[place];
    return other !== undefined && categoriesOf(item) === categoriesOf(other);
  });
  if (!alike || reference.length !== focal.length || reference.length === 0) {
    return refuse('not-comparable', 'both groups need the same items with the same points');
  }
  const ability = abilityAt(reference, cut);
  if (!ability.ok) {
    return ability;
  }
  const differences = (abilities: readonly number[]): Float64Array => {
    const other = testCharacteristicCurve(focal, abilities);
    return testCharacteristicCurve(reference, abilities).map(
      (one, place) => one - at(other, place),
    );
  };
  const gaps = differences(Array.from(density.points));
  const peak = density.weights.reduce((most, weight) => Math.max(most, weight), 0);
  let [signed, unsigned, largest, largestAt] = [0, 0, 0, density.mean];
  gaps.forEach((gap, place) => {
    const weight = at(density.weights, place);
    signed += weight * gap;
    unsigned += weight * Math.abs(gap);
    if (weight > NOBODY * peak && Math.abs(gap) > Math.abs(largest)) {
      [largest, largestAt] = [gap, at(density.points, place)];
    }
  });
  return success({
    abilityAtCut: ability.value,
    atCut: at(differences([ability.value]), 0),
    largest,
    largestAt,
    signed,
    unsigned,
    points: reference.reduce((sum, item) => sum + categoriesOf(item) - 1, 0),
  });
}

/** Where the expected score is the cut. */
function abilityAt(
  items: readonly CalibratedItem[],
  cut: number,
): Result<number, 'no-single-ability' | 'cut-out-of-reach'> {
  const abilities = Array.from(
    { length: STEPS + 1 },
    (_, step) => -FARTHEST + (2 * FARTHEST * step) / STEPS,
  );
  const expected = testCharacteristicCurve(items, abilities);
  const crossings = abilities
    .slice(1)
    .flatMap((_, step) =>
      at(expected, step) < cut !== at(expected, step + 1) < cut ? [step] : [],
    );
  const [only] = crossings;
  if (only === undefined) {
    return refuse(
      'cut-out-of-reach',
      `no ability between -${FARTHEST} and ${FARTHEST} leads to an expected score of ${cut}; expected scores run from ${at(expected, 0).toFixed(2)} to ${at(expected, STEPS).toFixed(2)}`,
    );
  }
  if (crossings.length > 1) {
    return refuse(
      'no-single-ability',
      `an expected score of ${cut} belongs to ${crossings.length} abilities: some items turn against the able`,
    );
  }
  let [low, high] = [at(abilities, only), at(abilities, only + 1)];
  const rising = at(expected, only) < at(expected, only + 1);
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    const below = at(testCharacteristicCurve(items, [middle]), 0) < cut;
    [low, high] = below === rising ? [middle, high] : [low, middle];
  }
  return success((low + high) / 2);
}

const TOLERANCE = 1e-5;

/**
 * The same from answers: one model for both groups in which the items named (the flagged ones) have their own curves.
 * `cut` is in points of all items of the form, from 0. Refused where the form cannot be calibrated, or has items that
 * cannot: their points are in the cut.
 */
export function testDifferenceByModel(
  form: ModelForm,
  ownCurves: readonly string[],
  cut: number,
): Result<TestCurveDifference> {
  const models = twoGroupModels(form, 'all');
  if (!models.ok) {
    return models;
  }
  const fit = models.value(new Set(ownCurves), TOLERANCE, undefined);
  const joined = fit.notes.find(({ kind }) => kind === 'collapsed');
  const [left] = fit.leftOut;
  if (left !== undefined || joined !== undefined) {
    return refuse(
      'not-comparable',
      `the points of item "${left?.item ?? joined?.item ?? ''}" are in the cut, but not in the curves: ${left?.because ?? joined?.because ?? ''}`,
    );
  }
  if (!fit.converged) {
    return refuse('not-settled', 'the calibration of both groups did not settle');
  }
  const density = focalDensity(fit);
  if (!density.ok) {
    return density;
  }
  const curves = form.matrix.items.map(({ name }) => curvesOf(fit, name));
  const reference = curves.flatMap((item) => item.reference ?? []);
  const focal = curves.flatMap((item) => item.focal ?? []);
  return testCurveDifference(reference, focal, density.value, cut);
}
