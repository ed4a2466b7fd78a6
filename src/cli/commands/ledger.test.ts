import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { signCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { cosign } from '../../ledger/checkpoint/cosignature.ts';
import { ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteSigner, noteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { writeReceipt } from '../../ledger/checkpoint/receipt.ts';
import { commitTo, entryBytes } from '../../ledger/entry/entry.ts';
import { appendLeaf, EMPTY_FRONTIER, rootOf } from '../../ledger/merkle/frontier.ts';
import { type Hash, leafHash } from '../../ledger/merkle/hash.ts';
import { inclusionProof } from '../../ledger/merkle/inclusion.ts';
import { filesAdded } from '../../ledger/merkle/log-files.ts';
import { bundleBytes, entriesOf } from '../../ledger/merkle/tile.ts';
import { type LedgerWorld, runLedger } from './ledger.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'evenhand-ledger-'));
after(() => rm(folder, { recursive: true }));
const signer = ed25519Signer('larkspur.example/decisions', new Uint8Array(32).fill(1));
const KEY = writeNoteKey(signer.key);

const decided = (number: number, outcome = 'eligible') => ({
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2026-01-01',
  decidedOn: date('2026-03-04'),
  matter: `M-${number}`,
  outcome,
  salt: new Uint8Array(32).fill(number % 251),
});
const some = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, number) => entryBytes(commitTo(decided(number))));

/** Writes a log into a folder of real files, as its owner does. */
async function put(into: string, entries: readonly Uint8Array[], by: NoteSigner = signer) {
  const table = new Map<string, Hash>();
  let head = EMPTY_FRONTIER;
  for (const entry of entries) {
    const { frontier, complete } = appendLeaf(head, leafHash(entry));
    head = frontier;
    for (const { height, index, hash } of complete) table.set(`${height}/${index}`, hash);
  }
  const nodes = (height: number, index: number): Hash => table.get(`${height}/${index}`)!;
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(into, name)), { recursive: true });
    await writeFile(path.join(into, name), bytes);
  };
  for await (const file of filesAdded(0, entries.length, nodes, (i) => entries[i]!)) {
    await write(file.path, file.bytes);
  }
  const checkpoint = await signCheckpoint({ size: head.size, root: rootOf(head) }, by);
  await write('checkpoint', utf8(checkpoint));
  await write('key', utf8(`${writeNoteKey(by.key)}\n`));
  return { nodes, checkpoint };
}

/** One person at their own machine: a home folder and what they read on the screen. */
function person(name: string) {
  const said: string[] = [];
  const world: LedgerWorld = {
    readFile: (file) => readFile(file).catch(() => undefined),
    writeFile: async (file, bytes) => {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    },
    fetch,
    out: (line) => said.push(line),
    err: (line) => said.push(`! ${line}`),
    home: path.join(folder, name),
  };
  const run = async (...args: string[]): Promise<{ code: number; text: string }> => {
    said.length = 0;
    const code = await runLedger(args, world);
    return { code, text: said.join('\n') };
  };
  return { run, home: world.home };
}

test('a sound log is sound, the first look is told apart from the second, and growth is followed', async () => {
  const log = path.join(folder, 'growing');
  const { run } = person('ada');
  await put(log, some(300));
  const first = await run('verify', log);
  assert.equal(first.code, 0);
  assert.match(first.text, /^Sound\. larkspur\.example\/decisions: 300 entries/);
  assert.match(first.text, /first look/);
  assert.ok(first.text.includes(KEY), 'the key is shown for comparison');
  await put(log, some(305));
  const second = await run('verify', log);
  assert.equal(second.code, 0);
  assert.match(second.text, /continues the 300 entries you saw before/);
  assert.ok(!second.text.includes(KEY));
});

test('a log rolled back, or rewritten and signed again, is found by who looked before', async () => {
  const log = path.join(folder, 'rolled');
  const { run } = person('ben');
  await put(log, some(300));
  await run('verify', log, '--key', KEY);
  await put(log, some(290));
  const back = await run('verify', log, '--key', KEY);
  assert.equal(back.code, 1);
  assert.match(back.text, /NOT SOUND[\s\S]*you have seen 300 entries; now the log says it has 290/);
  await put(log, some(310).with(5, entryBytes(commitTo(decided(5, 'not-eligible')))));
  const anew = await run('verify', log, '--key', KEY);
  assert.equal(anew.code, 1);
  assert.match(anew.text, /entries 0 to 299: they no longer add up to the checkpoint/);
  const stranger = await person('cyd').run('verify', log, '--key', KEY);
  assert.equal(stranger.code, 0, 'who never looked before cannot know');
});

