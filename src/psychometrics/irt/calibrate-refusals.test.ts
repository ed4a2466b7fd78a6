import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawExam, lsat, matrixOf } from '../../../tests/support/response-sets.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration } from './calibration.ts';
import type { CalibrationPlan } from './calibration-plan.ts';

const fitted = (matrix: CategoryMatrix, plan: CalibrationPlan): Calibration => {
  const result = calibrate(matrix, plan);
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};
const refused = (matrix: CategoryMatrix, plan: CalibrationPlan): [string, string] => {
  const result = calibrate(matrix, plan);
  assert.equal(result.ok, false);
  return result.ok ? ['', ''] : [result.refusal.kind, result.refusal.because];
};
const near = (own: number, reference: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(own - reference) <= tolerance, `${what}: ${own}, reference ${reference}`);
};
const notes = (own: Calibration, kind: string): string[] =>
  own.notes.flatMap((note) => (note.kind === kind ? [note.item ?? 'everything'] : []));

const exam = drawExam(500, 8, '2pl', 3);
const rows = (matrix: CategoryMatrix = exam.matrix): number[][] =>
  Array.from({ length: matrix.people }, (_, p) => [
    ...matrix.codes.subarray(p * matrix.items.length, (p + 1) * matrix.items.length),
  ]);

test('an item that everybody gets right is left out with the reason, and the others are calibrated', () => {
  const constant = rows().map((row) => [1, ...row]);
  const own = fitted(matrixOf(constant), { model: '2pl', tolerance: 1e-8 });
  assert.deepEqual(own.leftOut, [
    { item: 'i1', because: 'everybody gave the same answer: it says nothing about ability' },
  ]);
  assert.equal(own.items.length, 8);
  near(
    own.logLik,
    fitted(matrixOf(rows()), { model: '2pl', tolerance: 1e-8 }).logLik,
    1e-9,
    'logLik',
  );
});

test('an item constant in one group only is left out where the groups have their own parameters', () => {
  const of = exam.matrix.codes.length > 0 ? rows().map((_, p) => (p % 2 === 0 ? 'x' : 'y')) : [];
  const constant = rows().map((row, p) => [p % 2 === 0 ? 1 : (row[0] ?? 0), ...row.slice(1)]);
  const groups = { of, reference: 'x', invariance: 'configural' } as const;
  const own = fitted(matrixOf(constant), { model: '2pl', groups });
  assert.equal(own.leftOut[0]?.item, 'i1');
  assert.match(own.leftOut[0]?.because ?? '', /^in x everybody gave the same answer/);
});

test('two columns with the same answers are named, and their impossible slopes with them', () => {
  const twice = rows().map((row) => [...row, row[0]]);
  const own = fitted(matrixOf(twice), { model: '2pl' });
  assert.deepEqual(notes(own, 'identical-items'), ['i9']);
  assert.deepEqual(notes(own, 'steep-slope'), ['i1', 'i9']);
});

test('an item keyed the wrong way round is kept with its negative slope and named a likely wrong key', () => {
  const turned = rows().map((row) => [1 - (row[0] ?? 0), ...row.slice(1)]);
  const own = fitted(matrixOf(turned), { model: '2pl' });
  assert.ok((own.items[0]?.model.a ?? 0) < -0.3);
  assert.deepEqual(notes(own, 'negative-slope'), ['i1']);
  assert.deepEqual(notes(fitted(matrixOf(rows()), { model: '2pl' }), 'negative-slope'), []);
});

test('a code outside the declared categories is refused with its rows', () => {
  const stray = rows();
  for (const p of [3, 10]) {
    stray[p] = [9, ...(stray[p] ?? []).slice(1)];
  }
  const [kind, because] = refused(matrixOf(stray), { model: '2pl' });
  assert.equal(kind, 'undeclared-code');
  assert.match(because, /^2 answers .*row 4, i1: 9; row 11, i1: 9/);
});

/** Sums of two items: three categories. */
const threeWay = rows().map((row) => [
  (row[0] ?? 0) + (row[1] ?? 0),
  (row[2] ?? 0) + (row[3] ?? 0),
  (row[4] ?? 0) + (row[5] ?? 0),
  (row[6] ?? 0) + (row[7] ?? 0),
]);

test('a category nobody used is joined, the labels of the others stay, and it is told', () => {
  const spread = threeWay.map((row) => [
    (row[0] ?? 0) * 2 - ((row[0] ?? 0) === 2 ? 1 : 0),
    ...row.slice(1),
  ]);
  const gap = matrixOf(spread, ['a', 'b', 'c', 'd'], [4, 3, 3, 3]);
  const used = new Set(spread.map((row) => row[0]));
  assert.deepEqual([...used].sort(), [0, 2, 3]);
  const own = fitted(gap, { model: 'graded', tolerance: 1e-8 });
  assert.deepEqual(own.items.find(({ item }) => item === 'a')?.labels, ['0', '2', '3']);
  assert.deepEqual(notes(own, 'collapsed'), ['a']);
  const plain = fitted(matrixOf(threeWay, ['a', 'b', 'c', 'd'], [3, 3, 3, 3]), {
    model: 'graded',
    tolerance: 1e-8,
  });
  near(own.logLik, plain.logLik, 1e-8, 'logLik');
});

