/**
 * What a calibration says: every item's parameters with their standard errors, the groups' abilities, and how well and
 * how surely the model was fitted.
 *
 * AIC (Akaike 1974) = 2 k - 2 logLik; BIC (Schwarz 1978) = k log N - 2 logLik; SABIC (Sclove 1987) with (N + 2) / 24
 * in place of N. Standard errors of difficulties b by the delta method. logLik is without the prior.
 */
import type { CalibrationNote } from './calibration-plan.ts';
import { type Curve, sizeOf } from './item-curve.ts';
import type { CalibratedItem } from './item-model.ts';
import type { LeftOut } from './joined-categories.ts';
import type { Stop } from './likelihood-search.ts';

export interface ItemEstimate {
  readonly item: string;
  readonly labels: readonly string[];
  /** The group whose answers these parameters describe; undefined where all groups share them. */
  readonly group: string | undefined;
  readonly model: CalibratedItem;
  /** undefined where the parameter was not estimated or its error could not be found. */
  readonly errors: ParameterErrors;
  /** -d / a for binary and graded items, where two neighboring categories are equally likely for partial credit. */
  readonly difficulties: readonly number[];
  readonly difficultyErrors: readonly (number | undefined)[];
  /** Variances and covariances of a, d and the logit of g, row after row; zero where not estimated. */
  readonly covariance: Float64Array | undefined;
}

export interface ParameterErrors {
  readonly a: number | undefined;
  readonly d: readonly (number | undefined)[];
  readonly g: number | undefined;
}

export interface GroupEstimate {
  readonly name: string;
  readonly people: number;
  readonly mean: number;
  readonly variance: number;
  readonly meanError: number | undefined;
  readonly varianceError: number | undefined;
}

export interface Calibration {
  readonly items: readonly ItemEstimate[];
  readonly groups: readonly GroupEstimate[];
  readonly people: number;
  /** How many parameters were estimated. */
  readonly parameters: number;
  readonly logLik: number;
  readonly logPrior: number;
  readonly aic: number;
  readonly bic: number;
  readonly sabic: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Why the search ended: parameters or likelihood stood still, or the cycles ran out. */
  readonly stop: Stop;
  readonly lastChange: number;
  readonly lastGain: number;
  /** The points of ability, equally spaced from -reach to reach. */
  readonly nodes: number;
  readonly reach: number;
  /** By how much the log-likelihood would change with the points of ability doubled; undefined where not looked at. */
  readonly nodeDifference: number | undefined;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly CalibrationNote[];
}

/** AIC, BIC and SABIC. */
export function criteria(
  logLik: number,
  parameters: number,
  people: number,
): { readonly aic: number; readonly bic: number; readonly sabic: number } {
  return {
    aic: 2 * parameters - 2 * logLik,
    bic: parameters * Math.log(people) - 2 * logLik,
    sabic: parameters * Math.log((people + 2) / 24) - 2 * logLik,
  };
}

/** An item of the public shape from its curve and parameters. */
export function itemFrom({ kind }: Curve, values: Float64Array): CalibratedItem {
  const a = values[0] ?? 0;
  const d = [...values.slice(1)];
  switch (kind) {
    case 'binary':
      return { kind: 'binary', a, d: d[0] ?? 0, g: 0 };
    case 'guessing':
      return { kind: 'binary', a, d: d[0] ?? 0, g: 1 / (1 + Math.exp(-(d[1] ?? 0))) };
    case 'graded':
      return { kind: 'graded', a, d };
    case 'partial':
      return { kind: 'partial-credit', a, d };
  }
}

/** Difficulties with their errors, given the covariance of the parameters. */
export function difficultiesOf(
  curve: Curve,
  values: Float64Array,
  covariance: Float64Array | undefined,
): { readonly values: readonly number[]; readonly errors: readonly (number | undefined)[] } {
  const a = values[0] ?? 0;
  const width = sizeOf(curve);
  const places = Array.from({ length: curve.categories - 1 }, (_, k) => k + 1);
  const lower = (k: number): number => (curve.kind === 'partial' && k > 1 ? k - 1 : 0);
  const b = places.map(
    (k) => -((values[k] ?? 0) - (lower(k) > 0 ? (values[lower(k)] ?? 0) : 0)) / a,
  );
  const errors = places.map((k, i) => {
    if (covariance === undefined) {
      return undefined;
    }
    const slopes = new Float64Array(width);
    slopes[0] = -(b[i] ?? 0) / a;
    slopes[k] = -1 / a;
    if (lower(k) > 0) {
      slopes[lower(k)] = 1 / a;
    }
    let variance = 0;
    slopes.forEach((one, row) => {
      slopes.forEach((other, column) => {
        variance += one * other * (covariance[row * width + column] ?? 0);
      });
    });
    return Math.sqrt(variance);
  });
  return { values: b, errors };
}
