/**
 * How many people it takes to tell. Two questions, each answered so that the answer would be found four
 * times in five:
 *
 * - if the gap is as large as it looks, how many people would show it? The usual normal approximation for
 *   two rates (Fleiss 1981), with groups in the shares they have
 * - if there is no gap at all, how many people would show that it lies inside the margin? The interval of
 *   the log ratio must fit between log 4/5 and log 5/4 with room for chance on both sides
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';

export const MARGIN = 4 / 5;
export const PARITY_CONFIDENCE = 0.9;
const POWER = 0.8;

/** People in the first group, when the second has `share` people for each of them. */
export function peopleToShowGap(
  firstRate: number,
  secondRate: number,
  share: number,
  significance: number,
): number {
  const pooled = (firstRate + share * secondRate) / (1 + share);
  const noGap = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / share));
  const gap = Math.sqrt(firstRate * (1 - firstRate) + (secondRate * (1 - secondRate)) / share);
  const reach = normalQuantile(1 - significance / 2) * noGap + normalQuantile(POWER) * gap;
  return (reach / (firstRate - secondRate)) ** 2;
}

/** People in each of two equal groups that show a gap of Cohen's h, by the normal approximation (Cohen 1988). */
export function peopleForEffect(cohenH: number, significance: number): number {
  const reach = normalQuantile(1 - significance / 2) + normalQuantile(POWER);
  return (2 * reach * reach) / (cohenH * cohenH);
}

/** How many times the people of a table it takes to show parity, if both rates are the pooled one. */
export function timesToShowParity(table: TwoByTwo): Result<number, 'cannot-plan'> {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const yes = firstYes + secondYes;
  const no = firstAll + secondAll - yes;
  if (yes === 0 || no === 0) {
    const all = yes === 0 ? 'nobody succeeded' : 'everybody succeeded';
    return refuse('cannot-plan', `${all} so far, so nothing says how large a sample it takes`);
  }
  const odds = Math.max(yes / no, no / yes);
  const reach = normalQuantile(0.5 + PARITY_CONFIDENCE / 2) + normalQuantile(1 - (1 - POWER) / 2);
  const error = Math.sqrt(odds * (1 / firstAll + 1 / secondAll));
  return success(((reach * error) / Math.log(1 / MARGIN)) ** 2);
}

/**
 * How many more people, in the shares the groups have, would settle the comparison: enough to show parity
 * if there is any; and where there are that many already, enough to show the gap that was seen.
 */
export function furtherPeople(
  table: TwoByTwo,
  significance: number,
): Result<number, 'cannot-plan'> {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const people = firstAll + secondAll;
  const parity = timesToShowParity(table);
  if (!parity.ok) {
    return parity;
  }
  if (parity.value > 1) {
    return success(Math.ceil(people * (parity.value - 1)));
  }
  const [first, second] = [firstYes / firstAll, secondYes / secondAll];
  if (first === second) {
    return refuse('cannot-plan', 'there are people enough, and the rates are equal');
  }
  const needed = peopleToShowGap(first, second, secondAll / firstAll, significance);
  return success(Math.max(1, Math.ceil((needed / firstAll - 1) * people)));
}
