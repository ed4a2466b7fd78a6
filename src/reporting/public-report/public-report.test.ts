import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Release,
  releaseNumbered,
  storedReleases,
} from '../../fairness/disclosure/release.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { assembledReport } from './assemble.ts';
import type { PublicReport } from './public-report.ts';
import { readReport } from './read-report.ts';
import { recomputed } from './recompute.ts';
import { reportCsv } from './report-csv.ts';

const proof = {
  smallest: 11,
  possibleValues: 5,
  numbers: 1,
  withheld: 0,
  viewers: 0,
  programs: 0,
  earlier: [],
};
const cells = (row: string, succeeded: number | null, all: number | null) => ({
  [`${row} / succeeded`]: succeeded,
  [`${row} / all`]: all,
});

/** Two programs that add up, a step after a step, and a group that is withheld. */
const release: Release = {
  outcomes: {
    number: 3,
    countedUntil: date('2025-12-31'),
    tables: [
      ...['eligibility', 'step-one', 'step-two'].map((kind) => ({
        kind,
        dimension: 'd',
        groups: ['big', 'other', 'not-stated'],
        parts: kind === 'eligibility' ? ['program:a', 'program:b'] : [],
        reference: 'big',
      })),
      {
        kind: 'pass',
        dimension: 'd',
        groups: ['big', 'other', 'third'],
        parts: [],
        reference: 'big',
      },
    ],
    numbers: {
      ...cells('eligibility / d / program:a / big', 200, 260),
      ...cells('eligibility / d / program:b / big', 100, 140),
      ...cells('eligibility / d / all / big', 300, 400),
      ...cells('eligibility / d / program:a / other', 40, 90),
      ...cells('eligibility / d / program:b / other', 30, 60),
      ...cells('eligibility / d / all / other', 70, 150),
      ...cells('eligibility / d / program:a / not-stated', 20, 40),
      ...cells('eligibility / d / program:b / not-stated', 30, 50),
      ...cells('eligibility / d / all / not-stated', 50, 90),
      ...cells('eligibility / * / program:a / *', 260, 390),
      ...cells('eligibility / * / program:b / *', 160, 250),
      ...cells('eligibility / * / all / *', 420, 640),
      ...cells('step-one / d / all / big', 120, 200),
      ...cells('step-one / d / all / other', 60, 100),
      ...cells('step-one / d / all / not-stated', null, null),
      ...cells('step-two / d / all / big', 80, 120),
      ...cells('step-two / d / all / other', 30, 60),
      ...cells('step-two / d / all / not-stated', null, null),
      // The largest group is withheld here, and that it is the largest is withheld too.
      ...cells('pass / d / all / big', null, null),
      ...cells('pass / d / all / other', 50, 80),
      ...cells('pass / d / all / third', 30, 60),
    },
    proof,
  },
  waiting: [],
  items: [],
  deciders: [
    {
      kind: 'eligibility',
      part: 'all',
      deciders: [{ decider: 'somebody', severity: undefined, comparedAfter: 0 }],
    },
  ],
};

function assembled(): PublicReport {
  const published = releaseNumbered(storedReleases([release]), 3);
  assert.ok(published);
  return assembledReport(published, {
    ...{ number: 1, site: 'https://body.example', demonstration: false },
    ...{ dueOn: date('2026-02-28'), publishedOn: date('2026-02-28') },
    ...{ release: { digest: 'd', place: 4 }, unstated: 'not-stated', horizonDays: 60 },
    dimensions: [{ id: 'd', title: 'D', groups: [] }],
    programs: [],
    steps: ['step-one', 'step-two'],
    findings: [],
  });
}

const json = (): Json => asJson(assembled());
function figuresOf(report: Json) {
  const read = readReport(report);
  assert.ok(read.ok, JSON.stringify(read));
  return recomputed(read.value);
}
const differing = (report: Json) =>
  figuresOf(report).flatMap(({ kind, figures }) =>
    figures
      .filter(({ agrees }) => !agrees)
      .map(({ group, figure }) => `${kind} ${group} ${figure}`),
  );

test('a report has no decider, and nothing of a withheld row but the word', () => {
  const text = JSON.stringify(json());
  assert.ok(!/somebody|decider/i.test(text));
  const pass = assembled().tables.find(({ kind }) => kind === 'pass');
  assert.equal(pass?.rows[0]?.outcome, 'withheld');
  assert.deepEqual(
    [pass?.compareWith, pass?.total, pass?.response],
    [null, 'withheld', 'withheld'],
  );
});

