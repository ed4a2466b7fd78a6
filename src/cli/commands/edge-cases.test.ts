/** Data that break other programs: what the report says about them. Numbers are in the reference cases of item statistics and DIF. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedExam, ranWith, table } from '../../../tests/support/exam-commands.ts';
import type { TechnicalReport } from '../../reporting/technical-report/report.ts';
import { runAudit } from './audit.ts';

const reportOn = async (text: string, ...args: string[]): Promise<TechnicalReport> =>
  JSON.parse(
    (await ranWith(runAudit, ['f.csv', ...args, '--format', 'json'], { 'f.csv': text })).out,
  ) as TechnicalReport;
const textOn = async (text: string, ...args: string[]): Promise<string> =>
  (await ranWith(runAudit, ['f.csv', ...args], { 'f.csv': text })).out;
const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];
const lines = (text: string): string[] => text.trimEnd().split('\n');

test('an item that everybody has right keeps its difficulty, has no discrimination, is left out of model and DIF, and all else goes on', async () => {
  const text = inventedExam().replaceAll(/^([^,]*,[^,]*),[01]/gm, '$1,1');
  const report = await reportOn(text, ...TWO);
  const item = report.items[0]!;
  assert.deepEqual([item.difficulty, item.discrimination], [1, null]);
  assert.match(item.reasons['discrimination']!, /everybody got the item right/);
  const calibrated = report.calibration!.items[0]!;
  assert.equal(calibrated.a, null);
  assert.match(calibrated.reasons['a']!, /everybody got the item right/);
  assert.ok(
    report.dif
      .filter((row) => row.item === 'q1')
      .every((row) => row.statistic === null && row.reasons['statistic'] !== undefined),
  );
  assert.ok(
    report.dif
      .filter((row) => row.item === 'q2')
      .every((row) => row.statistic !== null || row.effect !== null),
  );
});

test('an item that one group always has right gets its chi-squared, and a reason instead of an odds ratio', async () => {
  const text = inventedExam(600).replaceAll(/^([^,]*,early,[01],)[01]/gm, '$11');
  const report = await reportOn(text, ...TWO);
  const row = report.dif.find((one) => one.item === 'q2' && one.method === 'mantel-haenszel')!;
  assert.ok(row.statistic! > 3.84);
  assert.equal(row.effect, null);
  assert.match(row.reasons['effect']!, /no bound/);
  assert.ok((row.detail['oddsRatioBound'] as number) > 1);
});

test('people without a group are in neither, are counted, and change no number of the comparison', async () => {
  const [header, ...rows] = lines(inventedExam());
  const blanked = rows.map((row, place) =>
    place % 10 === 0 ? row.replace(/,(early|late),/, ',,') : row,
  );
  const dropped = rows.filter((_, place) => place % 10 !== 0);
  const [one, other] = await Promise.all([
    reportOn(table(header!, blanked), ...TWO),
    reportOn(table(header!, dropped), ...TWO),
  ]);
  assert.equal(one.comparisons[0]!.notStated, 50);
  one.dif.forEach((row, place) => {
    assert.equal(row.statistic, other.dif[place]!.statistic, `${row.method} of ${row.item}`);
  });
  assert.match(
    await textOn(table(header!, blanked), ...TWO),
    /50 people whose “site” is empty are in neither group/,
  );
});

test('a focal group of five is too few for every method, each with its own minimum, and nothing is infinite', async () => {
  const [header, ...rows] = lines(inventedExam(300));
  const few = rows.map((row, place) =>
    place % 2 === 1 && place > 10 ? row.replace(',late,', ',early,') : row,
  );
  const report = await reportOn(table(header!, few), ...TWO, '--min-group', '3');
  assert.equal(report.comparisons[0]!.focal.people, 5);
  for (const row of report.dif) {
    assert.equal(row.statistic, null);
    assert.match(
      row.reasons['statistic']!,
      /needed|no score|more than five|no reliability|no bound/,
    );
  }
});

test('an item keyed backwards is never turned round: it is flagged, its slope stays negative, and alpha stays as low as it is', async () => {
  const report = await reportOn(inventedExam(), '--pretest', 'try1');
  const item = report.items.find(({ id }) => id === 'q3')!;
  assert.ok(item.discrimination! < 0);
  assert.ok(item.flags.some(({ kind }) => kind === 'check-key'));
  assert.ok(report.calibration!.items.find(({ id }) => id === 'q3')!.a! < 0);
  assert.ok(item.alphaIfDeleted! > report.reliability.alpha!);
});

test('the same item twice is told as a duplicate', async () => {
  const twice = lines(inventedExam(600)).map((row) => {
    const cells = row.split(',');
    return [...cells.slice(0, -1), cells[3]].join(',');
  });
  const report = await reportOn(
    table(twice[0]!.replace(/[^,]*$/, 'q13'), twice.slice(1)),
    '--items',
    'q*',
  );
  const flagged = report.items.filter(({ flags }) =>
    flags.some(({ kind }) => kind === 'duplicate'),
  );
  assert.deepEqual(flagged.map(({ id }) => id).sort(), ['q13', 'q2']);
});

test('a person without an answer keeps a row number, is out of every number, and the order of the others does not matter', async () => {
  const [header, ...rows] = lines(inventedExam(200));
  const empty = rows[7]!.replace(/^(\d+,\w+),.*$/, `$1${','.repeat(13)}`);
  const report = await reportOn(
    table(header!, [...rows.slice(0, 7), empty, ...rows.slice(8)]),
    '--pretest',
    'try1',
  );
  assert.deepEqual(report.sample.withoutAnswers, [9]);
  assert.equal(report.sample.people, 199);
});

test('totals that are all the same have no reliability, and the report says why instead of a number', async () => {
  const rows = Array.from({ length: 40 }, (_, person) => (person % 2 ? '1,0,1,0' : '0,1,0,1'));
  const report = await reportOn(table('q1,q2,q3,q4', rows));
  assert.equal(report.reliability.alpha, null);
  assert.match(report.reliability.reasons['alpha']!, /same total/);
  assert.equal(report.scores.mean, 2);
});

test('a negative alpha is shown as it is', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, person) => ['1,0,1', '0,1,0', '1,0,0', '0,1,1'][person % 4]!,
  );
  const { reliability } = await reportOn(table('q1,q2,q3', rows));
  assert.ok(reliability.alpha! < 0);
});

test('ids that a spreadsheet would spoil stay text, quotes and commas in them survive every format', async () => {
  const rows = ['"007",1,0,1', '"a,b",0,1,1', '"say ""x""",1,1,0', '1e5,0,0,1'];
  const report = await reportOn(table('id,q1,q2,q3', rows));
  assert.equal(report.settings.idColumn, 'id');
  assert.equal(report.sample.people, 4);
});