test('a category that one group never used is joined for both where thresholds differ by group', () => {
  const of = threeWay.map((_, p) => (p % 2 === 0 ? 'x' : 'y'));
  const missing = threeWay.map((row, p) => [
    p % 2 === 0 && row[0] === 2 ? 1 : (row[0] ?? 0),
    ...row.slice(1),
  ]);
  const matrix = matrixOf(missing, ['a', 'b', 'c', 'd'], [3, 3, 3, 3]);
  const apart = fitted(matrix, {
    model: 'graded',
    groups: { of, reference: 'x', invariance: 'configural' },
  });
  const item = apart.items.find((one) => one.item === 'a');
  assert.deepEqual(item?.labels, ['0', '1 or 2']);
  assert.match(
    apart.notes.find(({ kind }) => kind === 'collapsed')?.because ?? '',
    /nobody in at least one group is in category "2"/,
  );
  const together = fitted(matrix, {
    model: 'graded',
    groups: { of, reference: 'x', invariance: 'scalar' },
  });
  assert.deepEqual(together.items[0]?.labels, ['0', '1', '2']);
});

test('two items, or twelve people, are refused with what would be enough', () => {
  const two = matrixOf(rows().map((row) => row.slice(0, 2)));
  assert.deepEqual(refused(two, { model: '2pl' }), [
    'too-few-items',
    '2 items are left; an item response model needs at least 3. Classical statistics remain possible.',
  ]);
  const twelve = matrixOf(rows().slice(0, 12));
  assert.equal(refused(twelve, { model: '2pl' })[0], 'too-few-people');
  const few = fitted(matrixOf(rows().slice(0, 60)), { model: 'rasch' });
  assert.deepEqual(notes(few, 'few-people'), ['everything']);
});

test('three parameters always stand on a prior, which keeps guessing away from zero and one', () => {
  const own = fitted(drawExam(800, 20, '3pl', 9).matrix, { model: '3pl' });
  assert.ok(own.converged);
  for (const { model } of own.items) {
    assert.ok(model.kind === 'binary' && model.g > 0.02 && model.g < 0.6);
  }
  assert.ok(own.logPrior < 0);
});

