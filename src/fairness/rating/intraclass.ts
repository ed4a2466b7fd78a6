/**
 * How far do raters agree on a score? The intraclass correlation is the share of the spread of scores that comes from the
 * cases and not from who rated them. Six forms, by what is done with raters and how many scores are averaged:
 *
 *     1: each case has raters of its own      (B - W)/(B + (k-1) W)
 *     2: the same raters, drawn from many     (B - E)/(B + (k-1) E + k (J - E)/n)     agreement
 *     3: the same raters, and only they       (B - E)/(B + (k-1) E)                   consistency
 *
 * and each for the mean of all k raters. B, W, J, E: mean squares between cases, within cases, between raters, the rest.
 * Assumes that every rater scored every case on a scale with equal steps. Intervals from the F distribution; form 2 by
 * Satterthwaite's degrees of freedom.
 * Sources: Shrout & Fleiss (1979); McGraw & Wong (1996); as computed by R's psych::ICC.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { fQuantile } from '../../numerics/distributions/f.ts';

export interface Intraclass {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface IntraclassFamily {
  /** ICC(1,1), ICC(2,1), ICC(3,1): one rater's score. */
  readonly ownRaters: Intraclass;
  readonly agreement: Intraclass;
  readonly consistency: Intraclass;
  /** ICC(1,k), ICC(2,k), ICC(3,k): the mean of all raters. */
  readonly ownRatersMean: Intraclass;
  readonly agreementMean: Intraclass;
  readonly consistencyMean: Intraclass;
  readonly cases: number;
  readonly raters: number;
}

export type RatingFault = 'too-few' | 'incomplete' | 'no-spread';

interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly between: number;
  readonly within: number;
  readonly raters: number;
  readonly rest: number;
}

/**
 * Scores by case and, within it, by rater. Refused for fewer than two cases or raters, for a missing score, and where cases
 * or scores do not differ at all. An estimate below 0 is kept: it says that cases differ less than chance would have it.
 */
export function intraclass(
  scores: readonly (readonly number[])[],
  confidence = 0.95,
): Result<IntraclassFamily, RatingFault> {
  const squares = meanSquares(scores);
  if (!squares.ok) {
    return squares;
  }
  const { n, k, between, within, raters, rest } = squares.value;
  const tail = (1 - confidence) / 2;
  const own = fromRatio(between / within, k, [n - 1, n * (k - 1)], tail);
  const same = fromRatio(between / rest, k, [n - 1, (n - 1) * (k - 1)], tail);
  const both = (between - rest) / (between + (k - 1) * rest + (k * (raters - rest)) / n);
  const ends = agreementEnds(squares.value, both, tail);
  const averaged = (r: number): number => (r * k) / (1 + r * (k - 1));
  return success({
    ownRaters: own.single,
    agreement: { value: both, ...ends },
    consistency: same.single,
    ownRatersMean: own.mean,
    agreementMean: { value: averaged(both), low: averaged(ends.low), high: averaged(ends.high) },
    consistencyMean: same.mean,
    cases: n,
    raters: k,
  });
}

function meanSquares(scores: readonly (readonly number[])[]): Result<MeanSquares, RatingFault> {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  if (n < 2 || k < 2) {
    return refuse('too-few', `agreement needs two cases and two raters; there are ${n} and ${k}`);
  }
  if (scores.some((row) => row.length !== k || row.some((score) => !Number.isFinite(score)))) {
    return refuse('incomplete', 'every rater must have scored every case');
  }
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, x) => sum + x, 0) / list.length;
  const all = mean(scores.flat());
  const square = (list: readonly number[]): number =>
    list.reduce((sum, x) => sum + (x - all) ** 2, 0);
  const total = square(scores.flat());
  const cases = k * square(scores.map(mean));
  const raters =
    n * square(Array.from({ length: k }, (_, r) => mean(scores.map((row) => at(row, r)))));
  const rest = total - cases - raters;
  if (!(cases > 1e-12 * total && rest > 1e-12 * total)) {
    return refuse(
      'no-spread',
      'the cases do not differ, or the raters never do: nothing to divide',
    );
  }
  return success({
    n,
    k,
    between: cases / (n - 1),
    within: (total - cases) / (n * (k - 1)),
    raters: raters / (k - 1),
    rest: rest / ((n - 1) * (k - 1)),
  });
}

/** Forms 1 and 3 follow from one ratio of mean squares alone, and so do their intervals. */
function fromRatio(
  f: number,
  k: number,
  [d1, d2]: readonly [number, number],
  tail: number,
): { readonly single: Intraclass; readonly mean: Intraclass } {
  const low = f / fQuantile(1 - tail, d1, d2);
  const high = f * fQuantile(1 - tail, d2, d1);
  const single = (ratio: number): number => (ratio - 1) / (ratio + k - 1);
  const mean = (ratio: number): number => 1 - 1 / ratio;
  return {
    single: { value: single(f), low: single(low), high: single(high) },
    mean: { value: mean(f), low: mean(low), high: mean(high) },
  };
}

function agreementEnds(
  { n, k, between, raters, rest }: MeanSquares,
  both: number,
  tail: number,
): { readonly low: number; readonly high: number } {
  const f = raters / rest;
  const weight = n * (1 + (k - 1) * both) - k * both;
  const degrees =
    ((k - 1) * (n - 1) * (k * both * f + weight) ** 2) /
    ((n - 1) * k * k * both * both * f * f + weight ** 2);
  const upper = fQuantile(1 - tail, n - 1, degrees);
  const lower = fQuantile(1 - tail, degrees, n - 1);
  const spread = k * raters + (k * n - k - n) * rest;
  return {
    low: (n * (between - upper * rest)) / (upper * spread + n * between),
    high: (n * (lower * between - rest)) / (spread + n * lower * between),
  };
}
