/** Refusals and faults as pages, each with its status. */
import { createElement } from 'react';
import type { Refusal } from '../../kernel/result/result.ts';
import { CarryOnPage, ProblemPage, SignedOutPage } from '../../web/pages/problem/problem.tsx';
import type { Frame } from '../../web/parts/page-frame/frame.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { problems } from '../../web/words/problems.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import type { App } from './app.ts';
import type { Carried } from './carry.ts';
import { httpStatus } from './problem.ts';
import { page, type Reply } from './visit.ts';

const problem = (frame: Frame, status: number, title: string, text: string): Reply =>
  page(renderPage(createElement(ProblemPage, { frame, title, text: [text] })), status);

export const missingPage = (frame: Frame): Reply =>
  problem(frame, 404, problems.missing.title, problems.missing.text);
export const notYoursPage = (frame: Frame): Reply =>
  problem(frame, 403, problems.notYours.title, problems.notYours.text);
export const otherProgramPage = (frame: Frame): Reply =>
  problem(frame, 403, problems.otherProgram.title, problems.otherProgram.text);
export const strangePostPage = (frame: Frame): Reply =>
  problem(frame, 400, problems.strangePost.title, problems.strangePost.text);
export const tooMuchPage = (frame: Frame): Reply =>
  problem(frame, 413, problems.tooMuch.title, problems.tooMuch.text);
export const tooFastPage = (frame: Frame): Reply =>
  problem(frame, 429, problems.tooFast.title, problems.tooFast.text);
/** What went wrong on our side, written down under the number that people are shown. */
export const faultPage = (
  frame: Frame,
  cause: unknown,
  { fault }: Pick<App, 'fault'>,
  route: string,
): Reply =>
  isHeld(cause)
    ? problem(frame, 503, problems.held.title, problems.held.text)
    : problem(frame, 500, problems.fault.title, problems.fault.text(fault(cause, route)));

/** The database's answer while nothing may be written into the log: 0095-log-held.sql. */
export const isHeld = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EH020';

/** A refusal of a use case that no form on the page can show. */
export function refusalPage(
  frame: Frame,
  refusal: Refusal,
  back?: { readonly href: string; readonly label: string },
): Reply {
  const text = [refusalSentence(refusal)];
  const title = problems.refused.title;
  return page(
    renderPage(createElement(ProblemPage, { frame, title, text, back })),
    httpStatus(refusal.kind),
  );
}

export const signedOutPage = (frame: Frame, carried: string, hadFiles: boolean): Reply =>
  page(renderPage(createElement(SignedOutPage, { frame, carried, hadFiles })), 401);

export const carryOnPage = (frame: Frame, carried: Carried): Extract<Reply, { kind: 'page' }> =>
  page(
    renderPage(
      createElement(CarryOnPage, {
        frame,
        action: carried.action,
        form: carried.form,
        hadFiles: carried.hadFiles,
      }),
    ),
  );
