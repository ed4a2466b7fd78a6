/** Coming forward for a seat, suggesting somebody, and what became of it. */
import { createElement } from 'react';
import { type Against, secondLookUntil } from '../../casework/opening/second-look.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { MyOpeningsPage, type MySeatShown } from '../../web/pages/my-openings/my-openings-page.tsx';
import { NominatePage } from '../../web/pages/opening-nominate/nominate-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { openings as words } from '../../web/words/openings.ts';
import { recognitions } from '../../web/words/recognitions.ts';
import {
  answerForSeat,
  forOthers,
  type MySeat,
  mySeats,
  nominateMyself,
  showRecognition,
  statedIn,
  suggestSomebody,
  withdrawNomination,
} from '../../workflow/opening/come-forward.ts';
import { openingPublished } from '../../workflow/opening/read-openings.ts';
import { askForSecondLook } from '../../workflow/opening/second-look.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  many,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type MyOpeningRoute =
  | 'nominate'
  | 'nominate-send'
  | 'opening-suggest'
  | 'my-openings'
  | 'seat-accept'
  | 'seat-decline'
  | 'seat-withdraw'
  | 'seat-appeal'
  | 'recognition-show'
  | 'recognition-hide';
const NEWS = { ...words.my.news, ...recognitions.my.news };
type News = keyof typeof NEWS;

export function myOpeningHandlers(app: App): Readonly<Record<MyOpeningRoute, Handler>> {
  const answered = (answer: 'accepted' | 'declined') =>
    signedIn(async (visit) => {
      const nomination = one(visit.params, 'nomination');
      return isUuid(nomination)
        ? after(
            visit,
            await answerForSeat(app.world, { person: visit.session.person, nomination, answer }),
            one(visit.form, 'recognition') === 'yes' ? 'given-back' : answer,
          )
        : missingPage(visit.frame);
    });
  return {
    nominate: signedIn((visit) => show(app, visit, [])),
    'nominate-send': signedIn((visit) => nominate(app, visit)),
    'opening-suggest': signedIn((visit) => suggest(app, visit)),
    'my-openings': signedIn((visit) => showMine(app, visit, [])),
    'seat-appeal': signedIn((visit) => appeal(app, visit)),
    'recognition-show': signedIn((visit) => showName(app, visit, true)),
    'recognition-hide': signedIn((visit) => showName(app, visit, false)),
    'seat-accept': answered('accepted'),
    'seat-decline': answered('declined'),
    'seat-withdraw': signedIn(async (visit) => {
      const nomination = one(visit.params, 'nomination');
      return isUuid(nomination)
        ? after(
            visit,
            await withdrawNomination(app.world, { person: visit.session.person, nomination }),
            'withdrawn',
          )
        : missingPage(visit.frame);
    }),
  };
}

