/** Answering a job analysis: which ones somebody is asked to answer, a page at a time, and sending it. */
import { createElement } from 'react';
import { NO_ANSWERS, pagesOf, withPage } from '../../casework/study/study.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { AnswerPage } from '../../web/pages/my-studies/answer-page.tsx';
import { MyStudiesPage, type MyStudyShown } from '../../web/pages/my-studies/my-studies-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { studies } from '../../web/words/studies.ts';
import type { OwnStudy } from '../../workflow/ports/study-records.ts';
import { answerStudy, isOpenOn, myStudies } from '../../workflow/study/answer-study.ts';
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

const words = studies.my;
const BACK = { href: '/my/studies', label: words.title };

export function myStudyHandlers(
  app: App,
): Readonly<Record<'my-studies' | 'my-study' | 'my-study-save', Handler>> {
  return {
    'my-studies': signedIn(async ({ frame, session, query }) => {
      const all = await myStudies(app.world, session.person);
      const shown = all.map((study) => listed(app, study));
      const news = one(query, 'news') === 'sent' ? words.news.sent : undefined;
      return page(renderPage(createElement(MyStudiesPage, { frame, studies: shown, news })));
    }),
    'my-study': signedIn((visit) => show(app, visit, Number(one(visit.query, 'page') || '1'), [])),
    'my-study-save': signedIn((visit) => save(app, visit)),
  };
}

const listed = (app: App, study: OwnStudy): MyStudyShown => ({
  id: study.id,
  title: study.title,
  program: programOf(study.program)?.name ?? study.program,
  standing: study.answered
    ? 'done'
    : isOpenOn(study, app.world.clock.today())
      ? study.draft === undefined
        ? 'open'
        : 'begun'
      : 'over',
  closes: study.answered ? inWordsShort(study.closesOn) : inWords(study.closesOn),
});

async function save(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, session, params, frame } = visit;
  const study = one(params, 'study');
  const sentFrom = Number(one(form, 'page'));
  const done = await answerStudy(app.world, {
    ...{ person: session.person, study, typed: form },
    page: Number.isInteger(sentFrom) && sentFrom > 0 ? sentFrom : 1,
    send: one(form, 'step') === 'send',
  });
  if (done.ok) {
    return redirect(
      done.value.sent ? '/my/studies?news=sent' : `/my/studies/${study}?page=${done.value.next}`,
    );
  }
  switch (done.refusal.kind) {
    case 'no-such-study':
      return missingPage(frame);
    case 'nothing-rated':
      return await show(app, visit, sentFrom, [
        { field: 'a1', message: `${capital(done.refusal.because)}.` },
      ]);
    default:
      return refusalPage(frame, done.refusal, BACK);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

async function show(
  app: App,
  { frame, session, params, form }: SignedInVisit,
  asked: number,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const study = (await myStudies(app.world, session.person)).find(
    ({ id }) => id === one(params, 'study'),
  );
  if (study === undefined) {
    return missingPage(frame);
  }
  if (!isOpenOn(study, app.world.clock.today())) {
    return redirect('/my/studies');
  }
  const pages = pagesOf(study);
  const at = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1;
  const kept = study.draft ?? NO_ANSWERS;
  return page(
    renderPage(
      createElement(AnswerPage, {
        ...{ frame, study, page: at, mistakes },
        answers: mistakes.length > 0 ? withPage(study, kept, at, form) : kept,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
