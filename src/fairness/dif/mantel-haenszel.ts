/**
 * Mantel-Haenszel: does an item favor one group among people of equal ability?
 *
 * People are sorted into strata by total score. In each stratum the odds of a right answer in the
 * reference group are compared with the odds in the focal group; the common odds ratio pools the strata.
 * On the delta scale, delta = -2.35 ln(odds ratio): below zero, the item is harder for the focal group
 * than its ability explains.
 *
 * Sources: Mantel & Haenszel (1959) for the test, with half a person taken off as continuity correction;
 * Holland & Thayer (1988) for the method and the delta scale; Robins, Breslow & Greenland (1986) for the
 * variance of the log odds ratio.
 *
 * Not here: building the strata (strata, answer-counts), the class A, B or C and the direction in words
 * (verdict), a bound where the odds ratio has none (one-sided-odds).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import {
  addStratum,
  type CommonOddsSums,
  logOddsVariance,
  noStrata,
  stratifiedChiSquared,
} from '../../numerics/tables/stratified-odds.ts';

/** One score level: how many answered right and wrong in each group. */
export interface Stratum {
  readonly referenceRight: number;
  readonly referenceWrong: number;
  readonly focalRight: number;
  readonly focalWrong: number;
}

/** A stratum that knows the score its people share. */
export interface ScoreLevel extends Stratum {
  readonly score: number;
}

export interface CommonOdds {
  readonly oddsRatio: number;
  readonly logOddsVariance: number;
  readonly delta: number;
  readonly deltaError: number;
}

export interface MantelHaenszel {
  /** With the continuity correction, and its p-value: what the classes A, B and C rest on. */
  readonly chiSquared: number;
  readonly pValue: number;
  /** Without the correction: nearer its nominal level, where the corrected one is cautious. */
  readonly chiSquaredUncorrected: number;
  readonly pValueUncorrected: number;
  /** The same with the correction squared even where the gap is under half a person, as difR prints it. */
  readonly chiSquaredWithoutFloor: number;
  /** Refused where one group never does better at any level: the odds ratio is then zero or unbounded. */
  readonly effect: Result<CommonOdds, 'one-sided'>;
  /** Above zero, the reference group does better at the same score; below zero, the focal group. */
  readonly gap: number;
  /** Levels that compare the groups, and levels that cannot: one group, or one kind of answer, only. */
  readonly strataUsed: number;
  readonly strataSkipped: number;
  readonly people: number;
  readonly focalMatched: number;
}

const DELTA_PER_LOG_ODDS = -2.35;
const CONTINUITY = 0.5;

/** The test and the common odds ratio; refused where no level holds both groups and both kinds of answer. */
export function mantelHaenszel(
  strata: readonly Stratum[],
  continuity = CONTINUITY,
): Result<MantelHaenszel, 'no-comparison'> {
  const sums = sumsOver(strata);
  if (sums.used === 0) {
    return refuse('no-comparison', 'no score level holds people from both groups who differ');
  }
  const gap = sums.agreeing - sums.opposing;
  const corrected = Math.abs(gap) - continuity;
  const chiSquared = stratifiedChiSquared(sums, continuity);
  const chiSquaredUncorrected = stratifiedChiSquared(sums, 0);
  return success({
    chiSquared,
    pValue: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredUncorrected,
    pValueUncorrected: chiSquaredUpperTail(chiSquaredUncorrected, 1),
    chiSquaredWithoutFloor: corrected ** 2 / sums.variance,
    effect: commonOdds(sums),
    gap,
    strataUsed: sums.used,
    strataSkipped: strata.length - sums.used,
    people: sums.people,
    focalMatched: sums.second,
  });
}

/**
 * The statistic is (|observed - expected| - 1/2)^2 / variance, over right answers in the reference group;
 * observed minus expected equals the gap. A gap under one half counts as none: squaring the negative
 * rest, as some programs do, would turn the faintest gaps into evidence. (R's mantelhaen.test gives zero
 * there too.)
 */
function sumsOver(strata: readonly Stratum[]): CommonOddsSums {
  const sums = noStrata();
  for (const { referenceRight, referenceWrong, focalRight, focalWrong } of strata) {
    addStratum(sums, referenceRight, referenceWrong, focalRight, focalWrong);
  }
  return sums;
}

function commonOdds(sums: CommonOddsSums): Result<CommonOdds, 'one-sided'> {
  const { agreeing, opposing } = sums;
  if (agreeing === 0 || opposing === 0) {
    return refuse(
      'one-sided',
      'one group never does better at any level: the odds ratio has no bound',
    );
  }
  const oddsRatio = agreeing / opposing;
  const variance = logOddsVariance(sums);
  return success({
    oddsRatio,
    logOddsVariance: variance,
    delta: DELTA_PER_LOG_ODDS * Math.log(oddsRatio),
    deltaError: Math.abs(DELTA_PER_LOG_ODDS) * Math.sqrt(variance),
  });
}
