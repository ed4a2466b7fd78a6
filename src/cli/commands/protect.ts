/**
 * `evenhand protect TABLE.csv`: the table as it may be published, and the proof. Reads files, writes the table, keeps
 * nothing. What cannot be read, does not add up or cannot be protected ends with a sentence and exit code 2.
 */
import { RULES } from '../../fairness/disclosure/linked-tables.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import {
  type NamedFile,
  type ProtectedTable,
  type ProtectPlan,
  protectTable,
} from '../../workflow/audit/protect-table.ts';

export interface ProtectWorld {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly solver: () => Promise<Solver>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const PROTECT_USAGE = `evenhand protect TABLE.csv [options]

Prints the table with its small numbers withheld, and with so many others withheld that none of them can be worked
out: not by subtraction, not from earlier tables, and not by somebody who knows that they are counted themselves.
TABLE.csv has names in its first row and first column and counts of people in all other cells.

  --total-row NAME       the row of totals (default: one named total, all or sum)
  --total-column NAME    the column of totals (default: one named total, all, sum, n or tested)
  --earlier FILE         a table published earlier about the same people up to an earlier day, with "withheld" where a
                         number was; once for each, the oldest first
  --smallest N           counts below N are withheld (default ${RULES.smallest})
  --values N             how many values every withheld number must be able to have (default ${RULES.values})
  --format F             markdown (default), csv, html or json
`;

const BAD = 2;
const FORMATS = ['markdown', 'csv', 'html', 'json'] as const;
type Format = (typeof FORMATS)[number];

interface Command extends ProtectPlan {
  readonly file: string;
  readonly earlier: readonly string[];
  readonly format: Format;
}

/** Answers the exit code. */
export async function runProtect(args: readonly string[], world: ProtectWorld): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(PROTECT_USAGE);
    return args.length === 0 ? BAD : 0;
  }
  const command = readCommand(args);
  if (!command.ok) {
    world.err(`${command.refusal.because}\nSee evenhand protect --help.\n`);
    return BAD;
  }
  const files: NamedFile[] = [];
  for (const name of [command.value.file, ...command.value.earlier]) {
    try {
      files.push({ name, bytes: await world.readFile(name) });
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      world.err(missing ? `There is no file "${name}" here.\n` : `"${name}" cannot be read.\n`);
      return BAD;
    }
  }
  const [file, ...earlier] = files;
  if (file === undefined) {
    return BAD;
  }
  const table = protectTable(await world.solver(), file, earlier, command.value);
  if (!table.ok) {
    world.err(`${table.refusal.because}\n`);
    return BAD;
  }
  world.out(WRITERS[command.value.format](table.value));
  return 0;
}

function readCommand(args: readonly string[]): Result<Command, 'bad-command'> {
  const options = new Map<string, string[]>();
  const files: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (!word.startsWith('-')) {
      files.push(word);
    } else if (NAMES.includes(name)) {
      const value = inline ?? args[place + 1];
      if (value === undefined) {
        return refuse('bad-command', `--${name} needs a value after it.`);
      }
      options.set(name, [...(options.get(name) ?? []), value]);
      place += inline === undefined ? 1 : 0;
    } else {
      return refuse('bad-command', `There is no option ${word}.`);
    }
  }
  return commandOf(files, (name) => options.get(name) ?? []);
}

const NAMES = ['total-row', 'total-column', 'earlier', 'smallest', 'values', 'format'];

function commandOf(
  files: readonly string[],
  values: (name: string) => readonly string[],
): Result<Command, 'bad-command'> {
  const [file, second] = files;
  if (file === undefined || second !== undefined) {
    return refuse('bad-command', 'Name one table: evenhand protect TABLE.csv.');
  }
  const wanted = values('format').at(-1) ?? 'markdown';
  const format = FORMATS.find((known) => known === wanted);
  if (format === undefined) {
    return refuse('bad-command', `--format is one of ${FORMATS.join(', ')}, not "${wanted}".`);
  }
  const smallest = numberOf(values('smallest').at(-1), RULES.smallest);
  const possible = numberOf(values('values').at(-1), RULES.values);
  if (smallest === undefined || possible === undefined) {
    return refuse('bad-command', '--smallest and --values are whole numbers of 2 and more.');
  }
  return success({
    file,
    format,
    earlier: values('earlier'),
    totalRow: values('total-row').at(-1),
    totalColumn: values('total-column').at(-1),
    rules: { smallest, values: possible },
  });
}

const numberOf = (text: string | undefined, otherwise: number): number | undefined =>
  text === undefined
    ? otherwise
    : /^\d{1,4}$/.test(text) && Number(text) >= 2
      ? Number(text)
      : undefined;

const textOf = (cell: number | string): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-US') : cell;

const proofWords = ({ proof }: ProtectedTable): string => {
  const before = proof.earlier.length === 0 ? '' : ` together with ${proof.earlier.join(' and ')}`;
  return proof.withheld === 0
    ? `Nothing is withheld: no number is below ${proof.smallest}, and none becomes known${before}.`
    : `${proof.withheld} of ${proof.numbers} numbers are withheld. Every one of them has at least ${proof.possibleValues} possible values${before}, for an outsider and for ${proof.viewers - 1} insiders who know that they are counted themselves; proved by linear programs.`;
};

const linesOf = (
  { corner, columns, rows }: ProtectedTable,
  cell: (value: number | string) => string,
) => [[corner, ...columns], ...rows.map(({ name, cells }) => [name, ...cells.map(cell)])];

const quoted = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const WRITERS: Readonly<Record<Format, (table: ProtectedTable) => string>> = {
  json: (table) => `${JSON.stringify(table, null, 2)}\n`,
  csv: (table) =>
    linesOf(table, String)
      .map((line) => `${line.map(quoted).join(',')}\n`)
      .join(''),
  markdown: (table) => {
    const [head = [], ...rows] = linesOf(table, textOf).map((line) =>
      line.map((text) => text.replaceAll('|', '\\|')),
    );
    const ruler = head.map((_, place) => (place === 0 ? '---' : '---:'));
    const lines = [head, ruler, ...rows].map((line) => `| ${line.join(' | ')} |`);
    return `${lines.join('\n')}\n\n${proofWords(table)}\n`;
  },
  html: (table) => {
    const [head = [], ...rows] = linesOf(table, textOf).map((line) => line.map(escaped));
    const heads = head.map((text) => `<th scope="col">${text}</th>`).join('');
    const body = rows.map(
      ([name = '', ...cells]) =>
        `<tr><th scope="row">${name}</th>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`,
    );
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Protected table</title>
<table>
<caption>${escaped(proofWords(table))}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</html>
`;
  },
};
