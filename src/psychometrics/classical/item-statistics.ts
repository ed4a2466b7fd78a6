/**
 * What each item did: how many got it right, and whether those who got it right did better elsewhere.
 *
 * - difficulty: the share of right answers, or of the points an item gives (a high number is an easy item)
 * - item-rest correlation: between the item and the total of the OTHER scored items ("corrected
 *   item-total"); below zero, the better candidates miss it, and the key is the first thing to check
 * - point-biserial: between the item and the whole total, the item itself included
 * - biserial: what the point-biserial would be had a bell-shaped skill been cut into right and wrong:
 *   r sqrt(p q) / density at the p quantile (Pearson 1909); it can pass 1
 * - discrimination index: share of points among the top 27 % by total minus the share among the bottom 27 %
 *   (Kelley 1939 for the 27 %); people tied at the border share its places, so the order of rows does not matter
 *
 * All sums are whole numbers, so nothing is lost to rounding before the last division. A number that does
 * not exist (everybody right, nobody left) is refused with the reason.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalDensity, normalQuantile } from '../../numerics/distributions/normal.ts';
import {
  codeOfPoints,
  INVALID,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
} from '../responses/codes.ts';
import { highestOf, type Item, type ResponseMatrix } from '../responses/matrix.ts';
import { type ScoreTable, scoreTable } from './score-table.ts';

export type Statistic = Result<number, 'undefined'>;

export interface ItemStatistics {
  readonly item: Item;
  /** People the numbers rest on: right, wrong, omitted or invalid. */
  readonly answering: number;
  /** People with every point of the item. */
  readonly right: number;
  readonly omitted: number;
  readonly notReached: number;
  readonly notAdministered: number;
  readonly invalid: number;
  /** Share of the item's points, from 0 to 1. */
  readonly difficulty: Statistic;
  /** Standard deviation of its points, with N - 1. */
  readonly deviation: Statistic;
  readonly itemRest: Statistic;
  readonly pointBiserial: Statistic;
  /** Biserial correlations with the whole total and with the total of the other items. */
  readonly biserial: Statistic;
  readonly biserialRest: Statistic;
  readonly discrimination: Statistic;
}

const EXTREME_SHARE = 0.27;

/** Numbers of every item, in the order of the file. `totals` are those of the same people. */
export function itemStatistics(
  matrix: ResponseMatrix,
  totals: Int32Array,
): readonly ItemStatistics[] {
  const table = scoreTable(matrix, totals);
  return matrix.items.map((item, place) => ofItem(table, matrix.items.length, place, item));
}

/** Whole-number sums over the people who answered: x is the item, y a total. */
interface Sums {
  readonly people: number;
  readonly x: number;
  readonly xx: number;
  readonly y: number;
  readonly yy: number;
  readonly xy: number;
}

function sumsOf(table: ScoreTable, width: number, place: number): Sums {
  let [people, x, xx, y, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let total = 0; total < table.levels; total += 1) {
    const cell = total * width + place;
    const here = table.answering[cell] ?? 0;
    const points = table.points[cell] ?? 0;
    people += here;
    x += points;
    xx += points + (table.beyond[cell] ?? 0);
    y += here * total;
    yy += here * total * total;
    xy += points * total;
  }
  return { people, x, xx, y, yy, xy };
}

function ofItem(table: ScoreTable, width: number, place: number, item: Item): ItemStatistics {
  const whole = sumsOf(table, width, place);
  const rest = item.pilot ? whole : withoutItem(whole);
  const highest = highestOf(item);
  const count = (code: number): number => at(table.codes, place * 256 + code);
  const pointBiserial = correlation(whole);
  const itemRest = correlation(rest);
  return {
    item,
    answering: whole.people,
    right: highest === 1 ? whole.x : count(codeOfPoints(highest)),
    omitted: count(OMITTED),
    notReached: count(NOT_REACHED),
    notAdministered: count(NOT_ADMINISTERED),
    invalid: count(INVALID),
    difficulty:
      whole.people === 0
        ? refuse('undefined', 'nobody answered the item')
        : success(x(whole) / highest),
    deviation: deviation(whole),
    itemRest,
    pointBiserial,
    biserial: biserial(pointBiserial, whole, highest),
    biserialRest: biserial(itemRest, whole, highest),
    discrimination: topMinusBottom(table, width, place, highest),
  };
}

const x = (sums: Sums): number => sums.x / sums.people;

/** The sums for the total of the other items: y becomes y - x. */
const withoutItem = ({ people, x, xx, y, yy, xy }: Sums): Sums => ({
  people,
  x,
  xx,
  y: y - x,
  yy: yy - 2 * xy + xx,
  xy: xy - xx,
});

function deviation({ people, x, xx }: Sums): Statistic {
  return people < 2
    ? refuse('undefined', 'fewer than two people answered the item')
    : success(Math.sqrt((people * xx - x * x) / (people * (people - 1))));
}

function correlation({ people, x, xx, y, yy, xy }: Sums): Statistic {
  if (people < 2) {
    return refuse('undefined', 'fewer than two people answered the item');
  }
  const itemSpread = people * xx - x * x;
  if (itemSpread === 0) {
    const all = x === 0 ? 'wrong' : 'right';
    return refuse(
      'undefined',
      x === 0 || x === people
        ? `everybody got the item ${all}, so nothing can go along with it`
        : 'everybody got the same points on the item, so nothing can go along with it',
    );
  }
  const spread = people * yy - y * y;
  if (spread === 0) {
    return refuse('undefined', 'everybody has the same total on the other items');
  }
  return success((people * xy - x * y) / (Math.sqrt(itemSpread) * Math.sqrt(spread)));
}

function biserial(r: Statistic, { people, x }: Sums, highest: number): Statistic {
  if (!r.ok) {
    return r;
  }
  if (highest !== 1) {
    return refuse('undefined', 'a biserial correlation is for right-or-wrong items');
  }
  const p = x / people;
  return success((r.value * Math.sqrt(p * (1 - p))) / normalDensity(normalQuantile(p)));
}

function topMinusBottom(
  table: ScoreTable,
  width: number,
  place: number,
  highest: number,
): Statistic {
  let answering = 0;
  for (let total = 0; total < table.levels; total += 1) {
    answering += table.answering[total * width + place] ?? 0;
  }
  const size = Math.round(EXTREME_SHARE * answering);
  if (size === 0) {
    return refuse('undefined', 'too few people answered the item to set a top and a bottom apart');
  }
  const totals = Array.from({ length: table.levels }, (_, total) => total);
  const bottom = pointsOfFirst(table, width, place, size, totals);
  const top = pointsOfFirst(table, width, place, size, totals.reverse());
  return success((top - bottom) / (size * highest));
}

/** The points of the first `size` people in this order of totals; those tied at the border count by their share. */
function pointsOfFirst(
  table: ScoreTable,
  width: number,
  place: number,
  size: number,
  order: readonly number[],
): number {
  let [left, sum] = [size, 0];
  for (const total of order) {
    const cell = total * width + place;
    const here = table.answering[cell] ?? 0;
    if (here === 0) {
      continue;
    }
    const taken = Math.min(left, here);
    sum += ((table.points[cell] ?? 0) * taken) / here;
    left -= taken;
    if (left === 0) {
      break;
    }
  }
  return sum;
}
