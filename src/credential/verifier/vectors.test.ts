/** The published test files of others, each with its verdict; counts are exact, so that none is left out in silence. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { type JsonObject, listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { checkEd25519 } from '../../outside/adapters/signatures.ts';
import { readBase58, readMultikey } from '../proof/multikey.ts';
import type { Sources } from './answer.ts';
import { verifyCredential } from './verify.ts';

const VECTORS = '../shared/vectors';
const skip = existsSync(VECTORS) ? false : 'no ../shared';
const read = (file: string): string => readFileSync(`${VECTORS}/${file}`, 'utf8');
const filesIn = (folder: string, kind: RegExp): string[] =>
  readdirSync(`${VECTORS}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .sort();

/** The issuer, as these files mean it: its page lists the key that the proof names, if that key is the issuer's. */
function issuerOf(text: string): Sources['didDocument'] {
  const document: JsonObject = JSON.parse(text);
  const keys = listed(member(document, 'proof')).flatMap((proof) => {
    const id = textMember(proof, 'verificationMethod') ?? '';
    const word = /z[1-9A-HJ-NP-Za-km-z]+$/.exec(id)?.[0] ?? '';
    return readMultikey(word) === undefined ? [] : [{ id, word }];
  });
  return async (issuer) =>
    JSON.stringify({
      id: issuer,
      verificationMethod: keys.map(({ id, word }) => ({
        ...{ id, type: 'Multikey', controller: issuer, publicKeyMultibase: word },
      })),
      assertionMethod: keys.map(({ id }) => id),
    });
}

async function verdictOn(text: string, now: string): Promise<string> {
  const { verdict } = await verifyCredential(text, Date.parse(now), {
    didDocument: text === '' ? async () => undefined : issuerOf(text),
    statusList: async () => undefined,
    checkSignature: checkEd25519,
    gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
  });
  return verdict;
}

async function verdictsIn(
  folder: string,
  kind: RegExp,
  now: string,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const file of filesIn(folder, kind)) {
    const verdict = await verdictOn(read(`${folder}/${file}`), now);
    found.set(verdict, [...(found.get(verdict) ?? []), path.basename(file)]);
  }
  return found;
}
const counted = (found: ReadonlyMap<string, readonly string[]>): Record<string, number> =>
  Object.fromEntries([...found].map(([verdict, files]) => [verdict, files.length]));

test('both W3C examples of eddsa-rdfc-2022 have their digests, and their signatures hold over these', {
  skip,
}, () => {
  const folder = 'w3c-vc-di-eddsa/TestVectors';
  const { publicKeyMultibase } = JSON.parse(read(`${folder}/keyPair.json`));
  for (const part of ['eddsa-rdfc-2022', 'eddsa-rdfc-2022/employ']) {
    const text = (name: string): string => read(`${folder}/${part}/${name}DataInt.txt`);
    const digests = ['proofCanon', 'canonDoc'].map((name) => toHex(sha256(utf8(text(name)))));
    assert.deepEqual(digests, [text('proofHash').trim(), text('docHash').trim()]);
    assert.equal(digests.join(''), text('combinedHash').trim());
    const { proof } = JSON.parse(read(`${folder}/${part}/signedDataInt.json`));
    const signature = readBase58(proof.proofValue)!;
    assert.equal(toHex(signature), text('sigHex').trim());
    const signed = new Uint8Array(Buffer.from(digests.join(''), 'hex'));
    assert.equal(checkEd25519(readMultikey(publicKeyMultibase)!, signed, signature), true);
  }
});

test('1EdTech: what it calls valid is genuine, none of its error twins is genuine and current', {
  skip,
}, async () => {
  const folder = '1edtech-public-validator/inspector-vc/src/test/resources/ob30';
  const found = await verdictsIn(folder, /\.(?:json|1ob)$/, '2025-06-01T00:00:00Z');
  assert.deepEqual(counted(found), {
    'genuine-and-current': 6,
    'genuine-not-current': 2,
    'not-genuine': 29,
  });
  assert.deepEqual(found.get('genuine-and-current'), [
    'endorsement-valid.json',
    'simple-context-alias.json',
    'simple-did-web-method.json',
    'simple-multiple-proofs.json',
    'simple.1ob',
    'simple.json',
  ]);
  const twins = [...found].flatMap(([verdict, files]) =>
    files.filter((file) => file.includes('-err-')).map((file) => [file, verdict] as const),
  );
  assert.equal(twins.length, 20);
  for (const [file, verdict] of twins) {
    const timed = /-err-(?:expired|issued)\.json$/.test(file);
    assert.equal(verdict, timed ? 'genuine-not-current' : 'not-genuine', file);
  }
});

test('Digital Credentials Consortium: each of its files at one moment; the empty one is left out', {
  skip,
}, async (context) => {
  const folder = 'dcc-vc-test-fixtures/verifiableCredentials';
  const empty = filesIn(folder, /\.json$/).filter((file) => read(`${folder}/${file}`) === '');
  context.diagnostic(`left out, because it is empty upstream: ${empty.join(', ')}`);
  assert.deepEqual(empty, ['v1/ed25519/didKey/legacy-noStatus-noExpiry.json']);
  const found = await verdictsIn(folder, /\.json$/, '2025-06-01T00:00:00Z');
  // The others are written in vocabularies that are not held here, or signed in older ways (Ed25519Signature2020).
  assert.deepEqual(counted(found), {
    'genuine-and-current': 5,
    'genuine-not-current': 2,
    'not-genuine': 84,
  });
  assert.deepEqual(found.get('genuine-not-current'), [
    'oidf-noStatus-notExpired-notYetValid.json',
    'twoOIDF-validStatus-expired.json',
  ]);
});
