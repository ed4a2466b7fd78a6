import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  density,
  freeParametersOf,
  matrixOf,
  noShared,
  sharedCalibration,
} from '../../../tests/support/calibrations.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { orthonormalBasis } from '../../numerics/linear/orthonormal-basis.ts';
import { projectedQuadratic } from '../../numerics/linear/projected-quadratic.ts';
import type { Abilities } from '../ability/ability.ts';
import { columnsOf } from '../ability/ability-columns.ts';
import { logistic } from '../ability/category-curves.ts';
import { categoryTables } from '../ability/category-tables.ts';
import { expectedAbilities, expectedAPosteriori } from '../ability/expected-a-posteriori.ts';
import { maximumLikelihood } from '../ability/maximum-likelihood.ts';
import { type CalibratedItem, categoryProbabilities } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { completePeople } from './complete-people.ts';
import type { FreeParameters } from './free-parameters.ts';
import { limitedInformationFit } from './limited-information.ts';
import { meanSquareFit } from './mean-squares.ts';
import { covarianceTimes } from './moment-covariance.ts';
import { momentGradients } from './moment-gradients.ts';
import { expectedMoments, forEachPair, momentModel, momentVariances } from './moments.ts';
import { observedMoments } from './observed-moments.ts';
import { personFit } from './person-fit.ts';
import { residualCorrelations } from './residual-correlations.ts';
import { sumScoreItemFit } from './sum-score-item-fit.ts';

interface Model {
  readonly name: string;
  readonly a: number[];
  readonly d: number[];
  readonly g: number[];
  readonly variance: number;
  readonly M2: Record<string, number>;
  readonly S_X2: Record<string, number[]>;
  readonly infit?: Record<string, number[]>;
  readonly Q3?: number[][];
  readonly personFit: Record<string, string | number>[];
}
const read = (name: string) =>
  JSON.parse(readFileSync(`reference/psychometrics/${name}.json`, 'utf8'));
const lsat: Model[] = read('irt-lsat7').models;
const patterns: [string, number][] = read('lsat-patterns').lsat7;
const lsatPeople = patterns.flatMap(([pattern, count]) =>
  Array.from({ length: count }, () => [...pattern].map(Number)),
);
const lsatMatrix = matrixOf(lsatPeople, [2, 2, 2, 2, 2]);
const itemsOf = ({ a, d, g }: Model): CalibratedItem[] =>
  a.map((slope, place) => ({ kind: 'binary', a: slope, d: d[place]!, g: g[place]! }));
// The reference sums over 61 points for fit and over 121 for scores.
const FIT_POINTS = 61;
const OWN: FreeParameters = { slopes: 'own', guessing: false, latentVariance: false };

