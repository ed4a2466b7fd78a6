import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { DELAY_USAGE, runDelay } from './delay.ts';

const COLUMNS = ['--group', 'g', '--opened', 'from', '--decided', 'to'];
const NOW = Date.UTC(2026, 5, 1, 12);

const ran = (text: string | undefined, ...args: string[]): Promise<Ran> =>
  ranWith(
    (words, world) => runDelay(words, { ...world, now: () => NOW }),
    ['matters.csv', ...args],
    text === undefined ? {} : { 'matters.csv': text },
  );

/** 300 matters from January on; group b is answered after 30 days on average in place of 15. */
function matters(): string {
  const chance = generatorFrom('delay command');
  const rows = Array.from({ length: 300 }, (_, one) => {
    const group = one % 3 === 0 ? 'b' : 'a';
    const from = addDays(date('2026-01-01'), chance.below(120));
    const wait = Math.ceil(-Math.log(1 - chance.next()) * (group === 'b' ? 30 : 15));
    const to = addDays(from, wait);
    return `${one},${group},${from},${to <= '2026-05-15' ? to : ''},${one % 2 === 0 ? 'new' : 'renewal'}`;
  });
  return `id,g,from,to,kind\n${rows.join('\n')}\n`;
}

test('the group that waits longer is named with the days, as text for people', async () => {
  const { code, out, err } = await ran(matters(), ...COLUMNS, '--as-of', '2026-05-15');
  assert.equal(`${code}${err}`, '0');
  assert.match(out, /\*\*◆ b\*\* Disparity shown\. b waits \d+(\.\d)? days longer than a/);
  assert.match(out, /calendar days of the time zone UTC/);
  assert.doesNotMatch(out, /NaN|undefined|Infinity/);
});

test('as data: what R would print is there with every digit, and swapping the reference turns it over', async () => {
  const read = async (reference: string) => {
    const args = ['--as-of', '2026-05-15', '--strata', 'kind', '--by-month', '--promise', '30'];
    const { out } = await ran(
      matters(),
      ...COLUMNS,
      ...args,
      '--reference',
      reference,
      '--format',
      'json',
    );
    assert.doesNotMatch(out, /NaN|Infinity/);
    return JSON.parse(out);
  };
  const [there, back] = [await read('a'), await read('b')];
  const [one, other] = [there.comparisons[0], back.comparisons[0]];
  assert.ok(Math.abs(one.hazardRatio.ratio * other.hazardRatio.ratio - 1) < 1e-8);
  assert.ok(Math.abs(one.difference.days + other.difference.days) < 1e-9);
  assert.ok(Math.abs(one.logRank.pValue - other.logRank.pValue) < 1e-9);
  assert.equal(one.verdict, 'disparity-shown');
  assert.deepEqual(there.comparedWithin, ['kind', 'the month of opening']);
  const people = there.groups.reduce(
    (sum: number, { matters: n }: { matters: number }) => sum + n,
    0,
  );
  assert.equal(people, 300);
  assert.ok(there.groups[1].backlog.late.share > there.groups[0].backlog.late.share);
});

test('as one page: language, title, a drawing with words, tables with heads, and nothing from elsewhere', async () => {
  const { out } = await ran(
    matters(),
    ...COLUMNS,
    '--as-of',
    '2026-05-15',
    '--format',
    'html',
    '--promise',
    '30',
  );
  assert.match(out, /<html lang="en">/);
  const [, id = ''] = /<figure class="chart" aria-labelledby="([^"]+)">/.exec(out) ?? [];
  assert.match(out, new RegExp(`id="${id}">Share still waiting, day by day, one line a group<`));
  assert.match(
    out,
    /<div role="img" aria-label="a: half were answered by day \d+; b: [^"]+">\s*<svg/,
  );
  assert.match(out, /promised: day 30/);
  assert.equal(out.match(/<caption>/g)?.length, 4);
  assert.match(out, /<th scope="row">b<\/th>/);
  assert.doesNotMatch(out, /<script|https?:|src=|NaN|undefined/);
});