test('every figure of a report follows from its counts', () => {
  const tables = figuresOf(json());
  assert.ok(tables.flatMap(({ figures }) => figures).length > 150);
  assert.deepEqual(differing(json()), []);
  const names = new Set(tables.flatMap(({ figures }) => figures.map(({ figure }) => figure)));
  for (const figure of [
    'rate.low',
    'comparison.ratio.value',
    'comparison.ratio.high',
    'comparison.failRatio.value',
    'comparison.difference.low',
    'comparison.oddsRatio.value',
    'comparison.fisher',
    'comparison.midP',
    'comparison.raisedP',
    'comparison.verdict.state',
    'response.told',
    'total.succeeded',
    'succeeded, added up by program',
    'came through the step before',
    'reference',
  ]) {
    assert.ok(names.has(figure), figure);
  }
});

/** Every number of a tree, with how to put another in its place. */
function* numbersIn(
  value: Json,
  change: (other: Json) => Json,
): Generator<[number, (n: Json) => Json]> {
  if (typeof value === 'number') {
    yield [value, change];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inside] of Object.entries(value)) {
      const put = (other: Json): Json =>
        change(
          Array.isArray(value)
            ? value.map((one, place) => (String(place) === name ? other : one))
            : { ...value, [name]: other },
        );
      yield* numbersIn(inside as Json, put);
    }
  }
}

test('any one number of any table changed by a little is found, or makes the report none', () => {
  const report = json() as { readonly tables: Json };
  let changed = 0;
  for (const [number, put] of numbersIn(report.tables, (tables) => ({ ...report, tables }))) {
    const other = put(Number.isInteger(number) ? number + 1 : number + 0.001);
    const read = readReport(other);
    assert.ok(!read.ok || differing(other).length > 0, `${number}`);
    changed += 1;
  }
  assert.ok(changed > 150);
});

test('a verdict in another word, and a group put in the place of another, are found', () => {
  const text = JSON.stringify(json());
  assert.ok(differing(JSON.parse(text.replace('disparity-shown', 'parity-shown'))).length > 0);
  assert.ok(
    differing(JSON.parse(text.replace('"compareWith":"big"', '"compareWith":"other"'))).length > 0,
  );
  assert.ok(
    differing(JSON.parse(text.replace('"reference":"big"', '"reference":null'))).length > 0,
  );
});

test('what is no report, or counts people that cannot be, is refused and never thrown over', () => {
  const whole = json() as Readonly<Record<string, Json>>;
  const row = (outcome: Json): Json => ({
    ...whole,
    tables: [{ kind: 'k', dimension: 'd', part: 'all', rows: [{ group: 'g', outcome }] }],
  });
  for (const bad of [
    null,
    [],
    'report',
    {},
    { format: 'evenhand-report-1' },
    { ...whole, format: 'evenhand-report-2' },
    { ...whole, tables: [] },
    { ...whole, number: 'one' },
    { ...whole, release: null },
    row({ succeeded: 5, total: 4 }),
    row({ succeeded: -1, total: 4 }),
    row({ succeeded: 1.5, total: 4 }),
    row({ succeeded: 1, total: 1e300 }),
    row(null),
    row('hidden'),
  ] satisfies readonly Json[]) {
    assert.ok(!readReport(bad).ok, JSON.stringify(bad));
  }
  assert.ok(!readReport(undefined).ok);
});

test('the spreadsheet has a row for each group of each table, with the numbers of the report', () => {
  const report = assembled();
  const [head = '', ...lines] = reportCsv(report).trimEnd().split('\n');
  const names = head.split(',');
  const rows = report.tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
  assert.equal(lines.length, rows.length);
  lines.forEach((line, place) => {
    const cells = line.split(',');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const { table, row } = rows[place] ?? assert.fail();
    assert.deepEqual(cells.length, names.length);
    assert.deepEqual(
      [cell('kind'), cell('part'), cell('group')],
      [table.kind, table.part, row.group],
    );
    if (row.outcome === 'withheld') {
      assert.ok(!/\d/.test(cells.slice(5).join('')) && cell('succeeded') === 'withheld');
    } else {
      const { succeeded, total, rate, comparison } = row.outcome;
      assert.deepEqual(
        [
          cell('succeeded'),
          cell('total'),
          cell('rate'),
          cell('ratio high'),
          cell('raised p'),
          cell('verdict'),
        ],
        [
          succeeded,
          total,
          rate.value,
          comparison?.ratio.high ?? '',
          comparison?.raisedP ?? '',
          comparison?.verdict.state ?? '',
        ].map(String),
      );
    }
  });
});
