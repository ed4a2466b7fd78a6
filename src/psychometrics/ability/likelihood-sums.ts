/**
 * What the items say at one ability, summed over the items a person answered: the first two derivatives of the log
 * likelihood l, the test information I with its first two derivatives, and Warm's bias sum J with its first.
 *
 * With c1, c2, c3 the derivatives of log P of a category:
 *   I = sum P c1^2;  I' = sum P (c1^3 + 2 c1 c2);  I'' = sum P (c1^4 + 5 c1^2 c2 + 2 c2^2 + 2 c1 c3)
 *   J = sum P' P'' / P = sum P (c1^3 + c1 c2);  J' = sum P (c1^4 + 4 c1^2 c2 + c2^2 + c1 c3)
 *
 * Source: Lord (1980), chapters 4 and 5; Warm (1989), equation 11; the derivatives are elementary.
 */
import { at } from '../../kernel/result/at.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { NO_ANSWER } from '../responses/categories.ts';
import { type CategoryCurves, fillCurves, roomForCurves } from './category-curves.ts';

export interface LikelihoodSums {
  slope: number;
  curvature: number;
  information: number;
  informationSlope: number;
  informationCurvature: number;
  bias: number;
  biasSlope: number;
}

export const emptySums = (): LikelihoodSums => ({
  slope: 0,
  curvature: 0,
  information: 0,
  informationSlope: 0,
  informationCurvature: 0,
  bias: 0,
  biasSlope: 0,
});

/** Items laid out for speed: logistic ones without guessing in arrays, the others as they are. */
export interface PreparedItems {
  readonly items: readonly CalibratedItem[];
  readonly simple: Uint8Array;
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
  readonly curves: CategoryCurves;
}

export function prepare(items: readonly CalibratedItem[]): PreparedItems {
  const binary = items.map((item) => (item.kind === 'binary' && item.g === 0 ? item : undefined));
  return {
    items,
    simple: Uint8Array.from(binary, (item) => (item === undefined ? 0 : 1)),
    slopes: Float64Array.from(binary, (item) => item?.a ?? 0),
    intercepts: Float64Array.from(binary, (item) => item?.d ?? 0),
    curves: roomForCurves(items),
  };
}

/** The sums at `theta` for the answers in `codes` from place `start`. */
export function sumAt(
  { items, simple, slopes, intercepts, curves }: PreparedItems,
  codes: Uint8Array,
  start: number,
  theta: number,
  sums: LikelihoodSums,
): void {
  let [slope, information, informationSlope, informationCurvature] = [0, 0, 0, 0];
  Object.assign(sums, EMPTY);
  for (let place = 0; place < items.length; place += 1) {
    const code = codes[start + place] ?? NO_ANSWER;
    if (code === NO_ANSWER) {
      continue;
    }
    if (simple[place] === 1) {
      const a = slopes[place] ?? 0;
      const z = a * theta + (intercepts[place] ?? 0);
      // The smaller of right and wrong is computed directly, so that it keeps its digits.
      const e = Math.exp(z > 0 ? -z : z);
      const larger = 1 / (1 + e);
      const smaller = e * larger;
      const right = z > 0 ? larger : smaller;
      const wrong = z > 0 ? smaller : larger;
      const spread = a * a * right * wrong;
      slope += code === 1 ? a * wrong : -a * right;
      information += spread;
      informationSlope += a * spread * (wrong - right);
      informationCurvature += a * a * spread * (1 - 6 * right * wrong);
    } else {
      addItem(at(items, place), theta, code, curves, sums);
    }
  }
  sums.slope += slope;
  sums.curvature -= information;
  sums.information += information;
  sums.informationSlope += informationSlope;
  sums.informationCurvature += informationCurvature;
  // For a logistic item without guessing P' P'' / P summed over both answers is the slope of the information.
  sums.bias += informationSlope;
  sums.biasSlope += informationCurvature;
}

const EMPTY = emptySums();

function addItem(
  item: CalibratedItem,
  theta: number,
  code: number,
  curves: CategoryCurves,
  sums: LikelihoodSums,
): void {
  const categories = fillCurves(item, theta, curves);
  sums.slope += at(curves.first, code);
  sums.curvature += at(curves.second, code);
  for (let k = 0; k < categories; k += 1) {
    const p = at(curves.probability, k);
    const c1 = at(curves.first, k);
    const c2 = at(curves.second, k);
    const c3 = at(curves.third, k);
    const square = c1 * c1;
    sums.information += p * square;
    sums.informationSlope += p * c1 * (square + 2 * c2);
    sums.informationCurvature +=
      p * (square * square + 5 * square * c2 + 2 * c2 * c2 + 2 * c1 * c3);
    sums.bias += p * c1 * (square + c2);
    sums.biasSlope += p * (square * square + 4 * square * c2 + c2 * c2 + c1 * c3);
  }
}
