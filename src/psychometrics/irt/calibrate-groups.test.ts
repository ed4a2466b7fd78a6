import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  drawExam,
  lsat,
  missing,
  readSet,
  sharedFile,
} from '../../../tests/support/response-sets.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { Calibrator, calibrate } from './calibrate.ts';
import type { Calibration } from './calibration.ts';
import type { CalibrationPlan, GroupFreedom, GroupPlan } from './calibration-plan.ts';
import { likelihoodRatio } from './likelihood-ratio.ts';

interface Fit {
  name: 'configural' | 'metric' | 'scalar' | 'anchor5';
  logLik: number;
  parameters: number;
  mean: number;
  variance: number;
  items: string[];
  a: [number[], number[]];
  d: [number[], number[]];
}
interface Expected {
  name: 'hci' | 'gmat' | 'sim';
  reference: string;
  other: string;
  fits: Fit[];
  anchors: string[];
  drop: number[];
}
const { sets }: { sets: Expected[] } = JSON.parse(
  readFileSync('reference/psychometrics/calibrations-by-group.json', 'utf8'),
);
const near = (own: number, reference: number, tolerance: number, what: string): void => {
  assert.ok(Math.abs(own - reference) <= tolerance, `${what}: ${own}, reference ${reference}`);
};
const fitted = (matrix: CategoryMatrix, plan: CalibrationPlan): Calibration => {
  const result = calibrate(matrix, plan);
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};

/** The simulated exam is drawn, so that a bare clone runs it; the others are read beside the project. */
function answersOf({ name, reference, other }: Expected): {
  matrix: CategoryMatrix;
  of: string[];
} {
  if (name === 'sim') {
    const exam = drawExam(2000, 40, '2pl', 108, true);
    const codes = new Uint8Array(2000 * 20);
    for (let person = 0; person < 2000; person += 1) {
      codes.set(exam.matrix.codes.subarray(person * 40, person * 40 + 20), person * 20);
    }
    const items = exam.matrix.items.slice(0, 20);
    return {
      matrix: { people: 2000, items, codes },
      of: exam.groups.map((group) => (group === 'focal' ? 'focal' : 'ref')),
    };
  }
  const { matrix, column } = readSet(sharedFile(name), 0, 20);
  const of = column(name === 'hci' ? 'gender' : 'group').map((value) =>
    value === '1' ? reference : other,
  );
  return { matrix, of };
}

for (const expected of sets) {
  const skip = expected.name === 'sim' ? false : missing(sharedFile(expected.name));

  test(`two groups of ${expected.name}: configural, metric, scalar and five anchors agree with mirt`, {
    skip,
  }, () => {
    const { matrix, of } = answersOf(expected);
    for (const fit of expected.fits) {
      const free = matrix.items
        .map(({ name }) => name)
        .filter((name) => !expected.anchors.includes(name));
      const groups: GroupPlan = {
        of,
        reference: expected.reference,
        invariance: fit.name === 'anchor5' ? 'scalar' : fit.name,
        fixedVariances: true,
        ...(fit.name === 'anchor5'
          ? { freeItems: new Map(free.map((name) => [name, 'all'] as const)) }
          : {}),
      };
      const own = fitted(matrix, { model: '2pl', nodes: 61, tolerance: 1e-8, groups });
      assert.equal(own.parameters, fit.parameters);
      assert.ok(own.logLik >= fit.logLik - 1e-6, `${fit.name}: ${own.logLik}, ${fit.logLik}`);
      near(own.logLik, fit.logLik, 2e-6, fit.name);
      near(own.groups[1]?.mean ?? 0, fit.mean, 1e-4, `${fit.name} mean`);
      near(own.groups[1]?.variance ?? 0, fit.variance, 5e-4, `${fit.name} variance`);
      for (const item of own.items) {
        const place = fit.items.indexOf(item.item);
        for (const [g, name] of [expected.reference, expected.other].entries()) {
          if (item.group === undefined || item.group === name) {
            near(item.model.a, fit.a[g]?.[place] ?? 0, 2e-4, `${fit.name} ${item.item} a`);
            const d = item.model.kind === 'binary' ? item.model.d : Number.NaN;
            near(d, fit.d[g]?.[place] ?? 0, 2e-4, `${fit.name} ${item.item} d`);
          }
        }
      }
    }
  });

  test(`freeing one item of ${expected.name} at a time gives mirt's likelihood ratios`, {
    skip,
  }, () => {
    const { matrix, of } = answersOf(expected);
    const calibrator = Calibrator.over(matrix, {
      model: '2pl',
      nodes: 61,
      tolerance: 1e-6,
      errors: 'none',
      groups: { of, reference: expected.reference, invariance: 'scalar' },
    });
    assert.ok(calibrator.ok);
    const base = calibrator.value.fit();
    matrix.items.forEach(({ name }, item) => {
      const freeItems = new Map<string, GroupFreedom>([[name, 'all']]);
      const freed = calibrator.value.fit({ freeItems, start: base });
      const ratio = likelihoodRatio(base, freed);
      assert.ok(ratio.ok);
      assert.equal(ratio.value.degreesOfFreedom, 2);
      near(ratio.value.statistic, expected.drop[item] ?? Number.NaN, 1e-5, name);
    });
  });
}

