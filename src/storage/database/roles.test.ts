import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { asText, columnsOf, type Grant, grants } from '../../../tests/support/catalog.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { codeOf } from '../tables/rows.ts';
import type { Sql } from './connect.ts';

const COMMITTED = path.join('src', 'storage', 'database', 'who-may.txt');
const ROLES = [
  'public',
  'candidate',
  'clerk',
  'reviewer',
  'staff',
  'director',
  'auditor',
  'board',
  'conduct',
  'panel',
  'custodian',
] as const;
const LOGINS = ['web', 'worker', 'identify', 'measure'] as const;
const FORBIDDEN = '42501';
/** What nobody can write whatever their rights: a view over several tables, a number the table gives out itself. */
const NOT_WRITABLE = new Set(['55000', '42809', '428C9']);

/** The lines of one text, each with its role, that another does not have. */
function linesIn(one: string, other: string): readonly string[] {
  const lines = (text: string): readonly string[] =>
    text.split('\n\n').flatMap((block) => {
      const [role, ...may] = block.trimEnd().split('\n');
      return may.map((line) => `${role} ${line.trim()}`);
    });
  const known = new Set(lines(other));
  return lines(one).filter((line) => !known.has(line));
}

describe('who may do what', () => {
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db.close());

  test('every privilege in the database is the one written down in who-may.txt, and no other', async () => {
    const found = asText(await grants(db.owner));
    if (process.env['EVENHAND_WRITE'] === 'who-may') {
      writeFileSync(COMMITTED, found);
    }
    const written = existsSync(COMMITTED) ? readFileSync(COMMITTED, 'utf8') : '';
    assert.deepEqual(
      { added: linesIn(found, written), takenAway: linesIn(written, found) },
      { added: [], takenAway: [] },
      'if that was meant, run EVENHAND_WRITE=who-may npm test -- roles and commit the file',
    );
    assert.equal(found, written);
  });

  test('nothing of ours is open to everybody, functions included', async () => {
    const open = (await grants(db.owner)).filter(({ role }) => role === 'everybody');
    assert.deepEqual(
      open.map(({ kind, on, privilege }) => `${kind} ${on} ${privilege}`),
      [],
    );
  });

  test('no role of ours is above the rules, may make roles or databases, or belongs to another', async () => {
    const rows = await db.owner<
      { name: string; login: boolean; inherits: boolean; above: boolean; member: string[] }[]
    >`select replace(r.rolname, 'evenhand_', '') as name, r.rolcanlogin as login, r.rolinherit as inherits,
        (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication) as above,
        coalesce((select array_agg(replace(g.rolname, 'evenhand_', '') order by g.rolname) from pg_auth_members m
          join pg_roles g on g.oid = m.roleid where m.member = r.oid), '{}') as member
      from pg_roles r where r.rolname like 'evenhand\\_%' order by 1`;
    assert.deepEqual(new Set(rows.map(({ name }) => name)), new Set([...ROLES, ...LOGINS]));
    for (const { name, login, inherits, above, member } of rows) {
      assert.equal(above, false, name);
      assert.equal(
        login,
        LOGINS.some((known) => known === name),
        name,
      );
      assert.ok(!login || !inherits, `${name} would hold rights without asking for them`);
      assert.deepEqual(new Set(member), new Set(name === 'web' ? ROLES : []), name);
    }
    const passed =
      await db.owner`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname = 'evenhand_web' and (m.inherit_option or m.admin_option or not m.set_option)`;
    assert.equal(
      passed.length,
      0,
      'the web login takes a role for one transaction, and passes none on',
    );
  });

  test('no login of the program owns anything of ours; only the job tables are the worker’s own', async () => {
    const owned = await db.owner<{ owner: string; schema: string }[]>`
      select distinct pg_get_userbyid(c.relowner) as owner, n.nspname as schema
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(c.relowner) like 'evenhand\\_%' and n.nspname <> 'pg_toast'
      union select pg_get_userbyid(n.nspowner), n.nspname from pg_namespace n
        where pg_get_userbyid(n.nspowner) like 'evenhand\\_%'
      union select pg_get_userbyid(p.proowner), n.nspname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where pg_get_userbyid(p.proowner) like 'evenhand\\_%'`;
    assert.deepEqual([...owned], [{ owner: 'evenhand_worker', schema: 'graphile_worker' }]);
    const [made] = await db.owner<{ may: boolean }[]>`
      select bool_or(has_database_privilege(r.rolname, current_database(), 'create')) as may
      from pg_roles r where r.rolname like 'evenhand\\_%'`;
    assert.equal(made?.may, false);
  });

  test('row-level security is on and forced for every table', async () => {
    const off = await db.owner<{ name: string }[]>`select n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and n.nspname !~ '^pg_' and not (c.relrowsecurity and c.relforcerowsecurity)`;
    assert.deepEqual(
      off.map(({ name }) => name),
      ['public.migration'],
    );
  });

  test('a view shows what its reader may see; those that measure show no name, no word and no document', async () => {
    const views = await db.owner<{ name: string; columns: string[] }[]>`
      select n.nspname || '.' || c.relname as name,
        (select array_agg(t.attname::text order by t.attnum) from pg_attribute t where t.attrelid = c.oid and t.attnum > 0) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and not coalesce('security_invoker=true' = any (c.reloptions), false) order by 1`;
    assert.deepEqual(
      [...views],
      [
        {
          name: 'casework.judged',
          columns: 'person program opened_on closed_at outcome expression findings'.split(' '),
        },
        {
          name: 'casework.outcome',
          columns:
            'person matter kind program opened_on promised_by last_event outcome decider closed_at'.split(
              ' ',
            ),
        },
        {
          name: 'conduct.outcome',
          columns:
            'matter about program grounds setting opened_on respondent complainant naming screened_at screened_in noticed_at reviewed_at cause decided_at breach sanction how appealed_at appeal_effect final_sanction closed_at achieved promises_broken last_event concluded_at provisions appeal_decided_at told_at left_at rests'.split(
              ' ',
            ),
        },
        {
          name: 'exam.outcome',
          columns: 'person sitting program form passed scored_at'.split(' '),
        },
        {
          name: 'exam.outcome_response',
          columns: 'person sitting form item answered is_right'.split(' '),
        },
        {
          name: 'ideas.outcome',
          columns: 'person program proposed_on answered_on adopted again_on adopted_again'.split(
            ' ',
          ),
        },
        { name: 'register.outcome', columns: 'person program issued_at'.split(' ') },
        {
          name: 'renewal.audit_chance',
          columns: 'person program lottery stratum drawn_at drawn'.split(' '),
        },
        {
          name: 'renewal.term_outcome',
          columns: 'person program term in_time_on late_on ran_out_on'.split(' '),
        },
        {
          name: 'seats.chance',
          columns: 'person program opening on_day drawn tickets'.split(' '),
        },
        {
          name: 'seats.choice',
          columns: 'person program on_day chosen for_recognition upheld_on'.split(' '),
        },
        {
          name: 'seats.service',
          columns:
            'person program certified_at forward_on suggested_on served_on again_on chaired_on'.split(
              ' ',
            ),
        },
      ],
    );
  });

  test('a function that acts for its owner looks names up nowhere but where it says', async () => {
    const loose = await db.owner<{ name: string }[]>`select n.nspname || '.' || p.proname as name
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
        and not coalesce('search_path=""' = any (p.proconfig), false)`;
    assert.deepEqual([...loose], []);
  });
});

