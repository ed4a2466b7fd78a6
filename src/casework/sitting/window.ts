/**
 * The hours in which an exam may be sat. A window stretches for whoever was granted more time:
 * it closes for a candidate at its end or at its opening plus that candidate's allowed time, whichever is later.
 * Without this, granted time would run past the window and be counted as late.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Allowance, allowedMs } from './clock.ts';

export interface ExamWindow {
  readonly opensAt: number;
  readonly closesAt: number;
}

export const closesFor = (window: ExamWindow, allowance: Allowance): number =>
  Math.max(window.closesAt, window.opensAt + allowedMs(allowance));

/** How much of the allowed time the end of the window takes from somebody who starts now. */
export const cutByWindowMs = (window: ExamWindow, allowance: Allowance, now: number): number =>
  Math.max(0, now + allowedMs(allowance) - closesFor(window, allowance));

/** Asked when a window is scheduled, long before exam day. */
export function windowHolds(
  window: ExamWindow,
  largest: Allowance,
): Result<ExamWindow, 'window-too-short'> {
  const shortMs = allowedMs(largest) - (window.closesAt - window.opensAt);
  return shortMs > 0
    ? refuse(
        'window-too-short',
        `the window is ${Math.ceil(shortMs / 60_000)} minutes too short for the longest time that was granted`,
      )
    : success(window);
}
