/**
 * A form sent after the session ended. What was typed is put, encrypted, into the sign-in page and comes back with the
 * passphrase; after sign-in a page offers to send it again. Nothing is lost, and nothing is sent unseen.
 * Files cannot be carried; the page says so.
 */
import { boxed, unboxed } from './sealed-box.ts';
import type { Fields } from './visit.ts';

export interface Carried {
  readonly action: string;
  readonly form: Fields;
  readonly hadFiles: boolean;
  readonly at: number;
}

const PURPOSE = 'carried forms';
const LASTS_MS = 12 * 3_600_000;

export const packed = (secret: string, carried: Carried): string =>
  boxed(secret, PURPOSE, carried, carried.at);

/** Undefined where it was not made here, was changed, or is older than twelve hours. */
export const unpacked = (secret: string, text: string, now: number): Carried | undefined =>
  unboxed(secret, PURPOSE, text, { now, lastsMs: LASTS_MS }) as Carried | undefined;
