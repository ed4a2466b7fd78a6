/** The sentences of a file that cannot be read: where it is, what is there, how to mend it. */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { ReadingFault } from './answer-table.ts';
import type { RowCursor } from './rows.ts';
import { MOST_TEXTS } from './symbols.ts';

export function raggedRow(
  cursor: RowCursor,
  names: readonly string[],
): Result<never, 'ragged-row'> {
  const { cells, row } = cursor;
  const short = cells < names.length;
  const where = short
    ? `nothing stands under column "${at(names, cells)}" and after`
    : `the cells after column "${at(names, names.length - 1)}" have no column`;
  const mend = short
    ? 'Add the missing separators'
    : 'Put a cell that holds a separator in quotes, or take the extra cells out';
  return refuse(
    'ragged-row',
    `Row ${row} has ${cells} cells; the header has ${names.length}: ${where}. ${mend}.`,
  );
}

export function brokenQuote(
  cursor: RowCursor,
  outcome: 'open-quote' | 'after-quote',
): Result<never, 'open-quote'> {
  const cell = outcome === 'open-quote' ? cursor.cells + 1 : cursor.cells;
  const what =
    outcome === 'open-quote'
      ? 'a quotation mark opens here and is never closed'
      : 'there is text after the closing quotation mark';
  return refuse(
    'open-quote',
    `Row ${cursor.row}, column ${cell}: ${what}. Close the quotation, and write a quotation mark inside a cell twice.`,
  );
}

export const notUtf8 = (row: number, column: string): Result<never, 'not-text'> =>
  refuse(
    'not-text',
    `Row ${row}, column ${column}: the text is not UTF-8. Save the sheet as "CSV UTF-8" and try again.`,
  );

export const tooManyTexts = (row: number, column: string): Result<never, 'unknown-code'> =>
  refuse(
    'unknown-code',
    `Row ${row}, column "${column}": the column holds more than ${MOST_TEXTS} different answers, so it is no item. Leave it out with --items.`,
  );

export const emptyId = (row: number, column: string): Result<never, ReadingFault> =>
  refuse(
    'missing-id',
    `Row ${row}, column "${column}": the id is empty. Fill it in, or name another column with --id.`,
  );

export const repeatedId = (
  row: number,
  column: string,
  id: string,
  earlier: number,
): Result<never, ReadingFault> =>
  refuse(
    'repeated-id',
    `Row ${row}, column "${column}": the id "${id}" is already in row ${earlier}. Keep one row for each person, or name another column with --id.`,
  );
