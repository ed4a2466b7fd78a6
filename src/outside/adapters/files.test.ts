import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileFolder } from './files.ts';
import { logFolder } from './log-folder.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-files-'));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const everyFile = (under: string): readonly string[] =>
  readdirSync(under, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(under, name))
    .filter((name) => statSync(name).isFile());

describe('kept files', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('come back byte for byte under the hash of what they hold, and once however often they are kept', async () => {
    const here = path.join(folder, 'kept');
    const files = fileFolder(here);
    for (const bytes of [randomBytes(100_000), new Uint8Array([0]), new Uint8Array()]) {
      const kept = await Promise.all([files.keep(bytes), files.keep(bytes), files.keep(bytes)]);
      assert.deepEqual(kept, Array(3).fill({ sha256: hashOf(bytes), bytes: bytes.length }));
      assert.deepEqual(await files.read(hashOf(bytes)), new Uint8Array(bytes));
    }
    assert.equal(everyFile(here).length, 3);
  });

  test('are readable by their owner alone', () => {
    const here = path.join(folder, 'kept');
    assert.equal(statSync(here).mode & 0o777, 0o700);
    assert.ok(everyFile(here).every((name) => (statSync(name).mode & 0o777) === 0o600));
  });

  test('that are not there are undefined; what is no hash reaches no file', async () => {
    const files = fileFolder(path.join(folder, 'kept'));
    writeFileSync(path.join(folder, 'outside'), 'secret');
    for (const asked of [
      '0'.repeat(64),
      '',
      '../outside',
      '..%2foutside',
      `../${'0'.repeat(61)}`,
      '/etc/passwd',
      hashOf(new Uint8Array()).toUpperCase(),
      `${hashOf(new Uint8Array())}\n`,
      'a'.repeat(65),
    ]) {
      assert.equal(await files.read(asked), undefined, asked);
    }
  });

  test('changed on disk are not shown at all', async () => {
    const here = path.join(folder, 'changed');
    const files = fileFolder(here);
    const { sha256 } = await files.keep(Buffer.from('the diploma as it was uploaded'));
    const [place = ''] = everyFile(here);
    for (const other of ['the diploma as somebody would like it', '']) {
      writeFileSync(place, other);
      await assert.rejects(files.read(sha256), /changed or damaged/);
    }
    await files.keep(Buffer.from('the diploma as it was uploaded'));
    assert.ok(await files.read(sha256), 'and are mended by keeping them again');
  });

  test('are there whole or not at all, and all that were promised, when the program is killed while it writes', async () => {
    const here = path.join(folder, 'killed');
    const promised: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', path.join('tests', 'support', 'keep-files.ts'), here],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      promised.push(...(await killedAfter(child, 10 + round * 7)));
    }
    assert.ok(promised.length > 40);
    const files = fileFolder(here);
    for (const sha256 of promised) {
      assert.ok((await files.read(sha256)) !== undefined, `${sha256} was promised`);
    }
    for (const name of everyFile(here).filter((one) => /^[0-9a-f]{64}$/.test(path.basename(one)))) {
      assert.equal(hashOf(readFileSync(name)), path.basename(name));
    }
  });
});

/** The lines a child printed until it was killed with -9 after so many. */
async function killedAfter(child: ChildProcess, count: number): Promise<readonly string[]> {
  let text = '';
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString();
    if (text.split('\n').length > count) {
      child.kill('SIGKILL');
    }
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

describe('the public files of the log', () => {
  const here = path.join(folder, 'log');
  after(() => rmSync(here, { recursive: true, force: true }));
  test('come back as they were written, and are replaced whole', async () => {
    const log = logFolder(here);
    await log.write('tile/0/x001/234', randomBytes(8192));
    await log.write('checkpoint', Buffer.from('one'));
    await log.write('checkpoint', Buffer.from('two — é'));
    assert.equal(Buffer.from((await log.read('checkpoint')) ?? []).toString(), 'two — é');
    assert.equal((await log.read('tile/0/x001/234'))?.length, 8192);
    assert.equal(everyFile(here).length, 2);
  });
  test('are never half there for a reader', async () => {
    const log = logFolder(here);
    const states = [Buffer.alloc(300_000, 1), Buffer.alloc(300_000, 2)];
    let writing = true;
    const writer = (async () => {
      for (let k = 0; k < 40; k += 1) {
        await log.write('changing', states[k % 2] ?? Buffer.alloc(0));
      }
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      const seen = await log.read('changing');
      if (seen !== undefined) {
        reads += 1;
        assert.ok(states.some((state) => state.equals(seen)));
      }
    }
    await writer;
    assert.ok(reads > 5);
  });
  test('are all that can be asked for', async () => {
    const log = logFolder(here);
    writeFileSync(path.join(folder, 'outside'), 'secret');
    for (const name of [
      '../outside',
      'tile/../../outside',
      '/etc/passwd',
      'tile',
      '',
      '..',
      'none',
    ]) {
      assert.equal(await log.read(name), undefined, name);
    }
  });
});
