/**
 * How far the same candidates would keep their ranks on another form of the exam, and how far a total can
 * be off.
 *
 * - alpha = k/(k-1) (1 - sum of the items' variances / variance of the totals), Cronbach (1951), with the
 *   interval of Feldt (1965): (1 - alpha) times two quantiles of F with N-1 and (N-1)(k-1) degrees
 * - KR-20 is alpha for right-or-wrong items; KR-21 pretends that all items are equally hard, and is
 *   therefore lower (Kuder & Richardson 1937)
 * - lambda-2 = (sum of covariances + root of k/(k-1) times their sum of squares) / variance of the totals, a lower
 *   bound that is never below alpha (Guttman 1945)
 * - split half: the items at odd places of the file against those at even places, stepped up to full length by
 *   2r / (1 + r) (Spearman 1910; Brown 1910)
 * - standard error of measurement: standard deviation of the totals times the root of 1 - alpha
 *
 * A negative alpha is shown as it is. With one item, one person or equal totals there is none, and the
 * reason is given instead.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { fQuantile } from '../../numerics/distributions/f.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { highestTotal, placesOf, type ResponseMatrix, rightOrWrong } from '../responses/matrix.ts';
import { type Covariances, covariancesOf } from './covariances.ts';
import { type TotalScores, totalScores } from './total-scores.ts';

export interface SplitHalf {
  /** How the items were split, to be printed beside the number. */
  readonly split: string;
  readonly correlation: number;
  /** The correlation stepped up to the length of the whole exam. */
  readonly spearmanBrown: number;
}

export interface Reliability {
  readonly totals: TotalScores;
  readonly alpha: number;
  readonly alphaInterval: Interval;
  readonly confidence: number;
  /** Undefined where an item gives more than one point: the two formulas are for right-or-wrong items. */
  readonly kr20: number | undefined;
  readonly kr21: number | undefined;
  readonly lambda2: number;
  readonly splitHalf: Result<SplitHalf, 'undefined'>;
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
  const places = placesOf(matrix, false);
  const { people } = matrix;
  const k = places.length;
  if (people < 2 || k < 2) {
    return refuse('undefined', 'reliability needs at least two people and two scored items');
  }
  const items = covariancesOf(matrix, places);
  if (items.total === 0) {
    return refuse('undefined', 'everybody has the same total: there are no ranks to keep');
  }
  const alpha = (k / (k - 1)) * (1 - items.sumOfVariances / items.total);
  const described = totalScores(totals, k, highestTotal(matrix));
  const binary = rightOrWrong(matrix);
  const populationVariance = (items.total * (people - 1)) / people;
  const { mean } = described;
  return success({
    totals: described,
    alpha,
    alphaInterval: feldt(alpha, people, k),
    confidence: CONFIDENCE,
    kr20: binary ? alpha : undefined,
    kr21: binary ? (k / (k - 1)) * (1 - (mean * (k - mean)) / (k * populationVariance)) : undefined,
    lambda2: lambda2(items),
    splitHalf: splitHalf(items),
    standardError: Math.sqrt(items.total * (1 - alpha)),
    alphaIfDeleted: places.map((_, item) => withoutItem(items, item)),
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

function lambda2({ k, matrix, total, sumOfVariances }: Covariances): number {
  let squares = 0;
  for (let row = 0; row < k; row += 1) {
    for (let column = 0; column < k; column += 1) {
      squares += row === column ? 0 : at(matrix, row * k + column) ** 2;
    }
  }
  return (total - sumOfVariances + Math.sqrt((k / (k - 1)) * squares)) / total;
}

function splitHalf({ k, matrix }: Covariances): Result<SplitHalf, 'undefined'> {
  let [odd, even, both] = [0, 0, 0];
  for (let row = 0; row < k; row += 1) {
    for (let column = 0; column < k; column += 1) {
      const value = at(matrix, row * k + column);
      odd += row % 2 === 0 && column % 2 === 0 ? value : 0;
      even += row % 2 === 1 && column % 2 === 1 ? value : 0;
      both += row % 2 === 0 && column % 2 === 1 ? value : 0;
    }
  }
  if (odd <= 0 || even <= 0) {
    return refuse('undefined', 'on one half of the items everybody has the same total');
  }
  const correlation = both / Math.sqrt(odd * even);
  return correlation <= -1
    ? refuse('undefined', 'the two halves rank people in opposite order')
    : success({
        split: 'scored items at odd places of the file against those at even places',
        correlation,
        spearmanBrown: (2 * correlation) / (1 + correlation),
      });
}

function withoutItem(
  { k, matrix, withTotal, total, sumOfVariances }: Covariances,
  item: number,
): Result<number, 'undefined'> {
  if (k < 3) {
    return refuse('undefined', 'one item alone has no alpha');
  }
  const variance = at(matrix, item * k + item);
  const rest = total + variance - 2 * at(withTotal, item);
  if (rest <= 1e-12 * total) {
    return refuse('undefined', 'without this item everybody has the same total');
  }
  return success(((k - 1) / (k - 2)) * (1 - (sumOfVariances - variance) / rest));
}
