import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { openBadge } from '../badge/open-badge.ts';
import { didDocument, didWebOf } from '../proof/did-web.ts';
import { signJson } from '../proof/eddsa-jcs.ts';
import { signDocument } from '../proof/eddsa-rdfc.ts';
import { bitstring } from '../status-list/bitstring.ts';
import { statusCredential } from '../status-list/status-credential.ts';
import type { Sources } from './answer.ts';
import { verifyCredential } from './verify.ts';
import { adviceFor } from './words.ts';

const SITE = 'https://board.example';
const DID = didWebOf(SITE);
const ID = `${SITE}/c/AAAAAAAAAAAAAAAAAAAAAA`;
const LIST = `${SITE}/status/r/0`;
const NOW = Date.parse('2026-06-02T12:00:00Z');
const CREATED = '2026-06-01T00:00:00Z';
const keyOf = (seed: number, did = DID) => {
  const { key, sign } = ed25519Signer('board', new Uint8Array(32).fill(seed));
  return { verificationMethod: `${did}#s-${seed}`, publicKey: key.publicKey, sign };
};
const ours = keyOf(5);

async function credential(): Promise<string> {
  const badge = openBadge({
    id: ID,
    holderName: 'Quinn',
    programName: 'Larkspur Care Coordinator',
    subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
    programUrl: `${SITE}/programs/larkspur-care`,
    achievementId: `${SITE}/programs/larkspur-care/2026-01-01`,
    description: 'Met the published criteria.',
    criteria: { narrative: 'Examination.', id: `${SITE}/programs/larkspur-care` },
    issuer: { id: DID, name: 'Larkspur Board', url: SITE },
    awardedDate: '2026-03-04T12:00:00-05:00',
    validFrom: '2026-03-04T12:00:00-05:00',
    validUntil: '2031-03-31T23:59:59-04:00',
    licenseNumber: 'LCC-000123',
    status: { list: LIST, index: 7 },
    demonstration: false,
  });
  assert.ok(badge.ok);
  const made = await signDocument(badge.value, ours, CREATED, checkEd25519);
  assert.ok(made.ok);
  return JSON.stringify(made.value);
}

async function record(change: JsonObject, signer = ours): Promise<string> {
  const says = {
    id: `${ID}/status.json`,
    type: 'EvenhandRegistryRecord',
    issuer: DID,
    credential: ID,
    state: 'superseded',
    validUntil: '2026-06-08T23:59:59Z',
    ...change,
  };
  const made = await signJson(says, signer, CREATED, checkEd25519);
  assert.ok(made.ok);
  return JSON.stringify(made.value);
}

async function sources(revoked: boolean, said?: string, asked: string[] = []): Promise<Sources> {
  const list = await statusCredential(
    {
      id: LIST,
      issuer: DID,
      bits: bitstring(revoked ? [7] : []),
      validFrom: CREATED,
      validUntil: '2026-06-08T00:00:00Z',
    },
    gzipSync,
  );
  const made = await signDocument(list, ours, CREATED, checkEd25519);
  assert.ok(made.ok);
  const keys = [{ fragment: 's-5', publicKey: ours.publicKey }];
  return {
    didDocument: async () => JSON.stringify(didDocument(DID, SITE, keys)),
    statusList: async () => JSON.stringify(made.value),
    record: async (address) => {
      asked.push(address);
      return said;
    },
    checkSignature: checkEd25519,
    gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
  };
}

test('a copy that counts no more is told with the word of its issuer, and with what to do', async () => {
  for (const [change, because, advice] of [
    [{}, 'a newer copy took its place', /^A newer copy took its place\. Ask its holder for it/],
    [
      { state: 'suspended', until: '2026-09-30' },
      'the issuer has suspended it until Wednesday, September 30, 2026',
      /^It may not be used at present/,
    ],
    [
      { state: 'revoked' },
      'the issuer has taken it back',
      /^Its issuer took it back: treat it as not held\.$/,
    ],
    [{ state: 'surrendered' }, 'its holder has given it up', /no finding against them/],
    [{ state: 'retired' }, 'its holder has retired', /no finding against them/],
    [
      { state: 'ended' },
      'its issuer has ended it',
      /^Its issuer took it back: treat it as not held\.$/,
    ],
  ] as const) {
    const found = await verifyCredential(
      await credential(),
      NOW,
      await sources(true, await record(change)),
    );
    assert.equal(found.verdict, 'genuine-not-current');
    assert.equal(found.steps.status.because, because);
    assert.match(adviceFor(found)[0] ?? '', advice);
  }
});

test('a record that does not hold explains nothing, and the bit stands', async () => {
  for (const said of [
    undefined,
    '{"state":"superseded"}',
    await record({}, keyOf(6)),
    await record({ issuer: 'did:web:other.example' }),
    await record({ credential: `${SITE}/c/BBBBBBBBBBBBBBBBBBBBBB` }),
    await record({ validUntil: '2026-06-01T23:59:59Z' }),
    await record({ validUntil: 'soon' }),
    await record({ state: 'current' }),
    (await record({})).replace('superseded', 'retired'),
  ]) {
    const found = await verifyCredential(await credential(), NOW, await sources(true, said));
    assert.deepEqual(
      [found.verdict, found.steps.status.because, found.steps.status.why],
      ['genuine-not-current', 'the issuer has revoked it', 'revoked'],
    );
  }
});

test('a record never makes a copy worse or better than its bit, and is asked for only when the bit is set', async () => {
  const asked: string[] = [];
  const found = await verifyCredential(
    await credential(),
    NOW,
    await sources(false, await record({ state: 'revoked' }), asked),
  );
  assert.equal(found.verdict, 'genuine-and-current');
  assert.deepEqual(asked, []);
  await verifyCredential(await credential(), NOW, await sources(true, undefined, asked));
  assert.deepEqual(asked, [`${ID}/status.json`]);
});

test('nobody but the issuer is asked about a holder', async () => {
  const asked: string[] = [];
  const foreign = (await credential()).replaceAll(
    ID,
    'https://tracker.example/c/AAAAAAAAAAAAAAAAAAAAAA',
  );
  await verifyCredential(foreign, NOW, await sources(true, undefined, asked));
  assert.deepEqual(asked, []);
});
