import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  density,
  matrixOf,
  noShared,
  type Scores,
  sharedCalibration,
} from '../../../tests/support/calibrations.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { Abilities } from './ability.ts';
import { categoryTables } from './category-tables.ts';
import { characteristicCurves, testCharacteristicCurve } from './characteristic-curves.ts';
import { expectedAPosteriori } from './expected-a-posteriori.ts';
import { itemInformation, testInformation } from './information.ts';
import { normalDensity, STANDARD_DENSITY } from './latent-density.ts';
import { maximumAPosteriori } from './maximum-a-posteriori.ts';
import { maximumLikelihood } from './maximum-likelihood.ts';
import { abilityFromSumScores, sumScoreAbility } from './sum-score-ability.ts';
import { forEachWithout, sumScoreDistribution } from './sum-score-distribution.ts';
import { jeffreysMode, weightedLikelihood } from './weighted-likelihood.ts';

type Pair = [number | null, number | null];
interface Model {
  readonly name: string;
  readonly a: number[];
  readonly d: number[];
  readonly g: number[];
  readonly variance: number;
  readonly patterns: { pattern: string; EAP: Pair; MAP: Pair; ML: Pair; WLE: Pair }[];
  readonly EAPsum: { theta: number[]; error: number[]; expected: number[] };
  readonly testinfo: { theta: number[]; info: number[]; expected: number[] };
}
interface ScienceModel {
  readonly items: CalibratedItem[];
  readonly variance: number;
  readonly people: number;
  readonly EAPsum: { theta: number[]; error: number[]; expected: number[] };
  readonly testinfo: { theta: number[]; info: number[]; expected: number[] };
}
const read = (name: string) =>
  JSON.parse(readFileSync(`reference/psychometrics/${name}.json`, 'utf8'));
const lsat: Model[] = read('irt-lsat7').models;
const science: ScienceModel[] = read('irt-science').models;

const itemsOf = ({ a, d, g }: Model): CalibratedItem[] =>
  a.map((slope, place) => ({ kind: 'binary', a: slope, d: d[place]!, g: g[place]! }));
const answers = (patterns: readonly string[]) =>
  matrixOf(
    patterns.map((pattern) =>
      [...pattern].map((mark) => (mark === '.' ? undefined : Number(mark))),
    ),
    [...patterns[0]!].map(() => 2),
  );

