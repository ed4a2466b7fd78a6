import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { anybody, as, type Cast, cast, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { OpinionEvent } from '../../casework/opinion/opinion.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { QuestionRow } from '../../workflow/ports/code-records.ts';
import type { Rights } from '../../workflow/ports/ports.ts';
import { codeOf } from './rows.ts';

const on = date('2028-02-01');
let asked = 0;
const question = (): QuestionRow => {
  asked += 1;
  return {
    ...{ id: randomUUID(), label: `O-${asked}`, program: 'larkspur-navigator', provision: 'R18' },
    words: 'May I take a basket of fruit from a family?',
    ...{ askedOn: on, promisedBy: date('2028-03-01') },
  };
};
const drafted = (by: string): OpinionEvent => ({
  ...{ type: 'drafted', on, by, version: 'navigator-code/2026', cites: ['R18'] },
  ...{ title: 'Baskets', situation: 'A basket.', answer: 'Yes, a small one.' },
});
const signed = (by: string): OpinionEvent => ({ type: 'signed', on, by });
const reason = 'Because of this and that.';

describe('questions, opinions, texts and cases in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  let one: string;
  let two: string;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    [one, two] = [all.first, all.second];
    for (const person of [one, two]) {
      await db.owner`insert into people.office (person, office) values (${person}, 'conduct')`;
    }
  });
  after(() => db.close());

  const ask = async (person = all.ana): Promise<QuestionRow> => {
    const row = question();
    const written = await all.records.as(as('candidate', person), ({ opinions }) =>
      opinions.ask(row),
    );
    assert.equal(written, 'written');
    return row;
  };
  const append = (
    rights: Rights,
    person: string,
    id: string,
    version: number,
    event: OpinionEvent,
  ) => all.records.as(as(rights, person), ({ opinions }) => opinions.append(id, version, event));
  /** A question with the events given, each by a coordinator. */
  const with_ = async (...events: readonly OpinionEvent[]): Promise<QuestionRow> => {
    const row = await ask();
    for (const [version, event] of events.entries()) {
      assert.equal(await append('conduct', event.by, row.id, version, event), 'written');
    }
    return row;
  };
  const refusedWith = (code: string) => (cause: unknown) => codeOf(cause) === code;

  test('an asker sees their own questions and nobody else’s; a draft is in nothing they read', async () => {
    const row = await with_(drafted(one));
    await ask(all.bo);
    const mine = await all.records.as(as('candidate', all.ana), ({ opinions }) => opinions.list());
    assert.ok(mine.some(({ id }) => id === row.id));
    const others = await all.records.as(as('candidate', all.bo), ({ opinions }) => opinions.list());
    assert.equal(others.length, 1);
    const [own] = mine.filter(({ id }) => id === row.id);
    assert.deepEqual([own?.events, own?.version], [[], 0]);
    assert.equal(
      await all.records.as(as('candidate', all.bo), ({ opinions }) => opinions.read(row.id)),
      undefined,
    );
  });

  test('no role of the program reads who asked', async () => {
    for (const rights of [
      'public',
      'candidate',
      'clerk',
      'reviewer',
      'staff',
      'director',
      'auditor',
      'board',
      'conduct',
      'panel',
      'custodian',
    ]) {
      await assert.rejects(
        db.pools.web.begin(async (tx) => {
          await tx`select set_config('role', ${`evenhand_${rights}`}, true), set_config('evenhand.person', ${one}, true)`;
          await tx`select asker from conduct.question_asker`;
        }),
        refusedWith('42501'),
        rights,
      );
    }
    await assert.rejects(
      db.pools.worker`select asker from conduct.question_asker`,
      refusedWith('42501'),
    );
  });

  test('whatever a coordinator may read holds neither the asker’s id nor their name', async () => {
    const row = await ask();
    const read = await all.records.as(as('conduct', one), ({ opinions }) => opinions.read(row.id));
    const told = JSON.stringify(read);
    assert.ok(!told.includes(all.ana) && !told.includes('Name of ana'));
  });

  test('the database keeps the drafter from signing, whatever the program above it believes', async () => {
    const row = await with_(drafted(one));
    assert.equal(await append('conduct', one, row.id, 1, signed(one)), 'not-yours');
    await db.owner`insert into people.office (person, office) values (${one}, 'director') on conflict do nothing`;
    assert.equal(await append('director', one, row.id, 1, signed(one)), 'not-yours');
    await assert.rejects(append('conduct', two, row.id, 1, signed(one)), refusedWith('EH002'));
    assert.equal(await append('conduct', two, row.id, 1, signed(two)), 'written');
    await db.owner`delete from people.office where person = ${one} and office = 'director'`;
  });

  test('whoever drafted once never signs, also after another drafted anew', async () => {
    const row = await with_(drafted(one), { type: 'returned', on, by: two, reason }, drafted(two));
    assert.equal(await append('conduct', one, row.id, 3, signed(one)), 'not-yours');
    assert.equal(await append('conduct', two, row.id, 3, signed(two)), 'not-yours');
    assert.equal(
      await append('director', all.director, row.id, 3, signed(all.director)),
      'written',
    );
  });

  test('a coordinator neither sees nor answers their own question, and an ombud none at all', async () => {
    const row = await ask(one);
    assert.equal(
      await all.records.as(as('conduct', one), ({ opinions }) => opinions.read(row.id)),
      undefined,
    );
    assert.equal(await append('conduct', one, row.id, 0, drafted(one)), 'not-yours');
    assert.equal(await append('conduct', two, row.id, 0, drafted(two)), 'written');
    await db.owner`insert into people.office (person, office) values (${all.third}, 'ombud')`;
    assert.deepEqual(
      await all.records.as(as('conduct', all.third), ({ opinions }) => opinions.list()),
      [],
    );
  });

  test('a director drafts nothing and declines nothing', async () => {
    const row = await ask();
    for (const event of [
      drafted(all.director),
      { type: 'declined', on, by: all.director, reason } as const,
    ]) {
      await assert.rejects(
        append('director', all.director, row.id, 0, event),
        refusedWith('42501'),
      );
    }
  });

  test('what does not follow is not written: no signature without a draft, nothing after the end', async () => {
    const row = await ask();
    assert.equal(await append('conduct', one, row.id, 0, signed(one)), 'someone-wrote-first');
    const closed = await with_({ type: 'declined', on, by: one, reason });
    assert.equal(await append('conduct', two, closed.id, 1, drafted(two)), 'someone-wrote-first');
    await assert.rejects(
      append('conduct', one, row.id, 0, { type: 'declined', on, by: one, reason: ' ' }),
      refusedWith('EH002'),
    );
  });

  test('only an opinion that stands takes the place of another', async () => {
    const [old, open] = [await with_(drafted(one), signed(two)), await with_(drafted(one))];
    const by = (later: string): OpinionEvent => ({
      type: 'superseded',
      on,
      by: one,
      reason,
      later,
    });
    for (const later of [old.label, open.label, 'O-nothing']) {
      assert.equal(await append('conduct', one, old.id, 2, by(later)), 'not-yours', later);
    }
    const newer = await with_(drafted(one), signed(two));
    assert.equal(await append('conduct', one, old.id, 2, by(newer.label)), 'written');
  });

  test('anybody reads what was signed: no question, no draft that was given up, nobody who acted', async () => {
    const row = await with_(
      drafted(one),
      { type: 'returned', on, by: two, reason: 'Secret talk of coordinators.' },
      { ...drafted(one), answer: 'The words that were signed.' } as OpinionEvent,
      signed(two),
    );
    const open = await with_(drafted(one));
    const rows = await all.records.as(anybody, ({ opinions }) => opinions.published());
    const mine = rows.find(({ label }) => label === row.label);
    assert.deepEqual(
      mine?.events.map(({ type }) => type),
      ['drafted', 'signed'],
    );
    const told = JSON.stringify(rows);
    for (const word of [one, two, all.ana, row.words, 'Secret talk', 'Yes, a small one.", "x']) {
      assert.ok(!told.includes(word), word);
    }
    assert.match(JSON.stringify(mine), /The words that were signed/);
    assert.ok(!rows.some(({ label }) => label === open.label));
    assert.deepEqual(
      await all.records.as(anybody, ({ opinions }) => opinions.list()).catch(codeOf),
      '42501',
    );
  });

  test('the asker is told behind the wall, and nobody else', async () => {
    const row = await ask();
    await all.records.as(as('conduct', one), ({ opinions }) =>
      opinions.tellAsker({ id: randomUUID(), question: row.id, subject: 'There', body: row.label }),
    );
    const mails = await db.owner<{ to_person: string; to_address: string }[]>`
      select to_person, to_address from post.mail where body = ${row.label}`;
    assert.deepEqual([...mails], [{ to_person: all.ana, to_address: 'ana@people.example' }]);
  });

  test('the list that drafts are held against is the worker’s; who drafts reads no name', async () => {
    const people = await all.records.as(worker, ({ opinions }) => opinions.knownPeople());
    assert.ok(people.some(({ fullName }) => fullName === 'Name of ana'));
    const refused = await all.records
      .as(as('conduct', one), ({ opinions }) => opinions.knownPeople())
      .catch(codeOf);
    assert.equal(refused, '42501');
  });

  test('who worked through a case is readable by that person alone', async () => {
    await all.records.as(as('candidate', all.ana), ({ dilemmas }) =>
      dilemmas.noteDone('p', 'a-case'),
    );
    await all.records.as(as('candidate', all.ana), ({ dilemmas }) =>
      dilemmas.noteDone('p', 'a-case'),
    );
    const done = (person: string) =>
      all.records.as(as('candidate', person), ({ dilemmas }) => dilemmas.done('p'));
    assert.deepEqual([...(await done(all.ana)).keys()], ['a-case']);
    assert.equal((await done(all.bo)).size, 0);
    for (const rights of ['conduct', 'director', 'staff', 'auditor'] as const) {
      const refused = await all.records
        .as(as(rights, one), ({ dilemmas }) => dilemmas.done('p'))
        .catch(codeOf);
      assert.equal(refused, '42501', rights);
    }
  });

  test('nobody edits what was supplied, and nobody supplies in another’s name', async () => {
    await assert.rejects(
      all.records.as(as('director', all.director), ({ codeTexts }) =>
        codeTexts.supply('ccm-code', all.ana, [
          { place: 0, version: 'v', part: 'p', group: null, number: 'P1', title: 't', text: 'x' },
        ]),
      ),
      refusedWith('42501'),
    );
    for (const table of ['code_text', 'opinion_event', 'question', 'dilemma', 'dilemma_done']) {
      for (const rights of ['director', 'conduct', 'candidate']) {
        for (const statement of [`delete from conduct.${table}`, `truncate conduct.${table}`]) {
          await assert.rejects(
            db.pools.web.begin(async (tx) => {
              await tx`select set_config('role', ${`evenhand_${rights}`}, true)`;
              await tx.unsafe(statement);
            }),
            refusedWith('42501'),
            `${rights}: ${statement}`,
          );
        }
      }
    }
  });
});
