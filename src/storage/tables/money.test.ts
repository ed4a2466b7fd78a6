import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, file, publishFee } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { MoneyRow } from '../../workflow/ports/money-records.ts';
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
  /** A charge as the rules of a newly filed matter publish it. */
  const due = async (person: string, cents = 19500): Promise<Omit<MoneyRow, 'at'>> => {
    const rules = `fees of ${cents}`;
    await publishFee(db, rules, cents);
    const { id } = await file(all, person, { rules });
    return entry(person, { matter: id, cents, reference: `application:${id}` });
  };
  const charge = (row: Omit<MoneyRow, 'at'>) =>
    all.records.as(as('candidate', row.person), ({ money }) => money.enter(row, undefined));
  const pay = (row: Omit<MoneyRow, 'at'>, staff = all.staff) =>
    all.records.as(as('staff', staff), ({ money }) => money.enter(row, staff));
  const owing = () => all.records.as(as('staff', all.staff), ({ money }) => money.owing(10));

  test('entries come back as they were made, with the time and nothing more', async () => {
    const rows = [
      await due(all.ana),
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
    const one = await due(all.bo);
    const again = Array.from({ length: 6 }, () => ({ ...one, id: randomUUID() }));
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
    await charge(await due(first, 20000));
    await charge(await due(second, 50000));
    await pay(entry(second, { kind: 'payment', cents: 45000 }));
    await charge(await due(third, 10000));
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

  test('a candidate is charged what the rules publish and nothing else; staff record what was paid, never their own', async () => {
    const refused = (work: Promise<boolean>, what: string) =>
      assert.rejects(work, (cause: unknown) => codeOf(cause) === '42501', what);
    const fee = await due(all.ana);
    await refused(charge({ ...fee, cents: 1 }), 'less than is published');
    await refused(charge({ ...fee, cents: 19501 }), 'more than is published');
    await refused(charge({ ...fee, currency: 'JPY' }), 'in another currency');
    await refused(charge({ ...fee, fee: 'exam' }), 'for what nobody publishes');
    await refused(charge({ ...fee, reference: 'mine' }), 'under a reference of one’s own');
    await refused(charge({ ...fee, matter: undefined }), 'for no matter');
    const { matter, reference } = await due(all.bo);
    await refused(charge({ ...fee, matter, reference }), 'for a matter of somebody else');
    await refused(charge(entry(all.ana, { kind: 'payment', reference: 'x' })), 'pays oneself');
    await refused(charge(entry(all.ana, { kind: 'refund', reference: 'x' })), 'refunds oneself');
    const forBo = all.records.as(as('candidate', all.ana), ({ money }) =>
      money.enter({ ...fee, person: all.bo }, undefined),
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
        pay(entry(all.ana, { kind: 'payment', cents, reference: `${cents}` })),
        (cause: unknown) => codeOf(cause) === '23514',
      );
    }
  });
});
