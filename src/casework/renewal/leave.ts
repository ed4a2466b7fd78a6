/**
 * Not renewing: a credential lapses once its last day is over everywhere on Earth and nothing in its favor is open; its
 * holder retires from it; or they ask for more time for hardship, in a matter with a promised answer.
 */
import { addDays, type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { JudgedCriterion } from '../matter/matter.ts';
import type { CredentialLife } from './credential-life.ts';
import { isReady } from './renew.ts';
import type { Event } from './renewal-event.ts';
import { daysOf, isHeld, standingOn } from './standing.ts';

export type LapseRefusal =
  | 'still-held'
  | 'answer-owed'
  | 'ready-to-renew'
  | 'lapsed-already'
  | 'retired'
  | 'ended-after-audit';

/**
 * Puts on record that a credential is no longer held. `earliest` is the date at UTC-12 (kernel/dates/last-day), so that
 * nobody lapses while it is their last day anywhere.
 */
export function lapse(
  state: CredentialLife,
  rules: WorkingRules,
  earliest: CivilDate,
): Result<Event<'lapsed'>, LapseRefusal> {
  const { newest, moreTime, lapsedOn } = state;
  const { retired } = newest;
  if (retired !== undefined) {
    return refuse('retired', 'its holder has retired from it');
  }
  if (newest.endedAfterAudit) {
    return refuse('ended-after-audit', 'a person ended it, and it is on record');
  }
  if (lapsedOn !== undefined && newest.lastDay < lapsedOn) {
    return refuse('lapsed-already', `it is on record since ${inWordsShort(lapsedOn)}`);
  }
  if (earliest <= newest.lastDay) {
    return refuse(
      'still-held',
      `its last day, ${inWordsShort(newest.lastDay)}, is not over everywhere`,
    );
  }
  if (moreTime !== undefined) {
    return refuse('answer-owed', 'more time was asked for, and we owe an answer first');
  }
  return state.open?.purpose === 'renewal' && isReady(state, rules)
    ? refuse('ready-to-renew', 'everything came in time; finish the renewal')
    : success({ type: 'lapsed', on: earliest, lastDay: newest.lastDay });
}

/** Retires, while the credential is held or as long afterwards as the rules allow. */
export function retire(
  state: CredentialLife,
  rules: WorkingRules,
  on: CivilDate,
): Result<Event<'retired'>, 'not-offered' | 'retired-already' | 'too-late'> {
  const { retireUntil } = daysOf(rules, state.newest);
  if (rules.retired === null || retireUntil === null) {
    return refuse('not-offered', 'this program has no retired status');
  }
  if (state.newest.retired !== undefined) {
    return refuse(
      'retired-already',
      `you have been retired since ${inWordsShort(state.newest.retired.on)}`,
    );
  }
  if (!isHeld(state, on) && on > retireUntil) {
    return refuse('too-late', `retired status could be taken until ${inWordsShort(retireUntil)}`);
  }
  return success({ type: 'retired', on, returnUntil: counted(rules.retired.returnWithin, on) });
}

/** By what a request for more time is judged, as published when the matter is opened. */
export const HARDSHIP_CRITERIA: readonly JudgedCriterion[] = [
  {
    id: 'hardship',
    title: 'What happened',
    rule: 'Illness, birth, care for somebody, bereavement, service, disaster, loss of work, or something of like weight, in this term.',
  },
  {
    id: 'kept-from-it',
    title: 'What it kept you from',
    rule: 'It took time or means that earning the hours or renewing would have needed.',
  },
  {
    id: 'time-enough',
    title: 'The time asked for',
    rule: 'What is missing can be done in it.',
  },
];

export type MoreTimeRefusal =
  | 'not-held'
  | 'asked-already'
  | 'not-later'
  | 'too-long'
  | 'renewed-already'
  | 'too-late';

/** Asks for more time, on or before the last day. While we owe the answer, nobody lapses. */
export function askForMoreTime(
  state: CredentialLife,
  rules: WorkingRules,
  asked: { readonly on: CivilDate; readonly until: CivilDate; readonly matter: string },
): Result<Event<'more-time-asked'>, MoreTimeRefusal> {
  const { on, until, matter } = asked;
  const { newest } = state;
  if (state.newest.retired !== undefined) {
    return refuse('not-held', 'there is no term here that could be made longer');
  }
  if (on < newest.term.from) {
    return refuse('renewed-already', 'you have renewed already, so there is nothing to extend');
  }
  if (on > newest.lastDay) {
    return refuse('too-late', lateInstead(state, rules, on));
  }
  if (state.moreTime !== undefined || state.askedBefore) {
    return refuse('asked-already', 'more time can be asked for once in a term');
  }
  if (until <= newest.lastDay) {
    return refuse('not-later', `choose a day after ${inWordsShort(newest.lastDay)}`);
  }
  const longest = counted(rules.longestExtension, newest.lastDay);
  return until > longest
    ? refuse('too-long', `the latest day that can be asked for is ${inWordsShort(longest)}`)
    : success({
        ...{ type: 'more-time-asked', on, until, matter },
        promisedBy: answerDay(rules.answerWithin, on, rules.holidays),
      });
}

function lateInstead(state: CredentialLife, rules: WorkingRules, on: CivilDate): string {
  const standing = standingOn(state, rules, on);
  const ended = `More time can be asked for while the term runs; it ended on ${inWordsShort(state.newest.lastDay)}.`;
  return standing.kind === 'late'
    ? `${ended} You can renew late until ${inWordsShort(standing.until)}.`
    : ended;
}

export type MoreTimeAnswer =
  | { readonly kind: 'granted'; readonly until: CivilDate }
  | { readonly kind: 'refused'; readonly appealDays: number };

/** A named person answers, with reasons. Less time than was asked for can be granted, more cannot. */
export function answerMoreTime(
  state: CredentialLife,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly reason: string;
    readonly answer: MoreTimeAnswer;
  },
): Result<
  Event<'extended'> | Event<'more-time-refused'>,
  'nothing-asked' | 'reason-missing' | 'not-later' | 'too-long'
> {
  const { on, by, answer } = asked;
  const reason = asked.reason.trim();
  const { moreTime, newest } = state;
  if (moreTime === undefined) {
    return refuse('nothing-asked', 'no request for more time is open');
  }
  if (reason === '') {
    return refuse('reason-missing', 'give the reason; the holder reads it');
  }
  if (answer.kind === 'refused') {
    const appealUntil = addDays(on, answer.appealDays);
    return success({ ...{ type: 'more-time-refused', on, by, reason }, appealUntil });
  }
  if (answer.until <= newest.lastDay || answer.until < on) {
    return refuse('not-later', 'a grant ends after the last day, and not in the past');
  }
  return answer.until > moreTime.until
    ? refuse('too-long', `no more than until ${inWordsShort(moreTime.until)} was asked for`)
    : success({ ...{ type: 'extended', on, by, reason }, until: answer.until });
}
