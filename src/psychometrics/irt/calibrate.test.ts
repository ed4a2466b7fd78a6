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
import { calibrate } from './calibrate.ts';
import type { Calibration, ItemEstimate } from './calibration.ts';
import type { CalibrationPlan, ModelName } from './calibration-plan.ts';
import { parametersOf } from './design-for.ts';
import { categoryProbabilities } from './item-model.ts';

interface Expected {
  name: string;
  model: ModelName;
  tolerance: number;
  converged: boolean;
  logLik: number;
  parameters: number;
  aic: number;
  bic: number;
  sabic: number;
  variance: [number, number | null];
  items: [string, number[], (number | null)[], [number, number]?][];
}
const { sets }: { sets: Expected[] } = JSON.parse(
  readFileSync('reference/psychometrics/calibrations.json', 'utf8'),
);
const engines: {
  tam: { name: string; logLik: number; slopes: number[]; intercepts: number[] }[];
  errorTypes: Record<string, number[]>;
  nodes: Record<string, number>;
} = JSON.parse(readFileSync('reference/psychometrics/calibration-engines.json', 'utf8'));

const COLUMNS: Record<string, [string, number, number]> = {
  hci: ['hci', 0, 20],
  sat12: ['sat12', 0, 32],
  verbal: ['verbal_difR', 0, 24],
  science: ['science', 0, 4],
  anxiety: ['anxiety', 3, 32],
  credential1: ['credential1_scored', 10, 180],
};

export function fitted(matrix: CategoryMatrix, plan: CalibrationPlan): Calibration {
  const result = calibrate(matrix, plan);
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

const near = (own: number, reference: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(own - reference) <= tolerance, `${what}: ${own}, reference ${reference}`);
};

/** log L + log prior at the reference's parameters, by multiplying out each person's answers. */
function objectiveAt(matrix: CategoryMatrix, expected: Expected, like: Calibration): number {
  const items = expected.items.map(([, values], item) => {
    const model = like.items[item]?.model;
    assert.ok(model);
    const [a = 0, ...rest] = values;
    return expected.model === '3pl'
      ? { kind: 'binary' as const, a, d: rest[0] ?? 0, g: 1 / (1 + Math.exp(-(rest[1] ?? 0))) }
      : model.kind === 'binary'
        ? { kind: 'binary' as const, a, d: rest[0] ?? 0, g: 0 }
        : { kind: model.kind, a, d: rest };
  });
  const nodes = Array.from({ length: 61 }, (_, q) => -6 + 0.2 * q);
  const density = nodes.map((theta) => Math.exp(-(theta ** 2) / (2 * expected.variance[0])));
  const mass = density.reduce((sum, value) => sum + value, 0);
  const curves = nodes.map((theta) => items.map((item) => categoryProbabilities(item, theta)));
  let sum = 0;
  for (let person = 0; person < matrix.people; person += 1) {
    let likelihood = 0;
    curves.forEach((probabilities, q) => {
      let product = (density[q] ?? 0) / mass;
      probabilities.forEach((item, i) => {
        product *= item[matrix.codes[person * items.length + i] ?? 0] ?? 1;
      });
      likelihood += product;
    });
    sum += Math.log(likelihood);
  }
  if (expected.model === '3pl') {
    for (const [, values] of expected.items) {
      sum += -(((values[2] ?? 0) + 1.39) ** 2) / 0.5 - Math.log(0.5 * Math.sqrt(2 * Math.PI));
    }
  }
  return sum;
}

/** Parameters and errors as the reference gives them: a, d..., logit g. */
function flat(item: ItemEstimate, model: ModelName): [number[], (number | undefined)[]] {
  const values = [...parametersOf(item.model).values];
  const { a, d, g } = item.errors;
  const guess = item.model.kind === 'binary' ? item.model.g : 0;
  return [
    values,
    [a, ...d, ...(model === '3pl' ? [g === undefined ? g : g / (guess * (1 - guess))] : [])],
  ];
}

