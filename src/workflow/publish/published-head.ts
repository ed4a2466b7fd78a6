/**
 * The log that was published is the measure, and the database has to fit it, never the other way round. The last signed
 * head lies in the log's folder, outside the database, and with every witness. A database with fewer lines than that head
 * counts, or with another root at its size, was restored from an older backup or was rewritten: it is refused, because
 * going on would write other lines under numbers that people hold receipts for.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Checkpoint, openCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import type { NoteKey } from '../../ledger/checkpoint/note.ts';
import { sameBytes } from '../../ledger/merkle/hash.ts';
import { type NodeSource, rootAt } from '../../ledger/merkle/subtree.ts';

export type LogRefusal = 'database-behind' | 'another-past' | 'head-unreadable';

/** A head that was signed, and where it was kept. */
export interface KeptHead {
  readonly kept: 'folder' | 'database';
  readonly note: string;
}

/** The heads as signed by this log, or why one of them cannot be. */
export async function openedHeads(
  heads: readonly KeptHead[],
  key: NoteKey,
): Promise<Result<ReadonlyMap<KeptHead['kept'], Checkpoint>, 'head-unreadable'>> {
  const opened = new Map<KeptHead['kept'], Checkpoint>();
  for (const { kept, note } of heads) {
    const head = await openCheckpoint(note, key, checkEd25519);
    if (!head.ok) {
      return refuse(
        'head-unreadable',
        `the last head of the decision log, kept in the ${kept}, is not signed by this log's key: ${head.refusal.because}. ${HELD} To mend it, bring back the file "checkpoint" of the log's folder, the folder of keys and the database from the same newest backup, and start again`,
      );
    }
    opened.set(kept, head.value);
  }
  return success(opened);
}

/** Does the database, with `size` lines and the tree over them, continue every head that was signed? */
export async function fits(
  heads: ReadonlyMap<KeptHead['kept'], Checkpoint>,
  size: number,
  nodes: NodeSource,
): Promise<Result<true, LogRefusal>> {
  for (const [kept, head] of heads) {
    if (head.size > size) {
      return refuse(
        'database-behind',
        `the database holds ${lines(size)} of the decision log, and the head that was signed, kept in the ${kept}, counts ${head.size}. The database is older than the log: most likely an older backup was restored. ${HELD} ${MEND}`,
      );
    }
    if (!sameBytes(await rootAt(head.size, nodes), head.root)) {
      return refuse(
        'another-past',
        `the first ${lines(head.size)} of the decision log in the database are not those whose head was signed and kept in the ${kept}. Somebody has changed the database, or it belongs to another installation. ${HELD} ${MEND}`,
      );
    }
  }
  return success(true);
}

const HELD =
  'What was published stays readable; nothing is decided and nothing is published until this is mended, so that no number of the log is given out twice.';
const MEND =
  'To mend it, stop the service, restore the newest backup of the database together with the folders "log" and "keys", and start again. Every line that is missing is still in the files of the log; see docs/how-to/restore-a-backup.md';

const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;
