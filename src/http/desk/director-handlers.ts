/** The pages of directors and auditors: credentials, revocation, identity requests, who acted. */
import { createElement } from 'react';
import { shownOf } from '../../credential/verifier/shown.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type AuditDisclosure, type AuditMatter, AuditPage } from '../../web/pages/audit/audit.tsx';
import {
  type CredentialLine,
  CredentialsPage,
  RevokePage,
} from '../../web/pages/credentials/credentials.tsx';
import { IdentityPage } from '../../web/pages/identity/identity.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import {
  credentialForDirector,
  credentialsIssued,
  revokeCredential,
} from '../../workflow/certify/revoke.ts';
import { type AuditedMatter, mattersForAuditor } from '../../workflow/desk/audit-trail.ts';
import type { DisclosureRow } from '../../workflow/ports/disclosure-records.ts';
import type { CredentialRow } from '../../workflow/ports/exam-records.ts';
import {
  answerIdentityRequest,
  identityRequests,
  showIdentity,
} from '../../workflow/review/identity.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { codeTextHandlers } from './code-text-handlers.ts';
import { deskDilemmaHandlers } from './dilemma-handlers.ts';
import { deskIdeaHandlers } from './idea-handlers.ts';
import { programName } from './in-words.ts';
import { deskOpinionHandlers } from './opinion-handlers.ts';
import { codeOf } from './person-code.ts';

const desk = en.desk;

type CodeDeskHandlers = ReturnType<typeof codeTextHandlers> &
  ReturnType<typeof deskOpinionHandlers> &
  ReturnType<typeof deskIdeaHandlers> &
  ReturnType<typeof deskDilemmaHandlers>;

type DirectorRoute =
  | keyof CodeDeskHandlers
  | 'credentials'
  | 'revoke'
  | 'revoke-send'
  | 'identity'
  | 'identity-answer'
  | 'identity-show'
  | 'audit';

export function directorHandlers(app: App): Readonly<Record<DirectorRoute, Handler>> {
  return {
    ...codeTextHandlers(app),
    ...deskOpinionHandlers(app),
    ...deskIdeaHandlers(app),
    ...deskDilemmaHandlers(app),
    credentials: signedIn(async ({ session, frame }) => {
      const rows = await credentialsIssued(app.world, session.person);
      return page(
        renderPage(
          createElement(CredentialsPage, { frame, rows: rows.map((row) => lineOf(app, row)) }),
        ),
      );
    }),
    revoke: signedIn((visit) => showRevoke(app, visit, [])),
    'revoke-send': signedIn(async (visit) => {
      const credential = one(visit.params, 'credential');
      const done = await revokeCredential(app.world, {
        director: visit.session.person,
        credential,
        reason: one(visit.form, 'reason'),
      });
      if (done.ok) {
        return redirect(`/c/${done.value}`);
      }
      return done.refusal.kind === 'reason-missing'
        ? await showRevoke(app, visit, [
            { field: 'reason', message: `Reason: ${done.refusal.because}.` },
          ])
        : refusalPage(visit.frame, done.refusal, {
            href: '/desk/credentials',
            label: desk.credentials.title,
          });
    }),
    identity: signedIn((visit) => showRequests(app, visit, [], undefined)),
    'identity-answer': signedIn((visit) => answer(app, visit)),
    'identity-show': signedIn(async (visit) => {
      const shown = await showIdentity(app.world, {
        reviewer: visit.session.person,
        request: one(visit.params, 'request'),
      });
      return shown.ok
        ? await showRequests(app, visit, [], {
            name: shown.value.fullName,
            email: shown.value.email,
          })
        : refusalPage(visit.frame, shown.refusal, {
            href: '/desk/identity',
            label: desk.identity.title,
          });
    }),
    audit: signedIn(async ({ session, frame, query }) => {
      const actor = { rights: 'auditor', person: session.person } as const;
      const search = one(query, 'matter');
      const disclosures = await identityRequests(app.world, actor);
      const matters = await mattersForAuditor(app.world, { auditor: session.person, search });
      return page(
        renderPage(
          createElement(AuditPage, {
            frame,
            search,
            disclosures: disclosures.map((row) => disclosureShown(app, row)),
            matters: matters.map(matterShown),
          }),
        ),
      );
    }),
  };
}

