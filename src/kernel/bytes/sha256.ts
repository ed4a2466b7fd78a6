/** SHA-256 (FIPS 180-4): 32 bytes that stand for any number of bytes. */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './bytes.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => digest(bytes);
export const sha256Hex = (content: Uint8Array | string): string =>
  toHex(digest(typeof content === 'string' ? utf8(content) : content));
