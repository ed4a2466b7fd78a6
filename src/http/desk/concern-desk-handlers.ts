/** The desk of concerns: the list of those one may see, one concern, its files, and what may be done with it. */
import { createElement } from 'react';
import { askedSince, concernAnswerDay, waitsForAnswer } from '../../casework/concern/answer-day.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { ConcernOnDeskPage } from '../../web/pages/concerns/concern-on-desk.tsx';
import { type ConcernLineShown, ConcernsPage } from '../../web/pages/concerns/concerns-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import {
  answerConcern,
  type ConcernHandler,
  fileOfConcern,
  findConcerns,
  type ListedConcern,
  letSee,
  nameConcerned,
  openConcern,
  stepAsideFromConcern,
} from '../../workflow/conduct/handle-concern.ts';
import { matterOfConcern } from '../../workflow/conduct/matter-of-concern.ts';
import type { App } from '../server/app.ts';
import { pageOfFound, pageOfLines } from '../server/paging.ts';
import { missingPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { aboutInWords, concernShown } from './concern-model.ts';
import { daysLate } from './in-words.ts';

const words = en.concernDesk;

type ConcernRoute =
  | 'concerns'
  | 'concerns-search'
  | 'concern-open'
  | 'concern-file'
  | 'concern-answer'
  | 'concern-let-see'
  | 'concern-name'
  | 'concern-step-aside';

export function concernDeskHandlers(app: App): Readonly<Record<ConcernRoute, Handler>> {
  return {
    concerns: signedIn((visit) => showList(app, visit, '')),
    'concerns-search': signedIn((visit) => showList(app, visit, one(visit.form, 'search').trim())),
    'concern-open': signedIn((visit) => showOne(app, visit, [])),
    'concern-file': signedIn((visit) => showFile(app, visit)),
    'concern-answer': signedIn((visit) => answer(app, visit)),
    'concern-let-see': signedIn((visit) => choose(app, visit, 'colleague', letSee)),
    'concern-name': signedIn((visit) => choose(app, visit, 'person', nameConcerned)),
    'concern-step-aside': signedIn((visit) => stepAside(app, visit)),
  };
}

/** Whoever is a coordinator or an ombud acts as one; a member of the board under the rights of the board. */
const handlerOf = ({ session }: SignedInVisit): ConcernHandler => ({
  rights: session.offices.some((office) => office === 'conduct' || office === 'ombud')
    ? 'conduct'
    : 'board',
  person: session.person,
});

const NEWS: Readonly<Record<string, string>> = {
  sent: words.sent,
  'let-see': words.letSeeNews,
  concerned: words.concernedNews,
  aside: words.aside,
};

const LINES = 20;

/** All of the list, or those found by what was sent; it stands in no address. */
async function showList(app: App, visit: SignedInVisit, search: string): Promise<Reply> {
  const { query, form } = visit;
  const lines = await findConcerns(app.world, handlerOf(visit), search);
  // The earliest promise first; those that wait for nobody here come after, the latest first.
  const waiting = lines.filter(waitsForAnswer).sort((a, b) => askedSince(a) - askedSince(b));
  const rest = lines.filter((line) => !waitsForAnswer(line));
  const all = [...waiting, ...rest];
  const paged =
    search === ''
      ? pageOfLines(all, { path: '/desk/concerns', query, size: LINES })
      : pageOfFound(all, { form, size: LINES, search });
  return page(
    renderPage(
      createElement(ConcernsPage, {
        frame: visit.frame,
        search,
        found: lines.length,
        concerns: paged.shown.map((line) => lineShown(app, line)),
        ...('pages' in paged ? { pages: paged.pages } : { foundPages: paged.foundPages }),
        news: NEWS[one(query, 'news')],
      }),
    ),
  );
}

function lineShown(app: App, line: ListedConcern): ConcernLineShown {
  const dayOf = (at: number) => app.world.clock.dayOf(at);
  const by = concernAnswerDay(dayOf(askedSince(line)));
  return {
    id: line.id,
    label: line.label,
    about: aboutInWords(line.about),
    received: inWordsShort(dayOf(line.receivedAt)),
    state: stateOf(line),
    answerBy: waitsForAnswer(line)
      ? { day: inWordsShort(by), daysLate: daysLate(by, app.world.clock.today()) }
      : undefined,
    isSpanish: line.language === 'es',
    twins: line.twins,
  };
}

function stateOf(line: ListedConcern): ConcernLineShown['state'] {
  if (line.withdrawnAt !== undefined) {
    return 'withdrawn';
  }
  if (waitsForAnswer(line)) {
    return 'waiting';
  }
  return line.replies.at(-1)?.asks === true ? 'asked' : 'answered';
}

async function showOne(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const handler = handlerOf(visit);
  const found = await openConcern(app.world, handler, one(visit.params, 'concern'));
  if (!found.ok) {
    return missingPage(visit.frame);
  }
  // Whoever acts under the rights of the board opens no matter.
  const matter =
    handler.rights === 'conduct'
      ? await matterOfConcern(app.world, {
          handler: handler.person,
          concern: found.value.row.id,
        })
      : undefined;
  return page(
    renderPage(
      createElement(ConcernOnDeskPage, {
        frame: visit.frame,
        matter: handler.rights === 'conduct' ? { id: matter } : undefined,
        concern: concernShown(app, found.value, handler.person),
        typed: { answer: one(visit.form, 'answer'), kind: one(visit.form, 'kind') },
        mistakes,
        news: mistakes.length > 0 ? undefined : NEWS[one(visit.query, 'news')],
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function showFile(app: App, visit: SignedInVisit): Promise<Reply> {
  const file = await fileOfConcern(app.world, handlerOf(visit), {
    concern: one(visit.params, 'concern'),
    file: one(visit.params, 'file'),
  });
  return file === undefined
    ? missingPage(visit.frame)
    : {
        kind: 'bytes',
        type: file.mediaType,
        bytes: file.bytes,
        headers: {
          'cache-control': 'no-store',
          'content-disposition': 'inline',
          'content-security-policy': "sandbox; default-src 'none'",
        },
      };
}

async function answer(app: App, visit: SignedInVisit): Promise<Reply> {
  const concern = one(visit.params, 'concern');
  const reply = one(visit.form, 'reply');
  const done = await answerConcern(app.world, handlerOf(visit), {
    concern,
    words: one(visit.form, 'answer'),
    asks: one(visit.form, 'kind') === 'question',
    reply: isUuid(reply) ? reply : app.world.chance.uuid(),
  });
  if (done.ok) {
    return redirect(`/desk/concerns/${concern}?news=sent`);
  }
  return done.refusal.kind === 'no-such-concern'
    ? missingPage(visit.frame)
    : await showOne(app, visit, [{ field: 'answer', message: done.refusal.because }]);
}

/** A colleague chosen from a list of the page, for one of two steps. */
async function choose(
  app: App,
  visit: SignedInVisit,
  field: 'colleague' | 'person',
  step: typeof letSee,
): Promise<Reply> {
  const concern = one(visit.params, 'concern');
  const person = one(visit.form, field);
  const mistake = [{ field, message: words.chooseColleague }];
  if (!isUuid(person)) {
    return await showOne(app, visit, mistake);
  }
  const done = await step(app.world, handlerOf(visit), { concern, person });
  if (done.ok) {
    const news = field === 'colleague' ? 'let-see' : 'concerned';
    return redirect(`/desk/concerns/${concern}?news=${news}`);
  }
  return done.refusal.kind === 'no-such-concern'
    ? missingPage(visit.frame)
    : await showOne(app, visit, mistake);
}

async function stepAside(app: App, visit: SignedInVisit): Promise<Reply> {
  if (one(visit.form, 'sure') !== 'yes') {
    return await showOne(app, visit, [{ field: 'sure', message: words.stepAsideMistake }]);
  }
  const done = await stepAsideFromConcern(
    app.world,
    handlerOf(visit),
    one(visit.params, 'concern'),
  );
  return done.ok ? redirect('/desk/concerns?news=aside') : missingPage(visit.frame);
}
