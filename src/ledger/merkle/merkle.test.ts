import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, fromHex, joined, toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { checkConsistency, consistencyProof } from './consistency.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontier, rootOf } from './frontier.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './hash.ts';
import { checkInclusion, inclusionProof } from './inclusion.ts';
import { type NodeSource, rootAt } from './subtree.ts';

interface Known {
  readonly entriesHex: readonly string[];
  readonly rootsHex: readonly string[];
  readonly inclusionOfEntry5Of8Hex: readonly string[];
  readonly consistencyOf6To8Hex: readonly string[];
}
const known: Known = JSON.parse(readFileSync('reference/ledger/rfc6962-roots.json', 'utf8'));
const knownLeaves = known.entriesHex.map((entry) => leafHash(fromHex(entry)));

/** A tree kept whole in memory: what a table of complete nodes is to the real log. */
function grown(leaves: readonly Hash[]): {
  at: Frontier[];
  nodes: NodeSource;
} {
  const table = new Map<string, Hash>();
  const at = [EMPTY_FRONTIER];
  for (const leaf of leaves) {
    const appended = appendLeaf(at.at(-1)!, leaf);
    at.push(appended.frontier);
    for (const { height, index, hash } of appended.complete) {
      table.set(`${height}/${index}`, hash);
    }
  }
  const nodes = (height: number, index: number): Hash => {
    const hash = table.get(`${height}/${index}`);
    assert.ok(hash, `node ${height}/${index} was asked for and is not complete`);
    return hash;
  };
  return { at, nodes };
}

/** The definition in RFC 6962, section 2.1, written down as it stands there. */
function definedRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

const some = (count: number): Hash[] =>
  Array.from({ length: count }, (_, number) => leafHash(utf8(`entry ${number}`)));

test('the published trees of one to eight entries have their published roots', () => {
  const { at } = grown(knownLeaves);
  assert.deepEqual(
    at.map((head) => toHex(rootOf(head))),
    known.rootsHex,
  );
});

test('the published proofs of inclusion and consistency come out, hash by hash', async () => {
  const { nodes } = grown(knownLeaves);
  const inclusion = await inclusionProof(5, 8, nodes);
  assert.deepEqual(inclusion.map(toHex), known.inclusionOfEntry5Of8Hex);
  const consistency = await consistencyProof(6, 8, nodes);
  assert.deepEqual(consistency.map(toHex), known.consistencyOf6To8Hex);
});

test('the root is the one the definition gives, at every size up to 300, and from stored nodes', async () => {
  const leaves = some(300);
  const { at, nodes } = grown(leaves);
  for (let size = 0; size <= leaves.length; size += 1) {
    const root = toHex(definedRoot(leaves.slice(0, size)));
    assert.equal(toHex(rootOf(at[size]!)), root);
    assert.equal(toHex(await rootAt(size, nodes)), root);
  }
});

test('every entry of every log up to 70 entries can be proved, at no other place and to no other log', async () => {
  const leaves = some(71);
  const { at, nodes } = grown(leaves);
  for (let size = 1; size <= 70; size += 1) {
    const root = rootOf(at[size]!);
    for (let index = 0; index < size; index += 1) {
      const claim = {
        index,
        size,
        leaf: leaves[index]!,
        proof: await inclusionProof(index, size, nodes),
        root,
      };
      assert.ok(checkInclusion(claim).ok);
      assert.ok(!checkInclusion({ ...claim, leaf: leaves[index + 1]! }).ok);
      assert.ok(!checkInclusion({ ...claim, root: rootOf(at[size + 1]!) }).ok);
      if (size > 1) assert.ok(!checkInclusion({ ...claim, index: (index + 1) % size }).ok);
    }
  }
});

