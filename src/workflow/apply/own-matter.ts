/**
 * What a person sees of their own matter: where it stands, the promised date, each finding and reason, how and until
 * when to appeal, and the receipts that prove its decisions are in the log.
 */
import {
  type Decision,
  type MatterEvent,
  type OpenedMatter,
  stateOf,
} from '../../casework/matter/matter.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow, MatterRow, MatterSummary } from '../ports/records.ts';

export interface OwnMatter {
  readonly row: MatterRow;
  readonly state: OpenedMatter;
  readonly decision: Decision | undefined;
  readonly timeline: readonly { readonly type: MatterEvent['type']; readonly on: CivilDate }[];
  readonly overdue: boolean;
  readonly mayAppeal: boolean;
  readonly appeals: readonly MatterSummary[];
  readonly documents: readonly DocumentRow[];
  /** Places in the decision log that hold something about this matter. */
  readonly receipts: readonly number[];
  readonly supervisors: readonly { readonly name: string; readonly answered: boolean }[];
}

export async function ownMatter(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly matter: string },
): Promise<Result<OwnMatter, 'no-such-matter'>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const history = await records.matters.read(asked.matter);
    const state = stateOf(history?.events ?? []);
    if (history === undefined || state.status === 'not-opened') {
      return refuse('no-such-matter', 'there is no such matter, or it is not yours to see');
    }
    const today = world.clock.today();
    const decision = state.status === 'decided' ? state.decision : undefined;
    const open = state.status !== 'decided' && state.status !== 'withdrawn';
    const appeals = await records.matters.appealsOf(asked.matter);
    const supervisors = await records.attestations.ofMatter(asked.matter);
    return success({
      row: history.row,
      state,
      decision,
      timeline: history.events.map(({ type, on }) => ({ type, on })),
      overdue: open && history.row.promisedBy < today,
      mayAppeal:
        decision !== undefined &&
        history.row.kind !== 'appeal' &&
        decision.outcome === 'not-met' &&
        today <= decision.appealUntil &&
        appeals.every((appeal) => appeal.status === 'withdrawn'),
      appeals,
      documents: await records.documents.ofMatter(asked.matter),
      receipts: (await records.log.openings(asked.matter)).map((opening) => opening.place),
      supervisors: supervisors.map((row) => ({
        name: row.supervisorName,
        answered: row.answeredAt !== undefined,
      })),
    });
  });
}
