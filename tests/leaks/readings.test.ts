/**
 * Every reading of a confidential page of concerns and complaints is an event. Each address of theirs in the table of routes
 * is opened by somebody who may, and who read what is found on record afterwards; a page that is new and notes nothing, or
 * that nobody opens here, fails.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RouteId, routes } from '../../src/contract/routes/routes.ts';
import { writeLetters } from '../../src/workflow/conduct/write-letters.ts';
import {
  type CanaryComplaint,
  gathered,
  mark,
  raisedAndOpened,
  reviewed,
} from '../support/canary-complaints.ts';
import { type ComplaintDesk, complaintDesk } from '../support/complaint-desk.ts';
import { allMet, handle, seatPanelOf, versionOf } from '../support/complaints.ts';
import type { Answer, DeskPerson } from '../support/desk.ts';

/** Below these addresses everything is about concerns and complaints. */
const CONFIDENTIAL =
  /^\/(?:desk\/(?:complaints|concerns|panels|custodian|board\/patterns|readings|pool)|my\/conduct|concern|witness)(?:\/|$)/;

/** Addresses there that show nothing confidential to anybody but whoever it is about, each with the reason. */
const SHOWS_NOTHING: Readonly<Partial<Record<RouteId, string>>> = {
  concern: 'an empty form for anybody',
  'concern-receipt': 'an empty form for anybody',
  'concern-read':
    'own words behind a receipt; a trace of when somebody unnamed looks would be one of them',
  'concern-back': 'as concern-read',
  witness: 'what one witness is asked, behind a link of theirs, without an account',
  pool: 'who can be drawn, of no complaint',
  'pool-person': 'one place in the pool, of no complaint',
  'panel-interests': 'a member’s own words about themselves',
};

interface Opened {
  readonly person: DeskPerson;
  readonly path: string;
  readonly what: string;
}

