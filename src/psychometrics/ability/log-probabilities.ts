/**
 * How likely a person's answers are at each point of a density: log L(point) = sum over answered items of
 * log P(answer | point). On the log scale throughout, so that an exam of any length can be scored.
 *
 * Items are taken in blocks small enough that every possible set of answers to a block, gaps included, has its own row of
 * sums; a person then costs one addition a block instead of one an item.
 */
import { at } from '../../kernel/result/at.ts';
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { fillCurves, roomForCurves } from './category-curves.ts';

interface Block {
  readonly from: number;
  readonly to: number;
  /** Set of answers after set of answers, one sum of logs a point. An item's last state is "no answer". */
  readonly rows: Float64Array;
}

export interface LogProbabilities {
  readonly points: number;
  /** For each item: how many states it has. */
  readonly states: Int32Array;
  readonly blocks: readonly Block[];
}

// Four right-or-wrong items. Never chosen by the number of people: the order of a sum must not depend on who else is scored,
// or the same answers would differ in the last digit from file to file.
const MOST_ROWS = 81;

/** The table for these items at these points. */
export function logProbabilities(
  items: readonly CalibratedItem[],
  points: Float64Array,
): LogProbabilities {
  const states = Int32Array.from(items, (item) => categoriesOf(item) + 1);
  const blocks: Block[] = [];
  let from = 0;
  while (from < items.length) {
    let to = from;
    let count = 1;
    while (to < items.length && (to === from || count * at(states, to) <= MOST_ROWS)) {
      count *= at(states, to);
      to += 1;
    }
    blocks.push({ from, to, rows: rowsOf(items.slice(from, to), points) });
    from = to;
  }
  return { points: points.length, states, blocks };
}

/** The rows of one block; the first item of the block varies slowest. */
function rowsOf(items: readonly CalibratedItem[], points: Float64Array): Float64Array {
  let rows = new Float64Array(points.length);
  for (const item of items) {
    const own = logRows(item, points);
    const next = new Float64Array((rows.length * own.length) / points.length);
    let place = 0;
    for (let before = 0; before < rows.length; before += points.length) {
      for (let state = 0; state < own.length; state += points.length) {
        for (let point = 0; point < points.length; point += 1) {
          next[place] = (rows[before + point] ?? 0) + (own[state + point] ?? 0);
          place += 1;
        }
      }
    }
    rows = next;
  }
  return rows;
}

/** The log of each category's probability at each point, and a row of zeros for "no answer". */
function logRows(item: CalibratedItem, points: Float64Array): Float64Array {
  const categories = categoriesOf(item);
  const rows = new Float64Array((categories + 1) * points.length);
  const curves = roomForCurves([item]);
  points.forEach((theta, point) => {
    fillCurves(item, theta, curves);
    for (let k = 0; k < categories; k += 1) {
      rows[k * points.length + point] = Math.log(at(curves.probability, k));
    }
  });
  return rows;
}

/** Writes the person's log likelihood at each point into `sums`. */
export function addAnswers(
  { points, states, blocks }: LogProbabilities,
  { items, codes }: CategoryMatrix,
  person: number,
  sums: Float64Array,
): void {
  const start = person * items.length;
  sums.fill(0);
  for (const { from, to, rows } of blocks) {
    let state = 0;
    for (let item = from; item < to; item += 1) {
      const count = states[item] ?? 0;
      const code = codes[start + item] ?? NO_ANSWER;
      state = state * count + (code === NO_ANSWER ? count - 1 : code);
    }
    const row = state * points;
    for (let point = 0; point < points; point += 1) {
      sums[point] = (sums[point] ?? 0) + (rows[row + point] ?? 0);
    }
  }
}
