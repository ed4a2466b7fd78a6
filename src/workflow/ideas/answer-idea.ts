/**
 * An idea is answered, its promise moved, its second look taken, what was adopted carried out: each one transaction, with the
 * event, its line in the decision log where it is a decision, and a mail that does not say what it is about.
 */
import {
  answerAgain,
  answerIdea,
  carryOutIdea,
  extendIdea,
  IDEA_RULES,
} from '../../casework/idea/decide.ts';
import { readIdeaAnswer } from '../../casework/idea/forms.ts';
import { type Idea, type IdeaEvent, ideaOf } from '../../casework/idea/idea.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { ALL_PROGRAMS } from '../board/answer-finding.ts';
import { knownPeople } from '../codes/draft-opinion.ts';
import type { IdeaHistory } from '../ports/idea-records.ts';
import type { Actor, World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import { ideaInLog } from './idea-in-log.ts';

/** A director looks first, a member of the board looks again. */
export interface IdeaAnswerer extends Actor {
  readonly rights: 'director' | 'board';
  readonly person: string;
}

export interface ActOnIdea {
  readonly actor: IdeaAnswerer;
  readonly idea: string;
  /** How many events the page had seen. */
  readonly seen: number;
}

type ActWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
export type IdeaRefusal = 'no-such-idea' | 'someone-wrote-first' | 'not-yours';

export type Answered =
  | { readonly ok: true }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The first answer by a director, the second by a member of the board. */
export async function giveAnswer(
  world: ActWorld,
  asked: ActOnIdea & { readonly typed: Typed },
): Promise<Result<Answered, IdeaRefusal | 'nothing-owed' | 'own-answer'>> {
  const on = world.clock.today();
  const read = readIdeaAnswer(asked.typed, { on, people: await knownPeople(world) });
  if (!read.ok) {
    return success(read);
  }
  const { actor } = asked;
  const act = { on, by: actor.person, answer: read.value };
  return await world.records.as(actor, async (records) => {
    const changed = await changeIdea(records, asked, (state) =>
      actor.rights === 'director' ? answerIdea(state, act) : answerAgain(state, act),
    );
    if (!changed.ok) {
      return changed;
    }
    await record(world, records, changed.value);
    await tell(world, records, changed.value.history, 'has its answer');
    return success({ ok: true } as const);
  });
}

export async function movePromise(
  world: ActWorld,
  asked: ActOnIdea & { readonly reason: string },
): Promise<
  Result<true, IdeaRefusal | 'nothing-owed' | 'extended-before' | 'too-late' | 'reason-missing'>
> {
  return await world.records.as(asked.actor, async (records) => {
    const changed = await changeIdea(records, asked, (state) =>
      extendIdea(state, {
        on: world.clock.today(),
        by: asked.actor.person,
        reason: asked.reason,
        holidays: FEDERAL_HOLIDAYS,
      }),
    );
    if (!changed.ok) {
      return changed;
    }
    await tell(
      world,
      records,
      changed.value.history,
      'needs more time, and has a new promised day',
    );
    return success(true);
  });
}

export async function carryOut(
  world: ActWorld,
  asked: ActOnIdea & { readonly done: string },
): Promise<Result<true, IdeaRefusal | 'nothing-adopted' | 'reason-missing'>> {
  return await world.records.as(asked.actor, async (records) => {
    const changed = await changeIdea(records, asked, (state) =>
      carryOutIdea(state, { on: world.clock.today(), by: asked.actor.person, done: asked.done }),
    );
    if (!changed.ok) {
      return changed;
    }
    await record(world, records, changed.value);
    await tell(world, records, changed.value.history, 'was carried out');
    return success(true);
  });
}

interface Changed {
  readonly history: IdeaHistory;
  readonly event: IdeaEvent;
}

async function changeIdea<Kind extends string>(
  records: Records,
  asked: ActOnIdea,
  rule: (state: Idea) => Result<IdeaEvent, Kind>,
): Promise<Result<Changed, Kind | IdeaRefusal>> {
  const history = await records.ideas.read(asked.idea);
  if (history === undefined) {
    return refuse('no-such-idea', 'there is no such idea, or it is not yours to answer');
  }
  const event = rule(ideaOf(history.promisedBy, history.events));
  if (!event.ok) {
    return event;
  }
  const written =
    history.version === asked.seen
      ? await records.ideas.append(history.id, history.version, event.value)
      : 'someone-wrote-first';
  switch (written) {
    case 'written':
      return success({ history, event: event.value });
    case 'not-yours':
      return refuse('not-yours', 'the database keeps this act for somebody else');
    default:
      return refuse(
        'someone-wrote-first',
        'this page is no longer up to date: something happened to the idea since it was opened. Look at it again, then send yours',
      );
  }
}

async function record(
  world: ActWorld,
  records: Records,
  { history, event }: Changed,
): Promise<void> {
  const outcome = ideaInLog(event);
  if (outcome !== undefined) {
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'idea',
        program: history.program ?? ALL_PROGRAMS,
        rules: IDEA_RULES,
        decidedOn: event.on,
        label: history.label,
        outcome,
      },
      {},
    );
  }
}

const tell = (
  world: ActWorld,
  { ideas }: Records,
  { id, label }: IdeaHistory,
  what: string,
): Promise<void> =>
  ideas.tellProposer({
    id: world.chance.uuid(),
    idea: id,
    subject: `Your idea ${label} ${what}`,
    body: `Your idea ${label} ${what}. Read it at ${world.origin}/my/ideas`,
  });