const value = <Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { because: string } },
): Value => {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};
function near(answer: number, expected: number, tolerance: number, what: string): void {
  const gap = Math.abs(answer - expected) / Math.max(1e-12, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

function itemFitAgrees(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  variance: number,
  name: string,
  expected: Readonly<Record<string, readonly (number | null)[]>>,
): void {
  const fit = value(
    sumScoreItemFit(items, matrix, density(variance, FIT_POINTS), freeParametersOf(name)),
  );
  fit.items.forEach((item, place) => {
    if (expected['df.S_X2']![place] === 0) {
      assert.ok(!item.ok && item.refusal.kind === 'too-few-cells');
      return;
    }
    const found = value(item);
    assert.equal(found.degreesOfFreedom, expected['df.S_X2']![place]);
    near(found.statistic, expected['S_X2']![place]!, 1e-11, 'S-X2');
    near(found.pValue, expected['p.S_X2']![place]!, 1e-9, 'p');
    assert.ok(Math.abs(found.rmsea - expected['RMSEA.S_X2']![place]!) < 1e-12);
  });
}

const scored = (items: readonly CalibratedItem[], matrix: CategoryMatrix, variance: number) =>
  value(expectedAPosteriori(items, matrix, density(variance)));

function itemSquaresAgree(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
  expected: Readonly<Record<string, readonly number[]>>,
): void {
  value(meanSquareFit(items, matrix, abilities)).items.forEach((item, place) => {
    const { outfit, outfitZ, infit, infitZ } = value(item);
    near(outfit, expected['outfit']![place]!, 1e-11, 'outfit');
    near(outfitZ, expected['z.outfit']![place]!, 1e-10, 'outfit z');
    near(infit, expected['infit']![place]!, 1e-11, 'infit');
    near(infitZ, expected['z.infit']![place]!, 1e-10, 'infit z');
  });
}

function correlationsAgree(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
  expected: readonly (readonly number[])[],
): void {
  const found = value(residualCorrelations(items, matrix, abilities));
  assert.equal(found.pairs.length, (items.length * (items.length - 1)) / 2);
  for (const { first, second, correlation } of found.pairs) {
    near(value(correlation), expected[first]![second]!, 1e-9, `Q3 of ${first}, ${second}`);
  }
}

/** Statistic and indices; `null model` figures loosely, because the reference finds its null model by iteration. */
function wholeFitAgrees(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  variance: number,
  name: string,
  expected: Readonly<Record<string, number>>,
  tolerance = 1e-10,
): void {
  const fit = value(
    limitedInformationFit(items, matrix, density(variance, FIT_POINTS), freeParametersOf(name)),
  );
  assert.equal(fit.degreesOfFreedom, expected['df']);
  near(fit.statistic, expected['M2']!, tolerance, 'M2');
  near(fit.srmsr, expected['SRMSR']!, 1e-10, 'SRMSR');
  assert.ok(Math.abs(fit.rmsea - expected['RMSEA']!) < tolerance);
  // The reference searches its interval to 1e-4.
  assert.ok(Math.abs(fit.rmseaInterval.low - expected['RMSEA_5']!) < 1e-6, 'low');
  assert.ok(Math.abs(fit.rmseaInterval.high - expected['RMSEA_95']!) < 1e-6, 'high');
  near(fit.tli, expected['TLI']!, 1e-5, 'TLI');
  near(fit.cfi, expected['CFI']!, 1e-5, 'CFI');
  // The reference works p out as one minus the rest, so its small values are rounding.
  assert.ok(Math.abs(fit.pValue - expected['p']!) < 1e-7);
}

for (const model of lsat) {
  const items = itemsOf(model);
  const { name, variance } = model;
  test(`item fit S-X2 of LSAT7 agrees under ${name}`, () => {
    itemFitAgrees(items, lsatMatrix, variance, name, model.S_X2);
  });

  test(`person fit, and infit and outfit of people, agree on LSAT7 under ${name}`, () => {
    const rows = model.personFit.map(({ pattern }) => [...String(pattern)].map(Number));
    const matrix = matrixOf(rows, [2, 2, 2, 2, 2]);
    const abilities = scored(items, matrix, variance);
    const squares = value(meanSquareFit(items, matrix, abilities)).people;
    const fits = value(personFit(items, matrix, abilities));
    model.personFit.forEach((expected, person) => {
      const { outfit, outfitZ, infit, infitZ } = value(squares[person]!);
      near(outfit, Number(expected['outfit']), 1e-11, 'outfit');
      near(outfitZ, Number(expected['z.outfit']), 1e-10, 'outfit z');
      near(infit, Number(expected['infit']), 1e-11, 'infit');
      near(infitZ, Number(expected['z.infit']), 1e-10, 'infit z');
      near(value(fits[person]!), Number(expected['Zh']), 1e-10, 'Zh');
    });
  });
}

test('infit and outfit of items, and Q3, agree on LSAT7', () => {
  const rasch = lsat.find(({ infit }) => infit !== undefined)!;
  const abilities = scored(itemsOf(rasch), lsatMatrix, rasch.variance);
  itemSquaresAgree(itemsOf(rasch), lsatMatrix, abilities, rasch.infit!);
  const free = lsat.find(({ Q3 }) => Q3 !== undefined)!;
  const others = scored(itemsOf(free), lsatMatrix, free.variance);
  correlationsAgree(itemsOf(free), lsatMatrix, others, free.Q3!);
});

const model = (name: string): Model => lsat.find((one) => one.name === name)!;

test('M2 of LSAT7 and its indices agree for the 2PL and the 1PL', () => {
  for (const name of ['2pl_lsat7', '1pl_lsat7']) {
    const one = model(name);
    wholeFitAgrees(itemsOf(one), lsatMatrix, one.variance, name, one.M2);
  }
});

test('M2 of the Rasch model is that of the 1PL, which is the same model; the reference leaves the spread of ability out', () => {
  const rasch = model('rasch_lsat7');
  const free = freeParametersOf('rasch');
  const scale = density(rasch.variance, FIT_POINTS);
  const found = value(limitedInformationFit(itemsOf(rasch), lsatMatrix, scale, free));
  // The two calibrations stop at 1e-7 and 1e-8.
  near(found.statistic, model('1pl_lsat7').M2['M2']!, 3e-6, 'same model');
  const without = statisticWith(
    itemsOf(rasch),
    lsatMatrix,
    rasch.variance,
    gradientColumns(itemsOf(rasch), rasch.variance, { ...free, latentVariance: false }),
  );
  near(without, rasch.M2['M2']!, 1e-10, 'what the reference gives');
});

function gradientColumns(
  items: readonly CalibratedItem[],
  variance: number,
  free: FreeParameters,
): readonly Float64Array[] {
  const scale = density(variance, FIT_POINTS);
  const tables = categoryTables(items, scale.points);
  return momentGradients(items, tables, scale, momentModel(tables, scale), free);
}

/** M2 from the parts, with these columns as the derivatives. */
function statisticWith(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  variance: number,
  columns: readonly Float64Array[],
): number {
  const scale = density(variance, FIT_POINTS);
  const moments = momentModel(categoryTables(items, scale.points), scale);
  const expected = expectedMoments(moments);
  const gap = observedMoments(completePeople(matrix), moments).moments.map(
    (observed, place) => observed - expected[place]!,
  );
  const form = projectedQuadratic(
    (vector) => covarianceTimes(moments, vector),
    orthonormalBasis(columns),
    gap,
  );
  return matrix.people * value(form).value;
}

test('five items with guessing have as many parameters as moments: no test is left, and that is said', () => {
  const guessing = model('3plprior_lsat7');
  const items = guessing.a.map(
    (a, place): CalibratedItem => ({
      kind: 'binary',
      a,
      d: guessing.d[place]!,
      g: guessing.g[place]!,
    }),
  );
  const free: FreeParameters = { slopes: 'own', guessing: true, latentVariance: false };
  const none = limitedInformationFit(items, lsatMatrix, density(1, FIT_POINTS), free);
  assert.ok(!none.ok && none.refusal.kind === 'too-few-degrees');
});

const SHARED: [string, string][] = [
  ['2pl_lsat6', 'lsat6'],
  ['1pl_hci', 'hci'],
  ['2pl_hci', 'hci'],
  ['2pl_sat12', 'sat12'],
  ['2pl_verbal', 'verbal_difR'],
  ['graded_science', 'science'],
  ['graded_anxiety', 'anxiety'],
];
for (const [name, file] of SHARED) {
  test(`item fit, person fit, Q3 and M2 or C2 of ${name} agree`, { skip: noShared }, () => {
    const { reference, items, matrix, variance } = sharedCalibration(name, file);
    itemFitAgrees(items, matrix, variance, name, reference.S_X2);
    wholeFitAgrees(items, matrix, variance, name, reference.M2, 1e-10);
    const abilities = scored(items, matrix, variance);
    if (reference.Q3 !== undefined) {
      correlationsAgree(items, matrix, abilities, reference.Q3);
    }
    const fits = value(personFit(items, matrix, abilities));
    reference.personfit_head['Zh']!.forEach((expected, person) => {
      near(value(fits[person]!), expected, 1e-9, 'Zh');
    });
  });
}

const OTHER_MODELS: [string, string][] = [
  ['rasch_hci', 'hci'],
  ['rasch_verbal', 'verbal_difR'],
  ['3plprior_hci', 'hci'],
  ['3plprior_sat12', 'sat12'],
  ['gpcm_science', 'science'],
  ['Rasch_science', 'science'],
];
for (const [name, file] of OTHER_MODELS) {
  test(`item fit of ${name} agrees, and infit and outfit where the reference has them`, {
    skip: noShared,
  }, () => {
    const { reference, items, matrix, variance } = sharedCalibration(name, file);
    itemFitAgrees(items, matrix, variance, name, reference.S_X2);
    if (reference.infit !== undefined) {
      itemSquaresAgree(items, matrix, scored(items, matrix, variance), reference.infit);
    }
  });
}

test('M2 with guessing: the reference takes P (1 - P) for the derivative of P, and with that its number comes back', {
  skip: noShared,
}, () => {
  const { reference, items, matrix, variance } = sharedCalibration('3plprior_hci', 'hci');
  const free = freeParametersOf('3pl');
  const right = gradientColumns(items, variance, free);
  near(
    value(limitedInformationFit(items, matrix, density(variance, FIT_POINTS), free)).statistic,
    statisticWith(items, matrix, variance, right),
    1e-9,
    'scaling changes nothing',
  );
  const scale = density(variance, FIT_POINTS);
  const tables = categoryTables(items, scale.points);
  const moments = momentModel(tables, scale);
  const wrong = items.flatMap((_, item) => {
    const spread = tables[item]![1]!.map((p) => p * (1 - p));
    return [
      columnOf(moments, item, spread),
      columnOf(
        moments,
        item,
        spread.map((x, point) => x * scale.points[point]!),
      ),
      columnOf(moments, item, tables[item]![0]!),
    ];
  });
  near(statisticWith(items, matrix, variance, wrong), reference.M2['M2']!, 1e-8, 'its number');
  gradientsAreSlopes(items, variance, free);
});

test('C2 of the generalized partial credit model: the reference forgets to divide by the sum of the weights in one derivative, and with that its number comes back', {
  skip: noShared,
}, () => {
  const { reference, items, matrix, variance } = sharedCalibration('gpcm_science', 'science');
  const scale = density(variance, FIT_POINTS);
  const tables = categoryTables(items, scale.points);
  const moments = momentModel(tables, scale);
  const rows = moments.firstRow[items.length]!;
  const columns = gradientColumns(items, variance, OWN).map((column) => column.slice());
  items.forEach((item, place) => {
    // The item's slope is the last of its four columns; only its pairs are wrong.
    const column = columns[place * 4 + 3]!;
    const wrongLessRight = scale.points.map((theta, point) => {
      const probabilities = tables[place]!.map((category) => category[point]!);
      const d = item.kind === 'partial-credit' ? item.d : [];
      const exponents = [0, ...d.map((step, k) => (k + 1) * item.a * theta + step)];
      const weights = exponents.map((z) => Math.exp(z - Math.max(...exponents)));
      const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0);
      return theta * mean * (mean - weights.reduce((sum, weight, k) => sum + k * weight, 0));
    });
    forEachPair(items.length, (first, second, pair) => {
      if (first === place || second === place) {
        const other = first === place ? second : first;
        column[rows + pair]! += wrongLessRight.reduce(
          (sum, x, point) =>
            sum +
            x *
              scale.weights[point]! *
              (moments.means[other * moments.points + point]! + moments.expectedMean[other]!),
          0,
        );
      }
    });
  });
  near(statisticWith(items, matrix, variance, columns), reference.M2['M2']!, 1e-7, 'its number');
  gradientsAreSlopes(items, variance, OWN);
});

function columnOf(
  moments: ReturnType<typeof momentModel>,
  item: number,
  change: Float64Array,
): Float64Array {
  const average = (other?: number) =>
    change.reduce(
      (sum, x, point) =>
        sum +
        x *
          moments.weights[point]! *
          (other === undefined ? 1 : moments.means[other * moments.points + point]!),
      0,
    );
  const column = new Float64Array(moments.moments);
  column[item] = average();
  forEachPair(moments.items, (first, second, pair) => {
    if (first === item || second === item) {
      column[moments.items + pair] = average(first === item ? second : first);
    }
  });
  return column;
}

/** Every column of derivatives beside the difference of the expected moments at parameters a little apart. */
function gradientsAreSlopes(
  items: readonly CalibratedItem[],
  variance: number,
  free: FreeParameters,
): void {
  const base = momentModel(
    categoryTables(items, density(variance, FIT_POINTS).points),
    density(variance, FIT_POINTS),
  );
  const expected = (moved: readonly CalibratedItem[], spread: number) => {
    const scale = density(spread, FIT_POINTS);
    const other = momentModel(categoryTables(moved, scale.points), scale);
    const found = expectedMoments(other);
    const rows = other.firstRow[items.length]!;
    // The moments are centered at fixed numbers, those of the base.
    const shift = other.expectedMean.map((mean, item) => mean - base.expectedMean[item]!);
    forEachPair(items.length, (first, second, pair) => {
      found[rows + pair] = found[rows + pair]! + shift[first]! * shift[second]!;
    });
    return found;
  };
  const h = 1e-5;
  const moves: ((step: number) => [readonly CalibratedItem[], number])[] = [];
  const put = (place: number, item: CalibratedItem) =>
    items.map((one, i) => (i === place ? item : one));
  items.forEach((item, place) => {
    if (item.kind === 'binary') {
      moves.push((step) => [put(place, { ...item, d: item.d + step }), variance]);
    } else {
      item.d.forEach((_, k) => {
        moves.push((step) => [
          put(place, { ...item, d: item.d.map((d, other) => (other === k ? d + step : d)) }),
          variance,
        ]);
      });
    }
    if (free.slopes === 'own') {
      moves.push((step) => [put(place, { ...item, a: item.a + step }), variance]);
    }
    if (free.guessing && item.kind === 'binary') {
      moves.push((step) => [put(place, { ...item, g: item.g + step }), variance]);
    }
  });
  if (free.slopes === 'equal') {
    moves.push((step) => [items.map((item) => ({ ...item, a: item.a + step })), variance]);
  }
  if (free.latentVariance) {
    moves.push((step) => [items, variance + step]);
  }
  const columns = gradientColumns(items, variance, free);
  assert.equal(columns.length, moves.length);
  moves.forEach((move, place) => {
    const [above, below] = [expected(...move(h)), expected(...move(-h))];
    columns[place]!.forEach((slope, moment) => {
      assert.ok(Math.abs((above[moment]! - below[moment]!) / (2 * h) - slope) < 1e-9);
    });
  });
}

const MIXED: CalibratedItem[] = [
  { kind: 'binary', a: 1.3, d: 0.4, g: 0 },
  { kind: 'binary', a: 0.9, d: -0.7, g: 0.2 },
  { kind: 'graded', a: 1.6, d: [1.2, 0.1, -1.4] },
  { kind: 'partial-credit', a: 0.8, d: [0.6, 0.2] },
];

test('the derivatives of the moments are the slopes of the expected moments, for every kind of item and parameter', () => {
  gradientsAreSlopes(MIXED, 1, { slopes: 'own', guessing: true, latentVariance: true });
  gradientsAreSlopes(MIXED, 0.7, { slopes: 'equal', guessing: false, latentVariance: false });
});

test('the covariance of the moments is that of every possible set of answers, counted out', () => {
  const scale = density(1.2, 15);
  const moments = momentModel(categoryTables(MIXED, scale.points), scale);
  const expected = expectedMoments(moments);
  const size = moments.moments;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  const sets = MIXED.reduce<number[][]>(
    (lists, item) =>
      lists.flatMap((list) => categoryProbabilities(item, 0).map((_, k) => [...list, k])),
    [[]],
  );
  for (const set of sets) {
    const chance = [...scale.points].reduce(
      (sum, theta, point) =>
        sum +
        scale.weights[point]! *
          set.reduce((p, k, place) => p * categoryProbabilities(MIXED[place]!, theta)[k]!, 1),
      0,
    );
    const { moments: own } = observedMoments(
      { people: 1, leftOut: 0, codes: Uint8Array.from(set) },
      moments,
    );
    own.forEach((x, row) => {
      own.forEach((y, column) => {
        covariance[row]![column]! += chance * (x - expected[row]!) * (y - expected[column]!);
      });
    });
  }
  const variances = momentVariances(moments, expected);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    covarianceTimes(moments, unit).forEach((answer, row) => {
      assert.ok(Math.abs(answer - covariance[row]![column]!) < 1e-13, `${row}, ${column}`);
    });
    assert.ok(Math.abs(variances[column]! - covariance[column]![column]!) < 1e-13);
  }
});

