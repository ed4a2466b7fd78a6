/**
 * A complaint comes in, is looked at first, and is told to the respondent. Every allegation names a provision of the version
 * in force on the day of the conduct; every question of the first look gets a reason; what is disclosed is on record.
 */
import { addDays, addMonths, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type CiteRefusal,
  type ComplaintAbout,
  cited,
  type GroundRefusal,
  groundOf,
  type NamedProvision,
} from '../../program/conduct/allegation.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import {
  type Allegation,
  type Bound,
  type ConductEvent,
  type Event,
  type Naming,
  SCREENING,
  type ScreeningAnswers,
} from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import type { ConductRules } from './conduct-rules.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';

export interface Alleged {
  readonly number: string;
  readonly conductOn: CivilDate;
  readonly alsoCited: readonly string[];
  readonly words: string;
}

export type ReceiveRefusal = GroundRefusal | 'no-allegation' | 'words-missing' | 'not-yet';

/** Opens a complaint. Nobody is asked to keep silent about it. */
export function receive(asked: {
  readonly on: CivilDate;
  readonly code: CodeOfConduct;
  readonly rules: ConductRules;
  readonly about: ComplaintAbout;
  readonly complaint: string;
  readonly naming: Naming;
  readonly alleged: readonly Alleged[];
  readonly hopes: string;
  readonly bound: Bound | undefined;
}): Result<Event<'received'>, ReceiveRefusal> {
  const { on, code, rules, about, complaint, naming, alleged, bound } = asked;
  if (alleged.length === 0) {
    return refuse('no-allegation', 'say what happened and which provision it goes against');
  }
  const allegations = allegationsOf({ on, code, about, alleged, from: 1 });
  const hopes = asked.hopes.trim();
  return allegations.ok
    ? success({
        ...{ type: 'received', on, rules, about, complaint, naming, hopes, bound },
        allegations: allegations.value,
      })
    : allegations;
}

function allegationsOf(asked: {
  readonly on: CivilDate;
  readonly code: CodeOfConduct;
  readonly about: ComplaintAbout;
  readonly alleged: readonly Alleged[];
  /** The number of the first of them. */
  readonly from: number;
}): Result<readonly Allegation[], Exclude<ReceiveRefusal, 'no-allegation'>> {
  const allegations: Allegation[] = [];
  for (const [place, one] of asked.alleged.entries()) {
    if (isBlank(one.words)) {
      return refuse('words-missing', 'say in a few words what happened');
    }
    if (one.conductOn > asked.on) {
      return refuse('not-yet', 'what is complained about lies ahead');
    }
    const named = provisionsNamed(asked.code, one, asked.about);
    if (!named.ok) {
      return named;
    }
    allegations.push({ id: `a${asked.from + place}`, ...named.value, words: one.words.trim() });
  }
  return success(allegations);
}

/** Where another complaint about the same events can still be added, so that they are judged together. */
const JOINABLE = ['screening', 'notice', 'response', 'investigation'] as const;

/** Another complaint about the same events. Once the respondent was told, it brings nothing new to answer. */
export function join(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly code: CodeOfConduct;
    readonly complaint: string;
    readonly naming: Naming;
    readonly hopes: string;
    readonly alleged: readonly Alleged[];
  },
): Result<
  readonly ConductEvent[],
  NotReady | Exclude<ReceiveRefusal, 'no-allegation'> | 'known-already' | 'told-already'
> {
  const { on, by, code, complaint, naming } = asked;
  // A new complainant also wakes a matter that the others have left.
  const now = ready({ ...state, withdrawnOn: undefined }, on, JOINABLE);
  if (!now.ok) {
    return now;
  }
  if (state.complaints.some(({ id }) => id === complaint)) {
    return refuse('known-already', 'this complaint is part of the matter already');
  }
  if (state.noticedOn !== undefined && asked.alleged.length > 0) {
    return refuse(
      'told-already',
      'the respondent has been told what is alleged; what is new needs a matter of its own',
    );
  }
  const from = state.allegations.length + 1;
  const { about } = state;
  const allegations = allegationsOf({ on, code, about, alleged: asked.alleged, from });
  return allegations.ok
    ? recorded(now.value, {
        ...{ type: 'joined', on, by, complaint, naming, hopes: asked.hopes.trim() },
        allegations: allegations.value,
      })
    : allegations;
}

function provisionsNamed(
  code: CodeOfConduct,
  { number, conductOn, alsoCited }: Alleged,
  about: ComplaintAbout,
): Result<
  { readonly provision: NamedProvision; readonly cited: readonly NamedProvision[] },
  GroundRefusal | CiteRefusal
