/**
 * Ability as the mean of what the answers leave possible (EAP):
 * theta = sum of points x posterior, posterior proportional to weight(point) L(point); its standard deviation is the
 * standard error.
 *
 * Source: Bock & Mislevy (1982), Applied Psychological Measurement 6, 431-444.
 * Assumes that the density is that of the people to be scored, and that items calibrated together lie on one scale.
 * Estimates are drawn towards the mean of the density, the more so the fewer the answers; somebody who answered
 * everything right still gets a finite estimate. Refused: a person with no answer, and items that are not those of the
 * matrix.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import {
  type Abilities,
  type Ability,
  answeredAny,
  type MismatchRefusal,
  matched,
  noAnswers,
} from './ability.ts';
import type { LatentDensity } from './latent-density.ts';
import { addAnswers, logProbabilities } from './log-probabilities.ts';

/** The mean and standard deviation of each person's posterior, in the order of the matrix. */
export function expectedAPosteriori(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
): Result<Abilities, MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const table = logProbabilities(items, density.points);
  const sums = new Float64Array(density.points.length);
  const abilities = Array.from({ length: matrix.people }, (_, person) => {
    if (!answeredAny(matrix, person)) {
      return noAnswers();
    }
    addAnswers(table, matrix, person, sums);
    return posteriorMean(sums, density);
  });
  return success(abilities);
}

/** The mean and deviation of weight x exp(log likelihood); the largest log is taken out so that nothing underflows. */
function posteriorMean(
  logLikelihood: Float64Array,
  { points, weights }: LatentDensity,
): Result<Ability, 'not-finite'> {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of logLikelihood) {
    largest = Math.max(largest, value);
  }
  if (largest === Number.NEGATIVE_INFINITY) {
    return refuse(
      'not-finite',
      'no ability between the ends of the scale makes these answers possible',
    );
  }
  let [total, first] = [0, 0];
  const shares = logLikelihood.map((value, index) => {
    const share = at(weights, index) * Math.exp(value - largest);
    total += share;
    first += share * at(points, index);
    return share;
  });
  const theta = first / total;
  let spread = 0;
  shares.forEach((share, index) => {
    spread += share * (at(points, index) - theta) ** 2;
  });
  return success({ theta, standardError: Math.sqrt(spread / total) });
}
