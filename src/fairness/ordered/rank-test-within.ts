/**
 * Do members of one group get harder outcomes than like members of another? Members are compared only within strata of like
 * cases, such as sanctions for breaches of the same provisions, and the comparisons are put together:
 *
 *     z = sum w (superiority - 1/2) / sqrt(sum w^2 v),   w = m n / (N + 1),   superiority = sum w superiority / sum w
 *
 * m and n are the members of the two groups in a stratum, N = m + n, v the variance of its superiority where the groups are
 * alike, with the ties' correction. In one stratum this is the rank test (rank-test); strata that hold one group only say
 * nothing. These weights lose least power where the gap is the same everywhere.
 * Sources: van Elteren (1960); Lehmann (1975), section 3.3; the same as the row mean score of Cochran, Mantel and Haenszel
 * with standardized mid-ranks within strata. Interval: the method 5 of Newcombe (2006) carried over to a weighted mean.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { increasingRoot } from '../../numerics/distributions/root.ts';

/** Numbers of members by outcome, mildest first, both on the same scale. */
export interface LikeMembers {
  readonly focal: readonly number[];
  readonly reference: readonly number[];
}

export interface RankTestWithin {
  /** Chance that a focal member's outcome is harder than that of a like reference member, ties half. */
  readonly superiority: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  /** Members of both groups in strata that hold both. */
  readonly focalCompared: number;
  readonly referenceCompared: number;
  readonly strataUsed: number;
}

interface Stratum {
  readonly focal: number;
  readonly reference: number;
  readonly superiority: number;
  readonly weight: number;
  /** Of the superiority, where the groups are alike. */
  readonly variance: number;
}

/** Refused where no stratum holds members of both groups, or all of them had the same outcome as the others of theirs. */
export function rankTestWithin(
  strata: readonly LikeMembers[],
  confidence = 0.95,
): Result<RankTestWithin, 'nobody' | 'no-spread'> {
  const used = strata.map(stratumOf).filter(({ focal, reference }) => focal * reference > 0);
  if (used.length === 0) {
    return refuse('nobody', 'no like cases hold members of both groups');
  }
  const variance = sumOf(used.map((one) => one.weight ** 2 * one.variance));
  if (!(variance > 0)) {
    return refuse('no-spread', 'like cases all had the same outcome');
  }
  const weight = sumOf(used.map((one) => one.weight));
  const superiority = sumOf(used.map((one) => one.weight * one.superiority)) / weight;
  return success({
    superiority,
    ...ends(used, superiority, weight, confidence),
    pValue: normalTwoSided(((superiority - 0.5) * weight) / Math.sqrt(variance)),
    focalCompared: sumOf(used.map(({ focal }) => focal)),
    referenceCompared: sumOf(used.map(({ reference }) => reference)),
    strataUsed: used.length,
  });
}

function stratumOf({ focal, reference }: LikeMembers): Stratum {
  const [m, n] = [sumOf(focal), sumOf(reference)];
  const all = m + n;
  let below = 0;
  let wins = 0;
  focal.forEach((count, step) => {
    wins += count * (below + at(reference, step) / 2);
    below += at(reference, step);
  });
  const ties = focal.reduce((sum, count, step) => {
    const together = count + at(reference, step);
    return sum + together ** 3 - together;
  }, 0);
  const tied = all > 1 ? ties / (all * (all - 1)) : 0;
  return {
    focal: m,
    reference: n,
    superiority: wins / (m * n),
    weight: (m * n) / (all + 1),
    variance: Math.max(0, all + 1 - tied) / (12 * m * n),
  };
}

/** The superiorities, taken to be the same in every stratum, from which the one seen lies just z errors away. */
function ends(strata: readonly Stratum[], seen: number, weight: number, confidence: number) {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const error = (s: number): number =>
    Math.sqrt(
      sumOf(
        strata.map(({ focal: m, reference: n, weight: w }) => {
          const extra = (m + n) / 2 - 1;
          const spread = 1 + (extra * (1 - s)) / (2 - s) + (extra * s) / (1 + s);
          return (w ** 2 * s * (1 - s) * spread) / (m * n);
        }),
      ),
    ) / weight;
  return {
    low: seen === 0 ? 0 : increasingRoot((s) => s + z * error(s) - seen, 0, seen),
    high: seen === 1 ? 1 : increasingRoot((s) => s - z * error(s) - seen, seen, 1),
  };
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
