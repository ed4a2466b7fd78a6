import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { dot, orthonormalBasis, removeSpan } from './orthonormal-basis.ts';
import {
  choleskyOf,
  entryOfInverse,
  inverseFromCholesky,
  inverseRoot,
} from './positive-definite.ts';
import { projectedQuadratic } from './projected-quadratic.ts';
import { allProducts, lowerProducts } from './row-products.ts';

const chance = generatorFrom('linear');
const vector = (length: number) => Float64Array.from({ length }, () => chance.next() - 0.5);

test('a basis is orthonormal and spans what it was made from, nearly parallel columns included', () => {
  const first = vector(30);
  const nearly = first.map((value, place) => value + 1e-7 * Math.sin(place));
  const columns = [first, nearly, vector(30)];
  const basis = orthonormalBasis(columns);
  assert.equal(basis.length, 3);
  basis.forEach((one, i) => {
    basis.forEach((other, j) => {
      assert.ok(Math.abs(dot(one, other) - (i === j ? 1 : 0)) < 1e-14);
    });
  });
  for (const column of columns) {
    const rest = column.slice();
    removeSpan(basis, rest);
    assert.ok(Math.sqrt(dot(rest, rest)) < 1e-14);
  }
});

test('a column that the others already span adds nothing', () => {
  const [a, b] = [vector(10), vector(10)];
  const both = a.map((value, place) => 2 * value - 3 * (b[place] ?? 0));
  assert.equal(orthonormalBasis([a, b, both, new Float64Array(10)]).length, 2);
});

test('the quadratic form of a diagonal matrix off a coordinate is the sum of squares over variances', () => {
  const variances = [2, 5, 0.1, 7];
  const multiply = (x: Float64Array) => x.map((value, place) => value * (variances[place] ?? 0));
  const form = projectedQuadratic(
    multiply,
    [Float64Array.of(0, 1, 0, 0)],
    Float64Array.of(1, 100, 0.5, 3),
  );
  assert.ok(form.ok);
  assert.ok(Math.abs(form.value.value - (1 / 2 + 0.25 / 0.1 + 9 / 7)) < 1e-13);
});

test('what the basis explains counts for nothing', () => {
  const basis = orthonormalBasis([vector(12), vector(12)]);
  const explained = (basis[0] ?? vector(12)).map((value) => 3 * value);
  const form = projectedQuadratic((x) => x.slice(), basis, explained);
  assert.ok(form.ok && form.value.value < 1e-28);
});

test('a matrix that is not positive is refused', () => {
  const form = projectedQuadratic((x) => x.map((value) => -value), [], Float64Array.of(1, 2));
  assert.ok(!form.ok && form.refusal.kind === 'not-positive');
});

test('a matrix times its inverse is one at every size beside the steps that are taken at once', () => {
  for (const size of [1, 3, 4, 5, 31, 33, 70]) {
    const factor = vector(size * size);
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        const row = (place: number) => factor.subarray(place * size, (place + 1) * size);
        matrix[i * size + j] = dot(row(i), row(j)) + (i === j ? 1 : 0);
      }
    }
    const lower = choleskyOf(matrix, size);
    assert.ok(lower.ok);
    const inverse = inverseFromCholesky(lower.value, size);
    const root = inverseRoot(lower.value, size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        let sum = 0;
        for (let k = 0; k < size; k += 1) {
          sum += (matrix[i * size + k] ?? 0) * (inverse[k * size + j] ?? 0);
        }
        assert.ok(Math.abs(sum - (i === j ? 1 : 0)) < 1e-11, `${size}: ${i}, ${j}`);
        const alone = entryOfInverse(root, size, i, j) - (inverse[i * size + j] ?? 0);
        assert.ok(Math.abs(alone) < 1e-12, `${size}: ${i}, ${j}`);
      }
    }
  }
});

test('products of rows are the inner products of each two, at every size beside those taken at once', () => {
  for (const [rows, length] of [
    [1, 3],
    [5, 7],
    [34, 9],
    [67, 2],
  ] as const) {
    const stride = length + 2;
    const [x, y] = [vector(rows * stride), vector(rows * stride)];
    const expected = (i: number, j: number): number =>
      dot(x.subarray(i * stride, i * stride + length), y.subarray(j * stride, j * stride + length));
    for (const [products, count] of [
      [lowerProducts, (rows * (rows + 1)) / 2],
      [allProducts, rows * rows],
    ] as const) {
      const seen = new Set<string>();
      products({ values: x, stride }, { values: y, stride }, length, rows, (i, j, product) => {
        seen.add(`${i},${j}`);
        assert.ok(Math.abs(product - expected(i, j)) < 1e-13);
      });
      assert.equal(seen.size, count);
    }
  }
});
