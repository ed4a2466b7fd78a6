import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson } from '../../../tests/support/exam-world.ts';
import {
  awarded,
  decided,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { standingOf } from '../../casework/award/standing.ts';
import { askName } from '../apply/ask-name.ts';
import { checkHere } from '../certify/check-here.ts';
import { keepRenewals } from '../renew/keep-renewal.ts';
import { closeAccount, forgetClosed } from './close-account.ts';
import { openSession, sessionOf } from './sign-in.ts';

const NAME = 'Erasmus Forgetmenow';

describe('an account that is closed', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    all.at('2026-12-01');
  });
  after(() => db.close());

  const holder = () => awarded(all, { program: 'larkspur-care', on: '2026-11-30', name: NAME });
  const refusedAs = async (person: string): Promise<string> => {
    const done = await closeAccount(all.world, person);
    return done.ok ? 'closed' : done.refusal.kind;
  };

  test('is signed in to by nobody, and holds no address, nothing told about oneself and no former name', async () => {
    const { person } = await holder();
    const [before] = await db.owner<
      { email: string }[]
    >`select email from people.person where id = ${person}`;
    await all.world.sealed.record(person, new Map([['race', ['white']]]), 'wording 1');
    const answers = async () => (await db.owner`select 1 from sealed.answer`).length;
    const told = await answers();
    assert.ok(told > 0);
    const { token } = await openSession(all.world, person);
    assert.equal(await refusedAs(person), 'closed');
    assert.equal(await answers(), told - 1);
    assert.equal(await sessionOf(all.world, token), undefined);
    const account = await all.world.records.as(
      { rights: 'public', person: undefined },
      ({ door }) => door.accountOf(before?.email ?? ''),
    );
    assert.equal(account, undefined);
    const [row] = await db.owner<{ email: string; former_names: string[] }[]>`
      select email, former_names from people.person where id = ${person}`;
    assert.match(row?.email ?? '', /@closed\.invalid$/);
    assert.deepEqual(row?.former_names, []);
  });

  test('leaves a credential that verifies until its last day, found by its link only, and written to about nothing', async () => {
    const { person, credential } = await holder();
    const [copy] = await db.owner<
      { document: object; number: string }[]
    >`select document, register.number_in(document) as number
      from register.copy where id = ${credential}`;
    assert.equal(await refusedAs(person), 'closed');
    const check = async () => await checkHere(all.world, JSON.stringify(copy?.document));
    const { steps } = await check();
    assert.deepEqual(
      [steps.proof.answer, steps.time.answer, steps.status.answer],
      ['ok', 'ok', 'ok'],
    );
    const today = all.world.clock.today();
    const open = { rights: 'public', person: undefined } as const;
    const standing = await all.world.records.as(open, ({ register }) =>
      register.standing(credential, today),
    );
    assert.equal(standing && standingOf(standing.facts, today).word, 'current');
    const found = await all.world.records.as(open, ({ lookUps }) =>
      lookUps.byNumber({
        program: 'larkspur-care',
        number: copy?.number ?? '',
        familyName: 'Forgetmenow',
      }),
    );
    assert.deepEqual(found, []);
    const mails = async () =>
      (await db.owner`select 1 from post.mail where to_address like '%closed.invalid'`).length;
    all.at('2031-11-01');
    await keepRenewals(all.world);
    assert.equal(await mails(), 0);
    all.at('2033-01-01');
    assert.equal((await check()).steps.time.answer === 'ok', false, 'its last day has passed');
    all.at('2026-12-01');
  });

  test('stays open while others wait: a matter that is not decided, an office', async () => {
    const { person } = await holder();
    const asked = await askName(all.world, {
      ...{ person, name: `${NAME}-Reed`, way: 'correction', reason: 'other' },
      ...{ statement: 'The second part was left out.', uploads: [] },
    });
    assert.ok(asked.ok);
    assert.equal(await refusedAs(person), 'matter');
    assert.equal(await refusedAs(all.clerk), 'office');
    await decided(all, asked.value.id, () => true);
    assert.equal(await refusedAs(person), 'closed');
    const reasons =
      await db.owner`select 1 from casework.name_reason where matter = ${asked.value.id}`;
    assert.equal(reasons.length, 0);
  });

  test('loses its name, what was claimed and the keys to its lines after seven years, and not a day before', async () => {
    const { person, credential } = await holder();
    const asked = await askName(all.world, {
      ...{ person, name: `${NAME}-Reed`, way: 'correction', reason: undefined },
      ...{ statement: 'The second part was left out.', uploads: [] },
    });
    assert.ok(asked.ok);
    const matter = asked.value.id;
    await decided(all, matter, () => true);
    assert.equal(await refusedAs(person), 'closed');
    const state = async () => {
      const [row] = await db.owner<
        { name: string; claim: object; openings: number; lines: number }[]
      >`
        select p.full_name as name, c.answers as claim,
          (select count(*)::int from ledger.opening where matter = ${matter}) as openings,
          (select count(*)::int from ledger.entry) as lines
        from people.person p, casework.claim c where p.id = ${person} and c.matter = ${matter}`;
      assert.ok(row);
      return row;
    };
    const before = await state();
    assert.equal(before.openings, 1);
    all.at('2033-12-01');
    assert.equal(await forgetClosed(all.world), 0);
    assert.equal((await state()).name, `${NAME}-Reed`);
    // The moments of decisions are the database's own.
    await db.owner`alter table casework.event disable trigger all`;
    await db.owner`update casework.event set at = '2026-12-01T12:00:00Z'`;
    await db.owner`alter table casework.event enable trigger all`;
    all.at('2035-01-01');
    assert.ok((await forgetClosed(all.world)) >= 1);
    const gone = await state();
    assert.deepEqual([gone.name, gone.claim, gone.openings], ['(erased)', {}, 0]);
    assert.equal(gone.lines, before.lines, 'no line of the log is taken out');
    const document = await db.owner`select 1 from register.copy where credential = ${credential}`;
    assert.ok(document.length > 0);
    all.at('2026-12-01');
  });

  test('is no hindrance to opening another one, which knows nothing of it', async () => {
    const one = await newPerson(all.world, NAME);
    const [row] = await db.owner<
      { email: string }[]
    >`select email from people.person where id = ${one}`;
    assert.equal(await refusedAs(one), 'closed');
    const again = await all.world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
      door.signUp(all.world.chance.uuid(), row?.email ?? '', 'Somebody Again', 'hash'),
    );
    assert.ok(again);
  });
});
