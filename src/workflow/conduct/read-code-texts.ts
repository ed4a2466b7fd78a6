/**
 * The texts of a code of conduct from a file: one provision a row, with part, group, number, title and text. Columns are
 * found by their names, in any order; in JSON each provision is an object with these names. What the rows say is checked
 * by the rules of program/conduct.
 */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { SuppliedRow } from '../../program/conduct/supplied-row.ts';
import { type Line, linesOf } from '../../psychometrics/responses/table-lines.ts';

const COLUMNS = ['part', 'group', 'number', 'title', 'text'] as const;
type Column = (typeof COLUMNS)[number];

export function readCodeTexts(file: Uint8Array): Result<readonly SuppliedRow[], 'not-a-table'> {
  return startsAsJson(file) ? readJson(file) : readTable(file);
}

const OPENS = new Set([...'[{'].map((sign) => sign.charCodeAt(0)));
const startsAsJson = (file: Uint8Array): boolean => {
  const start = file.findIndex((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte));
  return OPENS.has(file[start] ?? 0);
};

function readJson(file: Uint8Array): Result<readonly SuppliedRow[], 'not-a-table'> {
  const found = jsonIn(file);
  if (!Array.isArray(found)) {
    return refuse(
      'not-a-table',
      'The file begins as JSON and is no list of provisions. Write [{"number": "S3", "text": "..."}], with a bracket around all of them.',
    );
  }
  const rows: SuppliedRow[] = [];
  for (const [place, entry] of (found as readonly Json[]).entries()) {
    const odd = isJsonObject(entry) ? COLUMNS.find((name) => !isText(entry[name])) : 'number';
    if (odd !== undefined || !isJsonObject(entry)) {
      return refuse(
        'not-a-table',
        `Entry ${place + 1} of the list: "${odd}" is no text. Put every number and text in quotation marks.`,
      );
    }
    const cell = (name: Column): string => String(entry[name] ?? '').trim();
    rows.push(rowFrom(place + 1, cell));
  }
  return success(rows);
}

const isText = (value: Json | undefined): boolean =>
  value === undefined || value === null || typeof value === 'string';

function jsonIn(file: Uint8Array): Json | undefined {
  try {
    return JSON.parse(fromUtf8(file).replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function readTable(file: Uint8Array): Result<readonly SuppliedRow[], 'not-a-table'> {
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

const suppliedRow = ({ row, cells }: Line, columns: readonly string[]): SuppliedRow =>
  rowFrom(row, (name) => cells[columns.indexOf(name)] ?? '');

const rowFrom = (row: number, cell: (name: Column) => string): SuppliedRow => ({
  row,
  part: cell('part'),
  group: cell('group'),
  number: cell('number'),
  title: cell('title'),
  text: cell('text'),
});
