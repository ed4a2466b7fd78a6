/**
 * Small symmetric positive definite systems, such as covariance and information matrices, by Cholesky's square root:
 * A = L L'. A matrix without one (a direction that the data say nothing about) is refused, never patched.
 *
 * Source: Cholesky (1924); a pivot counts as zero below 1e-11 of its own diagonal entry.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Row after row, size times size. */
export type SquareMatrix = Float64Array;

const SMALLEST_PIVOT = 1e-11;

/** The lower triangle L with L L' = A; refused where A is not positive definite. */
export function choleskyOf(
  matrix: SquareMatrix,
  size: number,
): Result<Float64Array, 'not-definite'> {
  const lower = new Float64Array(size * size);
  for (let from = 0; from < size; from += AT_ONCE) {
    const end = Math.min(size, from + AT_ONCE);
    for (let column = 0; column < from; column += 1) {
      reduceRows(matrix, lower, from, end, column, size);
    }
    for (let row = from; row < end; row += 1) {
      for (let column = from; column < row; column += 1) {
        reduceRows(matrix, lower, row, row + 1, column, size);
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

/** Rows of a matrix taken up at once: each place of another row is read once for all of them. */
const AT_ONCE = 4;

/** One column of L in up to four rows, the columns before it known. */
function reduceRows(
  matrix: SquareMatrix,
  lower: Float64Array,
  from: number,
  end: number,
  column: number,
  size: number,
): void {
  const other = column * size;
  const one = from * size;
  const two = Math.min(from + 1, end - 1) * size;
  const three = Math.min(from + 2, end - 1) * size;
  const four = Math.min(from + 3, end - 1) * size;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let k = 0; k < column; k += 1) {
    const value = lower[other + k] ?? 0;
    first += value * (lower[one + k] ?? 0);
    second += value * (lower[two + k] ?? 0);
    third += value * (lower[three + k] ?? 0);
    fourth += value * (lower[four + k] ?? 0);
  }
  const pivot = lower[other + column] ?? 1;
  lower[four + column] = ((matrix[four + column] ?? 0) - fourth) / pivot;
  lower[three + column] = ((matrix[three + column] ?? 0) - third) / pivot;
  lower[two + column] = ((matrix[two + column] ?? 0) - second) / pivot;
  lower[one + column] = ((matrix[one + column] ?? 0) - first) / pivot;
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

/** The inverse of A, given its L: R' R for the inverse R of L. */
export function inverseFromCholesky(lower: Float64Array, size: number): SquareMatrix {
  const root = inverseOfTriangle(lower, size);
  const inverse = new Float64Array(size * size);
  const shares = new Float64Array(AT_ONCE);
  for (let top = 0; top < size; top += TILE) {
    for (let k = top; k < size; k += AT_ONCE) {
      for (let row = top; row < Math.min(top + TILE, size, k + AT_ONCE); row += 1) {
        for (let step = 0; step < AT_ONCE; step += 1) {
          shares[step] = k + step < size ? (root[(k + step) * size + row] ?? 0) : 0;
        }
        addRows(inverse, row * size, row + 1, root, k, size, shares);
      }
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      inverse[column * size + row] = inverse[row * size + column] ?? 0;
    }
  }
  return inverse;
}

/** Rows that stay close at hand while all others pass by once: a large matrix does not fit there whole. */
const TILE = 32;

/** The lower triangle R with L R = 1. */
function inverseOfTriangle(lower: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  const shares = new Float64Array(AT_ONCE);
  const subtract = (row: number, from: number, end: number): void => {
    const pivot = lower[row * size + row] ?? 1;
    for (let k = from; k < end; k += AT_ONCE) {
      for (let step = 0; step < AT_ONCE; step += 1) {
        shares[step] = k + step < end ? -(lower[row * size + k + step] ?? 0) / pivot : 0;
      }
      addRows(root, row * size, Math.min(end, k + AT_ONCE), root, k, size, shares);
    }
  };
  for (let top = 0; top < size; top += TILE) {
    const bottom = Math.min(size, top + TILE);
    for (let k = 0; k < top; k += AT_ONCE) {
      for (let row = top; row < bottom; row += 1) {
        subtract(row, k, k + AT_ONCE);
      }
    }
    for (let row = top; row < bottom; row += 1) {
      subtract(row, top, row);
      root[row * size + row] = 1 / (lower[row * size + row] ?? 1);
    }
  }
  return root;
}

/** Adds four rows of `from`, beginning with row k, each times its share, to the first `length` places from `start`. */
function addRows(
  into: Float64Array,
  start: number,
  length: number,
  from: Float64Array,
  k: number,
  size: number,
  shares: Float64Array,
): void {
  const [first = 0, second = 0, third = 0, fourth = 0] = shares;
  const last = size - 1;
  const one = k * size;
  const two = Math.min(k + 1, last) * size;
  const three = Math.min(k + 2, last) * size;
  const four = Math.min(k + 3, last) * size;
  for (let column = 0; column < length; column += 1) {
    into[start + column] =
      (into[start + column] ?? 0) +
      first * (from[one + column] ?? 0) +
      second * (from[two + column] ?? 0) +
      third * (from[three + column] ?? 0) +
      fourth * (from[four + column] ?? 0);
  }
}
