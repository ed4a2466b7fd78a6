import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { as, cast, wholeStory } from '../../../tests/support/cast.ts';
import { asText, grants } from '../../../tests/support/catalog.ts';
import { removeAfterDatabase, scratchFolder } from '../../../tests/support/scratch.ts';
import { connect, type Where } from './connect.ts';
import { openDatabase, type RunningDatabase } from './postgres.ts';
import { prepare } from './prepare.ts';

describe('a database made ready', () => {
  const folder = scratchFolder();
  const data = path.join(folder, 'postgres');
  const options = { root: process.cwd(), database: undefined, secret: 'of the tests', fees: [] };
  let running: RunningDatabase;
  let body: Where;
  before(async () => {
    running = await openDatabase(data, undefined);
    const admin = connect(running.where, 1);
    await admin.unsafe('create role body login createrole');
    await admin.unsafe('create database thebody owner body');
    await admin.end();
    body = { ...running.where, user: 'body', database: 'thebody', password: 'as hosts give' };
  });
  after(async () => {
    await running.stop();
    removeAfterDatabase(folder, data);
  });

  test('by an owner that is no superuser has the same walls, and carries a whole story', async () => {
    const pools = await prepare(body, options);
    const owner = connect(body, 2);
    const [who] =
      await owner`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
    assert.deepEqual({ ...who }, { rolsuper: false, rolbypassrls: false });
    const written = readFileSync(path.join('src', 'storage', 'database', 'who-may.txt'), 'utf8');
    assert.equal(asText(await grants(owner)), written);
    const db = { owner, pools, where: body, close: async () => {} };
    const all = await cast(db);
    const { matter } = await wholeStory(db, all, all.ana);
    const seen = await all.records.as(as('candidate', all.bo), ({ matters }) =>
      matters.read(matter.id),
    );
    assert.equal(seen, undefined);
    const [measured] = await pools.measure`select count(*)::int as n from casework.outcome`;
    assert.ok(measured?.['n'] > 0, 'the measuring views see through their owner');
    await pools.close();
    await owner.end();
  });

  test('once is ready: doing it again issues nothing, writes to nobody and keeps what is there', async () => {
    const owner = connect(body, 1);
    const kept = async () =>
      (
        await owner`select (select count(*)::int from casework.event) as events,
          (select md5(string_agg(c::text, ' ' order by c.id)) from register.credential c) as credentials,
          (select md5(string_agg(k::text, ' ' order by k.id)) from register.copy k) as copies,
          (select md5(string_agg(s::text, ' ' order by s.sitting)) from exam.result s) as results,
          (select count(*)::int from ledger.entry) as lines,
          (select count(*)::int from post.mail) as letters,
          (select count(*)::int from graphile_worker._private_jobs) as jobs`
      ).map((row) => ({ ...row }));
    const before = await kept();
    assert.ok(before[0]?.['credentials'] !== null && before[0]?.['letters'] > 0);
    await (await prepare(body, options)).close();
    assert.deepEqual(await kept(), before);
    await owner.end();
  });

  test('by several programs that start at the same moment is one database', async () => {
    const together = { ...options, database: 'together' };
    const pools = await Promise.all([1, 2, 3, 4].map(() => prepare(running.where, together)));
    const owner = connect({ ...running.where, database: 'together' }, 1);
    const files = await owner`select name from public.migration`;
    assert.equal(new Set(files.map((row) => row['name'])).size, files.length);
    assert.ok(files.length >= 4);
    await owner.end();
    await Promise.all(pools.map((one) => one.close()));
  });

  test('refuses a migration that was changed after it ran, and runs nothing of what follows', async () => {
    const root = path.join(folder, 'changed');
    const place = path.join('src', 'storage', 'database', 'migrations');
    cpSync(place, path.join(root, place), { recursive: true });
    const [ground] = ['0001-ground.sql'];
    const file = path.join(root, place, ground);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- one more line\n`);
    writeFileSync(path.join(root, place, '9999-more.sql'), 'create table public.more (x int);');
    await assert.rejects(
      prepare(body, { ...options, root }),
      /0001-ground\.sql was changed after it ran/,
    );
    const owner = connect(body, 1);
    assert.deepEqual(
      [...(await owner`select to_regclass('public.more') as made`)],
      [{ made: null }],
    );
    await owner.end();
  });

  test('keeps nothing of a migration that fails half way', async () => {
    const root = path.join(folder, 'failing');
    const place = path.join('src', 'storage', 'database', 'migrations');
    cpSync(place, path.join(root, place), { recursive: true });
    const broken = 'create table public.more (x int); select 1 / 0;';
    writeFileSync(path.join(root, place, '9999-more.sql'), broken);
    await assert.rejects(prepare(body, { ...options, root }), /division by zero/);
    const owner = connect(body, 1);
    assert.deepEqual(
      [...(await owner`select to_regclass('public.more') as made`)],
      [{ made: null }],
    );
    await owner.end();
  });
});
