/**
 * Reads the key of an exam: which answer of which item is right. Three forms are understood: rows of item and key (with or
 * without a header, in any order, with a third column "domain" if wanted); a header of item names and one row of keys; or
 * one row of keys alone, in the order of the items. Two answers that are both right are written "A|C".
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readableText } from './encoding.ts';
import { cellText, nextRow, rowCursor, separatorOf } from './rows.ts';

export interface AnswerKey {
  /** Of each item, the answers that are right. */
  readonly entries: readonly KeyEntry[];
  /** False where the entries have no names and stand for the items in their order. */
  readonly named: boolean;
}

export interface KeyEntry {
  readonly item: string;
  readonly key: string;
  readonly domain: string | undefined;
  /** Where the key stands, for messages: "row 3". */
  readonly where: string;
}

export type KeyFault = 'bad-key' | 'empty-file' | 'not-text' | 'open-quote';

const ITEM_HEADER = /^(?:id|item|question|name)(?:[ _.-]?(?:id|name|number|no))?$/i;
const KEY_HEADER = /^(?:key|answer|correct|right|solution)(?:[ _.-]?(?:key|answer|option))?$/i;
const DOMAIN_HEADER = /^(?:domain|section|content|area|subscale)$/i;

export function readKey(file: Uint8Array): Result<AnswerKey, KeyFault> {
  const rows = rowsOf(file);
  if (!rows.ok) {
    return rows;
  }
  const [first, second] = rows.value;
  if (first === undefined) {
    return refuse('empty-file', 'The key file is empty: it holds blank lines only.');
  }
  const entries =
    second === undefined
      ? first.cells.map((key, place) =>
          entry('', key, undefined, `row ${first.row}, place ${place + 1}`),
        )
      : rows.value.length === 2 && first.cells.length > 2 && !hasKeyHeader(first.cells)
        ? acrossRow(first.cells, second)
        : downRows(rows.value);
  const named = second !== undefined;
  const fault = faultOf(entries, named);
  return fault === undefined ? success({ entries, named }) : refuse('bad-key', fault);
}

interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

function rowsOf(file: Uint8Array): Result<readonly Row[], KeyFault> {
  const bytes = readableText(file);
  if (!bytes.ok) {
    return bytes;
  }
  const cursor = rowCursor(bytes.value, separatorOf(bytes.value).byte);
  const rows: Row[] = [];
  for (;;) {
    const outcome = nextRow(cursor);
    if (outcome === 'end' || outcome === 'more') {
      return success(rows);
    }
    if (outcome !== 'row') {
      return refuse(
        'open-quote',
        `The key file, row ${cursor.row}: a quotation mark is not closed.`,
      );
    }
    const cells = Array.from({ length: cursor.cells }, (_, cell) => cellText(cursor, cell)?.trim());
    if (cells.includes(undefined)) {
      return refuse('not-text', `The key file, row ${cursor.row}: the text is not UTF-8.`);
    }
    rows.push({ row: cursor.row, cells: cells.map((cell) => cell ?? '') });
  }
}

const entry = (item: string, key: string, domain: string | undefined, where: string): KeyEntry => ({
  item,
  key,
  domain: domain === '' ? undefined : domain,
  where,
});

const hasKeyHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => KEY_HEADER.test(cell)) && cells.some((cell) => ITEM_HEADER.test(cell));

/** A header of item names over one row of keys; a first cell "key" or "item" names the row, not an item. */
function acrossRow(names: readonly string[], { row, cells }: Row): readonly KeyEntry[] {
  const from = KEY_HEADER.test(cells[0] ?? '') || ITEM_HEADER.test(names[0] ?? '') ? 1 : 0;
  return names
    .map((name, place) =>
      entry(name, cells[place] ?? '', undefined, `row ${row}, column "${name}"`),
    )
    .slice(from);
}

function downRows(rows: readonly Row[]): readonly KeyEntry[] {
  const [header] = rows;
  const titled = header !== undefined && hasKeyHeader(header.cells);
  const find = (pattern: RegExp, otherwise: number): number =>
    titled ? (header?.cells.findIndex((cell) => pattern.test(cell)) ?? otherwise) : otherwise;
  const [item, key, domain] = [find(ITEM_HEADER, 0), find(KEY_HEADER, 1), find(DOMAIN_HEADER, 2)];
  return rows
    .slice(titled ? 1 : 0)
    .map(({ row, cells }) =>
      entry(cells[item] ?? '', cells[key] ?? '', cells[domain], `row ${row}`),
    );
}

function faultOf(entries: readonly KeyEntry[], named: boolean): string | undefined {
  const seen = new Map<string, string>();
  for (const { item, key, where } of entries) {
    if (named && item === '') {
      return `The key file, ${where}: the item has no name. Write item and key in two columns.`;
    }
    if (key === '') {
      return `The key file, ${where}: there is no key${named ? ` for the item "${item}"` : ''}. Fill it in.`;
    }
    const earlier = seen.get(item);
    if (named && earlier !== undefined) {
      return `The key file, ${where}: the item "${item}" already has a key in ${earlier}. Keep one.`;
    }
    seen.set(item, where);
  }
  return undefined;
}

/** The key of each of these items, in their order; refused with the item or the entry that has no partner. */
export function keysOf(
  key: AnswerKey,
  items: readonly string[],
): Result<readonly string[], 'bad-key'> {
  const { entries, named } = key;
  if (!named) {
    return entries.length === items.length
      ? success(entries.map((each) => each.key))
      : refuse(
          'bad-key',
          `The key has ${entries.length} answers in one row; the file has ${items.length} items, from "${items[0]}" to "${items.at(-1)}". Give one key for each item, or name the items in the key file.`,
        );
  }
  const stray = entries.find(({ item }) => !items.includes(item));
  if (stray !== undefined) {
    return refuse(
      'bad-key',
      `The key file, ${stray.where}: the item "${stray.item}" is not among the ${items.length} items of the file (the key has ${entries.length}). Take it out of the key, or name the item columns with --items.`,
    );
  }
  const byItem = new Map(entries.map((each) => [each.item, each.key]));
  const without = items.find((item) => !byItem.has(item));
  return without === undefined
    ? success(items.map((item) => byItem.get(item) ?? ''))
    : refuse(
        'bad-key',
        `The key file has no key for the item "${without}" of the file. Add it, or leave the column out with --items.`,
      );
}

/** The item columns a key names, where nobody named them otherwise; undefined where it names none of the file's. */
export function itemsInKey(key: AnswerKey, names: readonly string[]): string | undefined {
  const known = key.entries.filter(({ item }) => names.includes(item));
  return key.named && known.length > 0 && known.every(({ item }) => !item.includes(','))
    ? known.map(({ item }) => item).join(',')
    : undefined;
}

/** The domains a key names, each with its items, in the order of the key; none where it names no domain. */
export function domainsInKey({
  entries,
}: AnswerKey): readonly { readonly name: string; readonly items: readonly string[] }[] {
  const domains = new Map<string, string[]>();
  for (const { item, domain } of entries) {
    if (domain !== undefined) {
      domains.set(domain, [...(domains.get(domain) ?? []), item]);
    }
  }
  return [...domains].map(([name, items]) => ({ name, items }));
}