function agrees(matrix: CategoryMatrix, expected: Expected): void {
  const own = fitted(matrix, {
    model: expected.model,
    nodes: 61,
    tolerance: 1e-8,
    cycles: 3000,
  });
  assert.ok(own.converged);
  assert.equal(own.parameters, expected.parameters);
  // The reference stopped at its own tolerance: parameters are as far from the maximum as that leaves them.
  const slack = !expected.converged ? 2e3 : expected.tolerance > 1e-7 ? 50 : 1;
  const known = expected.model === 'rasch' && expected.name === 'verbal' ? 1e-2 : 1e-4;
  const objective = objectiveAt(matrix, expected, own);
  assert.ok(
    own.logLik + own.logPrior >= objective - 1e-6,
    `log-likelihood ${own.logLik + own.logPrior}, at the reference's parameters ${objective}`,
  );
  if (expected.converged) {
    near(own.logLik, expected.logLik, expected.model === '3pl' ? 1e-2 : 2e-5, 'logLik');
    near(own.aic, expected.aic, 2e-2, 'AIC');
    near(own.bic, expected.bic, 2e-2, 'BIC');
    near(own.sabic, expected.sabic, 2e-2, 'SABIC');
  }
  expected.items.forEach(([name, values, errors, difficulty], place) => {
    const item = own.items[place];
    assert.ok(item);
    assert.equal(item.item, name);
    const [ownValues, ownErrors] = flat(item, expected.model);
    values.forEach((value, i) => {
      near(ownValues[i] ?? Number.NaN, value, slack * known, `${name} parameter ${i}`);
      const error = errors[i];
      if (error !== null && error !== undefined) {
        const tolerance = error * 1e-3 * (expected.converged ? 2 : 50);
        near(ownErrors[i] ?? Number.NaN, error, tolerance, `${name} error ${i}`);
      } else {
        assert.equal(ownErrors[i], undefined);
      }
    });
    if (difficulty !== undefined) {
      near(item.difficulties[0] ?? Number.NaN, difficulty[0], 1e-4, `${name} b`);
      near(item.difficultyErrors[0] ?? Number.NaN, difficulty[1], 1e-4, `${name} error of b`);
    }
  });
  const [variance, varianceError] = expected.variance;
  near(own.groups[0]?.variance ?? Number.NaN, variance, known, 'variance');
  if (varianceError !== null) {
    near(own.groups[0]?.varianceError ?? Number.NaN, varianceError, 1e-3, 'error of the variance');
  }
}

for (const expected of sets) {
  const names = expected.items.map(([name]) => name);
  const title = `${expected.model} on ${expected.name}: log-likelihood, parameters and errors agree with mirt`;
  if (expected.name === 'lsat6' || expected.name === 'lsat7') {
    const name = expected.name;
    test(title, () => agrees(lsat(name, names), expected));
  } else {
    const [file, from, to] = COLUMNS[expected.name] ?? ['', 0, 0];
    const path = sharedFile(file);
    test(title, { skip: missing(path) }, () => agrees(readSet(path, from, to).matrix, expected));
  }
}

const FIVE = ['Item.1', 'Item.2', 'Item.3', 'Item.4', 'Item.5'];

test('a second engine (TAM) finds the same two-parameter model', () => {
  const expected = engines.tam.find(({ name }) => name === 'lsat7');
  const own = fitted(lsat('lsat7', FIVE), { model: '2pl', nodes: 61, tolerance: 1e-9 });
  near(own.logLik, expected?.logLik ?? 0, 2e-6, 'logLik');
  own.items.forEach(({ model }, i) => {
    near(model.a, expected?.slopes[i] ?? 0, 1e-5, `slope ${i}`);
    near(model.kind === 'binary' ? model.d : 0, expected?.intercepts[i] ?? 0, 1e-5, 'intercept');
  });
});

test('errors from the second derivatives and robust errors agree with mirt to six digits', () => {
  for (const [errors, reference] of [
    ['observed', engines.errorTypes['Louis']],
    ['sandwich', engines.errorTypes['sandwich']],
  ] as const) {
    const own = fitted(lsat('lsat7', FIVE), { model: '2pl', nodes: 61, tolerance: 1e-10, errors });
    const all = own.items.flatMap((item) => [item.errors.a, item.errors.d[0]]);
    reference?.forEach((error, i) => {
      near(all[i] ?? Number.NaN, error, 1e-6 * error, `${errors} ${i}`);
    });
  }
});

test('plain loops and SIMD loops give the same calibration', () => {
  const matrix = lsat('lsat7', FIVE);
  const plan = { model: '3pl', nodes: 61, tolerance: 1e-9 } as const;
  const [fast, plain] = [fitted(matrix, plan), fitted(matrix, { ...plan, loops: 'plain' })];
  near(fast.logLik, plain.logLik, 1e-9, 'logLik');
  fast.items.forEach((item, i) => {
    near(item.model.a, plain.items[i]?.model.a ?? 0, 1e-7, item.item);
  });
});

test('the order of rows and the order of columns change nothing but rounding', () => {
  const exam = drawExam(400, 12, '2pl', 5);
  const rows = Array.from({ length: 400 }, (_, p) => [
    ...exam.matrix.codes.subarray(p * 12, p * 12 + 12),
  ]);
  const names = exam.matrix.items.map(({ name }) => name);
  const mixed = rows.map((_, p) => [...(rows[(p * 7 + 3) % 400] ?? [])].reverse());
  const one = fitted(matrixOf(rows, names), { model: '2pl', tolerance: 1e-8 });
  const two = fitted(matrixOf(mixed, [...names].reverse()), { model: '2pl', tolerance: 1e-8 });
  near(one.logLik, two.logLik, 1e-8, 'logLik');
  for (const item of one.items) {
    const same = two.items.find((other) => other.item === item.item);
    near(item.model.a, same?.model.a ?? Number.NaN, 1e-6, item.item);
    near(item.errors.a ?? Number.NaN, same?.errors.a ?? Number.NaN, 1e-6, item.item);
  }
});

