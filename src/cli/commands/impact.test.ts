import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { runImpact } from './impact.ts';

const DECISIONS = '../shared/data/decisions';
const skip = existsSync(DECISIONS) ? false : 'no ../shared';

const run = (text: string | Uint8Array, ...args: string[]): Promise<Ran> =>
  ranWith(runImpact, ['decisions.csv', ...args], { 'decisions.csv': text });
const USUAL = ['--group', 'group', '--outcome', 'outcome', '--favorable', 'pass'];
const asData = async (text: string, ...args: string[]) => {
  const ran = await run(text, ...USUAL, ...args, '--format', 'json');
  assert.equal(ran.code, 0, ran.err);
  return JSON.parse(ran.out);
};
/** Rows from counts: group, passed, failed. */
const rowsOf = (...counts: [string, number, number][]): string =>
  [
    'group,outcome',
    ...counts.flatMap(([name, passed, failed]) => [
      ...Array.from({ length: passed }, () => `${name},pass`),
      ...Array.from({ length: failed }, () => `${name},fail`),
    ]),
  ].join('\n');

test('the data has every promised name, with the published numbers of Connecticut v. Teal', async () => {
  const data = await asData(rowsOf(['Black', 26, 22], ['White', 206, 53]));
  const [one] = data.comparisons;
  assert.deepEqual(
    [one.group, one.focal, one.reference, one.focalCount, one.focalTotal],
    ['group', 'Black', 'White', 26, 48],
  );
  assert.deepEqual([one.referenceCount, one.referenceTotal], [206, 259]);
  const near = (answer: number, expected: number): void =>
    assert.ok(Math.abs(answer / expected - 1) < 1e-8, `${answer} against ${expected}`);
  near(one.ratio.value, 0.681027508090615);
  near(one.ratio.low, 0.521205449142858);
  near(one.ratio.high, 0.889857286678117);
  near(one.failRatio.value, 22 / 48 / (53 / 259));
  near(one.difference.low, -0.399461855950167);
  near(one.difference.high, -0.110814055056493);
  near(one.oddsRatio.value, 0.304060017652251);
  near(one.oddsRatio.high, 0.578394256501186);
  near(one.fisher, 0.000404158808576844);
  near(one.midP, 0.00028577966411842);
  near(one.midPCentral, 0.000420022822655395);
  near(one.z, -3.75738547226829);
  assert.equal(one.verdict, 'disparity shown');
  assert.equal(one.stillNeeded, null);
  assert.deepEqual(one.flipFlop, { toFourFifths: 4, toTwoDeviations: 5, toFisher: 5 });
  assert.equal(one.shortfall.toMatchReference, 13);
});

test('two groups in which nobody was selected and one person selected: all listed, none called alike (H1)', async () => {
  const data = await asData(rowsOf(['A', 0, 30], ['B', 0, 30], ['C', 1, 0]));
  assert.deepEqual(
    data.groups.map((row: { group: string }) => row.group),
    ['A', 'B', 'C'],
  );
  const byName = new Map(data.comparisons.map((one: { focal: string }) => [one.focal, one]));
  assert.ok(byName.has('C'));
  for (const one of data.comparisons) {
    assert.equal(one.verdict, 'cannot tell yet');
    assert.equal(one.ratio.value, null);
    assert.match(one.ratio.because, /rate of zero/);
  }
  assert.match(
    data.comparisons.find((one: { focal: string }) => one.focal === 'C').words,
    /too few/,
  );
});

test('no number is NaN or left out: a group with nothing but successes or failures says why (H3)', async () => {
  const ran = await run(rowsOf(['A', 30, 0], ['B', 0, 30]), ...USUAL, '--format', 'json');
  assert.doesNotMatch(ran.out, /NaN|Infinity|undefined/);
  const [one] = JSON.parse(ran.out).comparisons;
  assert.equal(one.reference, 'A');
  assert.deepEqual([one.ratio.value, one.ratio.low], [0, null]);
  assert.match(one.ratio.because, /no bound/);
  assert.equal(one.failRatio.value, null);
  assert.equal(one.exactOdds.low, 0);
});

