/**
 * Logistic regression on counted cells: how the odds of a yes change with what is known of a person. People of equal
 * known values share a cell, because the likelihood depends on nothing but the counts; ten thousand people become two
 * hundred cells.
 *
 *     log(p / (1 - p)) = x b,   maximize sum of yes x b - all log(1 + exp(x b))
 *
 * Source: Newton's method with halved steps (Nelder & Wedderburn 1972 call it iteratively reweighted least squares).
 * Where a combination of the values separates yes from no, the estimates have no bound: the log-likelihood still has its
 * limit and is given, and the fit says that it is separated.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { choleskyOf, inverseFromCholesky, solveCholesky } from '../linear/positive-definite.ts';

export interface Cells {
  /** Cell after cell, `terms` values each; the first is 1 for the intercept. */
  readonly values: Float64Array;
  readonly terms: number;
  readonly yes: Float64Array;
  readonly all: Float64Array;
}

export interface LogisticFit {
  readonly logLikelihood: number;
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients, row after row; undefined where separated. */
  readonly covariance: Float64Array | undefined;
  readonly separated: boolean;
  readonly iterations: number;
}

const MOST_ITERATIONS = 60;
const SETTLED = 1e-13;
/** Estimates with a bound settle in fewer steps and at smaller log odds; those without one creep outward for ever. */
const STEPS_IF_BOUNDED = 15;
const LOG_ODDS_IF_BOUNDED = 15;

/**
 * The fit with the greatest likelihood. Refused where a term says nothing beyond the others, or where 60 steps do not
 * settle.
 */
export function fitLogistic(cells: Cells): Result<LogisticFit, 'not-definite' | 'not-settled'> {
  const { terms } = cells;
  const state = { cells, slope: new Float64Array(terms), weight: new Float64Array(terms * terms) };
  let coefficients: Float64Array = new Float64Array(terms);
  let likelihood = differentiate(state, coefficients);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration += 1) {
    const lower = choleskyOf(state.weight, terms);
    if (!lower.ok) {
      // Once everything is separated, no curvature is left.
      return creepsOutward(cells, coefficients, iteration)
        ? success(separatedFit(coefficients, likelihood, iteration))
        : lower;
    }
    const before = likelihood;
    const step = solveCholesky(lower.value, state.slope);
    let share = 1;
    let next = moved(coefficients, step, share);
    likelihood = differentiate(state, next);
    while (!(likelihood >= before - Math.abs(before) * SETTLED) && share > 1e-6) {
      share /= 2;
      next = moved(coefficients, step, share);
      likelihood = differentiate(state, next);
    }
    coefficients = next;
    if (Math.abs(likelihood - before) <= SETTLED * (Math.abs(likelihood) + 0.1)) {
      return success(finished(state, coefficients, likelihood, iteration));
    }
  }
  return creepsOutward(cells, coefficients, MOST_ITERATIONS)
    ? success(separatedFit(coefficients, likelihood, MOST_ITERATIONS))
    : refuse('not-settled', `the regression did not settle in ${MOST_ITERATIONS} steps`);
}

interface State {
  readonly cells: Cells;
  readonly slope: Float64Array;
  readonly weight: Float64Array;
}

/** The log-likelihood; its slope and curvature are left in the state. */
function differentiate(state: State, coefficients: Float64Array): number {
  const { cells, slope, weight } = state;
  const { values, terms, yes, all } = cells;
  if (terms <= FEW) {
    return differentiateFew(state, coefficients);
  }
  slope.fill(0);
  weight.fill(0);
  let likelihood = 0;
  for (let cell = 0; cell < all.length; cell += 1) {
    const start = cell * terms;
    let logOdds = 0;
    for (let term = 0; term < terms; term += 1) {
      logOdds += (values[start + term] ?? 0) * (coefficients[term] ?? 0);
    }
    const people = all[cell] ?? 0;
    const rights = yes[cell] ?? 0;
    const small = Math.exp(-Math.abs(logOdds));
    const p = logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
    // log(1 + exp(x)) without overflow and without losing small values.
    likelihood += rights * logOdds - people * (Math.max(0, logOdds) + Math.log1p(small));
    const rest = rights - people * p;
    const pull = (people * small) / (1 + small) ** 2;
    for (let term = 0; term < terms; term += 1) {
      const value = values[start + term] ?? 0;
      slope[term] = (slope[term] ?? 0) + rest * value;
      const weighted = pull * value;
      for (let other = 0; other <= term; other += 1) {
        const place = term * terms + other;
        weight[place] = (weight[place] ?? 0) + weighted * (values[start + other] ?? 0);
      }
    }
  }
  return likelihood;
}

