/**
 * How many times greater are the odds of a harder outcome for one group, among like cases? Each stratum of like cases has
 * a level of its own, and the group shifts the odds by the same factor in all of them:
 *
 *     log odds(outcome >= k) = threshold k + term of the stratum + b if focal,   LR = 2 (log L with b - log L without)
 *
 * Strata in which everybody has the mildest or the hardest outcome say nothing about the group and are left out, as are
 * those that hold one group only. Assumes one odds ratio for every step and stratum.
 * Source: McCullagh (1980); errors from the observed information, as R's MASS::polr.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { fitOrdinal, type OrdinalFit } from '../../numerics/fitting/ordinal.ts';
import { choleskyOf, inverseFromCholesky } from '../../numerics/linear/positive-definite.ts';
import { observedInformation } from './ordinal-information.ts';
import { type LikelihoodRatio, type OddsOfHarder, ratioOf } from './proportional-odds.ts';
import type { LikeMembers } from './rank-test-within.ts';

export interface ProportionalOddsWithin extends OddsOfHarder {
  readonly logLikelihood: number;
  readonly anyDifference: LikelihoodRatio;
  readonly strataUsed: number;
}

export function proportionalOddsWithin(
  strata: readonly LikeMembers[],
  confidence = 0.95,
): Result<ProportionalOddsWithin, 'nobody' | 'no-spread' | 'unbounded'> {
  const used = telling(
    strata.filter(({ focal, reference }) => sumOf(focal) * sumOf(reference) > 0),
  );
  if (used.length === 0) {
    return refuse('nobody', 'no like cases hold members of both groups whose outcomes differ');
  }
  const counts = used.flatMap(({ focal, reference }) => [reference, focal]);
  if (at(counts, 0).length < 2) {
    return refuse('no-spread', 'everybody had the same outcome');
  }
  const strataOf = used.flatMap((_, place) => {
    const terms = used.slice(1).map((__, term) => (term + 1 === place ? 1 : 0));
    return [terms, terms];
  });
  const values = strataOf.map((terms, cell) => [cell % 2, ...terms]);
  const full = fitOrdinal({ values, counts });
  const bare = without(strataOf, counts);
  if (!full.ok || !bare.ok) {
    return UNBOUNDED;
  }
  const { thresholds, coefficients, logLikelihood } = full.value;
  const size = thresholds.length + coefficients.length;
  const lower = choleskyOf(observedInformation({ values, counts }, thresholds, coefficients), size);
  const place = thresholds.length;
  const variance = lower.ok ? at(inverseFromCholesky(lower.value, size), place * size + place) : 0;
  const logOddsRatio = at(coefficients, 0);
  if (!(variance > 0) || Math.abs(logOddsRatio) > MOST_LOG_ODDS) {
    return UNBOUNDED;
  }
  const error = Math.sqrt(variance);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return success({
    logOddsRatio,
    error,
    oddsRatio: Math.exp(logOddsRatio),
    low: Math.exp(logOddsRatio - z * error),
    high: Math.exp(logOddsRatio + z * error),
    pValue: normalTwoSided(logOddsRatio / error),
    logLikelihood,
    anyDifference: ratioOf(logLikelihood - bare.value.logLikelihood, 1),
    strataUsed: used.length,
  });
}

/** Beyond it the likelihood is flat: the odds have no bound. */
const MOST_LOG_ODDS = 12;
const UNBOUNDED = refuse('unbounded', 'the odds ratio of the group has no bound');

/** Without any term there is nothing to fit: the shares themselves are the likeliest. */
function without(
  strataOf: readonly (readonly number[])[],
  counts: readonly (readonly number[])[],
): Result<Pick<OrdinalFit, 'logLikelihood'>> {
  if (at(strataOf, 0).length > 0) {
    return fitOrdinal({ values: strataOf, counts });
  }
  const pooled = at(counts, 0).map((_, k) => sumOf(counts.map((row) => at(row, k))));
  const all = sumOf(pooled);
  return success({
    logLikelihood: sumOf(pooled.map((n) => (n === 0 ? 0 : n * Math.log(n / all)))),
  });
}

/** Outcomes that nobody had are left out; then strata all at one end of the scale; until nothing changes. */
function telling(strata: readonly LikeMembers[]): readonly LikeMembers[] {
  const reached = (strata[0]?.focal ?? []).flatMap((_, k) =>
    strata.some(({ focal, reference }) => at(focal, k) + at(reference, k) > 0) ? [k] : [],
  );
  const narrow = strata.map(({ focal, reference }) => ({
    focal: reached.map((k) => at(focal, k)),
    reference: reached.map((k) => at(reference, k)),
  }));
  const kept = narrow.filter(({ focal, reference }) => {
    const inMiddle = [...focal.slice(1, -1), ...reference.slice(1, -1)].some((n) => n > 0);
    const atBottom = (focal[0] ?? 0) + (reference[0] ?? 0) > 0;
    const atTop = (focal.at(-1) ?? 0) + (reference.at(-1) ?? 0) > 0;
    return inMiddle || (atBottom && atTop && reached.length > 1);
  });
  return kept.length === strata.length ? kept : telling(kept);
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