test('as CSV: one row a group, and a group that looks like a formula is no formula', async () => {
  const { out } = await ran(
    matters().replaceAll(',b,', ',=b+1,'),
    ...COLUMNS,
    ...['--as-of', '2026-05-15', '--format=csv'],
  );
  const lines = out.trim().split('\n');
  assert.equal(lines.length, 3);
  assert.ok(lines.some((line) => line.startsWith("'=b+1,100,")));
  assert.equal(new Set(lines.map((line) => line.split(',').length)).size, 1);
});

test('markup in the file is text on the page', async () => {
  const { out } = await ran(
    matters().replaceAll(',b,', ',<b>&"x,').replaceAll('"x', 'x'),
    ...COLUMNS,
    ...['--as-of', '2026-05-15', '--format', 'html'],
  );
  assert.match(out, /&lt;b&gt;&amp;x/);
  assert.doesNotMatch(out, /<b>/);
});

test('instants become days of the zone that is named', async () => {
  const text =
    'g,from,to\na,2026-01-01T23:30:00-05:00,2026-01-05T01:00:00Z\nb,2026-01-02,2026-01-09\n';
  const days = async (zone: string) => {
    const { out } = await ran(text, ...COLUMNS, '--zone', zone, '--format', 'json');
    const report = JSON.parse(out);
    assert.equal(report.zone, zone);
    return report.groups[0].curve[0].day;
  };
  assert.equal(await days('UTC'), 3);
  assert.equal(await days('America/New_York'), 3);
  assert.equal(await days('Asia/Tokyo'), 3);
  const late = text.replace('2026-01-05T01:00:00Z', '2026-01-05T16:00:00Z');
  const { out } = await ran(late, ...COLUMNS, '--zone', 'Asia/Tokyo', '--format', 'json');
  assert.equal(JSON.parse(out).groups[0].curve[0].day, 4);
});

test('a matter decided after the day of counting was open on it', async () => {
  const text = 'g,from,to\na,2026-01-01,2026-03-01\nb,2026-01-01,2026-01-09\n';
  const { out } = await ran(text, ...COLUMNS, '--as-of', '2026-02-01', '--format', 'json');
  const report = JSON.parse(out);
  assert.equal(report.decidedLater, 1);
  assert.deepEqual([report.groups[0].open, report.groups[1].open], [1, 0]);
});

test('a group with no answer yet, a small group and one group alone are carried with their reason', async () => {
  const rows = Array.from({ length: 60 }, (_, one) =>
    one % 3 === 0 ? 'b,2026-01-01,' : `a,2026-01-01,2026-01-${10 + (one % 20)}`,
  );
  const read = async (text: string) => {
    const { code, out } = await ran(text, ...COLUMNS, '--as-of', '2026-02-01', '--format', 'json');
    assert.equal(code, 0);
    assert.doesNotMatch(out, /NaN|Infinity/);
    return JSON.parse(out);
  };
  const open = await read(`g,from,to\n${rows.join('\n')}\n`);
  assert.match(open.comparisons[0].hazardRatio.notEstimable, /no bound/);
  const small = await read(`g,from,to\n${rows.slice(0, 12).join('\n')}\n`);
  assert.match(small.comparisons[0].logRank.notEstimable, /has 4 matters; below 10/);
  assert.equal(small.comparisons[0].verdict, null);
  assert.equal(small.groups[1].open, 4);
  assert.deepEqual((await read('g,from,to\na,2026-01-01,2026-01-05\n')).comparisons, []);
});

