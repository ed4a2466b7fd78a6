import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  drawExam,
  lsat,
  matrixOf,
  missing,
  readSet,
  sharedFile,
} from '../../../tests/support/response-sets.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { andersenTest, conditionalRasch } from './rasch-conditional.ts';
import { raschSums } from './symmetric-functions.ts';

interface Expected {
  name: 'lsat7' | 'hci' | 'verbal';
  logLik: number;
  easiness: number[];
  errors: number[];
  andersen: { LR: number; df: number; p: number } | null;
  andersenMedian: { LR: number | null; df: number | null };
  wald: number[] | null;
}
const { conditional }: { conditional: Expected[] } = JSON.parse(
  readFileSync('reference/psychometrics/calibration-engines.json', 'utf8'),
);
const near = (own: number, reference: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(own - reference) <= tolerance, `${what}: ${own}, reference ${reference}`);
};
const FILES = { hci: ['hci', 20, 'gender'], verbal: ['verbal_difR', 24, 'Gender'] } as const;

function agrees(matrix: CategoryMatrix, expected: Expected): void {
  const own = conditionalRasch(matrix);
  assert.ok(own.ok);
  assert.ok(own.value.converged);
  assert.ok(own.value.logLik >= expected.logLik - 1e-9);
  near(own.value.logLik, expected.logLik, 1e-6, 'logLik');
  own.value.items.forEach(({ item, easiness, error }, i) => {
    near(easiness, expected.easiness[i] ?? Number.NaN, 1e-4, item);
    near(error, expected.errors[i] ?? Number.NaN, 1e-3 * error, `error of ${item}`);
  });
}

const totalsOf = ({ codes, items, people }: CategoryMatrix): number[] =>
  Array.from({ length: people }, (_, p) =>
    codes.subarray(p * items.length, (p + 1) * items.length).reduce((sum, code) => sum + code, 0),
  );

for (const expected of conditional) {
  const title = `conditional likelihood on ${expected.name} agrees with eRm`;
  if (expected.name === 'lsat7') {
    test(title, () => agrees(lsat('lsat7', ['1', '2', '3', '4', '5']), expected));
    continue;
  }
  const [file, width, column] = FILES[expected.name];
  const skip = missing(sharedFile(file));
  test(`${title}, and so do Andersen's test and the item differences`, { skip }, () => {
    const set = readSet(sharedFile(file), 0, width);
    agrees(set.matrix, expected);
    const byGroup = andersenTest(set.matrix, set.column(column));
    assert.ok(byGroup.ok);
    near(byGroup.value.statistic, expected.andersen?.LR ?? 0, 1e-5, 'Andersen');
    assert.equal(byGroup.value.degreesOfFreedom, expected.andersen?.df);
    near(byGroup.value.pValue, expected.andersen?.p ?? 0, 1e-6, 'p');
    const [one, two] = byGroup.value.groups;
    one?.fit.items.forEach((item, i) => {
      const other = two?.fit.items[i];
      assert.ok(other);
      const z = (item.easiness - other.easiness) / Math.hypot(item.error, other.error);
      near(z, expected.wald?.[i] ?? Number.NaN, 2e-4, `z of ${item.item}`);
    });
    const totals = totalsOf(set.matrix);
    const sorted = [...totals].sort((a, b) => a - b);
    const half = sorted.length / 2;
    const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
    const byScore = andersenTest(
      set.matrix,
      totals.map((total) => (total > median ? 'high' : 'low')),
    );
    assert.ok(byScore.ok);
    near(byScore.value.statistic, expected.andersenMedian.LR ?? 0, 1e-5, 'Andersen by score');
  });
}

