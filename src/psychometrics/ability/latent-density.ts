/**
 * How ability is spread among the people an exam is meant for, as weights on equally spaced points.
 * weight(point) proportional to the normal density; the weights add up to one.
 *
 * One density stands for everybody whose scores are to be compared: a density for each group would give the same
 * answers a different score by group, which no reported score may do.
 *
 * Source: Bock & Mislevy (1982), numerical quadrature. With 61 points on -6..6 and a standard deviation near 1 the
 * posterior of an exam of 100 items is hit by ten points or more.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface LatentDensity {
  readonly points: Float64Array;
  readonly weights: Float64Array;
  readonly mean: number;
  readonly variance: number;
}

export interface DensityPlan {
  readonly mean: number;
  readonly variance: number;
  /** How many points, at least 3. */
  readonly points: number;
  /** The points run from -limit to limit. */
  readonly limit: number;
}

export const STANDARD_DENSITY: DensityPlan = { mean: 0, variance: 1, points: 121, limit: 6 };

/** The normal density on equally spaced points; refuses a plan that cannot be one. */
export function normalDensity(plan: DensityPlan): Result<LatentDensity, 'no-density'> {
  const { mean, variance, points, limit } = plan;
  const sensible = Number.isFinite(mean) && variance > 0 && limit > 0 && Number.isFinite(limit);
  if (!(sensible && Number.isInteger(points) && points >= 3)) {
    return refuse(
      'no-density',
      `a normal density needs a mean, a variance above zero, a limit above zero and at least 3 points; got ${mean}, ${variance}, ${limit} and ${points}`,
    );
  }
  const places = Float64Array.from(
    { length: points },
    (_, index) => -limit + (2 * limit * index) / (points - 1),
  );
  const raw = places.map((place) => Math.exp(-((place - mean) ** 2) / (2 * variance)));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) {
    return refuse('no-density', `no point between -${limit} and ${limit} lies near mean ${mean}`);
  }
  return success({ points: places, weights: raw.map((weight) => weight / total), mean, variance });
}
