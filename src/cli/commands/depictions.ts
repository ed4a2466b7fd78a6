/** `evenhand depictions ITEMS SERVED`: whom the items of each form show, beside those who are served. Keeps nothing. */
import { type Result, success } from '../../kernel/result/result.ts';
import { DEPICTION_FORMS } from '../../reporting/depiction-report/depiction-document.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { depictionsOfFiles } from '../../workflow/audit/depictions-of-files.ts';
import { type Misuse, readWords } from './command-words.ts';
import { type FileWorld, nameOf, runOnFile, wholeOf } from './file-command.ts';
import {
  OUTPUT_OPTIONS,
  OUTPUT_USAGE,
  type Output,
  outputOf,
  PAGE_FORMATS,
  type PageFormat,
} from './output-options.ts';

const DEPICTIONS_USAGE = `evenhand depictions ITEMS SERVED [options]

Compares the clients and settings that the items of each form show with those whom the profession serves.
ITEMS (CSV, TSV or a spreadsheet) has a row for each item: the column item, the column form if there are several, and a
column for each variable of SERVED, such as setting or age of the client; empty where the item shows nobody in particular,
several categories between semicolons.
SERVED has the columns variable, category and count.

  --form NAME               only this form
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}`;

interface Command extends Output<PageFormat> {
  readonly file: string;
  readonly served: string;
  readonly form: string | undefined;
}

/** Answers the exit code. */
export const runDepictions = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'depictions',
    usage: DEPICTIONS_USAGE,
    read: readCommand,
    async work({ file, served, form, format }) {
      const items = await wholeOf(world, file);
      if (!items.ok) {
        return items;
      }
      const known = await wholeOf(world, served, `those who are served, "${nameOf(served)}",`);
      if (!known.ok) {
        return known;
      }
      const report = depictionsOfFiles(
        { name: nameOf(file), bytes: items.value },
        { name: nameOf(served), bytes: known.value },
        form,
      );
      return report.ok ? success(inFormat(format, report.value, DEPICTION_FORMS)) : report;
    },
  });

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, {
    options: ['form', ...OUTPUT_OPTIONS],
    switches: ['json'],
    file: 'items',
    second: 'served',
  });
  if (!words.ok) {
    return words;
  }
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!output.ok) {
    return output;
  }
  const { file, second, value } = words.value;
  return success({ ...output.value, file, served: second ?? '', form: value('form') });
}
