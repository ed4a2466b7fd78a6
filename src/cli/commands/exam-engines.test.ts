/** calibrate, score and dif as commands: their names, their formats, and their numbers against outside programs. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inventedExam, type Ran, ranWith, table } from '../../../tests/support/exam-commands.ts';
import { asFile, plantedExam } from '../../../tests/support/planted-exam.ts';
import type { CalibrationResult } from '../../reporting/technical-report/calibration-result.ts';
import type { DifResult } from '../../reporting/technical-report/dif-result.ts';
import { DIF_METHODS } from '../../reporting/technical-report/method-names.ts';
import type { ScoreResult } from '../../reporting/technical-report/score-result.ts';
import { runCalibrate } from './calibrate.ts';
import { runDif } from './dif.ts';
import { runScore } from './score.ts';

type Run = typeof runScore;
const onText = (run: Run, text: string, ...args: string[]): Promise<Ran> =>
  ranWith(run, ['f.csv', ...args], { 'f.csv': text });
const json = async <Result>(run: Run, text: string, ...args: string[]): Promise<Result> =>
  JSON.parse((await onText(run, text, ...args, '--format', 'json')).out) as Result;
const cells = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

test('a calibration has its stable names, and every item its parameters with errors', async () => {
  const result = await json<CalibrationResult>(runCalibrate, inventedExam(), '--items', 'q*');
  assert.equal(result.model, '2pl');
  assert.equal(result.converged, true);
  assert.ok(result.iterations > 0 && result.logLik < 0);
  assert.equal(result.items.length, 12);
  const [first] = result.items;
  assert.deepEqual(Object.keys(first!.se).sort(), ['a', 'b', 'd', 'g']);
  assert.equal(first!.g, 0);
  assert.ok(Math.abs(first!.b! + (first!.d as number) / first!.a!) < 1e-12);
  assert.match(first!.reasons['se.g']!, /sets it beforehand/);
});

test('an item that discriminates the wrong way round is kept and told, never turned', async () => {
  const result = await json<CalibrationResult>(runCalibrate, inventedExam(), '--items', 'q*');
  assert.ok(result.items.find(({ id }) => id === 'q3')!.a! < 0);
  assert.match(result.notes.join(' '), /q3/);
});

test('an item that everybody has right is left out of the model with the reason, and the rest goes on', async () => {
  const text = inventedExam().replaceAll(/^([^,]*,[^,]*),[01]/gm, '$1,1');
  const result = await json<CalibrationResult>(runCalibrate, text, '--items', 'q*');
  assert.deepEqual(
    result.leftOut.map(({ id }) => id),
    ['q1'],
  );
  assert.match(result.leftOut[0]!.because, /everybody got the item right/);
  assert.equal(result.items.length, 11);
});

test('CSV and JSON of a calibration agree in every digit', async () => {
  const result = await json<CalibrationResult>(runCalibrate, inventedExam(), '--items', 'q*');
  const [header, ...rows] = cells(
    (await onText(runCalibrate, inventedExam(), '--items', 'q*', '--format', 'csv')).out,
  );
  assert.deepEqual(header!.slice(0, 6), ['id', 'kind', 'a', 'b', 'd', 'g']);
  rows.forEach((row, place) => {
    const item = result.items[place]!;
    assert.equal(row[0], item.id);
    assert.equal(Number(row[2]), item.a);
    assert.equal(Number(row[header!.indexOf('se_a')]), item.se['a']);
    assert.equal(Number(row[header!.indexOf('logLik')]), result.logLik);
  });
});

test('for mirt, one row a parameter in its order, and the values of the calibration', async () => {
  const result = await json<CalibrationResult>(runCalibrate, inventedExam(), '--items', 'q*');
  const [header, ...rows] = cells(
    (await onText(runCalibrate, inventedExam(), '--items', 'q*', '--format', 'mirt')).out,
  );
  assert.deepEqual(
    header,
    'group,item,class,name,parnum,value,lbound,ubound,est,const,nconst,prior.type,prior_1,prior_2'.split(
      ',',
    ),
  );
  assert.equal(rows.length, 12 * 4 + 2);
  assert.deepEqual(
    rows.slice(0, 4).map((row) => row[3]),
    ['a1', 'd', 'g', 'u'],
  );
  assert.deepEqual(
    rows.map((row) => Number(row[4])),
    rows.map((_, place) => place + 1),
  );
  assert.equal(Number(rows[4]![5]), result.items[1]!.a);
  assert.deepEqual(rows.at(-1)!.slice(1, 6), ['GROUP', 'GroupPars', 'COV_11', '50', '1']);
});

test('items of several categories are graded or partial credit, with a value for each step', async () => {
  const rows = Array.from({ length: 300 }, (_, person) => {
    const level = person % 10;
    return [0, 1, 2, 3]
      .map((item) =>
        Math.max(0, Math.min(2, Math.floor((level + ((person * (item + 3)) % 5) - 2) / 3))),
      )
      .join(',');
  });
  const text = table('p1,p2,p3,p4', rows);
  for (const [model, kind] of [
    ['grm', 'graded'],
    ['gpcm', 'partial-credit'],
  ] as const) {
    const result = await json<CalibrationResult>(runCalibrate, text, '--model', model);
    assert.equal(result.items[0]!.kind, kind);
    assert.equal((result.items[0]!.d as number[]).length, 2);
    const mirt = (await onText(runCalibrate, text, '--model', model, '--format', 'mirt')).out;
    assert.match(mirt, model === 'grm' ? /,p1,graded,d2,3,/ : /,p1,gpcm,ak2,4,2,/);
  }
});

test('scores say which items are graded, and do not call these two-parameter logistic', async () => {
  const points = Array.from({ length: 200 }, (_, person) =>
    [0, 1, 2, 3].map((item) => ((person >> item) + (person % 7)) % (item < 2 ? 3 : 2)),
  );
  const text = table('p1,p2,q3,q4', points.map(String));
  const args = ['--items', 'p1,p2,q3,q4'];
  const { items } = await json<ScoreResult>(runScore, text, ...args);
  assert.deepEqual(
    items.map(({ id, kind }) => [id, kind]),
    [
      ['p1', 'graded'],
      ['p2', 'graded'],
      ['q3', 'binary'],
      ['q4', 'binary'],
    ],
  );
  const mixed = (await onText(runScore, text, ...args)).out;
  assert.match(
    mixed,
    /two-parameter logistic and, where an item gives several points, graded resp/,
  );
  const all = table(
    'p1,p2,p3',
    points.map(([p1, p2], row) => `${p1},${p2},${(row >> 2) % 3}`),
  );
  const graded = (await onText(runScore, all)).out;
  assert.match(graded, /eap, graded response model/);
});

test('people are scored in the order of the file; somebody without an answer keeps a place and has the reason', async () => {
  const text = inventedExam(300).replace(/^(007,\w+),.*$/m, `$1${','.repeat(13)}`);
  const { people } = await json<ScoreResult>(runScore, text, '--pretest', 'try1');
  assert.equal(people.length, 300);
  assert.deepEqual(
    people.slice(6, 9).map(({ id }) => id),
    ['006', '007', '008'],
  );
  assert.equal(people[7]!.score, null);
  assert.match(people[7]!.reasons['score']!, /no answer/);
  assert.ok(people.every(({ score, se }) => (score === null) === (se === null)));
});

test('the same answers get the same score whatever the group', async () => {
  const { people } = await json<ScoreResult>(runScore, inventedExam(), '--pretest', 'try1');
  const answers = inventedExam()
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(2, 14).join(''));
  const seen = new Map<string, number>();
  people.forEach(({ score }, place) => {
    const known = seen.get(answers[place]!);
    assert.ok(known === undefined || known === score);
    seen.set(answers[place]!, score!);
  });
  assert.ok(seen.size < people.length, 'some people answered alike');
});

test('all right and all wrong: finite by EAP, MAP and WLE, not finite by ML, and said so', async () => {
  const [header, , , ...rows] = inventedExam(400).trimEnd().split('\n');
  // Item q3 is keyed backwards, so that the ablest answers of all have it wrong.
  const able = '1,1,0,1,1,1,1,1,1,1,1,1';
  const weak = '0,0,1,0,0,0,0,0,0,0,0,0';
  const text = table(header!, [`a,early,${able},`, `b,late,${weak},`, ...rows]);
  for (const method of ['eap', 'map', 'wle']) {
    const { people } = await json<ScoreResult>(runScore, text, '--method', method);
    assert.ok(
      people.slice(0, 2).every(({ score }) => score !== null),
      method,
    );
  }
  const { people } = await json<ScoreResult>(runScore, text, '--items', 'q*', '--method', 'ml');
  assert.equal(people[0]!.score, null);
  assert.match(people[0]!.reasons['score']!, /finite|without end|no highest/);
});

const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];

const NO_TEST = ['distractor', 'empirical-bayes', 'delta-plot', 'continuous'];
for (const method of DIF_METHODS.filter((name) => !NO_TEST.includes(name))) {
  test(`${method}: the planted item has the smallest p-value of all, or the method says why not`, async () => {
    const { dif } = await json<DifResult>(runDif, inventedExam(1200), ...TWO, '--method', method);
    const judged = dif.filter((row) => row.pValue !== null);
    assert.ok(judged.length >= 11, `${judged.length} judged`);
    const found = judged.find(({ item }) => item === 'q5')!;
    if (method === 'breslow-day' || method === 'crossing-sibtest') {
      assert.ok(found.statistic! >= 0);
    } else {
      const least = Math.min(...judged.map(({ pValue }) => pValue!));
      assert.ok(found.pValue === least, `q5 ${found.pValue}, least ${least}`);
    }
    for (const row of dif) {
      for (const [name, value] of Object.entries(row)) {
        if (value === null && name !== 'direction') {
          assert.equal(typeof row.reasons[name], 'string', `${row.item}: ${name}`);
        }
      }
    }
  });
}

test('below its own minimum a method refuses, and says how many it needs', async () => {
  const { dif } = await json<DifResult>(runDif, inventedExam(120), ...TWO, '--method', 'lord');
  assert.ok(dif.every(({ statistic }) => statistic === null));
  assert.match(dif[0]!.reasons['statistic']!, /at least 200/);
});

const near = (answer: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(
    Math.abs(answer - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${what}: ${answer} against ${expected}`,
  );
const LSAT = '../shared/data/responses/lsat7.csv';

test('LSAT7 by two parameters is the published fit', {
  skip: existsSync(LSAT) ? false : 'no ../shared',
}, async () => {
  const { out } = await ranWith(runCalibrate, [LSAT, '--format', 'json']);
  const result = JSON.parse(out) as CalibrationResult;
  assert.ok(result.logLik >= -2658.805 - 1e-3);
  assert.ok(result.logLik <= -2658.8051 + 1e-3);
});

test('Lord, Raju and the likelihood ratio are those of difR and mirt on a planted exam', async () => {
  const planted = asFile(plantedExam({ people: 2000, items: 40, model: '2pl', seed: 108 }));
  const expected = JSON.parse(readFileSync('reference/fairness/dif-by-models.json', 'utf8')) as {
    lord: number[];
    rajuZ: number[];
    likelihoodRatio: number[];
  };
  const found = async (method: string, items: string): Promise<number[]> => {
    const args = ['--items', items, '--group', 'group', '--focal', '1', '--method', method];
    const { dif } = await json<DifResult>(runDif, planted, ...args);
    return dif.map(({ statistic }) => statistic!);
  };
  // difR's engine integrates over fewer points, so that its parameters differ in the third digit.
  (await found('lord', 'I1-I40')).forEach((one, place) => {
    assert.ok(Math.abs(one - expected.lord[place]!) < 0.05 + 0.05 * expected.lord[place]!);
  });
  (await found('raju', 'I1-I40')).forEach((one, place) => {
    const z = Math.abs(expected.rajuZ[place]!);
    assert.ok(Math.abs(Math.sqrt(one) - z) < 0.1, `${Math.sqrt(one)} ${z}`);
  });
  (await found('likelihood-ratio', 'I1-I20')).forEach((one, place) => {
    near(one, expected.likelihoodRatio[place]!, 1e-3, `item ${place + 1}`);
  });
});

test('an item that is harder for the focal group lies on the side of the plot that says so, by every method', async () => {
  const planted = asFile(plantedExam({ people: 2000, items: 40, model: '2pl', seed: 108 }));
  for (const method of ['mantel-haenszel', 'standardization', 'sibtest', 'lord', 'raju']) {
    const args = ['--items', 'I1-I40', '--group', 'group', '--focal', '1', '--method', method];
    const { dif } = await json<DifResult>(runDif, planted, ...args);
    const first = dif[0]!;
    assert.match(first.direction!, /^harder for group 1 than/, method);
    const { out } = await onText(runDif, planted, ...args, '--format', 'markdown');
    const side = first.effect! < 0 ? /left of the line, (.*?);/ : /right of it, (.*?)\./;
    assert.equal(side.exec(out)?.[1], 'harder for group 1', method);
  }
});
