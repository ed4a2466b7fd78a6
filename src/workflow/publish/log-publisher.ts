/**
 * Publishes the decision log: the files of its tree, then the signed head that counts them. A decision is in the log's
 * table before anyone is told; here it becomes something that outsiders can check, within a moment of the commit.
 *
 * If this stops half way, files lie there that no head speaks of; the next run writes the same bytes again.
 */
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { at } from '../../kernel/result/at.ts';
import { signCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { type NoteKey, noteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { writeReceipt } from '../../ledger/checkpoint/receipt.ts';
import type { Opening } from '../../ledger/entry/entry.ts';
import { type Hash, nodeHash } from '../../ledger/merkle/hash.ts';
import { inclusionProof } from '../../ledger/merkle/inclusion.ts';
import { filesAdded } from '../../ledger/merkle/log-files.ts';
import { type NodeSource, rootAt } from '../../ledger/merkle/subtree.ts';
import type { Signer, Transactor } from '../ports/ports.ts';

/** Where the public files of the log are kept. A write is whole or not at all. */
export interface LogFolder {
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface LogWorld {
  readonly records: Transactor;
  readonly folder: LogFolder;
  readonly signer: Signer;
  /** The name the log goes by in its heads and keys; the same for ever. */
  readonly name: string;
}

export interface PublishedLog {
  readonly key: NoteKey;
  /** Brings the files and the signed head up to date with the table. */
  publish(): Promise<void>;
  /** A receipt for one place, for the person concerned; undefined until a head counts it. */
  receipt(place: number, entry: string, opening: Opening | undefined): Promise<string | undefined>;
}

const WORKER = { rights: 'worker', person: undefined } as const;
const PIECE = 5000;

export function publishedLog(world: LogWorld): PublishedLog {
  const key = noteKey(world.name, world.signer.publicKey);
  const leaves = growingLeaves(world.records);
  let last: Promise<void> = Promise.resolve();
  return {
    key,
    publish() {
      last = last.catch(() => {}).then(() => publish(world, key, leaves));
      return last;
    },
    async receipt(place, entry, opening) {
      const head = await world.records.as(WORKER, ({ log }) => log.checkpoint());
      if (head === undefined || head.size <= place) {
        return undefined;
      }
      await leaves.upTo(head.size);
      return writeReceipt(
        { entry: utf8(entry), ...(opening === undefined ? {} : { opening }) },
        {
          index: place,
          proof: await inclusionProof(place, head.size, leaves.nodes),
          checkpoint: head.note,
        },
      );
    },
  };
}

async function publish(world: LogWorld, key: NoteKey, leaves: GrowingLeaves): Promise<void> {
  const { size, published } = await world.records.as(WORKER, async ({ log }) => ({
    size: await log.size(),
    published: (await log.checkpoint())?.size ?? 0,
  }));
  if (size === published && (await world.folder.read('checkpoint')) !== undefined) {
    return;
  }
  await leaves.upTo(size);
  const entries = await entriesFrom(world.records, published, size);
  for await (const file of filesAdded(published, size, leaves.nodes, entries)) {
    await world.folder.write(file.path, file.bytes);
  }
  const root = await rootAt(size, leaves.nodes);
  const note = await signCheckpoint(
    { size, root },
    { key, sign: (text) => world.signer.sign(text) },
  );
  await world.folder.write('key', utf8(`${writeNoteKey(key)}\n`));
  await world.records.as(WORKER, ({ log }) => log.saveCheckpoint(size, note));
  await world.folder.write('checkpoint', utf8(note));
}

/** Entries by place. A bundle may reach back before what is new, so its start is read too. */
async function entriesFrom(
  records: Transactor,
  published: number,
  size: number,
): Promise<(index: number) => Uint8Array> {
  const from = Math.max(0, published - 256);
  const texts: string[] = [];
  for (let place = from; place < size; place += PIECE) {
    const rows = await records.as(WORKER, ({ log }) =>
      log.entries(place, Math.min(PIECE, size - place)),
    );
    texts.push(...rows.map((row) => row.commitment));
  }
  return (index) => utf8(at(texts, index - from));
}

interface GrowingLeaves {
  upTo(size: number): Promise<void>;
  readonly nodes: NodeSource;
}

/** Leaf hashes are read once and kept; whole subtrees are worked out once and kept. */
function growingLeaves(records: Transactor): GrowingLeaves {
  const rows: Hash[][] = [[]];
  const upTo = async (size: number): Promise<void> => {
    const leaves = at(rows, 0);
    while (leaves.length < size) {
      const more = await records.as(WORKER, ({ log }) =>
        log.leafHashes(leaves.length, Math.min(PIECE, size - leaves.length)),
      );
      if (more.length === 0) {
        throw new Error(`the log holds ${leaves.length} entries where ${size} were counted`);
      }
      leaves.push(...more);
    }
    for (let height = 1; at(rows, height - 1).length >= 2; height += 1) {
      const below = at(rows, height - 1);
      const row = rows[height] ?? [];
      rows[height] = row;
      for (let index = row.length; index * 2 + 1 < below.length; index += 1) {
        row.push(nodeHash(at(below, index * 2), at(below, index * 2 + 1)));
      }
    }
  };
  return { upTo, nodes: (height, index) => at(at(rows, height), index) };
}

/** The name in a key line that was published before, so that a log keeps its name when its address changes. */
export const nameInKey = (line: Uint8Array): string | undefined =>
  fromUtf8(line).trim().split('+')[0];
