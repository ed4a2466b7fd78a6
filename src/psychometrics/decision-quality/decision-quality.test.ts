import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import type { Result } from '../../kernel/result/result.ts';
import { betaTails } from '../../numerics/distributions/beta.ts';
import {
  type DecisionQuality,
  type Decisions,
  hansonBrennan,
  livingstonLewis,
} from './decision-quality.ts';
import { errorAtCut } from './error-at-cut.ts';
import { overTrueScores } from './over-true-scores.ts';
import { subkoviak } from './subkoviak.ts';
import { trueScores } from './true-scores.ts';

interface Quality {
  accuracy: number;
  falsePass: number;
  falseFail: number;
  consistency: number;
  kappa: number;
}
interface FromR extends Quality {
  alpha: number;
  beta: number;
  l: number;
  u: number;
}
interface Exact extends Quality {
  chance: number;
  expectedPass: number;
}
interface Case {
  name: string;
  highest: number;
  cut: number;
  reliability: number;
  observedPass: number;
  frequencies: number[];
  LL: {
    r: FromR & { etl: number; rounded: number };
    cutOnLength: number;
    sameCut: boolean;
    exact: Exact;
  };
  HB: { r: FromR & { k: number }; exact: Exact };
  subkoviak: { consistency: number; chance: number; kappa: number };
}
const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync('reference/psychometrics/decision-quality.json', 'utf8'),
);

const decisionsOf = ({ frequencies, highest, reliability, cut }: Case): Decisions => ({
  totals: Int32Array.from(
    frequencies.flatMap((people, total) => Array.from({ length: people }, () => total)),
  ),
  items: highest,
  highest,
  reliability,
  cut,
});

function near(answer: number, expected: number, what: string, tolerance: number): void {
  const gap = Math.abs(answer - expected);
  assert.ok(gap <= tolerance * Math.max(1, Math.abs(expected)), `${what}: ${answer}, ${expected}`);
}

const value = <Value>(result: Result<Value>): Value => {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};

const reason = (result: Result<unknown>): string => (result.ok ? '' : result.refusal.because);

function agrees(mine: DecisionQuality, r: FromR, exact: Exact, sameCut: boolean): void {
  const { trueScores: fitted } = mine;
  near(fitted.alpha, r.alpha, 'alpha', 1e-8);
  near(fitted.beta, r.beta, 'beta', 1e-8);
  near(fitted.low, r.l, 'low', 1e-8);
  near(fitted.high, r.u, 'high', 1e-8);
  // R integrates to about 1e-4; the same integrals in 30 digits are the sharper test.
  near(mine.accuracy, r.accuracy, 'accuracy (R)', 1e-4);
  near(mine.falsePass, r.falsePass, 'false pass (R)', 1e-4);
  near(mine.falseFail, r.falseFail, 'false fail (R)', 1e-4);
  if (sameCut) {
    near(mine.consistency, r.consistency, 'consistency (R)', 3e-4);
    near(mine.kappa.ok ? mine.kappa.value : Number.NaN, r.kappa, 'kappa (R)', 2e-3);
  }
  near(mine.accuracy, exact.accuracy, 'accuracy', 1e-9);
  near(mine.falsePass, exact.falsePass, 'false pass', 1e-9);
  near(mine.falseFail, exact.falseFail, 'false fail', 1e-9);
  near(mine.consistency, exact.consistency, 'consistency', 1e-9);
  near(mine.chanceConsistency, exact.chance, 'chance', 1e-9);
  near(mine.expectedPass, exact.expectedPass, 'expected pass', 1e-9);
  near(mine.kappa.ok ? mine.kappa.value : Number.NaN, exact.kappa, 'kappa', 1e-8);
}

for (const each of cases) {
  test(`accuracy and consistency of ${each.name} agree with R and with 30-digit integrals`, () => {
    const decisions = decisionsOf(each);
    const livingston = value(livingstonLewis(decisions));
    near(livingston.effectiveLength, each.LL.r.etl, 'effective length', 1e-9);
    assert.equal(livingston.length, each.LL.r.rounded);
    assert.equal(livingston.cutOnLength, each.LL.cutOnLength);
    near(livingston.observedPass, each.observedPass, 'observed', 1e-12);
    agrees(livingston, each.LL.r, each.LL.exact, each.LL.sameCut);
    const hanson = value(hansonBrennan(decisions));
    near(hanson.lordsK, each.HB.r.k, "Lord's k", 1e-8);
    agrees(hanson, each.HB.r, each.HB.exact, true);
    const single = value(subkoviak(decisions));
    near(single.consistency, each.subkoviak.consistency, 'Subkoviak', 1e-11);
    near(single.chanceConsistency, each.subkoviak.chance, 'Subkoviak chance', 1e-11);
    near(value(single.kappa), each.subkoviak.kappa, 'Subkoviak kappa', 1e-10);
  });
}

