/**
 * Ordinal logistic regression for items with more than two points: does knowing the group help to predict the points once the score is
 * known, alike or not at every score?
 *
 *     logit P(points >= k) = threshold k + b1 score + b2 group + b3 score group
 *
 * Sources: French & Miller (1996), Zumbo (1999). Uniform: b2, 1 df; non-uniform: b3, 1 df; both, 2 df; by twice the gain in
 * log-likelihood. Assumes that score and group shift all thresholds alike.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import type { KindCells } from '../../numerics/fitting/multinomial.ts';
import { fitOrdinal } from '../../numerics/fitting/ordinal.ts';
import type { Tested } from './breslow-day.ts';
import type { LogisticFault } from './logistic.ts';
import type { GroupLevel } from './several-groups-levels.ts';

export interface OrdinalLogisticDif {
  readonly both: Tested;
  readonly uniform: Tested;
  readonly nonUniform: Tested;
  /** The log odds of the focal group against the reference group at the same score; below zero, it earns less. */
  readonly logOdds: number;
  readonly referencePeople: number;
  readonly focalPeople: number;
}

/** `levels` hold the reference group first, then the focal, and points rising from left to right. */
export function ordinalLogisticDif(
  levels: readonly GroupLevel[],
): Result<OrdinalLogisticDif, LogisticFault> {
  const earned = earnedPoints(levels);
  const [referencePeople = 0, focalPeople = 0] = [0, 1].map((group) =>
    earned.reduce((sum, { counts }) => sum + sumOf(at(counts, group)), 0),
  );
  if (referencePeople === 0 || focalPeople === 0) {
    return refuse('no-comparison', 'one of the groups has nobody with an answer to this item');
  }
  if ((earned[0]?.counts[0]?.length ?? 0) < 2) {
    return refuse('no-variance', 'everybody earned the same points: there is nothing to explain');
  }
  const score = fitOrdinal(cellsOf(earned, 1));
  const group = fitOrdinal(cellsOf(earned, 2));
  const whole = fitOrdinal(cellsOf(earned, 3));
  if (!score.ok) {
    return score;
  }
  if (!group.ok) {
    return group;
  }
  if (!whole.ok) {
    return whole;
  }
  return success({
    both: gained(whole.value.logLikelihood - score.value.logLikelihood, 2),
    uniform: gained(group.value.logLikelihood - score.value.logLikelihood, 1),
    nonUniform: gained(whole.value.logLikelihood - group.value.logLikelihood, 1),
    logOdds: at(group.value.coefficients, 1),
    referencePeople,
    focalPeople,
  });
}

function gained(gain: number, degreesOfFreedom: number): Tested {
  const statistic = Math.max(0, 2 * gain);
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

/** Points that nobody earned are no category. */
function earnedPoints(levels: readonly GroupLevel[]): readonly GroupLevel[] {
  const width = levels[0]?.counts[0]?.length ?? 0;
  const used = Array.from({ length: width }, (_, kind) => kind).filter((kind) =>
    levels.some(({ counts }) => counts.some((row) => at(row, kind) > 0)),
  );
  return levels.map(({ score, counts }) => ({
    score,
    counts: counts.map((row) => used.map((kind) => at(row, kind))),
  }));
}

function cellsOf(levels: readonly GroupLevel[], terms: number): KindCells {
  const cells = levels.flatMap(({ score, counts }) =>
    counts.map((row, group) => ({
      values: [score, group, score * group].slice(0, terms),
      counts: row,
    })),
  );
  const used = cells.filter(({ counts }) => sumOf(counts) > 0);
  return { values: used.map(({ values }) => values), counts: used.map(({ counts }) => counts) };
}

const sumOf = (row: readonly number[]): number => row.reduce((sum, n) => sum + n, 0);
