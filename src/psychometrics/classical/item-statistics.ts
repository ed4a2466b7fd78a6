/**
 * What each item did: how many got it right, and whether those who got it right did better elsewhere.
 *
 * - difficulty: the share of right answers (a high number is an easy item)
 * - item-rest correlation: between the item and the total of the OTHER scored items ("corrected
 *   item-total"); below zero, the better candidates miss it, and the key is the first thing to check
 * - point-biserial: between the item and the whole total, the item itself included
 * - discrimination index: share right among the top 27 % by total minus the share among the bottom 27 %;
 *   people with equal totals keep the order of the file (Kelley 1939 for the 27 %)
 *
 * All sums are whole numbers, so nothing is lost to rounding before the last division. A number that does
 * not exist (everybody right, nobody left) is refused with the reason.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  INVALID,
  isAnswer,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
  RIGHT,
} from '../responses/codes.ts';
import type { Item, ResponseMatrix } from '../responses/matrix.ts';

export type Statistic = Result<number, 'undefined'>;

export interface ItemStatistics {
  readonly item: Item;
  /** People the numbers rest on: right, wrong, omitted or invalid. */
  readonly answering: number;
  readonly right: number;
  readonly omitted: number;
  readonly notReached: number;
  readonly notAdministered: number;
  readonly invalid: number;
  readonly difficulty: Statistic;
  readonly itemRest: Statistic;
  readonly pointBiserial: Statistic;
  readonly discrimination: Statistic;
}

const EXTREME_SHARE = 0.27;

/** Numbers of every item, in the order of the file. `totals` are those of the same people. */
export function itemStatistics(
  matrix: ResponseMatrix,
  totals: Int32Array,
): readonly ItemStatistics[] {
  const order = Array.from({ length: matrix.people }, (_, person) => person).sort(
    (a, b) => at(totals, a) - at(totals, b),
  );
  return matrix.items.map((item, place) => ofItem(matrix, place, item, totals, order));
}

/** Whole-number sums over the people who answered: x is the item (0 or 1), y a total. */
interface Sums {
  readonly people: number;
  readonly x: number;
  readonly y: number;
  readonly yy: number;
  readonly xy: number;
}

function ofItem(
  matrix: ResponseMatrix,
  place: number,
  item: Item,
  totals: Int32Array,
  order: readonly number[],
): ItemStatistics {
  const { codes, items, people } = matrix;
  const width = items.length;
  const counts = new Int32Array(INVALID + 1);
  let [y, yy, xy] = [0, 0, 0];
  for (let person = 0; person < people; person += 1) {
    const code = codes[person * width + place] ?? NOT_ADMINISTERED;
    counts[code] = (counts[code] ?? 0) + 1;
    if (isAnswer(code)) {
      const total = totals[person] ?? 0;
      y += total;
      yy += total * total;
      xy += code === RIGHT ? total : 0;
    }
  }
  const x = at(counts, RIGHT);
  const missing = at(counts, NOT_REACHED) + at(counts, NOT_ADMINISTERED);
  const whole: Sums = { people: people - missing, x, y, yy, xy };
  return {
    item,
    answering: whole.people,
    right: x,
    omitted: at(counts, OMITTED),
    notReached: at(counts, NOT_REACHED),
    notAdministered: at(counts, NOT_ADMINISTERED),
    invalid: at(counts, INVALID),
    difficulty:
      whole.people === 0
        ? refuse('undefined', 'nobody answered the item')
        : success(x / whole.people),
    itemRest: correlation(item.pilot ? whole : withoutItem(whole)),
    pointBiserial: correlation(whole),
    discrimination: topMinusBottom(matrix, place, order, whole.people),
  };
}

/** The sums for the total of the other items: y becomes y - x, and x * x = x because x is 0 or 1. */
const withoutItem = ({ people, x, y, yy, xy }: Sums): Sums => ({
  people,
  x,
  y: y - x,
  yy: yy - 2 * xy + x,
  xy: xy - x,
});

function correlation({ people, x, y, yy, xy }: Sums): Statistic {
  if (people < 2) {
    return refuse('undefined', 'fewer than two people answered the item');
  }
  if (x === 0 || x === people) {
    const all = x === 0 ? 'wrong' : 'right';
    return refuse('undefined', `everybody got the item ${all}, so nothing can go along with it`);
  }
  const spread = people * yy - y * y;
  if (spread === 0) {
    return refuse('undefined', 'everybody has the same total on the other items');
  }
  return success((people * xy - x * y) / Math.sqrt(x * (people - x) * spread));
}

function topMinusBottom(
  { codes, items, people }: ResponseMatrix,
  place: number,
  order: readonly number[],
  answering: number,
): Statistic {
  const width = items.length;
  const code = (person: number): number => codes[person * width + place] ?? NOT_ADMINISTERED;
  const ranked = answering === people ? order : order.filter((person) => isAnswer(code(person)));
  const size = Math.round(EXTREME_SHARE * ranked.length);
  if (size === 0) {
    return refuse('undefined', 'too few people answered the item to set a top and a bottom apart');
  }
  let gap = 0;
  for (let rank = 0; rank < size; rank += 1) {
    const bottom = ranked[rank] ?? 0;
    const top = ranked[ranked.length - size + rank] ?? 0;
    gap += (code(top) === RIGHT ? 1 : 0) - (code(bottom) === RIGHT ? 1 : 0);
  }
  return success(gap / size);
}
