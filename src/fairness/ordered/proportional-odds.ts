/**
 * How many times greater are a group's odds of this outcome or a harder one? One number for every step of the scale:
 *
 *     log odds(outcome >= k) = threshold k + b of the group,   likelihood ratio = 2 (log L with groups - log L without)
 *
 * Assumes that the odds ratio is the same at every step; `stepsDiffer` tries that against free shares for each group.
 * Source: McCullagh (1980); errors from the observed information, as R's MASS::polr.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { fitOrdinal } from '../../numerics/fitting/ordinal.ts';
import { choleskyOf, inverseFromCholesky } from '../../numerics/linear/positive-definite.ts';
import { observedInformation } from './ordinal-information.ts';

export interface OddsOfHarder {
  readonly logOddsRatio: number;
  readonly error: number;
  readonly oddsRatio: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
}

export interface LikelihoodRatio {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface ProportionalOdds {
  /** Each group against the first. */
  readonly groups: readonly OddsOfHarder[];
  readonly thresholds: readonly number[];
  readonly logLikelihood: number;
  /** That groups do not matter. */
  readonly anyDifference: LikelihoodRatio;
  /** That one odds ratio serves all steps; undefined on a scale of two outcomes, which has one step. */
  readonly stepsDiffer: LikelihoodRatio | undefined;
}

/**
 * Numbers of members by outcome, lowest outcome first, for each group; the first is the reference. Outcomes that nobody had
 * are left out. Refused for fewer than two groups with members or two outcomes, and where a group's odds have no bound.
 */
export function proportionalOdds(
  counts: readonly (readonly number[])[],
  confidence = 0.95,
): Result<ProportionalOdds, 'nobody' | 'no-spread' | 'unbounded' | 'not-settled'> {
  if (counts.length < 2 || counts.some((row) => sumOf(row) === 0)) {
    return refuse('nobody', 'one of the groups holds nobody');
  }
  const used = [...at(counts, 0).keys()].filter((k) => counts.some((row) => at(row, k) > 0));
  if (used.length < 2) {
    return refuse('no-spread', 'everybody had the same outcome');
  }
  const table = counts.map((row) => used.map((k) => at(row, k)));
  const edge = table.some(
    (row) => row.slice(1).every((n) => n === 0) || row.slice(0, -1).every((n) => n === 0),
  );
  const values = table.map((_, group) =>
    table.slice(1).map((__, term) => (group === term + 1 ? 1 : 0)),
  );
  const fit = fitOrdinal({ values, counts: table });
  if (edge || (!fit.ok && fit.refusal.kind === 'not-definite')) {
    return refuse('unbounded', 'a group has only the mildest or only the hardest outcome');
  }
  if (!fit.ok) {
    return refuse('not-settled', fit.refusal.because);
  }
  const { thresholds, coefficients, logLikelihood } = fit.value;
  const size = thresholds.length + coefficients.length;
  const lower = choleskyOf(
    observedInformation({ values, counts: table }, thresholds, coefficients),
    size,
  );
  if (!lower.ok) {
    return refuse('unbounded', 'the odds ratio of a group has no bound');
  }
  const covariance = inverseFromCholesky(lower.value, size);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const steps = thresholds.length;
  const pooled = used.map((_, k) => sumOf(table.map((row) => at(row, k))));
  return success({
    groups: coefficients.map((logOddsRatio, term) => {
      const place = steps + term;
      const error = Math.sqrt(at(covariance, place * size + place));
      return {
        logOddsRatio,
        error,
        oddsRatio: Math.exp(logOddsRatio),
        low: Math.exp(logOddsRatio - z * error),
        high: Math.exp(logOddsRatio + z * error),
        pValue: normalTwoSided(logOddsRatio / error),
      };
    }),
    thresholds,
    logLikelihood,
    anyDifference: ratioOf(logLikelihood - freeLikelihood([pooled]), coefficients.length),
    stepsDiffer:
      steps === 1
        ? undefined
        : ratioOf(freeLikelihood(table) - logLikelihood, coefficients.length * (steps - 1)),
  });
}

/** From how much the log-likelihood gains. */
export const ratioOf = (gain: number, degreesOfFreedom: number): LikelihoodRatio => {
  const chiSquared = Math.max(0, 2 * gain);
  return {
    chiSquared,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(chiSquared, degreesOfFreedom),
  };
};

/** The log-likelihood of shares that are free in each row. */
const freeLikelihood = (table: readonly (readonly number[])[]): number =>
  sumOf(table.map((row) => sumOf(row.map((n) => (n === 0 ? 0 : n * Math.log(n / sumOf(row)))))));

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
