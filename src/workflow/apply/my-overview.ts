/** Everything of one person in one look: drafts, matters, money, credentials, program by program. */
import { standsInTheWay } from '../../casework/appeal/appeal.ts';
import { type Balance, balances } from '../../casework/fees/fees.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import { type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { CredentialRow } from '../ports/exam-records.ts';
import type { MoneyRow } from '../ports/money-records.ts';
import type { World } from '../ports/ports.ts';
import type { MatterSummary, Records } from '../ports/records.ts';

export interface MatterLine extends MatterSummary {
  readonly overdue: boolean;
  readonly decision:
    | {
        readonly met: boolean;
        readonly on: CivilDate;
        /** The last day to appeal, while an appeal is possible. */
        readonly appealUntil: CivilDate | undefined;
      }
    | undefined;
}

export interface ProgramOverview {
  readonly program: OfferedProgram;
  /** The day on which an application not yet filed was last saved. */
  readonly draftSaved: CivilDate | undefined;
  /** The newest first. */
  readonly matters: readonly MatterLine[];
  readonly money: readonly MoneyRow[];
  readonly balances: readonly Balance[];
  readonly credentials: readonly CredentialRow[];
  readonly hasSittings: boolean;
}

/** Only programs in which the person has something; in the order of the catalog. */
export async function myOverview(
  world: Pick<World, 'records' | 'clock'>,
  person: string,
): Promise<readonly ProgramOverview[]> {
  return await world.records.as({ rights: 'candidate', person }, async (records) => {
    const today = world.clock.today();
    const drafts = await records.drafts.list();
    const matters = await linesOf(records, today);
    const money = await records.money.mine();
    const credentials = await records.register.mine();
    const sittings = await records.exam.mySittings();
    return programs.flatMap((program) => {
      const mine = <Row extends { readonly program: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.program === program.id);
      const [draft] = mine(drafts);
      const all = [mine(matters), mine(money), mine(credentials), mine(sittings)];
      if (draft === undefined && all.every((rows) => rows.length === 0)) {
        return [];
      }
      const { zone } = defaultsOf(program);
      return [
        {
          program,
          draftSaved: draft === undefined ? undefined : civilDateAt(draft.updatedAt, zone),
          matters: mine(matters),
          money: mine(money),
          balances: balances(mine(money)),
          credentials: mine(credentials),
          hasSittings: mine(sittings).length > 0,
        },
      ];
    });
  });
}

async function linesOf(records: Records, today: CivilDate): Promise<readonly MatterLine[]> {
  const matters = await records.matters.mine();
  const lines: MatterLine[] = [];
  for (const matter of matters) {
    const open = matter.status !== 'decided' && matter.status !== 'withdrawn';
    const appeals = matters.filter(({ appealOf }) => appealOf === matter.id);
    lines.push({
      ...matter,
      overdue: open && matter.promisedBy < today,
      decision: open ? undefined : await decisionOf(records, matter, { today, appeals }),
    });
  }
  return lines;
}

async function decisionOf(
  records: Records,
  matter: MatterSummary,
  now: { readonly today: CivilDate; readonly appeals: readonly MatterSummary[] },
): Promise<MatterLine['decision']> {
  const events = (await records.matters.read(matter.id))?.events ?? [];
  const state = stateOf(events);
  if (state.status !== 'decided') {
    return undefined;
  }
  const appealed = now.appeals.some((appeal) => standsInTheWay(appeal, events));
  const { outcome, decidedOn, appealUntil } = state.decision;
  const mayAppeal =
    outcome === 'not-met' && matter.kind !== 'appeal' && !appealed && now.today <= appealUntil;
  return {
    met: outcome === 'met',
    on: decidedOn,
    appealUntil: mayAppeal ? appealUntil : undefined,
  };
}
