/**
 * The gamma function, which carries factorials to every number: Gamma(n + 1) = n!.
 * Only its logarithm is used, because 171! already has no place in a double.
 *
 * `logGamma` moves small arguments up to where Stirling's series is exact to the last digit and undoes
 * the move. `stirlingError` is what Stirling's formula leaves out; products of factorials that nearly
 * cancel are computed from it, so that large samples keep all their digits.
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1 (Stirling's series).
 */
const EXACT_FROM = 15;
export const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** log Gamma(x), for x above zero. */
export function logGamma(x: number): number {
  if (!(x > 0)) {
    throw new RangeError(`log gamma needs a number above zero, got ${x}`);
  }
  let shifted = x;
  let product = 1;
  while (shifted < EXACT_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI;
  return stirling + series(shifted) - Math.log(product);
}

/** log Gamma(x + 1) - [(x + 1/2) log x - x + log(2 pi) / 2]: small, and smaller as x grows. */
export function stirlingError(x: number): number {
  if (x >= EXACT_FROM) {
    return series(x);
  }
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

function series(x: number): number {
  const s = 1 / (x * x);
  const tail = 1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156));
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * tail))) / x;
}
