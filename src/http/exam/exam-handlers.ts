/**
 * The exam's addresses: before it, its questions as plain forms, its journal and clock for the script, handing it in,
 * its result. Handlers read and show; what may be done is decided below.
 */
import { createElement } from 'react';
import type { RouteId } from '../../contract/routes/routes.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { ExamPage } from '../../web/pages/exam/exam.tsx';
import { addressWith } from '../../web/pages/sitting/display-address.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { appendAnswers } from '../../workflow/exam/append-answers.ts';
import type { AwardOnPass } from '../../workflow/exam/award-on-pass.ts';
import { examPage } from '../../workflow/exam/exam-page.ts';
import { submitSitting } from '../../workflow/exam/hand-in.ts';
import { sittingClock, sittingView } from '../../workflow/exam/open-sitting.ts';
import { startSitting } from '../../workflow/exam/start-sitting.ts';
import type { App } from '../server/app.ts';
import { httpStatus } from '../server/problem.ts';
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
import { clockForScript, examModel, formForScript, sentence } from './exam-models.ts';
import { displayOf } from './player-address.ts';
import { playerHandlers } from './player-handlers.ts';
import { resultHandlers } from './result-handlers.ts';
import { sentAnswers } from './sent-answers.ts';

type ExamRouteId =
  | 'exam'
  | 'exam-start'
  | 'sitting'
  | 'sitting-form'
  | 'sitting-append'
  | 'sitting-clock'
  | 'sitting-item'
  | 'sitting-answer'
  | 'sitting-review'
  | 'sitting-submit'
  | 'result'
  | 'result-receipt'
  | 'result-again'
  | 'result-appeal'
  | 'result-appeal-send';

export type ExamHandlers = Readonly<Record<ExamRouteId & RouteId, Handler>>;

/** `award`: what happens on a pass, inside the transaction of the result. */
export function examHandlers(app: App, award: AwardOnPass): ExamHandlers {
  return {
    exam: signedIn((visit) => before(app, visit)),
    'exam-start': signedIn((visit) => start(app, visit)),
    ...playerHandlers(app),
    'sitting-form': signedIn((visit) => form(app, visit)),
    'sitting-append': signedIn((visit) => append(app, visit)),
    'sitting-clock': signedIn((visit) => clock(app, visit)),
    'sitting-submit': signedIn((visit) => submit(app, visit, award)),
    ...resultHandlers(app),
  };
}

async function before(
  app: App,
  visit: SignedInVisit,
  refused?: { readonly kind: string; readonly because: string },
): Promise<Reply> {
  const offer = await examPage(app.world, visit.session.person, one(visit.params, 'program'));
  if (!offer.ok) {
    return refusalPage(visit.frame, offer.refusal);
  }
  const frame = { ...visit.frame, display: displayOf(visit) };
  const model = examModel(offer.value);
  const why = refused === undefined ? undefined : sentence(refused.because);
  return page(
    renderPage(createElement(ExamPage, { frame, model, refused: why })),
    refused === undefined ? undefined : httpStatus(refused.kind),
  );
}

async function start(app: App, visit: SignedInVisit): Promise<Reply> {
  const started = await startSitting(app.world, visit.session.person, one(visit.params, 'program'));
  return started.ok
    ? redirect(addressWith(`/sitting/${started.value}`, displayOf(visit)))
    : await before(app, visit, started.refusal);
}

const sittingOf = (visit: SignedInVisit): string => one(visit.params, 'sitting');

const refusedJson = (kind: string): Reply => ({
  kind: 'json',
  status: httpStatus(kind),
  body: { kind },
});

async function form(app: App, visit: SignedInVisit): Promise<Reply> {
  const view = isUuid(sittingOf(visit))
    ? await sittingView(app.world, visit.session.person, sittingOf(visit))
    : undefined;
  if (view?.ok !== true) {
    return refusedJson('no-such-sitting');
  }
  const body = formForScript(view.value, visit.frame.formToken, app.world.clock.now());
  return { kind: 'json', body };
}

async function append(app: App, visit: SignedInVisit): Promise<Reply> {
  const sent = sentAnswers(visit.json);
  if (sent === undefined) {
    return refusedJson('not-answers');
  }
  if (!isUuid(sittingOf(visit))) {
    return refusedJson('no-such-sitting');
  }
  const { person } = visit.session;
  const kept = await appendAnswers(app.world, { sitting: sittingOf(visit), person, ...sent });
  return kept.ok ? { kind: 'json', body: kept.value } : refusedJson(kept.refusal.kind);
}

async function clock(app: App, visit: SignedInVisit): Promise<Reply> {
  if (!isUuid(sittingOf(visit))) {
    return refusedJson('no-such-sitting');
  }
  const time = await sittingClock(app.world, visit.session.person, sittingOf(visit));
  if (!time.ok) {
    return refusedJson(time.refusal.kind);
  }
  const body = clockForScript(time.value, visit.frame.formToken, app.world.clock.now());
  return { kind: 'json', body };
}

async function submit(app: App, visit: SignedInVisit, award: AwardOnPass): Promise<Reply> {
  const sitting = sittingOf(visit);
  if (!isUuid(sitting)) {
    return refusalPage(visit.frame, { kind: 'no-such-sitting', because: 'there is no such exam' });
  }
  const done = await submitSitting(app.world, visit.session.person, sitting, award);
  return done.ok ? redirect(`/results/${sitting}`) : refusalPage(visit.frame, done.refusal);
}
