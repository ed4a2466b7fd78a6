/**
 * A panel judges what was drawn for it: one member speaks for all, in one transaction with the line of the log and what
 * those concerned are told. The panel works under labels; how like cases ended stands beside its own.
 */
import type { ConductMatter } from '../../casework/conduct/conduct-matter.ts';
import { type LikeCases, likeCases } from '../../casework/conduct/like-cases.ts';
import { byPanel, type PanelAct } from '../../casework/conduct/panel-acts.ts';
import { success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { changeComplaint, type SeenComplaint } from './change-complaint.ts';
import { logConduct } from './log-conduct.ts';
import { tellConcerned } from './tell-concerned.ts';
import { underLabels } from './words-without-names.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
type JudgeWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;

export async function judgeComplaint(
  world: JudgeWorld,
  asked: SeenComplaint & {
    readonly member: string;
    readonly seen: number;
    readonly act: PanelAct;
  },
) {
  const { member, act, matter } = asked;
  // A name may fall at a hearing; nobody who judges reads one afterwards.
  const parties = await world.records.as(WORKER, ({ conduct }) => conduct.parties(matter));
  return await world.records.as({ rights: 'panel', person: member }, async (records) => {
    const changed = await changeComplaint(records, asked, async (state, { row }) => {
      const acting = { on: world.clock.today(), by: member };
      const like = await likeCasesOf(records, row.program, breachedIn(state, act));
      const ruled = byPanel(state, acting, act, like);
      return ruled.ok ? success(ruled.value.map((event) => underLabels(event, parties))) : ruled;
    });
    if (!changed.ok) {
      return changed;
    }
    const { history, events, after } = changed.value;
    await logConduct(records, world.chance, history, events);
    await tellConcerned(
      world,
      records,
      history,
      events,
      after.complaints.map(({ id }) => id),
    );
    return success(after);
  });
}

/** A member has a tie: they leave, say no more than that, and see nothing of the matter from then on. */
export async function leaveForTie(
  world: JudgeWorld,
  asked: SeenComplaint & { readonly member: string; readonly panel: LeftPanel },
) {
  const { member, matter, panel } = asked;
  return await world.records.as({ rights: 'panel', person: member }, async (records) => {
    const reason = 'Has a tie to somebody concerned.';
    const changed = await changeComplaint(records, asked, (state) =>
      byPanel(
        state,
        { on: world.clock.today(), by: member },
        { act: 'leave', panel, reason },
        likeCases([], []),
      ),
    );
    if (changed.ok) {
      await records.conduct.leaveForTie(matter, reason);
    }
    return changed;
  });
}
type LeftPanel = Extract<PanelAct, { act: 'leave' }>['panel'];

/** How the provisions of a matter were sanctioned before, for whoever weighs a sanction. */
const likeCasesOf = async (
  { conduct }: Pick<Records, 'conduct'>,
  program: string,
  provisions: readonly string[],
): Promise<LikeCases> => likeCases(await conduct.pastSanctions(program), provisions);

function breachedIn({ allegations }: ConductMatter, act: PanelAct): readonly string[] {
  if (act.act !== 'decide' && act.act !== 'offer') {
    return [];
  }
  const breached = act.findings.filter(({ breach }) => breach).map(({ allegation }) => allegation);
  return allegations
    .filter(({ id }) => breached.includes(id))
    .map(({ provision }) => provision.number);
}
