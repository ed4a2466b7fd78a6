/**
 * The whole log worked out again from its entries, by somebody who trusts nothing but a key and, if they have one, a
 * checkpoint they saw earlier. Finds an entry that was edited, deleted, put in between or moved, files that
 * are missing, a log cut short, a log rolled back to an earlier state, and a log whose past was written anew.
 *
 * A log that was rewritten from the first entry and signed again with its owner's key is whole in itself. Only an earlier
 * checkpoint, kept outside the owner's reach, shows that; hence `seen`.
 *
 * Not here: where the files lie (the caller reads them), keeping the checkpoint seen last (cli/commands/ledger).
 */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { rootOf } from '../merkle/frontier.ts';
import { sameBytes } from '../merkle/hash.ts';
import { tilePath } from '../merkle/tile.ts';
import { type Checkpoint, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import type { DifferenceKind } from './compare-bundle.ts';
import type { CheckEd25519, NoteKey } from './note.ts';
import {
  checkUpperTiles,
  type FileFault,
  type LogFiles,
  type LogReading,
  readLog,
  type Sum,
} from './read-log.ts';

export type FaultKind =
  | FileFault['kind']
  | DifferenceKind
  | 'no-checkpoint'
  | 'checkpoint-refused'
  | 'seen-checkpoint-refused'
  | 'rolled-back'
  | 'past-rewritten'
  | 'root-differs';

export interface Fault {
  readonly kind: FaultKind;
  /** The file, or the entries, in which it shows. */
  readonly where: string;
  readonly because: string;
}

export interface LogReport {
  readonly sound: boolean;
  readonly faults: readonly Fault[];
  readonly entriesRead: number;
  /** The head as signed; missing when the checkpoint could not be trusted. */
  readonly head?: OpenedCheckpoint;
  /** The checkpoint as it stands in the file: what to keep as the one seen last. */
  readonly checkpoint?: string;
}

export interface LogToVerify {
  readonly files: LogFiles;
  readonly key: NoteKey;
  readonly check: CheckEd25519;
  /** Checkpoints seen at earlier times, as they were signed. */
  readonly seen?: readonly string[];
  readonly witnesses?: readonly NoteKey[];
  readonly quorum?: number;
}

export async function verifyLog(log: LogToVerify): Promise<LogReport> {
  const bytes = await log.files.read('checkpoint');
  const checkpoint = bytes === undefined ? undefined : textOf(bytes);
  if (checkpoint === undefined) {
    const because = 'there is no checkpoint: nothing says what this log should hold';
    return report([{ kind: 'no-checkpoint', where: 'checkpoint', because }]);
  }
  const head = await openCheckpoint(checkpoint, log.key, log.check, log.witnesses, log.quorum);
  if (!head.ok) {
    const because = head.refusal.because;
    return report([{ kind: 'checkpoint-refused', where: 'checkpoint', because }]);
  }
  const earlier = await Promise.all(
    (log.seen ?? []).map((note) => openCheckpoint(note, log.key, log.check)),
  );
  const seen = earlier.flatMap((one) => (one.ok ? [one.value] : []));
  const reading = await readLog(log.files, head.value.size, new Set(seen.map(({ size }) => size)));
  const sum = trusted(reading, head.value);
  const faults: Fault[] = [
    ...earlier.flatMap((one) => (one.ok ? [] : [seenRefused(one.refusal.because)])),
    ...seen.flatMap((one) => againstSeen(head.value, one, sum)),
    ...reading.faults,
    ...differenceFaults(reading, head.value),
    ...(await checkUpperTiles(log.files, sum)),
    ...rootFaults(reading, head.value),
  ];
  return { ...report(faults), entriesRead: reading.entriesRead, head: head.value, checkpoint };
}

const report = (faults: readonly Fault[]): LogReport => ({
  sound: faults.length === 0,
  faults,
  entriesRead: 0,
});

const seenRefused = (because: string): Fault => ({
  kind: 'seen-checkpoint-refused',
  where: 'the checkpoint seen earlier',
  because: `${because}. Either the key of the log was changed, or the checkpoint you kept was`,
});

const leadsTo = ({ frontier }: Sum, { size, root }: Checkpoint): boolean =>
  frontier.size === size && sameBytes(rootOf(frontier), root);

/** Of entries and recorded hashes, the one that leads to the signed root; the entries when neither does. */
const trusted = ({ entries, hashes }: LogReading, head: Checkpoint): Sum =>
  !leadsTo(entries, head) && leadsTo(hashes, head) ? hashes : entries;

function againstSeen(head: Checkpoint, seen: Checkpoint, sum: Sum): Fault[] {
  if (seen.size > head.size) {
    const because = `you have seen ${seen.size} entries; now the log says it has ${head.size}`;
    return [{ kind: 'rolled-back', where: 'checkpoint', because }];
  }
  // Where files are missing the earlier root cannot be worked out; that is told as the fault it is.
  const then = seen.size === head.size ? head.root : sum.rootsWhenSeen.get(seen.size);
  if (then === undefined || sameBytes(then, seen.root)) {
    return [];
  }
  const because = 'they no longer add up to the checkpoint that you saw earlier';
  return [{ kind: 'past-rewritten', where: numbers(0, seen.size - 1), because }];
}

const DONE_TO_ENTRIES: Readonly<Record<DifferenceKind, string>> = {
  'entry-edited': 'what stands there now is not what was recorded',
  'entry-removed': 'recorded once, and no longer there',
  'entry-inserted': 'there now, and never recorded',
  'entries-reordered': 'recorded in another order',
};

function differenceFaults(reading: LogReading, head: Checkpoint): Fault[] {
  if (leadsTo(reading.entries, head)) {
    // The entries are what was signed, so where the two differ it is the file of hashes that is wrong.
    const files = new Set(reading.differences.map(({ tile }) => tilePath(tile)));
    const because = 'this file of hashes does not fit the entries, which are as signed';
    return [...files].map((where) => ({ kind: 'hashes-altered', where, because }));
  }
  return reading.differences.map(({ in: { kind, entries }, tile }) => ({
    kind,
    where: `${entries.length === 1 ? 'entry' : 'entries'} ${inShort(entries)} (${tilePath({ ...tile, level: 'entries' })})`,
    because: DONE_TO_ENTRIES[kind],
  }));
}

function rootFaults(reading: LogReading, head: Checkpoint): Fault[] {
  if (leadsTo(reading.entries, head)) {
    return [];
  }
  const followed = reading.entries.frontier.size;
  const because =
    followed === head.size
      ? 'the entries do not add up to the root that was signed'
      : `the signed checkpoint counts ${head.size} entries, and ${followed} are there`;
  return [{ kind: 'root-differs', where: numbers(0, head.size - 1), because }];
}

const numbers = (first: number, last: number): string =>
  last < first ? 'checkpoint' : first === last ? `entry ${first}` : `entries ${first} to ${last}`;

const SHOWN = 8;
const inShort = (entries: readonly number[]): string =>
  entries.length <= SHOWN
    ? entries.join(', ')
    : `${entries.slice(0, SHOWN).join(', ')} and ${entries.length - SHOWN} more`;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
}