/** Answers drawn from the model, so that every method must find nothing wrong. */
function drawn(items: readonly CalibratedItem[], people: number, seed: string): CategoryMatrix {
  const chance = generatorFrom(seed);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  const rows = Array.from({ length: people }, () => {
    const theta = normal();
    return items.map((item) => {
      const draw = chance.next();
      let sum = 0;
      return categoryProbabilities(item, theta).filter((p) => {
        sum += p;
        return sum < draw;
      }).length;
    });
  });
  return matrixOf(
    rows,
    items.map((item) => (item.kind === 'binary' ? 2 : item.d.length + 1)),
  );
}
const TWENTY: CalibratedItem[] = Array.from({ length: 20 }, (_, place) => ({
  kind: 'binary',
  a: 0.7 + (place % 5) * 0.25,
  d: (place - 9.5) / 6,
  g: 0,
}));

test('two items with the same answers stand out: Q3 near one, and named as duplicates', () => {
  const once = drawn(TWENTY, 800, 'duplicate');
  const rows = Array.from({ length: once.people }, (_, person) => {
    const row = [...once.codes.subarray(person * 20, (person + 1) * 20)];
    return [...row, row[4]!];
  });
  const twice = matrixOf(
    rows,
    Array.from({ length: 21 }, () => 2),
  );
  // What a calibration finds for a duplicated pair: slopes beyond anything real (82.9 on a real exam).
  const steep: CalibratedItem = { kind: 'binary', a: 82.9, d: -20, g: 0 };
  for (const duplicate of [TWENTY[4]!, steep]) {
    const items = TWENTY.map((item, place) => (place === 4 ? duplicate : item)).concat(duplicate);
    const abilities = value(expectedAPosteriori(items, twice, density()));
    const found = value(residualCorrelations(items, twice, abilities));
    assert.deepEqual(
      found.duplicates.map(({ first, second }) => [first, second]),
      [[4, 20]],
    );
    near(value(found.largest.correlation), 1, 1e-12, 'Q3');
    assert.ok(found.average < 0.05);
  }
});

