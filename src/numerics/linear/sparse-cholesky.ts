/**
 * Large symmetric positive definite systems with few entries in a row, such as those of cases and raters: A = L D L', with
 * the rows taken in an order that keeps L nearly as empty as A. The pattern is worked out once and used for many values.
 *
 * Order: least degree first (Tinney & Walker 1967). Pattern and values: up-looking, along the elimination tree
 * (Davis 2005, "LDL"). A matrix without positive pivots is refused, never patched.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Entries off the diagonal, each once: row, column and the place of its value. */
export interface SparsePattern {
  readonly size: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

export interface SparseFactor {
  readonly logDeterminant: number;
  /** x with A x = b. */
  readonly solve: (right: Float64Array) => Float64Array;
}

export interface SparseOrder {
  /** Factors the matrix of these values: its diagonal, and its entries in the pattern's order. */
  readonly factor: (
    diagonal: Float64Array,
    entries: Float64Array,
  ) => Result<SparseFactor, 'not-definite'>;
}

/** Each pair of row and column may be named once at most. */
export function sparseOrder(pattern: SparsePattern): SparseOrder {
  const order = leastDegreeFirst(pattern);
  const place = new Int32Array(pattern.size);
  order.forEach((row, step) => {
    place[row] = step;
  });
  const upper = upperColumns(pattern, place);
  const tree = eliminationTree(upper, pattern.size);
  return {
    factor: (diagonal, entries) => factored({ order, upper, tree }, diagonal, entries),
  };
}

/** For each column of the reordered matrix: the rows above its diagonal, and where their values stand. */
interface UpperColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Int32Array;
}

interface Tree {
  readonly parent: Int32Array;
  /** Where each column of L starts. */
  readonly starts: Int32Array;
}

interface Plan {
  readonly order: Int32Array;
  readonly upper: UpperColumns;
  readonly tree: Tree;
}

function leastDegreeFirst({ size, rows, columns }: SparsePattern): Int32Array {
  const near = Array.from({ length: size }, () => new Set<number>());
  rows.forEach((row, entry) => {
    at(near, row).add(at(columns, entry));
    at(near, at(columns, entry)).add(row);
  });
  const boxes: Set<number>[] = [];
  const boxOf = (degree: number): Set<number> => {
    while (boxes.length <= degree) {
      boxes.push(new Set());
    }
    return at(boxes, degree);
  };
  near.forEach((set, node) => {
    boxOf(set.size).add(node);
  });
  const order = new Int32Array(size);
  let lowest = 0;
  for (let step = 0; step < size; step += 1) {
    while (boxOf(lowest).size === 0) {
      lowest += 1;
    }
    const [node = 0] = at(boxes, lowest);
    at(boxes, lowest).delete(node);
    order[step] = node;
    const neighbors = [...at(near, node)];
    for (const one of neighbors) {
      const set = at(near, one);
      at(boxes, set.size).delete(one);
      set.delete(node);
      for (const other of neighbors) {
        if (other !== one) {
          set.add(other);
        }
      }
      boxOf(set.size).add(one);
      lowest = Math.min(lowest, set.size);
    }
    at(near, node).clear();
  }
  return order;
}

function upperColumns(pattern: SparsePattern, place: Int32Array): UpperColumns {
  const { size } = pattern;
  const ends = Array.from(pattern.rows, (row, entry) => {
    const one = at(place, row);
    const other = at(place, at(pattern.columns, entry));
    return [Math.min(one, other), Math.max(one, other)] as const;
  });
  const starts = new Int32Array(size + 1);
  for (const [, column] of ends) {
    starts[column + 1] = at(starts, column + 1) + 1;
  }
  for (let column = 0; column < size; column += 1) {
    starts[column + 1] = at(starts, column + 1) + at(starts, column);
  }
  const next = starts.slice();
  const rows = new Int32Array(ends.length);
  const values = new Int32Array(ends.length);
  ends.forEach(([row, column], entry) => {
    const spot = at(next, column);
    rows[spot] = row;
    values[spot] = entry;
    next[column] = spot + 1;
  });
  return { starts, rows, values };
}

