/** Bytes as text and back: UTF-8, hexadecimal, base64 and base64url without padding. Strict: bad input throws. */
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64, base64urlnopad, utf8 as utf8Coder } from '@scure/base';

export const utf8 = (text: string): Uint8Array => utf8ToBytes(text);
/** Throws where the bytes are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => utf8Coder.encode(bytes);
export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);
export const fromHex = (text: string): Uint8Array => hexToBytes(text);
export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes);
export const fromBase64 = (text: string): Uint8Array => base64.decode(text);
export const toBase64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);
export const fromBase64url = (text: string): Uint8Array => base64urlnopad.decode(text);

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
