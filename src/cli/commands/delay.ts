/**
 * `evenhand delay FILE`: how long each group waits for a decision, from a file of matters. Reads one file, writes a report,
 * keeps nothing.
 */
import { type CivilDate, civilDateAt, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { DELAY_FORMS } from '../../reporting/delay-report/delay-document.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { type DelayPlan, measureDelay } from '../../workflow/audit/measure-delay.ts';
import { bad, listOf, type Misuse, readWords } from './command-words.ts';
import { type FileWorld, nameOf, runOnFile, wholeOf } from './file-command.ts';
import {
  OUTPUT_OPTIONS,
  OUTPUT_USAGE,
  type Output,
  outputOf,
  PAGE_FORMATS,
  type PageFormat,
} from './output-options.ts';

export interface DelayWorld extends FileWorld {
  readonly now: () => number;
}

export const DELAY_USAGE = `evenhand delay FILE --group COLUMN --opened COLUMN --decided COLUMN [options]

How long each group waits for a decision, with matters still open counted as waiting.
FILE is a table (CSV, TSV or a spreadsheet) with a header and one row for each matter; a matter still open has an empty
cell under "decided".

  --group COLUMN            who belongs where
  --opened COLUMN           the day each matter was opened: 2026-02-28, or an instant such as 2026-02-28T09:30:00-05:00
  --decided COLUMN          the day it was decided; empty while it is open
  --withdrawn COLUMN        the day it was withdrawn, for a matter that ended so: shows the share that gives up
  --as-of DATE              the day of counting (default: today)
  --zone NAME               the time zone whose calendar days count, such as America/New_York (default: UTC)
  --reference NAME          the group that others are compared with (default: the largest)
  --strata LIST             columns, with commas: compare only matters that are alike in them
  --by-month                compare only matters opened in the same month
  --promise DAYS            the promised number of days: adds the backlog and the share that is late
  --horizon DAYS            compare mean waits up to this day (default: as far as every group has been followed)
  --id COLUMN               refuse a file in which an id stands twice
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}`;

const OPTIONS = [
  'group',
  'opened',
  'decided',
  'withdrawn',
  'as-of',
  'zone',
  'reference',
  'strata',
  'promise',
  'horizon',
  'id',
  ...OUTPUT_OPTIONS,
] as const;

interface Command extends Output<PageFormat> {
  /** Where the file lies. */
  readonly file: string;
  readonly plan: DelayPlan;
}

/** Answers the exit code. */
export const runDelay = (args: readonly string[], world: DelayWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'delay',
    usage: DELAY_USAGE,
    read: (words) => readCommand(words, world.now()),
    async work({ file, plan, format }, tell) {
      tell('Reading the matters and comparing the waits');
      const bytes = await wholeOf(world, file);
      const report = bytes.ok ? measureDelay(bytes.value, plan) : bytes;
      return report.ok ? success(inFormat(format, report.value, DELAY_FORMS)) : report;
    },
  });

function readCommand(args: readonly string[], now: number): Result<Command, Misuse> {
  const words = readWords(args, {
    options: OPTIONS,
    switches: ['json', 'by-month'],
    file: 'matters',
  });
  if (!words.ok) {
    return words;
  }
  const { file, value, switches } = words.value;
  const [group, opened, decided] = [value('group'), value('opened'), value('decided')];
  if (group === undefined || opened === undefined || decided === undefined) {
    return bad('Name the columns with --group, --opened and --decided.');
  }
  const zone = value('zone');
  const asOf = dayOfCounting(value('as-of'), zone ?? 'UTC', now);
  const promised = wholeDays(value('promise'), 'promise');
  const horizon = wholeDays(value('horizon'), 'horizon');
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!asOf.ok) {
    return asOf;
  }
  if (!promised.ok) {
    return promised;
  }
  if (!horizon.ok) {
    return horizon;
  }
  if (!output.ok) {
    return output;
  }
  return success({
    ...output.value,
    file,
    plan: {
      file: nameOf(file),
      group,
      opened,
      decided,
      withdrawn: value('withdrawn'),
      byMonth: switches.has('by-month'),
      zone,
      id: value('id'),
      strata: listOf(value('strata')),
      asOf: asOf.value,
      asOfToday: value('as-of') === undefined,
      reference: value('reference'),
      promisedDays: promised.value,
      horizonDays: horizon.value,
    },
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
    return bad(`There is no time zone "${zone}": write one such as America/New_York.`);
  }
  const parsed = parseCivilDate(text);
  return parsed.ok
    ? parsed
    : bad(`--as-of: ${parsed.refusal.because}. Write a date such as 2026-02-28.`);
}

function wholeDays(
  text: string | undefined,
  name: 'promise' | 'horizon',
): Result<number | undefined, Misuse> {
  if (text === undefined) {
    return success(undefined);
  }
  return /^[1-9]\d{0,4}$/.test(text)
    ? success(Number(text))
    : bad(`--${name} takes a whole number of days, not "${text}".`);
}
