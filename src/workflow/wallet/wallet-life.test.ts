import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { copyIn, inWallet } from '../../../tests/support/in-wallet.ts';
import {
  awarded,
  enoughClaimed,
  paid,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { standingOf } from '../../casework/award/standing.ts';
import { keyStolen, signAgain } from '../certify/change-keys.ts';
import { checkHere } from '../certify/check-here.ts';
import { keyNow } from '../certify/issuer.ts';
import { renewCredential, retireCredential } from '../renew/renew-credential.ts';
import { myCredential } from './my-credential.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const PUBLIC = { rights: 'public', person: undefined } as const;

describe('copies in wallets, as the credential goes on', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
  });
  after(() => db.close());

  /** A term of five years to May 31, 2027. */
  const holder = () => awarded(all, { program: 'larkspur-care', on: '2022-05-31' });
  const take = (one: Holder, format: 'ldp_vc' | 'dc+sd-jwt' = 'ldp_vc') =>
    inWallet(all.world, one, format);
  const wordOf = async (copy: string): Promise<string | undefined> => {
    const today = all.world.clock.today();
    const found = await all.world.records.as(PUBLIC, ({ register }) =>
      register.standing(copy, today),
    );
    return found === undefined ? undefined : standingOf(found.facts, today).word;
  };
  const newest = async (one: Holder): Promise<string> => {
    const found = await myCredential(all.world, one);
    assert.ok(found.ok);
    return found.value.newest;
  };
  const verdictOf = async (result: Awaited<ReturnType<typeof take>>) => {
    assert.ok('kept' in result, JSON.stringify(result));
    const { kept } = result;
    const text = typeof kept === 'string' ? kept : JSON.stringify(kept);
    return (await checkHere(all.world, text)).verdict;
  };
  const renewed = async (one: Holder, reference: string): Promise<void> => {
    all.at('2025-02-20');
    await enoughClaimed(all, one, '2025-02-03');
    await paid(all, one, 'larkspur-care', 27_500, reference);
    all.at('2027-03-02');
    const done = await renewCredential(all.world, {
      ...{ ...one, route: 'hours', reason: '', declared: true },
    });
    assert.ok(done.ok);
  };

  test('a renewal ends them with the public copy before, the holder is told, and the new copy goes in beside the new one', async () => {
    const one = await holder();
    all.at('2025-02-01');
    const [badge, selective] = [await take(one), await take(one, 'dc+sd-jwt')];
    assert.deepEqual(
      [await verdictOf(badge), await verdictOf(selective)],
      ['genuine-and-current', 'genuine-and-current'],
    );
    await renewed(one, 'check 1');
    assert.deepEqual(
      [await verdictOf(badge), await verdictOf(selective)],
      ['genuine-not-current', 'genuine-not-current'],
    );
    assert.equal(await wordOf(copyIn(badge)), 'superseded');
    assert.equal(await wordOf(await newest(one)), 'current');
    const [mail] = await db.owner<{ body: string }[]>`select body from post.mail
      where to_person = ${one.person} and subject = 'There is a new copy of your credential'`;
    assert.ok(mail?.body.includes(`/my/credential/${one.credential}`));
    const next = await take(one);
    assert.equal(await verdictOf(next), 'genuine-and-current');
    const public_ = await newest(one);
    assert.ok(!JSON.stringify(next).includes(public_), 'nothing in it leads to the public copy');
    assert.ok(!JSON.stringify(next).includes(copyIn(badge)), 'nor to the one before');
  });

  test('without a copy in a wallet a renewal has its own letter and no second', async () => {
    const one = await holder();
    await renewed(one, 'check 2');
    const letters = await db.owner`select 1 from post.mail
      where to_person = ${one.person} and subject = 'There is a new copy of your credential'`;
    assert.equal(letters.length, 0);
  });

  test('what ran out, was retired or was given up is in no wallet any more, and none is offered', async () => {
    const one = await holder();
    all.at('2026-02-10');
    const badge = await take(one);
    assert.ok((await retireCredential(all.world, one)).ok);
    assert.equal(await wordOf(copyIn(badge)), 'retired');
    assert.equal(await verdictOf(badge), 'genuine-not-current');
    assert.deepEqual(await take(one), { refused: 'not-current' });
    const other = await holder();
    const held = await take(other);
    all.at('2027-07-01');
    assert.equal(await wordOf(copyIn(held)), 'lapsed');
    assert.equal(await verdictOf(held), 'genuine-not-current');
    assert.deepEqual(await take(other), { refused: 'not-current' });
  });

  test('a stranger does not see how many there are: the register finds the public copy alone', async () => {
    const one = await holder();
    all.at('2025-01-10');
    const badge = await take(one);
    const [row] = await db.owner<{ number: string }[]>`
      select register.number_in(document) as number from register.copy where id = ${copyIn(badge)}`;
    const found = await all.world.records.as(PUBLIC, ({ lookUps }) =>
      lookUps.byNumber({
        ...{ program: 'larkspur-care', number: row?.number ?? '' },
        familyName: 'Nakamura-O’Brien',
      }),
    );
    assert.deepEqual(found, [await newest(one)]);
  });

  test('after a key was stolen an open badge is signed anew at its address, and what has no address is put in again', async () => {
    const one = await holder();
    all.at('2026-12-03');
    const [badge, selective] = [await take(one), await take(one, 'dc+sd-jwt')];
    await db.owner`insert into people.office (person, office) values (${all.staff}, 'director')`;
    const [director] = await db.owner<{ email: string }[]>`select email from people.person
      where id = ${all.staff}`;
    const stolen = await keyStolen(all.world, {
      by: director?.email ?? '',
      key: keyNow(all.world, 'credentials').fragment,
      since: Date.parse('2026-12-03T00:00:00Z'),
    });
    assert.ok(stolen.ok, stolen.ok ? '' : stolen.refusal.because);
    assert.deepEqual((await signAgain(all.world)).toLookAt, []);
    assert.deepEqual(
      [await verdictOf(badge), await verdictOf(selective)],
      ['not-genuine', 'not-genuine'],
    );
    const anew = await all.world.records.as(PUBLIC, ({ register }) =>
      register.lookUp(copyIn(badge)),
    );
    assert.ok(anew !== undefined);
    assert.equal(await verdictOf({ kept: anew }), 'genuine-and-current');
    assert.equal(await verdictOf(await take(one, 'dc+sd-jwt')), 'genuine-and-current');
    const letters = await db.owner<{ body: string }[]>`select body from post.mail
      where to_person = ${one.person} and subject = 'Download your credential again'`;
    assert.ok(letters.every(({ body }) => body.includes(`/my/credential/${one.credential}`)));
    assert.equal(letters.length, 3);
  });
});
