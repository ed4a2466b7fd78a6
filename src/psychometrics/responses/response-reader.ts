/**
 * Reads a file of answers piece by piece, so that a file larger than memory needs no more of it than its answers do: a
 * header, then one row for each person, or one row for each answer. Keeps one byte a cell and the piece at hand.
 * All or nothing: the first fault ends the reading, and says where it is and how to mend it.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { AnswerTable, ReadingFault } from './answer-table.ts';
import {
  type LongColumns,
  planColumns,
  planLong,
  type Sample,
  type Wanted,
} from './column-plan.ts';
import { joined, pieceDecoder } from './encoding.ts';
import { type LongStore, longStore, tableOfAnswers, takeAnswer } from './long-rows.ts';
import { brokenQuote, notUtf8 } from './reading-faults.ts';
import {
  cellText,
  nextRow,
  type RowCursor,
  rowCursor,
  type Separator,
  separatorOf,
} from './rows.ts';
import { type RowStore, rowStore, tableOf, takePlainRows, takeRow } from './wide-rows.ts';

export interface ResponseReader {
  /** Takes the next piece. After a fault every further call answers the same fault. */
  readonly push: (piece: Uint8Array) => Result<void, ReadingFault>;
  /** The table, once every piece has been taken. */
  readonly end: () => Result<AnswerTable, ReadingFault>;
}

/** What is looked at before the columns are planned. */
const ENOUGH_TO_PLAN = 1 << 16;
const SAMPLED_ROWS = 60;
/** In bytes; a row that goes on for longer has a quotation mark that nobody closed. */
const LONGEST_ROW = 1 << 24;

interface Reading {
  readonly separator: Separator;
  readonly cursor: RowCursor;
  readonly store: RowStore | undefined;
  readonly long: LongStore | undefined;
  readonly assumed: readonly string[];
}

/** `size` is the length of the file in bytes where it is known; it saves memory while reading. */
export function responseReader(wanted: Wanted, size?: number): ResponseReader {
  const decoder = pieceDecoder();
  let held: Uint8Array = new Uint8Array(0);
  let reading: Reading | undefined;
  let fault: Result<never, ReadingFault> | undefined;

  const take = (piece: Uint8Array, final: boolean): Result<void, ReadingFault> => {
    const decoded = decoder.next(piece, final);
    if (!decoded.ok) {
      return decoded;
    }
    const bytes = held.length === 0 ? decoded.value : joined(held, decoded.value);
    held = bytes;
    if (reading === undefined) {
      if (!final && !enoughToPlan(bytes)) {
        held = bytes.slice();
        return success(undefined);
      }
      const begun = begin(bytes, wanted, final, size);
      if (!begun.ok) {
        return begun;
      }
      reading = begun.value;
    } else {
      reading.cursor.bytes = bytes;
      reading.cursor.position = 0;
      reading.cursor.final = final;
    }
    const rows = takeRows(reading);
    if (rows.ok && bytes.length - reading.cursor.position > LONGEST_ROW) {
      return endlessRow(reading.cursor);
    }
    held = bytes.slice(reading.cursor.position);
    return rows;
  };
  const kept = (result: Result<void, ReadingFault>): Result<void, ReadingFault> => {
    fault = result.ok ? undefined : result;
    return result;
  };
  return {
    push: (piece) => fault ?? kept(take(piece, false)),
    end() {
      const last = fault ?? kept(take(new Uint8Array(0), true));
      if (!last.ok) {
        return last;
      }
      return reading === undefined
        ? refuse('empty-file', 'The file is empty: 0 bytes.')
        : finished(reading, wanted);
    },
  };
}

/** Whether the header is whole and some rows follow it, as far as they may be waited for. */
const enoughToPlan = (bytes: Uint8Array): boolean =>
  bytes.length > LONGEST_ROW ||
  (bytes.length >= ENOUGH_TO_PLAN &&
    nextRow(rowCursor(bytes, separatorOf(bytes).byte, false)) !== 'more');

function begin(
  bytes: Uint8Array,
  wanted: Wanted,
  final: boolean,
  size: number | undefined,
): Result<Reading, ReadingFault> {
  const separator = separatorOf(bytes);
  const cursor = rowCursor(bytes, separator.byte, final);
  const header = readHeader(cursor);
  if (!header.ok) {
    return header;
  }
  const names = header.value;
  const sample = sampleOf(cursor);
  const long = planLong(names, wanted, sample);
  if (!long.ok) {
    return long;
  }
  if (long.value !== undefined) {
    return beginLong(cursor, separator, names, long.value, wanted);
  }
  const columns = planColumns(names, wanted, separator.name, sample);
  if (!columns.ok) {
    return columns;
  }
  const { itemsAssumed, items } = columns.value;
  const shown = [at(items, 0), at(items, items.length - 1)].map(({ place }) => at(names, place));
  return success({
    separator,
    cursor,
    store: rowStore(columns.value, peopleIn(bytes, cursor.position, final, size)),
    long: undefined,
    assumed: itemsAssumed
      ? [
          `The items are taken to be the ${items.length} columns from "${shown[0]}" to "${shown[1]}", recognized by their names and answers. Name them with --items.`,
        ]
      : [],
  });
}

