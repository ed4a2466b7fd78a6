/**
 * How long a phone that is six times slower than this machine works when somebody opens a credential's page for the first time:
 * the script is read, run, and has drawn its verdict. Beside it the packages of Digital Bazaar on the same credential, in
 * the same browser. Milliseconds of script as the browser counts them, the median of several new pages.
 * Run by: npm run bench -- verify-page
 */
import { createServer } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { browserOptions } from '../scripts/lean-browser.mjs';
import { openBadge } from '../src/credential/badge/open-badge.ts';
import { didDocument, didWebOf } from '../src/credential/proof/did-web.ts';
import { signDocument } from '../src/credential/proof/eddsa-rdfc.ts';
import { bitstring } from '../src/credential/status-list/bitstring.ts';
import { statusCredential } from '../src/credential/status-list/status-credential.ts';
import type { JsonObject } from '../src/kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../src/ledger/checkpoint/ed25519.ts';
import { openBrowser } from '../tests/look/browser.ts';

const SLOWER = 6;
const RUNS = 9;

const pages = new Map<string, { readonly type: string; readonly body: string }>();
const put = (path: string, body: string, type = 'application/json'): void => {
  pages.set(path, { type, body });
};
const server = createServer((asked, answer) => {
  const page = pages.get(asked.url ?? '');
  answer
    .writeHead(page === undefined ? 404 : 200, { 'content-type': page?.type ?? 'text/plain' })
    .end(page?.body);
});
await new Promise<void>((done) => {
  server.listen(0, '127.0.0.1', done);
});
const address = server.address();
const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const issuer = didWebOf(site);
const { key, sign } = ed25519Signer('larkspur', new Uint8Array(32).fill(7));

async function signed(document: JsonObject): Promise<string> {
  const signer = { verificationMethod: `${issuer}#c-1`, publicKey: key.publicKey, sign };
  const made = await signDocument(document, signer, '2026-01-01T00:00:00Z', checkEd25519);
  if (!made.ok) throw new Error(made.refusal.because);
  return JSON.stringify(made.value);
}

const list = `${site}/status/r/1`;
const badge = openBadge({
  id: `${site}/c/1`,
  holderName: 'Zoë Nguyễn-O’Brien',
  programName: 'Larkspur Care Coordinator',
  subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
  programUrl: `${site}/programs/larkspur-care`,
  achievementId: `${site}/programs/larkspur-care/2026`,
  description: 'Met the published criteria.',
  criteria: { narrative: 'Eligibility and examination.' },
  issuer: { id: issuer, name: 'Larkspur Board' },
  awardedDate: '2026-03-04T12:00:00Z',
  validFrom: '2026-01-04T12:00:00Z',
  validUntil: '2098-12-31T23:59:59Z',
  licenseNumber: 'LCC-000123',
  status: { list, index: 7 },
  demonstration: false,
});
if (!badge.ok) throw new Error(badge.refusal.because);
put('/c/1/credential.json', await signed(badge.value));
// One in a hundred revoked, as a body of some years has.
const bits = bitstring(Array.from({ length: 1311 }, (_, number) => (number * 9973) % 131_072));
const kept = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2099-01-01T00:00:00Z' };
put(
  '/status/r/1',
  await signed(await statusCredential({ id: list, issuer, bits, ...kept }, gzipSync)),
);
const keys = [{ fragment: 'c-1', publicKey: key.publicKey }];
put('/.well-known/did.json', JSON.stringify(didDocument(issuer, site, keys)));
const html = (script: string, body: string): string =>
  `<!doctype html><html lang="en"><title>Credential</title><body>${body}<script type="module" src="${script}"></script></body></html>`;
put(
  '/ours',
  html('/ours.js', '<div id="verdict" data-credential="/c/1/credential.json"></div>'),
  'text/html',
);
put('/peer', html('/peer.js', ''), 'text/html');

async function bundled(entry: string, lean: boolean): Promise<number> {
  const made = await build({
    ...browserOptions,
    ...(lean ? {} : { plugins: [] }),
    entryPoints: [entry],
    write: false,
  });
  const script = made.outputFiles?.[0]?.text ?? '';
  put(entry.includes('peer') ? '/peer.js' : '/ours.js', script, 'text/javascript');
  return brotliCompressSync(script).length;
}

interface Measured {
  readonly script: number;
  readonly untilSaid: number;
}

async function opened(browser: Browser, path: string): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Performance.enable');
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const before = Date.now();
  await page.goto(site + path);
  const verdict = page.locator('#verdict[data-verdict]');
  await verdict.waitFor({ state: 'attached' });
  const untilSaid = Date.now() - before;
  const said = await verdict.getAttribute('data-verdict');
  if (said !== 'genuine-and-current') {
    throw new Error(`${path}: ${said} ${await verdict.textContent()}`);
  }
  const { metrics } = await tools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  await context.close();
  return { script: 1000 * seconds, untilSaid };
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const browser = await openBrowser();
const sizes = {
  ours: await bundled('src/web/scripts/verify.ts', true),
  peer: await bundled('bench/running/peer-page.ts', false),
};
const found: Record<'ours' | 'peer', Measured[]> = { ours: [], peer: [] };
for (let run = 0; run < RUNS; run += 1) {
  found.ours.push(await opened(browser, '/ours'));
  found.peer.push(await opened(browser, '/peer'));
}
await browser.close();
server.close();
const [ours, peer] = (['ours', 'peer'] as const).map((who) => ({
  script: middle(found[who].map(({ script }) => script)),
  untilSaid: middle(found[who].map(({ untilSaid }) => untilSaid)),
}));
console.log(
  `first use on a phone ${SLOWER} times slower: ${ours?.script.toFixed(0)} ms of script (${ours?.untilSaid} ms until the verdict is drawn), with its status list, ${sizes.ours} bytes packed`,
);
console.log(
  `@digitalbazaar/vc, without the status list:  ${peer?.script.toFixed(0)} ms of script (${peer?.untilSaid} ms), ${sizes.peer} bytes packed; ours is ${((peer?.script ?? 0) / (ours?.script ?? 1)).toFixed(1)} times as fast`,
);
