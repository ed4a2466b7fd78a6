/** The desk of ideas: directors answer first, the board looks again. Nobody sees whose an idea is. */
import { createElement } from 'react';
import { isOwed, isToCarryOut } from '../../casework/idea/idea.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { DeskIdeaPage } from '../../web/pages/desk-ideas/desk-idea-page.tsx';
import { DeskIdeasPage, type IdeaLine } from '../../web/pages/desk-ideas/desk-ideas-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { ideas as words } from '../../web/words/ideas.ts';
import {
  type ActOnIdea,
  carryOut,
  giveAnswer,
  type IdeaAnswerer,
  movePromise,
} from '../../workflow/ideas/answer-idea.ts';
import { ideasToAnswer, ideaToAnswer, type SeenIdea } from '../../workflow/ideas/read-ideas.ts';
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

type IdeaRoute = 'desk-ideas' | 'desk-idea' | 'idea-answer' | 'idea-extend' | 'idea-carried-out';
type News = keyof typeof words.desk.news;

export function deskIdeaHandlers(app: App): Readonly<Record<IdeaRoute, Handler>> {
  return {
    'desk-ideas': signedIn(async (visit) => {
      const looks = await Promise.all(
        answerersIn(visit).map(async (actor) => await ideasToAnswer(app.world, actor)),
      );
      const owed = looks.flatMap((look) => look.owed);
      const ids = new Set(owed.map(({ id }) => id));
      const [first] = looks;
      return page(
        renderPage(
          createElement(DeskIdeasPage, {
            frame: visit.frame,
            isBoard: !visit.session.offices.includes('director'),
            owed: owed.map(lineOf),
            toCarryOut: (first?.toCarryOut ?? []).map(lineOf),
            others: (first?.others ?? []).filter(({ id }) => !ids.has(id)).map(lineOf),
          }),
        ),
      );
    }),
    'desk-idea': onIdea((visit) => show(app, visit, [])),
    'idea-answer': onIdea(async (visit) => {
      const done = await giveAnswer(app.world, {
        ...(await actOf(app, visit)),
        typed: visit.form,
      });
      return done.ok && !done.value.ok
        ? await show(app, visit, done.value.mistakes)
        : await after(app, visit, done, 'answered', 'outcome');
    }),
    'idea-extend': onIdea(async (visit) => {
      const reason = one(visit.form, 'extend');
      const done = await movePromise(app.world, { ...(await actOf(app, visit)), reason });
      return await after(app, visit, done, 'extended', 'extend');
    }),
    'idea-carried-out': onIdea(async (visit) => {
      const what = one(visit.form, 'done');
      const done = await carryOut(app.world, { ...(await actOf(app, visit)), done: what });
      return await after(app, visit, done, 'done', 'done');
    }),
  };
}

/** At an address that no idea can have there is none. */
const onIdea = (work: (visit: SignedInVisit) => Promise<Reply>): Handler =>
  signedIn(async (visit) =>
    isUuid(one(visit.params, 'idea')) ? await work(visit) : missingPage(visit.frame),
  );

/** Whoever is both looks first as a director. */
const answerersIn = ({ session }: SignedInVisit): readonly IdeaAnswerer[] =>
  (['director', 'board'] as const)
    .filter((rights) => session.offices.includes(rights))
    .map((rights) => ({ rights, person: session.person }));

/** The rights under which this person acts on an idea now: the board's where it is asked to look again. */
async function answererOf(app: App, visit: SignedInVisit): Promise<IdeaAnswerer> {
  const [first, second] = answerersIn(visit);
  if (first === undefined) {
    throw new Error('the guard let in somebody without an office');
  }
  const idea = one(visit.params, 'idea');
  const found =
    second === undefined ? undefined : await ideaToAnswer(app.world, { actor: second, idea });
  return second !== undefined && found?.ok === true && found.value.idea.standing === 'asked-again'
    ? second
    : first;
}

const actOf = async (app: App, visit: SignedInVisit): Promise<ActOnIdea> => ({
  actor: await answererOf(app, visit),
  idea: one(visit.params, 'idea'),
  seen: Number(one(visit.form, 'seen')),
});

const programName = (program: string | undefined): string =>
  program === undefined ? words.allPrograms : (programOf(program)?.name ?? program);

const lineOf = ({ id, label, subject, program, idea, daysLate }: SeenIdea): IdeaLine => ({
  id,
  label,
  about: idea.answer?.title ?? words.subjects[subject],
  program: programName(program),
  stands: words.standings[idea.standing],
  promised: inWordsShort(idea.promisedBy),
  overdue: daysLate > 0 ? en.desk.late(daysLate) : undefined,
});

async function after(
  app: App,
  visit: SignedInVisit,
  done: Result<unknown>,
  news: News,
  field: string,
): Promise<Reply> {
  const href = `/desk/ideas/${one(visit.params, 'idea')}`;
  if (done.ok) {
    return redirect(`${href}?news=${news}`);
  }
  const { kind, because } = done.refusal;
  if (kind === 'no-such-idea') {
    return missingPage(visit.frame);
  }
  return kind === 'reason-missing'
    ? await show(app, visit, [{ field, message: because }])
    : refusalPage(visit.frame, done.refusal, { href, label: words.desk.title });
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const actor = await answererOf(app, visit);
  const found = await ideaToAnswer(app.world, { actor, idea: one(visit.params, 'idea') });
  if (!found.ok) {
    return missingPage(visit.frame);
  }
  const { idea, ...row } = found.value;
  const { form } = visit;
  const news = one(visit.query, 'news');
  const { answer } = idea;
  const isDirector = actor.rights === 'director';
  return page(
    renderPage(
      createElement(DeskIdeaPage, {
        frame: visit.frame,
        id: row.id,
        label: row.label,
        seen: row.version,
        stands: words.standings[idea.standing],
        promised: isOwed(idea)
          ? { day: inWords(idea.promisedBy), daysLate: row.daysLate }
          : undefined,
        about: words.subjects[row.subject],
        program: programName(row.program),
        saidBy: words.saidBy[row.role],
        proposed: inWordsShort(row.proposedOn),
        words: row.words,
        why: row.why,
        again: idea.askedAgain?.reason,
        extensions: idea.extensions.map(({ on, reason }) => ({ on: inWordsShort(on), reason })),
        answer:
          answer === undefined
            ? undefined
            : {
                ...answer,
                outcome: words.outcomes[answer.outcome],
                on: inWordsShort(answer.on),
              },
        may: {
          answer: isDirector
            ? idea.standing === 'waiting'
            : idea.standing === 'asked-again' && idea.answeredBy !== actor.person,
          extend:
            isDirector &&
            idea.standing === 'waiting' &&
            idea.extensions.length === 0 &&
            row.daysLate === 0,
          carryOut: isToCarryOut(idea),
        },
        typed: {
          outcome: one(form, 'outcome'),
          title: one(form, 'title'),
          summary: one(form, 'summary'),
          reason: one(form, 'reason'),
          byWhen: {
            month: one(form, 'by-when-month'),
            day: one(form, 'by-when-day'),
            year: one(form, 'by-when-year'),
          },
          extend: one(form, 'extend'),
          done: one(form, 'done'),
        },
        mistakes,
        news: Object.hasOwn(words.desk.news, news) ? words.desk.news[news as News] : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
