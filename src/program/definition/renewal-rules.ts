/**
 * How a credential is kept, as a body publishes it: how long a term lasts and on which days terms end, how many hours of
 * education it takes and of which kind, periods inside a term, lateness, retirement, the way back. Every value with its
 * source; what nobody was found to say is "not set". Not here: what follows from it on a day (program/maintenance).
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule, YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { Sourced } from './sourced.ts';

/** On which day a term ends. */
export type TermEnds =
  | {
      /** On fixed days, the same for everybody. */
      readonly kind: 'fixed-days';
      readonly days: readonly Sourced<YearlyRule>[];
      /** Absent: in every year. */
      readonly inYears?: 'odd' | 'even';
      readonly firstTerm: Sourced<string>;
    }
  /** On the day of the year on which it was awarded. */
  | { readonly kind: 'anniversary' }
  /** On the day before that. */
  | { readonly kind: 'day-before-anniversary' };

/** A yearly window to renew in, and the day by which it is answered. */
export interface RenewalWindow {
  readonly opens: Sourced<YearlyRule>;
  readonly closes: Sourced<YearlyRule>;
  readonly decideBy: Sourced<YearlyRule>;
}

/** When one can renew: in yearly windows, or counted back from the end of one's own term. */
export type RenewalWindows =
  | { readonly kind: 'yearly'; readonly windows: readonly RenewalWindow[] }
  | {
      readonly kind: 'counted';
      readonly opensDaysBefore: Sourced<number>;
      readonly decideWithin: Sourced<OffsetRule>;
    };

/** The last day on which hours of a kind can be earned: a date, or so long after the term began. */
export type EarnedUntil =
  | { readonly kind: 'day'; readonly day: CivilDate }
  | { readonly kind: 'after-start'; readonly within: OffsetRule };

/** At least so many hours in one subject. An hour in two subjects serves both. */
export interface HourMinimum {
  /** Such as "ethics". */
  readonly subject: string;
  /** As in "3 of them ethics". */
  readonly title: string;
  readonly hours: Sourced<number>;
  /** Absent: the end of the term or block. */
  readonly until?: Sourced<EarnedUntil>;
}

/** No more than so many hours of one kind of activity count toward the total. An activity has one kind. */
export interface HourMaximum {
  /** Such as "self-paced". */
  readonly delivery: string;
  readonly title: string;
  readonly hours: Sourced<number>;
  /** Hours of this kind that are dated later do not count at all. */
  readonly until?: Sourced<CivilDate>;
}

/** Periods inside a term, each with hours of its own. */
export interface BlockRules {
  readonly years: Sourced<number>;
  readonly hours: Sourced<number>;
  readonly minimums: readonly HourMinimum[];
  readonly maximums: readonly HourMaximum[];
  /** What a block lacked is added to the next; what it had beyond is not. */
  readonly shortfall: Sourced<string>;
}

export interface LateRules {
  readonly acceptedDays: Sourced<number>;
  readonly needs: Sourced<readonly string[]>;
  readonly needsReason: Sourced<boolean>;
  /** What is not accepted as a reason. */
  readonly notAReason: Sourced<readonly string[]>;
  /** Whether hours must have been earned before the term ended. */
  readonly hoursBeforeEnd: Sourced<boolean>;
  readonly firstReplyWithin: Sourced<OffsetRule>;
  /** What becomes of a renewal that comes later still. */
  readonly afterThat: Sourced<string>;
}

export interface RetiredRules {
  readonly offered: Sourced<boolean>;
  /** The owner's letters after the name; they stand on pages of the owner's own program only. */
  readonly ownersDesignation: Sourced<string>;
  /** From the end of the term. */
  readonly electWithin: Sourced<OffsetRule>;
  readonly returnWithin: Sourced<OffsetRule>;
  readonly returnNeeds: Sourced<readonly string[]>;
}

export interface ReinstatementRules {
  /** From the end of the term; later it takes a new application. */
  readonly within: Sourced<OffsetRule>;
  readonly needs: Sourced<readonly string[]>;
}

export interface RenewalRules {
  readonly everyYears: Sourced<number>;
  readonly ends: TermEnds;
  readonly windows: RenewalWindows;
  readonly hours: Sourced<number>;
  readonly minimums: readonly HourMinimum[];
  readonly maximums: readonly HourMaximum[];
  /** Null where a term has no periods inside. */
  readonly blocks: BlockRules | null;
  /** Hours beyond the total that count in the next term, at most. */
  readonly carryOverHours: Sourced<number>;
  /** Whether the same course counts again on another date. */
  readonly repeatedCourse: Sourced<'each-time' | 'once-a-term'>;
  /** Courses that were approved before, and those that are reviewed afterward. */
  readonly approvedBefore: Sourced<string>;
  readonly reviewedAfterward: Sourced<string>;
  readonly licenseCopy: Sourced<boolean>;
  readonly byExam: Sourced<boolean>;
  /** Whether the exam must be passed in the calendar year in which the term ends. */
  readonly examInEndYear: Sourced<boolean>;
  readonly late: LateRules;
  /** More time, for hardship. */
  readonly extension: { readonly offered: Sourced<boolean>; readonly longest: Sourced<OffsetRule> };
  readonly retired: RetiredRules;
  readonly reinstatement: ReinstatementRules;
  readonly audit: { readonly held: Sourced<boolean>; readonly percent: Sourced<number> };
}
