/**
 * Logistic regression on many features of which each person has few, held back by a penalty so that it can be fitted to
 * more features than people and never runs away where a feature separates.
 *
 *     minimize  sum of log(1 + exp(x b)) - yes x b  +  penalty / 2 * sum of squared slopes;  the intercept is free
 *
 * Source: ridge regression for odds (le Cessie & van Houwelingen 1992); Newton steps solved by conjugate gradients, so
 * that no matrix of features by features is ever written down.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Row after row: the columns of row r stand from `starts[r]` up to `starts[r + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

export interface PenalizedFit {
  readonly intercept: number;
  readonly slopes: Float64Array;
  readonly iterations: number;
}

export interface PenalizedAsked {
  readonly rows: SparseRows;
  /** 1 for yes, one a row. */
  readonly yes: Uint8Array;
  /** Log odds known beforehand, one a row; zero where nothing is. */
  readonly offset: Float64Array;
  readonly penalty: number;
  /** The largest slope of the loss that is left, for each row; one in a thousand million where not said. */
  readonly settled?: number;
}

const MOST_ITERATIONS = 100;
const SETTLED = 1e-9;
/** A step need only point the right way: the next one mends what is left. */
const CLOSE_ENOUGH = 1e-5;
const MOST_DIRECTIONS = 250;

/** The coefficients of least penalized loss. Refused without a penalty, or where 100 steps do not settle. */
export function fitPenalized(
  asked: PenalizedAsked,
): Result<PenalizedFit, 'no-penalty' | 'not-settled'> {
  const { rows, yes, penalty, settled = SETTLED } = asked;
  if (!(penalty > 0)) {
    return refuse('no-penalty', 'the penalty must be above zero');
  }
  const { width } = rows;
  let found: Float64Array<ArrayBufferLike> = new Float64Array(width + 1);
  let here = lossAt(asked, found);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const step = newtonStep(asked, here);
    let share = 1;
    let next = moved(found, step, share);
    let there = lossAt(asked, next);
    while (!(there.loss <= here.loss + 1e-12 * Math.abs(here.loss)) && share > 1e-8) {
      share /= 2;
      next = moved(found, step, share);
      there = lossAt(asked, next);
    }
    found = next;
    here = there;
    if (largest(here.slope) <= settled * Math.max(1, yes.length)) {
      return success({
        intercept: found[width] ?? 0,
        slopes: found.slice(0, width),
        iterations: iteration,
      });
    }
  }
  return refuse('not-settled', `the regression did not settle in ${MOST_ITERATIONS} steps`);
}

/** What a row's features add to the log odds, without intercept and offset. */
export function scoreOf(
  { starts, columns, values }: SparseRows,
  slopes: Float64Array,
): Float64Array {
  const scores = new Float64Array(starts.length - 1);
  for (let row = 0; row < scores.length; row += 1) {
    let sum = 0;
    for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1) {
      sum += (values[place] ?? 0) * (slopes[columns[place] ?? 0] ?? 0);
    }
    scores[row] = sum;
  }
  return scores;
}

interface Here {
  readonly loss: number;
  readonly slope: Float64Array;
  /** p (1 - p) of each row. */
  readonly weight: Float64Array;
}

function lossAt({ rows, yes, offset, penalty }: PenalizedAsked, at: Float64Array): Here {
  const { width } = rows;
  const scores = scoreOf(rows, at);
  const weight = new Float64Array(yes.length);
  const rest = new Float64Array(yes.length);
  let loss = 0;
  for (let row = 0; row < yes.length; row += 1) {
    const logOdds = (scores[row] ?? 0) + (at[width] ?? 0) + (offset[row] ?? 0);
    const small = Math.exp(-Math.abs(logOdds));
    const p = logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
    loss += Math.max(0, logOdds) + Math.log1p(small) - (yes[row] ?? 0) * logOdds;
    rest[row] = p - (yes[row] ?? 0);
    weight[row] = p * (1 - p);
  }
  const slope = across(rows, rest);
  for (let column = 0; column < width; column += 1) {
    const value = at[column] ?? 0;
    loss += (penalty / 2) * value * value;
    slope[column] = (slope[column] ?? 0) + penalty * value;
  }
  return { loss, slope, weight };
}

/** Each column's sum over rows, the plain sum last. */
function across({ starts, columns, values, width }: SparseRows, by: Float64Array): Float64Array {
  const sums = new Float64Array(width + 1);
  for (let row = 0; row < by.length; row += 1) {
    const factor = by[row] ?? 0;
    sums[width] = (sums[width] ?? 0) + factor;
    for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1) {
      const column = columns[place] ?? 0;
      sums[column] = (sums[column] ?? 0) + factor * (values[place] ?? 0);
    }
  }
  return sums;
}

/** Solves curvature * step = -slope; the curvature is positive definite because of the penalty. */
function newtonStep({ rows, penalty }: PenalizedAsked, { slope, weight }: Here): Float64Array {
  const { width } = rows;
  const curved = (direction: Float64Array): Float64Array => {
    const along = scoreOf(rows, direction);
    const shift = direction[width] ?? 0;
    for (let row = 0; row < along.length; row += 1) {
      along[row] = ((along[row] ?? 0) + shift) * (weight[row] ?? 0);
    }
    const sums = across(rows, along);
    for (let place = 0; place < width; place += 1) {
      sums[place] = (sums[place] ?? 0) + penalty * (direction[place] ?? 0);
    }
    return sums;
  };
  const step = new Float64Array(width + 1);
  const rest = slope.map((value) => -value);
  const direction = rest.slice();
  let length = inner(rest, rest);
  const enough = length * CLOSE_ENOUGH;
  for (let round = 0; round < MOST_DIRECTIONS && length > enough && length > 0; round += 1) {
    const image = curved(direction);
    const stretch = length / inner(direction, image);
    if (!Number.isFinite(stretch)) {
      break;
    }
    for (let place = 0; place <= width; place += 1) {
      step[place] = (step[place] ?? 0) + stretch * (direction[place] ?? 0);
      rest[place] = (rest[place] ?? 0) - stretch * (image[place] ?? 0);
    }
    const next = inner(rest, rest);
    const turn = next / length;
    for (let place = 0; place <= width; place += 1) {
      direction[place] = (rest[place] ?? 0) + turn * (direction[place] ?? 0);
    }
    length = next;
  }
  return step;
}

function inner(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) {
    sum += (one[place] ?? 0) * (other[place] ?? 0);
  }
  return sum;
}

const moved = (from: Float64Array, step: Float64Array, share: number): Float64Array =>
  from.map((value, place) => value + share * (step[place] ?? 0));

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
