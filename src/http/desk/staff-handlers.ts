/** The pages of staff: fees, conflicting sources; and what is overdue, for every office. */

import { createElement } from 'react';
import { amountInWords } from '../../casework/fees/amount.ts';
import { readPayment } from '../../casework/fees/fees.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../../program/catalog/catalog.ts';
import { AccountPage, type AccountPageProps } from '../../web/pages/fees/account.tsx';
import { FeesPage } from '../../web/pages/fees/fees.tsx';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import { SourcesPage } from '../../web/pages/sources/sources.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { board as boardWords } from '../../web/words/board.ts';
import { en } from '../../web/words/en.ts';
import { openings } from '../../web/words/openings.ts';
import { overdueFindings } from '../../workflow/board/read-findings.ts';
import { type Account, accountOf, owing, recordPayment } from '../../workflow/desk/fees.ts';
import { heldResults, type OverdueMatter, overdueMatters } from '../../workflow/desk/overdue.ts';
import { missedDays } from '../../workflow/opening/read-openings.ts';
import type { App } from '../server/app.ts';
import { refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { conflictsOf } from './conflicts.ts';
import { balanceLine, programName, queueRow } from './in-words.ts';

const desk = en.desk;

const FEES = { href: '/desk/fees', label: desk.fees.title };

import { logNotice } from './log-notice.ts';

type StaffRoute = 'overdue' | 'fees' | 'fees-person' | 'fees-record' | 'sources';

export function staffHandlers(app: App): Readonly<Record<StaffRoute, Handler>> {
  return {
    overdue: signedIn((visit) => overdue(app, visit)),
    fees: signedIn(async ({ session, query, frame }) => {
      const search = one(query, 'search');
      const found = await owing(app.world, { staff: session.person, search });
      const person = ({ id, fullName, email }: (typeof found.found)[number]) => ({
        person: id,
        name: fullName,
        email,
      });
      return page(
        renderPage(
          createElement(FeesPage, {
            frame,
            search,
            found: found.found.map(person),
            owing: found.owing.map((row) => ({
              ...person(row.person),
              program: programName(row.program),
              owed: amountInWords(row.cents, 'USD'),
            })),
          }),
        ),
      );
    }),
    'fees-person': signedIn((visit) => showAccount(app, visit, [], undefined)),
    'fees-record': signedIn((visit) => record(app, visit)),
    sources: signedIn(async ({ frame }) =>
      page(
        renderPage(
          createElement(SourcesPage, {
            frame,
            rows: programs.filter(({ realMark }) => realMark).flatMap(conflictsOf),
          }),
        ),
      ),
    ),
  };
}

/** Whose page this is; a member of the board sees no matter. */
const MATTER_OFFICES = ['auditor', 'clerk', 'director', 'reviewer', 'staff'] as const;

async function overdue(app: App, { session, frame }: SignedInVisit) {
  const office = MATTER_OFFICES.find((one) => session.offices.includes(one));
  if (office === undefined) {
    throw new Error('the guard let somebody without an office in');
  }
  const rows = await overdueMatters(app.world, { person: session.person, office });
  const today = app.world.clock.today();
  const stands: Readonly<Record<string, string>> = desk.overdue.stands;
  return page(
    renderPage(
      createElement(QueuePage, {
        frame,
        title: desk.overdue.title,
        intro: desk.overdue.intro,
        none: desk.overdue.none,
        held: [
          ...(await heldShown(app, session)),
          ...(await missedDays(app.world))
            .filter(({ answered }) => answered === undefined)
            .map(({ title, promised }) => openings.missedDesk(title, inWords(promised))),
        ],
        board: await boardShown(app, { rights: office, person: session.person }),
        log: await logNotice(app),
        rows: rows.map((row) =>
          queueRow(
            row,
            addressFor(session.offices, row),
            today,
            stands[row.status] ?? desk.statuses[row.status],
          ),
        ),
      }),
    ),
  );
}

async function boardShown(
  app: App,
  reader: Parameters<typeof overdueFindings>[1],
): Promise<string | undefined> {
  const late = await overdueFindings(app.world, reader);
  return late === undefined ? undefined : boardWords.overdueLine(late.count, inWords(late.since));
}

/** For staff and directors, who can have it mended. */
async function heldShown(
  app: App,
  { person, offices }: SignedInVisit['session'],
): Promise<readonly string[]> {
  const office = (['staff', 'director'] as const).find((one) => offices.includes(one));
  return office === undefined
    ? []
    : (await heldResults(app.world, { person, office })).map(({ program, count, since }) =>
        desk.overdue.heldLine(programName(program), count, inWords(since)),
      );
}

/** Where this person can act on it; everybody else sees the row without a way in. */
function addressFor(offices: readonly string[], { id, turn }: OverdueMatter): string | undefined {
  if (!offices.includes(turn)) {
    return undefined;
  }
  return turn === 'clerk' ? `/desk/records/${id}` : `/desk/matters/${id}`;
}

async function record(app: App, visit: SignedInVisit) {
  const person = one(visit.params, 'person');
  const program = one(visit.form, 'program');
  const account = await accountOf(app.world, { staff: visit.session.person, person });
  if (!account.ok) {
    return refusalPage(visit.frame, account.refusal, FEES);
  }
  const amount = readPayment(one(visit.form, 'amount'));
  const known = account.value.entries.some((entry) => entry.program === program);
  if (!amount.ok || !known) {
    return await showAccount(
      app,
      visit,
      [
        ...(known ? [] : [{ field: 'program', message: desk.fees.programMissing }]),
        ...(amount.ok ? [] : [{ field: 'amount', message: amount.refusal.because }]),
      ],
      undefined,
    );
  }
  const done = await recordPayment(app.world, {
    staff: visit.session.person,
    person,
    program,
    cents: amount.value,
    currency: 'USD',
    reference: one(visit.form, 'reference'),
  });
  if (!done.ok) {
    const message = `${desk.fees.reference}: ${done.refusal.because}.`;
    return await showAccount(app, visit, [{ field: 'reference', message }], undefined);
  }
  const news = done.value === 'recorded' ? desk.fees.recorded : desk.fees.recordedBefore;
  return await showAccount(app, { ...visit, form: {} }, [], news);
}

async function showAccount(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
  news: string | undefined,
) {
  const person = one(visit.params, 'person');
  const found = await accountOf(app.world, { staff: visit.session.person, person });
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal, FEES);
  }
  return page(
    renderPage(
      createElement(AccountPage, {
        frame: visit.frame,
        ...accountModel(found.value, visit.form, (at) => inWordsShort(app.world.clock.dayOf(at))),
        mistakes,
        news,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function accountModel(
  { person, entries, balances }: Account,
  typed: Fields,
  day: (at: number) => string,
): Omit<AccountPageProps, 'frame' | 'mistakes' | 'news'> {
  const programs = [...new Set(entries.map(({ program }) => program))];
  const [only, ...more] = programs;
  return {
    person: person.id,
    name: person.fullName,
    email: person.email,
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      fee: feeTitle(entry.program, entry.fee),
      program: programName(entry.program),
      on: day(entry.at),
      amount: amountInWords(entry.cents, entry.currency),
      reference:
        entry.kind === 'charge' || entry.kind === 'waiver' ? desk.fees.byRule : entry.reference,
    })),
    balances: balances.map(({ program, balance }) => ({
      program: programName(program),
      line: balanceLine(balance),
    })),
    programs: programs.map((id) => ({ value: id, label: programName(id) })),
    typed: {
      // With one program there is nothing to choose.
      program: one(typed, 'program') || (more.length === 0 ? (only ?? '') : ''),
      amount: one(typed, 'amount'),
      reference: one(typed, 'reference'),
    },
  };
}

/** The fee by its published title. */
const feeTitle = (program: string, fee: string): string =>
  programOf(program)
    ?.rules.flatMap(({ fees }) => fees)
    .findLast(({ id }) => id === fee)?.title ?? fee;
