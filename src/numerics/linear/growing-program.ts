/**
 * A linear program that is solved many times while it grows: costs and bounds change, columns are added, and each answer
 * also says what every row is worth. That is what column generation and branching need. Types only: the solver is handed
 * in. The sum of costs is made as large as possible.
 *
 * Method: P. C. Gilmore & R. E. Gomory, A linear programming approach to the cutting-stock problem, 1961.
 */
import type { LinearProgram, Term } from './linear-program.ts';

export type Most =
  | {
      readonly status: 'found';
      readonly value: number;
      readonly columns: Float64Array;
      /** By row: how much more the value would be for one more unit allowed or demanded (the dual). */
      readonly worth: Float64Array;
    }
  | {
      /** No columns satisfy the bounds. */
      readonly status: 'impossible';
      /**
       * Factors by row that show it: the rows added up with them can never be what the columns' bounds allow
       * (Farkas 1902), in one direction or the other. Undefined where the solver has none to show.
       */
      readonly conflict: Float64Array | undefined;
    }
  /** The solver stopped at its limit, or found no bound: nothing may be concluded. */
  | { readonly status: 'not-settled' };

export interface GrowingProgram {
  /** Other bounds for a column from now on. */
  bound(column: number, low: number, high: number): void;
  /** Other bounds for the sum of a row from now on. */
  boundRow(row: number, low: number, high: number): void;
  /** Another factor of a column in a row from now on. */
  factor(row: number, column: number, factor: number): void;
  /** What each column counts for, for all columns there are. */
  costs(costs: Float64Array): void;
  /** A column more, of at least zero, that counts for nothing; its terms name rows. */
  add(terms: readonly Term[]): void;
  most(): Most;
}

/** Opens a program, lets `work` ask of it, and closes it again. */
export type GrowingSolver = <Answer>(
  program: LinearProgram,
  work: (open: GrowingProgram) => Answer,
) => Answer;
