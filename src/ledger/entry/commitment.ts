/**
 * A sealed envelope: 32 bytes that fix a value without showing it. Who holds the value and its salt can prove
 * later what was fixed; who holds neither learns nothing, even by guessing, because the salt cannot be guessed. Destroying
 * the salt erases the link for good, and the log stays whole.
 * commitment = SHA-256(domain || 0x00 || salt || canonical JSON of the value); the salt has 32 random bytes.
 */
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';

const SALT_BYTES = 32;
/** 32 bytes as base64url: the last of the 43 letters carries only four bits, so it is one of sixteen. */
export const BYTES_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const END_OF_DOMAIN = Uint8Array.of(0);

/** The domain says what the value is, so that one kind of commitment cannot be passed off as another. */
export function commitment(domain: string, salt: Uint8Array, value: Json): Uint8Array {
  if (salt.length !== SALT_BYTES) {
    throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  }
  return sha256(joined(utf8(domain), END_OF_DOMAIN, salt, utf8(canonicalJson(value))));
}