function eliminationTree(upper: UpperColumns, size: number): Tree {
  const parent = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size);
  const counts = new Int32Array(size + 1);
  for (let column = 0; column < size; column += 1) {
    seen[column] = column;
    for (let spot = at(upper.starts, column); spot < at(upper.starts, column + 1); spot += 1) {
      let row = at(upper.rows, spot);
      while (at(seen, row) !== column) {
        if (at(parent, row) < 0) {
          parent[row] = column;
        }
        counts[row + 1] = at(counts, row + 1) + 1;
        seen[row] = column;
        row = at(parent, row);
      }
    }
  }
  for (let column = 0; column < size; column += 1) {
    counts[column + 1] = at(counts, column + 1) + at(counts, column);
  }
  return { parent, starts: counts };
}

function factored(
  { order, upper, tree }: Plan,
  diagonal: Float64Array,
  entries: Float64Array,
): Result<SparseFactor, 'not-definite'> {
  const size = order.length;
  const { parent, starts } = tree;
  const lowerRows = new Int32Array(at(starts, size));
  const lower = new Float64Array(at(starts, size));
  const pivots = new Float64Array(size);
  const y = new Float64Array(size);
  const path = new Int32Array(size);
  const seen = new Int32Array(size).fill(-1);
  const filled = new Int32Array(size);
  let logDeterminant = 0;
  for (let k = 0; k < size; k += 1) {
    let top = size;
    seen[k] = k;
    for (let spot = upper.starts[k] ?? 0; spot < (upper.starts[k + 1] ?? 0); spot += 1) {
      let row = upper.rows[spot] ?? 0;
      y[row] = (y[row] ?? 0) + (entries[upper.values[spot] ?? 0] ?? 0);
      let length = 0;
      for (; seen[row] !== k; row = parent[row] ?? 0) {
        path[length] = row;
        length += 1;
        seen[row] = k;
      }
      for (; length > 0; length -= 1) {
        top -= 1;
        path[top] = path[length - 1] ?? 0;
      }
    }
    const own = at(diagonal, at(order, k));
    let pivot = own;
    for (; top < size; top += 1) {
      const row = path[top] ?? 0;
      const value = y[row] ?? 0;
      y[row] = 0;
      const from = starts[row] ?? 0;
      const end = from + (filled[row] ?? 0);
      for (let spot = from; spot < end; spot += 1) {
        const below = lowerRows[spot] ?? 0;
        y[below] = (y[below] ?? 0) - (lower[spot] ?? 0) * value;
      }
      const entry = value / (pivots[row] ?? 1);
      pivot -= entry * value;
      lowerRows[end] = k;
      lower[end] = entry;
      filled[row] = (filled[row] ?? 0) + 1;
    }
    if (!(pivot > 1e-12 * Math.abs(own))) {
      return refuse('not-definite', 'the data leave a direction of the matrix without any weight');
    }
    pivots[k] = pivot;
    logDeterminant += Math.log(pivot);
  }
  return success({
    logDeterminant,
    solve: (right) => solved(order, starts, lowerRows, lower, pivots, right),
  });
}

function solved(
  order: Int32Array,
  starts: Int32Array,
  rows: Int32Array,
  lower: Float64Array,
  pivots: Float64Array,
  right: Float64Array,
): Float64Array {
  const size = order.length;
  const x = Float64Array.from(order, (row) => at(right, row));
  for (let column = 0; column < size; column += 1) {
    for (let spot = starts[column] ?? 0; spot < (starts[column + 1] ?? 0); spot += 1) {
      const row = rows[spot] ?? 0;
      x[row] = (x[row] ?? 0) - (lower[spot] ?? 0) * (x[column] ?? 0);
    }
  }
  for (let column = size - 1; column >= 0; column -= 1) {
    let value = (x[column] ?? 0) / (pivots[column] ?? 1);
    for (let spot = starts[column] ?? 0; spot < (starts[column + 1] ?? 0); spot += 1) {
      value -= (lower[spot] ?? 0) * (x[rows[spot] ?? 0] ?? 0);
    }
    x[column] = value;
  }
  const back = new Float64Array(size);
  order.forEach((row, step) => {
    back[row] = x[step] ?? 0;
  });
  return back;
}
