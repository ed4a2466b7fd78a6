/** What every reader of files needs: the bytes as letters, and a bound to what may come out of them. */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';

/** Undoes zlib's deflate (RFC 1950). Must stop, and throw, as soon as more than `mostBytes` come out. */
export type Inflate = (bytes: Uint8Array, mostBytes: number) => Uint8Array | Promise<Uint8Array>;

export type CarrierRefusal = 'damaged' | 'no-credential' | 'two-credentials' | 'not-read-here';

/** No credential is longer; what unpacks to more was made to fill our memory. */
export const MOST_CARRIED_BYTES = 1_000_000;

/** One letter a byte, so that places in the text are places in the bytes. */
export function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8192)));
  }
  return pieces.join('');
}

/** The text that the bytes write in UTF-8, without the mark that some editors put in front; nothing where they do not. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes).replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}
