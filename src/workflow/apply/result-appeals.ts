/** A person's own appeals against exam results, and what they did: a result that was set aside counts as no try. */
import { stateOf } from '../../casework/matter/matter.ts';
import type { MatterSummary, Records } from '../ports/records.ts';

export interface ResultAppeal {
  readonly matter: MatterSummary;
  readonly sitting: string;
  readonly upheld: boolean;
}

/** The person's own appeals against results; those withdrawn are left out. Read under the candidate's own rights. */
export async function appealsOnResults(records: Records): Promise<readonly ResultAppeal[]> {
  const found: ResultAppeal[] = [];
  for (const matter of await records.matters.mine()) {
    if (matter.resultOf !== undefined && matter.status !== 'withdrawn') {
      const state = stateOf((await records.matters.read(matter.id))?.events ?? []);
      const upheld = state.status === 'decided' && state.decision.outcome === 'met';
      found.push({ matter, sitting: matter.resultOf, upheld });
    }
  }
  return found;
}

/** The sittings whose result an appeal set aside. */
export async function resultsSetAside(records: Records): Promise<ReadonlySet<string>> {
  const upheld = (await appealsOnResults(records)).filter((appeal) => appeal.upheld);
  return new Set(upheld.map(({ sitting }) => sitting));
}
