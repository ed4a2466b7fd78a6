/**
 * Persons by items: what each person did with each question, one byte a cell. Scored items make up the
 * total; pilot items are tried out on some people and never count.
 *
 * Not here: reading it from a file (read-responses), numbers about it (psychometrics/classical).
 */
import { at } from '../../kernel/result/at.ts';
import { isAnswer, NOT_ADMINISTERED, pointsOf } from './codes.ts';

export interface Item {
  readonly name: string;
  readonly pilot: boolean;
  /** The most points it gives; a right-or-wrong item, for which it may be left out, gives 1. */
  readonly highest?: number;
}

/** The most points an item gives. */
export const highestOf = (item: Item): number => item.highest ?? 1;

export interface ResponseMatrix {
  readonly people: number;
  readonly items: readonly Item[];
  /** Person after person; each cell holds a code of codes.ts. */
  readonly codes: Uint8Array;
}

const POINTS = Uint8Array.from({ length: 256 }, (_, code) => pointsOf(code));

/** Each person's points on the scored items: the number of right answers where every item is right or wrong. */
export function totals(matrix: ResponseMatrix): Int32Array {
  const { people, items, codes } = matrix;
  const width = items.length;
  const counts = Uint8Array.from(items, (item) => (item.pilot ? 0 : 1));
  const sums = new Int32Array(people);
  let cell = 0;
  for (let person = 0; person < people; person += 1) {
    let sum = 0;
    for (let item = 0; item < width; item += 1) {
      sum += (POINTS[codes[cell] ?? 0] ?? 0) * (counts[item] ?? 0);
      cell += 1;
    }
    sums[person] = sum;
  }
  return sums;
}

/** The total of somebody with every point of the scored items. */
export const highestTotal = (matrix: ResponseMatrix): number =>
  matrix.items.reduce((sum, item) => sum + (item.pilot ? 0 : highestOf(item)), 0);

/** Whether every scored item is right or wrong, which some methods ask for. */
export const rightOrWrong = (matrix: ResponseMatrix): boolean =>
  matrix.items.every((item) => item.pilot || highestOf(item) === 1);

/** The places of the scored items, or of the pilot items. */
export function placesOf({ items }: ResponseMatrix, pilot: boolean): readonly number[] {
  return items.flatMap((item, place) => (item.pilot === pilot ? [place] : []));
}

/** Pilot items that were shown to exactly the same people: one planned block. */
export interface PilotBlock {
  readonly items: readonly number[];
  readonly people: number;
}

export function pilotBlocks(matrix: ResponseMatrix): readonly PilotBlock[] {
  const { people, items, codes } = matrix;
  const blocks: { items: number[]; people: number }[] = [];
  const shown = (person: number, item: number): boolean =>
    isAnswer(at(codes, person * items.length + item));
  const alike = (one: number, other: number): boolean => {
    for (let person = 0; person < people; person += 1) {
      if (shown(person, one) !== shown(person, other)) {
        return false;
      }
    }
    return true;
  };
  for (const place of placesOf(matrix, true)) {
    const block = blocks.find((known) => alike(at(known.items, 0), place));
    if (block === undefined) {
      let seen = 0;
      for (let person = 0; person < people; person += 1) {
        seen += shown(person, place) ? 1 : 0;
      }
      blocks.push({ items: [place], people: seen });
    } else {
      block.items.push(place);
    }
  }
  return blocks;
}

/**
 * The people whose totals can be compared: they answered at least one scored item, and every scored item
 * was put before them.
 */
export function comparablePeople(matrix: ResponseMatrix): readonly number[] {
  const scored = Int32Array.from(placesOf(matrix, false));
  const comparable: number[] = [];
  for (let person = 0; person < matrix.people; person += 1) {
    if (isComparable(matrix.codes, person * matrix.items.length, scored)) {
      comparable.push(person);
    }
  }
  return comparable;
}

function isComparable(codes: Uint8Array, start: number, scored: Int32Array): boolean {
  let answered = false;
  for (let place = 0; place < scored.length; place += 1) {
    const code = codes[start + (scored[place] ?? 0)] ?? NOT_ADMINISTERED;
    if (code === NOT_ADMINISTERED) {
      return false;
    }
    answered ||= isAnswer(code);
  }
  return answered;
}

/** How often each code stands in the scored items and, from 256 on, in the pilot items. */
export function codeCounts({ codes, items, people }: ResponseMatrix): Float64Array {
  const counts = new Float64Array(512);
  const shift = Int32Array.from(items, ({ pilot }) => (pilot ? 256 : 0));
  for (let person = 0, cell = 0; person < people; person += 1) {
    for (let item = 0; item < shift.length; item += 1, cell += 1) {
      const kind = (shift[item] ?? 0) + (codes[cell] ?? 0);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}

/** The same items, these people only. */
export function onlyPeople(matrix: ResponseMatrix, people: readonly number[]): ResponseMatrix {
  const width = matrix.items.length;
  const codes = new Uint8Array(people.length * width);
  people.forEach((person, index) => {
    codes.set(matrix.codes.subarray(person * width, (person + 1) * width), index * width);
  });
  return { people: people.length, items: matrix.items, codes };
}
