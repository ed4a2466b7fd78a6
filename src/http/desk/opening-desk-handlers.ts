/** The desk of openings: directors publish, draw and decide by label; staff verify; readers give points. */
import { createElement } from 'react';
import { typedDate } from '../../casework/finding/answer-form.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import type { Result } from '../../kernel/result/result.ts';
import {
  DeskOpeningPage,
  type DeskOpeningPageProps,
} from '../../web/pages/desk-openings/desk-opening-page.tsx';
import { DeskOpeningsPage } from '../../web/pages/desk-openings/desk-openings-page.tsx';
import { PublishPage } from '../../web/pages/desk-openings/publish-page.tsx';
import { StatementsPage } from '../../web/pages/desk-openings/statements-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { openings } from '../../web/words/openings.ts';
import { agreementOf } from '../../workflow/opening/agreement.ts';
import { bodiesShown } from '../../workflow/opening/bodies.ts';
import {
  categoriesIn,
  commitDraw,
  holdDraw,
  inPool,
  refillSeats,
} from '../../workflow/opening/hold-draw.ts';
import { publishOpening } from '../../workflow/opening/publish-opening.ts';
import {
  type OpeningShown,
  openingPublished,
  openingsPublished,
} from '../../workflow/opening/read-openings.ts';
import {
  decideNominee,
  keepPoints,
  openingForDirector,
  statementsFor,
} from '../../workflow/opening/read-statements.ts';
import {
  nomineesToVerify,
  setNomineeAside,
  verifyNominee,
} from '../../workflow/opening/verify-nominee.ts';
import type { NomineeByLabel } from '../../workflow/ports/seat-records.ts';
import { openingLine } from '../public/opening-handlers.ts';
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
import { programName } from './in-words.ts';

const words = openings.desk;
type News = keyof typeof words.news;

type OpeningDeskRoute =
  | 'desk-openings'
  | 'opening-new'
  | 'opening-publish'
  | 'desk-opening'
  | 'opening-verify'
  | 'opening-aside'
  | 'opening-commit'
  | 'opening-draw'
  | 'opening-refill'
  | 'opening-decide'
  | 'statements'
  | 'statement-read';

export function openingDeskHandlers(app: App): Readonly<Record<OpeningDeskRoute, Handler>> {
  const { world } = app;
  const drawing = { ...world, draws: app.draws };
  return {
    'desk-openings': signedIn((visit) => showList(app, visit)),
    'opening-new': signedIn((visit) => showForm(app, visit, [])),
    'opening-publish': signedIn((visit) => publish(app, visit)),
    'desk-opening': signedIn((visit) => showOne(app, visit)),
    'opening-verify': acted('verified', async (visit) => {
      const { staff, nomination, opening } = staffAct(visit);
      const known = await nomineesToVerify(world, { staff, opening });
      const values = known?.nominees.find(({ id }) => id === nomination)?.stated ?? {};
      const source = one(visit.form, `source-${nomination}`);
      return await verifyNominee(world, { staff, nomination, values, source });
    }),
    'opening-aside': acted('aside', (visit) => {
      const { staff, nomination } = staffAct(visit);
      const reason = one(visit.form, `reason-${nomination}`);
      return setNomineeAside(world, { staff, nomination, reason });
    }),
    'opening-commit': acted('committed', (visit) => commitDraw(drawing, directorAct(visit))),
    'opening-draw': acted('drawn', (visit) =>
      holdDraw(drawing, { ...directorAct(visit), typed: one(visit.form, 'words') }),
    ),
    'opening-refill': acted('refilled', (visit) => refillSeats(drawing, directorAct(visit))),
    'opening-decide': signedIn((visit) => decide(app, visit)),
    statements: signedIn(async ({ frame, session, query }) => {
      const statements = await statementsFor(world, session.person);
      const news = newsOf(one(query, 'news'));
      return page(
        renderPage(createElement(StatementsPage, { ...NOTHING_TYPED, frame, statements, news })),
      );
    }),
    'statement-read': signedIn((visit) => readOne(app, visit)),
  };
}

