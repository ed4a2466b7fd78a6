/** The result of one exam: the page, the receipt of its line in the log, an appeal against it. */
import { createElement } from 'react';
import { groundsOf } from '../../casework/appeal/appeal.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { AppealPage } from '../../web/pages/appeal/appeal-page.tsx';
import { ResultPage, ResultWaitsPage } from '../../web/pages/result/result.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { exam as examWords } from '../../web/words/exam.ts';
import { readAppeal } from '../../workflow/apply/lodge-appeal.ts';
import { sittingClock } from '../../workflow/exam/open-sitting.ts';
import { lodgeResultAppeal } from '../../workflow/exam/result-appeal.ts';
import { resultReceipt } from '../../workflow/exam/result-receipt.ts';
import { programInCatalog } from '../../workflow/exam/score.ts';
import { type SeenResult, seeResult } from '../../workflow/exam/see-result.ts';
import { takeAgain } from '../../workflow/exam/take-again.ts';
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
import { nameOf } from './exam-models.ts';

type ResultRoute =
  | 'result'
  | 'result-receipt'
  | 'result-again'
  | 'result-appeal'
  | 'result-appeal-send';
const words = examWords.result;

export function resultHandlers(app: App): Readonly<Record<ResultRoute, Handler>> {
  return {
    result: ofSitting((visit) => result(app, visit)),
    'result-receipt': ofSitting((visit) => receipt(app, visit)),
    'result-again': ofSitting((visit) => again(app, visit)),
    'result-appeal': ofSitting((visit) =>
      withResult(app, visit, async (seen) =>
        showAppeal(app, visit, seen, { grounds: [], statement: '', mistakes: [] }),
      ),
    ),
    'result-appeal-send': ofSitting((visit) =>
      withResult(app, visit, (seen) => appeal(app, visit, seen)),
    ),
  };
}

const sittingOf = (visit: SignedInVisit): string => one(visit.params, 'sitting');
const addressOf = (visit: SignedInVisit): string => `/results/${sittingOf(visit)}`;
const back = (visit: SignedInVisit) => ({ href: addressOf(visit), label: words.title });

const ofSitting = (handler: (visit: SignedInVisit) => Promise<Reply>): Handler =>
  signedIn(async (visit) =>
    isUuid(sittingOf(visit))
      ? await handler(visit)
      : refusalPage(visit.frame, { kind: 'no-such-sitting', because: 'there is no such exam' }),
  );

async function withResult(
  app: App,
  visit: SignedInVisit,
  handler: (seen: SeenResult) => Promise<Reply>,
): Promise<Reply> {
  const seen = await seeResult(app.world, visit.session.person, sittingOf(visit));
  return seen.ok ? await handler(seen.value) : await notYet(app, visit, seen.refusal);
}

function result(app: App, visit: SignedInVisit): Promise<Reply> {
  return withResult(app, visit, async (seen) => {
    const { frame } = visit;
    const { program, report } = seen;
    return page(
      renderPage(
        report === undefined
          ? createElement(ResultWaitsPage, { frame, why: 'held' })
          : createElement(ResultPage, {
              frame,
              program: { name: nameOf(program.id), notice: program.notice },
              report,
              credential: seen.credential === undefined ? null : `/c/${seen.credential}`,
              appeal: appealShown(visit, seen),
              takeAgain: takeAgainShown(visit, seen),
              receipt: `${addressOf(visit)}/receipt`,
            }),
      ),
    );
  });
}

function takeAgainShown(
  visit: SignedInVisit,
  { takeAgain, setAsideOnRequest, program }: SeenResult,
) {
  const exam = `/exam/${program.id}`;
  if (setAsideOnRequest) {
    return { done: true, text: en.appeals.takeAgain.done, href: exam } as const;
  }
  return takeAgain === undefined
    ? null
    : {
        done: false,
        text: en.appeals.takeAgain.text(takeAgain.label, inWords(takeAgain.until)),
        href: `${addressOf(visit)}/again`,
      };
}

