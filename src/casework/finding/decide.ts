/**
 * What may be asked of a finding, and what is refused. A disparity that is shown opens a finding with a promised date; a
 * named person answers with reasons; nothing is answered by the program.
 *
 * Dates: an answer is promised within 60 days, a rater has 20 business days to respond, and a refusal stands for 12
 * months, after which the same disparity, if it is still shown, is put before the board again. All three are the body's
 * own rules, version `findings-1`, and the line in the decision log names that version.
 */
import { addMonths, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay, isAnswerDay } from '../../program/calendar/answer-day.ts';
import { keyOf, type ShownDisparity } from './disparity.ts';
import {
  dueOn,
  type Finding,
  type FindingAnswer,
  type FindingEvent,
  lastMeasured,
  raterMayStillRespond,
} from './finding.ts';

type Event<Type extends FindingEvent['type']> = Extract<FindingEvent, { type: Type }>;

export const FINDING_RULES = 'findings-1';
const ANSWER_WITHIN = { kind: 'days-after', days: 60 } as const;
const RESPOND_WITHIN = { kind: 'business-days-after', days: 20 } as const;
const REFUSAL_STANDS_MONTHS = 12;

export const LONGEST_WORDS = 4000;

/** Opens a finding. Only a disparity that is shown opens one. */
export function open(asked: {
  readonly shown: ShownDisparity;
  readonly on: CivilDate;
  readonly holidays: readonly YearlyRule[];
}): Result<Event<'opened'>, 'nothing-shown'> {
  const { shown, on, holidays } = asked;
  if (shown.state !== 'disparity-shown') {
    return refuse('nothing-shown', 'only a disparity that is shown is put before the board');
  }
  return success({ type: 'opened', on, shown, promisedBy: answerDay(ANSWER_WITHIN, on, holidays) });
}

/** The same comparison in a later release. Each release is kept once, in order. */
export function measureAgain(
  state: Finding,
  asked: { readonly shown: ShownDisparity; readonly on: CivilDate },
): Result<Event<'measured-again'>, 'another-comparison' | 'measured-before'> {
  const last = lastMeasured(state);
  if (keyOf(asked.shown) !== keyOf(last)) {
    return refuse('another-comparison', 'this is a figure about something else');
  }
  if (asked.shown.release <= last.release) {
    return refuse('measured-before', 'this release has been looked at already');
  }
  return success({ type: 'measured-again', ...asked });
}

/**
 * Does this finding still stand for its comparison? Then a release that shows the disparity again opens no second one:
 * while no answer is given; until the day by which an action is due; and, after a refusal, for twelve months.
 */
export function standsFor(state: Finding, countedUntil: CivilDate): boolean {
  if (state.answered === undefined) {
    return true;
  }
  const due = dueOn(state) ?? addMonths(state.answered.on, REFUSAL_STANDS_MONTHS);
  return countedUntil <= due;
}

/** The rater and the chair are told, before anybody else. */
export function tell(
  state: Finding,
  asked: { readonly on: CivilDate; readonly holidays: readonly YearlyRule[] },
): Result<Event<'told'>, 'names-nobody' | 'told-before'> {
  if (state.rater === undefined) {
    return refuse(
      'names-nobody',
      'this finding is about a group, so there is nobody to tell first',
    );
  }
  if (state.told !== undefined) {
    return refuse('told-before', 'the rater was told before');
  }
  const { on, holidays } = asked;
  return success({ type: 'told', on, respondUntil: answerDay(RESPOND_WITHIN, on, holidays) });
}

export type RespondRefusal =
  | 'not-about-you'
  | 'answered-before'
  | 'responded-before'
  | 'words-missing'
  | 'words-too-long';

/** The rater's own words. They are welcome until the finding is answered, also after the day until which the chair waits. */
export function respond(
  state: Finding,
  asked: { readonly by: string; readonly on: CivilDate; readonly words: string },
): Result<Event<'responded'>, RespondRefusal> {
  if (state.rater !== asked.by || state.told === undefined) {
    return refuse('not-about-you', 'only the person whom a finding is about responds to it');
  }
  if (state.answered !== undefined) {
    return refuse('answered-before', 'the chair has answered this finding already');
  }
  if (state.response !== undefined) {
    return refuse('responded-before', 'your response is kept already, word for word');
  }
  const words = asked.words.trim();
  if (words === '') {
    return refuse('words-missing', 'write what the chair should know before answering');
  }
  if (words.length > LONGEST_WORDS) {
    return refuse('words-too-long', `no more than ${LONGEST_WORDS} characters fit`);
  }
  return success({ type: 'responded', on: asked.on, by: asked.by, words });
}

