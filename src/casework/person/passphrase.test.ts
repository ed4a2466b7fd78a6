import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPassphrase } from './passphrase.ts';

const account = { email: 'ada.lovelace@example.org', fullName: 'Ada Lovelace' };
const kindOf = (passphrase: string): string => {
  const read = readPassphrase(passphrase, account);
  return read.ok ? 'read' : read.refusal.kind;
};

test('12 to 200 characters are enough, with no demand for digits or signs', () => {
  assert.equal(kindOf('harbor lemon'), 'read');
  assert.equal(kindOf('harbor lemo'), 'too-short');
  assert.equal(kindOf('harbor lemon quiet '.repeat(10).slice(0, 200)), 'read');
  assert.equal(kindOf(`${'harbor lemon quiet '.repeat(10)}harbor lemon`), 'too-long');
  assert.equal(kindOf('正確な馬の電池とホチキス針'), 'read');
});

test('what a stranger tries first is refused, whatever its case and spacing', () => {
  for (const common of [
    'password1234',
    'Password 1234!',
    'Correct Horse Battery Staple',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1234123412341',
    '------------',
    '123456789012',
  ]) {
    assert.equal(kindOf(common), 'too-common', common);
  }
});

test('the own name or address with little around it is refused; among other words it is fine', () => {
  assert.equal(kindOf('ada.lovelace@example.org'), 'names-you');
  assert.equal(kindOf('AdaLovelace1815'), 'names-you');
  assert.equal(kindOf('lovelace lovelace 99'), 'names-you');
  assert.equal(kindOf('ada paints forty quiet boats'), 'read');
});

test('spaces at the ends are kept, and every way to type a character gives the same passphrase', () => {
  const read = readPassphrase(' harbor lemon ', account);
  assert.deepEqual(read, { ok: true, value: ' harbor lemon ' });
  assert.deepEqual(
    readPassphrase('cafe\u0301 harbor lemon', account),
    readPassphrase('caf\u00e9 harbor lemon', account),
  );
});
