/**
 * Crossing SIBTEST: an item that favors one group among the able and the other among the less able can look fair on
 * average. The corrected gaps of SIBTEST are split where their line crosses zero, and both halves are tested together.
 *
 *     chi-squared = (beta below / error)^2 + (beta above / error)^2, on two degrees of freedom; one where nothing crosses
 *
 * Sources: Li & Stout (1996) for the crossing; Chalmers (2018) for the test. The line is fitted by weighted least squares
 * to the gaps at the scores compared, with the larger group's people as weights. The split is chosen by the data, which the chi-squared
 * ignores: read the result beside SIBTEST, not instead. mirt rounds the crossing to one significant digit, so that a line
 * that crosses at 14.6 is split at 10; here it is split where it crosses.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { type CorrectedGap, correctedGaps, type Matching, type SibtestFault } from './sibtest.ts';

export interface CrossingSibtest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** The size of the gap, whichever group it is against. */
  readonly beta: number;
  /** The score at which the gap turns; undefined where it does not between scores that are compared. */
  readonly crossesAt: number | undefined;
  /** Above zero, harder for the focal group: among scores up to the crossing, and beyond it. */
  readonly below: number;
  readonly above: number;
  readonly people: number;
  readonly focalMatched: number;
  readonly scoresUsed: number;
}

/** `crossing` fixes the score of the split; otherwise the gaps decide. */
export function crossingSibtest(
  matching: Matching,
  crossing?: number,
): Result<CrossingSibtest, SibtestFault> {
  const compared = correctedGaps(matching);
  if (!compared.ok) {
    return compared;
  }
  const gaps = compared.value;
  const split = crossing ?? crossingOf(gaps);
  const below = pooled(gaps.filter(({ score }) => !(score > split)));
  const above = pooled(gaps.filter(({ score }) => score > split));
  const halves = [below, above].filter(({ variance }) => variance > 0);
  const statistic = halves.reduce((sum, { beta, variance }) => sum + beta ** 2 / variance, 0);
  return success({
    statistic,
    degreesOfFreedom: halves.length,
    pValue: chiSquaredUpperTail(statistic, halves.length),
    beta: Math.abs(below.beta - above.beta),
    crossesAt: halves.length === 2 ? split : undefined,
    below: below.beta,
    above: above.beta,
    people: gaps.reduce((sum, { reference, focal }) => sum + reference + focal, 0),
    focalMatched: gaps.reduce((sum, { focal }) => sum + focal, 0),
    scoresUsed: gaps.length,
  });
}

interface Half {
  readonly beta: number;
  readonly variance: number;
}

const pooled = (gaps: readonly CorrectedGap[]): Half => ({
  beta: gaps.reduce((sum, { weight, gap }) => sum + weight * gap, 0),
  variance: gaps.reduce((sum, { weight, variance }) => sum + weight ** 2 * variance, 0),
});

/** Where the line through the gaps is zero. A level line never is: the split then lies beyond all scores. */
function crossingOf(gaps: readonly CorrectedGap[]): number {
  const weights = gaps.map(({ reference, focal }) => Math.max(reference, focal));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (value: (gap: CorrectedGap) => number): number =>
    gaps.reduce((sum, gap, place) => sum + (weights[place] ?? 0) * value(gap), 0) / all;
  const middle = mean(({ score }) => score);
  const height = mean(({ gap }) => gap);
  const slope =
    mean(({ score, gap }) => (score - middle) * (gap - height)) /
    mean(({ score }) => (score - middle) ** 2);
  const at = middle - height / slope;
  return Number.isFinite(at) ? at : Number.POSITIVE_INFINITY;
}
