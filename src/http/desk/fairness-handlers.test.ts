import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  closeInventedWorld,
  type InventedWorld,
  measuredWorld,
} from '../../../tests/support/invented-world.ts';
import { planted } from '../../demonstration/simulator/planted.ts';
import { boundsOf } from '../../fairness/disclosure/attack.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { opens, readEntry } from '../../ledger/entry/entry.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { respondToFinding } from '../../workflow/board/answer-finding.ts';
import { type FindingShown, findingsForBoard } from '../../workflow/board/read-findings.ts';
import { AFTER_EXAM_KINDS } from '../../workflow/measure/count-after-exam.ts';
import { deciderNames } from '../../workflow/measure/decider-names.ts';
import {
  dayOf,
  dimensionsMeasured,
  divisionBy,
  groupOf,
  releasedBefore,
} from '../../workflow/measure/division.ts';
import { readReleases } from '../../workflow/measure/read-releases.ts';
import type { Office } from '../../workflow/ports/records.ts';
import type { App } from '../server/app.ts';
import type { Fields, Reply, Visit } from '../server/visit.ts';
import { fairnessHandlers } from './fairness-handlers.ts';

after(closeInventedWorld);

const OFFERED = programs.filter(({ invented }) => invented).map(({ id }) => id);
const LEAST = 11;

/** The handlers over the invented body, on the last day it knows. */
async function opened(): Promise<{ invented: InventedWorld; app: App }> {
  const invented = await measuredWorld();
  const { world, measurements, today } = invented;
  const clock = { ...world.clock, today: () => today };
  const app = { world: { ...world, clock }, measurements, demonstration: true } as App;
  return { invented, app };
}

function visitBy(
  { body }: InventedWorld,
  office: Office,
  sent: { readonly query?: Fields; readonly form?: Fields },
): Visit {
  const person = body.people.find(({ offices }) => offices.includes(office));
  assert.ok(person !== undefined, office);
  const { id, fullName, email } = person;
  return {
    route: 'fairness',
    path: '/desk/fairness',
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
      offices: [office],
      programs: [],
      expiresAt: 0,
    },
    token: 'token',
    frame: {
      path: '/desk/fairness',
      viewer: { name: fullName, role: office },
      demonstration: true,
      formToken: 'token',
      stylesheet: '/style.css',
    },
  };
}

function htmlOf(reply: Reply): string {
  assert.equal(reply.kind, 'page');
  return reply.kind === 'page' ? reply.html.replaceAll('\u00a0', ' ') : '';
}

async function pageOf(office: Office, query: Fields): Promise<string> {
  const { invented, app } = await opened();
  return htmlOf(await fairnessHandlers(app).fairness(visitBy(invented, office, { query })));
}

async function replyOf(office: Office, kind: string, query: Fields): Promise<Reply> {
  const { invented, app } = await opened();
  const visit = { ...visitBy(invented, office, { query }), params: { kind } };
  return await fairnessHandlers(app)['fairness-kind'](visit);
}

const kindOf = async (office: Office, kind: string, query: Fields): Promise<string> =>
  htmlOf(await replyOf(office, kind, query));

/** The figures of a page as they are handed out, and the words around them. */
async function fileOf(office: Office, kind: string, query: Fields) {
  const reply = await replyOf(office, kind, query);
  assert.equal(reply.kind, 'bytes');
  if (reply.kind !== 'bytes') {
    throw new Error(`${kind} is no file`);
  }
  const { type, bytes, headers } = reply;
  return { type, text: String(bytes), name: headers?.['content-disposition'] };
}

const foundIn = (html: string): string =>
  html.slice(
    html.indexOf('found-heading'),
    html.indexOf('</section>', html.indexOf('found-heading')),
  );

