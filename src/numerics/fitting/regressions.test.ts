import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at } from '../../kernel/result/at.ts';
import { type Cells, fitLogistic } from './logistic.ts';
import { fitMultinomial } from './multinomial.ts';
import { fitOrdinal } from './ordinal.ts';

function value<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { because: string } },
): Value {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

function near(answer: number, expected: number, what: string, tolerance = 1e-8): void {
  const gap = Math.abs(answer - expected) / Math.max(1, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

const cells = (rows: readonly (readonly [x: number, no: number, yes: number])[]): Cells => ({
  values: Float64Array.from(rows.flatMap(([x]) => [1, x])),
  terms: 2,
  yes: Float64Array.from(rows, ([, , yes]) => yes),
  all: Float64Array.from(rows, ([, no, yes]) => no + yes),
});

test('with two cells the odds of each are met exactly, and the errors are those of counts', () => {
  const fit = value(
    fitLogistic(
      cells([
        [0, 30, 10],
        [1, 20, 40],
      ]),
    ),
  );
  near(at(fit.coefficients, 0), Math.log(10 / 30), 'intercept');
  near(at(fit.coefficients, 1), Math.log(40 / 20) - Math.log(10 / 30), 'log odds ratio');
  assert.ok(fit.covariance !== undefined && !fit.separated);
  near(at(fit.covariance, 3), 1 / 30 + 1 / 10 + 1 / 20 + 1 / 40, 'variance of a log odds ratio');
});

test('separated answers keep their greatest likelihood, which is zero, and lose their errors', () => {
  const fit = value(
    fitLogistic(
      cells([
        [-1, 20, 0],
        [1, 0, 20],
      ]),
    ),
  );
  assert.equal(fit.separated, true);
  assert.equal(fit.covariance, undefined);
  near(fit.logLikelihood, 0, 'log-likelihood');
});

test('a term that never changes says nothing beyond the intercept and is refused', () => {
  const flat = fitLogistic(
    cells([
      [2, 3, 4],
      [2, 5, 6],
    ]),
  );
  assert.equal(flat.ok || flat.refusal.kind, 'not-definite');
});

const counts = fc.integer({ min: 1, max: 40 });
const table = fc.array(fc.tuple(counts, counts), { minLength: 3, maxLength: 8 });

test('with two kinds of answer the multinomial and the ordinal regression are the logistic one', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const binary = value(fitLogistic(cells(rows.map(([no, yes], x) => [x, no, yes]))));
      const many = value(fitMultinomial({ values: rows.map((_, x) => [1, x]), counts: rows }));
      near(many.logLikelihood, binary.logLikelihood, 'multinomial');
      near(at(at(many.coefficients, 0), 1), at(binary.coefficients, 1), 'slope', 1e-6);
      const ordered = value(fitOrdinal({ values: rows.map((_, x) => [x]), counts: rows }));
      near(ordered.logLikelihood, binary.logLikelihood, 'ordinal');
      near(at(ordered.coefficients, 0), at(binary.coefficients, 1), 'slope', 1e-6);
      near(at(ordered.thresholds, 0), at(binary.coefficients, 0), 'threshold', 1e-6);
    }),
  );
});

test('turning the categories round turns the ordinal slope round', () => {
  const rows = [
    [9, 5, 3, 1],
    [4, 6, 5, 4],
    [1, 3, 6, 9],
  ];
  const values = rows.map((_, x) => [x]);
  const there = value(fitOrdinal({ values, counts: rows }));
  const back = value(fitOrdinal({ values, counts: rows.map((row) => row.toReversed()) }));
  near(back.logLikelihood, there.logLikelihood, 'log-likelihood');
  near(at(back.coefficients, 0), -at(there.coefficients, 0), 'slope', 1e-6);
  assert.ok(at(there.coefficients, 0) > 0);
  assert.deepEqual(
    there.thresholds.toSorted((one, other) => other - one),
    there.thresholds,
  );
});

test('a kind of answer that nobody chose is refused, not fitted to infinity', () => {
  const result = fitMultinomial({
    values: [
      [1, 0],
      [1, 1],
    ],
    counts: [
      [5, 6, 0],
      [7, 8, 0],
    ],
  });
  assert.equal(result.ok, false);
});
