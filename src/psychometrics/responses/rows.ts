/**
 * Splits a delimited text file into rows and cells (RFC 4180, with comma, semicolon, tab or bar), without
 * copying it: a row is a list of places in the bytes. Line ends may be LF, CRLF or CR; a quoted cell may
 * hold separators, line ends and doubled quotes. Rows are numbered as a spreadsheet shows them: the
 * header is row 1 unless blank lines come first, and a blank line counts as a row.
 *
 * The bytes may be a piece of a file: where the piece ends inside a row, the answer is 'more' and the reader stands where
 * that row began.
 */
import { at } from '../../kernel/result/at.ts';
import { utf8Text } from './encoding.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const DELETE = 0x7f;
const SEPARATORS = [
  { byte: 0x2c, name: 'comma' },
  { byte: 0x3b, name: 'semicolon' },
  { byte: 0x09, name: 'tab' },
  { byte: 0x7c, name: 'vertical bar' },
] as const;

export interface Separator {
  readonly byte: number;
  readonly name: string;
}

/** Where the reader stands, and the places of the cells of the row just read. Reused from row to row. */
export interface RowCursor {
  bytes: Uint8Array;
  readonly separator: number;
  /** Whether the bytes go to the end of the file. */
  final: boolean;
  position: number;
  row: number;
  cells: number;
  starts: Int32Array;
  ends: Int32Array;
}

/** The separator that occurs most often in the first line that is not blank, outside quotes. */
export function separatorOf(bytes: Uint8Array): Separator {
  const seen = SEPARATORS.map(() => 0);
  let quoted = false;
  let content = false;
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = at(bytes, place);
    if (byte === QUOTE) {
      quoted = !quoted;
    }
    if (!quoted && (byte === LF || byte === CR)) {
      if (content) {
        break;
      }
      continue;
    }
    content ||= byte !== SPACE;
    const which = quoted ? -1 : SEPARATORS.findIndex((separator) => separator.byte === byte);
    if (which >= 0) {
      seen[which] = at(seen, which) + 1;
    }
  }
  return at(SEPARATORS, seen.indexOf(Math.max(...seen)));
}

export function rowCursor(bytes: Uint8Array, separator: number, final = true): RowCursor {
  const room = 64;
  return {
    bytes,
    separator,
    final,
    position: 0,
    row: 0,
    cells: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
  };
}

/** Reads the next row that is not blank. 'open-quote' and 'after-quote' name a quoted cell gone wrong. */
export function nextRow(cursor: RowCursor): 'row' | 'end' | 'more' | 'open-quote' | 'after-quote' {
  for (;;) {
    if (cursor.position >= cursor.bytes.length) {
      return cursor.final ? 'end' : 'more';
    }
    cursor.row += 1;
    cursor.cells = 0;
    const outcome = oneRow(cursor);
    if (outcome === 'more') {
      cursor.row -= 1;
    }
    if (outcome !== 'row') {
      return outcome;
    }
    if (!isBlank(cursor)) {
      return 'row';
    }
  }
}

/** A row without content: nothing at all, or one cell of spaces. Separators alone are content: cells. */
function isBlank(cursor: RowCursor): boolean {
  if (cursor.cells > 1) {
    return false;
  }
  const [from, to] = trimmed(cursor, 0);
  return from === to && cursor.bytes[from - 1] !== QUOTE;
}

function oneRow(cursor: RowCursor): 'row' | 'more' | 'open-quote' | 'after-quote' {
  const { bytes, separator, final } = cursor;
  const { length } = bytes;
  let place = cursor.position;
  for (;;) {
    const start = place;
    // Indexed without `at`, which would be asked here for every kind of list and so be slow.
    let byte = place < length ? bytes[place] : LF;
    if (byte === QUOTE) {
      place = closingQuote(bytes, place);
      if (!final && (place < 0 || place >= length)) {
        return 'more';
      }
      if (place < 0) {
        return 'open-quote';
      }
      byte = place < length ? bytes[place] : LF;
      if (byte !== separator && byte !== LF && byte !== CR) {
        addCell(cursor, start, place);
        return 'after-quote';
      }
    }
    while (byte !== separator && byte !== LF && byte !== CR) {
      place += 1;
      byte = place < length ? bytes[place] : LF;
    }
    // A carriage return at the very end of a piece may be half of a line end.
    if (!final && (place >= length || (byte === CR && place + 1 >= length))) {
      return 'more';
    }
    addCell(cursor, start, place);
    place += 1;
    if (byte !== separator) {
      cursor.position = byte === CR && bytes[place] === LF ? place + 1 : place;
      return 'row';
    }
  }
}

/** The place after the quote that closes the cell, spaces behind it skipped; -1 where none does. */
function closingQuote(bytes: Uint8Array, open: number): number {
  let place = open + 1;
  for (;;) {
    place = bytes.indexOf(QUOTE, place);
    if (place < 0) {
      return -1;
    }
    if (bytes[place + 1] !== QUOTE) {
      place += 1;
      while (bytes[place] === SPACE) {
        place += 1;
      }
      return place;
    }
    place += 2;
  }
}

function addCell(cursor: RowCursor, start: number, end: number): void {
  if (cursor.cells === cursor.starts.length) {
    cursor.starts = grown(cursor.starts);
    cursor.ends = grown(cursor.ends);
  }
  cursor.starts[cursor.cells] = start;
  cursor.ends[cursor.cells] = end;
  cursor.cells += 1;
}

function grown(list: Int32Array): Int32Array {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** The places of a cell's content: without the spaces around it, and without its quotes. */
function trimmed(cursor: RowCursor, cell: number): readonly [number, number] {
  const { bytes } = cursor;
  let from = at(cursor.starts, cell);
  let to = at(cursor.ends, cell);
  while (from < to && bytes[from] === SPACE) {
    from += 1;
  }
  while (to > from && bytes[to - 1] === SPACE) {
    to -= 1;
  }
  return bytes[from] === QUOTE && to - from >= 2 ? [from + 1, to - 1] : [from, to];
}

/** A cell's text, or undefined where its bytes are not UTF-8. */
export function cellText(cursor: RowCursor, cell: number): string | undefined {
  const start = at(cursor.starts, cell);
  const byte = cursor.bytes[start] ?? SPACE;
  // Most cells that are read as text, such as a group of a million people, are one plain character.
  if (cursor.ends[cell] === start + 1 && byte > SPACE && byte < DELETE) {
    return String.fromCharCode(byte);
  }
  const [from, to] = trimmed(cursor, cell);
  const text = utf8Text(cursor.bytes, from, to);
  return cursor.bytes[from - 1] === QUOTE ? text?.replaceAll('""', '"') : text;
}
