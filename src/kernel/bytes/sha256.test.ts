import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { joined, utf8 } from './bytes.ts';
import { sha256, sha256After, sha256Hex } from './sha256.ts';

test('the published digest of "abc" (FIPS 180-4, example of NIST)', () => {
  assert.equal(
    sha256Hex('abc'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('what follows a fixed beginning hashes as the whole does, again and again, as Node’s own code does', () => {
  const after = sha256After(utf8('beginning'));
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 4 }), (pieces) => {
      const whole = joined(utf8('beginning'), ...pieces);
      const expected = new Uint8Array(createHash('sha256').update(whole).digest());
      const first = after(...pieces);
      assert.deepEqual(first, expected);
      assert.deepEqual(sha256(whole), expected);
      after(utf8('something else'));
      assert.deepEqual(first, expected, 'an answer is not overwritten by the next');
    }),
    { numRuns: 300 },
  );
});
