import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { ranWith } from '../../../tests/support/exam-commands.ts';
import {
  comesForward,
  credentialFor,
  holder,
  movableDay,
  SEAT_PROGRAM,
} from '../../../tests/support/openings.ts';
import { runDraw } from '../../cli/commands/draw.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { codeOf } from '../../storage/tables/rows.ts';

const QUOTAS = `setting, hospital, 1, 2
setting, community, 1, 3
region, north, 1, 2
region, south, 2, 3
first-time, first time, 2, 4
first-time, served before, 0, 2`;

const on = (field: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: date };
};

const OPENING = {
  title: 'Hearing panel of four',
  seats: '4',
  how: 'draw',
  'open-to': 'holders',
  program: SEAT_PROGRAM,
  duties: 'Four people hear complaints about conduct for two years.',
  criteria: 'Knows the daily work\nWeighs evidence',
  hours: 'Four hours a month',
  pay: '$60 an hour and travel',
  meetings: 'Online, with captions; documents in plain text a week before.',
  ...on('closes', '2026-12-10'),
  ...on('answer-by', '2026-12-31'),
  ...on('term-from', '2027-02-01'),
  'random-source': 'the evening numbers of the state lottery',
  ...on('random-on', '2026-12-15'),
  quotas: QUOTAS,
  'body-name': 'Hearing panel',
  'body-kind': 'hearing',
  'body-seats': '12',
  'term-months': '24',
  'most-terms': '2',
  'public-members': '0',
};

