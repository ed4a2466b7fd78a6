/** Every page of the issuer's keys there has been, by its digest, and the list of them with their lines of the log. */
import { pagesKept } from '../../workflow/certify/change-keys.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, type Reply } from '../server/visit.ts';

export type KeyHistoryRoute = 'did-history' | 'did-index';

export const keyHistoryHandlers = (app: App): Readonly<Record<KeyHistoryRoute, Handler>> => ({
  'did-history': async ({ params, frame }) => {
    const kept = await app.world.records.as(
      { rights: 'public', person: undefined },
      ({ register }) => register.didDocumentAt(one(params, 'digest')),
    );
    return kept === undefined ? missingPage(frame) : openToAll(kept, 'application/did+ld+json');
  },
  'did-index': async () =>
    openToAll(JSON.stringify(await pagesKept(app.world)), 'application/json'),
});

const openToAll = (bytes: string, type: string): Reply => ({
  ...{ kind: 'bytes', type, bytes },
  headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
});
