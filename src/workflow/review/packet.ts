/**
 * What a decider sees: a label, the published criteria, the attested facts and a reading of them by the rules. There is
 * no field here for a name, a school, an employer, a file or a group, so none can be shown; a test holds this type to
 * that. Nor is there one for the day of filing or the promised day: where one group waits longer than others, how long
 * somebody has waited points at the group (`npm run simulate -- guesser`). What is overdue is said without its days.
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
import { type CriterionReading, evaluate } from '../../program/pathway/evaluate.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';
import type { MatterHistory } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { MatterStatus, MatterSummary, Records } from '../ports/records.ts';
import { rulesFor } from './records-form.ts';

export interface Packet {
  readonly matter: string;
  readonly label: string;
  readonly kind: MatterKind;
  readonly program: string;
  readonly rules: string;
  readonly overdue: boolean;
  readonly status: MatterStatus;
  readonly version: number;
  readonly yours: boolean;
  readonly criteria: readonly JudgedCriterion[];
  readonly expression: PathwayExpression;
  readonly facts: readonly AttestedFact[];
  /** How each criterion reads by the rules on the day of filing; none where the matter is judged by a statement. */
  readonly readings: readonly CriterionReading[];
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

/** A matter in a decider's queue. The queue stands in the order of the promised days, which it does not tell. */
export interface QueuedMatter
  extends Pick<MatterSummary, 'id' | 'label' | 'kind' | 'program' | 'status'> {
  readonly overdue: boolean;
  readonly yours: boolean;
}

/** What waits, and what this decider has taken; the earliest promise first. */
export async function reviewQueue(
  world: ReviewWorld,
  reviewer: string,
): Promise<readonly QueuedMatter[]> {
  const open = await world.records.as(reviewerOf(reviewer), ({ matters }) =>
    matters.list(['waiting', 'in-review'], 500),
  );
  const today = world.clock.today();
  return open
    .filter((row) => row.status === 'waiting' || row.decider === reviewer)
    .map(({ id, label, kind, program, status, promisedBy, decider }) => ({
      ...{ id, label, kind, program, status },
      overdue: promisedBy < today,
      yours: decider === reviewer,
    }));
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
            { reviewer: asked.reviewer, today: world.clock.today() },
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
  { reviewer, today }: { readonly reviewer: string; readonly today: CivilDate },
  against: EarlierDecision | undefined,
): Packet | undefined {
  const state = stateOf(history.events);
  if (state.status === 'not-opened' || state.status === 'recording') {
    return undefined;
  }
  const { id: matter, label, kind, program, rules, promisedBy } = history.row;
  return {
    matter,
    label,
    kind,
    program,
    rules,
    overdue: state.status !== 'decided' && state.status !== 'withdrawn' && promisedBy < today,
    status: state.status,
    version: history.version,
    yours: state.status === 'in-review' && state.decider === reviewer,
    criteria: state.opening.criteria,
    expression: state.opening.expression,
    facts: state.facts,
    readings: readingsOf(history.row, state.facts),
    statement: state.statement,
    decision: state.status === 'decided' ? withoutDecider(state.decision) : undefined,
    appealed: against,
  };
}

function readingsOf(
  { kind, program, rules: id, openedOn }: MatterHistory['row'],
  facts: readonly AttestedFact[],
): readonly CriterionReading[] {
  const rules = kind === 'eligibility' ? rulesFor(program, id) : undefined;
  if (rules === undefined) {
    return [];
  }
  const byCriterion = new Map<string, Map<string, string>>();
  for (const { criterion, fact, value } of facts) {
    byCriterion.set(criterion, (byCriterion.get(criterion) ?? new Map()).set(fact, value));
  }
  return evaluate(rules, byCriterion, openedOn).criteria;
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
