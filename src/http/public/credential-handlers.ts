/** One credential by its unguessable address, checking any credential, the issuer's keys and its status list. */
import { createElement } from 'react';
import { shownOf } from '../../credential/verifier/shown.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { CredentialPage } from '../../web/pages/credential/credential-page.tsx';
import { cardOf, viewOf } from '../../web/pages/verify/verification-view.ts';
import { VerifyPage } from '../../web/pages/verify/verify-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import { issuerDocument, signedStatusList } from '../../workflow/certify/issuer.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';

type CredentialRoute =
  | 'verify'
  | 'verify-text'
  | 'credential'
  | 'credential-file'
  | 'did'
  | 'status-list';
const SCRIPT = '/assets/verify.js';
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };

export function credentialHandlers(app: App): Readonly<Record<CredentialRoute, Handler>> {
  return {
    verify: async ({ frame }) =>
      page(renderPage(createElement(VerifyPage, { frame, mistakes: [], scripts: [SCRIPT] }))),
    'verify-text': (visit) => checkSent(app, visit),
    credential: (visit) => showCredential(app, visit),
    'credential-file': async ({ params, frame }) => {
      const found = await lookUp(app, one(params, 'credential'));
      return found === undefined
        ? missingPage(frame)
        : json(found.document, 'application/vc+ld+json');
    },
    did: async () => json(issuerDocument(app.world), 'application/did+ld+json'),
    'status-list': async () => json(await signedStatusList(app.world), 'application/vc+ld+json'),
  };
}

const json = (document: Json, type: string): Reply => ({
  kind: 'bytes',
  type,
  bytes: JSON.stringify(document),
  headers: OPEN_TO_ALL,
});

const lookUp = (app: App, id: string) =>
  app.world.records.as({ rights: 'public', person: undefined }, ({ register }) =>
    register.lookUp(id),
  );

async function showCredential(app: App, { params, frame }: Visit): Promise<Reply> {
  const id = one(params, 'credential');
  const found = await lookUp(app, id);
  if (found === undefined || !isJsonObject(found.document)) {
    return missingPage(frame);
  }
  const checked = await checkHere(app.world, JSON.stringify(found.document));
  return page(
    renderPage(
      createElement(CredentialPage, {
        frame,
        card: cardOf(shownOf(found.document), checked.demonstration),
        status:
          found.revoked === undefined
            ? checked.steps.time.answer === 'ok'
              ? { label: 'Current', tone: 'done' as const }
              : { label: 'Ended', tone: 'stopped' as const }
            : {
                label: `Revoked on ${inWords(found.revoked.on)}: ${found.revoked.reason}`,
                tone: 'stopped' as const,
              },
        downloadAt: `/c/${id}/credential.json`,
        fileName: 'credential.json',
        result: viewOf(checked),
        scripts: [SCRIPT],
      }),
    ),
  );
}

async function checkSent(app: App, visit: Visit): Promise<Reply> {
  const [file] = visit.files;
  const pasted = one(visit.form, 'text');
  const text =
    file === undefined || file.bytes.length === 0 ? pasted : new TextDecoder().decode(file.bytes);
  if (text.trim() === '') {
    const mistakes = [
      { field: 'file', message: 'Choose a file, or paste the text of a credential.' },
    ];
    return page(
      renderPage(createElement(VerifyPage, { frame: visit.frame, mistakes, scripts: [SCRIPT] })),
      422,
    );
  }
  const result = viewOf(await checkHere(app.world, text));
  return page(
    renderPage(
      createElement(VerifyPage, {
        frame: visit.frame,
        pasted,
        mistakes: [],
        result,
        scripts: [SCRIPT],
      }),
    ),
  );
}