test('a director finds the slow queue, the biased questions and the severe reviewer, and what the board owes', async () => {
  const overview = foundIn(await pageOf('director', {}));
  assert.match(overview, /Waiting for eligibility<\/a>: disparity shown for/);
  assert.match(overview, /Trained abroad \(Where you trained\)/);
  assert.match(overview, /findings are before the board/);
  const eligibility = foundIn(await kindOf('director', 'eligibility', {}));
  assert.match(
    eligibility,
    /Trained abroad: decisions on eligibility took \d+(?:\.\d)? days longer.*?href="\/desk\/findings\/[^"]+">Before the board since November 25, 2026, answer promised by /,
  );
  assert.match(eligibility, /Decider 1 approves less often/);
  const ofOne = foundIn(await kindOf('director', 'eligibility', { program: 'larkspur-care' }));
  assert.match(
    ofOne,
    /Trained abroad: .*?Before the board since .*?\(over all programs together\)/,
  );
  const passes = foundIn(
    await kindOf('director', 'pass', { program: planted.biasedItems.program }),
  );
  for (const item of planted.biasedItems.items) {
    assert.match(
      passes,
      new RegExp(`Question ${item} of .*: harder for “Trained abroad”.*?/desk/findings/`),
    );
  }
});

test('each kind of decision that was released has its page, and no other', async () => {
  for (const kind of ['eligibility', 'accommodation', 'pass', 'appeal', 'funnel', 'conduct']) {
    assert.match(await kindOf('auditor', kind, {}), /Release 2, counted through/, kind);
  }
  for (const kind of ['seat', 'toString', 'eligibility.csv']) {
    const reply = await replyOf('director', kind, {});
    assert.equal(reply.kind === 'page' ? reply.status : undefined, 404, kind);
  }
});

test('the severe reviewer is named to directors once the finding may be read, and nobody else ever is', async () => {
  const { invented, app } = await opened();
  const reviewers = invented.body.people.filter(({ offices }) => offices.includes('reviewer'));
  const severe = reviewers.find(({ email }) => email === planted.severeReviewer.email);
  assert.ok(severe !== undefined);
  const named = (html: string): readonly string[] =>
    reviewers.map(({ fullName }) => fullName).filter((name) => html.includes(name));
  const forms = ['', 'csv', 'json'];
  const read = async (office: Office, kind: string, query: Fields): Promise<string> => {
    const reply = await replyOf(office, kind, query);
    return reply.kind === 'page' ? reply.html : reply.kind === 'bytes' ? String(reply.bytes) : '';
  };
  for (const program of ['', ...OFFERED]) {
    for (const format of forms) {
      assert.deepEqual(named(await read('director', 'eligibility', { program, format })), []);
    }
  }
  const { findings } = await app.world.records.as(
    { rights: 'reviewer', person: severe.id },
    async (records) => ({ findings: await records.findings.list() }),
  );
  const own = findings.find(({ events }) => events.some(({ type }) => type === 'told'));
  assert.ok(own !== undefined);
  const done = await respondToFinding(app.world, {
    finding: own.id,
    rater: severe.id,
    words: 'I read every reference letter, and I ask for what is missing in it.',
  });
  assert.ok(done.ok, JSON.stringify(done));
  const after = await read('director', 'eligibility', {});
  assert.deepEqual(named(after), [severe.fullName]);
  assert.match(
    foundIn(after),
    new RegExp(`${severe.fullName} approves less often.*?/desk/findings/`),
  );
  assert.match(
    await read('director', 'eligibility', { format: 'csv' }),
    new RegExp(severe.fullName),
  );
  // Once it is answered and over, a disparity that is shown again opens a new finding, which nobody may read yet.
  const director =
    invented.body.people.find(({ offices }) => offices.includes('director'))?.id ?? '';
  const reader = { rights: 'director', person: director } as const;
  const readable = (await findingsForBoard(app.world, reader)).findings;
  const releases = await readReleases(app.world.records, reader);
  const namesGiven = async (all: readonly FindingShown[], kind = 'eligibility') => [
    ...(await deciderNames(app.world, director, { kind, releases, findings: all })).values(),
  ];
  assert.deepEqual(await namesGiven(readable), [severe.fullName]);
  assert.deepEqual(await namesGiven(readable, 'appeal'), []);
  const answered = {
    on: date('2025-01-02'),
    by: director,
    answer: { kind: 'refusal', reasons: 'The letters were read again.' },
  } as const;
  const over = readable.map((one) => ({ ...one, finding: { ...one.finding, answered } }));
  assert.deepEqual(await namesGiven(over), []);
  for (const format of forms) {
    assert.deepEqual(named(await read('auditor', 'eligibility', { format })), []);
    assert.deepEqual(named(await read('director', 'appeal', { format })), []);
  }
});

