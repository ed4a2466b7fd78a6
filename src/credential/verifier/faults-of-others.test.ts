/** Faults that users of other systems met with status and verification, as cases for ours; I1 and so on name them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import fc from 'fast-check';
import { fromBase64url } from '../../kernel/bytes/bytes.ts';
import {
  isJsonObject,
  type JsonObject,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { checkEd25519 } from '../../outside/adapters/signatures.ts';
import { type BadgeAward, openBadge } from '../badge/open-badge.ts';
import { vcApi } from '../exchange/vc-api.ts';
import { didDocument } from '../proof/did-web.ts';
import { signDocument } from '../proof/eddsa-rdfc.ts';
import { writeMultikey } from '../proof/multikey.ts';
import { bitstring, decodeBitstring, isSet, STATUS_PLACES } from '../status-list/bitstring.ts';
import { type StatusList, statusCredential } from '../status-list/status-credential.ts';
import { type Verification, verifyCredential } from './verify.ts';

const DID = 'did:web:larkspur.example';
const NOW = Date.parse('2026-06-02T12:00:00Z');
const LIST = 'https://larkspur.example/status/r/1';
const key = ed25519Signer('larkspur', new Uint8Array(32).fill(3));
const page = JSON.stringify(
  didDocument(DID, 'https://larkspur.example', [{ fragment: 'c-1', publicKey: key.key.publicKey }]),
);
const gunzip = (bytes: Uint8Array, mostBytes: number): Uint8Array =>
  gunzipSync(bytes, { maxOutputLength: mostBytes });

async function signed(document: JsonObject): Promise<JsonObject> {
  const signer = {
    verificationMethod: `${DID}#c-1`,
    publicKey: key.key.publicKey,
    sign: key.sign,
  };
  const made = await signDocument(document, signer, '2026-06-01T00:00:00Z', checkEd25519);
  assert.ok(made.ok);
  return made.value;
}
function badge(index: number, change: Partial<BadgeAward> = {}): JsonObject {
  const made = openBadge({
    id: 'https://larkspur.example/c/1',
    subjectId: 'urn:uuid:7b1f0c54-7f0b-4b5e-9a54-5f1f4e9d2a11',
    holderName: 'Zoë Nguyễn-O’Brien',
    programUrl: 'https://larkspur.example/programs/larkspur-care',
    programName: 'Larkspur Care Coordinator',
    achievementId: 'https://larkspur.example/programs/larkspur-care',
    description: 'Met the published criteria.',
    criteria: { narrative: 'Eligibility and examination.' },
    issuer: { id: DID, name: 'Larkspur Board' },
    awardedDate: '2026-03-04T12:00:00Z',
    validFrom: '2026-03-04T12:00:00Z',
    validUntil: '2031-03-31T23:59:59Z',
    licenseNumber: 'LCC-1',
    status: { list: LIST, index },
    demonstration: false,
    ...change,
  });
  assert.ok(made.ok);
  return made.value;
}
const listed = (bits: Uint8Array, change: Partial<StatusList> = {}): Promise<JsonObject> =>
  statusCredential(
    {
      id: LIST,
      issuer: DID,
      bits,
      validFrom: '2026-06-01T00:00:00Z',
      validUntil: '2026-06-08T00:00:00Z',
      ...change,
    },
    gzipSync,
  );
const asked = (credential: JsonObject, list: string | undefined): Promise<Verification> =>
  verifyCredential(JSON.stringify(credential), NOW, {
    didDocument: async (did) => (did === DID ? page : undefined),
    statusList: async (address) => (address === LIST ? list : undefined),
    checkSignature: checkEd25519,
    gunzip,
  });
const list = JSON.stringify(await signed(await listed(bitstring([5]))));

test('I1, I10: what is revoked by our code is read as revoked by another library, place by place from the left', async () => {
  const places = Array.from({ length: 400 }, (_, step) => (step * 331 + 5) % STATUS_PLACES);
  const revoked = new Set([...places.filter((place) => place % 2 === 1), 0, 1, STATUS_PLACES - 1]);
  const made = await listed(bitstring(revoked));
  const encodedList = textMember(member(made, 'credentialSubject'), 'encodedList') ?? '';
  const theirs = await decodeList({ encodedList });
  const ours = await decodeBitstring(encodedList, gunzip);
  assert.ok(ours.ok);
  for (const place of [...places, ...revoked, 2, STATUS_PLACES - 2]) {
    assert.equal(theirs.getStatus(place), revoked.has(place), `place ${place}`);
    assert.equal(isSet(ours.value, place), revoked.has(place), `place ${place}`);
  }
  assert.equal(bitstring([0, 1])[0], 0b1100_0000, 'places 0 and 1 are the two left-most bits');
});

test('I1: the neighbours of a revoked person are not revoked', async () => {
  for (const [place, verdict] of [
    [4, 'genuine-and-current'],
    [5, 'genuine-not-current'],
    [6, 'genuine-and-current'],
    [47, 'genuine-and-current'],
  ] as const) {
    assert.equal((await asked(await signed(badge(place)), list)).verdict, verdict, `${place}`);
  }
});

test('I2: a list travels in base64url with a u in front and without padding', async () => {
  const { encodedList } = (await listed(bitstring([])))['credentialSubject'] as never;
  assert.match(encodedList, /^u[\w-]+$/);
  assert.equal(gunzipSync(fromBase64url(String(encodedList).slice(1))).length, STATUS_PLACES / 8);
});

const keptFor = (statusPurpose: string, made: JsonObject): JsonObject => {
  const subject = made['credentialSubject'];
  assert.ok(isJsonObject(subject));
  return { ...made, credentialSubject: { ...subject, statusPurpose } };
};

test('I7: a list that ended, has not begun, was changed or is signed by nobody leaves the status unknown', async () => {
  const credential = await signed(badge(7));
  const bits = bitstring([]);
  const lists: readonly JsonObject[] = [
    await signed(await listed(bits, { validUntil: '2026-06-02T11:59:59Z' })),
    await signed(await listed(bits, { validFrom: '2026-06-02T12:00:01Z' })),
    await signed(keptFor('suspension', await listed(bits))),
    { ...(await signed(await listed(bits))), validUntil: '2027-01-01T00:00:00Z' },
    await listed(bits),
  ];
  for (const one of lists) {
    const found = await asked(credential, JSON.stringify(one));
    assert.equal(found.verdict, 'genuine-status-unknown', JSON.stringify(one).slice(0, 300));
  }
});

test('I8, I9: host down, page missing, list unsigned, index "abc" and index past the end are never “not revoked”', async () => {
  const credential = await signed(badge(7));
  for (const answer of [
    undefined,
    '',
    '<h1>404</h1>',
    JSON.stringify(await listed(bitstring([]))),
  ]) {
    const found = await asked(credential, answer);
    assert.equal(found.verdict, 'genuine-status-unknown');
    assert.equal(found.steps.status.answer, 'unknown');
  }
  const status = badge(7)['credentialStatus'];
  assert.ok(isJsonObject(status));
  for (const [statusListIndex, verdict] of [
    ['abc', 'not-genuine'],
    [String(STATUS_PLACES), 'genuine-status-unknown'],
  ] as const) {
    const changed: JsonObject = { ...badge(7), credentialStatus: { ...status, statusListIndex } };
    assert.equal((await asked(await signed(changed), list)).verdict, verdict);
  }
});

test('I11: revoked outranks suspended', async () => {
  const status = badge(5)['credentialStatus'];
  assert.ok(isJsonObject(status));
  const suspension = { ...status, statusPurpose: 'suspension', id: `${LIST}#s` };
  for (const credentialStatus of [
    [suspension, status],
    [status, suspension],
  ]) {
    const found = await asked(await signed({ ...badge(5), credentialStatus }), list);
    assert.equal(found.steps.status.why, 'revoked');
  }
});

test('I14: any member that no vocabulary explains is refused, wherever it stands', async () => {
  const whole = await signed(badge(7));
  const subject = whole['credentialSubject'];
  assert.ok(isJsonObject(subject));
  for (const changed of [
    { ...whole, score: '98' },
    { ...whole, credentialSubject: { ...subject, grade: 'A' } },
  ]) {
    assert.equal((await asked(changed, list)).verdict, 'not-genuine');
  }
});

test('I16: a credential that is revoked is never current, whatever version of a package is installed', async () => {
  const found = await asked(await signed(badge(5)), list);
  assert.deepEqual([found.verdict, found.steps.status.why], ['genuine-not-current', 'revoked']);
});

test('I22: a list that calls itself by another address than it was asked for says nothing', async () => {
  const other = await signed(await listed(bitstring([]), { id: `${LIST}0` }));
  const found = await asked(await signed(badge(7)), JSON.stringify(other));
  assert.equal(found.verdict, 'genuine-status-unknown');
});

test('any one letter changed anywhere in a signed credential is never genuine and current', async () => {
  const credential = await signed(badge(7));
  const text = JSON.stringify(credential);
  assert.equal((await asked(credential, list)).verdict, 'genuine-and-current');
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: text.length - 1 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      async (place, letter) => {
        const changed = text.slice(0, place) + letter + text.slice(place + 1);
        fc.pre(changed !== text);
        const { verdict } = await verifyCredential(changed, NOW, {
          didDocument: async (did) => (did === DID ? page : undefined),
          statusList: async (address) => (address === LIST ? list : undefined),
          checkSignature: checkEd25519,
          gunzip,
        });
        assert.ok(verdict === 'not-genuine' || verdict === 'unknown', `${verdict}: ${changed}`);
      },
    ),
    { numRuns: 3000 },
  );
});

test('I12: of several credentials that are shown together, each is looked at, in whatever order they stand', async () => {
  const issuer = `did:key:${writeMultikey(key.key.publicKey)}`;
  const signer = {
    verificationMethod: `${issuer}#${writeMultikey(key.key.publicKey)}`,
    publicKey: key.key.publicKey,
    sign: key.sign,
  };
  const origin = 'http://127.0.0.1:1';
  const api = vcApi({
    origin,
    issuer,
    signer,
    checkSignature: checkEd25519,
    gzip: gzipSync,
    now: () => NOW,
  });
  const issued = async (id: string): Promise<JsonObject> => {
    const answer = await api('POST', '/credentials/issue', {
      credential: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer,
        credentialSubject: { id },
      },
    });
    const made = member(answer.body, 'verifiableCredential');
    assert.ok(isJsonObject(made));
    return made;
  };
  const good = await issued('urn:one');
  const changed = { ...(await issued('urn:two')), credentialSubject: { id: 'urn:three' } };
  for (const [shown, holds] of [
    [[good, await issued('urn:two')], true],
    [[good, changed], false],
    [[changed, good], false],
    [[good, good, changed], false],
  ] as const) {
    const { body } = await api('POST', '/presentations/verify', {
      verifiablePresentation: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        verifiableCredential: shown,
      },
    });
    assert.equal(member(body, 'verified'), holds);
  }
});

test('I19: what stands in a list beside what is signed is not believed', async () => {
  const made = await signed(await listed(bitstring([5])));
  const clean = textMember(member(await listed(bitstring([])), 'credentialSubject'), 'encodedList');
  const subject = member(made, 'credentialSubject') as JsonObject;
  for (const changed of [
    { ...made, encodedList: clean },
    { ...made, credentialSubject: { ...subject, encodedList: clean } },
    { ...made, proof: { ...(member(made, 'proof') as JsonObject), encodedList: clean } },
  ]) {
    const found = await asked(await signed(badge(5)), JSON.stringify(changed as JsonObject));
    assert.notEqual(found.steps.status.answer, 'ok');
    assert.notEqual(found.verdict, 'genuine-and-current');
  }
});
