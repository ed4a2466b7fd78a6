/**
 * Student's t distribution: a normal distribution whose spread had to be estimated.
 * P(T > t) with v degrees of freedom is half a beta tail at v / (v + t^2).
 * The quantile is searched for on the scale of log t and of the tail's logarithm.
 */
import { betaTailsAt } from './beta.ts';
import { logGamma } from './log-gamma.ts';
import { increasingRootOutward } from './root.ts';

/** Beyond it t * t has no place in a double; only the leading term of the tail is left there. */
const SQUARE_UP_TO = 1e150;

/** P(T > t). */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(t)) {
    throw new RangeError(
      `Student's t needs a number and degrees of freedom above zero, got ${t} and ${degreesOfFreedom}`,
    );
  }
  const outer = outerTail(Math.abs(t), degreesOfFreedom);
  return t >= 0 ? outer : 1 - outer;
}

function outerTail(t: number, v: number): number {
  if (t > SQUARE_UP_TO) {
    const beta = logGamma(v / 2) + logGamma(0.5) - logGamma((v + 1) / 2);
    return Math.exp(v * (Math.log(v) / 2 - Math.log(t)) - Math.log(v) - beta);
  }
  const whole = v + t * t;
  return betaTailsAt(v / whole, (t * t) / whole, v / 2, 0.5).lower / 2;
}

/** The chance of a value at least this far from zero, on either side: a two-sided p-value. */
export const studentTTwoSided = (t: number, degreesOfFreedom: number): number =>
  2 * studentTUpperTail(Math.abs(t), degreesOfFreedom);

/** The t with P(T <= t) = probability. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a quantile needs a probability between 0 and 1, got ${probability}`);
  }
  if (probability === 0.5) {
    return 0;
  }
  const tail = Math.min(probability, 1 - probability);
  const gap = (logT: number): number =>
    Math.log(tail / studentTUpperTail(Math.exp(logT), degreesOfFreedom));
  const t = Math.exp(increasingRootOutward(gap, 700));
  return probability < 0.5 ? -t : t;
}
