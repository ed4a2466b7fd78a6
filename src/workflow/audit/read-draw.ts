/**
 * A pool and its quotas from two files (CSV, TSV or a spreadsheet as text): people a row each, and rules a row each. Reads
 * both of the customary headers of quotas (category, feature, min, max and feature, value, min, max). What cannot be
 * read is named with its row and how to mend it; a row that is empty from end to end is nobody, and is skipped.
 */
import type { Person, Quota } from '../../fairness/draw/pool.ts';
import { categoriesOf } from '../../fairness/draw/pool.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { columnFault, namedTable, type TableFileFault } from './named-table.ts';

const MEND = 'Add it, or take its rows out of the quotas.';

export type DrawFileFault = TableFileFault | 'bad-quota';

export interface PoolColumns {
  /** The column of ids; undefined: the one that is named so, or else the number of the row. */
  readonly id: string | undefined;
  /** Columns that are alike for people of one household. */
  readonly household: readonly string[];
}

export interface ReadPool {
  /** In the order of the file. */
  readonly people: readonly Person[];
  /** Undefined where people are called by the number of their row. */
  readonly idColumn: string | undefined;
}

export function readQuotas(file: Uint8Array): Result<readonly Quota[], DrawFileFault> {
  const table = namedTable(file, 'rules');
  if (!table.ok) {
    return table;
  }
  const header = table.value.header.map((name) => name.toLowerCase());
  const place = (name: string): number => header.indexOf(name);
  // "feature" is the value of a category in one custom, and the category itself in the other.
  const old = place('category') >= 0 && place('feature') >= 0;
  const columns = old
    ? { category: place('category'), value: place('feature') }
    : { category: Math.max(place('feature'), place('category')), value: place('value') };
  const [min, max] = [place('min'), place('max')];
  if (Math.min(columns.category, columns.value, min, max) < 0) {
    return refuse(
      'no-column',
      `the first row names the columns category, feature, min and max, or feature, value, min and max. It names: ${table.value.header.join(', ')}.`,
    );
  }
  const quotas: Quota[] = [];
  for (const { row, cells } of table.value.rows) {
    const [category, value] = [cells[columns.category] ?? '', cells[columns.value] ?? ''];
    const [least, most] = [wholeIn(cells[min]), wholeIn(cells[max])];
    if (least === undefined || most === undefined) {
      const wrong = least === undefined ? `min "${cells[min] ?? ''}"` : `max "${cells[max] ?? ''}"`;
      return refuse(
        'bad-quota',
        `row ${row}: the ${wrong} of "${value}" of "${category}" is no whole number of people. Write one, from 0.`,
      );
    }
    quotas.push({ category, value, least, most, where: `row ${row}` });
  }
  return success(quotas);
}

const wholeIn = (text: string | undefined): number | undefined =>
  /^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined;

export function readPool(
  file: Uint8Array,
  quotas: readonly Quota[],
  { id, household }: PoolColumns,
): Result<ReadPool, DrawFileFault> {
  const table = namedTable(file, 'people');
  if (!table.ok) {
    return table;
  }
  const { header, rows } = table.value;
  const categories = categoriesOf(quotas);
  const wanted = [...categories, ...household, ...(id === undefined ? [] : [id])];
  const fault = wanted
    .map((name) => columnFault(header, name, MEND))
    .find((one) => one !== undefined);
  if (fault !== undefined) {
    return fault;
  }
  const ids = id === undefined ? idColumnIn(header, [...categories, ...household]) : success(id);
  if (!ids.ok) {
    return ids;
  }
  const cellOf = (cells: readonly string[], name: string): string =>
    cells[header.indexOf(name)] ?? '';
  const people = rows.map(({ row, cells }): Person => {
    const home = household.map((name) => cellOf(cells, name));
    return {
      id: ids.value === undefined ? String(row) : cellOf(cells, ids.value),
      values: categories.map((name) => cellOf(cells, name)),
      household: home.every((cell) => cell === '') ? undefined : JSON.stringify(home),
      where: `row ${row}`,
    };
  });
  return success({ people, idColumn: ids.value });
}

const ID_NAME = /(?:^|[\s_-])id$/i;

/** The column that is called id; or the only one whose name ends so. */
function idColumnIn(
  header: readonly string[],
  others: readonly string[],
): Result<string | undefined, DrawFileFault> {
  const named = header.filter((name) => ID_NAME.test(name) && !others.includes(name));
  const plain = named.filter((name) => name.toLowerCase() === 'id');
  const found = plain.length > 0 ? plain : named;
  return found.length > 1
    ? refuse(
        'no-column',
        `${found.map((name) => `"${name}"`).join(' and ')} may both be ids. Say which with --id.`,
      )
    : success(found[0]);
}
