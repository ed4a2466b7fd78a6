import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  drawExam,
  matrixOf,
  missing,
  readSet,
  sharedFile,
} from '../../../tests/support/response-sets.ts';
import type { Result } from '../../kernel/result/result.ts';
import { normalDensity } from '../../psychometrics/ability/latent-density.ts';
import type { BinaryItem } from '../../psychometrics/irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../../psychometrics/responses/categories.ts';
import { twoGroups } from '../groups/group.ts';
import { calibrateApart } from './calibrate-apart.ts';
import { MODEL_METHODS, modelMethod } from './catalog.ts';
import { compareByModel, compareByModelPurified, prepareModel } from './compare-by-model.ts';
import { curveDifference } from './curve-difference.ts';
import type { DifFault, ModelFinding, ModelForm } from './dif-method.ts';
import { equalMeansAndSpreads, type ItemEstimate, onScale } from './item-estimates.ts';
import {
  curvesOf,
  LIKELIHOOD_RATIO,
  prepareLikelihoodRatio,
  twoGroupModels,
} from './likelihood-ratio-dif.ts';
import { lord } from './lord.ts';
import { minimumChiSquared } from './minimum-chi-squared.ts';
import { raju } from './raju.ts';
import { testCurveDifference, testDifferenceByModel } from './test-curve-difference.ts';

interface Expected {
  reference: string;
  other: string;
  anchor: string[];
  dropIntercepts: number[];
  addWithAnchor: number[];
  wholeTest: { signed: number; unsigned: number };
}
const models: { sets: Record<'gmat' | 'sim', Expected> } = JSON.parse(
  readFileSync('reference/fairness/model-comparisons.json', 'utf8'),
);
const drops: { sets: { name: string; drop: number[] }[] } = JSON.parse(
  readFileSync('reference/psychometrics/calibrations-by-group.json', 'utf8'),
);
const { sets } = JSON.parse(readFileSync('reference/fairness/dif-methods.json', 'utf8'));

const near = (own: number, reference: number, tolerance: number, what: string): void =>
  assert.ok(Math.abs(own - reference) <= tolerance, `${what}: ${own}, reference ${reference}`);

