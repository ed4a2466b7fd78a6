import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  groupsOf,
  sharedMatrix,
  sharedTable,
  skipWithoutShared,
} from '../../../tests/support/shared-responses.ts';
import { benjaminiHochberg } from '../../numerics/comparisons/benjamini-hochberg.ts';
import { codeOfPoints, RIGHT } from '../../psychometrics/responses/codes.ts';
import { type ResponseMatrix, totals } from '../../psychometrics/responses/matrix.ts';
import { crossedLabels, severalGroups } from '../groups/several-groups.ts';
import { levelsByPoints } from './answer-levels.ts';
import { breslowDay } from './breslow-day.ts';
import { continuousDif } from './continuous-covariate.ts';
import { distractorFunctioning } from './distractors.ts';
import { empiricalBayes } from './empirical-bayes.ts';
import { generalizedLogistic } from './generalized-logistic.ts';
import { generalizedMantelHaenszel } from './generalized-mantel-haenszel.ts';
import { equalMeans, equalMeansAndSpreads, type ItemEstimate, onScale } from './item-estimates.ts';
import { lord } from './lord.ts';
import { mantel } from './mantel.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { ordinalLogisticDif } from './ordinal-logistic.ts';
import { raju } from './raju.ts';
import { type GroupLevel, groupLevels } from './several-groups-levels.ts';
import { strataByScore } from './strata.ts';

const read = (name: string) => JSON.parse(readFileSync(`reference/fairness/${name}.json`, 'utf8'));
const { sets } = read('dif-methods');
const several = read('dif-several-groups');
const python = read('dif-python');
const SHARED = { skip: skipWithoutShared };

