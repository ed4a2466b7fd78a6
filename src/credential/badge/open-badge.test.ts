import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { demonstrationName, saysDemonstration } from './demonstration.ts';
import { instantOf } from './instant.ts';
import { type BadgeAward, openBadge } from './open-badge.ts';

const award: BadgeAward = {
  id: 'https://larkspur.example/c/AAAAAAAAAAAAAAAAAAAAAA',
  holderName: 'Zoë Nguyễn-O’Brien',
  programName: 'Larkspur Care Coordinator',
  subjectId: 'urn:uuid:6d1c0b5e-6c0f-4e0b-9d0a-3f1f2b7a5c11',
  programUrl: 'https://larkspur.example/programs/larkspur-care',
  achievementId: 'https://larkspur.example/programs/larkspur-care/2026-01-01',
  description: 'Met the published criteria.',
  criteria: { narrative: 'Eligibility and examination.' },
  issuer: { id: 'did:web:larkspur.example', name: 'Larkspur Board for Care Professions' },
  awardedDate: '2026-03-04T12:00:00-05:00',
  validFrom: '2026-03-04T12:00:00-05:00',
  validUntil: '2031-03-31T23:59:59-04:00',
  licenseNumber: 'LCC-000123',
  status: { list: 'https://larkspur.example/status/r/1', index: 94567 },
  demonstration: false,
};

test('a badge carries its name, dates, number and one place on a revocation list', () => {
  const badge = openBadge(award);
  assert.ok(badge.ok);
  const subject = member(badge.value, 'credentialSubject');
  assert.equal(textMember(subject, 'licenseNumber'), 'LCC-000123');
  assert.equal(textMember(member(subject, 'achievement'), 'name'), 'Larkspur Care Coordinator');
  const status = member(badge.value, 'credentialStatus');
  assert.equal(textMember(status, 'statusListIndex'), '94567');
  assert.equal(textMember(status, 'id'), 'https://larkspur.example/status/r/1#94567');
  assert.ok(!saysDemonstration(badge.value));
});

test('every member at every depth is on this list: nothing else about a person is ever signed', () => {
  const badge = openBadge(award);
  assert.ok(badge.ok);
  const words = new Set<string>();
  JSON.stringify(badge.value, (word, value) => {
    if (word !== '' && !/^\d+$/.test(word)) words.add(word);
    return value;
  });
  assert.deepEqual(
    [...words].sort((a, b) => (a < b ? -1 : 1)),
    [
      '@context',
      'achievement',
      'achievementType',
      'alignment',
      'awardedDate',
      'credentialSchema',
      'credentialStatus',
      'credentialSubject',
      'criteria',
      'description',
      'hashed',
      'id',
      'identifier',
      'identityHash',
      'identityType',
      'issuer',
      'licenseNumber',
      'name',
      'narrative',
      'statusListCredential',
      'statusListIndex',
      'statusPurpose',
      'targetName',
      'targetType',
      'targetUrl',
      'type',
      'validFrom',
      'validUntil',
    ],
  );
});

test('a demonstration says so in capitals in the name that is signed', () => {
  const badge = openBadge({ ...award, demonstration: true });
  assert.ok(badge.ok);
  const name = 'DEMONSTRATION: Larkspur Care Coordinator';
  assert.equal(textMember(badge.value, 'name'), name);
  assert.equal(
    textMember(member(member(badge.value, 'credentialSubject'), 'achievement'), 'name'),
    name,
  );
  assert.ok(saysDemonstration(badge.value));
});

test('the word is found however deep it lies and whatever stands around it', () => {
  assert.ok(saysDemonstration([{ a: [{ b: demonstrationName('x') }] }]));
  assert.ok(!saysDemonstration(['a demonstration', null, 1, true]));
});

test('two spellings of one name are signed the same way', () => {
  const [composed, decomposed] = ['NFC', 'NFD'].map((form) =>
    openBadge({ ...award, holderName: award.holderName.normalize(form) }),
  );
  assert.deepEqual(composed, decomposed);
});

test('a badge without a name, with a half address or a date without its offset is refused', () => {
  const wrong: readonly [Partial<BadgeAward>, string][] = [
    [{ holderName: '  ' }, 'name-missing'],
    [{ licenseNumber: '' }, 'name-missing'],
    [{ id: '/c/1' }, 'address-malformed'],
    [{ status: { list: 'https://larkspur.example/a b', index: 1 } }, 'address-malformed'],
    [{ status: { list: 'https://larkspur.example/s', index: 0.5 } }, 'address-malformed'],
    [{ validUntil: '2031-03-31' }, 'date-malformed'],
    [{ awardedDate: '2026-02-30T00:00:00Z' }, 'date-malformed'],
    [{ validUntil: '2026-03-04T11:59:59-05:00' }, 'dates-crossed'],
  ];
  for (const [change, kind] of wrong) {
    const badge = openBadge({ ...award, ...change });
    assert.equal(!badge.ok && badge.refusal.kind, kind, JSON.stringify(change));
  }
});

test('a moment is read with its offset, to the millisecond', () => {
  assert.equal(instantOf('1970-01-01T00:00:00Z'), 0);
  assert.equal(instantOf('2031-12-31T23:59:59-08:00'), Date.UTC(2032, 0, 1, 7, 59, 59));
  assert.equal(instantOf('2031-12-31T24:00:00Z'), Date.UTC(2032, 0, 1));
  assert.equal(instantOf('2028-02-29T12:30:00.25+05:30'), Date.UTC(2028, 1, 29, 7, 0, 0, 250));
});

test('a text that is not one moment everywhere is not a moment', () => {
  for (const text of [
    '2031-01-01',
    '2031-01-01T00:00:00',
    '2031-02-30T00:00:00Z',
    '2031-13-01T00:00:00Z',
    '2031-01-01T24:00:01Z',
    '2031-01-01T23:59:60Z',
    '2031-01-01T00:00:00+14:01',
    '2031-01-01T00:00:00+00:60',
    ' 2031-01-01T00:00:00Z',
    '2031-01-01t00:00:00z',
    '12031-01-01T00:00:00Z',
    '',
  ]) {
    assert.equal(instantOf(text), undefined, text);
  }
});

test('every moment that JavaScript writes is read as the same moment', () => {
  const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') };
  fc.assert(
    fc.property(fc.date({ ...years, noInvalidDate: true }), (moment) => {
      assert.equal(instantOf(moment.toISOString()), moment.getTime());
    }),
  );
});
