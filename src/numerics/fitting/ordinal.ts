/**
 * Ordinal logistic regression on counted cells: how the odds of reaching each category or a higher one change with what is
 * known of a person, by the same amount at every category.
 *
 *     logit P(category >= k) = threshold k + x b,   thresholds falling
 *
 * Source: McCullagh (1980), proportional odds, fitted by scoring with halved steps; the log-likelihood has one top.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { choleskyOf, solveCholesky } from '../linear/positive-definite.ts';
import { everyKindChosen, type KindCells, NEVER_CHOSEN } from './multinomial.ts';

export interface OrdinalFit {
  readonly logLikelihood: number;
  /** One for each category but the lowest, falling. */
  readonly thresholds: readonly number[];
  readonly coefficients: readonly number[];
}

const MOST_ITERATIONS = 200;
const SETTLED = 1e-13;

/**
 * Cells hold no intercept: the thresholds take its place. Refused where a category is never reached, a term says nothing
 * beyond the others, or 200 steps do not settle.
 */
export function fitOrdinal(cells: KindCells): Result<OrdinalFit, 'not-definite' | 'not-settled'> {
  const terms = cells.values[0]?.length ?? 0;
  const steps = (cells.counts[0]?.length ?? 1) - 1;
  if (!everyKindChosen(cells)) {
    return NEVER_CHOSEN;
  }
  let parameters: Float64Array = startOf(cells, steps, terms);
  let here = derivativesAt(cells, parameters, steps);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const lower = choleskyOf(here.weight, steps + terms);
    if (!lower.ok) {
      return lower;
    }
    const step = solveCholesky(lower.value, here.slope);
    const before = here.likelihood;
    let share = 1;
    let next = parameters;
    do {
      next = parameters.map((value, place) => value + share * at(step, place));
      here = derivativesAt(cells, next, steps);
      share /= 2;
    } while (!(here.likelihood >= before - Math.abs(before) * SETTLED) && share > 1e-9);
    parameters = next;
    if (Math.abs(here.likelihood - before) <= SETTLED * (Math.abs(before) + 0.1)) {
      return success({
        logLikelihood: here.likelihood,
        thresholds: [...parameters.subarray(0, steps)],
        coefficients: [...parameters.subarray(steps)],
      });
    }
  }
  return refuse('not-settled', `the regression did not settle in ${MOST_ITERATIONS} steps`);
}

/** Thresholds as if nothing were known of anybody. */
function startOf({ counts }: KindCells, steps: number, terms: number): Float64Array {
  const start = new Float64Array(steps + terms);
  const all = counts.reduce((sum, row) => sum + row.reduce((s, n) => s + n, 0), 0);
  for (let k = 1; k <= steps; k += 1) {
    const reached = counts.reduce((sum, row) => sum + row.slice(k).reduce((s, n) => s + n, 0), 0);
    start[k - 1] = Math.log(reached / (all - reached));
  }
  return start;
}

interface Derivatives {
  readonly likelihood: number;
  readonly slope: Float64Array;
  readonly weight: Float64Array;
}

function derivativesAt(
  { values, counts }: KindCells,
  parameters: Float64Array,
  steps: number,
): Derivatives {
  const size = parameters.length;
  const slope = new Float64Array(size);
  const weight = new Float64Array(size * size);
  let likelihood = 0;
  values.forEach((x, cell) => {
    const row = at(counts, cell);
    const people = row.reduce((sum, n) => sum + n, 0);
    const shift = x.reduce((sum, value, term) => sum + value * at(parameters, steps + term), 0);
    // Chances of reaching each category: certain for the lowest, none beyond the highest.
    const reach = [1, ...Array.from(parameters.subarray(0, steps), (t) => logistic(t + shift)), 0];
    row.forEach((n, k) => {
      const [up, down] = [at(reach, k), at(reach, k + 1)];
      const p = up - down;
      likelihood += n === 0 ? 0 : n * Math.log(p);
      const gradient = gradientOf(x, k, up * (1 - up), down * (1 - down), steps);
      gradient.forEach((one, place) => {
        slope[place] = at(slope, place) + (n / p) * one;
        gradient.forEach((other, column) => {
          const entry = place * size + column;
          weight[entry] = at(weight, entry) + (people / p) * one * other;
        });
      });
    });
  });
  return { likelihood, slope, weight };
}

/** How the chance of category k changes with each parameter. */
function gradientOf(
  x: readonly number[],
  k: number,
  up: number,
  down: number,
  steps: number,
): readonly number[] {
  const thresholds = Array.from({ length: steps }, (_, place) =>
    place === k - 1 ? up : place === k ? -down : 0,
  );
  return [...thresholds, ...x.map((value) => (up - down) * value)];
}

const logistic = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
