import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast, file, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import { codeOf } from './rows.ts';

describe('one transaction', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const drafts = async (person: string): Promise<readonly string[]> =>
    await all.records.as(as('candidate', person), async (mine) =>
      (await mine.drafts.list()).map(({ program }) => program),
    );

  test('keeps what a success wrote, and hands its answer on', async () => {
    const answer = await all.records.as(as('candidate', all.ana), async (mine) => {
      await mine.drafts.save('kept', { step: 1 });
      return success('done');
    });
    assert.deepEqual(answer, success('done'));
    assert.deepEqual(await drafts(all.ana), ['kept']);
  });

  test('undoes everything where the answer is a refusal, and hands the refusal on', async () => {
    const refusal = refuse('too-late', 'the window has closed');
    const { id } = await file(all, all.bo);
    const answer = await all.records.as(as('candidate', all.bo), async (mine) => {
      await mine.drafts.save('one', { step: 1 });
      await mine.money.enter(
        {
          id: randomUUID(),
          person: all.bo,
          program: 'larkspur-care',
          matter: id,
          kind: 'charge',
          fee: 'application',
          cents: 19500,
          currency: 'USD',
          reference: `application:${id}`,
        },
        undefined,
      );
      return refusal;
    });
    assert.equal(answer, refusal);
    assert.deepEqual(await drafts(all.bo), []);
    const money = await all.records.as(as('candidate', all.bo), ({ money: m }) => m.mine());
    assert.deepEqual(money, []);
  });

  test('undoes everything where something is thrown, and throws it on', async () => {
    const accident = new Error('the disk is on fire');
    const failing = all.records.as(as('candidate', all.bo), async (mine) => {
      await mine.drafts.save('one', { step: 1 });
      throw accident;
    });
    await assert.rejects(failing, (cause: unknown) => cause === accident);
    assert.deepEqual(await drafts(all.bo), []);
  });

  test('queues no mail and no entry of the log where it was undone', async () => {
    const jobs = async () =>
      (await db.owner`select count(*)::int as n from graphile_worker._private_jobs`)[0]?.['n'];
    const start = await jobs();
    const send = (mail: { readonly refused: boolean }) =>
      all.records.as(worker, async (records) => {
        await records.mail.send({
          id: randomUUID(),
          toPerson: undefined,
          to: 'x@y.example',
          subject: 's',
          body: 'b',
        });
        return mail.refused ? refuse('no', 'not today') : success(true);
      });
    await send({ refused: true });
    assert.equal(await jobs(), start);
    assert.equal((await db.owner`select 1 from post.mail`).length, 0);
    await send({ refused: false });
    assert.equal(await jobs(), start + 1);
    assert.equal((await db.owner`select 1 from post.mail`).length, 1);
  });

  test('a use case that forgets a failed query is undone too, never half written', async () => {
    const failing = all.records.as(as('candidate', all.bo), async (mine) => {
      await mine.drafts.save('one', { step: 1 });
      await mine.concerns.list().catch(() => []);
      return success(true);
    });
    await assert.rejects(failing, (cause: unknown) => codeOf(cause) === '42501');
    assert.deepEqual(await drafts(all.bo), []);
  });

  test('many at once keep to their own person', async () => {
    const people = [all.ana, all.bo, all.clerk, all.first];
    const asked = Array.from({ length: 80 }, (_, k) => people[k % people.length] ?? '');
    const told = await Promise.all(
      asked.map((person) =>
        all.records.as(as('candidate', person), async ({ people: mine }) => (await mine.me())?.id),
      ),
    );
    assert.deepEqual(told, asked);
  });

  test('a stranger is nobody, and does nothing but knock', async () => {
    await assert.rejects(
      all.records.as(anybody, ({ people }) => people.me()),
      (cause: unknown) => codeOf(cause) === '42501',
    );
    assert.equal(await all.records.as(anybody, ({ door }) => door.accountOf('x@y.z')), undefined);
  });
});
