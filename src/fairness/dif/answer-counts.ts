/**
 * Every item's answers counted by score and group, in one pass over the file: all that the methods for two groups need.
 *
 * The matching score is the number of anchor items answered right. An item outside the anchor (a pilot item, or one that
 * purification took out) is matched on that score with itself added, because leaving the studied item out would make an
 * item without any bias look biased (Holland & Thayer 1988); SIBTEST corrects for that in its own way and wants the score
 * without it. Both follow from the same counts: people with the item right are found one level higher than without it.
 *
 * Four items are added at a time, one byte each in a word, and carried over before any byte can overflow; that makes a
 * round of purification cost a few thousandths of a second for ten thousand people.
 */
import { isAnswer, RIGHT } from '../../psychometrics/responses/codes.ts';
import { highestOf, type ResponseMatrix } from '../../psychometrics/responses/matrix.ts';
import { FOCAL, NEITHER, REFERENCE, type TwoGroups } from '../groups/group.ts';
import type { ScoreLevel } from './mantel-haenszel.ts';

/** The people of the two groups, four items to a word, ready to be counted again and again. */
export interface PackedAnswers {
  readonly people: number;
  readonly items: number;
  /** Words a person. */
  readonly stride: number;
  /** One byte an item: 1 where it was answered right. */
  readonly right: Uint32Array;
  /** One byte an item: 1 where there is an answer at all; undefined where every cell holds one. */
  readonly answered: Uint32Array | undefined;
  /** REFERENCE or FOCAL. */
  readonly member: Uint8Array;
}

export interface AnswerCounts {
  readonly items: number;
  /** Anchor scores run from 0 to the number of anchor items. */
  readonly levels: number;
  /** 1 for the items that make up the matching score. */
  readonly anchor: Uint8Array;
  /** Where somebody is, in order. */
  readonly occupied: Int32Array;
  /** By item, then group, then level: people with the item right. */
  readonly right: Int32Array;
  /** People with an answer to it, in the same order; only by group and level where nobody left any item out. */
  readonly answered: Int32Array;
}

/** Packs the people of both groups; with `onlyComplete`, those among them who answered every item. */
export function packAnswers(
  matrix: ResponseMatrix,
  groups: TwoGroups,
  onlyComplete = false,
): PackedAnswers {
  const width = matrix.items.length;
  const ready = alreadyPacked(matrix, groups);
  if (ready !== undefined) {
    return ready;
  }
  const chosen = peopleOf(matrix, groups, onlyComplete);
  const stride = Math.ceil(width / 4);
  const right = new Uint8Array(chosen.length * stride * 4);
  const member = new Uint8Array(chosen.length);
  let missing = false;
  for (let index = 0; index < chosen.length; index += 1) {
    const person = chosen[index] ?? 0;
    member[index] = groups.member[person] ?? NEITHER;
    const whole = packRight(matrix.codes, person * width, width, right, index * stride * 4);
    missing ||= !whole;
  }
  return {
    people: chosen.length,
    items: width,
    stride,
    right: new Uint32Array(right.buffer),
    answered: missing ? packAnswered(matrix, chosen, stride) : undefined,
    member,
  };
}

const NO_MORE_THAN_ONE = 0xfefefefe;

/** The matrix as it stands, where everybody is in a group, every cell is right or wrong, and the rows are whole words. */
function alreadyPacked(
  { people, items, codes }: ResponseMatrix,
  { member }: TwoGroups,
): PackedAnswers | undefined {
  if (items.length % 4 !== 0 || codes.byteOffset % 4 !== 0 || member.includes(NEITHER)) {
    return undefined;
  }
  const stride = items.length / 4;
  const right = new Uint32Array(codes.buffer, codes.byteOffset, people * stride);
  for (let word = 0; word < right.length; word += 1) {
    if (((right[word] ?? 0) & NO_MORE_THAN_ONE) !== 0) {
      return undefined;
    }
  }
  return { people, items: items.length, stride, right, answered: undefined, member };
}

