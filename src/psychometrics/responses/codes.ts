/**
 * What a cell of a response file can mean, and the one rule for each meaning. The rules are printed on the
 * first page of every report, because the same answers give other numbers under other rules.
 *
 * One byte a cell. A right-or-wrong item has the codes 0 to 5. An item with more points goes on after them: 2 points are
 * code 6, 3 points code 7, and so on, so that everything that reads right-or-wrong items reads them unchanged.
 */
export const WRONG = 0;
export const RIGHT = 1;
export const OMITTED = 2;
export const NOT_REACHED = 3;
export const NOT_ADMINISTERED = 4;
export const INVALID = 5;

/** The most points one item can carry. */
export const MOST_POINTS = 200;

/** The points a code is worth; every kind of missing answer is worth none. */
export const pointsOf = (code: number): number =>
  code <= RIGHT ? code : code <= INVALID ? 0 : code - (INVALID - RIGHT);

/** The code of an answer worth this many points. */
export const codeOfPoints = (points: number): number =>
  points <= RIGHT ? points : points + (INVALID - RIGHT);

export interface MissingRule {
  readonly name: string;
  readonly meaning: string;
  readonly rule: string;
  /** The rule in a few words, for the first page. */
  readonly inShort: string;
}

/** One rule for each kind of missing answer, by code. */
export const MISSING_RULES: ReadonlyMap<number, MissingRule> = new Map([
  [
    OMITTED,
    {
      name: 'Omitted',
      meaning: 'seen and left open: a blank in a scored item with a later scored item answered',
      rule: 'counts as wrong, in the item and in the total',
      inShort: 'counts as wrong',
    },
  ],
  [
    NOT_REACHED,
    {
      name: 'Not reached',
      meaning: 'a blank in a scored item with no scored item answered after it in the file',
      rule: "adds nothing to the total, and the person is left out of that item's own numbers",
      inShort: 'adds nothing to the total',
    },
  ],
  [
    NOT_ADMINISTERED,
    {
      name: 'Not administered',
      meaning:
        'never shown to this person by design: a blank in a pilot item, a cell with a declared code, or, in a file of one row an answer, no row',
      rule: "the person is left out of that item's own numbers; a person without every scored item has no total to compare and is left out of all numbers",
      inShort: 'says nothing about item or person',
    },
  ],
  [
    INVALID,
    {
      name: 'Invalid',
      meaning:
        'an answer that cannot be scored, such as two marks: only cells with a declared code',
      rule: 'counts as wrong, and is counted apart',
      inShort: 'counts as wrong',
    },
  ],
]);

/** Whether the answer says something about the item: right, wrong, omitted or invalid. */
export const isAnswer = (code: number): boolean =>
  code !== NOT_REACHED && code !== NOT_ADMINISTERED;
