import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { domainBands, rawScoreError } from './uncertainty.ts';

interface Reference {
  readonly wilson: readonly {
    readonly right: number;
    readonly of: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly error: readonly {
    readonly right: number;
    readonly of: number;
    readonly error: number;
  }[];
}
const reference: Reference = JSON.parse(
  readFileSync('reference/psychometrics/scoring.json', 'utf8'),
);
const near = (found: number | undefined, wanted: number): void =>
  assert.ok(
    found !== undefined && Math.abs(found - wanted) < 1e-12,
    `found ${found}, the reference says ${wanted}`,
  );
/** One part of 30 questions with a passing score of 20, and one domain of it. */
const band = (right: number, of: number, cut = 20) =>
  domainBands({
    parts: [{ part: 'exam', right: 20, of: 30, answered: 30, cut, passed: true }],
    domains: [{ part: 'exam', domain: 'care', right, of }],
  })[0];

describe('the band of a domain', () => {
  test('rests on the interval that SciPy gives', () => {
    for (const { right, of, low, high } of reference.wilson) {
      const found = band(right, of)?.interval;
      near(found?.low, low);
      near(found?.high, high);
    }
  });
  test('is above or below only where the whole interval is on one side of the passing share', () => {
    // Two thirds pass. By SciPy 9 of 9 reaches down to 0.70, 8 of 9 from 0.57 to 0.98, and 2 of 9 up to 0.55.
    assert.equal(band(9, 9)?.band, 'above');
    assert.equal(band(8, 9)?.band, 'near');
    assert.equal(band(6, 9)?.band, 'near');
    assert.equal(band(2, 9)?.band, 'below');
    assert.equal(band(0, 9)?.band, 'below');
  });
  test('follows the passing score of its part', () => {
    assert.equal(band(9, 9, 25)?.band, 'near');
    assert.equal(band(2, 9, 10)?.band, 'near');
  });
  test('is not given for fewer than five questions, however they went', () => {
    for (const [right, of] of [
      [0, 4],
      [4, 4],
      [1, 1],
    ] as const) {
      assert.deepEqual(band(right, of), {
        part: 'exam',
        domain: 'care',
        items: of,
        band: 'too-few',
        interval: undefined,
      });
    }
    assert.notEqual(band(5, 5)?.band, 'too-few');
  });
  test('never goes down when one more answer is right', () => {
    const order = ['below', 'near', 'above'];
    for (let right = 1; right <= 45; right += 1) {
      const before = order.indexOf(band(right - 1, 45)?.band ?? '');
      const after = order.indexOf(band(right, 45)?.band ?? '');
      assert.ok(after >= before && before >= 0);
    }
  });
});

describe('the error of a raw score', () => {
  test('is what the formula gives in exact arithmetic', () => {
    for (const { right, of, error } of reference.error) {
      near(rawScoreError(right, of), error);
    }
  });
  test('is the spread of scores over forms whose questions are drawn anew, with n - 1 for a sample', () => {
    // Binomial with chance x / n has variance n p q; the unbiased estimate of it from one score is x (n - x) / (n - 1).
    const n = 12;
    const chance = 0.7;
    let mean = 0;
    for (let right = 0; right <= n; right += 1) {
      const ways = Array.from({ length: right }, (_, k) => (n - k) / (k + 1)).reduce(
        (a, b) => a * b,
        1,
      );
      mean += ways * chance ** right * (1 - chance) ** (n - right) * rawScoreError(right, n) ** 2;
    }
    near(mean, n * chance * (1 - chance));
  });
  test('is refused as our mistake for what cannot be a score', () => {
    for (const [right, of] of [
      [-1, 10],
      [11, 10],
      [1, 1],
      [1.5, 10],
    ] as const) {
      assert.throws(() => rawScoreError(right, of), /no error/);
    }
  });
});
