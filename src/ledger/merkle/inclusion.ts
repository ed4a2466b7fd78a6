/**
 * Proof that an entry is in the log: the neighbors met on the way from the entry to the root. Twenty hashes prove one
 * entry among a million, and whoever checks them needs nothing else from us.
 * Source: RFC 6962 (2013), section 2.1.1; the check is RFC 9162 (2021), section 2.1.3.2.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { HASH_BYTES, type Hash, sameBytes } from './hash.ts';
import { climbOf, joinBorder, joinInner } from './path.ts';
import { hashOf, type NodeSource, type Stretch, splitOf } from './subtree.ts';

export interface Inclusion {
  readonly index: number | bigint;
  readonly size: number | bigint;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

export type ProofRefusal = 'out-of-range' | 'wrong-length' | 'root-differs';

/** The proof that entry `index` is in the tree of the first `size` entries. */
export function inclusionProof(index: number, size: number, nodes: NodeSource): Promise<Hash[]> {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`entry ${index} asked of a log of ${size}`);
  }
  return Promise.all(neighbors(index, { from: 0, to: size }).map((part) => hashOf(part, nodes)));
}

/** The stretches beside our path, lowest first. */
function neighbors(index: number, { from, to }: Stretch): Stretch[] {
  if (to - from === 1) {
    return [];
  }
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...neighbors(index, { from, to: middle }), { from: middle, to }]
    : [...neighbors(index, { from: middle, to }), { from, to: middle }];
}

export function checkInclusion(claim: Inclusion): Result<true, ProofRefusal> {
  const index = BigInt(claim.index);
  const size = BigInt(claim.size);
  if (index < 0n || index >= size) {
    return refuse('out-of-range', `entry ${index} cannot be in a log of ${size} entries`);
  }
  const { inner, border } = climbOf(index, size);
  if (claim.proof.length !== inner + border) {
    return refuse(
      'wrong-length',
      `a proof for entry ${index} of ${size} has ${inner + border} hashes, not ${claim.proof.length}`,
    );
  }
  if ([claim.leaf, claim.root, ...claim.proof].some((hash) => hash.length !== HASH_BYTES)) {
    return refuse('wrong-length', 'a hash in the proof is not 32 bytes long');
  }
  const reached = joinBorder(
    joinInner(claim.leaf, claim.proof.slice(0, inner), index),
    claim.proof.slice(inner),
  );
  return sameBytes(reached, claim.root)
    ? success(true)
    : refuse('root-differs', 'the proof does not lead from this entry to the root of the log');
}
