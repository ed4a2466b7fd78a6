/**
 * Items with more than two points, in two groups: at equal score, does one group earn more points on the item?
 *
 *     chi-squared = (sum F - sum E(F))^2 / sum Var(F),  F = points of the focal group at one score
 *     SMD = sum over scores of w (mean points, focal - mean points, reference),  w = focal people
 *
 * Sources: Mantel (1963) for the test; Dorans & Schmitt (1991) for the standardized mean difference, Zwick & Thayer (1996) for its
 * standard error; the bounds .17 and .25 of SMD over the item's standard deviation are those of the National Assessment
 * (Zwick, Thayer & Mazzeo 1997). With points 0 and 1 these are the uncorrected Mantel-Haenszel statistic and STD P-DIF.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import type { Tested } from './breslow-day.ts';
import type { GroupLevel } from './several-groups-levels.ts';
import type { DifClass } from './verdict.ts';

export interface Mantel extends Tested {
  /** In points; below zero, the focal group earns fewer at the same score. */
  readonly meanDifference: number;
  readonly meanDifferenceError: number;
  /** The same over the standard deviation of the item's points. */
  readonly standardized: number;
  readonly class: DifClass;
  readonly strataUsed: number;
  readonly people: number;
  readonly focalMatched: number;
}

const SIGNIFICANCE = 0.05;
const MODERATE = 0.17;
const LARGE = 0.25;

/** `levels` hold the reference group first, then the focal; `points` says what each kind of answer is worth. */
export function mantel(
  levels: readonly GroupLevel[],
  points: readonly number[],
): Result<Mantel, 'no-comparison'> {
  const used = levels
    .map(({ counts }) => momentsOf(counts, points))
    .filter(({ r, f }) => r * f > 0);
  const focalMatched = used.reduce((sum, { f }) => sum + f, 0);
  const people = used.reduce((sum, { r, f }) => sum + r + f, 0);
  let [excess, variance, difference, differenceVariance] = [0, 0, 0, 0];
  for (const level of used) {
    const own = varianceOfFocalPoints(level);
    excess += level.focalPoints - (level.f * level.points) / (level.r + level.f);
    variance += own;
    difference += level.focalPoints - (level.f * (level.points - level.focalPoints)) / level.r;
    differenceVariance += level.f ** 2 * (1 / level.f + 1 / level.r) ** 2 * own;
  }
  if (variance === 0) {
    return refuse('no-comparison', 'no score level holds people from both groups who differ');
  }
  const statistic = excess ** 2 / variance;
  const pValue = chiSquaredUpperTail(statistic, 1);
  const meanDifference = difference / focalMatched;
  const mean = used.reduce((sum, level) => sum + level.points, 0) / people;
  const spread = used.reduce((sum, level) => sum + level.squares, 0) / people - mean ** 2;
  const standardized = meanDifference / Math.sqrt((spread * people) / (people - 1));
  return success({
    statistic,
    degreesOfFreedom: 1,
    pValue,
    meanDifference,
    meanDifferenceError: Math.sqrt(differenceVariance) / focalMatched,
    standardized,
    class: classOf(Math.abs(standardized), pValue),
    strataUsed: used.length,
    people,
    focalMatched,
  });
}

interface Moments {
  readonly r: number;
  readonly f: number;
  readonly points: number;
  readonly squares: number;
  readonly focalPoints: number;
}

function momentsOf(counts: readonly (readonly number[])[], points: readonly number[]): Moments {
  const [reference, focal] = [at(counts, 0), at(counts, 1)];
  const sum = (row: readonly number[], value: (kind: number) => number): number =>
    row.reduce((total, n, kind) => total + n * value(kind), 0);
  const worth = (kind: number): number => at(points, kind);
  const square = (kind: number): number => at(points, kind) ** 2;
  return {
    r: sum(reference, () => 1),
    f: sum(focal, () => 1),
    points: sum(reference, worth) + sum(focal, worth),
    squares: sum(reference, square) + sum(focal, square),
    focalPoints: sum(focal, worth),
  };
}

function varianceOfFocalPoints({ r, f, points, squares }: Moments): number {
  const all = r + f;
  return (r * f * (all * squares - points ** 2)) / (all ** 2 * Math.max(1, all - 1));
}

function classOf(size: number, pValue: number): DifClass {
  if (size < MODERATE || pValue >= SIGNIFICANCE) {
    return 'A';
  }
  return size < LARGE ? 'B' : 'C';
}
