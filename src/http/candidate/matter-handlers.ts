/** One matter of one's own: the page, a receipt, withdrawing, appealing. */

import { createElement } from 'react';
import { groundsOf } from '../../casework/appeal/appeal.ts';
import { amountInWords } from '../../casework/fees/amount.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { DecisionKind } from '../../program/definition/rules.ts';
import { AppealPage } from '../../web/pages/appeal/appeal-page.tsx';
import { MatterPage } from '../../web/pages/matter/matter-page.tsx';
import { WithdrawPage } from '../../web/pages/withdraw/withdraw-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import { lodgeAppeal, readAppeal } from '../../workflow/apply/lodge-appeal.ts';
import { matterReceipt } from '../../workflow/apply/matter-receipt.ts';
import { myOverview } from '../../workflow/apply/my-overview.ts';
import { type OwnMatter, ownMatter } from '../../workflow/apply/own-matter.ts';
import { withdrawMatter } from '../../workflow/apply/withdraw.ts';
import { examPage } from '../../workflow/exam/exam-page.ts';
import { examsToTakeAgain } from '../../workflow/exam/take-again.ts';
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
import { feeName } from './in-words.ts';
import { matterModel } from './matter-model.ts';

type MatterRoute =
  | 'matter'
  | 'matter-receipt'
  | 'withdraw'
  | 'withdraw-send'
  | 'appeal'
  | 'appeal-send';
const words = en.candidate;

export function matterHandlers(app: App): Readonly<Record<MatterRoute, Handler>> {
  return {
    matter: withMatter(app, (visit, own) => showMatter(app, visit, own)),
    'matter-receipt': signedIn((visit) => receipt(app, visit)),
    withdraw: withMatter(app, (visit, own) => showWithdraw(app, visit, own)),
    'withdraw-send': withMatter(app, (visit, own) => withdraw(app, visit, own)),
    appeal: withMatter(app, async (visit, own) =>
      showAppeal(app, visit, own, { grounds: [], statement: '', mistakes: [] }),
    ),
    'appeal-send': withMatter(app, (visit, own) => appeal(app, visit, own)),
  };
}

const addressOf = ({ row }: OwnMatter): string => `/matters/${row.id}`;
const backTo = (own: OwnMatter) => ({ href: addressOf(own), label: own.row.label });

/** The matter of the address, read for the person whose it is; nobody else learns that it exists. */
const withMatter = (
  app: App,
  handler: (visit: SignedInVisit, own: OwnMatter) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const found = await ownMatter(app.world, {
      person: visit.session.person,
      matter: one(visit.params, 'matter'),
    });
    return found.ok ? await handler(visit, found.value) : missingPage(visit.frame);
  });

async function showMatter(app: App, visit: SignedInVisit, own: OwnMatter): Promise<Reply> {
  const { person } = visit.session;
  const { row, decision } = own;
  const won = decision?.outcome === 'met';
  const offer = won ? await examPage(app.world, person, row.program) : undefined;
  const again =
    won && row.kind === 'accommodation'
      ? await examsToTakeAgain(app.world, { person, matter: row.id })
      : [];
  const news: Readonly<Record<string, string>> = words.matter.news;
  return page(
    renderPage(
      createElement(MatterPage, {
        frame: visit.frame,
        news: news[one(visit.query, 'news')] ?? null,
        ...matterModel(
          own,
          { offer: offer?.ok === true ? offer.value : undefined, again },
          app.world.clock.today(),
        ),
      }),
    ),
  );
}

