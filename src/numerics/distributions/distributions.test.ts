import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { betaDensity, betaQuantile, betaTails, betaTailsAt } from './beta.ts';
import { binomialFrom, binomialLowerTail } from './binomial.ts';
import {
  chiSquaredLogUpperTail,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from './chi-squared.ts';
import { fQuantile, fTails } from './f.ts';
import { gammaTails } from './gamma-tails.ts';
import { hypergeometricLowerTail, hypergeometricPoint } from './hypergeometric.ts';
import { logGamma, stirlingError } from './log-gamma.ts';
import {
  normalDensity,
  normalLogUpperTail,
  normalLowerTail,
  normalQuantile,
  normalTwoSided,
  normalUpperTail,
} from './normal.ts';
import { binomialPoint, poissonPoint } from './point-probability.ts';
import { increasingRoot } from './root.ts';
import { studentTQuantile, studentTTwoSided, studentTUpperTail } from './student-t.ts';

const read = (name: string) => JSON.parse(readFileSync(`reference/numerics/${name}.json`, 'utf8'));
const exact: Record<string, number[][]> = read('distributions');
const fromR: Record<string, { x: number[]; v: number[] }> = read('r-4.2.2');

function near(answer: number, expected: number, tolerance: number, what: string): void {
  const gap = expected === 0 ? Math.abs(answer) : Math.abs(answer / expected - 1);
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}, off by ${gap}`);
}

function agrees(name: string, answer: (...given: number[]) => number, tolerance = 1e-12): void {
  const rows = exact[name] ?? [];
  assert.ok(rows.length >= 3);
  for (const row of rows) {
    const given = row.slice(0, -1);
    near(answer(...given), row.at(-1) ?? Number.NaN, tolerance, `${name}(${given})`);
  }
}

test('log gamma, normal, chi-squared, beta, t, F agree with 60-digit arithmetic', () => {
  agrees('logGamma', logGamma, 1e-13);
  agrees('normalUpperTail', normalUpperTail);
  agrees('normalUpperQuantile', (tail) => -normalQuantile(tail), 1e-14);
  agrees('chiSquaredUpperTail', chiSquaredUpperTail);
  agrees('betaLowerTail', (x, a, b) => betaTails(x, a, b).lower);
  agrees('studentTUpperTail', studentTUpperTail);
  agrees('fUpperTail', (f, a, b) => fTails(f, a, b).upper);
  agrees('fQuantile', fQuantile);
});

test('hypergeometric and binomial agree with 60-digit arithmetic, for thousands of people too', () => {
  agrees('hypergeometricPoint', (x, first, second, drawn) =>
    hypergeometricPoint(x, { first, second, drawn }),
  );
  agrees('binomialLowerTail', binomialLowerTail);
});

test('extreme tails keep their digits, and so do the logarithms of tails too small to write', () => {
  agrees('normalUpperTailExtreme', normalUpperTail);
  agrees('normalLogUpperTail', normalLogUpperTail);
  agrees('normalDensity', normalDensity);
  agrees('chiSquaredUpperTailExtreme', chiSquaredUpperTail);
  agrees('chiSquaredLogUpperTail', chiSquaredLogUpperTail);
  agrees('betaLowerTailExtreme', (x, a, b) => betaTailsAt(x, 1 - x, a, b).lower);
  agrees('studentTUpperTailExtreme', studentTUpperTail);
  agrees('fUpperTailExtreme', (f, a, b) => fTails(f, a, b).upper);
  agrees('binomialFrom', binomialFrom);
  agrees('betaDensity', (x, a, b) => betaDensity(x, 1 - x, a, b));
});

test('quantiles of chi-squared, beta, t and F are found in any tail', () => {
  agrees('chiSquaredUpperQuantile', chiSquaredUpperQuantile);
  agrees('betaQuantile', betaQuantile);
  agrees('studentTUpperQuantile', (tail, df) => -studentTQuantile(tail, df));
  agrees('fQuantileExtreme', fQuantile);
});

test('every distribution agrees with R', () => {
  const answers: Record<string, (x: number) => number> = {
    pnorm: normalLowerTail,
    qnorm: normalQuantile,
    pchisqU: (x) => chiSquaredUpperTail(x, 1),
    pchisqU30: (x) => chiSquaredUpperTail(x, 30),
    pt: (x) => studentTUpperTail(-x, 10),
    qbeta: (p) => betaQuantile(p, 5, 95),
    phyper: (x) => hypergeometricLowerTail(x, { first: 10, second: 90, drawn: 20 }),
    pgamma: (x) => gammaTails(2.5, 1.5 * x).lower,
  };
  for (const [name, answer] of Object.entries(answers)) {
    const { x, v } = fromR[name] ?? { x: [], v: [] };
    assert.ok(x.length > 3);
    x.forEach((at, index) => {
      near(answer(at), v[index] ?? Number.NaN, 1e-12, `${name}(${at})`);
    });
  }
  const grid: { x: number; df: number; p: number }[] = read('chi-squared');
  assert.equal(grid.length, 42);
  for (const { x, df, p } of grid) {
    near(chiSquaredUpperTail(x, df), p, 1e-12, `chi-squared(${x}, ${df})`);
  }
});

test('the two tails of everything add to one, and a quantile undoes its tail', () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const shape = fc.double({ min: 1, max: 300, noNaN: true });
  fc.assert(
    fc.property(share, shape, shape, (p, a, b) => {
      const { lower, upper } = betaTails(betaQuantile(p, a, b), a, b);
      return Math.abs(lower - p) < 1e-10 && Math.abs(lower + upper - 1) < 1e-12;
    }),
  );
  fc.assert(
    fc.property(share, (p) => Math.abs(normalLowerTail(normalQuantile(p)) / p - 1) < 1e-11),
  );
  fc.assert(
    fc.property(share, shape, shape, (p, a, b) => {
      const f = fQuantile(p, a, b);
      return Math.abs(fTails(f, a, b).lower - p) < 1e-9;
    }),
  );
});

test('the point probabilities of a draw add to one', () => {
  const size = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(size, size, size, (first, second, prizes) => {
      const draw = { first, second, drawn: Math.min(prizes, first + second) };
      return Math.abs(hypergeometricLowerTail(first, draw) - 1) < 1e-12;
    }),
  );
  const tries = 40;
  const all = Array.from({ length: tries + 1 }, (_, x) => binomialPoint(x, tries, 0.37, 0.63));
  near(
    all.reduce((sum, p) => sum + p, 0),
    1,
    1e-13,
    'binomial points',
  );
});

test('the edges have their plain answers', () => {
  assert.equal(chiSquaredUpperTail(0, 1), 1);
  assert.equal(chiSquaredUpperTail(Number.POSITIVE_INFINITY, 3), 0);
  assert.equal(normalQuantile(0.5), 0);
  assert.equal(normalTwoSided(0), 1);
  assert.equal(studentTTwoSided(0, 4), 1);
  assert.equal(studentTQuantile(0.5, 4), 0);
  near(studentTQuantile(0.975, 9), -studentTQuantile(0.025, 9), 1e-13, 'both sides');
  assert.equal(betaQuantile(1, 2, 3), 1);
  assert.deepEqual(
    [betaDensity(0, 1, 1, 3), betaDensity(0, 1, 2, 3), betaDensity(1, 0, 2, 0.5)],
    [3, 0, Number.POSITIVE_INFINITY],
  );
  assert.equal(binomialFrom(0, 5, 0.3), 1);
  assert.equal(binomialFrom(6, 5, 0.3), 0);
  assert.equal(poissonPoint(0, 0), 1);
  assert.equal(poissonPoint(2, 0), 0);
  assert.equal(poissonPoint(-1, 2), 0);
  assert.equal(binomialPoint(0, 5, 0, 1), 1);
  assert.equal(binomialPoint(5, 5, 1, 0), 1);
  assert.equal(binomialPoint(6, 5, 0.5, 0.5), 0);
  assert.equal(binomialLowerTail(-1, 5, 0.5), 0);
  assert.equal(binomialLowerTail(5, 5, 0.5), 1);
  assert.equal(betaQuantile(0, 2, 3), 0);
  assert.equal(fTails(0, 2, 3).upper, 1);
  assert.equal(
    increasingRoot((x) => x - 3, 3, 9),
    3,
  );
  assert.ok(stirlingError(1e6) < 1e-7);
});

test('a question that has no answer throws instead of inventing one', () => {
  assert.throws(() => chiSquaredUpperTail(1, 0), /degrees of freedom/);
  assert.throws(() => chiSquaredUpperTail(Number.NaN, 1), /must be a number/);
  assert.throws(() => normalQuantile(0), /between 0 and 1/);
  assert.throws(() => normalQuantile(1.2), /between 0 and 1/);
  assert.throws(() => chiSquaredUpperQuantile(0, 1), /tail between 0 and 1/);
  assert.throws(() => studentTUpperTail(1, 0), /above zero/);
  assert.throws(() => studentTQuantile(1, 3), /between 0 and 1/);
  assert.throws(() => logGamma(0), /above zero/);
  assert.throws(() => betaTails(0.5, 0, 1), /above zero/);
});
