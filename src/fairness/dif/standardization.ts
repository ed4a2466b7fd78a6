/**
 * Standardization: by how many percentage points is an item harder for the focal group than for people of the reference
 * group with the same scores? The unit that is easiest to explain.
 *
 *     STD P-DIF = sum over scores of w (share right, focal - share right, reference),  w = focal people at the score
 *
 * Sources: Dorans & Kulick (1986), with their bounds .05 and .10; the standard error is that of Zwick & Thayer (1996):
 * at each score the right answers are fixed in number and, without bias, fall to the groups by chance.
 * Assumes that people of equal score are of equal ability; with short or unreliable tests and groups that differ much,
 * they are not quite.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';
import type { Stratum } from './mantel-haenszel.ts';

export interface Standardization {
  /** Between -1 and 1; below zero, harder for the focal group at the same score. */
  readonly difference: number;
  readonly error: number;
  readonly z: number;
  readonly pValue: number;
  /** Odds of a right answer in the reference group, weighted as the focal group, over the focal group's own. */
  readonly oddsRatio: number;
  readonly strataUsed: number;
  readonly people: number;
  readonly focalMatched: number;
}

/** Refused where no score holds people of both groups, or where nobody differs at any score. */
export function standardization(
  strata: readonly Stratum[],
): Result<Standardization, 'no-comparison'> {
  const used = strata.filter((s) => reference(s) > 0 && focal(s) > 0);
  const focalMatched = used.reduce((sum, s) => sum + focal(s), 0);
  let [focalRight, expectedRight, variance] = [0, 0, 0];
  for (const s of used) {
    focalRight += s.focalRight;
    expectedRight += (focal(s) * s.referenceRight) / reference(s);
    variance += varianceOfGap(s);
  }
  if (variance === 0) {
    return refuse('no-comparison', 'no score level holds people from both groups who differ');
  }
  const difference = (focalRight - expectedRight) / focalMatched;
  const error = Math.sqrt(variance) / focalMatched;
  const z = difference / error;
  return success({
    difference,
    error,
    z,
    pValue: normalTwoSided(z),
    oddsRatio:
      (expectedRight / (focalMatched - expectedRight)) * ((focalMatched - focalRight) / focalRight),
    strataUsed: used.length,
    people: used.reduce((sum, s) => sum + reference(s) + focal(s), 0),
    focalMatched,
  });
}

/** Of focal people times the difference between the shares, at one score, its right answers being fixed. */
function varianceOfGap(s: Stratum): number {
  const all = reference(s) + focal(s);
  const right = s.referenceRight + s.focalRight;
  const variance =
    (reference(s) * focal(s) * right * (all - right)) / (all ** 2 * Math.max(1, all - 1));
  return focal(s) ** 2 * (1 / focal(s) + 1 / reference(s)) ** 2 * variance;
}

const reference = (s: Stratum): number => s.referenceRight + s.referenceWrong;
const focal = (s: Stratum): number => s.focalRight + s.focalWrong;
