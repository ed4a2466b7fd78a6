import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linearAxis, ratioAxis } from './axis.ts';

test('half and double are equally far from one', () => {
  const { position } = ratioAxis([0.5, 1.4]);
  assert.equal(position(1), 0.5);
  assert.ok(Math.abs(position(0.5) + position(2) - 1) < 1e-12);
});

test('a ratio axis is as wide as it must be and no wider', () => {
  assert.deepEqual([ratioAxis([0.93, 1.05]).from, ratioAxis([0.93, 1.05]).to], [0.8, 1.25]);
  assert.deepEqual([ratioAxis([0.7]).from, ratioAxis([0.7]).to], [0.5, 2]);
  assert.equal(ratioAxis([40]).to, 8);
  assert.equal(ratioAxis([40]).position(40), 1);
});

test('a linear axis counts in ones, twos or fives and holds zero', () => {
  assert.deepEqual(
    linearAxis([3, 9, 14]).ticks.map(({ label }) => label),
    ['0', '5', '10', '15'],
  );
  assert.deepEqual(
    linearAxis([-4, 13]).ticks.map(({ label }) => label),
    ['\u22125', '0', '5', '10', '15'],
  );
});

test('an axis holds every value it was given, in order, with few ticks', () => {
  const values = fc.array(fc.double({ min: -5000, max: 5000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, (some) => {
      const axis = linearAxis(some);
      assert.ok(axis.from <= Math.min(0, ...some) + 1e-9);
      assert.ok(axis.to >= Math.max(0, ...some) - 1e-9);
      assert.ok(axis.ticks.length >= 2 && axis.ticks.length <= 7, `${axis.ticks.length} ticks`);
      const sorted = [...some].sort((a, b) => a - b).map(axis.position);
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => a - b),
      );
    }),
  );
});