async function showMine(
  app: App,
  { frame, session, query, form }: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const seats = await mySeats(app.world, session.person);
  const me = await app.world.records.as(
    { rights: 'candidate', person: session.person },
    ({ people }) => people.me(),
  );
  const news = one(query, 'news');
  return page(
    renderPage(
      createElement(MyOpeningsPage, {
        frame,
        seats: seats.map((seat) => seatShown(seat, app.world.clock.today(), me?.fullName ?? '')),
        news: Object.hasOwn(NEWS, news) ? NEWS[news as keyof typeof NEWS] : undefined,
        typed: { one: (field) => one(form, field), many: (field) => many(form, field), mistakes },
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function showName(app: App, visit: SignedInVisit, isShown: boolean): Promise<Reply> {
  const nomination = one(visit.params, 'nomination');
  if (!isUuid(nomination)) {
    return missingPage(visit.frame);
  }
  const done = await showRecognition(app.world, {
    ...{ person: visit.session.person, nomination },
    name: isShown ? one(visit.form, `name-${nomination}`) : undefined,
  });
  if (!done.ok) {
    return refusalPage(visit.frame, done.refusal, BACK);
  }
  return done.value.ok
    ? redirect(`/my/openings?news=${isShown ? 'shown' : 'hidden'}`)
    : await showMine(app, visit, done.value.mistakes);
}

async function appeal(app: App, visit: SignedInVisit): Promise<Reply> {
  const nomination = one(visit.params, 'nomination');
  const against = one(visit.form, 'against');
  if (!isUuid(nomination) || (against !== 'aside' && against !== 'decision')) {
    return missingPage(visit.frame);
  }
  const done = await askForSecondLook(app.world, {
    ...{ person: visit.session.person, nomination, against },
    typed: visit.form,
  });
  if (!done.ok) {
    return done.refusal.kind === 'no-such-nomination'
      ? missingPage(visit.frame)
      : refusalPage(visit.frame, done.refusal, BACK);
  }
  return done.value.ok
    ? redirect('/my/openings?news=appealed')
    : await showMine(app, visit, done.value.mistakes);
}

const BACK = { href: '/my/openings', label: words.my.title };

const after = (visit: SignedInVisit, done: Result<unknown>, news: News): Reply =>
  done.ok ? redirect(`/my/openings?news=${news}`) : refusalPage(visit.frame, done.refusal, BACK);

function standingOf(seat: MySeat): MySeatShown['standing'] {
  const { nomination, tickets, onPanel, isDrawn } = seat;
  const { answer, decided, withdrawnOn, setAside, appeals, handed } = nomination;
  const isUpheld = (against: Against): boolean =>
    appeals.some((one) => one.against === against && one.answer?.upheld === true);
  const isSeat = seat.opening.recognition === undefined;
  if (answer !== undefined) {
    return isSeat ? answer : 'givenBack';
  }
  if (withdrawnOn !== undefined) {
    return 'withdrawn';
  }
  if (setAside !== undefined && !isUpheld('aside')) {
    return 'aside';
  }
  if (decided !== undefined) {
    return decided.chosen || handed !== undefined
      ? isSeat
        ? 'chosen'
        : 'recognized'
      : isUpheld('decision')
        ? 'inLine'
        : 'notChosen';
  }
  if (onPanel) {
    return 'drawn';
  }
  if (tickets === undefined) {
    return 'open';
  }
  return isDrawn ? 'notDrawn' : 'pool';
}

function seatShown(
  seat: MySeat,
  today: MySeat['opening']['closesOn'],
  fullName: string,
): MySeatShown {
  const { nomination, opening, tickets, answerUntil } = seat;
  const isOver = answerUntil !== undefined && answerUntil < today;
  return {
    recognized:
      standingOf(seat) === 'recognized' ? { shownAs: nomination.shownAs, fullName } : undefined,
    nomination: nomination.id,
    label: nomination.label,
    opening: { id: opening.id, title: opening.title },
    standing: standingOf(seat),
    tickets,
    verified: nomination.verified,
    isVerified: opening.quotas.length > 0,
    reason: nomination.decided?.reason ?? nomination.setAside?.reason,
    secondLook: secondLookOf(seat, today),
    answerUntil: answerUntil === undefined || isOver ? undefined : inWords(answerUntil),
    mayWithdraw:
      tickets === undefined &&
      nomination.withdrawnOn === undefined &&
      nomination.decided === undefined,
    promised: inWords(opening.answerBy),
  };
}

/** What was decided against somebody last, and whether it can still be looked at again. */
function secondLookOf(
  { nomination, tickets }: MySeat,
  today: MySeat['opening']['closesOn'],
): MySeatShown['secondLook'] {
  const { decided, setAside, appeals, withdrawnOn } = nomination;
  const against = decided === undefined ? 'aside' : 'decision';
  const since = decided === undefined ? setAside?.on : decided.chosen ? undefined : decided.on;
  const isOpen =
    since !== undefined &&
    withdrawnOn === undefined &&
    today <= secondLookUntil(since) &&
    (against === 'decision' || tickets === undefined) &&
    !appeals.some((one) => one.against === against);
  return {
    offered: isOpen ? { against, until: inWords(secondLookUntil(since)) } : undefined,
    asked: appeals.map(({ promisedBy, ...one }) => ({ ...one, promised: inWords(promisedBy) })),
  };
}

async function nominate(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, frame, session, params } = visit;
  const [opening, key, suggestion] = [
    one(params, 'opening'),
    one(form, 'key'),
    one(form, 'suggestion'),
  ];
  if (!isUuid(opening)) {
    return missingPage(frame);
  }
  const done = await nominateMyself(app.world, {
    person: session.person,
    opening,
    id: isUuid(key) ? key : app.world.chance.uuid(),
    suggestion: isUuid(suggestion) ? suggestion : undefined,
    typed: form,
  });
  if (!done.ok) {
    return done.refusal.kind === 'no-such-opening'
      ? missingPage(frame)
      : refusalPage(frame, done.refusal, { href: `/openings/${opening}`, label: words.title });
  }
  return done.value.ok
    ? redirect('/my/openings?news=sent')
    : await show(app, visit, done.value.mistakes);
}

async function suggest(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, frame, session, params } = visit;
  const opening = one(params, 'opening');
  if (!isUuid(opening)) {
    return missingPage(frame);
  }
  const done = await suggestSomebody(app.world, { person: session.person, opening, typed: form });
  if (!done.ok) {
    return done.refusal.kind === 'no-such-opening'
      ? missingPage(frame)
      : refusalPage(frame, done.refusal, { href: `/openings/${opening}`, label: words.title });
  }
  return done.value.ok
    ? redirect(`/openings/${opening}/nominate?news=suggested`)
    : await show(app, visit, done.value.mistakes);
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { form, frame, session, query } = visit;
  const id = one(visit.params, 'opening');
  const shown = isUuid(id) ? await openingPublished(app.world, id) : undefined;
  if (shown === undefined || shown.stage !== 'open') {
    return shown === undefined ? missingPage(frame) : redirect(`/openings/${id}`);
  }
  const { opening } = shown;
  const mine = await mySeats(app.world, session.person);
  if (mine.some((seat) => seat.opening.id === id)) {
    return redirect('/my/openings');
  }
  const may = await app.world.records.as(
    { rights: 'candidate', person: session.person },
    ({ seats }) => seats.qualify(id, app.world.clock.today()),
  );
  const [key, suggestion] = [one(form, 'key'), one(form, 'suggestion') || one(query, 'suggestion')];
  return page(
    renderPage(
      createElement(NominatePage, {
        frame,
        opening,
        forOthers: may ? undefined : forOthers(opening),
        categories: statedIn(opening),
        formKey: isUuid(key) ? key : app.world.chance.uuid(),
        suggestion: isUuid(suggestion) ? suggestion : undefined,
        typed: (field) => one(form, field),
        mistakes,
        news: one(query, 'news') === 'suggested' ? words.nominate.suggestedNews : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
