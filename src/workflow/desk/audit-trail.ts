/** What an auditor reads: every matter and where it stands, without a name. */
import type { World } from '../ports/ports.ts';
import type { MatterSummary } from '../ports/records.ts';

const ALL = ['recording', 'waiting', 'in-review', 'decided', 'withdrawn'] as const;

export async function mattersForAuditor(
  world: Pick<World, 'records'>,
  auditor: string,
): Promise<readonly MatterSummary[]> {
  return await world.records.as({ rights: 'auditor', person: auditor }, ({ matters }) =>
    matters.list(ALL, 200),
  );
}
