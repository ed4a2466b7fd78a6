/**
 * The step every use case on a complaint shares: read what happened, ask a rule, append the answer. Nobody acts on a stale
 * picture: if somebody wrote in between, nothing is written and the page is shown anew.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ConductHistory } from '../ports/conduct-records.ts';
import type { Records } from '../ports/records.ts';
import type { Written } from '../ports/written.ts';

export type ComplaintRefusal = 'no-such-complaint' | 'someone-wrote-first' | 'excluded';

export interface ChangedComplaint {
  readonly events: readonly ConductEvent[];
  readonly history: ConductHistory;
  readonly before: ConductMatter;
  readonly after: ConductMatter;
}

export interface SeenComplaint {
  readonly matter: string;
  /** How many events the page had seen. */
  readonly seen: number | undefined;
}

export const noSuchComplaint = refuse(
  'no-such-complaint',
  'there is no such complaint, or it is not yours to see',
);

export async function changeComplaint<Kind extends string>(
  { conduct }: Pick<Records, 'conduct'>,
  asked: SeenComplaint,
  rule: (
    state: ConductMatter,
    history: ConductHistory,
  ) => Promise<Result<readonly ConductEvent[], Kind>> | Result<readonly ConductEvent[], Kind>,
): Promise<Result<ChangedComplaint, Kind | ComplaintRefusal>> {
  const history = await conduct.read(asked.matter);
  const ruled = await ruledOn(history, asked, rule);
  if (!ruled.ok) {
    return ruled;
  }
  const { history: seen, events } = ruled.value;
  const written = await conduct.append(asked.matter, seen.version, events);
  return written === 'written' ? ruled : notWritten(written);
}

/** The answer of a rule on a complaint, where the page was not stale; nothing is written yet. */
export async function ruledOn<Kind extends string>(
  history: ConductHistory | undefined,
  { seen }: SeenComplaint,
  rule: (
    state: ConductMatter,
    history: ConductHistory,
  ) => Promise<Result<readonly ConductEvent[], Kind>> | Result<readonly ConductEvent[], Kind>,
): Promise<Result<ChangedComplaint, Kind | ComplaintRefusal>> {
  const before = history === undefined ? undefined : stateOf(history.events);
  if (history === undefined || before === undefined) {
    return noSuchComplaint;
  }
  if (seen !== undefined && seen !== history.version) {
    return refuse(
      'someone-wrote-first',
      'this page is no longer up to date: something happened in the matter since it was opened. Look at it again, then send your answer',
    );
  }
  const ruled = await rule(before, history);
  if (!ruled.ok) {
    return ruled;
  }
  const after = stateOf([...history.events, ...ruled.value]);
  if (after === undefined) {
    throw new Error(`complaint ${history.row.label} has no beginning`);
  }
  return success({ events: ruled.value, history, before, after });
}

export const notWritten = (
  written: Exclude<Written, 'written'>,
): Result<never, 'someone-wrote-first' | 'excluded'> =>
  written === 'someone-wrote-first'
    ? refuse('someone-wrote-first', 'somebody else acted in this matter a moment ago; look again')
    : refuse('excluded', 'this is not yours to do in this matter');
