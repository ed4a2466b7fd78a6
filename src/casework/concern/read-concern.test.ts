import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { GROUNDS } from '../../program/pledge/grounds.ts';
import { CONCERN_GROUNDS, isAnonymous, pathOf } from './concern.ts';
import { readAddedWords, readConcern } from './read-concern.ts';

const today = date('2026-06-30');
const programs = ['larkspur-care'];
const told = {
  about: 'exam',
  account: 'Question 12 could not be seen.',
  visibility: 'staff',
  passphrase: 'seven lanterns over quiet water',
};
const read = (change: Record<string, string | readonly string[]> = {}) =>
  readConcern({ ...told, ...change }, programs, today);
const wrong = (change: Record<string, string | readonly string[]>) => {
  const answer = read(change);
  return answer.ok ? [] : answer.mistakes.map(({ field, kind }) => `${field} ${kind}`);
};

test('four answers make a concern; everything else may stay empty', () => {
  const answer = read();
  assert.deepEqual(answer.ok ? answer.value : answer.mistakes, {
    language: 'en',
    about: 'exam',
    account: told.account,
    happenedOn: undefined,
    toWhom: [],
    who: undefined,
    grounds: [],
    setting: undefined,
    program: undefined,
    relation: undefined,
    hope: undefined,
    visibility: 'staff',
    fullName: undefined,
    contact: undefined,
  });
});

test('the grounds on offer are the nine of the statement, in its order, and four more', () => {
  assert.deepEqual(
    CONCERN_GROUNDS.slice(0, GROUNDS.length),
    GROUNDS.map(({ id }) => id),
  );
  assert.deepEqual(CONCERN_GROUNDS.slice(GROUNDS.length), [
    'appearance',
    'location',
    'level',
    'setting',
  ]);
});

test('choices are taken from the lists, several where several may be true, and nothing else is', () => {
  const answer = read({
    grounds: ['religion', 'weather', 'race'],
    'to-whom': ['public', 'me'],
    setting: 'hospital',
    program: 'larkspur-care',
    relation: 'duty',
  });
  assert.ok(answer.ok);
  assert.deepEqual(answer.value.grounds, ['race', 'religion']);
  assert.deepEqual(answer.value.toWhom, ['me', 'public']);
  const odd = read({ setting: 'moon', program: 'ccm', relation: '__proto__' });
  assert.ok(odd.ok);
  const { setting, program, relation } = odd.value;
  assert.deepEqual([setting, program, relation], [undefined, undefined, undefined]);
  assert.ok(PRACTICE_SETTINGS.includes('hospital'));
});

test('each refusal has its row', () => {
  assert.deepEqual(wrong({ about: 'weather' }), ['about missing']);
  assert.deepEqual(wrong({ account: ' \u3000\n ' }), ['account missing']);
  assert.deepEqual(wrong({ account: 'too short' }), ['account too-short']);
  assert.deepEqual(wrong({ account: 'a'.repeat(20_001) }), ['account too-long']);
  assert.deepEqual(wrong({ account: 'It was\ufffd like this.' }), ['account control-character']);
  assert.deepEqual(wrong({ who: 'a'.repeat(201) }), ['who too-long']);
  assert.deepEqual(wrong({ who: 'a\nb' }), ['who control-character']);
  assert.deepEqual(wrong({ hope: 'a'.repeat(5001) }), ['hope too-long']);
  assert.deepEqual(wrong({ visibility: '' }), ['visibility missing']);
  assert.deepEqual(wrong({ visibility: 'named' }), ['name named-without-name']);
  assert.deepEqual(wrong({ visibility: 'anonymous', name: 'Ana' }), ['name anonymous-with-name']);
  assert.deepEqual(wrong({ name: '123' }), ['name no-letters']);
  assert.deepEqual(wrong({ contact: 'ada@' }), ['contact not-an-address']);
  assert.deepEqual(wrong({ passphrase: '' }), ['passphrase missing']);
  assert.deepEqual(wrong({ passphrase: 'short' }), ['passphrase too-short']);
  assert.deepEqual(wrong({ passphrase: 'correct horse battery staple' }), [
    'passphrase too-common',
  ]);
  assert.deepEqual(wrong({ name: 'Ana Everett', passphrase: 'Ana Everett 1' }), [
    'passphrase names-you',
  ]);
  assert.deepEqual(
    wrong({ 'happened-month': '2', 'happened-day': '30', 'happened-year': '2026' }),
    ['happened not-readable'],
  );
  assert.deepEqual(wrong({ 'happened-month': '5' }), ['happened not-readable']);
  assert.deepEqual(wrong({ 'happened-month': '7', 'happened-day': '1', 'happened-year': '2026' }), [
    'happened future',
  ]);
});

test('months may be typed by number, by name, and by their Spanish name', () => {
  for (const month of ['9', 'September', 'sep', 'septiembre', 'Setiembre', 'SEPT.']) {
    const answer = read({ 'happened-month': month, 'happened-day': '7', 'happened-year': '2025' });
    assert.equal(answer.ok ? answer.value.happenedOn : month, '2025-09-07', month);
  }
});

test('whatever is sent, it is read or refused, and never thrown', () => {
  const fields = 'lang about account who hope name contact visibility passphrase grounds'.split(
    ' ',
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.string(), fc.array(fc.string()))),
      (raw) => {
        const answer = readConcern(raw, programs, today);
        assert.equal(answer.ok || answer.mistakes.length > 0, true);
      },
    ),
  );
});

test('a concern goes to coordinators, to ombuds or to the chair, by what it is about; older ones too', () => {
  assert.deepEqual(
    ['holder', 'certificant', 'body', 'staff', 'exam', 'commission', 'other', 'ombud'].map(pathOf),
    ['conduct', 'conduct', 'body', 'body', 'body', 'body', 'body', 'ombud'],
  );
});

test('whoever gives no name is anonymous, whatever was chosen', () => {
  assert.equal(isAnonymous({ visibility: 'staff', fullName: undefined }), true);
  assert.equal(isAnonymous({ visibility: 'staff', fullName: 'O' }), false);
  assert.equal(isAnonymous({ visibility: 'anonymous', fullName: undefined }), true);
});

test('added words may be empty only beside a file', () => {
  assert.deepEqual(readAddedWords({ words: ' ' }, true), { ok: true, value: '' });
  assert.equal(readAddedWords({ words: ' ' }, false).ok, false);
  assert.equal(readAddedWords({ words: 'a'.repeat(5001) }, true).ok, false);
});
