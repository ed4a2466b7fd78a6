/**
 * Does the whole calibration describe the answers? M2 compares the observed with the expected moments of single items and
 * pairs: M2 = N e' C e, e = observed less expected, C = N (N' Xi N)^-1 N' for the covariance Xi of the moments and N the
 * directions that no parameter can explain. For ordered categories the pairs are mean products of scores, and the
 * statistic is C2. Chi-squared with (moments - parameters) degrees of freedom if the model holds.
 *
 * - RMSEA = sqrt((M2 / df - 1) / (N - 1)), with a 90 percent interval from the noncentral chi-squared distribution
 * - SRMSR: root mean square difference of observed and expected correlations of items
 * - TLI = (M0/df0 - M2/df) / (M0/df0 - 1), CFI = 1 - (M2 - df) / (M0 - df0), against the model in which items are
 *   unrelated, for which M0 = N x sum of squared correlations and df0 = number of pairs
 *
 * Source: Maydeu-Olivares & Joe (2006); Cai & Monroe (2014) for C2; Browne & Cudeck (1992) for the interval.
 * Assumes a normal density and answers independent given ability. With thousands of people any model is rejected: read
 * RMSEA (0.05 and below is close) and SRMSR beside the p-value. People who left an item out are left out and counted.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { noncentralityAt } from '../../numerics/distributions/noncentral-chi-squared.ts';
import { orthonormalBasis } from '../../numerics/linear/orthonormal-basis.ts';
import { projectedQuadratic } from '../../numerics/linear/projected-quadratic.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { type MismatchRefusal, matched } from '../ability/ability.ts';
import { categoryTables } from '../ability/category-tables.ts';
import type { LatentDensity } from '../ability/latent-density.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { completePeople } from './complete-people.ts';
import type { FreeParameters } from './free-parameters.ts';
import { covarianceTimes } from './moment-covariance.ts';
import { momentGradients } from './moment-gradients.ts';
import {
  expectedMoments,
  forEachPair,
  type MomentModel,
  momentModel,
  momentVariances,
  weighted,
} from './moments.ts';
import { observedMoments } from './observed-moments.ts';

export interface LimitedInformationFit {
  /** M2 where every item is right or wrong, else C2. */
  readonly name: 'M2' | 'C2';
  readonly people: number;
  readonly leftOut: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly rmsea: number;
  /** 90 percent. */
  readonly rmseaInterval: Interval;
  readonly srmsr: number;
  readonly tli: number;
  readonly cfi: number;
}

export type LimitedInformationRefusal =
  | MismatchRefusal
  | 'nobody-complete'
  | 'no-spread'
  | 'too-few-degrees'
  | 'not-positive'
  | 'not-settled';

/** M2 or C2 with its indices, for people who answered every item. */
export function limitedInformationFit(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  density: LatentDensity,
  free: FreeParameters,
): Result<LimitedInformationFit, LimitedInformationRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const sample = completePeople(matrix);
  if (sample.people < 2) {
    return refuse('nobody-complete', 'fewer than two people answered every item');
  }
  const tables = categoryTables(items, density.points);
  const model = momentModel(tables, density);
  const observed = observedMoments(sample, model);
  if (!observed.varied) {
    return refuse('no-spread', 'some item has the same answer from everybody: leave it out first');
  }
  const expected = expectedMoments(model);
  const scale = momentVariances(model, expected).map(Math.sqrt);
  const gradients = momentGradients(items, tables, density, model, free);
  const degreesOfFreedom = model.moments - gradients.length;
  if (degreesOfFreedom <= 0) {
    return refuse(
      'too-few-degrees',
      `${model.moments} moments cannot test a model with ${gradients.length} parameters`,
    );
  }
  const form = projectedQuadratic(
    (vector) => scaled(covarianceTimes(model, scaled(vector, scale)), scale),
    orthonormalBasis(gradients.map((column) => scaled(column, scale))),
    scaled(
      observed.moments.map((value, place) => value - at(expected, place)),
      scale,
    ),
  );
  return form.ok
    ? success({
        name: items.every(({ kind }) => kind === 'binary') ? 'M2' : 'C2',
        people: sample.people,
        leftOut: sample.leftOut,
        ...indices(form.value.value * sample.people, degreesOfFreedom, sample.people),
        srmsr: srmsrOf(model, expected, observed.correlations),
        ...relativeFit(
          form.value.value * sample.people,
          degreesOfFreedom,
          observed.correlations,
          sample.people,
        ),
      })
    : form;
}

const scaled = (vector: Float64Array, scale: Float64Array): Float64Array =>
  vector.map((value, place) => value / (scale[place] ?? 1));

function indices(statistic: number, degreesOfFreedom: number, people: number) {
  const bound = (probability: number): number =>
    Math.sqrt(
      noncentralityAt(statistic, degreesOfFreedom, probability) / (people * degreesOfFreedom),
    );
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    rmsea: Math.sqrt(Math.max(0, statistic / degreesOfFreedom - 1) / (people - 1)),
    rmseaInterval: { low: bound(0.95), high: bound(0.05) },
  };
}

function srmsrOf(
  { items, weights, means, variances, firstRow }: MomentModel,
  expected: Float64Array,
  correlations: Float64Array,
): number {
  const ones = new Float64Array(weights.length).fill(1);
  const spread = Array.from(
    { length: items },
    (_, item) =>
      weighted(means, item, means, item, weights) + weighted(variances, item, ones, 0, weights),
  );
  let sum = 0;
  forEachPair(items, (first, second, pair) => {
    const covariance = at(expected, at(firstRow, items) + pair);
    const implied = covariance / Math.sqrt(at(spread, first) * at(spread, second));
    sum += (at(correlations, pair) - implied) ** 2;
  });
  return Math.sqrt(sum / correlations.length);
}

function relativeFit(
  statistic: number,
  degreesOfFreedom: number,
  correlations: Float64Array,
  people: number,
): { readonly tli: number; readonly cfi: number } {
  const unrelated = people * correlations.reduce((sum, r) => sum + r * r, 0);
  const pairs = correlations.length;
  const cfi = 1 - (statistic - degreesOfFreedom) / (unrelated - pairs);
  return {
    tli: (unrelated / pairs - statistic / degreesOfFreedom) / (unrelated / pairs - 1),
    cfi: Math.max(0, Math.min(1, cfi)),
  };
}
