/**
 * What a difference in waiting shows, in one of three words; the same three as for outcomes (fairness/impact/verdict).
 *
 * - parity shown: with 90 % confidence, the groups wait equally long to within three days: an equivalence test at 5 %
 * - disparity shown: the log-rank test finds a difference at 5 %, after Holm's rule where several groups are compared,
 *   and parity is not shown
 * - cannot tell yet: neither; with how many more people would settle it four times in five
 *
 * Three days is a convention for monitoring, chosen here: shorter than any promise, longer than a weekend.
 */
import { refuse } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { Verdict } from '../impact/verdict.ts';

const WAIT_MARGIN_DAYS = 3;
const SIGNIFICANCE = 0.05;
const PARITY_CONFIDENCE = 0.9;
const POWER = 0.8;

export interface WaitGap {
  /** Focal less reference. */
  readonly days: number;
  readonly error: number;
  /** People in both groups. */
  readonly people: number;
}

export function waitVerdict(gap: WaitGap, raisedP: number, comparisons: number): Verdict {
  const reach = normalQuantile(0.5 + PARITY_CONFIDENCE / 2) * gap.error;
  if (Math.abs(gap.days) + reach < WAIT_MARGIN_DAYS) {
    return { state: 'parity-shown' };
  }
  if (raisedP < SIGNIFICANCE) {
    return { state: 'disparity-shown' };
  }
  return { state: 'cannot-tell-yet', ...furtherPeople(gap, SIGNIFICANCE / comparisons) };
}

/**
 * Enough to show parity if there is any; and where there are that many already, enough to show the gap that was seen.
 * The error of a mean falls with the square root of the number of people.
 */
function furtherPeople({ days, error, people }: WaitGap, significance: number) {
  const parity = normalQuantile(0.5 + PARITY_CONFIDENCE / 2) + normalQuantile(0.5 + POWER / 2);
  const timesForParity = ((parity * error) / WAIT_MARGIN_DAYS) ** 2;
  if (timesForParity > 1) {
    return { furtherPeople: Math.ceil(people * (timesForParity - 1)), because: undefined };
  }
  if (days === 0) {
    const { refusal } = refuse('cannot-plan', 'there are people enough, and the waits are equal');
    return { furtherPeople: undefined, because: refusal };
  }
  const gap = normalQuantile(1 - significance / 2) + normalQuantile(POWER);
  const timesForGap = ((gap * error) / days) ** 2;
  return {
    furtherPeople: Math.max(1, Math.ceil(people * (timesForGap - 1))),
    because: undefined,
  };
}