test('a download holds the figures of its page, withheld ones under the same word, and says what it is', async () => {
  const dimension = 'race-ethnicity';
  for (const kind of ['eligibility', 'pass', 'funnel']) {
    const html = await kindOf('director', kind, { dimension });
    const { text, type, name } = await fileOf('director', kind, { dimension, format: 'csv' });
    assert.match(type, /^text\/csv/);
    assert.equal(name, `attachment; filename="fairness-${kind}-race-ethnicity-release-2.csv"`);
    const [head = '', ...lines] = text.trim().split('\n');
    assert.equal(
      head,
      'kind,dimension,program,release,measure,of,group,comparedWith,figure,value,low,high,verdict,countedUntil',
    );
    const rows = lines.map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      );
      return Object.fromEntries(head.split(',').map((name, place) => [name, cells[place] ?? '']));
    });
    const measure = kind === 'funnel' ? 'step-sat' : 'outcome';
    const section = html.slice(
      html.indexOf(`id="${kind === 'funnel' ? measure : 'outcomes'}-heading"`),
    );
    const table = section.slice(section.indexOf('<tbody'), section.indexOf('</tbody>'));
    const { groups } = divisionBy(dimension);
    let shown = 0;
    for (const { label } of groups) {
      const cells =
        new RegExp(`<th scope="row"[^>]*>${label}</th>(.*?)</tr>`).exec(table)?.[1] ?? '';
      const value = (figure: string): string | undefined =>
        rows.find(
          (row) => row['measure'] === measure && row['group'] === label && row['figure'] === figure,
        )?.['value'];
      if (cells.includes('>withheld<')) {
        assert.equal(value('succeeded'), 'withheld', label);
        assert.equal(value('success-ratio'), 'withheld', label);
      } else {
        const [succeeded, total] = [Number(value('succeeded')), Number(value('total'))];
        const base = `${succeeded.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} (`;
        assert.ok(cells.includes(base), `${label}: ${base}`);
        shown += 1;
      }
    }
    assert.ok(shown > 1 && shown < groups.length, `${kind}: ${shown}`);
    const json = await fileOf('director', kind, { dimension, format: 'json' });
    const data = JSON.parse(json.text) as { release: number; figures: readonly object[] };
    assert.equal(data.release, 2);
    assert.equal(data.figures.length, rows.length);
  }
});

test('the figures say which release they are of, and that it was proved against the one before', async () => {
  const { told } = await measuredWorld();
  assert.match(told[0] ?? '', /^Release 1 counts up to 2025-12-31: /);
  assert.match(told[1] ?? '', /^Release 2 counts up to 2026-09-30: .* findings go to the board/);
  const html = await pageOf('director', {});
  assert.match(
    html,
    /Release 2, counted through Wednesday, September 30, 2026\. .* change next on Friday, January 1/,
  );
  assert.match(html, /Held against every earlier release/);
});

