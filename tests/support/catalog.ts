/** What PostgreSQL itself says about who may do what, put into lines that a person can read and compare. */
import type { Sql } from '../../src/storage/database/connect.ts';
import type { Rights } from '../../src/workflow/ports/ports.ts';
import type { TestDatabase } from './database.ts';

export interface Grant {
  readonly kind: 'schema' | 'table' | 'column' | 'sequence' | 'function';
  readonly role: string;
  /** "casework.event", or "casework.event.at" for a column. */
  readonly on: string;
  readonly privilege: string;
}

/** Our own schemas: all but PostgreSQL's and the job runner's, which belongs to one login alone. */
const OURS = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')";
const ROLE =
  "case when a.grantee = 0 then 'everybody' else replace(pg_get_userbyid(a.grantee), 'evenhand_', '') end";

/** Every privilege that anybody but the owner holds on anything of ours. */
export async function grants(owner: Sql): Promise<readonly Grant[]> {
  return await owner.unsafe<Grant[]>(`
    select 'schema' as kind, ${ROLE} as role, n.nspname as on, lower(a.privilege_type) as privilege
      from pg_namespace n cross join lateral aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
      where ${OURS} and a.grantee <> n.nspowner
    union all
    select case c.relkind when 'S' then 'sequence' else 'table' end, ${ROLE}, n.nspname || '.' || c.relname,
        lower(a.privilege_type)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join lateral aclexplode(coalesce(c.relacl, acldefault(
          case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))) a
      where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and a.grantee <> c.relowner
    union all
    select 'column', ${ROLE}, n.nspname || '.' || c.relname || '.' || t.attname, lower(a.privilege_type)
      from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
        cross join lateral aclexplode(t.attacl) a
      where ${OURS} and not t.attisdropped and a.grantee <> c.relowner
    union all
    select 'function', ${ROLE}, n.nspname || '.' || p.proname, lower(a.privilege_type)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where ${OURS} and a.grantee <> p.proowner`);
}

/** One block a role: what it may read and write, which columns where not all, and which functions it may call. */
export function asText(all: readonly Grant[]): string {
  const roles = [...new Set(all.map(({ role }) => role))].sort(byText);
  const blocks = roles.map((role) => {
    const held = all.filter((grant) => grant.role === role);
    return [
      role,
      `  enters  ${names(held, 'schema').join(' ')}`,
      ...tables(held).map((line) => `  ${line}`),
      ...names(held, 'sequence').map((name) => `  ${name}  draws the next number`),
      ...names(held, 'function').map((name) => `  ${name}()`),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function names(held: readonly Grant[], kind: Grant['kind']): readonly string[] {
  return [...new Set(held.filter((grant) => grant.kind === kind).map(({ on }) => on))].sort(byText);
}

function tables(held: readonly Grant[]): readonly string[] {
  const may = new Map<string, Map<string, string[]>>();
  for (const { kind, on, privilege } of held) {
    if (kind === 'table' || kind === 'column') {
      const [schema = '', table = '', column] = on.split('.');
      const name = `${schema}.${table}`;
      const privileges = may.get(name) ?? new Map<string, string[]>();
      const columns = privileges.get(privilege) ?? [];
      privileges.set(privilege, column === undefined ? columns : [...columns, column]);
      may.set(name, privileges);
    }
  }
  return [...may]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, privileges]) => {
      const each = [...privileges]
        .sort(([a], [b]) => byText(a, b))
        .map(([privilege, columns]) =>
          columns.length === 0 ? privilege : `${privilege}(${columns.sort(byText).join(', ')})`,
        );
      return `${name}  ${each.join(' ')}`;
    });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every table and view of ours with its columns, in the order of the table. */
export async function columnsOf(
  owner: Sql,
): Promise<readonly { readonly table: string; readonly columns: readonly string[] }[]> {
  return await owner.unsafe(`
    select n.nspname || '.' || c.relname as table, array_agg(t.attname::text order by t.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f') and t.attnum > 0 and not t.attisdropped
    group by 1 order by 1`);
}

/** Every row of every table and column that a role, or a login by itself, may read, as text. */
export async function readableBy(
  db: TestDatabase,
  who:
    | { readonly rights: Exclude<Rights, 'worker'>; readonly person: string }
    | { readonly login: 'worker' | 'measure'; readonly person: string },
): Promise<readonly string[]> {
  const login = 'login' in who ? who.login : 'web';
  const role = 'login' in who ? who.login : who.rights;
  const held = (await grants(db.owner)).filter(
    (grant) => grant.role === role && grant.privilege === 'select',
  );
  const may = new Set(held.map(({ kind, on }) => `${kind} ${on}`));
  const lines: string[] = [];
  for (const { table, columns } of await columnsOf(db.owner)) {
    const readable = columns
      .filter((column) => may.has(`table ${table}`) || may.has(`column ${table}.${column}`))
      .map((column) => `"${column}"`);
    if (readable.length > 0) {
      const rows = await db.pools[login].begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${who.person}, true)`;
        return await tx.unsafe(`select ${readable.join(', ')} from ${table}`);
      });
      lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
    }
  }
  return lines;
}
