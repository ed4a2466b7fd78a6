/**
 * A job analysis (role and function study): people who do the work rate its tasks, and an exam's domain weights follow.
 * Types only.
 */

export interface Task {
  readonly id: string;
  readonly domain: string;
}

/** One question asked about every task, such as how often, how important, or how much harm if done badly. */
export interface Scale {
  readonly name: string;
  /** Respondents times tasks, a respondent's tasks side by side; not a number where it was not answered. */
  readonly ratings: Float64Array;
}

export interface Category {
  readonly name: string;
  /** People of the population in it. */
  readonly population: number;
}

/** Something that is known of the whole population, such as the setting people work in. */
export interface KnownVariable {
  readonly name: string;
  readonly categories: readonly Category[];
  /** For each respondent the place of their category; -1 where it is not stated. */
  readonly of: Int32Array;
}

export const NOT_STATED = -1;

/** How the answers about one task make its weight: multiplied (Kane and others 1989) or added. */
export type Combination = 'product' | 'sum';

export interface Study {
  readonly respondents: number;
  readonly tasks: readonly Task[];
  /** The first is how often; 0 there says that a respondent does not do the task. */
  readonly scales: readonly [Scale, ...Scale[]];
  readonly known: readonly KnownVariable[];
}
