import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { type BadgeAward, openBadge } from '../badge/open-badge.ts';
import { didDocument, didWebOf } from '../proof/did-web.ts';
import { signDocument } from '../proof/eddsa-rdfc.ts';
import { bitstring } from '../status-list/bitstring.ts';
import { statusCredential } from '../status-list/status-credential.ts';
import type { Sources } from './answer.ts';
import { strictJson } from './strict-json.ts';
import { verifyCredential } from './verify.ts';
import { verdictWords } from './words.ts';

const SITE = 'http://localhost:8080';
const DID = didWebOf(SITE);
const secret = ed25519Signer('larkspur', new Uint8Array(32).fill(5));
const signer = {
  verificationMethod: `${DID}#c-2026`,
  publicKey: secret.key.publicKey,
  sign: secret.sign,
};
const NOW = Date.parse('2026-06-02T12:00:00Z');
const award: BadgeAward = {
  id: `${SITE}/c/AAAAAAAAAAAAAAAAAAAAAA`,
  holderName: 'Łukasz Ó Súilleabháin 山田',
  programName: 'Larkspur Care Coordinator',
  subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
  programUrl: 'https://larkspur.example/programs/larkspur-care',
  achievementId: `${SITE}/programs/larkspur-care/2026-01-01`,
  description: 'Met the published criteria.',
  criteria: { narrative: 'Eligibility and examination.', id: `${SITE}/programs/larkspur-care` },
  issuer: { id: DID, name: 'Larkspur Board for Care Professions', url: SITE },
  awardedDate: '2026-03-04T12:00:00-05:00',
  validFrom: '2026-03-04T12:00:00-05:00',
  validUntil: '2031-03-31T23:59:59-04:00',
  licenseNumber: 'LCC-000123',
  status: { list: `${SITE}/status/r/0`, index: 94567 },
  demonstration: false,
};

async function signed(document: JsonObject): Promise<JsonObject> {
  const made = await signDocument(document, signer, '2026-06-01T00:00:00Z', checkEd25519);
  assert.ok(made.ok);
  return made.value;
}

async function issued(change: Partial<BadgeAward>): Promise<string> {
  const badge = openBadge({ ...award, ...change });
  assert.ok(badge.ok);
  return JSON.stringify(await signed(badge.value));
}

async function sourcesWith(revoked: readonly number[]): Promise<Sources> {
  const list = await statusCredential(
    {
      id: award.status.list,
      issuer: DID,
      bits: bitstring(revoked),
      validFrom: '2026-06-01T00:00:00Z',
      validUntil: '2026-06-08T00:00:00Z',
    },
    gzipSync,
  );
  const text = JSON.stringify(await signed(list));
  const page = didDocument(DID, SITE, [{ fragment: 'c-2026', publicKey: signer.publicKey }]);
  return {
    didDocument: async () => JSON.stringify(page),
    statusList: async () => text,
    checkSignature: checkEd25519,
    gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
  };
}

test('a credential issued here is genuine and current here, until it is revoked', async () => {
  const text = await issued({});
  const current = await verifyCredential(text, NOW, await sourcesWith([94566, 94568]));
  assert.equal(current.verdict, 'genuine-and-current');
  assert.equal(current.shown?.signedBy, 'localhost:8080');
  assert.equal(current.shown?.holderName, award.holderName);
  assert.equal(current.shown?.licenseNumber, 'LCC-000123');
  assert.deepEqual(verdictWords(current), {
    title: 'Genuine and current',
    sentence: 'The issuer signed it, nothing was changed, it is in time, and it is not revoked.',
  });
  const revoked = await verifyCredential(text, NOW, await sourcesWith([94567]));
  assert.deepEqual(verdictWords(revoked), {
    title: 'Genuine, but not current',
    sentence: 'The issuer signed it and nothing was changed, but the issuer has revoked it.',
  });
});

test('a demonstration has words of its own with every verdict but "not genuine"', async () => {
  const text = await issued({ demonstration: true });
  const sources = await sourcesWith([]);
  const nothing: Sources = { ...sources, statusList: async () => undefined };
  const cut: Sources = { ...sources, didDocument: async () => undefined };
  for (const [from, when, title] of [
    [sources, NOW, 'Demonstration only. Genuine and current'],
    [sources, Date.parse('2032-01-01T00:00:00Z'), 'Demonstration only. Genuine, but not current'],
    [nothing, NOW, 'Demonstration only. Genuine, but we cannot tell whether it was revoked'],
    [cut, NOW, 'Demonstration only. We cannot tell'],
  ] as const) {
    const found = await verifyCredential(text, when, from);
    assert.ok(found.demonstration);
    const words = verdictWords(found);
    assert.equal(words.title, title);
    assert.match(words.sentence, /^This is a demonstration: it certifies nobody and nothing\./);
  }
});

test('the word DEMONSTRATION cannot be taken out of the signed name', async () => {
  const text = await issued({ demonstration: true });
  const found = await verifyCredential(
    text.replaceAll('DEMONSTRATION: ', ''),
    NOW,
    await sourcesWith([]),
  );
  assert.equal(found.verdict, 'not-genuine');
  assert.equal(verdictWords(found).title, 'Not genuine');
});

test('the end of a credential is told as the day in the issuer’s zone', async () => {
  const text = await issued({ validUntil: '2026-05-31T23:59:59-07:00' });
  const words = verdictWords(await verifyCredential(text, NOW, await sourcesWith([])));
  assert.match(words.sentence, /it ended on Sunday, May 31, 2026/);
});

test('a list that cannot be had is told with what to do next', async () => {
  const sources = { ...(await sourcesWith([])), statusList: async () => undefined };
  const words = verdictWords(await verifyCredential(await issued({}), NOW, sources));
  assert.match(words.sentence, /cannot be reached\. Try again later, or ask the issuer\.$/);
});

test('a name of any script, with anything in it, is signed and shown letter for letter', async () => {
  const sources = await sourcesWith([]);
  await fc.assert(
    fc.asyncProperty(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
        .filter((name) => name.trim() !== ''),
      async (holderName) => {
        const found = await verifyCredential(await issued({ holderName }), NOW, sources);
        assert.equal(found.verdict, 'genuine-and-current');
        assert.equal(found.shown?.holderName, holderName.normalize('NFC'));
      },
    ),
    { numRuns: 25 },
  );
});

test('JSON is read as JSON.parse reads it, unless a member stands twice', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value);
      const read = strictJson(text);
      assert.ok(read.ok);
      assert.deepEqual(read.value, JSON.parse(text));
    }),
  );
  for (const [text, kind] of [
    ['{"a":1,"a":1}', 'member-twice'],
    ['{"a":{"b":1,"b":2}}', 'member-twice'],
    ['[{"a":1},{"a":1,"\\u0061":2}]', 'member-twice'],
    ['{"a":"\\"a\\":","b":":","a":1}', 'member-twice'],
    ['{a:1}', 'not-json'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'too-deep'],
  ] as const) {
    const read = strictJson(text);
    assert.equal(!read.ok && read.refusal.kind, kind, text);
  }
  assert.ok(strictJson('[{"a":1},{"a":1}]').ok);
  assert.ok(strictJson('\ufeff{}').ok, 'with the mark that some editors put in front');
});
