import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { fitLogistic } from '../../numerics/fitting/logistic.ts';
import { mantel } from '../dif/mantel.ts';
import { orderedVerdict } from './ordered-verdict.ts';
import { proportionalOdds } from './proportional-odds.ts';
import { proportionalOddsWithin } from './proportional-odds-within.ts';
import { rankTest } from './rank-test.ts';
import { type LikeMembers, rankTestWithin } from './rank-test-within.ts';

const reference = JSON.parse(readFileSync('reference/fairness/like-cases.json', 'utf8'));
const arthritis: readonly LikeMembers[] = [0, 1].map((sex) => ({
  focal: reference.active[sex],
  reference: reference.placebo[sex],
}));
const A = { focal: [8, 9, 11, 10, 7], reference: [20, 15, 12, 8, 5] };

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
const squared = (p: number): number => normalQuantile(1 - p / 2) ** 2;

describe('like cases, as other programs compute them', () => {
  test('the rank test within strata is the row mean score that SAS printed', () => {
    near(squared(ok(rankTestWithin(arthritis)).pValue), reference.row_mean_score_modridit, 5e-6);
  });
  test('proportional odds with a term for each stratum', () => {
    const found = ok(proportionalOddsWithin(arthritis));
    near(found.logOddsRatio, reference.log_odds_ratio, 1e-7);
    near(found.logOddsRatio, reference.published_log_odds_ratio, 5e-5);
    near(found.error, reference.log_odds_error, 1e-5);
    near(found.logLikelihood, reference.log_likelihood, 1e-10);
    near(found.anyDifference.chiSquared, reference.likelihood_ratio, 1e-8);
  });
});

describe('laws of like cases', () => {
  test('in one stratum, both are the tests without strata', () => {
    const [within, plain] = [ok(rankTestWithin([A])), ok(rankTest(A.focal, A.reference))];
    near(within.superiority, plain.superiority);
    near(within.low, plain.low);
    near(within.high, plain.high);
    near(within.pValue, plain.normalP);
    const odds = ok(proportionalOddsWithin([A]));
    const free = ok(proportionalOdds([A.reference, A.focal]));
    near(odds.logOddsRatio, at(free.groups, 0).logOddsRatio);
    near(odds.error, at(free.groups, 0).error);
    near(odds.anyDifference.chiSquared, free.anyDifference.chiSquared);
  });
  test('with mid-ranks as points, the test of Mantel gives the same in a stratum', () => {
    const [first] = arthritis;
    assert.ok(first !== undefined);
    const together = first.focal.map((n, k) => n + at(first.reference, k));
    let before = 0;
    const ranks = together.map((n) => {
      before += n;
      return before - (n - 1) / 2;
    });
    const found = ok(mantel([{ score: 0, counts: [first.reference, first.focal] }], ranks));
    near(squared(ok(rankTestWithin([first])).pValue), found.statistic, 1e-7);
  });
  test('on two outcomes, proportional odds are a logistic regression with strata', () => {
    const strata = [
      { focal: [5, 9], reference: [20, 10] },
      { focal: [12, 4], reference: [30, 3] },
    ];
    const odds = ok(proportionalOddsWithin(strata));
    const fit = ok(
      fitLogistic({
        values: Float64Array.of(1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1),
        terms: 3,
        yes: Float64Array.of(10, 9, 3, 4),
        all: Float64Array.of(30, 14, 33, 16),
      }),
    );
    near(odds.logOddsRatio, at(fit.coefficients, 1), 1e-7);
  });
  test('swapping the groups mirrors everything and keeps the p-values', () => {
    const turned = arthritis.map(({ focal, reference: other }) => ({
      focal: other,
      reference: focal,
    }));
    const [plain, back] = [ok(rankTestWithin(arthritis)), ok(rankTestWithin(turned))];
    near(back.superiority, 1 - plain.superiority);
    near(back.low, 1 - plain.high, 1e-7);
    near(back.pValue, plain.pValue);
    near(
      ok(proportionalOddsWithin(turned)).logOddsRatio,
      -ok(proportionalOddsWithin(arthritis)).logOddsRatio,
    );
  });
  test('a stratum of one group, or one where all had the same outcome, moves no p-value', () => {
    const lone = { focal: [3, 0, 0], reference: [0, 0, 0] };
    const flat = { focal: [0, 0, 4], reference: [0, 0, 2] };
    near(
      ok(rankTestWithin([...arthritis, lone, flat])).pValue,
      ok(rankTestWithin(arthritis)).pValue,
    );
    near(
      ok(proportionalOddsWithin([...arthritis, lone, flat])).logOddsRatio,
      ok(proportionalOddsWithin(arthritis)).logOddsRatio,
    );
  });
  test('a group that breaches graver provisions is not treated harder where like cases end alike', () => {
    const strata = [
      { focal: [2, 2, 1], reference: [40, 40, 20] },
      { focal: [5, 20, 40], reference: [1, 4, 8] },
    ];
    const found = ok(rankTestWithin(strata));
    near(found.superiority, 0.5);
    near(ok(proportionalOddsWithin(strata)).logOddsRatio, 0, 1e-6);
    const mixed = ok(rankTest([7, 22, 41], [41, 44, 28]));
    assert.ok(mixed.superiority > 0.65 && mixed.pValue < 1e-6);
  });
});

