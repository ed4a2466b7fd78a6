import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, carry, cast, file, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { stepsTo } from '../../../tests/support/matters.ts';
import { refuse } from '../../kernel/result/result.ts';
import { codeOf } from './rows.ts';

describe('the log and the mail in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const entry = (matter?: string) => ({
    commitment: `{"v":1,"é":"${randomUUID()}"}`,
    leafHash: new Uint8Array(randomBytes(32)),
    salt: new Uint8Array(randomBytes(32)),
    plain: { matter: 'E-4K7QM2X', outcome: { met: true } },
    matter,
    credential: undefined,
  });
  const reviewer = () => as('reviewer', all.first);

  describe('the decision log', () => {
    test('places run from 0 without a gap, whoever writes at the same moment and whatever is undone', async () => {
      const before = await all.records.as(anybody, ({ log }) => log.size());
      const written = await Promise.all(
        Array.from({ length: 40 }, (_, k) =>
          all.records.as(reviewer(), async ({ log }) => {
            const place = await log.append(entry());
            return k % 4 === 0 ? refuse('no', 'undone') : place;
          }),
        ),
      );
      const places = written.filter((answer) => typeof answer === 'number');
      assert.equal(places.length, 30);
      assert.equal(new Set(places).size, 30);
      await all.records.as(anybody, async ({ log }) => {
        assert.equal(await log.size(), before + 30);
        const rows = await log.entries(0, 1000);
        assert.deepEqual(
          rows.map(({ place }) => place),
          Array.from({ length: before + 30 }, (_, place) => place),
        );
      });
    });

    test('an entry comes back byte for byte, in pages', async () => {
      const one = entry();
      const place = await all.records.as(reviewer(), ({ log }) => log.append(one));
      await all.records.as(anybody, async ({ log }) => {
        const [row, ...more] = await log.entries(place, 1);
        assert.deepEqual(more, []);
        assert.equal(row?.commitment, one.commitment);
        assert.deepEqual(row?.leafHash, one.leafHash);
        assert.deepEqual(await log.leafHashes(place, 5), [one.leafHash]);
        assert.equal((await log.leafHashes(1, 3)).length, 3);
        assert.deepEqual(await log.entries(place + 1, 5), []);
      });
    });

    test('opens to the person concerned: salt and plain words; to nobody else', async () => {
      const matter = await file(all, all.ana);
      await carry(all, matter.id, stepsTo('taken', { clerk: all.clerk, decider: all.first }));
      const one = entry(matter.id);
      const place = await all.records.as(reviewer(), ({ log }) => log.append(one));
      const openings = (person: string) =>
        all.records.as(as('candidate', person), ({ log }) => log.openings(matter.id));
      assert.deepEqual(await openings(all.ana), [{ place, salt: one.salt, plain: one.plain }]);
      assert.deepEqual(await openings(all.bo), []);
      for (const rights of [
        'public',
        'clerk',
        'reviewer',
        'staff',
        'director',
        'auditor',
      ] as const) {
        const asked = all.records.as(as(rights, all.first), ({ log }) => log.openings(matter.id));
        await assert.rejects(asked, (cause: unknown) => codeOf(cause) === '42501', rights);
      }
    });

    test('a signed head is kept once for a size; the largest is the head', async () => {
      const save = (size: number, note: string) =>
        all.records.as(worker, ({ log }) => log.saveCheckpoint(size, note));
      assert.equal(await all.records.as(anybody, ({ log }) => log.checkpoint()), undefined);
      await save(9, 'nine');
      await save(10, 'ten\n— é');
      await save(10, 'another ten');
      await save(2, 'two');
      const head = await all.records.as(anybody, ({ log }) => log.checkpoint());
      assert.deepEqual({ size: head?.size, note: head?.note }, { size: 10, note: 'ten\n— é' });
      assert.ok(Math.abs((head?.at ?? 0) - Date.now()) < 60_000, 'with the time of its signing');
    });

    test('is written by whoever decides, staff about a story among them, and by the worker; a candidate, a clerk and an auditor write nothing into it', async () => {
      for (const rights of ['public', 'candidate', 'clerk', 'auditor'] as const) {
        const writing = all.records.as(as(rights, all.ana), ({ log }) => log.append(entry()));
        await assert.rejects(writing, (cause: unknown) => codeOf(cause) === '42501', rights);
      }
    });
  });

  describe('mail', () => {
    test('is queued with its transaction, read by the worker alone, and every attempt is noted', async () => {
      const id = randomUUID();
      const letter = {
        to: 'ana@people.example',
        subject: 'Ein Brief für Ω',
        body: 'Zeile\n\n“x” 李',
      };
      await all.records.as(as('candidate', all.ana), ({ mail }) =>
        mail.send({ id, toPerson: all.ana, ...letter }),
      );
      assert.deepEqual(await all.records.as(worker, ({ mail }) => mail.read(id)), letter);
      assert.equal(await all.records.as(worker, ({ mail }) => mail.read(randomUUID())), undefined);
      await all.records.as(worker, async ({ mail }) => {
        await mail.noteDelivery(id, false, 'greylisted');
        await mail.noteDelivery(id, true, 'accepted');
      });
      const notes =
        await db.owner`select delivered, note from post.delivery where mail = ${id} order by delivered`;
      assert.deepEqual(
        [...notes],
        [
          { delivered: false, note: 'greylisted' },
          { delivered: true, note: 'accepted' },
        ],
      );
      const reading = all.records.as(as('candidate', all.ana), ({ mail }) => mail.read(id));
      await assert.rejects(reading, (cause: unknown) => codeOf(cause) === '42501');
      const jobs = await db.owner<{ payload: { mail: string } }[]>`
      select payload from graphile_worker._private_jobs`;
      assert.ok(jobs.some(({ payload }) => payload.mail === id));
    });

    test('reaches the person concerned at an address that the sender never learns', async () => {
      const matter = await file(all, all.ana);
      const id = randomUUID();
      const told = await all.records.as(reviewer(), ({ mail }) =>
        mail.tellSubject({
          id,
          matter: matter.id,
          subject: 'There is a decision',
          body: 'Read it.',
        }),
      );
      assert.equal(told, undefined);
      assert.deepEqual(await all.records.as(worker, ({ mail }) => mail.read(id)), {
        to: 'ana@people.example',
        subject: 'There is a decision',
        body: 'Read it.',
      });
    });
  });
});
