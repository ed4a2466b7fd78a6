import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, file } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { codeOf } from './rows.ts';

describe('disclosures in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';

  describe('a request to see an identity', () => {
    const reason = 'Two documents name different people.';
    const asked = async (by = all.first) => {
      const matter = await file(all, all.ana);
      const request = randomUUID();
      await all.records.as(as('reviewer', by), ({ disclosures }) =>
        disclosures.ask({ id: request, matter: matter.id, askedBy: by, reason }),
      );
      return { request, matter };
    };
    const answer = (request: string, by: string, consented = true) =>
      all.records.as(as('director', by), ({ disclosures }) =>
        disclosures.answer({ request, by, consented, reason: 'Agreed. é' }),
      );

    test('comes back to whoever asked and to directors, with its answer', async () => {
      const { request, matter } = await asked();
      assert.equal(await answer(request, all.director), 'written');
      for (const actor of [as('reviewer', all.first), as('director', all.director)]) {
        const list = await all.records.as(actor, ({ disclosures }) => disclosures.list());
        const row = list.find(({ id }) => id === request);
        assert.equal(row?.label, matter.label);
        assert.equal(row?.reason, reason);
        assert.deepEqual(
          { ...row?.answer, at: 0 },
          { by: all.director, consented: true, reason: 'Agreed. é', at: 0 },
        );
      }
      const others = await all.records.as(as('reviewer', all.second), ({ disclosures }) =>
        disclosures.list(),
      );
      assert.deepEqual(others, []);
    });

    test('is answered once, whoever answers at the same moment', async () => {
      const { request } = await asked();
      const answers = await Promise.all([
        answer(request, all.director),
        answer(request, all.director, false),
        answer(request, all.director),
      ]);
      assert.deepEqual(answers.filter((one) => one === 'written').length, 1);
      assert.deepEqual(answers.filter((one) => one === 'answered-before').length, 2);
    });

    test('is not agreed to by the one who asked, even with the office for it', async () => {
      await db.owner`insert into people.office (person, office) values (${all.second}, 'director')`;
      const { request } = await asked(all.second);
      assert.equal(await answer(request, all.second), 'own-request');
      const show = await all.records.as(as('reviewer', all.second), ({ disclosures }) =>
        disclosures.show(request),
      );
      assert.equal(show, undefined);
      assert.equal(await answer(request, all.director), 'written', 'somebody else still can');
    });

    test('needs a reason of more than a few words, asked in one’s own name', async () => {
      const matter = await file(all, all.ana);
      const ask = (change: { reason?: string; askedBy?: string }) =>
        all.records.as(as('reviewer', all.first), ({ disclosures }) =>
          disclosures.ask({
            id: randomUUID(),
            matter: matter.id,
            askedBy: all.first,
            reason,
            ...change,
          }),
        );
      await assert.rejects(
        ask({ reason: 'curious' }),
        (cause: unknown) => codeOf(cause) === '23514',
      );
      await assert.rejects(ask({ askedBy: all.second }), forbidden);
    });
  });
});
