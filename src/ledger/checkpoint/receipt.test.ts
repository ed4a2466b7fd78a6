import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { type Commit, commitTo, entryBytes } from '../entry/entry.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf } from '../merkle/frontier.ts';
import { type Hash, leafHash } from '../merkle/hash.ts';
import { inclusionProof } from '../merkle/inclusion.ts';
import { signCheckpoint } from './checkpoint.ts';
import { checkEd25519, ed25519Signer } from './ed25519.ts';
import { checkReceipt, readLogProof, writeReceipt } from './receipt.ts';

const log = ed25519Signer('log.example.org/decisions', new Uint8Array(32).fill(1));
const decided: Commit = {
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2026-01-01',
  decidedOn: date('2026-03-04'),
  matter: 'M-17',
  outcome: { outcome: 'eligible' },
  salt: new Uint8Array(32).fill(7),
};
const { matter, outcome, salt } = decided;
const entry = entryBytes(commitTo(decided));
const INDEX = 17;
const nodes = new Map<string, Hash>();
let head = EMPTY_FRONTIER;
for (let number = 0; number < 40; number += 1) {
  const leaf = leafHash(number === INDEX ? entry : utf8(`another ${number}`));
  const { frontier, complete } = appendLeaf(head, leaf);
  head = frontier;
  for (const node of complete) nodes.set(`${node.height}/${node.index}`, node.hash);
}
const where = {
  index: INDEX,
  proof: await inclusionProof(INDEX, 40, (height, index) => nodes.get(`${height}/${index}`)!),
  checkpoint: await signCheckpoint({ size: 40, root: rootOf(head) }, log),
};
const receipt = writeReceipt({ entry, opening: { matter, outcome, salt } }, where);

test('a receipt proves by itself that this decision on this matter is in the signed log', async () => {
  const checked = await checkReceipt(receipt, log.key, checkEd25519);
  assert.ok(checked.ok);
  assert.equal(checked.value.index, INDEX);
  assert.equal(checked.value.checkpoint.size, 40);
  assert.equal(checked.value.entry?.kind, 'eligibility');
  assert.deepEqual(checked.value.opening, { matter, outcome, salt });
});

test('a receipt without its opening proves the entry and tells nothing of the matter', async () => {
  const bare = writeReceipt({ entry }, where);
  const checked = await checkReceipt(bare, log.key, checkEd25519);
  assert.ok(checked.ok);
  assert.equal(checked.value.entry?.program, 'larkspur-care');
  assert.equal(checked.value.opening, undefined);
});

test('a receipt that claims another outcome or another matter is refused', async () => {
  for (const opening of [
    { matter, outcome: { outcome: 'not-eligible' }, salt },
    { matter: 'M-18', outcome, salt },
    { matter, outcome, salt: new Uint8Array(32) },
  ]) {
    const checked = await checkReceipt(
      writeReceipt({ entry, opening }, where),
      log.key,
      checkEd25519,
    );
    assert.equal(!checked.ok && checked.refusal.kind, 'envelope-does-not-open');
  }
});

test('a receipt for an entry that is not in the log, or from another log, is refused', async () => {
  const forged = entryBytes(commitTo({ ...decided, outcome: { outcome: 'not-eligible' } }));
  const absent = await checkReceipt(writeReceipt({ entry: forged }, where), log.key, checkEd25519);
  assert.equal(!absent.ok && absent.refusal.kind, 'not-in-the-log');
  const stranger = ed25519Signer(log.key.name, new Uint8Array(32).fill(2));
  const foreign = await checkReceipt(receipt, stranger.key, checkEd25519);
  assert.equal(!foreign.ok && foreign.refusal.kind, 'checkpoint-not-signed');
});

test('a receipt reads back line by line', () => {
  const read = readLogProof(receipt);
  assert.ok(read.ok);
  assert.deepEqual([read.value.index, read.value.proof.length], [INDEX, where.proof.length]);
  assert.equal(read.value.checkpoint, where.checkpoint);
  assert.match(receipt, /^c2sp\.org\/tlog-proof@v1\nextra [A-Za-z0-9+/=]+\nindex 17\n/);
});

test('a receipt with any one character changed is refused or says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(receipt.length - 1),
      fc.constantFrom('A', '0', '\n', 'z'),
      async (at, put) => {
        const changed = receipt.slice(0, at) + put + receipt.slice(at + 1);
        const checked = await checkReceipt(changed, log.key, checkEd25519);
        if (checked.ok) {
          assert.equal(checked.value.index, INDEX);
          assert.deepEqual(checked.value.opening, { matter, outcome, salt });
        }
      },
    ),
    { numRuns: 150 },
  );
});
