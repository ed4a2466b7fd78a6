/**
 * Gathers rows of one person each. Nearly every row of nearly every file is items of one byte between separators; such a
 * row is read in one walk over its bytes without a cell ever becoming text. Any other row goes the careful way.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { AnswerTable, ReadingFault } from './answer-table.ts';
import type { ColumnPlan } from './column-plan.ts';
import { emptyId, notUtf8, raggedRow, repeatedId, tooManyTexts } from './reading-faults.ts';
import { cellText, type RowCursor } from './rows.ts';
import { BLANK, type SymbolTable, symbolOf, symbolOfByte, symbolTable, UNSEEN } from './symbols.ts';

export interface RowStore {
  readonly columns: ColumnPlan;
  readonly table: SymbolTable;
  /** The item of each column of the file, -1 where it is none. */
  readonly itemOf: Int32Array;
  /** How many columns from here on are items one after the other with another column behind. */
  readonly runOf: Int32Array;
  symbols: Uint8Array;
  people: number;
  gaps: boolean;
  readonly ids: string[];
  readonly rowOfId: Map<string, number>;
  readonly labels: ReadonlyMap<string, string[]>;
  /** Rows without any content that may be people, should another person follow them. */
  emptyRows: number[];
  /** People from whom on the row number is the person's place plus a new distance. */
  readonly jumps: { readonly person: number; readonly row: number }[];
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const ROOM = 1.02;
const WASTE = 1.1;

/** `people` is how many are expected; the store grows where there are more. */
export function rowStore(columns: ColumnPlan, people: number): RowStore {
  const itemOf = new Int32Array(columns.names.length).fill(-1);
  columns.items.forEach(({ place }, item) => {
    itemOf[place] = item;
  });
  const runOf = new Int32Array(itemOf.length);
  for (let column = itemOf.length - 2; column >= 0; column -= 1) {
    runOf[column] = at(itemOf, column) < 0 ? 0 : 1 + at(runOf, column + 1);
  }
  return {
    columns,
    table: symbolTable(columns.items.length),
    itemOf,
    runOf,
    symbols: new Uint8Array(Math.ceil(people * ROOM + 16) * columns.items.length),
    people: 0,
    gaps: false,
    ids: [],
    rowOfId: new Map(),
    labels: new Map(columns.kept.map((place) => [at(columns.names, place), []])),
    emptyRows: [],
    jumps: [],
  };
}

/**
 * Takes rows while they are plain, and leaves the cursor at the first that is not. Answers the fault of a text, if any.
 */
export function takePlainRows(cursor: RowCursor, store: RowStore): Result<void, ReadingFault> {
  for (;;) {
    makeRoom(store);
    const next = store.emptyRows.length > 0 ? -1 : plainRow(cursor, store);
    if (next < 0) {
      return success(undefined);
    }
    cursor.position = next;
    cursor.row += 1;
    const taken = takeTexts(cursor, store);
    if (!taken.ok) {
      return taken;
    }
    endPerson(cursor.row, store);
  }
}

/**
 * The place after the row where the cursor stands, its items taken; -1 where the row is not plain, not whole, or has no
 * answer at all.
 */
function plainRow(cursor: RowCursor, store: RowStore): number {
  const { bytes, separator } = cursor;
  const { itemOf, symbols, runOf } = store;
  const { ofByte } = store.table;
  const last = itemOf.length - 1;
  let cell = store.people * store.columns.items.length;
  let place = cursor.position;
  let blanks = 0;
  for (let column = 0; column <= last; column += 1) {
    // Most columns: items one after the other, each one byte and a separator.
    const run = runOf[column] ?? 0;
    let item = itemOf[column] ?? -1;
    if (run > 0) {
      const taken = plainRun(bytes, place, separator, ofByte, symbols, cell, item, item + run);
      cell += taken;
      place += 2 * taken;
      item += taken;
      column += taken;
    }
    if (item < 0) {
      const stop = textEnd(bytes, place, separator);
      cursor.starts[column] = place;
      cursor.ends[column] = stop;
      place = stop;
    } else if ((itemOf[column] ?? -1) >= 0) {
      const found = cellHere(bytes, place, separator, store.table, item);
      if (found < 0) {
        return -1;
      }
      symbols[cell] = found & 255;
      cell += 1;
      blanks += found === BLANK ? 1 : 0;
      place += found >> 8;
    } else {
      column -= 1;
      continue;
    }
    if (column < last) {
      if (place < 0 || bytes[place] !== separator) {
        return -1;
      }
      place += 1;
    }
  }
  const whole = blanks === store.columns.items.length ? -1 : afterLine(bytes, place);
  store.gaps ||= blanks > 0 && whole >= 0;
  return whole;
}

