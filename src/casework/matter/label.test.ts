import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { labelFrom } from './label.ts';

test('a label is a letter and seven signs that nobody mistakes for each other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 7, maxLength: 16 }), (bytes) => {
      assert.match(labelFrom('E', bytes), /^E-[2-9A-HJKMNP-Z]{7}$/);
    }),
  );
});

test('every sign can come up, in every place', () => {
  for (let place = 0; place < 7; place += 1) {
    const seen = new Set<string>();
    for (let byte = 0; byte < 256; byte += 1) {
      const bytes = new Uint8Array(7);
      bytes[place] = byte;
      seen.add(labelFrom('A', bytes).charAt(2 + place));
    }
    assert.equal(seen.size, 31);
  }
});
