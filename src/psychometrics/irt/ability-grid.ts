/**
 * Where ability is looked at: equally spaced points with the weights of a normal distribution,
 *   w(q) = exp(-(theta(q) - mean)^2 / (2 variance)), divided by their sum.
 *
 * Convention of mirt (Chalmers 2012): 61 points from -6 to 6. The trapezoidal rule on equal steps is exact to many
 * digits while the step is no wider than a person's posterior is deep; `nodeDifference` in a calibration says whether
 * doubling the points changes the log-likelihood. Where a
 * group lies far out or spreads wide, the points reach further.
 */
export const NODES = 61;
export const REACH = 6;
/** A normal distribution beyond this many standard deviations weighs less than 1e-7. */
const FAR = 5.5;

export interface GroupMoments {
  readonly mean: number;
  readonly variance: number;
}

/** `count` equally spaced abilities from -reach to reach. */
export function abilityNodes(count: number, reach: number): Float64Array {
  return Float64Array.from({ length: count }, (_, q) => -reach + (2 * reach * q) / (count - 1));
}

/** How far the points must reach to cover these groups, at least 6. */
export function reachFor(moments: readonly GroupMoments[]): number {
  const far = moments.map(({ mean, variance }) => Math.abs(mean) + FAR * Math.sqrt(variance));
  return Math.max(REACH, Math.ceil(Math.max(...far)));
}

/** The logarithm of each node's weight in a group with this mean and variance; the weights sum to one. */
export function logWeights(nodes: Float64Array, { mean, variance }: GroupMoments): Float64Array {
  const logs = nodes.map((theta) => -((theta - mean) ** 2) / (2 * variance));
  const peak = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const total = logs.reduce((sum, value) => sum + Math.exp(value - peak), 0);
  return logs.map((value) => value - peak - Math.log(total));
}

/** Mean and variance over the nodes of these (not necessarily normed) masses. */
export function momentsOf(nodes: Float64Array, masses: Float64Array): GroupMoments {
  let total = 0;
  let first = 0;
  masses.forEach((mass, q) => {
    total += mass;
    first += mass * (nodes[q] ?? 0);
  });
  const mean = first / total;
  const spread = masses.reduce((sum, mass, q) => sum + mass * ((nodes[q] ?? 0) - mean) ** 2, 0);
  return { mean, variance: spread / total };
}
