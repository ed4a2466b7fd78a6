/**
 * What people's posteriors leave open about ability, summed over people, in the few pieces from which every covariance
 * of an exponential family follows. A person's slope in a parameter is x f(theta) + h(theta), where x is the score on the
 * item, f is theta for a slope of the item and a constant otherwise, and h is alike for everybody; so
 *   sum Cov(x f + h, y f + k) = sum x y Var(theta) + z_x k + z_y h + h' K k,
 * K the covariance of the nodes' shares, z_x(q) = sum of x share(q) (theta(q) - its mean).
 *
 * Source: the two-parameter and partial-credit curves as exponential families (Andersen 1980; Muraki 1992). Assumes that
 * everybody answered every item.
 */
import type { Expectation } from './expectation.ts';
import type { Design } from './item-design.ts';
import type { Packing } from './packing.ts';

/** One group's pieces; nodes count from `from`, `count` of them, outside which nobody stands. */
export interface Spread {
  readonly from: number;
  readonly count: number;
  /** K, row after row. */
  readonly shares: Float64Array;
  /** For each pattern of the group its weight times the variance of ability given its answers. */
  readonly variances: Float64Array;
}

/** Whether every item's curve is of the family, and everybody answered every item. */
export const allAdditive = ({ cells }: Design, { blocks }: Packing): boolean => {
  const categories = new Map(cells.map(({ item, curve }) => [item, curve.categories]));
  return (
    cells.every(({ curve }) => curve.kind === 'binary' || curve.kind === 'partial') &&
    blocks.every(({ items, states }) =>
      items.every((item, i) => states[i] === categories.get(item)),
    )
  );
};

/** A group's pieces at the tables that stand in the expectation step. */
export function spreadOf(group: number, packing: Packing, expectation: Expectation): Spread {
  const { nodes } = expectation;
  const size = nodes.length;
  const start = packing.groupStarts[group] ?? 0;
  const end = packing.groupStarts[group + 1] ?? start;
  const variances = new Float64Array(end - start);
  const products = new Float64Array(size * size);
  const masses = new Float64Array(size);
  let from = size;
  let to = 0;
  expectation.chunks.forEach((tiles, chunk) => {
    if (tiles[0]?.group !== group) {
      return;
    }
    expectation.keepShares(chunk);
    for (const tile of tiles) {
      const window = { from: tile.first >> 3, to: Math.min(size, tile.last >> 3) };
      from = Math.min(from, window.from);
      to = Math.max(to, window.to);
      for (let p = tile.from; p < tile.to; p += 1) {
        const share = expectation.shareOf(chunk, p);
        const weight = packing.weights[p] ?? 1;
        variances[p - start] = addPerson(share, weight, window, nodes, masses, products);
      }
    }
  });
  const count = Math.max(0, to - from);
  const shares = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const own = i === j ? (masses[from + i] ?? 0) : 0;
      const value = own - (products[(from + i) * size + from + j] ?? 0);
      shares[i * count + j] = value;
      shares[j * count + i] = value;
    }
  }
  return { from, count, shares, variances };
}

/** Adds one pattern's weighted posterior; answers its weighted variance of ability. */
function addPerson(
  share: Float64Array,
  weight: number,
  window: { readonly from: number; readonly to: number },
  nodes: Float64Array,
  masses: Float64Array,
  products: Float64Array,
): number {
  const size = nodes.length;
  let first = 0;
  for (let q = window.from; q < window.to; q += 1) {
    first += (share[q] ?? 0) * (nodes[q] ?? 0);
  }
  const mean = first / weight;
  let variance = 0;
  for (let q = window.from; q < window.to; q += 1) {
    const own = share[q] ?? 0;
    if (own === 0) {
      continue;
    }
    variance += own * ((nodes[q] ?? 0) - mean) ** 2;
    masses[q] = (masses[q] ?? 0) + own;
    const part = own / weight;
    const row = q * size;
    for (let other = window.from; other <= q; other += 1) {
      products[row + other] = (products[row + other] ?? 0) + part * (share[other] ?? 0);
    }
  }
  return variance;
}

/**
 * sum x y Var(theta) over a group's people for every two items, by their places in the order of blocks: each two blocks'
 * answers are counted together first, so that a person costs one step for every two blocks.
 */
export function jointScores(
  group: number,
  { blocks, codes, patterns, groupStarts }: Packing,
  variances: Float64Array,
): Float64Array {
  const start = groupStarts[group] ?? 0;
  const firsts = blocks.map((_, b) =>
    blocks.slice(0, b).reduce((n, one) => n + one.items.length, 0),
  );
  const items = blocks.reduce((sum, block) => sum + block.items.length, 0);
  const scores = blocks.map(scoresByCode);
  const joint = new Float64Array(items * items);
  const most = Math.max(...blocks.map(({ rows }) => rows));
  const table = new Float64Array(most * most);
  blocks.forEach((block, b) => {
    for (let c = 0; c <= b; c += 1) {
      const width = blocks[c]?.rows ?? 1;
      table.fill(0, 0, block.rows * width);
      const own = b * patterns + start;
      const other = c * patterns + start;
      for (let p = 0; p < variances.length; p += 1) {
        const cell = (codes[own + p] ?? 0) * width + (codes[other + p] ?? 0);
        table[cell] = (table[cell] ?? 0) + (variances[p] ?? 0);
      }
      addPair(table, scores[b] ?? [], scores[c] ?? [], joint, {
        items,
        row: firsts[b] ?? 0,
        column: firsts[c] ?? 0,
      });
    }
  });
  return joint;
}

/** For each item of a block its score in each of the block's codes. */
function scoresByCode({ states, rows }: Packing['blocks'][number]): readonly Float64Array[] {
  let stride = 1;
  return states.map((count) => {
    const own = stride;
    stride *= count;
    return Float64Array.from({ length: rows }, (_, code) => Math.floor(code / own) % count);
  });
}

function addPair(
  table: Float64Array,
  rows: readonly Float64Array[],
  columns: readonly Float64Array[],
  joint: Float64Array,
  at: { readonly items: number; readonly row: number; readonly column: number },
): void {
  const width = columns[0]?.length ?? 0;
  const sums = new Float64Array(width);
  rows.forEach((score, i) => {
    sums.fill(0);
    for (let code = 0; code < score.length; code += 1) {
      const own = score[code] ?? 0;
      for (let other = 0; own > 0 && other < width; other += 1) {
        sums[other] = (sums[other] ?? 0) + own * (table[code * width + other] ?? 0);
      }
    }
    columns.forEach((second, j) => {
      let sum = 0;
      for (let other = 0; other < width; other += 1) {
        sum += (second[other] ?? 0) * (sums[other] ?? 0);
      }
      const [row, column] = [at.row + i, at.column + j];
      joint[row * at.items + column] = sum;
      joint[column * at.items + row] = sum;
    });
  });
}
