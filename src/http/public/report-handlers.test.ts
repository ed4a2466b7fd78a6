import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { secretsFor } from '../../../tests/support/exam-world.ts';
import {
  closeInventedWorld,
  type InventedWorld,
  inventedWorld,
} from '../../../tests/support/invented-world.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteKey, readNoteKey, signNote } from '../../ledger/checkpoint/note.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import type { PublicReport } from '../../reporting/public-report/public-report.ts';
import { drawAndTell } from '../../workflow/measure/draw-and-tell.ts';
import { readReleases } from '../../workflow/measure/read-releases.ts';
import { publishedLog } from '../../workflow/publish/log-publisher.ts';
import { checkReport } from '../../workflow/report/check-report.ts';
import { publishReportsDue, reportsDue } from '../../workflow/report/publish-due.ts';
import type { App } from '../server/app.ts';
import { createServer } from '../server/server.ts';
import { logHandlers } from './log-handlers.ts';
import { reportHandlers } from './report-handlers.ts';

const DUE = date('2026-02-28');

describe('the public report of the invented body', () => {
  let invented: InventedWorld;
  let app: App;
  let server: FastifyInstance;
  let before28: { readonly due: number; readonly list: string; readonly status: number };

  const on = (today: CivilDate) => ({
    ...invented.world,
    clock: { ...invented.world.clock, today: () => today },
    signer: { key: app.log.key, sign: (text: Uint8Array) => invented.world.keys.log.sign(text) },
  });
  const see = async (url: string) => {
    const { statusCode, body, headers } = await server.inject({ url });
    return { status: statusCode, body: body.replaceAll('\u00a0', ' '), headers };
  };

  before(async () => {
    invented = await inventedWorld('few');
    const { world, measurements } = invented;
    const folder = logFolder(path.join(secretsFor().folder, 'log'));
    const signer = world.keys.log;
    const log = publishedLog({ records: world.records, folder, signer, name: 'test/log' });
    app = { log, logFolder: folder, root: process.cwd(), scripts: '', demonstration: true } as App;
    app = { ...app, world: on(DUE), measurements, secret: 'secret of the tests' };
    server = await createServer(app, { ...reportHandlers(app), ...logHandlers(app) });
    const eve = on(date('2026-02-27'));
    await drawAndTell({ ...eve, measurements, solver: linearSolver });
    assert.deepEqual(await publishReportsDue(eve), []);
    before28 = {
      due: (await reportsDue(eve)).length,
      list: (await see('/reports')).body,
      status: (await see('/reports/1')).status,
    };
    assert.deepEqual(await publishReportsDue(on(DUE)), [
      'Report 1 is published: http://127.0.0.1/reports/1',
    ]);
    await log.publish();
  });
  after(async () => {
    await server.close();
    await closeInventedWorld();
  });

  test('is not there on the day before its day, and there on its day, once', async () => {
    assert.deepEqual([before28.due, before28.status], [0, 404]);
    assert.match(before28.list, /No report is published yet/);
    assert.match(before28.list, /next report comes out on Saturday, February 28, 2026/);
    assert.deepEqual(await publishReportsDue(on(DUE)), []);
    assert.deepEqual(await publishReportsDue(on(date('2026-11-25'))), []);
    const { body } = await see('/reports');
    assert.match(body, /href="\/reports\/1"/);
    assert.match(body, /next report comes out on Sunday, February 28, 2027/);
  });

  test('shows what was planted, and no finding about a reviewer', async () => {
    const { body, status } = await see('/reports/1');
    assert.equal(status, 200);
    assert.match(body, /Trained abroad: decisions on eligibility took \d+(?:\.\d)? days longer/);
    assert.match(body, /Question care-011: harder for “Trained abroad”/);
    assert.match(body, /An answer is promised by/);
    assert.ok(!/approves (?:less|more) often/.test(body));
  });

  const publicAnswers = async (): Promise<readonly string[]> => {
    const { body } = await see('/reports/1.json');
    const { report }: { report: PublicReport } = JSON.parse(body);
    const pages = await Promise.all(
      report.dimensions.map(async ({ id }) => {
        const reply = await see(`/reports/1/${id}`);
        assert.equal(reply.status, 200, id);
        return reply.body;
      }),
    );
    const rest = await Promise.all(
      ['/reports', '/reports/1', '/reports/1.csv', '/reports/1.receipt'].map(
        async (url) => (await see(url)).body,
      ),
    );
    return [body, ...pages, ...rest];
  };

  test('says nothing of a decider, of staff or of anybody by name or id, anywhere', async () => {
    const { people } = invented.body;
    const staff = people.filter(({ offices }) => offices.length > 0);
    const words = [
      ...staff.flatMap(({ id, fullName, email }) => [id, fullName, email]),
      ...people.map(({ id }) => id),
      ...people.map(({ fullName }) => fullName).filter((name) => name.length > 8),
    ];
    const found = (await publicAnswers()).flatMap((text) => [
      ...words.filter((word) => text.includes(word)),
      ...(/"deciders?"/.test(text) ? ['decider'] : []),
    ]);
    assert.deepEqual(found, []);
  });

  test('the file holds the numbers that the release shows, and not one that it withholds', async () => {
    const { body } = await see('/reports/1.json');
    const { report }: { report: PublicReport } = JSON.parse(body);
    const worker = { rights: 'worker', person: undefined } as const;
    const [release] = (await readReleases(invented.world.records, worker)).value;
    const numbers = release?.outcomes.numbers ?? {};
    let shown = 0;
    let withheld = 0;
    for (const { kind, dimension, part, rows } of report.tables) {
      for (const { group, outcome } of rows) {
        const cell = (counted: string) =>
          numbers[`${kind} / ${dimension} / ${part} / ${group} / ${counted}`];
        const isWithheld = cell('succeeded') === null || cell('all') === null;
        assert.equal(outcome === 'withheld', isWithheld, `${kind} ${dimension} ${part} ${group}`);
        if (outcome === 'withheld') {
          withheld += 1;
        } else {
          shown += 1;
          assert.deepEqual([outcome.succeeded, outcome.total], [cell('succeeded'), cell('all')]);
          assert.ok(outcome.succeeded >= 11 && outcome.total - outcome.succeeded >= 11);
        }
      }
    }
    assert.ok(shown > 200 && withheld > 200, `${shown} shown, ${withheld} withheld`);
  });

  const asked = async (change: (text: string) => string = (text) => text) => {
    const key = readNoteKey((await see('/log/key')).body);
    assert.ok(key.ok);
    // As it is sent: the digest is over these very letters.
    const { body } = await server.inject({ url: '/reports/1.json' });
    const receipt = (await server.inject({ url: '/reports/1.receipt' })).body;
    return { text: change(body), key: key.value, receipt };
  };
  const checked = async (of: { text: string; key: NoteKey; receipt: string | undefined }) => {
    const found = await checkReport(of, checkEd25519);
    assert.ok(found.ok, JSON.stringify(found));
    return found.value;
  };

  test('every figure follows from its tables, signed, unchanged and in the log', async (t) => {
    const found = await checked(await asked());
    assert.deepEqual(
      [found.signature.answer, found.body.answer, found.log.answer, found.differing, found.holds],
      ['holds', 'holds', 'holds', 0, true],
    );
    assert.ok(found.agreeing > 3000);
    t.diagnostic(`${found.agreeing} figures agree`);
  });

  test('one digit changed is found, among the figures and by the signature', async () => {
    const found = await checked(await asked((text) => text.replace(/"low":0\.8/, '"low":0.7')));
    assert.deepEqual([found.body.answer, found.holds], ['fails', false]);
    assert.equal(found.signature.answer, 'holds', 'the note itself was not touched');
    assert.equal(found.log.answer, 'fails', 'the log fixes another report');
    assert.equal(found.differing, 1);
    const later = await checked(
      await asked((text) =>
        text.replace('"publishedOn":"2026-02-28"', '"publishedOn":"2026-02-20"'),
      ),
    );
    assert.deepEqual([later.body.answer, later.differing], ['fails', 0]);
  });

  test('a report signed by somebody else under the same name is found', async () => {
    const { key, text, receipt } = await asked();
    const stranger = ed25519Signer(key.name, new Uint8Array(32).fill(9));
    const { report, note } = JSON.parse(text);
    const forged = await signNote(note.slice(0, note.lastIndexOf('\n\n') + 1), [stranger]);
    const file = JSON.stringify({ report, note: forged });
    const found = await checked({ text: file, key, receipt });
    assert.deepEqual([found.signature.answer, found.holds], ['fails', false]);
    const broken = JSON.stringify({
      report,
      note: note.replace(/[A-Za-z0-9+/](?=={0,2}\n$)/, '_'),
    });
    assert.notEqual(broken, JSON.stringify({ report, note }));
    assert.equal((await checked({ text: broken, key, receipt })).signature.answer, 'fails');
    const bare = await checked({
      text: canonicalJson(asJson({ report })),
      key,
      receipt: undefined,
    });
    assert.deepEqual([bare.signature.answer, bare.log.answer], ['fails', 'not-asked']);
  });

  test('the spreadsheet has the same rows and the same numbers as the file', async () => {
    const { report }: { report: PublicReport } = JSON.parse((await asked()).text);
    const reply = await see('/reports/1.csv');
    assert.match(String(reply.headers['content-disposition']), /filename="report-1\.csv"/);
    const [head = '', ...lines] = reply.body.trimEnd().split('\n');
    const names = head.split(',');
    const rows = report.tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
    assert.equal(lines.length, rows.length);
    lines.forEach((line, place) => {
      const cells = line.split(',');
      const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
      const { table, row } = rows[place] ?? assert.fail();
      assert.deepEqual(['kind', 'dimension', 'part', 'group'].map(cell), [
        table.kind,
        table.dimension,
        table.part,
        row.group,
      ]);
      const { outcome } = row;
      assert.deepEqual(
        ['succeeded', 'rate low', 'ratio', 'verdict'].map(cell),
        outcome === 'withheld'
          ? ['withheld', 'withheld', 'withheld', 'withheld']
          : [
              outcome.succeeded,
              outcome.rate.low,
              outcome.comparison?.ratio.value ?? '',
              outcome.comparison?.verdict.state ?? '',
            ].map(String),
      );
    });
  });

  test('numbers and questions that are none lead to the missing page', async () => {
    for (const asked of [
      '0',
      'x',
      '01',
      '1.0',
      '-1',
      '2',
      '99999999999',
      '1e0',
      '%00',
      '1 or 1=1',
    ]) {
      for (const ending of ['', '.json', '.csv', '.receipt', '/age']) {
        const { status, body } = await see(`/reports/${encodeURI(asked)}${ending}`);
        assert.ok(status === 404 || status === 400, `${asked}${ending}: ${status}`);
        assert.ok(!body.includes('"report"'));
      }
    }
    assert.match((await see('/reports/0')).body, /This page is not here/);
    assert.match((await see('/reports/1/shoe-size')).body, /This page is not here/);
  });

  test('whoever reads as the public reads reports, and no release', async () => {
    const { db } = invented;
    const seen = async (query: string): Promise<unknown> =>
      db.pools.web
        .begin(async (tx) => {
          await tx.unsafe('set local role evenhand_public');
          return (await tx.unsafe(query)).length;
        })
        .catch((cause: unknown) => (cause as { code?: string }).code);
    assert.equal(await seen('select body from measured.report'), 1);
    assert.equal(await seen('select number from measured.release'), '42501');
    assert.equal(await seen('select body from measured.release'), '42501');
    assert.equal(await seen("update measured.report set note = ''"), '42501');
    assert.equal(await seen('delete from measured.report'), '42501');
  });
});
