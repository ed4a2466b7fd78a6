/**
 * A waiting curve as it may be published: a point only where at least eleven more people have been answered since the
 * point before, none once fewer than eleven still wait, and shares in whole percents. A curve drawn in full would tell
 * on which day each single person was answered.
 */
import type { WaitingStep } from '../../fairness/delay/waiting.ts';
import { SMALLEST_SHOWN } from '../../fairness/groups/group.ts';

export interface CurvePoint {
  readonly day: number;
  /** Share still waiting from this day on, 0 to 1, in whole percents. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const START: CurvePoint = { day: 0, share: 1, low: 1, high: 1 };

export function publishedCurve(curve: readonly WaitingStep[]): readonly CurvePoint[] {
  const points = [START];
  let answeredSince = 0;
  for (const { day, waiting, answered, share, low, high } of curve) {
    answeredSince += answered;
    if (waiting - answered < SMALLEST_SHOWN) {
      break;
    }
    if (answeredSince >= SMALLEST_SHOWN) {
      points.push({ day, share: percents(share), low: percents(low), high: percents(high) });
      answeredSince = 0;
    }
  }
  return points;
}

const percents = (share: number): number => Math.round(share * 100) / 100;