test('where the four-parameter beta leaves 0 to 1, the two-parameter one is used and the answer says so', () => {
  const ecpe = cases.find(({ name }) => name === 'ecpe_cut20') ?? assert.fail();
  const two = value(livingstonLewis(decisionsOf(ecpe))).trueScores;
  assert.equal(two.model, 'two-parameter beta');
  assert.match(two.because ?? '', /outside 0 to 1/);
  assert.deepEqual([two.low, two.high], [0, 1]);
  const hci = cases.find(({ name }) => name === 'hci_cut14') ?? assert.fail();
  const four = value(livingstonLewis(decisionsOf(hci))).trueScores;
  assert.deepEqual([four.model, four.because], ['four-parameter beta', undefined]);
});

test('the order of people changes nothing, and every share is a share', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 80 });
  const reliability = fc.double({ min: 0.05, max: 0.97, noNaN: true });
  fc.assert(
    fc.property(totals, reliability, fc.integer({ min: 1, max: 20 }), (list, r, cut) => {
      const given = { totals: Int32Array.from(list), items: 20, highest: 20, reliability: r, cut };
      const back = { ...given, totals: Int32Array.from(list.slice().reverse()) };
      const there = livingstonLewis(given);
      const here = livingstonLewis(back);
      assert.equal(there.ok, here.ok);
      if (there.ok && here.ok) {
        assert.deepEqual(there, here);
        const { accuracy, falsePass, falseFail, consistency, expectedPass } = there.value;
        near(accuracy + falsePass + falseFail, 1, 'whole', 1e-8);
        for (const share of [accuracy, falsePass, falseFail, consistency, expectedPass]) {
          assert.ok(share >= -1e-9 && share <= 1 + 1e-9, `${share}`);
        }
        assert.ok(consistency >= 0.5 - 1e-9);
      }
      const single = subkoviak(given);
      assert.ok(!single.ok || (single.value.consistency >= 0.5 && single.value.consistency <= 1));
    }),
    { numRuns: 100 },
  );
});

test('true scores that are nearly all alike are weighed whole, and none apart from rounding are refused', () => {
  const list = [1, 11, 13, 0, 4, 10, 5, 1, 5, 2, 8, 0, 17, 4, 11, 16, 9];
  const given = { totals: Int32Array.from(list), items: 20, highest: 20, cut: 1 };
  const none = livingstonLewis({ ...given, reliability: 0.25889311815002103 });
  assert.match(none.ok ? '' : none.refusal.because, /no spread of true scores/);
  for (const shape of [1, 30, 1e3, 1e5, 1e8]) {
    const spread = { model: 'two-parameter beta', because: undefined, low: 0, high: 1 } as const;
    for (const cut of [0, 0.2, 1 / 3, 0.5, 1]) {
      const { below, above } = overTrueScores(
        { ...spread, alpha: shape, beta: 2 * shape },
        cut,
        (share) => [1, share],
      );
      near((below[0] ?? 0) + (above[0] ?? 0), 1, `whole at ${shape}, ${cut}`, 1e-12);
      near((below[1] ?? 0) + (above[1] ?? 0), 1 / 3, `mean at ${shape}, ${cut}`, 1e-12);
      const { lower } = betaTails(cut, shape, 2 * shape);
      near(below[0] ?? 0, lower, `below at ${shape}, ${cut}`, 1e-11);
    }
  }
});

test('where the models hold, the shares they claim are the shares that happen', () => {
  // True shares from a beta with shapes 6 and 3, drawn by order statistics of 8 uniforms; totals binomial on 40 items.
  const chance = generatorFrom('decisions that happen');
  const people = 6000;
  const cut = 26;
  const total = (share: number): number => {
    let right = 0;
    for (let item = 0; item < 40; item += 1) {
      right += chance.next() < share ? 1 : 0;
    }
    return right;
  };
  let [rightly, alike, sum, squares] = [0, 0, 0, 0];
  const totals = Int32Array.from({ length: people }, () => {
    const eight = Array.from({ length: 8 }, () => chance.next()).sort((a, b) => a - b);
    const share = eight[5] ?? 0;
    const [once, again] = [total(share), total(share)];
    rightly += once >= cut === share >= cut / 40 ? 1 : 0;
    alike += once >= cut === again >= cut ? 1 : 0;
    sum += once;
    squares += once * once;
    return once;
  });
  const mean = sum / people;
  const variance = squares / people - mean ** 2;
  // KR-21 is the reliability where error is binomial.
  const reliability = (40 / 39) * (1 - (mean * (40 - mean)) / (40 * variance));
  const given = { totals, items: 40, highest: 40, reliability, cut };
  for (const method of [livingstonLewis, hansonBrennan]) {
    const claimed = value(method(given));
    near(claimed.accuracy, rightly / people, 'accuracy', 0.012);
    near(claimed.consistency, alike / people, 'consistency', 0.012);
  }
  near(value(subkoviak(given)).consistency, alike / people, 'Subkoviak', 0.03);
});

