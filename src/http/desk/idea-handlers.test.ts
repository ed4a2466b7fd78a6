import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { addDays, parts } from '../../kernel/dates/civil-date.ts';
import { eraseOldIdeas } from '../../workflow/ideas/erase-old.ts';

const IDEA = 'Offer the exam on a Saturday too, in every window.';
const ANSWER = {
  outcome: 'not-adopted',
  title: 'Exam seats on Saturdays',
  summary: 'Two Saturdays in every window would have seats.',
  reason: 'It was tried for a year, and nobody took the seats.',
};

describe('propose a change', () => {
  let desk: Desk;
  let proposer: DeskPerson;
  let director: DeskPerson;
  let member: DeskPerson;
  let both: DeskPerson;
  before(async () => {
    desk = await openDesk();
    proposer = await desk.somebody('Ayşe Canarywright');
    director = await desk.somebody('Director Prima', 'director');
    member = await desk.somebody('Member Secunda', 'board');
    both = await desk.somebody('Both Tertia', 'director', 'board');
  });
  after(() => desk.close());

  const propose = async (who: DeskPerson, words = IDEA, key?: string) => {
    const from = '/my/ideas/propose';
    const own = key ?? hiddenIn((await who.see(from)).text, 'key') ?? '';
    return await who.send(from, {
      key: own,
      subject: 'exam',
      program: '',
      role: 'candidate',
      words,
      why: 'A weekday costs a day of pay.',
    });
  };
  const proposed = async (who = proposer): Promise<{ id: string; label: string; at: string }> => {
    const sent = await propose(who);
    assert.equal(sent.status, 200, sent.words);
    const label = /I-[A-Z0-9]{7}/.exec(sent.words)?.[0] ?? '';
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from ideas.idea where label = ${label}`;
    assert.ok(row);
    return { id: row.id, label, at: `/desk/ideas/${row.id}` };
  };
  const act = async (
    who: DeskPerson,
    at: string,
    what: string,
    fields: Readonly<Record<string, string>>,
  ) => {
    const seen = hiddenIn((await who.see(at)).text, 'seen') ?? '0';
    return await who.send(at, { seen, ...fields }, `${at}/${what}`);
  };
  const inHalfAYear = () => {
    const { year, month, day } = parts(addDays(desk.world.clock.today(), 180));
    return {
      'by-when-month': String(month),
      'by-when-day': String(day),
      'by-when-year': String(year),
    };
  };
  const letters = async (person: DeskPerson) =>
    await desk.database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_person = ${person.id} order by queued_at`;
  const linesOfIdeas = async () =>
    (await desk.database.owner`select 1 from ledger.entry where commitment like '%"kind":"idea"%'`)
      .length;

  test('the form sent twice proposes once; a name in it comes back with everything typed', async () => {
    const key = hiddenIn((await proposer.see('/my/ideas/propose')).text, 'key') ?? '';
    const [one, two] = [await propose(proposer, IDEA, key), await propose(proposer, IDEA, key)];
    const label = (text: string) => /I-[A-Z0-9]{7}/.exec(text)?.[0];
    assert.equal(label(one.words), label(two.words));
    const named = await propose(proposer, 'Saturdays, says Ayşe Canarywright, would help.');
    assert.equal(named.status, 422);
    assert.match(named.words, /which is a name of yours/);
    assert.match(named.words, /Saturdays, says/);
  });

  test('whoever answers sees the words and not whose they are; nobody else sees them', async () => {
    const { at } = await proposed();
    const seen = await director.see(at);
    assert.match(seen.words, /Offer the exam on a Saturday too/);
    assert.doesNotMatch(seen.text, /Canarywright/);
    assert.equal((await proposer.see(at)).status, 403);
    const other = await desk.somebody('Somebody Else');
    assert.doesNotMatch((await other.see('/my/ideas')).words, /Saturday/);
    assert.doesNotMatch((await desk.stranger().see('/ideas')).words, /Saturday too/);
  });

  test('answered with a reason, looked at again by the board, adopted, published, carried out, each told and in the log', async () => {
    const { id, label, at } = await proposed();
    const linesBefore = await linesOfIdeas();
    const answered = await act(director, at, 'answer', ANSWER);
    assert.equal(answered.status, 303, answered.words);
    assert.match((await proposer.see('/my/ideas')).words, /nobody took the seats/);
    assert.doesNotMatch((await desk.stranger().see('/ideas')).words, new RegExp(label));
    const field = `again-${id}`;
    const empty = await proposer.send('/my/ideas', { [field]: '' }, `/my/ideas/${id}/again`);
    assert.equal(empty.status, 422);
    const again = await proposer.send(
      '/my/ideas',
      { [field]: 'It was never announced, so nobody knew of it.' },
      `/my/ideas/${id}/again`,
    );
    assert.equal(again.status, 303, again.words);
    assert.doesNotMatch((await director.see(at)).text, /name="outcome"/);
    assert.match((await member.see('/desk/ideas')).words, new RegExp(label));
    const adopted = { ...ANSWER, outcome: 'adopted', ...inHalfAYear() };
    assert.equal((await act(member, at, 'answer', adopted)).status, 303);
    const published = await desk.stranger().see('/ideas');
    assert.match(published.words, /Exam seats on Saturdays/);
    assert.match(published.words, /The board looked at it again/);
    assert.doesNotMatch(published.text, /Canarywright|never announced|Member Secunda/);
    const done = await act(director, at, 'carried-out', { done: 'All Saturdays have seats now.' });
    assert.equal(done.status, 303, done.words);
    assert.match((await desk.stranger().see('/ideas')).words, /All Saturdays have seats now/);
    assert.equal(await linesOfIdeas(), linesBefore + 3);
    const told = (await letters(proposer)).filter(({ subject }) => subject.includes(label));
    assert.equal(told.length, 3);
    assert.ok(told.every(({ body }) => !body.includes('Saturday')));
  });

  test('nobody answers their own idea, and nobody looks again at their own answer', async () => {
    const { at } = await proposed(both);
    assert.equal((await both.see(at)).status, 404);
    const other = await proposed();
    assert.equal((await act(both, other.at, 'answer', ANSWER)).status, 303);
    const field = `again-${other.id}`;
    const again = { [field]: 'It was never announced, so nobody knew of it.' };
    await proposer.send('/my/ideas', again, `/my/ideas/${other.id}/again`);
    const own = await act(both, other.at, 'answer', ANSWER);
    assert.equal(own.status, 422, own.words);
    assert.match(own.words, /another member of the board looks again/);
  });

  test('a promise is moved once; a stale page is refused and nothing is half-written', async () => {
    const { at } = await proposed();
    const more = { extend: 'Two committees have to be asked first.' };
    assert.equal((await act(director, at, 'extend', more)).status, 303);
    const stale = await director.send(at, { seen: '0', ...ANSWER }, `${at}/answer`);
    assert.equal(stale.status, 409);
    assert.match(stale.words, /no longer up to date/);
    assert.match((await proposer.see('/my/ideas')).words, /Two committees have to be asked first/);
    assert.doesNotMatch((await director.see(at)).text, /name="extend"/);
  });

  test('the database keeps it so whatever a program above it believes', async () => {
    const { id } = await proposed();
    const as = async (
      role: 'director' | 'board' | 'candidate',
      person: DeskPerson,
      type: string,
      body: object,
    ) =>
      await desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${person.id}, true)`;
        await tx`insert into ideas.event (idea, version, type, body) values (${id}, 1, ${type}, ${tx.json(body as never)})`;
      });
    const body = { by: director.id, outcome: 'not-adopted', reason: 'So it is.', on: '2026-01-01' };
    await assert.rejects(
      as('director', director, 'answered', { ...body, by: member.id }),
      /named human/,
    );
    await assert.rejects(as('director', director, 'answered', { ...body, reason: '' }), /reason/);
    await assert.rejects(
      as('director', director, 'answered', { ...body, outcome: 'adopted' }),
      /by when/,
    );
    await assert.rejects(
      as('board', member, 'answered-again', { ...body, by: member.id }),
      /follow/,
    );
    await assert.rejects(
      as('director', proposer, 'answered', { ...body, by: proposer.id }),
      /policy|own idea/,
    );
    await assert.rejects(
      as('candidate', proposer, 'answered', { ...body, by: proposer.id }),
      /policy|own idea/,
    );
    await assert.rejects(
      desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_director', true), set_config('evenhand.person', ${director.id}, true)`;
        await tx`select * from ideas.proposer`;
      }),
      /permission denied/,
    );
  });

  test('seven years after the answer it is forgotten whose idea it was', async () => {
    const { id, at } = await proposed();
    await act(director, at, 'answer', ANSWER);
    const { clock } = desk.world;
    const later = (days: number) => ({
      ...desk.world,
      clock: { ...clock, today: () => addDays(clock.today(), days) },
    });
    assert.equal(await eraseOldIdeas(later(2500)), 0);
    assert.ok((await eraseOldIdeas(later(2560))) > 0);
    const [row] = await desk.database.owner<{ words: string; own: number }[]>`
      select words, (select count(*)::int from ideas.proposer p where p.idea = i.id) as own from ideas.idea i where id = ${id}`;
    assert.deepEqual(row && { ...row }, { words: '[erased after seven years]', own: 0 });
  });
});