interface Attempt {
  readonly says: string;
  readonly statement: string;
  readonly allowed: boolean;
}

/** One statement for each column and each way of writing, that fails on rights alone and changes nothing. */
function attempts(
  all: readonly { readonly table: string; readonly columns: readonly string[] }[],
  held: readonly Grant[],
): readonly Attempt[] {
  const entered = new Set(held.filter(({ kind }) => kind === 'schema').map(({ on }) => on));
  const may = new Set(held.map(({ kind, on, privilege }) => `${kind} ${on} ${privilege}`));
  return all.flatMap(({ table, columns }) => {
    const enters = entered.has(table.split('.')[0] ?? '');
    const whole = (privilege: string) => enters && may.has(`table ${table} ${privilege}`);
    const one = (column: string, privilege: string) =>
      whole(privilege) || (enters && may.has(`column ${table}.${column} ${privilege}`));
    return [
      ...columns.flatMap((column) => [
        {
          says: `select ${table}.${column}`,
          statement: `select "${column}" from ${table} limit 0`,
          allowed: one(column, 'select'),
        },
        {
          says: `insert ${table}.${column}`,
          statement: `insert into ${table} ("${column}") select null where false`,
          allowed: one(column, 'insert'),
        },
        {
          says: `update ${table}.${column}`,
          statement: `update ${table} set "${column}" = null where false`,
          allowed: one(column, 'update'),
        },
      ]),
      {
        says: `delete ${table}`,
        statement: `delete from ${table} where false`,
        allowed: whole('delete'),
      },
      { says: `truncate ${table}`, statement: `truncate ${table}`, allowed: whole('truncate') },
    ];
  });
}

