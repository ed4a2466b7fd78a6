/**
 * The board answers a finding, says what was carried out, and the rater responds. Each is one transaction: the event and,
 * for an answer and for what was carried out, its line in the decision log, which holds no free words and no name.
 */
import {
  type AnswerRefusal,
  answer,
  type CarryOutRefusal,
  carryOut,
  FINDING_RULES,
  type RespondRefusal,
  respond,
} from '../../casework/finding/decide.ts';
import {
  type Finding,
  type FindingAnswer,
  type FindingEvent,
  stateOf,
} from '../../casework/finding/finding.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { FindingHistory } from '../ports/finding-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

type AnswerWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
export type ChangeRefusal = 'no-such-finding' | 'someone-wrote-first';

/** A finding about all programs together stands under this word in the log. */
export const ALL_PROGRAMS = 'all-programs';

export async function answerFinding(
  world: AnswerWorld,
  asked: {
    readonly member: string;
    readonly finding: string;
    /** How many events the page had seen. */
    readonly seen: number;
    readonly answer: FindingAnswer;
  },
): Promise<Result<true, AnswerRefusal | ChangeRefusal>> {
  const { member, finding } = asked;
  return await world.records.as({ rights: 'board', person: member }, async (records) => {
    const isChair = await records.findings.isChair();
    const on = world.clock.today();
    const rule = (state: Finding) =>
      answer(state, { by: member, isChair, on, holidays: FEDERAL_HOLIDAYS, answer: asked.answer });
    const changed = await changeFinding(records, asked, rule);
    if (!changed.ok) {
      return changed;
    }
    const given = changed.value.event.answer;
    await record(world, records, changed.value, {
      answer: given.kind,
      ...(given.kind === 'refusal' ? {} : { byWhen: given.byWhen }),
    });
    if (changed.value.before.rater !== undefined) {
      const { label } = changed.value.history;
      await records.findings.tellRater(
        finding,
        `The chair has answered finding ${label}`,
        `The chair has answered finding ${label}, which is about you, with reasons. Read them at ${world.origin}/desk/findings/${finding}`,
      );
    }
    return success(true);
  });
}

export async function carryOutFinding(
  world: AnswerWorld,
  asked: {
    readonly member: string;
    readonly finding: string;
    readonly seen: number;
    readonly done: string;
  },
): Promise<Result<true, CarryOutRefusal | ChangeRefusal>> {
  const { member, done } = asked;
  return await world.records.as({ rights: 'board', person: member }, async (records) => {
    const isChair = await records.findings.isChair();
    const changed = await changeFinding(records, asked, (state) =>
      carryOut(state, { by: member, isChair, on: world.clock.today(), done }),
    );
    if (!changed.ok) {
      return changed;
    }
    await record(world, records, changed.value, { carriedOut: true });
    return success(true);
  });
}

/** The rater's own word, before the chair answers. It is no decision, so it leaves no line in the log. */
export async function respondToFinding(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly rater: string; readonly finding: string; readonly words: string },
): Promise<Result<true, RespondRefusal | ChangeRefusal>> {
  const { rater, words } = asked;
  return await world.records.as({ rights: 'reviewer', person: rater }, async (records) => {
    const changed = await changeFinding(records, { ...asked, seen: undefined }, (state) =>
      respond(state, { by: rater, on: world.clock.today(), words }),
    );
    return changed.ok ? success(true) : changed;
  });
}

interface Changed<Event extends FindingEvent> {
  readonly event: Event;
  readonly history: FindingHistory;
  readonly before: Finding;
}

async function changeFinding<Event extends FindingEvent, Kind extends string>(
  { findings }: Records,
  asked: { readonly finding: string; readonly seen: number | undefined },
  rule: (state: Finding) => Result<Event, Kind>,
): Promise<Result<Changed<Event>, Kind | ChangeRefusal>> {
  const history = await findings.read(asked.finding);
  const before = history === undefined ? undefined : stateOf(history.events);
  if (history === undefined || before === undefined) {
    return refuse('no-such-finding', 'there is no such finding, or it is not yours to see');
  }
  const event = rule(before);
  if (!event.ok) {
    return event;
  }
  if (asked.seen !== undefined && asked.seen !== history.version) {
    return refuse(
      'someone-wrote-first',
      'this page is no longer up to date: something happened to the finding since it was opened. Look at it again, then send your answer',
    );
  }
  const written = await findings.append(history.id, history.version, [event.value]);
  return written === 'written'
    ? success({ event: event.value, history, before })
    : refuse('someone-wrote-first', 'somebody else wrote to this finding a moment ago; look again');
}

async function record(
  world: AnswerWorld,
  records: Records,
  { event, history, before }: Changed<FindingEvent>,
  outcome: Readonly<Record<string, Json>>,
): Promise<void> {
  await recordInLog(
    records,
    world.chance,
    {
      kind: 'finding',
      program: before.measurements[0].program ?? ALL_PROGRAMS,
      rules: FINDING_RULES,
      decidedOn: event.on,
      label: history.label,
      outcome: { ...outcome, promisedBy: before.promisedBy },
    },
    {},
  );
}
