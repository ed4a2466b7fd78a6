/** One credential by its unguessable address, checking any credential, the issuer's keys and its status list. */
import { createElement } from 'react';
import { shownOf } from '../../credential/verifier/shown.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import {
  CredentialPage,
  type CredentialPageProps,
} from '../../web/pages/credential/credential-page.tsx';
import { noticeShown } from '../../web/pages/notices/notice-view.ts';
import { cardOf, viewOf } from '../../web/pages/verify/verification-view.ts';
import { VerifyPage } from '../../web/pages/verify/verify-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { credential as words } from '../../web/words/credential.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import {
  issuerDocument,
  signedStatusList,
  signedSuspensionList,
} from '../../workflow/certify/issuer.ts';
import { credentialStanding } from '../../workflow/conduct/public-notices.ts';
import type { CredentialEffect } from '../../workflow/ports/conduct-records.ts';
import type { RenewalRecords } from '../../workflow/ports/renewal-records.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';

type CredentialRoute =
  | 'verify'
  | 'verify-text'
  | 'credential'
  | 'credential-file'
  | 'did'
  | 'status-list'
  | 'suspension-list';
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
    'suspension-list': async () =>
      json(await signedSuspensionList(app.world), 'application/vc+ld+json'),
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
  const { effects, notices } = await credentialStanding(app.world, id);
  const notHeld = await app.world.records.as({ rights: 'public', person: undefined }, (records) =>
    records.renewals.notHeldOn(id, app.world.clock.today()),
  );
  return page(
    renderPage(
      createElement(CredentialPage, {
        frame,
        card: cardOf(shownOf(found.document), checked.demonstration),
        status: statusOf(found.revoked, effects, notHeld, checked.steps.time.answer === 'ok'),
        effects: effects.map(({ kind, from, until }) =>
          words.effects[kind](inWords(from), inWords(until)),
        ),
        notices: notices.map((notice) => noticeShown(notice, 'credential')),
        downloadAt: `/c/${id}/credential.json`,
        fileName: 'credential.json',
        result: viewOf(checked),
        scripts: [SCRIPT],
      }),
    ),
  );
}

type NotHeld = NonNullable<Awaited<ReturnType<RenewalRecords['notHeldOn']>>>;

/** The hardest that holds today comes first; a credential that may not be used never reads as current. */
function statusOf(
  revoked: { readonly on: CivilDate; readonly reason: string } | undefined,
  effects: readonly CredentialEffect[],
  notHeld: NotHeld | undefined,
  inTime: boolean,
): CredentialPageProps['status'] {
  if (revoked !== undefined) {
    return { label: words.revoked(inWords(revoked.on), revoked.reason), tone: 'stopped' };
  }
  const until = (kind: CredentialEffect['kind']): string | undefined => {
    const effect = effects.find((one) => one.kind === kind);
    return effect === undefined ? undefined : inWords(effect.until);
  };
  const [suspended, interim, probation] = [
    until('suspension'),
    until('interim'),
    until('probation'),
  ];
  if (notHeld !== undefined) {
    return { label: words.notHeld[notHeld.why](inWords(notHeld.from)), tone: 'stopped' };
  }
  if (!inTime) {
    return { label: words.ended, tone: 'stopped' };
  }
  if (suspended !== undefined) {
    return { label: words.suspended(suspended), tone: 'stopped' };
  }
  if (interim !== undefined) {
    return { label: words.interim(interim), tone: 'stopped' };
  }
  return probation === undefined
    ? { label: words.current, tone: 'done' }
    : { label: words.probation(probation), tone: 'working' };
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
