import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Cells } from './logistic.ts';
import { fitLogistic } from './logistic.ts';
import { fitRandomIntercept } from './random-intercept.ts';

const { maihda } = JSON.parse(readFileSync('reference/fairness/impact-models.json', 'utf8'));
const crossings: [string, string, string, number, number][] = maihda.crossings;

const cellsOf = (values: readonly number[][]): Cells => ({
  values: Float64Array.from(values.flat()),
  terms: values[0]?.length ?? 0,
  yes: Float64Array.from(crossings, ([, , , yes]) => yes),
  all: Float64Array.from(crossings, ([, , , , all]) => all),
});
const near = (answer: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(answer - expected) <= tolerance, `${answer} against ${expected}`);

test('a random intercept agrees with lme4: spread, intercept and what each cell is off', () => {
  const fit = fitRandomIntercept(cellsOf(crossings.map(() => [1])));
  assert.ok(fit.ok);
  // lme4's own search settles to about five digits.
  near(fit.value.variance, maihda.varianceAlone, 2e-5);
  near(fit.value.coefficients[0]!, maihda.interceptAlone, 2e-6);
  fit.value.offsets.forEach((offset, place) => {
    near(offset, maihda.offsetsAlone[place], 2e-5);
  });
});

test('with the facts beside it the fit agrees with lme4 on every coefficient', () => {
  const tiers = ['2', '3', '4', '5', '6'];
  const fit = fitRandomIntercept(
    cellsOf(
      crossings.map(([race, male, tier]) => [
        1,
        race === 'White' ? 1 : 0,
        Number(male),
        ...tiers.map((own) => (own === tier ? 1 : 0)),
      ]),
    ),
  );
  assert.ok(fit.ok);
  near(fit.value.variance, maihda.varianceBesideFacts, 1e-5);
  Object.values<number>(maihda.coefficients).forEach((expected, place) => {
    near(fit.value.coefficients[place]!, expected, 2e-4);
  });
});

test('cells that differ no more than chance have no spread, and the fit is then the plain regression', () => {
  const plain: Cells = {
    values: new Float64Array(6).fill(1),
    terms: 1,
    yes: Float64Array.from([12, 24, 36, 12, 18, 30]),
    all: Float64Array.from([20, 40, 60, 20, 30, 50]),
  };
  const [mixed, fixed] = [fitRandomIntercept(plain), fitLogistic(plain)];
  assert.ok(mixed.ok && fixed.ok);
  assert.equal(mixed.value.variance, 0);
  near(mixed.value.logLikelihood, fixed.value.logLikelihood, 1e-8);
  near(mixed.value.coefficients[0]!, Math.log(1.5), 1e-8);
});

test('asking who failed turns the coefficients round and leaves the spread', () => {
  const cells = cellsOf(crossings.map(() => [1]));
  const turned = { ...cells, yes: cells.all.map((all, place) => all - cells.yes[place]!) };
  const [one, other] = [fitRandomIntercept(cells), fitRandomIntercept(turned)];
  assert.ok(one.ok && other.ok);
  near(one.value.variance, other.value.variance, 1e-6);
  near(one.value.coefficients[0]!, -other.value.coefficients[0]!, 1e-6);
});

test('a term that says nothing beyond the others is refused', () => {
  assert.equal(fitRandomIntercept(cellsOf(crossings.map(() => [1, 1]))).ok, false);
});
