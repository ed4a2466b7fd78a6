/**
 * Everything between a running PostgreSQL and a program that may use it: the database itself, the job tables,
 * the migrations, and one pool of connections for each login. The program's own logins own no table of ours.
 */
import { createHmac } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { criteriaOf } from '../../casework/appeal/appeal.ts';
import { APPEAL_RULES, DECISION_KINDS } from '../../casework/appeal/appeal-rules.ts';
import type { PublishedFee } from '../../casework/fees/fees.ts';
import { appealLimit } from '../../program/catalog/appeal-days.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { connect, type Sql, type Where } from './connect.ts';
import { migrate } from './migrate.ts';

export interface Pools {
  /** Sign-in and every page: may become candidate, clerk, reviewer, staff, director, auditor, or the public. */
  readonly web: Sql;
  /** Mail, the log, the exam's journal, scoring. */
  readonly worker: Sql;
  /** Writes what people tell us about themselves; reads nothing. */
  readonly identify: Sql;
  /** Measures outcomes by group; no page holds this connection. */
  readonly measure: Sql;
  /** Where the worker's login connects, for the job runner. */
  readonly workerWhere: Where;
  close(): Promise<void>;
}

const ONE_AT_A_TIME = 727_275;
const LOGINS = ['web', 'worker', 'identify', 'measure'] as const;

/** Creates the database where it is missing (only beside an own server), migrates it, and opens the pools. */
export async function prepare(
  admin: Where,
  options: {
    readonly root: string;
    readonly database: string | undefined;
    readonly secret: string;
    /** What the rules in use publish; a candidate can be charged nothing else. */
    readonly fees: readonly PublishedFee[];
  },
): Promise<Pools> {
  const where = await withDatabase(admin, options.database);
  const owner = connect(where, 1);
  try {
    // One program at a time, until this connection ends: two that start at once would make the same tables.
    await owner`select pg_advisory_lock(${ONE_AT_A_TIME})`;
    await jobTables(owner, where);
    await migrate(owner, options.root);
    await publish(owner, options.fees);
    await publishAppeals(owner);
    await passwords(owner, where, options.secret);
  } finally {
    await owner.end();
  }
  return pools(where, options.secret);
}

/** The pools of a database that is ready. */
export function pools(where: Where, secret: string): Pools {
  const as = (login: (typeof LOGINS)[number]): Where => ({
    ...where,
    user: `evenhand_${login}`,
    ...(where.password === undefined ? {} : { password: passwordOf(login, secret) }),
  });
  const open = {
    web: connect(as('web'), 24),
    worker: connect(as('worker'), 6),
    identify: connect(as('identify'), 1),
    measure: connect(as('measure'), 2),
  };
  return {
    ...open,
    workerWhere: as('worker'),
    close: async () => {
      await Promise.all(Object.values(open).map((sql) => sql.end({ timeout: 2 })));
    },
  };
}

async function withDatabase(admin: Where, database: string | undefined): Promise<Where> {
  if (database === undefined) {
    return admin;
  }
  const sql = connect(admin, 1);
  try {
    await sql`select pg_advisory_lock(${ONE_AT_A_TIME})`;
    const known = await sql`select 1 from pg_database where datname = ${database}`;
    if (known.length === 0) {
      await sql.unsafe(`create database "${database}"`);
    }
  } finally {
    await sql.end();
  }
  return { ...admin, database };
}

/** The job runner owns its own tables and nothing else; it is given the right to create them only while it does so. */
async function jobTables(owner: Sql, where: Where): Promise<void> {
  await owner.unsafe(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'evenhand_worker') then
      create role evenhand_worker login noinherit nobypassrls;
    end if;
    -- An owner that is no superuser, as at most hosts, must belong to whom it hands the job tables.
    if not (select rolsuper from pg_roles where rolname = current_user) then
      grant evenhand_worker to current_user with inherit true, set true;
    end if; end $$`);
  const pool = new pg.Pool({ ...asPg(where), max: 1 });
  pool.on('error', () => {});
  try {
    await owner.unsafe(`create schema if not exists graphile_worker authorization evenhand_worker`);
    await owner.unsafe(`grant create on database "${where.database}" to evenhand_worker`);
    pool.on('connect', (client) => {
      client.query('set role evenhand_worker').catch(() => {});
    });
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
    await owner.unsafe(`revoke create on database "${where.database}" from evenhand_worker`);
  }
}

export const asPg = (where: Where): pg.PoolConfig => ({
  host: where.host,
  port: where.port,
  user: where.user,
  database: where.database,
  ...(where.password === undefined ? {} : { password: where.password }),
});

/** A fee once published under some rules stays: matters were filed under it. */
async function publish(owner: Sql, fees: readonly PublishedFee[]): Promise<void> {
  for (const { rules, fee, cents, currency } of fees) {
    await owner`insert into money.published_fee (rules, fee, cents, currency)
      values (${rules}, ${fee}, ${cents}, ${currency})
      on conflict (rules, fee) do update set cents = excluded.cents, currency = excluded.currency`;
  }
}

/** The rules of appeal, as they are now: an appeal that is under way carries those it was lodged under. */
async function publishAppeals(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`delete from casework.published_ground`;
    for (const kind of DECISION_KINDS) {
      for (const listed of criteriaOf(
        [kind],
        APPEAL_RULES[kind].grounds.map(({ id }) => id),
      )) {
        await tx`insert into casework.published_ground (kind, id, listed)
          values (${kind}, ${listed.id}, ${tx.json(listed as never)})`;
      }
    }
    for (const program of programs) {
      for (const rules of program.rules) {
        for (const kind of DECISION_KINDS) {
          const { days } = appealLimit(program, rules, kind);
          await tx`insert into casework.published_limit (program, rules, kind, days, zone)
            values (${program.id}, ${rules.id}, ${kind}, ${days}, ${defaultsOf(program).zone})
            on conflict (program, rules, kind) do update set days = excluded.days, zone = excluded.zone`;
        }
      }
    }
  });
}

/** Logins over a network need passwords; they are derived, so that several servers of one body agree on them. */
async function passwords(owner: Sql, where: Where, secret: string): Promise<void> {
  if (where.password === undefined) {
    return;
  }
  for (const login of LOGINS) {
    await owner.unsafe(`alter role evenhand_${login} password '${passwordOf(login, secret)}'`);
  }
}

const passwordOf = (login: string, secret: string): string =>
  createHmac('sha256', secret).update(`database login ${login}`).digest('hex');
