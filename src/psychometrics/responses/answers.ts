/**
 * What one cell of an item means: 1, 0, blank or a declared code; and, once a whole row is read, what each
 * of its blanks means. Two declared codes may not clash, and 1 and 0 may not be declared away.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  INVALID,
  isAnswer,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
  RIGHT,
  WRONG,
} from './codes.ts';
import { cellText, type RowCursor } from './rows.ts';

/** Texts that stand for a missing answer, such as "9" or "X". */
export interface DeclaredCodes {
  readonly omitted: readonly string[];
  readonly notReached: readonly string[];
  readonly notAdministered: readonly string[];
  readonly invalid: readonly string[];
}

export const NO_CODES: DeclaredCodes = {
  omitted: [],
  notReached: [],
  notAdministered: [],
  invalid: [],
};

export const UNKNOWN = 255;
const BLANK = 254;

export function codeTable(
  declared: DeclaredCodes,
): Result<ReadonlyMap<string, number>, 'clashing-codes'> {
  const table = new Map([
    ['1', RIGHT],
    ['0', WRONG],
    ['', BLANK],
    ['NA', BLANK],
  ]);
  const lists = [
    [declared.omitted, OMITTED],
    [declared.notReached, NOT_REACHED],
    [declared.notAdministered, NOT_ADMINISTERED],
    [declared.invalid, INVALID],
  ] as const;
  for (const [texts, code] of lists) {
    for (const text of texts) {
      if (text !== 'NA' && table.has(text)) {
        return refuse(
          'clashing-codes',
          `The code "${text}" is declared for two meanings. Give each code one meaning; 1 is always right, 0 wrong, and an empty cell blank.`,
        );
      }
      table.set(text, code);
    }
  }
  return success(table);
}

/** The code of a cell; BLANK until the row is complete. Most cells are one byte and never become text. */
export function readAnswer(
  cursor: RowCursor,
  place: number,
  declared: ReadonlyMap<string, number>,
): number {
  const start = cursor.starts[place] ?? 0;
  const length = (cursor.ends[place] ?? 0) - start;
  if (length === 1) {
    const byte = cursor.bytes[start];
    if (byte === 0x31) {
      return RIGHT;
    }
    if (byte === 0x30) {
      return WRONG;
    }
  }
  if (length === 0) {
    return BLANK;
  }
  const text = cellText(cursor, place)?.trim();
  return text === undefined ? UNKNOWN : (declared.get(text) ?? UNKNOWN);
}

/** Gives each blank of a row its meaning. Answers whether the person answered any scored item. */
export function decideBlanks(
  row: Uint8Array,
  items: readonly { readonly pilot: boolean }[],
): boolean {
  let answeredLater = false;
  for (let item = row.length - 1; item >= 0; item -= 1) {
    const pilot = items[item]?.pilot === true;
    if (row[item] === BLANK) {
      row[item] = pilot ? NOT_ADMINISTERED : answeredLater ? OMITTED : NOT_REACHED;
    } else if (!pilot && isAnswer(row[item] ?? NOT_ADMINISTERED)) {
      answeredLater = true;
    }
  }
  return answeredLater;
}
