/**
 * How strict is each rater, once the cases they happened to get are taken into account? The many-facet Rasch model puts
 * cases, raters and whatever else shapes a score (criteria, days) on one scale of log-odds:
 *
 *     log(P(score k) / P(score k - 1)) = case - severity of rater - severity of criterion ... - threshold k
 *
 * Severities of a facet add to zero, and so do the thresholds; a rater with severity 1 gives scores as if each case were
 * one unit worse. All parameters are those with the highest likelihood (joint maximum likelihood, "JML").
 * Assumes that raters use the scale alike but for their severity, and that cases link all raters to one another.
 * JML spreads severities a little too wide where each case has few scores: (m - 1)/m is the usual correction, not made here.
 * Sources: Linacre (1989); Wright & Masters (1982); the same as an adjacent-categories logit with fixed effects, R's
 * VGAM::acat, which is how the figures are checked.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  choleskyOf,
  inverseFromCholesky,
  solveCholesky,
} from '../../numerics/linear/positive-definite.ts';
import { type FacetPoint, facetDerivatives, placeOf, severitiesOf } from './facet-derivatives.ts';
import { estimable, type Rating, type RatingDesign, type Severity } from './rating-design.ts';

export interface ManyFacetFit {
  readonly design: RatingDesign;
  /** The ratings the estimates rest on. */
  readonly ratings: readonly Rating[];
  /** By case; undefined where all its scores are lowest or highest, so that it has no place on the scale. */
  readonly cases: readonly (number | undefined)[];
  /** By facet and, within it, by level; undefined as for cases. */
  readonly facets: readonly (readonly (Severity | undefined)[])[];
  /** One for each step between two scores. */
  readonly thresholds: readonly number[];
  readonly logLikelihood: number;
  readonly point: FacetPoint;
}

export type ManyFacetFault =
  | 'too-few'
  | 'bad-score'
  | 'unused-score'
  | 'not-linked'
  | 'not-settled';

const MOST_ITERATIONS = 100;
const SETTLED = 1e-10;

/**
 * Refused where nothing is left to estimate, a score between the lowest and the highest was never given, cases do not link
 * the raters, or 100 steps do not settle. Cases and levels with only lowest or only highest scores are left out.
 */
export function manyFacet(
  design: RatingDesign,
  all: readonly Rating[],
): Result<ManyFacetFit, ManyFacetFault> {
  const kept = estimable(design, all);
  if (!kept.ok) {
    return kept;
  }
  const { ratings, kept: places } = kept.value;
  let point = placeOf(places, design.highest);
  let here = facetDerivatives(places, ratings, point);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const lower = choleskyOf(here.reduced, point.others.length);
    if (!lower.ok) {
      return NOT_LINKED;
    }
    const others = solveCholesky(lower.value, here.reducedSlope);
    const cases = here.caseSlope.map((slope, one) => {
      const taken = others.reduce(
        (sum, x, k) => sum + x * at(here.cross, one * others.length + k),
        0,
      );
      return (slope - taken) / at(here.caseWeight, one);
    });
    const before = here.logLikelihood;
    const from = point;
    let share = 1;
    do {
      point = moved(from, cases, others, share);
      here = facetDerivatives(places, ratings, point);
      share /= 2;
    } while (!(here.logLikelihood >= before - 1e-12 * Math.abs(before)) && share > 1e-9);
    const step = Math.max(...[...cases, ...others].map(Math.abs));
    if (
      step * share * 2 < SETTLED ||
      Math.abs(here.logLikelihood - before) < 1e-13 * Math.abs(before)
    ) {
      return fitAt(design, ratings, places, point, here);
    }
  }
  return refuse('not-settled', `the severities did not settle in ${MOST_ITERATIONS} steps`);
}

const NOT_LINKED = refuse(
  'not-linked',
  'no case links some raters to the others, so that their severity cannot be told from their cases',
);

function moved(
  from: FacetPoint,
  cases: Float64Array,
  others: Float64Array,
  share: number,
): FacetPoint {
  return {
    ...from,
    cases: from.cases.map((value, place) => value + share * at(cases, place)),
    others: from.others.map((value, place) => value + share * at(others, place)),
  };
}

function fitAt(
  design: RatingDesign,
  ratings: readonly Rating[],
  places: Parameters<typeof placeOf>[0],
  point: FacetPoint,
  here: ReturnType<typeof facetDerivatives>,
): Result<ManyFacetFit, ManyFacetFault> {
  const lower = choleskyOf(here.reduced, point.others.length);
  if (!lower.ok) {
    return NOT_LINKED;
  }
  const covariance = inverseFromCholesky(lower.value, point.others.length);
  const found = severitiesOf(places, point, covariance);
  return success({
    design,
    ratings,
    cases: places.cases.map((place) => (place === undefined ? undefined : at(point.cases, place))),
    facets: found.facets,
    thresholds: found.thresholds,
    logLikelihood: here.logLikelihood,
    point,
  });
}
