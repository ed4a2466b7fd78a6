import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fromHex, toHex } from '../../kernel/bytes/bytes.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { KNOWN_CONTEXTS, pinnedContext } from './contexts.ts';
import { didDocument, didDocumentAddress, didWebOf, siteOf } from './did-web.ts';
import { checkProof, signDocument, signedBytes } from './eddsa-rdfc.ts';
import { readBase58, readMultikey, writeBase58, writeMultikey } from './multikey.ts';
import { statementsOf } from './statements.ts';

interface Published {
  readonly vocabulary: Readonly<Record<string, JsonObject>>;
  readonly document: JsonObject;
  readonly proofOptions: JsonObject;
  readonly publicKeyMultibase: string;
  readonly privateKeyMultibase: string;
  readonly proofHashHex: string;
  readonly documentHashHex: string;
  readonly signatureHex: string;
  readonly proofValue: string;
}
const w3c: Published = JSON.parse(readFileSync('reference/credential/w3c-eddsa-rdfc.json', 'utf8'));
const contextAt = (address: string): JsonObject =>
  w3c.vocabulary[address] ?? pinnedContext(address);
const publicKey = readMultikey(w3c.publicKeyMultibase)!;
const secret = readBase58(w3c.privateKeyMultibase)!.subarray(2);

test("the W3C's example is hashed and signed to the published bytes", async () => {
  const message = await signedBytes(w3c.document, w3c.proofOptions, contextAt);
  assert.ok(message.ok);
  assert.equal(toHex(message.value), w3c.proofHashHex + w3c.documentHashHex);
  const signer = ed25519Signer('w3c', secret);
  assert.equal(writeMultikey(signer.key.publicKey), w3c.publicKeyMultibase);
  assert.equal(toHex(await signer.sign(message.value)), w3c.signatureHex);
  assert.equal(writeBase58(fromHex(w3c.signatureHex)), w3c.proofValue);
});

test("the W3C's example is verified, and not with anything in it changed", async () => {
  const proof = { ...w3c.proofOptions, proofValue: w3c.proofValue };
  const answer = async (document: JsonObject, changed: JsonObject = proof) => {
    const checked = await checkProof(document, changed, publicKey, checkEd25519, contextAt);
    return checked.ok ? checked.value : checked.refusal.kind;
  };
  assert.equal(await answer(w3c.document), true);
  assert.equal(await answer({ ...w3c.document, name: 'Another Credential' }), false);
  assert.equal(await answer(w3c.document, { ...proof, created: '2023-02-24T23:36:39Z' }), false);
  const own = { ...proof, '@context': 'https://www.w3.org/ns/credentials/examples/v2' };
  assert.equal(await answer(w3c.document, own), true, 'a vocabulary in the proof is not followed');
  assert.equal(await answer(w3c.document, { ...proof, proofValue: 'zz' }), 'signature-malformed');
  assert.equal(
    await answer({ ...w3c.document, extra: 1, '@context': [...KNOWN_CONTEXTS] }),
    'unreadable',
  );
});

test('a signer whose key does not fit its signatures issues nothing', async () => {
  const signer = {
    verificationMethod: 'did:web:larkspur.example#c',
    publicKey: ed25519Signer('other', new Uint8Array(32)).key.publicKey,
    sign: ed25519Signer('w3c', secret).sign,
  };
  const document = { '@context': [...KNOWN_CONTEXTS], type: ['VerifiableCredential'] };
  const signed = await signDocument(document, signer, '2026-01-01T00:00:00Z', checkEd25519);
  assert.equal(!signed.ok && signed.refusal.kind, 'signature-does-not-hold');
});

test('the vocabularies are held by content, and no other is ever fetched', async () => {
  for (const address of KNOWN_CONTEXTS) {
    assert.ok(isJsonObject(member(pinnedContext(address), '@context')), address);
  }
  assert.throws(() => pinnedContext('https://w3id.org/citizenship/v4'), /is not one that/);
  const stranger = await statementsOf({ '@context': 'http://127.0.0.1:1/context.json', a: 'b' });
  assert.ok(!stranger.ok);
  assert.match(stranger.refusal.because, /127\.0\.0\.1:1\/context\.json is not one that/);
});

test('a graph built to keep a program busy for hours is given up at once', async () => {
  // Nine nameless things that all know each other: every order of them must be tried to tell them apart.
  const names = Array.from({ length: 9 }, (_, number) => `_:n${number}`);
  const subjects = names.map((id) => ({
    id,
    type: 'AchievementSubject',
    achievement: names.filter((other) => other !== id).map((other) => ({ id: other })),
  }));
  const before = performance.now();
  const answer = await statementsOf({
    '@context': [...KNOWN_CONTEXTS],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: subjects,
  });
  assert.ok(!answer.ok);
  assert.ok(performance.now() - before < 2000);
});

