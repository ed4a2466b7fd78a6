/**
 * What may be done with an idea, and what is refused. An answer is promised within 60 days, a second look within 45 days of
 * asking for it; the last business day on or before the limit is the promised one. A promise is moved at most once, before
 * it has run out, with a reason. The second look belongs to the board, and never to whoever gave the first answer.
 */
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { type Refusal, type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { readParagraphs } from '../person/typed-text.ts';
import { type Idea, type IdeaAnswer, type IdeaEvent, isToCarryOut } from './idea.ts';

type Event<Type extends IdeaEvent['type']> = Extract<IdeaEvent, { type: Type }>;
interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

export const IDEA_RULES = 'ideas/1';
export const ANSWER_WITHIN_DAYS = 60;
const LOOK_AGAIN_WITHIN_DAYS = 45;
const MOST_EXTENDED_DAYS = 60;
/** How long after an answer somebody can have it looked at again. */
const ASK_AGAIN_DAYS = 30;

/** The day by which an answer is promised to whoever proposes something on a day. */
export const ideaPromisedBy = (on: CivilDate, holidays: readonly YearlyRule[]): CivilDate =>
  answerDay({ kind: 'days-after', days: ANSWER_WITHIN_DAYS }, on, holidays);

/** The last day on which the answer can be asked to be looked at again; undefined where it cannot any more. */
export const askAgainUntil = (state: Idea): CivilDate | undefined =>
  state.standing === 'answered' && state.answer !== undefined && state.answer.outcome !== 'adopted'
    ? addDays(state.answer.on, ASK_AGAIN_DAYS)
    : undefined;

export function extendIdea(
  state: Idea,
  asked: Act & { readonly reason: string; readonly holidays: readonly YearlyRule[] },
): Result<Event<'extended'>, 'nothing-owed' | 'extended-before' | 'too-late' | 'reason-missing'> {
  if (state.standing !== 'waiting') {
    return nothingOwed();
  }
  if (state.extensions.length > 0) {
    return refuse('extended-before', 'a promise is moved once at most; answer it');
  }
  if (daysBetween(state.promisedBy, asked.on) > 0) {
    return refuse(
      'too-late',
      'the promised day is over, and a broken promise is not moved; answer it',
    );
  }
  const reason = readReason(asked.reason);
  return reason.ok
    ? success({
        type: 'extended',
        ...actOf(asked),
        reason: reason.value,
        promisedBy: answerDay(
          { kind: 'days-after', days: MOST_EXTENDED_DAYS },
          state.promisedBy,
          asked.holidays,
        ),
      })
    : reason;
}

export function answerIdea(
  state: Idea,
  asked: Act & { readonly answer: IdeaAnswer },
): Result<Event<'answered'>, 'nothing-owed'> {
  return state.standing === 'waiting'
    ? success({ type: 'answered', ...actOf(asked), ...asked.answer })
    : nothingOwed();
}

export function askAgain(
  state: Idea,
  asked: {
    readonly on: CivilDate;
    readonly reason: string;
    readonly holidays: readonly YearlyRule[];
  },
): Result<Event<'asked-again'>, 'not-now' | 'reason-missing'> {
  const until = askAgainUntil(state);
  if (until === undefined || asked.on > until) {
    return refuse(
      'not-now',
      until === undefined
        ? 'only an answer that does not adopt all of an idea can be looked at again, and only once'
        : `the time to ask the board to look again ended ${ASK_AGAIN_DAYS} days after the answer`,
    );
  }
  const reason = readReason(asked.reason);
  return reason.ok
    ? success({
        type: 'asked-again',
        on: asked.on,
        reason: reason.value,
        promisedBy: answerDay(
          { kind: 'days-after', days: LOOK_AGAIN_WITHIN_DAYS },
          asked.on,
          asked.holidays,
        ),
      })
    : reason;
}

export function answerAgain(
  state: Idea,
  asked: Act & { readonly answer: IdeaAnswer },
): Result<Event<'answered-again'>, 'nothing-owed' | 'own-answer'> {
  if (state.standing !== 'asked-again') {
    return nothingOwed();
  }
  return state.answeredBy === asked.by
    ? refuse('own-answer', 'you gave the first answer, so another member of the board looks again')
    : success({ type: 'answered-again', ...actOf(asked), ...asked.answer });
}

export function carryOutIdea(
  state: Idea,
  asked: Act & { readonly done: string },
): Result<Event<'carried-out'>, 'nothing-adopted' | 'reason-missing'> {
  if (!isToCarryOut(state)) {
    return refuse('nothing-adopted', 'nothing is adopted here that waits to be carried out');
  }
  const done = readReason(asked.done);
  return done.ok ? success({ type: 'carried-out', ...actOf(asked), done: done.value }) : done;
}

const actOf = ({ on, by }: Act): Act => ({ on, by });

const readReason = (typed: string): Result<string, 'reason-missing'> => {
  const read = readParagraphs(typed, { label: 'The text', atLeast: 10, atMost: 3000 });
  return read.ok ? read : refuse('reason-missing', read.refusal.because);
};

const nothingOwed = (): { readonly ok: false; readonly refusal: Refusal<'nothing-owed'> } =>
  refuse('nothing-owed', 'no answer of this kind is owed here now');
