import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { systemClock } from '../../outside/adapters/clock.ts';
import { transactor } from '../../storage/tables/unit-of-work.ts';
import { releasesDue } from './draw-due.ts';

describe('which releases are due', () => {
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase();
    await db.owner`insert into ledger.entry (place, commitment, leaf_hash) values (0, '{}', ${Buffer.alloc(32)})`;
  });
  after(() => db.close());

  const drawn = async (number: number, until: string): Promise<void> => {
    await db.owner`insert into measured.release (number, counted_until, body, digest, opening, place)
      values (${number}, ${until}, '{}', ${'0'.repeat(64)}, ${Buffer.alloc(32)}, 0)`;
  };
  const dueOn = (today: CivilDate) =>
    releasesDue({
      clock: { ...systemClock('UTC'), today: () => today },
      records: transactor(db.pools),
    });

  test('at the first start the end of last year, which the report rests on, and the last quarter', async () => {
    assert.deepEqual(await dueOn(date('2026-11-25')), ['2026-01-01', '2026-10-01']);
    assert.deepEqual(await dueOn(date('2026-02-27')), ['2026-01-01']);
  });

  test('then each quarter once; and the end of a year also where the service was away over it', async () => {
    await drawn(1, '2025-12-31');
    await drawn(2, '2026-09-30');
    assert.deepEqual(await dueOn(date('2026-11-25')), []);
    assert.deepEqual(await dueOn(date('2027-01-01')), ['2027-01-01']);
    assert.deepEqual(await dueOn(date('2027-04-10')), ['2027-01-01', '2027-04-01']);
    await drawn(3, '2026-12-31');
    assert.deepEqual(await dueOn(date('2027-04-10')), ['2027-04-01']);
  });
});
