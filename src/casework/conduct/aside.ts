/**
 * The side steps: a complaint is withdrawn and the body decides whether to go on; somebody is suspended for a short time
 * against imminent harm, with an appeal of its own; the matter rests for a court; it is opened again; it ends by death or
 * surrender; a promise is made anew. Each needs its reason.
 */
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import { running } from './clocks.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';
import { mayJudge, type PanelRefusal } from './panels.ts';
import { inOrder, isBlank, type NotReady, ready, recorded } from './ready.ts';

const BEFORE_DECISION: readonly Stage[] = [
  'screening',
  'screening-appeal',
  'notice',
  'response',
  'investigation',
  'review',
  'hearing',
  'decision',
];
const UNDECIDED: readonly Stage[] = [...BEFORE_DECISION, 'appeal-window', 'appeal', 'effect'];

type Outcome<Kind extends string> = Result<readonly ConductEvent[], 'before-latest' | Kind>;
type Asked<Type extends ConductEvent['type']> = Omit<Event<Type>, 'type'>;

const reasonMissing = refuse('reason-missing', 'say why in a few words');

export function withdraw(
  state: ConductMatter,
  asked: Asked<'withdrawn'>,
): Result<readonly ConductEvent[], NotReady | 'unknown-complaint'> {
  const now = ready(state, asked.on, BEFORE_DECISION);
  if (!now.ok) {
    return now;
  }
  return state.complaints.some(
    ({ id, withdrawnOn }) => id === asked.complaint && withdrawnOn === undefined,
  )
    ? recorded(now.value, { type: 'withdrawn', ...asked })
    : refuse('unknown-complaint', 'this complaint is no part of the matter, or no longer');
}

/** What the body answers when every complainant has withdrawn: it goes on without the complainant, or drops the matter. */
export function answerWithdrawal(
  state: ConductMatter,
  asked: Asked<'went-on' | 'dropped'> & { readonly goesOn: boolean },
): Outcome<'not-withdrawn' | 'reason-missing'> {
  const { on, by, reason, goesOn } = asked;
  const now = inOrder(state, on);
  if (!now.ok) {
    return now;
  }
  if (state.withdrawnOn === undefined || state.stage === 'closed') {
    return refuse('not-withdrawn', 'nobody has withdrawn this complaint');
  }
  return isBlank(reason)
    ? reasonMissing
    : recorded(now.value, { type: goesOn ? 'went-on' : 'dropped', on, by, reason });
}

export type SuspendRefusal =
  | 'not-now'
  | 'no-notice'
  | 'about-the-body'
  | 'once-only'
  | 'too-long'
  | 'reason-missing';

/** Suspends at once against imminent harm; short, once, and never before the respondent was told. */
export function suspendMeanwhile(
  state: ConductMatter,
  asked: Asked<'interim-suspended'>,
): Outcome<SuspendRefusal> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (state.about === 'body') {
    return refuse('about-the-body', 'a complaint about the body suspends nobody');
  }
  if (state.noticedOn === undefined) {
    return refuse('no-notice', 'give notice first, on the same day if need be');
  }
  if (!UNDECIDED.includes(state.stage)) {
    return refuse('not-now', 'nothing is pending here for which somebody could be suspended');
  }
  if (state.interim !== undefined) {
    return refuse('once-only', 'an interim suspension is ordered once in a matter');
  }
  const longest = addDays(asked.on, state.rules.interimDays);
  if (asked.until <= asked.on || asked.until > longest) {
    return refuse('too-long', `it ends after today and by ${inWords(longest)}`);
  }
  return isBlank(asked.reason)
    ? reasonMissing
    : recorded(now.value, { type: 'interim-suspended', ...asked });
}

export function appealInterim(
  state: ConductMatter,
  asked: Asked<'interim-appealed'>,
): Outcome<'nothing-to-appeal' | 'words-missing'> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  const { interim, stage } = state;
  if (
    interim === undefined ||
    interim.appealedOn !== undefined ||
    asked.on > interim.until ||
    stage === 'closed'
  ) {
    return refuse('nothing-to-appeal', 'no interim suspension is open to appeal');
  }
  return isBlank(asked.statement)
    ? refuse('words-missing', 'say why it should be lifted')
    : recorded(now.value, { type: 'interim-appealed', ...asked });
}

