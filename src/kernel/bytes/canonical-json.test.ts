import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

test('the sorting example of RFC 8785, section 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\u{1f600}': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  assert.deepEqual(
    Object.values(JSON.parse(canonicalJson(value))),
    Object.values(value).length
      ? [
          'One',
          'Carriage Return',
          'Control',
          'Latin Small Letter O With Diaeresis',
          'Euro Sign',
          'Emoji: Grinning Face',
          'Hebrew Letter Dalet With Dagesh',
        ]
      : [],
  );
});

test('numbers are written as ECMAScript writes them', () => {
  assert.equal(
    canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0]),
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
});

test('what JSON cannot hold is refused', () => {
  assert.throws(() => canonicalJson(Number.NaN), /cannot hold/);
  assert.throws(() => canonicalJson('\ud800'), /surrogate/);
});

test('SHA-256 of the FIPS 180 example', () => {
  assert.equal(
    sha256Hex('abc'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
