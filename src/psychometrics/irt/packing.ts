/**
 * Answers packed for sums over a grid: neighboring items share a byte as long as their states multiply to at most 256
 * (8 right-or-wrong items; 5 where answers are missing; 3 with five categories), people stand in order of group and
 * score so that those side by side look at the same abilities, and people with the same answers are counted once.
 *
 * Source of the byte tables: Arlazarov, Dinic, Kronrod & Faradzhev (1970). Sums do not depend on the order of rows but
 * for rounding.
 */
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';

const LARGEST_TABLE = 256;
const SMALLEST_TABLE = 16;
/** A table that has more rows than a quarter of the people costs more to fill than it saves. */
const PEOPLE_PER_ROW = 4;
const SCORE_STEPS = 4096;

export interface Block {
  /** Places of the items in the matrix, and how many states each has (its categories, and missing if it occurs). */
  readonly items: readonly number[];
  readonly states: readonly number[];
  readonly rows: number;
}

export interface Packing {
  /** Different answer patterns, in order of group. */
  readonly patterns: number;
  /** Group g has the patterns from groupStarts[g] up to groupStarts[g + 1]. */
  readonly groupStarts: Int32Array;
  readonly blocks: readonly Block[];
  /** Block after block, one byte a pattern. */
  readonly codes: Uint8Array;
  /** The summed weight of the people with this pattern, and the sum of their squared weights. */
  readonly weights: Float64Array;
  readonly squaredWeights: Float64Array;
}

/** Packs the people whose group is 0 or above, on these items; `weights` are 1 where none are given. */
export function pack(
  matrix: CategoryMatrix,
  items: readonly number[],
  groups: Int32Array,
  groupCount: number,
  weights: Float64Array | undefined,
): Packing {
  const order = inOrder(matrix, items, groups, groupCount);
  const rows = Math.max(SMALLEST_TABLE, Math.min(LARGEST_TABLE, order.length / PEOPLE_PER_ROW));
  const blocks = blocksOf(matrix, items, rows);
  const codes = new Uint8Array(blocks.length * order.length);
  blocks.forEach((block, b) => {
    encode(matrix, block, order, codes.subarray(b * order.length, (b + 1) * order.length));
  });
  return collapsed({ order, groups, groupCount, weights, blocks, codes });
}

function blocksOf(
  matrix: CategoryMatrix,
  items: readonly number[],
  mostRows: number,
): readonly Block[] {
  const missing = new Set(items.filter((item) => someMissing(matrix, item)));
  const states = (item: number): number =>
    (matrix.items[item]?.categories ?? 2) + (missing.has(item) ? 1 : 0);
  const sorted = [...items].sort((a, b) => states(a) - states(b) || a - b);
  const blocks: { items: number[]; states: number[]; rows: number }[] = [];
  for (const item of sorted) {
    const count = states(item);
    const open = blocks.at(-1);
    if (open !== undefined && open.rows * count <= mostRows) {
      open.items.push(item);
      open.states.push(count);
      open.rows *= count;
    } else {
      blocks.push({ items: [item], states: [count], rows: count });
    }
  }
  return blocks;
}

function someMissing({ codes, items, people }: CategoryMatrix, item: number): boolean {
  for (let at = item; at < people * items.length; at += items.length) {
    if (codes[at] === NO_ANSWER) {
      return true;
    }
  }
  return false;
}