/** How many of the items from here to `end` are one known byte and a separator; their symbols are taken. */
function plainRun(
  bytes: Uint8Array,
  start: number,
  separator: number,
  ofByte: Uint8Array,
  symbols: Uint8Array,
  into: number,
  first: number,
  end: number,
): number {
  // A constant of another file is looked up anew each time; a local one is not.
  const unseen = UNSEEN;
  let place = start;
  for (let item = first; item < end; item += 1) {
    const symbol = ofByte[(item << 8) | (bytes[place] ?? QUOTE)] ?? unseen;
    if (symbol === unseen || bytes[place + 1] !== separator) {
      return item - first;
    }
    symbols[into + item - first] = symbol;
    place += 2;
  }
  return end - first;
}

/** The symbol of a short cell, and 256 times its length; -1 where it must be read with care. */
function cellHere(
  bytes: Uint8Array,
  place: number,
  separator: number,
  { ofByte, ofNa }: SymbolTable,
  item: number,
): number {
  const byte = bytes[place] ?? QUOTE;
  if (byte === separator || byte === LF || byte === CR) {
    return BLANK;
  }
  const symbol = ofByte[(item << 8) | byte] ?? UNSEEN;
  if (symbol !== UNSEEN && isEnd(bytes[place + 1], separator)) {
    return symbol | 256;
  }
  const gap = ofNa[item] ?? UNSEEN;
  const isNa = byte === 0x4e && bytes[place + 1] === 0x41 && isEnd(bytes[place + 2], separator);
  return isNa && gap !== UNSEEN ? gap | 512 : -1;
}

const isEnd = (byte: number | undefined, separator: number): boolean =>
  byte === separator || byte === LF || byte === CR;

/** The place after the line end that stands here; -1 where none does, or where it may go on in the next piece. */
function afterLine(bytes: Uint8Array, place: number): number {
  if (bytes[place] === LF) {
    return place + 1;
  }
  return bytes[place] === CR && bytes[place + 1] === LF ? place + 2 : -1;
}

/** Where a text ends; -1 where it is not whole, or quoted with quotes inside. */
function textEnd(bytes: Uint8Array, start: number, separator: number): number {
  let place = start;
  if (bytes[start] === QUOTE) {
    const close = bytes.indexOf(QUOTE, start + 1);
    return close < 0 || bytes[close + 1] === QUOTE ? -1 : close + 1;
  }
  for (;;) {
    const byte = bytes[place];
    if (byte === separator || byte === LF || byte === CR) {
      return place;
    }
    if (byte === undefined) {
      return -1;
    }
    place += 1;
  }
}

/**
 * Takes the row the cursor has just read, whatever it holds. A row without any content is a person who gave no answer
 * where the file has no ids and another person follows; otherwise it is what spreadsheets leave behind, and passed over.
 */
export function takeRow(cursor: RowCursor, store: RowStore): Result<void, ReadingFault> {
  const { columns, table } = store;
  if (cursor.cells !== columns.names.length) {
    return raggedRow(cursor, columns.names);
  }
  if (isEmpty(cursor)) {
    if (columns.id === undefined) {
      store.emptyRows.push(cursor.row);
    }
    return success(undefined);
  }
  takeEmptyRows(store);
  makeRoom(store);
  const start = store.people * columns.items.length;
  for (let item = 0; item < columns.items.length; item += 1) {
    const column = at(columns.items, item).place;
    const symbol = cellSymbol(cursor, column, table, item);
    if (symbol === undefined) {
      return tooManyTexts(cursor.row, at(columns.names, column));
    }
    if (symbol === NOT_TEXT) {
      return notUtf8(cursor.row, `"${at(columns.names, column)}"`);
    }
    store.gaps ||= symbol === BLANK;
    store.symbols[start + item] = symbol;
  }
  const taken = takeTexts(cursor, store);
  if (taken.ok) {
    endPerson(cursor.row, store);
  }
  return taken;
}

