/** The records clerk's pages: the queue, one matter's documents and facts, one document. */
import { createElement } from 'react';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import { RecordsMatterPage } from '../../web/pages/records/records-matter.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { desk } from '../../web/words/desk.ts';
import {
  documentForClerk,
  type RecordsPage,
  recordDocuments,
  recordsPage,
  recordsQueue,
} from '../../workflow/review/record-documents.ts';
import { claimsOf, factsSent, recordedCriteria } from '../../workflow/review/records-form.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { basisField, factField } from './field-names.ts';
import { daysLate, queueRow } from './in-words.ts';

export function recordsHandlers(app: App): Readonly<Record<RecordsRoute, Handler>> {
  return {
    records: signedIn(async ({ session, frame }) => {
      const rows = await recordsQueue(app.world, session.person);
      const today = app.world.clock.today();
      return page(
        renderPage(
          createElement(QueuePage, {
            frame,
            title: desk.records.title,
            intro: desk.records.intro,
            rows: rows.map((row) => queueRow(row, `/desk/records/${row.id}`, today)),
          }),
        ),
      );
    }),
    'records-matter': signedIn((visit) => showMatter(app, visit, undefined, [])),
    'records-attest': signedIn((visit) => attest(app, visit)),
    'records-document': signedIn(async ({ session, params, frame }) => {
      const document = await documentForClerk(app.world, {
        clerk: session.person,
        document: one(params, 'document'),
      });
      return document === undefined
        ? missingPage(frame)
        : {
            kind: 'bytes',
            type: document.mediaType,
            bytes: document.bytes,
            headers: {
              'cache-control': 'no-store',
              'content-disposition': 'inline',
              'content-security-policy': "sandbox; default-src 'none'",
            },
          };
    }),
  };
}

type RecordsRoute = 'records' | 'records-matter' | 'records-attest' | 'records-document';

async function attest(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const asked = { clerk: visit.session.person, matter };
  const found = await recordsPage(app.world, asked);
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal);
  }
  const read = factsSent(found.value, (criterion, fact) =>
    fact === undefined
      ? one(visit.form, basisField(criterion))
      : one(visit.form, factField(criterion, fact)),
  );
  if (read.mistakes.length > 0) {
    const mistakes = read.mistakes.map(({ criterion, fact, message }) => ({
      field: factField(criterion, fact),
      message,
    }));
    return await showMatter(app, visit, visit.form, mistakes);
  }
  const send = one(visit.form, 'then') === 'send';
  const done = await recordDocuments(app.world, {
    ...asked,
    seen: Number(one(visit.form, 'seen')),
    facts: read.facts,
    statement: one(visit.form, 'statement'),
    send,
  });
  if (done.ok) {
    return redirect(send ? '/desk/records' : `/desk/records/${matter}`);
  }
  if (done.refusal.kind === 'names-somebody') {
    const message = `Statement: ${done.refusal.because}.`;
    return await showMatter(app, visit, visit.form, [{ field: 'statement', message }]);
  }
  return refusalPage(visit.frame, done.refusal, {
    href: `/desk/records/${matter}`,
    label: desk.records.matterTitle(found.value.row.label),
  });
}

/** The page, with what was typed where something was wrong. */
async function showMatter(
  app: App,
  { session, params, frame }: SignedInVisit,
  typed: Fields | undefined,
  mistakes: readonly FieldMistake[],
) {
  const matter = one(params, 'matter');
  const found = await recordsPage(app.world, { clerk: session.person, matter });
  if (!found.ok) {
    return refusalPage(frame, found.refusal);
  }
  const today = app.world.clock.today();
  const { row, person, documents, version } = found.value;
  const claims = claimsOf(found.value, today);
  return page(
    renderPage(
      createElement(RecordsMatterPage, {
        frame,
        action: `/desk/records/${matter}`,
        label: row.label,
        version,
        promised: inWords(row.promisedBy),
        daysLate: daysLate(row.promisedBy, today),
        kind: row.kind,
        person: { name: person.fullName, former: person.formerNames },
        documents: documents.map((document) => ({
          href: `/desk/documents/${document.id}`,
          about: claims.titles.get(document.supports) ?? document.supports,
        })),
        said: claims.said,
        supervisors: found.value.attestations.map((attestation) => ({
          term: claims.titles.get(attestation.supports) ?? attestation.supports,
          value:
            attestation.answeredAt === undefined
              ? desk.records.supervisorWaits
              : claims.attested(attestation.answers),
        })),
        criteria: criteriaShown(found.value, claims, typed),
        statement:
          claims.statement === undefined
            ? undefined
            : {
                original: claims.statement,
                value: typed === undefined ? found.value.state.statement : one(typed, 'statement'),
              },
        mistakes,
        open: found.value.state.status === 'recording',
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function criteriaShown(
  found: RecordsPage,
  claims: ReturnType<typeof claimsOf>,
  typed: Fields | undefined,
) {
  return recordedCriteria(found).map((criterion) => ({
    id: criterion.id,
    title: criterion.title,
    rule: criterion.rule,
    basisName: basisField(criterion.id),
    basis:
      typed === undefined
        ? (found.state.facts.find((fact) => fact.criterion === criterion.id)?.basis ?? 'document')
        : one(typed, basisField(criterion.id)),
    facts: criterion.facts.map((fact) => ({
      name: factField(criterion.id, fact.id),
      label: fact.label,
      hint: fact.hint,
      stated: claims.stated(criterion.id, fact.id),
      value:
        typed === undefined
          ? (found.state.facts.find(
              (known) => known.criterion === criterion.id && known.fact === fact.id,
            )?.value ?? '')
          : one(typed, factField(criterion.id, fact.id)),
      options:
        fact.kind === 'yes-no'
          ? [
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]
          : fact.options,
    })),
  }));
}
