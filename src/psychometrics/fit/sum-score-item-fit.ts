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
  const scores = scoresOf(sample, items.length);
  const fits: Result<ItemFit, 'too-few-cells'>[] = [];
  forEachWithout(tables, density.points.length, (place, others) => {
    const item = at(items, place);
    const expected = expectedShares(others, at(tables, place), density, whole);
    const rows = scoreRows(sample, scores, place, expected);
    const joined = collapseCells(rows, categoriesOf(item) - 2);
    fits[place] = fitOf(joined, sample.people, parametersOfItem(item, free));
  });
  return success({ people: sample.people, leftOut: sample.leftOut, items: fits });
}

const shares = (scores: readonly Float64Array[], { weights }: LatentDensity): readonly number[] =>
  scores.map((score) => score.reduce((sum, value, index) => sum + value * at(weights, index), 0));

/** Score after score, from 0: the share of each category among people with that score; 0 where impossible. */
function expectedShares(
  others: SumScores,
  item: CategoryTable,
  { weights }: LatentDensity,
  whole: readonly number[],
): readonly (readonly number[])[] {
  const weighted = item.map((category) =>
    category.map((probability, point) => probability * at(weights, point)),
  );
  return whole.map((share, score) =>
    weighted.map((category, k) => shareAt(others, score - k, category) / share),
  );
}

function shareAt({ scores, values }: SumScores, score: number, category: Float64Array): number {
  let sum = 0;
  const start = score * category.length;
  for (let point = 0; score >= 0 && score < scores && point < category.length; point += 1) {
    sum += (values[start + point] ?? 0) * (category[point] ?? 0);
  }
  return sum;
}

function scoresOf({ people, codes }: CompletePeople, width: number): Int32Array {
  const scores = new Int32Array(people);
  codes.forEach((code, place) => {
    const person = Math.floor(place / width);
    scores[person] = (scores[person] ?? 0) + code;
  });
  return scores;
}

/** Observed and expected counts for every score between none and all. */
function scoreRows(
  { people, codes }: CompletePeople,
  scores: Int32Array,
  place: number,
  expected: readonly (readonly number[])[],
): readonly ScoreRow[] {
  const width = codes.length / people;
  const counts = expected.map((categories) => categories.map(() => 0));
  scores.forEach((score, person) => {
    const row = at(counts, score);
    const code = at(codes, person * width + place);
    row[code] = at(row, code) + 1;
  });
  return counts.slice(1, -1).map((observed, index) => {
    const total = observed.reduce((sum, count) => sum + count, 0);
    return { observed, expected: at(expected, index + 1).map((share) => share * total) };
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
