/**
 * Student's t distribution: a normal distribution whose spread had to be estimated.
 * P(T > t) with v degrees of freedom is half a beta tail at v / (v + t^2).
 */
import { betaTailsAt } from './beta.ts';

/** P(T > t). */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  const whole = degreesOfFreedom + t * t;
  const share = degreesOfFreedom / whole;
  const outer = betaTailsAt(share, (t * t) / whole, degreesOfFreedom / 2, 0.5).lower / 2;
  return t >= 0 ? outer : 1 - outer;
}
