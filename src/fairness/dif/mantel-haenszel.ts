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
 * Not here: building the strata (strata), the class A, B or C and the direction in words (verdict).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';

/** One score level: how many answered right and wrong in each group. */
export interface Stratum {
  readonly referenceRight: number;
  readonly referenceWrong: number;
  readonly focalRight: number;
  readonly focalWrong: number;
}

export interface CommonOdds {
  readonly oddsRatio: number;
  readonly logOddsVariance: number;
  readonly delta: number;
  readonly deltaError: number;
}

export interface MantelHaenszel {
  readonly chiSquared: number;
  readonly pValue: number;
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

export function mantelHaenszel(
  strata: readonly Stratum[],
  continuity = CONTINUITY,
): Result<MantelHaenszel, 'no-comparison'> {
  const used = strata.filter(compares);
  if (used.length === 0) {
    return refuse('no-comparison', 'no score level holds people from both groups who differ');
  }
  const agreeing = sum(used, (s) => (s.referenceRight * s.focalWrong) / size(s));
  const opposing = sum(used, (s) => (s.referenceWrong * s.focalRight) / size(s));
  const gap = agreeing - opposing;
  const corrected = Math.abs(gap) - continuity;
  const variance = varianceOfGap(used);
  const chiSquared = Math.max(0, corrected) ** 2 / variance;
  return success({
    chiSquared,
    pValue: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredWithoutFloor: corrected ** 2 / variance,
    effect: commonOdds(used, agreeing, opposing),
    gap,
    strataUsed: used.length,
    strataSkipped: strata.length - used.length,
    people: sum(used, size),
    focalMatched: sum(used, focal),
  });
}

/**
 * The statistic is (|observed - expected| - 1/2)^2 / variance, over right answers in the reference group;
 * observed minus expected equals the gap. A gap under one half counts as none: squaring the negative
 * rest, as some programs do, would turn the faintest gaps into evidence. (R's mantelhaen.test gives zero
 * there too.)
 */
function varianceOfGap(strata: readonly Stratum[]): number {
  return sum(
    strata,
    (s) => (reference(s) * focal(s) * right(s) * wrong(s)) / (size(s) ** 2 * (size(s) - 1)),
  );
}

function commonOdds(
  strata: readonly Stratum[],
  agreeing: number,
  opposing: number,
): Result<CommonOdds, 'one-sided'> {
  if (agreeing === 0 || opposing === 0) {
    return refuse(
      'one-sided',
      'one group never does better at any level: the odds ratio has no bound',
    );
  }
  const oddsRatio = agreeing / opposing;
  const logOddsVariance = varianceOfLogOdds(strata, agreeing, opposing);
  return success({
    oddsRatio,
    logOddsVariance,
    delta: DELTA_PER_LOG_ODDS * Math.log(oddsRatio),
    deltaError: Math.abs(DELTA_PER_LOG_ODDS) * Math.sqrt(logOddsVariance),
  });
}

/** Robins, Breslow & Greenland (1986): good for few large strata and for many small ones. */
function varianceOfLogOdds(strata: readonly Stratum[], agreeing: number, opposing: number): number {
  let [pr, cross, qt] = [0, 0, 0];
  for (const s of strata) {
    const p = (s.referenceRight + s.focalWrong) / size(s);
    const q = (s.referenceWrong + s.focalRight) / size(s);
    const r = (s.referenceRight * s.focalWrong) / size(s);
    const t = (s.referenceWrong * s.focalRight) / size(s);
    pr += p * r;
    cross += p * t + q * r;
    qt += q * t;
  }
  return pr / (2 * agreeing ** 2) + cross / (2 * agreeing * opposing) + qt / (2 * opposing ** 2);
}

/** A stratum compares the groups only if it holds both, and both right and wrong answers. */
function compares(s: Stratum): boolean {
  return reference(s) > 0 && focal(s) > 0 && right(s) > 0 && wrong(s) > 0;
}

const reference = (s: Stratum): number => s.referenceRight + s.referenceWrong;
const focal = (s: Stratum): number => s.focalRight + s.focalWrong;
const right = (s: Stratum): number => s.referenceRight + s.focalRight;
const wrong = (s: Stratum): number => s.referenceWrong + s.focalWrong;
const size = (s: Stratum): number => reference(s) + focal(s);

function sum(strata: readonly Stratum[], value: (stratum: Stratum) => number): number {
  return strata.reduce((total, stratum) => total + value(stratum), 0);
}
