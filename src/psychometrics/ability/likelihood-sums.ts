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

/** Items laid out for speed: right-or-wrong items in arrays, the others as they are. */
export interface PreparedItems {
  readonly items: readonly CalibratedItem[];
  readonly binary: Uint8Array;
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
  readonly guessing: Float64Array;
  readonly curves: CategoryCurves;
}

export function prepare(items: readonly CalibratedItem[]): PreparedItems {
  const binary = items.map((item) => (item.kind === 'binary' ? item : undefined));
  return {
    items,
    binary: Uint8Array.from(binary, (item) => (item === undefined ? 0 : 1)),
    slopes: Float64Array.from(binary, (item) => item?.a ?? 0),
    intercepts: Float64Array.from(binary, (item) => item?.d ?? 0),
    guessing: Float64Array.from(binary, (item) => item?.g ?? 0),
    curves: roomForCurves(items),
  };
}

/** The sums at `theta` for the answers in `codes` from place `start`. */
export function sumAt(
  { items, binary, slopes, intercepts, guessing, curves }: PreparedItems,
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
    if (binary[place] === 0) {
      addItem(at(items, place), theta, code, curves, sums);
      continue;
    }
    const a = slopes[place] ?? 0;
    const g = guessing[place] ?? 0;
    const z = a * theta + (intercepts[place] ?? 0);
    // The smaller of the two is computed directly, so that it keeps its digits.
    const e = Math.exp(z > 0 ? -z : z);
    const larger = 1 / (1 + e);
    const smaller = e * larger;
    const high = z > 0 ? larger : smaller;
    const low = z > 0 ? smaller : larger;
    if (g > 0) {
      addGuessing(a, g, high, low, code, sums);
      continue;
    }
    const spread = a * a * high * low;
    slope += code === 1 ? a * low : -a * high;
    information += spread;
    informationSlope += a * spread * (low - high);
    informationCurvature += a * a * spread * (1 - 6 * high * low);
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

/** An item with guessing: `high` and `low` are the logistic curve and its complement. */
function addGuessing(
  a: number,
  g: number,
  high: number,
  low: number,
  code: number,
  sums: LikelihoodSums,
): void {
  const right = g + (1 - g) * high;
  const share = ((1 - g) * high) / right;
  const once = share * a * low;
  const twice = share * a * a * low * (low - high);
  const thrice = share * a * a * a * low * (1 - 6 * low * high);
  const second = twice - once * once;
  const third = thrice - 3 * once * twice + 2 * once * once * once;
  const spread = a * a * high * low;
  sums.slope += code === 1 ? once : -a * high;
  sums.curvature += code === 1 ? second : -spread;
  addCategory(right, once, second, third, sums);
  addCategory((1 - g) * low, -a * high, -spread, -a * spread * (low - high), sums);
}

function addItem(
  item: CalibratedItem,
  theta: number,
  code: number,
  { probability, first, second, third }: CategoryCurves,
  sums: LikelihoodSums,
): void {
  const categories = fillCurves(item, theta, { probability, first, second, third });
  sums.slope += at(first, code);
  sums.curvature += at(second, code);
  for (let k = 0; k < categories; k += 1) {
    addCategory(at(probability, k), at(first, k), at(second, k), at(third, k), sums);
  }
}

function addCategory(p: number, c1: number, c2: number, c3: number, sums: LikelihoodSums): void {
  const square = c1 * c1;
  sums.information += p * square;
  sums.informationSlope += p * c1 * (square + 2 * c2);
  sums.informationCurvature += p * (square * square + 5 * square * c2 + 2 * c2 * c2 + 2 * c1 * c3);
  sums.bias += p * c1 * (square + c2);
  sums.biasSlope += p * (square * square + 4 * square * c2 + c2 * c2 + c1 * c3);
}
