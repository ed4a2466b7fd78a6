import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simplexSearch } from './simplex-search.ts';

test('the lowest point of a bowl and of a bent valley is found', () => {
  const bowl = simplexSearch(([x = 0, y = 0]) => (x - 3) ** 2 + 10 * (y + 1) ** 2, [0, 0], 1, 1e-9);
  assert.ok(bowl.settled);
  assert.ok(Math.abs((bowl.point[0] ?? 0) - 3) < 1e-6 && Math.abs((bowl.point[1] ?? 0) + 1) < 1e-6);
  const valley = simplexSearch(
    ([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2,
    [-1.2, 1],
    0.5,
    1e-9,
  );
  assert.ok(valley.settled);
  assert.ok(Math.abs((valley.point[0] ?? 0) - 1) < 1e-6);
});

test('one number alone works, and a slope without a lowest point does not pretend to have settled', () => {
  const parabola = simplexSearch(([x = 0]) => (x - 0.25) ** 2, [9], 1, 1e-9);
  assert.ok(Math.abs((parabola.point[0] ?? 0) - 0.25) < 1e-6);
  assert.equal(simplexSearch(([x = 0]) => -x, [0], 1, 1e-9).settled, false);
});
