/**
 * Do several raters put cases in the same categories more often than chance would? Which raters saw which case does not
 * matter, only how many of them chose each category.
 *
 *     kappa = (P - Pe)/(1 - Pe),   P = mean over cases of sum n_j (n_j - 1) / (m (m - 1)),   Pe = sum p_j^2
 *
 * Assumes as many ratings for each case. The error holds where there is no agreement beyond chance, so it serves the test
 * and not an interval. Sources: Fleiss (1971); Fleiss, Nee & Landis (1979); as computed by R's irr::kappam.fleiss.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';

export interface FleissKappa {
  readonly value: number;
  readonly z: number;
  readonly pValue: number;
  readonly cases: number;
  readonly raters: number;
}

/**
 * For each case, how many raters chose each category. Refused for no cases or one rater, for cases with different numbers
 * of ratings, and where only one category was used.
 */
export function fleissKappa(
  counts: readonly (readonly number[])[],
): Result<FleissKappa, 'too-few' | 'incomplete' | 'one-category'> {
  const cases = counts.length;
  const raters = (counts[0] ?? []).reduce((sum, n) => sum + n, 0);
  if (cases < 2 || raters < 2) {
    return refuse('too-few', 'agreement needs two cases and two ratings of each');
  }
  if (counts.some((row) => row.reduce((sum, n) => sum + n, 0) !== raters)) {
    return refuse('incomplete', 'each case must have as many ratings as the others');
  }
  const shares = at(counts, 0).map(
    (_, j) => counts.reduce((sum, row) => sum + at(row, j), 0) / (cases * raters),
  );
  const chance = shares.reduce((sum, p) => sum + p * p, 0);
  if (!(1 - chance > 1e-12)) {
    return refuse('one-category', 'only one category was used: chance explains everything');
  }
  const pairs = counts.flat().reduce((sum, n) => sum + n * (n - 1), 0);
  const agreed = pairs / (cases * raters * (raters - 1));
  const value = (agreed - chance) / (1 - chance);
  const spread = 1 - chance;
  const lean = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const variance = (2 * (spread ** 2 - lean)) / (spread ** 2 * cases * raters * (raters - 1));
  const z = value / Math.sqrt(variance);
  return success({ value, z, pValue: normalTwoSided(z), cases, raters });
}
