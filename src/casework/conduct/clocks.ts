/**
 * Two clocks on every step, one for each side: the day promised, each new promise with its reason, and whether it was kept
 * or broken. A stay stops both: what was promised moves by the days that it lasted.
 */
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import type { Event } from './conduct-event.ts';
import { type ConductRules, SIDES, type Side, type Step } from './conduct-rules.ts';

export interface Clock {
  readonly step: Step;
  readonly to: Side;
  readonly began: CivilDate;
  /** The promise as it stands now. */
  readonly by: CivilDate;
  readonly extensions: readonly { readonly was: CivilDate; readonly reason: string }[];
  /** The promise that was broken, and when that was put on record. */
  readonly broken: readonly { readonly was: CivilDate; readonly on: CivilDate }[];
  /** The day on which the step was done; undefined while it runs. */
  readonly doneOn: CivilDate | undefined;
}

export const started = (rules: ConductRules, step: Step, on: CivilDate): readonly Clock[] =>
  SIDES.map((to) => ({
    step,
    to,
    began: on,
    by: answerDay({ kind: 'days-after', days: rules.within[step][to] }, on, rules.holidays),
    extensions: [],
    broken: [],
    doneOn: undefined,
  }));

export const running = ({ doneOn }: Clock): boolean => doneOn === undefined;

/** A clock stopped on a day; one that had stopped before keeps its day. */
export const finishedAt = (clock: Clock, on: CivilDate): Clock =>
  running(clock) ? { ...clock, doneOn: on } : clock;

/** The clocks of one step stopped on a day. */
export const finished = (clocks: readonly Clock[], on: CivilDate, step: Step): readonly Clock[] =>
  clocks.map((clock) => (clock.step === step ? finishedAt(clock, on) : clock));

/** Promises that have run out and are not yet on record as broken. */
export const brokenBy = (
  clocks: readonly Clock[],
  on: CivilDate,
): readonly Event<'promise-broken'>[] =>
  clocks
    .filter((clock) => running(clock) && clock.by < on && !isMarked(clock))
    .map(({ step, to, by }) => ({ type: 'promise-broken', on, step, to, was: by }));

const isMarked = ({ broken, by }: Clock): boolean => broken.some(({ was }) => was === by);

const changed = (
  clocks: readonly Clock[],
  { step, to }: { readonly step: Step; readonly to: Side },
  change: (clock: Clock) => Clock,
): readonly Clock[] =>
  clocks.map((clock) =>
    running(clock) && clock.step === step && clock.to === to ? change(clock) : clock,
  );

export const markedBroken = (
  clocks: readonly Clock[],
  event: Event<'promise-broken'>,
): readonly Clock[] =>
  changed(clocks, event, (clock) => ({
    ...clock,
    broken: [...clock.broken, { was: event.was, on: event.on }],
  }));

export const extendedTo = (clocks: readonly Clock[], event: Event<'extended'>): readonly Clock[] =>
  changed(clocks, event, (clock) => ({
    ...clock,
    by: event.until,
    extensions: [...clock.extensions, { was: clock.by, reason: event.reason }],
  }));

/** An interim suspension bites while everything else rests, so its appeal does not rest. */
export const neverRests = ({ step }: Clock): boolean => step === 'interim-appeal';

/** A promise already broken when the stay began stays broken; every other moves. */
export const movedByStay = (
  clocks: readonly Clock[],
  since: CivilDate,
  until: CivilDate,
): readonly Clock[] =>
  clocks.map((clock) =>
    running(clock) && !isMarked(clock) && !neverRests(clock)
      ? { ...clock, by: addDays(clock.by, daysBetween(since, until)) }
      : clock,
  );
