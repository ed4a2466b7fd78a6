/**
 * A waiting curve as it may be published: a point only where at least eleven more people have been answered since the
 * point before, none once fewer than eleven still wait, and shares in whole percents. A curve drawn in full would tell
 * on which day each single person was answered.
 *
 * Shares and their intervals also tell how many people the curve rests on, and with the number of those answered, how
 * many are still open. The ends of the intervals are therefore rounded to the finest step that leaves at least five
 * numbers of people possible, and left out where none does.
 */

import { at } from '../../kernel/result/at.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { WaitingStep } from '../delay/waiting.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { RULES } from './linked-tables.ts';

export interface CurvePoint {
  readonly day: number;
  /** Share still waiting from this day on, 0 to 1, in whole percents. */
  readonly share: number;
  /** Undefined where any end would tell how many people there are. */
  readonly ends: { readonly low: number; readonly high: number } | undefined;
}

const START: CurvePoint = { day: 0, share: 1, ends: { low: 1, high: 1 } };
const WHOLE_PERCENTS = 0.01;
const STEPS = [0.01, 0.02, 0.05, 0.1] as const;
const Z = normalQuantile(0.975);

/** `people` is how many the curve rests on; it is never printed. */
export function publishedCurve(
  curve: readonly WaitingStep[],
  people: number,
): readonly CurvePoint[] {
  const steps = coarseSteps(curve);
  const withEnds = STEPS.map((step) => steps.map((one) => pointOf(one, step)));
  const safe = withEnds.find((points) => possiblePeople(points, people).length >= RULES.values);
  const points = safe ?? steps.map((one) => ({ ...pointOf(one, 1), ends: undefined }));
  return [START, ...points];
}

function coarseSteps(curve: readonly WaitingStep[]): readonly WaitingStep[] {
  const kept: WaitingStep[] = [];
  let answeredSince = 0;
  for (const step of curve) {
    answeredSince += step.answered;
    if (step.waiting - step.answered < SMALLEST_SHOWN) {
      break;
    }
    if (answeredSince >= SMALLEST_SHOWN) {
      kept.push(step);
      answeredSince = 0;
    }
  }
  return kept;
}

const pointOf = (
  { day, share, low, high }: Pick<WaitingStep, 'day' | 'share' | 'low' | 'high'>,
  step: number,
): CurvePoint => ({
  day,
  share: rounded(share, WHOLE_PERCENTS),
  ends: { low: rounded(low, step), high: rounded(high, step) },
});

const rounded = (share: number, step: number): number =>
  Math.round(Math.round(share / step) * step * 100) / 100;

/**
 * The numbers of people that a reader cannot rule out who takes it that nobody left before the last point: then the
 * interval at each point is that of so many answered out of so many. Somebody leaving earlier only leaves more
 * possible. Looked for from the true number outwards, until so many are found as are asked for.
 */
export function possiblePeople(
  points: readonly CurvePoint[],
  people: number,
  asked = RULES.values,
): readonly number[] {
  const step = stepOf(points);
  const found: number[] = [];
  for (let away = 0; away <= people && found.length < asked; away += 1) {
    for (const all of away === 0 ? [people] : [people - away, people + away]) {
      if (all >= SMALLEST_SHOWN && points.every((point) => couldCome(point, all, step))) {
        found.push(all);
      }
    }
  }
  return found;
}

function couldCome(point: CurvePoint, all: number, step: number): boolean {
  const most = Math.ceil((1 - point.share + WHOLE_PERCENTS / 2) * all);
  const least = Math.floor((1 - point.share - WHOLE_PERCENTS / 2) * all);
  for (let answered = Math.max(0, least); answered <= most && answered < all; answered += 1) {
    if (reads(point, answered, all, step)) {
      return true;
    }
  }
  return false;
}

function reads({ share, ends }: CurvePoint, answered: number, all: number, step: number): boolean {
  const own = 1 - answered / all;
  const relative = Math.sqrt(answered / (all * (all - answered)));
  return (
    isRounded(own, share, WHOLE_PERCENTS) &&
    (ends === undefined ||
      (isRounded(own * Math.exp(-Z * relative), ends.low, step) &&
        isRounded(Math.min(1, own * Math.exp(Z * relative)), ends.high, step)))
  );
}

// Products of many steps differ from one quotient in the last bits, which must not decide a half.
const LAST_BITS = 1e-9;
const isRounded = (exact: number, print: number, step: number): boolean =>
  Math.abs(exact - print) <= step / 2 + LAST_BITS;

/** The step a reader sees that the ends are rounded to: the coarsest that they all agree with. */
function stepOf(points: readonly CurvePoint[]): number {
  const ends = points.flatMap((point) =>
    point.ends === undefined ? [] : [point.ends.low, point.ends.high],
  );
  const agreed = STEPS.filter((step) => ends.every((end) => rounded(end, step) === end));
  return at(agreed, agreed.length - 1);
}
