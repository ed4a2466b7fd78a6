import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  closeInventedWorld,
  type InventedWorld,
  measuredWorld,
} from '../../../tests/support/invented-world.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { opens, readEntry } from '../../ledger/entry/entry.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { dayOf, divisionBy, groupOf } from '../../workflow/measure/division.ts';
import { previewRule, readPreviews } from '../../workflow/measure/preview-rule.ts';
import type { Office } from '../../workflow/ports/records.ts';
import type { App } from '../server/app.ts';
import type { Fields, Reply, Visit } from '../server/visit.ts';
import { rulePreviewHandlers } from './rule-preview-handlers.ts';

const PROGRAM = 'larkspur-care';
const CHANGE = { kind: 'either', criterion: 'supervised-by-holder', other: 'license' } as const;
const ASKED: Fields = {
  for: PROGRAM,
  kind: 'either',
  criterion: CHANGE.criterion,
  other: CHANGE.other,
  dimension: 'gender',
};

let invented: InventedWorld;
let app: App;
describe('a changed rule tried on past applicants', () => {
  before(
    async () => {
      invented = await measuredWorld();
      const { world, measurements, today } = invented;
      const clock = { ...world.clock, today: () => today };
      app = {
        world: { ...world, clock },
        measurements,
        solver: linearSolver,
        demonstration: true,
      } as App;
    },
    { timeout: 300_000 },
  );
  after(closeInventedWorld);

  function visitBy(offices: readonly Office[], sent: { query?: Fields; form?: Fields }): Visit {
    const person = invented.body.people.find((one) => one.offices.includes(offices[0] ?? 'board'));
    assert.ok(person !== undefined);
    const { id, fullName, email } = person;
    return {
      route: 'rule-previews',
      path: '/desk/board/rules',
      params: {},
      query: sent.query ?? {},
      form: sent.form ?? {},
      files: [],
      json: undefined,
      session: {
        person: id,
        fullName,
        email,
        demonstration: true,
        offices,
        programs: [],
        expiresAt: 0,
      },
      token: 'token',
      frame: {
        path: '/desk/board/rules',
        viewer: { name: fullName, role: offices[0] ?? 'board' },
        demonstration: true,
        formToken: 'token',
        stylesheet: '/style.css',
      },
    };
  }

  const htmlOf = (reply: Reply): string =>
    reply.kind === 'page' ? reply.html.replaceAll('\u00a0', ' ') : '';
  const see = async (offices: readonly Office[], query: Fields = {}): Promise<string> =>
    htmlOf(await rulePreviewHandlers(app)['rule-previews'](visitBy(offices, { query })));
  const ask = async (form: Fields): Promise<Reply> =>
    await rulePreviewHandlers(app)['rule-preview-ask'](visitBy(['board'], { form }));

  const logged = async () =>
    await app.world.records.as({ rights: 'worker', person: undefined }, ({ log }) =>
      log.entries(0, 100_000),
    );

  test('the board chooses a program and reads its criteria before it asks', async () => {
    const start = await see(['board']);
    assert.match(start, /This shows past applicants/);
    assert.match(start, /No preview was asked yet/);
    assert.doesNotMatch(start, /The criterion/);
    const form = await see(['board'], { program: PROGRAM });
    assert.match(form, /12 months supervised by a holder/);
    assert.match(form, /What cannot be tried/);
  });

  test('what is missing is named, and what was typed stays', async () => {
    const reply = await ask({ for: PROGRAM, kind: 'either', criterion: 'license' });
    assert.ok(reply.kind === 'page' && reply.status === 422);
    const html = htmlOf(reply);
    assert.match(html, /Choose the criterion that may stand in for it/);
    assert.match(html, /Choose whom to compare/);
    assert.match(html, /value="license" selected/);
  });

  test('the counts shown are those of the records, and none is below eleven', async () => {
    const reply = await ask(ASKED);
    assert.deepEqual(
      [reply.kind, reply.kind === 'redirect' && reply.to],
      ['redirect', '/desk/board/rules?preview=1'],
      htmlOf(reply),
    );
    const reader = { rights: 'board', person: visitBy(['board'], {}).session?.person } as const;
    const [stored] = await readPreviews(app.world.records, reader);
    assert.ok(stored !== undefined);
    const { value: preview } = stored.preview;
    const end = addDays(preview.countedUntil, 1);
    const division = divisionBy('gender');
    const rows = (await app.measurements.judgments('gender')).filter(
      ({ program, closedAt }) =>
        program === PROGRAM && closedAt !== undefined && dayOf(program, closedAt) < end,
    );
    let shown = 0;
    for (const row of preview.rows) {
      const own = rows.filter(
        ({ groups, openedOn }) => groupOf(division, groups, date(openedOn)) === row.group,
      );
      // By hand: education or the work under a holder, now any of both together, and good character.
      const letIn = own.filter(({ outcome, findings }) => {
        const has = (id: string): boolean => findings.get(id) === true;
        const either = has(CHANGE.criterion) || has(CHANGE.other);
        const education = either || has('degree') || has('certification');
        const work = either || has('supervised-by-other') || has('as-supervisor');
        return outcome === 'not-met' && education && work && has('character');
      }).length;
      if (row.letIn !== WITHHELD) {
        shown += 1;
        assert.equal(row.letIn, letIn, row.group);
        assert.ok(letIn >= 11);
      }
      if (row.before !== WITHHELD) {
        const met = own.filter(({ outcome }) => outcome === 'met').length;
        assert.deepEqual(row.before, { succeeded: met, total: own.length });
      }
    }
    assert.ok(shown > 0, JSON.stringify(preview.rows));
    assert.equal(preview.canShutOut, false);
    const html = await see(['board'], { preview: '1' });
    assert.match(html, /either is enough: Larkspur Care Coordinator/);
    assert.match(html, /would have been found eligible/);
    assert.match(html, /Nobody who was found eligible would have been shut out/);
  });

  /** Where two pages differ; a whole page in a message helps nobody. */
  function firstApart(one: string, other: string): string {
    const place = [...one].findIndex((letter, index) => letter !== other[index]);
    return `${one.slice(place - 60, place + 60)} | ${other.slice(place - 60, place + 60)}`;
  }

  test('whoever reads the page reads the same, also a member who is a reviewer or a candidate as well', async () => {
    const [alone, both, auditor] = await Promise.all([
      see(['board'], { preview: '1' }),
      see(['board', 'reviewer'], { preview: '1' }),
      see(['auditor'], { preview: '1' }),
    ]);
    const result = (html: string): string =>
      html.slice(html.indexOf('id="preview-title"')).split('</section>')[0] ?? '';
    assert.ok(result(alone).length > 500, `${result(alone).length} letters`);
    assert.ok(result(both) === result(alone), firstApart(result(both), result(alone)));
    assert.ok(result(auditor) === result(alone), firstApart(result(auditor), result(alone)));
    assert.doesNotMatch(auditor, /Try it on past applicants/);
    for (const side of [{ sort: 'letIn' }, { group: 'woman' }, { search: 'a' }]) {
      const seen = result(await see(['board'], { preview: '1', ...side }));
      assert.ok(seen === result(alone), firstApart(seen, result(alone)));
    }
  });

  test('asking once more shows what was shown before, and writes nothing', async () => {
    const count = async (): Promise<number> => (await logged()).length;
    const before = await count();
    const again = await ask({ ...ASKED, criterion: CHANGE.other, other: CHANGE.criterion });
    assert.ok(again.kind === 'redirect' && again.to === '/desk/board/rules?preview=1');
    assert.equal(await count(), before);
  });

  test('each preview is in the decision log with what was asked, and its line can be opened', async () => {
    const [row] = await invented.db.owner<
      { body: string; digest: string; opening: Buffer; place: number; change: string }[]
    >`select body, digest, opening, place, change from measured.rule_preview`;
    assert.ok(row !== undefined);
    assert.equal(sha256Hex(row.body), row.digest);
    const line = (await logged()).find(({ place }) => place === row.place);
    const entry = readEntry(utf8(line?.commitment ?? ''));
    assert.ok(entry.ok, 'the line reads');
    const query = {
      release: 2,
      program: PROGRAM,
      dimension: 'gender',
      change: row.change,
    };
    assert.ok(
      opens(entry.value, {
        matter: 'rule preview 1',
        outcome: { query, digest: row.digest },
        salt: new Uint8Array(row.opening),
      }),
    );
  });

  test('a question nobody is asked, and a change that changes nothing, are refused with the reason', async () => {
    const member = visitBy(['board'], {}).session?.person ?? '';
    const world = { ...app.world, measurements: app.measurements, solver: linearSolver };
    const asked = { member, program: PROGRAM, change: CHANGE, dimension: 'appearance' };
    const unasked = await previewRule(world, asked);
    assert.ok(!unasked.ok && unasked.refusal.kind === 'not-asked');
    const change = { kind: 'either', criterion: 'license', other: 'degree' } as const;
    const nothing = await previewRule(world, { ...asked, change, dimension: 'gender' });
    assert.ok(!nothing.ok && nothing.refusal.kind === 'changes-nothing');
  });

  test('a preview that does not exist is missing, and no reviewer opens the page', async () => {
    const missing = await rulePreviewHandlers(app)['rule-previews'](
      visitBy(['board'], { query: { preview: '99' } }),
    );
    assert.ok(missing.kind === 'page' && missing.status === 404);
    const reviewer = await rulePreviewHandlers(app)['rule-previews'](visitBy(['reviewer'], {}));
    assert.ok(reviewer.kind === 'page' && reviewer.status === 404);
  });
});
