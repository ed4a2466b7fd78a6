/**
 * Attempts to renew, by the place of the event that opened each. What an attempt costs is owed while it is open, while an
 * appeal against its refusal can still put it back, and for good where its exam was sat; all else is taken back.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialLife } from './credential-life.ts';
import { isReady, lastDayFor } from './renew.ts';
import type { Event, RenewalEvent } from './renewal-event.ts';

interface Attempts {
  readonly open: number | undefined;
  readonly refused: number | undefined;
  readonly sat: readonly number[];
}

/** The places of the opening events whose charges stand. */
export function chargedAttempts(events: readonly RenewalEvent[]): ReadonlySet<number> {
  let now: Attempts = { open: undefined, refused: undefined, sat: [] };
  for (const [place, event] of events.entries()) {
    now = after(now, event, place, events);
  }
  const { open, refused, sat } = now;
  return new Set([open, refused, ...sat].filter((place) => place !== undefined));
}

function after(
  now: Attempts,
  event: RenewalEvent,
  place: number,
  events: readonly RenewalEvent[],
): Attempts {
  const closed = { ...now, open: undefined };
  const opening = now.open === undefined ? undefined : events[now.open];
  switch (event.type) {
    case 'opened':
      return { ...now, open: place };
    case 'not-accepted':
      return { ...closed, refused: now.open };
    case 'set-aside':
      return event.of === 'renewal'
        ? { ...now, open: now.open ?? now.refused, refused: undefined }
        : now;
    case 'attempt-over':
      return event.why === 'not-accepted'
        ? { ...now, refused: undefined }
        : {
            ...closed,
            sat:
              event.why === 'exam-not-passed' && now.open !== undefined
                ? [...now.sat, now.open]
                : now.sat,
          };
    case 'withdrawn':
      return event.of === 'renewal' ? closed : now;
    case 'lapsed':
    case 'end-took-effect':
      return opening?.type === 'opened' && opening.purpose === 'renewal' ? closed : now;
    case 'retired':
      return closed;
    default:
      return now;
  }
}

export type OverRefusal = 'nothing-open' | 'still-time' | 'answer-owed' | 'ready-to-renew';

/** A late renewal, a return or a reinstatement whose last day passed before everything was there. */
export function ranOut(
  state: CredentialLife,
  rules: WorkingRules,
  asked: {
    readonly on: CivilDate;
    /** The date at UTC-12. */
    readonly earliest: CivilDate;
    /** A person still owes an answer in its matter. */
    readonly answerOwed: boolean;
  },
): Result<Event<'attempt-over'>, OverRefusal> {
  const { open } = state;
  if (open === undefined || open.purpose === 'renewal') {
    return refuse('nothing-open', 'no attempt is open that could run out by itself');
  }
  const last = lastDayFor(state, rules, open.purpose);
  if (last === null || asked.earliest <= last) {
    return refuse('still-time', 'its holder still has time');
  }
  if (isReady(state, rules)) {
    return refuse('ready-to-renew', 'everything came in time');
  }
  return asked.answerOwed
    ? refuse('answer-owed', 'a person still answers')
    : success({ type: 'attempt-over', on: asked.on, why: 'ran-out' });
}

/** A refusal that nobody appealed in time, or whose appeal was dismissed. */
export function refusalStands(
  state: CredentialLife,
  asked: { readonly on: CivilDate; readonly earliest: CivilDate; readonly appealOpen: boolean },
): Result<Event<'attempt-over'>, OverRefusal> {
  const { refused } = state;
  if (refused === undefined) {
    return refuse('nothing-open', 'nothing was refused');
  }
  return asked.appealOpen || asked.earliest <= refused.appealUntil
    ? refuse('still-time', 'an appeal can still put it back')
    : success({ type: 'attempt-over', on: asked.on, why: 'not-accepted' });
}
