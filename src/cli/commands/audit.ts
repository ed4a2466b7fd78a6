/**
 * `evenhand audit FILE`: the technical report of an exam from its file of scored responses. Reads one file,
 * writes a report, keeps nothing. A file or a command with a fault ends with a sentence that says where
 * it is and how to mend it, and with an exit code that is not zero.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { asJson } from '../../reporting/technical-report/as-json.ts';
import { asText } from '../../reporting/technical-report/as-text.ts';
import { type AuditPlan, auditResponses } from '../../workflow/audit/audit-responses.ts';

export interface AuditWorld {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const BAD_FILE = 1;
const BAD_COMMAND = 2;

export const AUDIT_USAGE = `evenhand audit FILE [options]

Prints the technical report of an exam: the rules for missing answers, reliability, the difficulty and
discrimination of every item, and the items that are harder for one group at the same score.
FILE is a CSV file with a header and one row for each person; items hold 1 (right), 0 (wrong) or nothing.

  --items LIST              the item columns (default: the largest family such as item1, item2 ...)
  --pretest LIST            pilot items, which never count in the total
  --id COLUMN               the column of ids (default: found by its name)
  --group COLUMN            the column that says who belongs where
  --reference NAME          the group that others are compared with
  --focal NAME              the group compared with it, several with commas, or "others" (default)
  --omitted, --not-reached, --not-administered, --invalid CODES
                            texts that stand for a missing answer, with commas between
  --json                    the same report as data, with every digit

A LIST names columns: a,b,c or a pattern such as "pilot*" or a range such as item.171-item.200.
`;

const WITH_VALUE = [
  'items',
  'pretest',
  'id',
  'group',
  'reference',
  'focal',
  'omitted',
  'not-reached',
  'not-administered',
  'invalid',
] as const;
type Option = (typeof WITH_VALUE)[number];

interface Command {
  readonly file: string;
  readonly json: boolean;
  readonly options: ReadonlyMap<Option, string>;
}

/** Answers the exit code. */
export async function runAudit(args: readonly string[], world: AuditWorld): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(AUDIT_USAGE);
    return args.length === 0 ? BAD_COMMAND : 0;
  }
  const command = readCommand(args);
  const plan = command.ok ? planOf(command.value) : command;
  if (!command.ok || !plan.ok) {
    const because = plan.ok ? '' : plan.refusal.because;
    world.err(`${because}\nSee evenhand audit --help.\n`);
    return BAD_COMMAND;
  }
  let bytes: Uint8Array;
  try {
    bytes = await world.readFile(command.value.file);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    world.err(
      missing
        ? `There is no file "${command.value.file}" here.\n`
        : `The file "${command.value.file}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}\n`,
    );
    return BAD_FILE;
  }
  const audit = auditResponses(bytes, plan.value);
  if (!audit.ok) {
    world.err(`${command.value.file}: ${audit.refusal.because}\n`);
    return BAD_FILE;
  }
  world.out(command.value.json ? asJson(audit.value) : asText(audit.value));
  return 0;
}

type Misuse = 'bad-command';

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const options = new Map<Option, string>();
  const files: string[] = [];
  let json = false;
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = WITH_VALUE.find((known) => known === name);
    if (word === '--json') {
      json = true;
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
    return refuse('bad-command', 'Name the file of responses.');
  }
  return second === undefined
    ? success({ file, json, options })
    : refuse('bad-command', `One file at a time: "${file}" and "${second}" are named.`);
}

function planOf({ file, options }: Command): Result<AuditPlan, Misuse> {
  const codes = (option: Option): readonly string[] =>
    (options.get(option) ?? '').split(',').flatMap((code) => {
      const text = code.trim();
      return text === '' ? [] : [text];
    });
  const column = options.get('group');
  const reference = options.get('reference');
  const focal = options.get('focal');
  if (column === undefined && (reference !== undefined || focal !== undefined)) {
    return refuse('bad-command', '--reference and --focal need --group: the column to look in.');
  }
  if (column !== undefined && reference === undefined) {
    return refuse(
      'bad-command',
      '--group needs --reference: the group that others are compared with.',
    );
  }
  return success({
    file,
    id: options.get('id'),
    items: options.get('items'),
    pilot: options.get('pretest'),
    codes: {
      omitted: codes('omitted'),
      notReached: codes('not-reached'),
      notAdministered: codes('not-administered'),
      invalid: codes('invalid'),
    },
    groups:
      column === undefined || reference === undefined
        ? undefined
        : { column, reference, focal: focal ?? 'others' },
  });
}