test('answers drawn from the model show no misfit: Q3 averages near -1/(J - 1), the rest near its expectation', () => {
  const matrix = drawn(TWENTY, 4000, 'fits');
  const abilities = value(expectedAPosteriori(TWENTY, matrix, density()));
  const found = value(residualCorrelations(TWENTY, matrix, abilities));
  assert.ok(Math.abs(found.average + 1 / 19) < 0.03, `${found.average}`);
  assert.deepEqual(found.duplicates, []);
  const fits = value(personFit(TWENTY, matrix, abilities)).map(value);
  const mean = fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
  // Ability comes from the same answers, which therefore fit a little better than at an ability known beforehand.
  assert.ok(mean > 0 && mean < 0.4, `${mean}`);
  const whole = value(limitedInformationFit(TWENTY, matrix, density(), OWN));
  assert.equal(whole.degreesOfFreedom, 210 - 40);
  assert.ok(whole.pValue > 0.001 && whole.rmsea < 0.02 && whole.cfi > 0.98);
});

test('M2 finds a second ability that half the items share', () => {
  const chance = generatorFrom('second ability');
  const rows = Array.from({ length: 1500 }, () => {
    const [one, two] = [chance.next() * 4 - 2, chance.next() * 4 - 2];
    return TWENTY.map((item, place) =>
      item.kind === 'binary' && chance.next() < logistic(item.a * (place < 10 ? one : two) + item.d)
        ? 1
        : 0,
    );
  });
  const matrix = matrixOf(
    rows,
    TWENTY.map(() => 2),
  );
  const whole = value(limitedInformationFit(TWENTY, matrix, density(), OWN));
  assert.ok(whole.pValue < 1e-10 && whole.rmsea > 0.05);
});

