/**
 * A whole tree in memory, growing at its right edge: the hashes of each level in one flat run of bytes, so that a tree of
 * a million entries takes 64 bytes an entry and no object for any. Every proof is read off, nothing is hashed for it but
 * the few joints at the right edge.
 */
import { HASH_BYTES, type Hash, nodeHash } from './hash.ts';
import type { NodeSource } from './subtree.ts';

export interface GrownTree {
  size(): number;
  /** Appends leaves: their hashes one after another in one run of bytes. */
  append(leaves: Uint8Array): void;
  readonly nodes: NodeSource;
}

interface Level {
  bytes: Uint8Array;
  count: number;
}

const FIRST_ROOM = 64;
/** By how much room grows when it runs out: halves of it, so that little lies empty. */
const GROWTH = 1.5;

export function grownTree(): GrownTree {
  const levels: Level[] = [];
  return {
    size: () => levels[0]?.count ?? 0,
    append(leaves) {
      if (leaves.length % HASH_BYTES !== 0) {
        throw new RangeError(`${leaves.length} bytes are not a whole number of hashes`);
      }
      if (leaves.length > 0) {
        put(levelAt(levels, 0), leaves);
        grow(levels);
      }
    },
    nodes(height, index) {
      const level = levels[height];
      if (level === undefined || index < 0 || index >= level.count) {
        throw new RangeError(`the tree has no node ${index} at height ${height}`);
      }
      return hashAt(level, index);
    },
  };
}

/** Joins every pair that is whole and not joined yet, level by level. */
function grow(levels: Level[]): void {
  for (let height = 0; height < levels.length; height += 1) {
    const below = levelAt(levels, height);
    if (below.count < 2) {
      break;
    }
    const above = levelAt(levels, height + 1);
    for (let index = above.count; index * 2 + 1 < below.count; index += 1) {
      put(above, nodeHash(hashAt(below, index * 2), hashAt(below, index * 2 + 1)));
    }
  }
}

function levelAt(levels: Level[], height: number): Level {
  const level = levels[height] ?? { bytes: new Uint8Array(FIRST_ROOM * HASH_BYTES), count: 0 };
  levels[height] = level;
  return level;
}

function put(level: Level, hashes: Uint8Array): void {
  const start = level.count * HASH_BYTES;
  const end = start + hashes.length;
  if (end > level.bytes.length) {
    const room = Math.max(end, Math.ceil((level.bytes.length / HASH_BYTES) * GROWTH) * HASH_BYTES);
    const larger = new Uint8Array(room);
    larger.set(level.bytes.subarray(0, start));
    level.bytes = larger;
  }
  level.bytes.set(hashes, start);
  level.count += hashes.length / HASH_BYTES;
}

const hashAt = ({ bytes }: Level, index: number): Hash =>
  bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
