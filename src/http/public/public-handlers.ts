/** What anybody may open: the pledge, the programs, the log, concerns, statements; the register beside them. */
import { createElement } from 'react';
import { CONCERN_SUBJECTS, readConcern } from '../../casework/concern/concern.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { PLEDGE } from '../../program/pledge/pledge.ts';
import { AppealsPage } from '../../web/pages/appeals/appeals-page.tsx';
import { appealsView } from '../../web/pages/appeals/appeals-view.ts';
import { ConcernPage, ConcernSentPage } from '../../web/pages/concern/concern-page.tsx';
import {
  ConcernReadPage,
  ConcernReceiptPage,
} from '../../web/pages/concern/concern-receipt-page.tsx';
import { HomePage } from '../../web/pages/home/home-page.tsx';
import { pledgeView } from '../../web/pages/home/pledge-view.ts';
import { ProgramPage } from '../../web/pages/programs/program-page.tsx';
import { programEntry, programView } from '../../web/pages/programs/program-view.ts';
import { ProgramsPage } from '../../web/pages/programs/programs-page.tsx';
import { AccessibilityPage, PrivacyPage } from '../../web/pages/statements/statement-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concernByReceipt, formKey, raiseConcern } from '../../workflow/conduct/concern.ts';
import { programOfCode } from '../../workflow/identify/record-source.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, redirect, type Visit } from '../server/visit.ts';
import { codeHandlers } from './code-handlers.ts';
import { credentialHandlers } from './credential-handlers.ts';
import { logHandlers } from './log-handlers.ts';
import { reportHandlers } from './report-handlers.ts';

export function publicHandlers(app: App) {
  const today = () => app.world.clock.today();
  const authorized = () =>
    app.world.records.as({ rights: 'public', person: undefined }, ({ settings }) =>
      settings.authorized(),
    );
  const offered = programs.filter(({ invented }) => app.demonstration || !invented);
  return {
    ...credentialHandlers(app),
    ...logHandlers(app),
    ...reportHandlers(app),
    ...codeHandlers(app, offered),
    home: async ({ frame }) =>
      page(renderPage(createElement(HomePage, { frame, lines: pledgeView(PLEDGE, today()) }))),
    programs: async ({ frame }) => {
      const known = await authorized();
      const entries = offered.map((program) =>
        programEntry(program, known.has(program.id), today()),
      );
      return page(renderPage(createElement(ProgramsPage, { frame, programs: entries })));
    },
    program: async ({ frame, params }) => {
      const program = offered.find(({ id }) => id === params['program']);
      if (program === undefined) {
        return missingPage(frame);
      }
      const known = await authorized();
      const view = programView(program, known.has(program.id), today());
      return page(renderPage(createElement(ProgramPage, { frame, program: view })));
    },
    appeals: async ({ frame }) => {
      const known = await authorized();
      const deciding = offered.filter(({ id, realMark }) => !realMark || known.has(id));
      const kinds = appealsView(deciding, today());
      return page(renderPage(createElement(AppealsPage, { frame, kinds })));
    },
    // A link that an outreach hands out. A code that is not one leads to the programs, without a word about it.
    'apply-from': async ({ query }) => {
      const code = one(query, 'from');
      const program = await programOfCode(app.world, code);
      return redirect(
        program === undefined ? '/programs' : `/apply/${program}?from=${encodeURIComponent(code)}`,
      );
    },
    concern: async ({ frame }) =>
      page(
        renderPage(
          createElement(ConcernPage, {
            frame,
            subjects: CONCERN_SUBJECTS,
            formKey: formKey(app.world),
            typed: { about: '', account: '', contact: '' },
            mistakes: [],
          }),
        ),
      ),
    'concern-raise': (visit) => raise(app, visit),
    'concern-receipt': async ({ frame }) =>
      page(renderPage(createElement(ConcernReceiptPage, { frame, typed: '', mistakes: [] }))),
    'concern-read': (visit) => readByReceipt(app, visit),
    accessibility: async ({ frame }) =>
      page(renderPage(createElement(AccessibilityPage, { frame }))),
    privacy: async ({ frame }) => page(renderPage(createElement(PrivacyPage, { frame }))),
  } satisfies Readonly<Record<string, Handler>>;
}

/** The body's own promise; the same for every concern. */
const within = { kind: 'business-days-after', days: 7 } as const;
const answeredBy = (received: CivilDate): CivilDate =>
  answerDay(within, received, FEDERAL_HOLIDAYS);

async function raise(app: App, { form, frame }: Visit): Promise<Reply> {
  const read = readConcern(form);
  const key = one(form, 'key');
  const typed = {
    about: one(form, 'about'),
    account: one(form, 'account'),
    contact: one(form, 'contact'),
  };
  if (!read.ok) {
    return page(
      renderPage(
        createElement(ConcernPage, {
          frame,
          subjects: CONCERN_SUBJECTS,
          formKey: key,
          typed,
          mistakes: read.mistakes,
        }),
      ),
      422,
    );
  }
  const { receipt, label } = await raiseConcern(app.world, read.value, key);
  const answerBy = inWords(answeredBy(app.world.clock.today()));
  return page(renderPage(createElement(ConcernSentPage, { frame, receipt, label, answerBy })));
}

async function readByReceipt(app: App, { form, frame }: Visit): Promise<Reply> {
  const typed = one(form, 'receipt');
  const found = await concernByReceipt(app.world, typed);
  if (!found.ok) {
    const { because } = found.refusal;
    const mistakes = [
      { field: 'receipt', message: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` },
    ];
    return page(renderPage(createElement(ConcernReceiptPage, { frame, typed, mistakes })), 422);
  }
  const { label, about, receivedAt, replies } = found.value;
  const day = (at: number) => inWords(app.world.clock.dayOf(at));
  return page(
    renderPage(
      createElement(ConcernReadPage, {
        frame,
        label,
        about: CONCERN_SUBJECTS.find(({ id }) => id === about)?.label ?? about,
        received: day(receivedAt),
        answerBy: inWords(answeredBy(app.world.clock.dayOf(receivedAt))),
        replies: replies.map((reply) => ({ when: day(reply.at), text: reply.words })),
      }),
    ),
  );
}