function near(answer: number, expected: number, what: string, tolerance = 1e-8): void {
  const gap = Math.abs(answer - expected) / Math.max(1, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

function value<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { because: string } },
): Value {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

test('empirical Bayes agrees with the published rule on five exams: beliefs and chances of A and C', () => {
  const names = Object.keys(several.empiricalBayes.values);
  assert.equal(names.length, 5);
  for (const name of names) {
    const { mu, tau2, posterior_mean, posterior_sd, p_true_C, p_true_A } =
      several.empiricalBayes.values[name];
    const { delta, var_lambda } = several.deltas[name];
    const result = value(
      empiricalBayes(
        delta.map((one: number, item: number) => ({
          delta: one,
          deltaError: 2.35 * Math.sqrt(var_lambda[item]),
        })),
      ),
    );
    near(result.mean, mu, name);
    near(result.spread, tau2, name);
    result.beliefs.forEach((belief, item) => {
      near(belief.delta, posterior_mean[item], name);
      near(belief.deltaError, posterior_sd[item], name);
      near(belief.chanceOfA, p_true_A[item], name);
      near(belief.chanceOfC, p_true_C[item], name);
    });
  }
});

test("Breslow-Day and Tarone's correction agree with R on six published tables", () => {
  for (const name of Object.keys(several.homogeneity)) {
    const { tables, breslow_day, breslow_day_p, tarone, tarone_p } = several.homogeneity[name];
    // R stores a table column by column: both groups' yes answers, then both groups' no answers.
    const levels = tables.map(([a, b, c, d]: number[], score: number) => ({
      score,
      referenceRight: a,
      referenceWrong: c,
      focalRight: b,
      focalWrong: d,
    }));
    const found = value(breslowDay(levels));
    near(found.homogeneity.statistic, breslow_day, name);
    near(found.homogeneity.pValue, breslow_day_p, name);
    near(found.tarone.statistic, tarone, name);
    near(found.tarone.pValue, tarone_p, name);
  }
});

function spisa(): {
  readonly matrix: ResponseMatrix;
  readonly column: (name: string) => readonly string[];
} {
  const table = sharedTable('spisa.csv');
  const names = Array.from({ length: 45 }, (_, item) => `Q${item + 1}`);
  return { matrix: sharedMatrix(table, names), column: table.column };
}

const answersTo = (matrix: ResponseMatrix, item: number): Uint8Array =>
  Uint8Array.from({ length: matrix.people }, (_, person) =>
    matrix.codes[person * matrix.items.length + item] === RIGHT ? 1 : 0,
  );

function ageLevels(
  matrix: ResponseMatrix,
  ages: readonly string[],
  item: number,
): readonly GroupLevel[] {
  const bands = ages.map((age) => (Number(age) <= 22 ? 0 : Number(age) <= 24 ? 1 : 2));
  return groupLevels({
    scores: totals(matrix),
    member: bands,
    groups: 3,
    answers: answersTo(matrix, item),
    kinds: 2,
  });
}

test(
  'three age groups at once agree with difR: generalized Mantel-Haenszel and logistic',
  SHARED,
  () => {
    const { matrix, column } = spisa();
    const expected = several.ages;
    for (let item = 0; item < 45; item += 1) {
      const levels = ageLevels(matrix, column('age'), item);
      const found = value(generalizedMantelHaenszel(levels));
      near(found.statistic, expected.generalizedMantelHaenszel[item], `Q${item + 1}`);
      assert.equal(found.degreesOfFreedom, 2);
      const logistic = value(generalizedLogistic(levels));
      near(logistic.both.statistic, expected.both[item], `Q${item + 1}`);
      near(logistic.uniform.statistic, expected.uniform[item], `Q${item + 1}`);
      near(logistic.nonUniform.statistic, expected.nonUniform[item], `Q${item + 1}`);
      assert.deepEqual(logistic.people, expected.n);
    }
  },
);

test(
  'groups at the crossing of gender and school agree with R: 19 items together, 36 in pairs, 21 after correction',
  SHARED,
  () => {
    const { matrix, column } = spisa();
    const labels = crossedLabels([column('gender'), column('elite')]);
    const groups = value(severalGroups(labels, 'male and no', 50));
    const expected = several.intersection;
    assert.deepEqual(groups.people, Object.values(expected.inter_n));
    const scores = totals(matrix);
    const together = matrix.items.map((_, item) =>
      value(
        generalizedMantelHaenszel(
          groupLevels({
            scores,
            member: groups.member,
            groups: 4,
            answers: answersTo(matrix, item),
            kinds: 2,
          }),
        ),
      ),
    );
    together.forEach(({ statistic }, item) => {
      near(statistic, expected.spisa_gmh[item], `Q${item + 1}`);
    });
    const pValues = together.map(({ pValue }) => pValue);
    assert.equal(pValues.filter((p) => p < 0.05).length, expected.spisa_gmh_n);
    assert.equal(benjaminiHochberg(pValues).filter((p) => p < 0.05).length, expected.spisa_gmh_BH);
    const pairs = groups.names.slice(1).flatMap((focal) => {
      const two = groupsOf(labels, 'male and no', focal);
      return matrix.items.map((_, item) =>
        mantelHaenszel(strataByScore(matrix, scores, two, item)),
      );
    });
    const pairPs = pairs.map((pair) => (pair.ok ? pair.value.pValue : 1));
    assert.equal(pairPs.filter((p) => p < 0.05).length, expected.spisa_pair_raw_n);
    assert.equal(
      benjaminiHochberg(pairPs).filter((p) => p < 0.05).length,
      expected.spisa_pair_BH_n,
    );
  },
);

test('small crossings are named and left out, never merged', () => {
  const labels = crossedLabels([
    ['a', 'a', 'a', 'b', '', 'a'],
    ['x', 'x', 'y', 'x', 'x', 'y'],
  ]);
  assert.deepEqual(labels, ['a and x', 'a and x', 'a and y', 'b and x', '', 'a and y']);
  const groups = value(severalGroups(labels, 'a and x', 2));
  assert.deepEqual(groups.names, ['a and x', 'a and y']);
  assert.deepEqual(groups.tooSmall, ['b and x']);
  assert.deepEqual([groups.notStated, ...groups.member], [1, 0, 0, 1, -1, -1, 1]);
  assert.equal(severalGroups(labels, 'nobody', 2).ok, false);
  assert.equal(severalGroups(labels, 'b and x', 2).ok, false);
});

test(
  'age as a number agrees with R and statsmodels: likelihood ratios, gain and score test',
  SHARED,
  () => {
    const { matrix, column } = spisa();
    const ages = column('age').map(Number);
    const scores = totals(matrix);
    const expected = several.intersection;
    for (let item = 0; item < 45; item += 1) {
      const answers = answersTo(matrix, item);
      const people = ages.map((number, person) => ({
        number,
        score: scores[person] ?? 0,
        right: answers[person] === 1,
      }));
      const found = value(continuousDif(people));
      near(found.uniform.statistic, expected.spisa_age_lr_udif[item], `Q${item + 1}`);
      near(found.both.statistic, expected.spisa_age_lr_both[item], `Q${item + 1}`);
      // difR holds the likelihood itself, which has few digits left at a thousand people.
      near(found.gain / expected.spisa_age_dR2[item], 1, `Q${item + 1}`, 1e-3);
      near(found.score.statistic, python.ageScoreTest[item], `Q${item + 1}`);
      const shuffled = value(continuousDif(people.toReversed()));
      near(shuffled.fluctuation.statistic, found.fluctuation.statistic, 'the order of people');
    }
  },
);

test('distractors agree with statsmodels, among wrong answers and among all', SHARED, () => {
  const table = sharedTable('hci_nominal.csv');
  const key = sharedTable('hci_key.csv').column('key');
  const names = key.map((_, item) => `Item${item + 1}`);
  const chosen = names.map((name) => table.column(name));
  const scores = table.rows.map((_, person) =>
    chosen.reduce((sum, column, item) => sum + (column[person] === key[item] ? 1 : 0), 0),
  );
  const member = table.column('gender').map(Number);
  let judged = 0;
  python.distractors.forEach(
    (
      expected: Record<
        'wrong' | 'all',
        Record<'both' | 'uniform' | 'df' | 'people', number> | null
      >,
      item: number,
    ) => {
      for (const among of ['wrong', 'all'] as const) {
        const options = ['A', 'B', 'C', 'D'].filter((one) => among === 'all' || one !== key[item]);
        const answers = chosen[item]?.map((one) => options.indexOf(one)) ?? [];
        const levels = groupLevels({ scores, member, groups: 2, answers, kinds: options.length });
        const known = expected[among];
        const found = distractorFunctioning(levels);
        // Options chosen by fewer than ten people were left out there; here, rare ones together may make an option.
        if (known !== null && found.ok && found.value.both.degreesOfFreedom === known.df) {
          const people = found.value.referencePeople + found.value.focalPeople;
          if (people === known.people) {
            near(found.value.both.statistic, known.both, `${item} ${among}`, 1e-7);
            near(found.value.uniform.statistic, known.uniform, `${item} ${among}`, 1e-7);
            judged += 1;
          }
        }
      }
    },
  );
  assert.ok(judged >= 30, `${judged}`);
});

test(
  'items of three points agree with an independent count of what drawing by lot would give',
  SHARED,
  () => {
    const table = sharedTable('verbagg_poly.csv');
    const { names, excess, chiSquared } = python.mantel;
    const columns: number[][] = names.map((name: string) => table.column(name).map(Number));
    const scores = table.rows.map((_, person) =>
      columns.reduce((sum, one) => sum + (one[person] ?? 0), 0),
    );
    const member = table.column('Gender').map((gender) => (gender === 'M' ? 1 : 0));
    columns.forEach((answers, item) => {
      const levels = groupLevels({ scores, member, groups: 2, answers, kinds: 3 });
      const found = value(mantel(levels, [0, 1, 2]));
      near(found.statistic, chiSquared[item], names[item]);
      assert.equal(Math.sign(found.meanDifference), Math.sign(excess[item]), names[item]);
    });
  },
);

test('ordinal logistic regression agrees with statsmodels on items of three points', SHARED, () => {
  const table = sharedTable('verbagg_poly.csv');
  const { names } = python.mantel;
  const matrix: ResponseMatrix = {
    people: table.rows.length,
    items: names.map((name: string) => ({ name, pilot: false, highest: 2 })),
    codes: Uint8Array.from(
      table.rows.flatMap((_, person) =>
        names.map((name: string) => codeOfPoints(Number(table.column(name)[person]))),
      ),
    ),
  };
  const groups = groupsOf(table.column('Gender'), 'F', 'M');
  const points = totals(matrix);
  names.forEach((name: string, item: number) => {
    const levels = levelsByPoints(matrix, points, groups, item);
    const found = value(ordinalLogisticDif(levels));
    near(found.both.statistic, python.ordinal.both[item], name, 1e-6);
    near(found.uniform.statistic, python.ordinal.uniform[item], name, 1e-6);
    near(found.logOdds, python.ordinal.logOdds[item], name, 1e-5);
    near(value(mantel(levels, [0, 1, 2])).statistic, python.mantel.chiSquared[item], name);
  });
});

function estimates(rows: readonly number[][]): ItemEstimate[] {
  return rows.map((row) => {
    const [a = 1, b = 0, errorA = 0, errorB = 0, covariance = 0] = row;
    return row.length === 2
      ? { a: 1, b: a, varianceA: 0, varianceB: b ** 2, covariance: 0 }
      : { a, b, varianceA: errorA ** 2, varianceB: errorB ** 2, covariance };
  });
}

function linked(
  parameters: readonly number[][],
  model: '1PL' | '2PL',
): [ItemEstimate[], ItemEstimate[]] {
  const all = estimates(parameters);
  const [reference, focal] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
  const anchor = reference.map((_, item) => item);
  const scale =
    model === '1PL'
      ? equalMeans(reference, focal, anchor)
      : value(equalMeansAndSpreads(reference, focal, anchor));
  return [reference, focal.map((item) => onScale(item, scale))];
}

test("Lord's chi-squared and Raju's z agree with difR on items calibrated apart, Rasch and 2PL", () => {
  let judged = 0;
  for (const set of Object.keys(sets)) {
    for (const model of ['1PL', '2PL'] as const) {
      const expected = sets[set][`lord${model}`];
      if (expected !== undefined) {
        const [reference, focal] = linked(expected.parameters, model);
        reference.forEach((item, place) => {
          const other = focal[place];
          assert.ok(other !== undefined);
          const what = `${set} ${model} ${place + 1}`;
          const tested = value(lord(item, other));
          near(tested.statistic, expected.chiSquared[place], what);
          assert.equal(tested.degreesOfFreedom, model === '1PL' ? 1 : 2);
          const { signed, unsigned } = value(raju(item, other));
          const z = Math.abs(expected.rajuZ[place]);
          near(Math.abs(model === '1PL' ? signed.z : unsigned.z), z, what);
          assert.ok(unsigned.pValue <= 1 && unsigned.area >= Math.abs(signed.area) - 1e-12, what);
          judged += 1;
        });
      }
    }
  }
  assert.ok(judged >= 200);
});

test('difR prints p-values above one for half of the Rasch items; here none is', () => {
  const { rajuP, rajuZ } = sets.hci.lord1PL;
  assert.ok(rajuP.some((p: number) => p > 1));
  const [reference, focal] = linked(sets.hci.lord1PL.parameters, '1PL');
  reference.forEach((item, place) => {
    const { signed } = value(raju(item, focal[place] ?? item));
    const right = rajuP[place] > 1 ? 2 - rajuP[place] : rajuP[place];
    near(signed.pValue, right, `item ${place + 1}`);
    near(signed.z, rajuZ[place], `item ${place + 1}`);
  });
});
