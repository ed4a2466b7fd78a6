/** From one step of a complaint to the next: the clocks of the step that is done stop, those of the next begin. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { finished, finishedAt, neverRests, started } from './clocks.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';

/** The step that was open is done; the next begins with two promises, if it has any. */
export function moved(state: ConductMatter, on: CivilDate, stage: Stage): ConductMatter {
  const { stage: before, clocks, rules } = state;
  if (stage === 'closed') {
    // What rested when the matter ended was done when it began to rest.
    const done = clocks.map((clock) =>
      finishedAt(clock, neverRests(clock) ? on : (state.stayedSince ?? on)),
    );
    return { ...state, stage, clocks: done, stayedSince: undefined };
  }
  const done =
    before === 'appeal-window' || before === 'monitoring' || before === 'closed'
      ? clocks
      : finished(clocks, on, before);
  return stage === 'appeal-window' || stage === 'monitoring'
    ? { ...state, stage, clocks: done }
    : { ...state, stage, clocks: [...done, ...started(rules, stage, on)] };
}

/** Whoever handled a matter sits on none of its panels. */
export const handled = (state: ConductMatter, by: string): ConductMatter => ({
  ...state,
  handledBy: [...new Set([...state.handledBy, by])],
});
