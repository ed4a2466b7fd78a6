/**
 * The right edge of a growing tree: all that must be remembered to append the next entry and to know the root,
 * at most one hash for each power of two. A tree of a million entries is carried by twenty hashes.
 *
 * The peaks are the roots of the perfect subtrees of `size` entries, largest first: 13 entries are 8 + 4 + 1, so
 * three peaks. The root joins them from the right (RFC 6962, section 2.1: split at the largest power of two).
 *
 * Not here: proofs (inclusion, consistency), files (tile).
 */
import { at } from '../../kernel/result/at.ts';
import { EMPTY_ROOT, HASH_BYTES, type Hash, nodeHash } from './hash.ts';

export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

/** A node that will never change again: the root of the perfect subtree of 2^height leaves at place `index`. */
export interface CompleteNode {
  readonly height: number;
  readonly index: number;
  readonly hash: Hash;
}

export interface Appended {
  readonly frontier: Frontier;
  /** The leaf itself and every node it completed, lowest first: the rows a store must add. */
  readonly complete: readonly CompleteNode[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** Reads a frontier back from memory. A wrong number of peaks is a broken store, so it throws. */
export function frontier(size: number, peaks: readonly Hash[]): Frontier {
  if (!Number.isSafeInteger(size) || size < 0 || peaks.length !== ones(size)) {
    throw new RangeError(`${peaks.length} peaks cannot carry a tree of ${size} entries`);
  }
  if (peaks.some((peak) => peak.length !== HASH_BYTES)) {
    throw new RangeError('a peak is not 32 bytes long');
  }
  return { size, peaks };
}

export function appendLeaf(to: Frontier, leaf: Hash): Appended {
  const peaks = [...to.peaks];
  const complete: CompleteNode[] = [{ height: 0, index: to.size, hash: leaf }];
  let hash = leaf;
  let index = to.size;
  for (let height = 0; index % 2 === 1; height += 1) {
    const left = at(peaks, peaks.length - 1);
    peaks.pop();
    hash = nodeHash(left, hash);
    index = (index - 1) / 2;
    complete.push({ height: height + 1, index, hash });
  }
  peaks.push(hash);
  return { frontier: { size: to.size + 1, peaks }, complete };
}

export function rootOf({ peaks }: Frontier): Hash {
  return peaks.length === 0
    ? EMPTY_ROOT
    : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** How many perfect subtrees a tree of this size falls into: the ones in its binary form. */
function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) {
    count += rest % 2;
  }
  return count;
}
