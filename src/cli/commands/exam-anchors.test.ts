/** What people are matched on in `evenhand dif`: all scored items, named anchors, or either without what is flagged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import type { DifResult } from '../../reporting/technical-report/dif-result.ts';
import { runDif } from './dif.ts';

const FILES = { 'exam.csv': inventedExam(1200) };
const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];
const run = (...args: string[]) => ranWith(runDif, ['exam.csv', ...TWO, ...args], FILES);
async function found(...args: string[]): Promise<DifResult> {
  const { out, err } = await run(...args, '--json');
  assert.equal(err, '');
  return JSON.parse(out) as DifResult;
}
const ALL = 'q1-q12';

for (const method of ['mantel-haenszel', 'sibtest', 'logistic', 'lord', 'likelihood-ratio']) {
  test(`anchors that are all items change nothing (${method})`, async () => {
    const plain = await found('--method', method);
    const named = await found('--method', method, '--anchors', ALL);
    assert.deepEqual(named.dif, plain.dif);
    assert.equal(named.anchors.length, 12);
    assert.deepEqual(plain.anchors, []);
  });
}

for (const method of ['mantel-haenszel', 'likelihood-ratio']) {
  test(`purified, the items are compared on all but the flagged, and these are told (${method})`, async () => {
    const purified = await found('--method', method, '--purify');
    const [told] = purified.comparisons[0]!.purification;
    assert.deepEqual([told!.method, told!.end], [method, 'settled']);
    assert.deepEqual(told!.flaggedSets, [['q5']]);
    const others = Array.from({ length: 12 }, (_, item) => `q${item + 1}`).filter(
      (q) => q !== 'q5',
    );
    const named = await found('--method', method, '--anchors', others.join(','));
    assert.deepEqual(purified.dif, named.dif);
    const plain = await found('--method', method);
    assert.notDeepEqual(purified.dif, plain.dif);
  });
}

test('one anchor alone is a comparison or a reason, by every method, and purifying where nothing is flagged changes nothing', async () => {
  const methods = ['mantel-haenszel', 'standardization', 'logistic', 'breslow-day', 'sibtest'];
  for (const method of [...methods, 'crossing-sibtest', 'lord', 'raju', 'likelihood-ratio']) {
    const alone = await found('--method', method, '--anchors', 'q1');
    assert.ok(alone.dif.length >= 12, method);
    for (const row of alone.dif) {
      assert.ok(row.statistic !== null || row.reasons['statistic'] !== undefined, method);
    }
    const clean = ['--method', method, '--items', 'q1,q2,q4,q6,q7,q8'];
    const [plain, purified] = [await found(...clean), await found(...clean, '--purify')];
    const [told] = purified.comparisons[0]!.purification;
    assert.deepEqual([told!.end, told!.flaggedSets.flat()], ['settled', []], method);
    assert.deepEqual(purified.dif, plain.dif, method);
  }
});

test('anchors that are not fair make the others look unfair the other way', async () => {
  const effect = ({ dif }: DifResult, id: string): number =>
    dif.find(({ item }) => item === id)!.effect!;
  const clean = await found('--anchors', 'q1,q2,q4,q6,q7,q8');
  const spoiled = await found('--anchors', 'q5,q6');
  for (const id of ['q1', 'q2', 'q4', 'q8']) {
    assert.ok(effect(spoiled, id) > effect(clean, id) + 0.3, id);
  }
});

test('the page says what the comparison rests on, and what was taken out', async () => {
  const { out } = await run('--anchors', 'q1-q9', '--purify');
  assert.match(out, /What the comparison rests on/);
  assert.match(out, /9 items were named as fair/);
  assert.match(out, /Purification \(Mantel-Haenszel\): settled.*Flagged:\s+q5/s);
});

test('a name that is no item, a pilot item, and a method that matches on nothing named are refused', async () => {
  for (const [args, because] of [
    [['--anchors', 'q1,nothing'], /--anchors: .*nothing/],
    [['--anchors', 'q1,try1'], /--anchors names "try1", a pilot item/],
    [
      ['--method', 'delta-plot', '--purify'],
      /--anchors and --purify are for the methods mantel-haenszel,/,
    ],
  ] as const) {
    const { code, err, out } = await run(...args);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, because);
  }
});
