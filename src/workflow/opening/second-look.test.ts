import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import {
  holder,
  movableDay,
  openingForm,
  pointsFor,
  statementFor,
} from '../../../tests/support/openings.ts';
import { readSecondAnswer, secondLookPromised } from '../../casework/opening/second-look.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { whyNotKept } from './hold-draw.ts';
import { handFreeSeats } from './second-look.ts';

describe('what is decided about a nominee can be looked at again', () => {
  const day = movableDay('2026-12-01');
  let desk: Desk;
  let director: DeskPerson;
  let staff: DeskPerson;
  let readers: DeskPerson[];
  let board: DeskPerson;
  let nominees: DeskPerson[];
  let id: string;
  const ids: string[] = [];
  before(async () => {
    desk = await openDesk('http://localhost', day.change);
    director = await desk.somebody('Director Prima', 'director', 'board');
    staff = await desk.somebody('Staff Secundus', 'staff', 'board');
    readers = [
      await desk.somebody('Reader One', 'reviewer', 'board'),
      await desk.somebody('Reader Two', 'reviewer'),
    ];
    board = await desk.somebody('Member Tertia', 'board');
    nominees = [];
    for (const name of ['Ayşe Canarywright', 'Bo Canarysson', 'Ó Canaryán']) {
      nominees.push(await desk.signedIn(await holder(desk.database, desk.world, name)));
    }
    const sent = await director.send('/desk/openings/new', openingForm({ seats: '1' }));
    assert.equal(sent.status, 303, sent.words);
    const [row] = await desk.database.owner<{ id: string }[]>`select id from seats.opening`;
    id = row?.id ?? '';
    for (const who of nominees) {
      const at = `/openings/${id}/nominate`;
      const key = hiddenIn((await who.see(at)).text, 'key') ?? '';
      assert.equal((await who.send(at, { key, ...statementFor(2) })).status, 303);
      const [own] = await desk.database.owner<{ id: string }[]>`
        select id from seats.nomination where nominee = ${who.id}`;
      ids.push(own?.id ?? '');
    }
    day.set('2026-12-11');
  });
  after(() => desk.close());

  const read = async (nomination: string) => {
    for (const reader of readers) {
      const done = await reader.send(
        '/desk/statements',
        pointsFor(nomination, 2),
        `/desk/statements/${nomination}`,
      );
      assert.equal(done.status, 303, done.words);
    }
  };
  const decide = (nomination: string, chosen: 'yes' | 'no') =>
    director.send(
      `/desk/openings/${id}`,
      {
        nomination,
        [`chosen-${nomination}`]: chosen,
        [`reason-${nomination}`]: 'By the second criterion, as both readers saw it.',
      },
      `/desk/openings/${id}/decide`,
    );
  const ask = (
    who: DeskPerson,
    nomination: string,
    against: string,
    ground: string,
    words: string,
  ) =>
    who.send(
      '/my/openings',
      { against, [`grounds-${nomination}`]: ground, [`words-${nomination}`]: words },
      `/my/openings/${nomination}/appeal`,
    );
  const hear = (who: DeskPerson, at: string, ground: string, found: string, reason: string) =>
    who.send(at, { [`found-${ground}`]: found, [`reason-${ground}`]: reason }, at);

  test('what can be appealed is said before anything is decided', async () => {
    const page = await desk.stranger().see(`/openings/${id}`);
    assert.match(page.words, /can have it looked at again within 30 days/);
    const rules = await desk.stranger().see('/appeals');
    assert.match(rules.words, /What you wrote was misread/);
    assert.match(rules.words, /the next that falls free is yours before anybody else is chosen/);
  });

  test('who is set aside asks, somebody else answers, and they are read like everybody', async () => {
    const third = ids[2]!;
    const aside = await staff.send(
      '/desk/openings',
      { nomination: third, [`reason-${third}`]: 'No credential of the program was found.' },
      `/desk/openings/${id}/aside`,
    );
    assert.equal(aside.status, 303, aside.words);
    assert.doesNotMatch((await readers[0]!.see('/desk/statements')).text, new RegExp(third));
    const empty = await ask(nominees[2]!, third, 'aside', '', 'No');
    assert.equal(empty.status, 422);
    assert.match(empty.words, /Choose every ground that fits/);
    const asked = await ask(
      nominees[2]!,
      third,
      'aside',
      'record-misread',
      'It is under my former name.',
    );
    assert.equal(asked.status, 303, asked.words);
    const at = `/desk/second-looks/${third}/aside`;
    assert.equal((await staff.see(at)).status, 404, 'not for whoever set them aside');
    const page = await board.see(at);
    assert.match(page.words, /No credential of the program was found/);
    assert.doesNotMatch(page.text, /Canary/);
    const done = await hear(
      board,
      at,
      'record-misread',
      'yes',
      'The former name stands in the register.',
    );
    assert.equal(done.status, 303, done.words);
    assert.match((await readers[0]!.see('/desk/statements')).text, new RegExp(third));
  });

  test('who is not chosen is heard by a member of the board who had no part in it, and by nobody else', async () => {
    for (const nomination of ids) {
      await read(nomination);
    }
    assert.equal((await decide(ids[0]!, 'yes')).status, 303);
    assert.equal((await decide(ids[1]!, 'no')).status, 303);
    const mine = await nominees[1]!.see('/my/openings');
    assert.match(mine.words, /Until Sunday, January 10, 2027 you can have it looked at/);
    const words = 'The reason passes over my second answer.';
    assert.equal(
      (await ask(nominees[1]!, ids[0]!, 'decision', 'statement-misread', words)).status,
      404,
    );
    const asked = await ask(nominees[1]!, ids[1]!, 'decision', 'statement-misread', words);
    assert.equal(asked.status, 303, asked.words);
    const again = await ask(nominees[1]!, ids[1]!, 'decision', 'statement-misread', words);
    assert.match(again.words, /You asked for this before/);
    const at = `/desk/second-looks/${ids[1]}/decision`;
    for (const who of [director, readers[0]!, staff]) {
      assert.equal((await who.see(at)).status, 404);
      assert.doesNotMatch((await who.see('/desk/second-looks')).text, new RegExp(ids[1]!));
    }
    assert.equal((await hear(board, at, 'statement-misread', '', 'Short')).status, 422);
    const done = await hear(
      board,
      at,
      'statement-misread',
      'yes',
      'Two examples stand in the answer.',
    );
    assert.equal(done.status, 303, done.words);
    const [line] = await desk.database.owner`
      select 1 from ledger.entry where commitment like '%"kind":"seat-appeal"%'`;
    assert.ok(line, 'it is in the log');
    assert.match(
      (await nominees[1]!.see('/my/openings')).words,
      /the next that falls free is yours before anybody else is chosen\. .*Two examples stand/,
    );
  });

  test('the next seat that falls free is theirs before anybody else is chosen', async () => {
    const [first, second, third] = [ids[0]!, ids[1]!, ids[2]!];
    const declined = await nominees[0]!.send('/my/openings', {}, `/my/openings/${first}/decline`);
    assert.equal(declined.status, 303);
    const refused = await decide(third, 'yes');
    assert.match(refused.words, /belongs to somebody whose appeal was upheld/);
    assert.match(
      (await director.see(`/desk/openings/${id}`)).words,
      /the next that falls free is theirs/,
    );
    await handFreeSeats(desk.world);
    await handFreeSeats(desk.world);
    const letters = await desk.database.owner<{ subject: string }[]>`
      select subject from post.mail where to_person = ${nominees[1]!.id} and subject like 'Your appeal was upheld%'`;
    assert.equal(letters.length, 1);
    assert.match((await decide(third, 'yes')).words, /every seat has somebody chosen for it/);
    const taken = await nominees[1]!.send('/my/openings', {}, `/my/openings/${second}/accept`);
    assert.equal(taken.status, 303, taken.words);
    const terms = await desk.database.owner<{ person: string }[]>`select person from seats.term`;
    assert.deepEqual(
      terms.map(({ person }) => person),
      [nominees[1]!.id],
    );
  });

  test('the database keeps it so whatever a program above it believes', async () => {
    const third = ids[2]!;
    assert.equal((await decide(third, 'no')).status, 303);
    const as = async (role: string, person: string, sql: string) =>
      await desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${person}, true)`;
        return await tx.unsafe(sql);
      });
    const appeal = (on: string, grounds: string) =>
      `insert into seats.appeal (nomination, against, grounds, words, on_day, promised_by)
        values ('${third}', 'decision', '{${grounds}}', 'It was misread.', '${on}', '${on}')`;
    const [own, other] = [nominees[2]!.id, nominees[0]!.id];
    await assert.rejects(
      as('candidate', other, appeal('2026-12-12', 'statement-misread')),
      /policy|themselves/,
    );
    await assert.rejects(as('candidate', own, appeal('2026-12-12', 'because')), /closed/);
    await assert.rejects(
      as('candidate', own, appeal('2027-02-12', 'statement-misread')),
      /30 days/,
    );
    await as('candidate', own, appeal('2026-12-12', 'statement-misread,conflict-of-interest'));
    const [{ place } = { place: 0 }] = await desk.database.owner<{ place: number }[]>`
      select max(place)::int as place from ledger.entry`;
    const answer = (findings: object, upheld: boolean) =>
      `insert into seats.appeal_answer (nomination, against, upheld, findings, on_day, place)
        values ('${third}', 'decision', ${upheld}, '${JSON.stringify(findings)}', '2026-12-13', ${place})`;
    const no = { found: false, reason: 'It was not so at all.' };
    const both = { 'statement-misread': no, 'conflict-of-interest': no };
    await assert.rejects(as('board', director.id, answer(both, false)), /policy|no part/);
    await assert.rejects(
      as('board', board.id, answer({ 'statement-misread': no }, false)),
      /every ground/,
    );
    await assert.rejects(as('board', board.id, answer(both, true)), /upheld where/);
    await as('board', board.id, answer(both, false));
    await assert.rejects(
      as('director', director.id, 'select words from seats.appeal'),
      /permission denied/,
    );
    await assert.rejects(
      as('board', board.id, 'select reader from seats.reading'),
      /permission denied/,
    );
    await assert.rejects(
      as('board', board.id, 'select nominee from seats.nomination'),
      /permission denied/,
    );
  });
});

describe('a second look', () => {
  test('is promised within 45 days, and before the public numbers where a draw waits for it', () => {
    assert.equal(secondLookPromised(date('2026-12-11'), [], undefined), '2027-01-25');
    assert.equal(secondLookPromised(date('2026-12-11'), [], date('2026-12-15')), '2026-12-14');
  });

  test('is upheld where one ground is found; a ground without a word is a mistake', () => {
    const typed = {
      'found-a': 'no',
      'reason-a': 'It was not so.',
      'found-b': 'yes',
      'reason-b': 'This one it was.',
    };
    const read = readSecondAnswer(typed, ['a', 'b']);
    assert.equal(read.ok && read.value.upheld, true);
    const missing = readSecondAnswer({ ...typed, 'found-b': '' }, ['a', 'b', 'c']);
    assert.deepEqual(missing.ok ? [] : missing.mistakes.map(({ field }) => field), [
      'found-b',
      'found-c',
      'reason-c',
    ]);
  });
});

describe('what is said where a draw is not kept', () => {
  test('is what is true: in the pool only where somebody is, else what happened meanwhile', () => {
    const said = (
      act: Parameters<typeof whyNotKept>[0],
      answer: Parameters<typeof whyNotKept>[1],
    ) => {
      const refused = whyNotKept(act, answer);
      return refused.ok ? '' : refused.refusal.because;
    };
    for (const act of ['pool', 'draw', 'refill'] as const) {
      assert.match(said(act, 'not-allowed'), /who draws is not in the pool/);
      assert.doesNotMatch(said(act, 'not-now'), /who draws/);
      assert.doesNotMatch(said(act, 'before'), /who draws/);
    }
    assert.match(said('pool', 'not-now'), /the pool changed/);
    assert.match(said('draw', 'not-now'), /drawn already/);
    assert.match(said('refill', 'not-now'), /somebody answered/);
  });
});
