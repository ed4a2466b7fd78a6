/** Ideas as each reader may see them: anybody, whoever proposed them, whoever answers. */
import { askAgainUntil } from '../../casework/idea/decide.ts';
import { type Idea, ideaOf, isOwed, isToCarryOut } from '../../casework/idea/idea.ts';
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { IdeaCounts, IdeaHistory, IdeaRow, PublishedIdea } from '../ports/idea-records.ts';
import type { World } from '../ports/ports.ts';
import type { IdeaAnswerer } from './answer-idea.ts';

type ReadWorld = Pick<World, 'records' | 'clock'>;
const NOBODY = { rights: 'public', person: undefined } as const;

export interface AdoptedIdea extends Omit<PublishedIdea, 'events'> {
  readonly idea: Idea;
}

/** What was adopted in whole or in part, the latest proposal first; and how many were proposed, wait, and wait too long. */
export async function adoptedIdeas(
  world: ReadWorld,
): Promise<{ readonly adopted: readonly AdoptedIdea[]; readonly counts: IdeaCounts }> {
  return await world.records.as(NOBODY, async ({ ideas }) => {
    const rows = await ideas.published();
    return {
      adopted: rows.map(({ events, ...row }) => ({ ...row, idea: ideaOf(row.promisedBy, events) })),
      counts: await ideas.counts(world.clock.today()),
    };
  });
}

export interface SeenIdea extends IdeaRow {
  readonly idea: Idea;
  readonly version: number;
  readonly daysLate: number;
  /** Until when its proposer can have it looked at again; undefined where that is over, or was never so. */
  readonly againUntil: CivilDate | undefined;
}

/** What one person proposed, the latest first. */
export async function myIdeas(world: ReadWorld, person: string): Promise<readonly SeenIdea[]> {
  const rows = await world.records.as({ rights: 'candidate', person }, ({ ideas }) => ideas.list());
  const today = world.clock.today();
  return rows
    .map((row) => seen(row, today))
    .toSorted((a, b) => (a.proposedOn < b.proposedOn ? 1 : a.proposedOn > b.proposedOn ? -1 : 0));
}

export interface IdeasToAnswer {
  /** Answers owed by whoever looks: first looks to directors, second looks to the board. */
  readonly owed: readonly SeenIdea[];
  readonly toCarryOut: readonly SeenIdea[];
  readonly others: readonly SeenIdea[];
}

/** Every idea but one's own. */
export async function ideasToAnswer(world: ReadWorld, actor: IdeaAnswerer): Promise<IdeasToAnswer> {
  const rows = await world.records.as(actor, ({ ideas }) => ideas.list());
  const today = world.clock.today();
  const all = rows.map((row) => seen(row, today));
  const own = actor.rights === 'director' ? 'waiting' : 'asked-again';
  return {
    owed: all
      .filter(({ idea }) => idea.standing === own)
      .toSorted((a, b) => (a.idea.promisedBy < b.idea.promisedBy ? -1 : 1)),
    toCarryOut: all.filter(({ idea }) => isToCarryOut(idea)),
    others: all.filter(({ idea }) => idea.standing !== own && !isToCarryOut(idea)).toReversed(),
  };
}

export async function ideaToAnswer(
  world: ReadWorld,
  { actor, idea }: { readonly actor: IdeaAnswerer; readonly idea: string },
): Promise<Result<SeenIdea, 'no-such-idea'>> {
  const row = await world.records.as(actor, ({ ideas }) => ideas.read(idea));
  return row === undefined
    ? refuse('no-such-idea', 'there is no such idea, or it is not yours to answer')
    : success(seen(row, world.clock.today()));
}

function seen({ events, ...row }: IdeaHistory, today: CivilDate): SeenIdea {
  const idea = ideaOf(row.promisedBy, events);
  const until = askAgainUntil(idea);
  return {
    ...row,
    idea,
    daysLate: isOwed(idea) ? Math.max(0, daysBetween(idea.promisedBy, today)) : 0,
    againUntil: until !== undefined && today <= until ? until : undefined,
  };
}
