/**
 * Takes the first sheet of an XLSX file apart into the texts of its cells. Numbers keep the digits they are stored with;
 * how many of them a format shows is lost, so an id such as 0007 must be stored as text. Dates become year-month-day.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Sheets } from '../../workflow/ports/ports.ts';

/** The rows of the first sheet, as texts; an empty cell is an empty text. */
export async function readSpreadsheet(
  file: Uint8Array,
): Promise<Result<readonly (readonly string[])[], 'not-a-sheet'>> {
  // Loaded for a spreadsheet only: most files are text.
  const { InvalidInputError, readSheet } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(Uint8Array.from(file).buffer, {
      parseNumber: (digits) => digits,
    });
    return success(rows.map((row) => row.map(textOf)));
  } catch (cause) {
    const why =
      cause instanceof InvalidInputError && cause.code === 'XLS_FILE_NOT_SUPPORTED'
        ? 'it is in the old .xls form'
        : cause instanceof Error
          ? cause.message
          : String(cause);
    return refuse(
      'not-a-sheet',
      `The spreadsheet cannot be read: ${why}. Save it as .xlsx or as "CSV UTF-8" and try again.`,
    );
  }
}

/** Whether the bytes are those of a spreadsheet program rather than text. */
export const looksLikeSpreadsheet = (file: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((mark) => mark.every((byte, place) => file[place] === byte));

export const spreadsheets: Sheets = {
  looksLikeOne: looksLikeSpreadsheet,
  rowsOf: readSpreadsheet,
};

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10);
  }
  return typeof cell === 'boolean' ? (cell ? '1' : '0') : String(cell);
}