test('a faulty file or command ends with code 2, the place and the way to mend it', async () => {
  const head = 'id,g,from,to\n';
  const cases: [string | undefined, string[], RegExp][] = [
    ['', COLUMNS, /0 bytes/],
    [head, COLUMNS, /no matter under it/],
    [undefined, COLUMNS, /matters\.csv: the file cannot be read: there is no such file/],
    [
      `${head}1,a,2026-02-03,2026-01-02\n`,
      COLUMNS,
      /Row 2: decided 2026-01-02, .*before.*2026-02-03/,
    ],
    [`${head}1,a,2026-02-30,\n`, COLUMNS, /Row 2, column "from".*"2026-02-30".*28 days/],
    [`${head}1,a,,2026-02-03\n`, COLUMNS, /Row 2, column "from": the cell is empty/],
    [`${head}1,a,2026-02-03,soon\n`, COLUMNS, /Row 2, column "to": "soon" is no date/],
    [`${head}1,a,2026-02-03 09:00,\n`, COLUMNS, /no time zone.*--zone/],
    [`${head}1,a,2027-02-03,\n`, COLUMNS, /after the day of counting, 2026-06-01/],
    [
      `${head}1,a,2026-02-03,\n1,b,2026-02-03,\n`,
      [...COLUMNS, '--id', 'id'],
      /Row 3.*"1" stands in row 2/,
    ],
    [`${head}1,a,2026-02-03\n`, COLUMNS, /Row 2 has 3 cells/],
    [`${head}1,a,2026-02-03,\n`, ['--group', 'sex', ...COLUMNS.slice(2)], /no column "sex".*id, g/],
    [`${head}1,a,2026-02-03,\n`, [...COLUMNS, '--reference', 'z'], /no group "z".*The groups: a/],
    [
      head,
      [...COLUMNS, '--format', 'pdf'],
      /--format is one of markdown, html, json, csv, text, not "pdf"/,
    ],
    [head, [...COLUMNS, '--zone', 'Mars/Base'], /no time zone "Mars\/Base"/],
    [head, [...COLUMNS, '--as-of', 'May'], /--as-of/],
    [head, [...COLUMNS, '--promise', '-3'], /whole number of days/],
    [head, ['--group', 'g'], /--opened and --decided/],
    [head, [...COLUMNS, '--wat'], /no option --wat/],
    [head, [...COLUMNS, 'second.csv'], /One file at a time/],
  ];
  for (const [text, args, sentence] of cases) {
    const { code, out, err } = await ran(text, ...args);
    assert.equal(`${code} ${out}`, '2 ', `${args.join(' ')} ${out}`);
    assert.match(err, sentence);
  }
});

test('who gives up waiting counts apart: shares that add up, and whether groups differ in it', async () => {
  const head = 'g,from,to,gone\n';
  const rows = Array.from({ length: 200 }, (_, one) => {
    const group = one % 2 === 0 ? 'a' : 'b';
    const withdraws = group === 'b' ? one % 10 < 5 : one % 20 === 0;
    const end = addDays(date('2026-01-01'), 5 + (one % 37));
    return withdraws ? `${group},2026-01-01,,${end}` : `${group},2026-01-01,${end},`;
  });
  const text = `${head}${rows.join('\n')}\n`;
  const args = [...COLUMNS, '--withdrawn', 'gone', '--as-of', '2026-05-15', '--horizon', '60'];
  const found = JSON.parse((await ran(text, ...args, '--json')).out);
  const [a, b] = found.groups;
  assert.deepEqual([a.ended.withdrawals, b.ended.withdrawals], [10, 40]);
  for (const { matters: all, ended } of [a, b]) {
    // Everybody is followed to the end, so that the shares are plain ones.
    assert.ok(Math.abs(ended.withdrawn - ended.withdrawals / all) < 1e-12);
    assert.ok(Math.abs(ended.answered + ended.withdrawn - 1) < 1e-12);
  }
  assert.ok(found.withdrawals.pValue < 0.001);
  const plain = JSON.parse((await ran(text, ...COLUMNS, '--json')).out);
  assert.deepEqual([plain.withdrawals, plain.groups[0].ended], [null, null]);
  const { out } = await ran(text, ...args);
  assert.match(out, /Share withdrawn/);
  assert.match(out, /p below \.001 \(Gray's test\)/);
  const twice = await ran(`${head}a,2026-01-01,2026-01-02,2026-01-03\n`, ...args);
  assert.equal(twice.code, 2);
  assert.match(twice.err, /Row 2: both decided and withdrawn/);
});

test('help says what each option does', async () => {
  const { code, out } = await ran('', '--help');
  assert.equal(code, 0);
  assert.equal(out, DELAY_USAGE);
  for (const option of ['--as-of', '--by-month', '--promise', '--format', '--out', '--json']) {
    assert.match(out, new RegExp(`^  ${option} `, 'm'));
  }
});
