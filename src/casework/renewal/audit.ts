/**
 * An audit of the term that the last renewal closed. Drawn by a lottery that anybody can check (audit-lottery.ts), once for
 * a term and never twice. The clock stands still while a third party owes an answer and while its holder is on leave. A
 * person finds for every activity whether it is shown, with a reason where it is not; the outcome follows from what is
 * left. Who fails has time to make good what is missing, and only then can a person end the term that rested on it.
 */
import { addDays, type CivilDate, earlierOf, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import {
  type Audit,
  answerByAfterPause,
  auditPlace,
  isRunning,
  mayRunAgain,
} from './audit-state.ts';
import type { CredentialLife, HeldTerm } from './credential-life.ts';
import { type ClaimedHours, hoursOn, tallyOfClosed } from './hours.ts';
import type { AuditFinding, Event, PauseReason } from './renewal-event.ts';

/**
 * What shows that an activity took place. Any one of them does, so that nobody fails because one person cannot be reached.
 */
export const VERIFIERS = [
  'certificate',
  'record-signed-by-provider',
  'letter-of-provider',
  'letter-of-somebody-who-was-there',
  'program-with-own-notes',
  'transcript',
] as const;

/**
 * The term an audit is about while it runs, however often its holder renewed since; else the term one would be about.
 * Undefined while none was renewed on hours.
 */
export const auditable = ({ earlier }: CredentialLife): HeldTerm | undefined => {
  const term = earlier[auditPlace(earlier)];
  return term?.renewedOn === 'hours' ? term : undefined;
};

/** Can be in the pool of a lottery: a term was renewed on its hours, it was not drawn before, and no other audit runs. */
export const mayBeDrawn = (state: CredentialLife): boolean => {
  const term = auditable(state);
  return term !== undefined && term.audit === undefined && state.newest.retired === undefined;
};

export function drawForAudit(
  state: CredentialLife,
  rules: WorkingRules,
  asked: { readonly on: CivilDate; readonly lottery: string },
): Result<Event<'audit-drawn'>, 'nothing-renewed' | 'drawn-before' | 'retired'> {
  const term = auditable(state);
  if (term === undefined) {
    return refuse(
      'nothing-renewed',
      'an audit looks at hours on which a term was renewed, and there are none',
    );
  }
  if (term.audit !== undefined) {
    return refuse(
      'drawn-before',
      `this term was drawn on ${inWordsShort(term.audit.drawnOn)}; it is drawn once`,
    );
  }
  return state.newest.retired === undefined
    ? success({
        ...{ type: 'audit-drawn', ...asked },
        answerBy: answerDay(rules.answerAuditWithin, asked.on, rules.holidays),
      })
    : refuse('retired', 'its holder has retired from it');
}

type AuditRefusal =
  | 'no-audit'
  | 'answered-already'
  | 'paused-already'
  | 'not-paused'
  | 'past-its-day'
  | 'not-a-pause';

/** The clock stands still no longer than this at a time: so long a third party's link works, so long a leave lasts. */
const LONGEST_PAUSE_DAYS: Readonly<Record<PauseReason, number>> = {
  'third-party': 60,
  leave: 366,
};

function waiting(state: CredentialLife): Result<Audit, 'no-audit' | 'answered-already'> {
  const audit = auditable(state)?.audit;
  if (audit === undefined || audit.decided !== undefined) {
    return refuse('no-audit', 'no audit is open');
  }
  return audit.answeredOn === undefined
    ? success(audit)
    : refuse('answered-already', `it was answered on ${inWordsShort(audit.answeredOn)}`);
}

/** The clock stands still from this day: somebody else owes an answer, or the holder is on leave. */
export function pauseAudit(
  state: CredentialLife,
  asked: { readonly on: CivilDate; readonly why: PauseReason; readonly until: CivilDate },
): Result<Event<'audit-paused'>, AuditRefusal> {
  const audit = waiting(state);
  if (!audit.ok) {
    return audit;
  }
  const { paused } = audit.value;
  if (asked.why === 'leave' && paused?.why === 'leave') {
    return refuse(
      'paused-already',
      `the clock has stood still since ${inWordsShort(paused.since)}`,
    );
  }
  if (asked.until <= asked.on || asked.until > addDays(asked.on, LONGEST_PAUSE_DAYS[asked.why])) {
    const last = inWordsShort(addDays(asked.on, LONGEST_PAUSE_DAYS[asked.why]));
    return refuse('not-a-pause', `choose a day after today, ${last} at the latest`);
  }
  return paused === undefined && asked.on > audit.value.answerBy
    ? refuse('past-its-day', `the day to answer was ${inWordsShort(audit.value.answerBy)}`)
    : success({ type: 'audit-paused', ...asked });
}

/** Back before the day. While somebody who was asked owes an answer, the clock goes on standing still. */
export function endLeave(
  state: CredentialLife,
  asked: { readonly on: CivilDate; readonly somebodyOwes: boolean },
): Result<Event<'audit-paused'> | Event<'audit-resumed'>, AuditRefusal> {
  const audit = waiting(state);
  if (!audit.ok) {
    return audit;
  }
  const { paused } = audit.value;
  if (paused?.why !== 'leave') {
    return refuse('not-paused', 'you are not on leave');
  }
  return asked.somebodyOwes
    ? success({ type: 'audit-paused', on: asked.on, why: 'leave', until: asked.on })
    : resumeAudit(state, asked.on);
}

/** The clock of an audit runs again by itself, or undefined while something stops it. */
export function runAgain(
  state: CredentialLife,
  asked: { readonly on: CivilDate; readonly somebodyOwes: boolean },
): Event<'audit-resumed'> | undefined {
  const paused = auditable(state)?.audit?.paused;
  const event =
    paused !== undefined && mayRunAgain(paused, asked.on, asked.somebodyOwes)
      ? resumeAudit(state, asked.on)
      : undefined;
  return event?.ok === true ? event.value : undefined;
}

/** The clock runs again; the day to answer moves by as many days as it stood still. */
export function resumeAudit(
  state: CredentialLife,
  on: CivilDate,
): Result<Event<'audit-resumed'>, AuditRefusal> {
  const audit = waiting(state);
  if (!audit.ok) {
    return audit;
  }
  const { paused } = audit.value;
  if (paused === undefined || on < paused.since) {
    return refuse('not-paused', 'the clock is running');
  }
  // However late it is noticed, the clock stood still no longer than until the day it was to run again.
  const answerBy = answerByAfterPause(audit.value, earlierOf(on, paused.until));
  return success({ type: 'audit-resumed', on, answerBy });
}

/** The holder has sent what they have. Welcome also after the day, until a person decides. */
export function answerAudit(
  state: CredentialLife,
  on: CivilDate,
): Result<Event<'audit-answered'>, AuditRefusal> {
  const audit = waiting(state);
  return audit.ok ? success({ type: 'audit-answered', on }) : audit;
}

export type DecideAuditRefusal =
  | 'no-audit'
  | 'still-time-to-answer'
  | 'activity-left-out'
  | 'unknown-activity'
  | 'reason-missing';

export function decideAudit(
  state: CredentialLife,
  /** Of the term that is audited. */
  rules: WorkingRules,
  claimed: ClaimedHours,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly findings: readonly AuditFinding[];
    readonly appealDays: number;
  },
): Result<Event<'audit-decided'>, DecideAuditRefusal> {
  const { on, by, findings } = asked;
  const audit = auditable(state)?.audit;
  const before = tallyOfClosed(state, rules, claimed, { without: [], with: [] });
  if (audit === undefined || audit.decided !== undefined || before === undefined) {
    return refuse('no-audit', 'no audit is open');
  }
  if (audit.answeredOn === undefined && (audit.paused !== undefined || on <= audit.answerBy)) {
    return refuse('still-time-to-answer', 'its holder still has time to answer');
  }
  const asIs = checkedFindings(
    findings,
    before.activities.map(({ id }) => id),
  );
  if (!asIs.ok) {
    return asIs;
  }
  const without = findings.filter(({ accepted }) => !accepted).map(({ activity }) => activity);
  const left = tallyOfClosed(state, rules, claimed, { without, with: [] });
  const passed = left?.isComplete === true || without.length === 0;
  return success({
    ...{ type: 'audit-decided', on, by, findings },
    outcome: passed ? 'passed' : 'failed',
    carriedHours: left?.carriedOut ?? 0,
    makeGoodBy: passed ? null : counted(rules.makeGoodWithin, on),
    appealUntil: addDays(on, asked.appealDays),
  });
}

