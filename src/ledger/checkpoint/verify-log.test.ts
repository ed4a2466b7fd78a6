import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { commitTo, entryBytes } from '../entry/entry.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf } from '../merkle/frontier.ts';
import { type Hash, leafHash } from '../merkle/hash.ts';
import { filesAdded } from '../merkle/log-files.ts';
import { bundleBytes, entriesOf } from '../merkle/tile.ts';
import { signCheckpoint } from './checkpoint.ts';
import { checkEd25519, ed25519Signer } from './ed25519.ts';
import { readNoteKey } from './note.ts';
import { type FaultKind, type LogReport, verifyLog } from './verify-log.ts';

const signer = ed25519Signer('log.example.org/decisions', new Uint8Array(32).fill(1));
type Files = Map<string, Uint8Array>;

const decision = (number: number, outcome = 'eligible'): Uint8Array =>
  entryBytes(
    commitTo({
      kind: 'eligibility',
      program: 'larkspur-care',
      rules: '2026-01-01',
      decidedOn: date('2026-03-04'),
      matter: `M-${number}`,
      outcome,
      salt: new Uint8Array(32).fill(number % 251),
    }),
  );

/** The log as its owner writes it: in one go, or growing from an earlier size. */
async function written(entries: readonly Uint8Array[], from = 0): Promise<Files> {
  const nodes = new Map<string, Hash>();
  let head = EMPTY_FRONTIER;
  for (const entry of entries) {
    const { frontier, complete } = appendLeaf(head, leafHash(entry));
    head = frontier;
    for (const { height, index, hash } of complete) nodes.set(`${height}/${index}`, hash);
  }
  const files: Files = new Map();
  const node = (height: number, index: number): Hash => nodes.get(`${height}/${index}`)!;
  for await (const { path, bytes } of filesAdded(from, entries.length, node, (i) => entries[i]!)) {
    files.set(path, bytes);
  }
  const note = await signCheckpoint({ size: head.size, root: rootOf(head) }, signer);
  return files.set('checkpoint', utf8(note));
}

const verified = (files: Files, seen?: string): Promise<LogReport> =>
  verifyLog({
    files: { read: (path) => Promise.resolve(files.get(path)) },
    key: signer.key,
    check: checkEd25519,
    ...(seen === undefined ? {} : { seen: [seen] }),
  });

const kinds = (report: LogReport): FaultKind[] => [
  ...new Set(report.faults.map(({ kind }) => kind)),
];
const checkpointOf = (files: Files): string => fromUtf8(files.get('checkpoint')!);
const SIZE = 600;
const LAST = 'tile/entries/002.p/88';
const many = Array.from({ length: SIZE }, (_, number) => decision(number));
const sound = await written(many);

/** The log with one bundle changed: `change` is given the entries of the second bundle, 256 to 511. */
async function withBundle(change: (entries: Uint8Array[]) => Uint8Array[]): Promise<Files> {
  const entries = entriesOf(sound.get('tile/entries/001')!);
  assert.ok(entries.ok);
  return new Map(sound).set('tile/entries/001', bundleBytes(change([...entries.value])));
}

test('a whole log is sound, at every size around the edges of its files', async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513]) {
    const report = await verified(await written(many.slice(0, size)));
    assert.deepEqual([report.sound, report.entriesRead, report.head?.size], [true, size, size]);
  }
});

test('a log that grew step by step is sound, and continues every earlier checkpoint', async () => {
  const files: Files = new Map();
  const seen: string[] = [];
  let older = 0;
  for (const size of [1, 3, 255, 256, 300, 600]) {
    for (const [path, bytes] of await written(many.slice(0, size), older)) files.set(path, bytes);
    older = size;
    seen.push(checkpointOf(files));
    for (const earlier of seen) {
      assert.deepEqual((await verified(files, earlier)).faults, []);
    }
  }
  // Partial files that a full one has replaced may be thrown away.
  for (const path of [...files.keys()]) {
    if (path.includes('.p/') && !path.endsWith('.p/88') && !path.endsWith('.p/2'))
      files.delete(path);
  }
  assert.deepEqual((await verified(files)).faults, []);
});

test('a partial file replaced by its full one is read from the full one', async () => {
  const shorter = await written(many.slice(0, 200));
  for (const path of ['tile/entries/000', 'tile/0/000']) {
    shorter.set(path, sound.get(path)!);
    shorter.delete(`${path}.p/200`);
  }
  assert.deepEqual((await verified(shorter)).faults, []);
});

test('an edited entry is found and named', async () => {
  const report = await verified(await withBundle((e) => e.with(44, decision(300, 'not-eligible'))));
  assert.deepEqual(kinds(report), ['entry-edited', 'root-differs']);
  assert.equal(report.faults[0]?.where, 'entry 300 (tile/entries/001)');
});

test('a deleted entry is found and named, and not mistaken for 200 edited ones', async () => {
  const report = await verified(await withBundle((e) => e.toSpliced(44, 1)));
  assert.deepEqual(kinds(report), ['entry-removed', 'root-differs']);
  assert.equal(report.faults[0]?.where, 'entry 300 (tile/entries/001)');
});

test('an entry put in between is found and named', async () => {
  const report = await verified(await withBundle((e) => e.toSpliced(44, 0, decision(9999))));
  assert.deepEqual(kinds(report), ['entry-inserted', 'root-differs']);
  assert.equal(report.faults[0]?.where, 'entry 300 (tile/entries/001)');
});

test('the same entry twice is an insertion too', async () => {
  const report = await verified(await withBundle((e) => e.toSpliced(44, 0, e[43]!)));
  assert.deepEqual(kinds(report), ['entry-inserted', 'root-differs']);
});

