/**
 * Reads a file of scored responses (a header, then one row a person; items as 1 for right and 0 for
 * wrong) into persons by items. All or nothing: a file with a fault is refused with the row, the column,
 * what is there and how to mend it. Ids are text, so that leading zeros stay.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { codeTable, type DeclaredCodes, decideBlanks, readAnswer, UNKNOWN } from './answers.ts';
import { type ColumnPlan, planColumns, type Wanted } from './column-plan.ts';
import { readableBytes } from './encoding.ts';
import type { ResponseMatrix } from './matrix.ts';
import { cellText, nextRow, type RowCursor, rowCursor, separatorOf } from './rows.ts';

export interface ReadingPlan extends Wanted {
  readonly codes: DeclaredCodes;
}

export interface Responses {
  readonly matrix: ResponseMatrix;
  /** As written in the file, or undefined where the file has no column of ids. */
  readonly ids: readonly string[] | undefined;
  /** What each kept column says of each person; an empty text where it says nothing. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Row numbers of people without a single scored answer: kept in order, left out of every number. */
  readonly withoutAnswers: readonly number[];
  readonly columns: ColumnPlan;
  readonly separator: string;
}

export type ReadingFault =
  | 'empty-file'
  | 'not-text'
  | 'no-people'
  | 'ragged-row'
  | 'open-quote'
  | 'repeated-column'
  | 'unknown-column'
  | 'no-items'
  | 'unknown-code'
  | 'clashing-codes'
  | 'repeated-id'
  | 'missing-id';

const SHOWN_CELLS = 5;

export function readResponses(
  file: Uint8Array,
  plan: ReadingPlan,
): Result<Responses, ReadingFault> {
  const bytes = readableBytes(file);
  if (!bytes.ok) {
    return bytes;
  }
  const codes = codeTable(plan.codes);
  if (!codes.ok) {
    return codes;
  }
  const separator = separatorOf(bytes.value);
  const cursor = rowCursor(bytes.value, separator.byte);
  const header = readHeader(cursor);
  if (!header.ok) {
    return header;
  }
  const columns = planColumns(header.value, plan, separator.name);
  if (!columns.ok) {
    return columns;
  }
  const people = readPeople(cursor, columns.value, codes.value);
  return people.ok
    ? success({ ...people.value, columns: columns.value, separator: separator.name })
    : people;
}

