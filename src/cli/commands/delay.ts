/**
 * `evenhand delay FILE`: how long each group waits for a decision, from a file of matters. Reads one file, writes a report,
 * keeps nothing. A fault ends with a sentence that says where it is and how to mend it.
 */
import { type CivilDate, civilDateAt, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { delayAsCsv, delayAsJson } from '../../reporting/delay-report/delay-as-data.ts';
import { delayAsHtml, delayAsMarkdown } from '../../reporting/delay-report/delay-as-page.ts';
import type { DelayReport } from '../../reporting/delay-report/delay-report.ts';
import { type DelayPlan, measureDelay } from '../../workflow/audit/measure-delay.ts';

export interface DelayWorld {
  /** Undefined where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const BAD = 2;

export const DELAY_USAGE = `evenhand delay FILE --group COLUMN --opened COLUMN --decided COLUMN [options]

How long each group waits for a decision, with matters still open counted as waiting.
FILE is a CSV file with a header and one row for each matter; a matter still open has an empty cell under "decided".

  --group COLUMN      who belongs where
  --opened COLUMN     the day each matter was opened: 2026-02-28, or an instant such as 2026-02-28T09:30:00-05:00
  --decided COLUMN    the day it was decided; empty while it is open
  --as-of DATE        the day of counting (default: today)
  --zone NAME         the time zone whose calendar days count, such as America/New_York (default: UTC)
  --reference NAME    the group that others are compared with (default: the largest)
  --strata LIST       columns, with commas: compare only matters that are alike in them
  --by-month          compare only matters opened in the same month
  --promise DAYS      the promised number of days: adds the backlog and the share that is late
  --horizon DAYS      compare mean waits up to this day (default: as far as every group has been followed)
  --id COLUMN         refuse a file in which an id stands twice
  --format NAME       markdown (default), html, json or csv
`;

const WITH_VALUE = [
  'group',
  'opened',
  'decided',
  'as-of',
  'zone',
  'reference',
  'strata',
  'promise',
  'horizon',
  'id',
  'format',
] as const;
type Option = (typeof WITH_VALUE)[number];

const FORMATS: Readonly<Record<string, (report: DelayReport) => string>> = {
  markdown: delayAsMarkdown,
  html: delayAsHtml,
  json: delayAsJson,
  csv: delayAsCsv,
};

interface Command {
  readonly file: string;
  readonly byMonth: boolean;
  readonly options: ReadonlyMap<Option, string>;
}

/** Answers the exit code: 0, or 2 where the command or the file has a fault. */
export async function runDelay(args: readonly string[], world: DelayWorld): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(DELAY_USAGE);
    return args.length === 0 ? BAD : 0;
  }
  const command = readCommand(args);
  const plan = command.ok ? planOf(command.value, world.now()) : command;
  const format = command.ok ? (command.value.options.get('format') ?? 'markdown') : 'markdown';
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!plan.ok || write === undefined) {
    const because = plan.ok
      ? `There is no format "${format}": markdown, html, json or csv.`
      : plan.refusal.because;
    world.err(`${because}\nSee evenhand delay --help.\n`);
    return BAD;
  }
  const bytes = await world.readFile(plan.value.file);
  if (bytes === undefined) {
    world.err(`There is no file "${plan.value.file}" here.\n`);
    return BAD;
  }
  const report = measureDelay(bytes, plan.value);
  if (!report.ok) {
    world.err(`${plan.value.file}: ${report.refusal.because}\n`);
    return BAD;
  }
  world.out(write(report.value));
  return 0;
}

type Misuse = 'bad-command';

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const options = new Map<Option, string>();
  const files: string[] = [];
  let byMonth = false;
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = WITH_VALUE.find((known) => known === name);
    if (word === '--by-month') {
      byMonth = true;
    } else if (option !== undefined) {
      const value = inline ?? args[place + 1];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        return refuse('bad-command', `--${option} needs a value after it.`);
      }
      options.set(option, value);
      place += inline === undefined ? 1 : 0;
    } else if (word.startsWith('-')) {
      return refuse('bad-command', `There is no option ${word}.`);
    } else {
      files.push(word);
    }
  }
  const [file, second] = files;
  if (file === undefined) {
    return refuse('bad-command', 'Name the file of matters.');
  }
  return second === undefined
    ? success({ file, byMonth, options })
    : refuse('bad-command', `One file at a time: "${file}" and "${second}" are named.`);
}

function planOf({ file, byMonth, options }: Command, now: number): Result<DelayPlan, Misuse> {
  const [group, opened, decided] = (['group', 'opened', 'decided'] as const).map((name) =>
    options.get(name),
  );
  if (group === undefined || opened === undefined || decided === undefined) {
    return refuse('bad-command', 'Name the columns with --group, --opened and --decided.');
  }
  const zone = options.get('zone');
  const asOf = dayOfCounting(options.get('as-of'), zone ?? 'UTC', now);
  const promised = wholeDays(options, 'promise');
  const horizon = wholeDays(options, 'horizon');
  if (!asOf.ok) {
    return asOf;
  }
  if (!promised.ok) {
    return promised;
  }
  if (!horizon.ok) {
    return horizon;
  }
  return success({
    file,
    group,
    opened,
    decided,
    byMonth,
    zone,
    id: options.get('id'),
    strata: (options.get('strata') ?? '').split(',').filter((name) => name !== ''),
    asOf: asOf.value,
    asOfToday: !options.has('as-of'),
    reference: options.get('reference'),
    promisedDays: promised.value,
    horizonDays: horizon.value,
  });
}

function dayOfCounting(
  text: string | undefined,
  zone: string,
  now: number,
): Result<CivilDate, Misuse> {
  try {
    const today = civilDateAt(now, zone);
    if (text === undefined) {
      return success(today);
    }
  } catch {
    // The calendar throws for a zone it does not know; there is no list to ask beforehand.
    return refuse(
      'bad-command',
      `There is no time zone "${zone}": write one such as America/New_York.`,
    );
  }
  const parsed = parseCivilDate(text);
  return parsed.ok
    ? parsed
    : refuse('bad-command', `--as-of: ${parsed.refusal.because}. Write a date such as 2026-02-28.`);
}

function wholeDays(
  options: ReadonlyMap<Option, string>,
  name: 'promise' | 'horizon',
): Result<number | undefined, Misuse> {
  const text = options.get(name);
  if (text === undefined) {
    return success(undefined);
  }
  return /^[1-9]\d{0,4}$/.test(text)
    ? success(Number(text))
    : refuse('bad-command', `--${name} takes a whole number of days, not "${text}".`);
}
