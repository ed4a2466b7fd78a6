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
import { type AbilityColumns, emptyColumns } from './ability-columns.ts';
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
  const estimate = estimatorOf(items, matrix, density);
  return success(Array.from({ length: matrix.people }, (_, person) => estimate(person)));
}

/** The same in columns, for as many people as a file may hold. */
export function expectedAbilities(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
): Result<AbilityColumns, MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const estimate = estimatorOf(items, matrix, density);
  const columns = emptyColumns(matrix.people);
  for (let person = 0; person < matrix.people; person += 1) {
    const ability = estimate(person);
    if (ability.ok) {
      columns.known[person] = 1;
      columns.theta[person] = ability.value.theta;
      columns.standardError[person] = ability.value.standardError;
    }
  }
  return success(columns);
}

function estimatorOf(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
): (person: number) => Abilities[number] {
  const table = logProbabilities(items, density.points);
  const sums = new Float64Array(density.points.length);
  const logWeights = density.weights.map(Math.log);
  return (person) => {
    if (!answeredAny(matrix, person)) {
      return noAnswers();
    }
    addAnswers(table, matrix, person, sums);
    return posteriorMean(sums, logWeights, density.points);
  };
}

/** Below this, a point's share of the posterior is lost in the last digit of the sum. */
const NOTHING = -60;

/**
 * The mean and deviation of weight x exp(log likelihood), whose logs are overwritten by the shares. The largest log is
 * taken out so that nothing underflows.
 */
function posteriorMean(
  logs: Float64Array,
  logWeights: Float64Array,
  points: Float64Array,
): Result<Ability, 'not-finite'> {
  let largest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < logs.length; point += 1) {
    const log = (logs[point] ?? 0) + (logWeights[point] ?? 0);
    logs[point] = log;
    largest = Math.max(largest, log);
  }
  if (largest === Number.NEGATIVE_INFINITY) {
    return refuse(
      'not-finite',
      'no ability between the ends of the scale makes these answers possible',
    );
  }
  let [total, first] = [0, 0];
  for (let point = 0; point < logs.length; point += 1) {
    const below = (logs[point] ?? 0) - largest;
    const share = below < NOTHING ? 0 : Math.exp(below);
    logs[point] = share;
    total += share;
    first += share * (points[point] ?? 0);
  }
  const theta = first / total;
  let spread = 0;
  for (let point = 0; point < logs.length; point += 1) {
    spread += (logs[point] ?? 0) * ((points[point] ?? 0) - theta) ** 2;
  }
  return success({ theta, standardError: Math.sqrt(spread / total) });
}
