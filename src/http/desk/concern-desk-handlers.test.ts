import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { concernForm, labelIn } from '../../../tests/support/concerns.ts';
import {
  type Desk,
  type DeskPerson,
  type Fields,
  hiddenIn,
  openDesk,
} from '../../../tests/support/desk.ts';

describe('the desk of concerns, on a real database', () => {
  let desk: Desk;
  let ombud: DeskPerson;
  let second: DeskPerson;
  let coordinator: DeskPerson;
  before(async () => {
    desk = await openDesk();
    ombud = await desk.somebody('Bảo Trần', 'ombud');
    second = await desk.somebody('Iðunn Karlsdóttir', 'ombud');
    coordinator = await desk.somebody('Ngozi Featherstonehaugh', 'conduct');
  });
  after(() => desk.close());

  const raised = async (
    fields: Fields = {},
  ): Promise<{ id: string; label: string; at: string }> => {
    const answer = await desk.stranger().send('/concern', { ...concernForm, ...fields });
    const label = labelIn(answer.words);
    const [row] = await desk.database.owner<{ id: string }[]>`
      select id from conduct.concern where label = ${label}`;
    const id = row?.id ?? '';
    return { id, label, at: `/desk/concerns/${id}` };
  };

  test('each sees the concerns of their own list, and of the others not even that they exist', async () => {
    const body = await raised({ about: 'volunteer' });
    const holder = await raised({ about: 'holder' });
    const listOf = async (who: DeskPerson) => (await who.see('/desk/concerns')).words;
    assert.ok((await listOf(ombud)).includes(body.label));
    assert.ok(!(await listOf(ombud)).includes(holder.label));
    assert.ok((await listOf(coordinator)).includes(holder.label));
    assert.ok(!(await listOf(coordinator)).includes(body.label));
    const member = await desk.somebody('Constance Begay', 'board');
    assert.match(await listOf(member), /No concern is on your list\./);
    const nowhere = await coordinator.see('/desk/concerns/00000000-0000-7000-8000-000000000000');
    const hidden = await coordinator.see(body.at);
    assert.equal(hidden.status, 404);
    assert.equal(
      hidden.words,
      nowhere.words,
      'one that is hidden looks like one that is not there',
    );
    for (const office of ['clerk', 'reviewer', 'staff', 'director', 'auditor', 'panel'] as const) {
      const other = await desk.somebody(`Office of ${office}`, office);
      assert.equal((await other.see('/desk/concerns')).status, 403, office);
      assert.equal((await other.see(body.at)).status, 403, office);
    }
  });

  test('the list is searched by label, by whom it is about and by a name that was given, for those on the list alone', async () => {
    const about = await raised({ who: 'Dr. Zebulon Searchable' });
    const named = await raised({ visibility: 'named', name: 'Quilla Searchable' });
    const find = async (search: string) => (await ombud.send('/desk/concerns', { search })).text;
    const both = await find('searchable');
    assert.ok(both.includes(about.id) && both.includes(named.id));
    const one = await find(about.label.slice(2));
    assert.ok(one.includes(about.id) && !one.includes(named.id));
    const outside = (await coordinator.send('/desk/concerns', { search: 'searchable' })).text;
    assert.ok(!outside.includes(about.id));
  });

  test('each opening is written down: who, what and when; a list opens nothing', async () => {
    const { id, at } = await raised();
    const readings = () => desk.database.owner<{ reader: string }[]>`
      select reader from conduct.reading where about = ${id} and what = 'concern'`;
    await ombud.see('/desk/concerns');
    assert.equal((await readings()).length, 0);
    await ombud.see(at);
    await second.see(at);
    await coordinator.see(at);
    assert.deepEqual(
      new Set((await readings()).map(({ reader }) => reader)),
      new Set([ombud.id, second.id]),
    );
  });

  test('an answer is sent, an empty one comes back to its box with what was chosen', async () => {
    const { at } = await raised({
      lang: 'es',
      account: 'Nadie contestó mi carta del tres de mayo.',
    });
    assert.match((await ombud.see('/desk/concerns')).words, /in Spanish/);
    assert.match((await ombud.see(at)).words, /Spanish: answer in Spanish/);
    const empty = await ombud.send(at, { answer: ' \n', kind: 'question' }, `${at}/answer`);
    assert.equal(empty.status, 422);
    assert.match(words(byId(parse(empty.text), 'answer-error')), /Your answer is empty/);
    const sent = await ombud.send(at, { answer: '¿Cuándo?', kind: 'question' }, `${at}/answer`);
    assert.equal(sent.to, `${at}?news=sent`);
    assert.match((await ombud.see(at)).words, /The body asked back ¿Cuándo\?/);
    assert.match((await ombud.see('/desk/concerns')).words, /Waits for the person/);
  });

  test('possible twins are pointed out, by day and person or by words, and nothing is joined', async () => {
    const events = {
      account: 'He said it before everybody at the desk.',
      who: 'Dr. José Núñez',
      'happened-month': '5',
      'happened-day': '3',
      'happened-year': '2026',
    };
    const first = await raised(events);
    const other = await raised({
      ...events,
      account: 'I heard what he said to her, and I was ashamed.',
      who: 'jose NUNEZ',
    });
    const copied = await raised({ account: events.account });
    const page = await ombud.see(first.at);
    assert.ok(page.words.includes(`${other.label} : the same day and the same person named`));
    assert.ok(page.words.includes(`${copied.label} : the same words`));
    assert.match((await ombud.see('/desk/concerns')).words, /2 possible twins/);
    const unlike = await raised({ ...events, account: 'Another day.', 'happened-day': '4' });
    assert.ok(!(await ombud.see(first.at)).words.includes(unlike.label));
  });

  test('whoever has a tie steps aside; after that there is nothing to see, and no way back', async () => {
    const { at, label } = await raised();
    const unsure = await second.send(at, {}, `${at}/step-aside`);
    assert.equal(unsure.status, 422);
    const gone = await second.send(at, { sure: 'yes' }, `${at}/step-aside`);
    assert.equal(gone.to, '/desk/concerns?news=aside');
    const list = await second.see('/desk/concerns?news=aside');
    assert.match(list.words, /You stepped aside/);
    assert.ok(!list.words.includes(label));
    assert.equal((await second.see(at)).status, 404);
    const page = await ombud.see(at);
    assert.doesNotMatch(page.words, /Iðunn Karlsdóttir \(you\)|stepped aside/);
    assert.ok(!optionsOf(page.text, 'colleague').includes('Iðunn Karlsdóttir'));
    for (const step of ['answer', 'let-see', 'concerned', 'step-aside']) {
      const tried = await second.send(
        '/concern',
        { answer: 'x', colleague: second.id, person: ombud.id, sure: 'yes' },
        `${at}/${step}`,
      );
      assert.equal(tried.status, 404, step);
    }
  });

  test('somebody appointed later is let see it by a colleague on the list', async () => {
    const { at } = await raised();
    const later = await desk.somebody('Wiremu Parata', 'ombud');
    assert.equal((await later.see(at)).status, 404);
    assert.ok(optionsOf((await ombud.see(at)).text, 'colleague').includes('Wiremu Parata'));
    const nobody = await ombud.send(at, { colleague: '' }, `${at}/let-see`);
    assert.match(nobody.words, /Choose a colleague\./);
    const wrong = await ombud.send(at, { colleague: coordinator.id }, `${at}/let-see`);
    assert.equal(wrong.status, 422, 'a coordinator has no part in what is said of the body');
    await ombud.send(at, { colleague: later.id }, `${at}/let-see`);
    assert.equal((await later.see(at)).status, 200);
  });

  test('a person of the body whom it is about is taken off the list', async () => {
    const { at } = await raised();
    const about = await desk.somebody('Concerned Person', 'ombud');
    await ombud.send(at, { colleague: about.id }, `${at}/let-see`);
    assert.equal((await about.see(at)).status, 200);
    await ombud.send(at, { person: about.id }, `${at}/concerned`);
    assert.equal((await about.see(at)).status, 404);
    assert.ok(!optionsOf((await ombud.see(at)).text, 'colleague').includes('Concerned Person'));
  });

  test('a concern about an ombud is the chair’s, under the rights of the board', async () => {
    const chair = await desk.somebody('Oluwaseun Adeyemi-Clarke', 'board');
    await desk.database.owner`update people.office set is_chair = true where person = ${chair.id}`;
    const { at, label } = await raised({ about: 'ombud' });
    assert.ok((await chair.see('/desk/concerns')).words.includes(label));
    assert.equal((await ombud.see(at)).status, 404);
    const sent = await chair.send(
      at,
      { answer: 'I look into it.', kind: 'answer' },
      `${at}/answer`,
    );
    assert.equal(sent.to, `${at}?news=sent`);
    assert.match((await chair.see(at)).words, /The body answered I look into it\./);
  });

  test('somebody with an office raises a concern under the same form, and it is not linked to them', async () => {
    const staff = await desk.somebody('Suharto', 'staff');
    const form = await staff.see('/concern');
    assert.match(form.words, /signed in with an office\. That you are is not sent/);
    assert.match(form.text, /value="body" checked=""|checked="" value="body"/);
    const sent = await staff.send('/concern', { ...concernForm, relation: 'body' });
    const label = labelIn(sent.words);
    const [row] = await desk.database
      .owner`select c::text as whole from conduct.concern c where label = ${label}`;
    assert.ok(!String(row?.['whole']).includes(staff.id));
  });

  test('words that break things break nothing on the desk or in the conversation', async () => {
    const { at } = await raised();
    for (const value of [
      'x\u0001\u202e',
      '"><script>alert(1)</script>',
      "'; drop table x; --",
      '__proto__',
    ]) {
      for (const step of ['answer', 'let-see', 'concerned', 'step-aside']) {
        const form = { answer: value, kind: value, reply: value, colleague: value, person: value };
        const done = await ombud.send(at, { ...form, sure: value }, `${at}/${step}`);
        assert.ok(done.status < 500, `${value} to ${step}`);
      }
      for (const to of ['write', 'withdraw', 'about-you', 'back']) {
        const form = { opened: value, words: value, reply: value, sure: value, step: value };
        const done = await desk.stranger().send('/concern', form, `/concern/${to}`);
        assert.equal(done.status, 401, `${value} to ${to}`);
      }
    }
    assert.ok(hiddenIn((await ombud.see(at)).text, 'reply') !== undefined);
    assert.deepEqual(desk.faults, []);
  });
});

/** The names that a list of the page offers. */
function optionsOf(html: string, name: string): readonly string[] {
  const [, list = ''] =
    new RegExp(`<select[^>]* name="${name}"[^>]*>(.*?)</select>`, 's').exec(html) ?? [];
  return [...list.matchAll(/<option[^>]*>([^<]*)</g)].map(([, label]) => label ?? '');
}
