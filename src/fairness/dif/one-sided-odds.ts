/**
 * How large the odds ratio must at least be where the data give it no upper bound: one group never does worse at any
 * level, as when everybody of one group has an item right. Zero or infinity alone says nothing about the evidence; the
 * exact bound does.
 *
 *     bound: the odds ratio psi with  product over levels of P(most right answers | margins, psi) = 5 %
 *
 * Source: the exact conditional interval for a common odds ratio (Mehta, Patel & Gray 1985), at its end point. Margins of
 * every level are taken as given.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { increasingRoot } from '../../numerics/distributions/root.ts';
import type { Stratum } from './mantel-haenszel.ts';

export interface OneSidedOdds {
  /** Reference odds over focal odds: unbounded, or zero. */
  readonly oddsRatio: number;
  /** 95 % sure: the odds ratio is at least this where unbounded, at most this where zero. */
  readonly bound: number;
}

const CHANCE = 0.05;
const WIDEST_LOG_ODDS = 60;

/** Refused where the odds ratio has an ordinary estimate, or where no level compares the groups. */
export function oneSidedOdds(
  strata: readonly Stratum[],
): Result<OneSidedOdds, 'bounded' | 'no-comparison'> {
  const used = strata.filter(compares);
  if (used.length === 0) {
    return refuse('no-comparison', 'no score level holds people from both groups who differ');
  }
  if (used.every((s) => s.referenceWrong * s.focalRight === 0)) {
    return success({ oddsRatio: Number.POSITIVE_INFINITY, bound: leastOdds(used) });
  }
  if (used.every((s) => s.referenceRight * s.focalWrong === 0)) {
    return success({ oddsRatio: 0, bound: 1 / leastOdds(used.map(turned)) });
  }
  return refuse('bounded', 'the odds ratio has an ordinary estimate');
}

const compares = (s: Stratum): boolean =>
  s.referenceRight + s.referenceWrong > 0 &&
  s.focalRight + s.focalWrong > 0 &&
  s.referenceRight + s.focalRight > 0 &&
  s.referenceWrong + s.focalWrong > 0;

const turned = (s: Stratum): Stratum => ({
  referenceRight: s.focalRight,
  referenceWrong: s.focalWrong,
  focalRight: s.referenceRight,
  focalWrong: s.referenceWrong,
});

function leastOdds(strata: readonly Stratum[]): number {
  const logChance = (logOdds: number): number =>
    strata.reduce((sum, stratum) => sum + logChanceOfMost(stratum, logOdds), 0);
  const goal = Math.log(CHANCE);
  return Math.exp(
    increasingRoot((logOdds) => logChance(logOdds) - goal, -WIDEST_LOG_ODDS, WIDEST_LOG_ODDS),
  );
}

/** The log chance that the reference group holds as many of the level's right answers as it can. */
function logChanceOfMost(s: Stratum, logOdds: number): number {
  const reference = s.referenceRight + s.referenceWrong;
  const focal = s.focalRight + s.focalWrong;
  const right = s.referenceRight + s.focalRight;
  const most = Math.min(reference, right);
  // Each term relative to the one above it, from the most right answers down.
  let term = 0;
  let largest = 0;
  const terms = [0];
  for (let x = most; x > Math.max(0, right - focal); x -= 1) {
    const ratio = (x * (focal - right + x)) / ((reference - x + 1) * (right - x + 1));
    term += Math.log(ratio) - logOdds;
    largest = Math.max(largest, term);
    terms.push(term);
  }
  return -(largest + Math.log(terms.reduce((sum, one) => sum + Math.exp(one - largest), 0)));
}