describe('a panel is drawn in public', () => {
  const day = movableDay('2026-12-01');
  let desk: Desk;
  let director: DeskPerson;
  let staff: DeskPerson;
  before(async () => {
    desk = await openDesk('http://localhost', day.change);
    director = await desk.somebody('Director Prima', 'director');
    staff = await desk.somebody('Staff Secundus', 'staff');
  });
  after(() => desk.close());

  const people: string[] = [];
  const publish = async (change: Readonly<Record<string, string>> = {}) =>
    await director.send('/desk/openings/new', { ...OPENING, ...change });
  const idOf = async (title: string): Promise<string> => {
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from seats.opening where title = ${title}`;
    assert.ok(row, title);
    return row.id;
  };
  const subjects = async (person: string): Promise<readonly string[]> =>
    (
      await desk.database.owner<{ subject: string }[]>`
        select subject from post.mail where to_person = ${person} order by queued_at`
    ).map(({ subject }) => subject);
  const act = (who: DeskPerson, id: string, what: string, fields: Record<string, string> = {}) =>
    who.send(`/desk/openings/${id}`, fields, `/desk/openings/${id}/${what}`);
  const labelOf = async (person: string, opening: string): Promise<string> => {
    const [row] = await desk.database.owner<{ label: string }[]>`
      select label from seats.nomination where nominee = ${person} and opening = ${opening}`;
    return row?.label ?? '';
  };
  const personOf = async (label: string): Promise<DeskPerson> => {
    const [row] = await desk.database.owner<{ nominee: string }[]>`
      select nominee from seats.nomination where label = ${label}`;
    assert.ok(row);
    return await desk.signedIn(row.nominee);
  };
  const panel = async (id: string): Promise<readonly string[]> => {
    const [row] = await desk.database.owner<{ panel: string[] }[]>`
      select panel from seats.drawn where opening = ${id} order by number desc limit 1`;
    return row?.panel ?? [];
  };
  const answer = async (label: string, what: 'accept' | 'decline') => {
    const person = await personOf(label);
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from seats.nomination where label = ${label}`;
    return await person.send('/my/openings', {}, `/my/openings/${row?.id}/${what}`);
  };
  const file = async (id: string, name: string): Promise<string> => {
    const got = await desk.stranger().see(`/openings/${id}/files/${name}`);
    assert.equal(got.status, 200, name);
    assert.match(String(got.headers['content-disposition']), new RegExp(`filename="${name}"`));
    return got.text;
  };
  const replayed = async (id: string, name: string) =>
    await ranWith(
      (words, world) =>
        runDraw(words, { ...world, solver: growingSolver, chance: desk.world.chance }),
      ['pool.csv', 'quotas.csv', '--check', name],
      {
        'pool.csv': await file(id, 'pool.csv'),
        'quotas.csv': await file(id, 'quotas.csv'),
        [name]: await file(id, name),
      },
    );

  test('what is wrong with an opening is told beside its box, and a quota on anything told in confidence needs a legal basis', async () => {
    const none = await director.send('/desk/openings/new', {});
    assert.equal(none.status, 422);
    assert.match(none.words, /Choose how the seats are filled\./);
    const targeted = await publish({ quotas: 'race, one, 1, 2' });
    assert.equal(targeted.status, 422);
    assert.match(targeted.words, /A quota on “race” needs a recorded legal basis/);
    const late = await publish(on('random-on', '2026-12-10'));
    assert.match(late.words, /Day of the public numbers: choose a day after the last day/);
    const odd = await publish({ quotas: 'setting, hospital, 3, 1' });
    assert.match(odd.words, /Line 1 .*the least is not above the most/);
    assert.equal(
      (await desk.stranger().see('/openings')).words.includes('Hearing panel of'),
      false,
    );
  });

  test('everybody who qualifies is told, and nobody else', async () => {
    for (let place = 0; place < 24; place += 1) {
      people.push(await holder(desk.database, desk.world, `Nominee Number${place}`));
    }
    const other = await desk.somebody('Somebody Without');
    const sent = await publish();
    assert.equal(sent.status, 303, sent.words);
    assert.equal(sent.to, '/desk/openings?told=24');
    for (const person of people) {
      assert.deepEqual(await subjects(person), ['A seat is open: Hearing panel of four']);
    }
    assert.deepEqual(await subjects(other.id), []);
    const page = await desk.stranger().see(`/openings/${await idOf(OPENING.title)}`);
    assert.match(page.words, /Four hours a month/);
    assert.match(page.words, /Answer promised by Thursday, December 31, 2026/);
    assert.match(page.words, /A complaint that is not decided changes nothing here/);
  });

  test('somebody comes forward on the page, and cannot where the seat is for others', async () => {
    const id = await idOf(OPENING.title);
    const at = `/openings/${id}/nominate`;
    const stranger = await desk.somebody('No Credential');
    assert.match((await stranger.see(at)).words, /This seat is for others .*hold the credential/);
    const first = await desk.signedIn(people[0]!);
    const empty = await first.send(at, {});
    assert.equal(empty.status, 422);
    assert.match(empty.words, /Choose what holds for “setting”/);
    const key = hiddenIn((await first.see(at)).text, 'key') ?? '';
    const fields = {
      key,
      'stated-1': 'hospital',
      'stated-2': 'north',
      conflicts: 'none',
      consent: 'yes',
    };
    const sent = await first.send(at, fields);
    assert.equal(sent.to, '/my/openings?news=sent');
    const mine = await first.see('/my/openings');
    assert.match(mine.words, /You came forward/);
    assert.match(mine.words, /first-time: first time/, 'what the body knows is looked up');
  });

  test('staff verify what is stated; nobody is in the pool on their own word', async () => {
    const id = await idOf(OPENING.title);
    for (const [place, person] of people.slice(1).entries()) {
      await comesForward(desk.world, {
        ...{ person, opening: id, staff: staff.id },
        stated: [place % 3 === 0 ? 'hospital' : 'community', place % 4 === 0 ? 'north' : 'south'],
        household: place < 2 ? '1 Elm Street' : '',
      });
    }
    day.set('2026-12-11');
    const refused = await act(director, id, 'commit');
    assert.match(refused.words, /One person has attributes that nobody has verified yet/);
    const nomination = hiddenIn((await staff.see(`/desk/openings/${id}`)).text, 'nomination') ?? '';
    assert.notEqual(nomination, '', (await staff.see(`/desk/openings/${id}`)).words.slice(0, 1600));
    const nothing = await act(staff, id, 'verify', { nomination, [`source-${nomination}`]: '' });
    assert.match(nothing.words, /Where you saw it is empty/);
    const done = await act(staff, id, 'verify', {
      nomination,
      [`source-${nomination}`]: 'Letter of the employer',
    });
    assert.equal(done.status, 303, done.words);
    assert.doesNotMatch((await director.see(`/desk/openings/${id}`)).text, /Nominee Number/);
  });

  test('the pool is published without names, and everybody is told their tickets', async () => {
    const id = await idOf(OPENING.title);
    const done = await act(director, id, 'commit');
    assert.equal(done.status, 303, done.words);
    const page = await desk.stranger().see(`/openings/${id}`);
    assert.match(page.words, /24 people, by label and verified values, without names/);
    assert.match(page.text, /<circle/);
    assert.doesNotMatch(page.text, /Nominee Number|Elm Street/);
    const pool = await file(id, 'pool.csv');
    assert.equal(pool.trimEnd().split('\n').length, 25);
    assert.doesNotMatch(pool, /Nominee|Elm/);
    const label = await labelOf(people[0]!, id);
    const [held] = (await subjects(people[0]!)).flatMap(
      (subject) => /You hold (\d+) of 1,000 tickets/.exec(subject)?.[1] ?? [],
    );
    const tickets = await file(id, 'tickets.csv');
    const rows = tickets.split('\n').filter((row) => row.split(',').includes(label));
    assert.equal(rows.length, Number(held));
    const mine = await (await desk.signedIn(people[0]!)).see('/my/openings');
    assert.ok(mine.words.includes(`You hold ${held} of 1,000 tickets`));
    assert.equal((await desk.stranger().see(`/openings/${id}/files/draw.json`)).status, 404);
    const again = await act(director, id, 'commit');
    assert.match(again.words, /The pool is published already/);
  });

  test('the seed stays sealed until the draw, and nobody draws before the public numbers are there', async () => {
    const id = await idOf(OPENING.title);
    const early = await act(director, id, 'draw', { words: '4 8 15' });
    assert.match(early.words, /The public numbers come out on Tuesday, December 15, 2026/);
    day.set('2026-12-15');
    assert.match((await act(director, id, 'draw', { words: '' })).words, /public numbers is empty/);
    const done = await act(director, id, 'draw', { words: '4 8 15 16 23 42' });
    assert.equal(done.status, 303, done.words);
    const drawn = await panel(id);
    assert.equal(drawn.length, 4);
    const page = await desk.stranger().see(`/openings/${id}`);
    for (const label of drawn) {
      assert.ok(page.words.includes(label));
    }
  });

  test('whoever was drawn and whoever was not are both told, once', async () => {
    const id = await idOf(OPENING.title);
    const drawn = await panel(id);
    for (const person of people) {
      const label = await labelOf(person, id);
      const told = (await subjects(person)).filter((subject) => /drawn/.test(subject));
      const isDrawn = drawn.includes(label);
      assert.deepEqual(told, [`${isDrawn ? 'You were' : 'It was'} drawn: ${OPENING.title}`]);
      const mine = await (await desk.signedIn(person)).see('/my/openings');
      assert.equal(mine.words.includes('You were not drawn.'), !isDrawn);
    }
  });

  test('a stranger replays the panel from the published files with the command line', async () => {
    const id = await idOf(OPENING.title);
    const { code, out, err } = await replayed(id, 'draw.json');
    assert.equal(`${err}${code}`, '0');
    assert.match(out, /^The same panel: 4 people/);
    for (const label of await panel(id)) {
      assert.ok(out.includes(label));
    }
    const published = JSON.parse(await file(id, 'commitment.json')) as { commitment: string };
    assert.ok((await file(id, 'draw.json')).includes(published.commitment));
  });

  test('a member declines on the last day, which counts to its end: the alternate named at the draw takes the seat', async () => {
    const id = await idOf(OPENING.title);
    const before = await panel(id);
    const [one = '', two = ''] = before;
    assert.equal((await answer(two, 'accept')).status, 303);
    assert.match((await act(director, id, 'refill')).words, /Nobody who was drawn has declined/);
    day.set('2026-12-25');
    assert.equal((await answer(one, 'decline')).status, 303);
    assert.equal((await act(director, id, 'refill')).status, 303);
    const now = await panel(id);
    const told = JSON.parse(await file(id, 'draw.json')) as {
      alternates: { of: string; alternate: string }[];
    };
    const alternate = told.alternates.find(({ of }) => of === one)?.alternate ?? '';
    assert.deepEqual(
      now,
      before.map((label) => (label === one ? alternate : label)),
    );
    const page = await (await personOf(alternate)).see('/my/openings');
    assert.match(page.words, /Answer by Friday, January 1, 2027/, 'who is drawn late has time too');
  });

  test('whoever has not answered in time is taken to decline, and the seats are drawn again around those who stay', async () => {
    const id = await idOf(OPENING.title);
    day.set('2026-12-26');
    const before = await panel(id);
    const done = await act(director, id, 'refill');
    assert.equal(done.status, 303, done.words);
    const now = await panel(id);
    assert.equal(now.length, 4);
    const [stayed, left] = [
      before.filter((label) => now.includes(label)),
      before.filter((label) => !now.includes(label)),
    ];
    assert.equal(stayed.length, 2, 'who accepted, and who still has time');
    assert.equal(left.length, 2);
    const rows = new Map(
      (await file(id, 'pool.csv'))
        .trimEnd()
        .split('\n')
        .map((row) => row.split(','))
        .map(([label, ...values]) => [label, values] as const),
    );
    const hospital = now.filter((label) => rows.get(label)?.[0] === 'hospital').length;
    assert.ok(hospital >= 1 && hospital <= 2, 'the quotas hold for the whole panel');
    const { code, out } = await replayed(id, 'replacement-2.json');
    assert.equal(code, 0, out);
    assert.match((await desk.stranger().see(`/openings/${id}`)).words, /Replacement 2, on/);
    assert.match((await answer(left[0]!, 'accept')).words, /no seat to answer for/);
  });

  test('a pool smaller than the panel, and quotas that clash, are refused in plain words before anything is published', async () => {
    day.set('2026-12-01');
    const small = { ...OPENING, title: 'Too few', body: 'hearing-panel', 'body-name': '' };
    assert.equal((await publish({ ...small, seats: '30' })).status, 303);
    const id = await idOf('Too few');
    for (const person of people.slice(0, 3)) {
      await comesForward(desk.world, {
        ...{ person, opening: id, staff: staff.id },
        stated: ['hospital', 'north'],
      });
    }
    day.set('2026-12-11');
    assert.match(
      (await act(director, id, 'commit')).words,
      /The pool has 3 people for 30 seats\. Invite more people, or draw a smaller panel/,
    );
    day.set('2026-12-01');
    assert.equal((await publish({ ...small, title: 'Clashing', seats: '3' })).status, 303);
    const clashing = await idOf('Clashing');
    for (const person of people.slice(0, 6)) {
      await comesForward(desk.world, {
        ...{ person, opening: clashing, staff: staff.id },
        stated: ['hospital', 'north'],
      });
    }
    day.set('2026-12-11');
    const refused = await act(director, clashing, 'commit');
    assert.match(refused.words, /No panel keeps all rules/);
    assert.match(refused.words, /The rules for "setting" allow at most 2 people together/);
    assert.equal((await desk.stranger().see(`/openings/${id}/files/pool.csv`)).status, 404);
  });

  test('a nominee under complaint: nothing in the database’s rules for seats can see a complaint; only what the register shows bars', async () => {
    const rows = await desk.database.owner<{ name: string; says: string }[]>`
      select p.proname as name, p.prosrc as says from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'seats' or (n.nspname = 'register' and p.proname = 'is_good')`;
    assert.ok(rows.length > 20);
    for (const { name, says } of rows) {
      const touched = [...says.matchAll(/conduct\.(\w+)/g)].map(([, table]) => table);
      assert.deepEqual(touched, name === 'is_good' ? ['effect'] : [], name);
    }
    const person = await holder(desk.database, desk.world, 'Somebody Revoked');
    const id = await idOf('Clashing');
    const [credential] = await desk.database.owner<{ id: string }[]>`
      select id from register.credential where person = ${person}`;
    day.set('2026-12-02');
    const visitor = await desk.signedIn(person);
    assert.match((await visitor.see(`/openings/${id}/nominate`)).text, /name="consent"/);
    await desk.database.owner`insert into register.revocation (credential, reason, revoked_by)
      values (${credential?.id ?? ''}, 'A reason', ${director.id})`;
    assert.match(
      (await visitor.see(`/openings/${id}/nominate`)).words,
      /none stands in your name today/,
    );
  });

  test('the last seats are kept for public members by the database, and nobody serves past the limit', async () => {
    const { owner } = desk.database;
    const [body, member, other] = [
      'kept-for-the-public',
      await holder(desk.database, desk.world, 'Member One'),
      await holder(desk.database, desk.world, 'Member Two'),
    ];
    await owner`insert into seats.body (id, title, kind, seats, term_months, most_terms, public_members, made_by)
      values (${body}, 'A committee of two', 'committee', 2, 12, 1, 1, ${director.id})`;
    const sits = (person: string, isPublic: boolean, from = '2027-01-01') =>
      owner`insert into seats.term (id, body, person, role, public_member, from_day, until_day)
        values (gen_random_uuid(), ${body}, ${person}, 'member', ${isPublic}, ${from}, ${from.replace('01-01', '12-31')})`;
    await sits(member, false);
    await assert.rejects(sits(other, false), (cause) => codeOf(cause) === 'EH003');
    await assert.rejects(sits(other, true), (cause) => codeOf(cause) === 'EH003');
    await assert.rejects(sits(member, false, '2028-01-01'), (cause) => codeOf(cause) === 'EH003');
    const outsider = await desk.somebody('Never There');
    await sits(outsider.id, true);
    await credentialFor(desk.database, outsider.id);
  });
});
