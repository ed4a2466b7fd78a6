/**
 * The exact observed information of a fit: minus the second derivative of the marginal log-likelihood, by
 *   I = -(second derivative of the complete-data log-likelihood, expected) - sum over people of Cov(score | answers),
 * the covariance being over a person's posterior. For each parameter the posterior is turned by (score - its mean) and
 * sent through the same byte tables as the expected counts: one more pass a parameter, nothing differenced. Where every
 * curve is of an exponential family and nobody left an answer out, `additive-information.ts` forms the same sum at once.
 *
 * Source: Louis (1982); Oakes (1999) writes the same derivative of the expected counts. `scores` are the people's own
 * first derivatives, for the sandwich (Huber 1967; White 1982). Assumes the point is a maximum.
 */
import { subtractTogether } from './additive-information.ts';
import type { Expectation, NodeWindow } from './expectation.ts';
import type { Spot } from './grid-layout.ts';
import { type GroupSlopes, groupSlopes } from './group-slopes.ts';
import { sizeOf } from './item-curve.ts';
import type { Cell, Design } from './item-design.ts';
import type { Maximization, Point } from './maximization.ts';
import type { Packing } from './packing.ts';
import { allAdditive } from './posterior-spread.ts';

export interface Information {
  /** Item parameters first, then each group's free mean and variance. */
  readonly size: number;
  readonly observed: Float64Array;
  /** The sum of people's squared scores, weighted by their squared weights; only where it was asked for. */
  readonly crossProducts: Float64Array | undefined;
}

/** A direction in which a person's log-likelihood given ability has a slope: one parameter of a cell or of a group. */
interface Direction {
  readonly place: number;
  readonly group: number | undefined;
  readonly cell: number;
  readonly parameter: number;
  readonly spots: readonly Spot[];
}

/** The observed information at `point`, where the curves and windows of both steps stand. */
export function observedInformation(
  design: Design,
  packing: Packing,
  expectation: Expectation,
  maximization: Maximization,
  point: Point,
  withScores: boolean,
): Information {
  const groups = groupSlopes(design, expectation.nodes, point.moments);
  const size = design.size + groups.count;
  const observed = completeInformation(design, expectation, maximization, point, groups, size);
  maximization.trace(point.items, expectation);
  if (!withScores && allAdditive(design, packing)) {
    subtractTogether(design, packing, expectation, maximization, groups, observed);
    return { size, observed, crossProducts: undefined };
  }
  const turns = new Turns(design, packing, expectation, maximization, groups);
  const scores = withScores ? new Float64Array(size * packing.patterns) : undefined;
  const directions = turns.directions();
  expectation.chunks.forEach((_, chunk) => {
    expectation.keepShares(chunk);
    for (const direction of directions) {
      turns.subtract(chunk, direction, observed, scores);
    }
  });
  return {
    size,
    observed,
    crossProducts: scores && squared(scores, packing.squaredWeights, size),
  };
}

const STEP = 1e-5;

/** Minus the second derivative of the expected complete-data log-likelihood: blocks of items, blocks of groups. */
function completeInformation(
  design: Design,
  expectation: Expectation,
  maximization: Maximization,
  point: Point,
  groups: GroupSlopes,
  size: number,
): Float64Array {
  const matrix = new Float64Array(size * size);
  const add = (i: number, j: number, value: number): void => {
    matrix[i * size + j] = (matrix[i * size + j] ?? 0) + value;
  };
  maximization.collect(expectation);
  design.cells.forEach((cell, c) => {
    const curvature = cellCurvature(maximization, cell, c, point);
    cell.places.forEach((row, i) => {
      cell.places.forEach((column, j) => {
        if (row >= 0 && column >= 0) {
          add(row, column, curvature[i * cell.places.length + j] ?? 0);
        }
      });
    });
  });
  groups.slopes.forEach((free, g) => {
    const masses = expectation.masses(g);
    const [meanMean, meanVariance, varianceVariance] = groups.curvature[g] ?? [];
    const total = (values: Float64Array | undefined): number =>
      masses.reduce((sum, mass, q) => sum + mass * (values?.[q] ?? 0), 0);
    const meanFree = design.groups[g]?.meanFree === true;
    free.forEach(({ place }, i) => {
      const isMean = meanFree && i === 0;
      add(place, place, -total(isMean ? meanMean : varianceVariance));
    });
    const [a, b] = free;
    if (a !== undefined && b !== undefined) {
      add(a.place, b.place, -total(meanVariance));
      add(b.place, a.place, -total(meanVariance));
    }
  });
  return matrix;
}

/** By central differences of the exact gradient, the counts held: the error is below 1e-9 of the value. */
function cellCurvature(
  maximization: Maximization,
  cell: Cell,
  c: number,
  point: Point,
): Float64Array {
  const width = sizeOf(cell.curve);
  const curvature = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) {
    const place = cell.places[i] ?? -1;
    if (place < 0) {
      continue;
    }
    const at = (offset: number): Float64Array => {
      const moved = point.items.slice();
      moved[place] = (moved[place] ?? 0) + offset;
      return maximization.gradientOf(c, moved);
    };
    const above = at(STEP);
    const below = at(-STEP);
    for (let j = 0; j < width; j += 1) {
      curvature[i * width + j] = -((above[j] ?? 0) - (below[j] ?? 0)) / (2 * STEP);
    }
  }
  return curvature;
}