test('every release is in the decision log, with what was asked, and anybody may open its line', async () => {
  const { app } = await opened();
  const lines = await app.world.records.as(
    { rights: 'worker', person: undefined },
    async (records) => {
      const rows = await records.releases.list();
      const entries = await records.log.entries(0, 100_000);
      return rows.map((row) => ({ row, entry: entries.find(({ place }) => place === row.place) }));
    },
  );
  assert.equal(lines.length, 2);
  for (const { row, entry } of lines) {
    const read = readEntry(utf8(entry?.commitment ?? ''));
    assert.ok(read.ok);
    const dimensions = (await dimensionsMeasured(app.world)).map(({ id }) => id);
    const query = {
      countedUntil: row.countedUntil,
      dimensions,
      kinds: [
        ...['eligibility', 'accommodation', 'appeal', 'renewal', 'more-time', 'audit', 'term-end'],
        ...['name-change'],
        ...['pass', 'steps'],
        ...AFTER_EXAM_KINDS,
        ...[
          'conduct-screening',
          'conduct-finding',
          'conduct-appeal',
          'conduct-hope',
          'conduct-sanction',
        ],
      ],
    };
    const outcome = { query, digest: sha256Hex(row.body) };
    assert.ok(opens(read.value, { matter: `release ${row.number}`, outcome, salt: row.opening }));
  }
});

test('dimensions in which nothing was planted show no disparity but the reviewer', async () => {
  for (const dimension of ['marital-status', 'disability', 'religion']) {
    const pages = await Promise.all(
      ['eligibility', 'pass'].map((kind) => kindOf('director', kind, { dimension })),
    );
    const sentences = pages.flatMap((html) =>
      [...foundIn(html).matchAll(/<p class="found-line">([^<]+)</g)].map(([, text]) => text),
    );
    assert.deepEqual(
      sentences.filter((sentence) => sentence?.includes('approves less often') !== true),
      [],
      dimension,
    );
  }
});

test('an auditor reads deciders by number, and nobody reads the name or address of a candidate', async () => {
  const { invented } = await opened();
  const auditor = await kindOf('auditor', 'eligibility', {});
  assert.match(auditor, /Decider 5/);
  assert.ok(!auditor.includes('href="/desk/dimensions"'));
  const director = await kindOf('director', 'eligibility', { program: 'larkspur-care' });
  const reviewers = invented.body.people.filter(({ offices }) => offices.includes('reviewer'));
  for (const { fullName, id } of reviewers) {
    assert.ok(!auditor.includes(fullName), fullName);
    assert.ok(!auditor.includes(id) && !director.includes(id));
  }
  const candidates = invented.body.people.filter(({ offices }) => offices.length === 0);
  const names = candidates.map(({ fullName }) => fullName).filter((name) => name.length > 8);
  for (const html of [auditor, director]) {
    assert.ok(!html.includes('@larkspur.example'));
    assert.deepEqual(
      names.filter((name) => html.includes(name)),
      [],
    );
  }
});

test('an unknown dimension or program shows the page as if none had been chosen', async () => {
  const strange = { dimension: 'shoe-size', program: 'nothing' };
  assert.equal(await pageOf('director', strange), await pageOf('director', {}));
  assert.equal(await kindOf('director', 'appeal', strange), await kindOf('director', 'appeal', {}));
});

/** What a reader of the page sees of one kind of outcome: by group "succeeded of all", or that it is withheld. */
interface Seen {
  readonly rows: readonly (readonly [succeeded: number, all: number] | undefined)[];
  readonly total: readonly [succeeded: number, all: number] | undefined;
}

function seenIn(html: string, groups: number): Seen {
  const from = html.indexOf('id="outcomes-heading"');
  const section = html.slice(from, html.indexOf('</section>', from));
  const numbers = (text: string): [number, number] | undefined => {
    const match = /([\d,]+) of ([\d,]+)/.exec(text);
    return match === null
      ? undefined
      : [Number(match[1]?.replaceAll(',', '')), Number(match[2]?.replaceAll(',', ''))];
  };
  const table = section.slice(section.indexOf('<tbody'), section.indexOf('</tbody>'));
  // A row that stands as an earlier release showed it tells nothing about now.
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.includes(', as of ') ? undefined : numbers(row),
  );
  assert.equal(rows.length, groups);
  return { rows, total: numbers(section.slice(0, section.indexOf('<figure'))) };
}