test('every log up to 70 entries is proved to continue every earlier one, and no other', async () => {
  const { at, nodes } = grown(some(70));
  const other = grown(some(70).map((leaf) => nodeHash(leaf, leaf)));
  for (let newerSize = 1; newerSize <= 70; newerSize += 1) {
    for (let olderSize = 1; olderSize <= newerSize; olderSize += 1) {
      const claim = {
        olderSize,
        newerSize,
        olderRoot: rootOf(at[olderSize]!),
        newerRoot: rootOf(at[newerSize]!),
        proof: await consistencyProof(olderSize, newerSize, nodes),
      };
      assert.ok(checkConsistency(claim).ok, `${olderSize} to ${newerSize}`);
      assert.ok(!checkConsistency({ ...claim, olderRoot: rootOf(other.at[olderSize]!) }).ok);
      assert.ok(!checkConsistency({ ...claim, newerRoot: rootOf(other.at[newerSize]!) }).ok);
    }
  }
});

test('one changed bit anywhere in a proof breaks it', async () => {
  const { at, nodes } = grown(some(200));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 200 }),
      fc.nat(),
      fc.nat(),
      fc.nat(255),
      async (size, anyIndex, anyStep, bit) => {
        const index = anyIndex % size;
        const proof = await inclusionProof(index, size, nodes);
        const step = anyStep % proof.length;
        const bent = proof.map((hash, place) => (place === step ? flipped(hash, bit) : hash));
        const claim = { index, size, leaf: some(200)[index]!, root: rootOf(at[size]!) };
        assert.ok(checkInclusion({ ...claim, proof }).ok);
        assert.ok(!checkInclusion({ ...claim, proof: bent }).ok);
      },
    ),
    { numRuns: 60 },
  );
});

test('a leaf cannot be passed off as a node, nor a node as a leaf', () => {
  const [left, right] = some(2);
  assert.notEqual(toHex(leafHash(joined(left!, right!))), toHex(nodeHash(left!, right!)));
});

test('a frontier read back from memory is checked for its number of peaks', () => {
  const { at } = grown(some(13));
  assert.equal(toHex(rootOf(frontier(13, at[13]!.peaks))), toHex(rootOf(at[13]!)));
  assert.throws(() => frontier(12, at[13]!.peaks), /3 peaks cannot carry a tree of 12/);
  assert.throws(() => frontier(1, [new Uint8Array(31)]), /32 bytes/);
});

function flipped(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

const VECTORS = '../shared/vectors/transparency-dev-merkle/testdata';
const skip = existsSync(VECTORS) ? false : 'no ../shared';

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly leafIdx?: number | string;
  readonly treeSize?: number | string;
  readonly leafHash?: string;
  readonly root?: string;
  readonly size1?: number | string;
  readonly size2?: number | string;
  readonly root1?: string;
  readonly root2?: string;
  readonly proof?: readonly string[];
}

/** 64-bit numbers are kept as text, because a JSON number loses their last digits. */
const vectors = (folder: string): Vector[] =>
  readdirSync(`${VECTORS}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(`${VECTORS}/${folder}/${name}`, 'utf8'))
    .map((text) => JSON.parse(text.replaceAll(/: (\d{16,})/g, ': "$1"')));

const bytes = (text: string | undefined): Hash => fromBase64(text ?? '');

test('transparency-dev/merkle: every good and bad proof of inclusion is told apart', {
  skip,
}, () => {
  const all = vectors('inclusion');
  assert.equal(all.length, 98);
  for (const { desc, wantErr, leafIdx, treeSize, leafHash: leaf, root, proof } of all) {
    const answer = checkInclusion({
      index: BigInt(leafIdx ?? 0),
      size: BigInt(treeSize ?? 0),
      leaf: bytes(leaf),
      proof: (proof ?? []).map(bytes),
      root: bytes(root),
    });
    assert.equal(!answer.ok, wantErr, desc);
  }
});

test('transparency-dev/merkle: every good and bad proof of consistency is told apart', {
  skip,
}, () => {
  const all = vectors('consistency');
  assert.equal(all.length, 98);
  for (const { desc, wantErr, size1, size2, root1, root2, proof } of all) {
    const answer = checkConsistency({
      olderSize: BigInt(size1 ?? 0),
      newerSize: BigInt(size2 ?? 0),
      olderRoot: bytes(root1),
      newerRoot: bytes(root2),
      proof: (proof ?? []).map(bytes),
    });
    assert.equal(!answer.ok, wantErr, desc);
  }
});
