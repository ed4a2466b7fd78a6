/** Names behind labels: whoever handles a complaint asks, a custodian consents or refuses, and the look is on record. */
import { createElement } from 'react';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { NamesPage } from '../../web/pages/complaint/names-page.tsx';
import { CustodianPage } from '../../web/pages/custodian/custodian-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { complaint, custodian, names as words } from '../../web/words/complaints.ts';
import { askName, type SeenName, seeName } from '../../workflow/conduct/ask-name.ts';
import { handledComplaint } from '../../workflow/conduct/complaint-views.ts';
import { consentToName, nameRequests } from '../../workflow/conduct/consent-to-name.ts';
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
import { addressOf, inMatter } from './complaint-handlers.ts';
import { calledOnDesk } from './complaint-names.ts';

type NamesRoute =
  | 'complaint-names'
  | 'complaint-name-ask'
  | 'complaint-name-see'
  | 'custodian'
  | 'custodian-answer';

export function complaintNamesHandlers(app: App): Readonly<Record<NamesRoute, Handler>> {
  return {
    'complaint-names': signedIn((visit) => showNames(app, visit, [], undefined)),
    'complaint-name-ask': signedIn((visit) => ask(app, visit)),
    'complaint-name-see': signedIn((visit) => see(app, visit)),
    custodian: signedIn((visit) => showRequests(app, visit, [])),
    'custodian-answer': signedIn((visit) => answer(app, visit)),
  };
}

const seekerOf = ({ session }: SignedInVisit) =>
  ({ rights: 'conduct', person: session.person }) as const;

/** Who was asked for records is known to whoever asked; there is nothing to show. */
const isHidden = ({ role }: { readonly role: string }): boolean => role !== 'holder';

async function showNames(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
  seen: SeenName | undefined,
): Promise<Reply> {
  const handled = await handledComplaint(app.world, inMatter(visit));
  if (handled === undefined) {
    return missingPage(visit.frame);
  }
  const { row, parties, requests } = handled;
  return page(
    renderPage(
      createElement(NamesPage, {
        frame: visit.frame,
        matter: { id: row.id, label: row.label },
        people: parties
          .filter(isHidden)
          .map(({ key }) => ({ value: key, label: calledOnDesk(key) })),
        requests: requests.map(({ id, role, reason, answer: given }) => ({
          ...{ id, reason, label: calledOnDesk(role) },
          stands:
            given === undefined
              ? words.waits
              : given.consented
                ? words.consented(given.reason)
                : words.refused(given.reason),
          maySee: given?.consented === true,
        })),
        seen,
        typed: { key: one(visit.form, 'key'), reason: one(visit.form, 'reason') },
        mistakes,
        news: one(visit.query, 'news') === 'asked' ? complaint.news.asked : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function ask(app: App, visit: SignedInVisit): Promise<Reply> {
  const { matter, handler } = inMatter(visit);
  const key = one(visit.form, 'key');
  const handled = await handledComplaint(app.world, { matter, handler });
  if (
    handled !== undefined &&
    !handled.parties.filter(isHidden).some((party) => party.key === key)
  ) {
    return await showNames(app, visit, [{ field: 'key', message: words.choose }], undefined);
  }
  const reason = one(visit.form, 'reason');
  const done = await askName(app.world, seekerOf(visit), { matter, key, reason });
  if (done.ok) {
    return redirect(`${addressOf(visit)}/names?news=asked`);
  }
  const field = done.refusal.kind === 'already-asked' ? 'key' : 'reason';
  const label = field === 'key' ? words.whose : words.reason;
  return done.refusal.kind === 'no-such-complaint'
    ? missingPage(visit.frame)
    : await showNames(
        app,
        visit,
        [{ field, message: `${label}: ${done.refusal.because}.` }],
        undefined,
      );
}

async function see(app: App, visit: SignedInVisit): Promise<Reply> {
  const handled = await handledComplaint(app.world, inMatter(visit));
  const request = one(visit.params, 'request');
  if (!handled?.requests.some(({ id }) => id === request)) {
    return missingPage(visit.frame);
  }
  const seen = await seeName(app.world, seekerOf(visit), request);
  return seen.ok
    ? await showNames(app, visit, [], seen.value)
    : refusalPage(visit.frame, seen.refusal, {
        href: `${addressOf(visit)}/names`,
        label: words.title,
      });
}

async function showRequests(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const rows = await nameRequests(app.world, visit.session.person);
  const roles: Readonly<Record<string, string>> = custodian.roles;
  return page(
    renderPage(
      createElement(CustodianPage, {
        frame: visit.frame,
        requests: rows.map(({ id, label, role, reason, askedAt, answer: given }) => ({
          ...{ id, label, reason, answer: given },
          role: roles[role] ?? role,
          asked: inWords(app.world.clock.dayOf(askedAt)),
        })),
        typed: Object.fromEntries(
          Object.keys(visit.form).map((name) => [name, one(visit.form, name)]),
        ),
        mistakes,
        news: one(visit.query, 'news') === 'answered' ? custodian.news : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function answer(app: App, visit: SignedInVisit): Promise<Reply> {
  const request = one(visit.params, 'request');
  const field = `why-${request}`;
  const done = await consentToName(app.world, {
    custodian: visit.session.person,
    request,
    consented: one(visit.form, 'answer') === 'consent',
    reason: one(visit.form, field),
  });
  if (done.ok) {
    return redirect('/desk/custodian?news=answered');
  }
  switch (done.refusal.kind) {
    case 'no-such-request':
      return missingPage(visit.frame);
    case 'reason-missing':
      return await showRequests(app, visit, [
        { field, message: `${custodian.why}: ${done.refusal.because}.` },
      ]);
    default:
      return refusalPage(visit.frame, done.refusal, {
        href: '/desk/custodian',
        label: custodian.title,
      });
  }
}