test('an issuer is named after its site, and its page of keys is found there', () => {
  const cases = [
    [
      'https://larkspur.example',
      'did:web:larkspur.example',
      'https://larkspur.example/.well-known/did.json',
    ],
    [
      'http://localhost:8080',
      'did:web:localhost%3A8080',
      'http://localhost:8080/.well-known/did.json',
    ],
    [
      'http://127.0.0.1:3000',
      'did:web:127.0.0.1%3A3000',
      'http://127.0.0.1:3000/.well-known/did.json',
    ],
    ['https://a.example/b/c', 'did:web:a.example:b:c', 'https://a.example/b/c/did.json'],
  ] as const;
  for (const [site, did, address] of cases) {
    assert.equal(didWebOf(site), did);
    assert.equal(didDocumentAddress(did), address);
  }
  assert.equal(siteOf('did:web:localhost%3A8080'), 'localhost:8080');
  assert.throws(() => didWebOf('larkspur.example'), RangeError);
});

test('a name that would lead anywhere but to a page of keys leads nowhere', () => {
  for (const did of [
    'did:key:z6Mk',
    'did:web:',
    'did:web:a.example%2Fb',
    'did:web:user%40a.example',
    'did:web:a.example:..:b',
    'did:web:a.example:b/c',
    'did:web:a.example:b?c',
    'did:web:%E0%A4%A',
    'https://a.example',
  ]) {
    assert.equal(didDocumentAddress(did), undefined, did);
  }
});

test('a page of keys lists replaced keys and takes stolen ones off the list', () => {
  const did = 'did:web:larkspur.example';
  const page = didDocument(did, 'https://larkspur.example', [
    { fragment: 'c-2025', publicKey, expires: '2026-01-01T00:00:00Z' },
    { fragment: 'c-2026', publicKey },
    { fragment: 'c-lost', publicKey, revoked: '2025-06-01T00:00:00Z' },
  ]);
  assert.deepEqual(listed(member(page, 'assertionMethod')), [`${did}#c-2025`, `${did}#c-2026`]);
  assert.equal(listed(member(page, 'verificationMethod')).length, 3);
});

test('a key word of another kind, length or alphabet is not an Ed25519 key', () => {
  assert.equal(toHex(readMultikey(writeMultikey(publicKey))!), toHex(publicKey));
  for (const word of [
    'zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76',
    w3c.publicKeyMultibase.slice(0, -1),
    w3c.publicKeyMultibase.slice(1),
    'z0OIl',
    `z${'1'.repeat(5000)}`,
    '',
  ]) {
    assert.equal(readMultikey(word), undefined, word.slice(0, 60));
  }
});

const VECTORS = '../shared/vectors';
const skip = existsSync(VECTORS) ? false : 'no ../shared';
const CONTEXTS = `${VECTORS}/1edtech-public-validator/inspector-vc/src/main/resources/contexts`;
const OTHERS: Readonly<Record<string, string>> = {
  'https://w3id.org/security/suites/ed25519-2020/v1': 'suites-ed25519-2020.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'ob-v3p0-3.0.2.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': 'clr-v2p0-2.0.1.json',
};
function otherContexts(address: string): JsonObject {
  const file = OTHERS[address];
  return file === undefined
    ? pinnedContext(address)
    : JSON.parse(readFileSync(`${CONTEXTS}/${file}`, 'utf8'));
}

/** Every document in a folder with an eddsa-rdfc-2022 proof by a did:key, and whether the proof holds. */
async function proofsIn(folder: string): Promise<{ file: string; holds: boolean | string }[]> {
  const found: { file: string; holds: boolean | string }[] = [];
  const files = readdirSync(`${VECTORS}/${folder}`, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    const text = readFileSync(`${VECTORS}/${folder}/${file}`, 'utf8');
    const document: JsonObject = text === '' ? {} : JSON.parse(text);
    for (const proof of listed(member(document, 'proof'))) {
      const key = textMember(proof, 'verificationMethod') ?? '';
      const publicKeyOf = readMultikey(/z[1-9A-HJ-NP-Za-km-z]+$/.exec(key)?.[0] ?? '');
      const ours = textMember(proof, 'cryptosuite') === 'eddsa-rdfc-2022' && isJsonObject(proof);
      if (ours) {
        const checked =
          publicKeyOf &&
          (await checkProof(document, proof, publicKeyOf, checkEd25519, otherContexts));
        found.push({
          file: path.basename(file),
          holds: checked?.ok === true ? checked.value === true : 'unreadable',
        });
      }
    }
  }
  return found;
}

test('thirty proofs of the Digital Credentials Consortium hold', { skip }, async () => {
  const found = await proofsIn('dcc-vc-test-fixtures/verifiableCredentials/v2');
  assert.equal(found.length, 30);
  assert.deepEqual(
    found.filter(({ holds }) => holds !== true),
    [],
  );
});

test('fourteen proofs of 1EdTech hold; those that do not are the ones it broke', {
  skip,
}, async () => {
  const found = await proofsIn('1edtech-public-validator');
  const broken = found.filter(({ holds }) => holds !== true);
  assert.deepEqual([found.length, broken.length], [30, 16]);
  assert.ok(broken.every(({ file }) => file.includes('-err-')));
});
