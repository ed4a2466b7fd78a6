import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { holder, SEAT_PROGRAM } from '../../../tests/support/openings.ts';

const WORDS =
  'I had planned everything: the ward, the pharmacy, the ride home. Then the bus did not come, and I learned to ask one more question.';
const KEPT = { unrecognizable: 'yes', 'no-advertising': 'yes', 'own-words': 'yes' };

describe('somebody tells a story', () => {
  let desk: Desk;
  let author: DeskPerson;
  let staff: DeskPerson;
  let director: DeskPerson;
  let both: DeskPerson;
  before(async () => {
    desk = await openDesk();
    author = await desk.signedIn(await holder(desk.database, desk.world, 'Ayşe Canarywright'));
    staff = await desk.somebody('Staff Secundus', 'staff');
    director = await desk.somebody('Director Prima', 'director');
    both = await desk.somebody('Both Tertia', 'staff', 'director');
  });
  after(() => desk.close());

  const tell = async (change: Readonly<Record<string, string>> = {}, who = author) => {
    const key = hiddenIn((await who.see('/my/stories')).text, 'key') ?? '';
    return await who.send('/my/stories', {
      ...{ key, title: 'The bus', words: WORDS, language: 'en', show: 'part', name: 'Ayşe' },
      ...{ program: SEAT_PROGRAM, setting: 'hospital', ...KEPT, ...change },
    });
  };
  const newest = async (): Promise<string> => {
    const [row] = await desk.database.owner<{ id: string }[]>`
      select s.id from stories.story s where not exists (select 1 from stories.event e where e.story = s.id)`;
    return row?.id ?? '';
  };
  const decide = (who: DeskPerson, id: string, met: 'yes' | 'no' | '', reason = '') =>
    who.send(
      '/desk/stories',
      {
        [`met-unrecognizable-${id}`]: met,
        [`reason-unrecognizable-${id}`]: reason,
        [`met-no-advertising-${id}`]: 'yes',
        [`met-own-words-${id}`]: 'yes',
      },
      `/desk/stories/${id}`,
    );
  const everybody = (query = '') => desk.stranger().see(`/stories${query}`);

  test('what is wrong with it comes back with everything typed; who holds no credential tells none', async () => {
    const wrong = await tell({ words: 'Short.', show: '', 'own-words': '', name: 'Queen' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.words, /Your story has 6 characters/);
    assert.match(wrong.words, /Choose how much of your name is shown/);
    assert.match(wrong.text, />Short\.</);
    assert.match((await tell({ name: 'Queen' })).words, /a part of your name as it stands/);
    const other = await desk.somebody('No Credential');
    assert.match((await other.see('/my/stories')).words, /None stands in your name today/);
    const { length } = await desk.database.owner`select 1 from stories.story`;
    assert.equal(length, 0);
  });

  test('published by a named person against three criteria; public is what the author chose and nothing else', async () => {
    assert.equal((await tell()).to, '/my/stories?news=sent');
    const id = await newest();
    assert.doesNotMatch((await everybody()).words, /The bus/);
    const page = await staff.see('/desk/stories');
    assert.match(page.words, /The bus did not come|the bus did not come/);
    assert.doesNotMatch(page.text, /Canarywright/);
    const half = await decide(staff, id, '');
    assert.equal(half.status, 422);
    assert.match(half.words, /Say whether this is kept/);
    assert.equal((await decide(staff, id, 'yes')).status, 303);
    const shown = await everybody();
    assert.match(shown.words, /The bus I had planned everything.*Ayşe/);
    assert.doesNotMatch(shown.text, /Canarywright|T-[A-Z0-9]{7}/);
    assert.match((await everybody(`?program=${SEAT_PROGRAM}&setting=hospital`)).words, /The bus/);
    assert.match((await everybody('?setting=clinic')).words, /No story is like that/);
    const [line] = await desk.database.owner`
      select 1 from ledger.entry where commitment like '%"kind":"story"%'`;
    assert.ok(line);
  });

  test('its author takes it down at once and for good, and nobody else can', async () => {
    const [row] = await desk.database.owner<{ id: string }[]>`select id from stories.story`;
    const id = row?.id ?? '';
    const other = await desk.signedIn(await holder(desk.database, desk.world, 'Bo Other'));
    const at = `/my/stories/${id}/down`;
    assert.equal((await other.send('/my/stories', {}, at)).status, 404);
    assert.equal((await author.send('/my/stories', {}, at)).to, '/my/stories?news=down');
    assert.doesNotMatch((await everybody()).text, /The bus|Ayşe/);
    const kept = await desk.database.owner`select title, words, shown_as from stories.story`;
    assert.doesNotMatch(JSON.stringify(kept), /bus|Ayşe/);
    assert.match((await author.see('/my/stories')).words, /Taken down; its words are erased/);
  });

  test('given back with a reason; a director who did not decide looks again', async () => {
    await tell({ show: 'none' });
    const id = await newest();
    assert.equal((await decide(staff, id, 'no')).status, 422, 'what is not kept has a reason');
    assert.equal((await decide(both, id, 'no', 'The ward tells who it is.')).status, 303);
    assert.match((await author.see('/my/stories')).words, /The ward tells who it is/);
    const again = await author.send(
      '/my/stories',
      { [`again-${id}`]: 'No ward is named in it.' },
      `/my/stories/${id}/again`,
    );
    assert.equal(again.status, 303, again.words);
    assert.doesNotMatch((await both.see('/desk/stories')).words, /No ward is named/);
    assert.match((await director.see('/desk/stories')).words, /No ward is named in it/);
    assert.equal((await decide(both, id, 'yes')).status, 404);
    assert.equal((await decide(director, id, 'yes')).status, 303);
    const page = await everybody();
    assert.match(page.words, /The bus .*Told without a name/);
    const mails = await desk.database.owner<{ body: string }[]>`
      select body from post.mail where to_person = ${author.id} and subject like 'Your story%'`;
    assert.ok(mails.length >= 3 && mails.every(({ body }) => !body.includes('bus')));
  });

  test('the database keeps it so whatever a program above it believes', async () => {
    await tell();
    const id = await newest();
    const as = async (role: string, person: string, sql: string) =>
      await desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${person}, true)`;
        return await tx.unsafe(sql);
      });
    const yes = { met: true, reason: '' };
    const findings = { unrecognizable: yes, 'no-advertising': yes, 'own-words': yes };
    const event = (type: string, body: object) =>
      `insert into stories.event (story, version, type, body) values ('${id}', 1, '${type}', '${JSON.stringify(body)}')`;
    const answer = { by: staff.id, on: '2026-12-01', published: true, findings };
    await assert.rejects(
      as('staff', staff.id, event('answered', { ...answer, by: director.id })),
      /named human/,
    );
    await assert.rejects(
      as('staff', staff.id, event('answered', { ...answer, published: false })),
      /every criterion/,
    );
    await assert.rejects(
      as('staff', director.id, event('answered', { ...answer, by: director.id })),
      /policy|staff decide/,
    );
    await assert.rejects(
      as('candidate', author.id, event('answered', { ...answer, by: author.id })),
      /policy|own story/,
    );
    await assert.rejects(
      as('staff', staff.id, event('taken-down', { on: '2026-12-01' })),
      /policy|takes down/,
    );
    for (const role of ['staff', 'director', 'candidate', 'public']) {
      await assert.rejects(as(role, staff.id, 'select * from stories.author'), /permission denied/);
    }
    await assert.rejects(as('public', '', 'select * from stories.story'), /permission denied/);
    await assert.rejects(
      as(
        'candidate',
        author.id,
        `update stories.story set words = 'Otherwise.' where id = '${id}'`,
      ),
      /permission denied/,
    );
    const offer = (name: string, program: string) =>
      `select stories.offer(gen_random_uuid(), 'T-1', 'Title', '${WORDS}', 'en', ${name}, ${program}, null, '2026-12-01', '2026-12-20')`;
    await assert.rejects(as('candidate', author.id, offer("'Queen'", 'null')), /or a part of it/);
    await assert.rejects(as('candidate', author.id, offer('null', "'ccm'")), /the author holds/);
    await assert.rejects(as('candidate', staff.id, offer('null', 'null')), /a certificant/);
  });
});
