import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type BadgeAward, openBadge } from '../../credential/badge/open-badge.ts';
import { didDocument, didWebOf } from '../../credential/proof/did-web.ts';
import { signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { statusCredential } from '../../credential/status-list/status-credential.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { runVerify, type VerifyWorld } from './verify.ts';

interface Published {
  readonly now: string;
  readonly didDocument: JsonObject;
  readonly statusLists: Readonly<Record<string, JsonObject>>;
  readonly cases: readonly { readonly name: string; readonly credential: JsonObject }[];
}
const published: Published = JSON.parse(
  await readFile('reference/credential/verdicts.json', 'utf8'),
);
const NOW = Date.parse(published.now);
const folder = await mkdtemp(path.join(tmpdir(), 'evenhand-verify-'));
after(() => rm(folder, { recursive: true }));

async function put(name: string, value: JsonObject | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}
const did = await put('did.json', published.didDocument);
const status = await put(
  'list.json',
  published.statusLists['https://certify.example.org/status/r/1']!,
);
const credential = (name: string): Promise<string> =>
  put(`${name}.json`, published.cases.find((one) => one.name === name)!.credential);

const asked: string[] = [];
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  const world: VerifyWorld = {
    readFile: (file) => readFile(file).catch(() => undefined),
    fetch: (url, init) => {
      asked.push(url);
      return fetch(url, init);
    },
    out: (line) => said.push(line),
    err: (line) => said.push(`! ${line}`),
    now: () => NOW,
  };
  const code = await runVerify(args, world);
  return { code, text: said.join('\n') };
}

test('a credential is verified with files alone, and nobody is asked', async () => {
  asked.length = 0;
  const { code, text } = await run(
    await credential('valid'),
    '--did',
    did,
    '--status',
    status,
    '--offline',
  );
  assert.equal(code, 0);
  assert.match(text, /^Genuine and current\n/);
  assert.match(text, /Holder: +Zoë Nguyễn-O’Brien\n/);
  assert.match(text, /Signed by the site: +certify\.example\.org\n/);
  assert.deepEqual(asked, []);
});

test('each kind of verdict has its exit code', async () => {
  const files = ['--did', did, '--status', status, '--offline'];
  for (const [name, code, title] of [
    ['revoked', 1, 'Genuine, but not current'],
    ['expired-four-minutes-ago', 1, 'Genuine, but not current'],
    ['tampered-name', 1, 'Not genuine'],
    ['forged-key-in-fragment', 1, 'Not genuine'],
    ['status-type-unknown', 2, 'Genuine, but we cannot tell'],
    ['issuer-document-missing', 2, 'We cannot tell'],
  ] as const) {
    const found = await run(await credential(name), ...files);
    assert.equal(found.code, code, name);
    assert.ok(found.text.startsWith(title), `${name}: ${found.text}`);
  }
});

test('without the list and without a network, what is missing is said', async () => {
  const { code, text } = await run(await credential('valid'), '--did', did, '--offline');
  assert.equal(code, 2);
  assert.match(text, /status: +unknown, the list of revoked credentials cannot be reached/);
});

test('a credential can be asked about on another day', async () => {
  const files = ['--did', did, '--status', status, '--offline'];
  const valid = await credential('valid');
  assert.equal((await run(valid, ...files, '--as-of', '2025-12-31')).code, 1);
  const later = await run(valid, ...files, '--as-of', '2031-06-01T00:00:00-05:00');
  assert.equal(later.code, 1);
  assert.match(later.text, /it ended on Wednesday, January 1, 2031/);
  const wrong = await run(valid, ...files, '--as-of', '2026-02-30');
  assert.deepEqual([wrong.code, wrong.text.startsWith('! "2026-02-30" is not a date')], [2, true]);
});

test('the issuer’s own site is asked for its keys and its list, and no other', async () => {
  const pages = new Map<string, string>();
  const server = createServer((question, answer) => {
    const page = pages.get(question.url ?? '');
    answer.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const site = `http://127.0.0.1:${address.port}`;
  const issuer = didWebOf(site);
  const key = ed25519Signer('larkspur', new Uint8Array(32).fill(6));
  const sign = async (document: JsonObject): Promise<JsonObject> => {
    const signer = {
      verificationMethod: `${issuer}#c-1`,
      publicKey: key.key.publicKey,
      sign: key.sign,
    };
    const signed = await signDocument(document, signer, '2026-06-01T00:00:00Z', checkEd25519);
    assert.ok(signed.ok);
    return signed.value;
  };
  const award: BadgeAward = {
    id: `${site}/c/1`,
    holderName: 'Ana \u202eeno',
    programName: 'Larkspur Care Coordinator',
    subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
    programUrl: 'https://larkspur.example/programs/larkspur-care',
    achievementId: `${site}/programs/larkspur-care`,
    description: 'Met the published criteria.',
    criteria: { narrative: 'Eligibility and examination.' },
    issuer: { id: issuer, name: 'Larkspur Board' },
    awardedDate: '2026-03-04T12:00:00Z',
    validFrom: '2026-03-04T12:00:00Z',
    licenseNumber: 'LCC-1',
    status: { list: `${site}/status/r/0`, index: 7 },
    demonstration: false,
  };
  const issue = async (change: Partial<BadgeAward>): Promise<string> => {
    const badge = openBadge({ ...award, ...change });
    assert.ok(badge.ok);
    return put('issued.json', await sign(badge.value));
  };
  const publish = async (revoked: readonly number[]): Promise<void> => {
    const list = await statusCredential(
      {
        id: award.status.list,
        issuer,
        bits: bitstring(revoked),
        validFrom: '2026-06-01T00:00:00Z',
        validUntil: '2026-06-08T00:00:00Z',
      },
      gzipSync,
    );
    pages.set('/status/r/0', JSON.stringify(await sign(list)));
  };
  const keys = [{ fragment: 'c-1', publicKey: key.key.publicKey }];
  pages.set('/.well-known/did.json', JSON.stringify(didDocument(issuer, site, keys)));
  await publish([6, 8]);
  asked.length = 0;
  const file = await issue({});
  const current = await run(file);
  assert.equal(current.code, 0);
  assert.match(current.text, /Holder: +Ana \ufffdeno/, 'what turns the line around is not printed');
  const wanted = new Set([`${site}/.well-known/did.json`, award.status.list]);
  assert.deepEqual(new Set(asked), wanted);
  await publish([7]);
  assert.equal((await run(file)).code, 1);
  const demonstration = await run(
    await issue({ demonstration: true, status: { list: award.status.list, index: 9 } }),
  );
  assert.equal(demonstration.code, 3);
  assert.match(demonstration.text, /^Demonstration only\. Genuine and current\n/);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  const gone = await run(await issue({}));
  assert.equal(gone.code, 2);
  assert.match(gone.text, /^We cannot tell\n/);
});

test('an unencrypted address elsewhere is not asked', async () => {
  const [valid] = published.cases;
  const text = JSON.stringify(valid!.credential).replaceAll(
    'https://certify.example.org/status',
    'http://certify.example.org/status',
  );
  asked.length = 0;
  await run(await put('plain.json', text), '--did', did);
  assert.deepEqual(asked, []);
});

test('what cannot be read is said, with exit code 2', async () => {
  for (const args of [[], ['a', 'b'], ['--no-such-option', 'x'], [path.join(folder, 'nowhere')]]) {
    const { code, text } = await run(...args);
    assert.equal(code, 2);
    assert.match(text, /^! /);
  }
});
