import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../../kernel/result/at.ts';
import { fitPenalized, type SparseRows } from './penalized-logistic.ts';

const { ridge } = JSON.parse(
  readFileSync(new URL('../../../reference/fairness/guesser.json', import.meta.url), 'utf8'),
) as {
  readonly ridge: {
    readonly rows: readonly (readonly number[])[];
    readonly yes: readonly number[];
    readonly fits: readonly {
      readonly penalty: number;
      readonly coefficients: readonly number[];
    }[];
  };
};

const sparse = (rows: readonly (readonly number[])[]): SparseRows => ({
  starts: Int32Array.from({ length: rows.length + 1 }, (_, row) => row * at(rows, 0).length),
  columns: Int32Array.from(rows.flatMap((row) => row.map((_, column) => column))),
  values: Float64Array.from(rows.flat()),
  width: at(rows, 0).length,
});

const asked = {
  rows: sparse(ridge.rows),
  yes: Uint8Array.from(ridge.yes),
  offset: new Float64Array(ridge.yes.length),
};

for (const { penalty, coefficients } of ridge.fits) {
  test(`with a penalty of ${penalty} the coefficients are those of R`, () => {
    const fit = fitPenalized({ ...asked, penalty });
    assert.ok(fit.ok);
    [fit.value.intercept, ...fit.value.slopes].forEach((value, place) => {
      const expected = at(coefficients, place);
      assert.ok(Math.abs(value - expected) < 1e-7, `${value} against ${expected}`);
    });
  });
}

test('a feature that separates yes from no keeps a finite slope', () => {
  const rows = sparse([[1], [1], [1], [-1], [-1], [-1]]);
  const yes = Uint8Array.from([1, 1, 1, 0, 0, 0]);
  const fit = fitPenalized({ rows, yes, offset: new Float64Array(6), penalty: 0.01 });
  assert.ok(fit.ok);
  assert.ok(at(fit.value.slopes, 0) > 2 && at(fit.value.slopes, 0) < 20);
});

test('what an offset already says is not said again', () => {
  const fit = fitPenalized({ ...asked, penalty: 1 });
  assert.ok(fit.ok);
  const { intercept, slopes } = fit.value;
  const offset = Float64Array.from(ridge.rows, (row) =>
    row.reduce((sum, value, place) => sum + value * at(slopes, place), intercept),
  );
  const again = fitPenalized({ ...asked, offset, penalty: 1e6 });
  assert.ok(again.ok);
  assert.ok([...again.value.slopes].every((slope) => Math.abs(slope) < 1e-4));
});

test('without a penalty it says that it needs one', () => {
  const fit = fitPenalized({ ...asked, penalty: 0 });
  assert.ok(!fit.ok && fit.refusal.kind === 'no-penalty');
});