test('counts, rates and the reference stand beside every ratio, in every format (H4, H5)', async () => {
  const text = rowsOf(['Black', 26, 22], ['White', 206, 53]);
  for (const format of ['markdown', 'html', 'text']) {
    const { out } = await run(text, ...USUAL, '--format', format);
    assert.match(out, /26 of 48/);
    assert.match(out, /54\.2\u00a0%/);
    assert.match(out, /0\.68 \(0\.52 to 0\.89\)/);
    assert.match(out, /Reference group: White/);
  }
  const { out } = await run(text, ...USUAL, '--format=csv');
  assert.match(out, /^group,focal,reference,focalCount,/);
  assert.match(out, /\ngroup,Black,White,26,48,206,259,0\.681/);
});

test('people who did not say are a group of their own, never the reference, and their weight is shown (H7)', async () => {
  const text = `${rowsOf(['A', 30, 30], ['B', 40, 20])}${'\n,pass'.repeat(20)}\nNA,fail`;
  const data = await asData(text);
  assert.equal(data.reference.group, 'B');
  assert.equal(data.groups.at(-1).group, 'not stated');
  assert.deepEqual([data.response.told, data.response.all], [120, 141]);
  const a = data.comparisons.find((one: { focal: string }) => one.focal === 'A');
  assert.ok(a.silence.ratio.low < a.ratio.value && a.ratio.value < a.silence.ratio.high);
  const one = await asData(rowsOf(['A', 30, 30]));
  assert.deepEqual(one.comparisons, []);
  assert.match(one.reference.because, /nothing to compare/);
});

test('no format says fair, passes or legal of a result; the caution stands in words (H8)', async () => {
  const text = rowsOf(['A', 800, 200], ['B', 805, 195]);
  for (const format of ['markdown', 'html', 'text', 'json', 'csv']) {
    const { out } = await run(text, ...USUAL, '--format', format);
    assert.doesNotMatch(out, /\b(?:fair|passes|legal|safe)\b/i, format);
    assert.match(out, /parity shown/i, format);
    if (format !== 'csv') {
      assert.match(out, /monitoring conventions/, format);
    }
  }
});

test('a ratio of exactly four fifths is not below it, and small groups cannot tell yet with a number', async () => {
  const data = await asData(rowsOf(['A', 48, 52], ['B', 60, 40]));
  assert.equal(data.comparisons[0].belowFourFifths, false);
  const small = await asData(rowsOf(['A', 10, 10], ['B', 10, 10]));
  assert.equal(small.comparisons[0].verdict, 'cannot tell yet');
  assert.ok(small.comparisons[0].stillNeeded > 100);
});

test('the order of rows changes nothing but the order of groups', async () => {
  const rows = rowsOf(['A', 20, 30], ['B', 40, 20], ['C', 15, 15]).split('\n');
  const [head = '', ...body] = rows;
  const numbers = async (lines: string[]) => {
    const { comparisons } = await asData([head, ...lines].join('\n'));
    return comparisons
      .map((one: { focal: string; raisedP: number }) => `${one.focal} ${one.raisedP}`)
      .sort();
  };
  assert.deepEqual(await numbers(body), await numbers(body.toReversed()));
});

test('strata that point the other way are told: admissions at Berkeley by department', {
  skip,
}, async () => {
  const text = readFileSync(`${DECISIONS}/ucb_admissions.csv`);
  const ran = await run(
    text,
    ...['--group', 'Gender', '--outcome', 'Admit', '--favorable', 'Admitted'],
    ...['--strata', 'Dept', '--count', 'Freq', '--format', 'json'],
  );
  const [one] = JSON.parse(ran.out).comparisons;
  assert.equal(one.strata.advice, 'do not pool');
  assert.ok(Math.abs(one.strata.cmhCorrected.statistic - 1.4269) < 5e-5);
  assert.ok(Math.abs(1 / one.strata.oddsRatio.value - 0.904696828258623) < 1e-9);
  assert.match(one.words, /do not pool/);
  assert.match(one.words, /Within the strata the gap is another/);
});

test('Ricci v. DeStefano from its file: both positions, each beside the whole', {
  skip,
}, async () => {
  const text = readFileSync(`${DECISIONS}/ricci.csv`);
  const ran = await run(
    text,
    ...['--group', 'Race', '--outcome', 'Passed', '--favorable', '1'],
    ...['--strata', 'Position', '--format', 'json'],
  );
  const data = JSON.parse(ran.out);
  const black = data.comparisons.find((one: { focal: string }) => one.focal === 'B');
  assert.deepEqual([black.focalCount, black.focalTotal, black.reference], [9, 27, 'W']);
  assert.ok(Math.abs(black.strata.oddsRatio.value - 0.333949633407714) < 1e-9);
  assert.ok(Math.abs(black.strata.exact.pValue - 0.0241615784818267) < 1e-9);
  assert.equal(black.strata.advice, 'pool');
});