function takeEmptyRows(store: RowStore): void {
  for (const row of store.emptyRows) {
    makeRoom(store);
    const width = store.columns.items.length;
    store.symbols.fill(BLANK, store.people * width, (store.people + 1) * width);
    for (const labels of store.labels.values()) {
      labels.push('');
    }
    store.gaps = true;
    endPerson(row, store);
  }
  store.emptyRows = [];
}

const NOT_TEXT = -1;

/** The symbol of a cell; NOT_TEXT where it is not UTF-8, undefined where the item says too many things. */
function cellSymbol(
  cursor: RowCursor,
  column: number,
  table: SymbolTable,
  item: number,
): number | undefined {
  const start = at(cursor.starts, column);
  const length = at(cursor.ends, column) - start;
  if (length === 0) {
    return BLANK;
  }
  const inner = length === 1 ? start : start + 1;
  const quoted = length === 3 && cursor.bytes[start] === QUOTE && cursor.bytes[start + 2] === QUOTE;
  const short =
    length === 1 || quoted ? symbolOfByte(table, item, at(cursor.bytes, inner)) : undefined;
  if (short !== undefined) {
    return short;
  }
  const text = cellText(cursor, column)?.trim();
  return text === undefined ? NOT_TEXT : text === '' ? BLANK : symbolOf(table, item, text);
}

function takeTexts(cursor: RowCursor, store: RowStore): Result<void, ReadingFault> {
  const { columns } = store;
  for (const place of columns.kept) {
    const name = at(columns.names, place);
    const label = cellText(cursor, place)?.trim();
    if (label === undefined) {
      return notUtf8(cursor.row, `"${name}"`);
    }
    store.labels.get(name)?.push(label === 'NA' ? '' : label);
  }
  if (columns.id === undefined) {
    return success(undefined);
  }
  const name = at(columns.names, columns.id);
  const id = cellText(cursor, columns.id)?.trim();
  if (id === undefined) {
    return notUtf8(cursor.row, `"${name}"`);
  }
  if (id === '') {
    return emptyId(cursor.row, name);
  }
  const earlier = store.rowOfId.get(id);
  if (earlier !== undefined) {
    return repeatedId(cursor.row, name, id, earlier);
  }
  store.rowOfId.set(id, cursor.row);
  store.ids.push(id);
  return success(undefined);
}

function endPerson(row: number, store: RowStore): void {
  const before = store.jumps.at(-1);
  if (before === undefined || row - store.people !== before.row - before.person) {
    store.jumps.push({ person: store.people, row });
  }
  store.people += 1;
}

function makeRoom(store: RowStore): void {
  const width = store.columns.items.length;
  if ((store.people + 1) * width > store.symbols.length) {
    const larger = new Uint8Array(Math.ceil(store.people * 1.5 + 64) * width);
    larger.set(store.symbols);
    store.symbols = larger;
  }
}

function isEmpty(cursor: RowCursor): boolean {
  for (let cell = 0; cell < cursor.cells; cell += 1) {
    if (cursor.starts[cell] !== cursor.ends[cell]) {
      return false;
    }
  }
  return true;
}

/** The people taken, as a table. */
export function tableOf(
  store: RowStore,
  separator: string,
  assumed: readonly string[],
): AnswerTable {
  const { columns, people, jumps } = store;
  const cells = people * columns.items.length;
  return {
    people,
    items: columns.items.map(({ place, pilot }) => ({ name: at(columns.names, place), pilot })),
    symbols:
      store.symbols.length > cells * WASTE
        ? store.symbols.slice(0, cells)
        : store.symbols.subarray(0, cells),
    texts: store.table.texts,
    gaps: store.gaps,
    rowOf: (person) => {
      const before = jumps.findLast((jump) => jump.person <= person);
      return before === undefined ? person : before.row + person - before.person;
    },
    ids: columns.id === undefined ? undefined : store.ids,
    labels: store.labels,
    columns,
    separator,
    assumed,
  };
}
