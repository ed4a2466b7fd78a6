import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { fisherFreemanHalton } from '../../numerics/tables/several-rates.ts';
import {
  type ComplaintLevel,
  complaintsAndOutcomes,
  splitOfRates,
} from './complaints-and-outcomes.ts';
import { freemanHalton } from './freeman-halton.ts';
import { proportionalOdds } from './proportional-odds.ts';
import { rankTest } from './rank-test.ts';
import { trendTest } from './trend-test.ts';

const reference = JSON.parse(readFileSync('reference/fairness/ordered.json', 'utf8'));
const [A, B]: [number[], number[]] = [reference.counts_A, reference.counts_B];

const near = (found: number, wanted: number, tolerance = 1e-8): void =>
  assert.ok(
    Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${found} for ${wanted}`,
  );
function ok<Value>(found: Result<Value>): Value {
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value;
}
const kind = (found: Result<unknown>): string => (found.ok ? 'no refusal' : found.refusal.kind);

describe('ordered outcomes, as R computes them', () => {
  test('the rank test and the probability of superiority', () => {
    const found = ok(rankTest(B, A));
    near(found.superiority, reference.prob_superiority_B);
    near(found.cliffsDelta, reference.cliffs_delta);
    near((1 - found.superiority) * 60 * 45, reference.W);
    near(found.normalP, reference.p);
    near(found.correctedP, reference.p_cc);
  });
  test('proportional odds, at a likelihood no lower than that of the reference', () => {
    const found = ok(proportionalOdds([A, B]));
    const group = at(found.groups, 0);
    near(group.logOddsRatio, reference.polr_logOR, 1e-4);
    near(group.error, reference.polr_se, 1e-5);
    found.thresholds.forEach((threshold, place) => {
      near(threshold, -reference.polr_thresholds[place], 1e-4);
    });
    near(found.logLikelihood, reference.polr_loglik, 1e-9);
    assert.ok(found.logLikelihood >= reference.polr_loglik);
    near(found.anyDifference.chiSquared, reference.lr, 1e-7);
  });
  test('the exact test of Freeman and Halton, and the trend', () => {
    near(ok(freemanHalton([A, B])), reference.fisher_freeman_halton);
    near(ok(trendTest(B, A)).chiSquared, reference.trend);
  });
  test('what was published for men of the California bar splits as it was told', () => {
    const { probation, disbarment } = reference.farkas.men;
    for (const [rates, complaints, outcomes] of [
      [probation, 1.8, 0.5],
      [disbarment, 2.3, 0.6],
    ] as const) {
      const split = splitOfRates(rates.Black, rates.White, rates.BlackAtWhiteComplaints);
      near(split.complaints, complaints, 1e-9);
      near(split.outcomes, outcomes, 1e-9);
      near(split.complaints + split.outcomes, rates.Black - rates.White, 1e-9);
    }
  });
});

describe('laws of ordered outcomes', () => {
  test('swapping the groups, or turning the scale over, mirrors the superiority and keeps the p-value', () => {
    const plain = ok(rankTest(B, A));
    for (const turned of [rankTest(A, B), rankTest(B.toReversed(), A.toReversed())]) {
      const found = ok(turned);
      near(found.superiority, 1 - plain.superiority);
      near(found.low, 1 - plain.high, 1e-7);
      near(found.pValue, plain.pValue);
    }
  });
  test('on two outcomes, dealing out exactly is the test of Fisher where both tails are alike', () => {
    const found = ok(rankTest([3, 7], [7, 3]));
    near(
      found.exactP ?? Number.NaN,
      fisherTwoSided({ firstYes: 7, firstAll: 10, secondYes: 3, secondAll: 10 }),
    );
  });
  test('three against three without overlap can be dealt out in twenty ways, two as extreme', () => {
    near(ok(rankTest([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])).exactP ?? 0, 0.1);
  });
  test('a group against its own copy shows nothing', () => {
    near(ok(rankTest(A, A)).superiority, 0.5);
    near(ok(rankTest(A, A)).normalP, 1);
    near(at(ok(proportionalOdds([A, A])).groups, 0).oddsRatio, 1);
    near(ok(trendTest(A, A)).chiSquared, 0);
    near(ok(freemanHalton([A, A])), 1);
  });
  test('on two outcomes, proportional odds are the odds ratio, with its error', () => {
    const found = at(
      ok(
        proportionalOdds([
          [30, 10],
          [15, 15],
        ]),
      ).groups,
      0,
    );
    near(found.oddsRatio, 15 / 15 / (10 / 30));
    near(found.error, Math.sqrt(1 / 30 + 1 / 10 + 1 / 15 + 1 / 15), 1e-7);
    assert.equal(
      ok(
        proportionalOdds([
          [30, 10],
          [15, 15],
        ]),
      ).stepsDiffer,
      undefined,
    );
  });
  test('an outcome that nobody had changes nothing', () => {
    const wide = (row: readonly number[]) => [...row.slice(0, 2), 0, ...row.slice(2)];
    near(
      at(ok(proportionalOdds([wide(A), wide(B)])).groups, 0).logOddsRatio,
      at(ok(proportionalOdds([A, B])).groups, 0).logOddsRatio,
    );
    near(ok(freemanHalton([wide(A), wide(B)])), ok(freemanHalton([A, B])));
  });
  test('groups whose steps differ in opposite ways are found out', () => {
    const found = ok(
      proportionalOdds([
        [50, 10, 50],
        [10, 90, 10],
      ]),
    );
    assert.ok((found.stepsDiffer?.pValue ?? 1) < 1e-6);
    assert.ok(found.anyDifference.pValue > 0.5);
  });
  test('three groups and three outcomes: the exact test is what counting every table by hand gives', () => {
    const table = [
      [3, 0, 1],
      [1, 2, 2],
      [0, 4, 1],
    ];
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const weight = (cells: readonly number[]): number =>
      cells.some((n) => n < 0) ? 0 : 1 / cells.reduce((product, n) => product * factorial(n), 1);
    const rows = table.map((row) => row.reduce((sum, n) => sum + n, 0));
    const columns = [0, 1, 2].map((k) => table.reduce((sum, row) => sum + at(row, k), 0));
    const left = (a: number, b: number, row: number): number[] => [a, b, at(rows, row) - a - b];
    let [all, as] = [0, 0];
    const seen = weight(table.flat()) * (1 + 1e-9);
    for (let code = 0; code < 7 ** 4; code += 1) {
      const [a, b, c, d] = [1, 7, 49, 343].map((power) => Math.floor(code / power) % 7);
      const [top, middle] = [left(a ?? 0, b ?? 0, 0), left(c ?? 0, d ?? 0, 1)];
      const bottom = columns.map((total, k) => total - at(top, k) - at(middle, k));
      const one = weight([...top, ...middle, ...bottom]);
      all += one;
      as += one <= seen ? one : 0;
    }
    near(ok(freemanHalton(table)), as / all);
  });
  test('for several groups and two outcomes, the table of rates gives the same by another way', () => {
    const table = [
      [2, 8],
      [15, 10],
      [7, 7],
      [1, 9],
    ];
    const rates = table.map(([yes = 0, no = 0]) => ({ yes, all: yes + no }));
    near(ok(freemanHalton(table)), ok(fisherFreemanHalton(rates)), 1e-9);
  });
  test('for two by two, Freeman and Halton are Fisher', () => {
    near(
      ok(
        freemanHalton([
          [2, 8],
          [15, 10],
        ]),
      ),
      fisherTwoSided({ firstYes: 2, firstAll: 10, secondYes: 15, secondAll: 25 }),
    );
  });
});

const levels = (rows: readonly (readonly [number, number])[]): ComplaintLevel[] =>
  rows.map(([members, sanctioned], place) => ({ level: `${place}`, members, sanctioned }));

describe('who is complained about, and what happens then', () => {
  test('the two parts add to the gap, both ways, and swapping the groups turns them over', () => {
    const [f, r] = [
      levels([
        [80, 1],
        [15, 3],
        [5, 3],
      ]),
      levels([
        [950, 5],
        [40, 6],
        [10, 4],
      ]),
    ];
    const found = ok(complaintsAndOutcomes(f, r));
    for (const split of [found.atReferenceComplaints, found.atFocalComplaints]) {
      near(split.complaints.value + split.outcomes.value, found.gap);
    }
    const back = ok(complaintsAndOutcomes(r, f));
    near(back.atFocalComplaints.complaints.value, -found.atReferenceComplaints.complaints.value);
    near(back.atFocalComplaints.outcomes.low, -found.atReferenceComplaints.outcomes.high);
  });
  test('alike in what happens then, all of the gap is who is complained about', () => {
    const found = ok(
      complaintsAndOutcomes(
        levels([
          [100, 1],
          [100, 20],
        ]),
        levels([
          [900, 9],
          [100, 20],
        ]),
      ),
    );
    near(found.atReferenceComplaints.outcomes.value, 0);
    near(found.atReferenceComplaints.complaints.value, found.gap);
  });
  test('complained about alike, all of the gap is what happens then', () => {
    const found = ok(
      complaintsAndOutcomes(
        levels([
          [90, 2],
          [10, 5],
        ]),
        levels([
          [900, 9],
          [100, 20],
        ]),
      ),
    );
    near(found.atFocalComplaints.complaints.value, 0);
    near(found.atReferenceComplaints.outcomes.value, found.gap);
    assert.ok(found.atReferenceComplaints.outcomes.low < found.gap);
  });
});

describe('what ordered outcomes refuse', () => {
  test('nobody, no spread, no bound, too many tables', () => {
    assert.equal(kind(rankTest([0, 0], [1, 2])), 'nobody');
    assert.equal(kind(rankTest([0, 2], [0, 3])), 'no-spread');
    assert.equal(kind(trendTest([0, 0], [1, 2])), 'nobody');
    assert.equal(kind(trendTest([0, 2], [0, 3])), 'no-spread');
    assert.equal(
      kind(
        proportionalOdds([
          [0, 0],
          [1, 2],
        ]),
      ),
      'nobody',
    );
    assert.equal(
      kind(
        proportionalOdds([
          [0, 2],
          [0, 2],
        ]),
      ),
      'no-spread',
    );
    assert.equal(
      kind(
        proportionalOdds([
          [5, 5, 5],
          [0, 0, 4],
        ]),
      ),
      'unbounded',
    );
    assert.equal(kind(freemanHalton([[1, 2]])), 'no-comparison');
    const many = Array.from({ length: 6 }, () => [40, 40, 40, 40, 40, 40]);
    assert.equal(kind(freemanHalton(many)), 'too-many-tables');
  });
  test('levels of complaint that only one group reached, and counts that cannot be', () => {
    const [f, r] = [
      levels([
        [10, 1],
        [0, 0],
      ]),
      levels([
        [10, 1],
        [5, 1],
      ]),
    ];
    const found = complaintsAndOutcomes(f, r);
    assert.match(found.ok ? '' : found.refusal.because, /level "1"/);
    assert.equal(kind(complaintsAndOutcomes(levels([[2, 3]]), levels([[2, 1]]))), 'bad-levels');
    assert.equal(kind(complaintsAndOutcomes(levels([[2, 1]]), r)), 'bad-levels');
    assert.equal(kind(complaintsAndOutcomes(levels([[0, 0]]), levels([[0, 0]]))), 'nobody');
  });
});
