/**
 * The incomplete gamma function: both tails of the gamma distribution, on which chi-squared, Poisson and
 * normal tails rest.
 *
 * Two expansions cover the line without losing digits: a power series for the lower tail while the point
 * lies below shape + 1, and a continued fraction for the upper tail beyond it. A small tail is therefore
 * computed directly and never as one minus something near one.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 (series) and 8.9.2 (fraction).
 */
import { poissonPoint } from './point-probability.ts';

export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const PRECISION = 1e-16;

/** P(X <= point) and P(X > point) of a gamma distribution with this shape and scale one. */
export function gammaTails(shape: number, point: number): Tails {
  if (!(shape > 0)) {
    throw new RangeError(`a gamma shape must be above zero, got ${shape}`);
  }
  if (point <= 0) {
    return { lower: 0, upper: 1 };
  }
  if (point === Number.POSITIVE_INFINITY) {
    return { lower: 1, upper: 0 };
  }
  // The steps needed grow with the square root of the shape; this bound is never met in practice.
  const steps = 1000 + 60 * Math.ceil(Math.sqrt(shape));
  if (point < shape + 1) {
    const lower = lowerBySeries(shape, point, steps);
    return { lower, upper: 1 - lower };
  }
  const upper = upperByFraction(shape, point, steps);
  return { lower: 1 - upper, upper };
}

/** point^shape e^-point / Gamma(shape + 1), times the sum of point^n / ((shape + 1) ... (shape + n)). */
function lowerBySeries(shape: number, point: number, steps: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= steps; n += 1) {
    term *= point / (shape + n);
    sum += term;
    if (term < sum * PRECISION) {
      return Math.min(1, sum * poissonPoint(shape, point));
    }
  }
  throw new RangeError(`series did not settle at shape ${shape}, point ${point}`);
}

/** The continued fraction, evaluated from the front (Lentz's method). */
function upperByFraction(shape: number, point: number, steps: number): number {
  let b = point + 1 - shape;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= steps; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < PRECISION * 4) {
      return Math.min(1, fraction * shape * poissonPoint(shape, point));
    }
  }
  throw new RangeError(`fraction did not settle at shape ${shape}, point ${point}`);
}
