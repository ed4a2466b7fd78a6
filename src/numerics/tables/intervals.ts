/**
 * Confidence intervals for counted shares: how far the truth may lie from what was counted.
 *
 * Wilson for one rate (Wilson 1927), Newcombe for a difference of two rates (Newcombe 1998, method 10:
 * built from the two Wilson intervals), Katz for a ratio of two rates and Woolf for an odds ratio (both
 * symmetric on the scale of logarithms). Wilson and Newcombe stay sensible when nobody or everybody
 * said yes; Katz and Woolf then have no answer and refuse.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { checked, oddsRatio, ratioOfRates, type TwoByTwo } from './two-by-two.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** For one rate. */
export function wilson(yes: number, all: number, confidence: number): Interval {
  if (!(all > 0 && yes >= 0 && yes <= all)) {
    throw new RangeError(`no rate in ${yes} of ${all}`);
  }
  const z = width(confidence);
  const p = yes / all;
  const s = (z * z) / all;
  const middle = (p + s / 2) / (1 + s);
  const reach = (z * Math.sqrt((p * (1 - p)) / all + s / all / 4)) / (1 + s);
  return { low: yes === 0 ? 0 : middle - reach, high: yes === all ? 1 : middle + reach };
}

/** For first rate minus second rate. */
export function newcombe(table: TwoByTwo, confidence: number): Interval {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  const p1 = firstYes / firstAll;
  const p2 = secondYes / secondAll;
  const one = wilson(firstYes, firstAll, confidence);
  const two = wilson(secondYes, secondAll, confidence);
  return {
    low: p1 - p2 - Math.hypot(p1 - one.low, two.high - p2),
    high: p1 - p2 + Math.hypot(one.high - p1, p2 - two.low),
  };
}

/** For first rate divided by second rate. */
export function katz(table: TwoByTwo, confidence: number): Result<Interval, 'undefined'> {
  const ratio = ratioOfRates(table);
  if (!ratio.ok) {
    return ratio;
  }
  const { firstYes, firstAll, secondYes, secondAll } = table;
  if (firstYes === 0) {
    return refuse('undefined', 'nobody in the first group said yes: the log ratio has no bound');
  }
  const variance = 1 / firstYes - 1 / firstAll + (1 / secondYes - 1 / secondAll);
  return success(onLogScale(ratio.value, variance, confidence));
}

/** For an odds ratio. */
export function woolf(table: TwoByTwo, confidence: number): Result<Interval, 'undefined'> {
  const ratio = oddsRatio(table);
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const counts = [firstYes, firstAll - firstYes, secondYes, secondAll - secondYes];
  if (!ratio.ok) {
    return ratio;
  }
  if (counts.includes(0)) {
    return refuse('undefined', 'one of the four counts is zero: the log odds have no bound');
  }
  const variance = counts.reduce((sum, count) => sum + 1 / count, 0);
  return success(onLogScale(ratio.value, variance, confidence));
}

/** How many standard errors an interval reaches to each side. */
function width(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence lies between 0 and 1, got ${confidence}`);
  }
  return normalQuantile(0.5 + confidence / 2);
}

function onLogScale(ratio: number, variance: number, confidence: number): Interval {
  const factor = Math.exp(width(confidence) * Math.sqrt(variance));
  return { low: ratio / factor, high: ratio * factor };
}
