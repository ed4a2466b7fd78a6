import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { holder, movableDay } from '../../../tests/support/openings.ts';
import { codeOf } from '../../storage/tables/rows.ts';

describe('who serves, and who chairs', () => {
  const day = movableDay('2027-03-01');
  let desk: Desk;
  let director: DeskPerson;
  const members: string[] = [];
  const terms: string[] = [];
  before(async () => {
    desk = await openDesk('http://localhost', day.change);
    director = await desk.somebody('Director Prima', 'director');
    const { owner } = desk.database;
    await owner`insert into seats.body (id, title, kind, seats, term_months, most_terms, public_members, made_by, made_at)
      values ('committee', 'A committee of three', 'committee', 3, 12, 2, 1, ${director.id}, '2026-01-05')`;
    for (const [name, from, until] of [
      ['Ayşe Canarywright', '2027-01-01', '2027-12-31'],
      ['Bo Canarysson', '2026-02-01', '2027-01-31'],
    ] as const) {
      const person = await holder(desk.database, desk.world, name);
      const [row] = await owner<
        { id: string }[]
      >`insert into seats.term (id, body, person, role, public_member, from_day, until_day)
        values (gen_random_uuid(), 'committee', ${person}, 'member', false, ${from}, ${until}) returning id`;
      members.push(person);
      terms.push(row?.id ?? '');
    }
  });
  after(() => desk.close());

  const at = '/desk/bodies/committee';
  const elect = (who: DeskPerson, term: string, change: Readonly<Record<string, string>> = {}) =>
    who.send(
      at,
      {
        term,
        'elected-year': '2027',
        'elected-month': '2',
        'elected-day': '15',
        'by-whom': 'the members present, by show of hands',
        reason: 'The term of the chair before had ended.',
        ...change,
      },
      `${at}/chair`,
    );
  const everybody = () => desk.stranger().see('/bodies');

  test('anybody reads seats, terms and vacancies with their days, and no name', async () => {
    const page = await everybody();
    assert.match(page.words, /Seats: 1 of 3 seats filled/);
    assert.match(
      page.words,
      /Member January 1, 2027 December 31, 2027 Vacant January 5, 2026 – Vacant January 31, 2027 –/,
    );
    assert.match(
      page.words,
      /At least 1 seat for people who never worked in the profession: 0 filled today, so 1 of the vacant seats is kept/,
    );
    assert.match(page.words, /Chair Vacant since Monday, January 5, 2026/);
    assert.doesNotMatch(page.text, /Canary/);
  });

  test('a director records an election with its day, by whom and why; what is missing comes back', async () => {
    const wrong = await elect(director, '', { reason: 'Short', 'elected-day': '40' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.words, /Choose the member who was elected/);
    assert.match(wrong.words, /by show of hands|Day of the election/);
    assert.doesNotMatch((await director.see(at)).text, /Canary/);
    const done = await elect(director, terms[0]!);
    assert.equal(done.status, 303, done.words);
    const page = await everybody();
    assert.match(page.words, /Elected on Monday, February 15, 2027 by: the members present/);
    assert.match(page.words, /Chair January 1, 2027 December 31, 2027/);
    const [line] = await desk.database.owner`
      select 1 from ledger.entry where commitment like '%"kind":"chair-elected"%'`;
    assert.ok(line);
  });

  test('one chair at a time, only a member who sits, and nobody records their own: the database keeps it', async () => {
    assert.match((await elect(director, terms[0]!)).words, /one chair at a time/);
    const as = (person: string, term: string, elected: string, on: string) =>
      desk.database.owner.begin(async (tx) => {
        const [last] = await tx<
          { place: number }[]
        >`select max(place)::int as place from ledger.entry`;
        await tx`select set_config('role', 'evenhand_director', true), set_config('evenhand.person', ${person}, true)`;
        await tx`insert into seats.chair (id, body, term, elected_on, by_whom, reason, on_day, place)
          values (gen_random_uuid(), 'committee', ${term}, ${elected}, 'the members', 'It was held as ever.', ${on}, ${last?.place ?? 0})`;
        throw new Error('allowed, and undone');
      });
    const refused = (code: string) => (cause: unknown) => codeOf(cause) === code;
    await assert.rejects(as(director.id, terms[0]!, '2027-02-20', '2027-03-01'), refused('EH005'));
    await assert.rejects(as(director.id, terms[1]!, '2027-02-20', '2027-03-01'), refused('EH003'));
    await assert.rejects(as(members[0]!, terms[0]!, '2027-02-20', '2027-03-01'), refused('EH003'));
  });

  test('a chair is given up, and is vacant for everybody to see until it is filled', async () => {
    assert.equal((await director.send(at, { why: '' }, `${at}/chair-end`)).status, 422);
    const ended = await director.send(at, { why: 'A new post.' }, `${at}/chair-end`);
    assert.equal(ended.status, 303, ended.words);
    assert.match((await everybody()).words, /Chair Vacant since Monday, March 1, 2027/);
    assert.match((await everybody()).words, /Chairs before February 15, 2027 to March 1, 2027/);
    assert.match(
      (await elect(director, terms[0]!, { 'elected-day': '20' })).words,
      /one chair at a time/,
    );
    day.set('2027-03-05');
    const again = await elect(director, terms[0]!, { 'elected-month': '3', 'elected-day': '4' });
    assert.equal(again.status, 303, again.words);
    assert.match((await everybody()).words, /Elected on Thursday, March 4, 2027/);
  });
});
