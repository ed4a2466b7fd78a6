/**
 * Gives the cells of a file their meaning: right, wrong, points, or one of the four kinds of missing answer.
 *
 * - with a key: the answer is right where it is the key's text (capitals do not matter), wrong where it is another option.
 *   Where every key is one letter the options are the letters A to E and on to the last key; where every key is one digit,
 *   1 (or 0, if a key is 0) to 5 and on to the last key; anything else is an undeclared code
 * - with categories: whole numbers from the lowest to the highest, points counted from the lowest
 * - with neither: 1 right and 0 wrong; or whole numbers from 0 without a gap, each given by at least two people and
 *   one in a hundred to some item, which are taken for points and said so
 *
 * A text that is none of these is refused, with the rows it stands in: an undeclared 9 never becomes a category.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type AnswerKey, keysOf } from './answer-key.ts';
import type { AnswerTable, ReadingFault } from './answer-table.ts';
import { type BlankRule, codeTable, type DeclaredCodes } from './answers.ts';
import { codeOfPoints, MOST_POINTS, NOT_ADMINISTERED, RIGHT, WRONG } from './codes.ts';
import { BLANK, NO_ROW } from './symbols.ts';

export interface Scoring {
  readonly codes: DeclaredCodes;
  readonly key?: AnswerKey | undefined;
  /** The lowest and the highest category; 'observed' takes every whole number in the file for a category. */
  readonly categories?: readonly [number, number] | 'observed' | undefined;
  readonly blanks?: BlankRule | undefined;
}

export type ScoringForm = 'right-or-wrong' | 'keyed' | 'points';

/** What every symbol of every item means, at item * 256 + symbol: a code, BLANK, or UNKNOWN. */
export interface Meanings {
  readonly form: ScoringForm;
  readonly codes: Uint8Array;
  /** The lowest category of the file, which counts as no points; 0 unless the items are points. */
  readonly lowest: number;
  readonly keys: readonly string[] | undefined;
  readonly assumed: readonly string[];
}

export const UNKNOWN = 255;
const WHOLE = /^\d{1,3}$/;
const FEWEST_SHARE = 0.01;

/** The meaning of every symbol, not yet looking for unknown ones. */
export function meaningsOf(table: AnswerTable, scoring: Scoring): Result<Meanings, ReadingFault> {
  if (scoring.key !== undefined) {
    return keyed(table, scoring, scoring.key);
  }
  const points = scoring.categories === undefined ? observedPoints(table, scoring) : undefined;
  const range = typeof scoring.categories === 'object' ? scoring.categories : undefined;
  if (scoring.categories === undefined && points === undefined) {
    return rightOrWrong(table, scoring);
  }
  const declared = codeTable(scoring.codes, range === undefined ? [] : numbers(range));
  if (!declared.ok) {
    return declared;
  }
  const found = wholeNumbers(table, declared.value);
  const [lowest, highest] = range ?? [Math.min(...found, 1), Math.max(...found, 1)];
  if (highest - lowest > MOST_POINTS || highest <= lowest) {
    return refuse(
      'unknown-code',
      `Categories from ${lowest} to ${highest} cannot be scored: an item has at least two and at most ${MOST_POINTS + 1}. Name others with --categories, for example 0-4.`,
    );
  }
  const codes = codesOf(table, declared.value, (text) => {
    const points = WHOLE.test(text) ? Number(text) - lowest : -1;
    return points >= 0 && points <= highest - lowest ? codeOfPoints(points) : UNKNOWN;
  });
  const assumed =
    scoring.categories === undefined
      ? [
          `The items hold whole numbers from ${lowest} to ${highest}, taken for points. Say so with --categories ${lowest}-${highest}; if they are options, give the key with --key.`,
        ]
      : [];
  return success({ form: 'points', codes, lowest, keys: undefined, assumed });
}

function rightOrWrong(table: AnswerTable, { codes }: Scoring): Result<Meanings, ReadingFault> {
  const declared = codeTable(codes, ['0', '1']);
  if (!declared.ok) {
    return declared;
  }
  const meanings = codesOf(table, declared.value, (text) =>
    text === '1' ? RIGHT : text === '0' ? WRONG : UNKNOWN,
  );
  return success({
    form: 'right-or-wrong',
    codes: meanings,
    lowest: 0,
    keys: undefined,
    assumed: [],
  });
}

