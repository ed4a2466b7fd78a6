/** A job analysis over its addresses: published and sent out, answered in pieces, kept without whose it is, and read when closed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { credentialOf } from '../../../tests/support/complaints.ts';
import { type Desk, type DeskPerson, type Fields, openDesk } from '../../../tests/support/desk.ts';
import { addDays, type CivilDate, date, parts } from '../../kernel/dates/civil-date.ts';
import { keepStudies } from '../../workflow/study/answer-study.ts';

const PROGRAM = 'larkspur-care';
const AT = '/desk/studies';
const TASKS = 'task,domain,title\nT1,Care,Assess needs\nT2,Care,Plan care\nT3,Law,Keep records\n';
const POPULATION = 'variable,category,count\nsetting,hospital,8\nsetting,health plan,4\n';
const HOLDERS = 13;
const dayFields = (name: string, on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return {
    [`${name}-month`]: String(month),
    [`${name}-day`]: String(day),
    [`${name}-year`]: String(year),
  };
};

describe('a job analysis', () => {
  let desk: Desk;
  let director: DeskPerson;
  const holders: DeskPerson[] = [];
  let today: CivilDate;
  let closes: CivilDate;
  before(async () => {
    today = date('2026-11-30');
    closes = addDays(today, 20);
    desk = await openDesk('http://localhost', (world) => ({
      ...world,
      clock: { ...world.clock, today: () => today },
    }));
    director = await desk.somebody('Director Prima', 'director');
    for (let place = 0; place < HOLDERS; place += 1) {
      const holder = await desk.somebody(`Holder Number${place}`);
      await credentialOf(
        { db: desk.database, all: { records: desk.world.records } },
        holder.id,
        'Somebody',
        { program: PROGRAM, validUntil: '2099-01-01' },
      );
      holders.push(holder);
    }
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  const publish = async (fields: Fields, files: Readonly<Record<string, string>>) =>
    await director.upload(
      AT,
      {
        ...{ program: PROGRAM, title: 'Role and function study', questions: '150', sample: '' },
        ...dayFields('closes', closes),
        ...fields,
      },
      Object.entries(files).map(([field, text]) => ({
        ...{ field, name: `${field}.csv`, bytes: Buffer.from(text) },
      })),
    );
  const idOf = async (): Promise<string> => {
    const [row] = await desk.database.owner<{ id: string }[]>`select id from study.study`;
    assert.ok(row);
    return row.id;
  };
  const mails = async (person: string): Promise<readonly string[]> =>
    (
      await desk.database.owner<{ subject: string }[]>`
        select subject from post.mail where to_person = ${person} order by queued_at`
    ).map(({ subject }) => subject);
  const answers = async (who: DeskPerson, page: number, fields: Fields, step = 'save') => {
    const action = `/my/studies/${await idOf()}`;
    // From a page that has a form even where the study takes no answers any more.
    return await who.send('/my/studies', { page: String(page), step, ...fields }, action);
  };

  test('every mistake is told at once, and nothing is published or sent', async () => {
    const bare = await publish(
      {
        program: 'nothing',
        title: '',
        questions: '0',
        sample: 'many',
        ...dayFields('closes', today),
      },
      {},
    );
    assert.equal(bare.status, 422);
    for (const said of [
      /Program: choose one of the list/,
      /Title of the study/,
      /Questions of a form: write a whole number/,
      /How many are asked: write a whole number/,
      /choose a day after today/,
      /The tasks: choose a file/,
    ]) {
      assert.match(bare.words, said);
    }
    const wrong = await publish({}, { tasks: TASKS.replace('T2', 'T1'), population: 'variable\n' });
    assert.match(wrong.words, /The tasks: row 3: the task "T1" stands there twice/);
    assert.match(wrong.words, /What is known of everybody who holds the credential: /);
    assert.deepEqual(await mails(holders[0]?.id ?? ''), []);
  });

  test('everybody who holds the credential is asked, and nobody else', async () => {
    const other = await desk.somebody('Somebody Without');
    const done = await publish({}, { tasks: TASKS, population: POPULATION });
    assert.equal(done.to, `${AT}?asked=${HOLDERS}`, done.words);
    for (const { id } of holders) {
      assert.deepEqual(await mails(id), [
        'What should the exam ask about? Role and function study',
      ]);
    }
    assert.deepEqual(await mails(other.id), []);
    assert.equal((await other.see(`/my/studies/${await idOf()}`)).status, 404);
    assert.match((await other.see('/my/studies')).words, /You are not asked at the moment/);
  });

  test('is answered in pieces that nobody else sees; a task never done is rated no further', async () => {
    const [first] = holders;
    assert.ok(first);
    const page = await first.see(`/my/studies/${await idOf()}`);
    assert.match(page.words, /Page 1 of 3/);
    assert.match(page.words, /How often do you do it\?/);
    const kept = await answers(first, 1, {
      't1-frequency': '0',
      't1-harm': '4',
      't2-frequency': '3',
    });
    assert.equal(kept.to, `/my/studies/${await idOf()}?page=2`, kept.words);
    assert.match((await first.see('/my/studies')).words, /Go on answering/);
    const [draft] = await desk.database.owner<
      { answers: object }[]
    >`select answers from study.draft`;
    assert.deepEqual(draft?.answers, {
      ratings: { T1: { frequency: 0 }, T2: { frequency: 3 } },
      about: {},
    });
    const empty = holders[1];
    assert.ok(empty);
    const nothing = await answers(empty, 3, {}, 'send');
    assert.equal(nothing.status, 422);
    assert.match(nothing.words, /No task is rated yet/);
  });

  test('what is sent stands without whose it is, and cannot be sent again', async () => {
    for (const [place, holder] of holders.slice(0, 12).entries()) {
      const often = { 't1-frequency': '4', 't1-importance': '4', 't1-harm': '2' };
      await answers(holder, 1, {
        ...often,
        't2-frequency': '2',
        't2-importance': '2',
        't2-harm': '2',
      });
      await answers(holder, 2, { 't3-frequency': '1', 't3-importance': '3', 't3-harm': '4' });
      const setting = place < 4 ? 'hospital' : 'health plan';
      const sent = await answers(holder, 3, { a1: setting }, 'send');
      assert.equal(sent.to, '/my/studies?news=sent', sent.words);
    }
    const begun = holders[12];
    assert.ok(begun);
    await answers(begun, 1, { 't1-frequency': '2' });
    const [one] = holders;
    assert.ok(one);
    assert.match((await answers(one, 1, {})).words, /you have answered this study already/i);
    const columns = await desk.database.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_schema = 'study' and table_name = 'answer'`;
    assert.deepEqual(columns.map(({ name }) => name).toSorted(), ['answers', 'id', 'study']);
    const [left] = await desk.database.owner<{ drafts: number; text: string }[]>`
      select (select count(*)::int from study.draft) as drafts, (select string_agg(a::text, '') from study.answer a) as text`;
    assert.equal(left?.drafts, 1, 'of the one who has not sent');
    assert.ok(holders.every(({ id }) => !(left?.text ?? '').includes(id)));
  });

  test('nobody reads an answer before the last day is over; whoever did not answer is reminded once', async () => {
    const id = await idOf();
    const open = await director.see(`${AT}/${id}`);
    assert.match(open.words, /12 of 13 people/);
    assert.match(open.words, /Nobody reads an answer before it is closed/);
    assert.doesNotMatch(open.words, /Domain weights/);
    assert.equal((await director.see(`${AT}/${id}/report.html`)).status, 404);
    await assert.rejects(
      desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_director', true), set_config('evenhand.person', ${director.id}, true)`;
        await tx`select * from study.answer`;
      }),
      /permission denied/,
    );
    today = addDays(closes, -7);
    await keepStudies(desk.world);
    await keepStudies(desk.world);
    assert.equal((await mails(holders[0]?.id ?? '')).length, 1);
    const late = await mails(holders[12]?.id ?? '');
    assert.equal(late.length, 2);
    assert.match(late[1] ?? '', /^Open until Sunday, December 20, 2026: Role and function study$/);
  });

  test('closed, it says what domains deserve, weighted to everybody, and how far it can be trusted', async () => {
    const id = await idOf();
    today = closes;
    const last = holders[12];
    assert.ok(last);
    assert.equal(
      (await last.see(`/my/studies/${id}`)).status,
      200,
      'the last day counts to its end',
    );
    today = addDays(closes, 1);
    assert.match((await answers(last, 1, { 't1-frequency': '4' })).words, /was open until/);
    await keepStudies(desk.world);
    const [left] = await desk.database.owner<
      { n: number }[]
    >`select count(*)::int as n from study.draft`;
    assert.equal(left?.n, 0, 'what was never sent is forgotten');
    const page = await director.see(`${AT}/${id}`);
    // Everybody gave the same ratings: Care 32 and 8, Law 12, of 52 in all.
    assert.match(page.words, /Care 76\.9 %/);
    assert.match(page.words, /Law 23\.1 %/);
    assert.match(
      page.words,
      /By setting, (?:respondents are not made up like the population|too few answered)/,
    );
    const auditor = await desk.somebody('Auditor One', 'auditor');
    const report = await auditor.see(`${AT}/${id}/report.html`);
    assert.match(report.text, /Job analysis of Role and function study/);
    assert.equal((await auditor.see(`${AT}/${id}/tasks.csv`)).text.trimEnd().split('\n').length, 4);
    assert.equal(
      (await (await desk.somebody('Board One', 'board')).see(`${AT}/${id}`)).status,
      403,
    );
  });
});
