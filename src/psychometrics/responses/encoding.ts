/**
 * Turns the bytes of a file into bytes that can be read as text, or says why they cannot be.
 * Spreadsheets save text in several encodings: UTF-8 with or without a mark at the front, and UTF-16.
 * UTF-16 is rewritten as UTF-8 here; anything that is not text at all is refused with the way to mend it.
 * Works on bytes because most cells of a response file are one byte long and need never become text.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

const NUL = 0;
const BYTE_ORDER_MARK = 0xfeff;
const SAVE_AS = 'Save the sheet as "CSV UTF-8" and try again.';

export type EncodingFault = 'empty-file' | 'not-text';

/** Makes UTF-8 without a mark at the front of the pieces of a file, one after the other. */
export interface PieceDecoder {
  /** The readable bytes of the next piece; a character cut in two waits for the piece after it. */
  readonly next: (piece: Uint8Array, final: boolean) => Result<Uint8Array, EncodingFault>;
}

const SNIFFED = 4;

export function pieceDecoder(): PieceDecoder {
  let held = new Uint8Array(0);
  let started = false;
  let order: readonly [0 | 1, 0 | 1] | undefined;
  return {
    next(piece, final) {
      const bytes = held.length === 0 ? piece : joined(held, piece);
      held = new Uint8Array(0);
      if (!started) {
        if (!final && bytes.length < SNIFFED) {
          held = bytes.slice();
          return success(held.subarray(0, 0));
        }
        const fault = faultOf(bytes);
        if (fault !== undefined) {
          return fault;
        }
        started = true;
        order = utf16Order(bytes);
        if (order === undefined) {
          return success(startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes);
        }
      }
      if (order === undefined) {
        return success(bytes);
      }
      const whole = final ? bytes.length : wholeUtf16(bytes, order);
      held = bytes.slice(whole);
      return success(fromUtf16(bytes.subarray(0, whole), ...order));
    },
  };
}

export function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function faultOf(file: Uint8Array): Result<never, EncodingFault> | undefined {
  if (file.length === 0) {
    return refuse('empty-file', 'The file is empty: 0 bytes.');
  }
  if (startsWith(file, [0x50, 0x4b, 3, 4]) || startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse('not-text', `The file is a spreadsheet, not a CSV file. ${SAVE_AS}`);
  }
  if (utf16Order(file) === undefined && file.subarray(0, 4096).includes(NUL)) {
    return refuse('not-text', `The file is not text: it holds zero bytes. ${SAVE_AS}`);
  }
  return undefined;
}

/** The places of the high and of the low byte of each pair, where the file says that it is UTF-16. */
function utf16Order(file: Uint8Array): readonly [0 | 1, 0 | 1] | undefined {
  return startsWith(file, [0xff, 0xfe])
    ? [1, 0]
    : startsWith(file, [0xfe, 0xff])
      ? [0, 1]
      : undefined;
}

/** How many bytes hold whole characters: pairs of bytes, the first half of a surrogate pair left for later. */
function wholeUtf16(bytes: Uint8Array, [high]: readonly [0 | 1, 0 | 1]): number {
  const even = bytes.length - (bytes.length % 2);
  const last = even >= 2 ? at(bytes, even - 2 + high) : 0;
  return last >= 0xd8 && last < 0xdc ? even - 2 : even;
}

/** A whole file as UTF-8 without a mark at the front. */
export const readableText = (file: Uint8Array): Result<Uint8Array, EncodingFault> =>
  pieceDecoder().next(file, true);

/** The text of a stretch of UTF-8, or undefined where the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = '';
  let place = from;
  while (place < to) {
    const lead = at(bytes, place);
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      place += 1;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const point = pointFrom(bytes, place, Math.min(to, place + length), length);
    if (point === undefined) {
      return undefined;
    }
    text += String.fromCodePoint(point);
    place += length;
  }
  return text;
}

/** The character that starts at a place, if its bytes are the shortest UTF-8 for it. */
function pointFrom(
  bytes: Uint8Array,
  place: number,
  end: number,
  length: number,
): number | undefined {
  const lead = at(bytes, place);
  let point = lead & (0xff >> (length + 1));
  for (let next = place + 1; next < end; next += 1) {
    const byte = at(bytes, next);
    if ((byte & 0xc0) !== 0x80) {
      return undefined;
    }
    point = (point << 6) | (byte & 0x3f);
  }
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  const whole = end === place + length && lead >= 0xc2 && lead <= 0xf4;
  return whole && point >= smallest && point <= 0x10ffff && !surrogate ? point : undefined;
}

function fromUtf16(file: Uint8Array, high: 0 | 1, low: 0 | 1): Uint8Array {
  const out = new Uint8Array(Math.ceil(file.length / 2) * 3);
  let length = 0;
  const put = (byte: number): void => {
    out[length] = byte;
    length += 1;
  };
  const unit = (place: number): number => (at(file, place + high) << 8) | at(file, place + low);
  for (let place = 0; place + 1 < file.length; place += 2) {
    let point = unit(place);
    if (point === BYTE_ORDER_MARK) {
      continue;
    }
    const next = place + 3 < file.length ? unit(place + 2) : 0;
    if (point >= 0xd800 && point < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      point = 0x10000 + ((point - 0xd800) << 10) + (next - 0xdc00);
      place += 2;
    }
    if (point < 0x80) {
      put(point);
    } else if (point < 0x800) {
      put(0xc0 | (point >> 6));
      put(0x80 | (point & 0x3f));
    } else {
      if (point < 0x10000) {
        put(0xe0 | (point >> 12));
      } else {
        put(0xf0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3f));
      }
      put(0x80 | ((point >> 6) & 0x3f));
      put(0x80 | (point & 0x3f));
    }
  }
  return out.subarray(0, length);
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
