/**
 * Who chose which option. A good distractor is chosen by people, and by weaker ones: its point-biserial with the rest of
 * the exam is below zero. An option that draws better people than the key does is the sign of a wrong key.
 *
 * Groups by total (fifths) never split people with the same total: a person stands where the middle of those with the
 * same total stands, so that the order of rows does not matter.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { isAnswer, NOT_ADMINISTERED, pointsOf } from '../responses/codes.ts';
import type { ResponseMatrix } from '../responses/matrix.ts';
import { NO_OPTION, type OptionItem, type OptionMatrix } from '../responses/option-matrix.ts';
import type { Statistic } from './item-statistics.ts';

export interface OptionStatistics {
  readonly option: string;
  readonly right: boolean;
  readonly people: number;
  /** Of those who answered the item. */
  readonly share: number;
  /** Mean total on the other items of those who chose it. */
  readonly meanRest: Statistic;
  /** Between choosing it and the total on the other items. */
  readonly pointBiserial: Statistic;
  /** Share of each group by total that chose it, lowest group first; refused for a group without people. */
  readonly byGroup: readonly Statistic[];
  /** A wrong option whose choosers did better elsewhere than those who chose the key; at least ten chose it. */
  readonly drawsBetterThanKey: boolean;
}

export interface DistractorTable {
  readonly item: OptionItem;
  /** People whose answer says something about the item. */
  readonly answering: number;
  /** Of them, those who chose no option: omitted or invalid. */
  readonly withoutOption: number;
  readonly options: readonly OptionStatistics[];
}

const GROUPS = 5;
const FEWEST_CHOOSERS = 10;

/** One table an item. `matrix` and `totals` are the scored answers and totals of the same people, in the same order. */
export function distractorTables(
  options: OptionMatrix,
  matrix: ResponseMatrix,
  totals: Int32Array,
): Result<readonly DistractorTable[], 'undefined'> {
  if (options.people !== matrix.people || options.items.length !== matrix.items.length) {
    return refuse(
      'undefined',
      'the options and the scored answers are not of the same people and items',
    );
  }
  const sums = sumUp(options, matrix, totals);
  return success(options.items.map((item, place) => tableOf(sums, item, place)));
}

/** At item * 256 + option; NO_OPTION stands for those who answered without one. */
interface Sums {
  readonly people: Int32Array;
  readonly rest: Float64Array;
  /** At (item * 256 + option) * GROUPS + group. */
  readonly byGroup: Int32Array;
  /** Of each item: the squares of the rests. */
  readonly squares: Float64Array;
}

function sumUp(options: OptionMatrix, matrix: ResponseMatrix, totals: Int32Array): Sums {
  const width = matrix.items.length;
  const groups = groupsByTotal(totals);
  const people = new Int32Array(width * 256);
  const rest = new Float64Array(width * 256);
  const byGroup = new Int32Array(width * 256 * GROUPS);
  const squares = new Float64Array(width);
  const says = Uint8Array.from({ length: 256 }, (_, code) => (isAnswer(code) ? 1 : 0));
  const points = Uint8Array.from({ length: 256 }, (_, code) => pointsOf(code));
  const pilot = matrix.items.map((item) => item.pilot);
  let cell = 0;
  for (let person = 0; person < matrix.people; person += 1) {
    const total = at(totals, person);
    const group = at(groups, person);
    for (let item = 0; item < width; item += 1) {
      const code = matrix.codes[cell] ?? NOT_ADMINISTERED;
      if (says[code] === 1) {
        const place = (item << 8) | (options.codes[cell] ?? NO_OPTION);
        const left = total - (pilot[item] === true ? 0 : (points[code] ?? 0));
        people[place] = (people[place] ?? 0) + 1;
        rest[place] = (rest[place] ?? 0) + left;
        squares[item] = (squares[item] ?? 0) + left * left;
        byGroup[place * GROUPS + group] = (byGroup[place * GROUPS + group] ?? 0) + 1;
      }
      cell += 1;
    }
  }
  return { people, rest, byGroup, squares };
}

/** The group of each person, from 0 for the lowest totals. */
export function groupsByTotal(totals: Int32Array): Int32Array {
  const counts = new Int32Array(1 + totals.reduce((most, total) => Math.max(most, total), 0));
  for (const total of totals) {
    counts[total] = at(counts, total) + 1;
  }
  let below = 0;
  const groupOf = counts.map((count) => {
    const middle = below + count / 2;
    below += count;
    return Math.min(GROUPS - 1, Math.floor((GROUPS * middle) / totals.length));
  });
  return totals.map((total) => at(groupOf, total));
}

function tableOf(sums: Sums, item: OptionItem, place: number): DistractorTable {
  const start = place * 256;
  const all = [...item.options.map((_, option) => option), NO_OPTION];
  const answering = all.reduce((sum, option) => sum + at(sums.people, start + option), 0);
  const rest = all.reduce((sum, option) => sum + at(sums.rest, start + option), 0);
  const spread = answering * at(sums.squares, place) - rest * rest;
  const groupSize = (group: number): number =>
    all.reduce((sum, option) => sum + at(sums.byGroup, (start + option) * GROUPS + group), 0);
  const right = item.right.reduce(
    (sum, option) => ({
      people: sum.people + at(sums.people, start + option),
      rest: sum.rest + at(sums.rest, start + option),
    }),
    { people: 0, rest: 0 },
  );
  return {
    item,
    answering,
    withoutOption: at(sums.people, start + NO_OPTION),
    options: item.options.map((option, index) => {
      const people = at(sums.people, start + index);
      const restHere = at(sums.rest, start + index);
      const isRight = item.right.includes(index);
      return {
        option,
        right: isRight,
        people,
        share: people / answering,
        meanRest:
          people === 0 ? refuse('undefined', 'nobody chose it') : success(restHere / people),
        pointBiserial: chosenWith(people, restHere, answering, rest, spread),
        byGroup: Array.from({ length: GROUPS }, (_, group) => {
          const size = groupSize(group);
          return size === 0
            ? refuse('undefined', 'nobody is in this group')
            : success(at(sums.byGroup, (start + index) * GROUPS + group) / size);
        }),
        drawsBetterThanKey:
          !isRight &&
          people >= FEWEST_CHOOSERS &&
          right.people > 0 &&
          restHere / people > right.rest / right.people,
      };
    }),
  };
}

function chosenWith(
  people: number,
  restHere: number,
  answering: number,
  rest: number,
  spread: number,
): Statistic {
  if (people === 0 || people === answering) {
    return refuse('undefined', people === 0 ? 'nobody chose it' : 'everybody chose it');
  }
  return spread <= 0
    ? refuse('undefined', 'everybody has the same total on the other items')
    : success(
        (answering * restHere - people * rest) /
          (Math.sqrt(people * (answering - people)) * Math.sqrt(spread)),
      );
}
