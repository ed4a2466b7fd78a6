/**
 * The step every use case on a matter shares: read its history, ask a rule, append the answer. Nobody decides on a
 * stale picture: if somebody wrote in between, nothing is written and the page is shown anew.
 */
import { type Matter, type MatterEvent, stateOf } from '../../casework/matter/matter.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { MatterHistory } from '../ports/matter-history.ts';
import type { Records } from '../ports/records.ts';

export type ChangeRefusal = 'no-such-matter' | 'someone-wrote-first' | 'excluded';

export interface Changed<Event extends MatterEvent> {
  readonly event: Event;
  readonly history: MatterHistory;
  readonly before: Matter;
}

export async function changeMatter<Event extends MatterEvent, Kind extends string>(
  records: Records,
  asked: { readonly matter: string; readonly seen: number | undefined },
  rule: (state: Matter, history: MatterHistory) => Result<Event, Kind>,
): Promise<Result<Changed<Event>, Kind | ChangeRefusal>> {
  const history = await records.matters.read(asked.matter);
  if (history === undefined) {
    return refuse('no-such-matter', 'there is no such matter, or it is not yours to see');
  }
  if (asked.seen !== undefined && asked.seen !== history.version) {
    return refuse(
      'someone-wrote-first',
      'this page is no longer up to date: something happened in the matter since it was opened. Look at it again, then send your answer',
    );
  }
  const before = stateOf(history.events);
  const answer = rule(before, history);
  if (!answer.ok) {
    return answer;
  }
  const written = await records.matters.append(asked.matter, history.version, [answer.value]);
  if (written === 'someone-wrote-first') {
    return refuse(
      'someone-wrote-first',
      'somebody else acted in this matter a moment ago; look again',
    );
  }
  if (written === 'excluded') {
    return refuse('excluded', 'you had a part in this matter, so other people decide it');
  }
  return success({ event: answer.value, history, before });
}
