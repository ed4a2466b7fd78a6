/** One credential by its unguessable address, the issuer's keys and its status list. */
import { createElement } from 'react';
import { mayBeReliedOn } from '../../casework/award/standing.ts';
import { shownOf } from '../../credential/verifier/shown.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { CredentialPage } from '../../web/pages/credential/credential-page.tsx';
import { noticeShown } from '../../web/pages/notices/notice-view.ts';
import { cardOf, momentShown, viewOf } from '../../web/pages/verify/verification-view.ts';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { credential as words } from '../../web/words/credential.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import { credentialOnPaper, type PaperKind } from '../../workflow/certify/credential-on-paper.ts';
import { issuerDocument, issuerSite } from '../../workflow/certify/issuer.ts';
import { copyAt, registryRecord } from '../../workflow/certify/registry-record.ts';
import { listNamed, statusList } from '../../workflow/certify/status-lists.ts';
import { credentialStanding } from '../../workflow/conduct/public-notices.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';
import { statusOf } from './copy-status.ts';

type CredentialRoute =
  | 'credential'
  | 'credential-file'
  | 'credential-certificate'
  | 'credential-letter'
  | 'credential-badge-svg'
  | 'credential-badge-png'
  | 'credential-record'
  | 'did'
  | 'status-list';
export const SCRIPT = '/assets/verify.js';
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };

export function credentialHandlers(app: App): Readonly<Record<CredentialRoute, Handler>> {
  return {
    credential: (visit) => showCredential(app, visit),
    'credential-file': async ({ params, frame }) => {
      const found = await lookUp(app, one(params, 'credential'));
      return found === undefined ? missingPage(frame) : json(found, 'application/vc+ld+json');
    },
    'credential-certificate': (visit) => onPaper(app, visit, 'certificate'),
    'credential-letter': (visit) => onPaper(app, visit, 'letter'),
    'credential-badge-svg': (visit) => onPaper(app, visit, 'badge-svg'),
    'credential-badge-png': (visit) => onPaper(app, visit, 'badge-png'),
    'credential-record': async ({ params, frame }) => {
      const record = await registryRecord(app.world, one(params, 'credential'));
      return record === undefined ? missingPage(frame) : json(record, 'application/json');
    },
    did: async () => json(issuerDocument(app.world), 'application/did+ld+json'),
    'status-list': async ({ params, frame }) => {
      const number = listNamed(one(params, 'list'));
      const list = number === undefined ? undefined : await statusList(app.world, number);
      return list === undefined ? missingPage(frame) : json(list, 'application/vc+ld+json');
    },
  };
}

const json = (document: Json, type: string): Reply => ({
  kind: 'bytes',
  type,
  bytes: JSON.stringify(document),
  headers: OPEN_TO_ALL,
});

export const lookUp = (app: App, id: string) =>
  app.world.records.as({ rights: 'public', person: undefined }, ({ register }) =>
    register.lookUp(id),
  );

const FILES: Readonly<Record<PaperKind, readonly [name: string, type: string]>> = {
  certificate: ['certificate.pdf', 'application/pdf'],
  letter: ['letter.pdf', 'application/pdf'],
  'badge-svg': ['badge.svg', 'image/svg+xml'],
  'badge-png': ['badge.png', 'image/png'],
};

async function onPaper(app: App, visit: Visit, kind: PaperKind): Promise<Reply> {
  const made = await credentialOnPaper(app.world, one(visit.params, 'credential'), kind);
  if (!made.ok) {
    return made.refusal.kind === 'no-such-credential'
      ? missingPage(visit.frame)
      : refusalPage(visit.frame, made.refusal);
  }
  const [name, type] = FILES[kind];
  return {
    kind: 'bytes',
    type,
    bytes: made.value,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}"`,
    },
  };
}

async function showCredential(app: App, { params, frame }: Visit): Promise<Reply> {
  const id = one(params, 'credential');
  const found = await copyAt(app.world, id);
  if (found === undefined || !isJsonObject(found.document)) {
    return missingPage(frame);
  }
  const checked = await checkHere(app.world, JSON.stringify(found.document));
  const { effects, notices } = await credentialStanding(app.world, id);
  return page(
    renderPage(
      createElement(CredentialPage, {
        frame,
        card: cardOf(shownOf(found.document), checked.demonstration, issuerSite(app.world)),
        status: statusOf(found),
        effects: effects.map(({ kind, from, until }) =>
          words.effects[kind](inWords(from), inWords(until)),
        ),
        notices: notices.map((notice) => noticeShown(notice, 'credential')),
        downloadAt: `/c/${id}/credential.json`,
        fileName: 'credential.json',
        paperAt: mayBeReliedOn(found.standing)
          ? {
              certificate: `/c/${id}/certificate.pdf`,
              letter: `/c/${id}/letter.pdf`,
              badge: `/c/${id}/badge.png`,
            }
          : undefined,
        recordAt: `/c/${id}/status.json`,
        result: viewOf(
          checked,
          momentShown(app.world.clock.now(), 'UTC'),
          undefined,
          issuerSite(app.world),
        ),
        scripts: [SCRIPT],
      }),
    ),
  );
}
