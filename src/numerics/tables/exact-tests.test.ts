import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Result } from '../../kernel/result/result.ts';
import {
  hypergeometricLowerTail,
  hypergeometricPoint,
  hypergeometricPoints,
  hypergeometricUpperTail,
  reach,
} from '../distributions/hypergeometric.ts';
import { boschloo } from './boschloo.ts';
import { conditionalOdds } from './conditional-odds.ts';
import { fisherOneSided, fisherTwoSided } from './fisher.ts';
import { homogeneity } from './homogeneity.ts';
import { midP } from './mid-p.ts';
import {
  type CountedRate,
  chiSquaredOfRates,
  fisherFreemanHalton,
  leastExpected,
} from './several-rates.ts';
import { stratifiedComparison } from './stratified-odds.ts';
import type { TwoByTwo } from './two-by-two.ts';

type Named =
  | 'cmh'
  | 'cmh_p'
  | 'cmh_cc'
  | 'cmh_cc_p'
  | 'or_mh'
  | 'breslow_day'
  | 'breslow_day_p'
  | 'tarone'
  | 'tarone_p'
  | 'woolf_het'
  | 'woolf_p'
  | 'exact_p'
  | 'exact_or';
interface Expected extends Readonly<Record<Named, number>> {
  readonly tables: number[][];
  readonly exact_ci: [number, number];
  readonly or_mh_ci: [number, number];
}

const exact = JSON.parse(readFileSync('reference/fairness/two-by-two-exact.json', 'utf8'));
const strata = JSON.parse(readFileSync('reference/fairness/strata-exact.json', 'utf8')).cases;

function value<V>(result: Result<V>): V {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}
const because = (result: Result<unknown>): string => (result.ok ? '' : result.refusal.because);
function near(answer: number, expected: number, what: string, tolerance = 1e-9): void {
  const gap = Math.abs(answer - expected) / Math.max(Math.abs(expected), 1e-300);
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}
const table = (x1: number, n1: number, x2: number, n2: number): TwoByTwo => ({
  firstYes: x1,
  firstAll: n1,
  secondYes: x2,
  secondAll: n2,
});
const swapped = (t: TwoByTwo): TwoByTwo => table(t.secondYes, t.secondAll, t.firstYes, t.firstAll);
const asTables = (rows: readonly number[][]): TwoByTwo[] =>
  rows.map(([a = 0, b = 0, c = 0, d = 0]) => table(a, a + c, b, b + d));
const anyTable = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([n1, n2, p1, p2]) => table(Math.round(n1 * p1), n1, Math.round(n2 * p2), n2));

test('Fisher one-sided, both kinds of mid-P and both kinds of Boschloo agree with R on published tables', () => {
  let unconditional = 0;
  for (const [name, row] of Object.entries<Record<string, number>>(exact.twoByTwo)) {
    const t = table(row['x1']!, row['n1']!, row['x2']!, row['n2']!);
    const sides = fisherOneSided(t);
    near(sides.lower, row['fisher_lower']!, `${name} lower`);
    near(sides.upper, row['fisher_upper']!, `${name} upper`);
    near(fisherTwoSided(t), row['fisher_two']!, `${name} two-sided`);
    const mid = midP(t);
    near(mid.lower, row['midp_lower']!, `${name} mid-P lower`);
    near(mid.upper, row['midp_upper']!, `${name} mid-P upper`);
    near(mid.minimumLikelihood, row['midp_two_minlike']!, `${name} mid-P minimum likelihood`);
    near(mid.central, row['midp_two_central']!, `${name} mid-P central`);
    if (row['boschloo_two_central'] !== undefined) {
      unconditional += 1;
      const tested = value(boschloo(t));
      const close = (answer: number, expected: number): void =>
        assert.ok(Math.abs(answer - expected) < 1e-4, `${name}: ${answer} against ${expected}`);
      close(tested.central, row['boschloo_two_central']);
      close(tested.minimumLikelihood, row['boschloo_two_minlike']!);
      close(tested.lower, row['boschloo_less']!);
    }
  }
  assert.ok(unconditional >= 10);
});

test('the conditional odds ratio and its exact interval agree with SciPy to ten digits and with R as far as R goes', () => {
  for (const [name, expected] of Object.entries<[number, number, number]>(exact.exactOdds.cases)) {
    const row = exact.twoByTwo[name];
    const odds = value(conditionalOdds([table(row.x1, row.n1, row.x2, row.n2)], 0.95));
    near(value(odds.estimate), expected[0], `${name} estimate`, 1e-10);
    near(odds.low, expected[1], `${name} low`, 1e-9);
    near(odds.high ?? 0, expected[2], `${name} high`, 1e-9);
    near(odds.pValue, row.fisher_two, `${name} p`);
    near(value(odds.estimate), row.or_cmle, `${name} R`, 2e-4);
  }
});

