/**
 * The ability at which an estimating equation crosses zero from above, found by Newton's method inside a bracket.
 *
 * Each method supplies its equation f and the derivative f'; the standard error is 1 / sqrt(-f') at the root. Where a
 * model allows several roots (guessing), the search starts at the best of a row of abilities, so that it ends at the
 * highest of them. Bounded: abilities beyond -40..40 and more than 200 steps are refused, each with its reason.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import {
  type Abilities,
  type Ability,
  type AbilityRefusal,
  answeredAny,
  type MismatchRefusal,
  matched,
  noAnswers,
} from './ability.ts';
import { itemInformation } from './information.ts';
import { emptySums, type LikelihoodSums, prepare, sumAt } from './likelihood-sums.ts';
import { addAnswers, logProbabilities } from './log-probabilities.ts';

/** Value and derivative of an estimating equation, from the sums at an ability. */
export interface EstimatingEquation {
  readonly value: (sums: LikelihoodSums, theta: number) => number;
  readonly derivative: (sums: LikelihoodSums, theta: number) => number;
  /** What is added to the log likelihood when several roots compete. */
  readonly weight: (information: number, theta: number) => number;
}

const FARTHEST = 40;
const STEPS = 200;
const LARGEST_STEP = 2;
const SETTLED = 1e-12;
/** A flatter top than this is the rounding of a likelihood that rises without end. */
const FLATTEST = 1e-10;
const STARTS = Float64Array.from({ length: 49 }, (_, index) => -6 + index / 4);

/** Each person's root, in the order of the matrix. */
export function estimateAll(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  equation: EstimatingEquation,
): Result<Abilities, MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const prepared = prepare(items);
  const startOf = items.some((item) => item.kind === 'binary' && item.g > 0)
    ? bestStart(items, matrix, equation)
    : () => 0;
  const sums = emptySums();
  const abilities = Array.from({ length: matrix.people }, (_, person) =>
    answeredAny(matrix, person)
      ? root(
          (theta) => {
            sumAt(prepared, matrix.codes, person * items.length, theta, sums);
            return sums;
          },
          equation,
          startOf(person),
        )
      : noAnswers(),
  );
  return success(abilities);
}

/** For each person the best of a row of abilities, by log likelihood plus the weight of the method. */
function bestStart(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  equation: EstimatingEquation,
): (person: number) => number {
  const table = logProbabilities(items, STARTS);
  const informationOf = items.map((item) => itemInformation(item, [...STARTS]));
  const likelihood = new Float64Array(STARTS.length);
  const information = new Float64Array(STARTS.length);
  return (person) => {
    addAnswers(table, matrix, person, likelihood);
    information.fill(0);
    informationOf.forEach((curve, item) => {
      if (matrix.codes[person * items.length + item] !== NO_ANSWER) {
        for (let start = 0; start < curve.length; start += 1) {
          information[start] = (information[start] ?? 0) + (curve[start] ?? 0);
        }
      }
    });
    let best = 0;
    let highest = Number.NEGATIVE_INFINITY;
    STARTS.forEach((theta, index) => {
      const value = at(likelihood, index) + equation.weight(at(information, index), theta);
      if (value > highest) {
        highest = value;
        best = theta;
      }
    });
    return best;
  };
}

function root(
  sumsAt: (theta: number) => LikelihoodSums,
  { value, derivative }: EstimatingEquation,
  start: number,
): Result<Ability, AbilityRefusal> {
  let [low, high, theta] = [-FARTHEST, FARTHEST, start];
  for (let step = 0; step < STEPS; step += 1) {
    const sums = sumsAt(theta);
    const height = value(sums, theta);
    const slope = derivative(sums, theta);
    if (!(Number.isFinite(height) && Number.isFinite(slope))) {
      return notFinite(theta);
    }
    if (height > 0) {
      low = theta;
    } else {
      high = theta;
    }
    let change = slope < 0 ? -height / slope : Math.sign(height) * LARGEST_STEP;
    change = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, change));
    if (Math.abs(change) <= SETTLED * (1 + Math.abs(theta)) && slope < -FLATTEST) {
      return success({ theta: theta + change, standardError: 1 / Math.sqrt(-slope) });
    }
    const next = theta + change;
    theta = next > low && next < high ? next : low + (high - low) / 2;
    if (high - low <= SETTLED) {
      return Math.abs(theta) > FARTHEST - 1
        ? notFinite(theta)
        : settledAt(sumsAt, derivative, theta);
    }
  }
  return refuse('not-settled', `no estimate settled within ${STEPS} steps; the last was ${theta}`);
}

function settledAt(
  sumsAt: (theta: number) => LikelihoodSums,
  derivative: EstimatingEquation['derivative'],
  theta: number,
): Result<Ability, AbilityRefusal> {
  const slope = derivative(sumsAt(theta), theta);
  return slope < -FLATTEST
    ? success({ theta, standardError: 1 / Math.sqrt(-slope) })
    : refuse('not-settled', `the likelihood is flat around ${theta}, so no estimate can be told`);
}

const notFinite = (theta: number): Result<Ability, 'not-finite'> =>
  refuse(
    'not-finite',
    theta > 0
      ? 'these answers are likelier the higher the ability, without end: there is no finite estimate'
      : 'these answers are likelier the lower the ability, without end: there is no finite estimate',
  );
