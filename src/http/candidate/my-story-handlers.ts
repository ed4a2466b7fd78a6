/** One's own stories: told, taken down, looked at again. */
import { createElement } from 'react';
import { storyPromisedBy } from '../../casework/story/story.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { MyStoriesPage } from '../../web/pages/my-stories/my-stories-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concern } from '../../web/words/concern.ts';
import { stories as words } from '../../web/words/stories.ts';
import {
  askForStoryAgain,
  myStories,
  offerStory,
  type SeenStory,
  takeStoryDown,
} from '../../workflow/stories/stories.ts';
import type { App } from '../server/app.ts';
import { offered } from '../server/offered.ts';
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

type MyStoryRoute = 'my-stories' | 'story-offer' | 'story-down' | 'story-again';
type News = keyof typeof words.my.news;

export function myStoryHandlers(app: App): Readonly<Record<MyStoryRoute, Handler>> {
  return {
    'my-stories': signedIn((visit) => show(app, visit, [])),
    'story-offer': signedIn(async (visit) => {
      const key = one(visit.form, 'key');
      const done = await offerStory(app.world, {
        person: visit.session.person,
        id: isUuid(key) ? key : app.world.chance.uuid(),
        programs: offered(app).map(({ id }) => id),
        typed: visit.form,
      });
      return done.ok && !done.value.ok
        ? await show(app, visit, done.value.mistakes)
        : after(visit, done, 'sent');
    }),
    'story-down': signedIn(async (visit) => {
      const story = one(visit.params, 'story');
      return isUuid(story)
        ? after(
            visit,
            await takeStoryDown(app.world, { person: visit.session.person, story }),
            'down',
          )
        : missingPage(visit.frame);
    }),
    'story-again': signedIn(async (visit) => {
      const story = one(visit.params, 'story');
      if (!isUuid(story)) {
        return missingPage(visit.frame);
      }
      const field = `again-${story}`;
      const done = await askForStoryAgain(app.world, {
        ...{ person: visit.session.person, story },
        reason: one(visit.form, field),
      });
      return !done.ok && done.refusal.kind === 'reason-missing'
        ? await show(app, visit, [{ field, message: done.refusal.because }])
        : after(visit, done, 'again');
    }),
  };
}

function after(visit: SignedInVisit, done: Result<unknown>, news: News): Reply {
  if (done.ok) {
    return redirect(`/my/stories?news=${news}`);
  }
  return done.refusal.kind === 'no-such-story'
    ? missingPage(visit.frame)
    : refusalPage(visit.frame, done.refusal, { href: '/my/stories', label: words.my.title });
}

async function show(
  app: App,
  { frame, session, form, query }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { mayOffer, stories } = await myStories(app.world, session.person);
  const [key, news] = [one(form, 'key'), one(query, 'news')];
  return page(
    renderPage(
      createElement(MyStoriesPage, {
        frame,
        mayOffer,
        stories: stories.map(shown),
        answerBy: inWords(storyPromisedBy(app.world.clock.today(), FEDERAL_HOLIDAYS)),
        formKey: isUuid(key) ? key : app.world.chance.uuid(),
        programs: offered(app).map(({ id, name }) => ({ value: id, label: name })),
        settings: PRACTICE_SETTINGS.map((value) => ({
          value,
          label: concern.settingChoices[value],
        })),
        typed: (field) => one(form, field),
        mistakes,
        news: Object.hasOwn(words.my.news, news) ? words.my.news[news as News] : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const shown = ({ story, daysLate, ...row }: SeenStory) => {
  const { standing, findings, againUntil, promisedBy } = story;
  const isOwed = standing === 'waiting' || standing === 'asked-again';
  return {
    ...{ id: row.id, label: row.label, title: row.title, words: row.words, shownAs: row.shownAs },
    ...{ standing, findings },
    promised: isOwed ? { day: inWords(promisedBy), daysLate } : undefined,
    againUntil: againUntil === undefined ? undefined : inWords(againUntil),
  };
};
