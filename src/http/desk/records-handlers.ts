/** The records clerk's pages: the queue, one matter's documents and facts, one document. */
import { createElement } from 'react';
import { QueuePage } from '../../web/pages/queue/queue.tsx';
import { RecordsMatterPage } from '../../web/pages/records/records-matter.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { en } from '../../web/words/en.ts';
import {
  documentForClerk,
  readFormerNames,
  recordDocuments,
  recordsPage,
  recordsQueue,
} from '../../workflow/review/record-documents.ts';
import { factsSent } from '../../workflow/review/records-form.ts';
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
import { basisField, factField } from './field-names.ts';
import { queueRow } from './in-words.ts';
import { type PageExtra, recordsModel } from './records-model.ts';

const desk = en.desk;
const QUEUE = { href: '/desk/records', label: desk.records.title };

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
    'records-matter': signedIn((visit) =>
      showMatter(app, visit, one(visit.query, 'saved') === '' ? {} : { news: desk.records.saved }),
    ),
    'records-attest': signedIn((visit) => attest(app, visit)),
    'records-former': signedIn((visit) => showFormer(app, visit)),
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

type RecordsRoute =
  | 'records'
  | 'records-matter'
  | 'records-attest'
  | 'records-former'
  | 'records-document';

/** Shown once, in the answer to the request itself: no address leads to them. */
async function showFormer(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const asked = { clerk: visit.session.person, matter };
  const found = await recordsPage(app.world, asked);
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal, QUEUE);
  }
  if (found.value.state.status !== 'recording') {
    return redirect(`/desk/records/${matter}`);
  }
  const read = await readFormerNames(app.world, { ...asked, purpose: one(visit.form, 'purpose') });
  return await showMatter(
    app,
    visit,
    read.ok
      ? { former: read.names }
      : { mistakes: read.mistakes, purpose: one(visit.form, 'purpose') },
  );
}

async function attest(app: App, visit: SignedInVisit) {
  const matter = one(visit.params, 'matter');
  const asked = { clerk: visit.session.person, matter };
  const found = await recordsPage(app.world, asked);
  if (!found.ok) {
    return refusalPage(visit.frame, found.refusal, QUEUE);
  }
  const typed = visit.form;
  const read = factsSent(found.value, (criterion, fact) =>
    one(typed, fact === undefined ? basisField(criterion) : factField(criterion, fact)),
  );
  if (read.mistakes.length > 0) {
    const mistakes = read.mistakes.map(({ criterion, fact, message }) => ({
      field: factField(criterion, fact),
      message,
    }));
    return await showMatter(app, visit, { typed, mistakes });
  }
  const send = one(typed, 'step') === 'send';
  const done = await recordDocuments(app.world, {
    ...asked,
    seen: Number(one(typed, 'seen')),
    facts: read.facts,
    statement: one(typed, 'statement'),
    send,
  });
  if (done.ok) {
    return redirect(send ? '/desk/records' : `/desk/records/${matter}?saved=yes`);
  }
  switch (done.refusal.kind) {
    case 'names-somebody':
      return await showMatter(app, visit, {
        typed,
        mistakes: [{ field: 'statement', message: `Statement: ${done.refusal.because}.` }],
      });
    case 'someone-wrote-first':
      // What was typed comes back under the newer version, beside what the other person recorded.
      return await showMatter(app, visit, { typed, stale: true });
    default:
      return refusalPage(visit.frame, done.refusal, QUEUE);
  }
}

async function showMatter(app: App, { session, params, frame }: SignedInVisit, extra: PageExtra) {
  const matter = one(params, 'matter');
  const found = await recordsPage(app.world, { clerk: session.person, matter });
  if (!found.ok) {
    return refusalPage(frame, found.refusal, QUEUE);
  }
  const model = recordsModel(found.value, app.world.clock.today(), extra);
  const mistaken = (extra.mistakes ?? []).length > 0;
  return page(
    renderPage(
      createElement(RecordsMatterPage, { frame, action: `/desk/records/${matter}`, ...model }),
    ),
    mistaken ? 422 : extra.stale === true ? 409 : 200,
  );
}
