/**
 * The quadratic form b' C b with C = N (N' A N)^-1 N', where N spans what is orthogonal to a given basis: how far b lies
 * from what a model explains, measured by the inverse of the covariance A. A is never written down: it is handed in as
 * the function that multiplies a vector by it.
 *
 * Method: conjugate gradients within the orthogonal complement (Hestenes & Stiefel 1952; Gould, Hribar & Nocedal 2001).
 * The form grows with every step by a positive amount, so the sum loses no digits. Assumes that A is symmetric and
 * positive definite on the complement; refuses where it is not, and where the bound on steps is met.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { dot, removeSpan } from './orthonormal-basis.ts';

export interface QuadraticForm {
  readonly value: number;
  readonly steps: number;
}

const SETTLED = 1e-10;
/** Some two hundred are usual for 5,000 moments. */
const MOST_STEPS = 3000;

export function projectedQuadratic(
  multiply: (vector: Float64Array) => Float64Array,
  basis: readonly Float64Array[],
  b: Float64Array,
): Result<QuadraticForm, 'not-positive' | 'not-settled'> {
  const rest = b.slice();
  removeSpan(basis, rest);
  removeSpan(basis, rest);
  const direction = rest.slice();
  let square = dot(rest, rest);
  const enough = square * SETTLED * SETTLED;
  const limit = Math.min(MOST_STEPS, 50 + 4 * b.length);
  let value = 0;
  for (let step = 0; step < limit; step += 1) {
    if (square <= enough) {
      return success({ value, steps: step });
    }
    const image = multiply(direction);
    removeSpan(basis, image);
    const bend = dot(direction, image);
    if (!(bend > 0)) {
      return refuse('not-positive', 'some combination of the statistics has no variance');
    }
    const length = square / bend;
    value += length * square;
    for (let place = 0; place < rest.length; place += 1) {
      rest[place] = (rest[place] ?? 0) - length * (image[place] ?? 0);
    }
    const next = dot(rest, rest);
    const keep = next / square;
    for (let place = 0; place < rest.length; place += 1) {
      direction[place] = (rest[place] ?? 0) + keep * (direction[place] ?? 0);
    }
    square = next;
  }
  return refuse('not-settled', `the system did not settle within ${limit} steps`);
}
