/**
 * What the calibration expects of an answer at a given ability: the mean, variance and fourth central moment of the
 * category. Written into one record over and over, to spare the allocation.
 */
import { at } from '../../kernel/result/at.ts';
import { type CategoryCurves, fillCurves, roomForCurves } from '../ability/category-curves.ts';
import type { CalibratedItem } from '../irt/item-model.ts';

export interface ExpectedAnswer {
  mean: number;
  variance: number;
  fourthMoment: number;
}

/** A function that answers what to expect of `item` at `theta`; the record is overwritten by the next call. */
export function expectationsOf(
  items: readonly CalibratedItem[],
): (item: CalibratedItem, theta: number) => Readonly<ExpectedAnswer> {
  const curves = roomForCurves(items);
  const into: ExpectedAnswer = { mean: 0, variance: 0, fourthMoment: 0 };
  return (item, theta) => {
    if (item.kind === 'binary') {
      const z = item.a * theta + item.d;
      // The smaller of the two is computed directly, so that it keeps its digits.
      const tail = Math.exp(-Math.abs(z));
      const larger = 1 / (1 + tail);
      const right = item.g + (1 - item.g) * (z > 0 ? larger : tail * larger);
      const wrong = (1 - item.g) * (z > 0 ? tail * larger : larger);
      into.mean = right;
      into.variance = right * wrong;
      into.fourthMoment = into.variance * (1 - 3 * into.variance);
    } else {
      fillMoments(curves, fillCurves(item, theta, curves), into);
    }
    return into;
  };
}

function fillMoments(
  { probability }: CategoryCurves,
  categories: number,
  into: ExpectedAnswer,
): void {
  let [mean, variance, fourthMoment] = [0, 0, 0];
  for (let k = 0; k < categories; k += 1) {
    mean += k * at(probability, k);
  }
  for (let k = 0; k < categories; k += 1) {
    const square = (k - mean) ** 2;
    variance += at(probability, k) * square;
    fourthMoment += at(probability, k) * square * square;
  }
  into.mean = mean;
  into.variance = variance;
  into.fourthMoment = fourthMoment;
}
