import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast, file } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { DoorRecords } from '../../workflow/ports/records.ts';
import { codeOf } from './rows.ts';
import { batchedSessions } from './sessions.ts';

describe('the front door in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const door = <Value>(
    work: (records: Parameters<Parameters<Cast['records']['as']>[1]>[0]['door']) => Promise<Value>,
  ) => all.records.as(anybody, (records) => work(records.door));

  describe('an account', () => {
    test('is found again by its address, whatever its case, and holds the name as written', async () => {
      for (const [place, name] of [
        '李',
        'Siobhán O’Neill-Ní Dhomhnaill',
        'محمد بن عبد الله',
        'ஆறுமுகம் நாவலர்',
        'Ŋutaré 𞤀𞤣𞤤𞤢𞤥',
        "Robert'); drop table people.person;--",
        'e'.repeat(200),
      ].entries()) {
        const id = randomUUID();
        const email = `person-${place}@people.example`;
        assert.ok(await door((d) => d.signUp(id, email, name, 'argon hash')));
        assert.deepEqual(await door((d) => d.accountOf(`Person-${place}@People.Example`)), {
          person: id,
          hash: 'argon hash',
        });
        const me = await all.records.as(as('candidate', id), ({ people }) => people.me());
        assert.deepEqual(me, { id, email, fullName: name, formerNames: [], demonstration: false });
      }
    });

    test('a second one for the same address is refused and writes nothing', async () => {
      const id = randomUUID();
      assert.equal(
        await door((d) => d.signUp(id, 'ANA@people.example', 'Other', 'other hash')),
        false,
      );
      assert.equal((await door((d) => d.accountOf('ana@people.example')))?.hash, 'hash');
      assert.equal((await db.owner`select 1 from people.person where id = ${id}`).length, 0);
    });

    test('two people who sign up with one address at the same moment are one account', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          door((d) => d.signUp(randomUUID(), 'twice@people.example', 'Twice', 'hash')),
        ),
      );
      assert.equal(answers.filter(Boolean).length, 1);
    });

    test('a changed name keeps the former ones, and changes nobody else', async () => {
      await all.records.as(as('candidate', all.ana), ({ people }) =>
        people.writeNames('Ana Κώστας', ['Ana “Quoted”', 'Ana, {braced}', '']),
      );
      const me = await all.records.as(as('candidate', all.ana), ({ people }) => people.me());
      assert.equal(me?.fullName, 'Ana Κώστας');
      assert.deepEqual(me?.formerNames, ['Ana “Quoted”', 'Ana, {braced}', '']);
      const other = await all.records.as(as('candidate', all.bo), ({ people }) => people.me());
      assert.equal(other?.fullName, 'Name of bo');
    });

    test('staff find people with a matter by any part of name or address, in any case, wildcards read as they are', async () => {
      await all.records.as(as('candidate', all.bo), ({ people }) =>
        people.writeNames('Ольга 100% Ünal_x', []),
      );
      const find = (search: string) =>
        all.records.as(as('staff', all.staff), async ({ people }) =>
          (await people.list(search, 10)).map(({ id }) => id),
        );
      assert.deepEqual(await find('ольга'), [], 'nobody without a matter');
      await file(all, all.bo);
      for (const search of ['ольга', 'ОЛЬГА', 'ünal', 'ÜNAL', '100%', 'L_X', 'BO@PEOPLE']) {
        assert.deepEqual(await find(search), [all.bo], search);
      }
      assert.deepEqual(await find('%бл'), []);
      const named = await all.records.as(as('staff', all.staff), ({ people }) =>
        people.byIds([all.bo, randomUUID(), 'no id at all']),
      );
      assert.deepEqual(
        named.map(({ id }) => id),
        [all.bo],
      );
    });
  });

  describe('a session', () => {
    const sessionOf = async (d: DoorRecords, tokenHash: Uint8Array, at: number) =>
      (await d.sessionsOf([{ tokenHash, at }]))[0];

    test('is found among many asked for at the same moment, each answer in its own place', async () => {
      const sessions = batchedSessions(all.records);
      const people = [all.ana, all.bo, all.ana];
      const tokens = people.map(() => randomBytes(32));
      const until = Date.now() + 60_000;
      for (const [k, token] of tokens.entries()) {
        await door((d) => d.openSession(token, people[k] ?? '', until));
      }
      const asked = Array.from({ length: 300 }, (_, k) =>
        k % 4 === 3 ? randomBytes(32) : (tokens[k % 4] ?? randomBytes(32)),
      );
      const found = await Promise.all(
        asked.map((token, k) => sessions.of(token, k < 200 ? Date.now() : until)),
      );
      assert.deepEqual(
        found.map((session) => session?.person),
        asked.map((_, k) => (k < 200 ? people[k % 4] : undefined)),
      );
    });

    test('opens by its token alone, until it ends, with the offices held', async () => {
      const token = randomBytes(32);
      const until = Date.now() + 3_600_000;
      await db.owner`insert into people.office (person, office) values (${all.staff}, 'clerk')`;
      await door((d) => d.openSession(token, all.staff, until));
      const session = await door((d) => sessionOf(d, token, Date.now()));
      assert.deepEqual(session, {
        person: all.staff,
        fullName: 'Name of staff',
        email: 'staff@people.example',
        demonstration: false,
        offices: ['clerk', 'staff'],
        programs: [],
        expiresAt: until,
      });
      assert.equal(await door((d) => sessionOf(d, token, until)), undefined);
      assert.equal(await door((d) => sessionOf(d, randomBytes(32), Date.now())), undefined);
      await door((d) => d.stay(token, until + 1000));
      assert.equal((await door((d) => sessionOf(d, token, until)))?.expiresAt, until + 1000);
      await door((d) => d.closeSession(token));
      assert.equal(await door((d) => sessionOf(d, token, Date.now())), undefined);
    });

    test('a changed passphrase ends every other session of that person, and of nobody else', async () => {
      const [kept, other, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;
      const until = Date.now() + 3_600_000;
      await door((d) => d.openSession(kept, all.ana, until));
      await door((d) => d.openSession(other, all.ana, until));
      await door((d) => d.openSession(foreign, all.bo, until));
      await all.records.as(as('candidate', all.ana), (records) =>
        records.door.changePassphrase('new hash', kept),
      );
      assert.ok(await door((d) => sessionOf(d, kept, Date.now())));
      assert.equal(await door((d) => sessionOf(d, other, Date.now())), undefined);
      assert.ok(await door((d) => sessionOf(d, foreign, Date.now())));
      assert.equal((await door((d) => d.accountOf('ana@people.example')))?.hash, 'new hash');
      assert.equal((await door((d) => d.accountOf('bo@people.example')))?.hash, 'hash');
    });

    test('a stranger changes no passphrase', async () =>
      await assert.rejects(
        door((d) => d.changePassphrase('x', randomBytes(32))),
        (cause: unknown) => codeOf(cause) === '42501',
      ));

    test('failures are counted by address and time, successes are not', async () => {
      const address = randomBytes(32);
      const start = Date.now() - 1000;
      for (const succeeded of [false, false, true]) {
        await door((d) => d.noteAttempt(address, succeeded));
      }
      await door((d) => d.noteAttempt(randomBytes(32), false));
      assert.equal(await door((d) => d.failuresSince(address, start)), 2);
      assert.equal(await door((d) => d.failuresSince(address, Date.now() + 60_000)), 0);
    });

    test('only the demonstration’s own desk is offered for one-click sign-in', async () => {
      assert.deepEqual(await door((d) => d.demonstrationPeople()), []);
      await db.owner`update people.person set demonstration = true, email = 'clerk@desk.larkspur.example' where id = ${all.clerk}`;
      await db.owner`update people.person set demonstration = true where id = ${all.bo}`;
      assert.deepEqual(await door((d) => d.demonstrationPeople()), [
        {
          person: all.clerk,
          fullName: 'Name of clerk',
          email: 'clerk@desk.larkspur.example',
          offices: ['clerk'],
          isChair: false,
        },
      ]);
    });
  });

  describe('settings', () => {
    test('the latest word on a dimension counts, and every word before it is kept', async () => {
      const row = { dimension: 'age', purpose: 'p', basis: 'b', retention: 'r', recordedBy: 'd' };
      const record = (inUse: boolean) =>
        all.records.as(as('director', all.director), ({ settings }) =>
          settings.recordDimension({ ...row, inUse }),
        );
      await record(true);
      await record(false);
      const { recordedBy: _by, ...shown } = row;
      const seen = await all.records.as(as('candidate', all.ana), ({ settings }) =>
        settings.dimensions(),
      );
      assert.deepEqual(seen, [{ ...shown, inUse: false }]);
      assert.equal((await db.owner`select 1 from front.dimension`).length, 2);
    });

    test('a mark counts as authorized once the owner has recorded it', async () => {
      const authorized = () => all.records.as(anybody, ({ settings }) => settings.authorized());
      assert.deepEqual(await authorized(), new Set());
      await db.owner`insert into front.authorization (program, owner, reference, recorded_by)
      values ('ccm', 'the owner', 'letter 1', 'director')`;
      assert.deepEqual(await authorized(), new Set(['ccm']));
    });
  });
});
