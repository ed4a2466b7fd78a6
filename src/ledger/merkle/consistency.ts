/**
 * Proof that a longer log is an older log with entries added at the end: nothing was changed, removed or put in
 * between. This is what keeps the log's owner honest towards anyone who kept an earlier checkpoint.
 * Source: RFC 6962 (2013), section 2.1.2; the check is RFC 9162 (2021), section 2.1.4.2.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { HASH_BYTES, type Hash, sameBytes } from './hash.ts';
import type { ProofRefusal } from './inclusion.ts';
import { climbOf, joinBorder, joinInner, joinInnerLeft, trailingZeros } from './path.ts';
import { hashOf, type NodeSource, type Stretch, splitOf } from './subtree.ts';

export interface Consistency {
  readonly olderSize: number | bigint;
  readonly newerSize: number | bigint;
  readonly olderRoot: Hash;
  readonly newerRoot: Hash;
  readonly proof: readonly Hash[];
}

/** The proof that the tree of `olderSize` entries is the beginning of the tree of `newerSize`. */
export function consistencyProof(
  olderSize: number,
  newerSize: number,
  nodes: NodeSource,
): Promise<Hash[]> {
  const whole = Number.isSafeInteger(olderSize) && Number.isSafeInteger(newerSize);
  if (!whole || olderSize < 1 || olderSize > newerSize) {
    throw new RangeError(`no proof leads from ${olderSize} entries to ${newerSize}`);
  }
  const parts = subproof(olderSize, { from: 0, to: newerSize }, true);
  return Promise.all(parts.map((part) => hashOf(part, nodes)));
}

/** SUBPROOF of RFC 6962: `known` while the older root itself is the subtree the checker already holds. */
function subproof(older: number, { from, to }: Stretch, known: boolean): Stretch[] {
  if (older === to) {
    return known ? [] : [{ from, to }];
  }
  const middle = from + splitOf(to - from);
  return older <= middle
    ? [...subproof(older, { from, to: middle }, known), { from: middle, to }]
    : [...subproof(older, { from: middle, to }, false), { from, to: middle }];
}

export function checkConsistency(claim: Consistency): Result<true, ProofRefusal> {
  const older = BigInt(claim.olderSize);
  const newer = BigInt(claim.newerSize);
  if (older < 1n || newer < older) {
    return refuse('out-of-range', `a log of ${newer} entries cannot continue one of ${older}`);
  }
  if (older === newer) {
    if (claim.proof.length > 0) {
      return refuse('wrong-length', 'two logs of the same size need no proof');
    }
    return sameBytes(claim.olderRoot, claim.newerRoot)
      ? success(true)
      : refuse('root-differs', 'two logs of the same size have different roots');
  }
  return checkGrowth(claim, older, newer);
}

function checkGrowth(claim: Consistency, older: bigint, newer: bigint): Result<true, ProofRefusal> {
  const hashes = [claim.olderRoot, claim.newerRoot, ...claim.proof];
  if (hashes.some((hash) => hash.length !== HASH_BYTES)) {
    return refuse('wrong-length', 'a hash in the proof is not 32 bytes long');
  }
  const shift = trailingZeros(older);
  const climb = climbOf(older - 1n, newer);
  const inner = climb.inner - shift;
  // When the older tree is one perfect subtree, its root is where the climb starts, and the proof leaves it out.
  const startsAtRoot = older === 1n << BigInt(shift);
  const expected = inner + climb.border + (startsAtRoot ? 0 : 1);
  if (claim.proof.length !== expected) {
    return refuse(
      'wrong-length',
      `the proof from ${older} to ${newer} entries has ${expected} hashes, not ${claim.proof.length}`,
    );
  }
  const start = startsAtRoot ? claim.olderRoot : at(claim.proof, 0);
  const path = startsAtRoot ? claim.proof : claim.proof.slice(1);
  const place = (older - 1n) >> BigInt(shift);
  const inside = path.slice(0, inner);
  const outside = path.slice(inner);
  if (!sameBytes(joinBorder(joinInnerLeft(start, inside, place), outside), claim.olderRoot)) {
    return refuse('root-differs', 'the proof does not lead to the root of the older log');
  }
  return sameBytes(joinBorder(joinInner(start, inside, place), outside), claim.newerRoot)
    ? success(true)
    : refuse('root-differs', 'the proof does not lead to the root of the newer log');
}
