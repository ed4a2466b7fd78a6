/**
 * The clock of one sitting: time left is worked out from rows that the server stamped, and from nothing else.
 *
 *   time left = limit x multiplier + extra + grants + outages - window cut - time spent running
 *
 * The candidate's own clock, a reload, a crash or a second machine can neither add nor take a second. Repeated rows
 * (a second start, pause, resume or hand-in) change nothing; handing in is final.
 * A multiplier and extra minutes stretch the limit only; grants and outages are given in full to everyone.
 *
 * Instants (`at`) are milliseconds since 1970 UTC. Everything else ends in its unit.
 */
import { never } from '../../kernel/result/result.ts';

/** How long this candidate has, set before the start: the form's limit and what was granted as an accommodation. */
export interface Allowance {
  readonly limitMs: number;
  /** 1 is standard time, 1.5 is time and a half. */
  readonly multiplier: number;
  readonly extraMs: number;
}

/**
 * One row of the clock.
 * `ms` means: start, what the end of the window takes away; grant, time given; outage, how long the server was away
 * up to `at`; for the others, nothing.
 */
export interface ClockEvent {
  readonly kind: 'start' | 'pause' | 'resume' | 'grant' | 'outage' | 'submit';
  readonly at: number;
  readonly ms: number;
}

export interface ClockState {
  readonly status: 'not-started' | 'running' | 'paused' | 'submitted';
  /** When the present status began; 0 before the start. */
  readonly since: number;
  readonly startedAt: number | undefined;
  /** Running time used up before `since`. */
  readonly usedMs: number;
  /** Grants and outages, less what the window took away. */
  readonly creditMs: number;
  /** Outages are credited up to here, so that the same minute is never given twice. */
  readonly creditedUntil: number;
}

const notStarted: ClockState = {
  status: 'not-started',
  since: 0,
  startedAt: undefined,
  usedMs: 0,
  creditMs: 0,
  creditedUntil: 0,
};

function evolveClock(state: ClockState, event: ClockEvent): ClockState {
  if (state.status === 'submitted') {
    return state;
  }
  switch (event.kind) {
    case 'start':
      return state.status === 'not-started' ? started(state, event) : state;
    case 'resume':
      return state.status === 'paused'
        ? { ...state, status: 'running', since: event.at, creditedUntil: event.at }
        : state;
    case 'pause':
      return state.status === 'running' ? stopped(state, event.at, 'paused') : state;
    case 'submit':
      return state.status === 'not-started' ? state : stopped(state, event.at, 'submitted');
    case 'grant':
      return { ...state, creditMs: state.creditMs + event.ms };
    case 'outage':
      return state.status === 'running' ? credited(state, event) : state;
    default:
      throw never(event.kind);
  }
}

export const clockOf = (events: readonly ClockEvent[]): ClockState =>
  events.reduce(evolveClock, notStarted);

/** The whole time allowed before grants: never less than the form's own limit where nothing shortens it. */
export const allowedMs = ({ limitMs, multiplier, extraMs }: Allowance): number =>
  Math.round(limitMs * multiplier) + extraMs;

/** Time left at an instant; below zero once it has run out. */
export function remainingMs(allowance: Allowance, state: ClockState, now: number): number {
  return allowedMs(allowance) + state.creditMs - spentMs(state, now);
}

/** The time left as a candidate is shown it: the true deadline, with no grace hidden in it. */
export const shownRemainingMs = (allowance: Allowance, state: ClockState, now: number): number =>
  Math.max(0, remainingMs(allowance, state, now));

/** A clock set back under us never gives time back. */
function spentMs(state: ClockState, now: number): number {
  return state.usedMs + (state.status === 'running' ? Math.max(0, now - state.since) : 0);
}

function started(state: ClockState, { at, ms }: ClockEvent): ClockState {
  return {
    ...state,
    status: 'running',
    since: at,
    startedAt: at,
    creditMs: state.creditMs - ms,
    creditedUntil: at,
  };
}

function stopped(state: ClockState, at: number, status: 'paused' | 'submitted'): ClockState {
  return { ...state, status, since: at, usedMs: spentMs(state, at) };
}

/** Only the part of an outage that fell into running time, and that no earlier row has credited. */
function credited(state: ClockState, { at, ms }: ClockEvent): ClockState {
  const from = Math.max(at - ms, state.since, state.creditedUntil);
  return {
    ...state,
    creditMs: state.creditMs + Math.max(0, at - from),
    creditedUntil: Math.max(state.creditedUntil, at),
  };
}
