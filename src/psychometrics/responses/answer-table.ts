/**
 * A file of answers read but not yet scored: who, which items, and what each cell says (symbols). What a text means is
 * decided afterwards (score-answers), so that a key, declared codes and categories need no second reading.
 */
import type { ColumnPlan } from './column-plan.ts';
import type { Item } from './matrix.ts';

export interface AnswerTable {
  readonly people: number;
  readonly items: readonly Item[];
  /** Person after person; each cell a symbol of its item. */
  readonly symbols: Uint8Array;
  /** For each item, what the file says for each symbol. */
  readonly texts: readonly (readonly (string | undefined)[])[];
  /** Whether any cell is empty or not there. */
  readonly gaps: boolean;
  /** The row of the file a person stands in; of the first answer where a person has many rows. */
  readonly rowOf: (person: number) => number;
  /** As written in the file, or undefined where the file has no column of ids. */
  readonly ids: readonly string[] | undefined;
  /** What each kept column says of each person; an empty text where it says nothing. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly columns: ColumnPlan;
  readonly separator: string;
  /** What was worked out rather than told, as sentences that also say how to tell it otherwise. */
  readonly assumed: readonly string[];
}

export type ReadingFault =
  | 'empty-file'
  | 'not-text'
  | 'no-people'
  | 'ragged-row'
  | 'open-quote'
  | 'repeated-column'
  | 'unknown-column'
  | 'no-items'
  | 'unknown-code'
  | 'clashing-codes'
  | 'repeated-id'
  | 'missing-id'
  | 'repeated-answer'
  | 'changing-label'
  | 'bad-key';
