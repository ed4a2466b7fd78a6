/**
 * Who is revoked, as one row of bits: bit 0 is the left-most bit of the first byte, and 1 means revoked. The row has at
 * least 131,072 places, so that asking for it tells nobody whose place was looked at. It travels compressed, in base64url
 * with a u in front.
 * Source: W3C Bitstring Status List 1.0 (2025), sections 2.2 and 3.
 *
 * Compressing is handed in, because it differs between servers and browsers.
 */
import { fromBase64url, toBase64url } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export const STATUS_PLACES = 131_072;
/** A list of sixteen million people; what grows beyond it was made to fill our memory. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_LETTERS = 4 * 1024 * 1024;

export type Gzip = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
/** Must stop, and throw, as soon as more than `mostBytes` come out. */
export type Gunzip = (bytes: Uint8Array, mostBytes: number) => Uint8Array | Promise<Uint8Array>;

export function bitstring(revoked: Iterable<number>, places = STATUS_PLACES): Uint8Array {
  const bits = new Uint8Array(Math.ceil(places / 8));
  for (const place of revoked) {
    if (!Number.isSafeInteger(place) || place < 0 || place >= places) {
      throw new RangeError(`place ${place} is not on a list of ${places}`);
    }
    const byte = place >> 3;
    bits[byte] = (bits[byte] ?? 0) | maskOf(place);
  }
  return bits;
}

/** Is the bit at this place set? Nothing where the list has no such place. */
export function isSet(bits: Uint8Array, place: number): boolean | undefined {
  const byte = Number.isSafeInteger(place) && place >= 0 ? bits[Math.floor(place / 8)] : undefined;
  return byte === undefined ? undefined : (byte & maskOf(place)) !== 0;
}

const maskOf = (place: number): number => 0x80 >> (place % 8);

export const encodeBitstring = async (bits: Uint8Array, gzip: Gzip): Promise<string> =>
  `u${toBase64url(await gzip(bits))}`;

export async function decodeBitstring(
  encoded: string,
  gunzip: Gunzip,
): Promise<Result<Uint8Array, 'malformed' | 'too-short'>> {
  const bits = await unpacked(encoded, gunzip);
  if (bits === undefined || bits.length > MOST_BYTES) {
    return refuse('malformed', 'the list of revoked credentials cannot be unpacked');
  }
  return bits.length * 8 < STATUS_PLACES
    ? refuse('too-short', `the list has ${bits.length * 8} places; ${STATUS_PLACES} are the least`)
    : success(bits);
}

async function unpacked(encoded: string, gunzip: Gunzip): Promise<Uint8Array | undefined> {
  if (!encoded.startsWith('u') || encoded.length > MOST_LETTERS) {
    return undefined;
  }
  try {
    return await gunzip(fromBase64url(encoded.slice(1)), MOST_BYTES);
  } catch {
    return undefined;
  }
}
