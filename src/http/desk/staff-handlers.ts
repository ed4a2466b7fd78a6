/** The pages of staff: fees, concerns, conflicting sources; and what is overdue, for every office. */
import { createElement } from 'react';
import { CONCERN_SUBJECTS } from '../../casework/concern/concern.ts';
import { readPayment } from '../../casework/fees/fees.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { ConcernsPage } from '../../web/pages/concerns/concerns.tsx';
import { AccountPage, FeesPage } from '../../web/pages/fees/fees.tsx';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import { SourcesPage } from '../../web/pages/sources/sources.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { desk } from '../../web/words/desk.ts';
import { answerConcern, concernInbox } from '../../workflow/conduct/concern.ts';
import { accountOf, owing, recordPayment } from '../../workflow/desk/fees.ts';
import { overdueMatters } from '../../workflow/desk/overdue.ts';
import type { App } from '../server/app.ts';
import { refusalPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type SignedInVisit, signedIn } from '../server/visit.ts';
import { conflictsOf } from './conflicts.ts';
import { balanceLine, money, onDay, programName, queueRow } from './in-words.ts';

type StaffRoute =
  | 'overdue'
  | 'fees'
  | 'fees-person'
  | 'fees-record'
  | 'concerns'
  | 'concern-answer'
  | 'sources';

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
              owed: money(row.cents, 'USD'),
            })),
          }),
        ),
      );
    }),
    'fees-person': signedIn((visit) => showAccount(app, visit, [], undefined)),
    'fees-record': signedIn((visit) => record(app, visit)),
    concerns: signedIn((visit) => showConcerns(app, visit, [], false)),
    'concern-answer': signedIn(async (visit) => {
      const concern = one(visit.params, 'concern');
      const done = await answerConcern(app.world, {
        staff: visit.session.person,
        concern,
        words: one(visit.form, `answer-${concern}`),
      });
      return done.ok
        ? await showConcerns(app, visit, [], true)
        : await showConcerns(
            app,
            visit,
            [
              {
                field: `answer-${concern}`,
                message: `${desk.concerns.answer}: ${done.refusal.because}.`,
              },
            ],
            false,
          );
    }),
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

async function overdue(app: App, { session, frame }: SignedInVisit) {
  const [office] = session.offices;
  if (office === undefined) {
    throw new Error('the guard let somebody without an office in');
  }
  const rows = await overdueMatters(app.world, { person: session.person, office });
  const today = app.world.clock.today();
  return page(
    renderPage(
      createElement(QueuePage, {
        frame,
        title: desk.overdue.title,
        intro: rows.length === 0 ? desk.overdue.none : desk.overdue.intro,
        rows: rows.map((row) =>
          queueRow(
            row,
            addressFor(session.offices, row.id),
            today,
            `${desk.statuses[row.status]}; ${desk.overdue.turns[row.turn]}`,
          ),
        ),
      }),
    ),
  );
}

/** Where this person can act on it; an office that cannot act sees the row without a way in. */
function addressFor(offices: readonly string[], matter: string): string {
  if (offices.includes('clerk')) {
    return `/desk/records/${matter}`;
  }
  return offices.includes('reviewer') ? `/desk/matters/${matter}` : '/desk/overdue';
}

async function record(app: App, visit: SignedInVisit) {
  const amount = readPayment(one(visit.form, 'amount'));
  if (!amount.ok) {
    return await showAccount(
      app,
      visit,
      [{ field: 'amount', message: amount.refusal.because }],
      undefined,
    );
  }
  const done = await recordPayment(app.world, {
    staff: visit.session.person,
    person: one(visit.params, 'person'),
    program: one(visit.form, 'program'),
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
    return refusalPage(visit.frame, found.refusal, { href: '/desk/fees', label: desk.fees.title });
  }
  const { entries, balances } = found.value;
  const zone = 'America/New_York';
  return page(
    renderPage(
      createElement(AccountPage, {
        frame: visit.frame,
        person,
        name: found.value.person.fullName,
        entries: entries.map((entry) => ({
          id: entry.id,
          kind: entry.kind,
          fee: entry.fee,
          program: programName(entry.program),
          on: onDay(entry.at, zone),
          amount: money(entry.cents, entry.currency),
          reference: entry.reference,
        })),
        balances: balances.map(({ program, balance }) => ({
          program: programName(program),
          line: balanceLine(balance),
        })),
        programs: [...new Set(entries.map(({ program }) => program))].map((id) => ({
          value: id,
          label: programName(id),
        })),
        typed: {
          program: one(visit.form, 'program'),
          amount: one(visit.form, 'amount'),
          reference: one(visit.form, 'reference'),
        },
        mistakes,
        news,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function showConcerns(
  app: App,
  { session, frame }: SignedInVisit,
  mistakes: readonly FieldMistake[],
  sent: boolean,
) {
  const rows = await concernInbox(app.world, session.person);
  const zone = 'America/New_York';
  return page(
    renderPage(
      createElement(ConcernsPage, {
        frame,
        mistakes,
        sent,
        concerns: rows.map((row) => ({
          id: row.id,
          label: row.label,
          received: onDay(row.receivedAt, zone),
          about: CONCERN_SUBJECTS.find(({ id }) => id === row.about)?.label ?? row.about,
          account: row.account,
          contact: row.contact,
          answers: row.replies.map((reply) => ({ on: onDay(reply.at, zone), words: reply.words })),
        })),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
