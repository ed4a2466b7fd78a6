/**
 * Any stretch of the tree as one hash, worked out from its complete nodes: the step that roots and proofs share.
 * MTH(D[n]) = node(MTH(D[0:k]), MTH(D[k:n])) with k the largest power of two below n (RFC 6962, section 2.1).
 */
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';

/**
 * Where complete nodes come from: a table, a list, tile files. Height 0 is the leaves.
 * Being asked for a node that is not there is the store's fault, so it throws.
 */
export type NodeSource = (height: number, index: number) => Hash | Promise<Hash>;

/** Entries `from` up to but not including `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export async function hashOf({ from, to }: Stretch, nodes: NodeSource): Promise<Hash> {
  const length = to - from;
  if (length === 0) {
    return EMPTY_ROOT;
  }
  const height = Math.log2(length);
  if (Number.isInteger(height) && from % length === 0) {
    return nodes(height, from / length);
  }
  const middle = from + splitOf(length);
  return nodeHash(
    await hashOf({ from, to: middle }, nodes),
    await hashOf({ from: middle, to }, nodes),
  );
}

export const rootAt = (size: number, nodes: NodeSource): Promise<Hash> =>
  hashOf({ from: 0, to: size }, nodes);

/** The largest power of two below this length. */
export function splitOf(length: number): number {
  let power = 1;
  while (power * 2 < length) {
    power *= 2;
  }
  return power;
}
