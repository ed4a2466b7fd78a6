import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawExam } from '../../../tests/support/response-sets.ts';
import { gridMemory } from '../../numerics/fitting/grid-memory.ts';
import { abilityNodes } from './ability-grid.ts';
import { Expectation } from './expectation.ts';
import { bytesNeeded } from './grid-layout.ts';
import { type Design, tablesFor } from './item-design.ts';
import { Maximization } from './maximization.ts';
import { pack } from './packing.ts';

const ITEMS = 28;
const PEOPLE = 38000;
const exam = drawExam(PEOPLE, ITEMS, '2pl', 404);
const design: Design = {
  cells: exam.matrix.items.map((_, item) => ({
    item,
    curve: { kind: 'binary', categories: 2 },
    groups: [0],
    places: Int32Array.of(2 * item, 2 * item + 1),
    values: new Float64Array(2),
  })),
  groups: [{ moments: { mean: 0, variance: 1 }, meanFree: false, varianceFree: false }],
  size: 2 * ITEMS,
  commonSlope: -1,
  guessingPrior: { mean: -1.39, sd: 0.5 },
};
const items = Float64Array.from({ length: 2 * ITEMS }, (_, at) =>
  at % 2 === 0 ? (exam.a[at / 2] ?? 1) : -(exam.a[(at - 1) / 2] ?? 1) * (exam.b[(at - 1) / 2] ?? 0),
);
const moments = [{ mean: 0, variance: 1 }];
const packing = pack(
  exam.matrix,
  exam.matrix.items.map((_, item) => item),
  new Int32Array(PEOPLE),
  1,
  undefined,
);

function worker(): Expectation {
  const plan = tablesFor(design, packing.blocks);
  const nodes = abilityNodes(61, 6);
  const memory = gridMemory(bytesNeeded(plan, packing, 1, 61));
  const expectation = new Expectation(design, packing, nodes, plan, memory);
  new Maximization(design, nodes).trace(items, expectation);
  return expectation;
}

test('sums worked out by several workers are the same to the last bit as those of one', () => {
  const alone = worker();
  const logLik = alone.run(moments, true);
  assert.ok(alone.chunks.length >= 3, `${alone.chunks.length} chunks`);
  const workers = [worker(), worker()];
  const gatherer = worker();
  for (const one of [...workers, gatherer]) {
    one.prepare(moments);
  }
  const parts = new Map<number, { logLik: number; sums: Float64Array }>();
  for (const chunk of [...alone.chunks.keys()].reverse()) {
    const part = workers[chunk % 2]?.partOf(chunk);
    assert.ok(part);
    parts.set(chunk, { logLik: part.logLik, sums: part.sums.slice() });
  }
  let together = 0;
  for (const chunk of alone.chunks.keys()) {
    together += parts.get(chunk)?.logLik ?? Number.NaN;
    gatherer.addPart(parts.get(chunk)?.sums ?? new Float64Array());
  }
  gatherer.completeSums();
  assert.equal(together, logLik);
  assert.deepEqual(gatherer.masses(0), alone.masses(0));
  for (let row = 0; row < 2 * ITEMS; row += 1) {
    assert.deepEqual(gatherer.sums(row), alone.sums(row));
  }
});

test('windows of ability lose nothing: narrow after a wide look, and moved where they no longer fit', () => {
  const narrow = worker();
  const wide = narrow.run(moments, true);
  assert.ok(Math.abs(narrow.run(moments, false) - wide) < 1e-9 * Math.abs(wide));
  const fresh = worker();
  // Small moves shift a window by a node, large ones past its edge; nothing of the tile before may stay in the counts.
  for (const variance of [0.9, 0.8, 0.6, 0.3]) {
    const drifted = [{ mean: variance - 1, variance }];
    const moved = narrow.run(drifted, false);
    const whole = fresh.run(drifted, true);
    assert.ok(Math.abs(moved - whole) < 1e-9 * Math.abs(whole), `variance ${variance}`);
    for (let row = 0; row < 2 * ITEMS; row += 1) {
      narrow.sums(row).forEach((value, q) => {
        const expected = fresh.sums(row)[q] ?? Number.NaN;
        assert.ok(Math.abs(value - expected) < 1e-7, `row ${row} node ${q}`);
      });
    }
  }
});

test('expected counts add up to the people, item by item', () => {
  const one = worker();
  one.run(moments, true);
  const total = (row: Float64Array): number => row.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(total(one.masses(0)) - PEOPLE) < 1e-6);
  for (const { firstRow, states } of one.plan.tables.flatMap((table) => table.slots)) {
    let people = 0;
    for (let state = 0; state < states; state += 1) {
      people += total(one.sums(firstRow + state));
    }
    assert.ok(Math.abs(people - PEOPLE) < 1e-6);
  }
});