/** The true counts behind the pages, by group and program. */
async function truth(dimension: string, kind: 'eligibility' | 'pass') {
  const { invented, app } = await opened();
  const division = divisionBy(dimension);
  const before = releasedBefore(app.world.clock.today());
  const { measurements } = invented;
  const rows =
    kind === 'eligibility'
      ? (await measurements.decisions(dimension, 'eligibility')).flatMap((row) =>
          row.outcome === undefined || row.closedAt === undefined
            ? []
            : [
                {
                  program: row.program,
                  on: dayOf(row.program, row.closedAt),
                  group: groupOf(division, row.groups, date(row.openedOn)),
                  succeeded: row.outcome === 'met',
                },
              ],
        )
      : (await measurements.results(dimension)).map((row) => {
          const on = dayOf(row.program, row.scoredAt);
          const group = groupOf(division, row.groups, on);
          return { program: row.program, on, group, succeeded: row.passed };
        });
  const counted = rows.filter(({ on }) => on < before);
  return {
    years: [...new Set(counted.map(({ on }) => on.slice(0, 4)))].toSorted(),
    count: (part: string, group: string, succeeded: boolean): number =>
      counted.filter(
        (row) =>
          (row.program === part || row.on.startsWith(`${part}-`)) &&
          row.group === group &&
          row.succeeded === succeeded,
      ).length,
  };
}

/** What the years of a page show, a column a year; all years together are no row of it. */
function yearsIn(html: string, groups: number, years: number): readonly Seen[] {
  const from = html.indexOf('id="trend-heading"');
  if (from < 0) {
    return Array.from({ length: years }, () => ({
      rows: Array.from({ length: groups }, () => undefined),
      total: undefined,
    }));
  }
  const table = html.slice(html.indexOf('<tbody', from), html.indexOf('</tbody>', from));
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].slice(0, years).map(([, cell = '']) => {
      const [, succeeded = '', all = ''] = /^([\d,]+) of ([\d,]+)/.exec(cell) ?? [];
      return succeeded === '' || cell.includes(', as of ')
        ? undefined
        : ([Number(succeeded.replaceAll(',', '')), Number(all.replaceAll(',', ''))] as const);
    }),
  );
  assert.equal(rows.length, groups);
  return Array.from({ length: years }, (_, year) => ({
    rows: rows.map((row) => row[year]),
    total: undefined,
  }));
}

/** How many small numbers of a table, its parts in columns and all together last, withstood the attack. */
function attack(truths: readonly (readonly number[])[], seen: readonly Seen[]): number {
  for (const { rows, total } of seen) {
    for (const shown of [...rows, total].filter((row) => row !== undefined)) {
      const [succeeded, all] = shown;
      assert.ok(succeeded >= LEAST && all - succeeded >= LEAST, `${succeeded} of ${all}`);
    }
  }
  const table = withTotals(truths);
  const hidden = [
    ...truths.map((_, row) => seen.map(({ rows }) => rows[row] === undefined)),
    seen.map(({ total }) => total === undefined),
  ];
  let attacked = 0;
  table.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value < LEAST) {
        assert.equal(hidden[row]?.[column], true);
        const { low, high } = boundsOf(table, hidden, row, column, LEAST + value);
        assert.ok(low === 0 && high >= LEAST, `${value} lies between ${low} and ${high}`);
        attacked += 1;
      }
    });
  });
  return attacked;
}

