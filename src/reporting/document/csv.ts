/** Rows for a spreadsheet, by RFC 4180 with a line feed at each end. A number keeps every digit; none is an empty cell. */

export type CsvValue = string | number | boolean | null | undefined;

const FORMULA = /^[=+@\t\r-]/;
const NEGATIVE = /^-\d*\.?\d+$/;

/** Text that a spreadsheet would run as a formula is kept as text by a leading apostrophe; a name such as -1 is a number. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) {
    return '';
  }
  const text = String(value);
  const harmless =
    typeof value === 'string' && FORMULA.test(text) && !NEGATIVE.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The whole file: the headings, then a row each. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
