/** Keeping a credential, as its holder does it: the picture, renewing, more time, retiring. */
import { createElement } from 'react';
import { readTypedDate } from '../../casework/application/typed-values.ts';
import { amountInWords } from '../../casework/fees/amount.ts';
import { HARDSHIP_CRITERIA } from '../../casework/renewal/leave.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import {
  MoreTimePage,
  RenewPage,
  type RenewPageProps,
  RetirePage,
} from '../../web/pages/my-renewal/renew-page.tsx';
import { RenewalPage, RenewalsPage } from '../../web/pages/my-renewal/renewal-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import { type MyRenewal, myCredentials, myRenewal } from '../../workflow/renew/my-renewal.ts';
import {
  askMoreTime,
  renewCredential,
  retireCredential,
} from '../../workflow/renew/renew-credential.ts';
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
import { asSentence } from './in-words.ts';
import { addressOf, feeLines, nameOf, renewalShown } from './renewal-view.ts';

type RenewalRoute =
  | 'my-renewals'
  | 'my-renewal'
  | 'renew'
  | 'renew-send'
  | 'more-time'
  | 'more-time-send'
  | 'retire'
  | 'retire-send';

export function renewalHandlers(app: App): Readonly<Record<RenewalRoute, Handler>> {
  return {
    'my-renewals': signedIn((visit) => list(app, visit)),
    'my-renewal': withRenewal(app, async (visit, mine) =>
      page(
        renderPage(
          createElement(RenewalPage, {
            frame: visit.frame,
            ...renewalShown(mine, one(visit.query, 'news')),
          }),
        ),
      ),
    ),
    renew: withRenewal(app, async (visit, mine) =>
      // Where it was done at once nothing is left to show here.
      one(visit.query, 'news') === 'renewed' && mine.held.state.open === undefined
        ? redirect(`${addressOf(mine)}?news=renewed`)
        : showRenew(visit, mine, []),
    ),
    'renew-send': withRenewal(app, (visit, mine) => renew(app, visit, mine)),
    'more-time': withRenewal(app, async (visit, mine) => showMoreTime(app, visit, mine, [])),
    'more-time-send': withRenewal(app, (visit, mine) => moreTime(app, visit, mine)),
    retire: withRenewal(app, async (visit, mine) => showRetire(visit, mine)),
    'retire-send': withRenewal(app, (visit, mine) => retire(app, visit, mine)),
  };
}

/** The credential of the address, read for whoever holds it; nobody else learns anything of it. */
export const withRenewal = (
  app: App,
  handler: (visit: SignedInVisit, mine: MyRenewal) => Promise<Reply>,
): Handler =>
  signedIn(async (visit) => {
    const credential = one(visit.params, 'credential');
    const found = await myRenewal(app.world, { person: visit.session.person, credential });
    if (found.ok) {
      return await handler(visit, found.value);
    }
    return found.refusal.kind === 'no-such-credential'
      ? missingPage(visit.frame)
      : refusalPage(visit.frame, found.refusal, { href: '/my', label: words.my.list });
  });

async function list(app: App, { session, frame }: SignedInVisit): Promise<Reply> {
  const own = await myCredentials(app.world, session.person);
  const [first] = own;
  if (own.length === 1 && first !== undefined) {
    return redirect(`/my/renewal/${first.credential.id}`);
  }
  return page(
    renderPage(
      createElement(RenewalsPage, {
        frame,
        credentials: own.map(({ credential }) => ({
          href: `/my/renewal/${credential.id}`,
          text: `${credential.program}, ${inWordsShort(credential.validUntil)}`,
        })),
      }),
    ),
  );
}

const around = ({ frame }: SignedInVisit, mine: MyRenewal, mistakes: readonly FieldMistake[]) => ({
  ...{ frame, mistakes, credential: mine.held.credential.id, name: nameOf(mine) },
});

