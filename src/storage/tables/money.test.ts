import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { MoneyRow } from '../../workflow/ports/records.ts';
import { codeOf } from './rows.ts';

describe('the fee ledger in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());

  const entry = (person: string, change: Partial<MoneyRow> = {}): Omit<MoneyRow, 'at'> => ({
    id: randomUUID(),
    person,
    program: 'larkspur-care',
    matter: undefined,
    kind: 'charge',
    fee: 'application',
    cents: 19500,
    currency: 'USD',
    reference: 'application 2028 “é”',
    ...change,
  });
  const charge = (row: Omit<MoneyRow, 'at'>) =>
    all.records.as(as('candidate', row.person), ({ money }) => money.enter(row, undefined));
  const pay = (row: Omit<MoneyRow, 'at'>, staff = all.staff) =>
    all.records.as(as('staff', staff), ({ money }) => money.enter(row, staff));
  const owing = () => all.records.as(as('staff', all.staff), ({ money }) => money.owing(10));

  test('entries come back as they were made, with the time and nothing more', async () => {
    const rows = [
      entry(all.ana),
      entry(all.ana, { kind: 'payment', reference: 'check 7' }),
    ] as const;
    assert.ok(await charge(rows[0]));
    assert.ok(await pay(rows[1]));
    const seen = await all.records.as(as('candidate', all.ana), ({ money }) => money.mine());
    assert.deepEqual(
      seen.map(({ at: _at, ...row }) => row),
      rows,
    );
    assert.ok(seen.every(({ at }) => Math.abs(at - Date.now()) < 60_000));
    const ofAna = await all.records.as(as('staff', all.staff), ({ money }) => money.of(all.ana));
    assert.deepEqual(ofAna, seen);
  });

  test('the same charge or payment entered again, even at the same moment, is one entry', async () => {
    const again = Array.from({ length: 6 }, () => entry(all.bo, { reference: 'once' }));
    const entered = await Promise.all(again.map(charge));
    assert.equal(entered.filter(Boolean).length, 1);
    const paid = await Promise.all(
      again.map((row) => pay({ ...row, id: randomUUID(), kind: 'payment' })),
    );
    assert.equal(paid.filter(Boolean).length, 1);
    assert.equal((await db.owner`select 1 from money.entry where person = ${all.bo}`).length, 2);
  });

  test('who owes is who was charged, or given back, more than was paid: the largest first', async () => {
    const { first, second, third } = all;
    await charge(entry(first, { cents: 20000 }));
    await charge(entry(second, { cents: 50000 }));
    await pay(entry(second, { kind: 'payment', cents: 45000 }));
    await charge(entry(third, { cents: 10000 }));
    await pay(entry(third, { kind: 'payment', cents: 10000 }));
    const program = 'larkspur-care';
    assert.deepEqual(
      [...(await owing())],
      [
        { person: first, program, cents: 20000 },
        { person: second, program, cents: 5000 },
      ],
    );
    await pay(entry(third, { kind: 'refund', cents: 2500, reference: 'paid by mistake' }));
    assert.deepEqual((await owing()).at(-1), { person: third, program, cents: 2500 });
  });

  test('a candidate is charged and nothing else; staff record what was paid, never their own', async () => {
    const refused = (work: Promise<boolean>, what: string) =>
      assert.rejects(work, (cause: unknown) => codeOf(cause) === '42501', what);
    await refused(charge(entry(all.ana, { kind: 'payment', reference: 'x' })), 'pays oneself');
    await refused(charge(entry(all.ana, { kind: 'refund', reference: 'x' })), 'refunds oneself');
    const forBo = all.records.as(as('candidate', all.ana), ({ money }) =>
      money.enter(entry(all.bo, { reference: 'y' }), undefined),
    );
    await refused(forBo, 'charges another');
    await refused(pay(entry(all.staff, { kind: 'payment' })), 'staff for themselves');
    await refused(pay(entry(all.ana, { reference: 'z' })), 'staff charge');
    const signed = all.records.as(as('staff', all.staff), ({ money }) =>
      money.enter(entry(all.ana, { kind: 'payment', reference: 'z' }), all.director),
    );
    await refused(signed, 'in another name');
  });

  test('nothing is entered for nothing, or for less', async () => {
    for (const cents of [0, -1]) {
      await assert.rejects(
        charge(entry(all.ana, { cents, reference: `${cents}` })),
        (cause: unknown) => codeOf(cause) === '23514',
      );
    }
  });
});
