/**
 * What a person sees of their own matter: where it stands, the promised date, each finding and reason, how and until
 * when to appeal, and the receipts that prove its decisions are in the log.
 */
import { standsInTheWay } from '../../casework/appeal/appeal.ts';
import {
  type Decision,
  type MatterEvent,
  type OpenedMatter,
  stateOf,
} from '../../casework/matter/matter.ts';
import { turnedIn } from '../../casework/matter/turned.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { MatterHistory, MatterRow } from '../ports/matter-history.ts';
import type { MoneyRow } from '../ports/money-records.ts';
import type { World } from '../ports/ports.ts';
import type { DocumentRow, MatterSummary, Records } from '../ports/records.ts';

export interface TimelineEntry {
  readonly type: MatterEvent['type'];
  readonly on: CivilDate;
  /** What an upheld appeal did. */
  readonly effect: 'reversed' | 'decide-again' | undefined;
}

export interface OwnMatter {
  readonly row: MatterRow;
  readonly state: OpenedMatter;
  readonly decision: Decision | undefined;
  readonly timeline: readonly TimelineEntry[];
  /** What was asked for: kinds of accommodation, or grounds of an appeal, by id. */
  readonly asked: readonly string[];
  /** What the person wrote with it. */
  readonly statement: string;
  /** The name asked for, and why where they told it. */
  readonly name: { readonly asked: string; readonly reason: string | undefined } | undefined;
  /** The matter this appeal is against. */
  readonly against: { readonly id: string; readonly label: string } | undefined;
  /** The sitting whose result this appeal is against. */
  readonly againstResultOf: string | undefined;
  /** What was charged for applying again while it stood refused, and taken back when an appeal turned it. */
  readonly takenBack: readonly MoneyRow[];
  readonly overdue: boolean;
  readonly mayAppeal: boolean;
  /** The appeal that was lodged against the decision that stands. */
  readonly appealed: MatterSummary | undefined;
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
    const appealed = (await records.matters.appealsOf(asked.matter)).find((appeal) =>
      standsInTheWay(appeal, history.events),
    );
    const supervisors = await records.attestations.ofMatter(asked.matter);
    const { appealOf } = history.row;
    const against = appealOf === undefined ? undefined : await records.matters.read(appealOf);
    const claim = await records.matters.claim(asked.matter);
    return success({
      row: history.row,
      state,
      decision,
      timeline: history.events.map((event) => ({
        type: event.type,
        on: event.on,
        effect: event.type === 'set-aside' ? event.effect : undefined,
      })),
      asked: [...textsIn(member(claim, 'kinds')), ...textsIn(member(claim, 'grounds'))],
      statement: textMember(claim, 'need') ?? textMember(claim, 'statement') ?? '',
      name: await nameAsked(records, history.row, claim),
      against: against === undefined ? undefined : { id: against.row.id, label: against.row.label },
      againstResultOf: history.row.resultOf,
      takenBack: await takenBackIn(records, history),
      overdue: open && history.row.promisedBy < today,
      mayAppeal:
        decision !== undefined &&
        history.row.kind !== 'appeal' &&
        decision.outcome === 'not-met' &&
        today <= decision.appealUntil &&
        appealed === undefined,
      appealed,
      documents: await records.documents.ofMatter(asked.matter),
      receipts: (await records.log.openings(asked.matter)).map((opening) => opening.place),
      supervisors: supervisors.map((row) => ({
        name: row.supervisorName,
        answered: row.answeredAt !== undefined,
      })),
    });
  });
}

async function nameAsked(
  { matters }: Records,
  { id, kind }: MatterRow,
  claim: Json | undefined,
): Promise<OwnMatter['name']> {
  return kind === 'name-change'
    ? { asked: textMember(claim, 'name') ?? '', reason: await matters.nameReason(id) }
    : undefined;
}

async function takenBackIn(
  { money }: Records,
  { row, events }: MatterHistory,
): Promise<readonly MoneyRow[]> {
  return row.kind === 'eligibility' && turnedIn(events) !== undefined
    ? (await money.mine()).filter(
        ({ kind, program }) => kind === 'waiver' && program === row.program,
      )
    : [];
}

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