function showRenew(
  visit: SignedInVisit,
  mine: MyRenewal,
  mistakes: readonly FieldMistake[],
): Reply {
  const { held, purpose } = mine;
  const { rules, days } = held;
  const opens = purpose.ok ? purpose.value : 'renewal';
  const asksReason =
    opens === 'reinstatement' || (opens === 'late' && (rules.late?.needsReason ?? false));
  return page(
    renderPage(
      createElement(RenewPage, {
        ...around(visit, mine, mistakes),
        ...{ instead: insteadOf(mine), purpose: opens, sentence: mine.sentence, asksReason },
        fees: { hours: feeLines(mine.fees.hours), exam: feeLines(mine.fees.exam) },
        byExam:
          rules.byExam && opens === 'renewal' && mine.exam === undefined
            ? { days: spans(mine.examDays) }
            : undefined,
        toExam: toExamOf(mine),
        notPassed: notPassedOf(mine),
        answerBy: asksReason
          ? inWords(answerDay(rules.answerWithin, days.today, rules.holidays))
          : undefined,
        typed: { reason: one(visit.form, 'reason'), route: one(visit.form, 'route') || 'hours' },
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

const spans = (days: MyRenewal['examDays']): string =>
  days.map(({ from, to }) => words.renew.span(inWordsShort(from), inWordsShort(to))).join('; ');

/** A renewal by exam that is open: what is left, and the way back to hours while nothing is booked. */
function toExamOf({ held, exam, examDays, balance }: MyRenewal): RenewPageProps['toExam'] {
  const { state, credential, program } = held;
  const owed = balance?.owedCents ?? 0;
  return exam !== 'to-take'
    ? undefined
    : {
        text: [
          ...(owed > 0
            ? [
                words.renew.owedForExam(amountInWords(owed, 'USD')),
                words.renew.pay(credential.id.slice(0, 8).toUpperCase()),
              ]
            : []),
          words.renew.examTake(spans(examDays)),
        ],
        href: `/exam/${program.id}`,
        instead: words.renew.examInsteadText(inWordsShort(state.newest.lastDay)),
      };
}

const notPassedOf = ({ held, failedOn }: MyRenewal): string | undefined =>
  failedOn === undefined || held.state.newest.countsFrom > failedOn
    ? undefined
    : words.renew.examNotPassed(inWordsShort(failedOn), inWordsShort(held.state.newest.lastDay));

/** What stands open already, with what is left; or why nothing can be opened. */
function insteadOf({ held, purpose, balance, exam }: MyRenewal): RenewPageProps['instead'] {
  const { state, credential } = held;
  if (exam === 'no-result-yet') {
    return { title: words.renew.examOpen, text: [words.renew.examWaits] };
  }
  if (exam === 'to-take' && purpose.ok && purpose.value === 'renewal') {
    return undefined;
  }
  // Opened in time and missed: what stands open is over, and another way may be open.
  if (state.open !== undefined && !(purpose.ok && purpose.value !== state.open.purpose)) {
    const owed = balance?.owedCents ?? 0;
    return {
      title: words.renew.open,
      text: [
        ...(owed > 0
          ? [
              words.renew.owed(amountInWords(owed, 'USD')),
              words.renew.pay(credential.id.slice(0, 8).toUpperCase()),
            ]
          : []),
        ...(state.open.promisedBy === null
          ? []
          : [words.renew.waits(inWords(state.open.promisedBy))]),
      ],
    };
  }
  return purpose.ok
    ? undefined
    : { title: words.renew.notYet, text: [asSentence(purpose.refusal.because)] };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'not-declared': 'declared',
  'reason-missing': 'reason',
  'hours-missing': 'declared',
  'exam-missing': 'route',
  'no-exam-route': 'route',
  'no-exam-days': 'route',
};

async function renew(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const done = await renewCredential(app.world, {
    person: visit.session.person,
    credential: mine.held.credential.id,
    route: one(visit.form, 'route') === 'exam' ? 'exam' : 'hours',
    reason: one(visit.form, 'reason'),
    declared: one(visit.form, 'declared') === 'yes',
  });
  if (done.ok || done.refusal.kind === 'open-already') {
    return redirect(`${addressOf(mine)}/renew?news=renewed`);
  }
  const field = FIELD_OF[done.refusal.kind];
  return field === undefined
    ? refusalPage(visit.frame, done.refusal, back(mine))
    : showRenew(visit, mine, [{ field, message: asSentence(done.refusal.because) }]);
}

const back = (mine: MyRenewal) => ({
  href: addressOf(mine),
  label: words.my.title(nameOf(mine)),
});

function showMoreTime(
  app: App,
  visit: SignedInVisit,
  mine: MyRenewal,
  mistakes: readonly FieldMistake[],
): Reply {
  const { rules } = mine.held;
  const today = app.world.clock.today();
  return page(
    renderPage(
      createElement(MoreTimePage, {
        ...around(visit, mine, mistakes),
        latest: mine.moreTimeUntil === undefined ? undefined : inWords(mine.moreTimeUntil),
        answerBy: inWords(answerDay(rules.answerWithin, today, rules.holidays)),
        judged: HARDSHIP_CRITERIA,
        typed: { until: typedDay(visit), hardship: one(visit.form, 'hardship') },
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

export const typedDay = ({ form }: SignedInVisit) => ({
  month: one(form, 'until-month'),
  day: one(form, 'until-day'),
  year: one(form, 'until-year'),
});

async function moreTime(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const until = readTypedDate(words.moreTime.until, typedDay(visit), app.world.clock.today());
  if (!until.ok) {
    return showMoreTime(app, visit, mine, [{ field: 'until', message: until.refusal.because }]);
  }
  const done = await askMoreTime(app.world, {
    person: visit.session.person,
    credential: mine.held.credential.id,
    until: until.value,
    hardship: one(visit.form, 'hardship'),
  });
  if (done.ok) {
    return redirect(`/matters/${done.value.id}?news=asked`);
  }
  const { kind, because } = done.refusal;
  const field =
    kind === 'hardship-missing'
      ? 'hardship'
      : kind === 'too-long' || kind === 'not-later'
        ? 'until'
        : undefined;
  return field === undefined
    ? refusalPage(visit.frame, done.refusal, back(mine))
    : showMoreTime(app, visit, mine, [{ field, message: asSentence(because) }]);
}

function showRetire(visit: SignedInVisit, mine: MyRenewal): Reply {
  const { rules, days } = mine.held;
  return page(
    renderPage(
      createElement(RetirePage, {
        ...around(visit, mine, []),
        returnUntil:
          mine.canRetire && rules.retired !== null
            ? inWords(counted(rules.retired.returnWithin, days.act))
            : undefined,
      }),
    ),
  );
}

async function retire(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const { person } = visit.session;
  const done = await retireCredential(app.world, { person, credential: mine.held.credential.id });
  return done.ok || done.refusal.kind === 'retired-already'
    ? redirect(`${addressOf(mine)}?news=retired`)
    : refusalPage(visit.frame, done.refusal, back(mine));
}
