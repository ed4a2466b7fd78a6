/** `/my`, and the page on which people may tell us about themselves. */
import { createElement } from 'react';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { AboutYouPage } from '../../web/pages/about-you/about-you-page.tsx';
import { MyPage } from '../../web/pages/my/my-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { myOverview, type ProgramOverview } from '../../workflow/apply/my-overview.ts';
import { ownMatter } from '../../workflow/apply/own-matter.ts';
import { isRespondent } from '../../workflow/conduct/complaint-views.ts';
import { type ExamOffer, examPage } from '../../workflow/exam/exam-page.ts';
import {
  answerAboutYourself,
  eraseAboutYourself,
  questionsAsked,
} from '../../workflow/identify/answer-about-yourself.ts';
import { answersSent } from '../server/answers-sent.ts';
import type { App } from '../server/app.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { myProgram } from './my-model.ts';

type MyRoute = 'my' | 'about-you' | 'about-you-send' | 'about-you-erase';
const words = en.aboutYou;

export function myHandlers(app: App): Readonly<Record<MyRoute, Handler>> {
  return {
    my: signedIn((visit) => showMine(app, visit)),
    'about-you': signedIn((visit) => showQuestions(app, visit, {})),
    'about-you-send': signedIn((visit) => sendAnswers(app, visit)),
    'about-you-erase': signedIn(async (visit) => {
      if (one(visit.form, 'sure') !== 'yes') {
        return await showQuestions(app, visit, {
          mistakes: [{ field: 'sure', message: words.eraseMistake }],
        });
      }
      await eraseAboutYourself(app.world, visit.session.person);
      return redirect('/my/about-you?news=erased');
    }),
  };
}

async function showMine(app: App, { session, frame }: SignedInVisit) {
  const overviews = await myOverview(app.world, session.person);
  const offers = new Map<string, ExamOffer>();
  for (const overview of overviews.filter(concernsExam)) {
    const offer = await examPage(app.world, session.person, overview.program.id);
    if (offer.ok) {
      offers.set(overview.program.id, offer.value);
    }
  }
  const today = app.world.clock.today();
  return page(
    renderPage(
      createElement(MyPage, {
        frame,
        programs: overviews.map((overview) =>
          myProgram(overview, offers.get(overview.program.id), today),
        ),
        aboutYou: (await questionsAsked(app.world)).length > 0,
        conduct: await isRespondent(app.world, session.person),
      }),
    ),
  );
}

/** Only where something was decided in a person's favor, or an exam was begun, is the exam page asked. */
const concernsExam = ({ matters, hasSittings }: ProgramOverview): boolean =>
  hasSittings || matters.some(({ kind, decision }) => kind === 'eligibility' && decision?.met);

async function sendAnswers(app: App, visit: SignedInVisit) {
  const questions = await questionsAsked(app.world);
  const answered = await answerAboutYourself(app.world, {
    person: visit.session.person,
    raw: answersSent(questions, visit.form),
  });
  if (answered.stored === undefined) {
    return await showQuestions(app, visit, { mistakes: answered.mistakes, typed: visit.form });
  }
  const filed = one(visit.form, 'filed');
  const news = answered.stored > 0 ? 'saved' : 'nothing';
  return filed === ''
    ? redirect(`/my/about-you?news=${news}`)
    : redirect(`/matters/${encodeURIComponent(filed)}${answered.stored > 0 ? '?news=thanks' : ''}`);
}

const NEWS: Readonly<Record<string, string>> = {
  saved: words.saved,
  nothing: words.nothing,
  erased: words.erased,
};

async function showQuestions(
  app: App,
  { session, frame, query, form }: SignedInVisit,
  extra: { readonly mistakes?: readonly FieldMistake[]; readonly typed?: Fields },
) {
  const mistakes = extra.mistakes ?? [];
  const filed = one(query, 'filed') || one(form, 'filed');
  const matter = isUuid(filed)
    ? await ownMatter(app.world, { person: session.person, matter: filed })
    : undefined;
  return page(
    renderPage(
      createElement(AboutYouPage, {
        frame,
        questions: await questionsAsked(app.world),
        typed: extra.typed ?? {},
        mistakes,
        news: NEWS[one(query, 'news')] ?? null,
        filed:
          matter?.ok === true
            ? {
                id: matter.value.row.id,
                label: matter.value.row.label,
                promised: inWords(matter.value.row.promisedBy),
              }
            : null,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
