/** Asking for another name, closing an account, and the public page about names and what is kept. */
import { createElement } from 'react';
import { nameRulesOn, readNameRequest } from '../../casework/person/name-change.ts';
import { type CivilDate, civilDateAt, inWords } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { MyClosePage } from '../../web/pages/my-close/my-close-page.tsx';
import { MyNamePage } from '../../web/pages/my-name/my-name-page.tsx';
import { NamesPage } from '../../web/pages/names/names-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { names as words } from '../../web/words/names.ts';
import { closeAccount, inTheWay } from '../../workflow/account/close-account.ts';
import { askName, isOpenRequest, myName } from '../../workflow/apply/ask-name.ts';
import { myOverview } from '../../workflow/apply/my-overview.ts';
import type { App } from '../server/app.ts';
import { refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { asSentence, statusShown } from './in-words.ts';

export const nameHandlers = (
  app: App,
): Readonly<
  Record<'my-name' | 'my-name-send' | 'my-close' | 'my-close-send' | 'names', Handler>
> => ({
  'my-name': signedIn((visit) => show(app, visit, [])),
  'my-name-send': signedIn((visit) => ask(app, visit)),
  'my-close': signedIn((visit) => showClose(app, visit, [])),
  'my-close-send': signedIn((visit) => close(app, visit)),
  names: async ({ frame, query }) => {
    const [own] = programs;
    const rule = own === undefined ? undefined : defaultsOf(own).decideNameWithin;
    return page(
      renderPage(
        createElement(NamesPage, {
          ...{ frame, criteria: criteriaOn(app.world.clock.today()) },
          news: one(query, 'news') === 'closed' ? words.close.done : undefined,
          days: rule?.kind === 'business-days-after' ? rule.days : 0,
        }),
      ),
    );
  },
});

function criteriaOn(on: CivilDate) {
  const { id, criteria } = nameRulesOn(on);
  return { id, ways: criteria };
}

async function close(app: App, visit: SignedInVisit): Promise<Reply> {
  if (one(visit.form, 'sure') !== 'yes') {
    return await showClose(app, visit, [{ field: 'sure', message: words.close.mistake }]);
  }
  const done = await closeAccount(app.world, visit.session.person);
  return done.ok
    ? redirect('/names?news=closed')
    : refusalPage(visit.frame, done.refusal, { href: '/my/close', label: words.close.title });
}

async function showClose(
  app: App,
  { session, frame }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const open = await inTheWay(app.world, session.person);
  return page(
    renderPage(createElement(MyClosePage, { frame, open, mistakes })),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function ask(app: App, visit: SignedInVisit): Promise<Reply> {
  const uploads = visit.files.filter(({ field }) => field === 'document');
  const mine = await myName(app.world, visit.session.person);
  const read = readNameRequest(visit.form, {
    ...{ present: mine.person.fullName, documents: uploads.length },
  });
  if (read.asked === undefined) {
    return await show(app, visit, read.mistakes);
  }
  const done = await askName(app.world, { ...read.asked, person: visit.session.person, uploads });
  if (done.ok) {
    return redirect(`/matters/${done.value.id}?news=asked`);
  }
  switch (done.refusal.kind) {
    case 'already-asked':
      return redirect('/my/name');
    case 'name-not-printed':
      return await show(app, visit, [
        { field: 'name', message: words.my.notPrinted(done.refusal.because) },
      ]);
    case 'empty-file':
    case 'wrong-kind':
    case 'damaged-file':
    case 'locked-file':
    case 'file-too-large':
      return await show(app, visit, [
        { field: 'document', message: asSentence(done.refusal.because) },
      ]);
    default:
      return refusalPage(visit.frame, done.refusal, { href: '/my/name', label: words.my.title });
  }
}

async function show(
  app: App,
  { session, frame, form }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const today = app.world.clock.today();
  const { person, program, requests, readings } = await myName(app.world, session.person);
  const open = requests.find(isOpenRequest);
  return page(
    renderPage(
      createElement(MyNamePage, {
        ...{ frame, mistakes, present: person.fullName, former: person.formerNames },
        readings: readings.map(({ purpose, at }) =>
          words.my.reading(inWords(civilDateAt(at, zoneOf(program))), purpose),
        ),
        open:
          open === undefined
            ? null
            : {
                href: `/matters/${open.id}`,
                label: open.label,
                promised: inWords(open.promisedBy),
              },
        earlier: await earlierOf(app, session.person),
        answerBy: program === undefined ? null : inWords(promisedBy(program, today)),
        criteria: criteriaOn(today),
        typed: (field) => one(form, field),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const zoneOf = (program: OfferedProgram | undefined): string =>
  program === undefined ? 'UTC' : defaultsOf(program).zone;

function promisedBy(program: OfferedProgram, today: CivilDate): CivilDate {
  const { decideNameWithin, holidays } = defaultsOf(program);
  return answerDay(decideNameWithin, today, holidays);
}

async function earlierOf(app: App, person: string) {
  const overviews = await myOverview(app.world, person);
  return overviews
    .flatMap(({ matters }) => matters)
    .filter((matter) => matter.kind === 'name-change' && !isOpenRequest(matter))
    .map((matter) => ({
      href: `/matters/${matter.id}`,
      text: words.my.earlierLine(
        matter.label,
        statusShown({ ...matter, met: matter.decision?.met }).label,
      ),
    }));
}
