/** The pages of directors and auditors: credentials, revocation, identity requests, who acted. */
import { createElement } from 'react';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { AuditPage } from '../../web/pages/audit/audit.tsx';
import {
  type CredentialLine,
  CredentialsPage,
  RevokePage,
} from '../../web/pages/credentials/credentials.tsx';
import { IdentityPage } from '../../web/pages/identity/identity.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { desk } from '../../web/words/desk.ts';
import {
  credentialForDirector,
  credentialsIssued,
  revokeCredential,
} from '../../workflow/certify/revoke.ts';
import { mattersForAuditor } from '../../workflow/desk/audit-trail.ts';
import type { CredentialRow } from '../../workflow/ports/exam-records.ts';
import type { DisclosureRow } from '../../workflow/ports/records.ts';
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
import { onDay, programName } from './in-words.ts';

type DirectorRoute =
  | 'credentials'
  | 'revoke'
  | 'revoke-send'
  | 'identity'
  | 'identity-answer'
  | 'identity-show'
  | 'audit';
const ZONE = 'America/New_York';

export function directorHandlers(app: App): Readonly<Record<DirectorRoute, Handler>> {
  return {
    credentials: signedIn(async ({ session, frame }) => {
      const rows = await credentialsIssued(app.world, session.person);
      return page(renderPage(createElement(CredentialsPage, { frame, rows: rows.map(lineOf) })));
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
        return redirect(`/c/${credential}`);
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
    audit: signedIn(async ({ session, frame }) => {
      const actor = { rights: 'auditor', person: session.person } as const;
      const disclosures = await identityRequests(app.world, actor);
      const matters = await mattersForAuditor(app.world, session.person);
      return page(
        renderPage(
          createElement(AuditPage, {
            frame,
            disclosures: disclosures.map((row) => ({
              id: row.id,
              label: row.label,
              asked: onDay(row.askedAt, ZONE),
              reason: row.reason,
              answer: answerWords(row),
              shown: row.timesShown > 0 ? `(${desk.identity.shown(row.timesShown)})` : '',
            })),
            matters: matters.map((row) => ({
              id: row.id,
              label: row.label,
              kind: row.kind,
              promised: inWords(row.promisedBy),
              status: desk.statuses[row.status],
            })),
          }),
        ),
      );
    }),
  };
}

const lineOf = (row: CredentialRow): CredentialLine => ({
  id: row.id,
  title: programName(row.program),
  holder: holderOf(row),
  issued: onDay(row.issuedAt, ZONE),
  until: inWords(row.validUntil),
  revokedOn: row.revoked === undefined ? undefined : inWords(row.revoked.on),
});

/** The name as it was signed, from the credential itself. */
function holderOf(row: CredentialRow): string {
  const found = /"identityHash":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(row.document));
  const subject = JSON.stringify(row.document);
  const named = /"name":"((?:[^"\\]|\\.)*)"/.exec(
    subject.slice(subject.indexOf('"credentialSubject"')),
  );
  const text = found?.[1] ?? named?.[1];
  return text === undefined ? row.id : (JSON.parse(`"${text}"`) as string);
}

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
        row: lineOf(row),
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

function answerWords(row: DisclosureRow): string {
  if (row.answer === undefined) {
    return desk.identity.waits;
  }
  const word = row.answer.consented ? desk.identity.consented : desk.identity.refused;
  return `${word} (${onDay(row.answer.at, ZONE)}): ${row.answer.reason}`;
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
          asked: onDay(row.askedAt, ZONE),
          reason: row.reason,
          answer: answerWords(row),
          shown: row.timesShown,
          may: may(row),
        })),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
