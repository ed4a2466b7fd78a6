/**
 * A table with a first row of names from a file (CSV, TSV or a spreadsheet as text). A row that is empty from end to end is
 * skipped; a row with more cells than there are names is refused, with its number.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Line, linesOf } from '../../psychometrics/responses/table-lines.ts';

export type TableFileFault = 'not-a-table' | 'no-column' | 'empty-file';

export interface NamedTable {
  readonly header: readonly string[];
  readonly rows: readonly Line[];
}

/** `what` is what the rows are, as in "there are no people". */
export function namedTable(file: Uint8Array, what: string): Result<NamedTable, TableFileFault> {
  const lines = linesOf(file);
  if (!lines.ok) {
    return lines;
  }
  const [head, ...body] = lines.value;
  const rows = body.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (head === undefined || rows.length === 0) {
    return refuse(
      'empty-file',
      `there are no ${what}: a first row of names and a row each are needed.`,
    );
  }
  const width = head.cells.length;
  const long = rows.find(({ cells }) => cells.slice(width).some((cell) => cell !== ''));
  return long === undefined
    ? success({ header: head.cells, rows })
    : refuse(
        'not-a-table',
        `row ${long.row} has ${long.cells.length} cells, and the first row names ${width} columns. Put a cell with a comma in it between quotation marks (the row begins "${at(long.cells, 0)}").`,
      );
}

/** What is wrong with the only column of a name; undefined where it is there once. `mend` says what to do without it. */
export function columnFault(
  header: readonly string[],
  name: string,
  mend: string,
): Result<never, TableFileFault> | undefined {
  const found = header.filter((own) => own === name).length;
  if (found === 1) {
    return undefined;
  }
  const near = header.find((own) => own.toLowerCase() === name.toLowerCase());
  return refuse(
    'no-column',
    found > 1
      ? `the column "${name}" stands in the first row more than once. Keep one of them.`
      : near === undefined
        ? `there is no column "${name}". The columns: ${header.join(', ')}. ${mend}`
        : `there is no column "${name}", but one that is called "${near}". Spell the two alike.`,
  );
}
