/**
 * What happens to a credential after it was granted: renewals, more time, audits, retiring and coming back. Events are
 * facts in the past tense and never refused; the rules that let them happen stand beside. Ids only: no event names anybody.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { RenewalPurpose, RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import type { Term } from '../../program/maintenance/term.ts';

/** A term that begins, and which days of education count for the one before. */
export interface NewTerm {
  readonly term: Term;
  /** The version of the rules in force on its first day. */
  readonly rules: string;
  /** The last day whose hours counted for the term before; those of the next day count for this one. */
  readonly countedUntil: CivilDate;
  /** Hours beyond the total that were taken along. */
  readonly carriedHours: number;
  /** What the term before was renewed on: only hours can be audited. */
  readonly route: RenewalRoute;
}

export interface AuditFinding {
  readonly activity: string;
  readonly accepted: boolean;
  readonly reason: string;
}

export type PauseReason = 'third-party' | 'leave';

export type RenewalEvent =
  | {
      readonly type: 'granted';
      readonly on: CivilDate;
      readonly rules: string;
      readonly term: Term;
    }
  | {
      readonly type: 'opened';
      readonly on: CivilDate;
      readonly purpose: RenewalPurpose;
      readonly route: RenewalRoute;
      readonly dueCents: number;
      /** Why it comes late, in the holder's own words; empty where no reason is asked. */
      readonly reason: string;
      /** By when a person answers; null where no person has to. */
      readonly promisedBy: CivilDate | null;
      /** The matter in which a person answers; absent where no person has to. */
      readonly matter?: string;
    }
  | { readonly type: 'attested'; readonly on: CivilDate }
  | {
      readonly type: 'paid';
      readonly on: CivilDate;
      readonly reference: string;
      readonly cents: number;
    }
  | {
      readonly type: 'refunded';
      readonly on: CivilDate;
      readonly reference: string;
      readonly cents: number;
    }
  | ({ readonly type: 'renewed'; readonly on: CivilDate } & NewTerm)
  | ({
      readonly type: 'late-renewed';
      readonly on: CivilDate;
      /** Who accepted the reason; null where none was asked. */
      readonly by: string | null;
    } & NewTerm)
  | ({ readonly type: 'returned'; readonly on: CivilDate } & NewTerm)
  | ({ readonly type: 'reinstated'; readonly on: CivilDate; readonly by: string } & NewTerm)
  | {
      /** A person did not accept the reason, or a reinstatement. */
      readonly type: 'not-accepted';
      readonly on: CivilDate;
      readonly by: string;
      readonly reason: string;
      readonly appealUntil: CivilDate;
    }
  | {
      readonly type: 'more-time-asked';
      readonly on: CivilDate;
      /** The matter in which it is decided. */
      readonly matter: string;
      readonly until: CivilDate;
      readonly promisedBy: CivilDate;
    }
  | {
      readonly type: 'extended';
      readonly on: CivilDate;
      readonly by: string;
      readonly until: CivilDate;
      readonly reason: string;
    }
  | {
      readonly type: 'more-time-refused';
      readonly on: CivilDate;
      readonly by: string;
      readonly reason: string;
      readonly appealUntil: CivilDate;
    }
  | { readonly type: 'lapsed'; readonly on: CivilDate; readonly lastDay: CivilDate }
  | { readonly type: 'retired'; readonly on: CivilDate; readonly returnUntil: CivilDate }
  | {
      readonly type: 'audit-drawn';
      readonly on: CivilDate;
      readonly lottery: string;
      readonly answerBy: CivilDate;
    }
  | {
      readonly type: 'audit-paused';
      readonly on: CivilDate;
      readonly why: PauseReason;
      /** The clock runs again on this day at the latest. */
      readonly until: CivilDate;
    }
  | { readonly type: 'audit-resumed'; readonly on: CivilDate; readonly answerBy: CivilDate }
  | { readonly type: 'audit-answered'; readonly on: CivilDate }
  | {
      readonly type: 'audit-decided';
      readonly on: CivilDate;
      readonly by: string;
      readonly findings: readonly AuditFinding[];
      /** The matter in which it was decided. */
      readonly matter?: string;
      /** Worked out from the findings, never typed in. */
      readonly outcome: 'passed' | 'failed';
      /** What the next term still takes along. */
      readonly carriedHours: number;
      /** By when the missing hours can be made good; null after a pass. */
      readonly makeGoodBy: CivilDate | null;
      readonly appealUntil: CivilDate;
    }
  | {
      readonly type: 'made-good';
      readonly on: CivilDate;
      /** Later activities that fill the gap; they count for no other term. */
      readonly activities: readonly string[];
    }
  | {
      /** The gap was not made good: its holder is told that a person will decide, and can say something until a day. */
      readonly type: 'end-announced';
      readonly on: CivilDate;
      readonly answerBy: CivilDate;
    }
  | {
      readonly type: 'end-answered';
      readonly on: CivilDate;
      /** In the holder's own words; a clerk takes names out before anybody decides. */
      readonly words: string;
    }
  | {
      /** A named person ends the term that rested on the gap. Nothing changes before the appeal is over. */
      readonly type: 'ended-after-audit';
      readonly on: CivilDate;
      readonly by: string;
      readonly reason: string;
      readonly appealUntil: CivilDate;
      readonly matter?: string;
    }
  | {
      /** A named person found that the term is kept, although the gap was not made good in time. */
      readonly type: 'kept-after-audit';
      readonly on: CivilDate;
      readonly by: string;
      readonly reason: string;
    }
  | {
      /** The appeal against the end is over, or its time is: the term ends. */
      readonly type: 'end-took-effect';
      readonly on: CivilDate;
      readonly lastDay: CivilDate;
      /** First day of a term that was renewed meanwhile on hours of its own; null where there is none. */
      readonly heldAgainFrom: CivilDate | null;
    }
  | {
      /** The gap was not filled, and the term that rested on it is over by itself: nothing is left to end. */
      readonly type: 'audit-closed';
      readonly on: CivilDate;
    }
  | {
      /** An attempt to renew is over without a new term; what it cost is taken back, but for an exam that was sat. */
      readonly type: 'attempt-over';
      readonly on: CivilDate;
      readonly why: AttemptOver;
    }
  | {
      /** Its holder took the question back before it was answered. */
      readonly type: 'withdrawn';
      readonly on: CivilDate;
      readonly of: 'renewal' | 'more-time';
      readonly matter: string;
    }
  | {
      /** An appeal was upheld: the answer turns, or other people answer again. */
      readonly type: 'set-aside';
      readonly on: CivilDate;
      readonly by: string;
      readonly of: SetAsideOf;
      readonly matter: string;
      readonly effect: 'reversed' | 'decide-again';
    };

export type SetAsideOf = 'renewal' | 'more-time' | 'audit' | 'term-end';

/** Its last day passed; a person did not accept it and the appeal is over; the exam was sat and not passed. */
export type AttemptOver = 'ran-out' | 'not-accepted' | 'exam-not-passed';

export type Event<Type extends RenewalEvent['type']> = Extract<RenewalEvent, { type: Type }>;
