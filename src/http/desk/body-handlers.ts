/** A director records who was elected chair of a body, and that a chair was given up. */
import { createElement } from 'react';
import { typedDate } from '../../casework/finding/answer-form.ts';
import type { Result } from '../../kernel/result/result.ts';
import { DeskBodyPage } from '../../web/pages/desk-bodies/desk-body-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { bodies as words } from '../../web/words/bodies.ts';
import {
  bodiesShown,
  membersOf,
  recordChair,
  recordChairEnd,
} from '../../workflow/opening/bodies.ts';
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

type BodyRoute = 'desk-body' | 'body-chair' | 'body-chair-end';
type News = keyof typeof words.desk.news;
type Done = Result<
  { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly FieldMistake[] }
>;

export function bodyHandlers(app: App): Readonly<Record<BodyRoute, Handler>> {
  const acted = (news: News, act: (visit: SignedInVisit, body: string) => Promise<Done>): Handler =>
    signedIn(async (visit) => {
      const body = one(visit.params, 'body');
      const at = `/desk/bodies/${body}`;
      if (!(await bodiesShown(app.world)).some((shown) => shown.body.id === body)) {
        return missingPage(visit.frame);
      }
      const done = await act(visit, body);
      if (!done.ok) {
        return refusalPage(visit.frame, done.refusal, { href: at, label: words.title });
      }
      return done.value.ok
        ? redirect(`${at}?news=${news}`)
        : await show(app, visit, done.value.mistakes);
    });
  return {
    'desk-body': signedIn((visit) => show(app, visit, [])),
    'body-chair': acted('elected', ({ session, form }, body) =>
      recordChair(app.world, { director: session.person, body, typed: form }),
    ),
    'body-chair-end': acted('ended', ({ session, form }, body) =>
      recordChairEnd(app.world, { director: session.person, body, typed: form }),
    ),
  };
}

async function show(
  app: App,
  { frame, form, session, params, query }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const body = one(params, 'body');
  const shown = (await bodiesShown(app.world)).find((each) => each.body.id === body);
  const news = one(query, 'news');
  return shown === undefined
    ? missingPage(frame)
    : page(
        renderPage(
          createElement(DeskBodyPage, {
            ...{ frame, shown, mistakes },
            members: await membersOf(app.world, { director: session.person, body }),
            typed: (field) => one(form, field),
            typedDate: (field) => typedDate(form, field),
            news: Object.hasOwn(words.desk.news, news) ? words.desk.news[news as News] : undefined,
          }),
        ),
        mistakes.length > 0 ? 422 : 200,
      );
}
