/**
 * Multinomial logistic regression on counted cells: how the odds of each kind of answer against the first change with what
 * is known of a person.
 *
 *     log(p_k / p_0) = x b_k,   maximize sum over cells and kinds of count log p_k
 *
 * Source: Newton's method with halved steps; the log-likelihood is concave (McFadden 1974). As in logistic, a separated
 * fit still has its greatest likelihood.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { choleskyOf, solveCholesky } from '../linear/positive-definite.ts';

export interface KindCells {
  /** Each cell's values; the first is 1 for the intercept. */
  readonly values: readonly (readonly number[])[];
  /** Each cell's people by kind of answer. */
  readonly counts: readonly (readonly number[])[];
}

export interface MultinomialFit {
  readonly logLikelihood: number;
  /** For each kind but the first, one coefficient a term. */
  readonly coefficients: readonly (readonly number[])[];
}

const MOST_ITERATIONS = 60;
const SETTLED = 1e-13;

/** Refused where a term says nothing beyond the others, a kind is never chosen, or 60 steps do not settle. */
export function fitMultinomial(
  cells: KindCells,
): Result<MultinomialFit, 'not-definite' | 'not-settled'> {
  const terms = cells.values[0]?.length ?? 0;
  const kinds = (cells.counts[0]?.length ?? 1) - 1;
  if (!everyKindChosen(cells)) {
    return NEVER_CHOSEN;
  }
  let coefficients: Float64Array = new Float64Array(terms * kinds);
  let here = derivativesAt(cells, coefficients, terms, kinds);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const lower = choleskyOf(here.weight, terms * kinds);
    if (!lower.ok) {
      return lower;
    }
    const step = solveCholesky(lower.value, here.slope);
    const before = here.likelihood;
    let share = 1;
    let next = coefficients;
    do {
      next = coefficients.map((value, place) => value + share * at(step, place));
      here = derivativesAt(cells, next, terms, kinds);
      share /= 2;
    } while (!(here.likelihood >= before - Math.abs(before) * SETTLED) && share > 1e-6);
    coefficients = next;
    if (Math.abs(here.likelihood - before) <= SETTLED * (Math.abs(before) + 0.1)) {
      const rows = Array.from({ length: kinds }, (_, kind) => [
        ...coefficients.subarray(kind * terms, (kind + 1) * terms),
      ]);
      return success({ logLikelihood: here.likelihood, coefficients: rows });
    }
  }
  return refuse('not-settled', `the regression did not settle in ${MOST_ITERATIONS} steps`);
}

export const NEVER_CHOSEN = refuse(
  'not-definite',
  'a kind of answer was never chosen, so that nothing can be said of its odds',
);

export const everyKindChosen = ({ counts }: KindCells): boolean =>
  (counts[0] ?? []).every((_, kind) => counts.some((row) => at(row, kind) > 0));

interface Derivatives {
  readonly likelihood: number;
  readonly slope: Float64Array;
  readonly weight: Float64Array;
}

function derivativesAt(
  { values, counts }: KindCells,
  coefficients: Float64Array,
  terms: number,
  kinds: number,
): Derivatives {
  const size = terms * kinds;
  const slope = new Float64Array(size);
  const weight = new Float64Array(size * size);
  let likelihood = 0;
  values.forEach((x, cell) => {
    const count = at(counts, cell);
    const people = count.reduce((sum, n) => sum + n, 0);
    const p = probabilities(x, coefficients, kinds);
    likelihood += count.reduce(
      (sum, n, kind) => sum + (n === 0 ? 0 : n * Math.log(at(p, kind))),
      0,
    );
    for (let k = 0; k < kinds; k += 1) {
      const rest = at(count, k + 1) - people * at(p, k + 1);
      for (let l = 0; l < kinds; l += 1) {
        const pull = people * at(p, k + 1) * ((k === l ? 1 : 0) - at(p, l + 1));
        addOuter(weight, x, k * terms * size + l * terms, size, pull);
      }
      x.forEach((value, term) => {
        slope[k * terms + term] = at(slope, k * terms + term) + rest * value;
      });
    }
  });
  return { likelihood, slope, weight };
}

function addOuter(
  weight: Float64Array,
  x: readonly number[],
  start: number,
  size: number,
  pull: number,
): void {
  x.forEach((one, row) => {
    x.forEach((other, column) => {
      const place = start + row * size + column;
      weight[place] = at(weight, place) + pull * one * other;
    });
  });
}

function probabilities(
  x: readonly number[],
  coefficients: Float64Array,
  kinds: number,
): readonly number[] {
  const logOdds = [0];
  for (let kind = 0; kind < kinds; kind += 1) {
    logOdds.push(
      x.reduce((sum, value, term) => sum + value * at(coefficients, kind * x.length + term), 0),
    );
  }
  const largest = Math.max(...logOdds);
  const odds = logOdds.map((one) => Math.exp(one - largest));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}
