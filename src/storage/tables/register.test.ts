import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast, examOf, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { codeOf } from './rows.ts';

describe('the register in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    await examOf(db, 'form');
  });
  after(() => db.close());

  const document = {
    '@context': ['x'],
    name: 'Larkspur Care Coordinator — é',
    proof: { v: [1, null] },
  };
  async function issued(person = all.ana) {
    const sitting = randomUUID();
    await all.records.as(worker, ({ exam }) =>
      exam.book({
        id: sitting,
        person,
        program: 'larkspur-care',
        form: 'form',
        granted: {},
        optionOrders: {},
      }),
    );
    const row = {
      id: randomBytes(11).toString('hex'),
      person,
      sitting,
      program: 'larkspur-care',
      document,
      statusIndex: 0,
      validUntil: date('2033-02-28'),
      demonstration: true,
    };
    return await all.records.as(worker, async ({ exam, register }) => {
      await exam.saveResult(sitting, true, {}, []);
      const whole = { ...row, statusIndex: await register.nextStatusSequence() };
      await register.issue(whole);
      return whole;
    });
  }
  const lookUp = (id: string) => all.records.as(anybody, ({ register }) => register.lookUp(id));
  const revoke = (credential: string, reason = 'Issued by mistake. é', by = all.director) =>
    all.records.as(as('director', by), ({ register }) =>
      register.revoke({ credential, reason, by }),
    );

  test('a credential is found by its address by anybody, and by its holder in their own list', async () => {
    const row = await issued();
    const { program, demonstration } = row;
    assert.deepEqual(await lookUp(row.id), {
      document,
      program,
      demonstration,
      revoked: undefined,
    });
    assert.equal(await lookUp('0'.repeat(22)), undefined);
    const [mine, ...more] = await all.records.as(as('candidate', all.ana), ({ register }) =>
      register.mine(),
    );
    assert.deepEqual(more, []);
    const { sitting: _sitting, ...shown } = row;
    assert.deepEqual({ ...mine, issuedAt: 0 }, { ...shown, issuedAt: 0, revoked: undefined });
    assert.deepEqual(await all.records.as(as('candidate', all.bo), (r) => r.register.mine()), []);
    const seen = await all.records.as(as('director', all.director), ({ register }) =>
      register.one(row.id),
    );
    assert.deepEqual(seen, mine);
  });

  test('nobody lists credentials from outside', async () => {
    for (const rights of ['public', 'clerk', 'reviewer', 'staff', 'auditor'] as const) {
      const listing = all.records.as(as(rights, all.first), ({ register }) => register.list(10));
      await assert.rejects(listing, (cause: unknown) => codeOf(cause) === '42501', rights);
    }
  });

  test('revoked once, with the first reason, and at once for everybody who looks', async () => {
    const row = await issued();
    const answers = await Promise.all(
      ['One. é', 'Two.', 'Three.'].map((why) => revoke(row.id, why)),
    );
    assert.equal(answers.filter(Boolean).length, 1);
    const found = await lookUp(row.id);
    assert.equal(found?.revoked?.reason, ['One. é', 'Two.', 'Three.'][answers.indexOf(true)]);
    assert.equal(found?.revoked?.on, new Date().toISOString().slice(0, 10));
    const places = await all.records.as(anybody, ({ register }) => register.revokedPlaces());
    assert.ok(places.includes(row.statusIndex));
    const [mine] = await all.records.as(as('candidate', all.ana), ({ register }) =>
      register.mine(),
    );
    assert.deepEqual(mine?.revoked, found?.revoked);
  });

  test('only a director revokes, and signs for it', async () => {
    const row = await issued();
    for (const rights of [
      'public',
      'candidate',
      'clerk',
      'reviewer',
      'staff',
      'auditor',
    ] as const) {
      const revoking = all.records.as(as(rights, all.ana), ({ register }) =>
        register.revoke({ credential: row.id, reason: 'x', by: all.ana }),
      );
      await assert.rejects(revoking, (cause: unknown) => codeOf(cause) === '42501', rights);
    }
    const forged = all.records.as(as('director', all.director), ({ register }) =>
      register.revoke({ credential: row.id, reason: 'x', by: all.first }),
    );
    await assert.rejects(forged, (cause: unknown) => codeOf(cause) === '42501');
    assert.equal((await lookUp(row.id))?.revoked, undefined);
  });

  test('none is issued without a passed exam of the same person in the same program', async () => {
    const row = await issued();
    const sitting = randomUUID();
    const issuing = (change: Partial<typeof row>, passed: boolean | undefined) =>
      all.records.as(worker, async ({ exam, register }) => {
        const { person, program } = row;
        const more = { form: 'form', granted: {}, optionOrders: {} };
        await exam.book({ id: sitting, person, program, ...more });
        if (passed !== undefined) {
          await exam.saveResult(sitting, passed, {}, []);
        }
        const id = randomBytes(11).toString('hex');
        const statusIndex = await register.nextStatusSequence();
        await register.issue({ ...row, id, statusIndex, sitting, ...change });
      });
    const refused = (cause: unknown): boolean => codeOf(cause) === 'EH006';
    await assert.rejects(issuing({}, undefined), refused, 'no result');
    await assert.rejects(issuing({}, false), refused, 'not passed');
    await assert.rejects(issuing({ person: all.bo }, true), refused, 'somebody else');
    await assert.rejects(issuing({ program: 'larkspur-work' }, true), refused, 'another program');
    await assert.rejects(issuing({ sitting: randomUUID() }, true), refused, 'no exam');
    await issuing({}, true);
  });

  test('one sitting gives one credential, and one place in the status list belongs to one', async () => {
    const row = await issued();
    const again = (change: Partial<typeof row>) =>
      all.records.as(worker, ({ register }) => register.issue({ ...row, ...change }));
    const id = randomBytes(11).toString('hex');
    const unique = (cause: unknown): boolean => codeOf(cause) === '23505';
    await assert.rejects(again({ id, statusIndex: 131_071 }), unique);
    const other = await issued();
    await assert.rejects(again({ id, sitting: other.sitting, statusIndex: 99 }), unique);
    const drawn = await Promise.all(
      Array.from({ length: 10 }, () =>
        all.records.as(worker, ({ register }) => register.nextStatusSequence()),
      ),
    );
    assert.equal(new Set(drawn).size, 10);
  });
});
