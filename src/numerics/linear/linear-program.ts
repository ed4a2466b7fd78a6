/**
 * A linear program in plain numbers, and what is asked of whoever solves it: find columns within their bounds, with
 * every row's sum within its bounds, that make a sum of costs as small as possible. Types only: the solver is handed
 * in, because solvers are large programs of their own.
 *
 * Method: G. B. Dantzig, Linear Programming and Extensions, 1963.
 */

export type Term = readonly [column: number, factor: number];

export interface LinearProgram {
  /** Bounds may be infinite. */
  readonly columns: readonly { readonly low: number; readonly high: number }[];
  readonly rows: readonly {
    readonly terms: readonly Term[];
    readonly low: number;
    readonly high: number;
  }[];
}

export type Optimum =
  | { readonly status: 'found'; readonly value: number; readonly columns: Float64Array }
  /** No columns satisfy the bounds. */
  | { readonly status: 'impossible' }
  | { readonly status: 'unbounded' }
  /** The solver stopped at its limit: nothing may be concluded. */
  | { readonly status: 'not-settled' };

export interface OpenProgram {
  /** Other bounds for a column from now on. */
  bound(column: number, low: number, high: number): void;
  /** The least sum of costs; columns not named cost nothing. `whole` asks for columns in whole numbers. */
  least(costs: readonly Term[], whole: boolean): Optimum;
}

/** Opens a program, lets `work` ask of it, and closes it again. */
export type Solver = <Answer>(
  program: LinearProgram,
  work: (open: OpenProgram) => Answer,
) => Answer;
