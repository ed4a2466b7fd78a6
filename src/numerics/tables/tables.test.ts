import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fisherTwoSided } from './fisher.ts';
import { katz, newcombe, wilson, woolf } from './intervals.ts';
import { oddsRatio, pooledZ, ratioOfRates, type TwoByTwo } from './two-by-two.ts';

interface Expected {
  name: string;
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  impact_ratio: number;
  ratio_ci: [number, number];
  diff: number;
  diff_newcombe: [number, number];
  z_pooled: number;
  fisher_two: number;
  or: number;
  or_woolf_ci: [number, number];
}
const reference: { twoByTwo: Expected[]; wilson: [number, number, number, number][] } = JSON.parse(
  readFileSync('reference/numerics/two-by-two.json', 'utf8'),
);

const table = (x1: number, n1: number, x2: number, n2: number): TwoByTwo => ({
  firstYes: x1,
  firstAll: n1,
  secondYes: x2,
  secondAll: n2,
});
const swapped = (t: TwoByTwo): TwoByTwo => table(t.secondYes, t.secondAll, t.firstYes, t.firstAll);
const near = (answer: number, expected: number, what: string): void => {
  const gap = Math.abs(answer - expected) / Math.max(Math.abs(expected), 1e-300);
  assert.ok(gap < 1e-10, `${what}: ${answer} against ${expected}`);
};
const anyTable = fc
  .tuple(
    fc.integer({ min: 1, max: 80 }),
    fc.integer({ min: 1, max: 80 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n1, n2, p1, p2]) => table(Math.round(n1 * p1), n1, Math.round(n2 * p2), n2));

test('ratio, difference, odds ratio, z, Fisher and every interval agree with R on published tables', () => {
  assert.ok(reference.twoByTwo.length >= 18);
  for (const row of reference.twoByTwo) {
    const t = table(row.x1, row.n1, row.x2, row.n2);
    const value = <V>(result: { ok: true; value: V } | { ok: false }): V => {
      assert.ok(result.ok, row.name);
      return result.value;
    };
    near(value(ratioOfRates(t)), row.impact_ratio, `${row.name} ratio`);
    const ratio = value(katz(t, 0.95));
    near(ratio.low, row.ratio_ci[0], `${row.name} Katz low`);
    near(ratio.high, row.ratio_ci[1], `${row.name} Katz high`);
    const difference = newcombe(t, 0.95);
    near(difference.low, row.diff_newcombe[0], `${row.name} Newcombe low`);
    near(difference.high, row.diff_newcombe[1], `${row.name} Newcombe high`);
    near(value(pooledZ(t)), row.z_pooled, `${row.name} z`);
    near(value(oddsRatio(t)), row.or, `${row.name} odds ratio`);
    const odds = value(woolf(t, 0.95));
    near(odds.low, row.or_woolf_ci[0], `${row.name} Woolf low`);
    near(odds.high, row.or_woolf_ci[1], `${row.name} Woolf high`);
    near(fisherTwoSided(t), row.fisher_two, `${row.name} Fisher`);
  }
});

test('the interval of one rate agrees with R', () => {
  for (const [yes, all, low, high] of reference.wilson) {
    const interval = wilson(yes, all, 0.95);
    near(interval.low, low, `${yes} of ${all} low`);
    near(interval.high, high, `${yes} of ${all} high`);
  }
});

test('swapping the groups turns the difference round and the ratio over, and leaves the p-value', () => {
  fc.assert(
    fc.property(anyTable, (t) => {
      const there = newcombe(t, 0.9);
      const back = newcombe(swapped(t), 0.9);
      assert.ok(Math.abs(there.low + back.high) < 1e-12);
      assert.ok(Math.abs(fisherTwoSided(t) - fisherTwoSided(swapped(t))) < 1e-10);
      const ratio = katz(t, 0.9);
      const over = katz(swapped(t), 0.9);
      assert.equal(ratio.ok, over.ok);
      if (ratio.ok && over.ok) {
        assert.ok(Math.abs(ratio.value.low * over.value.high - 1) < 1e-10);
      }
    }),
  );
});

test('every interval holds its own estimate, and more confidence makes it wider', () => {
  fc.assert(
    fc.property(anyTable, (t) => {
      const p = t.firstYes / t.firstAll;
      const narrow = wilson(t.firstYes, t.firstAll, 0.9);
      const wide = wilson(t.firstYes, t.firstAll, 0.99);
      assert.ok(wide.low <= narrow.low && narrow.low <= p + 1e-15);
      assert.ok(p - 1e-15 <= narrow.high && narrow.high <= wide.high);
      assert.ok(wide.low >= 0 && wide.high <= 1);
      const p2 = t.secondYes / t.secondAll;
      const gap = newcombe(t, 0.95);
      assert.ok(gap.low <= p - p2 + 1e-15 && p - p2 - 1e-15 <= gap.high);
    }),
  );
});

test('a blind draw is called surprising no more often than promised, at any group sizes', () => {
  for (const [n1, n2, yes] of [
    [10, 40, 20],
    [15, 5, 9],
    [30, 300, 33],
  ] as const) {
    const chances = new Map<number, number>();
    let total = 0;
    for (let x = 0; x <= Math.min(n1, yes); x += 1) {
      if (yes - x <= n2) {
        const weight = choose(n1, x) * choose(n2, yes - x);
        chances.set(x, weight);
        total += weight;
      }
    }
    let alarms = 0;
    for (const [x, weight] of chances) {
      if (fisherTwoSided(table(x, n1, yes - x, n2)) <= 0.05) {
        alarms += weight / total;
      }
    }
    assert.ok(alarms <= 0.05, `${n1} and ${n2}: ${alarms}`);
  }
});

test('what the counts do not settle is refused, never infinite', () => {
  const refused = [
    ratioOfRates(table(1, 5, 0, 5)),
    ratioOfRates(table(0, 0, 1, 5)),
    oddsRatio(table(5, 5, 1, 5)),
    pooledZ(table(5, 5, 3, 3)),
    pooledZ(table(0, 5, 0, 3)),
    katz(table(0, 5, 3, 5), 0.95),
    katz(table(1, 5, 0, 5), 0.95),
    woolf(table(0, 5, 3, 5), 0.95),
    woolf(table(5, 5, 3, 5), 0.95),
  ];
  for (const result of refused) {
    assert.equal(result.ok, false);
    assert.equal(result.ok || result.refusal.kind, 'undefined');
  }
  assert.equal(fisherTwoSided(table(0, 5, 0, 5)), 1);
  assert.deepEqual(wilson(0, 5, 0.95).low, 0);
  assert.deepEqual(wilson(5, 5, 0.95).high, 1);
});

test('counts that cannot be counts throw', () => {
  assert.throws(() => ratioOfRates(table(6, 5, 1, 2)), /not a table of counts/);
  assert.throws(() => fisherTwoSided(table(0.5, 5, 1, 2)), /not a table of counts/);
  assert.throws(() => wilson(1, 0, 0.95), /no rate/);
  assert.throws(() => wilson(1, 2, 1), /confidence/);
});

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i += 1) {
    product = (product * (n - k + i)) / i;
  }
  return product;
}
