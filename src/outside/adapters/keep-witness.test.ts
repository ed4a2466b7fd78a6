import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { LOG, line, lines, smallLog } from '../../../tests/support/small-log.ts';
import { readCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { signedText, withCosignature } from '../../ledger/checkpoint/cosignature.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteKey, readNoteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { askWitnesses } from '../../workflow/publish/ask-witnesses.ts';
import type { Witness } from '../../workflow/publish/witness.ts';
import { openWitness } from './keep-witness.ts';
import { witnessAt } from './witness-client.ts';
import { witnessFolder } from './witness-folder.ts';
import { serveWitness, type WitnessServer } from './witness-server.ts';
import { pause } from './witnesses.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-witness-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const log = smallLog(lines(60));
const fork = smallLog([
  ...lines(20),
  ...Array.from({ length: 40 }, (_, n) => line(20 + n, 'refused')),
]);
const opened = (name: string): Witness =>
  openWitness({ folder: path.join(folder, name), name: `${name}.example`, logs: [LOG.key] });

const post = async (address: string, body: string) => {
  const reply = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    text: await reply.text(),
  };
};

async function served(witness: Witness, work: (server: WitnessServer) => Promise<void>) {
  const faults: unknown[] = [];
  const server = await serveWitness(witness, { host: '127.0.0.1', port: 0 }, (cause) => {
    faults.push(cause);
  });
  await work(server).finally(() => server.stop());
  return faults;
}

describe('a witness on the network', () => {
  test('answers each request with the number that the protocol gives it', async () => {
    const witness = opened('numbers');
    const faults = await served(witness, async ({ address }) => {
      const first = await post(address, await log.asks(0, 20));
      assert.equal(first.status, 200);
      const checkpoint = await log.checkpoint(20);
      assert.ok(await withCosignature(checkpoint, first.text, witness.key, checkEd25519));
      const conflict = await post(address, await log.asks(0, 30));
      assert.deepEqual(conflict, { status: 409, type: 'text/x.tlog.size', text: '20\n' });
      assert.equal((await post(address, await log.asks(20, 30))).status, 200);
      assert.equal((await post(address, await fork.asks(30, 40))).status, 422);
      assert.equal((await post(address, await fork.asks(30, 30))).status, 409);
      assert.equal((await post(address, await log.asks(30, 20))).status, 400);
      assert.equal((await post(address, 'nonsense')).status, 400);
      const other = (await log.asks(30, 40)).replace('larkspur.example/log\n40', 'other/log\n40');
      assert.equal((await post(address, other)).status, 404);
      assert.equal(
        (await post(address, (await log.asks(30, 40)).replace('\n40\n', '\n41\n'))).status,
        403,
      );
      assert.equal((await post(address, 'x'.repeat(70_000))).status, 413);
      assert.equal((await fetch(`${address}/add-checkpoint`)).status, 405);
      assert.equal((await fetch(`${address}/anything`)).status, 404);
      assert.equal(await (await fetch(`${address}/key`)).text(), `${writeNoteKey(witness.key)}\n`);
      assert.equal(
        (await post(address, await log.asks(30, 30))).status,
        200,
        'the same head again',
      );
    });
    assert.deepEqual(faults, []);
  });

  test('is asked over the network as a log asks it, from where it stands', async () => {
    const witness = opened('asked');
    await served(witness, async ({ address }) => {
      const there = witnessAt({ key: witness.key, address });
      for (const [size, sizeKnown] of [
        [20, 0],
        [33, 20],
        [60, 33],
      ] as const) {
        const knownSizes = new Map<string, number>();
        const asked = await askWitnesses(await log.checkpoint(size), size, {
          witnesses: [there],
          check: checkEd25519,
          knownSizes,
          proofFrom: (from) => {
            assert.equal(from, sizeKnown, 'told by the witness, not remembered');
            return log.proof(from, size);
          },
          wait: pause,
        });
        assert.deepEqual(asked.silent, []);
        assert.match(asked.checkpoint, /\u2014 asked\.example /);
        assert.equal(knownSizes.get('asked.example'), size);
      }
    });
  });

  test('keeps its name, its key and what it signed in its folder, readable by its owner alone', async () => {
    const here = path.join(folder, 'kept');
    const key = writeNoteKey(opened('kept').key);
    await opened('kept').addCheckpoint(await log.asks(0, 20));
    const again = openWitness({ folder: here, name: undefined, logs: [LOG.key] });
    assert.equal(writeNoteKey(again.key), key);
    const told = await again.addCheckpoint(await log.asks(0, 20));
    assert.deepEqual([told.kind, told.kind === 'conflict' && told.knownSize], ['conflict', 20]);
    assert.throws(() => openWitness({ folder: here, name: 'other', logs: [] }), /stays so/);
    const empty = path.join(folder, 'none');
    assert.throws(() => openWitness({ folder: empty, name: undefined, logs: [] }), /--name/);
    assert.equal(statSync(path.join(here, 'keys', 'witness.pem')).mode & 0o077, 0);
  });

  test('signs nothing when what it remembers cannot be read', async () => {
    const witness = opened('damaged');
    await witness.addCheckpoint(await log.asks(0, 20));
    const signed = path.join(folder, 'damaged', 'signed');
    const [kept = ''] = readdirSync(signed);
    const [head = ''] = readdirSync(path.join(signed, kept));
    writeFileSync(path.join(signed, kept, head), 'torn');
    const faults = await served(witness, async ({ address }) => {
      const reply = await post(address, await fork.asks(0, 30));
      assert.equal(reply.status, 500);
      assert.doesNotMatch(
        reply.text,
        / at \S+:\d|node:|Error|mended/,
        'a stranger is shown no insides',
      );
    });
    assert.match(String(faults[0]), /signs nothing until its folder is mended/);
  });

  test('asked by many at once, signs one line of heads', async () => {
    const witness = opened('crowd');
    const asks = Array.from({ length: 30 }, async (_, n) =>
      witness.addCheckpoint(await (n % 2 === 0 ? log : fork).asks(0, 25 + (n % 20))),
    );
    const answers = await Promise.all(asks);
    assert.equal(answers.filter(({ kind }) => kind === 'signed').length, 1);
  });

  test('two processes over one folder cannot both keep a head under one number', async () => {
    const [one, two] = [opened('shared'), opened('shared')];
    let size = 0;
    for (let round = 0; round < 15; round += 1) {
      const answers = await Promise.all([
        one.addCheckpoint(await log.asks(size, size + 1)),
        two.addCheckpoint(await log.asks(size, size + 2)),
      ]);
      assert.equal(
        answers.filter(({ kind }) => kind === 'signed').length,
        1,
        JSON.stringify(answers),
      );
      const kept = await witnessFolder(path.join(folder, 'shared', 'signed')).last(LOG.key.name);
      size = Number(kept?.checkpoint.split('\n')[1]);
    }
  });
});

