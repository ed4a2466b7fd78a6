import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { checkEd25519, gunzipBytes, inflateBytes } from '../../outside/adapters/signatures.ts';
import { didDocument } from '../proof/did-web.ts';
import { bitstring } from '../status-list/bitstring.ts';
import { tokenList } from '../status-list/token-list.ts';
import { compactJws } from '../wallet/compact-jws.ts';
import type { Sources } from './answer.ts';
import { verifyCredential } from './verify.ts';

const SITE = 'https://body.example';
const DID = 'did:web:body.example';
const NOW = Date.parse('2026-12-01T12:00:00Z');
const LIST = `${SITE}/status/t/1`;
const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey: new Uint8Array(Buffer.from(x ?? '', 'base64url')) };
};
const ours = newKey();
const lists = newKey();
const signedBy = (key: KeyObject) => async (bytes: Uint8Array) =>
  new Uint8Array(sign(null, bytes, key));

const claim = (name: string, value: string): string =>
  toBase64url(utf8(JSON.stringify(['c2FsdA', name, value])));
const NAME = claim('name', 'Nguyễn Thị Ánh');
const NUMBER = claim('certificate_number', 'LCC-1');
const digest = (part: string): string => toBase64url(sha256(utf8(part)));

const BODY: JsonObject = {
  iss: SITE,
  iat: NOW / 1000 - 86_400,
  exp: NOW / 1000 + 86_400,
  vct: `${SITE}/programs/p/vct.json`,
  certification: 'Larkspur Care Coordinator (LCC)',
  issuing_body: 'Larkspur Board',
  valid_until: '2026-12-02',
  status: { status_list: { idx: 5, uri: LIST } },
  _sd: [digest(NAME), digest(NUMBER)],
};
const HEAD = { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: 'c-2026a' };
const issued = (change: JsonObject = {}, head: JsonObject = {}, key = ours.privateKey) =>
  compactJws({ ...HEAD, ...head }, { ...BODY, ...change }, signedBy(key));

async function sources(
  marked: readonly number[] = [],
  change: JsonObject = {},
  key = lists.privateKey,
): Promise<Sources> {
  const body = await tokenList(
    { id: LIST, bits: bitstring(marked), issuedAt: NOW / 1000 - 60, expiresAt: NOW / 1000 + 60 },
    (bytes) => new Uint8Array(deflateSync(bytes)),
  );
  const list = await compactJws(
    { alg: 'EdDSA', typ: 'statuslist+jwt', kid: 's-2026a' },
    { ...body, ...change },
    signedBy(key),
  );
  const keys = [
    { fragment: 'c-2026a', publicKey: ours.publicKey },
    { fragment: 's-2026a', publicKey: lists.publicKey },
  ];
  return {
    didDocument: async (did) =>
      did === DID ? JSON.stringify(didDocument(DID, SITE, keys)) : undefined,
    statusList: async (address) => (address === LIST ? list : undefined),
    checkSignature: checkEd25519,
    gunzip: gunzipBytes,
    inflate: inflateBytes,
  };
}

const verdict = async (text: string, from?: Sources): Promise<string> =>
  (await verifyCredential(text, NOW, from ?? (await sources()))).verdict;

describe('a credential in the form of SD-JWT', () => {
  test('what its holder shows is told, and what they keep back is not', async () => {
    const signed = await issued();
    const all = await verifyCredential(`${signed}~${NAME}~${NUMBER}~`, NOW, await sources([4, 6]));
    assert.equal(all.verdict, 'genuine-and-current');
    assert.deepEqual(all.shown, {
      signedBy: 'body.example',
      issuerName: 'Larkspur Board',
      credentialName: 'Larkspur Care Coordinator (LCC)',
      holderName: 'Nguyễn Thị Ánh',
      licenseNumber: 'LCC-1',
      validUntil: '2026-12-02',
    });
    const some = await verifyCredential(`${signed}~${NUMBER}~`, NOW, await sources());
    assert.equal(some.verdict, 'genuine-and-current');
    assert.equal(some.shown?.holderName, undefined);
    assert.equal(await verdict(`${signed}~`), 'genuine-and-current');
    // With the proof of a key that somebody else asked for.
    assert.equal(await verdict(`${signed}~${NAME}~${signed}`), 'genuine-and-current');
  });

  test('a claim that was not signed, or that is told twice, makes it no credential', async () => {
    const signed = await issued();
    const other = claim('name', 'Somebody Else');
    for (const parts of [[other], [NAME, other], [NAME, NAME], ['bm90IGpzb24']]) {
      assert.equal(await verdict(`${signed}~${parts.join('~')}~`), 'not-genuine');
    }
    const clash = claim('certification', 'Surgeon');
    const twice = await issued({ _sd: [digest(clash)] });
    assert.equal(await verdict(`${twice}~${clash}~`), 'not-genuine');
  });

  test('another signer, another key, another form or a changed word is not genuine', async () => {
    const thief = newKey();
    const signed = await issued();
    const [head, , word] = signed.split('.');
    const doctored = toBase64url(utf8(JSON.stringify({ ...BODY, certification: 'Surgeon' })));
    for (const text of [
      await issued({}, {}, thief.privateKey),
      await issued({}, { kid: 'c-2099a' }),
      await issued({}, { alg: 'none' }),
      await issued({}, { typ: 'JWT' }),
      await issued({ _sd_alg: 'md5' }),
      await issued({ vct: undefined }),
      await issued({ iss: 'https://body.example/path' }),
      `${head}.${doctored}.${word}`,
      `${signed.slice(0, -4)}AAAA`,
    ]) {
      assert.equal(await verdict(`${text}~`), 'not-genuine', text.slice(0, 60));
    }
    assert.equal(await verdict(`${await issued({ iss: 'https://other.example' })}~`), 'unknown');
  });

  test('ended, not begun and revoked are told apart', async () => {
    const why = async (change: JsonObject, from?: Sources) => {
      const found = await verifyCredential(
        `${await issued(change)}~`,
        NOW,
        from ?? (await sources()),
      );
      assert.equal(found.verdict, 'genuine-not-current');
      return found.steps.time.why ?? found.steps.status.why;
    };
    assert.equal(await why({ exp: NOW / 1000 }), 'ended');
    assert.equal(await why({ nbf: NOW / 1000 + 1 }), 'not-begun');
    assert.equal(await why({}, await sources([5])), 'revoked');
  });

  test('a list that cannot be had or trusted is never good news', async () => {
    const text = `${await issued()}~`;
    const good = await sources();
    const { inflate: _, ...cannot } = good;
    for (const from of [
      { ...good, statusList: async () => undefined },
      { ...good, statusList: async () => 'not a list' },
      cannot,
      await sources([], { sub: `${SITE}/status/t/2` }),
      await sources([], { exp: NOW / 1000 - 1 }),
      await sources([], { status_list: { bits: 2, lst: '' } }),
      await sources([], { status_list: { bits: 1, lst: 'AAAA' } }),
      await sources([], {}, newKey().privateKey),
    ]) {
      assert.equal(await verdict(text, from), 'genuine-status-unknown');
    }
    const beyond = await issued({ status: { status_list: { idx: 9_999_999, uri: LIST } } });
    assert.equal(await verdict(`${beyond}~`), 'genuine-status-unknown');
    assert.equal(
      await verdict(`${await issued({ status: { other: {} } })}~`),
      'genuine-status-unknown',
    );
  });
});
