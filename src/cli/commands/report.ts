/**
 * `evenhand report verify FILE.json` checks a public report: that the key of the decision log has signed it, that not a
 * character was changed, that the log holds it (with `--receipt`), and that every figure which follows from the published
 * counts does. With the same code as the page that checks it in a browser, and without asking anybody.
 *
 * Exit codes: 0 everything agrees, 1 something does not, 2 nothing could be said.
 */
import { parseArgs } from 'node:util';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { readNoteKey } from '../../ledger/checkpoint/note.ts';
import type { Recomputed } from '../../reporting/public-report/recompute.ts';
import { type CheckedReport, checkReport } from '../../workflow/report/check-report.ts';
import { memberIn, printable, textOf } from './foreign-text.ts';

export interface ReportWorld {
  /** The bytes of a file, or nothing where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const AGREES = 0;
const DIFFERS = 1;
const UNKNOWN = 2;
const MOST_SHOWN = 20;
const FORMATS = ['text', 'json'] as const;
const USAGE =
  'evenhand report verify FILE.json [--key KEY] [--receipt FILE] [--format text|json]\n' +
  '  --key KEY        the key as the site publishes it at /log/key; without it, the one that stands in the file';

/** Runs the command and answers with its exit code. */
export async function runReport(args: readonly string[], world: ReportWorld): Promise<number> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    world.err(asked);
    world.err(USAGE);
    return UNKNOWN;
  }
  const text = textOf(await world.readFile(asked.file));
  const receipt = asked.receipt === undefined ? '' : textOf(await world.readFile(asked.receipt));
  if (text === undefined || receipt === undefined) {
    world.err(`${text === undefined ? asked.file : asked.receipt} is not there, or is not text.`);
    return UNKNOWN;
  }
  const key = readNoteKey(asked.key ?? memberIn(text, 'key'));
  if (!key.ok) {
    world.err(
      asked.key === undefined
        ? `${asked.file} names no key, or is no report. Give the key with --key.`
        : key.refusal.because,
    );
    return UNKNOWN;
  }
  const checked = await checkReport(
    { text, key: key.value, receipt: asked.receipt === undefined ? undefined : receipt },
    checkEd25519,
  );
  if (!checked.ok) {
    world.err(`${asked.file} is no report: ${checked.refusal.because}.`);
    return UNKNOWN;
  }
  if (asked.format === 'json') {
    world.out(JSON.stringify(asData(checked.value), null, 2));
  } else {
    tell(checked.value, asked.key !== undefined, world);
  }
  return checked.value.holds ? AGREES : DIFFERS;
}

interface Asked {
  readonly file: string;
  readonly key: string | undefined;
  readonly receipt: string | undefined;
  readonly format: (typeof FORMATS)[number];
}

function readArgs(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        receipt: { type: 'string' },
        format: { type: 'string' },
      },
    });
    const [action, file, ...more] = positionals;
    const format = FORMATS.find((known) => known === (values.format ?? 'text'));
    if (action !== 'verify' || file === undefined || more.length > 0) {
      return 'Say "verify" and name one file that holds a report.';
    }
    return format === undefined
      ? `--format is one of ${FORMATS.join(', ')}, not "${values.format}".`
      : { file, key: values.key, receipt: values.receipt, format };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function tell(checked: CheckedReport, isKeyGiven: boolean, { out }: ReportWorld): void {
  const { report, signature, body, log, agreeing, differing } = checked;
  out(
    printable(
      `Report ${report.number}, counted until ${report.countedUntil}: ${checked.holds ? 'everything agrees' : 'NOT EVERYTHING AGREES'}.`,
    ),
  );
  for (const [name, { answer, found }] of Object.entries({ signature, body, log })) {
    out(
      printable(
        `  ${`${name}:`.padEnd(12)}${answer === 'not-asked' ? 'not asked' : answer}, ${found}`,
      ),
    );
  }
  out(
    `  figures:    ${agreeing.toLocaleString('en-US')} agree, ${differing.toLocaleString('en-US')} differ`,
  );
  const apart = differences(checked);
  for (const { place, one } of apart.slice(0, MOST_SHOWN)) {
    const [was, is] = [one.published, one.workedOut].map((value) => JSON.stringify(value));
    out(printable(`    ${place}: published ${was}, worked out ${is}`));
  }
  if (apart.length > MOST_SHOWN) {
    out(`    and ${apart.length - MOST_SHOWN} more`);
  }
  out(
    `  not worked out again: the waiting times, ${report.waiting} rows of groups by kind and program, and the exam questions. They rest on the days and answers of single people, which nobody publishes; their digest is in the decision log.`,
  );
  if (!isKeyGiven) {
    out(
      '  The key is the one in the file. Compare it with the one the site publishes at /log/key, or give that with --key.',
    );
  }
}

const differences = ({ tables }: CheckedReport) =>
  tables.flatMap(({ kind, dimension, part, figures }) =>
    figures
      .filter(({ agrees }) => !agrees)
      .map((one: Recomputed) => ({
        place: [kind, dimension, part, one.group, one.figure]
          .filter((word) => word !== '')
          .join(' / '),
        one,
      })),
  );

const asData = (checked: CheckedReport) => ({
  report: checked.report.number,
  release: checked.report.release,
  countedUntil: checked.report.countedUntil,
  publishedOn: checked.report.publishedOn,
  digest: checked.digest,
  holds: checked.holds,
  signature: checked.signature,
  body: checked.body,
  log: checked.log,
  agree: checked.agreeing,
  differ: checked.differing,
  differences: differences(checked).map(({ place, one }) => ({
    place,
    published: one.published,
    workedOut: one.workedOut,
  })),
  notWorkedOut: {
    waitingTimesOfGroups: checked.report.waiting,
    questions: checked.report.questions,
  },
});
