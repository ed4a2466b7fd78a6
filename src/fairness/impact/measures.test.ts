import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Result } from '../../kernel/result/result.ts';
import { hypergeometricPoint } from '../../numerics/distributions/hypergeometric.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';
import { countedGroup } from '../groups/counted-group.ts';
import { compareOutcomes, type GroupCount } from './compare-outcomes.ts';
import { effectSizes } from './effect-sizes.ts';
import { belowFourFifths } from './four-fifths.ts';
import { type FunnelStep, funnel } from './funnel.ts';
import { belowMinimumShare } from './minimum-share.ts';
import { differenceBounds, ratioBounds, responseRate, tippingPoint } from './missing-groups.ts';
import { omnibus, pairwise } from './omnibus.ts';
import { peopleForEffect } from './planning.ts';
import { reweightedRates } from './reweighting.ts';
import { shortfall } from './shortfall.ts';
import { flipFlop, onePersonMore } from './stability.ts';
import { stratifiedOutcomes } from './strata.ts';
import { topDownRatio } from './top-down.ts';

const exact = JSON.parse(readFileSync('reference/fairness/two-by-two-exact.json', 'utf8'));
const models = JSON.parse(readFileSync('reference/fairness/impact-models.json', 'utf8'));
const strata = JSON.parse(readFileSync('reference/fairness/strata-exact.json', 'utf8')).cases;

function value<V>(result: Result<V>): V {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}
const because = (result: Result<unknown>): string => (result.ok ? '' : result.refusal.because);
function near(answer: number, expected: number, what: string, tolerance = 1e-9): void {
  const gap = Math.abs(answer - expected) / Math.max(Math.abs(expected), 1e-12);
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}
const group = (name: string, succeeded: number, total: number): GroupCount => ({
  group: name,
  succeeded,
  total,
});
const table = (x1: number, n1: number, x2: number, n2: number): TwoByTwo => ({
  firstYes: x1,
  firstAll: n1,
  secondYes: x2,
  secondAll: n2,
});

interface Row {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly z_pooled: number;
  readonly h: number;
  readonly phi: number;
  readonly shortfall: number;
  readonly midp_two_minlike: number;
  readonly flip: Record<string, number | boolean>;
}
const rows = Object.entries<Row>(exact.twoByTwo);

test('Z, h, phi, mid-P, shortfall, flip-flop and one person more agree with R on every published table', () => {
  for (const [name, row] of rows) {
    const t = table(row.x1, row.n1, row.x2, row.n2);
    const sizes = effectSizes(t);
    near(value(sizes.z), row.z_pooled, `${name} Z`);
    near(sizes.cohenH, row.h, `${name} h`);
    near(value(sizes.phi), row.phi, `${name} phi`);
    const comparison = value(
      compareOutcomes(group('f', row.x1, row.n1), group('r', row.x2, row.n2)),
    );
    near(comparison.midP.minimumLikelihood, row.midp_two_minlike, `${name} mid-P`);
    assert.equal(shortfall(t).toMatchReference, row.shortfall, `${name} shortfall`);
    const flip = flipFlop(t);
    assert.equal(flip.toFourFifths, row.flip['k_ratio80'], `${name} to four fifths`);
    assert.equal(flip.toTwoDeviations, row.flip['k_z196'], `${name} to 1.96`);
    assert.equal(flip.toFisher, row.flip['k_fisher05'], `${name} to Fisher .05`);
    const one = value(onePersonMore(t));
    near(one.ratio, Number(row.flip['nOf1_ratio']), `${name} one person`);
    assert.equal(one.turnsRound, row.flip['nOf1_flips_direction'], `${name} turns round`);
  }
  assert.ok(rows.length >= 15);
});

test('the two shortfalls differ, and exact fractions add nobody', () => {
  assert.deepEqual(shortfall(table(2, 10, 15, 25)), { toMatchReference: 4, toMatchPool: 3 });
  assert.deepEqual(shortfall(table(48, 100, 60, 100)), { toMatchReference: 12, toMatchPool: 6 });
  assert.deepEqual(shortfall(table(30, 50, 60, 100)), { toMatchReference: 0, toMatchPool: 0 });
  assert.ok(shortfall(table(40, 50, 60, 100)).toMatchReference < 0);
});

