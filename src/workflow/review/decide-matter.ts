/**
 * A decider takes a matter, steps aside from it, or decides it. A decision is one transaction: the event, the entry in
 * the decision log, the effect of an upheld appeal, the exam fee where eligibility is granted, and the mail to the
 * person, who is charged and told behind a wall that the decider never looks over.
 */
import { effectOf } from '../../casework/appeal/appeal.ts';
import { chargesFor } from '../../casework/fees/fees.ts';
import { decide, setAside, stepAside, take } from '../../casework/matter/decide.ts';
import {
  type Finding,
  type MatterEvent,
  type MatterKind,
  stateOf,
} from '../../casework/matter/matter.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { changeMatter } from '../matter/change-matter.ts';
import type { MatterHistory, MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { type LogLine, recordInLog } from '../publish/record-in-log.ts';

type DecideWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
type Decided = Extract<MatterEvent, { type: 'decided' }>;
const reviewerOf = (reviewer: string) => ({ rights: 'reviewer', person: reviewer }) as const;

export async function takeMatter(
  world: DecideWorld,
  asked: { readonly reviewer: string; readonly matter: string },
) {
  return await world.records.as(reviewerOf(asked.reviewer), (records) =>
    changeMatter(records, { matter: asked.matter, seen: undefined }, (state) =>
      take(state, { decider: asked.reviewer, on: world.clock.today(), excluded: false }),
    ),
  );
}

export async function stepAsideFromMatter(
  world: DecideWorld,
  asked: { readonly reviewer: string; readonly matter: string; readonly reason: string },
) {
  return await world.records.as(reviewerOf(asked.reviewer), (records) =>
    changeMatter(records, { matter: asked.matter, seen: undefined }, (state) =>
      stepAside(state, {
        decider: asked.reviewer,
        on: world.clock.today(),
        reason: asked.reason,
      }),
    ),
  );
}

export async function decideMatter(
  world: DecideWorld,
  asked: {
    readonly reviewer: string;
    readonly matter: string;
    readonly seen: number;
    readonly findings: readonly Finding[];
  },
) {
  return await world.records.as(reviewerOf(asked.reviewer), async (records) => {
    const changed = await changeMatter(records, asked, (state) =>
      decide(state, {
        decider: asked.reviewer,
        on: world.clock.today(),
        findings: asked.findings,
      }),
    );
    if (!changed.ok) {
      return changed;
    }
    const { event, history } = changed.value;
    await recordInLog(records, world.chance, logLine(history, event), { matter: history.row.id });
    if (history.row.kind === 'eligibility' && event.outcome === 'met') {
      await openExam(records, world.chance, history.row);
    }
    const effect = await carryOut(world, records, history, event);
    if (effect !== undefined && !effect.ok) {
      return effect;
    }
    await records.mail.tellSubject({
      id: world.chance.uuid(),
      matter: history.row.id,
      subject: `There is a decision on ${history.row.label}`,
      body: `A decision was made on ${history.row.label}. Read it, with each finding and its reason, at ${world.origin}/matters/${history.row.id}\n\nYou can appeal until ${inWords(event.appealUntil)}. The page says how. This message does not hold the outcome, so that nobody else who sees your mail learns it.`,
    });
    return success(event);
  });
}

/**
 * The public line of what somebody asked for about themselves says no more than that: a line that said "change of name" just
 * before another copy was signed would tell of whoever holds the copy.
 */
const LOGGED_AS: Partial<Record<MatterKind, string>> = {
  accommodation: 'request',
  'name-change': 'request',
};

const logLine = (history: MatterHistory, event: Decided): LogLine => ({
  kind: LOGGED_AS[history.row.kind] ?? history.row.kind,
  program: history.row.program,
  rules: history.row.rules,
  decidedOn: event.on,
  label: history.row.label,
  outcome: {
    outcome: event.outcome,
    promisedBy: history.row.promisedBy,
    findings: event.findings.map(({ criterion, met }) => ({ criterion, met })),
  },
});

/** An upheld appeal turns the decision it was against, or sends it to other people. */
async function carryOut(
  world: DecideWorld,
  records: Records,
  history: MatterHistory,
  event: Decided,
): Promise<Result<unknown> | undefined> {
  const found = event.findings.filter((finding) => finding.met).map((finding) => finding.criterion);
  const opened = history.events.find(({ type }) => type === 'opened');
  const stated = opened?.type === 'opened' ? opened.criteria : [];
  const effect = effectOf(event.outcome, stated, found);
  const { appealOf } = history.row;
  if (history.row.kind !== 'appeal' || appealOf === undefined || effect === undefined) {
    return undefined;
  }
  const changed = await changeMatter(records, { matter: appealOf, seen: undefined }, (state) =>
    setAside(state, { on: event.on, appeal: history.row.id, effect }),
  );
  if (changed.ok) {
    const after = stateOf([...changed.value.history.events, changed.value.event]);
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'set-aside',
        program: changed.value.history.row.program,
        rules: changed.value.history.row.rules,
        decidedOn: event.on,
        label: changed.value.history.row.label,
        outcome: { effect, status: after.status },
      },
      { matter: appealOf },
    );
    const now = after.status === 'decided' ? after.decision.outcome : undefined;
    if (changed.value.history.row.kind === 'eligibility' && now === 'met') {
      await openExam(records, world.chance, changed.value.history.row);
    }
  }
  return changed;
}

/**
 * The exam fee of the rules the application was judged under is due from the day it is found eligible. Where an appeal
 * had to turn a refusal first, what was charged for applying again meanwhile is taken back: nothing is owed twice.
 */
async function openExam(
  records: Records,
  chance: World['chance'],
  { id: matter, program, rules }: MatterRow,
): Promise<void> {
  const fees = programOf(program)?.rules.find(({ id }) => id === rules)?.fees ?? [];
  for (const { fee, cents, currency, reference } of chargesFor(fees, 'exam', matter)) {
    await records.money.chargeSubject({
      id: chance.uuid(),
      matter,
      fee,
      cents,
      currency,
      reference,
    });
  }
  await records.money.takeBackFiledAgain(matter);
}
