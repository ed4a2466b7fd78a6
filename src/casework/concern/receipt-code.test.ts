import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalizeReceipt, receiptCode } from './receipt-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a receipt code is the first 100 bits, five a letter', () => {
  const bytes = fc.uint8Array({ minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(bytes, (random) => {
      const value = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n;
      const letters = value.toString(32).padStart(20, '0');
      const expected = [...letters].map((digit) => ALPHABET[Number.parseInt(digit, 32)]).join('');
      assert.equal(receiptCode(random).replaceAll('-', ''), expected);
    }),
  );
  assert.match(receiptCode(new Uint8Array(13).fill(255)), /^ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ$/);
  assert.throws(() => receiptCode(new Uint8Array(12)), /13 random bytes/);
});

test('a code copied by hand is found, whatever its case, spacing and look-alike letters', () => {
  const code = { ok: true, value: '7ZK4Q-0M2XN-9B1RT-HW8CD' };
  for (const typed of [
    '7ZK4Q-0M2XN-9B1RT-HW8CD',
    ' 7zk4q 0m2xn 9b1rt hw8cd ',
    '7ZK4QOM2XN9BlRTHW8CD',
    '7zk4q–om2xn–9bIrt–hw8cd',
  ]) {
    assert.deepEqual(normalizeReceipt(typed), code, typed);
  }
});

test('what cannot be a code is refused with words', () => {
  for (const typed of ['', '7ZK4Q', '7ZK4Q-0M2XN-9B1RT-HW8CU', '7ZK4Q-0M2XN-9B1RT-HW8CDX']) {
    const read = normalizeReceipt(typed);
    assert.match(read.ok ? 'was read' : read.refusal.because, /^Receipt code/, typed);
  }
});
