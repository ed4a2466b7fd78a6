/**
 * Small symmetric positive definite systems, such as covariance and information matrices, by Cholesky's square root:
 * A = L L'. A matrix without one (a direction that the data say nothing about) is refused, never patched.
 *
 * Source: Cholesky (1924); a pivot counts as zero below 1e-11 of its own diagonal entry.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { AT_ONCE, type Rows, sixteenProducts } from './row-products.ts';

/** Row after row, size times size. */
export type SquareMatrix = Float64Array;

const SMALLEST_PIVOT = 1e-11;

/** The lower triangle L with L L' = A; refused where A is not positive definite. */
export function choleskyOf(
  matrix: SquareMatrix,
  size: number,
): Result<Float64Array, 'not-definite'> {
  const lower = new Float64Array(size * size);
  for (let top = 0; top < size; top += TILE) {
    const bottom = Math.min(size, top + TILE);
    for (let column = 0; column < top; column += AT_ONCE) {
      reduceRows(lower, { values: lower, stride: size }, top, bottom, column, 0, matrix);
    }
    for (let row = top; row < bottom; row += 1) {
      for (let column = top; column < row; column += 1) {
        const known = inner(lower, row * size, column * size, column);
        const pivot = lower[column * size + column] ?? 1;
        lower[row * size + column] = ((matrix[row * size + column] ?? 0) - known) / pivot;
      }
      const own = matrix[row * size + row] ?? 0;
      const rest = own - inner(lower, row * size, row * size, row);
      if (!(rest > SMALLEST_PIVOT * Math.abs(own))) {
        return refuse(
          'not-definite',
          'the data leave a direction of the matrix without any weight',
        );
      }
      lower[row * size + row] = Math.sqrt(rest);
    }
  }
  return success(lower);
}

/** Rows that stay close at hand while all others pass by once: a large matrix does not fit there whole. */
const TILE = 32;

/**
 * Four columns of X in the rows from `top` up to `bottom`, where X L' = B and the columns of X before them, from `first`
 * on, are known; the earlier ones are zero. Without B it is zero there.
 */
function reduceRows(
  lower: Float64Array,
  x: Rows,
  top: number,
  bottom: number,
  column: number,
  first: number,
  right: Float64Array | undefined,
): void {
  const size = x.stride;
  const end = Math.min(size, column + AT_ONCE);
  const l = { values: lower, stride: size };
  const products = new Float64Array(AT_ONCE * AT_ONCE);
  for (let i = top; i < bottom; i += AT_ONCE) {
    sixteenProducts(x, i, size, l, column, size, first, column, products);
    for (let row = i; row < Math.min(i + AT_ONCE, bottom); row += 1) {
      const start = row * size;
      for (let own = column; own < end; own += 1) {
        let known = products[(row - i) * AT_ONCE + own - column] ?? 0;
        for (let k = column; k < own; k += 1) {
          known += (x.values[start + k] ?? 0) * (lower[own * size + k] ?? 0);
        }
        const given = right === undefined ? 0 : (right[start + own] ?? 0);
        x.values[start + own] = (given - known) / (lower[own * size + own] ?? 1);
      }
    }
  }
}

/** The product of two stretches of one array. */
function inner(values: Float64Array, one: number, other: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) {
    sum += (values[one + k] ?? 0) * (values[other + k] ?? 0);
  }
  return sum;
}

/** x with L L' x = b. */
export function solveCholesky(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) {
      x[row] = (x[row] ?? 0) - (lower[row * size + k] ?? 0) * (x[k] ?? 0);
    }
    x[row] = (x[row] ?? 0) / (lower[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) {
      x[row] = (x[row] ?? 0) - (lower[k * size + row] ?? 0) * (x[k] ?? 0);
    }
    x[row] = (x[row] ?? 0) / (lower[row * size + row] ?? 1);
  }
  return x;
}

/** The inverse of A, given its L, whole; where only parts of it are asked for, `inverseRoot` takes half the time. */
export function inverseFromCholesky(lower: Float64Array, size: number): SquareMatrix {
  const root = { values: inverseRoot(lower, size), stride: size };
  const inverse = new Float64Array(size * size);
  const products = new Float64Array(AT_ONCE * AT_ONCE);
  for (let top = 0; top < size; top += TILE) {
    for (let j = 0; j < Math.min(size, top + TILE); j += AT_ONCE) {
      for (let i = Math.max(top, j); i < Math.min(size, top + TILE); i += AT_ONCE) {
        sixteenProducts(root, i, size, root, j, size, i, size, products);
        for (let row = i; row < Math.min(i + AT_ONCE, size); row += 1) {
          for (let column = j; column <= Math.min(row, j + AT_ONCE - 1); column += 1) {
            const value = products[(row - i) * AT_ONCE + column - j] ?? 0;
            inverse[row * size + column] = value;
            inverse[column * size + row] = value;
          }
        }
      }
    }
  }
  return inverse;
}

/** The upper triangle R with R R' the inverse of A, given the L of A: row i of R is column i of the inverse of L. */
export function inverseRoot(lower: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  const x = { values: root, stride: size };
  for (let top = 0; top < size; top += TILE) {
    const bottom = Math.min(size, top + TILE);
    for (let row = top; row < bottom; row += 1) {
      root[row * size + row] = 1 / (lower[row * size + row] ?? 1);
      for (let column = row + 1; column < bottom; column += 1) {
        let known = 0;
        for (let k = row; k < column; k += 1) {
          known += (root[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
        }
        root[row * size + column] = -known / (lower[column * size + column] ?? 1);
      }
    }
    for (let column = bottom; column < size; column += AT_ONCE) {
      reduceRows(lower, x, top, bottom, column, top, undefined);
    }
  }
  return root;
}

/** One entry of the inverse, given its root. */
export function entryOfInverse(
  root: Float64Array,
  size: number,
  row: number,
  column: number,
): number {
  let sum = 0;
  for (let k = Math.max(row, column); k < size; k += 1) {
    sum += (root[row * size + k] ?? 0) * (root[column * size + k] ?? 0);
  }
  return sum;
}
