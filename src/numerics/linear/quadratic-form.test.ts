import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quadraticForm } from './quadratic-form.ts';

test('the length of a vector in standard errors is what two equations by hand give', () => {
  // A = [[2, 1], [1, 3]] has the inverse [[3, -1], [-1, 2]] / 5; v = (1, 4) gives (3 - 8 + 32) / 5.
  const form = quadraticForm(new Float64Array([2, 1, 1, 3]), new Float64Array([1, 4]));
  assert.ok(form.ok && Math.abs(form.value - 27 / 5) < 1e-14);
});

test('a covariance that leaves a direction without weight is refused', () => {
  const form = quadraticForm(new Float64Array([1, 2, 2, 4]), new Float64Array([1, 1]));
  assert.equal(form.ok || form.refusal.kind, 'not-definite');
});
