import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast, examOf, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { standingOf } from '../../casework/award/standing.ts';
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
  const revocationOf = async (id: string) => {
    const today = date(new Date().toISOString().slice(0, 10));
    const found = await all.records.as(anybody, ({ register }) => register.standing(id, today));
    return found?.facts.revoked;
  };
  const revoke = (credential: string, reason = 'Issued by mistake. é', by = all.director) =>
    all.records.as(as('director', by), ({ register }) =>
      register.revoke({ credential, reason, by }),
    );

  test('a credential is found by its address by anybody, and by its holder in their own list', async () => {
    const row = await issued();
    assert.deepEqual(await lookUp(row.id), document);
    assert.equal(await lookUp('0'.repeat(22)), undefined);
    const [mine, ...more] = await all.records.as(as('candidate', all.ana), ({ register }) =>
      register.mine(),
    );
    assert.deepEqual(more, []);
    const { sitting: _sitting, ...shown } = row;
    assert.deepEqual(
      { ...mine, issuedAt: 0 },
      { ...shown, issuedAt: 0, revoked: undefined, newest: row.id },
    );
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
    const revoked = await revocationOf(row.id);
    assert.equal(revoked?.reason, ['One. é', 'Two.', 'Three.'][answers.indexOf(true)]);
    assert.equal(revoked?.on, new Date().toISOString().slice(0, 10));
    const places = await all.records.as(anybody, ({ register }) => register.setPlaces(0));
    assert.ok(places?.includes(row.statusIndex));
    const [mine] = await all.records.as(as('candidate', all.ana), ({ register }) =>
      register.mine(),
    );
    assert.deepEqual(mine?.revoked, revoked);
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
    assert.equal(await revocationOf(row.id), undefined);
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

  /** Another copy of what a credential certifies, in the next place. */
  async function copied(
    credential: string,
    number: number,
    change: { readonly list?: number; readonly index?: number } = {},
  ) {
    const id = randomBytes(11).toString('hex');
    await all.records.as(worker, async ({ register }) =>
      register.addCopy({
        ...{ id, credential, number, why: 'reinstatement', document },
        ...{ list: 0, index: await register.nextStatusSequence(), ...change },
        ...{ validUntil: date('2033-02-28'), issuedOn: TODAY },
      }),
    );
    return id;
  }
  const TODAY = date(new Date().toISOString().slice(0, 10));
  const standing = (id: string) =>
    all.records.as(anybody, async ({ register }) => {
      const found = await register.standing(id, TODAY);
      return found === undefined ? undefined : standingOf(found.facts, TODAY).word;
    });
  const isSet = async (row: { readonly statusIndex: number }): Promise<boolean> =>
    (await all.records.as(anybody, ({ register }) => register.setPlaces(0)))?.includes(
      row.statusIndex,
    ) === true;

  test('a newer copy supersedes the older, whose bit is set; neither tells of the other', async () => {
    const row = await issued();
    assert.equal(await standing(row.id), 'current');
    const next = await copied(row.id, 1);
    assert.equal(await standing(row.id), 'superseded');
    assert.equal(await standing(next), 'current');
    assert.equal(await isSet(row), true);
    const told = await db.pools.web.begin(async (tx) => {
      await tx`set local role evenhand_public`;
      return await tx`select * from register.standing(${row.id}, ${TODAY})`;
    });
    assert.ok(!JSON.stringify(told).includes(next));
  });

  test('a bit that is set stays set, whoever asks, and no copy moves to another place', async () => {
    const row = await issued();
    await revoke(row.id);
    const refused = (cause: unknown): boolean => codeOf(cause) === 'EH013';
    await assert.rejects(db.owner`delete from register.copy_end where copy = ${row.id}`, refused);
    await assert.rejects(
      db.owner`update register.copy_end set word = 'superseded' where copy = ${row.id}`,
      refused,
    );
    await assert.rejects(db.owner`truncate register.copy_end`, refused);
    await assert.rejects(
      db.owner`update register.copy set place = place + 1 where id = ${row.id}`,
      refused,
    );
    await assert.rejects(db.owner`delete from register.copy where id = ${row.id}`, refused);
    const unmade = all.records.as(worker, ({ register }) => register.isGood(row.id, TODAY));
    assert.equal(await unmade, false);
    assert.equal(await isSet(row), true);
  });

  test('two copies never share a place of one list, and the same place of the next list is another', async () => {
    const [one, other] = [await issued(), await issued()];
    const same = { index: one.statusIndex };
    const unique = (cause: unknown): boolean => codeOf(cause) === '23505';
    await assert.rejects(copied(other.id, 1, same), unique);
    const onNext = await copied(other.id, 1, { ...same, list: 1 });
    assert.equal(await standing(onNext), 'current');
    const next = await all.records.as(anybody, ({ register }) => register.setPlaces(1));
    assert.deepEqual(next, []);
    assert.equal(await all.records.as(anybody, ({ register }) => register.setPlaces(7)), undefined);
  });

  test('nothing is signed again for what was revoked', async () => {
    const row = await issued();
    await revoke(row.id);
    await assert.rejects(copied(row.id, 1), (cause: unknown) => codeOf(cause) === 'EH006');
    assert.equal(await standing(row.id), 'revoked');
  });

  test('a credential without a copy to be told of stands nowhere', async () => {
    assert.equal(await standing('0'.repeat(22)), undefined);
  });
});
