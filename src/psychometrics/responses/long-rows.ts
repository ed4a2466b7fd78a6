/**
 * Gathers rows of one answer each: who, which item, what. The table that comes out does not depend on the order of the
 * rows: people and items are put in natural order of their names (item2 before item10). An item a person has no row for was
 * not put before that person; an item with an empty cell was.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { AnswerTable, ReadingFault } from './answer-table.ts';
import type { LongColumns, Wanted } from './column-plan.ts';
import { planItems } from './column-plan.ts';
import { emptyId, notUtf8, raggedRow, tooManyTexts } from './reading-faults.ts';
import { cellText, type RowCursor } from './rows.ts';
import { BLANK, NO_ROW, symbolOf } from './symbols.ts';

export interface LongStore {
  readonly names: readonly string[];
  readonly columns: LongColumns;
  readonly kept: readonly number[];
  readonly people: Map<string, number>;
  readonly items: Map<string, number>;
  readonly rows: number[];
  readonly labels: string[][];
  readonly labelRows: number[][];
  readonly texts: (string | undefined)[][];
  readonly byText: Map<string, number>[];
  /** Person, item and symbol of each answer, and its row. */
  readonly answers: Growing;
}

interface Growing {
  cells: Int32Array;
  length: number;
}

const FIELDS = 4;

export function longStore(
  names: readonly string[],
  columns: LongColumns,
  kept: readonly number[],
): LongStore {
  return {
    names,
    columns,
    kept,
    people: new Map(),
    items: new Map(),
    rows: [],
    labels: kept.map(() => []),
    labelRows: kept.map(() => []),
    texts: [],
    byText: [],
    answers: { cells: new Int32Array(FIELDS * 1024), length: 0 },
  };
}

/** Takes the row the cursor has just read. */
export function takeAnswer(cursor: RowCursor, store: LongStore): Result<void, ReadingFault> {
  const { columns, names } = store;
  if (cursor.cells !== names.length) {
    return raggedRow(cursor, names);
  }
  const texts: string[] = [];
  for (const place of [columns.id, columns.item, columns.response]) {
    const text = cellText(cursor, place)?.trim();
    if (text === undefined) {
      return notUtf8(cursor.row, `"${at(names, place)}"`);
    }
    texts.push(text);
  }
  const [id = '', item = '', response = ''] = texts;
  if (id === '') {
    return emptyId(cursor.row, at(names, columns.id));
  }
  if (item === '') {
    return refuse(
      'missing-id',
      `Row ${cursor.row}, column "${at(names, columns.item)}": the item has no name. Fill it in.`,
    );
  }
  const place = placeOf(store.items, item, () => {
    store.texts.push([]);
    store.byText.push(new Map());
  });
  const person = placeOf(store.people, id, () => {
    store.rows.push(cursor.row);
  });
  const symbol = response === '' ? BLANK : symbolOf(store, place, response);
  if (symbol === undefined) {
    return tooManyTexts(cursor.row, at(names, columns.response));
  }
  put(store.answers, [person, place, symbol, cursor.row]);
  return takeLabels(cursor, store, person, id);
}

function placeOf(known: Map<string, number>, name: string, begin: () => void): number {
  const place = known.get(name);
  if (place !== undefined) {
    return place;
  }
  known.set(name, known.size);
  begin();
  return known.size - 1;
}

function put(answers: Growing, fields: readonly number[]): void {
  if (answers.length + FIELDS > answers.cells.length) {
    const larger = new Int32Array(answers.cells.length * 2);
    larger.set(answers.cells);
    answers.cells = larger;
  }
  answers.cells.set(fields, answers.length);
  answers.length += FIELDS;
}

