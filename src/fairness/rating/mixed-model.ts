/**
 * A score explained by the group of the person scored, by the case and by the rater: how far do groups differ once some
 * cases are simply better and some raters simply stricter, and how much of the spread comes from each?
 *
 *     score = fixed values * b + case + rater + rest,   case ~ N(0, v_case), rater ~ N(0, v_rater), rest ~ N(0, v)
 *
 * The variances are those with the highest restricted likelihood (REML), which does not count the fixed values as known.
 * Worked on the sparse equations of all cases and raters together; nothing is simulated.
 * Assumes that cases reach raters without regard to what is in them, and that differences are bell-shaped.
 * Sources: Patterson & Thompson (1971); Henderson (1975); profiled as in Bates et al. (2015), R's lme4::lmer.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { simplexSearch } from '../../numerics/fitting/simplex-search.ts';
import {
  choleskyOf,
  inverseFromCholesky,
  solveCholesky,
} from '../../numerics/linear/positive-definite.ts';
import { sparseOrder } from '../../numerics/linear/sparse-cholesky.ts';
import { type RandomFactor, randomEquations } from './random-factors.ts';

export interface MixedData {
  readonly scores: Float64Array;
  /** Each fixed value as a column as long as the scores; the first is 1 throughout for the intercept. */
  readonly fixed: readonly Float64Array[];
  /** Cases, raters: whatever differs at random. One or more. */
  readonly random: readonly RandomFactor[];
}

export interface FixedEffect {
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
}

export interface MixedFit {
  readonly fixed: readonly FixedEffect[];
  /** One variance for each random factor, in their order. Zero means that none was found. */
  readonly variances: readonly number[];
  readonly residual: number;
  /** The restricted log-likelihood. */
  readonly logLikelihood: number;
  /** Each random factor's share of the spread that the fixed values leave: the ICC of cases is the first. */
  readonly shares: readonly number[];
}

export type MixedFault = 'too-few' | 'not-definite' | 'not-settled';

/**
 * Refused where a random factor has fewer than two levels or as many as there are scores, where fixed values say nothing
 * beyond each other, or where the search does not settle. Errors and p-values are those of large samples.
 */
export function mixedModel(data: MixedData, confidence = 0.95): Result<MixedFit, MixedFault> {
  const { scores, fixed, random } = data;
  if (scores.length <= fixed.length + 1) {
    return refuse('too-few', 'there are too few scores for so many values');
  }
  const idle = random.find(({ levels }) => levels < 2 || levels >= scores.length);
  if (idle !== undefined || random.length === 0) {
    return refuse('too-few', 'each case and each rater needs others, and some a second score');
  }
  const profile = profileOf(data);
  const value = (theta: readonly number[]): number => {
    const found = profile(theta);
    return found.ok ? found.value.deviance : Number.MAX_VALUE;
  };
  const lowest = simplexSearch(
    value,
    random.map(() => 0.7),
    0.5,
    1e-7,
  );
  const found = profile(lowest.point);
  if (!found.ok) {
    return found;
  }
  if (!lowest.settled) {
    return refuse('not-settled', 'the search for the variances did not settle');
  }
  const { residual, coefficients, covariance, deviance } = found.value;
  const variances = lowest.point.map((theta) => residual * theta * theta);
  const all = variances.reduce((sum, variance) => sum + variance, residual);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return success({
    fixed: [...coefficients].map((estimate, term) => {
      const error = Math.sqrt(residual * at(covariance, term * fixed.length + term));
      return {
        estimate,
        error,
        low: estimate - z * error,
        high: estimate + z * error,
        pValue: normalTwoSided(estimate / error),
      };
    }),
    variances,
    residual,
    logLikelihood: -deviance / 2,
    shares: variances.map((variance) => variance / all),
  });
}

interface Profile {
  readonly deviance: number;
  readonly residual: number;
  readonly coefficients: Float64Array;
  /** Of the coefficients, in units of the residual variance. */
  readonly covariance: Float64Array;
}

/** The restricted deviance at each standard deviation of the factors over that of the rest (theta). */
function profileOf({
  scores,
  fixed,
  random,
}: MixedData): (theta: readonly number[]) => Result<Profile, 'not-definite'> {
  const equations = randomEquations(random, scores.length);
  const order = sparseOrder(equations.pattern);
  const [terms, people] = [fixed.length, scores.length];
  const columns = [...fixed, scores];
  const plain = crossProducts(columns, columns);
  const sums = columns.map((column) => equations.sums(column));
  return (theta) => {
    const { diagonal, entries } = equations.scaled(theta);
    const factor = order.factor(diagonal, entries);
    if (!factor.ok) {
      return factor;
    }
    const weighted = sums.map((sum) => equations.weighted(sum, theta));
    const absorbed = crossProducts(weighted, weighted.map(factor.value.solve));
    const left = plain.map((value, place) => value - at(absorbed, place));
    const size = terms + 1;
    const matrix = new Float64Array(terms * terms);
    const right = new Float64Array(terms);
    for (let row = 0; row < terms; row += 1) {
      right[row] = at(left, row * size + terms);
      for (let column = 0; column < terms; column += 1) {
        matrix[row * terms + column] = at(left, row * size + column);
      }
    }
    const lower = choleskyOf(matrix, terms);
    if (!lower.ok) {
      return lower;
    }
    const coefficients = solveCholesky(lower.value, right);
    const rest = right.reduce(
      (sum, value, term) => sum - value * at(coefficients, term),
      at(left, terms * size + terms),
    );
    const degrees = people - terms;
    let logFixed = 0;
    for (let term = 0; term < terms; term += 1) {
      logFixed += 2 * Math.log(at(lower.value, term * terms + term));
    }
    const scale = degrees * (1 + Math.log((2 * Math.PI * rest) / degrees));
    return success({
      deviance: factor.value.logDeterminant + logFixed + scale,
      residual: rest / degrees,
      coefficients,
      covariance: inverseFromCholesky(lower.value, terms),
    });
  };
}

function crossProducts(
  rows: readonly Float64Array[],
  columns: readonly Float64Array[],
): Float64Array {
  return Float64Array.from(
    rows.flatMap((row) =>
      columns.map((column) => row.reduce((sum, x, place) => sum + x * (column[place] ?? 0), 0)),
    ),
  );
}