test('the order of people changes nothing, and recoding nothing either: the row order of a file is no fact', () => {
  const matrix = drawn(MIXED, 300, 'order');
  const turned: CategoryMatrix = {
    ...matrix,
    codes: Uint8Array.from(
      Array.from({ length: 300 }, (_, person) => [
        ...matrix.codes.subarray((299 - person) * 4, (300 - person) * 4),
      ]).flat(),
    ),
  };
  const free: FreeParameters = { slopes: 'set', guessing: false, latentVariance: false };
  const [one, other] = [matrix, turned].map((each) =>
    value(limitedInformationFit(MIXED, each, density(), free)),
  );
  near(one!.statistic, other!.statistic, 1e-10, 'C2');
  const fits = [matrix, turned].map((each) => value(sumScoreItemFit(MIXED, each, density(), free)));
  assert.deepEqual(fits[0], fits[1]);
});

test('people who left an item out are left out of sums and pairs and counted, and keep their own fit', () => {
  const matrix = drawn(TWENTY, 500, 'gaps');
  const codes = matrix.codes.slice();
  codes[3] = 255;
  codes[20 * 7] = 255;
  codes.fill(255, 20 * 9, 20 * 10);
  const gaps = { ...matrix, codes };
  const fit = value(sumScoreItemFit(TWENTY, gaps, density(), OWN));
  assert.deepEqual([fit.people, fit.leftOut], [497, 3]);
  const whole = value(limitedInformationFit(TWENTY, gaps, density(), OWN));
  assert.deepEqual([whole.people, whole.leftOut], [497, 3]);
  const abilities = value(expectedAPosteriori(TWENTY, gaps, density()));
  const squares = value(meanSquareFit(TWENTY, gaps, abilities));
  assert.equal(value(squares.people[0]!).answers, 19);
  const nobody = squares.people[9]!;
  assert.ok(!nobody.ok && nobody.refusal.kind === 'no-answers');
  const fits = value(personFit(TWENTY, gaps, abilities));
  assert.ok(fits[0]!.ok && !fits[9]!.ok);
  const found = value(residualCorrelations(TWENTY, gaps, abilities));
  assert.equal(found.pairs.find(({ first, second }) => first === 0 && second === 3)!.people, 497);
  assert.equal(found.pairs.find(({ first, second }) => first === 1 && second === 2)!.people, 499);
});

