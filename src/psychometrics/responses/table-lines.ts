/** The rows of a delimited file that is small beside memory, as text: one reader for tables of counts and of words. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readableText } from './encoding.ts';
import { cellText, nextRow, rowCursor, separatorOf } from './rows.ts';

const fault = (because: string) => refuse('not-a-table', because);

/** A row by its number in a spreadsheet, its cells without the blanks around them. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Every row of a small file, or the first place that cannot be read. */
export function linesOf(file: Uint8Array): Result<readonly Line[], 'not-a-table'> {
  const bytes = readableText(file);
  if (!bytes.ok) {
    return fault(bytes.refusal.because);
  }
  const cursor = rowCursor(bytes.value, separatorOf(bytes.value).byte);
  const lines: Line[] = [];
  for (let outcome = nextRow(cursor); outcome !== 'end'; outcome = nextRow(cursor)) {
    if (outcome !== 'row') {
      return fault(`Row ${cursor.row}: a quotation mark is not closed.`);
    }
    const cells = Array.from({ length: cursor.cells }, (_, cell) => cellText(cursor, cell)?.trim());
    const text = cells.flatMap((cell) => cell ?? []);
    if (text.length < cells.length) {
      return fault(`Row ${cursor.row}: the text is not UTF-8.`);
    }
    lines.push({ row: cursor.row, cells: text });
  }
  return success(lines);
}
