/**
 * `evenhand protect TABLE`: the table as it may be published, and the proof. Reads files, writes the table, keeps nothing.
 * What cannot be read, does not add up or cannot be protected ends with a sentence and exit code 2.
 */
import { RULES } from '../../fairness/disclosure/linked-tables.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { PROTECTED_FORMS } from '../../reporting/protected-table/protected-table.ts';
import {
  type NamedFile,
  type ProtectPlan,
  protectTable,
} from '../../workflow/audit/protect-table.ts';
import { bad, type Misuse, readWords } from './command-words.ts';
import { type FileWorld, nameOf, runOnFile, wholeOf } from './file-command.ts';
import {
  OUTPUT_OPTIONS,
  OUTPUT_USAGE,
  type Output,
  outputOf,
  PAGE_FORMATS,
  type PageFormat,
} from './output-options.ts';

export interface ProtectWorld extends FileWorld {
  readonly solver: () => Promise<Solver>;
}

const PROTECT_USAGE = `evenhand protect TABLE [options]

Prints the table with its small numbers withheld, and with so many others withheld that none of them can be worked
out: not by subtraction, not from earlier tables, and not by somebody who knows that they are counted themselves.
TABLE (CSV, TSV or a spreadsheet) has names in its first row and first column and counts of people in all other cells.

  --total-row NAME          the row of totals (default: one named total, all or sum)
  --total-column NAME       the column of totals (default: one named total, all, sum, n or tested)
  --earlier FILE            a table published earlier about the same people up to an earlier day, with "withheld" where a
                            number was; once for each, the oldest first
  --smallest N              counts below N are withheld (default ${RULES.smallest})
  --values N                how many values every withheld number must be able to have (default ${RULES.values})
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}`;

const OPTIONS = [
  'total-row',
  'total-column',
  'earlier',
  'smallest',
  'values',
  ...OUTPUT_OPTIONS,
] as const;

interface Command extends Output<PageFormat> {
  readonly file: string;
  readonly earlier: readonly string[];
  readonly plan: ProtectPlan;
}

/** Answers the exit code. */
export const runProtect = (args: readonly string[], world: ProtectWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'protect',
    usage: PROTECT_USAGE,
    read: readCommand,
    async work({ file, earlier, plan, format }, tell) {
      const bytes = await wholeOf(world, file);
      if (!bytes.ok) {
        return bytes;
      }
      const before = await allOf(earlier, world);
      if (!before.ok) {
        return before;
      }
      tell('Withholding numbers and proving that none can be worked out');
      const table = protectTable(await world.solver(), bytes.value, before.value, plan);
      return table.ok ? success(inFormat(format, table.value, PROTECTED_FORMS)) : table;
    },
  });

/** The tables published earlier, or what is wrong with the first that cannot be read. */
async function allOf(
  paths: readonly string[],
  world: FileWorld,
): Promise<Result<readonly NamedFile[]>> {
  const files: NamedFile[] = [];
  for (const path of paths) {
    const name = nameOf(path);
    const bytes = await wholeOf(world, path, `the earlier table "${name}"`);
    if (!bytes.ok) {
      return bytes;
    }
    files.push({ name, bytes: bytes.value });
  }
  return success(files);
}

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, { options: OPTIONS, switches: ['json'], file: 'counts' });
  if (!words.ok) {
    return words;
  }
  const { file, value, values } = words.value;
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!output.ok) {
    return output;
  }
  const smallest = numberOf(value('smallest'), RULES.smallest);
  const possible = numberOf(value('values'), RULES.values);
  if (smallest === undefined || possible === undefined) {
    return bad('--smallest and --values are whole numbers of 2 and more.');
  }
  return success({
    ...output.value,
    file,
    earlier: values('earlier'),
    plan: {
      totalRow: value('total-row'),
      totalColumn: value('total-column'),
      rules: { smallest, values: possible },
    },
  });
}

const numberOf = (text: string | undefined, otherwise: number): number | undefined =>
  text === undefined
    ? otherwise
    : /^\d{1,4}$/.test(text) && Number(text) >= 2
      ? Number(text)
      : undefined;
