import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast } from '../../../tests/support/cast.ts';
import { readableBy } from '../../../tests/support/catalog.ts';
import { concernRow, told } from '../../../tests/support/concerns.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { Concern } from '../../casework/concern/concern.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { FileToKeep } from '../../workflow/ports/concern-records.ts';
import { codeOf } from './rows.ts';

const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';
const threat: FileToKeep = {
  sha256: 'ab'.repeat(32),
  mediaType: 'application/pdf',
  bytes: 212_000,
  originalName: 'I will kill you.pdf',
};

describe('concerns in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());

  const raise = async (change: Partial<Concern> = {}, files: readonly FileToKeep[] = []) => {
    const row = concernRow();
    assert.equal(
      await all.records.as(anybody, ({ concerns }) => concerns.raise(row, told(change), files)),
      true,
    );
    return row;
  };
  const desk = (person: string, rights: 'conduct' | 'board' = 'conduct') => as(rights, person);
  const seen = async (person: string, id: string, rights: 'conduct' | 'board' = 'conduct') =>
    await all.records.as(desk(person, rights), async ({ concerns }) => ({
      listed: (await concerns.list()).some((line) => line.id === id),
      read: (await concerns.read(id)) !== undefined,
    }));
  const no = { listed: false, read: false };
  const yes = { listed: true, read: true };
  const appointed = async (name: string, office: string, isChair = false): Promise<string> => {
    const id = randomUUID();
    await all.records.as(anybody, ({ door }) =>
      door.signUp(id, `${id}@people.example`, name, 'hash'),
    );
    await db.owner`insert into people.office (person, office, is_chair) values (${id}, ${office}, ${isChair})`;
    return id;
  };
  const dismissed = (person: string) =>
    db.owner`delete from people.office where person = ${person}`;

  test('comes back whole to its list, and by its receipt to whoever holds it', async () => {
    const concern = told({
      language: 'es',
      about: 'holder',
      account: 'Pasó “así”. 李 محمد',
      happenedOn: date('2026-05-03'),
      toWhom: ['me', 'client'],
      who: 'Nguyễn Thị Ánh',
      grounds: ['religion', 'appearance'],
      setting: 'hospital',
      program: 'larkspur-care',
      relation: 'client',
      hope: 'Una disculpa.',
      fullName: 'Zoë O’Brien',
      contact: 'zoe@people.example',
    });
    const row = await raise(concern, [threat]);
    const byReceipt = await all.records.as(anybody, ({ concerns }) =>
      concerns.byReceipt(row.receiptHash),
    );
    assert.equal(byReceipt?.account, concern.account);
    assert.equal(byReceipt?.hasContact, true);
    assert.deepEqual(
      byReceipt?.files.map(({ place, mediaType, bytes }) => ({ place, mediaType, bytes })),
      [{ place: 1, mediaType: 'application/pdf', bytes: 212_000 }],
    );
    assert.ok(!JSON.stringify(byReceipt).includes('kill'));
    const read = await all.records.as(desk(all.coordinator), ({ concerns }) =>
      concerns.read(row.id),
    );
    for (const name of ['account', 'happenedOn', 'who', 'setting', 'hope', 'relation'] as const) {
      assert.equal(read?.[name], concern[name], name);
    }
    assert.deepEqual([read?.toWhom, read?.grounds], [concern.toWhom, concern.grounds]);
    assert.ok(!JSON.stringify(read).includes('kill'));
    assert.deepEqual(
      await all.records.as(desk(all.coordinator), ({ concerns }) => concerns.complainant(row.id)),
      { fullName: concern.fullName, contact: concern.contact },
    );
  });

  test('one about a person goes to coordinators, one about the body to ombuds, one about the ombud to the chair', async () => {
    const chair = await appointed('Chair', 'board', true);
    const conduct = await raise({ about: 'holder' });
    const body = await raise({ about: 'exam' });
    const ombud = await raise({ about: 'ombud' });
    const table = await Promise.all(
      [conduct, body, ombud].map(async ({ id }) => [
        await seen(all.coordinator, id),
        await seen(all.ombud, id),
        await seen(chair, id, 'board'),
        await seen(all.board, id, 'board'),
      ]),
    );
    assert.deepEqual(table, [
      [yes, no, no, no],
      [no, yes, no, no],
      [no, no, yes, no],
    ]);
    await dismissed(chair);
  });

  test('nobody else reads any of it, staff, directors and auditors included', async () => {
    const row = await raise({ account: 'canary-account', who: 'canary-who' }, [threat]);
    for (const rights of [
      ...(['public', 'candidate', 'clerk', 'reviewer', 'staff', 'director', 'auditor'] as const),
      ...(['panel', 'custodian'] as const),
    ]) {
      await assert.rejects(
        all.records.as(as(rights, all.first), ({ concerns }) => concerns.list()),
        forbidden,
        rights,
      );
    }
    const others = [
      ...(['candidate', 'clerk', 'reviewer', 'staff', 'director'] as const).map((rights) => ({
        rights,
        person: all.coordinator,
      })),
      { rights: 'conduct', person: all.ombud } as const,
      { rights: 'board', person: all.coordinator } as const,
    ];
    for (const who of others) {
      const lines = await readableBy(db, who);
      const sees = who.rights === 'board';
      assert.equal(
        lines.some((line) => line.includes('canary-') || line.includes(row.id)),
        sees,
        who.rights,
      );
    }
    const own = await readableBy(db, { rights: 'conduct', person: all.coordinator });
    assert.ok(own.some((line) => line.includes('canary-account')));
    for (const word of ['kill', 'a hash']) {
      assert.ok(!own.some((line) => line.includes(word)), word);
    }
  });

  test('of an anonymous concern the desk gets no name and no address, though a mail can reach it', async () => {
    const row = await raise({ visibility: 'anonymous', contact: 'canary-hidden@people.example' });
    const told_ = await all.records.as(desk(all.coordinator), ({ concerns }) =>
      concerns.complainant(row.id),
    );
    assert.deepEqual(told_, { fullName: undefined, contact: undefined });
    const id = randomUUID();
    await all.records.as(desk(all.coordinator), ({ concerns }) =>
      concerns.tellComplainant({ id, concern: row.id, subject: 's', body: 'b' }),
    );
    const mail = await all.records.as(as('worker'), (records) => records.mail.read(id));
    assert.equal(mail?.to, 'canary-hidden@people.example');
    const lines = await readableBy(db, { rights: 'conduct', person: all.coordinator });
    assert.ok(!lines.some((line) => line.includes('canary-hidden')));
    await assert.rejects(raise({ visibility: 'anonymous', fullName: 'Ana' }));
    const other = randomUUID();
    await all.records.as(desk(all.ombud), ({ concerns }) =>
      concerns.tellComplainant({ id: other, concern: row.id, subject: 's', body: 'b' }),
    );
    assert.equal(await all.records.as(as('worker'), ({ mail: m }) => m.read(other)), undefined);
  });

  test('whoever is named in it is not on its list, whole name or part; the next in line takes it', async () => {
    const named = await appointed('Iðunn Halvorsen', 'conduct');
    const whole = await raise({ who: ' iðunn  HALVORSEN' });
    const part = await raise({ who: 'Ms. Halvorsen' });
    for (const { id } of [whole, part]) {
      assert.deepEqual(await seen(named, id), no);
      assert.deepEqual(await seen(all.coordinator, id), yes);
    }
    const letSee = (concern: string) =>
      all.records.as(desk(all.coordinator), ({ concerns }) => concerns.letSee(concern, named));
    assert.equal(await letSee(part.id), true, 'only part of the name fits: it may be another');
    assert.equal(await letSee(whole.id), false, 'nobody sees a concern about themselves');
    await assert.rejects(
      db.owner`insert into conduct.concern_access (concern, person) values (${whole.id}, ${named})`,
      (cause: unknown) => codeOf(cause) === 'EH003',
    );
    await dismissed(named);
  });

  test('where the only coordinator is named, the ombuds take it', async () => {
    await dismissed(all.coordinator);
    const only = await appointed('李', 'conduct');
    const { id } = await raise({ who: '李' });
    assert.deepEqual(await seen(only, id), no);
    assert.deepEqual(await seen(all.ombud, id), yes);
    await dismissed(only);
    await db.owner`insert into people.office (person, office) values (${all.coordinator}, 'conduct')`;
  });

  test('whoever steps aside sees nothing of it any more, and cannot be brought back', async () => {
    const second = await appointed('Second Coordinator', 'conduct');
    const { id } = await raise();
    assert.deepEqual([await seen(all.coordinator, id), await seen(second, id)], [yes, yes]);
    const aside = (person: string) =>
      all.records.as(desk(person), ({ concerns }) => concerns.stepAside(id));
    assert.equal(await aside(second), true);
    assert.deepEqual(await seen(second, id), no);
    assert.equal(await aside(second), false);
    const lines = await readableBy(db, { rights: 'conduct', person: second });
    assert.ok(!lines.some((line) => line.includes(id)));
    const back = await all.records.as(desk(all.coordinator), ({ concerns }) =>
      concerns.letSee(id, second),
    );
    assert.equal(back, false);
    assert.equal(await aside(all.coordinator), true);
    assert.deepEqual(await seen(all.ombud, id), yes, 'the next in line takes it');
    await dismissed(second);
  });

  test('somebody appointed later sees it once a colleague on the list lets them, and nobody off the list can', async () => {
    const { id } = await raise();
    const later = await appointed('Later', 'conduct');
    assert.deepEqual(await seen(later, id), no);
    const letSee = (by: string, person: string) =>
      all.records.as(desk(by), ({ concerns }) => concerns.letSee(id, person));
    assert.equal(await letSee(later, later), false);
    assert.equal(await letSee(all.ombud, all.ombud), false);
    assert.equal(await letSee(all.coordinator, all.staff), false, 'not the office for it');
    assert.equal(await letSee(all.coordinator, later), true);
    assert.deepEqual(await seen(later, id), yes);
    await dismissed(later);
    assert.deepEqual(await seen(later, id), no, 'the office ended, and with it the sight');
  });

  test('a colleague whom it is about is taken off for good', async () => {
    const second = await appointed('Concerned Later', 'conduct');
    const { id } = await raise();
    const name = (person: string) =>
      all.records.as(desk(all.coordinator), ({ concerns }) => concerns.nameConcerned(id, person));
    assert.equal(await name(second), true);
    assert.deepEqual(await seen(second, id), no);
    assert.equal(await name(second), false);
    await dismissed(second);
  });

  test('raised while nobody holds the office, it goes to the next one who is appointed', async () => {
    await db.owner`delete from people.office where office in ('conduct','ombud','board')`;
    const { id } = await raise({ about: 'staff' });
    assert.deepEqual(await seen(all.ombud, id), no);
    for (const [person, office] of [
      [all.ombud, 'ombud'],
      [all.coordinator, 'conduct'],
      [all.board, 'board'],
    ]) {
      await db.owner`insert into people.office (person, office) values (${person ?? ''}, ${office ?? ''})`;
    }
    assert.deepEqual([await seen(all.ombud, id), await seen(all.coordinator, id)], [yes, no]);
  });

  test('is answered in one’s own name, by those on the list alone', async () => {
    const { id } = await raise();
    const reply = (person: string, author = person) =>
      all.records.as(desk(person), ({ concerns }) =>
        concerns.reply({ id: randomUUID(), concern: id, asks: true, words: 'When?', author }),
      );
    await reply(all.coordinator);
    await assert.rejects(reply(all.coordinator, all.director), forbidden);
    await assert.rejects(reply(all.ombud), forbidden);
    await assert.rejects(
      all.records.as(anybody, ({ concerns }) =>
        concerns.reply({ id: randomUUID(), concern: id, asks: false, words: 'x', author: all.ana }),
      ),
      forbidden,
    );
  });

  test('sent twice at once it is one; words added twice are written once, with their files', async () => {
    const row = concernRow();
    const sent = await Promise.all(
      [1, 2, 3].map(() =>
        all.records.as(anybody, ({ concerns }) =>
          concerns.raise({ ...concernRow(), receiptHash: row.receiptHash }, told(), [threat]),
        ),
      ),
    );
    assert.deepEqual(sent.filter(Boolean).length, 1);
    const added = { id: randomUUID(), words: 'And again.' };
    await Promise.all(
      [1, 2].map(() =>
        all.records.as(anybody, ({ concerns }) =>
          concerns.writeBack(row.receiptHash, added, [threat, threat]),
        ),
      ),
    );
    const found = await all.records.as(anybody, ({ concerns }) =>
      concerns.byReceipt(row.receiptHash),
    );
    assert.equal(found?.replies.length, 1);
    assert.deepEqual(
      found?.files.map(({ place, reply }) => [place, reply]),
      [
        [1, undefined],
        [2, added.id],
        [3, added.id],
      ],
    );
  });

  test('is withdrawn once, by whoever holds the receipt', async () => {
    const row = await raise();
    const withdraw = () =>
      all.records.as(anybody, ({ concerns }) => concerns.withdraw(row.receiptHash));
    await withdraw();
    const first = await all.records.as(anybody, ({ concerns }) =>
      concerns.byReceipt(row.receiptHash),
    );
    assert.ok(first?.withdrawnAt !== undefined);
    await withdraw();
    const again = await all.records.as(anybody, ({ concerns }) =>
      concerns.byReceipt(row.receiptHash),
    );
    assert.equal(again?.withdrawnAt, first.withdrawnAt);
  });
});
