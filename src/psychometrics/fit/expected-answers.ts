/**
 * What the calibration expects of each answer at a given ability: the mean, variance and fourth central moment of the
 * category, and the mean and variance of the log of its probability.
 */
import { at } from '../../kernel/result/at.ts';
import { type CategoryCurves, fillCurves, roomForCurves } from '../ability/category-curves.ts';
import type { CalibratedItem } from '../irt/item-model.ts';

export interface ExpectedAnswer {
  readonly mean: number;
  readonly variance: number;
  readonly fourthMoment: number;
  /** Of log P(answer): its mean, its variance, and the value for each category. */
  readonly logMean: number;
  readonly logVariance: number;
  readonly logOf: (category: number) => number;
}

/** A function that answers what to expect of `item` at `theta`. */
export function expectationsOf(
  items: readonly CalibratedItem[],
): (item: CalibratedItem, theta: number) => ExpectedAnswer {
  const curves = roomForCurves(items);
  return (item, theta) => expected(curves, fillCurves(item, theta, curves));
}

function expected({ probability }: CategoryCurves, categories: number): ExpectedAnswer {
  let [mean, logMean, variance, fourthMoment, logVariance] = [0, 0, 0, 0, 0];
  for (let k = 0; k < categories; k += 1) {
    const p = at(probability, k);
    mean += k * p;
    logMean += p > 0 ? p * Math.log(p) : 0;
  }
  for (let k = 0; k < categories; k += 1) {
    const p = at(probability, k);
    const square = (k - mean) ** 2;
    variance += p * square;
    fourthMoment += p * square * square;
    logVariance += p > 0 ? p * (Math.log(p) - logMean) ** 2 : 0;
  }
  return {
    mean,
    variance,
    fourthMoment,
    logMean,
    logVariance,
    logOf: (category) => Math.log(at(probability, category)),
  };
}
