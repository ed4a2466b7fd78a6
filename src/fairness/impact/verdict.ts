/**
 * What a comparison shows, in one of three words. "No significant difference" is not one of them: it is
 * what small groups always give, and it says nothing.
 *
 * - parity shown: with 90 % confidence, neither the chance to succeed nor the chance to fail differs by
 *   more than a fifth (both ratios lie between 4/5 and 5/4). That is an equivalence test at 5 %
 * - disparity shown: the gap is larger than chance explains (exact test at 5 %, after Holm's rule where
 *   several groups are compared), and parity is not shown
 * - cannot tell yet: neither; with how many more people would settle it
 *
 * A gap inside the margin counts as parity even where a large group makes it significant. Nothing here
 * says that a process is sound or unsound: people read the numbers and answer for them.
 */
import type { Refusal } from '../../kernel/result/result.ts';
import { katz } from '../../numerics/tables/intervals.ts';
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';
import { failureTable } from './compare-outcomes.ts';
import { furtherPeople, MARGIN, PARITY_CONFIDENCE } from './planning.ts';

export type Verdict =
  | { readonly state: 'disparity-shown' }
  | { readonly state: 'parity-shown' }
  | {
      readonly state: 'cannot-tell-yet';
      /** How many more people, in the shares the groups have, would settle it. */
      readonly furtherPeople: number | undefined;
      /** Why no number can be given, or why the number is not all there is to say. */
      readonly because: Refusal | undefined;
    };

const SIGNIFICANCE = 0.05;

/** `raisedP` is the exact p-value after Holm's rule; `comparisons` is how many that rule covered. */
export function impactVerdict(table: TwoByTwo, raisedP: number, comparisons: number): Verdict {
  if (insideMargin(table) && insideMargin(failureTable(table))) {
    return { state: 'parity-shown' };
  }
  if (raisedP < SIGNIFICANCE) {
    return { state: 'disparity-shown' };
  }
  const further = furtherPeople(table, SIGNIFICANCE / comparisons);
  return further.ok
    ? { state: 'cannot-tell-yet', furtherPeople: further.value, because: undefined }
    : { state: 'cannot-tell-yet', furtherPeople: undefined, because: further.refusal };
}

function insideMargin(table: TwoByTwo): boolean {
  const interval = katz(table, PARITY_CONFIDENCE);
  return interval.ok && interval.value.low > MARGIN && interval.value.high < 1 / MARGIN;
}

/** "Cannot tell yet: about 140 more people needed". Always words, never a color or a shape alone. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict.state) {
    case 'disparity-shown':
      return 'Disparity shown';
    case 'parity-shown':
      return 'Parity shown';
    default: {
      const { furtherPeople: more, because } = verdict;
      const number =
        more === undefined
          ? undefined
          : `about ${roundedUp(more).toLocaleString('en-US')} more people needed`;
      const parts = [because?.because, number].filter((part) => part !== undefined);
      return `Cannot tell yet: ${parts.length === 0 ? 'too few people' : parts.join('; ')}`;
    }
  }
}

/** Up to two leading digits: a plan is no more exact than that. */
function roundedUp(people: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / scale) * scale;
}
