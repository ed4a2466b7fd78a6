/**
 * What may be done with a sitting: start it, stop and restart its clock, give time, hand it in, score it.
 * Each answers with the rows to write, none where the wish has been met already, or with a refusal.
 * Answers are not asked about here: they are never refused (see standing.ts).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Allowance, type ClockEvent, type ClockState, remainingMs } from './clock.ts';
import { GRACE_MS } from './standing.ts';
import { closesFor, cutByWindowMs, type ExamWindow } from './window.ts';

type Rows = readonly ClockEvent[];
const NOTHING: Rows = [];
const row = (kind: ClockEvent['kind'], at: number, ms = 0): Rows => [{ kind, at, ms }];

export interface StartFacts {
  readonly eligible: boolean;
  /** What is still owed of the exam fee. */
  readonly owedCents: number;
  /** An accommodation was asked for and is not decided yet. */
  readonly accommodationPending: boolean;
  /** Undefined where the exam can be taken at any time. */
  readonly window: ExamWindow | undefined;
}

export type StartRefusal =
  | 'already-submitted'
  | 'not-eligible'
  | 'fee-owed'
  | 'accommodation-pending'
  | 'window-not-open'
  | 'window-closed';

/** Allowed time is worked out now, at the start, and never from when a page was opened. */
export function decideStart(
  state: ClockState,
  allowance: Allowance,
  facts: StartFacts,
  now: number,
): Result<Rows, StartRefusal> {
  if (state.status === 'submitted') {
    return refuse('already-submitted', 'you have handed in this exam');
  }
  if (state.status !== 'not-started') {
    return success(NOTHING);
  }
  if (!facts.eligible) {
    return refuse(
      'not-eligible',
      'the exam opens once your application has been decided in your favor',
    );
  }
  if (facts.owedCents > 0) {
    return refuse('fee-owed', 'the exam opens once the exam fee is recorded as paid');
  }
  if (facts.accommodationPending) {
    return refuse(
      'accommodation-pending',
      'your request for an accommodation is not decided yet; starting now would start the clock without it',
    );
  }
  if (facts.window === undefined) {
    return success(row('start', now));
  }
  if (now < facts.window.opensAt) {
    return refuse('window-not-open', 'the exam window has not opened yet');
  }
  if (now >= closesFor(facts.window, allowance)) {
    return refuse('window-closed', 'the exam window has closed');
  }
  return success(row('start', now, cutByWindowMs(facts.window, allowance, now)));
}

export type RunningRefusal = 'not-started' | 'already-submitted';

export function decidePause(
  state: ClockState,
  why: string,
  now: number,
): Result<Rows, RunningRefusal | 'reason-missing'> {
  if (why.trim() === '') {
    return refuse('reason-missing', 'say why the exam is paused');
  }
  const open = openSitting(state);
  return open.ok ? success(state.status === 'paused' ? NOTHING : row('pause', now)) : open;
}

export function decideResume(state: ClockState, now: number): Result<Rows, RunningRefusal> {
  const open = openSitting(state);
  return open.ok ? success(state.status === 'running' ? NOTHING : row('resume', now)) : open;
}

/** Time given by a person, in whole milliseconds. Before the start it is an accommodation, not a grant. */
export function decideGrant(
  state: ClockState,
  ms: number,
  why: string,
  now: number,
): Result<Rows, RunningRefusal | 'not-a-length' | 'reason-missing'> {
  if (why.trim() === '') {
    return refuse('reason-missing', 'say why time is given');
  }
  if (!Number.isSafeInteger(ms) || ms <= 0) {
    return refuse('not-a-length', 'say how much time is given, as a length above zero');
  }
  const open = openSitting(state);
  return open.ok ? success(row('grant', now, ms)) : open;
}

/** After a restart: the server was away since `lastSeenAt`. Costs a running sitting no time; others need nothing. */
export function outageRows(state: ClockState, lastSeenAt: number, now: number): Rows {
  return state.status === 'running' && now > lastSeenAt
    ? row('outage', now, now - lastSeenAt)
    : NOTHING;
}

/** The candidate hands in. Final; handing in again changes nothing. */
export function decideSubmit(
  state: ClockState,
  now: number,
): Result<Rows, 'not-started' | 'paused'> {
  switch (state.status) {
    case 'not-started':
      return refuse('not-started', 'this exam has not been started');
    case 'paused':
      return refuse('paused', 'your exam is paused; you can hand in once it goes on');
    case 'submitted':
      return success(NOTHING);
    default:
      return success(row('submit', now));
  }
}

/** Time is up and the last answers have had their time to arrive: the server hands in what it holds. */
export function decideTimeout(
  state: ClockState,
  allowance: Allowance,
  now: number,
): Result<Rows, 'not-started' | 'time-is-left'> {
  if (state.status === 'not-started') {
    return refuse('not-started', 'this exam has not been started');
  }
  if (state.status === 'submitted') {
    return success(NOTHING);
  }
  return remainingMs(allowance, state, now) < -GRACE_MS
    ? success(row('submit', now))
    : refuse('time-is-left', 'there is time left, or answers may still be on their way');
}

/** May another question be shown now? Asked on every move; saving an answer is not a move. */
export function decideMove(
  state: ClockState,
  allowance: Allowance,
  now: number,
): Result<'go-on', RunningRefusal | 'paused' | 'time-is-up'> {
  const open = openSitting(state);
  if (!open.ok) {
    return open;
  }
  if (state.status === 'paused') {
    return refuse('paused', 'your exam is paused and the clock stands still');
  }
  return remainingMs(allowance, state, now) < 0
    ? refuse('time-is-up', 'time is up; we are handing in the answers we have')
    : success('go-on');
}

/** Scored once, after it was handed in. A corrected key is another event with its own reasons, not a second scoring. */
export function decideScore(
  state: ClockState,
  alreadyScored: boolean,
): Result<'score', 'not-submitted' | 'scored-before'> {
  if (state.status !== 'submitted') {
    return refuse('not-submitted', 'an exam is scored after it has been handed in');
  }
  return alreadyScored
    ? refuse('scored-before', 'this exam has been scored; the result stands')
    : success('score');
}

function openSitting(state: ClockState): Result<ClockState, RunningRefusal> {
  if (state.status === 'not-started') {
    return refuse('not-started', 'this exam has not been started');
  }
  return state.status === 'submitted'
    ? refuse('already-submitted', 'this exam has been handed in')
    : success(state);
}
