/**
 * Lancaster's mid-P: Fisher's test counts the table that was seen in full, which makes it cautious; the
 * mid-P counts it by half. Long-run error then stays near the level asked for, but is not promised to stay
 * below it. Two ways to make it two-sided are in use and differ, so both are given by name.
 *
 *     one-sided p - P(seen)/2;   two-sided: P(less likely) + P(equally likely)/2, or 2 min(one-sided)
 *
 * Source: Lancaster (1961); Hirji, Tan & Elashoff (1991) for both two-sided forms.
 */
import { hypergeometricPoint } from '../distributions/hypergeometric.ts';
import { drawOf, EQUALLY_LIKELY, fisherOneSided, withChanceUpTo } from './fisher.ts';
import type { TwoByTwo } from './two-by-two.ts';

export interface MidP {
  readonly lower: number;
  readonly upper: number;
  /** Two-sided: the tables less likely than the one seen, and by half all those equally likely, itself among them. */
  readonly minimumLikelihood: number;
  /** Two-sided: twice the smaller one-sided value. */
  readonly central: number;
}

/** All four p-values. */
export function midP(table: TwoByTwo): MidP {
  const draw = drawOf(table);
  const seen = hypergeometricPoint(table.firstYes, draw);
  const half = seen / 2;
  const upTo = (factor: number): number => withChanceUpTo(seen * factor, table);
  const sides = fisherOneSided(table);
  const [lower, upper] = [Math.max(0, sides.lower - half), Math.max(0, sides.upper - half)];
  return {
    lower,
    upper,
    minimumLikelihood: (upTo(EQUALLY_LIKELY) + upTo(1 / EQUALLY_LIKELY)) / 2,
    central: Math.min(1, 2 * Math.min(lower, upper)),
  };
}
