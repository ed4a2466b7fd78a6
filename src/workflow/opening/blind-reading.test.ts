import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { holder, movableDay, SEAT_PROGRAM } from '../../../tests/support/openings.ts';
import { refillOf } from '../../casework/opening/stage.ts';
import { agreementOf } from './agreement.ts';

const on = (field: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: date };
};

describe('a seat is filled by blind reading', () => {
  const day = movableDay('2026-12-01');
  let desk: Desk;
  let director: DeskPerson;
  let readers: DeskPerson[];
  let nominees: DeskPerson[];
  let id: string;
  before(async () => {
    desk = await openDesk('http://localhost', day.change);
    director = await desk.somebody('Director Prima', 'director');
    readers = [
      await desk.somebody('Reader One', 'reviewer'),
      await desk.somebody('Reader Two', 'reviewer'),
      await desk.somebody('Reader Three', 'reviewer'),
    ];
    nominees = [];
    for (const name of ['Ayşe Canarywright', 'Bo Canarysson']) {
      nominees.push(await desk.signedIn(await holder(desk.database, desk.world, name)));
    }
    const sent = await director.send('/desk/openings/new', {
      title: 'Item writer',
      seats: '1',
      how: 'reading',
      'open-to': 'holders',
      program: SEAT_PROGRAM,
      duties: 'Writes twenty questions a year.',
      criteria: 'Knows the daily work\nWrites plainly',
      hours: 'Two hours a week',
      pay: '$40 a question',
      meetings: 'Online, with captions.',
      ...on('closes', '2026-12-10'),
      ...on('answer-by', '2026-12-31'),
      ...on('term-from', '2027-02-01'),
      'body-name': 'Item writers',
      'body-kind': 'item-writers',
      'body-seats': '6',
      'term-months': '12',
      'most-terms': '3',
      'public-members': '0',
    });
    assert.equal(sent.status, 303, sent.words);
    const [row] = await desk.database.owner<{ id: string }[]>`select id from seats.opening`;
    id = row?.id ?? '';
  });
  after(() => desk.close());

  const come = async (who: DeskPerson, words: string) => {
    const at = `/openings/${id}/nominate`;
    const key = hiddenIn((await who.see(at)).text, 'key') ?? '';
    return await who.send(at, {
      key,
      'statement-1': words,
      'statement-2': 'I have written guides that patients read without help.',
      conflicts: 'none',
      consent: 'yes',
    });
  };
  const idOf = async (who: DeskPerson): Promise<string> => {
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from seats.nomination where nominee = ${who.id}`;
    return row?.id ?? '';
  };
  const points = (nomination: string, one: string, two: string) => ({
    [`points-1-${nomination}`]: one,
    [`points-2-${nomination}`]: two,
    [`note-${nomination}`]: 'Said with an example of their own.',
  });
  const read = async (reader: DeskPerson, nomination: string, one = '3', two = '2') =>
    await reader.send(
      '/desk/statements',
      points(nomination, one, two),
      `/desk/statements/${nomination}`,
    );
  const decide = async (nomination: string, chosen: string, reason: string) =>
    await director.send(
      `/desk/openings/${id}`,
      { nomination, [`chosen-${nomination}`]: chosen, [`reason-${nomination}`]: reason },
      `/desk/openings/${id}/decide`,
    );

  test('a statement that says whose it is comes back; nothing typed is lost', async () => {
    const named = await come(nominees[0]!, 'I, Ayse Canarywright, have done this for nine years.');
    assert.equal(named.status, 422);
    assert.match(named.words, /holds “Ayşe Canarywright”, which is a name of yours/);
    assert.match(named.words, /have done this for nine years/);
    for (const who of nominees) {
      const sent = await come(who, 'I have done this work for nine years on two wards.');
      assert.equal(sent.to, '/my/openings?news=sent', sent.words);
    }
  });

  test('whoever is suggested is written to once, and nothing about them is kept', async () => {
    const at = `/openings/${id}/nominate`;
    const friend = await desk.somebody('A Friend');
    const sent = await friend.send(
      at,
      { email: 'third@example.org', why: 'She explains everything so well.' },
      `/openings/${id}/suggest`,
    );
    assert.equal(sent.status, 303, sent.words);
    const [mail] = await desk.database.owner<{ body: string }[]>`
      select body from post.mail where to_address = 'third@example.org'`;
    assert.match(mail?.body ?? '', /Nothing happens unless you say yes/);
    const kept = await desk.database.owner`select * from seats.suggestion`;
    assert.doesNotMatch(JSON.stringify(kept), /third|explains/);
  });

  test('readers see labels and words, no name, and not each other’s points; two read, and no third', async () => {
    assert.match((await readers[0]!.see('/desk/statements')).words, /No statement waits for you/);
    day.set('2026-12-11');
    const seen = await readers[0]!.see('/desk/statements');
    assert.match(seen.words, /nine years on two wards/);
    assert.doesNotMatch(seen.text, /Canary/);
    const first = await idOf(nominees[0]!);
    const halfTyped = await read(readers[0]!, first, '', '2');
    assert.equal(halfTyped.status, 422);
    assert.match(halfTyped.words, /Give every criterion its points/);
    assert.match(halfTyped.words, /Said with an example of their own/, 'nothing typed is lost');
    assert.match(halfTyped.text, /value="2"[^>]*checked|checked[^>]*value="2"/);
    assert.equal((await read(readers[0]!, first)).status, 303);
    assert.match(
      (await decide(first, 'yes', 'Strong on both criteria, by both.')).words,
      /two people have to read it first/i,
    );
    assert.doesNotMatch((await readers[1]!.see('/desk/statements')).words, /Your points: 3, 2/);
    assert.equal((await read(readers[1]!, first, '3', '3')).status, 303);
    assert.doesNotMatch(
      (await readers[2]!.see('/desk/statements')).text,
      new RegExp(first),
      'what two have read is offered to no third',
    );
    const late = await read(readers[2]!, first);
    assert.equal(late.status, 409);
    assert.match(late.words, /Two others have read this statement meanwhile/);
    assert.match(late.words, /Said with an example of their own/);
    const second = await idOf(nominees[1]!);
    await read(readers[0]!, second, '1', '1');
    await read(readers[1]!, second, '2', '1');
  });

  test('a named director decides by label with a reason, for no more seats than there are; the nominee reads it and takes the seat', async () => {
    const [first, second] = [await idOf(nominees[0]!), await idOf(nominees[1]!)];
    const page = await director.see(`/desk/openings/${id}`);
    assert.match(page.words, /2 of 2 have read it\. Points: \d and \d/);
    assert.match(page.words, /Too few pairs of points/);
    assert.doesNotMatch(page.text, /Canary/);
    const short = await decide(first, 'yes', 'Short');
    assert.equal(short.status, 422);
    assert.match(short.words, /The reason has 5 characters/);
    assert.match(short.text, />Short</);
    assert.match(short.text, /value="yes"[^>]*checked|checked[^>]*value="yes"/);
    assert.match((await decide(first, '', 'Strong on both criteria.')).words, /Choose what you/);
    assert.equal((await decide(first, 'yes', 'Strong on both criteria, by both.')).status, 303);
    assert.match(
      (await decide(second, 'yes', 'Also strong on both criteria.')).words,
      /every seat has somebody chosen for it/,
    );
    // Were the first silent until their day is over, the seat would be free for the second.
    const secondOn = async (later: string) =>
      await desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_director', true), set_config('evenhand.person', ${director.id}, true)`;
        await tx`insert into seats.decided (nomination, chosen, reason, on_day, accept_by, place)
          select ${second}, true, 'Also strong on both criteria.', ${later}, ${later}::date + 14, place
          from seats.decided where nomination = ${first}`;
        throw new Error('allowed, and undone');
      });
    await assert.rejects(secondOn('2026-12-12'), /has somebody chosen for it/);
    await assert.rejects(secondOn('2027-03-01'), /allowed, and undone/);
    const missed = async (on: string): Promise<string> => {
      day.set(on);
      const { words } = await desk.stranger().see('/openings');
      day.set('2026-12-11');
      return words.slice(words.indexOf('Promised days that were missed'));
    };
    assert.match(await missed('2026-12-31'), /None so far/);
    assert.match(
      await missed('2027-01-01'),
      /Item writer : answers were promised by Thursday, December 31, 2026, and somebody still waits/,
    );
    assert.equal((await decide(second, 'no', 'The first criterion is shown in part.')).status, 303);
    assert.match(await missed('2027-01-01'), /None so far/);
    assert.match(
      (await nominees[1]!.see('/my/openings')).words,
      /You were not chosen Why The first criterion is shown in part/,
    );
    assert.match((await nominees[0]!.see('/my/openings')).words, /Do you take the seat\?/);
    const taken = await nominees[0]!.send('/my/openings', {}, `/my/openings/${first}/accept`);
    assert.equal(taken.status, 303, taken.words);
    const [term] = await desk.database.owner<{ until: string }[]>`
      select until_day::text as until from seats.term where person = ${nominees[0]!.id}`;
    assert.equal(term?.until, '2028-01-31');
    assert.match(
      (await desk.stranger().see(`/openings/${id}`)).words,
      /Item writers: 0 of 6 seats filled/,
    );
    day.set('2027-02-01');
    assert.match(
      (await desk.stranger().see(`/openings/${id}`)).words,
      /Item writers: 1 of 6 seats filled/,
    );
    // Had the day been promised earlier, the record would stay after the answer.
    await desk.database
      .owner`update seats.opening set closes_on = '2026-12-05', answer_by = '2026-12-09'`;
    assert.match(
      (await desk.stranger().see('/openings')).words,
      /Item writer : answers were promised by Wednesday, December 9, 2026 and complete on Friday, December 11, 2026/,
    );
    const overdue = await director.see('/desk/overdue');
    assert.doesNotMatch(overdue.words, /Item writer/);
  });
});

