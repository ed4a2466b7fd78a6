/**
 * The rules of renewal as they are worked by: each value the owner's where the owner has set it, else the body's own, and
 * which those are. What neither has set stays open: null, and no day is made up from it. Where two pages disagree, the
 * value that the catalog puts first is worked by, and pages show both.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule, YearlyRule } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { BodyDefaults } from '../definition/offered-program.ts';
import type {
  EarnedUntil,
  HourMaximum,
  HourMinimum,
  RenewalRules,
  RenewalWindows,
} from '../definition/renewal-rules.ts';
import type { RulesVersion } from '../definition/rules.ts';
import type { Sourced } from '../definition/sourced.ts';

export interface Minimum {
  readonly subject: string;
  readonly title: string;
  readonly hours: number;
  readonly until: EarnedUntil | null;
}

export interface Maximum {
  readonly delivery: string;
  readonly title: string;
  readonly hours: number;
  readonly until: CivilDate | null;
}

/** What a term or a period inside it asks for. */
export interface Requirement {
  readonly hours: number;
  readonly minimums: readonly Minimum[];
  readonly maximums: readonly Maximum[];
}

export type Ends =
  | {
      readonly kind: 'fixed-days';
      readonly days: readonly YearlyRule[];
      readonly inYears: 'every' | 'odd' | 'even';
    }
  | { readonly kind: 'anniversary' }
  | { readonly kind: 'day-before-anniversary' };

export interface LateWindow {
  readonly days: number;
  readonly needsReason: boolean;
  /** Hours dated after the last day do not count for the term that ended. */
  readonly hoursBeforeEnd: boolean;
}

/** What the body set because the owner has not. */
export type SetByBody =
  | 'carry-over'
  | 'repeated-course'
  | 'late-hours'
  | 'late-answer'
  | 'extension'
  | 'return'
  | 'audit-rate';

export interface WorkingRules {
  /** Of the version of the program's rules. */
  readonly id: string;
  readonly everyYears: number;
  readonly ends: Ends;
  readonly windows: RenewalWindows;
  readonly requirement: Requirement;
  readonly blocks: { readonly years: number; readonly requirement: Requirement } | null;
  readonly carryOverHours: number;
  readonly repeatedCourse: 'each-time' | 'once-a-term';
  readonly byExam: boolean;
  readonly examInEndYear: boolean;
  /** Null where nobody said that a late renewal is accepted. */
  readonly late: LateWindow | null;
  /** Null where retiring is not offered; `electWithin` is null where it is offered while the credential is held. */
  readonly retired: {
    readonly electWithin: OffsetRule | null;
    readonly returnWithin: OffsetRule;
  } | null;
  /** Null where nobody set a way back after the late window: it takes a new application. */
  readonly reinstateWithin: OffsetRule | null;
  readonly longestExtension: OffsetRule;
  readonly answerWithin: OffsetRule;
  readonly auditPercent: number;
  readonly answerAuditWithin: OffsetRule;
  readonly makeGoodWithin: OffsetRule;
  readonly answerEndWithin: OffsetRule;
  readonly holidays: readonly YearlyRule[];
  readonly setByBody: readonly SetByBody[];
}

/** Refused where the rules do not say how long a term is, when it ends, or how many hours it takes. */
export function workingRules(
  { id, renewal }: Pick<RulesVersion, 'id' | 'renewal'>,
  body: Pick<BodyDefaults, 'renewal' | 'holidays'>,
): Result<WorkingRules, 'term-not-set' | 'hours-not-set'> {
  const everyYears = renewal.everyYears.value;
  const ends = endsOf(renewal);
  if (everyYears === null || ends === null) {
    return refuse('term-not-set', 'The rules do not say how long this credential lasts.');
  }
  const requirement = requirementOf(renewal);
  const inBlocks = renewal.blocks === null ? null : requirementOf(renewal.blocks);
  const blockYears = renewal.blocks?.years.value ?? null;
  if (requirement === null || (renewal.blocks !== null && (inBlocks === null || !blockYears))) {
    return refuse('hours-not-set', 'The rules do not say how many hours a renewal takes.');
  }
  const byBody: SetByBody[] = [];
  const or = <Value>(sourced: Sourced<Value>, own: Value, what: SetByBody): Value => {
    if (sourced.value === null) {
      byBody.push(what);
    }
    return sourced.value ?? own;
  };
  const own = body.renewal;
  return success({
    id,
    everyYears,
    ends,
    windows: renewal.windows,
    requirement,
    blocks:
      inBlocks === null || blockYears === null
        ? null
        : { years: blockYears, requirement: inBlocks },
    carryOverHours: or(renewal.carryOverHours, own.carryOverHours, 'carry-over'),
    repeatedCourse: or(renewal.repeatedCourse, own.repeatedCourse, 'repeated-course'),
    byExam: renewal.byExam.value ?? false,
    examInEndYear: renewal.examInEndYear.value ?? false,
    late: lateOf(renewal, or(renewal.late.hoursBeforeEnd, own.lateHoursBeforeEnd, 'late-hours')),
    retired:
      renewal.retired.offered.value === true
        ? {
            electWithin: renewal.retired.electWithin.value,
            returnWithin: or(renewal.retired.returnWithin, own.returnWithin, 'return'),
          }
        : null,
    reinstateWithin: renewal.reinstatement.within.value,
    longestExtension: or(renewal.extension.longest, own.longestExtension, 'extension'),
    answerWithin: or(renewal.late.firstReplyWithin, own.answerWithin, 'late-answer'),
    auditPercent: or(renewal.audit.percent, own.auditPercent, 'audit-rate'),
    answerAuditWithin: own.answerAuditWithin,
    makeGoodWithin: own.makeGoodWithin,
    answerEndWithin: own.answerEndWithin,
    holidays: body.holidays,
    setByBody: byBody,
  });
}

/** The days on which terms end; null where none is known. */
export function endsOf({ ends }: Pick<RenewalRules, 'ends'>): Ends | null {
  if (ends.kind !== 'fixed-days') {
    return ends;
  }
  const days = ends.days.flatMap(({ value }) => (value === null ? [] : [value]));
  return days.length === 0 ? null : { kind: 'fixed-days', days, inYears: ends.inYears ?? 'every' };
}

const lateOf = ({ late }: RenewalRules, hoursBeforeEnd: boolean): LateWindow | null =>
  late.acceptedDays.value === null
    ? null
    : {
        days: late.acceptedDays.value,
        needsReason: late.needsReason.value ?? false,
        hoursBeforeEnd,
      };

function requirementOf(asked: {
  readonly hours: Sourced<number>;
  readonly minimums: readonly HourMinimum[];
  readonly maximums: readonly HourMaximum[];
}): Requirement | null {
  return asked.hours.value === null
    ? null
    : {
        hours: asked.hours.value,
        // A minimum or maximum whose number nobody saw holds nobody to anything.
        minimums: asked.minimums.flatMap(({ subject, title, hours, until }) =>
          hours.value === null
            ? []
            : [{ subject, title, hours: hours.value, until: until?.value ?? null }],
        ),
        maximums: asked.maximums.flatMap(({ delivery, title, hours, until }) =>
          hours.value === null
            ? []
            : [{ delivery, title, hours: hours.value, until: until?.value ?? null }],
        ),
      };
}
