/**
 * An item's discrimination and difficulty in one group with their sampling variances, and the two groups put on one scale:
 * each group was calibrated apart, so that its zero and its unit are its own.
 *
 *     equal means: b* = b + B;  equal means and spreads: b* = A b + B, a* = a / A, fitted to the difficulties of the anchor
 *
 * Sources: Rasch's scale has its unit fixed, so that means suffice (Wright & Stone 1979); Marco (1977) for means and standard
 * deviations. One item whose difficulty is badly known (b = -d / a with a near zero) can spoil the second; leave it out
 * of the anchor.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** On the logistic scale: P(right) = c + (1 - c) / (1 + exp(-a (theta - b))). */
export interface ItemEstimate {
  readonly a: number;
  readonly b: number;
  /** Zero where the discrimination was fixed, as in Rasch's model. */
  readonly varianceA: number;
  readonly varianceB: number;
  readonly covariance: number;
}

/** a and b with their variances, from slope a and intercept d with theirs, by the delta method: b = -d / a. */
export function fromSlopeIntercept(
  a: number,
  d: number,
  {
    varianceA,
    varianceD,
    covariance,
  }: Readonly<Record<'varianceA' | 'varianceD' | 'covariance', number>>,
): Result<ItemEstimate, 'no-difficulty'> {
  if (a === 0) {
    return refuse('no-difficulty', 'an item that does not discriminate has no difficulty');
  }
  const [byA, byD] = [d / a ** 2, -1 / a];
  return success({
    a,
    b: -d / a,
    varianceA,
    varianceB: byA ** 2 * varianceA + 2 * byA * byD * covariance + byD ** 2 * varianceD,
    covariance: byA * varianceA + byD * covariance,
  });
}

export interface Scale {
  readonly slope: number;
  readonly shift: number;
}

/** The change of scale that gives the focal group's anchor items the reference group's mean difficulty. */
export function equalMeans(
  reference: readonly ItemEstimate[],
  focal: readonly ItemEstimate[],
  anchor: readonly number[],
): Scale {
  const shift = anchor.reduce((sum, item) => sum + at(reference, item).b - at(focal, item).b, 0);
  return { slope: 1, shift: shift / anchor.length };
}

/** The same for mean and standard deviation. Refused for fewer than two anchor items of different difficulty. */
export function equalMeansAndSpreads(
  reference: readonly ItemEstimate[],
  focal: readonly ItemEstimate[],
  anchor: readonly number[],
): Result<Scale, 'no-spread'> {
  const moments = (items: readonly ItemEstimate[]): readonly [number, number] => {
    const mean = anchor.reduce((sum, item) => sum + at(items, item).b, 0) / anchor.length;
    return [
      mean,
      Math.sqrt(anchor.reduce((sum, item) => sum + (at(items, item).b - mean) ** 2, 0)),
    ];
  };
  const [referenceMean, referenceSpread] = moments(reference);
  const [focalMean, focalSpread] = moments(focal);
  if (!(focalSpread > 0 && referenceSpread > 0)) {
    return refuse('no-spread', 'the anchor items are all equally hard: they fix no unit');
  }
  const slope = referenceSpread / focalSpread;
  return success({ slope, shift: referenceMean - slope * focalMean });
}

/** The same item on another scale. */
export const onScale = (item: ItemEstimate, { slope, shift }: Scale): ItemEstimate => ({
  a: item.a / slope,
  b: slope * item.b + shift,
  varianceA: item.varianceA / slope ** 2,
  varianceB: item.varianceB * slope ** 2,
  covariance: item.covariance,
});
