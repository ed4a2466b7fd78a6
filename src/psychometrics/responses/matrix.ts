/**
 * Persons by items: what each person did with each question, one byte a cell. Scored items make up the
 * total; pilot items are tried out on some people and never count.
 *
 * Not here: reading it from a file (read-responses), numbers about it (psychometrics/classical).
 */
import { at } from '../../kernel/result/at.ts';
import { isAnswer, NOT_ADMINISTERED, RIGHT } from './codes.ts';

export interface Item {
  readonly name: string;
  readonly pilot: boolean;
}

export interface ResponseMatrix {
  readonly people: number;
  readonly items: readonly Item[];
  /** Person after person; each cell holds a code of codes.ts. */
  readonly codes: Uint8Array;
}

/** Each person's number of right answers to the scored items. */
export function totals(matrix: ResponseMatrix): Int32Array {
  const { people, items, codes } = matrix;
  const scored = placesOf(matrix, false);
  const sums = new Int32Array(people);
  for (let person = 0; person < people; person += 1) {
    const start = person * items.length;
    let sum = 0;
    for (const item of scored) {
      if (codes[start + item] === RIGHT) {
        sum += 1;
      }
    }
    sums[person] = sum;
  }
  return sums;
}

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
  const blocks = new Map<string, { items: number[]; people: number }>();
  for (const place of placesOf(matrix, true)) {
    const shown: number[] = [];
    for (let person = 0; person < matrix.people; person += 1) {
      if (isAnswer(at(matrix.codes, person * matrix.items.length + place))) {
        shown.push(person);
      }
    }
    const key = shown.join(' ');
    const block = blocks.get(key) ?? { items: [], people: shown.length };
    block.items.push(place);
    blocks.set(key, block);
  }
  return [...blocks.values()];
}

/**
 * The people whose totals can be compared: they answered at least one scored item, and every scored item
 * was put before them.
 */
export function comparablePeople(matrix: ResponseMatrix): readonly number[] {
  const scored = placesOf(matrix, false);
  const comparable: number[] = [];
  for (let person = 0; person < matrix.people; person += 1) {
    const start = person * matrix.items.length;
    let answered = false;
    let complete = true;
    for (const item of scored) {
      const code = matrix.codes[start + item] ?? NOT_ADMINISTERED;
      answered ||= isAnswer(code);
      complete &&= code !== NOT_ADMINISTERED;
    }
    if (answered && complete) {
      comparable.push(person);
    }
  }
  return comparable;
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
