/**
 * Events for each person, in two groups: does one group meet with an event, such as a complaint, more often than the other?
 *
 *     ratio = (events / people, focal) / (events / people, reference),   error of ln ratio = sqrt(1/events + 1/events)
 *
 * Assumes that events come one by one and that people count alike. The verdict reads as that of outcomes: parity where the 90 %
 * interval lies between 4/5 and 5/4, disparity where the two rates differ at 5 % after Holm's rule.
 * Source: Rothman & Greenland (1998), chapter 14, for the interval of a ratio of rates.
 */
import { at } from '../../kernel/result/at.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';

export interface EventCount {
  readonly group: string;
  readonly events: number;
  readonly people: number;
}

export interface RateComparison {
  readonly group: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly state: 'disparity-shown' | 'parity-shown' | 'cannot-tell-yet';
}

const MARGIN = 4 / 5;
const SIGNIFICANCE = 0.05;

/** Each focal group against the reference; those in which nothing happened, or nobody is, are left out. */
export function compareRates(
  focal: readonly EventCount[],
  reference: EventCount,
): readonly RateComparison[] {
  const countable = ({ events, people }: EventCount): boolean => events > 0 && people > 0;
  const compared = countable(reference) ? focal.filter(countable) : [];
  const gaps = compared.map(({ events, people }) => ({
    log: Math.log(events / people / (reference.events / reference.people)),
    error: Math.sqrt(1 / events + 1 / reference.events),
  }));
  const raised = holm(gaps.map(({ log, error }) => normalTwoSided(log / error)));
  return gaps.map(({ log, error }, place) => {
    const end = (confidence: number, sign: 1 | -1): number =>
      Math.exp(log + sign * normalQuantile(0.5 + confidence / 2) * error);
    const isAlike = end(0.9, -1) > MARGIN && end(0.9, 1) < 1 / MARGIN;
    const isGap = at(raised, place) < SIGNIFICANCE;
    return {
      group: at(compared, place).group,
      ratio: Math.exp(log),
      low: end(0.95, -1),
      high: end(0.95, 1),
      state: isAlike ? 'parity-shown' : isGap ? 'disparity-shown' : 'cannot-tell-yet',
    };
  });
}
