/**
 * The texts of a code of conduct from a file: one provision a row, with part, group, number, title and text. Columns are
 * found by their names, in any order. What the rows say is checked by the rules of program/conduct.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { SuppliedRow } from '../../program/conduct/supplied-row.ts';
import { type Line, linesOf } from '../../psychometrics/responses/table-lines.ts';

const COLUMNS = ['part', 'group', 'number', 'title', 'text'] as const;
type Column = (typeof COLUMNS)[number];

export function readCodeTexts(file: Uint8Array): Result<readonly SuppliedRow[], 'not-a-table'> {
  const lines = linesOf(file);
  if (!lines.ok) {
    return lines;
  }
  const [head, ...body] = lines.value;
  const columns = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = (['number', 'text'] as const).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    return refuse(
      'not-a-table',
      `The first row names the columns, and none is named ${missing.map((name) => `"${name}"`).join(' or ')}. Its columns are ${COLUMNS.join(', ')}; "number" and "text" must be there.`,
    );
  }
  const twice = COLUMNS.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice !== undefined) {
    return refuse('not-a-table', `Two columns are named "${twice}". Take one of them out.`);
  }
  const long = body.find(({ cells }) => cells.length > columns.length);
  if (long !== undefined) {
    return refuse(
      'not-a-table',
      `Row ${long.row} has ${long.cells.length} cells; the first row has ${columns.length}. Put a text that holds a separator in quotation marks.`,
    );
  }
  return success(body.map((line) => suppliedRow(line, columns)));
}

function suppliedRow({ row, cells }: Line, columns: readonly string[]): SuppliedRow {
  const cell = (name: Column): string => cells[columns.indexOf(name)] ?? '';
  return {
    row,
    part: cell('part'),
    group: cell('group'),
    number: cell('number'),
    title: cell('title'),
    text: cell('text'),
  };
}