test('what was seen is not forgotten after a fault', async () => {
  const log = path.join(folder, 'kept');
  const seen = path.join(folder, 'seen-here');
  const { run } = person('dee');
  await put(log, some(20));
  await run('verify', log, '--seen', seen);
  await put(log, some(19));
  for (const _ of [1, 2]) {
    assert.equal((await run('verify', log, '--seen', seen)).code, 1);
  }
  assert.equal((await readFile(seen, 'utf8')).split('\n')[1], '20');
});

test('entries edited, removed, swapped and cut off in the real files are named', async () => {
  const log = path.join(folder, 'tampered');
  const { run } = person('eve');
  const bundle = path.join(log, 'tile/entries/000');
  const changed = async (change: (entries: Uint8Array[]) => Uint8Array[]) => {
    await put(log, some(300));
    const entries = entriesOf(await readFile(bundle));
    assert.ok(entries.ok);
    await writeFile(bundle, bundleBytes(change(entries.value)));
    return run('verify', log, '--key', KEY);
  };
  const edited = await changed((e) => e.with(9, entryBytes(commitTo(decided(9, 'not-eligible')))));
  assert.equal(edited.code, 1);
  assert.match(edited.text, /entry 9 \(tile\/entries\/000\): what stands there now is not/);
  const removed = await changed((e) => e.toSpliced(9, 1));
  assert.match(removed.text, /entry 9 \(tile\/entries\/000\): recorded once, and no longer there/);
  const swapped = await changed((e) => e.with(9, e[8]!).with(8, e[9]!));
  assert.match(swapped.text, /entries 8, 9 \(tile\/entries\/000\): recorded in another order/);
  await put(log, some(300));
  await rm(path.join(log, 'tile/entries/001.p'), { recursive: true });
  const cut = await run('verify', log, '--key', KEY);
  assert.equal(cut.code, 1);
  assert.match(cut.text, /tile\/entries\/001\.p\/44: entries 256 to 299 are not there/);
});

test('a changed key is a fault, even when the log signs itself with it', async () => {
  const log = path.join(folder, 'rekeyed');
  const { run } = person('fay');
  await put(log, some(20));
  await run('verify', log);
  await put(log, some(21), ed25519Signer(signer.key.name, new Uint8Array(32).fill(2)));
  const { code, text } = await run('verify', log);
  assert.equal(code, 1);
  assert.match(text, /now publishes another key/);
});

