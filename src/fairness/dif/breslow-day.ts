/**
 * Breslow-Day: is the item's odds ratio the same at every score? Where it is not, the item favors one group among the able
 * and another (or less) among the less able, and one common odds ratio hides that.
 *
 *     chi-squared = sum over scores of (a - E)^2 / V,  E the expected right answers at the common odds ratio
 *
 * Sources: Breslow & Day (1980), equation 4.32; Tarone (1985) for the correction that the Mantel-Haenszel odds ratio
 * needs; Breslow & Day (1987) for the trend over scores, as in Penfield (2003). E solves a quadratic, written here so that
 * an odds ratio of exactly 1 is no special case: E = 2 psi n m / (s + sqrt(s^2 - 4 psi (psi - 1) n m)).
 * Many thin strata make the first form say little; the trend, on one degree of freedom, is what to read.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { expectedYes } from '../../numerics/tables/homogeneity.ts';
import { type ChiSquaredTest, chiSquaredTest } from '../../numerics/tables/stratified-odds.ts';
import { mantelHaenszel, type ScoreLevel } from './mantel-haenszel.ts';

/** A statistic that follows chi-squared where there is nothing to find. */
export type Tested = ChiSquaredTest;

export interface BreslowDay {
  readonly homogeneity: Tested;
  /** The same with Tarone's correction. */
  readonly tarone: Tested;
  /** Does the odds ratio rise or fall with the score? */
  readonly trend: Tested;
  /** Above zero, the item turns against the focal group as scores rise. */
  readonly trendGap: number;
  readonly strataUsed: number;
  readonly people: number;
  readonly focalMatched: number;
}

interface Expected {
  readonly score: number;
  /** Observed less expected right answers of the reference group. */
  readonly excess: number;
  readonly variance: number;
}

/** Refused where the odds ratio is zero or unbounded, or where fewer than two scores compare the groups. */
export function breslowDay(
  levels: readonly ScoreLevel[],
): Result<BreslowDay, 'no-comparison' | 'one-sided' | 'one-level'> {
  const common = mantelHaenszel(levels);
  if (!common.ok) {
    return common;
  }
  const { effect, people, focalMatched, strataUsed } = common.value;
  if (!effect.ok) {
    return effect;
  }
  if (strataUsed < 2) {
    return refuse('one-level', 'only one score compares the groups: nothing to compare it with');
  }
  const cells = levels.flatMap((level) => expectedAt(level, effect.value.oddsRatio));
  const sum = (value: (cell: Expected) => number): number =>
    cells.reduce((total, cell) => total + value(cell), 0);
  const variance = sum((cell) => cell.variance);
  const statistic = sum(({ excess, variance: v }) => excess ** 2 / v);
  const allExcess = sum(({ excess }) => excess);
  const trendGap = sum(({ score, excess }) => score * excess);
  // Centered, so that large scores do not cancel digits away.
  const middle = sum(({ score, variance: v }) => score * v) / variance;
  const trendVariance = sum(({ score, variance: v }) => (score - middle) ** 2 * v);
  return success({
    homogeneity: chiSquaredTest(statistic, cells.length - 1),
    tarone: chiSquaredTest(Math.max(0, statistic - allExcess ** 2 / variance), cells.length - 1),
    trend: chiSquaredTest(trendGap ** 2 / trendVariance, 1),
    trendGap: trendGap - middle * allExcess,
    strataUsed: cells.length,
    people,
    focalMatched,
  });
}

function expectedAt(level: ScoreLevel, oddsRatio: number): readonly Expected[] {
  const table = {
    firstYes: level.referenceRight,
    firstAll: level.referenceRight + level.referenceWrong,
    secondYes: level.focalRight,
    secondAll: level.focalRight + level.focalWrong,
  };
  const cell = expectedYes(table, oddsRatio);
  return cell === undefined
    ? []
    : [
        {
          score: level.score,
          excess: level.referenceRight - cell.expected,
          variance: cell.variance,
        },
      ];
}
