/** The desk of stories: staff publish or give back, a director who did not decide looks again. */
import { createElement } from 'react';
import { STORY_CRITERIA } from '../../casework/story/story.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import {
  DeskStoriesPage,
  type StoryToDecide,
} from '../../web/pages/desk-stories/desk-stories-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { stories as words } from '../../web/words/stories.ts';
import {
  decideStory,
  type SeenStory,
  type StoryDecider,
  storiesToDecide,
} from '../../workflow/stories/stories.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type StoryDeskRoute = 'desk-stories' | 'story-decide';
const AT = '/desk/stories';

export function storyDeskHandlers(app: App): Readonly<Record<StoryDeskRoute, Handler>> {
  return {
    'desk-stories': signedIn((visit) => show(app, visit, [])),
    'story-decide': signedIn(async (visit) => {
      const story = one(visit.params, 'story');
      const found = isUuid(story)
        ? (await waitingFor(app, visit)).find(({ seen }) => seen.id === story)
        : undefined;
      if (found === undefined) {
        return missingPage(visit.frame);
      }
      const done = await decideStory(app.world, {
        ...{ actor: found.actor, story },
        typed: Object.fromEntries(
          STORY_CRITERIA.flatMap((criterion) =>
            ['met', 'reason'].map((what) => [
              `${what}-${criterion}`,
              one(visit.form, `${what}-${criterion}-${story}`),
            ]),
          ),
        ),
      });
      if (!done.ok) {
        return refusalPage(visit.frame, done.refusal, { href: AT, label: words.desk.title });
      }
      return done.value.ok
        ? redirect(`${AT}?news=answered`)
        : await show(
            app,
            visit,
            done.value.mistakes.map(({ field, message }) => ({
              field: `${field}-${story}`,
              message,
            })),
          );
    }),
  };
}

interface Waiting {
  readonly actor: StoryDecider;
  readonly seen: SeenStory;
}

/** First looks for staff, second looks for directors; whoever is both does not look again at their own. */
async function waitingFor(app: App, { session }: SignedInVisit): Promise<readonly Waiting[]> {
  const all: Waiting[] = [];
  for (const rights of ['staff', 'director'] as const) {
    if (session.offices.includes(rights)) {
      const actor = { rights, person: session.person };
      const owed = rights === 'staff' ? 'waiting' : 'asked-again';
      for (const seen of await storiesToDecide(app.world, actor)) {
        const isOwn = seen.events.some((event) => 'by' in event && event.by === session.person);
        if (seen.story.standing === owed && !isOwn) {
          all.push({ actor, seen });
        }
      }
    }
  }
  return all;
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { frame, form, query, params } = visit;
  const story = one(params, 'story');
  return page(
    renderPage(
      createElement(DeskStoriesPage, {
        frame,
        stories: (await waitingFor(app, visit)).map(({ seen }) => toDecide(seen)),
        typed: { story, one: (field) => one(form, `${field}-${story}`) },
        mistakes,
        news: one(query, 'news') === 'answered' ? words.desk.news : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const toDecide = ({ story, daysLate, ...row }: SeenStory): StoryToDecide => ({
  ...{ id: row.id, label: row.label, title: row.title, words: row.words },
  ...{ language: row.language, shownAs: row.shownAs, daysLate },
  promised: inWords(story.promisedBy),
  again: story.again,
  findings: story.findings,
});