describe('a witness that is killed', () => {
  test('has kept every head it signed, and never signs another of its size', async () => {
    const here = path.join(folder, 'killed');
    const signed = new Map<number, string>();
    let key: NoteKey | undefined;
    let size = 0;
    for (let round = 0; round < 4; round += 1) {
      const { child, address, line: keyLine } = await started(here);
      const read = readNoteKey(keyLine);
      assert.ok(read.ok);
      key ??= read.value;
      assert.equal(read.value.id, key.id, 'its key outlives it');
      const until = Date.now() + 250 + round * 60;
      const killer = setTimeout(() => child.kill('SIGKILL'), until - Date.now());
      const gone = new Promise((resolve) => child.once('close', resolve));
      try {
        while (size < 59) {
          const next = size + 1;
          const reply = await post(address, await log.asks(size, next));
          if (reply.status === 409) {
            // Kept before the kill, but its answer never arrived.
            size = Number(reply.text);
          } else {
            assert.equal(reply.status, 200, reply.text);
            signed.set(next, await log.checkpoint(next));
            size = next;
          }
        }
      } catch (cause) {
        assert.ok(cause instanceof TypeError, String(cause));
      }
      child.kill('SIGKILL');
      await gone;
      clearTimeout(killer);
    }
    assert.ok(signed.size > 5, `${signed.size} heads were signed`);
    const last = await witnessFolder(path.join(here, 'signed')).last(LOG.key.name);
    const head = readCheckpoint(signedText(last?.checkpoint ?? ''));
    assert.ok(head.ok && head.value.size >= Math.max(...signed.keys()), 'what was signed is kept');
    const again = openWitness({ folder: here, name: undefined, logs: [LOG.key] });
    const other = smallLog(lines(60, 'refused'));
    for (const from of [0, 20, head.value.size]) {
      const asked = await again.addCheckpoint(
        await other.asks(from, Math.max(from, head.value.size)),
      );
      assert.notEqual(asked.kind, 'signed');
    }
    for (const name of readdirSync(path.join(here, 'signed'), {
      recursive: true,
      encoding: 'utf8',
    })) {
      const text = /head-\d+$/.test(name)
        ? readFileSync(path.join(here, 'signed', name), 'utf8')
        : undefined;
      assert.ok(text === undefined || readCheckpoint(signedText(text)).ok, `${name} is whole`);
    }
  });
});

/** `evenhand witness` as a process of its own. */
async function started(
  here: string,
): Promise<{ readonly child: ChildProcess; readonly address: string; readonly line: string }> {
  const words = [
    'witness',
    here,
    '--log',
    writeNoteKey(LOG.key),
    '--name',
    'killed.example',
    '--port',
    '0',
  ];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join('tests', 'support', 'command-process.ts'), ...words],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    const [, line, address] = /EVENHAND_WITNESSES="(\S+) (\S+)"/.exec(text) ?? [];
    if (line !== undefined && address !== undefined) {
      return { child, address, line };
    }
  }
  throw new Error(`the witness did not start: ${text}`);
}
