/**
 * Lord's chi-squared: has the item the same discrimination and difficulty in both groups, each calibrated apart and put on
 * one scale?
 *
 *     chi-squared = v' (S(reference) + S(focal))^-1 v,  v = difference of (a, b);  b alone where a is fixed
 *
 * Source: Lord (1980). Assumes that the model fits both groups and that the scale is known: the error of linking is left out, so that
 * short anchors flag too often.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { quadraticForm } from '../../numerics/linear/quadratic-form.ts';
import type { Tested } from './breslow-day.ts';
import type { ItemEstimate } from './item-estimates.ts';

export interface Lord extends Tested {
  /** Focal less reference; above zero, harder for the focal group at equal ability. */
  readonly difficultyGap: number;
  readonly difficultyGapError: number;
}

/** Both on one scale. Refused where the errors leave a direction without any weight. */
export function lord(reference: ItemEstimate, focal: ItemEstimate): Result<Lord, 'no-errors'> {
  const varianceA = reference.varianceA + focal.varianceA;
  const varianceB = reference.varianceB + focal.varianceB;
  const covariance = reference.covariance + focal.covariance;
  const fixed = varianceA === 0;
  const [gapA, gapB] = [focal.a - reference.a, focal.b - reference.b];
  const form = fixed
    ? quadraticForm(new Float64Array([varianceB]), new Float64Array([gapB]))
    : quadraticForm(
        new Float64Array([varianceA, covariance, covariance, varianceB]),
        new Float64Array([gapA, gapB]),
      );
  if (!form.ok) {
    return refuse('no-errors', 'the standard errors of this item are not all there');
  }
  const degreesOfFreedom = fixed ? 1 : 2;
  return success({
    statistic: form.value,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(form.value, degreesOfFreedom),
    difficultyGap: gapB,
    difficultyGapError: Math.sqrt(varianceB),
  });
}
