import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, type Story, wholeStory } from '../../../tests/support/cast.ts';
import { readableBy } from '../../../tests/support/catalog.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { vaultWith } from '../../outside/adapters/vault.ts';
import { codeOf } from '../tables/rows.ts';
import { sealedReader } from './sealed-reader.ts';
import { pseudonymOf, sealedWriter } from './sealed-writer.ts';

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

    test('an answer is erased by itself when its years are over, and no other', async () => {
      const writer = sealedWriter(db.pools.identify, key, vault);
      const tell = (person: string, dimension: string) =>
        writer.record(person, new Map([[dimension, ['yes']]]), 'v1');
      await db.owner`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
        values ('kept-two', true, 'p', 'b', '2', 'd'), ('kept-in-words', true, 'p', 'b', 'as long as needed', 'd')`;
      for (const dimension of ['kept-two', 'kept-in-words']) {
        await tell(all.ana, dimension);
        await tell(all.bo, dimension);
      }
      await db.owner`update sealed.answer set answered_at = now() - interval '2 years 1 day'
        where dimension like 'kept-%' and pseudonym = ${pseudonymOf(key, all.bo)}`;
      assert.equal(await writer.retire(), 1);
      const left =
        await db.owner`select dimension from sealed.answer where dimension like 'kept-%' order by 1`;
      assert.deepEqual(
        left.map(({ dimension }) => dimension),
        ['kept-in-words', 'kept-in-words', 'kept-two'],
      );
      assert.equal(await writer.retire(), 0);
      await assert.rejects(db.pools.measure`select sealed.retire()`, forbidden);
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
      // The worker reads matters about renewing alone; any other is not there for it.
      assert.equal(
        await all.records.as(as('worker'), ({ matters }) => matters.read(ana.matter.id)),
        undefined,
      );
    });
  });

  describe('by which outreach somebody came', () => {
    const program = 'larkspur-care';
    const writer = () => sealedWriter(db.pools.identify, key, vault);
    const journeys = () => sealedReader(db.pools.measure, key, vault).journeys();

    test('the first code of a person in a program stays; erasing takes it away with the answers', async () => {
      await writer().recordSource(all.bo, program, 'canary-visit');
      await writer().recordSource(all.bo, program, 'another-visit');
      assert.deepEqual(
        (await journeys()).map(({ code }) => code),
        ['canary-visit'],
      );
      await writer().erase(all.bo);
      assert.deepEqual(await journeys(), []);
    });

    test('lies in the table without a person or a plain code', async () => {
      await writer().recordSource(all.ana, program, 'canary-visit');
      const [row] = await db.owner<
        { pseudonym: Buffer; code: Buffer }[]
      >`select pseudonym, code from sealed.source`;
      const text = `${row?.pseudonym.toString('latin1')} ${row?.code.toString('latin1')}`;
      assert.ok(!text.includes('canary') && !text.includes(all.ana));
    });

    test('only the measuring login reads it: no decider, clerk, staff, director, auditor or member of the board', async () => {
      for (const rights of [
        ...(['public', 'candidate', 'clerk', 'reviewer'] as const),
        ...(['staff', 'director', 'auditor', 'board'] as const),
      ]) {
        const reading = db.pools.web.begin(async (tx) => {
          await tx.unsafe(`set local role evenhand_${rights}`);
          return await tx`select * from sealed.source`;
        });
        await assert.rejects(reading, forbidden, rights);
      }
      for (const login of ['web', 'worker', 'identify'] as const) {
        await assert.rejects(db.pools[login]`select * from sealed.source`, forbidden, login);
      }
      await assert.rejects(db.pools.measure`delete from sealed.source`, forbidden);
    });

    test('is measured with what followed it, and with nothing that happened before', async () => {
      const [before_] = await journeys();
      assert.equal(before_?.program, program);
      assert.ok(
        (before_?.appliedOn.length ?? 0) > 0,
        'applications are days; the day is compared later',
      );
      assert.deepEqual(
        [before_?.eligibleAt, before_?.satAt, before_?.passedAt, before_?.certifiedAt],
        [undefined, undefined, undefined, undefined],
      );
      await db.owner`update sealed.source set came_at = '2020-01-01'`;
      const [after_] = await journeys();
      const credential = await db.owner<{ at: Date }[]>`
        select issued_at as at from register.credential where id = ${ana.credential}`;
      assert.equal(after_?.certifiedAt, credential[0]?.at.getTime());
      assert.ok(after_?.satAt !== undefined && after_.passedAt === after_.satAt);
      assert.ok(!JSON.stringify(await journeys()).includes(all.ana));
    });
  });
});
