/**
 * How far the same candidates would keep their ranks on another form of the exam, and how far a total can
 * be off.
 *
 * - alpha = k/(k-1) (1 - sum of the items' variances / variance of the totals), Cronbach (1951), with the
 *   interval of Feldt (1965): (1 - alpha) times two quantiles of F with N-1 and (N-1)(k-1) degrees
 * - KR-20 is alpha for right-or-wrong items; KR-21 pretends that all items are equally hard, and is
 *   therefore lower (Kuder & Richardson 1937)
 * - standard error of measurement: standard deviation of the totals times the root of 1 - alpha
 *
 * A negative alpha is shown as it is. With one item, one person or equal totals there is none, and the
 * reason is given instead.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { fQuantile } from '../../numerics/distributions/f.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { RIGHT } from '../responses/codes.ts';
import { placesOf, type ResponseMatrix } from '../responses/matrix.ts';

export interface TotalScores {
  readonly people: number;
  readonly items: number;
  readonly mean: number;
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
  readonly median: number;
}

export interface Reliability {
  readonly totals: TotalScores;
  readonly alpha: number;
  readonly alphaInterval: Interval;
  readonly confidence: number;
  readonly kr20: number;
  readonly kr21: number;
  readonly standardError: number;
  /** For each scored item, in the order of the file: alpha of the exam without it. */
  readonly alphaIfDeleted: readonly Result<number, 'undefined'>[];
}

const CONFIDENCE = 0.95;

/** `totals` are those of the people of the matrix, over its scored items. */
export function reliability(
  matrix: ResponseMatrix,
  totals: Int32Array,
): Result<Reliability, 'undefined'> {
  const scored = placesOf(matrix, false);
  const { people } = matrix;
  const k = scored.length;
  if (people < 2 || k < 2) {
    return refuse('undefined', 'reliability needs at least two people and two scored items');
  }
  const spread = spreadOfTotals(totals);
  if (spread.variance === 0) {
    return refuse('undefined', 'everybody has the same total: there are no ranks to keep');
  }
  const moments = itemMoments(matrix, scored, totals, spread.sum);
  const itemVariances = moments.reduce((sum, { variance }) => sum + variance, 0);
  const alpha = (k / (k - 1)) * (1 - itemVariances / spread.variance);
  const mean = spread.sum / people;
  const populationVariance = (spread.variance * (people - 1)) / people;
  return success({
    totals: describe(totals, k, mean, Math.sqrt(spread.variance)),
    alpha,
    alphaInterval: feldt(alpha, people, k),
    confidence: CONFIDENCE,
    kr20: alpha,
    kr21: (k / (k - 1)) * (1 - (mean * (k - mean)) / (k * populationVariance)),
    standardError: Math.sqrt(spread.variance * (1 - alpha)),
    alphaIfDeleted: moments.map((item) => withoutItem(item, k - 1, itemVariances, spread.variance)),
  });
}

function feldt(alpha: number, people: number, items: number): Interval {
  const above = people - 1;
  const below = above * (items - 1);
  const tail = (1 - CONFIDENCE) / 2;
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, above, below),
    high: 1 - (1 - alpha) * fQuantile(tail, above, below),
  };
}

interface Moments {
  readonly variance: number;
  readonly covariance: number;
}

/** Each item's variance, and its covariance with the total; both with N - 1. */
function itemMoments(
  { codes, items, people }: ResponseMatrix,
  scored: readonly number[],
  totals: Int32Array,
  sumOfTotals: number,
): readonly Moments[] {
  const width = items.length;
  return scored.map((place) => {
    let [right, withTotal] = [0, 0];
    for (let person = 0; person < people; person += 1) {
      if (codes[person * width + place] === RIGHT) {
        right += 1;
        withTotal += totals[person] ?? 0;
      }
    }
    const scale = people * (people - 1);
    return {
      variance: (right * (people - right)) / scale,
      covariance: (people * withTotal - right * sumOfTotals) / scale,
    };
  });
}

function withoutItem(
  { variance, covariance }: Moments,
  items: number,
  itemVariances: number,
  totalVariance: number,
): Result<number, 'undefined'> {
  if (items < 2) {
    return refuse('undefined', 'one item alone has no alpha');
  }
  const rest = totalVariance + variance - 2 * covariance;
  if (rest <= 1e-12 * totalVariance) {
    return refuse('undefined', 'without this item everybody has the same total');
  }
  return success((items / (items - 1)) * (1 - (itemVariances - variance) / rest));
}

function spreadOfTotals(totals: Int32Array): { readonly sum: number; readonly variance: number } {
  const people = totals.length;
  let [sum, squares] = [0, 0];
  for (const total of totals) {
    sum += total;
    squares += total * total;
  }
  return { sum, variance: (people * squares - sum * sum) / (people * (people - 1)) };
}

function describe(totals: Int32Array, items: number, mean: number, deviation: number): TotalScores {
  const sorted = totals.slice().sort();
  const people = sorted.length;
  const upper = at(sorted, Math.floor(people / 2));
  const lower = at(sorted, Math.ceil(people / 2) - 1);
  return {
    people,
    items,
    mean,
    deviation,
    lowest: at(sorted, 0),
    highest: at(sorted, people - 1),
    median: (lower + upper) / 2,
  };
}
