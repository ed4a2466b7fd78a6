/**
 * Two groups compared within strata: people are set only beside people of the same stratum, and the strata
 * are then pooled. A stratum without both groups, or in which everybody answered alike, says nothing and is
 * counted apart.
 *
 *     odds ratio = sum of a d / n  over  sum of b c / n
 *     chi-squared = (|sum of a - E| - c)^2 / sum of V,  c = 1/2 or 0
 *
 * Sources: Cochran (1954) and Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986) for the variance
 * of the log odds ratio, good for few large strata and for many small ones. Assumes one odds ratio in all
 * strata: see homogeneity.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../distributions/chi-squared.ts';
import { normalQuantile } from '../distributions/normal.ts';
import type { Interval } from './intervals.ts';
import type { TwoByTwo } from './two-by-two.ts';

export interface CommonOddsSums {
  used: number;
  people: number;
  second: number;
  /** Of a d / n and b c / n; their difference is observed minus expected yes answers of the first group. */
  agreeing: number;
  opposing: number;
  variance: number;
  /** The three sums of Robins, Breslow & Greenland. */
  pr: number;
  cross: number;
  qt: number;
}

export const noStrata = (): CommonOddsSums => ({
  used: 0,
  people: 0,
  second: 0,
  agreeing: 0,
  opposing: 0,
  variance: 0,
  pr: 0,
  cross: 0,
  qt: 0,
});

/** Adds one stratum to the sums: yes and no of the first group, yes and no of the second. */
export function addStratum(
  sums: CommonOddsSums,
  firstYes: number,
  firstNo: number,
  secondYes: number,
  secondNo: number,
): void {
  const first = firstYes + firstNo;
  const second = secondYes + secondNo;
  const yes = firstYes + secondYes;
  const no = firstNo + secondNo;
  if (first > 0 && second > 0 && yes > 0 && no > 0) {
    const all = first + second;
    const p = (firstYes + secondNo) / all;
    const q = (firstNo + secondYes) / all;
    const r = (firstYes * secondNo) / all;
    const t = (firstNo * secondYes) / all;
    sums.used += 1;
    sums.people += all;
    sums.second += second;
    sums.agreeing += r;
    sums.opposing += t;
    sums.variance += (first * second * yes * no) / (all * all * (all - 1));
    sums.pr += p * r;
    sums.cross += p * t + q * r;
    sums.qt += q * t;
  }
}

/** Variance of the log of the common odds ratio. */
export function logOddsVariance({ agreeing, opposing, pr, cross, qt }: CommonOddsSums): number {
  return pr / (2 * agreeing ** 2) + cross / (2 * agreeing * opposing) + qt / (2 * opposing ** 2);
}

/** (|gap| - correction)^2 / variance; a gap smaller than the correction counts as none. */
export const stratifiedChiSquared = (sums: CommonOddsSums, correction: number): number =>
  Math.max(0, Math.abs(sums.agreeing - sums.opposing) - correction) ** 2 / sums.variance;

export interface ChiSquaredTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export const chiSquaredTest = (statistic: number, degreesOfFreedom: number): ChiSquaredTest => ({
  statistic,
  degreesOfFreedom,
  pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
});

export interface StratifiedComparison {
  readonly corrected: ChiSquaredTest;
  readonly uncorrected: ChiSquaredTest;
  /** Refused where one group never does better in any stratum: zero or without bound. */
  readonly oddsRatio: Result<{ readonly value: number; readonly interval: Interval }, 'one-sided'>;
  readonly strataUsed: number;
  readonly strataSkipped: number;
  readonly people: number;
}

const CONTINUITY = 0.5;

/** Refused where no stratum compares the groups. */
export function stratifiedComparison(
  tables: readonly TwoByTwo[],
  confidence: number,
): Result<StratifiedComparison, 'no-comparison'> {
  const sums = noStrata();
  for (const { firstYes, firstAll, secondYes, secondAll } of tables) {
    addStratum(sums, firstYes, firstAll - firstYes, secondYes, secondAll - secondYes);
  }
  if (sums.used === 0) {
    return refuse('no-comparison', 'no stratum holds people of both groups who differ in outcome');
  }
  const value = sums.agreeing / sums.opposing;
  const factor = Math.exp(normalQuantile(0.5 + confidence / 2) * Math.sqrt(logOddsVariance(sums)));
  return success({
    corrected: chiSquaredTest(stratifiedChiSquared(sums, CONTINUITY), 1),
    uncorrected: chiSquaredTest(stratifiedChiSquared(sums, 0), 1),
    oddsRatio:
      sums.agreeing === 0 || sums.opposing === 0
        ? refuse('one-sided', 'one group never does better in any stratum: no bound')
        : success({ value, interval: { low: value / factor, high: value * factor } }),
    strataUsed: sums.used,
    strataSkipped: tables.length - sums.used,
    people: sums.people,
  });
}
