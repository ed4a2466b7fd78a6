/**
 * Items by total scores: for every total, how many people have it, and what they did with every item. One pass over the
 * answers makes it; difficulty, correlations, the discrimination index and curves by score are sums over it. It holds
 * whole numbers only, so that the order of the rows cannot matter, not even in the last digit.
 */
import { at } from '../../kernel/result/at.ts';
import { NOT_ADMINISTERED, NOT_REACHED, pointsOf, RIGHT } from '../responses/codes.ts';
import type { ResponseMatrix } from '../responses/matrix.ts';

export interface ScoreTable {
  /** Totals run from 0 to levels - 1. */
  readonly levels: number;
  /** People at each total. */
  readonly people: Int32Array;
  /** For total t and item i, at t * items + i: the people whose answer says something about the item. */
  readonly answering: Int32Array;
  /** The points of those people. */
  readonly points: Int32Array;
  /** The squares of their points less the points themselves: nothing for right-or-wrong items. */
  readonly beyond: Float64Array;
  /** How often each item has each code above 1, at item * 256 + code. */
  readonly codes: Int32Array;
}

const POINTS = Uint8Array.from({ length: 256 }, (_, code) => pointsOf(code));

/** The table of these people. `totals` are theirs, in the same order, none below zero. */
export function scoreTable(matrix: ResponseMatrix, totals: Int32Array): ScoreTable {
  const { codes, items, people } = matrix;
  const width = items.length;
  const levels = 1 + totals.reduce((most, total) => Math.max(most, total), 0);
  const atLevel = new Int32Array(levels);
  const silent = new Int32Array(levels * width);
  const points = new Int32Array(levels * width);
  const beyond = new Float64Array(levels * width);
  const counts = new Int32Array(width * 256);
  // A constant of another file is looked up anew each time; a local one is not.
  const [right, notReached, notAdministered] = [RIGHT, NOT_REACHED, NOT_ADMINISTERED];
  let cell = 0;
  for (let person = 0; person < people; person += 1) {
    const total = at(totals, person);
    atLevel[total] = at(atLevel, total) + 1;
    const start = total * width;
    for (let item = 0; item < width; item += 1) {
      const code = codes[cell] ?? 0;
      cell += 1;
      if (code <= right) {
        points[start + item] = (points[start + item] ?? 0) + code;
        continue;
      }
      const value = POINTS[code] ?? 0;
      points[start + item] = (points[start + item] ?? 0) + value;
      beyond[start + item] = (beyond[start + item] ?? 0) + value * (value - 1);
      counts[(item << 8) | code] = (counts[(item << 8) | code] ?? 0) + 1;
      if (code === notReached || code === notAdministered) {
        silent[start + item] = (silent[start + item] ?? 0) + 1;
      }
    }
  }
  const answering = silent.map(
    (missing, place) => at(atLevel, Math.floor(place / width)) - missing,
  );
  return { levels, people: atLevel, answering, points, beyond, codes: counts };
}
