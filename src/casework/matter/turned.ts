/** When a matter was refused first, and after an appeal decided in the person's favor: at once, or by other people. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type MatterEvent, stateOf } from './matter.ts';

export interface Turned {
  readonly refusedOn: CivilDate;
  readonly inFavorOn: CivilDate;
}

/** Undefined where no appeal had to turn it, and where it is not decided in the person's favor. */
export function turnedIn(events: readonly MatterEvent[]): Turned | undefined {
  const state = stateOf(events);
  const refused = events.find((event) => event.type === 'decided' && event.outcome === 'not-met');
  const aside = events.findLast((event) => event.type === 'set-aside');
  if (state.status !== 'decided' || state.decision.outcome !== 'met') {
    return undefined;
  }
  if (refused === undefined || aside === undefined) {
    return undefined;
  }
  const { reversedByAppeal, decidedOn } = state.decision;
  return {
    refusedOn: refused.on,
    inFavorOn: reversedByAppeal === undefined ? decidedOn : aside.on,
  };
}
