/**
 * The receipt code of a concern: together with a passphrase that the person chooses, the only key to the conversation.
 * The body keeps hashes of both, and neither of the two.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Crockford's alphabet: no I, L, O or U, so that a code read aloud or copied by hand stays the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_BYTES = 13;
const CODE_LENGTH = 20;
const GROUP = 5;

/** A receipt code from 13 random bytes: 100 bits in four groups of five, such as 7ZK4Q-0M2XN-9B1RT-HW8CD. */
export function receiptCode(random: Uint8Array): string {
  if (random.length !== RECEIPT_BYTES) {
    throw new RangeError(
      `a receipt code takes ${RECEIPT_BYTES} random bytes, not ${random.length}`,
    );
  }
  let code = '';
  let bits = 0;
  let waiting = 0;
  for (const byte of random) {
    waiting = (waiting << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(waiting >> bits) & 31];
      waiting &= (1 << bits) - 1;
    }
  }
  return grouped(code.slice(0, CODE_LENGTH));
}

/** The one spelling of a code, however it was typed: any case, any spaces or hyphens, O for 0, I or L for 1. */
export function normalizeReceipt(text: string): Result<string, 'not-a-receipt'> {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH || [...code].some((letter) => !ALPHABET.includes(letter))) {
    return refuse(
      'not-a-receipt',
      `Receipt code: it has ${CODE_LENGTH} letters and digits in four groups of five, such as 7ZK4Q-0M2XN-9B1RT-HW8CD. Compare it with your receipt.`,
    );
  }
  return success(grouped(code));
}

const grouped = (code: string): string =>
  Array.from({ length: CODE_LENGTH / GROUP }, (_, place) =>
    code.slice(place * GROUP, place * GROUP + GROUP),
  ).join('-');