test('strata agree with R: Cochran-Mantel-Haenszel, exact, Breslow-Day, Tarone, Woolf', () => {
  for (const [name, row] of Object.entries<Expected>(strata)) {
    const tables = asTables(row.tables);
    const common = value(stratifiedComparison(tables, 0.95));
    near(common.uncorrected.statistic, row.cmh, `${name} CMH`, 1e-8);
    near(common.uncorrected.pValue, row.cmh_p, `${name} CMH p`, 1e-8);
    near(common.corrected.statistic, row.cmh_cc, `${name} CMH corrected`, 1e-8);
    near(common.corrected.pValue, row.cmh_cc_p, `${name} CMH corrected p`, 1e-8);
    near(value(common.oddsRatio).value, row.or_mh, `${name} odds ratio`, 1e-8);
    near(value(common.oddsRatio).interval.low, row.or_mh_ci[0], `${name} low`, 1e-8);
    near(value(common.oddsRatio).interval.high, row.or_mh_ci[1], `${name} high`, 1e-8);
    const alike = value(homogeneity(tables));
    near(alike.breslowDay.statistic, row.breslow_day, `${name} Breslow-Day`, 1e-8);
    near(alike.breslowDay.pValue, row.breslow_day_p, `${name} Breslow-Day p`, 1e-8);
    near(alike.tarone.statistic, row.tarone, `${name} Tarone`, 1e-8);
    near(alike.tarone.pValue, row.tarone_p, `${name} Tarone p`, 1e-8);
    near(value(alike.woolf).statistic, row.woolf_het, `${name} Woolf`, 1e-8);
    near(value(alike.woolf).pValue, row.woolf_p, `${name} Woolf p`, 1e-8);
    const odds = value(conditionalOdds(tables, 0.95));
    near(odds.pValue, row.exact_p, `${name} exact p`, 1e-8);
    // R stops its root finding at 1.2e-4.
    near(value(odds.estimate), row.exact_or, `${name} exact odds`, 2e-4);
    near(odds.low, row.exact_ci[0], `${name} exact low`, 2e-4);
    near(odds.high ?? 0, row.exact_ci[1], `${name} exact high`, 2e-4);
  }
});

test('tails keep their digits where they are small, and the points add up to one', () => {
  const draw = { first: 40, second: 60, drawn: 30 };
  const points = hypergeometricPoints(draw);
  const [fewest] = reach(draw);
  points.forEach((point, place) => {
    near(point, hypergeometricPoint(fewest + place, draw), `point ${place}`, 1e-11);
  });
  near(
    points.reduce((sum, point) => sum + point, 0),
    1,
    'all',
    1e-12,
  );
  for (const yes of [0, 3, 12, 20, 30]) {
    const sum = points.subarray(0, yes - fewest + 1).reduce((total, point) => total + point, 0);
    near(hypergeometricLowerTail(yes, draw), sum, `up to ${yes}`, 1e-11);
    near(
      hypergeometricUpperTail(yes, draw),
      points.subarray(yes - fewest).reduce((total, point) => total + point, 0),
      `from ${yes}`,
      1e-11,
    );
  }
  const far = { first: 125_000, second: 125_000, drawn: 120_000 };
  const tail = hypergeometricLowerTail(55_500, far);
  assert.ok(tail > 0 && tail < 1e-250);
});

test('swapping the groups leaves every two-sided test and turns the exact odds over', () => {
  fc.assert(
    fc.property(anyTable, (t) => {
      near(fisherTwoSided(t), fisherTwoSided(swapped(t)), 'Fisher', 1e-9);
      near(midP(t).minimumLikelihood, midP(swapped(t)).minimumLikelihood, 'mid-P', 1e-9);
      near(midP(t).lower, midP(swapped(t)).upper, 'mid-P sides', 1e-8);
      const [there, back] = [value(boschloo(t)), value(boschloo(swapped(t)))];
      near(there.central, back.central, 'Boschloo', 1e-6);
      near(there.minimumLikelihood, back.minimumLikelihood, 'Boschloo', 1e-6);
      const [one, other] = [conditionalOdds([t], 0.95), conditionalOdds([swapped(t)], 0.95)];
      assert.equal(one.ok, other.ok);
      if (one.ok && other.ok && one.value.estimate.ok) {
        near(one.value.estimate.value * value(other.value.estimate), 1, 'odds', 1e-8);
        near(one.value.low * (other.value.high ?? 0), 1, 'interval', 1e-7);
      }
    }),
    { numRuns: 60 },
  );
});