test('with answers missing, Q3 of a pair is the correlation of its residuals among those who answered both', () => {
  const chance = generatorFrom('gaps');
  const whole = drawn(TWENTY, 700, 'gaps in pairs');
  const gaps = { ...whole, codes: whole.codes.map((code) => (chance.next() < 0.1 ? 255 : code)) };
  const abilities = value(expectedAPosteriori(TWENTY, gaps, density()));
  const found = value(residualCorrelations(TWENTY, gaps, abilities));
  for (const { first, second, people, correlation } of found.pairs.slice(0, 30)) {
    const residual = (person: number, place: number): number => {
      const item = TWENTY[place]!;
      assert.ok(item.kind === 'binary');
      const expected = logistic(item.a * value(abilities[person]!).theta + item.d);
      return gaps.codes[person * 20 + place]! - (item.g + (1 - item.g) * expected);
    };
    const both = Array.from({ length: 700 }, (_, person) => person).filter((person) =>
      [first, second].every((place) => gaps.codes[person * 20 + place] !== 255),
    );
    const mean = (values: number[]): number =>
      values.reduce((sum, one) => sum + one, 0) / both.length;
    const columns = [first, second].map((place) => both.map((person) => residual(person, place)));
    const [x, y] = columns.map((column) => column.map((one) => one - mean(column)));
    const product = (one: number[], other: number[]): number =>
      one.reduce((sum, own, place) => sum + own * other[place]!, 0);
    const direct = product(x!, y!) / Math.sqrt(product(x!, x!) * product(y!, y!));
    assert.equal(people, both.length);
    near(value(correlation), direct, 1e-11, `Q3 of ${first}, ${second}`);
  }
});

