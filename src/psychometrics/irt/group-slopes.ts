/**
 * How the weight that a group's normal density gives to each node changes with the group's free mean and variance:
 * first and second derivatives of log w(q), w(q) proportional to exp(-(theta - mean)^2 / (2 variance)).
 *
 * Source: differentiation of the density, its sum over the nodes being held at one. Assumes a normal density.
 */
import { type GroupMoments, logWeights } from './ability-grid.ts';
import type { Design } from './item-design.ts';

export interface GroupSlopes {
  readonly count: number;
  /** For each group its free parameters: where they stand and their slope by node. */
  readonly slopes: readonly (readonly { readonly place: number; readonly slope: Float64Array }[])[];
  /** Second derivatives of the log weight, for people at node q: [mean mean, mean variance, variance variance]. */
  readonly curvature: readonly (readonly [Float64Array, Float64Array, Float64Array])[];
}

/** How the log weight of each node changes with a group's mean and variance. */
export function groupSlopes(
  { groups, size }: Design,
  nodes: Float64Array,
  moments: readonly GroupMoments[],
): GroupSlopes {
  let count = 0;
  const slopes: { place: number; slope: Float64Array }[][] = [];
  const curvature: [Float64Array, Float64Array, Float64Array][] = [];
  groups.forEach((group, g) => {
    const { mean, variance } = moments[g] ?? group.moments;
    const weights = logWeights(nodes, { mean, variance }).map(Math.exp);
    const average = (values: Float64Array): number =>
      values.reduce((sum, value, q) => sum + value * (weights[q] ?? 0), 0);
    const centered = (values: Float64Array): Float64Array => {
      const middle = average(values);
      return values.map((value) => value - middle);
    };
    const first = centered(nodes.map((theta) => (theta - mean) / variance));
    const second = centered(nodes.map((theta) => (theta - mean) ** 2 / (2 * variance ** 2)));
    const covariance = (a: Float64Array, b: Float64Array): number =>
      average(a.map((value, q) => value * (b[q] ?? 0)));
    const bend = (raw: Float64Array, product: number): Float64Array =>
      centered(raw).map((value) => value - product);
    curvature.push([
      bend(
        nodes.map(() => -1 / variance),
        covariance(first, first),
      ),
      bend(
        nodes.map((theta) => -(theta - mean) / variance ** 2),
        covariance(first, second),
      ),
      bend(
        nodes.map((theta) => -((theta - mean) ** 2) / variance ** 3),
        covariance(second, second),
      ),
    ]);
    const free: { place: number; slope: Float64Array }[] = [];
    for (const [isFree, slope] of [
      [group.meanFree, first],
      [group.varianceFree, second],
    ] as const) {
      if (isFree) {
        free.push({ place: size + count, slope });
        count += 1;
      }
    }
    slopes.push(free);
  });
  return { count, slopes, curvature };
}
