/**
 * The search for the maximum of the marginal likelihood: expectation and maximization in turn until no parameter moves
 * by more than the tolerance in a plain, unaccelerated step (chances of guessing on the probability scale).
 *
 * Two things make it short. While the scale is set by a standard normal group, the group's own mean and variance are
 * estimated too and the items brought back to scale (parameter expansion: Liu, Rubin & Wu 1998), which takes away the
 * slow common drift of slopes and intercepts. And the last few steps are extrapolated (numerics/fitting/fixed-point);
 * a step after which the likelihood is lower is taken back. Bock & Aitkin (1981); stopping rule as in mirt.
 */
import { FixedPoint } from '../../numerics/fitting/fixed-point.ts';
import { type GroupMoments, logWeights, momentsOf } from './ability-grid.ts';
import type { Expectation } from './expectation.ts';
import type { Cell, Design } from './item-design.ts';
import type { Maximization, Point } from './maximization.ts';

export type Stop = 'parameters' | 'likelihood' | 'cycles';

export interface SearchRule {
  readonly tolerance: number;
  readonly cycles: number;
}

export interface Found {
  readonly point: Point;
  readonly logLik: number;
  /** The log of the prior density at the point; 0 without a prior. */
  readonly logPrior: number;
  readonly cycles: number;
  readonly stop: Stop;
  readonly lastChange: number;
  readonly lastGain: number;
}

/** The grid's own maximum is a hair away from the stretched one, so the last cycles go without. */
const EXPANDED_CYCLES = 60;
const SMALL_CHANGE = 2e-5;
const WATCHED = 25;
const STILL = 1e-11;
const NARROWEST = 1e-4;

/** Searches from `start`; leaves the expectation step and the curves at the point found, with every window open. */
export function search(
  design: Design,
  expectation: Expectation,
  maximization: Maximization,
  start: Point,
  rule: SearchRule,
): Found {
  const faster = new FixedPoint();
  const expansion = expansionOf(design);
  const gains: number[] = [];
  let stretching = true;
  let point = start;
  let before = Number.NEGATIVE_INFINITY;
  let fallback: Point | undefined;
  let change = Number.POSITIVE_INFINITY;
  let stop: Stop = 'cycles';
  let cycle = 0;
  while (cycle < rule.cycles) {
    cycle += 1;
    const wide = cycle === 1 || cycle % 20 === 0;
    const value = evaluate(design, expectation, maximization, point, wide);
    const objective = value.logLik + value.logPrior;
    if (fallback !== undefined && !(objective >= before - 1e-10 * Math.abs(before))) {
      point = fallback;
      fallback = undefined;
      faster.restart();
      continue;
    }
    gains.push(objective - before);
    before = objective;
    const plain = maximize(design, expectation, maximization, point);
    change = largestChange(design, point, plain);
    if (stretching && (change < SMALL_CHANGE || cycle > EXPANDED_CYCLES)) {
      stretching = false;
      faster.restart();
    }
    const expanded = stretching ? expand(expansion, expectation, plain) : plain;
    change = Math.max(change, largestChange(design, plain, expanded));
    if (change < rule.tolerance) {
      point = expanded;
      stop = 'parameters';
      break;
    }
    if (stands(gains, objective)) {
      point = plain;
      stop = 'likelihood';
      break;
    }
    const from = vectorOf(design, point);
    const image = vectorOf(design, expanded);
    const tried = pointOf(design, faster.next(from, image, metric(design, maximization)), expanded);
    point = allowed(design, tried) ? tried : expanded;
    fallback = point === tried ? expanded : undefined;
  }
  const last = evaluate(design, expectation, maximization, point, true);
  return {
    point,
    ...last,
    cycles: cycle,
    stop,
    lastChange: change,
    lastGain: last.logLik + last.logPrior - before,
  };
}

/** Log-likelihood and log-prior at a point, with the expectation step and the curves brought there. */
export function evaluate(
  design: Design,
  expectation: Expectation,
  maximization: Maximization,
  point: Point,
  wide: boolean,
): { readonly logLik: number; readonly logPrior: number } {
  maximization.trace(point.items, expectation);
  return { logLik: expectation.run(point.moments, wide), logPrior: logPriorAt(design, point) };
}

