/** A real PostgreSQL for the tests: one server a run, one database a test file, cloned from a migrated template. */
import path from 'node:path';
import { publishedFees } from '../../src/casework/fees/fees.ts';
import { programs } from '../../src/program/catalog/catalog.ts';
import { connect, type Sql, type Where } from '../../src/storage/database/connect.ts';
import { openDatabase, type RunningDatabase } from '../../src/storage/database/postgres.ts';
import { type Pools, pools, prepare } from '../../src/storage/database/prepare.ts';
import { removeAfterDatabase, throwawayFolder } from './scratch.ts';

export interface TestDatabase {
  readonly where: Where;
  readonly pools: Pools;
  /** The owner's connection, for arranging and for looking behind the walls. */
  readonly owner: Sql;
  close(): Promise<void>;
}

export const TEST_SECRET = 'secret of the tests';
const TEMPLATE = 'evenhand_template';
let server: Promise<RunningDatabase> | undefined;
let made = 0;

async function started(): Promise<RunningDatabase> {
  const folder = throwawayFolder();
  const data = path.join(folder, 'postgres');
  const given = process.env['EVENHAND_TEST_DATABASE_URL'];
  const running = await openDatabase(data, given);
  process.once('exit', () => removeAfterDatabase(folder, data));
  if (given === undefined) {
    await hurry(running.where);
  }
  const template = await prepare(running.where, {
    root: process.cwd(),
    database: TEMPLATE,
    secret: TEST_SECRET,
    fees: programs.flatMap(({ rules }) => rules.flatMap(publishedFees)),
  });
  await template.close();
  return running;
}

/** These databases are thrown away: nothing has to reach the disk. What survives a kill is tested on others. */
async function hurry(where: Where): Promise<void> {
  const admin = connect(where, 1);
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await admin.unsafe(`alter system set ${setting} = off`);
  }
  await admin`select pg_reload_conf()`;
  await admin.end();
}

/** A database of its own, a copy of the migrated one or of another that nobody is connected to any more. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  server ??= started();
  const running = await server;
  made += 1;
  const database = `evenhand_test_${process.pid}_${made}`;
  const admin = connect(running.where, 1);
  await admin.unsafe(`create database "${database}" template "${template}"`);
  await admin.end();
  const where = { ...running.where, database };
  const opened = pools(where, TEST_SECRET);
  const owner = connect(where, 2);
  return {
    where,
    pools: opened,
    owner,
    close: async () => {
      await opened.close();
      await owner.end({ timeout: 2 });
    },
  };
}