test('reversing an item turns its slope and intercept around and leaves the likelihood', () => {
  const exam = drawExam(500, 10, '2pl', 8);
  const turned = exam.matrix.codes.map((code, at) => (at % 10 === 0 ? 1 - code : code));
  const one = fitted(exam.matrix, { model: '2pl', tolerance: 1e-8 });
  const two = fitted({ ...exam.matrix, codes: turned }, { model: '2pl', tolerance: 1e-8 });
  near(one.logLik, two.logLik, 1e-7, 'logLik');
  near(two.items[0]?.model.a ?? 0, -(one.items[0]?.model.a ?? 0), 1e-5, 'slope');
});

test('a binary item is the same whether it is called two-parameter, graded or partial credit', () => {
  const matrix = lsat('lsat7', FIVE);
  const fits = (['2pl', 'graded', 'gpcm'] as const).map((model) =>
    fitted(matrix, { model, nodes: 61, tolerance: 1e-8 }),
  );
  for (const fit of fits) {
    near(fit.logLik, fits[0]?.logLik ?? 0, 1e-8, 'logLik');
  }
});

test('items of different models are calibrated together, each kept what it is', () => {
  const exam = drawExam(600, 12, '2pl', 21);
  const rows = Array.from({ length: 600 }, (_, p) => {
    const row = [...exam.matrix.codes.subarray(p * 12, p * 12 + 12)];
    return [...row.slice(0, 8), (row[8] ?? 0) + (row[9] ?? 0), (row[10] ?? 0) + (row[11] ?? 0)];
  });
  const names = rows[0]?.map((_, i) => `x${i}`) ?? [];
  const matrix = matrixOf(rows, names, [2, 2, 2, 2, 2, 2, 2, 2, 3, 3]);
  const own = fitted(matrix, {
    model: '2pl',
    byItem: new Map<string, ModelName>([
      ['x0', '3pl'],
      ['x9', 'gpcm'],
    ]),
  });
  assert.ok(own.converged);
  assert.deepEqual(own.items.map(({ item, model }) => [item, model.kind]).slice(-2), [
    ['x8', 'graded'],
    ['x9', 'partial-credit'],
  ]);
  assert.ok(own.items[0]?.model.kind === 'binary' && own.items[0].model.g > 0.01);
  assert.equal(own.parameters, 3 + 7 * 2 + 2 * 3);
});

test('anchored items keep their parameters and the group finds its place on their scale', () => {
  const exam = drawExam(3000, 20, '2pl', 33);
  const anchors = new Map(
    exam.matrix.items.slice(0, 12).map(({ name }, j) => {
      const [a, b] = [exam.a[j] ?? 1, exam.b[j] ?? 0];
      // The same exam on a scale on which these people have mean 0.5 and standard deviation 2.
      return [name, { kind: 'binary', a: a / 2, d: -a * b - a / 4, g: 0 } as const];
    }),
  );
  const own = fitted(exam.matrix, { model: '2pl', anchors, tolerance: 1e-6 });
  const group = own.groups[0];
  assert.ok(group?.meanError !== undefined && group.varianceError !== undefined);
  near(group.mean, 0.5, 4 * group.meanError, 'mean');
  near(group.variance, 4, 4 * group.varianceError, 'variance');
  own.items.forEach((item, j) => {
    const anchor = anchors.get(item.item);
    if (anchor !== undefined) {
      assert.deepEqual(item.model, anchor);
      assert.equal(item.errors.a, undefined);
    } else {
      near(item.model.a, (exam.a[j] ?? 1) / 2, 5 * (item.errors.a ?? 0), item.item);
    }
  });
});

test('a planned block that half the people never saw is calibrated on those who did', () => {
  const exam = drawExam(2000, 20, '2pl', 44);
  const codes = exam.matrix.codes.map((code, at) => {
    const [person, item] = [Math.floor(at / 20), at % 20];
    const hidden = person % 2 === 0 ? item < 5 : item >= 15;
    return hidden ? 255 : code;
  });
  const own = fitted({ ...exam.matrix, codes }, { model: '2pl' });
  assert.equal(own.people, 2000);
  own.items.forEach((item, j) => {
    const { a, d } = item.errors;
    assert.ok(a !== undefined && d[0] !== undefined && item.model.kind === 'binary');
    near(item.model.a, exam.a[j] ?? 0, 4.5 * a, item.item);
    near(item.model.d, -(exam.a[j] ?? 0) * (exam.b[j] ?? 0), 4.5 * (d[0] ?? 0), item.item);
  });
});
