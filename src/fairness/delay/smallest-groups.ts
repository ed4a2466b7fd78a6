/**
 * The smallest groups of which a test of waiting is worth a sentence: below, it cries wolf too often. Where groups are alike,
 * a nominal 5 percent turned out, with 3, 10 and 20 in the smaller group and four times as many in the other (3 against 40):
 * log-rank 10, 5 and 6 percent; Cox 8, 5 and 6; restricted mean 24 to 31, 8 and 7.
 * Source: simulations/delay-false-alarms.ts.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { peopleIn, sortedWaits, type Waits } from './waits.ts';

/** For the log-rank test and the hazard ratio. */
export const SMALLEST_FOR_PACE = 10;
/** For the difference in mean days, and so for any verdict, which rests on it. */
export const SMALLEST_FOR_DAYS = 20;

/** Refused where one of the groups is smaller, with its size. */
export function enoughWaits(
  groups: readonly Waits[],
  least: number,
): Result<undefined, 'too-few-waits'> {
  const smallest = Math.min(...groups.map((waits) => peopleIn(sortedWaits(waits))));
  return smallest >= least
    ? success(undefined)
    : refuse(
        'too-few-waits',
        `the smaller group has ${smallest} matters; below ${least} this test cries wolf too often`,
      );
}
