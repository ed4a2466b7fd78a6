import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { codeOf } from './rows.ts';

const OPENING = Buffer.alloc(32);
const GUARDED = 'EH003';
const FORBIDDEN = '42501';
const FOLLOWS = { number: 2, release: 3, due: '2025-02-28', published: '2025-02-28', body: '{}' };

/** Releases of two ends of a year and of a quarter, and one report published. */
describe('the table of public reports', () => {
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase();
    await db.owner`insert into ledger.entry (place, commitment, leaf_hash) values (0, '{}', ${OPENING})`;
    for (const [place, until] of ['2023-12-31', '2024-09-30', '2024-12-31'].entries()) {
      await db.owner`insert into measured.release (number, counted_until, body, digest, opening, place)
        values (${place + 1}, ${until}, '{"deciders":[]}', ${'0'.repeat(64)}, ${OPENING}, 0)`;
    }
    assert.equal(
      await insert({
        ...FOLLOWS,
        number: 1,
        release: 1,
        due: '2024-02-29',
        published: '2024-02-29',
      }),
      undefined,
    );
  });
  after(() => db.close());

  /** As the login that publishes. Answers the code of the refusal. */
  const insert = async (
    row: typeof FOLLOWS & { readonly signed?: string },
  ): Promise<string | undefined> =>
    await db.pools.worker
      .begin(async (tx) => {
        await tx.unsafe('set local role evenhand_worker');
        await tx`insert into measured.report (number, release, due_on, published_on, body, digest, note, opening, place)
          values (${row.number}, ${row.release}, ${row.due}, ${row.published}, ${row.body},
            ${sha256Hex(row.signed ?? row.body)}, 'note', ${OPENING}, 0)`;
      })
      .then(() => undefined, codeOf);

  const asPublic = async (query: string): Promise<unknown> =>
    await db.pools.web
      .begin(async (tx) => {
        await tx.unsafe('set local role evenhand_public');
        return (await tx.unsafe(query)).map((row) => Object.values(row)[0]);
      })
      .catch(codeOf);

  test('anybody reads a report that was published, and no release, its own neither', async () => {
    assert.deepEqual(await asPublic('select release from measured.report'), [1]);
    assert.equal(await asPublic('select number from measured.release'), FORBIDDEN);
    assert.equal(
      await asPublic(
        'select l.body from measured.report r join measured.release l on l.number = r.release',
      ),
      FORBIDDEN,
    );
  });

  test('nobody changes a report or takes one back, whoever published it neither', async () => {
    for (const query of [
      "update measured.report set note = 'other'",
      'delete from measured.report',
    ]) {
      assert.equal(await asPublic(query), FORBIDDEN);
      const worker = db.pools.worker.begin(async (tx) => {
        await tx.unsafe('set local role evenhand_worker');
        await tx.unsafe(query);
      });
      await assert.rejects(worker, (cause: unknown) => codeOf(cause) === FORBIDDEN, query);
    }
  });

  test('a report out of order, of a quarter, of no release or of a release reported before is refused', async () => {
    assert.equal(await insert({ ...FOLLOWS, number: 3 }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, number: 1 }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, release: 2 }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, release: 99 }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, release: 1 }), '23505');
  });

  test('a report before its day is refused, whatever the program believes today is', async () => {
    assert.equal(await insert({ ...FOLLOWS, published: '2999-02-28' }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, published: '2025-02-27' }), '23514');
    assert.equal(await insert({ ...FOLLOWS, due: '2024-12-31', published: '2024-12-31' }), '23514');
  });

  test('a body that was not signed for, or that says anything of a decider, is refused', async () => {
    assert.equal(await insert({ ...FOLLOWS, signed: '{"a":1}' }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, body: '{"deciders":[]}' }), GUARDED);
    assert.equal(await insert({ ...FOLLOWS, body: '{"tables":[{"decider":"x"}]}' }), GUARDED);
  });

  test('the next report is taken', async () => {
    assert.equal(await insert(FOLLOWS), undefined);
    assert.deepEqual(
      await asPublic('select counted_until::text from measured.report order by number'),
      ['2023-12-31', '2024-12-31'],
    );
  });
});
