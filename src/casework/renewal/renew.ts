/**
 * Renewing: opened, attested, paid, done. Nobody decides where every hour is there and everything came in time; where the
 * rules ask for a reason, a named person does, by a promised day. The same steps lead back from retirement and, where the
 * rules have a way, from a credential that is over.
 *
 * Everything that the holder has to do must be done by the last day (dayOfAct in kernel/dates/last-day says which day an
 * act counts for); what takes us longer costs them nothing. Whether it is paid, the balance says and never the last entry.
 */
import { addDays, type CivilDate, inWordsShort, parts } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import type { RenewalPurpose, RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialLife, OpenRenewal } from './credential-life.ts';
import { type ClaimedHours, hoursOn } from './hours.ts';
import { settledSince } from './payment.ts';
import { inOneSentence, pictureOf } from './picture.ts';
import type { Event } from './renewal-event.ts';
import { daysOf, type Standing, standingOn } from './standing.ts';

export type OpenRefusal =
  | 'open-already'
  | 'renewed-already'
  | 'not-open-yet'
  | 'reason-missing'
  | 'no-way-back'
  | 'no-exam-route'
  | 'exam-under-way';

/** Opens the renewal that can be opened on this day. A second one is refused while one is open. */
export function open(
  state: CredentialLife,
  rules: WorkingRules,
  asked: {
    readonly on: CivilDate;
    readonly route: RenewalRoute;
    readonly reason: string;
    /** An exam booked for the renewal that is open has no result yet. */
    readonly examUnderWay?: boolean;
    /** By the published fees for this purpose (program/maintenance/renewal-fees). */
    readonly dueCents: (purpose: RenewalPurpose) => number;
  },
): Result<Event<'opened'>, OpenRefusal> {
  const { on, route } = asked;
  const reason = asked.reason.trim();
  const purpose = purposeOn(state, rules, on);
  if (!purpose.ok) {
    return purpose;
  }
  const { open: before } = state;
  if (before?.purpose === purpose.value && mayChangeTo(before, route)) {
    if (asked.examUnderWay === true) {
      return refuse('exam-under-way', 'an exam of yours has no result yet; wait for it first');
    }
  } else if (before?.purpose === purpose.value || isReady(state, rules)) {
    return refuse('open-already', 'a renewal is open already; go on with that one');
  }
  if (route === 'exam' && !(rules.byExam && purpose.value === 'renewal')) {
    return refuse('no-exam-route', 'here a renewal rests on hours of education');
  }
  if (asksForReason(rules, purpose.value) && reason === '') {
    return refuse('reason-missing', 'write why this renewal comes late; a person reads it');
  }
  return success({
    ...{ type: 'opened', on, route, reason },
    purpose: purpose.value,
    dueCents: asked.dueCents(purpose.value),
    promisedBy: needsPerson(rules, purpose.value)
      ? answerDay(rules.answerWithin, on, rules.holidays)
      : null,
  });
}

/** Whoever chose the exam can renew by hours after all, as long as no exam has fulfilled it. */
const mayChangeTo = (open: OpenRenewal, route: RenewalRoute): boolean =>
  open.route === 'exam' && open.attestedOn === undefined && route === 'hours';

const asksForReason = (rules: WorkingRules, purpose: RenewalPurpose): boolean =>
  purpose === 'late' && (rules.late?.needsReason ?? false);
const needsPerson = (rules: WorkingRules, purpose: RenewalPurpose): boolean =>
  purpose === 'reinstatement' || asksForReason(rules, purpose);

/** What can be opened on a day, or why nothing can and what is open instead. */
export function purposeOn(
  state: CredentialLife,
  rules: WorkingRules,
  on: CivilDate,
): Result<RenewalPurpose, 'renewed-already' | 'not-open-yet' | 'no-way-back'> {
  const standing = standingOn(state, rules, on);
  switch (standing.kind) {
    case 'late':
      return success('late');
    case 'retired':
      return on <= standing.returnUntil
        ? success('return')
        : refuse(
            'no-way-back',
            `Returning from retirement was open until ${inWordsShort(standing.returnUntil)}. A new application is open to you.`,
          );
    case 'over':
      return standing.reinstateUntil === null
        ? refuse('no-way-back', hardStop(standing))
        : success('reinstatement');
    default:
      return inTime(state, rules, on);
  }
}

function inTime(
  { newest }: CredentialLife,
  rules: WorkingRules,
  on: CivilDate,
): Result<'renewal', 'renewed-already' | 'not-open-yet'> {
  if (on < newest.term.from) {
    return refuse(
      'renewed-already',
      `You have renewed already: your next term begins on ${inWordsShort(newest.term.from)} and runs until ${inWordsShort(newest.lastDay)}.`,
    );
  }
  const { opensOn, lastDay } = daysOf(rules, newest);
  return opensOn !== null && on < opensOn
    ? refuse(
        'not-open-yet',
        `You can renew from ${inWordsShort(opensOn)} to ${inWordsShort(lastDay)}. Hours can be claimed at any time.`,
      )
    : success('renewal');
}

