/** Where a result goes and in which form: options that every command on a file has. */
import { type Result, success } from '../../kernel/result/result.ts';
import type { Format } from '../../reporting/document/formats.ts';
import { bad, type Misuse } from './command-words.ts';

export const OUTPUT_OPTIONS = ['format', 'out'] as const;
type OutputOption = (typeof OUTPUT_OPTIONS)[number];

interface OutputWords {
  value(option: OutputOption): string | undefined;
  readonly switches: { has(name: 'json'): boolean };
}

export interface Output<Chosen extends string> {
  readonly format: Chosen;
  /** Undefined: to the terminal. */
  readonly out: string | undefined;
}

/** The formats of the commands whose first reader is a person at a repository or a wiki; the first is the default. */
export const PAGE_FORMATS = [
  'markdown',
  'html',
  'json',
  'csv',
  'text',
] as const satisfies readonly Format[];
export type PageFormat = (typeof PAGE_FORMATS)[number];

export const OUTPUT_USAGE = `  --out FILE|-              where to (default: the terminal); nothing half-written is ever left
  --json                    the same as --format json
`;

const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'html',
  htm: 'html',
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  txt: 'text',
};

/** As asked; or by the ending of the file to be written; or the first of the formats. */
export function outputOf<Chosen extends string>(
  { value, switches }: OutputWords,
  formats: readonly [Chosen, ...Chosen[]],
): Result<Output<Chosen>, Misuse> {
  const out = value('out') === '-' ? undefined : value('out');
  const ending = /\.([a-z]+)$/i.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
  const asked = value('format') ?? (switches.has('json') ? 'json' : undefined);
  const format = formats.find((known) => known === (asked ?? BY_ENDING[ending] ?? formats[0]));
  if (format !== undefined) {
    return success({ format, out });
  }
  return asked === undefined
    ? success({ format: formats[0], out })
    : bad(`--format is one of ${formats.join(', ')}, not "${asked}".`);
}
