/**
 * Do raters put cases in the same order, whatever numbers they use? Kendall's W is 1 where all orders are equal and near 0
 * where they have nothing in common.
 *
 *     W = 12 S / (k^2 (n^3 - n) - k T),   S = spread of the cases' rank sums, T = sum of t^3 - t over each rater's ties
 *
 * Chi-squared = k (n - 1) W on n - 1 degrees of freedom, for seven cases or more.
 * Source: Kendall & Babington Smith (1939); Kendall (1948) for ties; as computed by R's irr::kendall.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { midRanks } from '../ordered/mid-ranks.ts';

export interface Concordance {
  readonly value: number;
  readonly chiSquared: number;
  readonly pValue: number;
}

/** Scores by case and, within it, by rater. Refused where a score is missing or raters tie all cases. */
export function concordance(
  scores: readonly (readonly number[])[],
): Result<Concordance, 'too-few' | 'incomplete' | 'no-spread'> {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  if (n < 2 || k < 2) {
    return refuse('too-few', `agreement needs two cases and two raters; there are ${n} and ${k}`);
  }
  if (scores.some((row) => row.length !== k || row.some((score) => !Number.isFinite(score)))) {
    return refuse('incomplete', 'every rater must have scored every case');
  }
  const byRater = Array.from({ length: k }, (_, rater) =>
    midRanks(scores.map((row) => at(row, rater))),
  );
  const ties = byRater.reduce((sum, { ties: own }) => sum + own, 0);
  const sums = scores.map((_, one) => byRater.reduce((sum, { ranks }) => sum + at(ranks, one), 0));
  const mean = (k * (n + 1)) / 2;
  const spread = sums.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const most = k * k * (n ** 3 - n) - k * ties;
  if (!(most > 0)) {
    return refuse('no-spread', 'each rater gave all cases the same score');
  }
  const value = (12 * spread) / most;
  const chiSquared = k * (n - 1) * value;
  return success({ value, chiSquared, pValue: chiSquaredUpperTail(chiSquared, n - 1) });
}
