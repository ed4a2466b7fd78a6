/**
 * `evenhand impact FILE`: outcomes of any decision by group, from any delimited file. Reads one file, writes a
 * report, keeps nothing. A file or a command with a fault ends with exit code 2 and a sentence that says where
 * it is and how to mend it.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { asCsv } from '../../reporting/impact-report/as-csv.ts';
import { asHtml } from '../../reporting/impact-report/as-html.ts';
import { asJson } from '../../reporting/impact-report/as-json.ts';
import { asMarkdown } from '../../reporting/impact-report/as-markdown.ts';
import type { ImpactReport } from '../../reporting/impact-report/impact-report.ts';
import { type ImpactPlan, impactOfFile } from '../../workflow/audit/impact-of-file.ts';

export interface ImpactWorld {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const BAD_INPUT = 2;

const IMPACT_USAGE = `evenhand impact FILE --group COLUMN --outcome COLUMN --favorable VALUE [options]

Prints the outcomes of a decision by group: rates, both ratios, difference and odds ratio with intervals,
exact tests, and for each group one of three answers: disparity shown, parity shown, or cannot tell yet with
the number of people still needed.
FILE is a CSV file with a header and one row for each person.

  --group COLUMN            the column that says who belongs where; empty: not stated
  --outcome COLUMN          the column that says what came of it; empty: not decided yet
  --favorable VALUE         the outcome that counts as success, several with commas between
  --unfavorable VALUE       the outcomes that do not; any other is then a fault (default: all others)
  --strata COLUMN           compare only people of equal form, window, year or site
  --reference NAME          the group that others are compared with (default: the highest rate)
  --count COLUMN            how many people a row stands for, in a table of counts
  --id COLUMN               ids, none of which may come twice
  --format html|json|csv|markdown
                            (default: markdown)
`;

const FORMATS: Readonly<Record<string, (report: ImpactReport) => string>> = {
  html: asHtml,
  json: asJson,
  csv: asCsv,
  markdown: asMarkdown,
};
const WITH_VALUE = [
  'group',
  'outcome',
  'favorable',
  'unfavorable',
  'strata',
  'reference',
  'count',
  'id',
  'format',
] as const;
type Option = (typeof WITH_VALUE)[number];

/** Answers the exit code. */
export async function runImpact(args: readonly string[], world: ImpactWorld): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(IMPACT_USAGE);
    return args.length === 0 ? BAD_INPUT : 0;
  }
  const command = readCommand(args);
  if (!command.ok) {
    world.err(`${command.refusal.because}\nSee evenhand impact --help.\n`);
    return BAD_INPUT;
  }
  const { plan, write } = command.value;
  let bytes: Uint8Array;
  try {
    bytes = await world.readFile(plan.file);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    world.err(
      missing
        ? `There is no file "${plan.file}" here.\n`
        : `The file "${plan.file}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}\n`,
    );
    return BAD_INPUT;
  }
  const report = impactOfFile(bytes, plan);
  if (!report.ok) {
    world.err(`${plan.file}: ${report.refusal.because}\n`);
    return BAD_INPUT;
  }
  world.out(write(report.value));
  return 0;
}

interface Command {
  readonly plan: ImpactPlan;
  readonly write: (report: ImpactReport) => string;
}

const bad = (because: string): Result<never, 'bad-command'> => refuse('bad-command', because);

function readCommand(args: readonly string[]): Result<Command, 'bad-command'> {
  const words = readWords(args);
  if (!words.ok) {
    return words;
  }
  const { options, files } = words.value;
  const [file, second] = files;
  const [group, outcome, favorable] = [
    options.get('group'),
    options.get('outcome'),
    options.get('favorable'),
  ];
  if (file === undefined) {
    return bad('Name the file of decisions.');
  }
  if (second !== undefined) {
    return bad(`One file at a time: "${file}" and "${second}" are named.`);
  }
  if (group === undefined || outcome === undefined || favorable === undefined) {
    const missing = WITH_VALUE.slice(0, 3).find((option) => !options.has(option)) ?? '';
    return bad(`--${missing} is needed.`);
  }
  const format = options.get('format') ?? 'markdown';
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (write === undefined) {
    return bad(`--format is one of ${Object.keys(FORMATS).join(', ')}, not "${format}".`);
  }
  const unfavorable = options.get('unfavorable');
  return success({
    write,
    plan: {
      file,
      group,
      outcome,
      favorable: listOf(favorable),
      unfavorable: unfavorable === undefined ? undefined : listOf(unfavorable),
      strata: options.get('strata'),
      count: options.get('count'),
      id: options.get('id'),
      reference: options.get('reference'),
    },
  });
}

function readWords(
  args: readonly string[],
): Result<
  { readonly options: ReadonlyMap<Option, string>; readonly files: readonly string[] },
  'bad-command'
> {
  const options = new Map<Option, string>();
  const files: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = WITH_VALUE.find((known) => known === name);
    if (option !== undefined) {
      const value = inline ?? args[place + 1];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        return bad(`--${option} needs a value after it.`);
      }
      options.set(option, value);
      place += inline === undefined ? 1 : 0;
    } else if (word.startsWith('-')) {
      return bad(`There is no option ${word}.`);
    } else {
      files.push(word);
    }
  }
  return success({ options, files });
}

const listOf = (text: string): readonly string[] =>
  text.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
