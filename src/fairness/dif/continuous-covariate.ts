/**
 * A number instead of groups, such as age: does it help to predict an item's answer once the score is known? Cutting people
 * into bands throws information away and lets the bounds decide.
 *
 *     logit P(right) = b0 + b1 score + b2 z + b3 score z,  z = (number - mean) / standard deviation
 *
 * Two kinds of test. The regression, by twice the gain in log-likelihood, finds what rises or falls steadily with the
 * number. The score tests need the model without the number only: Rao's (1948) for the steady kind, and the double maximum of the
 * cumulated scores, people put in order of the number (Zeileis & Hornik 2007), which also finds a break or a hump.
 * People with the same number are taken together, so that their order never matters.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { type Cells, fitLogistic, type LogisticFit } from '../../numerics/fitting/logistic.ts';
import { choleskyOf, solveCholesky } from '../../numerics/linear/positive-definite.ts';
import type { Tested } from './breslow-day.ts';
import { type LogisticFault, nagelkerke } from './logistic.ts';

export interface ContinuousDif {
  readonly both: Tested;
  readonly uniform: Tested;
  readonly nonUniform: Tested;
  /** Rao's score test of the steady effect. */
  readonly score: Tested;
  /** The double maximum, and its p-value: a break or hump anywhere along the number. */
  readonly fluctuation: { readonly statistic: number; readonly pValue: number };
  /** The change in log odds for one standard deviation of the number; below zero, harder as the number rises. */
  readonly logOdds: number;
  /** Undefined where the answers are separated. */
  readonly logOddsError: number | undefined;
  /** The gain in Nagelkerke's R2 by both terms. */
  readonly gain: number;
  readonly people: number;
}

export interface Measured {
  readonly score: number;
  readonly number: number;
  readonly right: boolean;
}

/** Takes everybody who answered the item and stated the number. */
export function continuousDif(people: readonly Measured[]): Result<ContinuousDif, LogisticFault> {
  const yes = people.filter(({ right }) => right).length;
  const mean = people.reduce((sum, { number }) => sum + number, 0) / people.length;
  const squares = people.reduce((sum, { number }) => sum + (number - mean) ** 2, 0);
  if (!(squares > 0)) {
    return refuse('no-comparison', 'everybody has the same number: there is nothing to compare');
  }
  if (yes === 0 || yes === people.length) {
    return refuse('no-variance', 'everybody answered this item alike: there is nothing to explain');
  }
  const deviation = Math.sqrt(squares / (people.length - 1));
  const gathered = gather(people, mean, deviation);
  const score = fitLogistic(cellsOf(gathered, 2));
  const shift = fitLogistic(cellsOf(gathered, 3));
  const whole = fitLogistic(cellsOf(gathered, 4));
  if (!score.ok) {
    return score;
  }
  if (!shift.ok) {
    return shift;
  }
  if (!whole.ok) {
    return whole;
  }
  const r2 = (fit: LogisticFit): number => nagelkerke(fit.logLikelihood, people.length, yes);
  const error = shift.value.covariance?.[8];
  return success({
    both: gained(score.value, whole.value, 2),
    uniform: gained(score.value, shift.value, 1),
    nonUniform: gained(shift.value, whole.value, 1),
    score: raoTest(gathered, score.value),
    fluctuation: doubleMaximum(gathered, score.value),
    logOdds: at(shift.value.coefficients, 2),
    logOddsError: error === undefined ? undefined : Math.sqrt(error),
    gain: Math.max(0, r2(whole.value) - r2(score.value)),
    people: people.length,
  });
}

function gained(without: LogisticFit, held: LogisticFit, degreesOfFreedom: number): Tested {
  return tested(Math.max(0, 2 * (held.logLikelihood - without.logLikelihood)), degreesOfFreedom);
}

const tested = (statistic: number, degreesOfFreedom: number): Tested => ({
  statistic,
  degreesOfFreedom,
  pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
});

/** People of equal number and score, in order of the number. */
interface Gathered {
  readonly z: number;
  readonly score: number;
  yes: number;
  all: number;
}