> {
  const provision = groundOf(code, { number, conductOn, about });
  if (!provision.ok) {
    return provision;
  }
  const besides: NamedProvision[] = [];
  for (const other of alsoCited) {
    const named = cited(code, other, conductOn);
    if (!named.ok) {
      return named;
    }
    besides.push(named.value);
  }
  return success({ provision: provision.value, cited: besides });
}

/** Did the conduct lie within the time in which somebody may complain? */
export const inTime = ({ allegations, rules, receivedOn }: ConductMatter): boolean =>
  allegations.some(
    ({ provision }) => addMonths(provision.conductOn, rules.filingMonths) >= receivedOn,
  );

/** Did the code bind the respondent on the day of any of these? It binds from the first application on. */
export const withinReach = ({ allegations, bound, about }: ConductMatter): boolean =>
  about === 'body' || allegations.some(({ provision: { conductOn } }) => boundOn(bound, conductOn));

/** Did the code bind somebody on a day? */
export const boundOn = (bound: Bound | undefined, on: CivilDate): boolean =>
  bound !== undefined && bound.since <= on && (bound.until === undefined || on <= bound.until);

export type ScreenRefusal =
  | NotReady
  | 'reason-missing'
  | 'time-limit-misread'
  | 'jurisdiction-misread';

/** The first look. All four are met and the matter goes on, or it is screened out with the reasons. */
export function screen(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly by: string; readonly answers: ScreeningAnswers },
): Result<readonly ConductEvent[], ScreenRefusal> {
  const { on, by, answers } = asked;
  const now = ready(state, on, ['screening']);
  if (!now.ok) {
    return now;
  }
  const bare = SCREENING.find((question) => isBlank(answers[question].reason));
  if (bare !== undefined) {
    return refuse('reason-missing', `say why "${bare}" is met or not`);
  }
  if (answers['in-time'].met !== inTime(state)) {
    return refuse(
      'time-limit-misread',
      inTime(state)
        ? `the complaint came within ${state.rules.filingMonths} months, so it is in time`
        : `the complaint came more than ${state.rules.filingMonths} months after the conduct`,
    );
  }
  if (answers.jurisdiction.met !== withinReach(state)) {
    return refuse(
      'jurisdiction-misread',
      withinReach(state)
        ? 'the code bound this person on the day of the conduct, so the body may judge it'
        : 'the code did not bind this person on the day of the conduct, so the body may not judge it',
    );
  }
  return recorded(now.value, { type: 'screened', on, by, answers });
}

export type NoticeRefusal = NotReady | 'unknown-evidence' | 'reason-missing';

/** Tells the respondent every allegation, with exactly these pieces of evidence; what is kept back needs a reason. */
export function giveNotice(
  state: ConductMatter,
  asked: {
    readonly on: CivilDate;
    readonly by: string;
    readonly evidence: readonly string[];
    readonly keptBack: Event<'notice-given'>['keptBack'];
  },
): Result<readonly ConductEvent[], NoticeRefusal> {
  const { on, by, evidence, keptBack } = asked;
  const now = ready(state, on, ['notice']);
  if (!now.ok) {
    return now;
  }
  const known = state.evidence.map(({ id }) => id);
  const stray = evidence.find((id) => !known.includes(id));
  if (stray !== undefined) {
    return refuse('unknown-evidence', `there is no evidence "${stray}" here`);
  }
  if (keptBack.some(({ reason }) => isBlank(reason))) {
    return refuse('reason-missing', 'say why this is kept back from the respondent');
  }
  return recorded(now.value, {
    type: 'notice-given',
    on,
    by,
    allegations: state.allegations.map(({ id }) => id),
    evidence,
    keptBack,
    answerUntil: addDays(on, state.rules.answerDays),
  });
}

/** The respondent answers, in time or late: an answer is always welcome while the step is open. */
export function respond(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly words: string },
): Result<readonly ConductEvent[], NotReady | 'words-missing'> {
  const now = ready(state, asked.on, ['response']);
  if (!now.ok) {
    return now;
  }
  return isBlank(asked.words)
    ? refuse('words-missing', 'write what those who decide should know')
    : recorded(now.value, { type: 'responded', on: asked.on, words: asked.words.trim() });
}

/** Nothing came. The matter goes on without an answer, and not before the time for it has passed. */
export function closeResponse(
  state: ConductMatter,
  asked: { readonly on: CivilDate },
): Result<readonly ConductEvent[], NotReady | 'may-still-answer'> {
  const now = ready(state, asked.on, ['response']);
  if (!now.ok) {
    return now;
  }
  return state.answerUntil === undefined || asked.on <= state.answerUntil
    ? refuse('may-still-answer', 'the respondent may still answer')
    : recorded(now.value, { type: 'response-closed', on: asked.on });
}
