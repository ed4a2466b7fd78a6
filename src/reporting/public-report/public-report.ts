/**
 * The public report as data: tables of the numbers that one release shows, every figure worked out from them, waiting
 * times and questions for the groups that are shown, the proof, and what was put before the board. Its names are a
 * promise to other programs (see `evenhand report verify`).
 *
 * It is built of `Published` values only, and has no place for a decider or anybody else by name.
 */
import type { Withheld } from '../../fairness/disclosure/gate.ts';
import type { CurvePoint } from '../../fairness/disclosure/published-curve.ts';
import type { MeasuredDraws } from '../../fairness/disclosure/published-draws.ts';
import type { MeasuredItems, NamedGroup } from '../../fairness/disclosure/published-items.ts';
import type { ReleaseProof } from '../../fairness/disclosure/released-outcomes.ts';
import type { Verdict } from '../../fairness/impact/verdict.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export const REPORT_FORMAT = 'evenhand-report-1';

/** A figure with its 95 % interval; null where it cannot be worked out, with the reason. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because?: string;
}

export interface ReportedVerdict {
  readonly state: Verdict['state'];
  /** How many more people it takes to tell; null where it can be told, or where no number can be given. */
  readonly stillNeeded: number | null;
  readonly because: string | null;
}

/** A group beside the reference group; the names are those of `evenhand impact`. */
export interface ReportedComparison {
  readonly ratio: Figure;
  readonly failRatio: Figure;
  readonly difference: Figure;
  readonly oddsRatio: Figure;
  readonly fisher: number;
  readonly midP: number;
  readonly z: number | null;
  /** The exact p-value after Holm's rule for the comparisons of this table. */
  readonly raisedP: number;
  readonly belowFourFifths: boolean | null;
  readonly verdict: ReportedVerdict;
}

export interface ReportedOutcome {
  readonly succeeded: number;
  readonly total: number;
  readonly rate: Figure;
  /** Null for the reference group, and where there is nothing to compare with. */
  readonly comparison: ReportedComparison | null;
}

export interface ReportedRow {
  readonly group: string;
  readonly outcome: ReportedOutcome | Withheld;
}

export interface ReportedTable {
  /** What was decided: `eligibility`, `pass`; or a step of the way: `step-sat`. */
  readonly kind: string;
  readonly dimension: string;
  /** `all`, `program:...` or `year:...`. */
  readonly part: string;
  /** The largest group that told and is shown, with which the others are compared; null: that with the highest rate. */
  readonly compareWith: string | null;
  readonly reference: string | null;
  readonly rows: readonly ReportedRow[];
  readonly total: { readonly succeeded: number; readonly total: number } | Withheld;
  readonly response:
    | { readonly told: number; readonly all: number; readonly atLeast: boolean }
    | Withheld;
}

export interface ReportedWait {
  readonly decided: number;
  readonly meanDays: number | null;
  readonly medianDays: number | null;
  readonly curve: readonly CurvePoint[];
  readonly comparison: {
    readonly days: number;
    readonly low: number;
    readonly high: number;
    readonly verdict: ReportedVerdict;
  } | null;
}

export interface ReportedWaiting {
  readonly kind: string;
  readonly dimension: string;
  readonly part: string;
  readonly reference: string | null;
  readonly rows: readonly { readonly group: string; readonly waiting: ReportedWait | Withheld }[];
}

export interface ReportedQuestions {
  readonly dimension: string;
  readonly program: string;
  readonly forms: readonly MeasuredItems[];
}

/** Who was drawn by lot, held against what chance gives. */
export interface ReportedDraws {
  readonly kind: string;
  readonly dimension: string;
  readonly rows: MeasuredDraws['rows'];
}

/** What was put before the board because this report shows it, as it stood on the day of the report. */
export interface ReportedFinding {
  readonly label: string;
  readonly about: string;
  readonly kind: string;
  readonly dimension: string;
  readonly group: string;
  readonly item: string | null;
  readonly reference: string;
  readonly openedOn: CivilDate;
  readonly answerPromisedBy: CivilDate;
  readonly standing: string;
}

export interface ReportedDimension {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly NamedGroup[];
}

export interface PublicReport {
  readonly format: typeof REPORT_FORMAT;
  readonly number: number;
  /** The site that published it. */
  readonly site: string;
  /** The body and its people are invented. */
  readonly demonstration: boolean;
  readonly countedUntil: CivilDate;
  readonly dueOn: CivilDate;
  readonly publishedOn: CivilDate;
  /** The release it rests on, by number, by the digest that the decision log fixes, and by the place of its line there. */
  readonly release: { readonly number: number; readonly digest: string; readonly place: number };
  readonly proof: ReleaseProof;
  /** The group of those who told nothing. */
  readonly unstated: string;
  readonly horizonDays: number;
  readonly dimensions: readonly ReportedDimension[];
  readonly programs: readonly { readonly id: string; readonly name: string }[];
  /** Each step counts those who came through the step before. */
  readonly steps: readonly string[];
  /** Further ways of several steps, and steps that branch off them as ways of two. Absent in reports from before. */
  readonly ways?: readonly (readonly string[])[];
  readonly tables: readonly ReportedTable[];
  /** Absent in reports from before, and where nobody was drawn yet. */
  readonly draws?: readonly ReportedDraws[];
  readonly waiting: readonly ReportedWaiting[];
  readonly questions: readonly ReportedQuestions[];
  readonly findings: readonly ReportedFinding[];
}

/** All parts together. */
export const ALL_PARTS = 'all';
