import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';

const AT = '/programs/larkspur-navigator/dilemmas';
const CASE = {
  for: 'larkspur-navigator',
  slug: '',
  title: 'A message from the emergency room',
  situation:
    'A client writes to you at night from an emergency room and asks you to call a relative for them.',
  provisions: 'R7, R3',
  'option-a': 'Call the relative at once and say where the client is.',
  'says-a': 'The client asked for it, so it is shared with consent. Say no more than was asked.',
  'provisions-a': 'R7, R3',
  'option-b': 'Wait until the morning, when you are at work again.',
  'says-b': 'Nobody must be reachable at all hours; but say so before, not after.',
  'provisions-b': 'R6',
};

describe('dilemma cases', () => {
  let desk: Desk;
  let coordinator: DeskPerson;
  before(async () => {
    desk = await openDesk();
    coordinator = await desk.somebody('Desk coordinator', 'conduct');
  });
  after(() => desk.close());

  test('a stranger reads a case, chooses, and sees what the code says to each way; nothing is kept', async () => {
    const stranger = desk.stranger();
    const list = await stranger.see(AT);
    assert.match(list.words, /An envelope on the last day.*The only navigator in town/);
    const at = `${AT}/envelope-on-the-last-day`;
    const before = await stranger.see(at);
    assert.doesNotMatch(before.words, /small token of thanks and no more/);
    const chosen = await stranger.send(at, { way: 'b' });
    assert.equal(chosen.to, `${at}?way=b#says`);
    const after = await stranger.see(`${at}?way=b`);
    assert.match(
      after.words,
      /What you chose Take the sweets.*small token|small token.*What you chose/,
    );
    assert.equal((await stranger.send(at, {})).status, 422);
    const [count] = await desk.database.owner<
      { n: number }[]
    >`select count(*)::int as n from conduct.dilemma_done`;
    assert.equal(count?.n, 0);
  });

  test('of somebody signed in it is kept that they worked through it, for themselves alone, and not what they chose', async () => {
    const [ana, bo] = [await desk.somebody('Ana Plain'), await desk.somebody('Bo Plain')];
    const at = `${AT}/preferred-list`;
    assert.match((await ana.see(at)).words, /We keep, for you alone/);
    await ana.send(at, { way: 'e' });
    await ana.send(at, { way: 'a' });
    const rows = await desk.database.owner`select * from conduct.dilemma_done`;
    assert.equal(rows.length, 1);
    assert.deepEqual(Object.keys(rows[0] ?? {}).toSorted(), ['at', 'dilemma', 'person', 'program']);
    assert.match((await ana.see(AT)).words, /You worked through it on/);
    assert.doesNotMatch((await bo.see(AT)).words, /You worked through it on/);
    assert.doesNotMatch((await coordinator.see(AT)).words, /You worked through it on/);
  });

  test('each case stands at its provisions on the page of the code', async () => {
    const page = await desk.stranger().see('/programs/larkspur-navigator/code');
    for (const slug of ['envelope-on-the-last-day', 'daughter-who-pays', 'come-back-on-thursday']) {
      assert.ok(page.text.includes(`href="${AT}/${slug}"`), slug);
    }
    assert.doesNotMatch(
      (await desk.stranger().see('/programs/larkspur-navigator/code?version=2023')).words,
      /Dilemma case:/,
    );
  });

  test('a body writes a case, writes it anew, and takes it down; every row stays', async () => {
    const written = await coordinator.send('/desk/dilemmas', CASE);
    assert.equal(written.status, 303, written.words);
    const at = `${AT}/a-message-from-the-emergency-room`;
    assert.equal((await desk.stranger().see(at)).status, 200);
    const again = {
      ...CASE,
      slug: 'a-message-from-the-emergency-room',
      title: 'A message at night',
    };
    assert.equal((await coordinator.send('/desk/dilemmas', again)).status, 303);
    assert.match((await desk.stranger().see(at)).words, /A message at night/);
    const down = { for: CASE.for, slug: again.slug };
    assert.equal(
      (await coordinator.send('/desk/dilemmas', down, '/desk/dilemmas/take-down')).status,
      303,
    );
    assert.equal((await desk.stranger().see(at)).status, 404);
    const [count] = await desk.database.owner<
      { n: number }[]
    >`select count(*)::int as n from conduct.dilemma`;
    assert.equal(count?.n, 3);
    assert.equal(
      (
        await coordinator.send('/desk/dilemmas', {
          ...CASE,
          title: 'A message from the emergency room',
        })
      ).status,
      422,
      'its address stays taken',
    );
  });

  test('a case that came with the program can be written anew and taken down too', async () => {
    const down = { for: CASE.for, slug: 'she-wants-to-go-home' };
    await coordinator.send('/desk/dilemmas', down, '/desk/dilemmas/take-down');
    assert.equal((await desk.stranger().see(`${AT}/she-wants-to-go-home`)).status, 404);
    assert.equal(
      (await coordinator.send('/desk/dilemmas', down, '/desk/dilemmas/take-down')).status,
      404,
    );
  });

  test('everything to mend is said at once, names included, and what was typed is there again', async () => {
    await desk.somebody('Ludmila Zzyzxova');
    const odd = await coordinator.send('/desk/dilemmas', {
      ...CASE,
      title: 'Zzyzxova calls',
      provisions: 'R99',
      'says-a': '',
      'option-c': 'A third way that says nothing else.',
    });
    assert.equal(odd.status, 422);
    assert.match(
      odd.words,
      /“Zzyzxova” is a name.*no provision R99.*What the code says to way 1 is empty.*What the code says to way 3 is empty/,
    );
    assert.match(odd.text, /value="Zzyzxova calls"/);
  });

  test('only coordinators and directors write cases', async () => {
    const director = await desk.somebody('Desk director', 'director');
    assert.equal((await director.see('/desk/dilemmas')).status, 200);
    const staff = await desk.somebody('Desk staff', 'staff');
    assert.equal((await staff.see('/desk/dilemmas')).status, 403);
  });
});