test('the flip-flop is what trying every number from zero on finds', () => {
  const small = fc.tuple(
    fc.integer({ min: 2, max: 60 }),
    fc.integer({ min: 2, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(small, ([n1, n2, p1, p2]) => {
      const t = table(Math.round(n1 * p1), n1, Math.round(n2 * p2), n2);
      const most = Math.min(t.firstAll - t.firstYes, t.secondYes);
      const first = (enough: (k: TwoByTwo) => boolean): number | undefined =>
        Array.from({ length: most + 1 }, (_, k) => k).find((k) =>
          enough({ ...t, firstYes: t.firstYes + k, secondYes: t.secondYes - k }),
        );
      const flip = flipFlop(t);
      assert.equal(
        flip.toFourFifths,
        first((moved) => belowFourFifths(moved) !== true),
      );
      assert.equal(
        flip.toTwoDeviations,
        first((moved) => {
          const { z } = effectSizes(moved);
          return !z.ok || z.value > -1.96;
        }),
      );
      const byHand = first(
        (moved) =>
          moved.firstYes * moved.secondAll >= moved.secondYes * moved.firstAll ||
          fisherTwoSided(moved) > 0.05,
      );
      assert.equal(flip.toFisher, byHand);
    }),
    { numRuns: 300 },
  );
});

test('one person more has no answer where the reference has one success, or everybody of the focal group succeeded', () => {
  assert.match(because(onePersonMore(table(1, 5, 1, 5))), /gives no ratio/);
  assert.match(because(onePersonMore(table(5, 5, 4, 5))), /gives no ratio/);
});

test('two percent is a fraction: two of a hundred is not below it, and nobody is dropped', () => {
  assert.deepEqual(belowMinimumShare([group('a', 1, 2), group('b', 40, 98)]), []);
  assert.deepEqual(belowMinimumShare([group('a', 1, 2), group('b', 40, 99)]), ['a']);
});

test('the ratio of a selection from the top agrees with the published examples, and no gap gives 1', () => {
  for (const [gap, selected, focalShare, ratio, majority, minority, cut, tolerance] of models
    .topDown.rows) {
    const outcome = value(topDownRatio({ gap, selected, focalShare }));
    near(outcome.ratio, ratio, 'ratio', tolerance);
    near(outcome.referenceRate, majority, 'majority', tolerance);
    near(outcome.focalRate, minority, 'minority', tolerance);
    near(outcome.cut, cut, 'cut', tolerance);
  }
  near(value(topDownRatio({ gap: 0, selected: 0.3, focalShare: 0.2 })).ratio, 1, 'no gap');
  assert.match(because(topDownRatio({ gap: 1, selected: 1, focalShare: 0.2 })), /between 0 and 1/);
});

test('the plan for an effect agrees with the reference', () => {
  near(peopleForEffect(0.2, 0.05), models.planning.peopleForH02, 'h = .2', 1e-9);
});

test('four fifths alone misses a true ratio of .75 as often as exact sums say', () => {
  for (const [n1, n2, rate, , missed] of models.fourFifths.rows) {
    let sum = 0;
    for (let one = 0; n1 <= 50 && one <= n1; one += 1) {
      for (let two = 0; two <= n2; two += 1) {
        if (belowFourFifths(table(one, n1, two, n2)) !== true) {
          sum +=
            binomialPoint(one, n1, 0.75 * rate, 1 - 0.75 * rate) *
            binomialPoint(two, n2, rate, 1 - rate);
        }
      }
    }
    if (n1 <= 50) {
      near(sum, missed, `${n1} v ${n2} missed`, 1e-7);
    }
  }
});

const outcomeStrata = (tables: readonly number[][]) =>
  tables.map(([a = 0, b = 0, c = 0, d = 0], place) => ({
    stratum: String(place),
    focal: group('first', a, a + c),
    reference: group('second', b, b + d),
  }));

test('strata that disagree are not pooled, and strata that agree are', () => {
  const advice = (name: string) => {
    const answer = value(stratifiedOutcomes(outcomeStrata(strata[name].tables)));
    assert.equal(answer.strata.length, strata[name].tables.length);
    return answer.advice;
  };
  assert.equal(advice('ucb_admit_gender_by_dept'), 'do-not-pool');
  assert.equal(advice('nl_funding_by_discipline'), 'do-not-pool');
  assert.equal(advice('ricci_BW_by_position'), 'pool');
  assert.equal(advice('ricci_HW_by_position'), 'pool');
});

test('the whole says 4.5 % and the strata 19.5 %: the Dutch grants, with a stratum of nobody carried along', () => {
  const tables: number[][] = strata['nl_funding_by_discipline'].tables;
  const whole = tables.reduce(
    (sum, row) => sum.map((n, place) => n + (row[place] ?? 0)),
    [0, 0, 0, 0],
  );
  const [a = 0, b = 0, c = 0, d = 0] = whole;
  assert.ok(fisherTwoSided(table(a, a + c, b, b + d)) < 0.05);
  const answer = value(stratifiedOutcomes(outcomeStrata([...tables, [0, 3, 0, 4]])));
  near(answer.common.uncorrected.pValue, 0.194522338563074, 'CMH', 1e-9);
  assert.equal(answer.common.strataSkipped, 1);
  assert.match(because(answer.strata.at(-1)?.comparison ?? assert.fail()), /nobody in "first"/);
  assert.match(because(stratifiedOutcomes(outcomeStrata([[0, 3, 0, 4]]))), /no stratum/);
  const large = outcomeStrata([[6000, 6100, 6000, 6000]]);
  assert.match(because(value(stratifiedOutcomes(large)).exact), /agree/);
});

test('several groups are first asked about together; a correction takes findings back and grants none', () => {
  const reference = group('W', 160, 200);
  const few = [reference, group('A', 158, 200), group('B', 161, 200), group('C', 150, 200)];
  const quiet = value(omnibus(few));
  assert.equal(quiet.method, 'chi-squared');
  assert.ok(pairwise(few, reference, quiet).every(({ standing }) => standing === 'not shown'));
  const many = [reference, group('A', 158, 200), group('B', 120, 200), group('C', 140, 200)];
  const found = pairwise(many, reference, value(omnibus(many)));
  assert.deepEqual(
    found.map(({ standing }) => standing),
    ['not shown', 'confirmed', 'worth a look'],
  );
  for (const pair of found) {
    assert.ok(pair.holm >= pair.benjaminiHochberg && pair.benjaminiHochberg >= pair.pValue);
  }
  const thin = value(omnibus([group('a', 1, 8), group('b', 5, 9), group('c', 8, 9)]));
  assert.equal(thin.method, 'fisher-freeman-halton');
  assert.ok(hypergeometricPoint(0, { first: 8, second: 18, drawn: 14 }) < thin.pValue);
  assert.match(because(omnibus([group('a', 8, 8), group('b', 9, 9)])), /same outcome/);
});

const step = (name: string, focal: number, reference: number): FunnelStep => ({
  step: name,
  people: new Map([
    ['Black', focal],
    ['White', reference],
  ]),
});

test('every step of the funnel is judged, although the end makes up for the exam: Connecticut v. Teal', () => {
  const steps = [step('sat', 48, 259), step('passed', 26, 206), step('promoted', 11, 35)];
  const answer = value(funnel(steps, 'Black', 'White', { share: 0.13, source: 'census' }));
  assert.deepEqual(
    answer.map((one) => one.step),
    ['sat', 'passed', 'promoted'],
  );
  const [sat, passed, promoted] = answer;
  assert.match(because(sat?.conditional ?? assert.fail()), /none before/);
  near(
    value(value(passed?.conditional ?? assert.fail()).successRatio).value,
    0.681027508090615,
    'exam',
  );
  near(
    value(value(promoted?.cumulative ?? assert.fail()).successRatio).value,
    11 / 48 / (35 / 259),
    'end',
  );
  const share = value(sat?.representation ?? assert.fail());
  near(share.share, 48 / 307, 'share');
  near(share.ratio, 48 / 307 / 0.13, 'against outside');
});

test('conditional ratios multiply to the cumulative one', () => {
  const steps = [step('applied', 100, 300), step('sat', 70, 240), step('passed', 40, 180)];
  const answer = value(funnel(steps, 'Black', 'White'));
  const ratio = (place: number, which: 'conditional' | 'cumulative'): number =>
    value(value(answer[place]?.[which] ?? assert.fail()).successRatio).value;
  near(ratio(1, 'conditional') * ratio(2, 'conditional'), ratio(2, 'cumulative'), 'product');
  assert.match(because(answer[0]?.representation ?? assert.fail()), /not known/);
});

test('a funnel that grows, an empty one and a step with nobody are answered in words', () => {
  const grows = funnel([step('sat', 3, 9), step('passed', 4, 9)], 'Black', 'White');
  assert.match(because(grows), /"passed" holds 4 people of "Black", "sat" only 3/);
  assert.match(because(funnel([], 'Black', 'White')), /at least one step/);
  const empty = value(
    funnel([step('sat', 3, 9), step('passed', 0, 0), step('chaired', 0, 0)], 'Black', 'White', {
      share: 0.1,
      source: 'x',
    }),
  );
  assert.match(because(empty[1]?.representation ?? assert.fail()), /nobody is at/);
  assert.match(because(empty[2]?.conditional ?? assert.fail()), /nobody in/);
});

test('bounds hold whatever the people who did not say are, and nothing narrower does', () => {
  const small = fc.record({
    x1: fc.integer({ min: 1, max: 9 }),
    x2: fc.integer({ min: 1, max: 9 }),
    yes: fc.integer({ min: 0, max: 4 }),
    no: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(small, ({ x1, x2, yes, no }) => {
      const [focal, reference] = [group('f', x1, 10), group('r', x2, 12)];
      const silent = { succeeded: yes, total: yes + no };
      const ratio = value(ratioBounds(focal, reference, silent));
      const difference = value(differenceBounds(focal, reference, silent));
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (let y1 = 0; y1 <= yes; y1 += 1) {
        for (let y2 = 0; y1 + y2 <= yes; y2 += 1) {
          for (let n1 = 0; n1 <= no; n1 += 1) {
            for (let n2 = 0; n1 + n2 <= no; n2 += 1) {
              const [one, other] = [(x1 + y1) / (10 + y1 + n1), (x2 + y2) / (12 + y2 + n2)];
              least = Math.min(least, one / other);
              most = Math.max(most, one / other);
              assert.ok(one - other >= difference.low - 1e-12);
              assert.ok(one - other <= difference.high + 1e-12);
            }
          }
        }
      }
      near(ratio.low, least, 'least', 1e-12);
      near(ratio.high, most, 'most', 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('with nobody silent the bounds are the ratio itself; the tipping point is the first number that crosses', () => {
  const [focal, reference] = [group('f', 30, 100), group('r', 60, 100)];
  const none = { succeeded: 0, total: 0 };
  assert.deepEqual(value(ratioBounds(focal, reference, none)), { low: 0.5, high: 0.5 });
  const silent = { succeeded: 60, total: 80 };
  const tipping = tippingPoint(focal, reference, silent, [4, 5]);
  const ratioWith = (k: number): number => (30 + k) / (100 + k) / 0.6;
  assert.ok(tipping.people !== undefined);
  assert.ok(ratioWith(tipping.people) >= 0.8 && ratioWith(tipping.people - 1) < 0.8);
  assert.equal(
    tippingPoint(focal, reference, { succeeded: 2, total: 3 }, [4, 5]).people,
    undefined,
  );
  const above = tippingPoint(group('f', 55, 100), reference, { succeeded: 0, total: 40 }, [4, 5]);
  assert.ok(above.people !== undefined && 55 / (100 + above.people) / 0.6 < 0.8);
});

test('the response rate stands beside every result, among those who succeeded and those who did not', () => {
  const rate = value(
    responseRate([group('a', 40, 60), group('b', 20, 20)], { succeeded: 10, total: 20 }),
  );
  assert.deepEqual(rate, {
    told: 80,
    all: 100,
    rate: 0.8,
    amongSucceeded: 60 / 70,
    amongFailed: 20 / 30,
  });
  assert.match(because(responseRate([], { succeeded: 0, total: 0 })), /nobody/);
});

test('reweighting leaves rates alone where all classes answer alike, and mends them where one is silent by half', () => {
  const north = { name: 'north', groups: [group('a', 8, 10), group('b', 15, 30)] };
  const south = { name: 'south', groups: [group('a', 2, 10), group('b', 3, 10)] };
  const alike = value(
    reweightedRates([
      { ...north, silent: 0 },
      { ...south, silent: 0 },
    ]),
  );
  for (const row of alike) {
    near(row.rate, row.plainRate, row.group, 1e-12);
  }
  const mended = value(
    reweightedRates([
      { ...north, silent: 0 },
      { ...south, silent: 20 },
    ]),
  );
  near(mended[0]?.rate ?? 0, (8 + 2 * 2) / (10 + 2 * 10), 'a');
  near(mended[0]?.effectivePeople ?? 0, 30 ** 2 / (10 + 40), 'effective');
  assert.match(because(reweightedRates([{ name: 'west', groups: [], silent: 4 }])), /"west"/);
});

test('a published row that does not add up is named and refused: 315 tested and 1,711 failed', () => {
  assert.deepEqual(value(countedGroup({ group: 'a', tested: 10, passed: 7, failed: 3 })), {
    group: 'a',
    succeeded: 7,
    total: 10,
  });
  const bad = countedGroup({ group: 'Unknown', tested: 315, passed: 200, failed: 1711 });
  assert.match(because(bad), /"Unknown": 315 tested, but 200 passed and 1711 failed/);
  assert.match(because(countedGroup({ group: 'a', tested: 3, passed: 4 })), /does not add up/);
  assert.match(because(countedGroup({ group: 'a', tested: 3.5, passed: 1 })), /not counts/);
});
