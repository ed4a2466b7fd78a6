/**
 * Answers for each day that matters lay open: how many times faster one group's pile is worked down than another's. Needs
 * counts and days only, so that it can be said of a year's books without the history of each matter.
 *
 *     ratio = (answers / open days) of the focal group over the same of the reference group
 *
 * Exact: given all answers, the focal group's number is binomial with its share of the open days. Interval by Clopper and
 * Pearson, p-value by adding all outcomes no likelier than the one seen.
 * Assumes that answers come one by one at a steady pace; where the pace changes with age, use the waiting curves.
 * Source: Przyborowski & Wilenski (1940); Clopper & Pearson (1934); as computed by R's stats::poisson.test.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { betaQuantile } from '../../numerics/distributions/beta.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import { peopleIn, sortedWaits, type Waits } from './waits.ts';

export interface OpenTime {
  readonly answers: number;
  readonly openDays: number;
}

export interface RateRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
}

const EQUALLY_LIKELY = 1 + 1e-7;

/** How many answers a group got, and how many days its matters lay open in all. */
export function openTime(waits: Waits): OpenTime {
  const sorted = sortedWaits(waits);
  const sum = (days: Float64Array): number => days.reduce((all, one) => all + one, 0);
  return {
    answers: sorted.answeredAfter.length,
    openDays: peopleIn(sorted) === 0 ? 0 : sum(sorted.answeredAfter) + sum(sorted.openSince),
  };
}

/** Refused where a group has no open days, or nobody in the reference group was answered. */
export function answerRateRatio(
  focal: OpenTime,
  reference: OpenTime,
  confidence = 0.95,
): Result<RateRatio, 'no-open-days' | 'no-answers'> {
  if (!(focal.openDays > 0 && reference.openDays > 0)) {
    return refuse('no-open-days', 'the matters of one group have not been open for a day');
  }
  if (reference.answers === 0) {
    return refuse('no-answers', 'nobody in the reference group has been answered');
  }
  const times = reference.openDays / focal.openDays;
  const share = focal.openDays / (focal.openDays + reference.openDays);
  const tail = (1 - confidence) / 2;
  const low = focal.answers === 0 ? 0 : betaQuantile(tail, focal.answers, reference.answers + 1);
  const high = betaQuantile(1 - tail, focal.answers + 1, reference.answers);
  return success({
    ratio: (focal.answers / reference.answers) * times,
    low: (low / (1 - low)) * times,
    high: (high / (1 - high)) * times,
    pValue: twoSided(focal.answers, focal.answers + reference.answers, share),
  });
}

function twoSided(seen: number, all: number, share: number): number {
  const limit = binomialPoint(seen, all, share, 1 - share) * EQUALLY_LIKELY;
  let sum = 0;
  for (let count = 0; count <= all; count += 1) {
    const chance = binomialPoint(count, all, share, 1 - share);
    sum += chance <= limit ? chance : 0;
  }
  return Math.min(1, sum);
}
