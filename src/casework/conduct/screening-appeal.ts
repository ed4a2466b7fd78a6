/**
 * A complaint that was screened out can be looked at again: the complainant says why, and people who had no part in it
 * answer. They send it on or leave it as it is; there is no third look.
 */
import { addDays, type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { mayJudge, type PanelRefusal } from './panels.ts';
import { inOrder, isBlank, type NotReady, ready, recorded } from './ready.ts';

/** The last day to appeal against having been screened out; undefined where it was not. */
export const screeningAppealUntil = ({
  screenedOutOn,
  rules,
}: ConductMatter): CivilDate | undefined =>
  screenedOutOn === undefined ? undefined : addDays(screenedOutOn, rules.appealDays);

export function appealScreening(
  state: ConductMatter,
  asked: { readonly on: CivilDate; readonly complaint: string; readonly statement: string },
): Result<
  readonly ConductEvent[],
  'before-latest' | 'nothing-to-appeal' | 'too-late' | 'words-missing'
> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  const until = screeningAppealUntil(state);
  const own = state.complaints.find(({ id }) => id === asked.complaint);
  if (until === undefined || state.stage !== 'closed' || own?.withdrawnOn !== undefined || !own) {
    return refuse('nothing-to-appeal', 'nothing was screened out here that can be appealed');
  }
  if (asked.on > until) {
    return refuse('too-late', `the last day to appeal was ${inWords(until)}`);
  }
  return isBlank(asked.statement)
    ? refuse('words-missing', 'say in a few sentences what was overlooked')
    : recorded(now.value, { type: 'screening-appealed', ...asked });
}

export function decideScreeningAppeal(
  state: ConductMatter,
  asked: Omit<Event<'screening-appeal-decided'>, 'type'>,
): Result<readonly ConductEvent[], NotReady | PanelRefusal | 'reason-missing'> {
  const now = ready(state, asked.on, ['screening-appeal']);
  if (!now.ok) {
    return now;
  }
  const panel = mayJudge(state, 'screening-appeal', asked.by);
  if (!panel.ok) {
    return panel;
  }
  return isBlank(asked.reason)
    ? refuse('reason-missing', 'say why the complaint goes on or not')
    : recorded(now.value, { type: 'screening-appeal-decided', ...asked });
}
