/** The cells of a table that somebody sends: a spreadsheet, or text with cells between commas, semicolons or tabs. */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';

type Cells = readonly (readonly string[])[];

/** Row by row, as texts; ids and dates stay as they were written. */
export async function tableCells(
  world: Pick<World, 'sheets'>,
  bytes: Uint8Array,
): Promise<Result<Cells, 'not-a-table'>> {
  if (!world.sheets.looksLikeOne(bytes)) {
    return textIn(bytes);
  }
  const cells = await world.sheets.rowsOf(bytes);
  return cells.ok ? success(cells.value) : refuse('not-a-table', cells.refusal.because);
}

function textIn(bytes: Uint8Array): Result<Cells, 'not-a-table'> {
  try {
    return success(cellsOf(fromUtf8(bytes)));
  } catch {
    return refuse(
      'not-a-table',
      'This is neither a spreadsheet nor a table as text. Save it as .xlsx or as "CSV UTF-8".',
    );
  }
}

/** Cells separated by commas, semicolons or tabs; quotes as RFC 4180 has them. */
function cellsOf(text: string): Cells {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r\n?|\n/);
  const comma = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (isQuoted) {
      if (sign === '"' && plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') {
        isQuoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && cell === '') {
      isQuoted = true;
    } else if (sign === comma || sign === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') {
        rows.push([]);
      }
    } else {
      cell += sign;
    }
  }
  rows.at(-1)?.push(cell);
  return rows;
}
