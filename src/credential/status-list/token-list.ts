/**
 * The same bits as on the Bitstring Status List, in the form that checkers of SD-JWT credentials read: a Token Status List, one bit
 * a place, 1 for "counts no more". Its first place is the lowest bit of the first byte, where the other list has the highest, and it
 * is packed with zlib.
 * Source: IETF OAuth, Token Status List (draft-ietf-oauth-status-list), sections 4 and 5.1.
 */
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { Gzip } from './bitstring.ts';

const TTL_SECONDS = 900;

/** What is signed as "statuslist+jwt". Moments are in seconds since 1970 UTC. */
export async function tokenList(
  list: {
    readonly id: string;
    readonly bits: Uint8Array;
    readonly issuedAt: number;
    readonly expiresAt: number;
  },
  deflate: Gzip,
): Promise<JsonObject> {
  return {
    sub: list.id,
    iat: list.issuedAt,
    exp: list.expiresAt,
    ttl: TTL_SECONDS,
    status_list: { bits: 1, lst: toBase64url(await deflate(list.bits.map(mirrored))) },
  };
}

/** The bits of one byte in the other order. */
function mirrored(byte: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    turned |= ((byte >> bit) & 1) << (7 - bit);
  }
  return turned;
}

/** Is this place marked? Nothing where the list has no such place. */
export function isMarked(bits: Uint8Array, place: number): boolean | undefined {
  const byte = Number.isSafeInteger(place) && place >= 0 ? bits[Math.floor(place / 8)] : undefined;
  return byte === undefined ? undefined : ((byte >> (place % 8)) & 1) === 1;
}
