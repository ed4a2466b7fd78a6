/**
 * A published table from a CSV file: groups down the side, counts across, with or without a row and a column of totals.
 * What is not a count, or does not add up, is named with its row and column.
 */
import {
  type Cell,
  countCell,
  type LinkedTables,
  type Rules,
  type Sum,
} from '../../fairness/disclosure/linked-tables.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { linesOf } from '../../psychometrics/responses/table-lines.ts';

export interface TableOptions {
  readonly totalRow: string | undefined;
  readonly totalColumn: string | undefined;
}

export interface TableFile {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly totalRow: string | undefined;
  readonly totalColumn: string | undefined;
  /** By row, then column; undefined where the file says "withheld". */
  readonly counts: readonly (readonly (number | undefined)[])[];
}

type TableFault = 'not-a-table';
const fault = (because: string) => refuse<TableFault>('not-a-table', because);

const TOTAL_NAMES = /^(?:total|totals|all|all together|everybody|sum)$/i;
const TOTAL_COLUMN_NAMES = /^(?:total|totals|all|all together|everybody|sum|n|tested|candidates)$/i;
const WITHHELD_WORD = /^(?:withheld|suppressed|\*)$/i;

export function readTable(file: Uint8Array, options: TableOptions): Result<TableFile, TableFault> {
  const lines = linesOf(file);
  if (!lines.ok) {
    return lines;
  }
  const [head, ...body] = lines.value;
  if (head === undefined || body.length === 0 || head.cells.length < 2) {
    return fault('A table needs a row of names, a column of names, and at least one count.');
  }
  const [corner = '', ...columns] = head.cells;
  const rows = body.map(({ cells }) => cells[0] ?? '');
  const named = checkedNames(rows, columns, options);
  if (!named.ok) {
    return named;
  }
  const counts: (number | undefined)[][] = [];
  for (const { row, cells } of body) {
    const read = countsOf(row, cells, columns);
    if (!read.ok) {
      return read;
    }
    counts.push(read.value);
  }
  return success({ corner, columns, rows, ...named.value, counts });
}

function checkedNames(
  rows: readonly string[],
  columns: readonly string[],
  { totalRow, totalColumn }: TableOptions,
): Result<Pick<TableFile, 'totalRow' | 'totalColumn'>, TableFault> {
  for (const [names, what] of [
    [rows, 'rows'],
    [columns, 'columns'],
  ] as const) {
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined || names.includes('')) {
      return fault(
        twice === undefined
          ? `One of the ${what} has no name.`
          : `Two ${what} are named "${twice}".`,
      );
    }
  }
  if (totalRow !== undefined && !rows.includes(totalRow)) {
    return fault(`There is no row "${totalRow}". The rows: ${rows.join(', ')}.`);
  }
  if (totalColumn !== undefined && !columns.includes(totalColumn)) {
    return fault(`There is no column "${totalColumn}". The columns: ${columns.join(', ')}.`);
  }
  return success({
    totalRow: totalRow ?? rows.find((name) => TOTAL_NAMES.test(name)),
    totalColumn: totalColumn ?? columns.find((name) => TOTAL_COLUMN_NAMES.test(name)),
  });
}

const COUNT = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

function countsOf(
  row: number,
  cells: readonly string[],
  columns: readonly string[],
): Result<(number | undefined)[], TableFault> {
  if (cells.length !== columns.length + 1) {
    return fault(
      `Row ${row} ("${cells[0] ?? ''}") has ${cells.length} cells; the first row has ${columns.length + 1}.`,
    );
  }
  const counts: (number | undefined)[] = [];
  for (const [place, text] of cells.slice(1).entries()) {
    if (!COUNT.test(text) && !WITHHELD_WORD.test(text)) {
      return fault(
        `Row ${row} ("${cells[0] ?? ''}"), column "${at(columns, place)}": "${text}" is not a count of people.`,
      );
    }
    counts.push(COUNT.test(text) ? Number(text.replaceAll(',', '')) : undefined);
  }
  return success(counts);
}

export const tableCellId = (row: string, column: string): string => `${row} / ${column}`;
const REST = 'the rest of';

/**
 * Cells and sums. A total with one column of its parts, such as tested and failed, has everybody else as a part that is
 * not printed and that anybody can work out: it is protected as well.
 */
export function tablesOf(table: TableFile, rules: Rules): Result<LinkedTables, TableFault> {
  const rest = restOf(table);
  if (!rest.ok) {
    return rest;
  }
  const { rows, columns, counts, totalRow, totalColumn } = table;
  const cells = rows.flatMap((row, r) =>
    columns.map((column, c): Cell => {
      const value = counts[r]?.[c];
      return value === undefined
        ? {
            ...countCell(tableCellId(row, column), 0, rules),
            value,
            fate: 'withheld',
            promise: 'wide',
          }
        : countCell(tableCellId(row, column), value, rules);
    }),
  );
  const parts = columns.filter((column) => column !== totalColumn);
  const own = rest.value.length > 0 ? [...parts, `${REST} ${totalColumn}`] : parts;
  const groups = rows.filter((row) => row !== totalRow);
  const across =
    totalColumn === undefined
      ? []
      : rows.map(
          (row): Sum => ({
            total: tableCellId(row, totalColumn),
            parts: own.map((column) => tableCellId(row, column)),
          }),
        );
  const every = totalColumn === undefined ? parts : [...own, totalColumn];
  const down =
    totalRow === undefined
      ? []
      : every.map(
          (column): Sum => ({
            total: tableCellId(totalRow, column),
            parts: groups.map((row) => tableCellId(row, column)),
          }),
        );
  const restCells = rest.value.map(({ row, value }): Cell => {
    return countCell(tableCellId(row, `${REST} ${totalColumn}`), value, rules);
  });
  return success({ cells: [...cells, ...restCells], sums: [...across, ...down] });
}

function restOf({
  rows,
  columns,
  counts,
  totalColumn,
}: TableFile): Result<readonly { readonly row: string; readonly value: number }[], TableFault> {
  const whole = columns.indexOf(totalColumn ?? '');
  if (columns.length !== 2 || whole < 0) {
    return success([]);
  }
  const part = 1 - whole;
  const rest: { row: string; value: number }[] = [];
  for (const [place, row] of rows.entries()) {
    const [all, some] = [counts[place]?.[whole], counts[place]?.[part]];
    if (all === undefined || some === undefined) {
      return fault(`Row "${row}": both counts are needed.`);
    }
    if (some > all) {
      return fault(
        `Row "${row}": ${some.toLocaleString('en-US')} ${at(columns, part)}, but only ${all.toLocaleString('en-US')} ${at(columns, whole)}.`,
      );
    }
    rest.push({ row, value: all - some });
  }
  return success(rest);
}
