/** Numbers and tables as plain text: thousands with commas, columns that line up, never a bare NaN. */
import type { Result } from '../../kernel/result/result.ts';

/** "1,636". */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** "1 person", "12 people". */
export const people = (value: number): string =>
  `${count(value)} ${value === 1 ? 'person' : 'people'}`;

export const fixed = (value: number, digits = 3): string => {
  const text = value.toFixed(digits);
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text;
};

/** "0.0312", or "<0.0001". */
export const pValue = (value: number): string => (value < 0.0001 ? '<0.0001' : value.toFixed(4));

/** A number, or a mark that the reason follows. */
export const known = (result: Result<number>, digits = 3): string =>
  result.ok ? fixed(result.value, digits) : 'none';

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table with a rule under the headings. The last column is never padded. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ heading }, place) =>
    rows.reduce((widest, row) => Math.max(widest, row[place]?.length ?? 0), heading.length),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? '';
        const width = widths[place] ?? 0;
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
  ];
}

/** A title with a rule under it. */
export const heading = (text: string): string[] => [text, '='.repeat(text.length), ''];

/** Long text in lines of at most 96 letters, each behind the same indent. */
export function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + 1 + word.length > 96) {
      lines.push(line);
      line = indent;
    }
    line += `${line.length > indent.length ? ' ' : ''}${word}`;
  }
  return [...lines, line];
}
