import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, examOf, worker } from '../../../tests/support/cast.ts';
import { chainOf } from '../../../tests/support/chain.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { AnswersToKeep } from '../../workflow/ports/journal.ts';
import { batchedJournal } from './journal.ts';
import { codeOf } from './rows.ts';

describe('exams in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    await examOf(db, 'form-a');
    await examOf(db, 'form-b');
  });
  after(() => db.close());

  const refused = (cause: unknown): boolean => codeOf(cause) === '42501';
  const booked = async (person = all.ana, form = 'form-a'): Promise<string> => {
    const id = randomUUID();
    await all.records.as(worker, ({ exam }) =>
      exam.book({
        id,
        person,
        program: 'larkspur-care',
        form,
        granted: { multiplier: 1.5, why: 'é' },
        optionOrders: { 'form-a-one': ['b', 'a'] },
      }),
    );
    return id;
  };
  const lead = (sitting: string, person = all.ana) =>
    all.records.as(worker, ({ exam }) => exam.lead(sitting, person));
  const send = (
    sitting: string,
    epoch: number,
    client: string,
    events: readonly (readonly [n: number, item: string, response: Json])[],
    person = all.ana,
  ) =>
    all.records.as(worker, ({ exam }) =>
      exam.append(
        sitting,
        person,
        epoch,
        client,
        events.map(([n, item, response]) => ({ n, item, response, ms: n * 1000 })),
      ),
    );
  const answers = (sitting: string) =>
    all.records.as(worker, async ({ exam }) =>
      (await exam.answers(sitting)).map(({ serverAt: _at, ...row }) => row),
    );

  describe('a sitting', () => {
    test('comes back as it was booked; its questions open to whoever booked it, its keys to nobody but the worker', async () => {
      const sitting = await booked();
      await all.records.as(as('candidate', all.ana), async ({ exam }) => {
        const { createdAt, ...row } = (await exam.sitting(sitting)) ?? { createdAt: 0 };
        assert.ok(Math.abs(createdAt - Date.now()) < 60_000);
        assert.deepEqual(row, {
          id: sitting,
          person: all.ana,
          program: 'larkspur-care',
          form: 'form-a',
          granted: { multiplier: 1.5, why: 'é' },
          optionOrders: { 'form-a-one': ['b', 'a'] },
        });
        assert.deepEqual(
          (await exam.itemsOf('form-a')).map(({ id }) => id),
          ['form-a-one', 'form-a-two'],
        );
        assert.deepEqual([...(await exam.itemsOf('form-b'))], []);
        assert.equal((await exam.form('form-a'))?.kind, 'demonstration');
        assert.deepEqual(
          (await exam.formsOf('larkspur-care')).map(({ id }) => id),
          ['form-a', 'form-b'],
        );
      });
      const keys = await all.records.as(worker, ({ exam }) => exam.sealedKeys('form-a'));
      assert.deepEqual(
        new Set(
          keys.map(({ item, version, sealedKey }) => `${item} ${version} ${sealedKey.length}`),
        ),
        new Set(['form-a-one 1 40', 'form-a-two 1 40']),
      );
      for (const rights of ['candidate', 'reviewer', 'staff', 'director', 'auditor'] as const) {
        const asked = all.records.as(as(rights, all.ana), ({ exam }) => exam.sealedKeys('form-a'));
        await assert.rejects(asked, refused, rights);
      }
    });

    test('is booked by the worker alone: nobody grants themselves time', async () => {
      for (const rights of ['candidate', 'reviewer', 'staff', 'director'] as const) {
        const byHand = all.records.as(as(rights, all.ana), ({ exam }) =>
          exam.book({
            id: randomUUID(),
            person: all.ana,
            program: 'larkspur-care',
            form: 'form-a',
            granted: { limitMs: 1_800_000, multiplier: 9, extraMs: 0 },
            optionOrders: {},
          }),
        );
        await assert.rejects(byHand, refused, rights);
      }
    });

    test('of somebody else cannot be led or answered', async () => {
      const sitting = await booked();
      assert.equal(await lead(sitting, all.bo), undefined);
      await assert.rejects(
        send(sitting, 1, randomUUID(), [[1, 'form-a-one', { option: 'a' }]], all.bo),
        (cause: unknown) => codeOf(cause) === 'EH004',
      );
      assert.deepEqual(await answers(sitting), []);
    });

    test('its clock is a list of rows in order, stamped by the database; who runs is who started and has not handed in', async () => {
      const sitting = await booked();
      const running = () => all.records.as(worker, ({ exam }) => exam.running());
      assert.ok(!(await running()).includes(sitting));
      await all.records.as(worker, async ({ exam }) => {
        await exam.noteClock(sitting, 'start', 0, '');
        await exam.noteClock(sitting, 'pause', 0, 'fire alarm');
        await exam.noteClock(sitting, 'outage', 90_000_000_000, 'a long one');
      });
      assert.ok((await running()).includes(sitting));
      await all.records.as(worker, ({ exam }) => exam.noteClock(sitting, 'submit', 0, ''));
      assert.ok(!(await running()).includes(sitting));
      const rows = await all.records.as(as('candidate', all.ana), ({ exam }) =>
        exam.clock(sitting),
      );
      assert.deepEqual(
        rows.map(({ kind, ms }) => [kind, ms]),
        [
          ['start', 0],
          ['pause', 0],
          ['outage', 90_000_000_000],
          ['submit', 0],
        ],
      );
      assert.ok(rows.every(({ at }, k) => k === 0 || at >= (rows[k - 1]?.at ?? 0)));
    });
  });

  describe('answers', () => {
    test('come back as they were given, in the order they reached the server', async () => {
      const sitting = await booked();
      const epoch = (await lead(sitting)) ?? 0;
      const client = randomUUID();
      const given: readonly (readonly [number, string, Json])[] = [
        [1, 'form-a-one', { option: '0' }],
        [2, 'form-a-two', { option: '' }],
        [3, 'form-a-one', { flagged: false }],
        [4, 'form-a-one', 0],
        [5, 'form-a-one', null],
        [6, '項目 “6”', { option: 'é\\n\u2028|' }],
      ];
      assert.deepEqual(await send(sitting, epoch, client, given), { acknowledged: 6, epoch: 1 });
      assert.deepEqual(
        await answers(sitting),
        given.map(([n, item, response], k) => ({
          client,
          n,
          epoch: 1,
          seq: k + 1,
          item,
          response,
          clientMs: n * 1000,
        })),
      );
      const chain = await chainOf(db.owner, sitting);
      assert.ok(chain.intact && chain.unbroken && chain.rows.length === 6);
    });

    test('sent again, whole or in part, are kept once and acknowledged again', async () => {
      const sitting = await booked();
      const client = randomUUID();
      const given = [1, 2, 3, 4].map((n) => [n, 'form-a-one', { option: `${n}` }] as const);
      await send(sitting, 1, client, given.slice(0, 2));
      for (const part of [given.slice(0, 1), given.slice(1, 4), given, given]) {
        const { acknowledged } = await send(sitting, 1, client, part);
        assert.equal(acknowledged, part.at(-1)?.[0]);
      }
      assert.equal((await answers(sitting)).length, 4);
      const chain = await chainOf(db.owner, sitting);
      assert.ok(chain.intact && chain.unbroken);
    });

    test('sent by one page many times at the same moment are still kept once', async () => {
      const sitting = await booked();
      const client = randomUUID();
      const given = [1, 2, 3].map((n) => [n, 'form-a-two', { option: `${n}` }] as const);
      await Promise.all(Array.from({ length: 12 }, () => send(sitting, 1, client, given)));
      assert.equal((await answers(sitting)).length, 3);
      const chain = await chainOf(db.owner, sitting);
      assert.ok(chain.intact && chain.unbroken);
    });

    test('the machine that opened last leads: its answer counts, the other’s still stands where it has none', async () => {
      const sitting = await booked();
      assert.equal(await lead(sitting), 1);
      const [old, young] = [randomUUID(), randomUUID()];
      await send(sitting, 1, old, [[1, 'form-a-one', { option: 'a' }]]);
      assert.equal(await lead(sitting), 2);
      await send(sitting, 2, young, [[1, 'form-a-one', { option: 'b' }]]);
      const late = await send(sitting, 1, old, [
        [2, 'form-a-one', { option: 'c' }],
        [3, 'form-a-two', { option: 'd' }],
      ]);
      assert.deepEqual(late, { acknowledged: 3, epoch: 2 }, 'kept, and told that another leads');
      const current =
        await db.owner`select item, response->>'option' as option from exam.current_answer
      where sitting = ${sitting} order by item`;
      assert.deepEqual(
        [...current],
        [
          { item: 'form-a-one', option: 'b' },
          { item: 'form-a-two', option: 'd' },
        ],
      );
      assert.equal((await answers(sitting)).length, 4);
      const seen = await all.records.as(as('candidate', all.ana), ({ exam }) =>
        exam.epoch(sitting),
      );
      assert.equal(seen, 2);
    });

    test('a page cannot promote itself by naming an epoch that nobody gave out', async () => {
      const sitting = await booked();
      await lead(sitting);
      await send(sitting, 999, randomUUID(), [[1, 'form-a-one', { option: 'a' }]]);
      assert.equal((await answers(sitting))[0]?.epoch, 1);
    });

    test('a batch with one answer that cannot be read keeps none of it', async () => {
      const sitting = await booked();
      const broken = all.records.as(worker, ({ exam }) =>
        exam.append(sitting, all.ana, 1, randomUUID(), [
          { n: 1, item: 'form-a-one', response: { option: 'a' }, ms: 1 },
          { n: Number.NaN, item: 'form-a-one', response: { option: 'b' }, ms: 1 },
        ]),
      );
      await assert.rejects(broken);
      assert.deepEqual(await answers(sitting), []);
    });

    test('taking one out, changing one or adding one behind the journal breaks the chain', async () => {
      const sitting = await booked();
      const client = randomUUID();
      const given = [1, 2, 3, 4].map((n) => [n, 'form-a-one', { option: `${n}` }] as const);
      await send(sitting, 1, client, given);
      class Undo extends Error {}
      for (const tamper of [
        `delete from exam.answer_event where sitting = '${sitting}' and n = 2`,
        `delete from exam.answer_event where sitting = '${sitting}' and n = 4`,
        `update exam.answer_event set response = '{"option": "x"}' where sitting = '${sitting}' and n = 4`,
        `update exam.answer_event set item = 'form-a-two' where sitting = '${sitting}' and n = 1`,
        `update exam.answer_event set epoch = 9 where sitting = '${sitting}' and n = 2`,
        `insert into exam.answer_event (sitting, client, n, epoch, seq, item, response, client_ms, hash)
        values ('${sitting}', '${client}', 5, 1, 5, 'form-a-one', '{}', 1, '\\x00')`,
      ]) {
        const undone = db.owner.begin(async (tx) => {
          await tx.unsafe(tamper);
          const chain = await chainOf(tx, sitting);
          assert.ok(!(chain.intact && chain.unbroken), tamper);
          throw new Undo();
        });
        await assert.rejects(undone, Undo);
      }
    });
  });

  describe('the journal that gathers answers of many', () => {
    const one = (
      sitting: string,
      n: number,
      change: Partial<AnswersToKeep> = {},
    ): AnswersToKeep => ({
      sitting,
      person: all.ana,
      epoch: 1,
      client: sitting,
      events: [{ n, item: 'form-a-one', response: { option: `${n}` }, ms: n }],
      ...change,
    });

    test('keeps every answer of every sitting, in few commits, and tells each its own', async () => {
      const journal = batchedJournal(db.pools.worker);
      const sittings = await Promise.all(Array.from({ length: 20 }, () => booked()));
      await Promise.all(sittings.map((sitting) => lead(sitting)));
      const told = await Promise.all(
        Array.from({ length: 400 }, (_, k) => {
          const sitting = sittings[k % sittings.length] ?? '';
          return journal.append(one(sitting, Math.floor(k / sittings.length) + 1));
        }),
      );
      assert.deepEqual(
        told,
        Array.from({ length: 400 }, (_, k) => ({ acknowledged: Math.floor(k / 20) + 1, epoch: 1 })),
      );
      for (const sitting of sittings) {
        const chain = await chainOf(db.owner, sitting);
        assert.ok(chain.intact && chain.unbroken && chain.rows.length === 20);
      }
      const [commits] = await db.owner<{ n: number }[]>`select count(distinct xmin::text)::int as n
      from exam.answer_event where sitting = any(${sittings})`;
      assert.ok((commits?.n ?? 999) < 40, `${commits?.n} commits for 400 answers`);
    });

    test('one bad row among many holds back none of the others', async () => {
      const journal = batchedJournal(db.pools.worker);
      const [good, other] = [await booked(), await booked()];
      const outcomes = await Promise.allSettled([
        journal.append(one(good, 1)),
        journal.append(one(randomUUID(), 1)),
        journal.append(one(other, 1, { person: all.bo })),
        journal.append(one(other, 1, { client: 'no id' })),
        journal.append(one(good, 2)),
        journal.append(one(other, 1)),
      ]);
      assert.deepEqual(
        outcomes.map((outcome) =>
          outcome.status === 'fulfilled' ? outcome.value?.acknowledged : outcome.status,
        ),
        [1, undefined, undefined, 'rejected', 2, 1],
      );
      assert.equal((await answers(good)).length, 2);
      assert.equal((await answers(other)).length, 1);
    });
  });

  describe('a result', () => {
    test('is saved once: scoring twice, even at the same moment, is one result', async () => {
      const sitting = await booked();
      const responses = [
        { item: 'form-a-one', answered: true, right: true },
        { item: 'form-a-two', answered: false, right: false },
      ];
      const report = { score: 1, of: 2, note: 'é' };
      const saved = await Promise.all(
        [true, false, true].map((passed) =>
          all.records.as(worker, ({ exam }) => exam.saveResult(sitting, passed, report, responses)),
        ),
      );
      assert.equal(saved.filter(Boolean).length, 1);
      const result = await all.records.as(as('candidate', all.ana), ({ exam }) =>
        exam.result(sitting),
      );
      assert.equal(result?.passed, [true, false, true][saved.indexOf(true)]);
      assert.deepEqual(result?.report, report);
      const rows = await db.owner`select item, answered, is_right from exam.scored_response
      where sitting = ${sitting} order by item`;
      assert.deepEqual(
        [...rows],
        [
          { item: 'form-a-one', answered: true, is_right: true },
          { item: 'form-a-two', answered: false, is_right: false },
        ],
      );
      const other = await booked();
      assert.equal(await all.records.as(worker, ({ exam }) => exam.result(other)), undefined);
    });

    test('can be written by the worker alone, and for a sitting that exists', async () => {
      const sitting = await booked();
      const bySitter = all.records.as(as('candidate', all.ana), ({ exam }) =>
        exam.saveResult(sitting, true, {}, []),
      );
      await assert.rejects(bySitter, refused);
      const ofNothing = all.records.as(worker, ({ exam }) =>
        exam.saveResult(randomUUID(), true, {}, []),
      );
      await assert.rejects(ofNothing, (cause: unknown) => codeOf(cause) === '23503');
    });
  });
});