test('Boschloo never gives a larger one-sided p-value than Fisher, and mid-P never a larger one either', () => {
  fc.assert(
    fc.property(anyTable, (t) => {
      const [unconditional, conditional] = [value(boschloo(t)), fisherOneSided(t)];
      assert.ok(unconditional.lower <= conditional.lower + 1e-6);
      assert.ok(unconditional.upper <= conditional.upper + 1e-6);
      assert.ok(unconditional.minimumLikelihood <= fisherTwoSided(t) + 1e-6);
      assert.ok(midP(t).minimumLikelihood <= fisherTwoSided(t) + 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('one stratum is the plain table; a stratum without one of the groups changes nothing; equal halves add up', () => {
  const whole = table(12, 40, 48, 80);
  const one = value(conditionalOdds([whole], 0.95));
  near(one.pValue, fisherTwoSided(whole), 'p');
  const withEmpty = [whole, table(0, 0, 5, 9), table(4, 4, 6, 6)];
  near(value(conditionalOdds(withEmpty, 0.95)).pValue, one.pValue, 'empty stratum');
  const common = value(stratifiedComparison(withEmpty, 0.95));
  assert.deepEqual([common.strataUsed, common.strataSkipped, common.people], [1, 2, 120]);
  const halves = [table(6, 20, 24, 40), table(6, 20, 24, 40)];
  near(
    value(value(stratifiedComparison(halves, 0.95)).oddsRatio).value,
    value(value(stratifiedComparison([whole], 0.95)).oddsRatio).value,
    'split strata',
  );
  near(value(homogeneity(halves)).tarone.statistic + 1, 1, 'halves agree', 1e-12);
});

const binomial = (n: bigint, k: bigint): bigint => {
  let product = 1n;
  for (let step = 1n; step <= k; step += 1n) {
    product = (product * (n - k + step)) / step;
  }
  return product;
};

/** Every table listed, in whole numbers. */
function listedTables(groups: readonly CountedRate[]): number {
  const yes = groups.reduce((sum, group) => sum + group.yes, 0);
  const all = groups.reduce((sum, group) => sum + group.all, 0);
  const weight = (counts: readonly number[]): bigint =>
    counts.reduce(
      (product, x, place) => product * binomial(BigInt(groups[place]!.all), BigInt(x)),
      1n,
    );
  const seen = weight(groups.map((group) => group.yes));
  let sum = 0n;
  const go = (place: number, left: number, counts: readonly number[]): void => {
    if (place === groups.length - 1) {
      if (left <= groups[place]!.all) {
        const own = weight([...counts, left]);
        sum += own <= seen ? own : 0n;
      }
      return;
    }
    for (let x = 0; x <= Math.min(left, groups[place]!.all); x += 1) {
      go(place + 1, left - x, [...counts, x]);
    }
  };
  go(0, yes, []);
  return Number((sum * 10n ** 18n) / binomial(BigInt(all), BigInt(yes))) / 1e18;
}

test('the exact test of several groups equals the count over every table in whole numbers, and for two groups is Fisher', () => {
  const groups = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([all, share]) => ({ yes: Math.round(all * share), all })),
    { minLength: 2, maxLength: 4 },
  );
  fc.assert(
    fc.property(groups, (rows) => {
      const tested = fisherFreemanHalton(rows);
      if (!tested.ok) {
        assert.match(tested.refusal.because, /same outcome/);
        return;
      }
      near(tested.value, listedTables(rows), JSON.stringify(rows), 1e-8);
    }),
    { numRuns: 150 },
  );
  near(
    value(
      fisherFreemanHalton([
        { yes: 2, all: 10 },
        { yes: 15, all: 25 },
      ]),
    ),
    fisherTwoSided(table(2, 10, 15, 25)),
    'two groups',
  );
});

test('chi-squared of two groups is the square of Z, and scales with the counts', () => {
  const rows = [
    { yes: 26, all: 48 },
    { yes: 206, all: 259 },
  ];
  const plain = value(chiSquaredOfRates(rows));
  near(plain.statistic, exact.twoByTwo.teal1982.z_pooled ** 2, 'Z squared', 1e-9);
  const tenfold = rows.map(({ yes, all }) => ({ yes: 10 * yes, all: 10 * all }));
  near(value(chiSquaredOfRates(tenfold)).statistic, 10 * plain.statistic, 'scaled');
  near(
    leastExpected([
      { yes: 1, all: 10 },
      { yes: 3, all: 30 },
    ]),
    1,
    'least expected',
  );
});

test('what cannot be tested is refused in words', () => {
  assert.match(because(boschloo(table(0, 0, 3, 9))), /without people/);
  assert.match(because(boschloo(table(9, 501, 3, 9))), /at most 500/);
  assert.match(because(conditionalOdds([table(3, 3, 9, 9)], 0.95)), /no stratum/);
  assert.match(because(conditionalOdds([table(9000, 30_000, 9000, 30_000)], 0.95)), /too many/);
  const none = value(conditionalOdds([table(0, 10, 5, 10)], 0.95));
  assert.deepEqual([none.estimate.ok, none.low], [false, 0]);
  const all = value(conditionalOdds([table(10, 10, 5, 10)], 0.95));
  assert.equal(all.high, undefined);
  assert.match(because(homogeneity([table(3, 9, 5, 9)])), /only one stratum/);
  assert.match(because(homogeneity([table(0, 9, 5, 9), table(0, 8, 4, 9)])), /no bound/);
  assert.match(because(stratifiedComparison([], 0.95)), /no stratum/);
  assert.match(because(chiSquaredOfRates([{ yes: 1, all: 4 }])), /two groups/);
  const woolf = value(homogeneity([table(0, 9, 5, 9), table(4, 8, 3, 9)])).woolf;
  assert.match(because(woolf), /count of zero/);
  const wide = Array.from({ length: 6 }, (_, place) => ({ yes: 90 + place * 9, all: 200 }));
  assert.match(because(fisherFreemanHalton(wide)), /too many tables/);
});