function logPriorAt({ cells, guessingPrior }: Design, { items }: Point): number {
  const { mean, sd } = guessingPrior;
  const places = new Set(
    cells.flatMap((cell) => (cell.curve.kind === 'guessing' ? [cell.places[2] ?? -1] : [])),
  );
  let sum = 0;
  for (const place of places) {
    if (place >= 0) {
      sum +=
        -(((items[place] ?? 0) - mean) ** 2) / (2 * sd * sd) -
        Math.log(sd * Math.sqrt(2 * Math.PI));
    }
  }
  return sum;
}

function maximize(
  design: Design,
  expectation: Expectation,
  maximization: Maximization,
  point: Point,
): Point {
  return {
    items: maximization.step(point.items, expectation),
    moments: design.groups.map((group, g) =>
      group.meanFree || group.varianceFree
        ? fitted(expectation.nodes, expectation.masses(g), point.moments[g] ?? group.moments, group)
        : group.moments,
    ),
  };
}

/** The mean and variance whose weights on the nodes have the moments of these masses; what is not free stays. */
function fitted(
  nodes: Float64Array,
  masses: Float64Array,
  start: GroupMoments,
  free: { readonly meanFree: boolean; readonly varianceFree: boolean },
): GroupMoments {
  const wanted = momentsOf(nodes, masses);
  let { mean, variance } = start;
  for (let round = 0; round < 5; round += 1) {
    const have = momentsOf(nodes, logWeights(nodes, { mean, variance }).map(Math.exp));
    const meanOff = wanted.mean - have.mean;
    const spreadOff = free.meanFree
      ? wanted.variance - have.variance
      : wanted.variance + wanted.mean ** 2 - have.variance - have.mean ** 2;
    mean += free.meanFree ? meanOff : 0;
    variance = free.varianceFree ? Math.max(NARROWEST, variance + spreadOff) : variance;
  }
  return { mean, variance };
}

/** Which groups set a scale that can be stretched: each with the cells and the free groups that would move along. */
interface Scale {
  readonly group: number;
  readonly cells: readonly Cell[];
  readonly others: readonly number[];
  readonly stretch: boolean;
}

function expansionOf(design: Design): readonly Scale[] {
  const { cells, groups } = design;
  const standard = groups.flatMap((group, g) => (group.meanFree ? [] : [g]));
  const slopesFree = cells.every((cell) => (cell.places[0] ?? -1) >= 0);
  const open = cells.every((cell) => cell.places.slice(1).every((place) => place >= 0));
  const sameSlope = cells.every((cell) => cell.values[0] === cells[0]?.values[0]);
  if (!open || !(slopesFree || sameSlope)) {
    return [];
  }
  const scaleOf = (group: number, own: readonly Cell[], others: readonly number[]): Scale => ({
    group,
    cells: own,
    others,
    stretch:
      slopesFree &&
      groups[group]?.varianceFree === false &&
      others.every((g) => groups[g]?.varianceFree),
  });
  const [only] = standard;
  if (standard.length === 1 && only !== undefined) {
    return [
      scaleOf(
        only,
        cells,
        groups.flatMap((_, g) => (g === only ? [] : [g])),
      ),
    ];
  }
  const apart =
    standard.length === groups.length && cells.every((cell) => cell.groups.length === 1);
  const sharing =
    new Set(cells.flatMap((cell) => [...cell.places])).size <
    cells.reduce((sum, cell) => sum + cell.places.length, 0);
  if (!apart || sharing) {
    return [];
  }
  return standard.map((g) =>
    scaleOf(
      g,
      cells.filter((cell) => cell.groups[0] === g),
      [],
    ),
  );
}

/** The same model with each standard group's own mean and variance taken into its items and brought back to 0 and 1. */
function expand(scales: readonly Scale[], expectation: Expectation, point: Point): Point {
  if (scales.length === 0) {
    return point;
  }
  const items = point.items.slice();
  const moments = [...point.moments];
  for (const scale of scales) {
    const own = momentsOf(expectation.nodes, expectation.masses(scale.group));
    const spread = scale.stretch ? Math.sqrt(own.variance) : 1;
    const turned = new Set<number>();
    for (const cell of scale.cells) {
      turn(cell, point.items, items, own.mean, spread, turned);
    }
    for (const g of scale.others) {
      const { mean, variance } = point.moments[g] ?? { mean: 0, variance: 1 };
      moments[g] = { mean: (mean - own.mean) / spread, variance: variance / spread ** 2 };
    }
  }
  return { items, moments };
}