test('abilities in columns are those told one by one', () => {
  const matrix = matrixOf(
    [[1, 0, 1, 1, 0], Array(5).fill(undefined), [0, 0, 0, 0, 0]],
    [2, 2, 2, 2, 2],
  );
  const items = TWENTY.slice(0, 5);
  const one = columnsOf(value(expectedAPosteriori(items, matrix, density())));
  assert.deepEqual(value(expectedAbilities(items, matrix, density())), one);
  assert.deepEqual([...one.known], [1, 0, 1]);
});

test('somebody without a finite ability has no person fit, and the reason is theirs', () => {
  const items = itemsOf(model('2pl_lsat7'));
  const matrix = matrixOf([[1, 1, 1, 1, 1]], [2, 2, 2, 2, 2]);
  const [fit] = value(personFit(items, matrix, value(maximumLikelihood(items, matrix))));
  assert.ok(!fit!.ok && /no finite estimate/.test(fit!.refusal.because));
});

test('what cannot be tested is refused with the reason', () => {
  const items = TWENTY.slice(0, 3);
  const small = matrixOf(
    [
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 0],
    ],
    [2, 2, 2],
  );
  const none = limitedInformationFit(items, small, density(), OWN);
  assert.ok(
    !none.ok && /6 moments cannot test a model with 6 parameters/.test(none.refusal.because),
  );
  const fit = value(sumScoreItemFit(items, small, density(), OWN));
  assert.ok(fit.items.every((item) => !item.ok && item.refusal.kind === 'too-few-cells'));
  const empty = matrixOf([[undefined, 1, 0]], [2, 2, 2]);
  const nobody = sumScoreItemFit(items, empty, density(), OWN);
  assert.ok(!nobody.ok && nobody.refusal.kind === 'nobody-complete');
  const nobodyWhole = limitedInformationFit(items, empty, density(), OWN);
  assert.ok(!nobodyWhole.ok && nobodyWhole.refusal.kind === 'nobody-complete');
  const constant = matrixOf(
    [
      [1, 0, 1, 0, 1],
      [1, 1, 0, 0, 0],
      [1, 0, 0, 1, 1],
    ],
    [2, 2, 2, 2, 2],
  );
  const flat = limitedInformationFit(TWENTY.slice(0, 5), constant, density(), OWN);
  assert.ok(!flat.ok && flat.refusal.kind === 'no-spread');
  for (const method of [
    sumScoreItemFit(items, constant, density(), OWN),
    limitedInformationFit(items, constant, density(), OWN),
    meanSquareFit(items, constant, []),
    personFit(items, constant, []),
    residualCorrelations(items, constant, []),
  ]) {
    assert.ok(!method.ok && method.refusal.kind === 'items-do-not-match');
  }
  const pairs = residualCorrelations(items, small, []);
  assert.ok(!pairs.ok && pairs.refusal.kind === 'no-pair');
});
