/** The pages of findings: what the board answers, what it carried out, and what the reviewer says whom one is about. */
import { createElement } from 'react';
import {
  readAnswer,
  readDone,
  readResponse,
  typedDate,
} from '../../casework/finding/answer-form.ts';
import type { Refusal, Result } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { BoardPage } from '../../web/pages/board/board-page.tsx';
import { FindingPage } from '../../web/pages/finding/finding-page.tsx';
import type { FindingPageProps } from '../../web/pages/finding/finding-view.ts';
import { OwnFindingsPage } from '../../web/pages/finding/own-findings-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { board as boardWords, finding as words } from '../../web/words/board.ts';
import {
  answerFinding,
  carryOutFinding,
  respondToFinding,
} from '../../workflow/board/answer-finding.ts';
import {
  type BoardFindings,
  type FindingReader,
  type FindingShown,
  findingFor,
  findingsForBoard,
} from '../../workflow/board/read-findings.ts';
import type { App } from '../server/app.ts';
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
import { logNotice } from './log-notice.ts';
import { patternsHandler } from './patterns-handler.ts';

type BoardRoute =
  | 'board'
  | 'board-patterns'
  | 'findings-own'
  | 'finding'
  | 'finding-answer'
  | 'finding-carried-out'
  | 'finding-respond';

export function boardHandlers(app: App): Readonly<Record<BoardRoute, Handler>> {
  return {
    'board-patterns': patternsHandler(app),
    board: signedIn(async (visit) => {
      const reader = readersOf(visit).find(({ rights }) => rights !== 'reviewer');
      return reader === undefined
        ? missingPage(visit.frame)
        : page(
            renderPage(
              createElement(BoardPage, {
                frame: visit.frame,
                today: app.world.clock.today(),
                all: await findingsForBoard(app.world, reader),
                member: reader.rights === 'board',
                log: await logNotice(app),
              }),
            ),
          );
    }),
    'findings-own': signedIn(async ({ frame, session }) => {
      const reader = { rights: 'reviewer', person: session.person } as const;
      const { findings } = await findingsForBoard(app.world, reader);
      return page(renderPage(createElement(OwnFindingsPage, { frame, findings })));
    }),
    finding: signedIn((visit) => show(app, visit, [])),
    'finding-answer': signedIn((visit) => answer(app, visit)),
    'finding-carried-out': signedIn(async (visit) => {
      const done = readDone(visit.form);
      return done.ok
        ? after(
            visit,
            await carryOutFinding(app.world, {
              ...sent(visit),
              member: visit.session.person,
              done: done.value,
            }),
            'done',
          )
        : await show(app, visit, done.mistakes);
    }),
    'finding-respond': signedIn(async (visit) => {
      const said = readResponse(visit.form);
      return said.ok
        ? after(
            visit,
            await respondToFinding(app.world, {
              ...sent(visit),
              rater: visit.session.person,
              words: said.value,
            }),
            'responded',
          )
        : await show(app, visit, said.mistakes);
    }),
  };
}

/** Under which rights this person reads, the widest first. A member of the board may be the reviewer it is about. */
export const readersOf = ({ session }: SignedInVisit): readonly FindingReader[] =>
  (['board', 'director', 'auditor', 'reviewer'] as const)
    .filter((rights) => session.offices.includes(rights))
    .map((rights) => ({ rights, person: session.person }));

const sent = ({ params, form }: SignedInVisit) => ({
  finding: one(params, 'finding'),
  seen: Number.parseInt(one(form, 'seen'), 10),
});

type Found = BoardFindings & { readonly shown: FindingShown; readonly reader: FindingReader };

async function found(app: App, visit: SignedInVisit): Promise<Found | undefined> {
  for (const reader of readersOf(visit)) {
    const finding = await findingFor(app.world, reader, one(visit.params, 'finding'));
    if (finding !== undefined) {
      return { ...finding, reader };
    }
  }
  return undefined;
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const all = await found(app, visit);
  if (all === undefined) {
    return missingPage(visit.frame);
  }
  const { shown, names, outreach, reader } = all;
  const news: Readonly<Record<string, string>> = words.news;
  const props: FindingPageProps = {
    frame: visit.frame,
    today: app.world.clock.today(),
    ...{ shown, names, mistakes },
    aboutReader: shown.finding.rater === reader.person,
    may: mayDo(all),
    outreach: outreach.filter(({ finding }) => finding === shown.id),
    plans: reader.rights === 'board' && shown.finding.rater === undefined,
    typed: {
      kind: one(visit.form, 'kind'),
      what: one(visit.form, 'what'),
      byWhen: typedDate(visit.form, 'by-when'),
      reasons: one(visit.form, 'reasons'),
      done: one(visit.form, 'done'),
      words: one(visit.form, 'words'),
    },
    news: mistakes.length > 0 ? undefined : news[one(visit.query, 'recorded')],
  };
  return page(renderPage(createElement(FindingPage, props)), mistakes.length > 0 ? 422 : 200);
}

function mayDo({ shown, reader, isChair }: Found): FindingPageProps['may'] {
  const { finding, standing } = shown;
  if (reader.rights === 'reviewer') {
    const open = finding.told !== undefined && finding.answered === undefined;
    return open && finding.response === undefined ? 'respond' : undefined;
  }
  if (reader.rights !== 'board' || (finding.rater !== undefined && !isChair)) {
    return undefined;
  }
  return standing === 'to-answer' ? 'answer' : standing === 'running' ? 'carry-out' : undefined;
}

async function answer(app: App, visit: SignedInVisit): Promise<Reply> {
  const today = app.world.clock.today();
  const read = readAnswer(visit.form, today, FEDERAL_HOLIDAYS);
  if (!read.ok) {
    return await show(app, visit, read.mistakes);
  }
  const done = await answerFinding(app.world, {
    ...sent(visit),
    member: visit.session.person,
    answer: read.value,
  });
  return after(visit, done, 'answered');
}

/** The page anew with its news, or a page that says why not and shows again what was written. */
function after(
  visit: SignedInVisit,
  done: Result<true, string>,
  recorded: keyof typeof words.news,
): Reply {
  return done.ok
    ? redirect(`/desk/findings/${sent(visit).finding}?recorded=${recorded}`)
    : refused(visit, done.refusal);
}

const refused = (visit: SignedInVisit, refusal: Refusal): Reply =>
  refusal.kind === 'no-such-finding'
    ? missingPage(visit.frame)
    : refusalPage(visit.frame, refusal, {
        href: `/desk/findings/${sent(visit).finding}`,
        label: boardWords.finding,
      });
