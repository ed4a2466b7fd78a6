import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawExam, matrixOf } from '../../../tests/support/response-sets.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration } from './calibration.ts';
import type { CalibrationPlan } from './calibration-plan.ts';

const fitted = (matrix: CategoryMatrix, plan: CalibrationPlan): Calibration => {
  const result = calibrate(matrix, plan);
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};

/** The same exam with one more person, who left an item out and weighs nothing to speak of. */
function withSomebodyIncomplete(matrix: CategoryMatrix): CategoryMatrix {
  const codes = new Uint8Array(matrix.codes.length + matrix.items.length);
  codes.set(matrix.codes);
  codes.set(matrix.codes.subarray(0, matrix.items.length), matrix.codes.length);
  codes[matrix.codes.length] = NO_ANSWER;
  return { ...matrix, people: matrix.people + 1, codes };
}

const squared = (error: number | undefined): number | undefined => error && error ** 2;

/** Standard errors formed at once beside those formed parameter by parameter, to which a missing answer leads. */
function sameErrors(matrix: CategoryMatrix, plan: CalibrationPlan): void {
  const strict = { ...plan, errors: 'observed' as const, tolerance: 1e-8, nodes: 61 };
  const once = fitted(matrix, strict);
  const weights = Float64Array.from({ length: matrix.people + 1 }, (_, person) =>
    person < matrix.people ? 1 : 1e-9,
  );
  const groups = plan.groups && {
    ...plan.groups,
    of: [...plan.groups.of, plan.groups.of[0] ?? ''],
  };
  const each = fitted(withSomebodyIncomplete(matrix), {
    ...strict,
    weights,
    ...(groups === undefined ? {} : { groups }),
  });
  const covariancesOf = ({ items, groups: found }: Calibration): (number | undefined)[] => [
    ...items.flatMap(({ covariance }) => [...(covariance ?? [])]),
    ...found.flatMap(({ meanError, varianceError }) => [meanError, varianceError].map(squared)),
  ];
  // Weights are scaled to add up to the people, of whom there is one more.
  const scale = (matrix.people + 1) / matrix.people;
  const [own, other] = [covariancesOf(once), covariancesOf(each)];
  assert.ok(own.some((error) => error !== undefined && error > 0));
  own.forEach((error, place) => {
    const reference = other[place];
    assert.equal(error === undefined, reference === undefined);
    const gap = Math.abs((error ?? 0) - scale * (reference ?? 0));
    assert.ok(gap < 1e-8, `${place}: ${error}, ${reference}`);
  });
}

const exam = drawExam(500, 15, '2pl', 61);

for (const model of ['2pl', '1pl', 'rasch'] as const) {
  test(`standard errors formed at once are those formed parameter by parameter: ${model}`, () => {
    sameErrors(exam.matrix, { model });
  });
}

test('the same with a group whose mean and variance are free, and an item that differs between groups', () => {
  const two = drawExam(600, 12, '2pl', 62, true);
  const of = Array.from({ length: 600 }, (_, person) => String(person % 2));
  const [first] = two.matrix.items;
  sameErrors(two.matrix, {
    model: '2pl',
    groups: {
      of,
      reference: '0',
      invariance: 'scalar',
      freeItems: new Map([[first?.name ?? '', 'all']]),
    },
  });
});

test('the same with partial-credit items of three categories among items of two', () => {
  const rows = Array.from({ length: 500 }, (_, p) => {
    const row = [...exam.matrix.codes.subarray(p * 15, p * 15 + 15)];
    return [...row.slice(0, 11), (row[11] ?? 0) + (row[12] ?? 0), (row[13] ?? 0) + (row[14] ?? 0)];
  });
  const names = Array.from({ length: 13 }, (_, item) => `x${item}`);
  const categories = names.map((_, item) => (item < 11 ? 2 : 3));
  sameErrors(matrixOf(rows, names, categories), { model: 'gpcm' });
});