test('two entries in each other\u2019s place are found and named', async () => {
  const swap = (e: Uint8Array[]): Uint8Array[] => e.with(10, e[20]!).with(20, e[10]!);
  const report = await verified(await withBundle(swap));
  assert.deepEqual(kinds(report), ['entries-reordered', 'root-differs']);
  assert.equal(report.faults[0]?.where, 'entries 266, 276 (tile/entries/001)');
});

test('an edit carried through every hash still does not add up to what was signed', async () => {
  const forged = await written(many.with(300, decision(300, 'not-eligible')));
  const report = await verified(forged.set('checkpoint', sound.get('checkpoint')!));
  assert.deepEqual(kinds(report), ['root-differs']);
});

test('a log cut short, files and all, does not reach the size that was signed', async () => {
  const cut = new Map(sound);
  cut.delete(LAST);
  cut.delete('tile/0/002.p/88');
  const report = await verified(cut);
  assert.deepEqual(kinds(report), ['entries-missing', 'hashes-missing', 'root-differs']);
  assert.equal(report.faults[0]?.where, LAST);
  assert.match(report.faults[0]?.because ?? '', /entries 512 to 599/);
  const shorter = await written(many.slice(0, 590));
  const swapped = await verified(shorter.set('checkpoint', sound.get('checkpoint')!));
  assert.ok(!swapped.sound);
});

test('a log rolled back to an earlier state, sound in itself, is found by who saw more', async () => {
  const earlier = await written(many.slice(0, 598));
  assert.ok((await verified(earlier)).sound);
  const report = await verified(earlier, checkpointOf(sound));
  assert.deepEqual(kinds(report), ['rolled-back']);
  assert.match(report.faults[0]?.because ?? '', /seen 600 entries; now the log says it has 598/);
});

test('a past written anew and signed by the owner is found by who saw the old one', async () => {
  const seen = checkpointOf(await written(many.slice(0, 400)));
  for (const size of [400, 600]) {
    const anew = await written(many.slice(0, size).with(3, decision(3, 'not-eligible')));
    assert.ok((await verified(anew)).sound, 'whole in itself');
    const report = await verified(anew, seen);
    assert.deepEqual(kinds(report), ['past-rewritten']);
    assert.equal(report.faults[0]?.where, 'entries 0 to 399');
  }
});

test('a new key does not vouch for what the old key signed', async () => {
  const other = ed25519Signer(signer.key.name, new Uint8Array(32).fill(2));
  const files = new Map(sound);
  const { size, root } = (await verified(sound)).head!;
  files.set('checkpoint', utf8(await signCheckpoint({ size, root }, other)));
  assert.deepEqual(kinds(await verified(files)), ['checkpoint-refused']);
  const trusting = await verifyLog({
    files: { read: (path) => Promise.resolve(files.get(path)) },
    key: other.key,
    check: checkEd25519,
    seen: [checkpointOf(sound)],
  });
  assert.deepEqual(kinds(trusting), ['seen-checkpoint-refused']);
});

test('there is no unsigned mode', async () => {
  const files = new Map(sound);
  files.set('checkpoint', utf8(`${checkpointOf(sound).split('\n\n')[0]}\n`));
  assert.deepEqual(kinds(await verified(files)), ['checkpoint-refused']);
  files.delete('checkpoint');
  assert.deepEqual(kinds(await verified(files)), ['no-checkpoint']);
});

test('an altered file of hashes is told apart from altered entries', async () => {
  const bent = (path: string): Files => {
    const bytes = Uint8Array.from(sound.get(path)!);
    bytes[40]! ^= 1;
    return new Map(sound).set(path, bytes);
  };
  for (const path of ['tile/0/001', 'tile/1/000.p/2']) {
    const report = await verified(bent(path));
    assert.deepEqual(kinds(report), ['hashes-altered']);
    assert.equal(report.faults[0]?.where, path);
  }
});

test('any one byte changed in any file of the log is found', async () => {
  const paths = [...sound.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (path, at, by) => {
        const bytes = Uint8Array.from(sound.get(path)!);
        bytes[at % bytes.length]! ^= by;
        const report = await verified(new Map(sound).set(path, bytes));
        assert.ok(!report.sound, `${path} at ${at % bytes.length}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('any file of the log removed or emptied is found', async () => {
  for (const path of sound.keys()) {
    const without = new Map(sound);
    without.delete(path);
    assert.ok(!(await verified(without)).sound, `without ${path}`);
    assert.ok(!(await verified(new Map(sound).set(path, new Uint8Array()))).sound, `empty ${path}`);
  }
});

test('a checkpoint that claims an immense log ends at the first file that is not there', async () => {
  const root = new Uint8Array(32);
  const note = await signCheckpoint({ size: 2 ** 53 - 1, root }, signer);
  const report = await verified(new Map(sound).set('checkpoint', utf8(note)));
  assert.ok(!report.sound && report.faults.length < 10);
});

const TESSERA = '../shared/vectors/transparency-dev-tessera/testdata/log';

test("Tessera's log is sound, and continues each of its earlier checkpoints", {
  skip: existsSync(TESSERA) ? false : 'no ../shared',
}, async () => {
  const key = readNoteKey(
    'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx',
  );
  assert.ok(key.ok);
  const log = {
    files: { read: (path: string) => readFile(`${TESSERA}/${path}`).catch(() => undefined) },
    key: key.value,
    check: checkEd25519,
  };
  for (let size = 0; size <= 15; size += 1) {
    const seen = await readFile(`${TESSERA}/checkpoint.${size}`, 'utf8');
    const report = await verifyLog({ ...log, seen: [seen] });
    assert.deepEqual([report.faults, report.entriesRead], [[], 15]);
  }
});
