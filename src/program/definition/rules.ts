/**
 * One dated version of a program's rules: who may apply and when, what it costs, what the exam asks, how often it may
 * be taken, how long the credential lasts. A case is judged under the version in force on the day it began.
 * Programs differ in nearly everything, so each part says which shape it has instead of assuming one.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule, YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { CriterionDefinition } from './criterion.ts';
import type { Pathway } from './pathway.ts';
import type { RenewalRules } from './renewal-rules.ts';
import type { Sourced } from './sourced.ts';

/** A yearly window to apply in, the day by which it is answered, and the days of the exam. */
export interface ApplicationCycle {
  readonly id: string;
  readonly name: string;
  readonly opens: Sourced<YearlyRule>;
  readonly closes: Sourced<YearlyRule>;
  readonly decideBy: Sourced<YearlyRule>;
  readonly exam: { readonly from: Sourced<YearlyRule>; readonly lasts: Sourced<OffsetRule> };
}

export type Intake =
  | { readonly kind: 'cycles'; readonly cycles: readonly ApplicationCycle[] }
  | {
      readonly kind: 'always-open';
      readonly decideWithin: Sourced<OffsetRule>;
      /** How long after the decision the exam may be taken. */
      readonly examWithin: Sourced<OffsetRule>;
    };

export type FeeId =
  | 'application'
  | 'exam'
  | 'deferral'
  | 'retake'
  | 'renewal-by-hours'
  | 'renewal-by-exam'
  | 'late-renewal'
  | 'reinstatement'
  | 'course-review';

export interface Fee {
  readonly id: FeeId;
  readonly title: string;
  /** In whole dollars. */
  readonly amount: Sourced<number>;
  readonly refundable: boolean | null;
}

export interface BlueprintDomain {
  readonly id: string;
  readonly title: Sourced<string>;
  readonly percent: Sourced<number>;
}

export interface ExamPart {
  readonly id: string;
  readonly title: string;
  readonly items: {
    readonly total: Sourced<number>;
    readonly scored: Sourced<number>;
    readonly pretest: Sourced<number>;
  };
  readonly minutes: Sourced<number>;
  readonly domains: readonly BlueprintDomain[];
  readonly passRule: Sourced<string>;
}

export interface ExamRules {
  readonly blueprint: string;
  /** What the outline rests on. */
  readonly basis: Sourced<string>;
  readonly parts: readonly ExamPart[];
  /** 'conjunctive': every part is passed on its own; points of one part never make up for another. */
  readonly combination: 'single' | 'conjunctive';
  readonly delivery: Sourced<string>;
  readonly results: Sourced<string>;
  readonly jobAnalysisEveryYears: Sourced<number>;
  readonly note?: string;
}

export interface RetakeRules {
  readonly rule: Sourced<string>;
  readonly afterThat: Sourced<string>;
  readonly attemptsPerApplication: Sourced<number>;
  readonly deferrals: Sourced<number>;
  readonly deferralUsesRetake: Sourced<boolean>;
  readonly lifetimeLimit: Sourced<number>;
}

/** What is known of a code of conduct. Its owner's title is shown on pages of the owner's own program only. */
export interface CodeSummary {
  readonly ownersTitle: Sourced<string>;
  readonly lastRevisionSeen: Sourced<string>;
  readonly sections: Sourced<readonly string[]>;
  readonly binding: Sourced<readonly string[]>;
  readonly committee: Sourced<string>;
  readonly complaintDays: Sourced<number>;
}

/** Where a page is, and whose: the owner's own, a copy of the owner's document elsewhere, or a third party's. */
export interface Source {
  readonly address: string;
  readonly whose: 'owner' | 'copy' | 'third-party';
}

/** The kinds of decision about a person that can be appealed. */
export type DecisionKind =
  | 'eligibility'
  | 'accommodation'
  /** How an exam was held. */
  | 'exam-irregularity'
  /** How an exam was scored. */
  | 'exam-result'
  | 'renewal'
  /** More time to renew, for hardship. */
  | 'more-time'
  | 'audit'
  /** Whether a term ends after an audit. */
  | 'term-end'
  | 'name-change'
  | 'conduct';

export interface RulesVersion {
  /** Such as "ccm/2025-08". */
  readonly id: string;
  readonly from: CivilDate;
  /** Last day in force; absent while it is the newest. */
  readonly to?: CivilDate;
  /** How the first day was found. */
  readonly fromNote: string;
  readonly criteria: readonly CriterionDefinition[];
  readonly pathway: Pathway;
  readonly intake: Intake;
  readonly accommodationRequestsUntil: Sourced<string>;
  readonly fees: readonly Fee[];
  readonly exam: ExamRules;
  readonly retake: RetakeRules;
  readonly renewal: RenewalRules;
  readonly code: CodeSummary;
  /** How long each kind of decision can be appealed, in days; where a kind is left out, the body's own limit counts. */
  readonly appealDays?: Readonly<Partial<Record<DecisionKind, Sourced<number>>>>;
  readonly sources: Readonly<Record<string, Source>>;
}

/** The fee of that name, or undefined where this program knows none. */
export const feeOf = (rules: RulesVersion, id: FeeId): Fee | undefined =>
  rules.fees.find((fee) => fee.id === id);