/** People with an answer and a group, by group and share of the points reached (counting sort: ties in file order). */
function inOrder(
  matrix: CategoryMatrix,
  items: readonly number[],
  groups: Int32Array,
  groupCount: number,
): Int32Array {
  const keys = new Int32Array(matrix.people).fill(-1);
  const starts = new Int32Array(groupCount * (SCORE_STEPS + 1) + 1);
  const highest = Float64Array.from(items, (item) => (matrix.items[item]?.categories ?? 2) - 1);
  const places = Int32Array.from(items);
  const width = matrix.items.length;
  for (let person = 0; person < matrix.people; person += 1) {
    const group = groups[person] ?? -1;
    if (group < 0) {
      continue;
    }
    let reached = 0;
    let reachable = 0;
    for (let i = 0; i < places.length; i += 1) {
      const code = matrix.codes[person * width + (places[i] ?? 0)] ?? NO_ANSWER;
      if (code !== NO_ANSWER) {
        reached += code;
        reachable += highest[i] ?? 1;
      }
    }
    if (reachable > 0) {
      const key = group * (SCORE_STEPS + 1) + Math.round((SCORE_STEPS * reached) / reachable);
      keys[person] = key;
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
  }
  for (let key = 1; key < starts.length; key += 1) {
    starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  }
  const order = new Int32Array(starts.at(-1) ?? 0);
  keys.forEach((key, person) => {
    if (key >= 0) {
      const place = starts[key] ?? 0;
      order[place] = person;
      starts[key] = place + 1;
    }
  });
  return order;
}

function encode(matrix: CategoryMatrix, block: Block, order: Int32Array, into: Uint8Array): void {
  let stride = 1;
  const width = matrix.items.length;
  block.items.forEach((item, i) => {
    const missing = (block.states[i] ?? 1) - 1;
    for (let p = 0; p < order.length; p += 1) {
      const code = matrix.codes[(order[p] ?? 0) * width + item] ?? NO_ANSWER;
      into[p] = (into[p] ?? 0) + stride * (code === NO_ANSWER ? missing : code);
    }
    stride *= block.states[i] ?? 1;
  });
}

interface Ordered {
  readonly order: Int32Array;
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly weights: Float64Array | undefined;
  readonly blocks: readonly Block[];
  readonly codes: Uint8Array;
}

/** People of one group with the same bytes become one pattern with the sum of their weights. */
function collapsed({ order, groups, groupCount, weights, blocks, codes }: Ordered): Packing {
  const people = order.length;
  const patternOf = distinct(order, groups, blocks.length, codes);
  const patterns = patternOf.reduce((most, pattern) => Math.max(most, pattern + 1), 0);
  const packed = new Uint8Array(blocks.length * patterns);
  const sums = new Float64Array(patterns);
  const squares = new Float64Array(patterns);
  const groupStarts = new Int32Array(groupCount + 1);
  let seen = 0;
  for (let p = 0; p < people; p += 1) {
    const pattern = patternOf[p] ?? 0;
    const weight = weights?.[order[p] ?? 0] ?? 1;
    sums[pattern] = (sums[pattern] ?? 0) + weight;
    squares[pattern] = (squares[pattern] ?? 0) + weight * weight;
    if (pattern === seen) {
      seen += 1;
      groupStarts.fill(seen, (groups[order[p] ?? 0] ?? 0) + 1);
      for (let b = 0; b < blocks.length; b += 1) {
        packed[b * patterns + pattern] = codes[b * people + p] ?? 0;
      }
    }
  }
  return { patterns, groupStarts, blocks, codes: packed, weights: sums, squaredWeights: squares };
}

/** The number of each person's pattern, in order of first appearance. */
function distinct(
  order: Int32Array,
  groups: Int32Array,
  blocks: number,
  codes: Uint8Array,
): Int32Array {
  const people = order.length;
  const hashes = new Int32Array(people);
  for (let b = 0; b < blocks; b += 1) {
    for (let p = 0; p < people; p += 1) {
      hashes[p] = Math.imul((hashes[p] ?? 0) ^ (codes[b * people + p] ?? 0), 16777619);
    }
  }
  let size = 16;
  while (size < 2 * people) {
    size *= 2;
  }
  const firstWith = new Int32Array(size).fill(-1);
  const patternOf = new Int32Array(people);
  let patterns = 0;
  const same = (a: number, b: number): boolean => {
    if (groups[order[a] ?? 0] !== groups[order[b] ?? 0]) {
      return false;
    }
    for (let at = 0; at < blocks * people; at += people) {
      if (codes[at + a] !== codes[at + b]) {
        return false;
      }
    }
    return true;
  };
  for (let p = 0; p < people; p += 1) {
    const hash = Math.imul((hashes[p] ?? 0) ^ ((hashes[p] ?? 0) >>> 15), 0x2c1b3c6d);
    let place = (hash ^ (hash >>> 13)) & (size - 1);
    while ((firstWith[place] ?? -1) >= 0 && !same(firstWith[place] ?? 0, p)) {
      place = (place + 1) & (size - 1);
    }
    const first = firstWith[place] ?? -1;
    if (first >= 0) {
      patternOf[p] = patternOf[first] ?? 0;
    } else {
      firstWith[place] = p;
      patternOf[p] = patterns;
      patterns += 1;
    }
  }
  return patternOf;
}
