/**
 * A credential baked into a PNG picture: a piece of text named "openbadgecredential" beside the picture's own data. Every
 * piece is held against its check sum; a picture with two credentials is refused, because two programs could show two.
 * Sources: W3C PNG, third edition (2025), sections 5 and 11.3.3; 1EdTech Open Badges 3.0 (2024), section 5.3.1.
 */
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type CarrierRefusal,
  type Inflate,
  latin1,
  MOST_CARRIED_BYTES,
  textIn,
} from './file-bytes.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const KEYWORD = 'openbadgecredential';
/** The name that Open Badges 2.0 used. */
const EARLIER_KEYWORD = 'openbadges';

export const isPng = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, place) => byte === bytes[place]);

interface Piece {
  readonly type: string;
  readonly data: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export async function unbakePng(
  picture: Uint8Array,
  inflate: Inflate,
): Promise<Result<string, CarrierRefusal>> {
  const pieces = piecesOf(picture);
  if (!pieces.ok) {
    return pieces;
  }
  const texts = pieces.value
    .filter(({ type }) => type === 'iTXt')
    .map(({ data }) => textPiece(data));
  const [found, second] = texts.filter((text) => text?.keyword === KEYWORD);
  if (second !== undefined) {
    return refuse('two-credentials', 'the picture carries more than one credential');
  }
  if (found === undefined) {
    return texts.some((text) => text?.keyword === EARLIER_KEYWORD)
      ? refuse('not-read-here', 'the picture carries a badge of an earlier kind (Open Badges 2.0)')
      : refuse(
          'no-credential',
          'the picture carries no credential; it may be a copy or a screenshot',
        );
  }
  const bytes = found.packed ? await unpacked(found.text, inflate) : found.text;
  const text = bytes === undefined || bytes.length > MOST_CARRIED_BYTES ? undefined : textIn(bytes);
  return text === undefined
    ? refuse('damaged', 'the credential in the picture cannot be unpacked')
    : success(text);
}

/** The picture with the credential in it, behind the picture's own header. One that carries a credential already is refused. */
export function bakePng(
  picture: Uint8Array,
  credential: string,
): Result<Uint8Array, CarrierRefusal> {
  const pieces = piecesOf(picture);
  if (!pieces.ok) {
    return pieces;
  }
  const baked = pieces.value.some(
    ({ type, data }) => type === 'iTXt' && textPiece(data)?.keyword === KEYWORD,
  );
  const [header] = pieces.value;
  if (baked || header === undefined) {
    return refuse('two-credentials', 'the picture carries a credential already');
  }
  const content = joined(utf8(`iTXt${KEYWORD}\0\0\0\0\0`), utf8(credential));
  return success(
    joined(
      picture.subarray(0, header.to),
      fourBytes(content.length - 4),
      content,
      fourBytes(crc32(content)),
      picture.subarray(header.to),
    ),
  );
}

function piecesOf(picture: Uint8Array): Result<readonly Piece[], CarrierRefusal> {
  const damaged = refuse('damaged', 'the picture is damaged or cut short');
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  const pieces: Piece[] = [];
  let from = SIGNATURE.length;
  while (from + 12 <= picture.length) {
    const to = from + 12 + view.getUint32(from);
    if (to > picture.length) {
      return damaged;
    }
    const type = latin1(picture.subarray(from + 4, from + 8));
    if (crc32(picture.subarray(from + 4, to - 4)) !== view.getUint32(to - 4)) {
      return refuse(
        'damaged',
        `the picture was changed: the check sum of its part ${type} is wrong`,
      );
    }
    pieces.push({ type, data: picture.subarray(from + 8, to - 4), from, to });
    if (type === 'IEND') {
      return to === picture.length && pieces[0]?.type === 'IHDR' ? success(pieces) : damaged;
    }
    from = to;
  }
  return damaged;
}

/** keyword 0 packed? method language 0 translated-keyword 0 text */
function textPiece(
  data: Uint8Array,
): { keyword: string; packed: boolean; text: Uint8Array } | undefined {
  const endOfKeyword = data.indexOf(0);
  const endOfLanguage = data.indexOf(0, endOfKeyword + 3);
  const endOfTranslation = data.indexOf(0, endOfLanguage + 1);
  return endOfKeyword < 1 || endOfLanguage < 0 || endOfTranslation < 0
    ? undefined
    : {
        keyword: latin1(data.subarray(0, endOfKeyword)),
        packed: data[endOfKeyword + 1] === 1,
        text: data.subarray(endOfTranslation + 1),
      };
}

async function unpacked(bytes: Uint8Array, inflate: Inflate): Promise<Uint8Array | undefined> {
  try {
    return await inflate(bytes, MOST_CARRIED_BYTES);
  } catch {
    return undefined;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  }
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest = (TABLE[(rest ^ byte) & 255] ?? 0) ^ (rest >>> 8);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function fourBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}
