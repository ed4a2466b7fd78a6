/**
 * Empirical Bayes for Mantel-Haenszel: where groups are small, each item's delta is a noisy reading. What all items of
 * the form show together says how much of it to believe, and how likely it is that the item's true class is A or C.
 *
 *     W = tau2 / (tau2 + s2),  tau2 = max(0, var(delta) - mean(s2));  belief: normal, mean W delta + (1 - W) mu, variance W s2
 *
 * Source: Zwick, Thayer & Lewis (1999), with mu the mean delta of the form. Assumes that the items' true deltas are spread
 * normally about their mean; needs at least ten items to know that spread.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalLowerTail, normalUpperTail } from '../../numerics/distributions/normal.ts';
import type { CommonOdds } from './mantel-haenszel.ts';

export interface Belief {
  readonly delta: number;
  readonly deltaError: number;
  /** The chance that the true delta is under 1 in size, and that it is at least 1.5. */
  readonly chanceOfA: number;
  readonly chanceOfC: number;
}

export interface EmpiricalBayes {
  readonly mean: number;
  /** The variance of the true deltas. Zero means that chance alone explains how the readings differ. */
  readonly spread: number;
  readonly beliefs: readonly Belief[];
}

const FEWEST_ITEMS = 10;
const NEGLIGIBLE = 1;
const LARGE = 1.5;

/** One belief for each item, in the order given. */
export function empiricalBayes(
  items: readonly Pick<CommonOdds, 'delta' | 'deltaError'>[],
): Result<EmpiricalBayes, 'too-few-items'> {
  if (items.length < FEWEST_ITEMS) {
    return refuse(
      'too-few-items',
      `${items.length} items can be compared; at least ${FEWEST_ITEMS} are needed to know how far true deltas spread`,
    );
  }
  const mean = meanOf(items.map(({ delta }) => delta));
  const squares = items.map(({ delta }) => (delta - mean) ** 2);
  const variance = (meanOf(squares) * items.length) / (items.length - 1);
  const spread = Math.max(0, variance - meanOf(items.map(({ deltaError }) => deltaError ** 2)));
  return success({ mean, spread, beliefs: items.map((item) => beliefOf(item, mean, spread)) });
}

function beliefOf(
  { delta, deltaError }: Pick<CommonOdds, 'delta' | 'deltaError'>,
  mean: number,
  spread: number,
): Belief {
  const weight = spread / (spread + deltaError ** 2);
  const center = weight * delta + (1 - weight) * mean;
  const error = Math.sqrt(weight) * deltaError;
  return {
    delta: center,
    deltaError: error,
    chanceOfA: 1 - chanceBeyond(NEGLIGIBLE, center, error),
    chanceOfC: chanceBeyond(LARGE, center, error),
  };
}

function chanceBeyond(size: number, center: number, error: number): number {
  if (error === 0) {
    return Math.abs(center) >= size ? 1 : 0;
  }
  return normalUpperTail((size - center) / error) + normalLowerTail((-size - center) / error);
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, _, place) => sum + at(values, place), 0) / values.length;
