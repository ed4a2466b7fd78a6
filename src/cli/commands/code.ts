/**
 * `evenhand code FILE --program ID`: are these the texts of that program's code of conduct? Every provision is looked for
 * in its part and group, and everything that is wrong is told with its row and how to mend it. Keeps nothing.
 */
import { parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import { type TextFault, withTexts } from '../../program/conduct/supplied-texts.ts';
import type { CodeVersion } from '../../program/definition/code-of-conduct.ts';
import { readCodeTexts } from '../../workflow/conduct/read-code-texts.ts';
import { bad, type Misuse, readWords } from './command-words.ts';
import { type FileWorld, runOnFile, wholeOf } from './file-command.ts';

const CODE_USAGE = `evenhand code FILE --program ID [options]

Checks the texts of a code of conduct against what is known of its structure, and says what is missing, unknown or there
twice, each with its row and how to mend it. Nothing is kept and nothing is shown to anybody: this is the check that comes
before. FILE (CSV, TSV, a spreadsheet, or JSON as a list of objects) has one provision a row and these columns:

  number   as the code counts it, such as S3
  text     the words of the provision
  title    may be empty where the title is known here
  group    its number or title; may be empty where it is known here
  part     its title; needed where nobody saw how many provisions the part has

  --program ID    whose code it is: ${programs.map(({ id }) => id).join(', ')}
  --on DATE       the version in force on this day, as 2026-01-31 (default: the newest that is known here)
`;

interface Command {
  readonly file: string;
  readonly out: undefined;
  readonly version: CodeVersion;
}

/** Answers the exit code: 2 where anything has to be mended. */
export const runCode = (args: readonly string[], world: FileWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'code',
    usage: CODE_USAGE,
    read: readCommand,
    async work({ file, version }) {
      const bytes = await wholeOf(world, file);
      if (!bytes.ok) {
        return bytes;
      }
      const rows = readCodeTexts(bytes.value);
      if (!rows.ok) {
        return rows;
      }
      const checked = withTexts(version, rows.value);
      return checked.ok
        ? success(wellSaid(checked.value))
        : refuse('not-the-code', faultsInWords(checked.faults));
    },
  });

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, { options: ['program', 'on'], file: 'texts' });
  if (!words.ok) {
    return words;
  }
  const { file, value } = words.value;
  const program = value('program');
  if (program === undefined) {
    return bad('Say whose code it is, with --program.');
  }
  const code = codeOf(program);
  if (code === undefined) {
    return bad(
      `There is no program "${program}". There are ${programs.map(({ id }) => id).join(', ')}.`,
    );
  }
  if (code.texts === 'own-words') {
    return bad(`The code of ${program} is complete, so there are no texts to fill in.`);
  }
  const version = versionAsked(code, value('on'));
  return version.ok ? success({ file, out: undefined, version: version.value }) : version;
}

function versionAsked(
  code: NonNullable<ReturnType<typeof codeOf>>,
  day: string | undefined,
): Result<CodeVersion, Misuse> {
  const newest = code.versions.at(-1);
  if (day === undefined && newest !== undefined) {
    return success(newest);
  }
  const on = parseCivilDate(day ?? '');
  if (!on.ok) {
    return bad(`--on ${day ?? ''}: ${on.refusal.because}.`);
  }
  const version = versionInForce(code, on.value);
  return version.ok ? version : bad(`--on ${on.value}: ${version.refusal.because}.`);
}

/** How many provisions each part has now. */
function wellSaid(version: CodeVersion): string {
  const lines = version.parts
    .filter(({ provisions }) => provisions.length > 0)
    .map(({ title, id, provisions }) => `  ${title.value ?? id}: ${provisions.length}`);
  return `These are the texts of ${version.id}: every provision is there once, in its place.\n${lines.join('\n')}\n`;
}

const faultsInWords = (faults: readonly TextFault[]): string =>
  `${faults.length} to mend:\n${faults
    .map(({ row, message }) => (row === undefined ? `  ${message}` : `  Row ${row}: ${message}`))
    .join('\n')}`;
