/** From one step of a complaint to the next: the clocks of the step that is done stop, those of the next begin. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { finished, finishedAt, neverRests, running, started } from './clocks.ts';
import type { ConductMatter, Stage } from './conduct-matter.ts';

/** The case is decided for good, though a sanction may still run. */
export const OVER: readonly Stage[] = ['closed', 'monitoring', 'reinstatement'];

/** The step that was open is done; the next begins with two promises, if it has any. */
export function moved(state: ConductMatter, on: CivilDate, stage: Stage): ConductMatter {
  const { stage: before, rules } = state;
  const clocks = OVER.includes(stage) ? state.clocks : finished(state.clocks, on, 'closing');
  if (stage === 'closed') {
    // What rested when the matter ended was done when it began to rest.
    const done = clocks.map((clock) =>
      clock.step === 'closing'
        ? clock
        : finishedAt(clock, neverRests(clock) ? on : (state.stayedSince ?? on)),
    );
    return toBeTold({ ...state, stage, clocks: done, stayedSince: undefined }, on);
  }
  const done =
    before === 'appeal-window' || before === 'monitoring' || before === 'closed'
      ? clocks
      : finished(clocks, on, before);
  return stage === 'appeal-window' || stage === 'monitoring'
    ? toBeTold({ ...state, stage, clocks: done }, on)
    : { ...state, stage, clocks: [...done, ...started(rules, stage, on)] };
}

/** The matter is over: by a promised day each complainant who has not heard yet is told what came of it. */
function toBeTold(state: ConductMatter, on: CivilDate): ConductMatter {
  const { stage, clocks, rules, complaints } = state;
  const isOver = stage === 'closed' || stage === 'monitoring';
  const waits = complaints.some(({ toldOn }) => toldOn === undefined);
  return isOver && waits && !clocks.some((clock) => clock.step === 'closing' && running(clock))
    ? { ...state, clocks: [...clocks, ...started(rules, 'closing', on)] }
    : state;
}

/** Whoever handled a matter sits on none of its panels. */
export const handled = (state: ConductMatter, by: string): ConductMatter => ({
  ...state,
  handledBy: [...new Set([...state.handledBy, by])],
});

/** What was told at an end that was none is told anew at the next. */
export const untold = (state: ConductMatter): ConductMatter => ({
  ...state,
  complaints: state.complaints.map((complaint) => ({ ...complaint, toldOn: undefined })),
});
