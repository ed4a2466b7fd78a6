import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chiSquaredUpperTail } from './chi-squared.ts';
import { noncentralChiSquaredLowerTail, noncentralityAt } from './noncentral-chi-squared.ts';

const { rows }: { rows: [number, number, number, number][] } = JSON.parse(
  readFileSync('reference/numerics/noncentral-chi-squared.json', 'utf8'),
);

test('the noncentral chi-squared distribution agrees with scipy, in the tails too', () => {
  assert.ok(rows.length >= 10);
  for (const [x, degrees, noncentrality, expected] of rows) {
    const answer = noncentralChiSquaredLowerTail(x, degrees, noncentrality);
    assert.ok(Math.abs(answer / expected - 1) < 1e-10, `${x}, ${degrees}, ${noncentrality}`);
  }
});

test('without noncentrality it is the chi-squared distribution', () => {
  for (const x of [0.5, 3, 20]) {
    const gap = noncentralChiSquaredLowerTail(x, 4, 0) - (1 - chiSquaredUpperTail(x, 4));
    assert.ok(Math.abs(gap) < 1e-14);
  }
});

test('the noncentrality found gives the probability asked for, and is zero where none does', () => {
  for (const probability of [0.05, 0.5, 0.9]) {
    const found = noncentralityAt(40, 20, probability);
    assert.ok(
      Math.abs(noncentralChiSquaredLowerTail(40, 20, found) - probability) < 1e-12,
      `${probability}`,
    );
  }
  assert.equal(noncentralityAt(10, 20, 0.95), 0);
});

test('what is no distribution is a mistake of the caller', () => {
  assert.throws(() => noncentralChiSquaredLowerTail(1, 0, 1), RangeError);
  assert.throws(() => noncentralChiSquaredLowerTail(1, 1, -1), RangeError);
});