function disclosureShown(app: App, row: DisclosureRow): AuditDisclosure {
  return {
    id: row.id,
    label: row.label,
    asked: inWordsShort(app.world.clock.dayOf(row.askedAt)),
    by: codeOf(row.askedBy),
    reason: row.reason,
    answer: answerWords(app, row),
    answeredBy: row.answer === undefined ? '' : codeOf(row.answer.by),
    shown: row.timesShown,
  };
}

const matterShown = (row: AuditedMatter): AuditMatter => ({
  id: row.id,
  label: row.label,
  kind: row.kind,
  promised: inWordsShort(row.promisedBy),
  status: desk.statuses[row.status],
  recordedBy: row.recordedBy.map(codeOf),
  steppedAside: row.steppedAside.map(codeOf),
  decidedBy: row.decidedBy === undefined ? undefined : codeOf(row.decidedBy),
});

const lineOf = (app: App, row: CredentialRow): CredentialLine => ({
  id: row.id,
  newest: row.newest,
  title: programName(row.program),
  holder: (isJsonObject(row.document) ? shownOf(row.document).holderName : undefined) ?? row.id,
  issued: inWordsShort(app.world.clock.dayOf(row.issuedAt)),
  until: inWordsShort(row.validUntil),
  revokedOn: row.revoked === undefined ? undefined : inWordsShort(row.revoked.on),
  ended: row.validUntil < app.world.clock.today(),
});

async function showRevoke(app: App, visit: SignedInVisit, mistakes: readonly FieldMistake[]) {
  const row = await credentialForDirector(app.world, {
    director: visit.session.person,
    credential: one(visit.params, 'credential'),
  });
  if (row === undefined) {
    return missingPage(visit.frame);
  }
  return page(
    renderPage(
      createElement(RevokePage, {
        frame: visit.frame,
        row: lineOf(app, row),
        reason: one(visit.form, 'reason'),
        mistakes,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

async function answer(app: App, visit: SignedInVisit) {
  const request = one(visit.params, 'request');
  const done = await answerIdentityRequest(app.world, {
    director: visit.session.person,
    request,
    consented: one(visit.form, 'answer') === 'consent',
    reason: one(visit.form, `why-${request}`),
  });
  if (done.ok) {
    return redirect('/desk/identity');
  }
  return done.refusal.kind === 'reason-missing'
    ? await showRequests(
        app,
        visit,
        [{ field: `why-${request}`, message: `${desk.identity.why}: ${done.refusal.because}.` }],
        undefined,
      )
    : refusalPage(visit.frame, done.refusal, {
        href: '/desk/identity',
        label: desk.identity.title,
      });
}

function answerWords(app: App, row: DisclosureRow): string {
  if (row.answer === undefined) {
    return desk.identity.waits;
  }
  const word = row.answer.consented ? desk.identity.consented : desk.identity.refused;
  return `${word} on ${inWordsShort(app.world.clock.dayOf(row.answer.at))}: ${row.answer.reason}`;
}

async function showRequests(
  app: App,
  { session, frame }: SignedInVisit,
  mistakes: readonly FieldMistake[],
  who: { readonly name: string; readonly email: string } | undefined,
) {
  const rights = (['director', 'auditor', 'reviewer'] as const).find((one) =>
    session.offices.includes(one),
  );
  if (rights === undefined) {
    throw new Error('the guard let somebody without an office in');
  }
  const rows = await identityRequests(app.world, { rights, person: session.person });
  const may = (row: DisclosureRow) => {
    if (rights === 'director' && row.answer === undefined && row.askedBy !== session.person) {
      return 'answer' as const;
    }
    return row.answer?.consented === true && row.askedBy === session.person
      ? ('show' as const)
      : ('nothing' as const);
  };
  return page(
    renderPage(
      createElement(IdentityPage, {
        frame,
        mistakes,
        who,
        rows: rows.map((row) => ({
          id: row.id,
          label: row.label,
          asked: inWords(app.world.clock.dayOf(row.askedAt)),
          reason: row.reason,
          answer: answerWords(app, row),
          shown: row.timesShown,
          may: may(row),
        })),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