const exam = drawExam(1200, 15, '2pl', 61, true);
const plan = (reference: string): CalibrationPlan => ({
  model: '2pl',
  tolerance: 1e-8,
  groups: { of: exam.groups, reference, invariance: 'scalar' },
});

test('the reference group is the one named, not the first in the file or the alphabet', () => {
  const one = fitted(exam.matrix, plan('reference'));
  const two = fitted(exam.matrix, plan('focal'));
  assert.deepEqual(
    one.groups.map(({ name, mean }) => [name, mean === 0]),
    [
      ['reference', true],
      ['focal', false],
    ],
  );
  assert.equal(two.groups[0]?.name, 'focal');
  near(one.logLik, two.logLik, 1e-4, 'logLik');
  const [from, to] = [one.groups[1], two.groups[1]];
  near(to?.mean ?? 0, -(from?.mean ?? 0) / Math.sqrt(from?.variance ?? 1), 1e-3, 'mean');
});

test('the mean and variance of the focal group are found within their errors', () => {
  const drawn = drawExam(4000, 30, '2pl', 71, true);
  const clean = drawn.matrix.items.slice(4);
  const codes = Uint8Array.from(
    Array.from({ length: 4000 }, (_, p) => [
      ...drawn.matrix.codes.subarray(p * 30 + 4, p * 30 + 30),
    ]).flat(),
  );
  const own = fitted(
    { people: 4000, items: clean, codes },
    { model: '2pl', groups: { of: drawn.groups, reference: 'reference', invariance: 'scalar' } },
  );
  const focal = own.groups[1];
  assert.ok(focal?.meanError !== undefined && focal.varianceError !== undefined);
  near(focal.mean, -0.5, 4 * focal.meanError, 'mean');
  near(focal.variance, 1, 4 * focal.varianceError, 'variance');
});

test('under metric invariance slopes are shared, intercepts are not, and spreads may differ', () => {
  const own = fitted(exam.matrix, {
    model: '2pl',
    groups: { of: exam.groups, reference: 'reference', invariance: 'metric' },
  });
  const [one, two] = own.items.filter(({ item }) => item === 'I5');
  assert.equal(one?.model.a, two?.model.a);
  assert.notDeepEqual(one?.model, two?.model);
  assert.equal(own.groups[1]?.mean, 0);
  assert.notEqual(own.groups[1]?.variance, 1);
  assert.equal(own.parameters, 15 + 30 + 1);
});

test('a fit started from its neighbor ends where a fit started afresh ends', () => {
  const calibrator = Calibrator.over(exam.matrix, plan('reference'));
  assert.ok(calibrator.ok);
  const base = calibrator.value.fit();
  const freeItems = new Map<string, GroupFreedom>([['I3', 'intercepts']]);
  const warm = calibrator.value.fit({ freeItems, start: base });
  const fresh = calibrator.value.fit({ freeItems });
  assert.ok(warm.iterations <= fresh.iterations);
  near(warm.logLik, fresh.logLik, 1e-7, 'logLik');
  assert.equal(warm.parameters, base.parameters + 1);
});

test('a likelihood ratio a hair below zero is shown as zero with a note, one far below is refused', () => {
  const base = fitted(lsat('lsat7', ['a', 'b', 'c', 'd', 'e']), {
    model: '1pl',
    nodes: 61,
    tolerance: 1e-8,
  });
  const freer = { ...base, parameters: base.parameters + 4 };
  const hair = likelihoodRatio(base, { ...freer, logLik: base.logLik - 1e-7 });
  assert.ok(hair.ok);
  assert.equal(hair.value.statistic, 0);
  assert.equal(hair.value.pValue, 1);
  assert.match(hair.value.note ?? '', /short of each other/);
  const far = likelihoodRatio(base, { ...freer, logLik: base.logLik - 5 });
  assert.equal(far.ok, false);
  const unsettled = likelihoodRatio(base, { ...freer, converged: false });
  assert.equal(unsettled.ok, false);
  const creeping = likelihoodRatio(base, { ...freer, converged: false, stop: 'likelihood' });
  assert.ok(creeping.ok);
  const notNested = likelihoodRatio(freer, base);
  assert.ok(!notNested.ok && notNested.refusal.kind === 'not-nested');
  const right = likelihoodRatio(
    base,
    fitted(lsat('lsat7', ['a', 'b', 'c', 'd', 'e']), { model: '2pl', nodes: 61, tolerance: 1e-8 }),
  );
  assert.ok(right.ok);
  near(right.value.statistic, 2 * (2664.90089091596 - 2658.80511363235), 1e-5, 'LSAT 7');
});