function keyed(
  table: AnswerTable,
  { codes }: Scoring,
  key: AnswerKey,
): Result<Meanings, ReadingFault> {
  const declared = codeTable(codes, []);
  const keys = keysOf(
    key,
    table.items.map(({ name }) => name),
  );
  if (!declared.ok) {
    return declared;
  }
  if (!keys.ok) {
    return keys;
  }
  const isOption = optionsOf(keys.value);
  const meanings = codesOf(table, declared.value, (text, item) => {
    const right = at(keys.value, item);
    return sameText(text, right) || right.split('|').some((one) => sameText(text, one.trim()))
      ? RIGHT
      : isOption(text)
        ? WRONG
        : UNKNOWN;
  });
  return success({
    form: 'keyed',
    codes: meanings,
    lowest: 0,
    keys: keys.value,
    assumed: [],
  });
}

const sameText = (one: string, other: string): boolean =>
  one === other || one.toUpperCase() === other.toUpperCase();

/** Several letters in their order, as items with more than one right mark have them: "BD". */
const isSetOfLetters = (text: string): boolean =>
  /^[A-H]{1,8}$/.test(text) && [...text].every((letter, place) => letter > (text[place - 1] ?? ''));

/** What may be an option at all, by the keys; any text where the keys are texts. */
function optionsOf(keys: readonly string[]): (text: string) => boolean {
  const all = keys.flatMap((key) => key.split('|').map((one) => one.trim().toUpperCase()));
  if (all.every((key) => /^[A-Z]$/.test(key))) {
    const last = lastOf([...all, 'E']);
    return (text) => /^[A-Za-z]$/.test(text) && text.toUpperCase() <= last;
  }
  if (all.every((key) => /^\d$/.test(key))) {
    const first = all.includes('0') ? '0' : '1';
    const last = lastOf([...all, '5']);
    return (text) => /^\d$/.test(text) && text >= first && text <= last;
  }
  if (all.every(isSetOfLetters)) {
    return (text) => isSetOfLetters(text.toUpperCase());
  }
  return () => true;
}

/** The last of one-letter texts in their order. */
const lastOf = (letters: readonly string[]): string =>
  String.fromCharCode(Math.max(...letters.map((letter) => letter.charCodeAt(0))));

function codesOf(
  { items, texts }: AnswerTable,
  declared: ReadonlyMap<string, number>,
  answer: (text: string, item: number) => number,
): Uint8Array {
  const codes = new Uint8Array(items.length * 256).fill(UNKNOWN);
  for (let item = 0; item < items.length; item += 1) {
    codes[item * 256 + BLANK] = BLANK;
    codes[item * 256 + NO_ROW] = NOT_ADMINISTERED;
    at(texts, item).forEach((text, symbol) => {
      if (text !== undefined) {
        codes[item * 256 + symbol] = declared.get(text) ?? answer(text, item);
      }
    });
  }
  return codes;
}

/** The whole numbers the scored and pilot items hold, without the declared codes, each once. */
function wholeNumbers(
  { texts }: AnswerTable,
  declared: ReadonlyMap<string, number>,
): readonly number[] {
  const found = new Set<number>();
  for (const ofItem of texts) {
    for (const text of ofItem) {
      if (text !== undefined && WHOLE.test(text) && !declared.has(text)) {
        found.add(Number(text));
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The numbers of a file whose items are plainly points; undefined for right-or-wrong items and for anything else. */
function observedPoints(table: AnswerTable, { codes }: Scoring): readonly number[] | undefined {
  const declared = codeTable(codes, []);
  if (!declared.ok) {
    return undefined;
  }
  const found = wholeNumbers(table, declared.value);
  const others = table.texts.some((texts) =>
    texts.some((text) => text !== undefined && !WHOLE.test(text) && !declared.value.has(text)),
  );
  const closed = found.every((number, place) => number === place);
  if (others || !closed || found.length < 3 || found.length > MOST_POINTS) {
    return undefined;
  }
  return found.every((number) => commonSomewhere(table, String(number))) ? found : undefined;
}

/** Whether at least one person in a hundred gives this answer to some item. */
function commonSomewhere({ symbols, items, people, texts }: AnswerTable, text: string): boolean {
  return items.some((_, item) => {
    const symbol = at(texts, item).indexOf(text);
    let count = 0;
    for (let cell = item; symbol >= 0 && cell < symbols.length; cell += items.length) {
      count += symbols[cell] === symbol ? 1 : 0;
    }
    return count >= Math.max(2, FEWEST_SHARE * people);
  });
}

const numbers = ([lowest, highest]: readonly [number, number]): readonly string[] =>
  Array.from({ length: Math.max(0, highest - lowest + 1) }, (_, step) => String(lowest + step));