export type AnswerRefusal =
  | 'answered-before'
  | 'chair-only'
  | 'own-finding'
  | 'rater-may-respond'
  | 'reason-missing'
  | 'reason-too-long'
  | 'what-missing'
  | 'what-too-long'
  | 'date-past'
  | 'nobody-works-then';

/** The answer of the board, or of the chair where the finding is about a rater. Given once, with reasons. */
export function answer(
  state: Finding,
  asked: {
    readonly by: string;
    readonly isChair: boolean;
    readonly on: CivilDate;
    readonly holidays: readonly YearlyRule[];
    readonly answer: FindingAnswer;
  },
): Result<Event<'answered'>, AnswerRefusal> {
  const who = whoMayAnswer(state, asked);
  if (who !== undefined) {
    return who;
  }
  const given = tidied(asked.answer);
  const wrong = wrongAnswer(given, asked);
  return wrong ?? success({ type: 'answered', on: asked.on, by: asked.by, answer: given });
}

function whoMayAnswer(
  state: Finding,
  { by, isChair, on }: { readonly by: string; readonly isChair: boolean; readonly on: CivilDate },
): Result<never, AnswerRefusal> | undefined {
  if (state.answered !== undefined) {
    return refuse('answered-before', 'this finding was answered before');
  }
  if (state.rater === by) {
    return refuse('own-finding', 'nobody answers a finding about themselves');
  }
  if (state.rater !== undefined && !isChair) {
    return refuse('chair-only', 'a finding about a rater is answered by the chair');
  }
  if (raterMayStillRespond(state, on)) {
    return refuse(
      'rater-may-respond',
      'the rater may still respond, and nobody answers before that time has passed',
    );
  }
  return undefined;
}

const tidied = (given: FindingAnswer): FindingAnswer =>
  given.kind === 'refusal'
    ? { kind: 'refusal', reasons: given.reasons.trim() }
    : {
        kind: given.kind,
        what: given.what.trim(),
        byWhen: given.byWhen,
        reasons: given.reasons.trim(),
      };

function wrongAnswer(
  given: FindingAnswer,
  { on, holidays }: { readonly on: CivilDate; readonly holidays: readonly YearlyRule[] },
): Result<never, AnswerRefusal> | undefined {
  if (given.reasons === '') {
    return refuse('reason-missing', 'every answer needs its reasons');
  }
  if (given.reasons.length > LONGEST_WORDS) {
    return refuse('reason-too-long', `no more than ${LONGEST_WORDS} characters fit`);
  }
  if (given.kind === 'refusal') {
    return undefined;
  }
  if (given.what === '') {
    return refuse('what-missing', 'say what will be done');
  }
  if (given.what.length > LONGEST_WORDS) {
    return refuse('what-too-long', `no more than ${LONGEST_WORDS} characters fit`);
  }
  if (given.byWhen <= on) {
    return refuse('date-past', 'this day is not ahead; choose a later one');
  }
  return isAnswerDay(given.byWhen, holidays)
    ? undefined
    : refuse(
        'nobody-works-then',
        'nobody works on this day; choose a day from Monday to Friday that is no holiday',
      );
}

export type CarryOutRefusal =
  | 'no-action'
  | 'carried-out-before'
  | 'chair-only'
  | 'done-missing'
  | 'done-too-long';

/** The promised action was carried out: what was done, in words. */
export function carryOut(
  state: Finding,
  asked: {
    readonly by: string;
    readonly isChair: boolean;
    readonly on: CivilDate;
    readonly done: string;
  },
): Result<Event<'carried-out'>, CarryOutRefusal> {
  if (dueOn(state) === undefined) {
    return refuse('no-action', 'no action was promised here');
  }
  if (state.carriedOut !== undefined) {
    return refuse('carried-out-before', 'what was done is on record already');
  }
  if (state.rater !== undefined && !asked.isChair) {
    return refuse('chair-only', 'a finding about a rater is in the hands of the chair');
  }
  const done = asked.done.trim();
  if (done === '') {
    return refuse('done-missing', 'say what was done');
  }
  if (done.length > LONGEST_WORDS) {
    return refuse('done-too-long', `no more than ${LONGEST_WORDS} characters fit`);
  }
  return success({ type: 'carried-out', on: asked.on, by: asked.by, done });
}

/** A finding as anybody may read it. One about a person is never public. */
export function publicView(state: Finding): Result<Finding, 'about-a-person'> {
  return state.rater === undefined
    ? success(state)
    : refuse('about-a-person', 'a finding about a rater is never public');
}