for (const dimension of ['race-ethnicity', 'gender', 'national-origin', 'age']) {
  test(`nobody can work out a small number about ${dimension} from all the pages together`, async (t) => {
    const { groups } = divisionBy(dimension);
    const attacked = { programs: 0, years: 0 };
    let yearsShown = 0;
    for (const kind of ['eligibility', 'pass'] as const) {
      const { count, years } = await truth(dimension, kind);
      const pages = await Promise.all(
        [...OFFERED, ''].map((program) => kindOf('director', kind, { dimension, program })),
      );
      const byProgram = pages.map((html) => seenIn(html, groups.length));
      const all = byProgram.at(-1);
      assert.ok(all !== undefined);
      const byYear = [...yearsIn(pages.at(-1) ?? '', groups.length, years.length), all];
      yearsShown += byYear.slice(0, -1).flatMap(({ rows }) => rows.filter(Boolean)).length;
      for (const outcome of [true, false]) {
        const by = (parts: readonly string[]) =>
          groups.map(({ id }) => parts.map((part) => count(part, id, outcome)));
        attacked.programs += attack(by(OFFERED), byProgram);
        attacked.years += attack(by(years), byYear);
      }
    }
    assert.ok(attacked.programs > 3 && attacked.years > 3, JSON.stringify(attacked));
    assert.ok(yearsShown > 0);
    t.diagnostic(`${attacked.programs} small numbers by program, ${attacked.years} by year`);
  });
}

function withTotals(inner: readonly (readonly number[])[]): number[][] {
  const rows = inner.map((cells) => [...cells, cells.reduce((sum, cell) => sum + cell, 0)]);
  const totals = (rows[0] ?? []).map((_, column) =>
    rows.reduce((sum, cells) => sum + (cells[column] ?? 0), 0),
  );
  return [...rows, totals];
}

test('a question is off until purpose, basis and retention are on record, and nothing typed is lost', async () => {
  const { invented, app } = await opened();
  const handlers = fairnessHandlers(app);
  const send = async (form: Fields) =>
    await handlers['dimensions-record'](visitBy(invented, 'director', { form }));
  const list = async (query: Fields = {}) =>
    htmlOf(await handlers.dimensions(visitBy(invented, 'director', { query })));
  const purpose = 'To see whether people of all ages wait equally long.';
  const kept = 'Consent, which can be taken back at any time.';
  const mistaken = await send({
    dimension: 'age',
    purpose,
    basis: '',
    retention: 'long',
    ask: 'yes',
  });
  assert.equal(mistaken.kind === 'page' ? mistaken.status : undefined, 422);
  const shown = htmlOf(mistaken);
  assert.ok(shown.includes(purpose) && shown.includes('Legal basis is empty'));
  assert.match(shown, /How long answers are kept: enter whole years from 1 to 30/);
  const off = await send({ dimension: 'age', purpose, basis: '', retention: '', ask: 'no' });
  assert.deepEqual(off, { kind: 'redirect', to: '/desk/dimensions?recorded=age' });
  assert.match(await list({ recorded: 'age' }), /Age: recorded\. This question is off/);
  assert.ok(!(await pageOf('director', {})).includes('<option value="age"'));
  const retention = '5';
  await send({ dimension: 'age', purpose, basis: kept, retention, ask: 'yes' });
  assert.match(await list({ recorded: 'age' }), /This question is asked from now on/);
  assert.ok((await list({ dimension: 'age' })).includes(purpose));
  assert.ok((await pageOf('director', {})).includes('<option value="age"'));
  const strange = await send({
    dimension: 'shoe-size',
    purpose,
    basis: kept,
    retention,
    ask: 'yes',
  });
  assert.equal(strange.kind === 'page' ? strange.status : undefined, 404);
});

test('with no question on record there is nothing to measure, and the page says what to do', async () => {
  const { invented, app } = await opened();
  const { owner } = invented.db;
  const rows = await owner`select * from front.dimension`;
  await owner`delete from front.dimension`;
  const reply = await fairnessHandlers(app).fairness(visitBy(invented, 'director', {}));
  await owner`insert into front.dimension ${owner(rows)}`;
  assert.match(htmlOf(reply), /No question about people is on record/);
});
