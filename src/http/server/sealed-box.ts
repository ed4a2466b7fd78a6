/**
 * Something of ours that a page carries and brings back: encrypted, so that nobody reads or changes it on the way, and
 * bound to its purpose and its hour, so that one cannot stand in for another.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

export function boxed(secret: string, purpose: string, value: unknown, now: number): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce);
  const body = Buffer.concat([
    cipher.update(JSON.stringify({ value, at: now }), 'utf8'),
    cipher.final(),
  ]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined where it was not made here, was changed, is for another purpose, or is older than `lastsMs`. */
export function unboxed(
  secret: string,
  purpose: string,
  text: string,
  { now, lastsMs }: { readonly now: number; readonly lastsMs: number },
): unknown {
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyOf(secret, purpose),
      bytes.subarray(0, NONCE),
    );
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const { value, at } = JSON.parse(plain.toString('utf8')) as { value: unknown; at: number };
    return now - at < lastsMs ? value : undefined;
  } catch {
    // Changed on the way, or made by another installation: it is not ours.
    return undefined;
  }
}

const keyOf = (secret: string, purpose: string): Buffer =>
  createHash('sha256').update(`${purpose} ${secret}`).digest();