function checkedFindings(
  findings: readonly AuditFinding[],
  activities: readonly string[],
): Result<true, 'activity-left-out' | 'unknown-activity' | 'reason-missing'> {
  const found = findings.map(({ activity }) => activity);
  if (activities.some((id) => !found.includes(id))) {
    return refuse('activity-left-out', 'every activity that counted needs a finding');
  }
  if (found.some((id) => !activities.includes(id)) || new Set(found).size < found.length) {
    return refuse('unknown-activity', 'a finding is about an activity that counted, once');
  }
  return findings.some(({ accepted, reason }) => !accepted && reason.trim() === '')
    ? refuse('reason-missing', 'give a reason for each activity that is not accepted')
    : success(true);
}

export type MakeGoodRefusal = 'nothing-to-make-good' | 'too-late' | 'not-usable' | 'hours-missing';

/** Later hours fill the gap that an audit left; they count for nothing else. */
export function makeGood(
  state: CredentialLife,
  rules: WorkingRules,
  claimed: ClaimedHours,
  asked: { readonly on: CivilDate; readonly activities: readonly string[] },
): Result<Event<'made-good'>, MakeGoodRefusal> {
  const { on, activities } = asked;
  const term = auditable(state);
  const decided = term?.audit?.decided;
  if (term?.audit === undefined || decided?.outcome !== 'failed' || !isRunning(term.audit)) {
    return refuse('nothing-to-make-good', 'no audit left hours missing');
  }
  const last = decided.makeGoodBy ?? decided.on;
  if (on > last) {
    return refuse('too-late', `this could be made good until ${inWordsShort(last)}`);
  }
  const given = hoursOn(state, rules, claimed, { on, latest: on }).fates.filter(
    ({ activity, kind }) => activities.includes(activity.id) && kind === 'counts',
  );
  if (given.length < new Set(activities).size) {
    return refuse(
      'not-usable',
      'only later activities that count, and count for nothing else, can fill the gap',
    );
  }
  const left = tallyOfClosed(state, rules, claimed, {
    without: state.notAccepted,
    with: activities,
  });
  return left?.isComplete === true
    ? success({ type: 'made-good', on, activities: [...new Set(activities)] })
    : refuse('hours-missing', 'these hours do not fill the gap yet');
}