function value<Value>(result: Result<Value>): Value {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

type Found = Result<ModelFinding, DifFault>;
const lookOf = (form: ModelForm, freed: 'all' | 'intercepts' = 'all') =>
  value(prepareLikelihoodRatio(form, freed));
const statistics = (found: readonly Found[]): readonly number[] =>
  found.map((one) => value(one).statistic);
const anchorOf = (matrix: CategoryMatrix, names: readonly string[]): Uint8Array =>
  Uint8Array.from(matrix.items, ({ name }) => (names.includes(name) ? 1 : 0));

function firstItems(matrix: CategoryMatrix, count: number): CategoryMatrix {
  const width = matrix.items.length;
  return {
    people: matrix.people,
    items: matrix.items.slice(0, count),
    codes: matrix.codes.filter((_, cell) => cell % width < count),
  };
}

function drawn(people: number, items: number, seed: number): ModelForm {
  const exam = drawExam(people, items, '2pl', seed, true);
  return { matrix: exam.matrix, groups: value(twoGroups(exam.groups, 'reference', 'focal')) };
}

/** The twenty items that were compared in mirt; the drawn exam needs no file. */
function answersOf(name: string, { reference, other }: Expected): ModelForm {
  if (name === 'sim') {
    const exam = drawExam(2000, 40, '2pl', 108, true);
    const labels = exam.groups.map((group) => (group === 'focal' ? 'focal' : 'ref'));
    return {
      matrix: firstItems(exam.matrix, 20),
      groups: value(twoGroups(labels, reference, other)),
    };
  }
  const { matrix, column } = readSet(sharedFile(name), 0, 20);
  const labels = column('group').map((one) => (one === '1' ? reference : other));
  return { matrix, groups: value(twoGroups(labels, reference, other)) };
}

test("likelihood ratios with all others as anchor are mirt's, for all parameters and for intercepts alone", () => {
  const expected = models.sets.sim;
  const form = answersOf('sim', expected);
  const drop = drops.sets.find(({ name }) => name === 'sim')?.drop ?? [];
  const all = new Uint8Array(20).fill(1);
  statistics(lookOf(form)(all)).forEach((own, item) => {
    near(own, drop[item] ?? Number.NaN, 1e-4, `item ${item + 1}`);
  });
  statistics(lookOf(form, 'intercepts')(all)).forEach((own, item) => {
    near(own, expected.dropIntercepts[item] ?? Number.NaN, 1e-4, `item ${item + 1}`);
  });
});

for (const name of ['gmat', 'sim'] as const) {
  const expected = models.sets[name];
  const skip = name === 'sim' ? false : missing(sharedFile(name));

  test(`likelihood ratios of ${name} with five anchors are mirt's`, {
    skip,
  }, () => {
    const form = answersOf(name, expected);
    const anchor = anchorOf(form.matrix, expected.anchor);
    const tested = lookOf(form)(anchor).filter((_, item) => anchor[item] === 0);
    statistics(tested).forEach((own, place) => {
      near(own, expected.addWithAnchor[place] ?? Number.NaN, 1e-3, `tested ${place + 1}`);
    });
  });

  test(`the expected scores of ${name} differ by as much as mirt says, over everybody's abilities`, {
    skip,
  }, () => {
    const form = answersOf(name, expected);
    const free = form.matrix.items
      .map((item) => item.name)
      .filter((item) => !expected.anchor.includes(item));
    const fit = value(twoGroupModels(form, 'all'))(new Set(free), 1e-6, undefined);
    const curves = form.matrix.items.map((item) => curvesOf(fit, item.name));
    const [one, other] = fit.groups.map(({ mean, variance }) =>
      value(normalDensity({ mean, variance, points: 121, limit: 6 })),
    );
    assert.ok(one !== undefined && other !== undefined);
    const mixed = { ...one, weights: one.weights.map((w, q) => (w + (other.weights[q] ?? 0)) / 2) };
    const whole = value(
      testCurveDifference(
        curves.flatMap(({ reference }) => reference ?? []),
        curves.flatMap(({ focal }) => focal ?? []),
        mixed,
        10,
      ),
    );
    // mirt takes the second group less the first, over the posterior of ability in place of its normal density.
    near(-whole.signed, expected.wholeTest.signed, 5e-3, 'signed');
    near(whole.unsigned, expected.wholeTest.unsigned, 5e-3, 'unsigned');
  });
}

test("calibrated apart and linked as difR links, Lord's and Raju's statistics are difR's within its fewer points", () => {
  const { matrix, groups } = drawn(2000, 40, 108);
  const apart = value(calibrateApart({ matrix, groups }));
  const reference = apart.reference.items.map(value);
  const own = apart.focal.items.map(value);
  const scale = value(
    equalMeansAndSpreads(
      reference,
      own,
      reference.map((_, item) => item),
    ),
  );
  const expected = sets.sim2pl_2000x40.lord2PL;
  reference.forEach((item, place) => {
    const focal = onScale(own[place] ?? item, scale);
    const tested = value(lord(item, focal)).statistic;
    near(tested, expected.chiSquared[place], 0.1 + 0.02 * tested, `Lord ${place + 1}`);
    const z = Math.abs(value(raju(item, focal)).unsigned.z);
    near(z, Math.abs(expected.rajuZ[place]), 0.04 + 0.01 * z, `Raju ${place + 1}`);
  });
});

const small = drawn(1200, 15, 61);
const everyone = new Uint8Array(15).fill(1);

const planted = drawn(2000, 20, 12);

test('every method that calibrates is called from the catalog, and finds the planted items', () => {
  for (const method of MODEL_METHODS) {
    assert.equal(modelMethod(method.id), method);
    const found = compareByModelPurified(value(prepareModel(method, planted)));
    assert.equal(found.end, 'settled', method.id);
    assert.deepEqual(found.flaggedSets, [[0, 1, 2]], method.id);
  }
  assert.equal(modelMethod('mantel-haenszel'), undefined);
});

test('swapping the groups leaves the statistics and turns the signs', () => {
  const { matrix, groups } = small;
  const swapped = {
    matrix,
    groups: {
      ...groups,
      reference: groups.focal,
      focal: groups.reference,
      member: groups.member.map((side) => (side < 2 ? 1 - side : side)),
    },
  };
  for (const method of MODEL_METHODS) {
    const one = value(method.prepare(small))(everyone);
    const other = value(method.prepare(swapped))(everyone);
    one.forEach((found, item) => {
      const [from, to] = [value(found), value(other[item] ?? found)];
      near(
        to.statistic,
        from.statistic,
        1e-3 * Math.max(1, from.statistic),
        `${method.id} ${item}`,
      );
      // Each weighs by its own focal group, so that curves which cross can lean one way in both.
      const turns = /scores/.test(`${from.leaning} ${to.leaning}`);
      assert.ok(turns || from.curves.signed * to.curves.signed < 0, `${method.id} ${item}`);
    });
  }
});

test('the order of the rows does not matter', () => {
  const { matrix, groups } = small;
  const rows = Array.from({ length: matrix.people }, (_, row) => (row * 7) % matrix.people);
  const turned = {
    matrix: {
      ...matrix,
      codes: Uint8Array.from(
        rows.flatMap((row) => [...matrix.codes.subarray(row * 15, row * 15 + 15)]),
      ),
    },
    groups: { ...groups, member: Uint8Array.from(rows, (row) => groups.member[row] ?? 0) },
  };
  assert.equal(new Set(rows).size, matrix.people);
  for (const method of MODEL_METHODS) {
    const one = value(method.prepare(small))(everyone);
    value(method.prepare(turned))(everyone).forEach((found, item) => {
      near(value(found).statistic, value(one[item] ?? found).statistic, 1e-6, method.id);
    });
  }
});

/** The same answers once as the reference group's and once as the focal group's. */
function twins(): ModelForm {
  const { matrix } = drawExam(400, 12, '2pl', 5);
  return {
    matrix: { ...matrix, people: 800, codes: Uint8Array.of(...matrix.codes, ...matrix.codes) },
    groups: value(
      twoGroups(
        Array.from({ length: 800 }, (_, person) => (person < 400 ? 'one' : 'other')),
        'one',
        'other',
      ),
    ),
  };
}

test('a likelihood ratio that comes out below zero is searched again more closely, and never shown below zero', () => {
  const form = twins();
  const fits = value(twoGroupModels(form, 'all'));
  const outside = form.matrix.items.slice(2).map(({ name }) => name);
  const base = fits(new Set(outside), 1e-5, undefined);
  const first = outside.map((name) => {
    const held = fits(new Set(outside.filter((one) => one !== name)), 1e-4, base);
    return 2 * (base.logLik - held.logLik);
  });
  const below = first.filter((raw) => raw < 0).length;
  assert.ok(below > 0, `${below} of the first searches end below zero`);
  const shown = statistics(lookOf(form)(anchorOf(form.matrix, ['I1', 'I2'])));
  assert.ok(
    shown.every((statistic) => statistic >= 0 && statistic < 1e-6),
    `${shown}`,
  );
});

test('no bias gives zero: the same answers in both groups differ in nothing', () => {
  for (const method of MODEL_METHODS) {
    for (const found of value(method.prepare(twins()))(new Uint8Array(12).fill(1))) {
      const { statistic, pValue, curves, negligible } = value(found);
      assert.ok(statistic >= 0 && statistic < 1e-5 && pValue > 0.99, `${method.id} ${statistic}`);
      assert.ok(curves.unsigned < 1e-4 && negligible);
    }
  }
  const whole = value(testDifferenceByModel(twins(), ['I1', 'I2'], 6));
  near(whole.atCut, 0, 1e-3, 'at the cut');
  near(whole.unsigned, 0, 1e-3, 'unsigned');
});

const refusalOf = (found: Found): DifFault => {
  assert.ok(!found.ok);
  return found.refusal.kind;
};
const lookItem = (form: ModelForm, item: number, method = LIKELIHOOD_RATIO): Found => {
  const found = value(method.prepare(form))(new Uint8Array(form.matrix.items.length).fill(1))[item];
  assert.ok(found !== undefined);
  return found;
};

test('an item that all of one group got right is left out, says in which group, and the others go on', () => {
  const { matrix, groups } = small;
  const codes = matrix.codes.slice();
  groups.member.forEach((side, person) => {
    if (side === 1) {
      codes[person * 15 + 3] = 1;
    }
  });
  const form = { matrix: { ...matrix, codes }, groups };
  for (const method of MODEL_METHODS) {
    const found = value(method.prepare(form))(everyone);
    const [gone] = found.slice(3);
    assert.ok(gone !== undefined && !gone.ok && gone.refusal.kind === 'not-calibrated');
    assert.match(gone.refusal.because, /focal|everybody/);
    assert.equal(found.filter((one) => one.ok).length, 14);
  }
});

/** The second item together with the last as one of two points; those of the focal group reach no more than `reach`. */
function withPoints(reach: number): ModelForm {
  const { matrix, groups } = small;
  const fewer = firstItems(matrix, 14);
  const codes = fewer.codes.slice();
  for (let person = 0; person < matrix.people; person += 1) {
    const points = (codes[person * 14 + 1] ?? 0) + (matrix.codes[person * 15 + 14] ?? 0);
    codes[person * 14 + 1] = Math.min(points, groups.member[person] === 1 ? reach : 2);
  }
  const items = fewer.items.map((item, place) =>
    place === 1 ? { ...item, categories: 3, labels: ['0', '1', '2'] } : item,
  );
  return { matrix: { ...fewer, items, codes }, groups };
}

test('an item with points is compared by the likelihood ratio on all its parameters, and left to it by Lord', () => {
  const found = value(lookItem(withPoints(2), 1));
  assert.equal(found.degreesOfFreedom, 3);
  assert.ok(Math.abs(found.curves.signed) <= found.curves.unsigned && found.curves.unsigned <= 1);
  for (const id of ['lord', 'raju']) {
    assert.equal(refusalOf(lookItem(withPoints(2), 1, modelMethod(id))), 'more-points');
  }
});

test('a category that one group never uses is joined for both, so that the item is still compared', () => {
  const found = value(lookItem(withPoints(1), 1));
  assert.equal(found.degreesOfFreedom, 2);
  assert.ok(Number.isFinite(found.statistic));
});

test('too few people, in all or for one item, are refused with the number needed', () => {
  const few = drawn(200, 15, 3);
  for (const method of MODEL_METHODS) {
    const refused = prepareModel(method, few);
    assert.ok(!refused.ok);
    assert.match(
      refused.refusal.because,
      new RegExp(`fewer than 110 people .* ${method.smallest} are`),
    );
  }
  const { matrix, groups } = small;
  const codes = matrix.codes.map((code, cell) =>
    cell % 15 === 4 && cell > 15 * 150 ? NO_ANSWER : code,
  );
  const form = { matrix: { ...matrix, codes }, groups };
  const [, , , , fifth] = compareByModel(value(prepareModel(LIKELIHOOD_RATIO, form)));
  assert.ok(fifth !== undefined && !fifth.found.ok && !fifth.flagged);
  assert.equal(fifth.found.refusal.kind, 'too-few-people');
});

test('an anchor must have items, and items of the form', () => {
  const unknown = prepareModel(LIKELIHOOD_RATIO, small, ['I1', 'J9']);
  assert.ok(!unknown.ok && unknown.refusal.because.includes('"J9"'));
  const empty = prepareModel(LIKELIHOOD_RATIO, small, []);
  assert.ok(!empty.ok && empty.refusal.kind === 'no-anchor');
  for (const method of MODEL_METHODS) {
    const six = { ...small, matrix: firstItems(small.matrix, 6) };
    const only = compareByModel(value(prepareModel(method, six, ['I5'])));
    const own = only[4]?.found;
    assert.ok(own !== undefined && !own.ok && own.refusal.kind === 'no-anchor', method.id);
  }
});

test('with anchors that are clean the planted items stand out and the anchor holds', () => {
  const anchor = ['I7', 'I9', 'I10', 'I11', 'I12'];
  const found = compareByModel(value(prepareModel(LIKELIHOOD_RATIO, planted, anchor)));
  const flagged = found.flatMap(({ flagged: is }, item) => (is ? [item] : []));
  assert.ok(flagged.every((item) => item < 3) && flagged.length >= 2, `${flagged}`);
});

test("Rasch's model compares difficulties alone: one degree of freedom, and Lord and Raju are one test", () => {
  const form = { ...small, model: 'rasch' as const };
  const [one, other, ratio] = MODEL_METHODS.map((method) => value(method.prepare(form))(everyone));
  one?.forEach((found, item) => {
    const tested: ModelFinding = value(found);
    assert.equal(tested.degreesOfFreedom, 1);
    const same = other?.[item];
    assert.ok(same !== undefined);
    near(value(same).statistic, tested.statistic, 1e-9, `item ${item}`);
    const third = ratio?.[item];
    assert.ok(third !== undefined);
    near(value(third).statistic, tested.statistic, 0.5 + 0.2 * tested.statistic, `item ${item}`);
  });
});

const estimate = (a: number, b: number, error = 0.1): ItemEstimate => ({
  a,
  b,
  varianceA: error ** 2,
  varianceB: error ** 2,
  covariance: 0,
});
const form = [estimate(1, -1), estimate(1.4, -0.2), estimate(0.8, 0.5), estimate(1.1, 1.2)];
const places = [0, 1, 2, 3];

test('a known change of scale is found again, and swapping the groups turns it round', () => {
  const scale = { slope: 0.8, shift: 0.3 };
  const back = form.map((item) => onScale(item, { slope: 1 / 0.8, shift: -0.3 / 0.8 }));
  const found = value(minimumChiSquared(form, back, places));
  near(found.slope, scale.slope, 1e-7, 'slope');
  near(found.shift, scale.shift, 1e-7, 'shift');
  const noisy = back.map((item, place) => ({
    ...item,
    a: item.a + 0.05 * (place % 2),
    b: item.b - 0.1 * (place % 3),
  }));
  const there = value(minimumChiSquared(form, noisy, places));
  const here = value(minimumChiSquared(noisy, form, places));
  near(here.slope * there.slope, 1, 1e-6, 'slope');
  near(here.shift, -there.shift / there.slope, 1e-6, 'shift');
});

test('one item whose difficulty is badly known does not spoil the scale, as it does by means and spreads', () => {
  const wild: ItemEstimate = { a: 0.05, b: 9, varianceA: 0.01, varianceB: 90, covariance: 0 };
  const [one, other] = [
    [...form, estimate(0.6, 0.4)],
    [...form, wild],
  ];
  const all = [...places, 4];
  near(value(minimumChiSquared(one, other, all)).slope, 1, 0.05, 'slope');
  assert.ok(Math.abs(value(equalMeansAndSpreads(one, other, all)).slope - 1) > 0.5);
  assert.ok(!minimumChiSquared(form, form, [0]).ok);
  assert.ok(!minimumChiSquared(form, form, []).ok);
});

const item = (a: number, b: number): BinaryItem => ({ kind: 'binary', a, d: -a * b, g: 0 });
const standard = value(normalDensity({ mean: 0, variance: 1, points: 121, limit: 6 }));

test('the size of a difference is that of the curves where people are, and says where the curves turn', () => {
  const harder = curveDifference(item(1, 0), item(1, 0.5), standard);
  assert.ok(harder.signed > 0 && harder.leaning === 'harder-for-focal');
  near(harder.signed, harder.unsigned, 1e-12, 'unsigned');
  // By the normal ogive of Camilli (1994) a logistic curve with slope 1 averages to Phi(-b / sqrt(1.702^2 + 1)).
  near(harder.signed, 0.5 - 0.4, 5e-3, 'signed');
  const back = curveDifference(item(1, 0.5), item(1, 0), standard);
  near(back.signed, -harder.signed, 1e-12, 'swapped');
  const turning = curveDifference(item(1.5, 0), item(0.5, 0), standard);
  near(turning.signed, 0, 1e-12, 'crossing curves cancel');
  assert.ok(turning.unsigned > 0.05);
  assert.equal(turning.leaning, 'harder-for-focal-at-high-scores');
  assert.equal(
    curveDifference(item(0.5, 0), item(1.5, 0), standard).leaning,
    'harder-for-focal-at-low-scores',
  );
});

test('the whole test: at the cut the difference is that of the item that differs', () => {
  const one = [item(1, -1), item(1.2, 0), item(0.9, 1)];
  const other = [item(1, -1), item(1.2, 0.6), item(0.9, 1)];
  const whole = value(testCurveDifference(one, other, standard, 1.5));
  const p = (b: number): number => 1 / (1 + Math.exp(-1.2 * (whole.abilityAtCut - b)));
  near(whole.atCut, p(0) - p(0.6), 1e-9, 'at the cut');
  near(
    whole.signed,
    curveDifference(item(1.2, 0), item(1.2, 0.6), standard).signed,
    1e-12,
    'signed',
  );
  // Two logistic curves 0.6 apart with slope 1.2 are furthest apart halfway: 2 (1 / (1 + exp(-.36)) - .5).
  near(whole.largest, 2 / (1 + Math.exp(-0.36)) - 1, 1e-3, 'largest');
  near(whole.largestAt, 0.3, 0.06, 'where');
  assert.equal(whole.points, 3);
});

test('a cut that no ability, or more than one, is expected to reach is refused, and so are unlike tests', () => {
  const kind = (found: ReturnType<typeof testCurveDifference>): string =>
    found.ok ? 'ok' : found.refusal.kind;
  const one = [item(1, -1), item(1.2, 0)];
  assert.equal(kind(testCurveDifference(one, one, standard, 0)), 'cut-out-of-reach');
  assert.equal(kind(testCurveDifference(one, one, standard, 2.5)), 'cut-out-of-reach');
  const turning = [item(2, -1), item(-2, 1)];
  assert.equal(kind(testCurveDifference(turning, turning, standard, 1.6)), 'no-single-ability');
  assert.equal(kind(testCurveDifference(one, [item(1, 0)], standard, 1)), 'not-comparable');
  assert.equal(kind(testCurveDifference([], [], standard, 1)), 'not-comparable');
});

test('the whole test is refused where an item whose points are in the cut has no curve', () => {
  const { matrix, groups } = small;
  const codes = matrix.codes.map((code, cell) => (cell % 15 === 2 ? 1 : code));
  const refused = testDifferenceByModel({ matrix: { ...matrix, codes }, groups }, ['I1'], 8);
  assert.ok(!refused.ok && refused.refusal.kind === 'not-comparable');
  assert.match(refused.refusal.because, /"I3"/);
  const biased = value(
    testDifferenceByModel(drawn(2000, 40, 108), ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'], 24),
  );
  assert.ok(biased.atCut > 0.05 && biased.unsigned >= Math.abs(biased.signed));
  const rows = matrixOf([[0, 1, 1]]);
  const nobody = testDifferenceByModel(
    { matrix: rows, groups: { ...groups, member: Uint8Array.of(0) } },
    [],
    1,
  );
  assert.equal(nobody.ok, false);
});
