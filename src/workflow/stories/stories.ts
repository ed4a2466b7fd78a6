/** Stories: offered by a certificant, published or given back by a named person, looked at again, taken down at once. */
import { labelFrom } from '../../casework/matter/label.ts';
import { type Mistake, readParagraphs, type Typed } from '../../casework/person/typed-text.ts';
import {
  readStory,
  readStoryAnswer,
  STORY_RULES,
  type Story,
  type StoryEvent,
  storyOf,
  storyPromisedBy,
} from '../../casework/story/story.ts';
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { ALL_PROGRAMS } from '../board/answer-finding.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedStory, StoryHistory } from '../ports/story-records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

type StoryWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
type Done = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };
type StoryRefusal = 'no-such-story' | 'someone-wrote-first' | 'not-yours' | 'not-now';

export interface SeenStory extends StoryHistory {
  readonly story: Story;
  readonly daysLate: number;
}

const seen = (row: StoryHistory, today: CivilDate): SeenStory => {
  const story = storyOf(row.promisedBy, row.events);
  const isOwed = story.standing === 'waiting' || story.standing === 'asked-again';
  return {
    ...row,
    story,
    daysLate: isOwed ? Math.max(0, daysBetween(story.promisedBy, today)) : 0,
  };
};

/** What anybody reads, the newest first. */
export const publishedStories = (
  world: Pick<World, 'records'>,
): Promise<readonly PublishedStory[]> =>
  world.records.as({ rights: 'public', person: undefined }, ({ stories }) => stories.published());

export interface MyStories {
  readonly mayOffer: boolean;
  readonly stories: readonly SeenStory[];
}

export async function myStories(
  world: Pick<World, 'records' | 'clock'>,
  person: string,
): Promise<MyStories> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'candidate', person }, async ({ stories }) => ({
    mayOffer: await stories.mayOffer(today),
    stories: (await stories.list()).map((row) => seen(row, today)).toReversed(),
  }));
}

/** `id` is the form's own, so that a second press offers once. */
export async function offerStory(
  world: StoryWorld,
  asked: {
    readonly person: string;
    readonly id: string;
    readonly programs: readonly string[];
    readonly typed: Typed;
  },
): Promise<Result<Done, 'not-allowed'>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const me = await records.people.me();
    const read = readStory(asked.typed, {
      fullName: me?.fullName ?? '',
      programs: asked.programs,
    });
    if (!read.ok) {
      return success(read);
    }
    const done = await records.stories.offer({
      ...read.value,
      id: asked.id,
      label: labelFrom('T', world.chance.bytes(7)),
      offeredOn: on,
      promisedBy: storyPromisedBy(on, FEDERAL_HOLIDAYS),
    });
    return done === 'not-allowed'
      ? refuse(
          'not-allowed',
          'a story is told by somebody who holds a credential, about a program whose credential they hold',
        )
      : success({ ok: true });
  });
}

/** At once, at any time, and for good. */
export const takeStoryDown = (
  world: StoryWorld,
  { person, story }: { readonly person: string; readonly story: string },
): Promise<Result<true, StoryRefusal>> =>
  authorActs(world, { person, story }, () => ({ type: 'taken-down', on: world.clock.today() }));

export async function askForStoryAgain(
  world: StoryWorld,
  asked: { readonly person: string; readonly story: string; readonly reason: string },
): Promise<Result<true, StoryRefusal | 'reason-missing'>> {
  const reason = readParagraphs(asked.reason, { label: 'The text', atLeast: 10, atMost: 3000 });
  const on = world.clock.today();
  if (!reason.ok) {
    return refuse('reason-missing', reason.refusal.because);
  }
  return await authorActs(world, asked, ({ story }) =>
    story.againUntil === undefined || on > story.againUntil
      ? undefined
      : {
          type: 'asked-again',
          ...{ on, reason: reason.value, promisedBy: storyPromisedBy(on, FEDERAL_HOLIDAYS) },
        },
  );
}

async function authorActs(
  world: StoryWorld,
  { person, story }: { readonly person: string; readonly story: string },
  eventFor: (seen: SeenStory) => StoryEvent | undefined,
): Promise<Result<true, StoryRefusal>> {
  return await world.records.as({ rights: 'candidate', person }, async ({ stories }) => {
    const row = (await stories.list()).find(({ id }) => id === story);
    if (row === undefined) {
      return refuse('no-such-story', 'there is no such story of yours');
    }
    const event = eventFor(seen(row, world.clock.today()));
    return event === undefined
      ? refuse('not-now', 'it cannot be looked at again any more')
      : outcome(await stories.append(story, row.events.length, event));
  });
}

const outcome = (
  done: 'written' | 'someone-wrote-first' | 'not-yours',
): Result<true, StoryRefusal> =>
  done === 'written'
    ? success(true)
    : done === 'not-yours'
      ? refuse(
          'not-yours',
          'the database keeps this for somebody else: a director who did not decide',
        )
      : refuse('someone-wrote-first', 'something happened to this story a moment ago; look again');

/** Staff look first, a director again. */
export interface StoryDecider {
  readonly rights: 'staff' | 'director';
  readonly person: string;
}

export async function storiesToDecide(
  world: Pick<World, 'records' | 'clock'>,
  actor: StoryDecider,
): Promise<readonly SeenStory[]> {
  const today = world.clock.today();
  return (await world.records.as(actor, ({ stories }) => stories.list())).map((row) =>
    seen(row, today),
  );
}

export async function decideStory(
  world: StoryWorld,
  asked: { readonly actor: StoryDecider; readonly story: string; readonly typed: Typed },
): Promise<Result<Done, StoryRefusal>> {
  const on = world.clock.today();
  const { actor } = asked;
  return await world.records.as(actor, async (records) => {
    const row = (await records.stories.list()).find(({ id }) => id === asked.story);
    const owed = actor.rights === 'staff' ? 'waiting' : 'asked-again';
    if (row === undefined) {
      return refuse('no-such-story', 'there is no such story, or it is not yours to decide');
    }
    if (seen(row, on).story.standing !== owed) {
      return refuse('not-now', 'this story waits for no answer of yours');
    }
    const read = readStoryAnswer(asked.typed);
    if (!read.ok) {
      return success(read);
    }
    const isFirst = actor.rights === 'staff';
    const done = outcome(
      await records.stories.append(row.id, row.events.length, {
        type: isFirst ? 'answered' : 'answered-again',
        ...{ on, by: actor.person, ...read.value },
      }),
    );
    if (!done.ok) {
      return done;
    }
    await recordInLog(
      records,
      world.chance,
      {
        kind: 'story',
        program: row.program ?? ALL_PROGRAMS,
        rules: STORY_RULES,
        decidedOn: on,
        label: row.label,
        outcome: { published: read.value.published, look: isFirst ? 1 : 2 },
      },
      {},
    );
    await records.stories.tellAuthor({
      id: world.chance.uuid(),
      story: row.id,
      subject: `Your story ${row.label} has its answer`,
      body: `Read it, and what you can do next: ${world.origin}/my/stories`,
    });
    return success({ ok: true });
  });
}