function turn(
  cell: Cell,
  from: Float64Array,
  to: Float64Array,
  mean: number,
  spread: number,
  turned: Set<number>,
): void {
  const slopePlace = cell.places[0] ?? -1;
  const slope = slopePlace >= 0 ? (from[slopePlace] ?? 0) : (cell.values[0] ?? 1);
  const last = cell.curve.kind === 'guessing' ? 1 : cell.places.length - 1;
  for (let i = 0; i <= last; i += 1) {
    const place = cell.places[i] ?? -1;
    if (place < 0 || turned.has(place)) {
      continue;
    }
    turned.add(place);
    const times = cell.curve.kind === 'partial' ? i : 1;
    to[place] = i === 0 ? (from[place] ?? 0) * spread : (from[place] ?? 0) + times * slope * mean;
  }
}

/** Whether the objective has stood still for many cycles though parameters still creep. */
function stands(gains: readonly number[], objective: number): boolean {
  const recent = gains.slice(-WATCHED);
  return (
    gains.length > 4 * WATCHED &&
    recent.every((gain) => Math.abs(gain) < STILL * Math.abs(objective))
  );
}

function largestChange(design: Design, from: Point, to: Point): number {
  let most = 0;
  const guesses = new Set(
    design.cells.flatMap((cell) => (cell.curve.kind === 'guessing' ? [cell.places[2] ?? -1] : [])),
  );
  to.items.forEach((value, i) => {
    const old = from.items[i] ?? 0;
    const moved = guesses.has(i) ? chance(value) - chance(old) : value - old;
    most = Math.max(most, Math.abs(moved));
  });
  to.moments.forEach((moments, g) => {
    most = Math.max(
      most,
      Math.abs(moments.mean - (from.moments[g]?.mean ?? 0)),
      Math.abs(moments.variance - (from.moments[g]?.variance ?? 1)),
    );
  });
  return most;
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** A point as one vector: items, then the free means and (logarithms of) variances. */
function vectorOf({ groups }: Design, { items, moments }: Point): Float64Array {
  const rest = groups.flatMap((group, g) => [
    ...(group.meanFree ? [moments[g]?.mean ?? 0] : []),
    ...(group.varianceFree ? [Math.log(moments[g]?.variance ?? 1)] : []),
  ]);
  const vector = new Float64Array(items.length + rest.length);
  vector.set(items);
  vector.set(rest, items.length);
  return vector;
}

function pointOf({ groups }: Design, vector: Float64Array, like: Point): Point {
  let place = like.items.length;
  const moments = groups.map((group, g) => {
    let { mean, variance } = like.moments[g] ?? group.moments;
    if (group.meanFree) {
      mean = vector[place] ?? mean;
      place += 1;
    }
    if (group.varianceFree) {
      variance = Math.exp(vector[place] ?? Math.log(variance));
      place += 1;
    }
    return { mean, variance };
  });
  return { items: vector.slice(0, like.items.length), moments };
}

/** What a unit of each coordinate counts in the extrapolation: the information, for a group as many as its people. */
function metric(design: Design, { weights }: Maximization): Float64Array {
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = design.groups.flatMap((group) => [
    ...(group.meanFree ? [most] : []),
    ...(group.varianceFree ? [most / 2] : []),
  ]);
  const vector = new Float64Array(weights.length + rest.length);
  vector.set(weights);
  vector.set(rest, weights.length);
  return vector;
}

/** An extrapolated point must be a possible one: graded intercepts in order, variances in reach of the grid. */
function allowed(design: Design, { items, moments }: Point): boolean {
  return (
    moments.every(({ mean, variance }) => Math.abs(mean) < 5 && variance > 1e-3 && variance < 25) &&
    design.cells.every((cell) => {
      if (cell.curve.kind !== 'graded') {
        return true;
      }
      const at = (i: number): number =>
        (cell.places[i] ?? -1) >= 0 ? (items[cell.places[i] ?? 0] ?? 0) : (cell.values[i] ?? 0);
      return Array.from({ length: cell.curve.categories - 2 }, (_, k) => k + 2).every(
        (k) => at(k) < at(k - 1) - 1e-6,
      );
    })
  );
}
