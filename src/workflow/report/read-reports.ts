/** Public reports as anybody reads them, under the rights of nobody; and each as the file that is downloaded. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { PublicReport } from '../../reporting/public-report/public-report.ts';
import type { World } from '../ports/ports.ts';
import type { ReportRow } from '../ports/report-records.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { openedReceipt } from '../publish/opened-receipt.ts';
import { reportLabel } from './report-note.ts';

type ReadWorld = Pick<World, 'records'>;

const NOBODY = { rights: 'public', person: undefined } as const;

/** From the oldest to the newest. */
export const reportsPublished = (world: ReadWorld): Promise<readonly Omit<ReportRow, 'body'>[]> =>
  world.records.as(NOBODY, ({ reports }) => reports.list());

export interface ReportKept {
  readonly row: ReportRow;
  readonly report: PublicReport;
}

const read = new Map<string, PublicReport>();

/** Undefined where no report of that number was published. */
export async function reportNumbered(
  world: ReadWorld,
  number: number,
): Promise<ReportKept | undefined> {
  if (!Number.isSafeInteger(number) || number < 1 || number > MOST_REPORTS) {
    return undefined;
  }
  const row = await world.records.as(NOBODY, ({ reports }) => reports.read(number));
  return row === undefined ? undefined : { row, report: reportIn(row) };
}

/** A report a year: far more than there will ever be, and no more than a column of the database can number. */
const MOST_REPORTS = 1_000_000;

/** A report never changes, and reading one takes longer than a page should. */
function reportIn({ digest, body }: ReportRow): PublicReport {
  const known = read.get(digest) ?? (JSON.parse(body) as PublicReport);
  read.set(digest, known);
  return known;
}

/** The file: the report in the very bytes that were signed for, the note, and the key to compare with the published one. */
export const reportFile = ({ row }: ReportKept, key: string): string =>
  `{"report":${row.body},"note":${JSON.stringify(row.note)},"key":${JSON.stringify(key)}}\n`;

/** The receipt of its line in the log, which anybody may open; undefined until the log's head covers it. */
export async function reportReceipt(
  world: ReadWorld,
  log: PublishedLog,
  { row }: ReportKept,
): Promise<string | undefined> {
  const [line] = await world.records.as(NOBODY, (records) => records.log.entries(row.place, 1));
  if (line === undefined) {
    return undefined;
  }
  const outcome: Json = { release: row.release, digest: row.digest };
  const receipt = await openedReceipt(log, {
    place: row.place,
    commitment: line.commitment,
    plain: { matter: reportLabel(row.number), outcome },
    salt: row.opening,
  });
  return receipt.ok ? receipt.value : undefined;
}