describe('a confidential page of concerns and complaints', () => {
  let at: ComplaintDesk;
  let one: CanaryComplaint;
  let opened: Readonly<Partial<Record<RouteId, Opened>>>;
  let auditor: DeskPerson;
  let member: DeskPerson;
  let request = '';

  before(
    async () => {
      at = await complaintDesk();
      one = await raisedAndOpened(at, 'alpha');
      await gathered(at, one);
      await reviewed(at, one);
      await writeLetters(at.bench.world, one.matter);
      await at.desk.app.log.publish();
      const told = await raisedAndOpened(at, 'beta');
      await handle(at.bench, told.matter, { act: 'screen', answers: allMet });
      await handle(at.bench, told.matter, { act: 'give-notice', evidence: [], keptBack: [] });
      const { owner } = at.bench.db;
      const [hearer] = await seatPanelOf(at.bench, one.matter, 'hearing');
      member = await at.desk.signedIn(hearer ?? '');
      auditor = await at.desk.somebody('Auditor', 'auditor');
      const board = await at.desk.somebody('Board member', 'board');
      const { matter, concern, respondent } = one;
      const [row] = await owner<{ own: string; file: string; place: string }[]>`
        select (select l.id from conduct.letter l join conduct.party p on p.id = l.party
            where p.matter = ${matter} and p.role = 'respondent' limit 1) as own,
          (select id from conduct.concern_file where concern = ${concern} limit 1) as file,
          (select min(place) from ledger.opening where plain->>'matter' = ${one.label})::text as place`;
      assert.ok(row);
      const desk = `/desk/complaints/${matter}`;
      const panel = `/desk/panels/${matter}`;
      const my = `/my/conduct/${matter}`;
      const { handler, custodian } = at;
      opened = {
        complaints: { person: handler, path: '/desk/complaints', what: 'complaint-list' },
        'complaint-open': {
          ...{ person: handler, path: `/desk/complaints/open?concern=${concern}` },
          what: 'concern',
        },
        complaint: { person: handler, path: desk, what: 'matter' },
        'complaint-file': {
          ...{ person: handler, path: `${desk}/files/e1/original`, what: 'evidence' },
        },
        'complaint-letter': { person: handler, path: `${desk}/letters/${row.own}`, what: 'letter' },
        'complaint-letter-paper': {
          ...{ person: handler, path: `${desk}/letters/${row.own}/paper`, what: 'letter' },
        },
        'complaint-names': { person: handler, path: `${desk}/names`, what: 'matter' },
        'complaint-act': { person: handler, path: `${desk}/stay`, what: 'matter' },
        custodian: { person: custodian, path: '/desk/custodian', what: 'custody' },
        concerns: { person: handler, path: '/desk/concerns', what: 'concern-list' },
        'concern-open': { person: handler, path: `/desk/concerns/${concern}`, what: 'concern' },
        'concern-file': {
          ...{ person: handler, path: `/desk/concerns/${concern}/files/${row.file}` },
          what: 'concern',
        },
        panels: { person: member, path: '/desk/panels', what: 'panel-list' },
        'panel-matter': { person: member, path: panel, what: 'matter' },
        'panel-evidence': { person: member, path: `${panel}/evidence/e1`, what: 'evidence' },
        'panel-act': { person: member, path: `${panel}/leave`, what: 'matter' },
        'my-conduct': { person: respondent, path: '/my/conduct', what: 'own-list' },
        'my-conduct-matter': { person: respondent, path: my, what: 'matter' },
        'my-conduct-file': { person: respondent, path: `${my}/files/e1`, what: 'evidence' },
        'my-conduct-letter': {
          person: respondent,
          path: `${my}/letters/${row.own}`,
          what: 'letter',
        },
        'my-conduct-letter-pdf': {
          ...{ person: respondent, path: `${my}/letters/${row.own}/pdf`, what: 'letter' },
        },
        'my-conduct-act': {
          ...{
            person: told.respondent,
            path: `/my/conduct/${told.matter}/respond`,
            what: 'matter',
          },
        },
        'my-conduct-receipt': {
          ...{ person: respondent, path: `${my}/receipt/${row.place}`, what: 'receipt' },
        },
        'board-patterns': { person: board, path: '/desk/board/patterns', what: 'promise-list' },
        readings: { person: auditor, path: '/desk/readings', what: 'readings' },
      };
      const reason = 'The letter came back, so that the address is needed.';
      const asked = await handler.send(`${desk}/names`, { key: 'c1', reason });
      assert.ok(asked.to, asked.words);
      const [ask] = await owner<{ id: string }[]>`
        select id from conduct.unmask_request where asked_by = ${handler.id}`;
      request = ask?.id ?? '';
      const consents = { answer: 'consent', [`why-${request}`]: 'It is needed.' };
      const to = `/desk/custodian/${request}`;
      assert.ok((await custodian.send('/desk/custodian', consents, to)).to);
    },
    { timeout: 300_000 },
  );
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  const readBy = async ({ id }: DeskPerson): Promise<readonly string[]> => {
    const rows = await at.bench.db.owner<{ what: string }[]>`
      select what from conduct.reading where reader = ${id} order by at`;
    return rows.map(({ what }) => what);
  };
  const noted = async (person: DeskPerson, ask: () => Promise<Answer>) => {
    const was = (await readBy(person)).length;
    const answer = await ask();
    return { answer, read: (await readBy(person)).slice(was) };
  };

  test('notes each reading, whatever it is: a list, a page, a file, a letter, a receipt', async () => {
    const confidential = routes.filter(
      ({ id, method, path }) =>
        method === 'GET' && CONFIDENTIAL.test(path) && SHOWS_NOTHING[id] === undefined,
    );
    assert.ok(confidential.length > 20);
    for (const { id, path, records } of confidential) {
      const how = opened[id];
      assert.ok(how !== undefined, `${path} is new: note its reading, and open it here`);
      assert.notEqual(records, 'nothing', path);
      for (const visit of [1, 2]) {
        const { answer, read } = await noted(how.person, () => how.person.see(how.path));
        assert.equal(answer.status, 200, `${how.path}: ${answer.words.slice(0, 200)}`);
        assert.ok(read.includes(how.what), `${how.path}, visit ${visit}: ${read}`);
      }
    }
  });

  test('notes the pages that follow, the pages of a search, and a form that comes back', async () => {
    const { handler, custodian } = at;
    for (const [person, path, what] of [
      [handler, '/desk/complaints?page=2', 'complaint-list'],
      [handler, '/desk/concerns?page=2', 'concern-list'],
      [auditor, `/desk/readings?matter=${one.label}`, 'readings'],
    ] as const) {
      const { answer, read } = await noted(person, () => person.see(path));
      assert.equal(answer.status, 200);
      assert.deepEqual(read, [what], path);
    }
    const desk = `/desk/complaints/${one.matter}`;
    const seen = { seen: String(await versionOf(at.bench, one.matter)) };
    const refused = await noted(handler, () => handler.send(`${desk}/stay`, seen));
    assert.equal(refused.answer.status, 422);
    // The form, and the form with its mistake.
    assert.deepEqual(refused.read, ['matter', 'matter']);
    const nothing = await noted(custodian, () =>
      custodian.send('/desk/custodian', {}, `/desk/custodian/${request}`),
    );
    assert.ok(nothing.read.includes('custody'));
    const name = await noted(handler, () =>
      handler.send(`${desk}/names`, {}, `${desk}/names/${request}`),
    );
    assert.equal(name.answer.status, 200, name.answer.words);
    assert.ok(name.read.includes('identity'));
  });

  test('notes nothing for whoever may not open it, and nothing of what was searched for', async () => {
    const somebody = await at.desk.somebody('Nobody in particular', 'conduct');
    const { handler } = at;
    for (const path of [`/desk/complaints/${one.matter}`, `/desk/panels/${one.matter}`]) {
      const { answer, read } = await noted(somebody, () => somebody.see(path));
      assert.ok([403, 404].includes(answer.status));
      assert.deepEqual(read, []);
    }
    const word = mark('complainant', 'alpha');
    const found = await handler.send('/desk/complaints', { search: word });
    assert.ok(found.text.includes(one.label), found.words);
    await handler.send('/desk/concerns', { search: word });
    const rows = await at.bench.db.owner<{ row: string }[]>`
      select r::text as row from conduct.reading r where r::text ~* 'canary'`;
    assert.deepEqual([...rows], []);
  });

  test('is seen to have been read by the auditor, under codes and labels, page by page; not by anybody else', async () => {
    const { handler, custodian } = at;
    for (let visit = 0; visit < 55; visit += 1) await handler.see(`/desk/complaints/${one.matter}`);
    await handler.see('/desk/complaints');
    await custodian.see('/desk/custodian');
    const page = await auditor.see('/desk/readings');
    assert.match(page.words, /The list of complaints/);
    assert.match(page.words, /Requests to show a name/);
    assert.match(page.words, /This page/);
    assert.ok(page.text.includes(one.label));
    assert.ok(page.text.includes(handler.id.slice(-8)) && !page.text.includes(handler.id));
    assert.doesNotMatch(page.text, /Coordinator one|canary/i);
    const [count] = await at.bench.db.owner<{ n: number }[]>`
      select count(*)::int as n from conduct.reading`;
    let read = 0;
    let here: string | undefined = '/desk/readings';
    const seen = new Set<string>();
    while (here !== undefined) {
      const { text } = await auditor.see(here);
      read += [...text.matchAll(/<code>/g)].length;
      const next: string | undefined = /rel="next" href="([^"]+)"/.exec(text)?.[1];
      assert.ok(next === undefined || !seen.has(next));
      if (next !== undefined) seen.add(next);
      here = next?.replaceAll('&amp;', '&');
    }
    assert.ok(seen.size > 0, 'there is more than one page');
    // Reading the first page noted one more.
    assert.equal(read, (count?.n ?? 0) + 1);
    const only = await auditor.see(`/desk/readings?matter=${one.label.toLowerCase()}`);
    assert.doesNotMatch(only.words, /The list of complaints/);
    assert.match((await auditor.see('/desk/readings?matter=ZZZ')).words, /Nothing of a matter/);
    assert.equal((await auditor.see("/desk/readings?before=%00'&matter=%00")).status, 200);
    for (const person of [handler, custodian, member, one.respondent]) {
      assert.equal((await person.see('/desk/readings')).status, 403);
    }
    const { owner } = at.bench.db;
    await owner`insert into conduct.bar (matter, person, why)
      values (${one.matter}, ${auditor.id}, 'has a tie')`;
    assert.ok(!(await auditor.see('/desk/readings')).text.includes(one.label));
  });

  test('cannot be noted for somebody else, nor a list as being about anything', async () => {
    const { records } = at.bench.world;
    const forged = at.bench.db.pools.web.begin(async (tx) => {
      await tx`select set_config('role', 'evenhand_conduct', true), set_config('evenhand.person', ${at.handler.id}, true)`;
      await tx`insert into conduct.reading (what, about) values ('complaint-list', ${one.matter})`;
    });
    await assert.rejects(forged, /reading_list_check/);
    const signed = records.as({ rights: 'auditor', person: auditor.id }, ({ conduct }) =>
      conduct.noteReading('matter', one.matter),
    );
    await assert.rejects(signed, /row-level security/);
  });
});
