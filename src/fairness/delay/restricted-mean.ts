/**
 * How many days longer does one group wait, up to a horizon such as the promised date? The area under each waiting curve
 * up to the horizon is the mean number of days waited there; the difference is in days, which anybody can weigh.
 * Sources: Royston & Parmar (2013); Uno et al. (2014); as computed by R's survRM2::rmst2 (unadjusted).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { waitingCurve } from './waiting.ts';
import { checkedStrata, type Waits } from './waits.ts';

export interface RestrictedMean {
  readonly days: number;
  readonly error: number;
}

export interface WaitDifference {
  /** Focal less reference: above zero, the focal group waits longer. */
  readonly days: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  readonly focal: RestrictedMean;
  readonly reference: RestrictedMean;
  readonly horizonDays: number;
}

/** The mean days waited up to the horizon. Refused where nobody was followed that far and somebody still waits. */
export function restrictedMean(
  waits: Waits,
  horizonDays: number,
): Result<RestrictedMean, 'horizon-too-far' | 'nobody' | 'bad-wait'> {
  const checked = checkedStrata([[waits]]);
  if (!checked.ok) {
    return checked;
  }
  const sorted = at(at(checked.value, 0), 0);
  const longest = Math.max(sorted.answeredAfter.at(-1) ?? 0, sorted.openSince.at(-1) ?? 0);
  const curve = waitingCurve(sorted).filter(({ day }) => day <= horizonDays);
  const last = curve.at(-1);
  if (longest < horizonDays && (last?.share ?? 1) > 0) {
    return refuse(
      'horizon-too-far',
      `nobody in this group has been followed for ${horizonDays} days`,
    );
  }
  let days = 0;
  let from = 0;
  let share = 1;
  const areas: number[] = [];
  for (const step of curve) {
    areas.push(share * (step.day - from));
    from = step.day;
    share = step.share;
  }
  areas.push(share * (horizonDays - from));
  days = areas.reduce((sum, area) => sum + area, 0);
  let after = 0;
  let variance = 0;
  for (let place = curve.length - 1; place >= 0; place -= 1) {
    after += areas[place + 1] ?? 0;
    const { waiting, answered } = curve[place] ?? { waiting: 1, answered: 0 };
    variance +=
      waiting > answered ? (after * after * answered) / (waiting * (waiting - answered)) : 0;
  }
  return success({ days, error: Math.sqrt(variance) });
}

export function waitDifference(
  focal: Waits,
  reference: Waits,
  horizonDays: number,
  confidence = 0.95,
): Result<WaitDifference, 'horizon-too-far' | 'nobody' | 'bad-wait'> {
  const one = restrictedMean(focal, horizonDays);
  const other = restrictedMean(reference, horizonDays);
  if (!one.ok) {
    return one;
  }
  if (!other.ok) {
    return other;
  }
  const days = one.value.days - other.value.days;
  const error = Math.hypot(one.value.error, other.value.error);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return success({
    days,
    low: days - z * error,
    high: days + z * error,
    pValue: error > 0 ? normalTwoSided(days / error) : 1,
    focal: one.value,
    reference: other.value,
    horizonDays,
  });
}

export interface WaitRatio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
}

/** Refused where a mean is zero. How many times the reference group's mean days the focal group waits; interval on the logarithm (as survRM2's ratio). */
export const waitRatio = (
  { focal, reference }: WaitDifference,
  confidence = 0.95,
): Result<WaitRatio, 'no-ratio'> =>
  ratioOf(focal.days, reference.days, focal, reference, confidence);

/** The same of the days up to the horizon that people did not have to wait (as survRM2's ratio of time lost). */
export const spareDaysRatio = (
  { focal, reference, horizonDays }: WaitDifference,
  confidence = 0.95,
): Result<WaitRatio, 'no-ratio'> =>
  ratioOf(horizonDays - focal.days, horizonDays - reference.days, focal, reference, confidence);

function ratioOf(
  one: number,
  other: number,
  focal: RestrictedMean,
  reference: RestrictedMean,
  confidence: number,
): Result<WaitRatio, 'no-ratio'> {
  if (!(one > 0 && other > 0)) {
    return refuse('no-ratio', 'one of the groups has no days to make a ratio of');
  }
  const value = one / other;
  const error = Math.hypot(focal.error / one, reference.error / other);
  const reach = Math.exp(normalQuantile(1 - (1 - confidence) / 2) * error);
  return success({
    value,
    low: value / reach,
    high: value * reach,
    pValue: error > 0 ? normalTwoSided(Math.log(value) / error) : 1,
  });
}
