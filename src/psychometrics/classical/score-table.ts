/**
 * Items by total scores: for every total, how many people have it, and what they did with every item. One pass over the
 * answers makes it; difficulty, correlations, the discrimination index and curves by score are sums over it. It holds
 * whole numbers only, so that the order of the rows cannot matter, not even in the last digit.
 */
import { at } from '../../kernel/result/at.ts';
import { isAnswer, pointsOf } from '../responses/codes.ts';
import type { ResponseMatrix } from '../responses/matrix.ts';

export interface ScoreTable {
  /** Totals run from 0 to levels - 1. */
  readonly levels: number;
  /** People at each total. */
  readonly people: Int32Array;
  /** For total t and item i, at t * items + i: the people whose answer says something about the item. */
  readonly answering: Int32Array;
  /** Their points, and the squares of their points. */
  readonly points: Float64Array;
  readonly squares: Float64Array;
}

const POINTS = Uint8Array.from({ length: 256 }, (_, code) => pointsOf(code));
const SAYS_NOTHING = Uint8Array.from({ length: 256 }, (_, code) => (isAnswer(code) ? 0 : 1));

/** The table of these people. `totals` are theirs, in the same order, none below zero. */
export function scoreTable(matrix: ResponseMatrix, totals: Int32Array): ScoreTable {
  const { codes, items, people } = matrix;
  const width = items.length;
  const levels = 1 + totals.reduce((most, total) => Math.max(most, total), 0);
  const atLevel = new Int32Array(levels);
  const silent = new Int32Array(levels * width);
  const points = new Float64Array(levels * width);
  const squares = new Float64Array(levels * width);
  let cell = 0;
  for (let person = 0; person < people; person += 1) {
    const total = at(totals, person);
    atLevel[total] = at(atLevel, total) + 1;
    const end = (total + 1) * width;
    for (let place = total * width; place < end; place += 1) {
      const code = codes[cell] ?? 0;
      cell += 1;
      if (code === 0) {
        continue;
      }
      const value = POINTS[code] ?? 0;
      points[place] = (points[place] ?? 0) + value;
      squares[place] = (squares[place] ?? 0) + value * value;
      silent[place] = (silent[place] ?? 0) + (SAYS_NOTHING[code] ?? 0);
    }
  }
  const answering = silent.map(
    (missing, place) => at(atLevel, Math.floor(place / width)) - missing,
  );
  return { levels, people: atLevel, answering, points, squares };
}
