/** Files that no number can come of end at once, with one message that says where and how to mend it, and nothing written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import { runAudit } from './audit.ts';
import { runCalibrate } from './calibrate.ts';
import { runDif } from './dif.ts';
import { runScore } from './score.ts';

const ROWS = '1,1,0,a\n2,0,1,b\n3,1,1,a\n';
const GROUPED = `id,q1,q2,g\n${ROWS}`;
const cases: [what: string, text: string, args: string[], ...sentences: RegExp[]][] = [
  ['an empty file', '', [], /0 bytes/],
  ['a header alone', 'id,q1,q2\n', [], /header/, /rows of people/],
  ['one row', 'id,q1,q2\n1,1,0\n', [], /Row 2/, /"q1"/, /Add the rows/],
  [
    'items that everybody answered alike',
    'id,q1,q2\n1,1,0\n2,1,0\n3,1,0\n',
    [],
    /row 2 to row 4/i,
    /"q1".*"q2"/,
    /--items/,
  ],
  ['people without answers', 'id,q1,q2\n1,,\n2,,\n', [], /row/i, /"q1"/, /--items|--omitted/],
  [
    'a code that is neither right nor wrong',
    'id,q1,q2\n1,1,2\n2,0,9\n',
    ['--items', 'q1,q2'],
    /row 2, column "q2" holds "2"/i,
    /--omitted|--categories/,
  ],
  [
    'blanks, NA, a point and -9 mixed',
    'id,q1,q2,q3\n1,1,NA,.\n2,,0,-9\n3,1,1,0\n',
    [],
    /row 2, column "q3" holds "\."/i,
    /row 3, column "q3" holds "-9"/i,
    /--omitted/,
  ],
  ['a row that is too short', 'id,q1,q2\n1,1\n', [], /Row 2 has 2 cells/, /"q2"/, /separators/],
  ['an id twice', 'id,q1,q2\n7,1,1\n7,1,0\n', [], /Row 3, column "id"/, /row 2/, /--id/],
  [
    'a column that is not there',
    GROUPED,
    ['--group', 'h', '--focal', 'a'],
    /no column "h"/,
    /Its columns/,
  ],
  [
    'pilot items that are not there',
    'id,q1,q2\n1,1,0\n2,0,1\n',
    ['--pretest', 'p*'],
    /no column "p\*"/,
  ],
  [
    'a group column with one value',
    'id,q1,q2,g\n1,1,0,a\n2,0,1,a\n',
    ['--group', 'g', '--focal', 'a'],
    /Column "g", rows 2 to 3/,
    /no second group/,
    /--group/,
  ],
  [
    'a group column with one value, others asked for',
    'id,q1,q2,g\n1,1,0,a\n2,0,1,a\n',
    ['--group', 'g', '--focal', 'others', '--reference', 'a'],
    /Column "g", rows 2 to 3/,
    /no others/,
    /--group/,
  ],
  [
    'a focal group that is not there',
    GROUPED,
    ['--group', 'g', '--focal', 'z'],
    /Column "g", rows 2 to 4: .*"z".*The groups: a, b/,
    /--focal/,
  ],
  [
    'a reference group that is not there',
    GROUPED,
    ['--group', 'g', '--focal', 'a', '--reference', 'z'],
    /Column "g".*"z"/,
  ],
  [
    'one group named twice',
    GROUPED,
    ['--group', 'g', '--focal', 'a', '--reference', 'a'],
    /two groups/,
  ],
  [
    'a cut beyond the highest total',
    GROUPED,
    ['--cut', '3'],
    /--cut 3 cannot be reached: the highest total is 2/,
  ],
];

for (const [what, text, args, ...sentences] of cases) {
  test(`${what}: exit code 2, one message with the place and the mend, nothing written`, async () => {
    const { code, out, err, written } = await ranWith(
      runAudit,
      ['file.csv', ...args, '--out', 'report.html'],
      { 'file.csv': text },
    );
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.equal(written.size, 0);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
    for (const sentence of sentences) {
      assert.match(err, sentence);
    }
  });
}

test('a key longer than the test is refused with its row', async () => {
  const files = { 'f.csv': 'id,q1,q2\n1,A,B\n2,B,B\n', 'k.csv': 'item,key\nq1,A\nq2,B\nq3,C\n' };
  const { code, err } = await ranWith(runAudit, ['f.csv', '--key', 'k.csv'], files);
  assert.equal(code, 2);
  assert.match(err, /q3/);
  assert.match(err, /row 4/);
});

test('a file that is not there is named', async () => {
  const { code, err } = await ranWith(runAudit, ['no-such-file.csv']);
  assert.equal(code, 2);
  assert.match(err, /no-such-file\.csv.*cannot be read/);
});

test('the engines alone refuse the same files', async () => {
  const files = { 'f.csv': 'id,q1,q2,g\n1,1,0,a\n' };
  for (const [run, args] of [
    [runCalibrate, []],
    [runScore, []],
    [runDif, ['--group', 'g', '--focal', 'a']],
  ] as const) {
    const { code, out, err } = await ranWith(run, ['f.csv', ...args], files);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /Row 2/);
  }
});

test('what statistics cannot answer is no error: it is in the result, with the reason', async () => {
  const few = inventedExam(40);
  const { code, out } = await ranWith(
    runAudit,
    ['f.csv', '--pretest', 'try1', '--group', 'site', '--focal', 'late', '--json'],
    { 'f.csv': few },
  );
  assert.equal(code, 0);
  const report = JSON.parse(out) as {
    dif: { class: null; reasons: Record<string, string> }[];
    calibration: null;
    reasons: Record<string, string>;
  };
  assert.ok(
    report.dif.every(
      (row) =>
        row.class === null &&
        /need|no score|no reliability|more than five|no bound/.test(row.reasons['class']!),
    ),
  );
  assert.equal(report.calibration, null);
  assert.match(report.reasons['calibration']!, /people/);
});

test('two items alone are described, and no model is fitted to them', async () => {
  const rows = Array.from(
    { length: 60 },
    (_, person) => `${person},${person % 2},${person % 3 ? 1 : 0}`,
  );
  const { code, out } = await ranWith(runAudit, ['f.csv', '--json'], {
    'f.csv': `id,q1,q2\n${rows.join('\n')}\n`,
  });
  const report = JSON.parse(out) as {
    items: { difficulty: number }[];
    calibration: null;
    reasons: Record<string, string>;
  };
  assert.equal(code, 0);
  assert.ok(Math.abs(report.items[0]!.difficulty - 0.5) < 1e-12);
  assert.equal(report.calibration, null);
  assert.match(report.reasons['calibration']!, /3|three/);
});
