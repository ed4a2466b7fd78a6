import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOG, lines, smallLog } from '../../../tests/support/small-log.ts';
import { openCheckpoint } from './checkpoint.ts';
import { cosign, withCosignature } from './cosignature.ts';
import { checkEd25519, ed25519Signer } from './ed25519.ts';
import { type NoteSigner, noteKey } from './note.ts';

const AT = 1_780_000_000;
const witnessed = (name: string, fill: number): NoteSigner => {
  const plain = ed25519Signer(name, new Uint8Array(32).fill(fill));
  return { ...plain, key: noteKey(name, plain.key.publicKey, 'cosignature') };
};
const east = witnessed('east.example', 3);
const west = witnessed('west.example', 4);
const log = smallLog(lines(9));
const checkpoint = await log.checkpoint(9);

async function bothSigned(): Promise<string> {
  let note = checkpoint;
  for (const one of [east, west]) {
    note = (await withCosignature(note, await cosign(note, one, AT), one.key, checkEd25519)) ?? '';
  }
  return note;
}

test('two witnesses sign one head, each with its time, and a quorum of two is met', async () => {
  const opened = await openCheckpoint(
    await bothSigned(),
    LOG.key,
    checkEd25519,
    [east.key, west.key],
    2,
  );
  assert.ok(opened.ok);
  assert.deepEqual(
    opened.value.signedBy.map(({ key, atSeconds }) => [key.name, atSeconds]),
    [
      ['larkspur.example/log', undefined],
      ['east.example', AT],
      ['west.example', AT],
    ],
  );
  assert.equal(opened.value.size, 9);
});

test('a newer signature of a witness takes the place of its older one, and of no other', async () => {
  const note = await bothSigned();
  const later = await withCosignature(
    note,
    await cosign(note, east, AT + 60),
    east.key,
    checkEd25519,
  );
  const opened = await openCheckpoint(later ?? '', LOG.key, checkEd25519, [east.key, west.key], 2);
  assert.ok(opened.ok);
  const times = new Map(opened.value.signedBy.map(({ key, atSeconds }) => [key.name, atSeconds]));
  assert.deepEqual([times.get('east.example'), times.get('west.example')], [AT + 60, AT]);
  assert.equal(later?.split('\n').length, note.split('\n').length);
});

test('of a hostile answer nothing is kept: other keys, other heads, other lines, floods', async () => {
  const other = await log.checkpoint(8);
  for (const answer of [
    '',
    'nonsense\n',
    await cosign(other, east, AT),
    await cosign(checkpoint, west, AT),
    `${checkpoint}`,
    (await cosign(checkpoint, east, AT)).replace('\u2014 ', ''),
    `${'\u2014 east.example AAAA\n'.repeat(16)}${await cosign(checkpoint, east, AT)}`,
    `\n\n${'x'.repeat(10_000)}\u0000`,
  ]) {
    assert.equal(await withCosignature(checkpoint, answer, east.key, checkEd25519), undefined);
  }
});

test('what stands beside a good line is left behind', async () => {
  const answer = `${await cosign(checkpoint, west, AT)}${await cosign(checkpoint, east, AT)}`;
  const note = await withCosignature(checkpoint, answer, east.key, checkEd25519);
  assert.equal(note, `${checkpoint}${await cosign(checkpoint, east, AT)}`);
});

test('a witness of the name of the log does not take the log’s own signature away', async () => {
  const namesake = witnessed(LOG.key.name, 5);
  const note = await withCosignature(
    checkpoint,
    await cosign(checkpoint, namesake, AT),
    namesake.key,
    checkEd25519,
  );
  assert.ok((await openCheckpoint(note ?? '', LOG.key, checkEd25519, [namesake.key])).ok);
});

test('a key of another kind cannot cosign', async () => {
  await assert.rejects(cosign(checkpoint, LOG, AT), /is not the key of a witness/);
});
