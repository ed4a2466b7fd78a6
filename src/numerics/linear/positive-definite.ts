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
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) {
        rest -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      }
      if (row !== column) {
        lower[row * size + column] = rest / (lower[column * size + column] ?? 1);
      } else if (rest > SMALLEST_PIVOT * Math.abs(matrix[row * size + row] ?? 0)) {
        lower[row * size + row] = Math.sqrt(rest);
      } else {
        return refuse(
          'not-definite',
          'the data leave a direction of the matrix without any weight',
        );
      }
    }
  }
  return success(lower);
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

/** The inverse of A, given its L. */
export function inverseFromCholesky(lower: Float64Array, size: number): SquareMatrix {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    solveCholesky(lower, unit).forEach((value, row) => {
      inverse[row * size + column] = value;
    });
  }
  return inverse;
}
