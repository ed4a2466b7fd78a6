/**
 * A finding: a disparity was shown, so the board owes an answer by a promised date. The answer is a change, a study or a
 * reasoned refusal, given by a named person. What was found is measured again in every later release, whatever the
 * answer was, and what came of it stands beside it.
 *
 * A finding about a rater goes to the rater and the chair first; see decide.ts. Nothing here decides.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import { raterIn, type ShownDisparity } from './disparity.ts';

export type FindingAnswer =
  | {
      readonly kind: 'change' | 'study';
      readonly what: string;
      readonly byWhen: CivilDate;
      readonly reasons: string;
    }
  | { readonly kind: 'refusal'; readonly reasons: string };

export type FindingEvent =
  | {
      readonly type: 'opened';
      readonly on: CivilDate;
      readonly shown: ShownDisparity;
      readonly promisedBy: CivilDate;
    }
  | { readonly type: 'measured-again'; readonly on: CivilDate; readonly shown: ShownDisparity }
  | {
      /** The rater and the chair were told; the rater may respond until this day before anybody answers. */
      readonly type: 'told';
      readonly on: CivilDate;
      readonly respondUntil: CivilDate;
    }
  | {
      readonly type: 'responded';
      readonly on: CivilDate;
      readonly by: string;
      readonly words: string;
    }
  | {
      readonly type: 'answered';
      readonly on: CivilDate;
      readonly by: string;
      readonly answer: FindingAnswer;
    }
  | {
      readonly type: 'carried-out';
      readonly on: CivilDate;
      readonly by: string;
      readonly done: string;
    };

export interface Finding {
  readonly openedOn: CivilDate;
  readonly promisedBy: CivilDate;
  /** Set where the finding is about a person. */
  readonly rater: string | undefined;
  /** From the release that opened it to the last; never empty. */
  readonly measurements: readonly [ShownDisparity, ...ShownDisparity[]];
  readonly told: { readonly on: CivilDate; readonly respondUntil: CivilDate } | undefined;
  readonly response: { readonly on: CivilDate; readonly words: string } | undefined;
  readonly answered:
    | { readonly on: CivilDate; readonly by: string; readonly answer: FindingAnswer }
    | undefined;
  readonly carriedOut:
    | { readonly on: CivilDate; readonly by: string; readonly done: string }
    | undefined;
}

/** The state after one more event; undefined before the first. Past events are facts: none is refused here. */
export function evolve(state: Finding | undefined, event: FindingEvent): Finding | undefined {
  if (event.type === 'opened') {
    return {
      openedOn: event.on,
      promisedBy: event.promisedBy,
      rater: raterIn(event.shown),
      measurements: [event.shown],
      told: undefined,
      response: undefined,
      answered: undefined,
      carriedOut: undefined,
    };
  }
  return state === undefined ? undefined : next(state, event);
}

export const stateOf = (events: readonly FindingEvent[]): Finding | undefined =>
  events.reduce<Finding | undefined>(evolve, undefined);

function next(state: Finding, event: Exclude<FindingEvent, { type: 'opened' }>): Finding {
  switch (event.type) {
    case 'measured-again':
      return { ...state, measurements: [...state.measurements, event.shown] };
    case 'told':
      return { ...state, told: { on: event.on, respondUntil: event.respondUntil } };
    case 'responded':
      return { ...state, response: { on: event.on, words: event.words } };
    case 'answered':
      return { ...state, answered: { on: event.on, by: event.by, answer: event.answer } };
    case 'carried-out':
      return { ...state, carriedOut: { on: event.on, by: event.by, done: event.done } };
    default:
      throw never(event);
  }
}

/** The last time it was measured. */
export const lastMeasured = ({ measurements }: Finding): ShownDisparity =>
  measurements.at(-1) ?? measurements[0];

/** The day by which an action was promised; undefined without an action. */
export function dueOn({ answered }: Finding): CivilDate | undefined {
  return answered === undefined || answered.answer.kind === 'refusal'
    ? undefined
    : answered.answer.byWhen;
}

export type Standing =
  /** The rater may still respond, so nobody answers yet. */
  | 'with-the-rater'
  | 'to-answer'
  /** An action is promised and not yet carried out. */
  | 'running'
  | 'carried-out'
  | 'refused';

export function standingOf(finding: Finding, today: CivilDate): Standing {
  const { answered, carriedOut } = finding;
  if (answered === undefined) {
    return raterMayStillRespond(finding, today) ? 'with-the-rater' : 'to-answer';
  }
  if (answered.answer.kind === 'refusal') {
    return 'refused';
  }
  return carriedOut === undefined ? 'running' : 'carried-out';
}

/** True from the day a finding about a rater is opened until the rater has responded or the time for it has run out. */
export function raterMayStillRespond(
  { rater, told, response }: Finding,
  today: CivilDate,
): boolean {
  return (
    rater !== undefined &&
    response === undefined &&
    (told === undefined || told.respondUntil >= today)
  );
}

/** Days past the promise are counted from here: the promised answer, then the promised action. Undefined: nothing is owed. */
export function owedBy(finding: Finding): CivilDate | undefined {
  if (finding.answered === undefined) {
    return finding.promisedBy;
  }
  return finding.carriedOut === undefined ? dueOn(finding) : undefined;
}