function gather(people: readonly Measured[], mean: number, deviation: number): readonly Gathered[] {
  const cells = new Map<string, Gathered>();
  for (const { score, number, right } of people) {
    const key = `${number} ${score}`;
    const cell = cells.get(key) ?? { z: (number - mean) / deviation, score, yes: 0, all: 0 };
    cell.yes += right ? 1 : 0;
    cell.all += 1;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((one, other) => one.z - other.z || one.score - other.score);
}

function cellsOf(gathered: readonly Gathered[], terms: number): Cells {
  return {
    values: Float64Array.from(
      gathered.flatMap(({ z, score }) => [1, score, z, score * z].slice(0, terms)),
    ),
    terms,
    yes: Float64Array.from(gathered, ({ yes }) => yes),
    all: Float64Array.from(gathered, ({ all }) => all),
  };
}

const chanceAt = (fit: LogisticFit, score: number): number =>
  1 / (1 + Math.exp(-(at(fit.coefficients, 0) + at(fit.coefficients, 1) * score)));

function raoTest(gathered: readonly Gathered[], fit: LogisticFit): Tested {
  const known = new Float64Array(4);
  const cross = new Float64Array(2);
  let [slope, own] = [0, 0];
  for (const { z, score, yes, all } of gathered) {
    const p = chanceAt(fit, score);
    const weight = all * p * (1 - p);
    slope += z * (yes - all * p);
    own += weight * z * z;
    [1, score].forEach((one, row) => {
      cross[row] = at(cross, row) + weight * z * one;
      [1, score].forEach((other, column) => {
        const place = row * 2 + column;
        known[place] = at(known, place) + weight * one * other;
      });
    });
  }
  const lower = choleskyOf(known, 2);
  const explained = lower.ok ? solveCholesky(lower.value, cross) : new Float64Array(2);
  const left = own - at(cross, 0) * at(explained, 0) - at(cross, 1) * at(explained, 1);
  return tested(left > 0 ? slope ** 2 / left : 0, 1);
}

/** The largest of the two decorrelated processes of cumulated scores, anywhere; closed-form p-value. */
function doubleMaximum(
  gathered: readonly Gathered[],
  fit: LogisticFit,
): ContinuousDif['fluctuation'] {
  const spread = new Float64Array(4);
  for (const { score, yes, all } of gathered) {
    const p = chanceAt(fit, score);
    const squares = yes * (1 - p) ** 2 + (all - yes) * p ** 2;
    [1, score, score, score * score].forEach((value, place) => {
      spread[place] = at(spread, place) + squares * value;
    });
  }
  const lower = choleskyOf(spread, 2);
  if (!lower.ok) {
    return { statistic: 0, pValue: 1 };
  }
  const root = symmetricRoot(spread);
  let [largest, first, second] = [0, 0, 0];
  gathered.forEach(({ z, score, yes, all }, place) => {
    const rest = yes - all * chanceAt(fit, score);
    first += rest;
    second += rest * score;
    if (gathered[place + 1]?.z !== z) {
      const sums = new Float64Array([first, second]);
      const parts = root.map((row) => at(row, 0) * at(sums, 0) + at(row, 1) * at(sums, 1));
      largest = Math.max(largest, ...parts.map(Math.abs));
    }
  });
  return { statistic: largest, pValue: bridgeTail(largest, 2) };
}

/** The symmetric square root of the inverse of a 2 x 2 matrix: which of the two values comes first cannot matter. */
function symmetricRoot(matrix: Float64Array): readonly (readonly number[])[] {
  const [a = 1, b = 0, , d = 1] = matrix;
  const determinant = Math.sqrt(a * d - b * b);
  const scale = Math.sqrt(a + d + 2 * determinant);
  // The root of the matrix is (M + det I) / scale; its inverse follows from the determinant.
  const [p, q, r] = [(a + determinant) / scale, b / scale, (d + determinant) / scale];
  return [
    [r / determinant, -q / determinant],
    [-q / determinant, p / determinant],
  ];
}

/** P(the largest of `paths` independent Brownian bridges exceeds x in size), Kolmogorov's series. */
function bridgeTail(x: number, paths: number): number {
  if (x < 0.2) {
    return 1;
  }
  let tail = 0;
  for (let term = 1; term <= 100; term += 1) {
    tail += 2 * (term % 2 === 1 ? 1 : -1) * Math.exp(-2 * term * term * x * x);
  }
  return -Math.expm1(paths * Math.log1p(-Math.min(1, tail)));
}