const NOTHING_TYPED = { typed: () => '', mistakes: [], late: undefined } as const;

const newsOf = (news: string): string | undefined =>
  Object.hasOwn(words.news, news) ? words.news[news as News] : undefined;

const staffAct = ({ session, form, params }: SignedInVisit) => ({
  staff: session.person,
  opening: one(params, 'opening'),
  nomination: one(form, 'nomination'),
});
const directorAct = ({ session, params }: SignedInVisit) => ({
  director: session.person,
  opening: one(params, 'opening'),
});

/** An act on one opening: done, it leads back to its page; refused, it says why. */
const acted = (news: News, act: (visit: SignedInVisit) => Promise<Result<unknown>>): Handler =>
  signedIn(async (visit) => {
    const opening = one(visit.params, 'opening');
    const nomination = one(visit.form, 'nomination');
    if (!isUuid(opening) || (nomination !== '' && !isUuid(nomination))) {
      return missingPage(visit.frame);
    }
    const done = await act(visit);
    const at = `/desk/openings/${opening}`;
    return done.ok
      ? redirect(`${at}?news=${news}`)
      : refusalPage(visit.frame, done.refusal, { href: at, label: words.title });
  });

async function showList(app: App, { frame, session, query }: SignedInVisit): Promise<Reply> {
  const all = await openingsPublished(app.world);
  const told = one(query, 'told');
  const isDirector = session.offices.includes('director');
  return page(
    renderPage(
      createElement(DeskOpeningsPage, {
        frame,
        openings: all.map(openingLine),
        mayPublish: isDirector,
        bodies: isDirector
          ? (await bodiesShown(app.world)).map(({ body: { id, name } }) => ({ id, name }))
          : [],
        news: /^\d{1,7}$/.test(told) ? words.told(Number(told)) : undefined,
      }),
    ),
  );
}

