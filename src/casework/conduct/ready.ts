/**
 * What every step asks first: is this the time for it, does nothing hold the matter, and which promises have run out? A
 * promise that was not kept goes on record before the step that came too late.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { brokenBy } from './clocks.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import { appealTimeIsOver, type ConductMatter, type Stage } from './conduct-matter.ts';
import { evolve } from './evolve.ts';
import { awake } from './promises.ts';
import { overdueOn } from './record-holders.ts';

export type NotReady = 'not-now' | 'stayed' | 'withdrawn' | 'before-latest';

/** The broken promises to record first, or why the step cannot be taken on this day. */
export function ready(
  state: ConductMatter,
  on: CivilDate,
  stages: readonly Stage[],
): Result<readonly Event<'promise-broken'>[], NotReady> {
  const unheld = inOrder(state, on);
  if (!unheld.ok) {
    return unheld;
  }
  if (state.stayedSince !== undefined) {
    return refuse('stayed', 'this matter rests until the stay is lifted');
  }
  if (state.withdrawnOn !== undefined) {
    return refuse(
      'withdrawn',
      'the complaint was withdrawn; decide first whether the body goes on without it',
    );
  }
  return stages.includes(state.stage)
    ? unheld
    : refuse('not-now', `this cannot be done while the matter is at "${state.stage}"`);
}

/** The same for what may be done although the matter rests: only the order of days is asked. */
export function inOrder(
  state: ConductMatter,
  on: CivilDate,
): Result<readonly Event<'promise-broken'>[], 'before-latest'> {
  return on < state.latest
    ? refuse('before-latest', `something was recorded on ${inWords(state.latest)} already`)
    : success(brokenBy(awake(state), on));
}

/** The events of a step: the promises it came too late for, then the step itself. */
export const recorded = (
  broken: readonly Event<'promise-broken'>[],
  ...events: readonly ConductEvent[]
): Result<readonly ConductEvent[], never> => success([...broken, ...events]);

/** Time alone, looked at every day: promises and requests for records that have run out, and a time to appeal that nobody used. */
export function passTime(state: ConductMatter, on: CivilDate): readonly ConductEvent[] {
  if (on < state.latest) {
    return [];
  }
  const broken = [...brokenBy(awake(state), on), ...overdueOn(state, on)];
  if (state.stage !== 'appeal-window' || !appealTimeIsOver(state, on)) {
    return broken;
  }
  // Noticed late, the promise to carry it out may have run out as well.
  const passed: readonly ConductEvent[] = [...broken, { type: 'appeal-time-passed', on }];
  const after = passed.reduce<ConductMatter | undefined>(evolve, state);
  return after === undefined ? passed : [...passed, ...brokenBy(awake(after), on)];
}

export const isBlank = (words: string): boolean => words.trim() === '';
