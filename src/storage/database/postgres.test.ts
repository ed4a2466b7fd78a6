import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { removeAfterDatabase, scratchFolder } from '../../../tests/support/scratch.ts';
import { connect } from './connect.ts';
import { openDatabase, type RunningDatabase } from './postgres.ts';

describe('the database of a folder', () => {
  const folder = scratchFolder();
  const data = path.join(folder, 'postgres');
  after(async () => {
    await (await start()).stop();
    removeAfterDatabase(folder, data);
  });
  let own: RunningDatabase | undefined;
  async function start(): Promise<RunningDatabase> {
    const running = await openDatabase(data, undefined);
    if (running.how.startsWith('PostgreSQL')) {
      own = running;
    }
    return own?.pid === running.pid && own !== undefined ? own : running;
  }
  const works = async (running: RunningDatabase): Promise<void> => {
    const sql = connect(running.where, 1);
    const [row] = await sql<{ n: number }[]>`select 1 as n`;
    assert.equal(row?.n, 1);
    await sql.end();
  };

  test('is made at the first start, speaks UTF-8 and UTC, checks its pages and writes each commit to disk', async () => {
    const running = await start();
    assert.match(running.how, /^PostgreSQL 18 in /);
    const sql = connect(running.where, 1);
    const asked = ['server_encoding', 'TimeZone', 'data_checksums', 'fsync', 'synchronous_commit'];
    const rows = await sql<{ value: string }[]>`
      select current_setting(x) as value from unnest(${asked}::text[]) x`;
    assert.deepEqual(
      rows.map(({ value }) => value),
      ['UTF8', 'UTC', 'on', 'on', 'on'],
    );
    await sql.end();
  });

  test('listens on no network at all', async () => {
    const { where, pid } = await start();
    const sql = connect(where, 1);
    const [row] = await sql<
      { listens: string }[]
    >`select current_setting('listen_addresses') as listens`;
    assert.equal(row?.listens, '');
    await sql.end();
    const socket = net.connect({ host: '127.0.0.1', port: where.port });
    const [cause] = await once(socket, 'error').catch((error: unknown) => [error]);
    assert.ok(String(cause).includes('ECONNREFUSED'), `port ${where.port} of process ${pid}`);
  });

  test('is joined by a second program, not started twice', async () => {
    const first = await start();
    const second = await openDatabase(data, undefined);
    assert.match(second.how, /^joined/);
    assert.equal(second.pid, first.pid);
    await works(second);
    await second.stop();
    await works(first);
  });

  test('starts again after it was stopped, and after it was killed', async () => {
    const first = await start();
    await first.stop();
    assert.ok(!existsSync(path.join(data, 'postmaster.pid')));
    const second = await start();
    assert.notEqual(second.pid, first.pid);
    await works(second);
    process.kill(second.pid ?? 0, 'SIGKILL');
    const third = await start();
    assert.notEqual(third.pid, second.pid);
    await works(third);
  });

  test('starts again though a query of the killed one is still running', async () => {
    const first = await start();
    const sql = connect(first.where, 1);
    const busy = sql`select sum(x * x) from generate_series(1, 12000000) x`.catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(first.pid ?? 0, 'SIGKILL');
    const second = await start();
    assert.notEqual(second.pid, first.pid);
    await works(second);
    await busy;
    await sql.end({ timeout: 0 });
  });

  test('is not taken for running where its note names a process that is something else', async () => {
    await (await start()).stop();
    const note = `${process.pid}\n${data}\n1\n5432\n/nowhere\n\n  1 1\nready   \n`;
    writeFileSync(path.join(data, 'postmaster.pid'), note);
    const running = await start();
    assert.match(running.how, /^PostgreSQL 18 in /);
    await works(running);
  });

  test('is one for programs that start at the same moment, even for the first time', async () => {
    const fresh = path.join(folder, 'fresh');
    const children = [1, 2, 3].map(() => starter(fresh));
    const told = await Promise.all(children.map(firstLine));
    const pids = new Set(told.map((line) => (JSON.parse(line) as { pid: number }).pid));
    assert.equal(pids.size, 1, told.join('\n'));
    for (const child of children) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    const running = await openDatabase(fresh, undefined);
    assert.match(
      running.how,
      /^joined/,
      'killed programs leave it running, and the next one joins it',
    );
    await works(running);
    process.kill([...pids][0] ?? 0, 'SIGINT');
    removeAfterDatabase(fresh, fresh);
  });

  test('is made anew where the very first start was cut off', async () => {
    const half = path.join(folder, 'half');
    const child = starter(half);
    while (!existsSync(half)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 80));
    child.kill('SIGKILL');
    await once(child, 'close');
    const running = await openDatabase(half, undefined);
    await works(running);
    await running.stop();
    if (running.pid !== undefined && existsSync(path.join(half, 'postmaster.pid'))) {
      process.kill(running.pid, 'SIGINT');
    }
    removeAfterDatabase(half, half);
  });

  test('lies in the folder itself, or, where that is closed to the user root starts it as, where a note there says', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const running = await openDatabase(path.join(closed, 'postgres'), undefined);
    const note = path.join(closed, 'postgres', 'KEPT-ELSEWHERE');
    const asRoot = process.getuid?.() === 0;
    const place = asRoot ? readFileSync(note, 'utf8').trim() : path.join(closed, 'postgres');
    if (asRoot) {
      assert.match(place, /^\/var\/lib\/evenhand-\w{6}$/);
    }
    await works(running);
    await running.stop();
    const again = await openDatabase(path.join(closed, 'postgres'), undefined);
    assert.ok(again.how.includes(place));
    await again.stop();
    removeAfterDatabase(place, place);
    if (asRoot) {
      rmSync(path.join(closed, 'postgres'), { recursive: true });
      const anew = await openDatabase(path.join(closed, 'postgres'), undefined);
      const other = readFileSync(note, 'utf8').trim();
      assert.notEqual(other, place, 'a folder made anew does not find the database of the old one');
      await anew.stop();
      removeAfterDatabase(other, other);
    }
  });
});

test('an address in DATABASE_URL is used as it is, and never started', async () => {
  const running = await openDatabase(
    '/nowhere',
    'postgres://al%40ice:p%3Aw@db.example:6543/the_body',
  );
  assert.deepEqual(running.where, {
    host: 'db.example',
    port: 6543,
    user: 'al@ice',
    database: 'the_body',
    password: 'p:w',
  });
  assert.equal(running.pid, undefined);
  const plain = await openDatabase('/nowhere', 'postgres://alice@db.example/x');
  assert.deepEqual(plain.where, { host: 'db.example', port: 5432, user: 'alice', database: 'x' });
});

const starter = (folder: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', path.join('tests', 'support', 'start-database.ts'), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.includes('\n')) {
        resolve();
      }
    });
    child.once('close', () => resolve());
  });
  return text.split('\n')[0] ?? '';
}