test('three parameters where nobody guesses end within the cycles, by a rule that is told', () => {
  const own = fitted(drawExam(300, 20, '2pl', 10).matrix, { model: '3pl', tolerance: 1e-7 });
  assert.ok(own.iterations < 500);
  const capped = fitted(drawExam(300, 20, '2pl', 10).matrix, {
    model: '3pl',
    tolerance: 1e-12,
    cycles: 7,
    nodes: 61,
  });
  assert.equal(capped.converged, false);
  assert.equal(capped.stop, 'cycles');
  assert.ok(capped.lastChange > 1e-12);
  assert.match(
    capped.notes.find(({ kind }) => kind === 'not-settled')?.because ?? '',
    /7 cycles because no more were allowed, while a parameter still moved by .* \(likelihood by/,
  );
});

test('a search whose likelihood stands still although the tolerance asks for more says so', () => {
  const own = fitted(lsat('lsat7', ['a', 'b', 'c', 'd', 'e']), {
    model: '2pl',
    tolerance: 1e-300,
    nodes: 61,
  });
  assert.equal(own.stop, 'likelihood');
  assert.equal(own.converged, false);
  assert.ok(own.iterations < 300);
  near(own.logLik, -2658.80511363235, 1e-7, 'logLik');
});

test('too few points of ability are seen by doubling them, and the likelihood agrees with mirt', () => {
  const { nodes }: { nodes: Record<string, number> } = JSON.parse(
    readFileSync('reference/psychometrics/calibration-engines.json', 'utf8'),
  );
  const { matrix } = drawExam(1000, 50, '2pl', 101);
  for (const count of [15, 21, 31, 61]) {
    const own = fitted(matrix, { model: '2pl', nodes: count, tolerance: 1e-7, errors: 'none' });
    const reference = nodes[`s2pl_1000x50 ${count}`] ?? 0;
    // With few points the likelihood has several maxima; ours may be the higher one.
    assert.ok(own.logLik >= reference - 1e-5, `${count}: ${own.logLik}, reference ${reference}`);
    near(own.logLik, reference, count > 30 ? 1e-4 : 2, `${count} nodes`);
    assert.equal(own.nodeDifference, undefined);
  }
  const checked = fitted(matrix, { model: '2pl', errors: 'none' });
  assert.ok(Math.abs(checked.nodeDifference ?? 1) < 1e-3);
  assert.equal(checked.nodes, 61);
});

test('where posteriors are narrower than the points stand apart, more points are taken and it is told', () => {
  const chance = generatorFrom('sharp');
  const sharp = Array.from({ length: 300 }, () => {
    const theta =
      Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
    return Array.from({ length: 120 }, (_, j) =>
      chance.next() < 1 / (1 + Math.exp(-3 * (theta - (j - 60) / 30))) ? 1 : 0,
    );
  });
  const own = fitted(matrixOf(sharp), { model: '2pl', errors: 'none' });
  assert.ok(own.nodes > 61);
  assert.ok(Math.abs(own.nodeDifference ?? 1) < 0.01);
  assert.deepEqual(notes(own, 'finer-nodes'), ['everything']);
});

test('1,400 items in one calibration have a finite likelihood and sensible parameters', () => {
  const long = drawExam(300, 1400, 'rasch', 12);
  const own = fitted(long.matrix, { model: 'rasch', errors: 'none' });
  assert.ok(own.converged);
  assert.ok(Number.isFinite(own.logLik) && own.logLik < -100000);
  near(own.groups[0]?.variance ?? 0, 1, 0.35, 'variance');
  const off = own.items.map(({ model }, j) =>
    model.kind === 'binary' ? Math.abs(model.d + (long.b[j] ?? 0)) : 9,
  );
  assert.ok(off.reduce((sum, value) => sum + value, 0) / off.length < 0.2);
});

test('people without a single answer are not counted, whoever stands around them', () => {
  const empty = Array.from({ length: 8 }, () => undefined);
  const some = [...rows().slice(0, 100), empty, ...rows().slice(100), empty];
  const own = fitted(matrixOf(some), { model: '2pl', tolerance: 1e-8 });
  const plain = fitted(matrixOf(rows()), { model: '2pl', tolerance: 1e-8 });
  assert.equal(own.people, 500);
  near(own.logLik, plain.logLik, 1e-8, 'logLik');
  near(own.bic, plain.bic, 1e-8, 'BIC');
  assert.deepEqual(notes(own, 'no-answers'), ['everything']);
});

test('people without a group are left out of a comparison of groups and counted', () => {
  const of = rows().map((_, p) => (p < 10 ? undefined : p % 2 === 0 ? 'x' : 'y'));
  const own = fitted(matrixOf(rows()), {
    model: '2pl',
    groups: { of, reference: 'x', invariance: 'scalar' },
  });
  assert.equal(own.people, 490);
  assert.match(own.notes.find(({ kind }) => kind === 'no-group')?.because ?? '', /^10 people/);
});

test('an unknown reference, a single group, an unknown item or a misfitting anchor is refused', () => {
  const groups = { of: rows().map(() => 'x'), invariance: 'scalar' } as const;
  const kindOf = (plan: CalibrationPlan): string => refused(matrixOf(rows()), plan)[0];
  assert.equal(kindOf({ model: '2pl', groups: { ...groups, reference: 'z' } }), 'unknown-group');
  assert.equal(kindOf({ model: '2pl', groups: { ...groups, reference: 'x' } }), 'unknown-group');
  assert.equal(kindOf({ model: '2pl', byItem: new Map([['nine', '3pl']]) }), 'unknown-item');
  assert.equal(
    kindOf({ model: '2pl', anchors: new Map([['i1', { kind: 'graded', a: 1, d: [1, 0] }]]) }),
    'unsuitable-model',
  );
  const halves = rows().map((_, p) => (p % 2 === 0 ? 'x' : 'y'));
  assert.equal(
    kindOf({ model: '1pl', groups: { of: halves, reference: 'x', invariance: 'configural' } }),
    'unsuitable-model',
  );
});

test('weights of two change nothing; unequal weights count people and bring robust errors', () => {
  const plain = fitted(matrixOf(rows()), { model: '2pl', tolerance: 1e-8 });
  const doubled = fitted(matrixOf(rows()), {
    model: '2pl',
    tolerance: 1e-8,
    weights: new Float64Array(500).fill(2),
  });
  near(doubled.logLik, plain.logLik, 1e-8, 'logLik');
  near(doubled.items[0]?.errors.a ?? 0, plain.items[0]?.errors.a ?? 1, 1e-7, 'error');
  assert.deepEqual(notes(doubled, 'scaled-weights'), ['everything']);

  // Weighting a person by two is having that person twice, whole sample scaled back to 500.
  const weights = Float64Array.from(rows(), (_, p) => (p < 100 ? 2 : 1));
  const weighted = fitted(matrixOf(rows()), { model: '2pl', tolerance: 1e-8, weights });
  const repeated = fitted(matrixOf([...rows(), ...rows().slice(0, 100)]), {
    model: '2pl',
    tolerance: 1e-8,
    errors: 'observed',
  });
  near(weighted.items[3]?.model.a ?? 0, repeated.items[3]?.model.a ?? 1, 1e-5, 'slope');
  near(weighted.logLik, (repeated.logLik * 500) / 600, 1e-6, 'logLik');
  const [robust, naive] = [weighted.items[3]?.errors.a ?? 0, repeated.items[3]?.errors.a ?? 0];
  assert.ok(robust > 0 && robust !== naive);
  const bad = { model: '2pl', weights: new Float64Array(500) } as const;
  assert.equal(refused(matrixOf(rows()), bad)[0], 'unusable-weights');
});
