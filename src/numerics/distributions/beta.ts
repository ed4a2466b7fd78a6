/**
 * The beta distribution: what a share can be, after counting. Binomial, t and F tails rest on it.
 * The incomplete beta function is a continued fraction that settles fast on one side of the mean; on the
 * other side the two tails change places.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 */
import type { Tails } from './gamma-tails.ts';
import { binomialPoint } from './point-probability.ts';
import { increasingRootOutward } from './root.ts';

const PRECISION = 1e-16;
const TINY = 1e-300;

/** P(X <= x) and P(X > x). */
export const betaTails = (x: number, a: number, b: number): Tails => betaTailsAt(x, 1 - x, a, b);

/** The same with the rest 1 - x given apart, for callers who know it with more digits than 1 - x has. */
export function betaTailsAt(x: number, rest: number, a: number, b: number): Tails {
  if (!(a > 0 && b > 0)) {
    throw new RangeError(`beta shapes must be above zero, got ${a} and ${b}`);
  }
  if (x <= 0) {
    return { lower: 0, upper: 1 };
  }
  if (rest <= 0) {
    return { lower: 1, upper: 0 };
  }
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, lead(x, rest, a, b) * fraction(x, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, lead(rest, x, b, a) * fraction(rest, b, a));
  return { lower: 1 - upper, upper };
}

/**
 * The x with P(X <= x) = probability. Searched for on the scale of log(x / (1 - x)), where a quantile of 1e-100 is as
 * easy to find as one of 0.3.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a quantile needs a probability from 0 to 1, got ${probability}`);
  }
  if (probability === 0 || probability === 1) {
    return probability;
  }
  const gap = (logOdds: number): number => {
    const { lower, upper } = betaTailsAt(
      1 / (1 + Math.exp(-logOdds)),
      1 / (1 + Math.exp(logOdds)),
      a,
      b,
    );
    return probability < 0.5 ? Math.log(lower / probability) : Math.log((1 - probability) / upper);
  };
  return 1 / (1 + Math.exp(-increasingRootOutward(gap, 700)));
}

/** The density at x, the rest 1 - x given apart. */
export function betaDensity(x: number, rest: number, a: number, b: number): number {
  if (x <= 0 || rest <= 0) {
    const edge = x <= 0 ? a : b;
    return edge > 1 ? 0 : edge < 1 ? Number.POSITIVE_INFINITY : x <= 0 ? b : a;
  }
  return (lead(x, rest, a, b) * a) / (x * rest);
}

/** x^a (1 - x)^b / (a B(a, b)). */
const lead = (x: number, rest: number, a: number, b: number): number =>
  (binomialPoint(a, a + b, x, rest) * b) / (a + b);

function fraction(x: number, a: number, b: number): number {
  const steps = 1000 + 60 * Math.ceil(Math.sqrt(Math.max(a, b)));
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < PRECISION * 4) {
      return value;
    }
  }
  throw new RangeError(`fraction did not settle at ${x}, shapes ${a} and ${b}`);
}

/** A denominator that happens to vanish is moved off zero, as Lentz's method asks. */
const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
