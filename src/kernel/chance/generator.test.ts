import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatorFrom, shuffled } from './generator.ts';

test('the same seed replays the same draws; another seed does not', () => {
  const draws = (seed: string): number[] => {
    const chance = generatorFrom(seed);
    return Array.from({ length: 20 }, () => chance.below(1000));
  };
  assert.deepEqual(draws('board 2026'), draws('board 2026'));
  assert.notDeepEqual(draws('board 2026'), draws('board 2027'));
});

test('a shuffle gives every order of four equally often', () => {
  const chance = generatorFrom('orders');
  const counts = new Map<string, number>();
  const rounds = 48000;
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffled(['a', 'b', 'c', 'd'], chance).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const expected = rounds / 24;
  const chiSquared = [...counts.values()].reduce(
    (sum, n) => sum + (n - expected) ** 2 / expected,
    0,
  );
  assert.equal(counts.size, 24);
  assert.ok(chiSquared < 49.73, `chi-squared ${chiSquared} on 23 degrees of freedom (0.999 point)`);
});

test('draws fill the unit interval evenly', () => {
  const chance = generatorFrom('unit');
  const bins = new Array<number>(20).fill(0);
  for (let draw = 0; draw < 40000; draw += 1) {
    const bin = Math.floor(chance.next() * 20);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const chiSquared = bins.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
  assert.ok(chiSquared < 43.82, `chi-squared ${chiSquared} on 19 degrees of freedom (0.999 point)`);
});

test('nothing can be drawn below zero', () => {
  assert.throws(() => generatorFrom('x').below(0), /cannot draw/);
});
