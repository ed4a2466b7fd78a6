/**
 * What the people's uncertainty about ability takes from the information of two-parameter and partial-credit items that
 * everybody answered: the covariances of every two parameters at once, from the pieces of `posterior-spread.ts`, as
 * products of rows over the nodes. It is the sum that `observed-information.ts` forms parameter by parameter, exactly.
 *
 * Source: Louis (1982) for the sum; the family's form for the pieces. Assumes a design that `allAdditive` accepts.
 */
import { lowerProducts } from '../../numerics/linear/row-products.ts';
import type { Expectation } from './expectation.ts';
import type { GroupSlopes } from './group-slopes.ts';
import type { Design } from './item-design.ts';
import type { Maximization } from './maximization.ts';
import type { Packing } from './packing.ts';
import { jointScores, type Spread, spreadOf } from './posterior-spread.ts';

/** One parameter as one group knows it. */
interface Line {
  readonly place: number;
  /** The slope of a score of zero, by node. */
  readonly base: Float64Array;
  /** For the slope of an item: the item's place in the order of blocks, and z. */
  readonly item: number;
  readonly turned: Float64Array | undefined;
}

/** Takes sum over people of Cov(score | answers) from the information, row after row of `size`. */
export function subtractTogether(
  design: Design,
  packing: Packing,
  expectation: Expectation,
  maximization: Maximization,
  slopes: GroupSlopes,
  information: Float64Array,
): void {
  const size = design.size + slopes.count;
  design.groups.forEach((_, group) => {
    const spread = spreadOf(group, packing, expectation);
    const free = design.cells.some(
      ({ groups, places }) => groups.includes(group) && (places[0] ?? -1) >= 0,
    );
    const turned = free ? turnedBy(group, design, packing, expectation) : new Map();
    const lines = linesOf(group, design, packing, maximization, slopes, turned);
    const joint = free ? jointScores(group, packing, spread.variances) : new Float64Array();
    subtractGroup(lines, spread, joint, turned.size, information, size);
  });
}

/** z of every item by node: one turn along ability itself. */
function turnedBy(
  group: number,
  design: Design,
  packing: Packing,
  expectation: Expectation,
): ReadonlyMap<number, Float64Array> {
  const sums = new Map<number, Float64Array>();
  const spots = [{ group, block: 0, stride: 1, states: 1 }];
  expectation.chunks.forEach((tiles, chunk) => {
    if (tiles[0]?.group !== group) {
      return;
    }
    expectation.keepShares(chunk);
    expectation.turn(chunk, spots, [expectation.nodes], undefined, 0);
    packing.blocks.forEach((__, b) => {
      const table = expectation.plan.tables[expectation.plan.tableOf[group]?.[b] ?? -1];
      for (const slot of table?.slots ?? []) {
        const { item } = design.cells[slot.cell] ?? { item: -1 };
        const sum = sums.get(item) ?? new Float64Array(expectation.nodes.length);
        sums.set(item, sum);
        for (let k = 1; k < slot.states; k += 1) {
          const counts = expectation.sums(slot.firstRow + k);
          for (let q = 0; q < sum.length; q += 1) {
            sum[q] = (sum[q] ?? 0) + k * (counts[q] ?? 0);
          }
        }
      }
    });
  });
  return sums;
}

function linesOf(
  group: number,
  design: Design,
  packing: Packing,
  maximization: Maximization,
  slopes: GroupSlopes,
  turned: ReadonlyMap<number, Float64Array>,
): readonly Line[] {
  const order = new Map(packing.blocks.flatMap(({ items }) => items).map((item, i) => [item, i]));
  const items = design.cells.flatMap((cell, c) =>
    cell.groups.includes(group)
      ? [...cell.places].flatMap((place, parameter) =>
          place >= 0
            ? [
                {
                  place,
                  base: maximization.slope(c, parameter, 0),
                  item: parameter === 0 ? (order.get(cell.item) ?? -1) : -1,
                  turned: parameter === 0 ? turned.get(cell.item) : undefined,
                },
              ]
            : [],
        )
      : [],
  );
  const moments = (slopes.slopes[group] ?? []).map(({ place, slope }) => ({
    place,
    base: slope,
    item: -1,
    turned: undefined,
  }));
  return [...items, ...moments];
}

/** <y, k> + <h, z_y>, y = K h + z_x, is one product of rows of twice the nodes. */
function subtractGroup(
  lines: readonly Line[],
  spread: Spread,
  joint: Float64Array,
  items: number,
  information: Float64Array,
  size: number,
): void {
  const { from, count } = spread;
  const length = 2 * count;
  const left = new Float64Array(lines.length * length);
  const right = new Float64Array(lines.length * length);
  lines.forEach(({ base, turned }, line) => {
    const start = line * length;
    const here = base.subarray(from, from + count);
    left.set(spreadTimes(spread, here), start);
    left.set(here, start + count);
    right.set(here, start);
    for (let q = 0; turned !== undefined && q < count; q += 1) {
      const z = turned[from + q] ?? 0;
      left[start + q] = (left[start + q] ?? 0) + z;
      right[start + count + q] = z;
    }
  });
  const x = { values: left, stride: length };
  const y = { values: right, stride: length };
  lowerProducts(x, y, length, lines.length, (row, column, product) => {
    const one = lines[row];
    const other = lines[column];
    if (one === undefined || other === undefined) {
      return;
    }
    const both = one.item >= 0 && other.item >= 0;
    const value = product + (both ? (joint[one.item * items + other.item] ?? 0) : 0);
    const place = one.place * size + other.place;
    information[place] = (information[place] ?? 0) - value;
    if (row !== column) {
      const mirrored = other.place * size + one.place;
      information[mirrored] = (information[mirrored] ?? 0) - value;
    }
  });
}

function spreadTimes({ count, shares }: Spread, values: Float64Array): Float64Array {
  const product = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let j = 0; j < count; j += 1) {
      sum += (shares[i * count + j] ?? 0) * (values[j] ?? 0);
    }
    product[i] = sum;
  }
  return product;
}
