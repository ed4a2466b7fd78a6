/**
 * What the texts of a file mean for missing answers: declared codes, blanks, and, once a whole row is known, what each of
 * its blanks means. Two declared codes may not clash.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  INVALID,
  MISSING_RULES,
  type MissingRule,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
} from './codes.ts';
import { BLANK } from './symbols.ts';

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

/**
 * The meaning of each text that stands for a missing answer: empty cells and "NA" are blanks unless declared otherwise.
 * `answers` are texts that are always answers (such as 0 and 1) and may not be declared away.
 */
export function codeTable(
  declared: DeclaredCodes,
  answers: readonly string[],
): Result<ReadonlyMap<string, number>, 'clashing-codes'> {
  const table = new Map([
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
      const clash = answers.includes(text) || (text !== 'NA' && table.has(text));
      if (clash) {
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

/** How the blanks of a scored item are read: by their place in the row, or every one as a wrong answer. */
export type BlankRule = 'by-place' | 'wrong';

/** The rule of each kind of missing answer, by code, as it is applied to a file whose blanks are read this way. */
export function missingRules(blanks: BlankRule): ReadonlyMap<number, MissingRule> {
  const rules = new Map(MISSING_RULES);
  const [omitted, notReached] = [rules.get(OMITTED), rules.get(NOT_REACHED)];
  if (blanks === 'wrong' && omitted !== undefined && notReached !== undefined) {
    rules.set(OMITTED, { ...omitted, meaning: 'any blank in a scored item, wherever it stands' });
    rules.set(NOT_REACHED, { ...notReached, meaning: 'only cells with a declared code' });
  }
  return rules;
}

/**
 * Gives each blank of a row its meaning. The row begins at `start` of the codes; `pilots` holds 1 for a pilot item. Answers
 * whether the person answered any scored item.
 */
export function decideBlanks(
  codes: Uint8Array,
  start: number,
  pilots: Uint8Array,
  rule: BlankRule,
): boolean {
  // Constants of another file are looked up anew each time; local ones are not.
  const [blank, omitted, notReached, absent] = [BLANK, OMITTED, NOT_REACHED, NOT_ADMINISTERED];
  const always = rule === 'wrong';
  let answeredLater = false;
  for (let item = pilots.length - 1; item >= 0; item -= 1) {
    const code = codes[start + item] ?? absent;
    const pilot = pilots[item] === 1;
    if (code === blank) {
      codes[start + item] = pilot ? absent : answeredLater || always ? omitted : notReached;
    } else if (!pilot && code !== notReached && code !== absent) {
      answeredLater = true;
    }
  }
  return answeredLater;
}
