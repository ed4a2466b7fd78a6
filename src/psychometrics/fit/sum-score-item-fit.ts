/**
 * Does an item behave as its calibration says? S-X2: among people with the same sum score, how many chose each category
 * beside how many the model expects. S-X2 = sum over scores and categories of (observed - expected)^2 / expected; the
 * expected share of category k at score s is P(k, s - k on the other items) / P(s).
 *
 * Source: Orlando & Thissen (2000), Applied Psychological Measurement 24, 50-64; for ordered categories Kang & Chen
 * (2008). Degrees of freedom: cells less rows less the free parameters that touch the item.
 * Assumes a normal density and answers independent given ability. People who left an item out have no sum score; they
 * are left out and counted. RMSEA = sqrt((S-X2 / df - 1) / (N - 1)), 0 where S-X2 is below df.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { type MismatchRefusal, matched } from '../ability/ability.ts';
import { categoryTables } from '../ability/category-tables.ts';
import type { LatentDensity } from '../ability/latent-density.ts';
import {
  type CategoryTable,
  forEachWithout,
  type SumScores,
  sumScoreDistribution,
} from '../ability/sum-score-distribution.ts';
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { collapseCells, type ScoreRow } from './collapse-cells.ts';
import { type CompletePeople, completePeople } from './complete-people.ts';
import { type FreeParameters, parametersOfItem } from './free-parameters.ts';

export interface ItemFit {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly rmsea: number;
}

export interface SumScoreItemFit {
  readonly people: number;
  readonly leftOut: number;
  /** In the order of the items. */
  readonly items: readonly Result<ItemFit, 'too-few-cells'>[];
}

/** S-X2 of every item. Refuses items that are not those of the matrix, and a matrix without a complete person. */
export function sumScoreItemFit(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
  free: FreeParameters,
): Result<SumScoreItemFit, MismatchRefusal | 'nobody-complete'> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const sample = completePeople(matrix);
  if (sample.people === 0) {
    return refuse('nobody-complete', 'nobody answered every item, so there are no sum scores');
  }
  const tables = categoryTables(items, density.points);
  const whole = shares(sumScoreDistribution(tables, density.points.length), density);
  const counts = countsOf(sample, items.map(categoriesOf), whole.length);
  const fits: Result<ItemFit, 'too-few-cells'>[] = [];
  forEachWithout(tables, density.points.length, (place, others) => {
    const item = at(items, place);
    const rows = scoreRows(at(counts, place), others, at(tables, place), density, whole);
    const joined = collapseCells(rows, categoriesOf(item) - 2);
    fits[place] = fitOf(joined, sample.people, parametersOfItem(item, free));
  });
  return success({ people: sample.people, leftOut: sample.leftOut, items: fits });
}

const shares = (scores: readonly Float64Array[], { weights }: LatentDensity): readonly number[] =>
  scores.map((score) => score.reduce((sum, value, index) => sum + value * at(weights, index), 0));

function shareAt({ scores, values }: SumScores, score: number, category: Float64Array): number {
  let sum = 0;
  const start = score * category.length;
  for (let point = 0; score >= 0 && score < scores && point < category.length; point += 1) {
    sum += (values[start + point] ?? 0) * (category[point] ?? 0);
  }
  return sum;
}

/** For each item, score after score, how many people chose each category. */
function countsOf(
  { people, codes }: CompletePeople,
  categories: readonly number[],
  scores: number,
): readonly Uint32Array[] {
  const counts = categories.map((own) => new Uint32Array(scores * own));
  const width = categories.length;
  for (let person = 0; person < people; person += 1) {
    const start = person * width;
    let score = 0;
    for (let item = 0; item < width; item += 1) {
      score += codes[start + item] ?? 0;
    }
    for (let item = 0; item < width; item += 1) {
      const own = counts[item];
      const cell = score * (categories[item] ?? 0) + (codes[start + item] ?? 0);
      if (own !== undefined) {
        own[cell] = (own[cell] ?? 0) + 1;
      }
    }
  }
  return counts;
}

/** Observed and expected counts for every score between none and all; nothing is expected where nobody is. */
function scoreRows(
  counts: Uint32Array,
  others: SumScores,
  item: CategoryTable,
  { weights }: LatentDensity,
  whole: readonly number[],
): readonly ScoreRow[] {
  const weighted = item.map((category) =>
    category.map((probability, point) => probability * at(weights, point)),
  );
  return whole.slice(1, -1).map((share, index) => {
    const score = index + 1;
    const observed = [...counts.subarray(score * item.length, (score + 1) * item.length)];
    const total = observed.reduce((sum, count) => sum + count, 0);
    const expected = weighted.map((category, k) =>
      total === 0 ? 0 : (total * shareAt(others, score - k, category)) / share,
    );
    return { observed, expected };
  });
}

function fitOf(
  rows: readonly ScoreRow[],
  people: number,
  parameters: number,
): Result<ItemFit, 'too-few-cells'> {
  let [statistic, cells] = [0, 0];
  for (const { observed, expected } of rows) {
    expected.forEach((count, k) => {
      if (count > 0) {
        statistic += (at(observed, k) - count) ** 2 / count;
        cells += 1;
      }
    });
  }
  const degreesOfFreedom = cells - rows.length - parameters;
  if (rows.length < 2 || degreesOfFreedom <= 0) {
    return refuse(
      'too-few-cells',
      `once rare cells are joined, ${rows.length} score rows with ${cells} cells are left, too few for ${parameters} parameters`,
    );
  }
  return success({
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    rmsea: Math.sqrt(Math.max(0, statistic / degreesOfFreedom - 1) / (people - 1)),
  });
}
