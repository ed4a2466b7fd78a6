import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DrawnExam, drawExam } from '../../../tests/support/response-sets.ts';
import { gridMemory } from '../../numerics/fitting/grid-memory.ts';
import { abilityNodes } from './ability-grid.ts';
import { Expectation } from './expectation.ts';
import { bytesNeeded } from './grid-layout.ts';
import { type Design, tablesFor } from './item-design.ts';
import { Maximization } from './maximization.ts';
import { pack } from './packing.ts';

const STANDARD = [{ mean: 0, variance: 1 }];

/** Expectation steps over an exam at the parameters it was drawn from. */
function workersOver(exam: DrawnExam): () => Expectation {
  const count = exam.matrix.items.length;
  const design: Design = {
    cells: exam.matrix.items.map((_, item) => ({
      item,
      curve: { kind: 'binary', categories: 2 },
      groups: [0],
      places: Int32Array.of(2 * item, 2 * item + 1),
      values: new Float64Array(2),
    })),
    groups: [{ moments: { mean: 0, variance: 1 }, meanFree: false, varianceFree: false }],
    size: 2 * count,
    commonSlope: -1,
    guessingPrior: { mean: -1.39, sd: 0.5 },
  };
  const items = Float64Array.from(exam.a.flatMap((a, j) => [a, -a * (exam.b[j] ?? 0)]));
  const places = exam.matrix.items.map((_, item) => item);
  const packing = pack(exam.matrix, places, new Int32Array(exam.matrix.people), 1, undefined);
  return () => {
    const plan = tablesFor(design, packing.blocks);
    const nodes = abilityNodes(61, 6);
    const memory = gridMemory(bytesNeeded(plan, packing, 1, 61));
    const expectation = new Expectation(design, packing, nodes, plan, memory);
    new Maximization(design, nodes).trace(items, expectation);
    return expectation;
  };
}

const rowsOf = ({ plan }: Expectation): number[] =>
  Array.from({ length: plan.slotRows }, (_, row) => row);

test('sums worked out by several workers are the same to the last bit as those of one', () => {
  const worker = workersOver(drawExam(38000, 28, '2pl', 404));
  const alone = worker();
  const logLik = alone.run(STANDARD, true);
  assert.ok(alone.chunks.length >= 3, `${alone.chunks.length} chunks`);
  const workers = [worker(), worker()];
  const gatherer = worker();
  for (const one of [...workers, gatherer]) {
    one.prepare(STANDARD);
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
  for (const row of rowsOf(alone)) {
    assert.deepEqual(gatherer.sums(row), alone.sums(row));
  }
});

test('windows of ability lose nothing and keep nothing of the people looked at before', () => {
  // Few people and many items: neighboring tiles look at different abilities.
  const worker = workersOver(drawExam(320, 90, '2pl', 17));
  const narrow = worker();
  const wide = worker();
  narrow.run(STANDARD, true);
  for (const variance of [1, 0.9, 0.8, 0.6, 0.3, 0.05]) {
    const drifted = [{ mean: 1 - variance, variance }];
    const logLik = wide.run(drifted, true);
    assert.ok(Math.abs(narrow.run(drifted, false) - logLik) < 1e-9 * Math.abs(logLik));
    for (const row of rowsOf(wide)) {
      narrow.sums(row).forEach((value, q) => {
        const expected = wide.sums(row)[q] ?? Number.NaN;
        assert.ok(Math.abs(value - expected) < 1e-9, `variance ${variance} row ${row} node ${q}`);
      });
    }
  }
});

test('expected counts add up to the people, item by item', () => {
  const one = workersOver(drawExam(3000, 20, '2pl', 18))();
  one.run(STANDARD, true);
  const total = (row: Float64Array): number => row.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(total(one.masses(0)) - 3000) < 1e-7);
  for (const { firstRow, states } of one.plan.tables.flatMap((table) => table.slots)) {
    let people = 0;
    for (let state = 0; state < states; state += 1) {
      people += total(one.sums(firstRow + state));
    }
    assert.ok(Math.abs(people - 3000) < 1e-7);
  }
});
