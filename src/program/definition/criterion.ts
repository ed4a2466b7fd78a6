/**
 * A published criterion: its rule in our own plain words, the facts a records clerk draws from documents, and what
 * those facts are held against. Facts name nobody: a choice, a number, a date, yes or no; never free words, never a
 * school or an employer.
 *
 * The tests are data, so that a program is a data file. They give a reading that helps a person; a person decides.
 */
import type { Standing } from './sourced.ts';

export type FactKind = 'date' | 'month' | 'year' | 'number' | 'yes-no' | 'choice';

export interface FactOption {
  readonly value: string;
  readonly label: string;
}

export interface FactDefinition {
  readonly id: string;
  readonly label: string;
  readonly kind: FactKind;
  readonly options?: readonly FactOption[];
  readonly hint?: string;
}

/** What a fact is held against. A month counts as its last day, a year as its December 31. */
export type FactTest =
  | {
      readonly kind: 'at-least';
      readonly fact: string;
      readonly count: number;
      /** The thing counted, in the plural: "months". */
      readonly unit: string;
      /** Where the owner's pages conflict: the fact that another page would count instead. */
      readonly otherwise?: { readonly fact: string; readonly sentence: string };
    }
  | { readonly kind: 'one-of'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'yes'; readonly fact: string }
  /** The date is today or still to come. */
  | { readonly kind: 'not-past'; readonly fact: string }
  /** The date has come: a degree to be given next year is not held yet. */
  | { readonly kind: 'has-come'; readonly fact: string }
  /** The date lies no more than so many months back, and not ahead. */
  | { readonly kind: 'within-months'; readonly fact: string; readonly months: number }
  /** At least so many of several yes-or-no facts are yes. */
  | {
      readonly kind: 'count-yes';
      readonly facts: readonly string[];
      readonly atLeast: number;
      readonly unit: string;
    };

/** What shows that a criterion is met; the application asks for papers and people accordingly. */
export type Evidence = 'license' | 'education' | 'certification' | 'employment' | 'own-word';

export interface CriterionDefinition {
  readonly id: string;
  readonly title: string;
  /** The rule restated in plain words. It says "this credential", so that it reads true under either name. */
  readonly rule: string;
  readonly sources: readonly string[];
  readonly standing: Standing;
  /** What was inferred, what conflicts, what was not found. For staff. */
  readonly note?: string;
  /** Absent: the candidate's own word. */
  readonly evidence?: Evidence;
  readonly facts: readonly FactDefinition[];
  /** All of these must hold. Facts without a test are shown for a person to weigh. */
  readonly tests: readonly FactTest[];
}
