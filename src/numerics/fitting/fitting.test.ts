import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { FixedPoint } from './fixed-point.ts';
import { gridMemory, type LoopForm } from './grid-memory.ts';

const ROW = 62 * 8;
const PEOPLE = 70;
/** Two tables: three items with 2, 3 and 5 states; one item with 4. */
const RADIX = [[2, 3, 5], [4]] as const;
const PLACE = {
  radix: [64, 96],
  tables: 128,
  weights: 1024,
  codes: 2048,
  prior: 4096,
  scores: 8192,
  means: 12288,
  peaks: 16384,
  logs: [20480, 32768],
  table: [65536, 131072],
  sums: [196608, 204800],
  column: 212992,
  shares: 262144,
  turned: 327680,
};
const SHIFT = 393216;

/** Every loop once over the same invented answers. */
function worked(form: LoopForm): { doubles: Float64Array; edges: number; form: LoopForm } {
  const memory = gridMemory(655360, form);
  const doubles = new Float64Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  const chance = generatorFrom('grid');
  const fill = (start: number, count: number, make: () => number): void => {
    for (let i = 0; i < count; i += 1) {
      doubles[(start >> 3) + i] = make();
    }
  };
  RADIX.forEach((states, block) => {
    words.set(states, (PLACE.radix[block] ?? 0) >> 2);
    words[(PLACE.tables >> 2) + block] = PLACE.table[block] ?? 0;
    const rows = states.reduce<number>((sum, count) => sum + count, 0);
    fill(PLACE.logs[block] ?? 0, (rows * ROW) >> 3, () => -9 * chance.next());
  });
  fill(PLACE.weights, PEOPLE, () => 0.5 + chance.next());
  fill(PLACE.prior, ROW >> 3, () => -60 * chance.next());
  fill(PLACE.scores, (4 * ROW) >> 3, () => chance.next() - 0.5);
  for (let person = 0; person < PEOPLE; person += 1) {
    bytes[PLACE.codes + person] = chance.below(30);
    bytes[PLACE.codes + PEOPLE + person] = chance.below(4);
  }
  const { loops } = memory;
  const [low, high] = [32, 448];
  RADIX.forEach((states, block) => {
    loops.build(
      PLACE.table[block] ?? 0,
      PLACE.logs[block] ?? 0,
      PLACE.radix[block] ?? 0,
      states.length,
      ROW,
    );
  });
  const edges = loops.posterior(
    3,
    PEOPLE,
    low,
    high,
    PLACE.prior,
    PLACE.codes,
    PEOPLE,
    PLACE.tables,
    2,
    ROW,
    PLACE.weights,
    PLACE.shares,
    PLACE.peaks,
  );
  loops.slope(
    3,
    PEOPLE,
    low,
    high,
    PLACE.codes + PEOPLE,
    1,
    4,
    PLACE.scores,
    ROW,
    PLACE.weights,
    PLACE.shares,
    PLACE.turned,
    PLACE.means,
  );
  for (const shares of [PLACE.shares, PLACE.turned]) {
    loops.gather(
      3,
      PEOPLE,
      low,
      high,
      PLACE.codes,
      PEOPLE,
      PLACE.tables,
      SHIFT - 65536,
      2,
      ROW,
      shares,
    );
    loops.column(3, PEOPLE, low, high, ROW, shares, PLACE.column);
  }
  RADIX.forEach((states, block) => {
    loops.fold(
      SHIFT - 65536 + (PLACE.table[block] ?? 0),
      PLACE.sums[block] ?? 0,
      PLACE.radix[block] ?? 0,
      states.length,
      ROW,
    );
  });
  return { doubles, edges, form: memory.form };
}

test('two doubles at a time and one at a time give the same sums to 1e-12', () => {
  const fast = worked('simd');
  const plain = worked('plain');
  assert.equal(fast.form, 'simd');
  assert.equal(plain.form, 'plain');
  assert.equal(fast.edges, plain.edges);
  let compared = 0;
  plain.doubles.forEach((value, place) => {
    const other = fast.doubles[place] ?? Number.NaN;
    if (Number.isFinite(value) && value !== 0) {
      compared += 1;
      assert.ok(
        Math.abs(other - value) <= 1e-12 * Math.max(1, Math.abs(value)),
        `at ${place * 8}: ${other}, plain ${value}`,
      );
    }
  });
  assert.ok(compared > 5000);
});

test('what a table holds is the sum of its items, and what it counts comes back to each item', () => {
  const { doubles } = worked('plain');
  const at = (start: number, row: number, q: number): number =>
    doubles[((start + row * ROW) >> 3) + q] ?? Number.NaN;
  const [first = 0] = PLACE.logs;
  // Code 17 of the states 2, 3, 5 is 17 = 1 + 2 * 2 + 6 * 2.
  assert.ok(
    Math.abs(
      at(PLACE.table[0] ?? 0, 17, 9) - (at(first, 1, 9) + at(first, 4, 9) + at(first, 7, 9)),
    ) < 1e-12,
  );
  const total = at(PLACE.column, 0, 20);
  const counted = at(SHIFT - 65536 + (PLACE.table[0] ?? 0), 0, 20);
  assert.ok(Math.abs(total - counted) < 1e-12);
});

test('a slow linear map reaches its fixed point in a handful of combined steps', () => {
  const rates = [0.99, 0.9, 0.5, 0.2];
  const goal = [1, -2, 3, 0.5];
  const map = (x: Float64Array): Float64Array =>
    x.map((value, i) => (goal[i] ?? 0) + (rates[i] ?? 0) * (value - (goal[i] ?? 0)));
  const faster = new FixedPoint();
  let x = new Float64Array(4);
  for (let step = 0; step < 8; step += 1) {
    x = Float64Array.from(faster.next(x, map(x), new Float64Array(4).fill(1)));
  }
  x.forEach((value, i) => {
    assert.ok(Math.abs(value - (goal[i] ?? 0)) < 1e-6, `${value} for ${goal[i]}`);
  });
});

test('after a restart the next point is the plain image', () => {
  const faster = new FixedPoint();
  const ones = new Float64Array(1).fill(1);
  faster.next(Float64Array.of(0), Float64Array.of(1), ones);
  faster.restart();
  assert.deepEqual(
    faster.next(Float64Array.of(1), Float64Array.of(1.5), ones),
    Float64Array.of(1.5),
  );
});