test('a fault of the file is named with its row and ends with exit code 2 and nothing written', async () => {
  const cases: [string, string[], RegExp][] = [
    ['', [], /empty/],
    ['group,result\nA,pass', [], /no column "outcome"\. The columns: group, result/],
    ['group,group,outcome\nA,B,pass', [], /"group" stands in the header more than once/],
    ['group,outcome\nA,pass\nB', [], /row 3 has 1 cells, the header 2/],
    ['group,outcome\nA,"pass', [], /row 2: a quoted cell is never closed/],
    ['group,outcome\nA,"pass"x', [], /row 2: a quoted cell goes on/],
    ['group,outcome\nA,pass\nA,Pass', [], /row 3: the outcome "Pass" is spelled unlike "pass"/],
    ['group,outcome\nA,yes\nA,no', [], /nobody has the outcome "pass".*The outcomes: yes, no/],
    ['group,outcome\nA,\nA,NA', [], /nobody has an outcome/],
    ['group,outcome\nA,pass\nB,lost', ['--unfavorable', 'fail'], /row 3: the outcome "lost"/],
    ['group,outcome,n\nA,pass,3.5', ['--count', 'n'], /row 2: "3.5" in "n"/],
    ['group,outcome,id\nA,pass,7\nB,fail,7', ['--id', 'id'], /rows 2 and 3: "7" is there twice/],
    ['group,outcome\nA,pass', ['--reference', 'Z'], /nobody is in a group "Z". The groups: A/],
  ];
  for (const [text, args, sentence] of cases) {
    const ran = await run(text, ...USUAL, ...args);
    assert.deepEqual([ran.code, ran.out], [2, ''], text);
    assert.match(ran.err, sentence);
    assert.match(ran.err, /^decisions\.csv: /);
  }
  const latin = await run(
    Uint8Array.from([...new TextEncoder().encode('group,outcome\nA,'), 0xe9]),
    ...USUAL,
  );
  assert.match(latin.err, /row 2 is not UTF-8/);
});

test('undecided cases and missing strata are counted and told, never dropped in silence', async () => {
  const text = `group,outcome,year\n${'A,pass,1\nB,fail,2\nA,fail,2\nB,pass,\n'.repeat(12)}A,,1\nB,NA,2`;
  const data = await asData(text, '--strata', 'year');
  assert.deepEqual([data.people, data.withoutOutcome, data.withoutStratum], [50, 2, 12]);
  const { out } = await run(text, ...USUAL, '--strata', 'year');
  assert.match(out, /2 have no outcome yet/);
  assert.match(out, /12 have no stratum/);
});

test('a command that cannot be understood says what to write', async () => {
  const cases: [string[], RegExp][] = [
    [['--group', 'g'], /--outcome is needed/],
    [
      [...USUAL, '--format', 'pdf'],
      /--format is one of markdown, html, json, csv, text, not "pdf"/,
    ],
    [[...USUAL, '--shape', 'x'], /no option --shape/],
    [[...USUAL, 'second.csv'], /One file at a time/],
    [['--group'], /--group needs a value/],
    [['--group', '--outcome'], /--group needs a value/],
  ];
  for (const [args, sentence] of cases) {
    const ran = await run('', ...args);
    assert.equal(ran.code, 2);
    assert.match(ran.err, sentence);
  }
  const help = await run('', '--help');
  assert.equal(help.code, 0);
  for (const option of ['--group', '--strata', '--count', '--format', '--out', '--json']) {
    assert.match(help.out, new RegExp(`^  ${option} `, 'm'));
  }
});

test('names from the file stay text: no markup in the page, no formula in the table', async () => {
  const text = rowsOf(['<img src=x>', 20, 10], ['=1+1|x', 10, 20]);
  const page = (await run(text, ...USUAL, '--format', 'html')).out;
  assert.doesNotMatch(page, /<img/);
  assert.match(page, /&lt;img/);
  assert.doesNotMatch(page, /<script|https?:\/\//);
  assert.match(page, /<html lang="en">/);
  assert.equal(page.match(/<caption>/g)?.length, page.match(/<table /g)?.length);
  const sheet = (await run(text, ...USUAL, '--format', 'csv')).out;
  assert.match(sheet, /,'=1\+1\|x,/);
  const markdown = (await run(text, ...USUAL)).out;
  assert.match(markdown, /=1\+1\\\|x/);
});