test('the same log is verified over the web', async () => {
  const log = path.join(folder, 'served');
  await put(log, some(260));
  const server = createServer((asked, answer) => {
    readFile(path.join(log, (asked.url ?? '').replace('/log/', ''))).then(
      (bytes) => answer.end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const place = `http://127.0.0.1:${address.port}/log/`;
  const { run } = person('gil');
  assert.equal((await run('verify', place)).code, 0);
  await rm(path.join(log, 'tile/0/000'));
  const broken = await run('verify', place);
  assert.equal(broken.code, 1);
  assert.match(broken.text, /tile\/0\/000: there is no such file of hashes/);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  assert.equal((await run('verify', place, '--key', KEY)).code, 2, 'unreachable is not unsound');
});

test('a receipt is proved with the key given, or with the key kept from verifying the log', async () => {
  const log = path.join(folder, 'receipts');
  const entries = some(30);
  const { nodes, checkpoint } = await put(log, entries);
  const { matter, outcome, salt } = decided(17);
  const proof = await inclusionProof(17, 30, nodes);
  const where = { index: 17, proof, checkpoint };
  const file = path.join(folder, 'mine.receipt');
  await writeFile(
    file,
    writeReceipt({ entry: entries[17]!, opening: { matter, outcome, salt } }, where),
  );
  const { run } = person('hal');
  const unknown = await run('receipt', file);
  assert.deepEqual([unknown.code, unknown.text.startsWith('! Which key')], [2, true]);
  const given = await run('receipt', file, '--key', KEY);
  assert.equal(given.code, 0);
  assert.match(given.text, /^Proved\. Entry 17 of the 30/);
  assert.match(
    given.text,
    /eligibility, larkspur-care, rules of 2026-01-01, decided on 2026-03-04/,
  );
  assert.match(given.text, /matter M-17: "eligible"/);
  await run('verify', log);
  assert.equal((await run('receipt', file)).code, 0);
  await writeFile(file, fromUtf8(await readFile(file)).replace('index 17', 'index 16'));
  const forged = await run('receipt', file);
  assert.equal(forged.code, 1);
  assert.match(forged.text, /^NOT PROVED\. The proof does not lead from this entry to the root/);
});

test('what cannot be answered is said, with exit code 2', async () => {
  const { run } = person('ivy');
  for (const args of [
    [],
    ['verify'],
    ['frobnicate', 'x'],
    ['verify', folder, 'more'],
    ['verify', folder, '--no-such-option'],
    ['verify', path.join(folder, 'nowhere')],
    ['verify', folder, '--key', 'not a key'],
    ['receipt', path.join(folder, 'nowhere')],
  ]) {
    const { code, text } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(text, /^! /);
  }
});

test('a reader asks for witnesses, and a log that too few of them have signed is not believed', async () => {
  const log = path.join(folder, 'witnessed');
  const { checkpoint } = await put(log, some(12));
  const witnesses = ['east.example', 'west.example', 'away.example'].map((name, place) => {
    const plain = ed25519Signer(name, new Uint8Array(32).fill(20 + place));
    return { ...plain, key: noteKey(name, plain.key.publicKey, 'cosignature') };
  });
  const [east, west] = witnesses;
  assert.ok(east !== undefined && west !== undefined);
  const lines = await Promise.all(
    [east, west].map((one) => cosign(checkpoint, one, 1_780_000_000)),
  );
  await writeFile(path.join(log, 'checkpoint'), `${checkpoint}${lines.join('')}`);
  const asked = witnesses.flatMap(({ key }) => ['--witness', writeNoteKey(key)]);
  const two = await person('hal-of-witnesses').run(
    'verify',
    log,
    '--key',
    KEY,
    ...asked,
    '--need',
    '2',
  );
  assert.equal(two.code, 0, two.text);
  assert.match(two.text, /witnessed by east\.example at 2026-05-28T20:26:40\.000Z/);
  const all = await person('ira-of-witnesses').run('verify', log, '--key', KEY, ...asked);
  assert.equal(all.code, 1);
  assert.match(all.text, /2 witnesses have signed, 3 are asked for/);
  const many = await person('joy-of-witnesses').run(
    'verify',
    log,
    '--key',
    KEY,
    ...asked,
    '--need',
    '4',
  );
  assert.equal(many.code, 2);
  assert.match(many.text, /--need 4 cannot be met: 3 witnesses are named/);
  const wrong = await person('kit-of-witnesses').run('verify', log, '--witness', KEY);
  assert.match(wrong.text, /is not the key of a witness/);
});

test('the checkpoint somebody else kept finds what one’s own memory cannot', async () => {
  const log = path.join(folder, 'since');
  const theirs = path.join(folder, 'theirs.checkpoint');
  await put(log, some(40));
  await writeFile(theirs, await readFile(path.join(log, 'checkpoint')));
  await put(log, some(39));
  const back = await person('lea-of-witnesses').run('verify', log, '--key', KEY, '--since', theirs);
  assert.equal(back.code, 1);
  assert.match(back.text, /you have seen 40 entries; now the log says it has 39/);
  await put(log, some(45).with(3, entryBytes(commitTo(decided(3, 'not-eligible')))));
  const anew = await person('max-of-witnesses').run('verify', log, '--key', KEY, '--since', theirs);
  assert.match(anew.text, /entries 0 to 39: they no longer add up/);
  await put(log, some(45));
  const good = await person('ned-of-witnesses').run('verify', log, '--key', KEY, '--since', theirs);
  assert.match(good.text, /continues the 40 entries/);
  const none = await person('ona-of-witnesses').run(
    'verify',
    log,
    '--key',
    KEY,
    '--since',
    'nowhere',
  );
  assert.equal(none.code, 2);
});
