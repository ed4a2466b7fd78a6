import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { awarded, type RenewalWorld, renewalWorld } from '../../../tests/support/renewal-world.ts';
import { walletCopy } from '../../credential/wallet/wallet-copy.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { Delivery } from '../../workflow/ports/wallets.ts';
import { codeOf } from './rows.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const NOBODY = { rights: 'public', person: undefined } as const;
const hash = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
const refused = (cause: unknown): boolean => codeOf(cause) === 'EH006';
const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';

describe('offers to wallets, as the database takes them', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
  });
  after(() => db.close());

  const holder = () => awarded(all, { program: 'larkspur-care', on: all.world.clock.today() });
  const offer = (by: string, credential: string, code: string, minutes = 10) =>
    all.world.records.as({ rights: 'candidate', person: by }, ({ register }) => {
      const now = all.world.clock.now();
      return register.makeOffer({
        ...{ id: randomUUID(), credential, format: 'ldp_vc', codeHash: hash(code) },
        ...{ pinHash: hash(`${code} pin`), madeAt: now, expiresAt: now + minutes * 60_000 },
        on: all.world.clock.today(),
      });
    });
  const redeem = (code: string, token: string) =>
    all.world.records.as(NOBODY, ({ register }) => {
      const at = all.world.clock.now();
      return register.redeemOffer({
        ...{ codeHash: hash(code), pinHash: hash(`${code} pin`), tokenHash: hash(token), at },
        tokenExpiresAt: at + 300_000,
      });
    });
  const opened = async (person: string, credential: string): Promise<Delivery> => {
    const [code, token] = [randomUUID(), randomUUID()];
    assert.equal(await offer(person, credential, code), 'made');
    assert.equal(await redeem(code, token), 'redeemed');
    const delivery = await all.world.records.as(WORKER, ({ register }) =>
      register.openDelivery(hash(token), all.world.clock.now()),
    );
    assert.ok(delivery);
    return delivery;
  };
  let place = 90_000;
  const add = async (
    delivery: Delivery,
    change: (document: JsonObject) => JsonObject = (document) => document,
    beside?: number,
  ): Promise<string> => {
    const id = randomBytes(16).toString('base64url');
    place += 1;
    await all.world.records.as(WORKER, async ({ register }) => {
      const newest = await register.newestCopy(delivery.credential);
      assert.ok(newest);
      const document = walletCopy(newest.document, {
        ...{ id: `http://localhost/c/${id}`, holder: 'did:jwk:e30' },
        status: { list: 'http://localhost/status/r/1', index: place },
      });
      await register.addWalletCopy({
        ...{ id, delivery, beside: beside ?? newest.number, document: change(document) },
        ...{ list: 0, index: place, issuedOn: all.world.clock.today() },
      });
    });
    return id;
  };

  test('only of one’s own credential, and for ten minutes at most', async () => {
    const [one, other] = [await holder(), await holder()];
    assert.equal(await offer(one.person, other.credential, 'theirs'), 'no-such-credential');
    await assert.rejects(offer(one.person, one.credential, 'long', 11), /check constraint/);
    assert.equal(await offer(one.person, one.credential, 'mine'), 'made');
  });

  test('a copy is made where there is an offer that was taken, in its form, once, and not otherwise', async () => {
    const one = await holder();
    const other = await holder();
    const delivery = await opened(one.person, one.credential);
    await assert.rejects(add({ ...delivery, format: 'dc+sd-jwt' }), refused);
    await assert.rejects(add({ ...delivery, credential: other.credential }), refused);
    await assert.rejects(add({ ...delivery, offer: randomUUID() }), refused);
    await assert.rejects(add(delivery, undefined, 7), refused);
    await add(delivery);
    await assert.rejects(add(delivery), /unique/);
    const untaken = await holder();
    assert.equal(await offer(untaken.person, untaken.credential, 'untaken'), 'made');
    const [row] = await db.owner<{ id: string }[]>`select id from register.wallet_offer
      where credential = ${untaken.credential}`;
    await assert.rejects(
      add({ ...delivery, credential: untaken.credential, offer: row?.id ?? '' }),
      refused,
    );
  });

  test('it says what the public copy says, word for word', async () => {
    const one = await holder();
    const delivery = await opened(one.person, one.credential);
    for (const change of [
      (document: JsonObject) => ({ ...document, validUntil: '2099-01-01T00:00:00Z' }),
      (document: JsonObject) => ({ ...document, name: 'Something else' }),
      (document: JsonObject) => ({ ...document, evidence: 'more' }),
    ]) {
      await assert.rejects(add(delivery, change), refused);
    }
    await add(delivery);
  });

  test('it takes nobody’s place, and stays what it was made as', async () => {
    const one = await holder();
    const id = await add(await opened(one.person, one.credential));
    const newest = await all.world.records.as(WORKER, ({ register }) =>
      register.newestCopy(one.credential),
    );
    assert.equal(newest?.number, 0);
    assert.equal(newest?.endedOn, undefined);
    await assert.rejects(
      db.owner`update register.copy set format = 'dc+sd-jwt' where id = ${id}`,
      /stays as it is/,
    );
    await assert.rejects(db.owner`delete from register.copy where id = ${id}`, /stays as it is/);
  });

  test('what was taken away is neither offered nor fetched, and copies in wallets end with it', async () => {
    const one = await holder();
    const id = await add(await opened(one.person, one.credential));
    const late = await opened(one.person, one.credential);
    await db.owner`insert into register.revocation (credential, reason, revoked_by)
      values (${one.credential}, 'Issued in error.', ${all.staff})`;
    assert.equal(await offer(one.person, one.credential, 'after'), 'not-current');
    await assert.rejects(add(late), refused);
    const [ended] = await db.owner<{ word: string }[]>`select word from register.copy_end
      where copy = ${id}`;
    assert.equal(ended?.word, 'revoked');
  });

  test('twelve copies in wallets count at a time; one that is ended makes room', async () => {
    const one = await holder();
    let last = '';
    for (let copies = 0; copies < 12; copies += 1) {
      last = await add(await opened(one.person, one.credential));
    }
    assert.equal(await offer(one.person, one.credential, 'thirteenth'), 'too-many-wallets');
    const end = (person: string) =>
      all.world.records.as({ rights: 'candidate', person }, ({ register }) =>
        register.endWalletCopy(last, all.world.clock.today()),
      );
    const other = await holder();
    assert.equal(await end(other.person), false);
    assert.equal(await end(one.person), true);
    assert.equal(await end(one.person), false);
    assert.equal(await offer(one.person, one.credential, 'again'), 'made');
  });

  test('a public copy is ended by no holder', async () => {
    const one = await holder();
    const done = await all.world.records.as(
      { rights: 'candidate', person: one.person },
      ({ register }) => register.endWalletCopy(one.credential, all.world.clock.today()),
    );
    assert.equal(done, false);
  });

  test('no role reads an offer, and only the worker opens a delivery or spends a nonce', async () => {
    const one = await holder();
    for (const rights of ['candidate', 'public', 'director', 'staff'] as const) {
      const person = rights === 'public' ? undefined : one.person;
      await assert.rejects(
        all.world.records.as({ rights, person }, ({ register }) =>
          register.openDelivery(hash('x'), all.world.clock.now()),
        ),
        forbidden,
        rights,
      );
      await assert.rejects(
        all.world.records.as({ rights, person }, ({ register }) =>
          register.spendNonce(hash('x'), 0, 1),
        ),
        forbidden,
        rights,
      );
    }
    const [readers] = await db.owner<{ many: number }[]>`select count(*)::int as many
      from information_schema.role_table_grants
      where table_schema = 'register' and table_name in ('wallet_offer', 'used_nonce')
        and grantee like 'evenhand_%' and grantee <> current_user`;
    assert.equal(readers?.many, 0);
    assert.equal(
      await all.world.records.as(WORKER, ({ register }) => register.spendNonce(hash('n'), 0, 1)),
      true,
    );
    assert.equal(
      await all.world.records.as(WORKER, ({ register }) => register.spendNonce(hash('n'), 0, 1)),
      false,
    );
  });
});
