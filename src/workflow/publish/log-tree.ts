/** The tree over the lines of the database: leaf hashes are read once and kept, in flat bytes. */
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { at } from '../../kernel/result/at.ts';
import { grownTree } from '../../ledger/merkle/grown-tree.ts';
import { leafHash, sameBytes } from '../../ledger/merkle/hash.ts';
import type { EntrySource } from '../../ledger/merkle/log-files.ts';
import type { NodeSource } from '../../ledger/merkle/subtree.ts';
import { TILE_WIDTH } from '../../ledger/merkle/tile.ts';
import type { Transactor } from '../ports/ports.ts';

export const WORKER = { rights: 'worker', person: undefined } as const;
const PIECE = 5000;

export interface LogTree {
  /** Reads on until the tree holds so many lines. */
  upTo(size: number): Promise<void>;
  readonly nodes: NodeSource;
}

export function logTree(records: Transactor): LogTree {
  const tree = grownTree();
  let before: Promise<void> = Promise.resolve();
  const readOn = async (size: number): Promise<void> => {
    while (tree.size() < size) {
      const from = tree.size();
      const more = await records.as(WORKER, ({ log }) =>
        log.leafHashes(from, Math.min(PIECE, size - from)),
      );
      if (more.length === 0) {
        throw new Error(`the log holds ${from} entries where ${size} were counted`);
      }
      tree.append(joined(...more));
    }
  };
  return {
    nodes: tree.nodes,
    upTo(size) {
      before = before.catch(() => {}).then(() => readOn(size));
      return before;
    },
  };
}

/**
 * Entries by place, from the bundle in which `published` lies. Each must be what its hash says: a line that was changed
 * in the database is never published.
 */
export async function entriesFrom(
  records: Transactor,
  published: number,
  size: number,
  nodes: NodeSource,
): Promise<EntrySource> {
  const from = published - (published % TILE_WIDTH);
  const entries: Uint8Array[] = [];
  for (let place = from; place < size; place += PIECE) {
    const rows = await records.as(WORKER, ({ log }) =>
      log.entries(place, Math.min(PIECE, size - place)),
    );
    for (const row of rows) {
      const entry = utf8(row.commitment);
      if (!sameBytes(leafHash(entry), await nodes(0, row.place))) {
        throw new Error(
          `line ${row.place} of the decision log is not the one that was written: the database was changed. Nothing is published`,
        );
      }
      entries.push(entry);
    }
  }
  return (index) => at(entries, index - from);
}