function beginLong(
  cursor: RowCursor,
  separator: Separator,
  names: readonly string[],
  columns: LongColumns,
  wanted: Wanted,
): Result<Reading, ReadingFault> {
  const kept: number[] = [];
  for (const wish of wanted.keep) {
    const place = names.findIndex((name) => name.toLowerCase() === wish.toLowerCase());
    if (place < 0) {
      return refuse(
        'unknown-column',
        `The file has no column "${wish}". Its columns: ${names.join(', ')}.`,
      );
    }
    kept.push(place);
  }
  const [id, item, response] = [columns.id, columns.item, columns.response].map((place) =>
    at(names, place),
  );
  return success({
    separator,
    cursor,
    store: undefined,
    long: longStore(names, columns, kept),
    assumed:
      wanted.long === undefined
        ? [
            `Each row is taken to be one answer: who in column "${id}", which item in "${item}", what in "${response}". An item without a row was not put before the person.`,
          ]
        : [],
  });
}

function endlessRow(cursor: RowCursor): Result<never, ReadingFault> {
  cursor.final = true;
  const outcome = nextRow(cursor);
  return outcome === 'open-quote' || outcome === 'after-quote'
    ? brokenQuote(cursor, outcome)
    : refuse('ragged-row', `Row ${cursor.row} is longer than 16 MB: it is no row of answers.`);
}

/** Enough rows to tell how long a row is. */
const ENOUGH_TO_COUNT = 1 << 18;

/** An estimate from the length of the first rows; exact where few bytes go to the end. */
function peopleIn(
  bytes: Uint8Array,
  from: number,
  final: boolean,
  size: number | undefined,
): number {
  const counted = bytes.subarray(from, from + ENOUGH_TO_COUNT);
  let lines = 1;
  for (const end of [0x0a, 0x0d]) {
    for (let place = counted.indexOf(end); place >= 0; lines += 1) {
      place = counted.indexOf(end, place + 1);
    }
    if (lines > 1) {
      break;
    }
  }
  const whole = final || size === undefined ? bytes.length : Math.max(size, bytes.length);
  return Math.ceil((lines * (whole - from)) / Math.max(1, counted.length));
}

function readHeader(cursor: RowCursor): Result<readonly string[], ReadingFault> {
  const outcome = nextRow(cursor);
  if (outcome === 'end') {
    return refuse('empty-file', 'The file is empty: it holds blank lines only.');
  }
  if (outcome === 'more') {
    return refuse('not-text', 'The first line of the file does not end: it is no header.');
  }
  if (outcome !== 'row') {
    return brokenQuote(cursor, outcome);
  }
  const names: string[] = [];
  for (let cell = 0; cell < cursor.cells; cell += 1) {
    const name = cellText(cursor, cell)?.trim();
    if (name === undefined) {
      return notUtf8(cursor.row, `${cell + 1}`);
    }
    const earlier = names.indexOf(name);
    if (name !== '' && earlier >= 0) {
      return refuse(
        'repeated-column',
        `Row ${cursor.row}: columns ${earlier + 1} and ${cell + 1} are both named "${name}". Give each column its own name.`,
      );
    }
    names.push(name === '' ? `(column ${cell + 1})` : name);
  }
  return success(names);
}

/** The first cells of each column, read apart so that the reading itself does not move, and only where they are asked for. */
function sampleOf({ bytes, separator, position }: RowCursor): Sample {
  let rows: readonly (readonly string[])[] | undefined;
  return (place) => {
    rows ??= firstRows(bytes, separator, position);
    return rows.map((cells) => cells[place] ?? '');
  };
}

function firstRows(
  bytes: Uint8Array,
  separator: number,
  position: number,
): readonly (readonly string[])[] {
  const cursor = rowCursor(bytes, separator, false);
  cursor.position = position;
  const rows: string[][] = [];
  while (rows.length < SAMPLED_ROWS && nextRow(cursor) === 'row') {
    rows.push(
      Array.from({ length: cursor.cells }, (_, cell) => cellText(cursor, cell)?.trim() ?? ''),
    );
  }
  return rows;
}

function takeRows({ cursor, store, long }: Reading): Result<void, ReadingFault> {
  for (;;) {
    if (store !== undefined) {
      const plain = takePlainRows(cursor, store);
      if (!plain.ok) {
        return plain;
      }
    }
    const outcome = nextRow(cursor);
    if (outcome === 'end' || outcome === 'more') {
      return success(undefined);
    }
    if (outcome !== 'row') {
      return brokenQuote(cursor, outcome);
    }
    const taken =
      store !== undefined
        ? takeRow(cursor, store)
        : long === undefined
          ? success(undefined)
          : takeAnswer(cursor, long);
    if (!taken.ok) {
      return taken;
    }
  }
}

function finished(reading: Reading, wanted: Wanted): Result<AnswerTable, ReadingFault> {
  const { store, long, separator, assumed } = reading;
  if ((store?.people ?? long?.people.size ?? 0) === 0) {
    return refuse(
      'no-people',
      'The file has a header in row 1 but no rows of people below it. Add one row for each person.',
    );
  }
  if (store !== undefined) {
    return success(tableOf(store, separator.name, assumed));
  }
  return long === undefined
    ? refuse('no-people', 'The file has no rows.')
    : tableOfAnswers(long, wanted, separator.name, assumed);
}
