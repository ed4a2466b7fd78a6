/**
 * A sheet of a spreadsheet program, already taken apart into cells, as the text of a file: so that there is one reader
 * and one set of messages. Rows keep their numbers: an empty row of the sheet becomes a blank line.
 */
import { utf8 } from '../../kernel/bytes/bytes.ts';

/** CSV in UTF-8 (RFC 4180) with a comma; every row as long as the longest. */
export function sheetAsText(rows: readonly (readonly string[])[]): Uint8Array {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = rows.map((row) =>
    row.every((cell) => cell === '')
      ? ''
      : Array.from({ length: width }, (_, cell) => quoted(row[cell] ?? '')).join(','),
  );
  return utf8(`${lines.join('\n')}\n`);
}

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
