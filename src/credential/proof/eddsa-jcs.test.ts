import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toHex } from '../../kernel/bytes/bytes.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { checkJson, jsonSignedBytes, signJson } from './eddsa-jcs.ts';
import { readMultikey } from './multikey.ts';

const VECTORS = '../shared/vectors/w3c-vc-di-eddsa/TestVectors/eddsa-jcs-2022';
const skip = existsSync(VECTORS) ? false : `${VECTORS} is absent`;
const read = (file: string): string => readFileSync(`${VECTORS}/${file}`, 'utf8').trim();

test("the W3C's example of canonical JSON is hashed to the published bytes and holds", {
  skip,
}, async () => {
  const signed = JSON.parse(read('signedJCS.json')) as JsonObject;
  const options = JSON.parse(read('proofConfigJCS.json')) as JsonObject;
  assert.equal(toHex(jsonSignedBytes(signed, options)), read('combinedHashJCS.txt'));
  const proof = member(signed, 'proof');
  assert.ok(isJsonObject(proof));
  const [, word] = String(proof['verificationMethod']).split('#');
  const publicKey = readMultikey(word ?? '');
  assert.ok(publicKey);
  assert.equal(await checkJson(signed, publicKey, checkEd25519), true);
  const changed = { ...signed, description: 'Another' };
  assert.equal(await checkJson(changed, publicKey, checkEd25519), false);
});

const signer = ed25519Signer('own', new Uint8Array(32).fill(5));
const own = {
  verificationMethod: 'did:web:larkspur.example#s-2026a',
  publicKey: signer.key.publicKey,
  sign: signer.sign,
};
const record: JsonObject = { id: 'https://larkspur.example/c/x/status.json', state: 'current' };

test('what is signed holds for its key, for no other, and not with anything in it changed', async () => {
  const signed = await signJson(record, own, '2026-11-30T12:00:00Z', checkEd25519);
  assert.ok(signed.ok);
  const answer = (document: JsonObject, key = own.publicKey) =>
    checkJson(document, key, checkEd25519);
  const proof = member(signed.value, 'proof') as JsonObject;
  assert.equal(await answer(signed.value), true);
  assert.equal(await answer({ ...signed.value, state: 'revoked' }), false);
  assert.equal(await answer({ ...signed.value, more: 1 }), false);
  assert.equal(await answer(record), false);
  for (const change of [
    { created: '2025-11-30T12:00:00Z' },
    { proofPurpose: 'authentication' },
    { cryptosuite: 'eddsa-rdfc-2022' },
    { proofValue: 'zz' },
  ]) {
    assert.equal(await answer({ ...signed.value, proof: { ...proof, ...change } }), false);
  }
  assert.equal(await answer(signed.value, new Uint8Array(32).fill(9)), false);
});

test('a signer whose key does not fit its signatures signs nothing', async () => {
  const other = ed25519Signer('other', new Uint8Array(32).fill(6)).key.publicKey;
  const signed = await signJson(
    record,
    { ...own, publicKey: other },
    '2026-11-30T12:00:00Z',
    checkEd25519,
  );
  assert.equal(!signed.ok && signed.refusal.kind, 'signature-does-not-hold');
});
