/**
 * Two nested calibrations compared: statistic = 2 (logLik of the freer - logLik of the stricter), chi-squared with as many
 * degrees of freedom as the freer has more parameters (Wilks 1938).
 *
 * The freer model contains the stricter one, so the statistic cannot be negative: where a search stopped short it comes
 * out a hair below zero and is shown as zero with a note; further below, one of the two searches went wrong and the
 * comparison is refused.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import type { Calibration } from './calibration.ts';

export interface LikelihoodRatio {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Why the statistic is shown as zero; undefined where it was not negative. */
  readonly note: string | undefined;
}

/** Below this the difference is not rounding but a search that went wrong. */
const ROUNDING = 0.05;

/** Compares two calibrations of the same people; refuses what is not nested or not settled. */
export function likelihoodRatio(
  stricter: Calibration,
  freer: Calibration,
): Result<LikelihoodRatio, 'not-nested' | 'not-settled'> {
  const degreesOfFreedom = freer.parameters - stricter.parameters;
  if (degreesOfFreedom < 1 || freer.people !== stricter.people) {
    return refuse(
      'not-nested',
      `the freer model must have more parameters (${freer.parameters}, the stricter ${stricter.parameters}) and the same people (${freer.people}, ${stricter.people})`,
    );
  }
  const raw = 2 * (freer.logLik - stricter.logLik);
  if (!(stands(stricter) && stands(freer)) || raw < -ROUNDING) {
    return refuse(
      'not-settled',
      `a search had not reached its maximum (difference ${raw.toFixed(4)}); fit both with a smaller tolerance, the freer one started from the stricter`,
    );
  }
  const statistic = Math.max(0, raw);
  return success({
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    note:
      raw < 0
        ? `the searches stopped ${(-raw).toExponential(1)} short of each other; the statistic is shown as zero`
        : undefined,
  });
}

/** The ratio asks that the likelihood no longer moves; a parameter far out may still creep. */
const stands = ({ converged, stop }: Calibration): boolean => converged || stop === 'likelihood';
