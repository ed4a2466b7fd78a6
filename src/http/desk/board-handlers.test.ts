import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import type { ShownDisparity } from '../../casework/finding/disparity.ts';
import { addDays, type CivilDate, date, parts } from '../../kernel/dates/civil-date.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { openFindings } from '../../workflow/board/open-findings.ts';

let desk: Desk;
let member: DeskPerson;
let chair: DeskPerson;
let rater: DeskPerson;
describe('the pages of the board', () => {
  before(async () => {
    desk = await openDesk();
    member = await desk.somebody('Marisol Etxeberria', 'board');
    chair = await desk.somebody('Oluwaseun Adeyemi', 'board');
    rater = await desk.somebody('Rashid al-Khatib', 'reviewer');
    await desk.database.owner`update people.office set is_chair = true where person = ${chair.id}`;
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  let groups = 0;
  async function finding(
    change: Partial<ShownDisparity> = {},
    on?: CivilDate,
  ): Promise<{ id: string; label: string }> {
    groups += 1;
    const shown: ShownDisparity = {
      about: 'waiting',
      kind: `kind-${groups}`,
      dimension: 'where-trained',
      program: 'larkspur-care',
      group: 'trained-abroad',
      item: undefined,
      reference: 'trained-us',
      figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
      state: 'disparity-shown',
      release: 1,
      ...change,
    };
    const clock = on === undefined ? desk.world.clock : { ...desk.world.clock, today: () => on };
    const release = { number: 1, countedUntil: date('2026-01-31') };
    await openFindings({ ...desk.world, clock }, release, [shown]);
    const [row] = await desk.database.owner<{ id: string; label: string }[]>`
    select id, label from board.finding where key like ${`%"kind-${groups}"%`}`;
    assert.ok(row);
    return row;
  }
  const aboutRater = (on?: CivilDate) =>
    finding(
      {
        about: 'decider',
        dimension: '',
        group: rater.id,
        figure: { measure: 'success-ratio', value: 0.7, low: 0.6, high: 0.8 },
      },
      on,
    );

  const day = (name: string, on: CivilDate) => {
    const { year, month, day: of } = parts(on);
    return {
      [`${name}-month`]: String(month),
      [`${name}-day`]: String(of),
      [`${name}-year`]: String(year),
    };
  };
  const workingDay = (on: CivilDate): CivilDate =>
    isAnswerDay(on, FEDERAL_HOLIDAYS) ? on : workingDay(addDays(on, 1));
  const reasons = 'Documents from abroad waited for one person alone.';
  const change = () => ({
    kind: 'change',
    what: 'A second clerk reads documents from abroad.',
    reasons,
    ...day('by-when', workingDay(addDays(desk.world.clock.today(), 60))),
  });

  describe('the board’s page', () => {
    test('shows a member what waits for an answer, late in words, and leads to the finding', async () => {
      const { id, label } = await finding({}, addDays(desk.world.clock.today(), -90));
      const page = await member.see('/desk/board');
      assert.equal(page.status, 200);
      assert.match(
        page.words,
        new RegExp(`days overdue ${label} Trained abroad: decisions took 9.1 days longer`),
      );
      assert.ok(page.text.includes(`href="/desk/findings/${id}"`));
    });

    test('is read by directors and auditors too, and by nobody else', async () => {
      for (const office of ['director', 'auditor'] as const) {
        const overseer = await desk.somebody(`Overseer ${office}`, office);
        const page = await overseer.see('/desk/board');
        assert.match(page.words, /You read it; the board answers it/);
      }
      for (const office of ['clerk', 'reviewer', 'staff'] as const) {
        const other = await desk.somebody(`Other ${office}`, office);
        for (const address of ['/desk/board', '/desk/outreach']) {
          assert.equal((await other.see(address)).status, 403, `${office} at ${address}`);
        }
      }
      assert.equal((await desk.stranger().see('/desk/board')).to, '/sign-in?then=%2Fdesk%2Fboard');
    });

    test('a member of the board sees no other desk', async () => {
      for (const address of ['overdue', 'records', 'queue', 'fees', 'fairness', 'audit']) {
        assert.equal((await member.see(`/desk/${address}`)).status, 403, address);
      }
      assert.match((await member.see('/desk/concerns')).words, /No concern is on your list\./);
    });

    test('what is past its day is told on the page of what is overdue', async () => {
      await finding({}, addDays(desk.world.clock.today(), -90));
      const clerk = await desk.somebody('A clerk', 'clerk');
      assert.match(
        (await clerk.see('/desk/overdue')).words,
        /of the board (is|are) past (its|their) promised day/,
      );
    });
  });

  describe('answering', () => {
    test('a change with a day and reasons is recorded once, in the member’s name, and stands in the log', async () => {
      const { id } = await finding();
      const at = `/desk/findings/${id}`;
      const sent = await member.send(at, { ...change(), seen: '1' }, `${at}/answer`);
      assert.equal(sent.to, `${at}?recorded=answered`);
      const page = await member.see(`${at}?recorded=answered`);
      assert.match(page.words, /The answer is recorded/);
      assert.match(page.words, /Change, by Marisol Etxeberria A second clerk reads/);
      assert.match((await desk.stranger().see('/log')).words, /Answer of the board/);
      const again = await chair.send(at, { ...change(), done: 'x', seen: '2' }, `${at}/answer`);
      assert.equal(again.status, 409);
      assert.match(again.words, /answered before/);
      const done = await chair.send(
        at,
        { done: 'The clerk began.', seen: '2' },
        `${at}/carried-out`,
      );
      assert.equal(done.to, `${at}?recorded=done`);
      assert.match(
        (await member.see(at)).words,
        /Carried out, says Oluwaseun Adeyemi The clerk began\./,
      );
    });

    test('mistakes come back with what was typed, and nothing is recorded', async () => {
      const { id } = await finding();
      const at = `/desk/findings/${id}`;
      const form = { ...change(), ...day('by-when', date('2026-07-04')), reasons: ' ' };
      const sent = await member.send(at, { ...form, seen: '1' }, `${at}/answer`);
      assert.equal(sent.status, 422);
      assert.match(sent.words, /There are 2 things to fix/);
      assert.ok(sent.text.includes('A second clerk reads documents from abroad.'));
      const rows = await desk.database.owner`select 1 from board.event where finding = ${id}`;
      assert.equal(rows.length, 1);
    });

    test('a page that is no longer up to date is refused, and what was written is shown again', async () => {
      const { id } = await finding();
      const at = `/desk/findings/${id}`;
      const sent = await member.send(at, { ...change(), seen: '0' }, `${at}/answer`);
      assert.equal(sent.status, 409);
      assert.ok(sent.text.includes(reasons));
    });

    test('a director reads a finding and has no form; an answer of theirs is refused', async () => {
      const { id } = await finding();
      const director = await desk.somebody('A director', 'director');
      const at = `/desk/findings/${id}`;
      const page = await director.see(at);
      assert.equal(page.status, 200);
      assert.ok(!page.text.includes(`${at}/answer`));
      assert.equal((await director.send(at, change(), `${at}/answer`)).status, 403);
    });

    test('a finding that is not there is not there', async () => {
      const none = '/desk/findings/00000000-0000-7000-8000-000000000000';
      assert.equal((await member.see(none)).status, 404);
      assert.equal((await member.see('/desk/findings/F-1')).status, 404);
    });
  });

  describe('a finding about a reviewer', () => {
    test('goes to the reviewer and the chair; the reviewer responds, and then the chair may answer', async () => {
      const { id, label } = await aboutRater();
      const at = `/desk/findings/${id}`;
      assert.match((await rater.see('/desk/findings')).words, new RegExp(label));
      const own = await rater.see(at);
      assert.match(own.words, /You approve less often than the other deciders/);
      const first = await chair.see(at);
      assert.match(first.words, /Rashid al-Khatib approves less often/);
      assert.ok(!first.text.includes(`${at}/answer`), 'not before the reviewer was heard');
      for (const visitor of [
        member,
        await desk.somebody('Another reviewer', 'reviewer'),
        await desk.somebody('Director B', 'director'),
        await desk.somebody('Auditor B', 'auditor'),
      ]) {
        assert.equal((await visitor.see(at)).status, 404);
      }
      assert.ok(!(await member.see('/desk/board')).text.includes(label));
      const early = await chair.send(
        at === '' ? at : '/desk/outreach',
        { ...change(), seen: '2' },
        `${at}/answer`,
      );
      assert.equal(early.status, 409);
      assert.match(early.words, /may still respond/);
      const empty = await rater.send(at, { words: ' ', seen: '2' }, `${at}/respond`);
      assert.equal(empty.status, 422);
      const words = 'I was given the matters that others stepped aside from.';
      const sent = await rater.send(at, { words, seen: '2' }, `${at}/respond`);
      assert.equal(sent.to, `${at}?recorded=responded`);
      const answered = await chair.send(at, { ...change(), seen: '3' }, `${at}/answer`);
      assert.equal(answered.to, `${at}?recorded=answered`);
      const told = await rater.see(at);
      assert.match(told.words, /Change, by Oluwaseun Adeyemi/);
      assert.ok((await chair.see(at)).text.includes(words));
    });
  });

  describe('outreach', () => {
    const plan = (code: string) => ({
      target: 'Case managers in the northern counties',
      program: 'larkspur-care',
      means: 'visit',
      how: 'Two evenings at the county hospital.',
      code,
      ...day('from', desk.world.clock.today()),
      ...day('until', addDays(desk.world.clock.today(), 90)),
    });

    test('is planned for a finding, with a link, and shown there; a code is used once', async () => {
      const { id, label } = await finding();
      const form = await member.see(`/desk/outreach?finding=${id}`);
      assert.match(form.words, new RegExp(`It is planned for finding ${label}`));
      const sent = await member.send('/desk/outreach', { ...plan('north-visit'), finding: id });
      assert.match(sent.to ?? '', /^\/desk\/outreach\?recorded=yes#/);
      const page = await member.see('/desk/outreach?recorded=yes');
      assert.match(page.words, /http:\/\/localhost\/apply\?from=north-visit/);
      assert.match(page.words, /Applied withheld/);
      assert.match(
        (await member.see(`/desk/findings/${id}`)).words,
        /Case managers in the northern counties/,
      );
      const taken = await member.send('/desk/outreach', { ...plan('North-Visit'), finding: '' });
      assert.equal(taken.status, 422);
      assert.match(taken.words, /another outreach has this code/);
      const mistakes = await member.send('/desk/outreach', { finding: id });
      assert.match(mistakes.words, /There are 7 things to fix/);
      assert.match(mistakes.words, new RegExp(`It is planned for finding ${label}`));
    });

    test('its link leads to the application, through sign-in and sign-up, and an unknown one to the programs', async () => {
      await member.send('/desk/outreach', { ...plan('through-the-door'), finding: '' });
      const stranger = desk.stranger();
      const first = await stranger.see('/apply?from=Through-The-Door');
      assert.equal(first.to, '/apply/larkspur-care?from=Through-The-Door');
      const asked = await stranger.see(first.to ?? '');
      assert.match(asked.to ?? '', /^\/sign-in\?then=/);
      const signIn = await stranger.see(asked.to ?? '');
      const signUp = /href="(\/sign-up\?then=[^"]*)"/.exec(signIn.text)?.[1] ?? '';
      const form = await stranger.see(signUp);
      assert.ok(form.text.includes('value="/apply/larkspur-care?from=Through-The-Door"'));
      const sent = await stranger.send(
        signUp,
        {
          name: 'New Person',
          email: 'new.person@people.example',
          passphrase: 'a long passphrase nobody knows',
          after: '/apply/larkspur-care?from=Through-The-Door',
        },
        '/sign-up',
      );
      assert.ok(
        sent.text.includes(
          `/sign-in?then=${encodeURIComponent('/apply/larkspur-care?from=Through-The-Door')}`,
        ),
      );
      assert.equal((await stranger.see('/apply?from=no-such-code')).to, '/programs');
      assert.equal((await stranger.see('/apply')).to, '/programs');
    });

    test('whoever comes by it is told that it is kept sealed, and kept it is, where nobody at a desk reads it', async () => {
      await member.send('/desk/outreach', { ...plan('canary-visit'), finding: '' });
      const candidate = await desk.somebody('Ada Newcomer');
      const count = async () => (await desk.database.owner`select 1 from sealed.source`).length;
      const start = await count();
      const plain = await candidate.see('/apply/larkspur-care');
      assert.doesNotMatch(plain.words, /kept sealed/);
      for (const code of ['no-such-code', 'x', '%00', 'canary-visit-2']) {
        const page = await candidate.see(`/apply/larkspur-care?from=${code}`);
        assert.equal(page.status, 200);
        assert.doesNotMatch(page.words, /kept sealed/, code);
      }
      assert.doesNotMatch(
        (await candidate.see('/apply/larkspur-work?from=canary-visit')).words,
        /kept sealed/,
      );
      assert.equal(await count(), start);
      const came = await candidate.see('/apply/larkspur-care?from=canary-visit');
      assert.match(came.words, /You came by a link .* kept sealed/);
      const first = /href="(\/apply\/larkspur-care\/[a-z-]+\?from=canary-visit)"/.exec(
        came.text,
      )?.[1];
      assert.ok(first !== undefined, 'the code goes along to the first page');
      assert.match((await candidate.see(first)).text, /name="from" value="canary-visit"/);
      assert.equal(await count(), start, 'looking leaves nothing behind');
      const page = first.split('?')[0] ?? '';
      for (const from of ['no-such-code', 'canary-visit', 'canary-visit']) {
        const saved = await candidate.send(
          first,
          { page: page.split('/').at(-1) ?? '', go: 'later', from },
          page,
        );
        assert.equal(saved.status, 303);
      }
      assert.equal(await count(), start + 1);
      const journeys = await desk.app.measurements.journeys();
      assert.ok(
        journeys.some(
          ({ code, program }) => code === 'canary-visit' && program === 'larkspur-care',
        ),
      );
      const tables = await desk.database.owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('people','front','casework','evidence','money','conduct','exam','register','ledger','post','audit')`;
      for (const { name } of tables) {
        const rows = await desk.database.owner.unsafe(
          `select 1 from ${name} t where t::text like '%canary-visit%'`,
        );
        assert.equal(rows.length, 0, name);
      }
    });
  });
});
