/**
 * A form sent after the session ended. What was typed is put, encrypted, into the sign-in page and comes back with the
 * passphrase; after sign-in a page offers to send it again. Nothing is lost, and nothing is sent unseen.
 * Files cannot be carried; the page says so.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Fields } from './visit.ts';

export interface Carried {
  readonly action: string;
  readonly form: Fields;
  readonly hadFiles: boolean;
  readonly at: number;
}

const HOURS = 12;
const NONCE = 12;
const TAG = 16;

export function packed(secret: string, carried: Carried): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(carried), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** Undefined where it was not made here, was changed, or is older than twelve hours. */
export function unpacked(secret: string, text: string, now: number): Carried | undefined {
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const carried = JSON.parse(plain.toString('utf8')) as Carried;
    return now - carried.at < HOURS * 3_600_000 ? carried : undefined;
  } catch {
    // Changed on the way, or made by another installation: it is not ours to send.
    return undefined;
  }
}

const keyOf = (secret: string): Buffer =>
  createHash('sha256').update(`carried forms ${secret}`).digest();
