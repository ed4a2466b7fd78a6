/**
 * Logistic regression with one random intercept a cell: what is left of the cells' differences after the
 * terms, as one standard deviation, and each cell drawn toward what the terms say of it, the more the fewer
 * people it has.
 *
 *     logit p = x b + s v, v ~ N(0, 1);  likelihood of a cell = integral of exp f(v) dv / sqrt(2 pi),
 *     f = yes (x b + s v) - all log(1 + exp(x b + s v)) - v^2 / 2
 *
 * Source: Pinheiro & Bates (1995), who put the points of the integral around the peak of f and in its width.
 * Here they are equally spaced, half a width apart to eight widths on both sides, which for a bell-like f is
 * as exact as the arithmetic. (The one-point form, Laplace's, is biased toward no spread where cells hold few
 * people.) For each standard deviation the coefficients are found by scoring, then the standard deviation by
 * golden section, which is exact at zero too.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { choleskyOf, solveCholesky } from '../linear/positive-definite.ts';
import type { Cells } from './logistic.ts';

export interface RandomIntercept {
  readonly logLikelihood: number;
  readonly coefficients: Float64Array;
  /** Of the cells around the terms, on the scale of log odds. */
  readonly variance: number;
  /** What each cell is likeliest to be off from its terms, on the same scale. */
  readonly offsets: Float64Array;
}

interface AtSpread {
  readonly logLikelihood: number;
  readonly coefficients: Float64Array;
  readonly offsets: Float64Array;
}

const MOST_STEPS = 200;
const SETTLED = 1e-9;
const LARGEST_SPREAD = 6;
const STEP = 0.5;
const POINTS = 16;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Refused where a term says nothing beyond the others, or where the steps do not settle. */
export function fitRandomIntercept(
  cells: Cells,
): Result<RandomIntercept, 'not-definite' | 'not-settled'> {
  const start = fitAt(cells, 0, new Float64Array(cells.terms));
  if (!start.ok) {
    return start;
  }
  let warm = start.value.coefficients;
  const known = (spread: number): number => {
    const fit = fitAt(cells, spread, warm);
    if (fit.ok) {
      warm = fit.value.coefficients;
    }
    return fit.ok ? fit.value.logLikelihood : Number.NEGATIVE_INFINITY;
  };
  const spread = peakOf(known, LARGEST_SPREAD);
  const fit = fitAt(cells, spread, warm);
  if (!fit.ok) {
    return fit;
  }
  const better = fit.value.logLikelihood > start.value.logLikelihood;
  const chosen = better ? fit.value : start.value;
  return success({ ...chosen, variance: better ? spread * spread : 0 });
}

function fitAt(
  cells: Cells,
  spread: number,
  from: Float64Array,
): Result<AtSpread, 'not-definite' | 'not-settled'> {
  let coefficients = from;
  let state = differentiate(cells, spread, coefficients);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const lower = choleskyOf(state.weight, cells.terms);
    if (!lower.ok) {
      return lower;
    }
    const move = solveCholesky(lower.value, state.slope);
    let share = 1;
    let next = moved(coefficients, move, share);
    let after = differentiate(cells, spread, next);
    while (after.logLikelihood < state.logLikelihood - slack(state) && share > 1e-6) {
      share /= 2;
      next = moved(coefficients, move, share);
      after = differentiate(cells, spread, next);
    }
    const largest = move.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    coefficients = next;
    state = after;
    if (largest * share < SETTLED) {
      const { logLikelihood, offsets } = state;
      return success({ logLikelihood, coefficients, offsets });
    }
  }
  return refuse('not-settled', `the regression did not settle in ${MOST_STEPS} steps`);
}

/** What rounding alone can move a log-likelihood by. */
const slack = ({ logLikelihood }: Derivatives): number => 1e-13 * Math.abs(logLikelihood);

const moved = (from: Float64Array, move: Float64Array, share: number): Float64Array =>
  from.map((value, term) => value + share * at(move, term));

interface Derivatives extends Omit<AtSpread, 'coefficients'> {
  readonly slope: Float64Array;
  readonly weight: Float64Array;
}

function differentiate(cells: Cells, spread: number, coefficients: Float64Array): Derivatives {
  const { values, terms, yes, all } = cells;
  const slope = new Float64Array(terms);
  const weight = new Float64Array(terms * terms);
  const offsets = new Float64Array(all.length);
  let logLikelihood = 0;
  for (let cell = 0; cell < all.length; cell += 1) {
    const row = values.subarray(cell * terms, (cell + 1) * terms);
    const known = row.reduce((sum, value, term) => sum + value * at(coefficients, term), 0);
    const one = cellAt(known, spread, at(yes, cell), at(all, cell));
    logLikelihood += one.logLikelihood;
    offsets[cell] = one.offset;
    for (let term = 0; term < terms; term += 1) {
      slope[term] = at(slope, term) + at(row, term) * one.slope;
      for (let other = 0; other <= term; other += 1) {
        const place = term * terms + other;
        weight[place] = at(weight, place) + at(row, term) * at(row, other) * one.curvature;
      }
    }
  }
  return { logLikelihood, slope, weight, offsets };
}

/** One cell: its part of the log-likelihood, the slope and (without small terms) the curvature in x b. */
function cellAt(known: number, spread: number, yes: number, all: number) {
  let peak = 0;
  for (let step = 0; step < 100; step += 1) {
    const p = 1 / (1 + Math.exp(-(known + spread * peak)));
    const move = (spread * (yes - all * p) - peak) / (1 + spread * spread * all * p * (1 - p));
    // A full step may overshoot where nearly everybody answers alike.
    peak += Math.max(-1, Math.min(1, move));
    if (Math.abs(move) < 1e-14) {
      break;
    }
  }
  const atPeak = 1 / (1 + Math.exp(-(known + spread * peak)));
  const pull = all * atPeak * (1 - atPeak);
  const width = 1 / Math.sqrt(1 + spread * spread * pull);
  const highest = heightAt(peak, known, spread, yes, all);
  let [sum, slope] = [0, 0];
  for (let point = -POINTS; point <= POINTS; point += 1) {
    const v = peak + point * STEP * width;
    const weight = Math.exp(heightAt(v, known, spread, yes, all) - highest);
    sum += weight;
    slope += weight * (yes - all / (1 + Math.exp(-(known + spread * v))));
  }
  return {
    offset: spread * peak,
    logLikelihood: highest + Math.log((sum * STEP * width) / Math.sqrt(2 * Math.PI)),
    slope: slope / sum,
    curvature: pull * width * width,
  };
}

function heightAt(v: number, known: number, spread: number, yes: number, all: number): number {
  const logOdds = known + spread * v;
  const logOnePlus = Math.max(0, logOdds) + Math.log1p(Math.exp(-Math.abs(logOdds)));
  return yes * logOdds - all * logOnePlus - (v * v) / 2;
}

/** Where a function with one peak between 0 and `most` is highest. */
function peakOf(f: (x: number) => number, most: number): number {
  let [low, high] = [0, most];
  let [left, right] = [high - GOLDEN * high, GOLDEN * high];
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-8) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}
