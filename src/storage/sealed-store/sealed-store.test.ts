import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, type Story, wholeStory } from '../../../tests/support/cast.ts';
import { readableBy } from '../../../tests/support/catalog.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { vaultWith } from '../../outside/adapters/vault.ts';
import { codeOf } from '../tables/rows.ts';
import { sealedReader } from './sealed-reader.ts';
import { sealedWriter } from './sealed-writer.ts';

const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';
const holding = (lines: readonly string[], word: string): readonly string[] =>
  lines.filter((line) => line.includes(word));
describe('the sealed store', () => {
  let db: TestDatabase;
  let all: Cast;
  let ana: Story;
  const key = randomBytes(32);
  const vault = vaultWith(randomBytes(32));

  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    ana = await wholeStory(db, all, all.ana);
    await wholeStory(db, all, all.bo);
    const writer = sealedWriter(db.pools.identify, key, vault);
    await writer.record(all.ana, new Map([['race', ['canary-group']]]), 'wording 1');
  });
  after(() => db.close());

  describe('what people told us about themselves', () => {
    test('the login that writes it can write, change and erase it, and read none of it', async () => {
      const writer = sealedWriter(db.pools.identify, key, vault);
      const count = async () => (await db.owner`select 1 from sealed.answer`).length;
      const start = await count();
      await writer.record(all.bo, new Map([['race', ['a', 'b']]]), 'wording 1');
      await writer.record(all.bo, new Map([['race', ['c']]]), 'wording 2');
      assert.equal(await count(), start + 1);
      await assert.rejects(db.pools.identify`select * from sealed.answer`, forbidden);
      await assert.rejects(db.pools.identify`delete from sealed.answer`, forbidden);
      await assert.rejects(db.pools.identify`update sealed.answer set wording = ''`, forbidden);
      await writer.erase(all.bo);
      assert.equal(await count(), start);
    });

    test('lies in the table without a person, a word or a plain answer', async () => {
      const rows = await db.owner`select * from sealed.answer`;
      const text = rows.map((row) =>
        Object.values(row)
          .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
          .join(' '),
      );
      assert.ok(text.length > 0);
      for (const word of ['canary', all.ana, all.ana.replaceAll('-', '')]) {
        assert.ok(!text.join().includes(word));
      }
    });

    test('the measuring login reads answers and outcomes, and no name, address or document', async () => {
      const lines = await readableBy(db, { login: 'measure', person: '' });
      assert.ok(holding(lines, 'sealed.answer ').length > 0);
      assert.ok(holding(lines, 'casework.outcome ').length >= 4);
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        'Sam Sup',
      ]) {
        assert.deepEqual(holding(lines, word), [], word);
      }
      const decisions = await sealedReader(db.pools.measure, key, vault).decisions(
        'race',
        'eligibility',
      );
      assert.ok(decisions.some(({ groups }) => groups?.includes('canary-group')));
      assert.ok(decisions.some(({ groups }) => groups === undefined));
      assert.ok(!JSON.stringify(decisions).includes(all.ana));
    });

    test('no other login or role opens it, and the measuring login changes nothing in it', async () => {
      for (const login of ['web', 'worker'] as const) {
        await assert.rejects(db.pools[login]`select * from sealed.answer`, forbidden);
        await assert.rejects(
          db.pools[login]`select sealed.record('\\x00', 'race', '\\x00', '')`,
          forbidden,
        );
      }
      await assert.rejects(db.pools.measure`delete from sealed.answer`, forbidden);
      await assert.rejects(db.pools.measure`select sealed.erase('\\x00')`, forbidden);
      await assert.rejects(
        all.records.as(as('worker'), ({ matters }) => matters.read(ana.matter.id)),
        forbidden,
      );
    });
  });
});
