/** What the register may say of oneself, and employers who ask. */
import { createElement } from 'react';
import { readListing } from '../../casework/register/look-up-forms.ts';
import { PLACES } from '../../casework/register/places.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { MyRegisterPage } from '../../web/pages/my-register/my-register-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { register as words } from '../../web/words/register.ts';
import { keepListing, myListing } from '../../workflow/register/look-up.ts';
import { answerRoster, rostersAskingMe } from '../../workflow/register/rosters.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import { one, page, type Reply, redirect, type SignedInVisit, signedIn } from '../server/visit.ts';

export const myRegisterHandlers = (app: App) => ({
  'my-register': signedIn((visit) => show(app, visit, [])),
  'my-register-send': signedIn(async (visit) => {
    const read = readListing(visit.form);
    if (!read.ok) {
      return await show(app, visit, read.mistakes);
    }
    await keepListing(app.world, { person: visit.session.person, listing: read.value });
    return redirect('/my/register?news=saved');
  }),
  'my-roster-answer': signedIn(async (visit) => {
    const [roster, line] = [one(visit.params, 'roster'), Number(one(visit.params, 'line'))];
    const answer = one(visit.form, 'answer');
    if (
      !isUuid(roster) ||
      !Number.isInteger(line) ||
      line < 1 ||
      line > 500 ||
      (answer !== 'agreed' && answer !== 'refused')
    ) {
      return missingPage(visit.frame);
    }
    const done = await answerRoster(app.world, {
      ...{ person: visit.session.person, roster, line, answer },
    });
    return done.ok
      ? redirect('/my/register?news=answered')
      : refusalPage(visit.frame, done.refusal, { href: '/my/register', label: words.my.title });
  }),
});

async function show(
  app: App,
  { frame, session, form, query }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const kept = await myListing(app.world, session.person);
  const asks = await rostersAskingMe(app.world, session.person);
  const news = one(query, 'news');
  return page(
    renderPage(
      createElement(MyRegisterPage, {
        ...{ frame, mistakes },
        news:
          news === 'saved' ? words.my.saved : news === 'answered' ? words.my.answered : undefined,
        shown: mistakes.length > 0 ? one(form, 'shown') : kept.shown,
        place: mistakes.length > 0 ? one(form, 'place') : (kept.place ?? ''),
        places: Object.entries(PLACES).map(([value, label]) => ({ value, label })),
        asks: asks.map(
          ({ roster, line, organization, program, askedOn, answer, endsOn, namesTwo }) => ({
            at: `/my/register/rosters/${roster}/${line}`,
            asked: words.my.asked(
              organization,
              programOf(program)?.designation ?? program,
              inWordsShort(askedOn),
            ),
            until: words.my.until(inWords(endsOn)),
            ...{ answer, namesTwo },
          }),
        ),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
