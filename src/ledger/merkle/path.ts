/**
 * Climbing from a leaf to the root, as both proofs do: at each level the hash beside us is joined on the left or on
 * the right, as the bits of our place say. Places and sizes are big integers, because a proof comes from a
 * stranger and may name any 64-bit number.
 * The decomposition into an inner part (both sides occur) and a border (only left neighbors) is that of
 * RFC 9162, sections 2.1.3.2 and 2.1.4.2.
 */
import { type Hash, nodeHash } from './hash.ts';

export interface Climb {
  /** Steps taken inside the last complete subtree around the leaf. */
  readonly inner: number;
  /** Steps along the right border of the tree. */
  readonly border: number;
}

export function climbOf(index: bigint, size: bigint): Climb {
  const inner = bitLength(index ^ (size - 1n));
  return { inner, border: ones(index >> BigInt(inner)) };
}

/** Joins every neighbor on the side that the place says. */
export const joinInner = (start: Hash, neighbors: readonly Hash[], index: bigint): Hash =>
  neighbors.reduce(
    (hash, neighbor, step) =>
      isRight(index, step) ? nodeHash(neighbor, hash) : nodeHash(hash, neighbor),
    start,
  );

/** Joins only the neighbors on the left: rebuilds the older, smaller tree from the same path. */
export const joinInnerLeft = (start: Hash, neighbors: readonly Hash[], index: bigint): Hash =>
  neighbors.reduce(
    (hash, neighbor, step) => (isRight(index, step) ? nodeHash(neighbor, hash) : hash),
    start,
  );

export const joinBorder = (start: Hash, neighbors: readonly Hash[]): Hash =>
  neighbors.reduce((hash, neighbor) => nodeHash(neighbor, hash), start);

export function trailingZeros(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n && rest % 2n === 0n; rest >>= 1n) {
    count += 1;
  }
  return count;
}

const isRight = (index: bigint, step: number): boolean => ((index >> BigInt(step)) & 1n) === 1n;
const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
const ones = (value: bigint): number => [...value.toString(2)].filter((bit) => bit === '1').length;
