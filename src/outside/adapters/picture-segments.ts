/**
 * Takes out of a picture what is not the picture: cameras, places, authors, comments. The picture itself is not decoded,
 * so it loses nothing; used for pictures inside a PDF, which must stay exactly as they were scanned.
 *
 * JPEG (ISO 10918-1, annex B): a run of segments, each a marker and a length, with coded data after each start of scan.
 * Kept: the image, its color profile and Adobe's color note, without which colors turn. JPEG 2000 (ISO 15444-1,
 * annex I): a run of boxes, of which "xml " and "uuid" hold only words. What does not read as either is undefined.
 */
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
/** Application segments that belong to the picture, by the words they start with. */
const OF_THE_PICTURE = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

export function jpegWithoutWords(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) {
    return undefined;
  }
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) {
      // What follows is no picture: some cameras, and all stowaways, put things there.
      return joined([...kept, bytes.subarray(at, at + 2)]);
    }
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const application = marker >= 0xe0 && marker <= 0xef;
    const known = marker >= 0xc0 && marker <= 0xdf;
    if (!known && !application && marker !== COMMENT) {
      return undefined;
    }
    const head = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const end = marker === START_OF_SCAN ? endOfScan(bytes, head) : head;
    if (end > bytes.length) {
      return undefined;
    }
    if (belongsToPicture(marker, bytes.subarray(at + 4, end))) {
      kept.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return undefined;
}

function belongsToPicture(marker: number, body: Uint8Array): boolean {
  if (marker === COMMENT) {
    return false;
  }
  const application = marker >= 0xe0 && marker <= 0xef;
  const words = OF_THE_PICTURE.get(marker);
  return !application || (words !== undefined && startsWith(body, words));
}

const startsWith = (body: Uint8Array, words: string): boolean =>
  Array.from(words).every((letter, place) => body[place] === letter.charCodeAt(0));

/** The next marker: inside coded data an FF is followed by 00, or by the number of a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
      return at;
    }
    at += 1;
  }
  return bytes.length + 1;
}

const CODESTREAM = 0xff4fff51;
const XML_BOX = 0x786d6c20;
const UUID_BOX = 0x75756964;

export function jpeg2000WithoutWords(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 4 && view.getUint32(0) === CODESTREAM) {
    return bytes;
  }
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const end = length === 0 ? bytes.length : at + length;
    if ((length !== 0 && length < 8) || end > bytes.length) {
      return undefined;
    }
    if (type !== XML_BOX && type !== UUID_BOX) {
      kept.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return kept.length === 0 ? undefined : joined(kept);
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