function readHeader(cursor: RowCursor): Result<readonly string[], ReadingFault> {
  const outcome = nextRow(cursor);
  if (outcome === 'end') {
    return refuse('empty-file', 'The file is empty: it holds blank lines only.');
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

type People = Omit<Responses, 'columns' | 'separator'>;

function readPeople(
  cursor: RowCursor,
  columns: ColumnPlan,
  declared: ReadonlyMap<string, number>,
): Result<People, ReadingFault> {
  const store = emptyStore(cursor, columns);
  for (;;) {
    const outcome = nextRow(cursor);
    if (outcome === 'end') {
      break;
    }
    if (outcome !== 'row') {
      return brokenQuote(cursor, outcome);
    }
    if (cursor.cells !== columns.names.length) {
      return raggedRow(cursor, columns.names);
    }
    if (isEmpty(cursor)) {
      continue;
    }
    const taken = takeTexts(cursor, columns, store);
    if (!taken.ok) {
      return taken;
    }
    takeAnswers(cursor, columns, declared, store);
    store.people += 1;
  }
  if (store.unknown.length > 0) {
    return refuse('unknown-code', unknownCodes(store));
  }
  if (store.people === 0) {
    return refuse('no-people', 'The file has a header but no rows of people below it.');
  }
  return success(finished(store, columns));
}

interface Store {
  codes: Uint8Array;
  people: number;
  readonly ids: string[];
  readonly rowOfId: Map<string, number>;
  readonly labels: ReadonlyMap<string, string[]>;
  readonly withoutAnswers: number[];
  readonly unknown: string[];
  unknownCells: number;
}

/** Room for as many people as the file has line ends, which is never too few. */
function emptyStore(cursor: RowCursor, columns: ColumnPlan): Store {
  let lines = 1;
  for (const end of [0x0a, 0x0d]) {
    for (let place = cursor.bytes.indexOf(end); place >= 0; lines += 1) {
      place = cursor.bytes.indexOf(end, place + 1);
    }
  }
  return {
    codes: new Uint8Array(lines * columns.items.length),
    people: 0,
    ids: [],
    rowOfId: new Map(),
    labels: new Map(columns.kept.map((place) => [at(columns.names, place), []])),
    withoutAnswers: [],
    unknown: [],
    unknownCells: 0,
  };
}

function takeTexts(
  cursor: RowCursor,
  columns: ColumnPlan,
  store: Store,
): Result<void, ReadingFault> {
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
    return refuse(
      'missing-id',
      `Row ${cursor.row}, column "${name}": the id is empty. Fill it in, or name another column with --id.`,
    );
  }
  const earlier = store.rowOfId.get(id);
  if (earlier !== undefined) {
    return refuse(
      'repeated-id',
      `Row ${cursor.row}, column "${name}": the id "${id}" is already in row ${earlier}. Keep one row for each person, or name another column with --id.`,
    );
  }
  store.rowOfId.set(id, cursor.row);
  store.ids.push(id);
  return success(undefined);
}

function takeAnswers(
  cursor: RowCursor,
  columns: ColumnPlan,
  declared: ReadonlyMap<string, number>,
  store: Store,
): void {
  const width = columns.items.length;
  const start = store.people * width;
  for (let item = 0; item < width; item += 1) {
    const place = columns.items[item]?.place ?? 0;
    const code = readAnswer(cursor, place, declared);
    store.codes[start + item] = code;
    if (code === UNKNOWN) {
      store.unknownCells += 1;
      if (store.unknown.length < SHOWN_CELLS) {
        const text = cellText(cursor, place) ?? 'bytes that are not UTF-8';
        store.unknown.push(
          `row ${cursor.row}, column "${at(columns.names, place)}" holds "${text.slice(0, 40)}"`,
        );
      }
    }
  }
  const answered = decideBlanks(store.codes.subarray(start, start + width), columns.items);
  if (!answered) {
    store.withoutAnswers.push(cursor.row);
  }
}

/** People without answers stay in the order of the file up to here; from here on they are left out. */
function finished(store: Store, columns: ColumnPlan): People {
  const width = columns.items.length;
  const codes = store.codes.slice(0, store.people * width);
  const items = columns.items.map(({ place, pilot }) => ({
    name: at(columns.names, place),
    pilot,
  }));
  return {
    matrix: { people: store.people, items, codes },
    ids: columns.id === undefined ? undefined : store.ids,
    labels: store.labels,
    withoutAnswers: store.withoutAnswers,
  };
}

function isEmpty(cursor: RowCursor): boolean {
  for (let cell = 0; cell < cursor.cells; cell += 1) {
    if (cursor.starts[cell] !== cursor.ends[cell]) {
      return false;
    }
  }
  return true;
}

function unknownCodes({ unknown, unknownCells }: Store): string {
  const [first = '', ...others] = unknown;
  const rest = unknownCells - unknown.length;
  const also = others.length === 0 ? '' : ` Also ${others.join('; ')}.`;
  const more = rest === 0 ? '' : ` And ${rest} more cells.`;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}, which is neither 1 (right), 0 (wrong) nor blank.${also}${more} Score the answers first, declare the code with --omitted, --not-reached, --not-administered or --invalid, or leave the column out with --items.`;
}

function raggedRow(cursor: RowCursor, names: readonly string[]): Result<never, 'ragged-row'> {
  const { cells, row } = cursor;
  const short = cells < names.length;
  const where = short
    ? `nothing stands under column "${at(names, cells)}" and after`
    : `the cells after column "${at(names, names.length - 1)}" have no column`;
  const mend = short
    ? 'Add the missing separators'
    : 'Put a cell that holds a separator in quotes, or take the extra cells out';
  return refuse(
    'ragged-row',
    `Row ${row} has ${cells} cells; the header has ${names.length}: ${where}. ${mend}.`,
  );
}

function brokenQuote(
  cursor: RowCursor,
  outcome: 'open-quote' | 'after-quote',
): Result<never, 'open-quote'> {
  const cell = outcome === 'open-quote' ? cursor.cells + 1 : cursor.cells;
  const what =
    outcome === 'open-quote'
      ? 'a quotation mark opens here and is never closed'
      : 'there is text after the closing quotation mark';
  return refuse(
    'open-quote',
    `Row ${cursor.row}, column ${cell}: ${what}. Close the quotation, and write a quotation mark inside a cell twice.`,
  );
}

const notUtf8 = (row: number, column: string): Result<never, 'not-text'> =>
  refuse(
    'not-text',
    `Row ${row}, column ${column}: the text is not UTF-8. Save the sheet as "CSV UTF-8" and try again.`,
  );