/** One person's right answers; answers whether there is an answer to every item. A function of its own is compiled sooner. */
function packRight(
  codes: Uint8Array,
  from: number,
  width: number,
  right: Uint8Array,
  to: number,
): boolean {
  let whole = true;
  for (let item = 0; item < width; item += 1) {
    const code = codes[from + item] ?? RIGHT;
    right[to + item] = code === RIGHT ? 1 : 0;
    whole &&= code <= RIGHT || isAnswer(code);
  }
  return whole;
}

function packAnswered(
  { items, codes }: ResponseMatrix,
  chosen: Int32Array,
  stride: number,
): Uint32Array {
  const answered = new Uint8Array(chosen.length * stride * 4);
  chosen.forEach((person, index) => {
    for (let item = 0; item < items.length; item += 1) {
      const code = codes[person * items.length + item] ?? RIGHT;
      answered[index * stride * 4 + item] = isAnswer(code) ? 1 : 0;
    }
  });
  return new Uint32Array(answered.buffer);
}

function peopleOf(matrix: ResponseMatrix, groups: TwoGroups, onlyComplete: boolean): Int32Array {
  const width = matrix.items.length;
  const chosen = new Int32Array(matrix.people);
  // Pilot items go to some people only: whoever answered every scored item is whole.
  const pilot = (place: number): boolean => matrix.items[place]?.pilot === true;
  let count = 0;
  for (let person = 0; person < matrix.people; person += 1) {
    const row = (): Uint8Array => matrix.codes.subarray(person * width, (person + 1) * width);
    if (
      groups.member[person] !== NEITHER &&
      (!onlyComplete || row().every((code, place) => pilot(place) || isAnswer(code)))
    ) {
      chosen[count] = person;
      count += 1;
    }
  }
  return chosen.subarray(0, count);
}

/** 1 for items that are right or wrong and no more. */
export const rightOrWrongItems = ({ items }: ResponseMatrix): Uint8Array =>
  Uint8Array.from(items, (item) => (highestOf(item) === 1 ? 1 : 0));

/** The scored items among them: the anchor before any purification. */
export const scoredItems = ({ items }: ResponseMatrix): Uint8Array =>
  Uint8Array.from(items, (item) => (item.pilot || highestOf(item) > 1 ? 0 : 1));

/** Counts everybody's answers by the score on the anchor items. */
export function countAnswers(packed: PackedAnswers, anchor: Uint8Array): AnswerCounts {
  const { items } = packed;
  const levels = anchor.reduce((sum, one) => sum + one, 0) + 1;
  const place = placesByScore(packed, anchor, levels);
  const people = peopleByPlace(place, levels * 2);
  const right = summedByPlace(packed, packed.right, place, people);
  const answered =
    packed.answered === undefined ? people : summedByPlace(packed, packed.answered, place, people);
  const occupied = Int32Array.from(
    [...people.subarray(0, levels).keys()].filter(
      (level) => (people[level] ?? 0) + (people[levels + level] ?? 0) > 0,
    ),
  );
  return { items, levels, anchor, occupied, answered, right };
}

/** Where the people with an answer to an item begin in `answered`. */
export const answeredFrom = ({ answered, right, levels }: AnswerCounts, item: number): number =>
  answered.length === right.length ? item * 2 * levels : 0;

/** For each person the group and the anchor score, as one number: group times levels plus score. */
function placesByScore(packed: PackedAnswers, anchor: Uint8Array, levels: number): Int32Array {
  const { people, stride, right, member } = packed;
  const bytes = new Uint8Array(stride * 4);
  bytes.set(anchor);
  const mask = new Uint32Array(bytes.buffer).map((word) => word * 255);
  const place = new Int32Array(people);
  for (let person = 0; person < people; person += 1) {
    const start = person * stride;
    let score = 0;
    let sums = 0;
    for (let word = 0; word < stride; word += 1) {
      sums += (right[start + word] ?? 0) & (mask[word] ?? 0);
      if ((word & 127) === 127) {
        score += sumOfBytes(sums);
        sums = 0;
      }
    }
    place[person] = (member[person] === FOCAL ? levels : 0) + score + sumOfBytes(sums);
  }
  return place;
}

function sumOfBytes(word: number): number {
  const pairs = (word & 0x00ff00ff) + ((word >>> 8) & 0x00ff00ff);
  return (pairs & 0xffff) + (pairs >>> 16);
}

