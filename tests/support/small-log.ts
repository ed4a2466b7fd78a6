/** A log in memory that grows as a log does: entries, the tree over them, signed heads, and its files. */
import { utf8 } from '../../src/kernel/bytes/bytes.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint/checkpoint.ts';
import { ed25519Signer } from '../../src/ledger/checkpoint/ed25519.ts';
import type { NoteSigner } from '../../src/ledger/checkpoint/note.ts';
import { commitTo, entryBytes } from '../../src/ledger/entry/entry.ts';
import { consistencyProof } from '../../src/ledger/merkle/consistency.ts';
import { grownTree } from '../../src/ledger/merkle/grown-tree.ts';
import { leafHash } from '../../src/ledger/merkle/hash.ts';
import { filesAdded } from '../../src/ledger/merkle/log-files.ts';
import { rootAt } from '../../src/ledger/merkle/subtree.ts';
import { writeAddCheckpoint } from '../../src/ledger/witness/add-checkpoint.ts';

export const LOG = ed25519Signer('larkspur.example/log', new Uint8Array(32).fill(1));

/** One line of a log; another `word` makes another line. */
export const line = (number: number, word = 'eligible'): Uint8Array =>
  entryBytes(
    commitTo({
      kind: 'eligibility',
      program: 'larkspur-care',
      rules: '2026-01-01',
      decidedOn: date('2026-03-04'),
      matter: `M-${number}`,
      outcome: word,
      salt: new Uint8Array(32).fill(number % 251),
    }),
  );

export const lines = (count: number, word?: string): Uint8Array[] =>
  Array.from({ length: count }, (_, number) => line(number, word));

export interface SmallLog {
  readonly signer: NoteSigner;
  checkpoint(size: number): Promise<string>;
  proof(from: number, to: number): Promise<readonly Uint8Array[]>;
  /** The body that asks a witness to go from one size to another. */
  asks(from: number, to: number): Promise<string>;
  /** Every file of the log at this size, the signed head too. */
  files(size: number): Promise<Map<string, Uint8Array>>;
}

export function smallLog(entries: readonly Uint8Array[], signer: NoteSigner = LOG): SmallLog {
  const tree = grownTree();
  for (const entry of entries) {
    tree.append(leafHash(entry));
  }
  const { nodes } = tree;
  const checkpoint = async (size: number): Promise<string> =>
    await signCheckpoint({ size, root: await rootAt(size, nodes) }, signer);
  const proof = async (from: number, to: number): Promise<readonly Uint8Array[]> =>
    from === 0 || from >= to ? [] : await consistencyProof(from, to, nodes);
  return {
    signer,
    checkpoint,
    proof,
    asks: async (from, to) =>
      writeAddCheckpoint({
        oldSize: from,
        proof: await proof(from, to),
        checkpoint: await checkpoint(to),
      }),
    async files(size) {
      const files = new Map<string, Uint8Array>();
      const entry = (index: number): Uint8Array => entries[index] ?? new Uint8Array();
      for await (const { path, bytes } of filesAdded(0, size, nodes, entry)) {
        files.set(path, bytes);
      }
      return files.set('checkpoint', utf8(await checkpoint(size)));
    },
  };
}
