/**
 * A font as the typesetter reads it: a WOFF file (W3C WOFF 1.0) unpacked, or a TrueType file as it is, under a family name of
 * our own. The name keeps fonts of the machine out: a letter must look alike, byte for byte, wherever it is printed.
 */
import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;
const NAME = 0x6e616d65;
const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;
const SFNT_HEAD = 12;
const SFNT_ENTRY = 16;

interface FontTable {
  readonly tag: number;
  readonly bytes: Uint8Array;
}

export function typeface(file: Buffer, family: string): Buffer {
  const { flavor, tables } = file.readUInt32BE(0) === WOFF ? fromWoff(file) : fromTrueType(file);
  return written(
    flavor,
    tables.map(({ tag, bytes }) => ({ tag, bytes: tag === NAME ? nameTable(family) : bytes })),
  );
}

interface Font {
  readonly flavor: number;
  readonly tables: readonly FontTable[];
}

const entries = <Entry>(count: number, read: (place: number) => Entry): readonly Entry[] =>
  Array.from({ length: count }, (_, place) => read(place));

const fromWoff = (file: Buffer): Font => ({
  flavor: file.readUInt32BE(4),
  tables: entries(file.readUInt16BE(12), (place) => {
    const at = WOFF_HEAD + place * WOFF_ENTRY;
    const from = file.readUInt32BE(at + 4);
    const packed = file.readUInt32BE(at + 8);
    const raw = file.subarray(from, from + packed);
    const isPacked = packed < file.readUInt32BE(at + 12);
    return { tag: file.readUInt32BE(at), bytes: isPacked ? inflateSync(raw) : raw };
  }),
});

const fromTrueType = (file: Buffer): Font => ({
  flavor: file.readUInt32BE(0),
  tables: entries(file.readUInt16BE(4), (place) => {
    const at = SFNT_HEAD + place * SFNT_ENTRY;
    const from = file.readUInt32BE(at + 8);
    return {
      tag: file.readUInt32BE(at),
      bytes: file.subarray(from, from + file.readUInt32BE(at + 12)),
    };
  }),
});

const padded = (length: number): number => (length + 3) & ~3;

/** Check sums stay zero: nobody who reads the font here looks at them. */
function written(flavor: number, tables: readonly FontTable[]): Buffer {
  const head = SFNT_HEAD + tables.length * SFNT_ENTRY;
  const size = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head);
  const font = Buffer.alloc(size);
  const steps = Math.floor(Math.log2(tables.length));
  font.writeUInt32BE(flavor, 0);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(2 ** steps * SFNT_ENTRY, 6);
  font.writeUInt16BE(steps, 8);
  font.writeUInt16BE((tables.length - 2 ** steps) * SFNT_ENTRY, 10);
  let at = head;
  for (const [place, { tag, bytes }] of tables.entries()) {
    const entry = SFNT_HEAD + place * SFNT_ENTRY;
    font.writeUInt32BE(tag, entry);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(bytes.length, entry + 12);
    font.set(bytes, at);
    at += padded(bytes.length);
  }
  return font;
}

const FAMILY = 1;
const STYLE = 2;
const FULL = 4;
const POSTSCRIPT = 6;
const RECORD = 12;

/** A name table for Windows in English, the one encoding that every reader of fonts knows. */
function nameTable(family: string): Buffer {
  const names: readonly (readonly [id: number, words: string])[] = [
    [FAMILY, family],
    [STYLE, 'Regular'],
    [FULL, family],
    [POSTSCRIPT, family.replaceAll(' ', '-')],
  ];
  const texts = names.map(([id, words]) => ({ id, bytes: Buffer.from(words, 'utf16le').swap16() }));
  const head = Buffer.alloc(6 + texts.length * RECORD);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [place, { id, bytes }] of texts.entries()) {
    for (const [field, value] of [3, 1, 0x409, id, bytes.length, at].entries()) {
      head.writeUInt16BE(value, 6 + place * RECORD + field * 2);
    }
    at += bytes.length;
  }
  return Buffer.concat([head, ...texts.map(({ bytes }) => bytes)]);
}
