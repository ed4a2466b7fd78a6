import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CalibratedItem, categoriesOf, categoryProbabilities } from './item-model.ts';

const items: readonly CalibratedItem[] = [
  { kind: 'binary', a: 1.3, d: -0.4, g: 0.2 },
  { kind: 'graded', a: 0.9, d: [1.5, 0.2, -2] },
  { kind: 'partial-credit', a: 1, d: [0.5, 0.1, -1.2] },
];

describe('the categories of a calibrated item', () => {
  test('are as many as its parameters say, and share one whole at every ability', () => {
    for (const item of items) {
      for (const theta of [-700, -3, 0, 0.5, 4, 700]) {
        const shares = categoryProbabilities(item, theta);
        assert.equal(shares.length, categoriesOf(item));
        const total = shares.reduce((sum, share) => sum + share, 0);
        assert.ok(Math.abs(total - 1) < 1e-14, `${item.kind} at ${theta}: ${total}`);
        assert.ok(shares.every((share) => share >= 0 && share <= 1));
      }
    }
  });

  test('of a graded and of a partial credit item with one threshold are those of the binary item', () => {
    for (const theta of [-2, 0, 1.7]) {
      const binary = categoryProbabilities({ kind: 'binary', a: 1.1, d: 0.3, g: 0 }, theta);
      for (const kind of ['graded', 'partial-credit'] as const) {
        categoryProbabilities({ kind, a: 1.1, d: [0.3] }, theta).forEach((share, k) => {
          assert.ok(Math.abs(share - (binary[k] ?? Number.NaN)) < 1e-15);
        });
      }
    }
  });

  test('leave the chance of guessing where ability ends', () => {
    const [, right] = categoryProbabilities({ kind: 'binary', a: 2, d: 0, g: 0.25 }, -50);
    assert.ok(Math.abs((right ?? 0) - 0.25) < 1e-15);
  });
});
