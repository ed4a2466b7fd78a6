/** The pool of panel members as the director keeps it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';

const dates = (name: string, year: string) => ({
  [`${name}-month`]: '5',
  [`${name}-day`]: '29',
  [`${name}-year`]: year,
});

describe('the pool of panel members', () => {
  let desk: Desk;
  let director: DeskPerson;
  let member: DeskPerson;
  before(async () => {
    desk = await openDesk();
    director = await desk.somebody('فاطمة الزهراء', 'director');
    member = await desk.somebody('Ó Súilleabháin', 'panel');
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });
  const at = () => `/desk/pool/${member.id}`;

  test('shows who holds the office and is not in it yet, then until when they can be drawn', async () => {
    assert.match((await director.see('/desk/pool')).words, /Ó Súilleabháin Not in the pool/);
    const saved = await director.send(at(), {
      ...{ public: 'yes' },
      ...dates('trained', '2044'),
      ...dates('term', '2043'),
    });
    assert.equal(saved.to, '/desk/pool?news=saved');
    const page = await director.see(saved.to);
    assert.match(page.words, /1 in the pool; 1 can be drawn today, 1 of them public members/);
    assert.match(page.words, /Yes, until May 29, 2043 Public member/);
    assert.match((await director.see(at())).text, /name="term-year"[^>]*value="2043"/);
  });

  test('somebody whose training or term is over stays to be seen, and is drawn no more', async () => {
    await director.send(at(), {
      public: 'no',
      ...dates('trained', '2020'),
      ...dates('term', '2044'),
    });
    assert.match(
      (await director.see('/desk/pool')).words,
      /No, training has run out Holds or held/,
    );
    await director.send(at(), {
      public: 'no',
      ...dates('trained', '2044'),
      ...dates('term', '2020'),
    });
    assert.match((await director.see('/desk/pool')).words, /No, term has ended/);
  });

  test('mistakes stand at their fields, with what was typed', async () => {
    const reply = await director.send(at(), {
      ...dates('trained', '2044'),
      ...{ 'term-month': '2', 'term-day': '30', 'term-year': '2044' },
    });
    assert.equal(reply.status, 422);
    assert.match(reply.words, /Is this a public member\?: choose one/);
    assert.match(reply.words, /Term ends: there is no February 30, 2044/);
    assert.match(reply.text, /name="term-day"[^>]*value="30"/);
    const fresh = await desk.somebody('Mele Tupou', 'panel');
    const over = await director.send(`/desk/pool/${fresh.id}`, {
      ...{ public: 'no', ...dates('trained', '2044'), ...dates('term', '2020') },
    });
    assert.match(over.words, /Term ends: this term is over before it begins/);
  });

  test('holds nobody who is no panel member', async () => {
    const other = await desk.somebody('Somebody', 'clerk');
    assert.equal((await director.see(`/desk/pool/${other.id}`)).status, 404);
    const sent = await director.send(
      at(),
      { public: 'no', ...dates('trained', '2044'), ...dates('term', '2044') },
      `/desk/pool/${other.id}`,
    );
    assert.equal(sent.status, 404);
  });
});
