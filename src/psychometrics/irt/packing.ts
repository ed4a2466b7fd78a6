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
/** A table with more rows than this share of the people costs more to fill than it saves (measured at 1,000 and 2,000). */
const PEOPLE_PER_ROW = 24;
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
  const { order, missing } = inOrder(matrix, items, groups, groupCount);
  const rows = Math.max(SMALLEST_TABLE, Math.min(LARGEST_TABLE, order.length / PEOPLE_PER_ROW));
  const blocks = blocksOf(matrix, items, missing, rows);
  const { codes, hashes } = encode(matrix, blocks, order);
  return collapsed({ order, groups, groupCount, weights, blocks, codes, hashes });
}

function blocksOf(
  matrix: CategoryMatrix,
  items: readonly number[],
  missing: ReadonlySet<number>,
  mostRows: number,
): readonly Block[] {
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

/**
 * People with an answer and a group, by group and share of the points reached (counting sort: ties in file order), and
 * the items that some of them did not answer.
 */
function inOrder(
  matrix: CategoryMatrix,
  items: readonly number[],
  groups: Int32Array,
  groupCount: number,
): { order: Int32Array; missing: ReadonlySet<number> } {
  const keys = new Int32Array(matrix.people).fill(-1);
  const starts = new Int32Array(groupCount * (SCORE_STEPS + 1) + 1);
  const highest = Int32Array.from(items, (item) => (matrix.items[item]?.categories ?? 2) - 1);
  const points = highest.reduce((sum, most) => sum + most, 0);
  const places = Int32Array.from(items);
  const absent = new Uint8Array(places.length);
  const { codes } = matrix;
  for (let person = 0, row = 0; person < matrix.people; person += 1, row += matrix.items.length) {
    const group = groups[person] ?? -1;
    if (group < 0) {
      continue;
    }
    let reached = 0;
    let reachable = points;
    for (let i = 0; i < places.length; i += 1) {
      const code = codes[row + (places[i] ?? 0)] ?? NO_ANSWER;
      if (code === NO_ANSWER) {
        reachable -= highest[i] ?? 1;
        absent[i] = 1;
      } else {
        reached += code;
      }
    }
    if (reachable > 0) {
      const key = group * (SCORE_STEPS + 1) + Math.round((SCORE_STEPS * reached) / reachable);
      keys[person] = key;
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
  }
  return {
    order: sorted(keys, starts),
    missing: new Set(items.filter((_, i) => absent[i] === 1)),
  };
}

/** People in order of their keys; `starts` counts the people with each key, one place further on. */
function sorted(keys: Int32Array, starts: Int32Array): Int32Array {
  for (let key = 1; key < starts.length; key += 1) {
    starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  }
  const order = new Int32Array(starts.at(-1) ?? 0);
  for (let person = 0; person < keys.length; person += 1) {
    const key = keys[person] ?? -1;
    if (key >= 0) {
      const place = starts[key] ?? 0;
      order[place] = person;
      starts[key] = place + 1;
    }
  }
  return order;
}

/** Every person's bytes, block after block, and a number that people with the same bytes share. */
function encode(
  { codes, items }: CategoryMatrix,
  blocks: readonly Block[],
  order: Int32Array,
): { codes: Uint8Array; hashes: Int32Array } {
  const people = order.length;
  const places = Int32Array.from(blocks.flatMap((block) => block.items));
  const states = Int32Array.from(blocks.flatMap((block) => block.states));
  const ends = new Uint8Array(places.length);
  blocks.reduce((end, block) => {
    ends[end + block.items.length - 1] = 1;
    return end + block.items.length;
  }, 0);
  const bytes = new Uint8Array(blocks.length * people);
  const hashes = new Int32Array(people);
  for (let p = 0; p < people; p += 1) {
    const row = (order[p] ?? 0) * items.length;
    let stride = 1;
    let byte = 0;
    let into = p;
    let hash = 0;
    for (let i = 0; i < places.length; i += 1) {
      const code = codes[row + (places[i] ?? 0)] ?? NO_ANSWER;
      const count = states[i] ?? 2;
      byte += stride * (code === NO_ANSWER ? count - 1 : code);
      stride *= count;
      if (ends[i] === 1) {
        bytes[into] = byte;
        hash = Math.imul(hash ^ byte, 16777619);
        into += people;
        byte = 0;
        stride = 1;
      }
    }
    hashes[p] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return { codes: bytes, hashes };
}

interface Ordered {
  readonly order: Int32Array;
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly weights: Float64Array | undefined;
  readonly blocks: readonly Block[];
  readonly codes: Uint8Array;
  readonly hashes: Int32Array;
}

/** People of one group with the same bytes become one pattern with the sum of their weights. */
function collapsed(ordered: Ordered): Packing {
  const { order, groups, groupCount, weights, blocks, codes } = ordered;
  const people = order.length;
  const { patternOf, patterns } = distinct(ordered);
  const alone = patterns === people;
  const packed = alone ? codes : new Uint8Array(blocks.length * patterns);
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
      for (let b = 0; !alone && b < blocks.length; b += 1) {
        packed[b * patterns + pattern] = codes[b * people + p] ?? 0;
      }
    }
  }
  return { patterns, groupStarts, blocks, codes: packed, weights: sums, squaredWeights: squares };
}

/** The number of each person's pattern, in order of first appearance. */
function distinct({ order, groups, blocks, codes, hashes }: Ordered): {
  patternOf: Int32Array;
  patterns: number;
} {
  const people = order.length;
  let size = 16;
  while (size < 2 * people) {
    size *= 2;
  }
  const firstWith = new Int32Array(size).fill(-1);
  const patternOf = new Int32Array(people);
  let patterns = 0;
  const same = (a: number, b: number): boolean => {
    if (hashes[a] !== hashes[b] || groups[order[a] ?? 0] !== groups[order[b] ?? 0]) {
      return false;
    }
    for (let at = 0; at < blocks.length * people; at += people) {
      if (codes[at + a] !== codes[at + b]) {
        return false;
      }
    }
    return true;
  };
  for (let p = 0; p < people; p += 1) {
    const hash = hashes[p] ?? 0;
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
  return { patternOf, patterns };
}
