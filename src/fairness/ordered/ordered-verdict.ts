/**
 * What a comparison of ordered outcomes among like cases shows, in one of three words; the same three as for outcomes
 * (fairness/impact/verdict).
 *
 * - parity shown: with 90 % confidence, the focal member has the harder outcome in 40 to 60 of 100 pairs of like cases
 * - disparity shown: the rank test among like cases finds a difference at 5 %, after Holm's rule where several groups are
 *   compared, and parity is not shown
 * - cannot tell yet: neither; with how many more people would settle it four times in five
 *
 * Ten in a hundred is a convention for monitoring, chosen here. No verdict rests on fewer than eleven members of either
 * group: below, the normal p-value of the rank test strays from what it says.
 */
import { refuse } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { Verdict } from '../impact/verdict.ts';
import type { RankTestWithin } from './rank-test-within.ts';

export const SMALLEST_FOR_ORDER = 11;
const MARGIN = 0.1;
const SIGNIFICANCE = 0.05;
/** The confidence with which `parityEnds` are worked out. */
export const PARITY_CONFIDENCE = 0.9;
const POWER = 0.8;

export interface OrderedGap
  extends Pick<RankTestWithin, 'superiority' | 'focalCompared' | 'referenceCompared'> {
  /** The ends of its 90 % interval. */
  readonly parityEnds: { readonly low: number; readonly high: number };
}

export function orderedVerdict(gap: OrderedGap, raisedP: number, comparisons: number): Verdict {
  const { low, high } = gap.parityEnds;
  const missing = SMALLEST_FOR_ORDER - Math.min(gap.focalCompared, gap.referenceCompared);
  if (missing > 0) {
    return { state: 'cannot-tell-yet', furtherPeople: missing, because: undefined };
  }
  if (low > 0.5 - MARGIN && high < 0.5 + MARGIN) {
    return { state: 'parity-shown' };
  }
  if (raisedP < SIGNIFICANCE) {
    return { state: 'disparity-shown' };
  }
  return { state: 'cannot-tell-yet', ...furtherPeople(gap, SIGNIFICANCE / comparisons) };
}

/**
 * Enough to show parity if there is any; and where there are that many already, enough to show the gap that was seen. The
 * error falls with the square root of the number of people.
 */
function furtherPeople(gap: OrderedGap, significance: number) {
  const { parityEnds, superiority } = gap;
  const error =
    (parityEnds.high - parityEnds.low) / (2 * normalQuantile(0.5 + PARITY_CONFIDENCE / 2));
  const people = gap.focalCompared + gap.referenceCompared;
  const parity = normalQuantile(0.5 + PARITY_CONFIDENCE / 2) + normalQuantile(0.5 + POWER / 2);
  const timesForParity = ((parity * error) / MARGIN) ** 2;
  if (timesForParity > 1) {
    return { furtherPeople: Math.ceil(people * (timesForParity - 1)), because: undefined };
  }
  if (superiority === 0.5) {
    const { refusal } = refuse(
      'cannot-plan',
      'there are people enough, and the outcomes are alike',
    );
    return { furtherPeople: undefined, because: refusal };
  }
  const needed = normalQuantile(1 - significance / 2) + normalQuantile(POWER);
  const timesForGap = ((needed * error) / (superiority - 0.5)) ** 2;
  return {
    furtherPeople: Math.max(1, Math.ceil(people * (timesForGap - 1))),
    because: undefined,
  };
}
