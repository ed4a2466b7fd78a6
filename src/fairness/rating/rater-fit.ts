/**
 * Does a rater use the scale as the many-facet model says, and is one stricter with one group of cases than with another?
 *
 *     infit = sum (x - E)^2 / sum V,   outfit = mean (x - E)^2 / V,   bias b: sum of x = sum of E(case - severity - b)
 *
 * Fit near 1 is as expected; well above, the rater is erratic; well below, too uniform. A bias of 1 means that the rater
 * scores that group as if its cases were one unit worse than other raters find them; all else is held fixed.
 * Assumes the fit of many-facet.ts. A bias compares a rater with the other raters: what all raters share shows nowhere here.
 * Sources: Wright & Masters (1982) for fit; Linacre (1989), chapter 8, for bias terms.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';
import { scoreChances, thresholdSums } from './facet-derivatives.ts';
import type { ManyFacetFit } from './many-facet.ts';
import type { Rating } from './rating-design.ts';

export interface LevelFit {
  readonly infit: number;
  readonly outfit: number;
  readonly ratings: number;
}

export interface GroupBias {
  readonly level: number;
  readonly group: number;
  /** Above zero: the rater is stricter with this group. */
  readonly bias: number;
  readonly error: number;
  readonly pValue: number;
  /** By Holm's rule over all raters and groups. */
  readonly raisedP: number;
  readonly ratings: number;
}

export type BiasFault = 'all-extreme' | 'not-rated' | 'not-settled';

interface Expected {
  readonly mean: number;
  readonly variance: number;
}

/** One answer for each level of the facet; undefined where the level was left out of the estimates. */
export function levelFit(fit: ManyFacetFit, facet: number): readonly (LevelFit | undefined)[] {
  const expect = expectation(fit);
  return at(fit.facets, facet).map((severity, level) => {
    const own = fit.ratings.filter(({ levels }) => levels[facet] === level);
    if (severity === undefined || own.length === 0) {
      return undefined;
    }
    const parts = own.map((rating) => {
      const { mean, variance } = expect(rating, 0);
      return { square: (rating.score - mean) ** 2, variance };
    });
    const squares = parts.reduce((sum, { square }) => sum + square, 0);
    const variances = parts.reduce((sum, { variance }) => sum + variance, 0);
    const outfit = parts.reduce((sum, { square, variance }) => sum + square / variance, 0);
    return { infit: squares / variances, outfit: outfit / own.length, ratings: own.length };
  });
}

/**
 * One answer for each level of a facet with each group of cases. Refused where the level never met the group, or gave it
 * only lowest or only highest scores.
 */
export function groupBias(
  fit: ManyFacetFit,
  facet: number,
  groupOfCase: readonly number[],
  groups: number,
): readonly Result<GroupBias, BiasFault>[] {
  const expect = expectation(fit);
  const terms = at(fit.facets, facet).flatMap((_, level) =>
    Array.from({ length: groups }, (__, group) => {
      const own = fit.ratings.filter(
        (rating) => rating.levels[facet] === level && groupOfCase[rating.case] === group,
      );
      const found = biasOf(own, fit.design.highest, expect);
      return found.ok ? success({ level, group, ratings: own.length, ...found.value }) : found;
    }),
  );
  const raised = holm(terms.flatMap((term) => (term.ok ? [term.value.pValue] : [])));
  let next = 0;
  return terms.map((term) => {
    if (!term.ok) {
      return term;
    }
    next += 1;
    return success({ ...term.value, raisedP: at(raised, next - 1) });
  });
}

function biasOf(
  own: readonly Rating[],
  highest: number,
  expect: (rating: Rating, bias: number) => Expected,
): Result<Pick<GroupBias, 'bias' | 'error' | 'pValue'>, BiasFault> {
  if (own.length === 0) {
    return refuse('not-rated', 'this rater scored no case of this group');
  }
  const seen = own.reduce((sum, { score }) => sum + score, 0);
  if (seen === 0 || seen === highest * own.length) {
    return refuse('all-extreme', 'this rater gave this group only lowest or only highest scores');
  }
  let bias = 0;
  for (let step = 0; step < 60; step += 1) {
    const sums = own.map((rating) => expect(rating, bias));
    const gap = seen - sums.reduce((sum, { mean }) => sum + mean, 0);
    const variance = sums.reduce((sum, one) => sum + one.variance, 0);
    const move = Math.max(-1, Math.min(1, -gap / variance));
    bias += move;
    if (Math.abs(move) < 1e-10) {
      const error = 1 / Math.sqrt(variance);
      return success({ bias, error, pValue: normalTwoSided(bias / error) });
    }
  }
  return refuse('not-settled', 'the bias of this rater did not settle in 60 steps');
}

/** Mean and variance of a rating's score under the fit, with a bias added to the rater's severity. */
function expectation(fit: ManyFacetFit): (rating: Rating, bias: number) => Expected {
  const before = thresholdSums(fit.thresholds);
  return (rating, bias) => {
    const severity = rating.levels.reduce(
      (sum, level, facet) => sum + (at(fit.facets, facet)[level]?.severity ?? 0),
      bias,
    );
    const chances = scoreChances((fit.cases[rating.case] ?? 0) - severity, before);
    const mean = chances.reduce((sum, p, score) => sum + p * score, 0);
    const variance = chances.reduce((sum, p, score) => sum + p * (score - mean) ** 2, 0);
    return { mean, variance };
  };
}
