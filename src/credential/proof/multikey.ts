/**
 * A public key as one word, "z6Mk...": two bytes that say "Ed25519", the 32 bytes of the key, in base58 with a z in front.
 * Source: W3C Controlled Identifiers 1.0 (2025), section 2.2.2 (Multikey).
 */
import { base58 } from '@scure/base';
import { joined } from '../../kernel/bytes/bytes.ts';

const ED25519 = Uint8Array.of(0xed, 0x01);
const KEY_BYTES = 32;

export const writeMultikey = (publicKey: Uint8Array): string =>
  `z${base58.encode(joined(ED25519, publicKey))}`;

/** The bytes of an Ed25519 key, or nothing where the word is not one. */
export function readMultikey(word: string): Uint8Array | undefined {
  const bytes = readBase58(word) ?? new Uint8Array();
  const isEd25519 = ED25519.every((byte, place) => byte === bytes[place]);
  return isEd25519 && bytes.length === ED25519.length + KEY_BYTES
    ? bytes.subarray(ED25519.length)
    : undefined;
}

export const writeBase58 = (bytes: Uint8Array): string => `z${base58.encode(bytes)}`;

export function readBase58(word: string): Uint8Array | undefined {
  try {
    // No key and no signature is longer than this; base58 takes quadratic time.
    return word.startsWith('z') && word.length < 200 ? base58.decode(word.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}
