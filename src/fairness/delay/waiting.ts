/**
 * How long people wait, with the matters that are still open counted: leaving somebody without an answer is an act too.
 *
 * Kaplan-Meier: after each day on which somebody was answered, the share still waiting is multiplied by
 * 1 - answered / waiting. A matter that is still open counts as waiting up to today and says nothing about later.
 * Standard error by Greenwood; interval on the logarithm of the share.
 * Sources: Kaplan & Meier (1958); Greenwood (1926); as computed by R's survival::survfit (conf.type "log").
 */
import { normalQuantile } from '../../numerics/distributions/normal.ts';

export interface Wait {
  /** From opening to the answer, or to today where there is none. */
  readonly days: number;
  readonly answered: boolean;
}

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

/** One step for each day on which somebody was answered, in order. Empty where nobody was. */
export function waitingCurve(waits: readonly Wait[], confidence = 0.95): readonly WaitingStep[] {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  let share = 1;
  let hazardVariance = 0;
  return answerDays(waits).map(({ day, waiting, answered }) => {
    share *= 1 - answered / waiting;
    hazardVariance += answered / (waiting * (waiting - answered));
    const relative = Math.sqrt(hazardVariance);
    const everybody = waiting === answered;
    return {
      day,
      waiting,
      answered,
      share,
      error: everybody ? 0 : share * relative,
      low: everybody ? 0 : share * Math.exp(-z * relative),
      high: everybody ? 0 : Math.min(1, share * Math.exp(z * relative)),
    };
  });
}

/** The share still waiting after a day: the last step at or before it. */
export function shareWaiting(curve: readonly WaitingStep[], day: number): number {
  return curve.findLast((step) => step.day <= day)?.share ?? 1;
}

/** The first day by which at most half still waited; undefined where that never came. */
export const medianWait = (curve: readonly WaitingStep[]): number | undefined =>
  curve.find((step) => step.share <= 0.5)?.day;

export interface AnswerDay {
  readonly day: number;
  readonly waiting: number;
  readonly answered: number;
}

/** The days on which answers came, with how many were waiting then. */
export function answerDays(waits: readonly Wait[]): readonly AnswerDay[] {
  const sorted = waits.toSorted((a, b) => a.days - b.days);
  const days: AnswerDay[] = [];
  let place = 0;
  while (place < sorted.length) {
    const day = sorted[place]?.days ?? 0;
    const waiting = sorted.length - place;
    let answered = 0;
    while (place < sorted.length && sorted[place]?.days === day) {
      answered += sorted[place]?.answered === true ? 1 : 0;
      place += 1;
    }
    if (answered > 0) {
      days.push({ day, waiting, answered });
    }
  }
  return days;
}
