/**
 * Does one group get more severe outcomes than another, on a scale whose steps are ordered but not equal? Each member of
 * one group is set against each member of the other:
 *
 *     superiority = (pairs in which the focal member's is higher + half of those equal) / all pairs
 *
 * 1/2 is alike; Cliff's delta is 2 * superiority - 1. The p-value is exact (all ways to deal the outcomes out) where the
 * smaller group is small, and normal with the ties' correction elsewhere.
 * Assumes nothing about the steps. A crossing (more of the mildest and more of the hardest) can hide in 1/2.
 * Sources: Wilcoxon (1945); Mann & Whitney (1947); Lehmann (1975) for ties and the exact count; Newcombe (2006), method 5,
 * for the interval; normal p as R's stats::wilcox.test.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { increasingRoot } from '../../numerics/distributions/root.ts';

export interface RankTest {
  /** Chance that a focal member's outcome is higher than a reference member's, ties half. */
  readonly superiority: number;
  readonly low: number;
  readonly high: number;
  readonly cliffsDelta: number;
  readonly normalP: number;
  /** With half a rank taken off for continuity. */
  readonly correctedP: number;
  /** Undefined where the groups are too large to count. */
  readonly exactP: number | undefined;
  /** Exact where it was counted, else corrected. */
  readonly pValue: number;
}

const MOST_WORK = 3e7;

/**
 * Numbers of members by outcome, lowest outcome first, for each group. Refused where a group holds nobody, or all outcomes
 * are the same.
 */
export function rankTest(
  focal: readonly number[],
  reference: readonly number[],
  confidence = 0.95,
): Result<RankTest, 'nobody' | 'no-spread'> {
  const m = sumOf(focal);
  const n = sumOf(reference);
  if (!(m > 0 && n > 0)) {
    return refuse('nobody', 'one of the groups holds nobody');
  }
  const together = focal.map((count, step) => count + at(reference, step));
  if (together.filter((count) => count > 0).length < 2) {
    return refuse('no-spread', 'everybody had the same outcome');
  }
  let below = 0;
  let wins = 0;
  focal.forEach((count, step) => {
    wins += count * (below + at(reference, step) / 2);
    below += at(reference, step);
  });
  const people = m + n;
  const ties = together.reduce((sum, t) => sum + t ** 3 - t, 0);
  const error = Math.sqrt(((m * n) / 12) * (people + 1 - ties / (people * (people - 1))));
  const gap = wins - (m * n) / 2;
  const correctedP = normalTwoSided(Math.max(0, Math.abs(gap) - 0.5) / error);
  const exactP = m <= n ? dealt(focal, together, m) : dealt(reference, together, n);
  const superiority = wins / (m * n);
  return success({
    superiority,
    ...newcombeEnds(superiority, m, n, confidence),
    cliffsDelta: 2 * superiority - 1,
    normalP: normalTwoSided(gap / error),
    correctedP,
    exactP,
    pValue: exactP ?? correctedP,
  });
}

/**
 * The share of all ways to deal the outcomes out whose rank sum lies as far from the middle as the one seen. Ranks are
 * doubled, so that ties stay whole numbers.
 */
function dealt(
  mine: readonly number[],
  together: readonly number[],
  members: number,
): number | undefined {
  let before = 0;
  const ranks = together.map((count) => {
    before += count;
    return 2 * before - count + 1;
  });
  const most = members * Math.max(...ranks);
  const work = sumOf(together.map((count) => Math.min(count, members) + 1)) * (members + 1) * most;
  if (work > MOST_WORK) {
    return undefined;
  }
  let ways = [new Map([[0, 1]])];
  for (const [step, count] of together.entries()) {
    const next = Array.from({ length: members + 1 }, () => new Map<number, number>());
    ways.forEach((sums, taken) => {
      let choices = 1;
      for (let more = 0; more <= Math.min(count, members - taken); more += 1) {
        const into = at(next, taken + more);
        for (const [sum, number] of sums) {
          const key = sum + more * at(ranks, step);
          into.set(key, (into.get(key) ?? 0) + number * choices);
        }
        choices *= (count - more) / (more + 1);
      }
    });
    ways = next;
  }
  const middle = members * (sumOf(together) + 1);
  const seen = Math.abs(sumOf(mine.map((count, step) => count * at(ranks, step))) - middle);
  let [as, all] = [0, 0];
  for (const [sum, number] of at(ways, members)) {
    all += number;
    as += Math.abs(sum - middle) >= seen ? number : 0;
  }
  return as / all;
}

/** The superiorities from which the one seen lies just z errors away. */
function newcombeEnds(seen: number, m: number, n: number, confidence: number) {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const extra = (m + n) / 2 - 1;
  const error = (s: number): number =>
    Math.sqrt((s * (1 - s) * (1 + (extra * (1 - s)) / (2 - s) + (extra * s) / (1 + s))) / (m * n));
  return {
    low: seen === 0 ? 0 : increasingRoot((s) => s + z * error(s) - seen, 0, seen),
    high: seen === 1 ? 1 : increasingRoot((s) => s - z * error(s) - seen, seen, 1),
  };
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