export function decideInterimAppeal(
  state: ConductMatter,
  asked: Asked<'interim-appeal-decided'>,
): Outcome<'nothing-to-hear' | PanelRefusal | 'reason-missing'> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  const { interim, stage } = state;
  if (
    interim?.appealedOn === undefined ||
    interim.appealDecidedOn !== undefined ||
    stage === 'closed'
  ) {
    return refuse('nothing-to-hear', 'no appeal against an interim suspension is open');
  }
  const panel = mayJudge(state, 'interim-appeal', asked.by);
  if (!panel.ok) {
    return panel;
  }
  return isBlank(asked.reason)
    ? reasonMissing
    : recorded(now.value, { type: 'interim-appeal-decided', ...asked });
}

/** The matter rests while a court decides. Both clocks stop. */
export function stay(
  state: ConductMatter,
  asked: Asked<'stayed'>,
): Result<readonly ConductEvent[], NotReady | 'reason-missing'> {
  const now = ready(state, asked.on, UNDECIDED);
  if (!now.ok) {
    return now;
  }
  return isBlank(asked.reason) ? reasonMissing : recorded(now.value, { type: 'stayed', ...asked });
}

export function liftStay(state: ConductMatter, asked: Asked<'stay-lifted'>): Outcome<'not-stayed'> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  return state.stayedSince === undefined || state.stage === 'closed'
    ? refuse('not-stayed', 'this matter does not rest')
    : recorded(now.value, { type: 'stay-lifted', ...asked });
}

export type ReopenRefusal =
  | 'not-closed'
  | 'ended'
  | 'no-fingerprint'
  | 'known-already'
  | 'reason-missing';

/** Opens a closed matter on evidence that could not be had before. */
export function reopen(state: ConductMatter, asked: Asked<'reopened'>): Outcome<ReopenRefusal> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (state.endedBy !== undefined) {
    return refuse('ended', `this matter ended by ${state.endedBy} and is not opened again`);
  }
  if (state.stage !== 'closed' && state.stage !== 'monitoring') {
    return refuse('not-closed', 'this matter is open; add the evidence to it');
  }
  if (!/^[0-9a-f]{64}$/.test(asked.sha256)) {
    return refuse('no-fingerprint', 'evidence is kept with the SHA-256 of its bytes');
  }
  if (state.evidence.some(({ id, sha256 }) => id === asked.evidence || sha256 === asked.sha256)) {
    return refuse('known-already', 'this evidence was there before');
  }
  return isBlank(asked.reason)
    ? refuse('reason-missing', 'say why this evidence could not be had before')
    : recorded(now.value, { type: 'reopened', ...asked });
}

/** The respondent has died, or has given the credential up. Nothing is found, and nothing is published. */
export function end(
  state: ConductMatter,
  asked: Asked<'ended'>,
): Outcome<'closed-already' | 'reason-missing'> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (state.stage === 'closed') {
    return refuse('closed-already', 'this matter is closed');
  }
  return isBlank(asked.reason) ? reasonMissing : recorded(now.value, { type: 'ended', ...asked });
}

/** A letter came back and was delivered another way: whoever it was for has the whole time that it set once more. */
export function redeliver(
  state: ConductMatter,
  asked: Asked<'redelivered'>,
): Result<readonly ConductEvent[], NotReady | 'reason-missing'> {
  const now = ready(state, asked.on, [asked.what === 'notice' ? 'response' : 'appeal-window']);
  if (!now.ok) {
    return now;
  }
  return isBlank(asked.reason)
    ? reasonMissing
    : recorded(now.value, { type: 'redelivered', ...asked });
}

export type ExtendRefusal = 'stayed' | 'no-promise' | 'not-later' | 'reason-missing';

/** A new promise to one side, with its reason. One that comes too late does not undo the broken one. */
export function extend(state: ConductMatter, asked: Asked<'extended'>): Outcome<ExtendRefusal> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (state.stayedSince !== undefined) {
    return refuse('stayed', 'while the matter rests no promise runs');
  }
  const clock = state.clocks.find(
    (one) => running(one) && one.step === asked.step && one.to === asked.to,
  );
  if (clock === undefined) {
    return refuse('no-promise', 'nothing is promised to this side at this step');
  }
  if (asked.until <= clock.by || asked.until <= asked.on) {
    return refuse('not-later', `a new promise lies ahead and after ${inWords(clock.by)}`);
  }
  return isBlank(asked.reason)
    ? reasonMissing
    : recorded(now.value, { type: 'extended', ...asked });
}
