import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { drawnOptionOrders } from './option-order.ts';

const options = (count: number, fixed: readonly number[] = []) =>
  Array.from({ length: count }, (_, place) => ({
    id: 'abcde'.charAt(place),
    text: `Option ${place}`,
    ...(fixed.includes(place) ? { fixed: true } : {}),
  }));
const chiSquared = (counts: Iterable<number>, expected: number): number =>
  [...counts].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
const orderOf = (orders: Readonly<Record<string, readonly string[]>>, item: string): string =>
  (orders[item] ?? []).join('');

// Chi-squared points that chance passes once in 10,000 (scipy.stats.chi2.isf(1e-4, df), SciPy 1.17.1).
const POINT = { df5: 25.7448, df16: 45.9249, df23: 57.0746 };

describe('the order of options', () => {
  test('each of the 24 orders of four options is equally likely, over many sittings (C1)', () => {
    const rounds = 48000;
    const counts = new Map<string, number>();
    for (let sitting = 0; sitting < rounds; sitting += 1) {
      const order = orderOf(
        drawnOptionOrders([{ id: 'q', options: options(4) }], `s${sitting}`),
        'q',
      );
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 24);
    const found = chiSquared(counts.values(), rounds / 24);
    assert.ok(found < POINT.df23, `chi-squared ${found} on 23 degrees of freedom`);
  });
  test('an option stands in each place equally often, at every place of a form (C1)', () => {
    const items = Array.from({ length: 30 }, (_, place) => ({
      id: `q${place}`,
      options: options(5),
    }));
    const rounds = 4000;
    for (const watched of ['q0', 'q13', 'q29']) {
      const counts = new Map<string, number>();
      for (let sitting = 0; sitting < rounds; sitting += 1) {
        const order = orderOf(drawnOptionOrders(items, `form-${watched}-${sitting}`), watched);
        for (const [place, option] of [...order].entries()) {
          counts.set(`${option}${place}`, (counts.get(`${option}${place}`) ?? 0) + 1);
        }
      }
      assert.equal(counts.size, 25);
      const found = chiSquared(counts.values(), rounds / 5);
      // Both margins of the 5 x 5 table are fixed: times (5 - 1) / 5 it follows chi-squared on 16 degrees of freedom.
      assert.ok((found * 4) / 5 < POINT.df16, `${watched}: chi-squared ${found}`);
    }
  });
  test('what is shown is always a permutation of what is stored (C2)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.string(), (count, seed) => {
        const order = drawnOptionOrders([{ id: 'q', options: options(count) }], seed)['q'] ?? [];
        assert.deepEqual(
          order.toSorted((a, b) => a.localeCompare(b)),
          options(count).map((option) => option.id),
        );
      }),
    );
  });
  test('the same sitting gets the same order again; another sitting another (C7)', () => {
    const items = Array.from({ length: 10 }, (_, place) => ({
      id: `q${place}`,
      options: options(4),
    }));
    assert.deepEqual(drawnOptionOrders(items, 'one'), drawnOptionOrders(items, 'one'));
    assert.notDeepEqual(drawnOptionOrders(items, 'one'), drawnOptionOrders(items, 'two'));
  });
  test('a fixed option stays in its place under every order, and the others still mix fairly (C8)', () => {
    const counts = new Map<string, number>();
    for (let sitting = 0; sitting < 6000; sitting += 1) {
      const items = [{ id: 'q', options: options(4, [3]) }];
      const order = orderOf(drawnOptionOrders(items, `fixed ${sitting}`), 'q');
      assert.equal(order.at(-1), 'd');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    assert.ok(chiSquared(counts.values(), 1000) < POINT.df5);
  });
  test('a fixed option in the middle stays in the middle (C8)', () => {
    for (let sitting = 0; sitting < 200; sitting += 1) {
      const items = [{ id: 'q', options: options(5, [0, 2]) }];
      const order = orderOf(drawnOptionOrders(items, `middle ${sitting}`), 'q');
      assert.equal(order[0], 'a');
      assert.equal(order[2], 'c');
    }
  });
});