function peopleByPlace(place: Int32Array, places: number): Int32Array {
  const people = new Int32Array(places);
  for (const one of place) {
    people[one] = (people[one] ?? 0) + 1;
  }
  return people;
}

/** A byte holds up to 255 people before it must be carried over. */
const FULL = 255;
/** Places carried over together at the end, so that each item's counts are written in runs. */
const SIDE_BY_SIDE = 16;

function summedByPlace(
  { people, items, stride }: PackedAnswers,
  words: Uint32Array,
  place: Int32Array,
  atPlace: Int32Array,
): Int32Array {
  const places = atPlace.length;
  const sums = new Uint32Array(places * stride);
  const bytes = new Uint8Array(sums.buffer);
  const held = new Uint8Array(places);
  const totals = new Int32Array(places * items);
  const carry = (from: number, to: number): void => {
    for (let item = 0; item < items; item += 1) {
      for (let at = from; at < to; at += 1) {
        const cell = item * places + at;
        totals[cell] = (totals[cell] ?? 0) + (bytes[at * stride * 4 + item] ?? 0);
      }
    }
    sums.fill(0, from * stride, to * stride);
    held.fill(0, from, to);
  };
  for (let person = 0; person < people; person += 1) {
    const at = place[person] ?? 0;
    const from = person * stride;
    const to = at * stride;
    for (let word = 0; word < stride; word += 1) {
      sums[to + word] = (sums[to + word] ?? 0) + (words[from + word] ?? 0);
    }
    const now = (held[at] ?? 0) + 1;
    held[at] = now;
    if (now === FULL) {
      carry(at, at + 1);
    }
  }
  for (let from = 0; from < places; from += SIDE_BY_SIDE) {
    const to = Math.min(places, from + SIDE_BY_SIDE);
    if (held.subarray(from, to).some((people) => people > 0)) {
      carry(from, to);
    }
  }
  return totals;
}

/** The item's answers by the anchor score with the item itself in it. Levels that nobody has are left out. */
export const levelsWithItem = (counts: AnswerCounts, item: number): readonly ScoreLevel[] =>
  levelsOf(counts, item, counts.anchor[item] === 1 ? [0, 0] : [0, 1]);

/** The same by the anchor score without the item. */
export const levelsWithoutItem = (counts: AnswerCounts, item: number): readonly ScoreLevel[] =>
  levelsOf(counts, item, counts.anchor[item] === 1 ? [0, -1] : [0, 0]);

/** How far the wrong and the right answers move from the anchor score. */
type Shift = readonly [wrong: number, right: number];

function levelsOf(
  counts: AnswerCounts,
  item: number,
  [wrongShift, rightShift]: Shift,
): readonly ScoreLevel[] {
  const { levels, occupied, answered, right } = counts;
  const seen = answeredFrom(counts, item);
  const found: ScoreLevel[] = [];
  const start = item * 2 * levels;
  const rightAt = (side: number, level: number): number =>
    level < 0 || level >= levels ? 0 : (right[start + side * levels + level] ?? 0);
  const wrongAt = (side: number, level: number): number => {
    const cell = side * levels + level;
    return level < 0 || level >= levels
      ? 0
      : (answered[seen + cell] ?? 0) - (right[start + cell] ?? 0);
  };
  // A score is reached from the level where its people stand, or, where answers move, from one place beside it.
  const reach = wrongShift === 0 && rightShift === 0 ? 0 : 1;
  let next = 0;
  for (const level of occupied) {
    for (let score = Math.max(next, level - reach); score <= level + reach; score += 1) {
      next = score + 1;
      const referenceRight = rightAt(REFERENCE, score - rightShift);
      const referenceWrong = wrongAt(REFERENCE, score - wrongShift);
      const focalRight = rightAt(FOCAL, score - rightShift);
      const focalWrong = wrongAt(FOCAL, score - wrongShift);
      if (referenceRight + referenceWrong + focalRight + focalWrong > 0) {
        found.push({ score, referenceRight, referenceWrong, focalRight, focalWrong });
      }
    }
  }
  return found;
}
