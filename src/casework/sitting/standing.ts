/**
 * What becomes of an answer that arrives late: nothing is refused. Every answer is stored and marked, and one rule,
 * the one a candidate reads before the start, says which answers count.
 *
 * The mark follows from the time at which the server received the answer and from the rows of the clock up to then.
 * What the candidate's machine says about its own time is kept as evidence and moves nothing.
 */
import { type Allowance, type ClockEvent, clockOf, remainingMs } from './clock.ts';

export type Standing =
  | 'in-time'
  /** Time was up, or the clock had been stopped, less than the grace before. */
  | 'in-grace'
  | 'while-paused'
  | 'late'
  | 'after-submit'
  | 'before-start';

/** How long an answer may be on its way after time is up. One published number; never part of the time shown. */
export const GRACE_MS = 60_000;

/** The rule itself, as candidates read it before they start. */
export const COUNTING_RULE: readonly string[] = [
  'Each choice is saved when you make it. The choice you see on the screen is your answer; there is nothing more to press.',
  'If you change an answer, the last one counts. If you move to another computer, what you choose there counts over what you chose before.',
  'Time is measured by our clock, not by yours. The time we show you is the true time left.',
  'An answer that reaches us before time is up counts. So does one that was on its way and reaches us no more than 60 seconds after time is up.',
  'While your exam is paused, the clock stands still. A choice that reaches us in the first 60 seconds of the pause counts.',
  'An answer that reaches us later, or after you have handed in, is kept and marked, and does not count by itself. If a fault was ours, a person looks at it.',
  'When time is up, we hand in what we have, whatever your computer does. A question without an answer counts as not right.',
];

const COUNTING: ReadonlySet<Standing> = new Set(['in-time', 'in-grace']);
export const counts = (standing: Standing): boolean => COUNTING.has(standing);

export function standingAt(
  allowance: Allowance,
  clock: readonly ClockEvent[],
  receivedAt: number,
): Standing {
  // An answer stamped in the same millisecond as the hand-in or the pause came with it, not after it.
  const before = clock.filter((event) =>
    event.kind === 'submit' || event.kind === 'pause'
      ? event.at < receivedAt
      : event.at <= receivedAt,
  );
  const state = clockOf(before);
  const leftMs = remainingMs(allowance, state, receivedAt);
  switch (state.status) {
    case 'not-started':
      return 'before-start';
    case 'submitted':
      return leftMs < -GRACE_MS ? 'late' : 'after-submit';
    case 'paused':
      if (leftMs < -GRACE_MS) {
        return 'late';
      }
      return receivedAt - state.since <= GRACE_MS ? 'in-grace' : 'while-paused';
    default:
      return leftMs >= 0 ? 'in-time' : leftMs >= -GRACE_MS ? 'in-grace' : 'late';
  }
}
