import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly comment: string | null;
}

describe('the columns', () => {
  let db: TestDatabase;
  let columns: readonly Column[];
  before(async () => {
    db = await testDatabase();
    columns = await db.owner<Column[]>`
    select n.nspname || '.' || c.relname as table, t.attname as column, col_description(c.oid, t.attnum) as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid
    where c.relkind in ('r', 'p') and t.attnum > 0 and not t.attisdropped
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker') order by 1, t.attnum`;
  });
  after(() => db.close());

  test('every column says who may know it and how long it is kept', () => {
    assert.ok(columns.length > 200);
    const unclassed = columns.filter(
      ({ comment }) => !/^(public|internal|personal|sealed|secret); \S.{4,}$/.test(comment ?? ''),
    );
    assert.deepEqual(
      unclassed.map(({ table, column, comment }) => `${table}.${column}: ${comment}`),
      [],
    );
  });

  const classOf = ({ comment }: Column): string => comment?.split(';')[0] ?? '';

  test('what names a person, and only in a table that may, is classed as personal', () => {
    const telling = /name|email|address|contact|account|statement|claim|answers|supervisor/;
    const loose = columns.filter(
      (column) => telling.test(column.column) && /^(public|internal)$/.test(classOf(column)),
    );
    assert.deepEqual(
      loose.map(({ table, column }) => `${table}.${column}`),
      // A notice of a public sanction names whom it is about, by the published rule.
      ['conduct.notice.holder_name', 'public.migration.name'],
    );
  });

  test('what tells who somebody is in a group lies in the sealed schema alone, and everything there is sealed', () => {
    for (const column of columns) {
      assert.equal(
        classOf(column) === 'sealed',
        column.table.startsWith('sealed.'),
        `${column.table}.${column.column}`,
      );
    }
  });

  test('hashes of passphrases and tokens, salts and keys are secret', () => {
    const secret = columns.filter(({ column }) =>
      /^(hash|token_hash|receipt_hash|salt|sealed_key)$/.test(column),
    );
    assert.ok(secret.length >= 6);
    for (const column of secret.filter(({ table }) => table !== 'exam.answer_event')) {
      assert.equal(classOf(column), 'secret', `${column.table}.${column.column}`);
    }
  });
});
