/**
 * Angoff's delta plot: how hard each item is for one group against how hard for the other, on the scale of
 * delta = 4 z + 13. Items far from the common line stand out. It needs nothing but the shares of right answers, so it
 * works on published tables; it takes no account of ability, so discriminating items can look biased where the groups
 * differ. A picture to begin with, not a test.
 *
 *     distance = (b x + a - y) / sqrt(1 + b^2) from the principal axis y = a + b x
 *
 * Source: Angoff & Ford (1973); the bound of 1.5 is theirs. Shares are kept between .001 and .999, as deltaPlotR does.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';

export interface DeltaPlot {
  readonly intercept: number;
  readonly slope: number;
  /** One an item: its deltas, and its distance from the line; below zero, harder for the focal group than the line says. */
  readonly items: readonly {
    readonly reference: number;
    readonly focal: number;
    readonly distance: number;
  }[];
}

const LEAST_SHARE = 0.001;
const FEWEST_ITEMS = 3;

/** Takes one share of right answers an item and group. */
export function deltaPlot(
  shares: readonly { readonly reference: number; readonly focal: number }[],
): Result<DeltaPlot, 'no-line'> {
  const points = shares.map(({ reference, focal }) => ({
    reference: deltaOf(reference),
    focal: deltaOf(focal),
  }));
  const xs = points.map(({ reference }) => reference);
  const ys = points.map(({ focal }) => focal);
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  const sxx = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  const syy = ys.reduce((sum, y) => sum + (y - my) ** 2, 0);
  const sxy = xs.reduce((sum, x, place) => sum + (x - mx) * (at(ys, place) - my), 0);
  if (points.length < FEWEST_ITEMS || !(sxy > 0)) {
    return refuse(
      'no-line',
      'the items do not line up by difficulty, so that none can be off the line',
    );
  }
  const slope = (syy - sxx + Math.sqrt((syy - sxx) ** 2 + 4 * sxy ** 2)) / (2 * sxy);
  const intercept = my - slope * mx;
  const items = points.map((point) => ({
    ...point,
    distance: (slope * point.reference + intercept - point.focal) / Math.sqrt(1 + slope ** 2),
  }));
  return success({ intercept, slope, items });
}

const deltaOf = (share: number): number =>
  13 - 4 * normalQuantile(Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share)));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
