/**
 * Ability from the sum score alone (EAP from sum scores), as a table: the mean and standard deviation of ability among
 * those who reach a score, and the share of people expected at it.
 * theta(s) = sum of point x weight x P(s | point) / sum of weight x P(s | point).
 *
 * Source: Thissen, Pommerich, Billeaud & Williams (1995), with the recursion of Lord & Wingersky (1984).
 * Equal sum scores get equal estimates, which is easier to defend than weights that candidates do not see, and costs a
 * little precision. Only for people to whom every item was put and who answered it: a sum over fewer items is no such
 * sum, and those people are refused.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { type Ability, type MismatchRefusal, matched } from './ability.ts';
import { categoryTables } from './category-tables.ts';
import type { LatentDensity } from './latent-density.ts';
import { sumScoreDistribution } from './sum-score-distribution.ts';

export interface SumScoreAbility extends Ability {
  readonly score: number;
  /** The share of people whom the model expects at this score, 0 to 1. */
  readonly expectedShare: number;
}

/** One line per possible sum score, from 0 up. */
export function sumScoreAbility(
  items: readonly CalibratedItem[],
  { points, weights }: LatentDensity,
): readonly SumScoreAbility[] {
  const scores = sumScoreDistribution(categoryTables(items, points), points.length);
  return scores.map((likelihood, score) => {
    let [share, first, spread] = [0, 0, 0];
    likelihood.forEach((value, index) => {
      const mass = value * at(weights, index);
      share += mass;
      first += mass * at(points, index);
    });
    const theta = first / share;
    likelihood.forEach((value, index) => {
      spread += value * at(weights, index) * (at(points, index) - theta) ** 2;
    });
    return { score, theta, standardError: Math.sqrt(spread / share), expectedShare: share };
  });
}

/** Each person's line of the table, in the order of the matrix. */
export function abilityFromSumScores(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
): Result<readonly Result<SumScoreAbility, 'not-all-answered'>[], MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const table = sumScoreAbility(items, density);
  const width = items.length;
  const abilities = Array.from({ length: matrix.people }, (_, person) => {
    const codes = matrix.codes.subarray(person * width, (person + 1) * width);
    if (codes.includes(NO_ANSWER)) {
      return refuse('not-all-answered', 'did not answer every item, so there is no sum score');
    }
    return success(
      at(
        table,
        codes.reduce((sum, code) => sum + code, 0),
      ),
    );
  });
  return success(abilities);
}
