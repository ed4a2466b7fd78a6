import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { createElement } from 'react';
import sharp from 'sharp';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { browserOptions } from '../../../scripts/lean-browser.mjs';
import { noChromium, openBrowser } from '../../../tests/look/browser.ts';
import { type BadgeAward, openBadge } from '../../credential/badge/open-badge.ts';
import { bakePng } from '../../credential/carrier/png.ts';
import { bakeSvg } from '../../credential/carrier/svg.ts';
import { didDocument, didWebOf } from '../../credential/proof/did-web.ts';
import { signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { generalStatements } from '../../credential/proof/statements.ts';
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { statusCredential } from '../../credential/status-list/status-credential.ts';
import { tokenList } from '../../credential/status-list/token-list.ts';
import { shownOf } from '../../credential/verifier/shown.ts';
import { verifyCredential } from '../../credential/verifier/verify.ts';
import { compactJws } from '../../credential/wallet/compact-jws.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { CredentialPage } from '../pages/credential/credential-page.tsx';
import { SavedVerifyPage } from '../pages/verify/saved-page.tsx';
import { cardOf, viewOf } from '../pages/verify/verification-view.ts';
import { VerifyPage } from '../pages/verify/verify-page.tsx';
import { guestFrame } from '../parts/page-frame/examples.tsx';
import { renderPage } from '../parts/page-frame/render-page.ts';

const MOST_PACKED_BYTES = 40_000;
const key = ed25519Signer('larkspur', new Uint8Array(32).fill(7));
const LISTED = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2099-01-01T00:00:00Z' };

/** A site as an issuer runs it: its pages by path. */
const pages = new Map<string, { readonly type: string; readonly body: string }>();
const server = createServer((asked, answer) => {
  const page = pages.get(asked.url ?? '');
  // As strict as the real server, and stricter: nothing may be asked of any other site.
  const headers = {
    'content-type': page?.type ?? 'text/plain',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  };
  answer.writeHead(page === undefined ? 404 : 200, headers).end(page?.body);
});
const put = (path: string, body: string, type = 'application/json'): void => {
  pages.set(path, { type, body });
};

interface Answer {
  readonly title: string;
  readonly text: string;
  readonly markup: string;
  readonly verdict: string | undefined;
  readonly demonstration: string | undefined;
  readonly asked: readonly string[];
}

test('what is left out of packages for the browser changes no statement', async () => {
  const bundle = await build({
    ...browserOptions,
    entryPoints: ['src/credential/proof/statements.ts'],
    write: false,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'evenhand-lean-'));
  const file = path.join(folder, 'statements.mjs');
  await writeFile(file, bundle.outputFiles[0]!.text);
  const lean: { [name: string]: typeof generalStatements } = await import(file);
  const inBrowser = lean['generalStatements'];
  const { cases } = JSON.parse(await readFile('reference/credential/verdicts.json', 'utf8'));
  const [first] = cases;
  const odd: readonly JsonObject[] = [
    { ...first.credential, creditsAvailable: 1.5 },
    { ...first.credential, name: { '@value': 'x', '@language': 'de' } },
    { '@context': first.credential['@context'], '@graph': [{ name: 'a' }, { name: 'b' }] },
    { '@context': first.credential['@context'], id: 'https://a.example/1' },
    { '@context': first.credential['@context'] },
    { '@context': 'https://a.example/unknown' },
    { ...first.credential, endorsement: [{ name: 'a' }, { name: 'a' }] },
  ];
  for (const document of [...cases.map(({ credential }: typeof first) => credential), ...odd]) {
    assert.deepEqual(await inBrowser!(document), await generalStatements(document));
  }
  await rm(folder, { recursive: true });
});

describe('the page that verifies, in Chromium', { skip: noChromium }, () => {
  let browser: Browser;
  let site = '';
  let issuer = '';
  let award: BadgeAward;

  const sign = async (document: JsonObject): Promise<JsonObject> => {
    const signer = {
      verificationMethod: `${issuer}#c-1`,
      publicKey: key.key.publicKey,
      sign: key.sign,
    };
    const signed = await signDocument(document, signer, '2026-01-01T00:00:00Z', checkEd25519);
    assert.ok(signed.ok);
    return signed.value;
  };
  const issued = async (change: Partial<BadgeAward> = {}): Promise<JsonObject> => {
    const badge = openBadge({ ...award, ...change });
    assert.ok(badge.ok);
    return sign(badge.value);
  };
  const issue = async (change?: Partial<BadgeAward>): Promise<string> =>
    JSON.stringify(await issued(change));
  const publish = async (bits: Uint8Array): Promise<void> => {
    const list = { id: award.status.list, issuer, bits, ...LISTED };
    put('/status/r/0', JSON.stringify(await sign(await statusCredential(list, gzipSync))));
  };

  before(async () => {
    const bundle = await build({
      entryPoints: ['src/web/scripts/verify.ts'],
      ...browserOptions,
      write: false,
    });
    put('/assets/verify.js', bundle.outputFiles[0]!.text, 'text/javascript');
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    site = `http://127.0.0.1:${address.port}`;
    issuer = didWebOf(site);
    award = {
      id: `${site}/c/1`,
      holderName: 'Zoë Nguyễn-O’Brien',
      programName: 'Larkspur Care Coordinator',
      subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
      programUrl: 'https://larkspur.example/programs/larkspur-care',
      achievementId: `${site}/programs/larkspur-care`,
      description: 'Met the published criteria.',
      criteria: { narrative: 'Eligibility and examination.' },
      issuer: { id: issuer, name: 'Larkspur Board' },
      awardedDate: '2026-03-04T12:00:00-05:00',
      validFrom: '2026-01-04T12:00:00-05:00',
      validUntil: '2098-12-31T23:59:59-05:00',
      licenseNumber: 'LCC-000123',
      status: { list: `${site}/status/r/0`, index: 7 },
      demonstration: false,
    };
    const keys = [{ fragment: 'c-1', publicKey: key.key.publicKey }];
    put('/.well-known/did.json', JSON.stringify(didDocument(issuer, site, keys)));
    put('/assets/evenhand.css', '', 'text/css');
    await publish(bitstring([]));
    const form = { frame: guestFrame, mistakes: [], scripts: ['/assets/verify.js'] };
    put('/verify', renderPage(createElement(VerifyPage, form)), 'text/html; charset=utf-8');
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  /** The credential's own page as the server draws it, with the server's answer or without one. */
  async function ownPage(document: JsonObject, answered = true): Promise<string> {
    const text = JSON.stringify(document);
    put('/c/1/credential.json', text);
    const checked = await verifyCredential(text, Date.now(), {
      didDocument: async () => pages.get('/.well-known/did.json')?.body,
      statusList: async () => pages.get('/status/r/0')?.body,
      checkSignature: checkEd25519,
      gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
    });
    const html = renderPage(
      createElement(CredentialPage, {
        frame: guestFrame,
        card: cardOf(shownOf(document), checked.demonstration, new URL(site).host),
        status: { label: 'Current', tone: 'done' },
        downloadAt: '/c/1/credential.json',
        fileName: 'credential.json',
        result: answered ? viewOf(checked, undefined, undefined, new URL(site).host) : undefined,
        scripts: ['/assets/verify.js'],
      }),
    );
    put('/c/1', html, 'text/html; charset=utf-8');
    return html;
  }

  /** Opens a page, does something there, and waits for the answer. */
  async function asking(
    path: string,
    act: (page: Page) => Promise<void> = async () => {},
  ): Promise<Answer> {
    const page = await browser.newPage();
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('console', (message) => {
      const missing = message.text().includes('404');
      if (message.type() === 'error' && !missing) faults.push(message.text());
    });
    await page.goto(site + path);
    await act(page);
    const place = page.locator('#verdict[data-verdict]');
    await place.waitFor({ state: 'visible' });
    const [title, text, markup, verdict, demonstration] = await Promise.all([
      place.locator('h2').textContent(),
      place.textContent(),
      place.innerHTML(),
      place.getAttribute('data-verdict'),
      place.getAttribute('data-demonstration'),
    ]);
    await page.close();
    assert.deepEqual(faults, []);
    return {
      title: title ?? '',
      text: text ?? '',
      markup,
      verdict: verdict ?? undefined,
      demonstration: demonstration ?? undefined,
      asked,
    };
  }
  const chosen =
    (buffer: Buffer) =>
    async (page: Page): Promise<void> => {
      await page
        .getByLabel('The credential file')
        .setInputFiles({ name: 'file.bin', mimeType: 'application/octet-stream', buffer });
      await page.getByRole('button', { name: 'Check it' }).click();
    };
  const pasted =
    (text: string) =>
    async (page: Page): Promise<void> => {
      await page.getByLabel('A link, or the text of the credential').fill(text);
      await page.getByRole('button', { name: 'Check it' }).click();
    };

  test('the script is small enough to be sent to a phone', () => {
    const packed = brotliCompressSync(pages.get('/assets/verify.js')!.body).length;
    assert.ok(packed <= MOST_PACKED_BYTES, `${packed} bytes`);
  });

  test('a credential on its own page is checked at once, and only its issuer is asked', async () => {
    await ownPage(await issued(), false);
    const found = await asking('/c/1');
    assert.equal(found.title, 'Genuine and current');
    assert.deepEqual([found.verdict, found.demonstration], ['genuine-and-current', 'false']);
    for (const part of ['Zoë Nguyễn-O’Brien', 'LCC-000123', 'March 4, 2026', '127.0.0.1']) {
      assert.ok(found.text.includes(part), part);
    }
    const elsewhere = found.asked.filter((address) => !address.startsWith(`${site}/`));
    assert.deepEqual(elsewhere, []);
  });

  test('the browser draws what the server draws, element for element, and adds the time', async () => {
    const drawnThere = await ownPage(await issued());
    const { markup } = await asking('/c/1');
    const withoutTime = markup.replace(/<p class="soft small">Checked [^<]+\.<\/p>/, '');
    assert.notEqual(withoutTime, markup);
    const page = await browser.newPage();
    const same = await page.evaluate(
      (both) => {
        const [one, other] = both.map((html) =>
          new DOMParser().parseFromString(html, 'text/html').querySelector('.verification'),
        );
        return one?.isEqualNode(other ?? null) ?? false;
      },
      [drawnThere, withoutTime],
    );
    await page.close();
    assert.ok(same);
  });

  test('once it is revoked the same page says so', async () => {
    await ownPage(await issued());
    await publish(bitstring([7]));
    const found = await asking('/c/1');
    await publish(bitstring([]));
    assert.equal(found.title, 'Genuine, but not current');
    assert.ok(found.text.includes('the issuer has revoked it'));
  });

  test('a demonstration has a verdict of its own', async () => {
    await ownPage(await issued({ demonstration: true }));
    const found = await asking('/c/1');
    assert.equal(found.title, 'Demonstration only');
    assert.equal(found.demonstration, 'true');
  });

  test('a pasted credential with another name is not genuine, and nothing in it is shown', async () => {
    const found = await asking('/verify', pasted((await issue()).replace('Zoë', 'Zoe')));
    assert.equal(found.title, 'Not genuine');
    assert.ok(!found.text.includes('Zoe'));
    assert.ok(!found.asked.includes(`${site}/verify`, 1), 'the form was not posted');
  });

  test('a chosen file is read, with the mark that some editors put in front', async () => {
    const buffer = Buffer.from(`\ufeff${await issue()}`);
    const found = await asking('/verify', async (page) => {
      await page
        .getByLabel('The credential file')
        .setInputFiles({ name: 'credential.json', mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: 'Check it' }).click();
    });
    assert.equal(found.verdict, 'genuine-and-current');
  });

  test('a picture and a PDF give up what they carry, whatever they are called', async () => {
    const text = await issue();
    const dot = { width: 4, height: 4, channels: 3, background: 'red' } as const;
    const png = bakePng(new Uint8Array(await sharp({ create: dot }).png().toBuffer()), text);
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', text);
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Certified Surgeon');
    await pdf.attach(utf8(text), 'credential.json', { mimeType: 'application/vc+ld+json' });
    assert.ok(png.ok && svg.ok);
    for (const [bytes, said] of [
      [png.value, 'The picture is not signed'],
      [utf8(svg.value), 'The picture is not signed'],
      [await pdf.save(), 'The pages of the PDF are not signed'],
    ] as const) {
      const found = await asking('/verify', chosen(Buffer.from(bytes)));
      assert.equal(found.verdict, 'genuine-and-current');
      assert.ok(found.text.includes(said), said);
      assert.ok(found.text.includes('one program: Larkspur Care Coordinator'));
    }
    const photo = await asking('/verify', chosen(await sharp({ create: dot }).jpeg().toBuffer()));
    assert.equal(photo.verdict, 'not-genuine');
    assert.ok(photo.text.includes('a JPEG picture'));
  });

  test('a pasted link is followed to the credential, and to nothing else', async () => {
    put('/c/1/credential.json', await issue());
    const found = await asking('/verify', pasted(` ${site}/c/1 `));
    assert.equal(found.verdict, 'genuine-and-current');
    assert.ok(found.asked.includes(`${site}/c/1/credential.json`));
    const missing = await asking('/verify', pasted(`${site}/c/none`));
    assert.equal(missing.verdict, 'not-genuine');
    assert.ok(missing.text.includes('no credential could be had behind the link'));
  });

  test('saved as one file it checks without a connection, with what it carries along', async () => {
    const kept = {
      dids: { [issuer]: pages.get('/.well-known/did.json')!.body },
      lists: { [award.status.list]: pages.get('/status/r/0')!.body },
    };
    const saved = (lists: Readonly<Record<string, string>>): string =>
      renderPage(
        createElement(SavedVerifyPage, {
          savedOn: 'January 12, 2027',
          style: 'body{}',
          script: pages.get('/assets/verify.js')!.body,
          kept: { ...kept, lists },
        }),
      );
    const folder = await mkdtemp(path.join(tmpdir(), 'evenhand-saved-'));
    const place = path.join(folder, 'evenhand-verify.html');
    const context = await browser.newContext({ offline: true });
    const answerOf = async (html: string, text: string): Promise<string | null> => {
      await writeFile(place, html);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      await page.goto(`file://${place}`);
      await chosen(Buffer.from(text))(page);
      const verdict = page.locator('#verdict[data-verdict]');
      await verdict.waitFor({ state: 'visible' });
      const said = await verdict.getAttribute('data-verdict');
      await page.close();
      assert.deepEqual(faults, []);
      return said;
    };
    const text = await issue();
    assert.equal(await answerOf(saved(kept.lists), text), 'genuine-and-current');
    assert.equal(await answerOf(saved(kept.lists), text.replace('Zoë', 'Zoe')), 'not-genuine');
    assert.equal(await answerOf(saved({}), text), 'genuine-status-unknown');
    await context.close();
    await rm(folder, { recursive: true });
  });

  test('markup inside a credential is text, not markup', async () => {
    const holderName = '<img src=x onerror="document.title=1">';
    const found = await asking('/verify', pasted(await issue({ holderName })));
    assert.equal(found.verdict, 'genuine-and-current');
    assert.ok(found.text.includes(holderName));
    assert.ok(!found.asked.some((address) => address.endsWith('/x')));
  });

  test('a list that is not there leaves it open whether the credential was revoked', async () => {
    const status = { list: `${site}/status/gone`, index: 7 };
    const found = await asking('/verify', pasted(await issue({ status })));
    assert.equal(found.verdict, 'genuine-status-unknown');
  });

  test('a small list that unpacks to 64 MB is given up', async () => {
    await publish(new Uint8Array(64 * 1024 * 1024));
    const found = await asking('/verify', pasted(await issue()));
    await publish(bitstring([]));
    assert.equal(found.verdict, 'genuine-status-unknown');
    assert.ok(found.text.includes('cannot be unpacked'));
  });

  test('a credential out of an identity wallet is checked from its text: what is shown, and its status', async () => {
    const now = Math.floor(Date.now() / 1000);
    const list = `${site}/status/t/1`;
    const mark = async (places: readonly number[]): Promise<void> => {
      const asked = { id: list, bits: bitstring(places), issuedAt: now, expiresAt: now + 600 };
      const body = await tokenList(asked, (bytes) => new Uint8Array(deflateSync(bytes)));
      const head = { alg: 'EdDSA', typ: 'statuslist+jwt', kid: 'c-1' };
      put('/status/t/1', await compactJws(head, body, async (bytes) => key.sign(bytes)));
    };
    const name = toBase64url(utf8(JSON.stringify(['c2FsdA', 'name', 'Zoë Nguyễn-O’Brien'])));
    const signed = await compactJws(
      { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: 'c-1' },
      {
        ...{ iss: site, iat: now - 60, exp: now + 600, vct: `${site}/programs/p/vct.json` },
        ...{ certification: 'Larkspur Care Coordinator', issuing_body: 'Larkspur Board' },
        status: { status_list: { idx: 7, uri: list } },
        _sd: [toBase64url(sha256(utf8(name)))],
      },
      async (bytes) => key.sign(bytes),
    );
    await mark([6, 8]);
    const whole = await asking('/verify', pasted(`${signed}~${name}~`));
    assert.equal(whole.verdict, 'genuine-and-current');
    assert.ok(whole.text.includes('Zoë Nguyễn-O’Brien'));
    assert.deepEqual(
      whole.asked.filter((address) => !/assets|\/verify$/.test(address)),
      [`${site}/.well-known/did.json`, list],
    );
    const kept = await asking('/verify', pasted(`${signed}~`));
    assert.equal(kept.verdict, 'genuine-and-current');
    assert.ok(!kept.text.includes('Zoë'));
    await mark([7]);
    assert.equal((await asking('/verify', pasted(`${signed}~`))).verdict, 'genuine-not-current');
  });

  test('a browser without Ed25519 says that it cannot tell, and why', async () => {
    const found = await asking('/verify', async (page) => {
      await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
      await pasted(await issue())(page);
    });
    assert.equal(found.verdict, 'unknown');
    assert.ok(found.text.includes('no way to check Ed25519 signatures'));
  });

  test('with nothing given the form goes to the server, which says what is missing', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/verify`);
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Check it' }).click();
    assert.equal((await posted).url(), `${site}/verify`);
    await page.close();
  });
});
