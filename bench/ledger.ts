/**
 * How fast the decision log grows and proves, next to what it cannot be faster than: the bare SHA-256 of the same entries and
 * joints, by the same code and by Node's own, in the same run. A log of a million entries in the memory of the publisher:
 * appends a CPU second, bytes an entry, and the time of a proof for any entry, with its check.
 * Run: npm run bench -- ledger
 */
import { createHash } from 'node:crypto';
import { utf8 } from '../src/kernel/bytes/bytes.ts';
import { date } from '../src/kernel/dates/civil-date.ts';
import { commitTo, entryBytes } from '../src/ledger/entry/entry.ts';
import { consistencyProof } from '../src/ledger/merkle/consistency.ts';
import { grownTree } from '../src/ledger/merkle/grown-tree.ts';
import { leafHash, nodeHash } from '../src/ledger/merkle/hash.ts';
import { checkInclusion, inclusionProof } from '../src/ledger/merkle/inclusion.ts';
import { rootAt } from '../src/ledger/merkle/subtree.ts';

const ENTRIES = 1_000_000;
const DIFFERENT = 5000;
const PROOFS = 5000;
const PIECE = 256;

const entries = Array.from({ length: DIFFERENT }, (_, number) =>
  entryBytes(
    commitTo({
      kind: 'eligibility',
      program: 'larkspur-care',
      rules: '2026-01-01',
      decidedOn: date('2026-03-04'),
      matter: `M-${number}`,
      outcome: 'eligible',
      salt: utf8(String(number).padStart(32, '0')),
    }),
  ),
);
const entryAt = (place: number): Uint8Array => entries[place % DIFFERENT] ?? new Uint8Array();

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const said = (what: string, value: string): void => console.log(`${what.padEnd(52)} ${value}`);
const rate = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en-US')} a CPU second`;

globalThis.gc?.();
const before = process.memoryUsage();
const tree = grownTree();
const grown = cpuSeconds(() => {
  for (let place = 0; place < ENTRIES; place += PIECE) {
    const count = Math.min(PIECE, ENTRIES - place);
    const leaves = new Uint8Array(count * 32);
    for (let k = 0; k < count; k += 1) leaves.set(leafHash(entryAt(place + k)), k * 32);
    tree.append(leaves);
  }
});
const held = process.memoryUsage();
const bare = cpuSeconds(() => {
  let hash = leafHash(entryAt(0));
  for (let place = 0; place < ENTRIES; place += 1) {
    hash = nodeHash(hash, leafHash(entryAt(place)));
  }
});
const node = cpuSeconds(() => {
  const joint = Buffer.alloc(65);
  for (let place = 0; place < ENTRIES; place += 1) {
    createHash('sha256').update(entryAt(place)).digest().copy(joint);
    createHash('sha256').update(joint).digest();
  }
});
said(`appends of entries of ${entries[0]?.length} bytes`, rate(ENTRIES, grown));
said('two bare hashes an entry, by the same code', rate(ENTRIES, bare));
said('two bare hashes an entry, by node:crypto', rate(ENTRIES, node));
said('of the bare hashes by the same code', `${((100 * bare) / grown).toFixed(0)}%`);
said(
  'memory of the tree',
  `${((held.arrayBuffers - before.arrayBuffers) / ENTRIES).toFixed(0)} bytes an entry`,
);

const root = await rootAt(ENTRIES, tree.nodes);
const times: number[] = [];
let checked = 0;
let inCheck = 0;
for (let k = 0; k < PROOFS; k += 1) {
  const index = (k * 7_368_787 + 11) % ENTRIES;
  const started = performance.now();
  const proof = await inclusionProof(index, ENTRIES, tree.nodes);
  times.push(performance.now() - started);
  const from = performance.now();
  const found = checkInclusion({
    index,
    size: ENTRIES,
    leaf: leafHash(entryAt(index)),
    proof,
    root,
  });
  inCheck += performance.now() - from;
  checked += found.ok ? 1 : 0;
}
times.sort((a, b) => a - b);
const at = (share: number): string =>
  `${(times[Math.floor(share * (PROOFS - 1))] ?? 0).toFixed(3)} ms`;
said(`proof of one of ${ENTRIES.toLocaleString('en-US')}: half within`, at(0.5));
said('  99 of 100 within, and the slowest', `${at(0.99)}, ${at(1)}`);
said('  its check', `${(inCheck / PROOFS).toFixed(3)} ms`);
said('proofs that hold', `${checked} of ${PROOFS}`);
const start = performance.now();
const steps = await consistencyProof(654_321, ENTRIES, tree.nodes);
said(
  'proof that the log continues 654,321 entries',
  `${(performance.now() - start).toFixed(3)} ms, ${steps.length} hashes`,
);
if (checked < PROOFS) process.exitCode = 1;