function near(answer: number, expected: number, tolerance: number, what: string): void {
  const gap = Math.abs(answer - expected) / Math.max(1, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

/** Every estimate and error as the reference has them; where it has none, ours is a refusal. */
function agree(
  abilities: Abilities,
  expected: readonly Pair[],
  tolerance: { theta: number; error: number },
  what: string,
): void {
  assert.ok(expected.length > 0);
  expected.forEach(([theta, error], person) => {
    const ability = abilities[person]!;
    if (theta === null || error === null) {
      assert.ok(!ability.ok && ability.refusal.kind === 'not-finite', what);
    } else {
      assert.ok(ability.ok, what);
      near(ability.value.theta, theta, tolerance.theta, `${what} ${person}`);
      near(ability.value.standardError, error, tolerance.error, `${what} error ${person}`);
    }
  });
}

const value = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  assert.ok(result.ok);
  return result.value;
};

// Sums over fixed points are reproduced to the last digits. The reference finds maxima with nlm, which stops at a
// gradient of 1e-6 and differences its second derivative: hence 1e-5 for estimates and 1e-3 for errors.
const SUMS = { theta: 1e-12, error: 1e-12 };
const MAXIMA = { theta: 1e-5, error: 1e-3 };

for (const model of lsat) {
  test(`each pattern of LSAT7 gets the estimates and errors of the reference under ${model.name}`, () => {
    const items = itemsOf(model);
    const matrix = answers(model.patterns.map(({ pattern }) => pattern));
    const scale = density(model.variance);
    const of = (method: 'EAP' | 'MAP' | 'ML' | 'WLE') => model.patterns.map((row) => row[method]);
    agree(value(expectedAPosteriori(items, matrix, scale)), of('EAP'), SUMS, 'EAP');
    agree(value(maximumAPosteriori(items, matrix, scale)), of('MAP'), MAXIMA, 'MAP');
    agree(value(maximumLikelihood(items, matrix)), of('ML'), MAXIMA, 'ML');
    agree(
      value(jeffreysMode(items, matrix)),
      of('WLE'),
      MAXIMA,
      'the mode with the prior of Jeffreys',
    );
    if (!model.name.startsWith('3pl')) {
      agree(value(weightedLikelihood(items, matrix)), of('WLE'), MAXIMA, 'WLE');
    }
  });

  test(`the table from sum scores, information and expected scores agree under ${model.name}`, () => {
    const items = itemsOf(model);
    const table = sumScoreAbility(items, density(model.variance));
    const { EAPsum, testinfo } = model;
    table.forEach(({ theta, standardError, expectedShare }, score) => {
      near(theta, EAPsum.theta[score]!, 1e-12, `theta at ${score}`);
      near(standardError, EAPsum.error[score]!, 1e-12, `error at ${score}`);
      near(1000 * expectedShare, EAPsum.expected[score]!, 1e-12, `people at ${score}`);
    });
    testInformation(items, testinfo.theta).forEach((information, place) => {
      near(information, testinfo.info[place]!, 1e-12, 'information');
    });
    testCharacteristicCurve(items, testinfo.theta).forEach((expected, place) => {
      near(expected, testinfo.expected[place]!, 1e-12, 'expected score');
    });
  });
}

for (const { items, variance, people, EAPsum, testinfo } of science) {
  test(`ordered categories (${items[0]!.kind}, slope ${items[0]!.a}): table, information and expected score agree`, () => {
    const table = sumScoreAbility(items, density(variance));
    assert.equal(table.length, 13);
    table.forEach(({ theta, standardError, expectedShare }, score) => {
      near(theta, EAPsum.theta[score]!, 1e-12, 'theta');
      near(standardError, EAPsum.error[score]!, 1e-12, 'error');
      near(people * expectedShare, EAPsum.expected[score]!, 1e-12, 'people');
    });
    testInformation(items, testinfo.theta).forEach((information, place) => {
      near(information, testinfo.info[place]!, 1e-12, 'information');
    });
    testCharacteristicCurve(items, testinfo.theta).forEach((expected, place) => {
      // The reference counts categories from 1.
      near(expected + items.length, testinfo.expected[place]!, 1e-12, 'expected score');
    });
  });
}

const SHARED: [string, string][] = [
  ['2pl_lsat6', 'lsat6'],
  ['rasch_hci', 'hci'],
  ['2pl_hci', 'hci'],
  ['3plprior_hci', 'hci'],
  ['2pl_sat12', 'sat12'],
  ['3plprior_sat12', 'sat12'],
  ['2pl_verbal', 'verbal_difR'],
  ['graded_science', 'science'],
  ['gpcm_science', 'science'],
  ['Rasch_science', 'science'],
  ['graded_anxiety', 'anxiety'],
];
for (const [name, file] of SHARED) {
  test(`people of ${name} get the estimates and errors of the reference`, {
    skip: noShared,
  }, () => {
    const { reference, items, matrix, variance } = sharedCalibration(name, file);
    const pairs = ({ F1, SE_F1, F, SE_F }: Scores): Pair[] =>
      (F1 ?? F)!.map((theta, person) => [theta, (SE_F1 ?? SE_F)![person]!]);
    const scale = density(variance);
    const { EAP, MAP, ML, WLE } = reference.scores;
    agree(value(expectedAPosteriori(items, matrix, scale)), pairs(EAP), SUMS, 'EAP');
    agree(value(maximumAPosteriori(items, matrix, scale)), pairs(MAP), MAXIMA, 'MAP');
    agree(value(maximumLikelihood(items, matrix)), pairs(ML), MAXIMA, 'ML');
    agree(value(jeffreysMode(items, matrix)), pairs(WLE), MAXIMA, 'Jeffreys');
  });
}

const twoParameter = lsat.find(({ name }) => name === '2pl_lsat7')!;
const MIXED: CalibratedItem[] = [
  { kind: 'binary', a: 1.3, d: 0.4, g: 0 },
  { kind: 'binary', a: 0.9, d: -0.7, g: 0.2 },
  { kind: 'graded', a: 1.6, d: [1.2, 0.1, -1.4] },
  { kind: 'partial-credit', a: 0.8, d: [0.6, 0.2] },
];

test('all right and all wrong: finite by EAP, MAP and WLE, by ML "not finite" with the reason', () => {
  const items = itemsOf(twoParameter);
  const matrix = answers(['11111', '00000']);
  const of = (abilities: Abilities) =>
    abilities.map((ability) =>
      ability.ok ? [ability.value.theta, ability.value.standardError] : [],
    );
  // The figures observed on LSAT7 came from estimates that stop at 1e-4; ours at 1e-7, hence three decimals.
  const digits = (rows: number[][]) => rows.map((row) => row.map((x) => x.toFixed(2)));
  assert.deepEqual(digits(of(value(expectedAPosteriori(items, matrix, density())))), [
    ['0.73', '0.80'],
    ['-1.87', '0.69'],
  ]);
  const weighted = of(value(weightedLikelihood(items, matrix)));
  near(weighted[0]![0]!, 1.0886, 2e-3, 'all right');
  near(weighted[0]![1]!, 1.6189, 2e-3, 'its error');
  near(weighted[1]![0]!, -4.136, 2e-3, 'all wrong');
  near(weighted[1]![1]!, 1.8872, 2e-3, 'its error');
  const [high, low] = value(maximumLikelihood(items, matrix));
  assert.ok(!high!.ok && high!.refusal.kind === 'not-finite');
  assert.match(high!.refusal.because, /higher the ability, without end/);
  assert.ok(!low!.ok && low!.refusal.kind === 'not-finite');
  assert.match(low!.refusal.because, /lower the ability, without end/);
});

test('identical answers get identical scores, whatever group people belong to and wherever they stand', () => {
  // Two groups of the reference's case: one pattern among women, the same among men, in files of different order.
  const items = Array.from(
    { length: 20 },
    (_, place): CalibratedItem => ({
      kind: 'binary',
      a: 0.6 + place / 20,
      d: (place - 9) / 6,
      g: 0,
    }),
  );
  const pattern = '11111101111111110111';
  const others = ['00110011001100110011', '11111111111111111111', '01010101010101010101'];
  const women = answers([pattern, ...others]);
  const men = answers([...others.toReversed(), others[0]!, pattern]);
  const estimators = [
    (matrix: typeof women) => value(expectedAPosteriori(items, matrix, density())),
    (matrix: typeof women) => value(maximumAPosteriori(items, matrix, density())),
    (matrix: typeof women) => value(maximumLikelihood(items, matrix)),
    (matrix: typeof women) => value(weightedLikelihood(items, matrix)),
    (matrix: typeof women) => value(jeffreysMode(items, matrix)),
    (matrix: typeof women) => value(abilityFromSumScores(items, matrix, density())),
  ];
  for (const estimate of estimators) {
    assert.deepEqual(estimate(women)[0], estimate(men)[4]);
  }
});

test('somebody who answered nothing keeps a place and gets a reason instead of a score', () => {
  const items = itemsOf(twoParameter);
  const matrix = answers(['10110', '.....', '01101']);
  const results = [
    value(expectedAPosteriori(items, matrix, density())),
    value(maximumAPosteriori(items, matrix, density())),
    value(maximumLikelihood(items, matrix)),
    value(weightedLikelihood(items, matrix)),
  ];
  for (const abilities of results) {
    assert.deepEqual(
      abilities.map((ability) => ability.ok),
      [true, false, true],
    );
    const [, nobody] = abilities;
    assert.ok(!nobody!.ok && nobody!.refusal.kind === 'no-answers');
  }
});

test('an unanswered item is as if it had not been put', () => {
  const items = itemsOf(twoParameter);
  const without = items.filter((_, place) => place !== 2);
  const [gap] = value(expectedAPosteriori(items, answers(['10.10']), density()));
  const [short] = value(expectedAPosteriori(without, answers(['1010']), density()));
  assert.ok(gap!.ok && short!.ok);
  // Sums are taken in another order, hence a last digit.
  near(gap!.value.theta, short!.value.theta, 1e-14, 'theta');
  near(gap!.value.standardError, short!.value.standardError, 1e-14, 'error');
  const [gapWeighted] = value(weightedLikelihood(items, answers(['11.11'])));
  const [shortWeighted] = value(weightedLikelihood(without, answers(['1111'])));
  assert.deepEqual(gapWeighted, shortWeighted);
});

test('no sum score for somebody who left an item out, and the same estimate for the same sum', () => {
  const items = itemsOf(twoParameter);
  const [a, b, gap] = value(
    abilityFromSumScores(items, answers(['11000', '00011', '1.000']), density()),
  );
  assert.deepEqual(a, b);
  assert.ok(a!.ok && a!.value.score === 2);
  assert.ok(!gap!.ok && gap!.refusal.kind === 'not-all-answered');
});

test('at the maximum the slope of the likelihood is zero, for every kind of item', () => {
  const matrix = matrixOf([[1, 0, 2, 1]], [2, 2, 4, 3]);
  const [found] = value(maximumLikelihood(MIXED, matrix));
  assert.ok(found!.ok);
  const logLikelihood = (theta: number) =>
    MIXED.reduce((sum, item, place) => {
      const code = matrix.codes[place]!;
      return sum + Math.log(characteristicCurves(item, [theta])[code]![0]!);
    }, 0);
  const { theta, standardError } = found!.value;
  const h = 1e-4;
  const [below, top, above] = [theta - h, theta, theta + h].map(logLikelihood) as [
    number,
    number,
    number,
  ];
  assert.ok(Math.abs((above - below) / (2 * h)) < 1e-7);
  near(1 / standardError ** 2, -(above - 2 * top + below) / h ** 2, 1e-5, 'curvature');
});

test('information is the expected curvature, and the curves of an item add up to one', () => {
  const abilities = [-3, -1, 0, 0.7, 2.5];
  for (const item of MIXED) {
    const curves = characteristicCurves(item, abilities);
    const information = itemInformation(item, abilities);
    abilities.forEach((theta, place) => {
      near(
        curves.reduce((sum, curve) => sum + curve[place]!, 0),
        1,
        1e-14,
        'sum of curves',
      );
      const h = 1e-4;
      const moved = [-1, 1].map((side) => characteristicCurves(item, [theta + side * h]));
      const fisher = curves.reduce((sum, curve, k) => {
        const slope = (moved[1]![k]![0]! - moved[0]![k]![0]!) / (2 * h);
        return sum + slope ** 2 / curve[place]!;
      }, 0);
      near(information[place]!, fisher, 1e-6, item.kind);
    });
  }
});

test('with guessing, the estimate of Warm is nearly free of bias where the prior of Jeffreys is not', () => {
  // Sixty equal items: the sum is enough, and its distribution is binomial, so the bias is exact.
  const item: CalibratedItem = { kind: 'binary', a: 1.2, d: 0, g: 0.2 };
  const count = 60;
  const items = Array.from({ length: count }, () => item);
  const matrix = matrixOf(
    Array.from({ length: count + 1 }, (_, right) =>
      Array.from({ length: count }, (__, place) => (place < right ? 1 : 0)),
    ),
    items.map(() => 2),
  );
  const truth = 0.5;
  const p = characteristicCurves(item, [truth])[1]![0]!;
  const bias = (abilities: Abilities) =>
    abilities.reduce((sum, ability, right) => {
      assert.ok(ability.ok);
      return sum + binomialPoint(right, count, p, 1 - p) * (ability.value.theta - truth);
    }, 0);
  const warm = Math.abs(bias(value(weightedLikelihood(items, matrix))));
  const jeffreys = Math.abs(bias(value(jeffreysMode(items, matrix))));
  assert.ok(warm < 0.01, `${warm}`);
  assert.ok(jeffreys > 2 * warm, `${jeffreys} beside ${warm}`);
});

test('a second program, TAM, gives the same weighted estimates; its errors are one over the root of the information', () => {
  const { xsi, wle, se }: { xsi: number[]; wle: number[]; se: number[] } = read('irt-lsat7-tam');
  const items = xsi.map(
    (difficulty): CalibratedItem => ({ kind: 'binary', a: 1, d: -difficulty, g: 0 }),
  );
  const abilities = value(
    weightedLikelihood(items, answers(['00000', '10000', '11000', '11100', '11110', '11111'])),
  );
  abilities.forEach((ability, score) => {
    assert.ok(ability.ok);
    near(ability.value.theta, wle[score]!, 1e-5, 'theta');
    const [information] = testInformation(items, [ability.value.theta]);
    near(1 / Math.sqrt(information!), se[score]!, 2e-5, 'error');
  });
});

test('an exam of 1,500 items is scored without underflow', () => {
  const items = Array.from(
    { length: 1500 },
    (_, place): CalibratedItem => ({ kind: 'binary', a: 1, d: (place % 41) / 10 - 2, g: 0 }),
  );
  const matrix = matrixOf(
    [items.map((_, place) => (place % 41 < 20 ? 0 : 1))],
    items.map(() => 2),
  );
  const [ability] = value(expectedAPosteriori(items, matrix, density(1, 601)));
  const [likeliest] = value(maximumLikelihood(items, matrix));
  assert.ok(ability!.ok && likeliest!.ok);
  near(ability!.value.theta, likeliest!.value.theta, 0.02, 'long exam');
});

test('a narrow density and a long row of right answers still have a posterior', () => {
  const items = Array.from(
    { length: 900 },
    (): CalibratedItem => ({ kind: 'binary', a: 2, d: 0, g: 0 }),
  );
  const matrix = matrixOf(
    [items.map(() => 1)],
    items.map(() => 2),
  );
  const [ability] = value(expectedAPosteriori(items, matrix, density(0.01, 601)));
  const [mode] = value(maximumAPosteriori(items, matrix, density(0.01)));
  assert.ok(ability!.ok && mode!.ok);
  near(ability!.value.theta, mode!.value.theta, 0.02, 'mean beside mode');
});

test('the sum of all items but one is the same by halving as by leaving the item out', () => {
  const tables = categoryTables(MIXED, density(1, 9).points);
  const visited: number[] = [];
  forEachWithout(tables, 9, (left, others) => {
    visited.push(left);
    const afresh = sumScoreDistribution(
      tables.filter((_, place) => place !== left),
      9,
    );
    assert.equal(others.scores, afresh.length);
    afresh.forEach((score, index) => {
      score.forEach((p, point) => {
        near(others.values[index * 9 + point]!, p, 1e-15, `without ${left}`);
      });
    });
  });
  assert.deepEqual(visited, [0, 1, 2, 3]);
});

test('doubling the points of the density does not move an estimate', () => {
  const items = itemsOf(twoParameter);
  const matrix = answers(twoParameter.patterns.map(({ pattern }) => pattern));
  const plain = value(expectedAPosteriori(items, matrix, density(1, 121)));
  const fine = value(expectedAPosteriori(items, matrix, density(1, 241)));
  plain.forEach((ability, person) => {
    const other = fine[person]!;
    assert.ok(ability.ok && other.ok);
    // What is left is the mass beyond the ends of the scale, which the two rules cut a little differently.
    near(ability.value.theta, other.value.theta, 1e-6, 'theta');
  });
});

test('items that are not those of the answers, and densities that are none, are refused in words', () => {
  const items = itemsOf(twoParameter);
  const short = expectedAPosteriori(items, answers(['101']), density());
  assert.ok(
    !short.ok && /5 calibrated items cannot score answers to 3 items/.test(short.refusal.because),
  );
  const other = maximumLikelihood(items, matrixOf([[0, 1, 2, 0, 1]], [2, 2, 3, 2, 2]));
  assert.ok(!other.ok && /item 3 has 3 categories/.test(other.refusal.because));
  for (const plan of [{ variance: 0 }, { points: 2 }, { limit: 0 }, { mean: 500 }]) {
    const none = normalDensity({ ...STANDARD_DENSITY, ...plan });
    assert.ok(!none.ok && none.refusal.kind === 'no-density');
  }
});

test('a miskeyed item lowers the estimate of somebody who chose its key', () => {
  const items: CalibratedItem[] = [
    { kind: 'binary', a: 1, d: 0, g: 0 },
    { kind: 'binary', a: 1.2, d: 0.3, g: 0 },
    { kind: 'binary', a: -0.851, d: 0.1, g: 0 },
  ];
  const [chosen, avoided] = value(weightedLikelihood(items, answers(['101', '100'])));
  assert.ok(chosen!.ok && avoided!.ok && chosen!.value.theta < avoided!.value.theta);
});
