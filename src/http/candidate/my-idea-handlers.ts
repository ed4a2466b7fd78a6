/** Propose a change: the form, what one person proposed so far, and asking the board to look again. */
import { createElement } from 'react';
import { ideaPromisedBy } from '../../casework/idea/decide.ts';
import { isOwed } from '../../casework/idea/idea.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { type MyIdea, MyIdeasPage } from '../../web/pages/my-ideas/my-ideas-page.tsx';
import { ProposedPage, ProposePage } from '../../web/pages/my-ideas/propose-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { ideas as words } from '../../web/words/ideas.ts';
import { askForSecondLook, proposeIdea } from '../../workflow/ideas/propose-idea.ts';
import { myIdeas, type SeenIdea } from '../../workflow/ideas/read-ideas.ts';
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

type MyIdeaRoute = 'my-ideas' | 'idea-propose' | 'idea-propose-send' | 'idea-again';

export function myIdeaHandlers(app: App): Readonly<Record<MyIdeaRoute, Handler>> {
  return {
    'my-ideas': signedIn((visit) => showMine(app, visit, [])),
    'idea-propose': signedIn(async (visit) => showForm(app, visit, [])),
    'idea-propose-send': signedIn(async (visit) => {
      const key = one(visit.form, 'key');
      const proposed = await proposeIdea(app.world, {
        person: visit.session.person,
        id: isUuid(key) ? key : app.world.chance.uuid(),
        programs: offered(app).map(({ id }) => id),
        typed: visit.form,
      });
      if (!proposed.ok) {
        return refusalPage(visit.frame, proposed.refusal, {
          href: '/my/ideas/propose',
          label: words.proposing.title,
        });
      }
      if (!proposed.value.ok) {
        return showForm(app, visit, proposed.value.mistakes);
      }
      const { label, promisedBy } = proposed.value.value;
      return page(
        renderPage(
          createElement(ProposedPage, {
            frame: visit.frame,
            label,
            answerBy: inWords(promisedBy),
          }),
        ),
      );
    }),
    'idea-again': signedIn(async (visit) => {
      const idea = one(visit.params, 'idea');
      const field = `again-${idea}`;
      const asked = await askForSecondLook(app.world, {
        person: visit.session.person,
        idea,
        reason: one(visit.form, field),
      });
      if (asked.ok) {
        return redirect('/my/ideas?news=again');
      }
      const { kind, because } = asked.refusal;
      if (kind === 'no-such-idea') {
        return missingPage(visit.frame);
      }
      return kind === 'reason-missing'
        ? await showMine(app, visit, [{ field, message: because }])
        : refusalPage(visit.frame, asked.refusal, {
            href: '/my/ideas',
            label: words.my.title,
          });
    }),
  };
}

function showForm(
  app: App,
  { frame, form }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Reply {
  const key = one(form, 'key');
  return page(
    renderPage(
      createElement(ProposePage, {
        frame,
        programs: offered(app).map(({ id, name }) => ({ value: id, label: name })),
        answerBy: inWords(ideaPromisedBy(app.world.clock.today(), FEDERAL_HOLIDAYS)),
        formKey: isUuid(key) ? key : app.world.chance.uuid(),
        typed: {
          subject: one(form, 'subject'),
          program: one(form, 'program'),
          role: one(form, 'role'),
          words: one(form, 'words'),
          why: one(form, 'why'),
        },
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function showMine(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { frame, session, form, query, params } = visit;
  const idea = one(params, 'idea');
  const all = await myIdeas(app.world, session.person);
  return page(
    renderPage(
      createElement(MyIdeasPage, {
        frame,
        ideas: all.map(shown),
        news: one(query, 'news') === 'again' ? words.my.news.again : undefined,
        typed: { idea, again: one(form, `again-${idea}`) },
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function shown(seen: SeenIdea): MyIdea {
  const { idea } = seen;
  const { answer, done } = idea;
  const program =
    seen.program === undefined
      ? words.allPrograms
      : (programOf(seen.program)?.name ?? seen.program);
  return {
    id: seen.id,
    label: seen.label,
    about: `${words.subjects[seen.subject]}. ${program}`,
    stands: words.standings[idea.standing],
    proposed: inWordsShort(seen.proposedOn),
    words: seen.words,
    why: seen.why,
    promised: isOwed(idea) ? { day: inWords(idea.promisedBy), daysLate: seen.daysLate } : undefined,
    extended: idea.extensions.map(({ on, reason }) => ({ on: inWordsShort(on), reason })),
    answer:
      answer === undefined
        ? undefined
        : {
            outcome: words.outcomes[answer.outcome],
            on: inWordsShort(answer.on),
            reason: answer.reason,
          },
    done: done === undefined ? undefined : { on: inWordsShort(done.on), what: done.what },
    again: idea.askedAgain?.reason,
    againUntil: seen.againUntil === undefined ? undefined : inWords(seen.againUntil),
  };
}
