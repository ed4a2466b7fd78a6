import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import {
  holder,
  movableDay,
  pointsFor,
  recognitionForm,
  statementFor,
} from '../../../tests/support/openings.ts';
import { openingPublished } from './read-openings.ts';
import { handFreeSeats } from './second-look.ts';

describe('somebody is recognized', () => {
  const day = movableDay('2026-12-01');
  const NAMES = ['Ayşe Canarywright', '王小明 Canary', 'Ó Canaryán'];
  let desk: Desk;
  let director: DeskPerson;
  let readers: DeskPerson[];
  let nominees: DeskPerson[];
  let id: string;
  const ids: string[] = [];
  before(async () => {
    desk = await openDesk('http://localhost', day.change);
    director = await desk.somebody('Director Prima', 'director');
    readers = [
      await desk.somebody('Reader One', 'reviewer'),
      await desk.somebody('Reader Two', 'reviewer'),
    ];
    nominees = [];
    for (const name of NAMES) {
      nominees.push(await desk.signedIn(await holder(desk.database, desk.world, name)));
    }
  });
  after(() => desk.close());

  const decide = (nomination: string, chosen: 'yes' | 'no') =>
    director.send(
      `/desk/openings/${id}`,
      {
        nomination,
        [`chosen-${nomination}`]: chosen,
        [`reason-${nomination}`]: 'Shown strongly, as both readers saw it.',
      },
      `/desk/openings/${id}/decide`,
    );
  const act = (who: DeskPerson, nomination: string, what: string, fields = {}) =>
    who.send('/my/openings', fields, `/my/openings/${nomination}/${what}`);
  const everybody = () => desk.stranger().see('/recognitions');

  test('what is wrong with it is told beside its box; published, everybody who qualifies is told', async () => {
    const wrong = await director.send('/desk/openings/new', { purpose: 'recognition' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.words, /Choose what is recognized\./);
    assert.match(wrong.words, /How many at most: write a whole number/);
    assert.match(wrong.text, /name="purpose" value="recognition"/, 'the form stays the one it was');
    const sent = await director.send('/desk/openings/new', recognitionForm());
    assert.equal(sent.to, '/desk/openings?told=3', sent.words);
    const [row] = await desk.database.owner<{ id: string }[]>`select id from seats.opening`;
    id = row?.id ?? '';
    assert.match((await everybody()).words, /Open now Mentors of the year Mentoring\. One at most/);
    assert.doesNotMatch((await desk.stranger().see('/openings')).words, /Mentors of the year/);
    const page = await desk.stranger().see(`/openings/${id}`);
    assert.match(page.words, /A name only where whoever bears it says so/);
    assert.doesNotMatch(page.words, /Hours|Pay or expenses|seats filled/);
  });

  test('they come forward or are suggested, are read blind by two, and a named person decides with a reason', async () => {
    const suggested = await nominees[0]!.send(
      `/openings/${id}/nominate`,
      { email: 'other@example.org', why: 'She stays when it is hard.' },
      `/openings/${id}/suggest`,
    );
    assert.equal(suggested.status, 303, suggested.words);
    for (const who of nominees) {
      const at = `/openings/${id}/nominate`;
      const form = await who.see(at);
      assert.match(form.words, /My name is shown to nobody unless I say so afterwards/);
      const key = hiddenIn(form.text, 'key') ?? '';
      assert.equal((await who.send(at, { key, ...statementFor(2) })).status, 303);
      const [own] = await desk.database.owner<{ id: string }[]>`
        select id from seats.nomination where nominee = ${who.id}`;
      ids.push(own?.id ?? '');
    }
    day.set('2026-12-11');
    for (const nomination of ids) {
      for (const reader of readers) {
        assert.equal(
          (
            await reader.send(
              '/desk/statements',
              pointsFor(nomination, 2),
              `/desk/statements/${nomination}`,
            )
          ).status,
          303,
        );
      }
    }
    assert.match((await everybody()).words, /3 people were nominated; 3 wait for an answer/);
    assert.equal((await decide(ids[0]!, 'yes')).status, 303);
    assert.match((await decide(ids[1]!, 'yes')).words, /every seat has somebody chosen/);
    for (const nomination of ids.slice(1)) {
      assert.equal((await decide(nomination, 'no')).status, 303);
    }
    const mine = await nominees[0]!.see('/my/openings');
    assert.match(mine.words, /You are recognized Why Shown strongly/);
    assert.doesNotMatch(mine.words, /Do you take the seat/);
    const [line] = await desk.database.owner<{ commitment: string }[]>`
      select commitment from ledger.entry where commitment like '%"kind":"recognition-decided"%' limit 1`;
    assert.doesNotMatch(line?.commitment ?? 'Canary', /Canary/);
  });

  test('no name is public unless whoever bears it shows it, as much of it as they like, until they take it back', async () => {
    const first = ids[0]!;
    const before = await everybody();
    assert.match(before.words, /3 people were nominated, and 1 is recognized/);
    assert.match(before.words, /Nobody who is recognized shows their name/);
    assert.doesNotMatch(before.text, /Canary/);
    const other = await act(nominees[0]!, first, 'show', { [`name-${first}`]: 'Somebody Else' });
    assert.equal(other.status, 422);
    assert.match(other.words, /Write your name as it stands in your account/);
    assert.equal(
      (await act(nominees[0]!, first, 'show', { [`name-${first}`]: 'Ayşe' })).status,
      303,
    );
    const shown = await everybody();
    assert.match(shown.words, /Ayşe/);
    assert.doesNotMatch(shown.text, /Canarywright/);
    assert.match((await desk.stranger().see(`/openings/${id}`)).words, /What became of it .*Ayşe/);
    assert.match(
      (await act(nominees[1]!, ids[1]!, 'show', { [`name-${ids[1]}`]: '小明' })).words,
      /only whoever is recognized/i,
    );
    assert.equal((await act(nominees[0]!, first, 'hide')).status, 303);
    assert.doesNotMatch((await everybody()).text, /Ayşe/);
  });

  test('a recognition does not lapse; given back, it goes to whoever won on appeal, and shows no name any more', async () => {
    day.set('2026-12-20');
    const [first, second] = [ids[0]!, ids[1]!];
    const asked = await act(nominees[1]!, second, 'appeal', {
      against: 'decision',
      [`grounds-${second}`]: 'statement-misread',
      [`words-${second}`]: 'The reason passes over my second answer.',
    });
    assert.equal(asked.status, 303, asked.words);
    const board = await desk.somebody('Member Tertia', 'board');
    const at = `/desk/second-looks/${second}/decision`;
    const heard = await board.send(at, {
      'found-statement-misread': 'yes',
      'reason-statement-misread': 'It is shown there, with two examples.',
    });
    assert.equal(heard.status, 303, heard.words);
    assert.match(
      (await nominees[1]!.see('/my/openings')).words,
      /the next that falls free is yours/,
    );
    await act(nominees[0]!, first, 'show', { [`name-${first}`]: 'Ayşe' });
    const back = await act(nominees[0]!, first, 'decline', { recognition: 'yes' });
    assert.equal(back.to, '/my/openings?news=given-back', back.words);
    assert.doesNotMatch((await everybody()).text, /Ayşe/);
    await handFreeSeats(desk.world);
    assert.match((await nominees[1]!.see('/my/openings')).words, /You are recognized/);
    assert.equal(
      (await act(nominees[1]!, second, 'show', { [`name-${second}`]: '小明' })).status,
      303,
    );
    assert.match((await everybody()).words, /小明/);
    assert.equal(
      (await openingPublished(desk.world, id))?.standing,
      undefined,
      'no body has a seat less for it',
    );
    const terms = await desk.database.owner`select 1 from seats.term`;
    assert.equal(terms.length, 0);
  });

  test('the database keeps it so whatever a program above it believes', async () => {
    const as = async (role: string, person: string, sql: string) =>
      await desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${person}, true)`;
        return await tx.unsafe(sql);
      });
    const show = (nomination: string, name: string) =>
      `insert into seats.showing (nomination, name, on_day) values ('${nomination}', '${name}', '2026-12-21')`;
    const [own, other] = [nominees[1]!.id, nominees[2]!.id];
    await as('candidate', own, `delete from seats.showing where nomination = '${ids[1]}'`);
    await assert.rejects(
      as('candidate', other, show(ids[1]!, 'Ó')),
      /policy|whoever is recognized/,
    );
    await assert.rejects(as('candidate', other, show(ids[2]!, 'Ó')), /whoever is recognized/);
    await assert.rejects(as('candidate', own, show(ids[1]!, 'Queen')), /or a part of it/);
    for (const role of ['director', 'staff', 'reviewer', 'public', 'board', 'auditor']) {
      await assert.rejects(
        as(role, director.id, 'select * from seats.showing'),
        /permission denied/,
      );
      await assert.rejects(as(role, director.id, show(ids[1]!, '王')), /permission denied/);
    }
    const [seen] = await as('public', '', 'select count(*)::int as names from seats.names_shown()');
    assert.deepEqual({ ...seen }, { names: 0 });
  });
});