/** A person's label is the first that is not empty; another one later is a fault of the file. */
function takeLabels(
  cursor: RowCursor,
  store: LongStore,
  person: number,
  id: string,
): Result<void, ReadingFault> {
  for (const [index, place] of store.kept.entries()) {
    const name = at(store.names, place);
    const text = cellText(cursor, place)?.trim();
    if (text === undefined) {
      return notUtf8(cursor.row, `"${name}"`);
    }
    const label = text === 'NA' ? '' : text;
    const labels = at(store.labels, index);
    const rows = at(store.labelRows, index);
    const before = labels[person] ?? '';
    if (label !== '' && before !== '' && label !== before) {
      return refuse(
        'changing-label',
        `Row ${cursor.row}, column "${name}": "${label}" for the person "${id}", of whom row ${rows[person]} says "${before}". Make them agree.`,
      );
    }
    if (before === '') {
      labels[person] = label;
      rows[person] = cursor.row;
    }
  }
  return success(undefined);
}

/** The answers taken, as a table of people by items. */
export function tableOfAnswers(
  store: LongStore,
  wanted: Wanted,
  separator: string,
  assumed: readonly string[],
): Result<AnswerTable, ReadingFault> {
  const itemNames = [...store.items.keys()].sort(naturally);
  const chosen = planItems(itemNames, wanted);
  if (!chosen.ok) {
    return chosen;
  }
  const people = [...store.people.keys()].sort(naturally);
  const order = people.map((id) => store.people.get(id) ?? 0);
  const items = chosen.value.map(({ place, pilot }) => ({ name: at(itemNames, place), pilot }));
  const cells = placed(
    store,
    order,
    items.map(({ name }) => store.items.get(name) ?? 0),
  );
  if (!cells.ok) {
    return cells;
  }
  const labels = store.kept.map((place, index): [string, readonly string[]] => [
    at(store.names, place),
    order.map((person) => store.labels[index]?.[person] ?? ''),
  ]);
  return success({
    people: people.length,
    items,
    symbols: cells.value,
    texts: items.map(({ name }) => at(store.texts, store.items.get(name) ?? 0)),
    gaps: cells.value.some((symbol) => symbol >= NO_ROW),
    rowOf: (person) => at(store.rows, at(order, person)),
    ids: people,
    labels: new Map(labels),
    columns: {
      names: store.names,
      id: store.columns.id,
      items: chosen.value,
      kept: store.kept,
      itemsAssumed: wanted.items === undefined,
    },
    separator,
    assumed,
  });
}

function placed(
  store: LongStore,
  people: readonly number[],
  items: readonly number[],
): Result<Uint8Array, ReadingFault> {
  const width = items.length;
  const personAt = Int32Array.from({ length: people.length }, () => 0);
  people.forEach((person, place) => {
    personAt[person] = place;
  });
  const itemAt = new Int32Array(store.items.size).fill(-1);
  items.forEach((item, place) => {
    itemAt[item] = place;
  });
  const symbols = new Uint8Array(people.length * width).fill(NO_ROW);
  const { cells, length } = store.answers;
  for (let start = 0; start < length; start += FIELDS) {
    const person = cells[start] ?? 0;
    const item = itemAt[cells[start + 1] ?? 0] ?? -1;
    if (item < 0) {
      continue;
    }
    const cell = (personAt[person] ?? 0) * width + item;
    if (symbols[cell] !== NO_ROW) {
      return repeatedAnswer(store, start);
    }
    symbols[cell] = cells[start + 2] ?? BLANK;
  }
  return success(symbols);
}

function repeatedAnswer(
  { answers, people, items }: LongStore,
  start: number,
): Result<never, ReadingFault> {
  const [person, item, , row] = answers.cells.subarray(start, start + FIELDS);
  const nameOf = (known: ReadonlyMap<string, number>, place: number | undefined): string =>
    [...known.keys()][place ?? 0] ?? '';
  return refuse(
    'repeated-answer',
    `Row ${row}: the person "${nameOf(people, person)}" answers the item "${nameOf(items, item)}" a second time. Keep one row for each answer.`,
  );
}

/** Natural order: stretches of digits by their number, everything else by its characters. */
export function naturally(one: string, other: string): number {
  const [a, b] = [pieces(one), pieces(other)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [x, y] = [at(a, index), at(b, index)];
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    const gap = numbers ? Number(x) - Number(y) : 0;
    if (gap !== 0) {
      return gap;
    }
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return a.length - b.length;
}

const pieces = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];
