/**
 * How long people wait, with the matters that are still open counted: leaving somebody without an answer is an act too.
 *
 * Kaplan-Meier: after each day on which somebody was answered, the share still waiting is multiplied by
 * 1 - answered / waiting. A matter that is still open counts as waiting up to today and says nothing about later.
 * Standard error by Greenwood; interval on the logarithm of the share, or on the logarithm of that ("log-log"), which
 * keeps to 0 and 1 by itself and is the better one for small groups.
 * Assumes that matters still open would be answered like those followed longer.
 * Sources: Kaplan & Meier (1958); Greenwood (1926); Kalbfleisch & Prentice (1980) for log-log; as computed by R's
 * survival::survfit (conf.type "log" and "log-log").
 */
import { at } from '../../kernel/result/at.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { eachAnswerDay, sortedWaits, type Waits } from './waits.ts';

export interface WaitingStep {
  readonly day: number;
  /** Still waiting just before this day. */
  readonly waiting: number;
  readonly answered: number;
  /** The share that waits longer than this day, 0 to 1. */
  readonly share: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

export type WaitingInterval = 'log' | 'log-log';

/** One step for each day on which somebody was answered, in order. Empty where nobody was. */
export function waitingCurve(
  waits: Waits,
  confidence = 0.95,
  interval: WaitingInterval = 'log',
): readonly WaitingStep[] {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const ends = interval === 'log' ? logEnds : logLogEnds;
  const steps: WaitingStep[] = [];
  let share = 1;
  let hazardVariance = 0;
  eachAnswerDay([sortedWaits(waits)], (day, atRisk, answers) => {
    const waiting = at(atRisk, 0);
    const answered = at(answers, 0);
    share *= 1 - answered / waiting;
    hazardVariance += answered / (waiting * (waiting - answered));
    const relative = Math.sqrt(hazardVariance);
    steps.push(
      waiting === answered
        ? { day, waiting, answered, share: 0, error: 0, low: 0, high: 0 }
        : { day, waiting, answered, share, error: share * relative, ...ends(share, z * relative) },
    );
  });
  return steps;
}

const logEnds = (share: number, reach: number) => ({
  low: share * Math.exp(-reach),
  high: Math.min(1, share * Math.exp(reach)),
});

function logLogEnds(share: number, reach: number) {
  const wide = Math.exp(reach / Math.abs(Math.log(share)));
  return { low: share ** wide, high: share ** (1 / wide) };
}

/** The share still waiting after a day: the last step at or before it. */
export function shareWaiting(curve: readonly WaitingStep[], day: number): number {
  return curve.findLast((step) => step.day <= day)?.share ?? 1;
}

/** The first day by which at most half still waited; undefined where that never came. */
export const medianWait = (curve: readonly WaitingStep[]): number | undefined =>
  curve.find((step) => step.share <= HALF)?.day;

// A half reached by multiplying shares can come out above one half in its last digit.
const HALF = 0.5 + 1e-12;

export interface MedianInterval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * The days on which the ends of the interval reach one half; undefined where an end never does, as after the last answer,
 * where there is no interval any more (Brookmeyer & Crowley 1982).
 */
export const medianInterval = (curve: readonly WaitingStep[]): MedianInterval => ({
  low: curve.find((step) => step.share > 0 && step.low <= 0.5)?.day,
  high: curve.find((step) => step.share > 0 && step.high <= 0.5)?.day,
});
