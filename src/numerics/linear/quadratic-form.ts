/**
 * How far a vector of estimates is from zero, in standard errors and counting how they hang together: v' A^-1 v, A their
 * covariance. With normal estimates it is chi-squared.
 *
 * Source: Wald (1943).
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { choleskyOf, type SquareMatrix, solveCholesky } from './positive-definite.ts';

/** Refused where A is not positive definite. */
export function quadraticForm(
  matrix: SquareMatrix,
  vector: Float64Array,
): Result<number, 'not-definite'> {
  const lower = choleskyOf(matrix, vector.length);
  if (!lower.ok) {
    return lower;
  }
  const solved = solveCholesky(lower.value, vector);
  return success(vector.reduce((sum, value, place) => sum + value * (solved[place] ?? 0), 0));
}
