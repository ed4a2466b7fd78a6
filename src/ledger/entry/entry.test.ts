import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromUtf8, toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { commitment } from './commitment.ts';
import { type Commit, commitTo, entryBytes, opens, readEntry } from './entry.ts';

const salt = new Uint8Array(32).fill(9);
const asked: Commit = {
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2026-01-01',
  decidedOn: date('2026-03-04'),
  matter: 'M-2026-000123',
  outcome: { outcome: 'eligible', findings: 7 },
  salt,
};

test('a commitment is SHA-256 of the domain, a zero byte, the salt and the canonical value', () => {
  const expected = createHash('sha256')
    .update('evenhand/matter/1\0')
    .update(salt)
    .update('"M-2026-000123"')
    .digest('base64url');
  assert.equal(toBase64url(commitment('evenhand/matter/1', salt, 'M-2026-000123')), expected);
  assert.equal(commitTo(asked).matter, expected);
});

test('an entry shows kind, program, rules and date, and nothing of the matter or the outcome', () => {
  const text = fromUtf8(entryBytes(commitTo(asked)));
  const members = [...text.matchAll(/"([a-zA-Z]+)":/g)].map(([, name]) => name);
  assert.deepEqual(members, [
    'decidedOn',
    'kind',
    'matter',
    'outcome',
    'program',
    'rules',
    'version',
  ]);
  assert.doesNotMatch(text, /000123|eligible|findings/);
});

test('the same matter with another salt cannot be recognized', () => {
  const other = commitTo({ ...asked, salt: new Uint8Array(32).fill(10) });
  assert.notEqual(other.matter, commitTo(asked).matter);
  assert.notEqual(other.outcome, commitTo(asked).outcome);
});

test('only the right matter, outcome and salt open an entry', () => {
  const entry = commitTo(asked);
  assert.ok(opens(entry, asked));
  assert.ok(!opens(entry, { ...asked, matter: 'M-2026-000124' }));
  assert.ok(!opens(entry, { ...asked, outcome: { outcome: 'not-eligible', findings: 7 } }));
  assert.ok(!opens(entry, { ...asked, salt: new Uint8Array(32) }));
});

test('a short salt, and words that are free text, are our own mistake', () => {
  assert.throws(() => commitTo({ ...asked, salt: new Uint8Array(16) }), /32 bytes/);
  assert.throws(() => commitTo({ ...asked, kind: 'Zoë Nguyễn, not eligible' }), /short word/);
  assert.throws(() => commitTo({ ...asked, program: '' }), /short word/);
});

test('an entry comes back from its bytes', () => {
  const entry = commitTo(asked);
  const read = readEntry(entryBytes(entry));
  assert.ok(read.ok);
  assert.deepEqual(read.value, entry);
});

test('bytes that we could not have written are not an entry', () => {
  const text = fromUtf8(entryBytes(commitTo(asked)));
  const wrong = [
    '',
    '[]',
    'null',
    ` ${text}`,
    text.replace('2026-03-04', '2026-02-30'),
    text.replace('{', '{"name":"Zoë",'),
    text.replace('"version":1', '"version":2'),
    text.replace(/"matter":"./, '"matter":"*'),
    text.replace('"eligibility"', '7'),
  ];
  for (const bytes of wrong) {
    assert.ok(!readEntry(utf8(bytes)).ok, bytes);
  }
  assert.ok(!readEntry(Uint8Array.of(0xff, 0xfe)).ok);
});

test('any bytes at all are read or refused, never thrown over', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => !readEntry(bytes).ok));
});