test('a more reliable exam decides more consistently', () => {
  const hci = cases.find(({ name }) => name === 'hci_cut14') ?? assert.fail();
  const given = decisionsOf(hci);
  const at = [0.6, 0.75, 0.9].map((reliability) => {
    const all = { ...given, reliability };
    return [value(livingstonLewis(all)).consistency, value(subkoviak(all)).consistency];
  });
  for (const method of [0, 1]) {
    const rising = at.map((pair) => pair[method] ?? Number.NaN);
    assert.ok((rising[0] ?? 1) < (rising[1] ?? 0) && (rising[1] ?? 1) < (rising[2] ?? 0));
  }
});

test('what cannot be worked out is refused with the reason', () => {
  const given = {
    totals: Int32Array.from([3, 5, 7, 9, 4]),
    items: 10,
    highest: 10,
    reliability: 0.7,
    cut: 6,
  };
  const all = [livingstonLewis, hansonBrennan, subkoviak];
  for (const method of all) {
    assert.match(reason(method({ ...given, reliability: -0.2 })), /between 0 and 1/);
    assert.match(reason(method({ ...given, reliability: 1 })), /between 0 and 1/);
    assert.match(reason(method({ ...given, cut: 0 })), /from 1 to 10/);
    assert.match(reason(method({ ...given, cut: 6.5 })), /whole number/);
    assert.match(reason(method({ ...given, totals: Int32Array.from([4, 4]) })), /same total/);
  }
  assert.match(
    reason(
      hansonBrennan({ ...given, totals: Int32Array.from([0, 1, 2]), items: 2, highest: 2, cut: 1 }),
    ),
    /three items/,
  );
  for (const method of [hansonBrennan, subkoviak]) {
    assert.match(reason(method({ ...given, items: 5 })), /5 items give 10 points/);
  }
  assert.ok(livingstonLewis({ ...given, items: 5 }).ok);
  assert.match(reason(trueScores(Int32Array.from([1, 1]), 1, 0)), /no longer than one item/);
  assert.match(
    reason(trueScores(Int32Array.from([0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0]), 10, 0)),
    /no spread of true scores/,
  );
});

test('a low cut on a short effective test never becomes no cut', () => {
  const totals = Int32Array.from([0, 18, 16, 8, 9, 0, 0, 3, 1, 17, 2, 3]);
  const quality = value(
    livingstonLewis({ totals, items: 20, highest: 20, reliability: 0.8377781628238369, cut: 1 }),
  );
  assert.deepEqual([quality.length, quality.cutOnLength], [6, 1]);
  assert.match(quality.trueScores.because ?? '', /all but two points/);
});

test('a test too short for four moments is described by two', () => {
  const short = value(trueScores(Int32Array.from([2, 2, 1, 3]), 3, 0));
  assert.equal(short.model, 'two-parameter beta');
  assert.match(short.because ?? '', /too short/);
});

test('near the cut the chance of passing rises through about one half', () => {
  const hci = cases.find(({ name }) => name === 'hci_cut14') ?? assert.fail();
  const given = decisionsOf(hci);
  const quality = value(livingstonLewis(given));
  const errors = Array.from({ length: 21 }, (_, score) => ({ score, lord: 2.2, keats: 1.9 }));
  const at = errorAtCut(given.totals, 20, 14, { ok: true, value: errors }, quality);
  assert.deepEqual(
    at.nearby.map(({ score }) => score),
    [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  );
  const chances = at.nearby.map(({ passes }) => passes);
  assert.ok(chances.every((chance, index) => index === 0 || chance > (chances[index - 1] ?? 1)));
  assert.ok(Math.abs((chances[5] ?? 0) - 0.5) < 0.15);
  assert.equal(value(at.error).keats, 1.9);
  const within =
    (hci.frequencies[13] ?? 0) + (hci.frequencies[14] ?? 0) + (hci.frequencies[15] ?? 0);
  near(value(at.withinOneError), within / given.totals.length, 'within', 1e-12);
  const refused = errorAtCut(
    given.totals,
    20,
    14,
    { ok: false, refusal: { kind: 'undefined', because: 'points' } },
    quality,
  );
  assert.equal(reason(refused.withinOneError), 'points');
});
