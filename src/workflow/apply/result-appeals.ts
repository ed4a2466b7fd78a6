/**
 * A person's own results that no longer count, and why: an appeal against the result was upheld, or an accommodation was
 * granted on appeal after the exam had been taken without it. A result that was set aside counts as no try.
 */
import { stateOf } from '../../casework/matter/matter.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { MatterSummary, Records } from '../ports/records.ts';

export interface ResultAppeal {
  readonly matter: MatterSummary;
  readonly sitting: string;
  readonly upheld: boolean;
  readonly decidedOn: CivilDate | undefined;
}

/** The person's own appeals against results; those withdrawn are left out. Read under the candidate's own rights. */
export async function appealsOnResults(records: Records): Promise<readonly ResultAppeal[]> {
  const found: ResultAppeal[] = [];
  for (const matter of await records.matters.mine()) {
    if (matter.resultOf !== undefined && matter.status !== 'withdrawn') {
      const state = stateOf((await records.matters.read(matter.id))?.events ?? []);
      const decision = state.status === 'decided' ? state.decision : undefined;
      found.push({
        matter,
        sitting: matter.resultOf,
        upheld: decision?.outcome === 'met',
        decidedOn: decision?.decidedOn,
      });
    }
  }
  return found;
}

/** The sittings whose result was set aside, each with the day on which it was. */
export async function resultsSetAside(records: Records): Promise<ReadonlyMap<string, CivilDate>> {
  const byAppeal = (await appealsOnResults(records)).flatMap(({ sitting, upheld, decidedOn }) =>
    upheld && decidedOn !== undefined ? [[sitting, decidedOn] as const] : [],
  );
  const onRequest = (await records.exam.setAside()).map(
    ({ sitting, on }) => [sitting, on] as const,
  );
  return new Map([...onRequest, ...byAppeal]);
}
