import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import { choleskyOf, solveCholesky } from './positive-definite.ts';
import { sparseOrder } from './sparse-cholesky.ts';

const SIZE = 40;

/** A random pattern with few entries, and a diagonal that outweighs them. */
function drawn(seed: string) {
  const chance = generatorFrom(seed);
  const pairs: [number, number][] = [];
  for (let row = 1; row < SIZE; row += 1) {
    for (let column = 0; column < row; column += 1) {
      if (chance.next() < 0.08) pairs.push(chance.next() < 0.5 ? [row, column] : [column, row]);
    }
  }
  const entries = Float64Array.from(pairs, () => chance.next() * 2 - 1);
  const diagonal = new Float64Array(SIZE).fill(0.5);
  const dense = new Float64Array(SIZE * SIZE);
  pairs.forEach(([row, column], entry) => {
    const value = at(entries, entry);
    for (const one of [row, column]) diagonal[one] = at(diagonal, one) + Math.abs(value);
    dense[row * SIZE + column] = value;
    dense[column * SIZE + row] = value;
  });
  diagonal.forEach((value, row) => {
    dense[row * SIZE + row] = value;
  });
  const pattern = {
    size: SIZE,
    rows: Int32Array.from(pairs, ([row]) => row),
    columns: Int32Array.from(pairs, ([, column]) => column),
  };
  return { pattern, diagonal, entries, dense };
}

test('a sparse system has the solution and the determinant of the dense one', () => {
  for (const seed of ['one', 'two', 'three']) {
    const { pattern, diagonal, entries, dense } = drawn(seed);
    const sparse = sparseOrder(pattern).factor(diagonal, entries);
    const lower = choleskyOf(dense, SIZE);
    assert.ok(sparse.ok && lower.ok);
    const right = Float64Array.from({ length: SIZE }, (_, k) => Math.sin(k));
    const wanted = solveCholesky(lower.value, right);
    sparse.value.solve(right).forEach((value, k) => {
      assert.ok(Math.abs(value - at(wanted, k)) < 1e-10);
    });
    let log = 0;
    for (let k = 0; k < SIZE; k += 1) log += 2 * Math.log(at(lower.value, k * SIZE + k));
    assert.ok(Math.abs(sparse.value.logDeterminant - log) < 1e-10);
  }
});

test('a pattern is worked out once and serves other values; a matrix that is not positive is refused', () => {
  const { pattern, diagonal, entries } = drawn('again');
  const order = sparseOrder(pattern);
  const first = order.factor(diagonal, entries);
  const twice = order.factor(
    diagonal.map((value) => 2 * value),
    entries.map((value) => 2 * value),
  );
  assert.ok(first.ok && twice.ok);
  const gained = twice.value.logDeterminant - first.value.logDeterminant;
  assert.ok(Math.abs(gained - SIZE * Math.LN2) < 1e-10);
  const refused = order.factor(new Float64Array(SIZE), entries);
  assert.equal(refused.ok ? '' : refused.refusal.kind, 'not-definite');
});
