import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { impactAnalysis, NOT_STATED } from './impact-analysis.ts';
import { countOutcomes, type OutcomeCounts } from './outcome-counts.ts';

/** One stratum: group, succeeded, total. */
const counts = (...rows: [string, number, number][]): OutcomeCounts => ({
  groups: rows.map(([group]) => group),
  strata: ['all'],
  succeeded: Float64Array.from(rows, ([, succeeded]) => succeeded),
  total: Float64Array.from(rows, ([, , total]) => total),
});

test('people are counted by stratum and group, rows for many count as many', () => {
  const plain = countOutcomes({
    groupOf: Uint16Array.from([0, 1, 1, 0]),
    stratumOf: Uint16Array.from([0, 0, 1, 1]),
    succeeded: Uint8Array.from([1, 0, 1, 0]),
    people: undefined,
    groups: ['a', 'b'],
    strata: ['x', 'y'],
  });
  assert.deepEqual([...plain.succeeded], [1, 0, 0, 1]);
  assert.deepEqual([...plain.total], [1, 1, 1, 1]);
  const many = countOutcomes({
    groupOf: Uint16Array.from([0, 0]),
    stratumOf: Uint16Array.from([0, 0]),
    succeeded: Float64Array.from([30, 0]),
    people: Float64Array.from([30, 12]),
    groups: ['a'],
    strata: ['x'],
  });
  assert.deepEqual([many.succeeded[0], many.total[0]], [30, 42]);
});

test('ten times the people leave ratios as they are and make the logarithmic intervals narrower by the root of ten', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 39 }), fc.integer({ min: 3, max: 59 }), (one, other) => {
      const [few] = impactAnalysis(counts(['f', one, 40], ['r', other, 60]), 'r').comparisons;
      const [many] = impactAnalysis(
        counts(['f', 10 * one, 400], ['r', 10 * other, 600]),
        'r',
      ).comparisons;
      assert.ok(few?.successRatio.ok && many?.successRatio.ok);
      const [small, large] = [few.successRatio.value, many.successRatio.value];
      assert.ok(small.interval.ok && large.interval.ok);
      assert.equal(small.value, large.value);
      const width = (low: number, high: number): number => Math.log(high / low);
      const ratio =
        width(small.interval.value.low, small.interval.value.high) /
        width(large.interval.value.low, large.interval.value.high);
      assert.ok(Math.abs(ratio - Math.sqrt(10)) < 1e-9);
    }),
    { numRuns: 40 },
  );
});

test('the raised p-value and Holm’s p-value of the pair are one number, whoever chose the reference', () => {
  const rows = counts(
    ['a', 40, 80],
    ['b', 60, 80],
    ['c', 45, 70],
    ['d', 5, 8],
    [NOT_STATED, 9, 30],
  );
  for (const wanted of [undefined, 'a']) {
    const { comparisons, reference } = impactAnalysis(rows, wanted);
    assert.ok(reference.ok && reference.value.group === (wanted ?? 'b'));
    assert.equal(comparisons.length, 4);
    for (const { pair, raisedP, focal } of comparisons) {
      assert.ok(Math.abs(pair.holm - raisedP) < 1e-12, focal.group);
    }
  }
});

test('the reference is never a group of a handful, nor the people who did not say', () => {
  const chosen = (...rows: [string, number, number][]) => {
    const { reference } = impactAnalysis(counts(...rows));
    return reference.ok ? [reference.value.group, reference.value.rule] : reference.refusal.because;
  };
  assert.equal(chosen(['a', 40, 80], ['b', 4, 4], [NOT_STATED, 50, 50], ['c', 30, 80])[0], 'a');
  // 15 of 1,015 people are under 2 %.
  assert.equal(chosen(['a', 400, 500], ['b', 15, 15], ['c', 300, 500])[0], 'a');
  assert.deepEqual(chosen(['a', 2, 5], ['b', 3, 4]), [
    'a',
    'the largest group, because none has 11 people',
  ]);
  assert.match(String(chosen(['a', 2, 50], [NOT_STATED, 3, 40])), /everybody who told a group/);
  assert.match(String(chosen([NOT_STATED, 3, 40])), /nobody who told/);
  const wrong = impactAnalysis(counts(['a', 4, 50], ['b', 3, 40]), 'z').reference;
  assert.match(wrong.ok ? '' : wrong.refusal.because, /nobody is in a group "z"/);
});

test('with a million people every closed form answers and the costly exact ones say why they do not', () => {
  const { comparisons, together } = impactAnalysis(
    counts(['a', 375_000, 500_000], ['b', 370_000, 500_000]),
  );
  const [one] = comparisons;
  assert.ok(one !== undefined && together.ok);
  assert.equal(one.verdict.state, 'parity-shown');
  assert.ok(one.fisherP < 1e-20 && one.fisherP > 0);
  assert.match(one.boschloo.ok ? '' : one.boschloo.refusal.because, /at most 500/);
  assert.match(one.exactOdds.ok ? '' : one.exactOdds.refusal.because, /too many people/);
  assert.match(together.value.exact.ok ? '' : together.value.exact.refusal.because, /chi-squared/);
});