/** Derivatives of the expected counts along one parameter, and of all first derivatives with them. */
class Turns {
  private readonly design: Design;
  private readonly packing: Packing;
  private readonly expectation: Expectation;
  private readonly maximization: Maximization;
  private readonly groups: GroupSlopes;

  constructor(
    design: Design,
    packing: Packing,
    expectation: Expectation,
    maximization: Maximization,
    groups: GroupSlopes,
  ) {
    this.design = design;
    this.packing = packing;
    this.expectation = expectation;
    this.maximization = maximization;
    this.groups = groups;
  }

  directions(): readonly Direction[] {
    const items = this.design.cells.flatMap((cell, c) =>
      [...cell.places].flatMap((place, parameter) =>
        place >= 0
          ? [{ place, group: undefined, cell: c, parameter, spots: this.spotsOf(cell) }]
          : [],
      ),
    );
    const moments = this.groups.slopes.flatMap((free, group) =>
      free.map(({ place }, parameter) => ({
        place,
        group,
        cell: -1,
        parameter,
        spots: [{ group, block: 0, stride: 1, states: 1 }],
      })),
    );
    return [...items, ...moments];
  }

  /**
   * Takes d(gradient)/d(this parameter), by way of the posteriors, from the information. Later blocks and the groups are
   * mirrored: their own directions leave this block alone.
   */
  subtract(
    chunk: number,
    direction: Direction,
    information: Float64Array,
    scores: Float64Array | undefined,
  ): void {
    const { expectation, design, groups, maximization } = this;
    const { patterns, blocks } = this.packing;
    const size = design.size + groups.count;
    const own = direction.place;
    const block = direction.group === undefined ? (direction.spots[0]?.block ?? 0) : blocks.length;
    const means = scores?.subarray(own * patterns, (own + 1) * patterns);
    const seen = expectation.turn(chunk, direction.spots, this.slopeRows(direction), means, block);
    const add = (place: number, value: number, mirrored: boolean): void => {
      information[own * size + place] = (information[own * size + place] ?? 0) - value;
      if (mirrored) {
        information[place * size + own] = (information[place * size + own] ?? 0) - value;
      }
    };
    for (const table of expectation.plan.tables) {
      for (const slot of table.block < block ? [] : table.slots) {
        const cell = design.cells[slot.cell];
        for (let k = 0; k < (cell?.curve.categories ?? 0); k += 1) {
          const sums = expectation.sums(slot.firstRow + k);
          cell?.places.forEach((place, i) => {
            if (place >= 0) {
              add(
                place,
                inner(sums, maximization.slope(slot.cell, i, k), seen),
                table.block > block,
              );
            }
          });
        }
      }
    }
    groups.slopes.forEach((free, g) => {
      for (const { place, slope } of free) {
        add(place, inner(expectation.masses(g), slope, seen), direction.group === undefined);
      }
    });
  }

  private slopeRows(direction: Direction): readonly Float64Array[] {
    if (direction.group !== undefined) {
      const slope = this.groups.slopes[direction.group]?.[direction.parameter]?.slope;
      return [slope ?? new Float64Array()];
    }
    const categories = this.design.cells[direction.cell]?.curve.categories ?? 0;
    return Array.from({ length: categories }, (_, k) =>
      this.maximization.slope(direction.cell, direction.parameter, k),
    );
  }

  /** For each group that answers the cell: the block of the item, its stride and its states. */
  private spotsOf({ item, groups }: Cell): readonly Spot[] {
    const block = this.packing.blocks.findIndex(({ items }) => items.includes(item));
    const { items: together = [], states = [] } = this.packing.blocks[block] ?? {};
    const place = together.indexOf(item);
    const stride = states.slice(0, place).reduce((product, count) => product * count, 1);
    return groups.map((g) => ({ group: g, block, stride, states: states[place] ?? 2 }));
  }
}

function inner(a: Float64Array, b: Float64Array, { from, to }: NodeWindow): number {
  let sum = 0;
  for (let q = from; q < to; q += 1) {
    sum += (a[q] ?? 0) * (b[q] ?? 0);
  }
  return sum;
}

/** sum over patterns of squared weight times score score'. */
function squared(scores: Float64Array, weights: Float64Array, size: number): Float64Array {
  const patterns = weights.length;
  const matrix = new Float64Array(size * size);
  const everyone = { from: 0, to: patterns };
  for (let i = 0; i < size; i += 1) {
    const one = scores
      .subarray(i * patterns, (i + 1) * patterns)
      .map((s, p) => s * (weights[p] ?? 0));
    for (let j = 0; j <= i; j += 1) {
      const value = inner(one, scores.subarray(j * patterns, (j + 1) * patterns), everyone);
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return matrix;
}