async function publish(app: App, visit: SignedInVisit): Promise<Reply> {
  const done = await publishOpening(app.world, {
    director: visit.session.person,
    typed: visit.form,
    programs: offered(app).map(({ id }) => id),
  });
  if (!done.ok) {
    return await showForm(app, visit, [
      { field: 'body-name', message: `${capital(done.refusal.because)}.` },
    ]);
  }
  return done.value.ok
    ? redirect(`/desk/openings?told=${done.value.told}`)
    : await showForm(app, visit, done.value.mistakes);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

async function showForm(
  app: App,
  { frame, form, session, query }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const bodies = await app.world.records.as(
    { rights: 'director', person: session.person },
    ({ seats }) => seats.bodies(),
  );
  return page(
    renderPage(
      createElement(PublishPage, {
        frame,
        mistakes,
        recognition: (one(form, 'purpose') || one(query, 'purpose')) === 'recognition',
        bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
        programs: offered(app).map(({ id }) => ({ value: id, label: programName(id) })),
        typed: (field) => one(form, field),
        typedDate: (field) => typedDate(form, field),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function showOne(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[] = [],
): Promise<Reply> {
  const { frame, session, params, query, form } = visit;
  const id = one(params, 'opening');
  const shown = isUuid(id) ? await openingPublished(app.world, id) : undefined;
  if (shown === undefined) {
    return missingPage(frame);
  }
  const { opening } = shown;
  const asDirector = session.offices.includes('director')
    ? await openingForDirector(app.world, { director: session.person, opening: id })
    : undefined;
  const asStaff =
    session.offices.includes('staff') && opening.how === 'draw'
      ? await nomineesToVerify(app.world, { staff: session.person, opening: id })
      : undefined;
  return page(
    renderPage(
      createElement(DeskOpeningPage, {
        frame,
        opening,
        news: newsOf(one(query, 'news')),
        typed: (field) => one(form, field),
        mistakes,
        verify: asStaff && { nominees: asStaff.nominees, categories: categoriesIn(opening) },
        draw:
          asDirector && opening.how === 'draw'
            ? drawState(shown, asDirector.nominees, app.world.clock.today())
            : undefined,
        decide:
          asDirector && opening.how === 'reading' ? decideState(asDirector.nominees) : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function drawState(
  { opening, draw, stage }: OpeningShown,
  nominees: readonly NomineeByLabel[],
  today: OpeningShown['opening']['closesOn'],
): NonNullable<DeskOpeningPageProps['draw']> {
  const pool = inPool(nominees);
  const panel = draw.drawn.at(-1)?.panel ?? [];
  const seated = nominees.filter(({ label }) => panel.includes(label));
  const late = seated.filter(({ label, answer }) => {
    const own = draw.drawn.findLast(({ fresh }) => fresh.includes(label));
    return answer === undefined && own !== undefined && own.acceptBy < today;
  });
  const free = seated.filter(({ answer }) => answer === 'declined' || answer === 'lapsed');
  const steps = {
    'not-yet': 'wait',
    open: 'wait',
    closing: 'commit',
    committed: opening.randomOn !== undefined && today >= opening.randomOn ? 'hold' : 'wait',
    drawn: free.length + late.length > 0 ? 'refill' : 'none',
  } as const;
  return {
    all: pool.length,
    unverified: pool.filter(({ verified }) =>
      categoriesIn(opening).some((category) => verified[category] === undefined),
    ).length,
    step: steps[stage],
    accepted: seated.filter(({ answer }) => answer === 'accepted').length,
    declined: free.length,
    waiting: seated.filter(({ answer }) => answer === undefined).length,
  };
}

function decideState(
  nominees: readonly NomineeByLabel[],
): NonNullable<DeskOpeningPageProps['decide']> {
  const found = agreementOf(nominees.map(({ readings }) => readings.map(({ scores }) => scores)));
  return {
    nominees,
    agreement: found && { value: found.value.toFixed(2), pairs: found.pairs },
  };
}

async function decide(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, frame, params } = visit;
  const [opening, nomination] = [one(params, 'opening'), one(form, 'nomination')];
  if (!isUuid(opening) || !isUuid(nomination)) {
    return missingPage(frame);
  }
  const done = await decideNominee(app.world, {
    ...directorAct(visit),
    nomination,
    chosen: one(form, `chosen-${nomination}`),
    reason: one(form, `reason-${nomination}`),
  });
  const at = `/desk/openings/${opening}`;
  if (!done.ok) {
    return done.refusal.kind === 'no-such-opening'
      ? missingPage(frame)
      : refusalPage(frame, done.refusal, { href: at, label: words.title });
  }
  return done.value.ok
    ? redirect(`${at}?news=decided`)
    : await showOne(app, visit, done.value.mistakes);
}

async function readOne(app: App, { frame, form, session, params }: SignedInVisit): Promise<Reply> {
  const nomination = one(params, 'nomination');
  const statements = await statementsFor(app.world, session.person);
  const statement = statements.find(({ id }) => id === nomination);
  const note = one(form, `note-${nomination}`);
  const shown = { ...NOTHING_TYPED, frame, statements, news: undefined };
  if (statement === undefined) {
    // Whoever wrote a note while two others finished gets it back.
    return isUuid(nomination) && note.trim() !== ''
      ? page(renderPage(createElement(StatementsPage, { ...shown, late: note })), 409)
      : missingPage(frame);
  }
  const done = await keepPoints(app.world, {
    reader: session.person,
    nomination,
    points: statement.criteria.map((_, place) => one(form, `points-${place + 1}-${nomination}`)),
    note,
  });
  if (!done.ok) {
    return page(renderPage(createElement(StatementsPage, { ...shown, late: note })), 409);
  }
  return done.value.ok
    ? redirect('/desk/statements?news=read')
    : page(
        renderPage(
          createElement(StatementsPage, {
            ...shown,
            typed: (field) => one(form, field),
            mistakes: done.value.mistakes,
          }),
        ),
        422,
      );
}