/** Runs each statement under the rights of whoever calls, and answers the code of its error, or nothing. */
const TRY_EACH = `
  create schema tries;
  grant usage on schema tries to public;
  create function tries.each_of(statements text[]) returns text[] language plpgsql security invoker as $$
  declare codes text[] := '{}'; statement text;
  begin
    foreach statement in array statements loop
      begin
        execute statement;
        codes := codes || ''::text;
      exception when others then
        codes := codes || sqlstate::text;
      end;
    end loop;
    return codes;
  end $$;
  grant execute on function tries.each_of to public`;

/** The code of each statement's error, tried one by one in a transaction that is undone. */
async function tried(
  login: Sql,
  role: string | undefined,
  list: readonly Attempt[],
): Promise<readonly (string | undefined)[]> {
  class Undo extends Error {}
  let codes: readonly string[] = [];
  await login
    .begin(async (tx) => {
      if (role !== undefined) {
        await tx.unsafe(`set local role evenhand_${role}`);
      }
      const statements = list.map(({ statement }) => statement);
      const [row] = await tx<{ codes: string[] }[]>`
        select tries.each_of(${statements}::text[]) as codes`;
      codes = row?.codes ?? [];
      throw new Undo();
    })
    .catch((cause: unknown) => assert.ok(cause instanceof Undo, String(cause)));
  assert.equal(codes.length, list.length);
  return codes.map((code) => (code === '' ? undefined : code));
}

describe('each role connects, tries everything, and is refused whatever is not listed', () => {
  let db: TestDatabase;
  let all: Awaited<ReturnType<typeof columnsOf>>;
  let listed: readonly Grant[];
  before(async () => {
    db = await testDatabase();
    all = await columnsOf(db.owner);
    listed = await grants(db.owner);
    await db.owner.unsafe(TRY_EACH);
  });
  after(() => db.close());

  const tries = async (login: Sql, role: string | undefined, holder: string): Promise<void> => {
    const list = attempts(
      all,
      listed.filter((grant) => grant.role === holder || grant.role === 'everybody'),
    );
    const codes = await tried(login, role, list);
    const wrong = list.filter(({ allowed }, k) => {
      const code = codes[k];
      return allowed ? code === FORBIDDEN : code !== FORBIDDEN && !NOT_WRITABLE.has(code ?? '');
    });
    assert.deepEqual(
      wrong.map(({ says, allowed }) => `${says}: listed ${allowed}`),
      [],
    );
    assert.ok(list.filter(({ allowed }) => !allowed).length > 100);
  };
  for (const role of ROLES) {
    test(`as ${role}`, () => tries(db.pools.web, role, role));
  }
  for (const login of ['worker', 'identify', 'measure'] as const) {
    test(`as the login ${login}`, () => tries(db.pools[login], undefined, login));
  }
  test('as the web login that has taken no role: nothing at all', async () => {
    assert.deepEqual(
      listed.filter(({ role }) => role === 'web'),
      [],
    );
    await tries(db.pools.web, undefined, 'web');
  });

  test('a login takes no role but its own, and no login becomes the owner', async () => {
    for (const login of LOGINS) {
      for (const role of [...ROLES, ...LOGINS]) {
        const may = role === login || (login === 'web' && ROLES.some((known) => known === role));
        const code = await db.pools[login]
          .begin((tx) => tx.unsafe(`set local role evenhand_${role}`))
          .then(
            () => undefined,
            (cause: unknown) => codeOf(cause),
          );
        assert.equal(code, may ? undefined : FORBIDDEN, `${login} as ${role}`);
      }
      for (const statement of [
        `set session authorization ${db.where.user}`,
        `set local role ${db.where.user}`,
        'set local session_replication_role = replica',
        'alter table casework.event disable trigger all',
        'alter table casework.event disable row level security',
        'create table people.mine (x int)',
        'create table public.mine (x int)',
        'create role evenhand_more',
        "copy (select 1) to program 'true'",
        "select pg_read_file('/etc/passwd')",
      ]) {
        await assert.rejects(
          db.pools[login].begin((tx) => tx.unsafe(statement)),
          (cause: unknown) => codeOf(cause) === FORBIDDEN,
          `${login}: ${statement}`,
        );
      }
    }
  });
});
