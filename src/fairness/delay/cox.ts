/**
 * How many times faster is one group answered than another? Cox regression: on each day with answers, the chance that an
 * answer goes to a group grows with e^(x b); e^b is the hazard ratio, below 1 where a group waits longer.
 *
 *     log L(b) = sum over answers of x b - log(sum over those waiting of e^(x b)),   ties by Efron or by Breslow
 *
 * Groups may also be crossed kinds of matters, each with its row of values; strata have their own pace.
 * Assumes that the ratio stays the same from the first day to the last: see proportionality.ts.
 * Sources: Cox (1972); Efron (1977); Breslow (1974); as computed by R's survival::coxph.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import {
  choleskyOf,
  inverseFromCholesky,
  solveCholesky,
} from '../../numerics/linear/positive-definite.ts';
import { answerMoments, type CoxData, type Ties } from './cox-moments.ts';
import { checkedStrata, type Waits } from './waits.ts';

export interface HazardRatio {
  readonly coefficient: number;
  readonly error: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Wald test that the ratio is 1. */
  readonly pValue: number;
}

export interface CoxFit {
  /** One for each value of the design. */
  readonly terms: readonly HazardRatio[];
  readonly logLikelihoodWithout: number;
  readonly logLikelihood: number;
  /** Likelihood ratio and score tests that no value matters, on as many degrees of freedom as there are terms. */
  readonly likelihoodRatio: number;
  readonly scoreTest: number;
  readonly pValue: number;
  readonly data: CoxData;
  /** Terms by terms, row after row, at the estimate. */
  readonly information: Float64Array;
}

export type CoxFault = 'nobody' | 'bad-wait' | 'no-comparison' | 'unbounded' | 'not-settled';

const MOST_ITERATIONS = 50;
const SETTLED = 1e-12;
/** A ratio beyond e^12, which is 163,000 to one, is a likelihood without a top and no estimate. */
const MOST_COEFFICIENT = 12;

/** The design that compares each group with the first: 0 for the first, one value of its own for every other. */
export const groupDesign = (groups: number): readonly (readonly number[])[] =>
  Array.from({ length: groups }, (_, group) =>
    Array.from({ length: groups - 1 }, (__, term) => (group === term + 1 ? 1 : 0)),
  );

/**
 * Waits by stratum and group, and the values of each group. Refused where a group holds nobody, a wait is negative, the
 * groups never waited together, a group got all answers or none (the ratio has no bound), or 50 steps do not settle.
 */
export function coxRegression(
  strata: readonly (readonly Waits[])[],
  design: readonly (readonly number[])[],
  ties: Ties = 'efron',
  confidence = 0.95,
): Result<CoxFit, CoxFault> {
  const checked = checkedStrata(strata);
  if (!checked.ok) {
    return checked;
  }
  const size = design[0]?.length ?? 0;
  const data: CoxData = { strata: checked.value, design, ties };
  let coefficients: Float64Array = new Float64Array(size);
  const start = answerMoments(data, coefficients);
  let here = start;
  let scoreTest = 0;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const lower = choleskyOf(here.information, size);
    if (size === 0 || (iteration === 0 && saysNothing(data, here.information)) || !lower.ok) {
      return iteration === 0 ? NO_COMPARISON : UNBOUNDED;
    }
    const step = solveCholesky(lower.value, here.slope);
    scoreTest = iteration === 0 ? dotOf(step, here.slope) : scoreTest;
    const before = here.logLikelihood;
    let share = 1;
    let next = coefficients;
    do {
      next = coefficients.map((value, place) => value + share * at(step, place));
      here = answerMoments(data, next);
      share /= 2;
    } while (!(here.logLikelihood >= before - Math.abs(before) * SETTLED) && share > 1e-9);
    coefficients = next;
    if (coefficients.some((value) => Math.abs(value) > MOST_COEFFICIENT)) {
      return UNBOUNDED;
    }
    if (Math.abs(here.logLikelihood - before) <= SETTLED * (Math.abs(before) + 0.1)) {
      const covariance = covarianceOf(here.information, size);
      return covariance === undefined
        ? UNBOUNDED
        : success({
            terms: [...coefficients].map((value, term) =>
              hazardRatio(value, Math.sqrt(at(covariance, term * size + term)), confidence),
            ),
            logLikelihoodWithout: start.logLikelihood,
            logLikelihood: here.logLikelihood,
            likelihoodRatio: 2 * (here.logLikelihood - start.logLikelihood),
            scoreTest,
            pValue: chiSquaredUpperTail(
              Math.max(0, 2 * (here.logLikelihood - start.logLikelihood)),
              size,
            ),
            data,
            information: here.information,
          });
    }
  }
  return refuse('not-settled', `the regression did not settle in ${MOST_ITERATIONS} steps`);
}

/** Whether a value has no more spread among those who waited together than rounding leaves. */
function saysNothing({ design, strata }: CoxData, information: Float64Array): boolean {
  const answers = strata.flat().reduce((sum, { answeredAfter }) => sum + answeredAfter.length, 0);
  return at(design, 0).some((_, term, { length }) => {
    const largest = Math.max(...design.map((row) => Math.abs(at(row, term))));
    return !(at(information, term * length + term) > 1e-14 * answers * largest * largest);
  });
}

const NO_COMPARISON = refuse(
  'no-comparison',
  'at no time did people of two groups wait together for an answer that came',
);
const UNBOUNDED = refuse(
  'unbounded',
  'one group got every answer or none while the groups waited together: the ratio has no bound',
);

function covarianceOf(information: Float64Array, size: number): Float64Array | undefined {
  const lower = choleskyOf(information, size);
  return lower.ok ? inverseFromCholesky(lower.value, size) : undefined;
}

function hazardRatio(coefficient: number, error: number, confidence: number): HazardRatio {
  const reach = normalQuantile(1 - (1 - confidence) / 2) * error;
  return {
    coefficient,
    error,
    ratio: Math.exp(coefficient),
    low: Math.exp(coefficient - reach),
    high: Math.exp(coefficient + reach),
    pValue: normalTwoSided(coefficient / error),
  };
}

const dotOf = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, place) => sum + value * at(other, place), 0);