async function again(app: App, visit: SignedInVisit): Promise<Reply> {
  const { person } = visit.session;
  const done = await takeAgain(app.world, { person, sitting: sittingOf(visit) });
  return done.ok ? redirect(addressOf(visit)) : refusalPage(visit.frame, done.refusal, back(visit));
}

function appealShown(visit: SignedInVisit, { appeal, mayAppealUntil }: SeenResult) {
  if (appeal !== undefined) {
    const { matter, upheld } = appeal;
    const text = upheld ? words.appealUpheld : words.appealLodged(matter.label);
    return {
      text,
      href: `/matters/${matter.id}`,
      link: words.appealLook(matter.label),
      setAside: upheld,
    };
  }
  return mayAppealUntil === undefined
    ? null
    : {
        text: null,
        href: `${addressOf(visit)}/appeal`,
        link: words.appeal,
        setAside: false,
      };
}

async function receipt(app: App, visit: SignedInVisit): Promise<Reply> {
  const found = await resultReceipt(
    { records: app.world.records, log: app.log },
    { person: visit.session.person, sitting: sittingOf(visit) },
  );
  if (!found.ok) {
    return found.refusal.kind === 'no-such-receipt'
      ? missingPage(visit.frame)
      : refusalPage(visit.frame, found.refusal, back(visit));
  }
  const { place, text } = found.value;
  return {
    kind: 'bytes',
    type: 'text/plain; charset=utf-8',
    bytes: text,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="receipt-result-${place}.txt"`,
    },
  };
}

function showAppeal(
  app: App,
  visit: SignedInVisit,
  { program, mayAppealUntil, appealKinds }: SeenResult,
  typed: ReturnType<typeof readAppeal>,
): Reply {
  if (mayAppealUntil === undefined) {
    const because = words.noAppeal;
    return refusalPage(visit.frame, { kind: 'nothing-to-appeal', because }, back(visit));
  }
  const { decideAppealWithin, holidays } = defaultsOf(programInCatalog(program.id));
  const { grounds, statement, mistakes } = typed;
  return page(
    renderPage(
      createElement(AppealPage, {
        frame: visit.frame,
        title: en.candidate.appeal.resultTitle,
        who: en.candidate.appeal.resultWho,
        against: back(visit),
        until: inWords(mayAppealUntil),
        answerBy: inWords(answerDay(decideAppealWithin, app.world.clock.today(), holidays)),
        grounds: groundsOf(appealKinds).map(({ id, title, rule }) => ({
          value: id,
          label: title,
          hint: rule,
        })),
        typed: { grounds, statement },
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function appeal(app: App, visit: SignedInVisit, seen: SeenResult): Promise<Reply> {
  if (seen.appeal !== undefined) {
    return redirect(`/matters/${seen.appeal.matter.id}?news=already`);
  }
  const typed = readAppeal(visit.form, seen.appealKinds);
  if (typed.mistakes.length > 0 || seen.mayAppealUntil === undefined) {
    return showAppeal(app, visit, seen, typed);
  }
  const done = await lodgeResultAppeal(app.world, {
    person: visit.session.person,
    sitting: sittingOf(visit),
    grounds: typed.grounds,
    statement: typed.statement,
  });
  return done.ok
    ? redirect(`/matters/${done.value.id}?news=appealed`)
    : refusalPage(visit.frame, done.refusal, back(visit));
}

/** Time may be up while the last answers are still on their way. */
async function notYet(
  app: App,
  visit: SignedInVisit,
  refusal: { readonly kind: string; readonly because: string },
): Promise<Reply> {
  const time = await sittingClock(app.world, visit.session.person, sittingOf(visit));
  if (!time.ok || refusal.kind === 'no-such-sitting') {
    return refusalPage(visit.frame, refusal);
  }
  return time.value.status === 'time-is-up'
    ? page(renderPage(createElement(ResultWaitsPage, { frame: visit.frame, why: 'waiting' })))
    : redirect(`/sitting/${sittingOf(visit)}`);
}
