/**
 * The log looks at itself once a day, as a stranger would: every file is read and every hash worked out again, held against
 * the head seen the day before; and every place given out on a status list is held against the lines of the log. The
 * result is published as it is, a file in the log's folder and a part of its page. It proves nothing to somebody who
 * distrusts the body, who can run the same check; it makes sure that a mistake is not found first by others.
 */
import { toBase64, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { type LogReport, verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import type { IssuanceDifference, LogWatch, LogWatchRow } from '../ports/log-watch.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from './log-publisher.ts';
import { WORKER } from './log-tree.ts';

const MOST_DIFFERENCES = 100;
export const WATCH_FILE = 'monitor.json';
/** The day and the SHA-256 of that file in base64, signed with the key of the log. */
export const WATCH_NOTE = 'monitor.note';

/** Does nothing where today's result is there already. Answers the newest one. */
export async function watchDaily(
  world: Pick<World, 'records' | 'clock'>,
  log: PublishedLog,
): Promise<LogWatchRow> {
  const last = await lastWatch(world);
  const today = world.clock.today();
  return last?.onDay === today ? last : await watchLog(world, log, last);
}

export const lastWatch = (world: Pick<World, 'records'>): Promise<LogWatchRow | undefined> =>
  world.records.as({ rights: 'public', person: undefined }, (records) => records.log.lastWatch());

async function watchLog(
  world: Pick<World, 'records' | 'clock'>,
  log: PublishedLog,
  before: LogWatchRow | undefined,
): Promise<LogWatchRow> {
  const earlier = before?.result.checkpoint;
  const report = await verifyLog({
    files: log.folder,
    key: log.key,
    check: checkEd25519,
    witnesses: log.witnesses,
    ...(earlier === undefined ? {} : { seen: [earlier] }),
  });
  const issued = await world.records.as(WORKER, async (records) => ({
    ...(await records.log.issuance()),
    differences: await records.log.issuanceDifferences(MOST_DIFFERENCES),
  }));
  const result = resultOf(log, report, issued, earlier);
  const row = { onDay: world.clock.today(), sound: isSound(result), result };
  await world.records.as(WORKER, async (records) => {
    await records.log.keepWatch(row);
    if (!row.sound && before?.sound !== false) {
      await records.log.tellDifference(...letterOf(row));
    }
  });
  const { checkpoint: _, ...published } = result;
  const file = { version: 1, on: row.onDay, log: log.key.name, sound: row.sound, ...published };
  const bytes = utf8(`${JSON.stringify(file, null, 2)}\n`);
  await log.folder.write(WATCH_FILE, bytes);
  const note = await log.signed('monitor', `${row.onDay}\n${toBase64(sha256(bytes))}\n`);
  await log.folder.write(WATCH_NOTE, utf8(note));
  return row;
}

/** Told once, on the first day on which something is found; the pages say so until a day on which nothing is. */
function letterOf({ onDay, result }: LogWatchRow): readonly [string, string] {
  const found = result.faults.length + result.issued.differences.length;
  return [
    'The decision log differs from what it should be',
    `Its daily look at itself on ${inWords(onDay)} found ${found} ${found === 1 ? 'thing' : 'things'}. What was found is published at /log and in /log/monitor.json. Until it is mended, this stands on your pages.\n`,
  ];
}

function resultOf(
  log: PublishedLog,
  report: LogReport,
  issued: {
    readonly places: number;
    readonly lines: number;
    readonly differences: readonly IssuanceDifference[];
  },
  earlier: string | undefined,
): LogWatch {
  const signed = new Set(report.head?.signedBy.map(({ key }) => key.id));
  // What cannot be trusted is not what tomorrow is held against.
  const checkpoint = report.sound ? report.checkpoint : earlier;
  return {
    entries: report.entriesRead,
    faults: report.faults.map(({ kind, where, because }) => ({ kind, where, because })),
    witnesses: log.witnesses.map(({ name, id }) => ({ name, signed: signed.has(id) })),
    issued,
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

const isSound = ({ faults, issued }: LogWatch): boolean =>
  faults.length === 0 && issued.differences.length === 0;
