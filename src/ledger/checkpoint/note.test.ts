import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64 } from '../../kernel/bytes/bytes.ts';
import { openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.ts';
import { checkEd25519, ed25519Signer } from './ed25519.ts';
import { type NoteKey, noteKey, openNote, readNoteKey, signNote, writeNoteKey } from './note.ts';
import { readLogProof } from './receipt.ts';

const published: {
  readonly example: { readonly key: string; readonly note: string };
  readonly pairs: readonly { readonly key: string; readonly secretBase64: string }[];
} = JSON.parse(readFileSync('reference/ledger/signed-notes.json', 'utf8'));

function keyIn(line: string): NoteKey {
  const key = readNoteKey(line);
  assert.ok(key.ok, line);
  return key.value;
}

test('the example note of C2SP is signed by its key', async () => {
  const opened = await openNote(
    published.example.note,
    [keyIn(published.example.key)],
    checkEd25519,
  );
  assert.ok(opened.ok);
  assert.equal(opened.value.text, 'This is an example message.\n');
});

test('published secrets give their published keys, written the same way', () => {
  for (const { key, secretBase64 } of published.pairs) {
    const signer = ed25519Signer(key.split('+')[0]!, fromBase64(secretBase64));
    assert.equal(writeNoteKey(signer.key), key);
    assert.equal(writeNoteKey(keyIn(key)), key);
  }
});

test('a key line with another name, id or kind is refused', () => {
  const { key } = published.example;
  for (const wrong of [
    key.replace('foo', 'bar'),
    key.replace('530d903a', '530d903b'),
    key.replace('+Aeky', '+A+ky'),
    key.slice(0, -4),
    '',
  ]) {
    const read = readNoteKey(wrong);
    assert.ok(!read.ok, wrong);
  }
});

const log = ed25519Signer('log.example.org/decisions', new Uint8Array(32).fill(1));
const text = 'one\ntwo\n';

test('a note opens for those who know one of its keys, and for nobody else', async () => {
  const other = ed25519Signer('other.example.org', new Uint8Array(32).fill(2));
  const note = await signNote(text, [log, other]);
  const both = await openNote(note, [log.key, other.key], checkEd25519);
  assert.ok(both.ok);
  assert.deepEqual(
    both.value.signedBy.map(({ key }) => key.name),
    ['log.example.org/decisions', 'other.example.org'],
  );
  const one = await openNote(note, [other.key], checkEd25519);
  assert.ok(one.ok && one.value.signedBy.length === 1);
  const none = await openNote(note, [], checkEd25519);
  assert.equal(!none.ok && none.refusal.kind, 'not-signed-by-known-key');
});

test('one wrong signature by a known key spoils a note that another key signed well', async () => {
  const other = ed25519Signer('other.example.org', new Uint8Array(32).fill(2));
  const note = await signNote(text, [log]);
  const forged = await signNote('elsewhere\n', [other]);
  const spoiled = note + forged.slice(forged.indexOf('\u2014'));
  const opened = await openNote(spoiled, [log.key, other.key], checkEd25519);
  assert.equal(!opened.ok && opened.refusal.kind, 'wrong-signature');
});

test('any one character changed in the text breaks the note', async () => {
  const note = await signNote(text, [log]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.constantFrom('x', ' ', 'é', '\n'),
      async (at, put) => {
        fc.pre(text[at] !== put);
        const changed = note.slice(0, at) + put + note.slice(at + 1);
        const opened = await openNote(changed, [log.key], checkEd25519);
        assert.ok(!opened.ok);
      },
    ),
    { numRuns: 40 },
  );
});

test('a note with control characters, without a signature or without its last line break is refused', async () => {
  const note = await signNote(text, [log]);
  const wrong = [
    note.slice(0, -1),
    text,
    note.replace('one', 'o\u0000e'),
    `${note}\u2014 x\n`,
    '',
    '\n\n',
  ];
  for (const bad of wrong) {
    const opened = await openNote(bad, [log.key], checkEd25519);
    assert.equal(!opened.ok && opened.refusal.kind, 'malformed', JSON.stringify(bad));
  }
  await assert.rejects(signNote('no line break', [log]), RangeError);
});

test('a witness signs with the time, and another time does not fit', async () => {
  const secret = new Uint8Array(32).fill(3);
  const plain = ed25519Signer('witness.example.org', secret);
  const witness = { ...plain, key: noteKey(plain.key.name, plain.key.publicKey, 'cosignature') };
  const note = await signNote(text, [log, witness], 1_780_000_000);
  const opened = await openNote(note, [log.key, witness.key], checkEd25519);
  assert.ok(opened.ok);
  assert.deepEqual(
    opened.value.signedBy.map(({ atSeconds }) => atSeconds),
    [undefined, 1_780_000_000],
  );
  await assert.rejects(signNote(text, [witness]), /with the time/);
});

