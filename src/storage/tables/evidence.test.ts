import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { anybody, as, type Cast, cast, file } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { codeOf } from './rows.ts';

describe('evidence in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const ana = () => as('candidate', all.ana);
  const documentOf = (matter: string | undefined = undefined) => ({
    id: randomUUID(),
    program: 'larkspur-care',
    matter,
    supports: 'degree',
    sha256: randomBytes(32).toString('hex'),
    mediaType: 'image/png',
    bytes: 15_728_640,
    originalName: 'диплом “2” 修士.pdf.png',
  });

  describe('a draft', () => {
    test('any answers come back as they were typed', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc
            .jsonValue({ noUnicodeString: false })
            .filter((value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value))),
          async (answers) => {
            const back = await all.records.as(ana(), async ({ drafts }) => {
              await drafts.save('any', JSON.parse(JSON.stringify(answers)));
              return await drafts.read('any');
            });
            assert.deepEqual(back?.answers, JSON.parse(JSON.stringify(answers)));
          },
        ),
        { numRuns: 150 },
      );
    });

    test('is one for a person and a program: saved again it changes, dropped it is gone', async () => {
      await all.records.as(ana(), async ({ drafts }) => {
        await drafts.save('one', { step: 1 });
        await drafts.save('one', { step: 2 });
        await drafts.save('two', { step: 1 });
      });
      await all.records.as(as('candidate', all.bo), async ({ drafts }) => {
        await drafts.save('one', { step: 'of bo' });
        await drafts.drop('two');
      });
      await all.records.as(ana(), async ({ drafts }) => {
        assert.deepEqual((await drafts.read('one'))?.answers, { step: 2 });
        assert.deepEqual((await drafts.read('two'))?.answers, { step: 1 });
        assert.equal(await drafts.read('three'), undefined);
        await drafts.drop('one');
        assert.equal(await drafts.read('one'), undefined);
        assert.ok(!(await drafts.list()).some(({ program }) => program === 'one'));
      });
      await all.records.as(as('candidate', all.bo), async ({ drafts }) =>
        assert.deepEqual((await drafts.read('one'))?.answers, { step: 'of bo' }),
      );
    });
  });

  describe('a document', () => {
    test('comes back as it was uploaded, first with the draft, then with the matter', async () => {
      const row = documentOf();
      await all.records.as(ana(), ({ documents }) => documents.add(all.ana, row));
      const matter = await file(all, all.ana);
      await all.records.as(ana(), async ({ documents }) => {
        assert.deepEqual(await documents.ofDraft('larkspur-care'), [row]);
        assert.deepEqual(await documents.read(row.id), row);
        await documents.file([row.id, randomUUID()], matter.id);
        assert.deepEqual(await documents.ofDraft('larkspur-care'), []);
        assert.deepEqual(await documents.ofMatter(matter.id), [{ ...row, matter: matter.id }]);
      });
      const seen = await all.records.as(as('clerk', all.clerk), ({ documents }) =>
        documents.ofMatter(matter.id),
      );
      assert.deepEqual(seen, [{ ...row, matter: matter.id }]);
    });

    test('of a draft can be taken back; once filed it stays, and moves to no other matter', async () => {
      const [loose, filed] = [documentOf(), documentOf()];
      const matter = await file(all, all.ana);
      const other = await file(all, all.ana);
      await all.records.as(ana(), async ({ documents }) => {
        await documents.add(all.ana, loose);
        await documents.add(all.ana, { ...filed, matter: matter.id });
        await documents.remove(loose.id);
        await documents.remove(filed.id);
        await documents.file([filed.id], other.id);
        assert.equal(await documents.read(loose.id), undefined);
        assert.equal((await documents.read(filed.id))?.matter, matter.id);
      });
    });

    test('of somebody else can be neither read, filed nor taken back, nor put into their matter', async () => {
      const row = documentOf();
      const matter = await file(all, all.ana);
      await all.records.as(ana(), ({ documents }) => documents.add(all.ana, row));
      await all.records.as(as('candidate', all.bo), async ({ documents }) => {
        assert.equal(await documents.read(row.id), undefined);
        await documents.remove(row.id);
      });
      assert.ok(await all.records.as(ana(), ({ documents }) => documents.read(row.id)));
      for (const [person, into] of [
        [all.ana, undefined],
        [all.bo, matter.id],
      ] as const) {
        await assert.rejects(
          all.records.as(as('candidate', all.bo), ({ documents }) =>
            documents.add(person, documentOf(into)),
          ),
          (cause: unknown) => codeOf(cause) === '42501',
        );
      }
    });

    test('of no bytes, too many or a kind nobody takes is refused by the table itself', async () => {
      for (const change of [{ bytes: 0 }, { bytes: 15_728_641 }, { mediaType: 'image/svg+xml' }]) {
        await assert.rejects(
          all.records.as(ana(), ({ documents }) =>
            documents.add(all.ana, { ...documentOf(), ...change }),
          ),
          (cause: unknown) => codeOf(cause) === '23514',
        );
      }
    });
  });

  describe('a supervisor’s attestation', () => {
    const ask = async (expiresAt = Date.now() + 60_000) => {
      const matter = await file(all, all.ana);
      const tokenHash = randomBytes(32);
      const id = randomUUID();
      await all.records.as(ana(), ({ attestations }) =>
        attestations.ask({
          id,
          matter: matter.id,
          supports: 'months',
          tokenHash,
          supervisorName: 'Sam 李',
          supervisorEmail: 'sam@work.example',
          expiresAt,
        }),
      );
      return { id, matter, tokenHash };
    };
    const asked = (tokenHash: Uint8Array, at = Date.now()) =>
      all.records.as(anybody, ({ attestations }) => attestations.byToken(tokenHash, at));
    const answer = (tokenHash: Uint8Array, answers: { months: number }, at = Date.now()) =>
      all.records.as(anybody, ({ attestations }) => attestations.answer(tokenHash, answers, at));

    test('the link shows what is asked about whom, and takes one answer', async () => {
      const { id, matter, tokenHash } = await ask();
      const request = {
        id,
        matter: matter.id,
        supports: 'months',
        supervisorName: 'Sam 李',
        candidateName: 'Name of ana',
        program: 'larkspur-care',
        answered: false,
      };
      assert.deepEqual(await asked(tokenHash), request);
      const answers = await Promise.all([14, 15].map((months) => answer(tokenHash, { months })));
      assert.deepEqual(new Set(answers), new Set([true, false]));
      assert.equal(await answer(tokenHash, { months: 1 }), false);
      assert.deepEqual(await asked(tokenHash), { ...request, answered: true });
      const [row] = await all.records.as(as('clerk', all.clerk), ({ attestations }) =>
        attestations.ofMatter(matter.id),
      );
      assert.deepEqual(row?.answers, { months: answers[0] ? 14 : 15 });
      assert.ok(Math.abs((row?.answeredAt ?? 0) - Date.now()) < 60_000);
    });

    test('an ended or unknown link shows nothing and takes nothing', async () => {
      const { tokenHash } = await ask(Date.now() + 1000);
      const later = Date.now() + 2000;
      assert.equal(await asked(tokenHash, later), undefined);
      assert.equal(await answer(tokenHash, { months: 1 }, later), false);
      assert.equal(await asked(randomBytes(32)), undefined);
      assert.equal(await answer(randomBytes(32), { months: 1 }), false);
    });
  });
});