const FEW = 4;

/** The same for up to four terms, whose sums need no memory: regressions on scores are fitted by the ten thousand. */
function differentiateFew({ cells, slope, weight }: State, coefficients: Float64Array): number {
  const { values, terms, yes, all } = cells;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = coefficients;
  const [two, three, four] = [terms > 1, terms > 2, terms > 3];
  let [likelihood, s0, s1, s2, s3] = [0, 0, 0, 0, 0];
  let [w00, w10, w11, w20, w21, w22, w30, w31, w32, w33] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let cell = 0; cell < all.length; cell += 1) {
    const start = cell * terms;
    const x0 = values[start] ?? 0;
    const x1 = two ? (values[start + 1] ?? 0) : 0;
    const x2 = three ? (values[start + 2] ?? 0) : 0;
    const x3 = four ? (values[start + 3] ?? 0) : 0;
    const logOdds = x0 * b0 + x1 * b1 + x2 * b2 + x3 * b3;
    const people = all[cell] ?? 0;
    const rights = yes[cell] ?? 0;
    const small = Math.exp(-Math.abs(logOdds));
    const share = 1 / (1 + small);
    likelihood += rights * logOdds - people * (Math.max(0, logOdds) + Math.log1p(small));
    const rest = rights - people * (logOdds >= 0 ? share : small * share);
    const pull = people * small * share * share;
    s0 += rest * x0;
    s1 += rest * x1;
    s2 += rest * x2;
    s3 += rest * x3;
    const [p0, p1, p2, p3] = [pull * x0, pull * x1, pull * x2, pull * x3];
    w00 += p0 * x0;
    w10 += p1 * x0;
    w11 += p1 * x1;
    w20 += p2 * x0;
    w21 += p2 * x1;
    w22 += p2 * x2;
    w30 += p3 * x0;
    w31 += p3 * x1;
    w32 += p3 * x2;
    w33 += p3 * x3;
  }
  const rows = [[w00], [w10, w11], [w20, w21, w22], [w30, w31, w32, w33]];
  slope.set([s0, s1, s2, s3].slice(0, terms));
  rows.slice(0, terms).forEach((row, term) => {
    weight.set(row, term * terms);
  });
  return likelihood;
}

function moved(from: Float64Array, step: Float64Array, share: number): Float64Array {
  return from.map((value, term) => value + share * (step[term] ?? 0));
}

function finished(
  { cells, weight }: State,
  coefficients: Float64Array,
  logLikelihood: number,
  iterations: number,
): LogisticFit {
  const lower = choleskyOf(weight, cells.terms);
  if (!lower.ok || creepsOutward(cells, coefficients, iterations)) {
    return separatedFit(coefficients, logLikelihood, iterations);
  }
  const covariance = inverseFromCholesky(lower.value, cells.terms);
  return { logLikelihood, coefficients, covariance, separated: false, iterations };
}

function separatedFit(
  coefficients: Float64Array,
  logLikelihood: number,
  iterations: number,
): LogisticFit {
  return { logLikelihood, coefficients, covariance: undefined, separated: true, iterations };
}

function creepsOutward(
  { values, terms, all }: Cells,
  coefficients: Float64Array,
  steps: number,
): boolean {
  let largest = 0;
  for (let cell = 0; cell < all.length; cell += 1) {
    let logOdds = 0;
    for (let term = 0; term < terms; term += 1) {
      logOdds += (values[cell * terms + term] ?? 0) * (coefficients[term] ?? 0);
    }
    largest = Math.max(largest, Math.abs(logOdds));
  }
  return steps > STEPS_IF_BOUNDED && largest > LOG_ODDS_IF_BOUNDED;
}