const head = { size: 15, root: new Uint8Array(32).fill(5) };

test('a checkpoint comes back as it was signed, and only from its own log', async () => {
  const note = await signCheckpoint(head, log);
  const opened = await openCheckpoint(note, log.key, checkEd25519);
  assert.ok(opened.ok);
  assert.deepEqual({ size: opened.value.size, root: opened.value.root }, head);
  const elsewhere = await signNote(
    note.slice(0, note.indexOf('\n\n') + 1).replace('log.', 'bog.'),
    [log],
  );
  const refused = await openCheckpoint(elsewhere, log.key, checkEd25519);
  assert.equal(!refused.ok && refused.refusal.kind, 'another-log');
});

test('a quorum of witnesses is counted in witnesses, not in signatures', async () => {
  const witness = ed25519Signer('witness.example.org', new Uint8Array(32).fill(4));
  const body = (await signCheckpoint(head, log)).split('\n\n')[0];
  const note = await signNote(`${body}\n`, [log, witness, witness]);
  const one = await openCheckpoint(note, log.key, checkEd25519, [witness.key], 1);
  assert.ok(one.ok);
  const two = await openCheckpoint(note, log.key, checkEd25519, [witness.key], 2);
  assert.equal(!two.ok && two.refusal.kind, 'too-few-witnesses');
  const unsigned = await signNote(`${body}\n`, [witness]);
  const refused = await openCheckpoint(unsigned, log.key, checkEd25519, [witness.key], 1);
  assert.equal(!refused.ok && refused.refusal.kind, 'not-signed-by-known-key');
});

test('a checkpoint with a size or a root that is none is refused', () => {
  const root = 'BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=';
  assert.ok(readCheckpoint(`log\n15\n${root}\n`).ok);
  assert.ok(readCheckpoint(`log\n15\n${root}\nan extension\n`).ok);
  for (const bad of [
    `log\n015\n${root}\n`,
    `log\n-1\n${root}\n`,
    `log\n9007199254740993\n${root}\n`,
    `\n15\n${root}\n`,
    `log\n15\n${root}`,
    `log\n15\n${root.slice(4)}\n`,
    `log\n15\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQV=\n`,
    '',
  ]) {
    assert.ok(!readCheckpoint(bad).ok, JSON.stringify(bad));
  }
});

const VECTORS = '../shared/vectors';
const skip = existsSync(VECTORS) ? false : 'no ../shared';
interface Examples {
  readonly tesseraLogVkey: string;
  readonly sunlightWitness2Vkey: string;
  readonly tlogProofRejects: Readonly<Record<string, string>>;
}
const examples = (): Examples => JSON.parse(readFileSync(`${VECTORS}/c2sp-examples.json`, 'utf8'));

test("Tessera's sixteen checkpoints are signed by its key, and not once their size is changed", {
  skip,
}, async () => {
  const key = keyIn(examples().tesseraLogVkey);
  for (let size = 0; size <= 15; size += 1) {
    const note = readFileSync(
      `${VECTORS}/transparency-dev-tessera/testdata/log/checkpoint.${size}`,
      'utf8',
    );
    const opened = await openCheckpoint(note, key, checkEd25519);
    assert.ok(opened.ok);
    assert.equal(opened.value.size, size);
    const bent = await openCheckpoint(
      note.replace(`\n${size}\n`, `\n${size + 1}\n`),
      key,
      checkEd25519,
    );
    assert.equal(!bent.ok && bent.refusal.kind, 'wrong-signature');
  }
});

test("Sunlight's witness cosigned a checkpoint at a time", { skip }, async () => {
  const folder = `${VECTORS}/sunlight/cmd/skylight/testdata/witness2`;
  const note = readFileSync(
    `${folder}/88ad7a28caeb0b2aa890fdf0304c2fcaf59fca2ee140134ff8c1300bac493482/checkpoint`,
    'utf8',
  );
  const opened = await openNote(note, [keyIn(examples().sunlightWitness2Vkey)], checkEd25519);
  assert.ok(opened.ok);
  assert.equal(opened.value.signedBy[0]?.atSeconds, 0x69546780);
});

test('the proofs that transparency-dev/formats refuses are refused', { skip }, () => {
  const rejects = Object.entries(examples().tlogProofRejects);
  assert.equal(rejects.length, 6);
  for (const [name, proof] of rejects) {
    const read = readLogProof(proof);
    assert.ok(!read.ok, name);
  }
});

test('text of any kind is opened or refused, never thrown over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (any) => {
      const opened = await openNote(`${any}\n\n\u2014 ${any}\n`, [log.key], checkEd25519);
      assert.ok(!opened.ok);
      readNoteKey(any);
      readCheckpoint(any);
      readLogProof(any);
    }),
  );
});
