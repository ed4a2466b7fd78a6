/** What anybody may open: the pledge, the programs, the log, concerns, statements; the register beside them. */
import { createElement } from 'react';
import { programs } from '../../program/catalog/catalog.ts';
import { PLEDGE } from '../../program/pledge/pledge.ts';
import { AppealsPage } from '../../web/pages/appeals/appeals-page.tsx';
import { appealsView } from '../../web/pages/appeals/appeals-view.ts';
import { HomePage } from '../../web/pages/home/home-page.tsx';
import { pledgeView } from '../../web/pages/home/pledge-view.ts';
import { ProgramPage } from '../../web/pages/programs/program-page.tsx';
import { programEntry, programView } from '../../web/pages/programs/program-view.ts';
import { ProgramsPage } from '../../web/pages/programs/programs-page.tsx';
import { AccessibilityPage, PrivacyPage } from '../../web/pages/statements/statement-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { programOfCode } from '../../workflow/identify/record-source.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, redirect } from '../server/visit.ts';
import { auditLotteryHandlers } from './audit-lottery-handlers.ts';
import { codeHandlers } from './code-handlers.ts';
import { concernHandlers } from './concern-handlers.ts';
import { credentialHandlers } from './credential-handlers.ts';
import { dilemmaHandlers } from './dilemma-handlers.ts';
import { heardHandlers } from './heard-handlers.ts';
import { ideaHandlers } from './idea-handlers.ts';
import { logHandlers } from './log-handlers.ts';
import { openingHandlers } from './opening-handlers.ts';
import { opinionHandlers } from './opinion-handlers.ts';
import { registerHandlers } from './register-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { storyHandlers } from './story-handlers.ts';
import { vcApiHandlers } from './vc-api-handlers.ts';
import { verifyHandlers } from './verify-handlers.ts';
import { walletHandlers } from './wallet-handlers.ts';
import { witnessHandlers } from './witness-handlers.ts';

export function publicHandlers(app: App) {
  const today = () => app.world.clock.today();
  const authorized = () =>
    app.world.records.as({ rights: 'public', person: undefined }, ({ settings }) =>
      settings.authorized(),
    );
  const offered = programs.filter(({ invented }) => app.demonstration || !invented);
  return {
    ...credentialHandlers(app),
    ...verifyHandlers(app),
    ...logHandlers(app),
    ...auditLotteryHandlers(app),
    ...reportHandlers(app),
    ...codeHandlers(app, offered),
    ...heardHandlers(app),
    ...openingHandlers(app),
    ...concernHandlers(app, offered),
    ...witnessHandlers(app),
    ...opinionHandlers(app, offered),
    ...dilemmaHandlers(app, offered),
    ...ideaHandlers(app),
    ...storyHandlers(app),
    ...registerHandlers(app),
    ...vcApiHandlers(app),
    ...walletHandlers(app),
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
    accessibility: async ({ frame }) =>
      page(renderPage(createElement(AccessibilityPage, { frame }))),
    privacy: async ({ frame }) => page(renderPage(createElement(PrivacyPage, { frame }))),
  } satisfies Readonly<Record<string, Handler>>;
}
