/**
 * How far an item's curves in two groups lie apart where the people are: the effect size of the methods that compare
 * calibrations. Areas over all abilities count places where nobody is; these weigh each ability by how many people of the
 * focal group have it.
 *
 *     signed = sum of w(theta) (E reference - E focal),  unsigned = sum of w(theta) |E reference - E focal|
 *
 * E is the expected share of the item's points, w the focal group's density of ability.
 *
 * Sources: Wainer (1993) for the weighting by the focal group; Meade (2010) for the names (signed and unsigned item
 * difference under a normal density); the unsigned one is the weighted area between curves of Edelen, Stucky & Chandra
 * (2015). Shealy & Stout's beta (1993) estimates the signed one, so the bounds of SIBTEST (Roussos & Stout 1996) are the
 * bounds here: .059 and .088 of the item's points.
 */
import { at } from '../../kernel/result/at.ts';
import { testCharacteristicCurve } from '../../psychometrics/ability/characteristic-curves.ts';
import type { LatentDensity } from '../../psychometrics/ability/latent-density.ts';
import { type CalibratedItem, categoriesOf } from '../../psychometrics/irt/item-model.ts';
import { type DifClass, type Leaning, leaningOf } from './verdict.ts';

export interface CurveDifference {
  /** Share of the item's points; above zero, harder for the focal group. */
  readonly signed: number;
  /** Never below zero; what crossing curves do not cancel. */
  readonly unsigned: number;
  /** The difference where it is largest among the abilities of the focal group, with its sign, and that ability. */
  readonly largest: number;
  readonly largestAt: number;
  readonly leaning: Leaning;
}

export const MODERATE = 0.059;
const LARGE = 0.088;
const SIGNIFICANCE = 0.05;
/** Abilities with less than a thousandth of the highest density are nobody's. */
const NOBODY = 1e-3;
/** Curves turn where at least a quarter of their distance is against the other group. */
const TURNS = 0.5;

/** Both curves on one scale; the item must have as many categories in both groups. */
export function curveDifference(
  reference: CalibratedItem,
  focal: CalibratedItem,
  { points, weights, mean }: LatentDensity,
): CurveDifference {
  const abilities = Array.from(points);
  const one = testCharacteristicCurve([reference], abilities);
  const other = testCharacteristicCurve([focal], abilities);
  const highest = categoriesOf(reference) - 1;
  const peak = weights.reduce((most, weight) => Math.max(most, weight), 0);
  let [signed, unsigned, tilt, largest, largestAt] = [0, 0, 0, 0, mean];
  weights.forEach((weight, index) => {
    const gap = (at(one, index) - at(other, index)) / highest;
    signed += weight * gap;
    unsigned += weight * Math.abs(gap);
    tilt += weight * gap * (at(points, index) - mean);
    if (weight > NOBODY * peak && Math.abs(gap) > Math.abs(largest)) {
      [largest, largestAt] = [gap, at(points, index)];
    }
  });
  const turns = unsigned > 0 && Math.abs(signed) < TURNS * unsigned;
  const turning = tilt > 0 ? 'harder-for-focal-at-high-scores' : 'harder-for-focal-at-low-scores';
  return {
    signed,
    unsigned,
    largest,
    largestAt,
    leaning: turns ? turning : leaningOf(signed),
  };
}

/** A, negligible: under .059 or not significant at 5 %; C, large: .088 or more. */
export function classOfCurves({ unsigned }: CurveDifference, pValue: number): DifClass {
  if (unsigned < MODERATE || pValue >= SIGNIFICANCE) {
    return 'A';
  }
  return unsigned < LARGE ? 'B' : 'C';
}