function hardStop({ lastDay, retireUntil }: Extract<Standing, { kind: 'over' }>): string {
  const closed = `This credential ended on ${inWordsShort(lastDay)}, and the time to renew it late is over.`;
  return retireUntil === null
    ? `${closed} A new application is open to you.`
    : `${closed} Until ${inWordsShort(retireUntil)} you can take retired status; a new application is open to you at any time.`;
}

export type AttestRefusal = 'nothing-open' | 'hours-missing' | 'exam-missing' | 'too-late';

/** The holder says that what they claimed is true. Asked only once every hour is there. */
export function attest(
  state: CredentialLife,
  rules: WorkingRules,
  claimed: ClaimedHours,
  asked: {
    readonly on: CivilDate;
    readonly latest: CivilDate;
    readonly examPassedOn: CivilDate | null;
  },
): Result<Event<'attested'>, AttestRefusal> {
  const { on, latest } = asked;
  const open = openUntil(state, rules, on);
  if (!open.ok) {
    return open;
  }
  if (open.value.route === 'exam') {
    return examCounts(state, rules, asked.examPassedOn)
      ? success({ type: 'attested', on })
      : refuse('exam-missing', examNeeded(state, rules));
  }
  const hours = hoursOn(state, rules, claimed, { on, latest });
  return hours.tally.isComplete
    ? success({ type: 'attested', on })
    : refuse('hours-missing', inOneSentence(pictureOf(hours, rules, on)));
}

/**
 * Passed in this term, on or before its last day, and in the year of its end where the rules ask for that. On days that
 * were given beyond the end of the term it counts as well: they are there to take it.
 */
export function examCounts(
  { newest }: CredentialLife,
  { examInEndYear }: WorkingRules,
  passedOn: CivilDate | null,
): boolean {
  return (
    passedOn !== null &&
    newest.countsFrom <= passedOn &&
    passedOn <= newest.lastDay &&
    (!examInEndYear ||
      parts(passedOn).year === parts(newest.term.to).year ||
      passedOn > newest.term.to)
  );
}

const examNeeded = ({ newest }: CredentialLife, { examInEndYear }: WorkingRules): string =>
  examInEndYear
    ? `The exam has to be passed in ${parts(newest.term.to).year}, by ${inWordsShort(newest.lastDay)}.`
    : `The exam has to be passed in this term, by ${inWordsShort(newest.lastDay)}.`;

/** The open renewal, if what the holder does on this day still comes in time for it. */
function openUntil(
  state: CredentialLife,
  rules: WorkingRules,
  on: CivilDate,
): Result<OpenRenewal, 'nothing-open' | 'too-late'> {
  const { open } = state;
  if (open === undefined) {
    return refuse('nothing-open', 'open a renewal first');
  }
  const last = lastDayFor(state, rules, open.purpose);
  return last !== null && on > last
    ? refuse(
        'too-late',
        `This had to be done by ${inWordsShort(last)}. ${afterwards(state, rules, on)}`,
      )
    : success(open);
}

/** By when the holder has to have done everything. */
export function lastDayFor(
  state: CredentialLife,
  rules: WorkingRules,
  purpose: RenewalPurpose,
): CivilDate | null {
  const { newest } = state;
  const { lateUntil, reinstateUntil } = daysOf(rules, newest);
  switch (purpose) {
    case 'renewal':
      // Nobody has to hurry while we owe an answer about more time.
      return state.moreTime === undefined ? newest.lastDay : null;
    case 'late':
      return lateUntil;
    case 'return':
      return newest.retired?.returnUntil ?? null;
    case 'reinstatement':
      return reinstateUntil;
  }
}

function afterwards(state: CredentialLife, rules: WorkingRules, on: CivilDate): string {
  const standing = standingOn(state, rules, on);
  return standing.kind === 'late'
    ? `You can still renew late, until ${inWordsShort(standing.until)}.`
    : standing.kind === 'over'
      ? hardStop(standing)
      : '';
}

/** Whether both acts of the holder, attesting and paying, are done, and by when they had to be. */
export function isReady(state: CredentialLife, rules: WorkingRules): boolean {
  const { open } = state;
  const settled = settledSince(state);
  if (open?.attestedOn === undefined || settled === undefined) {
    return false;
  }
  const last = lastDayFor(state, rules, open.purpose);
  return last === null || (open.attestedOn <= last && settled <= last);
}

/** A person does not accept the reason, or the reinstatement; with reasons, and open to appeal. */
export function notAccept(
  state: CredentialLife,
  rules: WorkingRules,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly reason: string;
    readonly appealDays: number;
  },
): Result<Event<'not-accepted'>, 'nothing-open' | 'nobody-decides' | 'reason-missing'> {
  const { on, by } = asked;
  const reason = asked.reason.trim();
  if (state.open === undefined) {
    return refuse('nothing-open', 'no renewal is open');
  }
  if (!needsPerson(rules, state.open.purpose)) {
    return refuse('nobody-decides', 'this renewal follows from the rules; nobody decides it');
  }
  if (reason === '') {
    return refuse('reason-missing', 'give the reason; the holder reads it');
  }
  return success({
    ...{ type: 'not-accepted', on, by, reason },
    appealUntil: addDays(on, asked.appealDays),
  });
}