test('the sums over a score are what counting every answer pattern gives', () => {
  const easiness = Float64Array.of(0.4, -1.2, 0.9, 2.1);
  const people = Float64Array.of(0, 3, 5, 2, 0);
  const { logGamma, expected, information } = raschSums(easiness, people);
  const patterns = Array.from({ length: 16 }, (_, m) => [0, 1, 2, 3].map((j) => (m >> j) & 1));
  const weight = (pattern: number[]): number =>
    Math.exp(pattern.reduce((sum, x, j) => sum + x * (easiness[j] ?? 0), 0));
  const mean = (r: number, of: (pattern: number[]) => number): number => {
    const own = patterns.filter((pattern) => pattern.reduce((sum, x) => sum + x, 0) === r);
    const total = own.reduce((sum, pattern) => sum + weight(pattern), 0);
    near(logGamma[r] ?? 0, Math.log(total), 1e-12, `gamma ${r}`);
    return own.reduce((sum, pattern) => sum + weight(pattern) * of(pattern), 0) / total;
  };
  for (const i of [0, 1, 2, 3]) {
    const sum = [1, 2, 3].reduce((s, r) => s + (people[r] ?? 0) * mean(r, (x) => x[i] ?? 0), 0);
    near(expected[i] ?? 0, sum, 1e-12, `expected ${i}`);
    for (const j of [0, 1, 2, 3]) {
      const covariance = [1, 2, 3].reduce(
        (s, r) =>
          s +
          (people[r] ?? 0) *
            (mean(r, (x) => (x[i] ?? 0) * (x[j] ?? 0)) -
              mean(r, (x) => x[i] ?? 0) * mean(r, (x) => x[j] ?? 0)),
        0,
      );
      near(information[i * 4 + j] ?? 0, covariance, 1e-12, `information ${i} ${j}`);
    }
  }
});

test('a very long exam does not overflow: 200 items of all difficulties', () => {
  const easiness = Float64Array.from({ length: 200 }, (_, j) => (j - 100) / 20);
  const people = Float64Array.from({ length: 201 }, (_, r) => (r > 0 && r < 200 ? 1 : 0));
  const sums = raschSums(easiness, people);
  const total = sums.expected.reduce((sum, value) => sum + value, 0);
  near(total, (199 * 200) / 2, 1e-7, 'people of score r have r right');
});

test('easiness is found within its error, missing answers or not', () => {
  const exam = drawExam(1500, 12, 'rasch', 77);
  const codes = exam.matrix.codes.map((code, at) =>
    Math.floor(at / 12) % 3 === 0 && at % 12 < 3 ? 255 : code,
  );
  const mean = exam.b.reduce((sum, b) => sum + b, 0) / 12;
  for (const matrix of [exam.matrix, { ...exam.matrix, codes }]) {
    const own = conditionalRasch(matrix);
    assert.ok(own.ok);
    own.value.items.forEach(({ easiness, error }, j) => {
      near(easiness, mean - (exam.b[j] ?? 0), 4 * error, `item ${j}`);
    });
  }
});

test('what conditional likelihood cannot do is refused with the reason', () => {
  const exam = drawExam(100, 6, 'rasch', 5);
  const kind = (matrix: CategoryMatrix): string => {
    const result = conditionalRasch(matrix);
    return result.ok ? '' : result.refusal.kind;
  };
  const rows = Array.from({ length: 100 }, (_, p) => [
    ...exam.matrix.codes.subarray(p * 6, p * 6 + 6),
  ]);
  assert.equal(kind(matrixOf(rows.map((row) => row.slice(0, 2)))), 'too-few-items');
  assert.equal(kind(matrixOf(rows.slice(0, 20))), 'too-few-people');
  assert.equal(kind(matrixOf(rows, undefined, [3, 2, 2, 2, 2, 2])), 'not-binary');
  const apart = rows.flatMap((row) => [
    [...row.slice(0, 3), undefined, undefined, undefined],
    [undefined, undefined, undefined, ...row.slice(3)],
  ]);
  assert.equal(kind(matrixOf(apart)), 'not-connected');
  const constant = conditionalRasch(matrixOf(rows.map((row) => [...row, 1])));
  assert.ok(constant.ok);
  assert.equal(constant.value.leftOut[0]?.item, 'i7');
  const oneGroup = andersenTest(
    matrixOf(rows),
    rows.map(() => 'x'),
  );
  assert.ok(!oneGroup.ok && oneGroup.refusal.kind === 'unknown-group');
});
