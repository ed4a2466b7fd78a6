/** The desk that answers questions about the code: coordinators draft, somebody else signs. Nobody sees who asked. */
import { createElement } from 'react';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { QuestionPage } from '../../web/pages/desk-opinions/question-page.tsx';
import { type QuestionLine, QuestionsPage } from '../../web/pages/desk-opinions/questions-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { opinions } from '../../web/words/opinions.ts';
import type { ActOnQuestion } from '../../workflow/codes/change-question.ts';
import { declineQuestion, draftOpinion } from '../../workflow/codes/draft-opinion.ts';
import { endOpinion } from '../../workflow/codes/end-opinion.ts';
import {
  type AskedQuestion,
  questionsToAnswer,
  questionToAnswer,
} from '../../workflow/codes/read-opinions.ts';
import { returnDraft, signOpinion } from '../../workflow/codes/sign-opinion.ts';
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
import { answererOf } from './answerer.ts';
import { programName } from './in-words.ts';
import { questionModel } from './question-model.ts';

const words = opinions.desk;
type News = keyof typeof words.news;

type OpinionRoute =
  | 'questions'
  | 'question'
  | 'opinion-draft'
  | 'opinion-decline'
  | 'opinion-sign'
  | 'opinion-return'
  | 'opinion-end';

export function deskOpinionHandlers(app: App): Readonly<Record<OpinionRoute, Handler>> {
  return {
    questions: signedIn(async (visit) => {
      const { open, closed } = await questionsToAnswer(app.world, answererOf(visit));
      return page(
        renderPage(
          createElement(QuestionsPage, {
            frame: visit.frame,
            open: open.map(lineOf),
            closed: closed.map(lineOf),
          }),
        ),
      );
    }),
    question: signedIn((visit) => show(app, visit, [])),
    'opinion-draft': signedIn(async (visit) => {
      const done = await draftOpinion(app.world, { ...actOf(visit), typed: visit.form });
      return done.ok && !done.value.ok
        ? await show(app, visit, done.value.mistakes)
        : await after(app, visit, done, 'drafted', 'title');
    }),
    'opinion-decline': signedIn(async (visit) => {
      const reason = one(visit.form, 'decline-why');
      const done = await declineQuestion(app.world, { ...actOf(visit), reason });
      return await after(app, visit, done, 'declined', 'decline-why');
    }),
    'opinion-sign': signedIn(async (visit) => {
      if (one(visit.form, 'sure') !== 'yes') {
        return await show(app, visit, [{ field: 'sure', message: words.sureMistake }]);
      }
      const done = await signOpinion(app.world, actOf(visit));
      return await after(app, visit, done, 'signed', 'sure');
    }),
    'opinion-return': signedIn(async (visit) => {
      const reason = one(visit.form, 'return-why');
      const done = await returnDraft(app.world, { ...actOf(visit), reason });
      return await after(app, visit, done, 'returned', 'return-why');
    }),
    'opinion-end': signedIn(async (visit) => {
      const { form } = visit;
      const done = await endOpinion(app.world, {
        ...actOf(visit),
        reason: one(form, 'end-why'),
        later: one(form, 'later'),
      });
      return await after(app, visit, done, 'ended', 'end-why');
    }),
  };
}

const actOf = (visit: SignedInVisit): ActOnQuestion => ({
  actor: answererOf(visit),
  question: one(visit.params, 'question'),
  seen: Number(one(visit.form, 'seen')),
});

function lineOf({
  id,
  label,
  program,
  promisedBy,
  daysLate,
  opinion,
}: AskedQuestion): QuestionLine {
  return {
    id,
    label,
    program: programName(program),
    title: opinion.draft?.title,
    standing: opinion.standing,
    promised: inWordsShort(promisedBy),
    overdue: daysLate > 0 ? en.desk.late(daysLate) : undefined,
  };
}

/** What can be mended stands beside its box; anything else has a page of its own. */
const IN_THE_FORM = new Set(['reason-missing', 'no-later-opinion', 'names-somebody']);

async function after(
  app: App,
  visit: SignedInVisit,
  done: Result<unknown>,
  news: News,
  field: string,
): Promise<Reply> {
  const question = one(visit.params, 'question');
  if (done.ok) {
    return redirect(`/desk/opinions/${question}?news=${news}`);
  }
  const { kind, because } = done.refusal;
  if (kind === 'no-such-question') {
    return missingPage(visit.frame);
  }
  if (!IN_THE_FORM.has(kind)) {
    const back = { href: `/desk/opinions/${question}`, label: words.title };
    return refusalPage(visit.frame, done.refusal, back);
  }
  const message = because.charAt(0).toUpperCase() + because.slice(1);
  const box = kind === 'no-later-opinion' ? 'later' : field;
  return await show(app, visit, [{ field: box, message }]);
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const actor = answererOf(visit);
  const found = await questionToAnswer(app.world, {
    actor,
    question: one(visit.params, 'question'),
  });
  if (!found.ok) {
    return missingPage(visit.frame);
  }
  const asked = found.value;
  const news = one(visit.query, 'news');
  const model = await questionModel(app.world, visit, actor, asked);
  return page(
    renderPage(
      createElement(QuestionPage, {
        ...model,
        frame: visit.frame,
        question: {
          id: asked.id,
          label: asked.label,
          program: programName(asked.program),
          asked: inWordsShort(asked.askedOn),
          promised: inWords(asked.promisedBy),
          daysLate: asked.daysLate,
          provision: asked.provision,
          words: asked.words,
        },
        seen: asked.version,
        mistakes,
        news: Object.hasOwn(words.news, news) ? words.news[news as News] : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
