/**
 * `evenhand impact FILE`: outcomes of any decision by group, from any delimited file or spreadsheet. Reads one file, writes
 * a report, keeps nothing.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { IMPACT_FORMS } from '../../reporting/impact-report/impact-document.ts';
import { type ImpactPlan, impactOfFile } from '../../workflow/audit/impact-of-file.ts';
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

const IMPACT_USAGE = `evenhand impact FILE --group COLUMN --outcome COLUMN --favorable VALUE [options]

Prints the outcomes of a decision by group: rates, both ratios, difference and odds ratio with intervals,
exact tests, and for each group one of three answers: disparity shown, parity shown, or cannot tell yet with
the number of people still needed.
FILE is a table (CSV, TSV or a spreadsheet) with a header and one row for each person.

  --group COLUMN            the column that says who belongs where; empty: not stated
  --outcome COLUMN          the column that says what came of it; empty: not decided yet
  --favorable VALUE         the outcome that counts as success, several with commas between
  --unfavorable VALUE       the outcomes that do not; any other is then a fault (default: all others)
  --strata COLUMN           compare only people of equal form, window, year or site
  --reference NAME          the group that others are compared with (default: the highest rate)
  --count COLUMN            how many people a row stands for, in a table of counts
  --id COLUMN               ids, none of which may come twice
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}`;

const NEEDED = ['group', 'outcome', 'favorable'] as const;
const OPTIONS = [
  ...NEEDED,
  'unfavorable',
  'strata',
  'reference',
  'count',
  'id',
  ...OUTPUT_OPTIONS,
] as const;

interface Command extends Output<PageFormat> {
  /** Where the file lies. */
  readonly file: string;
  readonly plan: ImpactPlan;
}

/** Answers the exit code. */
export const runImpact = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'impact',
    usage: IMPACT_USAGE,
    read: readCommand,
    async work({ file, plan, format }, tell) {
      tell('Reading the decisions and comparing the groups');
      const bytes = await wholeOf(world, file);
      const report = bytes.ok ? impactOfFile(bytes.value, plan) : bytes;
      return report.ok ? success(inFormat(format, report.value, IMPACT_FORMS)) : report;
    },
  });

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, { options: OPTIONS, switches: ['json'], file: 'decisions' });
  if (!words.ok) {
    return words;
  }
  const { file, value } = words.value;
  const [group, outcome, favorable] = [value('group'), value('outcome'), value('favorable')];
  if (group === undefined || outcome === undefined || favorable === undefined) {
    return bad(`--${NEEDED.find((option) => value(option) === undefined)} is needed.`);
  }
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!output.ok) {
    return output;
  }
  const unfavorable = value('unfavorable');
  return success({
    ...output.value,
    file,
    plan: {
      file: nameOf(file),
      group,
      outcome,
      favorable: listOf(favorable),
      unfavorable: unfavorable === undefined ? undefined : listOf(unfavorable),
      strata: value('strata'),
      count: value('count'),
      id: value('id'),
      reference: value('reference'),
    },
  });
}
