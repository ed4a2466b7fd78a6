import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOG, line, lines, smallLog } from '../../../tests/support/small-log.ts';
import { type Checkpoint, readCheckpoint } from '../checkpoint/checkpoint.ts';
import { signedText } from '../checkpoint/cosignature.ts';
import { checkEd25519, ed25519Signer } from '../checkpoint/ed25519.ts';
import { signNote } from '../checkpoint/note.ts';
import { readAddCheckpoint, writeAddCheckpoint } from './add-checkpoint.ts';
import { type Judgment, judge } from './judge.ts';

const log = smallLog(lines(40));
/** The same first 20 lines, and another past after them. */
const fork = smallLog([
  ...lines(20),
  ...Array.from({ length: 20 }, (_, n) => line(20 + n, 'refused')),
]);

function headOf(checkpoint: string): Checkpoint {
  const head = readCheckpoint(signedText(checkpoint));
  assert.ok(head.ok);
  return head.value;
}
const known = async (size: number): Promise<Checkpoint | undefined> =>
  size === 0 ? undefined : headOf(await log.checkpoint(size));

async function judged(body: string, last: number): Promise<Judgment> {
  const asked = readAddCheckpoint(body);
  assert.ok(asked.ok, body);
  return await judge(asked.value, [LOG.key], await known(last), checkEd25519);
}

test('a head that continues the one before is signed; the first one a witness sees is, too', async () => {
  assert.deepEqual(await judged(await log.asks(0, 7), 0), { kind: 'sign', isNew: true });
  for (const [from, to] of [
    [1, 2],
    [7, 8],
    [8, 16],
    [13, 40],
    [32, 40],
  ] as const) {
    assert.deepEqual(await judged(await log.asks(from, to), from), { kind: 'sign', isNew: true });
  }
  assert.deepEqual(await judged(await log.asks(13, 13), 13), { kind: 'sign', isNew: false });
});

test('asked from another size than it knows, a witness says which it knows', async () => {
  for (const from of [0, 12, 14]) {
    const found = await judged(await log.asks(from, 20), 13);
    assert.deepEqual([found.kind, found.kind === 'conflict' && found.knownSize], ['conflict', 13]);
  }
});

test('no second head of one size is signed, nor a smaller one', async () => {
  assert.equal((await judged(await fork.asks(30, 30), 30)).kind, 'conflict');
  assert.equal((await judged(await log.asks(20, 12), 20)).kind, 'older-than-old-size');
  assert.equal((await judged(await log.asks(12, 12), 20)).kind, 'conflict');
});

test('another past is not signed, whatever proof comes with it', async () => {
  assert.equal((await judged(await fork.asks(30, 40), 30)).kind, 'does-not-continue');
  const proof = await log.proof(30, 40);
  const mixed = writeAddCheckpoint({ oldSize: 30, proof, checkpoint: await fork.checkpoint(40) });
  assert.equal((await judged(mixed, 30)).kind, 'does-not-continue');
  const short = writeAddCheckpoint({
    oldSize: 30,
    proof: proof.slice(1),
    checkpoint: await log.checkpoint(40),
  });
  assert.equal((await judged(short, 30)).kind, 'does-not-continue');
  const extra = writeAddCheckpoint({ oldSize: 0, proof, checkpoint: await log.checkpoint(40) });
  assert.equal((await judged(extra, 0)).kind, 'does-not-continue');
  assert.equal(
    (await judged(await fork.asks(20, 40), 20)).kind,
    'sign',
    'who only saw 20 cannot know',
  );
});

test('an empty log has one root, and no other', async () => {
  assert.deepEqual(await judged(await log.asks(0, 0), 0), { kind: 'sign', isNew: true });
  const odd = await signNote(`${LOG.key.name}\n0\n${'A'.repeat(43)}=\n`, [LOG]);
  const body = writeAddCheckpoint({ oldSize: 0, proof: [], checkpoint: odd });
  assert.equal((await judged(body, 0)).kind, 'conflict');
});

test('a log it does not watch, and one that did not sign, are told apart', async () => {
  const stranger = ed25519Signer('stranger.example/log', new Uint8Array(32).fill(9));
  assert.equal(
    (await judged(await smallLog(lines(3), stranger).asks(0, 3), 0)).kind,
    'unknown-log',
  );
  const forger = ed25519Signer(LOG.key.name, new Uint8Array(32).fill(9));
  assert.equal(
    (await judged(await smallLog(lines(3), forger).asks(0, 3), 0)).kind,
    'not-signed-by-the-log',
  );
  const spoiled = (await log.asks(0, 7)).replace('\n7\n', '\n8\n');
  assert.equal((await judged(spoiled, 0)).kind, 'not-signed-by-the-log');
});

test('a request that is none is refused with the line that is wrong', async () => {
  const good = await log.asks(7, 20);
  for (const [bad, says] of [
    ['', /begins with a line/],
    [good.replace('old 7', 'old 07'), /begins with a line/],
    [good.replace('old 7', 'old -7'), /begins with a line/],
    [good.replace('old 7', 'older 7'), /begins with a line/],
    [good.replace('old 7\n', 'old 7\nxx\n'), /line 2 .* not a hash/],
    [good.replace('old 7\n', `old 7\n${`${'A'.repeat(43)}=\n`.repeat(64)}`), /at most 63/],
  ] as const) {
    const read = readAddCheckpoint(bad);
    assert.ok(!read.ok && says.test(read.refusal.because), JSON.stringify(bad.slice(0, 60)));
  }
  const read = readAddCheckpoint(good);
  assert.ok(read.ok && writeAddCheckpoint(read.value) === good, 'a good one comes back as it was');
});

test('whatever a log asks, in whatever order, what a witness signs is one growing log', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ from: fc.nat(40), to: fc.nat(40), forked: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      async (asks) => {
        let last: Checkpoint | undefined;
        for (const { from, to, forked } of asks) {
          const source = forked ? fork : log;
          // Half of them ask from where the witness stands, as an honest log would.
          const start = from % 2 === 0 ? (last?.size ?? 0) : from;
          const asked = readAddCheckpoint(await source.asks(Math.min(start, to), to));
          assert.ok(asked.ok);
          const found = await judge(asked.value, [LOG.key], last, checkEd25519);
          if (found.kind === 'sign') {
            const head = headOf(asked.value.checkpoint);
            const before = last;
            assert.ok(before === undefined || head.size >= before.size);
            // Beyond the 20 lines they share, a signed fork stays a fork.
            if (before !== undefined && before.size > 20) {
              const owner = headOf(await log.checkpoint(before.size)).root;
              const wasLog = owner.every((byte, place) => byte === before.root[place]);
              assert.equal(forked, !wasLog);
            }
            last = head;
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
