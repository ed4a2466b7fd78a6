import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../../kernel/result/at.ts';
import { growingSolver } from './growing-solver.ts';

const solver = await growingSolver();

test('the worth of a row is what one more unit of it brings, whichever side holds', () => {
  // Most of 3x + 2y with x + y at most 4, x at most 3, y at least 1.
  const program = {
    columns: [
      { low: 0, high: 10 },
      { low: 0, high: 10 },
    ],
    rows: [
      { terms: [[0, 1] as const, [1, 1] as const], low: 0, high: 4 },
      { terms: [[1, 1] as const], low: 1, high: 10 },
    ],
  };
  solver(program, (open) => {
    open.costs(Float64Array.of(3, 2));
    const most = open.most();
    assert.ok(most.status === 'found');
    assert.equal(most.value, 11);
    assert.deepEqual([...most.columns], [3, 1]);
    assert.deepEqual([...most.worth], [3, -1]);
    open.boundRow(0, 0, 5);
    const wider = open.most();
    assert.ok(wider.status === 'found');
    assert.equal(wider.value, 11 + at(most.worth, 0));
    open.boundRow(1, 2, 10);
    const tighter = open.most();
    assert.ok(tighter.status === 'found');
    assert.equal(tighter.value, 14 + at(most.worth, 1));
  });
});

test('a program goes on from its last answer with a column more, another factor and other bounds', () => {
  const program = {
    columns: [{ low: 0, high: 10 }],
    rows: [{ terms: [[0, 2] as const], low: 0, high: 8 }],
  };
  solver(program, (open) => {
    const value = (): number => {
      const most = open.most();
      assert.ok(most.status === 'found');
      return most.value;
    };
    open.costs(Float64Array.of(1));
    assert.equal(value(), 4);
    open.add([[0, 1]]);
    assert.equal(value(), 4);
    open.costs(Float64Array.of(1, 1));
    assert.equal(value(), 8);
    open.factor(0, 0, 0.5);
    assert.equal(value(), 13);
    open.bound(0, 0, 4);
    assert.equal(value(), 10);
  });
});

test('where nothing fits, factors of the rows show it', () => {
  // x + y is at least 3, and neither is above 1.
  const program = {
    columns: [
      { low: 0, high: 1 },
      { low: 0, high: 1 },
    ],
    rows: [{ terms: [[0, 1] as const, [1, 1] as const], low: 3, high: 5 }],
  };
  solver(program, (open) => {
    const most = open.most();
    assert.ok(most.status === 'impossible' && most.conflict !== undefined);
    assert.notEqual(at(most.conflict, 0), 0);
  });
});
