/**
 * The player as plain pages: opening an exam on this machine, a question, its answer, the list of all questions.
 * An answer is on disk before the next page is shown.
 */
import { createElement } from 'react';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { addressWith } from '../../web/pages/sitting/display-address.ts';
import { SittingPage, SittingStopsPage } from '../../web/pages/sitting/sitting.tsx';
import { SittingReviewPage } from '../../web/pages/sitting-review/sitting-review.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { appendAnswers } from '../../workflow/exam/append-answers.ts';
import {
  openSitting,
  questionAt,
  type SittingView,
  sittingView,
} from '../../workflow/exam/open-sitting.ts';
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
import { reviewModel, sittingModel, timeOf } from './exam-models.ts';
import { countIn, displayOf } from './player-address.ts';

type PlayerRouteId = 'sitting' | 'sitting-item' | 'sitting-answer' | 'sitting-review';

export function playerHandlers(app: App): Readonly<Record<PlayerRouteId, Handler>> {
  return {
    sitting: signedIn((visit) => open(app, visit)),
    'sitting-item': signedIn((visit) =>
      withView(app, visit, (view) => question(app, visit, view, false)),
    ),
    'sitting-answer': signedIn((visit) => answer(app, visit)),
    'sitting-review': signedIn((visit) => withView(app, visit, (view) => review(app, visit, view))),
  };
}

const sittingOf = (visit: SignedInVisit): string => one(visit.params, 'sitting');
const noSuch = (visit: SignedInVisit): Reply =>
  refusalPage(visit.frame, {
    kind: 'no-such-sitting',
    because: 'there is no such exam in your account',
  });

/** This machine leads from now on; the script, where there is one, takes over the page. */
async function open(app: App, visit: SignedInVisit): Promise<Reply> {
  if (!isUuid(sittingOf(visit))) {
    return noSuch(visit);
  }
  const view = await openSitting(app.world, visit.session.person, sittingOf(visit));
  return view.ok
    ? (stopped(visit, view.value) ?? question(app, visit, view.value, true))
    : refusalPage(visit.frame, view.refusal);
}

async function withView(
  app: App,
  visit: SignedInVisit,
  show: (view: SittingView) => Reply,
): Promise<Reply> {
  if (!isUuid(sittingOf(visit))) {
    return noSuch(visit);
  }
  const view = await sittingView(app.world, visit.session.person, sittingOf(visit));
  return view.ok
    ? (stopped(visit, view.value) ?? show(view.value))
    : refusalPage(visit.frame, view.refusal);
}

/** No question is shown while the exam is paused or after its time; what was chosen is kept all the same. */
function stopped(visit: SignedInVisit, view: SittingView): Reply | undefined {
  switch (view.status) {
    case 'submitted':
      return redirect(`/results/${view.sitting}`);
    case 'paused':
    case 'time-is-up':
      return page(
        renderPage(
          createElement(SittingStopsPage, {
            frame: { ...visit.frame, display: displayOf(visit) },
            sitting: view.sitting,
            why: view.status,
          }),
        ),
      );
    default:
      return undefined;
  }
}

const placeAsked = (visit: SignedInVisit, view: SittingView): number =>
  countIn(one(visit.params, 'place')) ??
  countIn(one(visit.query, 'at')) ??
  1 +
    Math.max(
      0,
      view.items.findIndex(({ id }) => !view.choices.has(id)),
    );

/** The epoch this machine was given: in the address, or in the form it was sent with. */
const epochOf = (visit: SignedInVisit, view: SittingView): number =>
  countIn(one(visit.form, 'epoch')) ?? countIn(one(visit.query, 'e')) ?? view.epoch;

function question(app: App, visit: SignedInVisit, view: SittingView, leads: boolean): Reply {
  const frame = { ...visit.frame, display: displayOf(visit) };
  const epoch = leads ? view.epoch : epochOf(visit, view);
  const asked = { place: placeAsked(visit, view), epoch, now: app.world.clock.now() };
  const model = sittingModel(view, asked);
  const review = reviewModel(view, epoch);
  return page(renderPage(createElement(SittingPage, { frame, model, leads, review })));
}

function review(app: App, visit: SignedInVisit, view: SittingView): Reply {
  const frame = { ...visit.frame, display: displayOf(visit) };
  const model = reviewModel(view, epochOf(visit, view));
  const time = timeOf(view, app.world.clock.now());
  const back = countIn(one(visit.query, 'at')) ?? 1;
  return page(renderPage(createElement(SittingReviewPage, { frame, model, time, back })));
}

async function answer(app: App, visit: SignedInVisit): Promise<Reply> {
  const { person } = visit.session;
  if (!isUuid(sittingOf(visit))) {
    return noSuch(visit);
  }
  const view = await sittingView(app.world, person, sittingOf(visit));
  if (!view.ok) {
    return refusalPage(visit.frame, view.refusal);
  }
  const asked = placeAsked(visit, view.value);
  const { item, place } = questionAt(view.value, asked);
  const responses = responsesIn(visit);
  const epoch = epochOf(visit, view.value);
  if (responses.length > 0) {
    const kept = await appendAnswers(app.world, {
      sitting: view.value.sitting,
      person,
      epoch,
      client: app.world.chance.uuid(),
      events: responses.map((response, k) => ({
        n: view.value.lastNumber + k + 1,
        item: item.id,
        response,
        ms: 0,
      })),
    });
    if (!kept.ok) {
      return refusalPage(visit.frame, kept.refusal);
    }
  }
  return redirect(nextAddress(visit, view.value, place, epoch));
}

function responsesIn(visit: SignedInVisit) {
  const option = one(visit.form, 'option');
  const then = one(visit.form, 'then');
  return [
    ...('option' in visit.form ? [{ option }] : []),
    ...(then === 'flag' || then === 'unflag' ? [{ flagged: then === 'flag' }] : []),
  ];
}

function nextAddress(
  visit: SignedInVisit,
  view: SittingView,
  place: number,
  epoch: number,
): string {
  const base = `/sitting/${view.sitting}`;
  const e = String(epoch);
  const to = (target: number): string => {
    const near = Math.min(Math.max(target, 1), view.items.length);
    return addressWith(`${base}/item/${near}`, displayOf(visit), { e });
  };
  const then = one(visit.form, 'then');
  // The Enter key presses the form's first button, "next", at the last question too, where it is hidden.
  const past = then === 'next' && place === view.items.length;
  switch (past ? 'review' : then) {
    case 'next':
      return to(place + 1);
    case 'previous':
      return to(place - 1);
    case 'review':
      return addressWith(`${base}/review`, displayOf(visit), { e, at: String(place) });
    default:
      return to(place);
  }
}