async function receipt(app: App, { session, params, frame }: SignedInVisit): Promise<Reply> {
  const matter = one(params, 'matter');
  const place = one(params, 'place');
  if (!/^\d{1,12}$/.test(place)) {
    return missingPage(frame);
  }
  const found = await matterReceipt(
    { records: app.world.records, log: app.log },
    { person: session.person, matter, place: Number(place) },
  );
  if (!found.ok) {
    return found.refusal.kind === 'no-such-receipt'
      ? missingPage(frame)
      : refusalPage(frame, found.refusal, { href: `/matters/${matter}`, label: words.my.title });
  }
  const { label, text } = found.value;
  return {
    kind: 'bytes',
    type: 'text/plain; charset=utf-8',
    bytes: text,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="receipt-${label}-${place}.txt"`,
    },
  };
}

async function showWithdraw(app: App, visit: SignedInVisit, own: OwnMatter): Promise<Reply> {
  const { status } = own.state;
  if (status === 'decided' || status === 'withdrawn') {
    return redirect(addressOf(own));
  }
  return page(
    renderPage(
      createElement(WithdrawPage, {
        frame: visit.frame,
        label: own.row.label,
        matter: addressOf(own),
        fees: await feeLines(app, visit.session.person, own),
      }),
    ),
  );
}

/** What happens to each charge of the matter, by the rules it was filed under. */
async function feeLines(app: App, person: string, { row }: OwnMatter): Promise<readonly string[]> {
  const overviews = await myOverview(app.world, person);
  const entries = overviews
    .flatMap((overview) => overview.money)
    .filter(({ kind, matter }) => kind === 'charge' && matter === row.id);
  const program = programOf(row.program);
  const rules = program?.rules.find(({ id }) => id === row.rules);
  return entries.map(({ fee: id, cents, currency }) => {
    const fee = rules?.fees.find((one) => one.id === id);
    const title = feeName(id, fee?.title ?? id);
    const amount = amountInWords(cents, currency);
    if (fee === undefined || fee.refundable === null) {
      return words.withdraw.refundNotSet(title, amount, program?.owner.short ?? '');
    }
    return fee.refundable
      ? words.withdraw.refundable(title, amount)
      : words.withdraw.notRefundable(title, amount);
  });
}

async function withdraw(app: App, visit: SignedInVisit, own: OwnMatter): Promise<Reply> {
  const done = await withdrawMatter(app.world, {
    person: visit.session.person,
    matter: own.row.id,
  });
  // A second press finds it withdrawn, which is what was asked for.
  return done.ok || own.state.status === 'withdrawn'
    ? redirect(`${addressOf(own)}?news=withdrawn`)
    : refusalPage(visit.frame, done.refusal, backTo(own));
}

function showAppeal(
  app: App,
  { frame }: SignedInVisit,
  own: OwnMatter,
  typed: ReturnType<typeof readAppeal>,
): Reply {
  const program = programOf(own.row.program);
  if (!own.mayAppeal || own.decision === undefined || program === undefined) {
    return refusalPage(frame, { kind: 'not-decided', because: whyNoAppeal(own) }, backTo(own));
  }
  const today = app.world.clock.today();
  const { grounds, statement, mistakes } = typed;
  return page(
    renderPage(
      createElement(AppealPage, {
        frame,
        title: words.appeal.title(own.row.label),
        who: words.appeal.who,
        against: backTo(own),
        until: inWords(own.decision.appealUntil),
        answerBy: inWords(
          answerDay(defaultsOf(program).decideAppealWithin, today, defaultsOf(program).holidays),
        ),
        grounds: groundsOf(kindsOf(own)).map(({ id, title, rule }) => ({
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

const kindsOf = ({ row }: OwnMatter): readonly DecisionKind[] =>
  row.kind === 'appeal' ? [] : [row.kind];

function whyNoAppeal({ decision, appealed, row }: OwnMatter): string {
  if (decision === undefined) {
    return words.appeal.notYet;
  }
  if (decision.outcome === 'met') {
    return words.matter.inFavor;
  }
  if (row.kind === 'appeal') {
    return words.matter.appealFinal;
  }
  return appealed !== undefined
    ? words.matter.appealLodged
    : words.matter.appealOver(inWords(decision.appealUntil));
}

async function appeal(app: App, visit: SignedInVisit, own: OwnMatter): Promise<Reply> {
  if (own.appealed !== undefined) {
    return redirect(`/matters/${own.appealed.id}?news=already`);
  }
  const typed = readAppeal(visit.form, kindsOf(own));
  if (typed.mistakes.length > 0 || !own.mayAppeal) {
    return showAppeal(app, visit, own, typed);
  }
  const done = await lodgeAppeal(app.world, {
    person: visit.session.person,
    matter: own.row.id,
    grounds: typed.grounds,
    statement: typed.statement,
  });
  return done.ok
    ? redirect(`/matters/${done.value.id}?news=appealed`)
    : refusalPage(visit.frame, done.refusal, backTo(own));
}