describe('who fills a free seat', () => {
  const before = {
    panel: ['a', 'b', 'c'],
    gone: [],
    alternates: new Map([['a', 'x']]),
    number: 0,
  };

  test('the alternate, where one seat is free and nothing else has changed; else the seats are drawn again', () => {
    assert.deepEqual(refillOf(before, []), { kind: 'none' });
    assert.deepEqual(refillOf(before, ['a']), { kind: 'alternate', of: 'a', alternate: 'x' });
    assert.deepEqual(refillOf(before, ['b']), {
      kind: 'replacement',
      staying: ['a', 'c'],
      left: ['b'],
    });
    assert.deepEqual(refillOf(before, ['a', 'b']), {
      kind: 'replacement',
      staying: ['c'],
      left: ['a', 'b'],
    });
    assert.deepEqual(refillOf({ ...before, number: 1, gone: ['z'] }, ['a']), {
      kind: 'replacement',
      staying: ['b', 'c'],
      left: ['z', 'a'],
    });
  });
});

describe('how far two readers agree', () => {
  test('is 1 where they always agree, 0 or less where they never do, and not told from few pairs', () => {
    const alike = Array.from({ length: 6 }, (_, place) => [
      [place % 4, 3],
      [place % 4, 3],
    ]);
    assert.equal(agreementOf(alike)?.value, 1);
    const apart = Array.from({ length: 6 }, () => [
      [0, 3],
      [3, 0],
    ]);
    assert.ok((agreementOf(apart)?.value ?? 1) <= 0);
    assert.equal(agreementOf(alike.slice(0, 3)), undefined);
  });
});
