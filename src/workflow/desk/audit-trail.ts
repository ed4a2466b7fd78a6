/** What an auditor reads: every matter, where it stands, and who had a part in it, without a name. */
import { stateOf } from '../../casework/matter/matter.ts';
import type { World } from '../ports/ports.ts';
import type { MatterSummary, Records } from '../ports/records.ts';

export interface AuditedMatter extends MatterSummary {
  /** Ids of people, in the order in which they acted. */
  readonly recordedBy: readonly string[];
  readonly steppedAside: readonly string[];
  readonly decidedBy: string | undefined;
}

const ALL = ['recording', 'waiting', 'in-review', 'decided', 'withdrawn'] as const;
const EVERY_MATTER = 100_000;
const SHOWN = 100;

/** The matters whose label holds the words searched for, the latest change first. */
export async function mattersForAuditor(
  world: Pick<World, 'records'>,
  asked: { readonly auditor: string; readonly search: string },
): Promise<readonly AuditedMatter[]> {
  const search = asked.search.trim().toUpperCase();
  return await world.records.as({ rights: 'auditor', person: asked.auditor }, async (records) => {
    const found = (await records.matters.list(ALL, EVERY_MATTER))
      .filter(({ label }) => label.toUpperCase().includes(search))
      .sort((a, b) => b.since - a.since || a.label.localeCompare(b.label))
      .slice(0, SHOWN);
    const audited: AuditedMatter[] = [];
    for (const matter of found) {
      audited.push({ ...matter, ...(await partsIn(records, matter.id)) });
    }
    return audited;
  });
}

async function partsIn(
  records: Records,
  matter: string,
): Promise<Omit<AuditedMatter, keyof MatterSummary>> {
  const events = (await records.matters.read(matter))?.events ?? [];
  const state = stateOf(events);
  return {
    recordedBy: state.status === 'not-opened' ? [] : state.recordedBy,
    steppedAside: [
      ...new Set(
        events.flatMap((event) => (event.type === 'stepped-aside' ? [event.decider] : [])),
      ),
    ],
    decidedBy: events.findLast((event) => event.type === 'decided')?.decider,
  };
}
