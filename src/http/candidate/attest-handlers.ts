/** The page behind a supervisor's mailed link. Whoever holds the link may answer, once; no account. */
import { createElement } from 'react';
import type { PageValues } from '../../casework/application/field.ts';
import { AttestDonePage, AttestOverPage, AttestPage } from '../../web/pages/attest/attest-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import type { Frame } from '../../web/parts/page-frame/frame.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import {
  type AskedOfSupervisor,
  answerAttestation,
  askedOfSupervisor,
} from '../../workflow/apply/answer-attestation.ts';
import { LINK_DAYS } from '../../workflow/apply/ask-supervisors.ts';
import type { App } from '../server/app.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';

export function attestHandlers(app: App): Readonly<Record<'attest' | 'attest-answer', Handler>> {
  return {
    attest: (visit) => show(app, visit),
    'attest-answer': (visit) => answer(app, visit),
  };
}

async function show(app: App, { frame, params, path }: Visit): Promise<Reply> {
  const asked = await askedOfSupervisor(app.world, one(params, 'token'));
  if (!asked.ok) {
    return over(frame);
  }
  const { answered, candidate } = asked.value;
  return answered
    ? page(renderPage(createElement(AttestDonePage, { frame, candidate })))
    : form(frame, path, asked.value, { values: {}, mistakes: [] });
}

async function answer(app: App, { frame, params, path, form: typed }: Visit): Promise<Reply> {
  const answered = await answerAttestation(app.world, { token: one(params, 'token'), typed });
  if (!answered.ok) {
    // A second press, or a second window: the page of the link says that the answers are stored.
    return answered.refusal.kind === 'answered-before' ? redirect(path) : over(frame);
  }
  return answered.value.stored
    ? redirect(path)
    : form(frame, path, answered.value.asked, answered.value);
}

const over = (frame: Frame): Reply =>
  page(renderPage(createElement(AttestOverPage, { frame, days: LINK_DAYS })), 404);

function form(
  frame: Frame,
  action: string,
  { candidate, supervisor, program, work, questions }: AskedOfSupervisor,
  sent: { readonly values: PageValues; readonly mistakes: readonly FieldMistake[] },
): Reply {
  const { name, notice, body } = program;
  return page(
    renderPage(
      createElement(AttestPage, {
        frame,
        action,
        candidate,
        supervisor,
        program: { name, notice, body: body.name },
        work,
        questions,
        values: sent.values,
        mistakes: sent.mistakes,
      }),
    ),
    sent.mistakes.length > 0 ? 422 : 200,
  );
}
