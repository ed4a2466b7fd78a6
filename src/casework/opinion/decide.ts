/**
 * What may be done with a question, and what is refused. Two people stand behind every opinion: whoever drafted it never
 * signs it. What is signed cites the version of the code that is in force on that day.
 *
 * An answer is promised within 30 days; the last business day on or before that limit is the promised one.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { type Refusal, type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { readParagraphs } from '../person/typed-text.ts';
import { type Draft, isOpen, type Opinion, type OpinionEvent } from './opinion.ts';

type Event<Type extends OpinionEvent['type']> = Extract<OpinionEvent, { type: Type }>;
interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

const ANSWER_WITHIN_DAYS = 30;

/** The day by which an answer is promised to whoever asks on a day. */
export const opinionPromisedBy = (on: CivilDate, holidays: readonly YearlyRule[]): CivilDate =>
  answerDay({ kind: 'days-after', days: ANSWER_WITHIN_DAYS }, on, holidays);

export function draft(
  state: Opinion,
  { on, by, words }: Act & { readonly words: Draft },
): Result<Event<'drafted'>, 'already-answered'> {
  return isOpen(state) ? success({ type: 'drafted', on, by, ...words }) : answered();
}

/** Sent back to be drafted anew. */
export function giveBack(
  state: Opinion,
  asked: Act & { readonly reason: string },
): Result<Event<'returned'>, 'nothing-drafted' | 'reason-missing'> {
  if (state.standing !== 'drafted') {
    return nothingDrafted();
  }
  const reason = readReason(asked.reason);
  return reason.ok ? success({ type: 'returned', ...actOf(asked), reason: reason.value }) : reason;
}

export type SignRefusal = 'nothing-drafted' | 'own-draft' | 'code-changed';

/** `inForce` is the version of the code on the day of signing. */
export function sign(
  state: Opinion,
  asked: Act & { readonly inForce: string },
): Result<Event<'signed'>, SignRefusal> {
  if (state.standing !== 'drafted' || state.draft === undefined) {
    return nothingDrafted();
  }
  if (state.drafters.includes(asked.by)) {
    return refuse(
      'own-draft',
      'you drafted it, so somebody else signs it: another coordinator, or a director',
    );
  }
  if (state.draft.version !== asked.inForce) {
    return refuse(
      'code-changed',
      'another version of the code has come into force since it was drafted; return it, so that it is held against the new one',
    );
  }
  return success({ type: 'signed', ...actOf(asked) });
}

/** No opinion is given: the question is not about the code, or the body may not answer it. */
export function decline(
  state: Opinion,
  asked: Act & { readonly reason: string },
): Result<Event<'declined'>, 'already-answered' | 'draft-waits' | 'reason-missing'> {
  if (!isOpen(state)) {
    return answered();
  }
  if (state.standing === 'drafted') {
    return refuse('draft-waits', 'a draft waits for its second reader, who signs or returns it');
  }
  const reason = readReason(asked.reason);
  return reason.ok ? success({ type: 'declined', ...actOf(asked), reason: reason.value }) : reason;
}

export function withdraw(
  state: Opinion,
  asked: Act & { readonly reason: string },
): Result<Event<'withdrawn'>, 'not-in-effect' | 'reason-missing'> {
  if (state.standing !== 'published') {
    return notInEffect();
  }
  const reason = readReason(asked.reason);
  return reason.ok ? success({ type: 'withdrawn', ...actOf(asked), reason: reason.value }) : reason;
}

/** `later` is the label of an opinion that is in effect, of the same program. */
export function supersede(
  state: Opinion,
  asked: Act & {
    readonly reason: string;
    readonly later: string;
    readonly own: string;
    readonly inEffect: readonly string[];
  },
): Result<Event<'superseded'>, 'not-in-effect' | 'no-later-opinion' | 'reason-missing'> {
  if (state.standing !== 'published') {
    return notInEffect();
  }
  if (asked.later === asked.own || !asked.inEffect.includes(asked.later)) {
    return refuse(
      'no-later-opinion',
      'choose the opinion that takes its place: another one of this program that is in effect',
    );
  }
  const reason = readReason(asked.reason);
  return reason.ok
    ? success({
        type: 'superseded',
        ...actOf(asked),
        reason: reason.value,
        later: asked.later,
      })
    : reason;
}

const actOf = ({ on, by }: Act): Act => ({ on, by });

const readReason = (typed: string): Result<string, 'reason-missing'> => {
  const read = readParagraphs(typed, { label: 'The reason', atLeast: 10, atMost: 2000 });
  return read.ok ? read : refuse('reason-missing', read.refusal.because);
};

type Refused<Kind extends string> = { readonly ok: false; readonly refusal: Refusal<Kind> };
const answered = (): Refused<'already-answered'> =>
  refuse('already-answered', 'this question has its answer already');
const nothingDrafted = (): Refused<'nothing-drafted'> =>
  refuse('nothing-drafted', 'there is no draft that waits for a second reader');
const notInEffect = (): Refused<'not-in-effect'> =>
  refuse('not-in-effect', 'only an opinion that is in effect can be withdrawn or replaced');