test('like cases without two groups, without spread, or without a bound are refused', () => {
  assert.equal(kind(rankTestWithin([{ focal: [0, 0], reference: [1, 2] }])), 'nobody');
  assert.equal(kind(rankTestWithin([{ focal: [0, 2], reference: [0, 1] }])), 'no-spread');
  assert.equal(kind(proportionalOddsWithin([{ focal: [0, 2], reference: [0, 1] }])), 'nobody');
  assert.equal(
    kind(proportionalOddsWithin([{ focal: [0, 0, 8], reference: [5, 5, 0] }])),
    'unbounded',
  );
});

describe('what a comparison of like cases shows', () => {
  const gap = (superiority: number, reach: number, members = 40) => ({
    superiority,
    focalCompared: members,
    referenceCompared: 3 * members,
    parityEnds: { low: superiority - reach, high: superiority + reach },
  });
  test('a gap beyond chance is shown; a narrow interval around one half shows parity even then', () => {
    assert.equal(orderedVerdict(gap(0.7, 0.1), 0.01, 1).state, 'disparity-shown');
    assert.equal(orderedVerdict(gap(0.54, 0.05), 0.01, 1).state, 'parity-shown');
  });
  test('otherwise it says how many more people would settle it', () => {
    const wide = orderedVerdict(gap(0.55, 0.15), 0.4, 2);
    assert.ok(wide.state === 'cannot-tell-yet' && (wide.furtherPeople ?? 0) > 160);
    const few = orderedVerdict(gap(0.9, 0.1, 4), 0.001, 1);
    assert.deepEqual(few, { state: 'cannot-tell-yet', furtherPeople: 7, because: undefined });
    const open = orderedVerdict(gap(0.58, 0.06), 0.2, 1);
    assert.ok(open.state === 'cannot-tell-yet' && (open.furtherPeople ?? 0) >= 1);
  });
});

test('where groups are alike, five tests in a hundred are significant, in small and unequal groups too', () => {
  const chance = generatorFrom('like cases');
  const RUNS = 4000;
  let significant = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const strata = [0.2, 0.4, 0.6, 0.8].map((hardness) => ({
      focal: drawn(chance, 3, hardness),
      reference: drawn(chance, 12, hardness),
    }));
    const found = rankTestWithin(strata);
    significant += found.ok && found.value.pValue < 0.05 ? 1 : 0;
  }
  const share = significant / RUNS;
  assert.ok(share > 0.035 && share < 0.06, `${share}`);
});

/** Outcomes of so many members on a scale of five. */
function drawn(chance: Generator, members: number, hardness: number): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  for (let member = 0; member < members; member += 1) {
    const step = [0, 0, 0, 0].filter(() => chance.next() < hardness).length;
    counts[step] = at(counts, step) + 1;
  }
  return counts;
}
