/** Checking any credential that somebody has: as a file, a link or text, on the page and on the page saved as one file. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { createElement } from 'react';
import { type CarrierKind, carriedCredential } from '../../credential/carrier/carried.ts';
import type { Inflate } from '../../credential/carrier/file-bytes.ts';
import { notReadable } from '../../credential/verifier/verify.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { SavedVerifyPage } from '../../web/pages/verify/saved-page.tsx';
import { momentShown, viewOf } from '../../web/pages/verify/verification-view.ts';
import { VerifyPage } from '../../web/pages/verify/verify-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { verify as words } from '../../web/words/verify.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import {
  issuerDid,
  issuerDocument,
  issuerSite,
  statusListAddress,
} from '../../workflow/certify/issuer.ts';
import { statusList } from '../../workflow/certify/status-lists.ts';
import { tokenListAddress, tokenStatusList } from '../../workflow/certify/token-lists.ts';
import type { App } from '../server/app.ts';
import { styleText } from '../server/assets.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';
import { lookUp, SCRIPT } from './credential-handlers.ts';

type VerifyRoute = 'verify' | 'verify-text' | 'verify-saved';

export function verifyHandlers(app: App): Readonly<Record<VerifyRoute, Handler>> {
  return {
    verify: async ({ frame }) =>
      page(renderPage(createElement(VerifyPage, { frame, mistakes: [], scripts: [SCRIPT] }))),
    'verify-text': (visit) => checkSent(app, visit),
    'verify-saved': async () => {
      return {
        kind: 'bytes',
        type: 'text/html; charset=utf-8',
        bytes: await savedPage(app),
        headers: {
          'content-disposition': 'attachment; filename="evenhand-verify.html"',
          'cache-control': 'no-store',
        },
      };
    },
  };
}

const inflated = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate);
const inflateWithin: Inflate = async (bytes, mostBytes) =>
  new Uint8Array(await inflated(bytes, { maxOutputLength: mostBytes }));

async function checkSent(app: App, visit: Visit): Promise<Reply> {
  const [file] = visit.files;
  const pasted = one(visit.form, 'text');
  const chosen = file === undefined || file.bytes.length === 0 ? undefined : file.bytes;
  if (chosen === undefined && pasted.trim() === '') {
    return asked(
      visit,
      pasted,
      'file',
      'Choose a file, or paste a link or the text of a credential.',
    );
  }
  const isLink = chosen === undefined && /^\s*https?:\/\/\S+\s*$/.test(pasted);
  const given = isLink ? await behindLink(app, pasted.trim()) : (chosen ?? utf8(pasted));
  if (typeof given === 'string') {
    return asked(visit, pasted, 'text', given);
  }
  const carried = await carriedCredential(given, inflateWithin);
  const found = carried.ok
    ? await checkHere(app.world, carried.value.text)
    : notReadable(carried.refusal.because);
  const kind: CarrierKind | undefined = carried.ok ? carried.value.kind : undefined;
  return page(
    renderPage(
      createElement(VerifyPage, {
        frame: visit.frame,
        pasted,
        mistakes: [],
        result: viewOf(
          found,
          momentShown(app.world.clock.now(), 'UTC'),
          kind,
          issuerSite(app.world),
        ),
        scripts: [SCRIPT],
      }),
    ),
  );
}

function asked({ frame }: Visit, pasted: string, field: string, message: string): Reply {
  const mistakes: readonly FieldMistake[] = [{ field, message }];
  const props = { frame, pasted, mistakes, scripts: [SCRIPT] };
  return page(renderPage(createElement(VerifyPage, props)), 422);
}

/** A credential of this site by its link, or a sentence why there is none. No other site is ever asked from here. */
async function behindLink(app: App, link: string): Promise<Uint8Array | string> {
  const at = URL.canParse(link) ? new URL(link) : undefined;
  const id = /^\/c\/([^/]+)(?:\/(?:credential\.json)?)?$/.exec(at?.pathname ?? '')?.[1];
  if (at?.origin !== new URL(app.world.origin).origin || id === undefined) {
    return words.linkElsewhere;
  }
  const found = await lookUp(app, id);
  return found === undefined ? words.linkMissing : utf8(JSON.stringify(found));
}

/** The style files of what stands on the saved page; its letters are those of the machine it is read on. */
const STYLES =
  /0-tokens|page-frame.base|(?:button|credential|description-list|field|file-field|hint|shape|status-tag|text-area|verify)\.css$/;

async function savedPage(app: App): Promise<string> {
  const { world } = app;
  const script = path.join(app.scripts, 'verify.js');
  return renderPage(
    createElement(SavedVerifyPage, {
      savedOn: inWords(world.clock.today()),
      style: styleText(path.join(app.root, 'src', 'web'), (file) => STYLES.test(file)),
      script: existsSync(script) ? readFileSync(script, 'utf8') : '',
      kept: {
        dids: { [issuerDid(world)]: JSON.stringify(issuerDocument(world)) },
        lists: await listsOfToday(app),
      },
    }),
  );
}

/** Every list there is, in both its forms, by its address. */
async function listsOfToday({ world }: App): Promise<Readonly<Record<string, string>>> {
  const lists: [string, string][] = [];
  for (let number = 0; ; number += 1) {
    const list = await statusList(world, number);
    if (list === undefined) {
      return Object.fromEntries(lists);
    }
    lists.push([statusListAddress(world, number), JSON.stringify(list)]);
    const tokens = await tokenStatusList(world, number);
    lists.push([tokenListAddress(world, number), tokens ?? '']);
  }
}
