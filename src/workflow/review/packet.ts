/**
 * What a decider sees: a label, dates, the published criteria and the attested facts. There is no field here for a
 * name, a school, an employer, a file or a group, so none can be shown; a test holds this type to that.
 */
import {
  type AttestedFact,
  type Finding,
  type JudgedCriterion,
  type MatterEvent,
  type MatterKind,
  type Outcome,
  stateOf,
} from '../../casework/matter/matter.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { World } from '../ports/ports.ts';
import type { MatterHistory, MatterStatus, MatterSummary, Records } from '../ports/records.ts';

export interface Packet {
  readonly matter: string;
  readonly label: string;
  readonly kind: MatterKind;
  readonly program: string;
  readonly rules: string;
  readonly openedOn: CivilDate;
  readonly promisedBy: CivilDate;
  readonly status: MatterStatus;
  readonly version: number;
  readonly yours: boolean;
  readonly criteria: readonly JudgedCriterion[];
  readonly expression: PathwayExpression;
  readonly facts: readonly AttestedFact[];
  readonly statement: string;
  readonly decision:
    | {
        readonly outcome: Outcome;
        readonly findings: readonly Finding[];
        readonly decidedOn: CivilDate;
      }
    | undefined;
  /** For an appeal: the decision appealed against, as it was made. */
  readonly appealed: EarlierDecision | undefined;
}

export interface EarlierDecision {
  readonly kind: MatterKind;
  readonly outcome: Outcome;
  readonly decidedOn: CivilDate;
  readonly criteria: readonly JudgedCriterion[];
  readonly facts: readonly AttestedFact[];
  readonly findings: readonly Finding[];
}

type ReviewWorld = Pick<World, 'records' | 'clock'>;
const reviewerOf = (reviewer: string) => ({ rights: 'reviewer', person: reviewer }) as const;

/** The queue by promised date: what waits, and what this decider has taken. */
export async function reviewQueue(
  world: ReviewWorld,
  reviewer: string,
): Promise<readonly MatterSummary[]> {
  const open = await world.records.as(reviewerOf(reviewer), ({ matters }) =>
    matters.list(['waiting', 'in-review'], 500),
  );
  return open.filter((row) => row.status === 'waiting' || row.decider === reviewer);
}

export async function packetOf(
  world: ReviewWorld,
  asked: { readonly reviewer: string; readonly matter: string },
): Promise<Result<Packet, 'no-such-matter'>> {
  return await world.records.as(reviewerOf(asked.reviewer), async (records) => {
    const history = await records.matters.read(asked.matter);
    const packet =
      history === undefined
        ? undefined
        : packetFrom(
            history,
            asked.reviewer,
            history.row.appealOf === undefined ? undefined : await appealed(records, asked.matter),
          );
    return packet === undefined
      ? refuse('no-such-matter', 'there is no such matter, or it is not yours to see')
      : success(packet);
  });
}

/** What a decider sees of a history; undefined before it is theirs to see. The one place where a packet is made. */
export function packetFrom(
  history: MatterHistory,
  reviewer: string,
  against: EarlierDecision | undefined,
): Packet | undefined {
  const state = stateOf(history.events);
  if (state.status === 'not-opened' || state.status === 'recording') {
    return undefined;
  }
  const { id: matter, label, kind, program, rules, openedOn, promisedBy } = history.row;
  return {
    matter,
    label,
    kind,
    program,
    rules,
    openedOn,
    promisedBy,
    status: state.status,
    version: history.version,
    yours: state.status === 'in-review' && state.decider === reviewer,
    criteria: state.opening.criteria,
    expression: state.opening.expression,
    facts: state.facts,
    statement: state.statement,
    decision: state.status === 'decided' ? withoutDecider(state.decision) : undefined,
    appealed: against,
  };
}

async function appealed(records: Records, appeal: string): Promise<EarlierDecision | undefined> {
  const events: readonly MatterEvent[] = await records.matters.underAppeal(appeal);
  const state = stateOf(events);
  if (state.status !== 'decided') {
    return undefined;
  }
  const { kind, criteria } = state.opening;
  return { kind, criteria, facts: state.facts, ...withoutDecider(state.decision) };
}

const withoutDecider = (decision: {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly decidedOn: CivilDate;
}) => ({
  outcome: decision.outcome,
  findings: decision.findings,
  decidedOn: decision.decidedOn,
});
