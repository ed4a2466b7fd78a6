import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { plantedExam } from '../../../tests/support/planted-exam.ts';
import {
  groupsOf,
  sharedMatrix,
  sharedTable,
  skipWithoutShared,
} from '../../../tests/support/shared-responses.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import { NOT_ADMINISTERED, RIGHT } from '../../psychometrics/responses/codes.ts';
import { type ResponseMatrix, totals } from '../../psychometrics/responses/matrix.ts';
import { NO_OPTION } from '../../psychometrics/responses/option-matrix.ts';
import { type TwoGroups, twoGroups } from '../groups/group.ts';
import { matchings } from './anchor-reliability.ts';
import { countAnswers, levelsWithItem, packAnswers, scoredItems } from './answer-counts.ts';
import { levelsByPoints, levelsByWrongOption } from './answer-levels.ts';
import { breslowDay } from './breslow-day.ts';
import { DIF_METHODS } from './catalog.ts';
import { compareItems, comparePurified, type Flagging, prepareAnswers } from './compare-items.ts';
import { continuousDif } from './continuous-covariate.ts';
import { deltaPlot } from './delta-plot.ts';
import { differentialTest } from './differential-test.ts';
import { distractorFunctioning } from './distractors.ts';
import { empiricalBayes } from './empirical-bayes.ts';
import { generalizedLogistic } from './generalized-logistic.ts';
import { generalizedMantelHaenszel } from './generalized-mantel-haenszel.ts';
import { equalMeansAndSpreads, fromSlopeIntercept, type ItemEstimate } from './item-estimates.ts';
import { logisticDif } from './logistic.ts';
import { lord } from './lord.ts';
import { mantel } from './mantel.ts';
import { mantelHaenszel, type ScoreLevel } from './mantel-haenszel.ts';
import { oneSidedOdds } from './one-sided-odds.ts';
import { purify } from './purify.ts';
import { raju } from './raju.ts';
import { resultChanges } from './result-changes.ts';
import type { GroupLevel } from './several-groups-levels.ts';
import { sibtest } from './sibtest.ts';
import { standardization } from './standardization.ts';
import { strataByScore } from './strata.ts';
import { TWO_GROUP_METHODS, twoGroupMethod } from './two-group-methods.ts';
import { inWords } from './verdict.ts';

const SHARED = { skip: skipWithoutShared };
const NAMED = { reference: 'early', focal: 'late' };

function value<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { because: string } },
): Value {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

function refusal(result: { ok: true } | { ok: false; refusal: { kind: string } }): string {
  return result.ok ? 'an answer' : result.refusal.kind;
}

function near(answer: number, expected: number, what: string, tolerance = 1e-8): void {
  const gap = Math.abs(answer - expected) / Math.max(1, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

const method = (id: string) => {
  const found = twoGroupMethod(id);
  assert.ok(found !== undefined);
  return found;
};

function hci(
  change: (matrix: ResponseMatrix, labels: string[]) => void = () => undefined,
): [ResponseMatrix, readonly string[]] {
  const table = sharedTable('hci.csv');
  const names = Array.from({ length: 20 }, (_, item) => `Item${item + 1}`);
  const matrix = sharedMatrix(table, names);
  const labels = table.column('gender').slice();
  change(matrix, labels);
  return [matrix, labels];
}

const firstItem = ([matrix, labels]: [ResponseMatrix, readonly string[]]): readonly ScoreLevel[] =>
  strataByScore(matrix, totals(matrix), groupsOf(labels, '0', '1'), 0);

const level = (
  score: number,
  [a, b, c, d]: readonly [number, number, number, number],
): ScoreLevel => ({
  score,
  referenceRight: a,
  referenceWrong: b,
  focalRight: c,
  focalWrong: d,
});

test('case 3: an item that everybody has right is left out with a reason, and the others are compared', () => {
  const exam = plantedExam({ people: 1200, items: 20, model: '2pl', seed: 3 });
  const codes = exam.matrix.codes.map((code, cell) => (cell % 20 === 4 ? RIGHT : code));
  const prepared = prepareAnswers({ ...exam.matrix, codes }, exam.groups);
  for (const one of TWO_GROUP_METHODS) {
    const compared = compareItems(one, prepared);
    const left = compared.flatMap(({ found }, item) => (found.ok ? [] : [item]));
    assert.deepEqual(left, [4], one.id);
    const { found, flagged } = at(compared, 4);
    assert.ok(!(found.ok || flagged));
    assert.match(found.refusal.because, /\w{4,} \w+/);
  }
  assert.equal(comparePurified(method('mantel-haenszel'), prepared).end, 'settled');
});

test(
  'case 4: an item that one group always has right keeps its test, and its odds ratio gets an exact bound',
  SHARED,
  () => {
    const levels = firstItem(
      hci((matrix, labels) => {
        labels.forEach((label, person) => {
          if (label === '1') {
            matrix.codes[person * 20] = RIGHT;
          }
        });
      }),
    );
    const found = value(mantelHaenszel(levels));
    near(found.chiSquaredWithoutFloor, 78.32849, 'chi-squared', 1e-6);
    assert.equal(refusal(found.effect), 'one-sided');
    near(value(logisticDif(levels)).both.test.statistic, 113.6133, 'likelihood ratio', 1e-6);
    const odds = value(oneSidedOdds(levels));
    assert.equal(odds.oddsRatio, 0);
    assert.ok(odds.bound > 0 && odds.bound < 0.2, `${odds.bound}`);
  },
);

test('the exact bound of a single table is that of the exact conditional interval', () => {
  // scipy 1.17: odds_ratio([[10, 3], [0, 4]], kind='conditional').confidence_interval(0.95, 'greater').
  const odds = value(oneSidedOdds([level(1, [10, 0, 3, 4])]));
  assert.equal(odds.oddsRatio, Number.POSITIVE_INFINITY);
  near(odds.bound, 1.779662098934783, 'bound', 1e-6);
  const back = value(oneSidedOdds([level(1, [3, 4, 10, 0])]));
  near(back.bound, 1 / 1.779662098934783, 'turned', 1e-6);
  assert.equal(refusal(oneSidedOdds([level(1, [3, 4, 1, 2])])), 'bounded');
  assert.equal(refusal(oneSidedOdds([level(1, [3, 4, 0, 0])])), 'no-comparison');
});

test(
  'case 5: where the group decides the answer, the likelihood ratio stands, said to be separated, with no Wald test',
  SHARED,
  () => {
    const levels = firstItem(
      hci((matrix, labels) => {
        labels.forEach((label, person) => {
          matrix.codes[person * 20] = Number(label);
        });
      }),
    );
    const found = value(logisticDif(levels));
    near(found.both.test.statistic, 822.0289061, 'likelihood ratio', 1e-6);
    assert.equal(refusal(found.both.wald), 'separated');
    assert.equal(refusal(found.groupEffect), 'separated');
    assert.ok(Number.isFinite(found.both.gain) && found.both.gain > 0.5);
  },
);

test('case 6: whoever lacks the studied item is left out for that item alone', SHARED, () => {
  const lacking: number[] = JSON.parse(
    readFileSync('reference/fairness/dif-case-6.json', 'utf8'),
  ).people;
  const [matrix, labels] = hci((own) => {
    for (const person of lacking) {
      own.codes[person * 20] = NOT_ADMINISTERED;
    }
  });
  const groups = groupsOf(labels, '0', '1');
  const { packed, scored } = prepareAnswers(matrix, groups);
  for (const levels of [
    firstItem([matrix, labels]),
    levelsWithItem(countAnswers(packed, scored), 0),
  ]) {
    const found = value(mantelHaenszel(levels));
    near(found.chiSquared, 3.233991, 'chi-squared', 1e-6);
    near(value(found.effect).oddsRatio, 1.567777, 'odds ratio', 1e-6);
  }
  const others = levelsWithItem(countAnswers(packed, scored), 7);
  const people = others.reduce(
    (sum, l) => sum + l.referenceRight + l.referenceWrong + l.focalRight + l.focalWrong,
    0,
  );
  assert.equal(people, 651);
});

test(
  'case 7: people without a group are counted and left out, never taken for the reference group',
  SHARED,
  () => {
    const [matrix, labels] = hci((_, own) => {
      own.fill('', 0, 10);
    });
    const groups = groupsOf(labels, '0', '1');
    assert.equal(groups.notStated, 10);
    const found = value(mantelHaenszel(strataByScore(matrix, totals(matrix), groups, 0)));
    const kept = hci();
    const rest: ResponseMatrix = {
      ...kept[0],
      people: 641,
      codes: kept[0].codes.slice(10 * 20),
    };
    const without = value(
      mantelHaenszel(strataByScore(rest, totals(rest), groupsOf(kept[1].slice(10), '0', '1'), 0)),
    );
    near(found.chiSquared, without.chiSquared, 'the same as without their rows', 1e-12);
    const prepared = prepareAnswers(matrix, groups);
    assert.equal(prepared.packed.people, 641);
    near(
      value(at(compareItems(method('mantel-haenszel'), prepared), 0).found).statisticCorrected ?? 0,
      found.chiSquared,
      'all at once',
      1e-12,
    );
  },
);

test('case 8: a focal group that nobody is in, and a column with one group, are faults of the input', () => {
  assert.equal(refusal(twoGroups(['a', 'b'], 'a', 'zzz')), 'unknown-group');
  assert.equal(refusal(twoGroups(['a', 'a'], 'a', 'others')), 'unknown-group');
});

test(
  'case 9: five people are too few for every method; the statistic itself is right, its correction cut off at zero',
  SHARED,
  () => {
    let focal = 0;
    const [matrix, labels] = hci((_, own) => {
      own.forEach((label, person) => {
        focal += label === '1' ? 1 : 0;
        own[person] = label === '1' && focal > 5 ? '' : label;
      });
    });
    const groups = groupsOf(labels, '0', '1');
    const statistic = (item: number) =>
      mantelHaenszel(strataByScore(matrix, totals(matrix), groups, item));
    near(value(statistic(0)).chiSquared, 0.40625, 'item 1', 1e-8);
    // Under half a person: no evidence, where difR squares the negative rest and prints 2.645.
    assert.equal(value(statistic(1)).chiSquared, 0);
    near(value(statistic(1)).chiSquaredUncorrected, 0.08, 'item 2 as base R has it');
    near(value(statistic(1)).chiSquaredWithoutFloor, 2.645, 'item 2 as difR has it');
    assert.equal(refusal(statistic(2)), 'no-comparison');
    const prepared = prepareAnswers(matrix, groups);
    for (const one of TWO_GROUP_METHODS) {
      for (const { found, flagged } of compareItems(one, prepared)) {
        assert.ok(!(found.ok || flagged), one.id);
      }
    }
    const { found } = at(compareItems(method('mantel-haenszel'), prepared), 0);
    assert.ok(!found.ok);
    assert.match(found.refusal.because, /fewer than 10 people of the smaller group.*at least 100/);
  },
);

test('case 10: a score that one group alone has adds nothing, and the people matched are reported', () => {
  const two = [level(1, [30, 20, 10, 15]), level(2, [40, 10, 18, 9])];
  const more = [...two, level(3, [9, 4, 0, 0])];
  const [plain, padded] = [value(mantelHaenszel(two)), value(mantelHaenszel(more))];
  near(padded.chiSquared, plain.chiSquared, 'chi-squared');
  assert.deepEqual([padded.strataUsed, padded.strataSkipped, padded.focalMatched], [2, 1, 52]);
  near(value(standardization(more)).difference, value(standardization(two)).difference, 'STD');
  near(
    value(breslowDay(more)).homogeneity.statistic,
    value(breslowDay(two)).homogeneity.statistic,
    'BD',
  );
});

test('case 11: purification that goes round says so and shows every set, never one of them as the answer', () => {
  // Two items of which each hides the other.
  const result = purify(
    new Uint8Array(12).fill(1),
    (anchor) => anchor,
    (anchor) => (anchor[0] === 0 ? [1] : [0]),
  );
  assert.equal(result.end, 'goes-round');
  assert.deepEqual(result.flaggedSets, [[0], [1]]);
  assert.match(result.because, /circle of 2 sets: none of them is final/);
});

test('purification that changes for ever stops, and says that it did not settle', () => {
  let round = 0;
  const result = purify(
    new Uint8Array(40).fill(1),
    () => {
      round += 1;
      return round;
    },
    (look) => [look % 5, 5 + look].sort((a, b) => a - b).map((item) => item % 97),
  );
  assert.ok(result.end === 'not-settled' || result.end === 'goes-round');
  assert.ok(result.rounds <= 50);
});

test('case 12: purification stops before the anchor is empty and says that none can be defended', () => {
  const chance = generatorFrom('case 12');
  const rows = Array.from({ length: 400 }, (_, person) =>
    [0.95, 0.95, 0.05, 0.05].map((p) => (chance.next() < (person % 2 === 1 ? p : 0.5) ? 1 : 0)),
  );
  const matrix: ResponseMatrix = {
    people: 400,
    items: [0, 1, 2, 3].map((item) => ({ name: `i${item}`, pilot: false })),
    codes: Uint8Array.from(rows.flat()),
  };
  const groups = value(
    twoGroups(
      rows.map((_, person) => (person % 2 === 1 ? 'late' : 'early')),
      'early',
      'late',
    ),
  );
  const purified = comparePurified(method('mantel-haenszel'), prepareAnswers(matrix, groups));
  assert.equal(purified.end, 'no-defensible-anchor');
  assert.equal(at(purified.flaggedSets, 0).length, 4);
  assert.match(purified.because, /no defensible anchor: 4 items are flagged, which leaves 0/);
  assert.deepEqual([...purified.anchor], [1, 1, 1, 1]);
});

test(
  'case 13: where the groups are far apart, the effect comes first, and the method for true scores flags far fewer',
  SHARED,
  () => {
    const table = sharedTable('credential1_scored.csv');
    const names = Array.from({ length: 170 }, (_, item) => `iraw.${item + 1}`);
    const matrix = sharedMatrix(table, names);
    const groups = groupsOf(table.column('Country'), 'USA', 'others');
    const prepared = prepareAnswers(matrix, groups);
    const found = (id: string) =>
      compareItems(method(id), prepared).map((item) => value(item.found));
    const plain = found('mantel-haenszel');
    assert.equal(plain.filter(({ pValue }) => pValue < 0.05).length, 106);
    assert.equal(plain.filter(({ effect }) => Math.abs(effect ?? 0) >= 1.5).length, 63);
    assert.equal(plain.filter((one) => one.class === 'C').length, 52);
    const purified = comparePurified(method('mantel-haenszel'), prepared);
    assert.equal(purified.end, 'goes-round');
    assert.equal(purified.flaggedSets.length, 8);
    const counts = countAnswers(prepared.packed, prepared.scored);
    const match = matchings(counts);
    const corrected = plain.map((_, item) => value(sibtest(match(item))));
    assert.equal(corrected.filter(({ pValue }) => pValue < 0.05).length, 81);
  },
);

test('case 14: SIBTEST names its focal group, and the order of rows does not matter', () => {
  const exam = plantedExam({ people: 3000, items: 30, model: '2pl', seed: 14 });
  const { matrix, groups } = exam;
  const order = Array.from({ length: 3000 }, (_, place) => 2999 - place);
  const turned: ResponseMatrix = {
    ...matrix,
    codes: Uint8Array.from(
      order.flatMap((person) => [...matrix.codes.subarray(person * 30, person * 30 + 30)]),
    ),
  };
  const member = Uint8Array.from(order, (person) => groups.member[person] ?? 2);
  const flipped = groups.member.map((side) => (side === 0 ? 1 : 0));
  for (const one of TWO_GROUP_METHODS) {
    const plain = compareItems(one, prepareAnswers(matrix, groups));
    assert.deepEqual(
      compareItems(one, prepareAnswers(turned, { ...groups, member })),
      plain,
      one.id,
    );
    const swapped = compareItems(one, prepareAnswers(matrix, { ...groups, member: flipped }));
    plain.forEach((item, place) => {
      const [here, there] = [value(item.found), value(at(swapped, place).found)];
      if (!one.id.startsWith('standard')) {
        near(there.statistic, here.statistic, `${one.id} ${place}`, 1e-6);
      }
      if (one.id === 'sibtest') {
        near(there.effect ?? 9, -(here.effect ?? 9), `beta of item ${place}`, 1e-9);
      }
    });
  }
});

test('case 15: SIBTEST takes the people who answered every item, and says how many', () => {
  const exam = plantedExam({ people: 3000, items: 20, model: '2pl', seed: 15 });
  const codes = exam.matrix.codes.slice();
  for (let person = 0; person < 300; person += 1) {
    codes[person * 20 + (person % 20)] = NOT_ADMINISTERED;
  }
  const holed = prepareAnswers({ ...exam.matrix, codes }, exam.groups);
  assert.deepEqual([holed.packed.people, holed.complete.people], [3000, 2700]);
  const whole = prepareAnswers(
    { ...exam.matrix, people: 2700, codes: exam.matrix.codes.slice(300 * 20) },
    { ...exam.groups, member: exam.groups.member.slice(300) },
  );
  assert.deepEqual(compareItems(method('sibtest'), holed), compareItems(method('sibtest'), whole));
});

test('case 32: an odds ratio of exactly one is no special case for Breslow-Day', () => {
  const even = [level(1, [10, 10, 10, 10]), level(2, [30, 10, 30, 10])];
  const found = value(breslowDay(even));
  assert.deepEqual([found.homogeneity.statistic, found.homogeneity.pValue], [0, 1]);
  // Turned against each other: a common odds ratio of one, and all the evidence in the difference.
  const crossed = value(breslowDay([level(1, [20, 10, 10, 20]), level(2, [10, 20, 20, 10])]));
  near(crossed.homogeneity.statistic, 2 * (25 / (1 / (4 / 15))), 'expected n m / T');
  assert.equal(crossed.homogeneity.degreesOfFreedom, 1);
  assert.equal(refusal(breslowDay([level(1, [20, 10, 10, 20])])), 'one-level');
});

const anyCount = fc.integer({ min: 0, max: 20 });
const anyLevels = fc
  .array(fc.tuple(anyCount, anyCount, anyCount, anyCount), { minLength: 2, maxLength: 8 })
  .map((rows) => rows.map((row, score) => level(score, row)));
const grouped = (levels: readonly ScoreLevel[]): readonly GroupLevel[] =>
  levels.map((l) => ({
    score: l.score,
    counts: [
      [l.referenceWrong, l.referenceRight],
      [l.focalWrong, l.focalRight],
    ],
  }));

test('for two groups and two answers the general methods are the plain ones', () => {
  fc.assert(
    fc.property(anyLevels, (levels) => {
      const plain = mantelHaenszel(levels);
      const general = generalizedMantelHaenszel(grouped(levels));
      const points = mantel(grouped(levels), [0, 1]);
      assert.equal(plain.ok, general.ok);
      assert.equal(plain.ok, points.ok);
      if (plain.ok && general.ok && points.ok) {
        near(general.value.statistic, plain.value.chiSquaredUncorrected, 'general');
        near(points.value.statistic, plain.value.chiSquaredUncorrected, 'points');
        const std = value(standardization(levels));
        near(points.value.meanDifference, std.difference, 'STD P-DIF');
        near(points.value.meanDifferenceError, std.error, 'its error');
      }
      const [two, several] = [logisticDif(levels), generalizedLogistic(grouped(levels))];
      if (two.ok && several.ok) {
        near(several.value.both.statistic, two.value.both.test.statistic, 'logistic', 1e-6);
      }
    }),
  );
});

test("at one score the general statistic is Pearson's less one person, and that of points a correlation", () => {
  const counts = [
    [12, 7, 9],
    [4, 11, 16],
    [8, 8, 5],
  ];
  const n = 80;
  // Pearson's chi-squared of the table, by hand: sum of (o - e)^2 / e.
  const rows = counts.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = [0, 1, 2].map((kind) => counts.reduce((sum, row) => sum + at(row, kind), 0));
  let pearson = 0;
  counts.forEach((row, group) => {
    row.forEach((seen, kind) => {
      const expected = (at(rows, group) * at(columns, kind)) / n;
      pearson += (seen - expected) ** 2 / expected;
    });
  });
  const found = value(generalizedMantelHaenszel([{ score: 1, counts }]));
  near(found.statistic, (pearson * (n - 1)) / n, 'Pearson');
  assert.equal(found.degreesOfFreedom, 4);
  const two = [{ score: 1, counts: counts.slice(0, 2) }];
  near(
    value(mantel(two, [0, 1, 2])).statistic,
    value(mantel(two, [5, 8, 11])).statistic,
    'the unit',
  );
  assert.equal(
    refusal(
      generalizedMantelHaenszel([
        {
          score: 1,
          counts: [
            [1, 2],
            [0, 0],
          ],
        },
      ]),
    ),
    'no-comparison',
  );
});

test("without bias every effect is zero, whatever the groups' sizes", () => {
  const fair = [level(3, [40, 20, 8, 4]), level(5, [60, 10, 18, 3]), level(7, [50, 5, 20, 2])];
  near(value(standardization(fair)).difference, 0, 'STD');
  const found = value(logisticDif(fair));
  assert.ok(found.uniform.gain < 1e-4);
  assert.equal(found.uniform.zumboThomas, 'A');
});

test('over all items of the matching score the standardized differences add up to zero, biased or not', () => {
  const { matrix, groups } = plantedExam({ people: 2000, items: 20, model: '2pl', seed: 2 });
  const counts = countAnswers(packAnswers(matrix, groups), scoredItems(matrix));
  const all = matrix.items.map((_, item) => value(standardization(levelsWithItem(counts, item))));
  // People of the lowest and highest scores of one group alone are in no comparison, the same for each item.
  near(differentialTest(all).signed, 0, 'sum', 1e-9);
  assert.ok(differentialTest(all).unsigned > 0.2);
});

test('counting in words gives what counting one by one gives, pilots, gaps and left-out items included', () => {
  const chance = generatorFrom('packed');
  const items = Array.from({ length: 13 }, (_, item) => ({
    name: `i${item}`,
    pilot: item % 5 === 3,
  }));
  const codes = Uint8Array.from({ length: 900 * 13 }, () => chance.below(6));
  const labels = Array.from({ length: 900 }, () => ['early', 'late', ''][chance.below(3)] ?? '');
  const matrix: ResponseMatrix = { people: 900, items, codes };
  const groups = value(twoGroups(labels, 'early', 'late'));
  const { packed, scored } = prepareAnswers(matrix, groups);
  const left = scored.map((one, item) => (item === 1 || item === 6 ? 0 : one));
  for (const anchor of [scored, left]) {
    const counts = countAnswers(packed, anchor);
    const view = {
      ...matrix,
      items: items.map((item, place) => ({ ...item, pilot: anchor[place] === 0 })),
    };
    items.forEach((_, item) => {
      assert.deepEqual(
        levelsWithItem(counts, item),
        strataByScore(view, totals(view), groups, item),
      );
    });
  }
});

test('more people of one score and group than a byte holds are counted in full', () => {
  const people = 3000;
  const matrix: ResponseMatrix = {
    people,
    items: [
      { name: 'a', pilot: false },
      { name: 'b', pilot: false },
    ],
    codes: Uint8Array.from({ length: people * 2 }, (_, cell) => (cell % 2 === 0 ? 1 : 0)),
  };
  const groups: TwoGroups = {
    ...NAMED,
    member: Uint8Array.from({ length: people }, (_, person) => (person < 1000 ? 1 : 0)),
    referencePeople: 2000,
    focalPeople: 1000,
    notStated: 0,
    elsewhere: 0,
  };
  const counts = countAnswers(packAnswers(matrix, groups), scoredItems(matrix));
  assert.deepEqual(levelsWithItem(counts, 0), [level(1, [2000, 0, 1000, 0])]);
  assert.deepEqual(levelsWithItem(counts, 1), [level(1, [0, 2000, 0, 1000])]);
});

test('planted bias is found, purified and said in words; nearly all clean items are left alone', () => {
  const exam = plantedExam({ people: 4000, items: 40, model: '2pl', seed: 5 });
  const prepared = prepareAnswers(exam.matrix, exam.groups);
  for (const id of ['mantel-haenszel', 'standardization', 'sibtest']) {
    const purified = comparePurified(method(id), prepared);
    assert.equal(purified.end, 'settled', id);
    const flags = at(purified.flaggedSets, 0);
    const planted = exam.planted.flatMap((size, item) => (size === 0 ? [] : [item]));
    assert.ok(planted.filter((item) => flags.includes(item)).length >= 5, id);
    assert.ok(flags.filter((item) => !planted.includes(item)).length <= 1, id);
    const { leaning } = value(at(purified.look, 0).found);
    assert.equal(leaning, 'harder-for-focal', id);
  }
});

test('an item that gives more than one point is left out with a reason, and out of the matching score', () => {
  const exam = plantedExam({ people: 1000, items: 20, model: '2pl', seed: 20 });
  // Two points on the last item for whoever had it right.
  const items = exam.matrix.items.map((item, place) => ({
    ...item,
    highest: place === 19 ? 2 : 1,
  }));
  const codes = exam.matrix.codes.map((code, cell) =>
    cell % 20 === 19 && code === RIGHT ? 6 : code,
  );
  const mixed = compareItems(
    method('mantel-haenszel'),
    prepareAnswers({ ...exam.matrix, items, codes }, exam.groups),
  );
  const { found } = at(mixed, 19);
  assert.ok(!found.ok && /more than one point/.test(found.refusal.because));
  const whole = { ...exam.matrix, items, codes };
  const points = totals(whole);
  assert.deepEqual(strataByScore(whole, points, exam.groups, 19), []);
  // Totals reach beyond the number of items, and nobody is lost there.
  const counted = strataByScore(whole, points, exam.groups, 0).reduce(
    (sum, l) => sum + l.referenceRight + l.referenceWrong + l.focalRight + l.focalWrong,
    0,
  );
  assert.equal(counted, 1000);
  const byPoints = levelsByPoints(whole, points, exam.groups, 19);
  assert.deepEqual(
    byPoints.reduce((sum, { counts }) => sum + at(at(counts, 0), 1) + at(at(counts, 1), 1), 0),
    0,
  );
  assert.ok(value(mantel(byPoints, [0, 1, 2])).people > 900);
  const short = {
    people: 1000,
    items: exam.matrix.items.slice(0, 19),
    codes: exam.matrix.codes.filter((_, cell) => cell % 20 < 19),
  };
  assert.deepEqual(
    mixed.slice(0, 19),
    compareItems(method('mantel-haenszel'), prepareAnswers(short, exam.groups)),
  );
});

test('wrong options are sorted by total and group; who was right, chose nothing or has no group is left out', () => {
  const [matrix, groups] = [
    {
      people: 6,
      items: [{ name: 'a', pilot: false }],
      codes: Uint8Array.from([RIGHT, 0, 0, 0, 2, 0]),
    },
    value(twoGroups(['early', 'early', 'late', 'late', 'late', ''], 'early', 'late')),
  ];
  const options = {
    people: 6,
    items: [{ name: 'a', options: ['A', 'B', 'C'], right: [1], pilot: false, key: 'B' }],
    codes: Uint8Array.from([1, 0, 2, 2, NO_OPTION, 0]),
  };
  assert.deepEqual(
    levelsByWrongOption(options, matrix, Int32Array.from([1, 0, 0, 3, 0, 0]), groups, 0),
    [
      {
        score: 0,
        counts: [
          [1, 0, 0],
          [0, 0, 1],
        ],
      },
      {
        score: 3,
        counts: [
          [0, 0, 0],
          [0, 0, 1],
        ],
      },
    ],
  );
});

test('Holm flags no more than screening, and evidence alone no less than evidence with an effect', () => {
  const exam = plantedExam({ people: 2000, items: 40, model: '2pl', seed: 8 });
  const prepared = prepareAnswers(exam.matrix, exam.groups);
  const flags = (flagging?: Flagging) =>
    compareItems(method('logistic'), prepared, flagging).map(({ flagged }) => flagged);
  const screened = flags();
  const strict = flags({ rule: 'effect-and-evidence', correction: 'holm' });
  const sure = flags({ rule: 'evidence', correction: 'benjamini-hochberg' });
  strict.forEach((flagged, item) => {
    assert.ok(!flagged || screened[item]);
    assert.ok(!screened[item] || sure[item]);
  });
  assert.ok(strict.includes(true));
});

test('every leaning is said in words that name both groups', () => {
  const groups = { ...NAMED } as TwoGroups;
  assert.equal(
    inWords('harder-for-focal-at-high-scores', groups),
    'harder for late than for early at high scores, and the other way round at low scores',
  );
  assert.match(inWords('harder-for-focal-at-low-scores', groups), /low scores, and the other way/);
  assert.match(inWords('easier-for-focal', groups), /harder for early than for late/);
  assert.match(inWords('equal', groups), /equally hard/);
});

test('every method of the catalog has its own name, question and minimum', () => {
  const ids = DIF_METHODS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { id, asks, effect, smallest } of DIF_METHODS) {
    assert.ok(asks.endsWith('?') && effect !== '' && smallest >= 50, id);
  }
  assert.equal(twoGroupMethod('lord'), undefined);
});

test('results that would change are counted for each group, by the rule that is named', () => {
  const results = {
    withAll: [10, 8, 7, 7, 6, 3],
    withoutFlagged: [8, 5, 6, 6, 5, 3],
    points: 10,
    pointsLeft: 8,
    cut: 7,
    member: [0, 0, 0, 1, 1, -1],
    groups: 2,
  };
  const points = value(resultChanges(results, 'same-share-of-points'));
  assert.equal(points.cut, 6);
  assert.deepEqual(points.groups, [
    { people: 3, passed: 3, passedWithout: 2, wouldPass: 0, wouldFail: 1 },
    { people: 2, passed: 1, passedWithout: 1, wouldPass: 0, wouldFail: 0 },
  ]);
  // Four passed; three have 6 points or more and five have 5 or more: as near, so the lower cut.
  const share = value(resultChanges(results, 'same-share-passes'));
  assert.equal(share.cut, 5);
  assert.deepEqual(
    share.groups.map(({ wouldPass, wouldFail }) => [wouldPass, wouldFail]),
    [
      [0, 0],
      [1, 0],
    ],
  );
  assert.equal(
    refusal(resultChanges({ ...results, pointsLeft: 0 }, 'same-share-passes')),
    'nothing-left',
  );
  const nobody = { ...results, withAll: [], withoutFlagged: [], member: [] };
  assert.equal(refusal(resultChanges(nobody, 'same-share-passes')), 'nobody');
});

test('without flagged items no result changes, by either rule', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (scores) => {
      const same = {
        withAll: scores,
        withoutFlagged: scores,
        points: 30,
        pointsLeft: 30,
        cut: 18,
        member: scores.map((_, person) => person % 2),
        groups: 2,
      };
      for (const rule of ['same-share-passes', 'same-share-of-points'] as const) {
        for (const { wouldPass, wouldFail } of value(resultChanges(same, rule)).groups) {
          assert.deepEqual([wouldPass, wouldFail], [0, 0]);
        }
      }
    }),
  );
});

test('what cannot be compared is refused with a reason, by every method', () => {
  const one: ItemEstimate = { a: 1, b: 0, varianceA: 0, varianceB: 0, covariance: 0 };
  assert.equal(refusal(lord(one, one)), 'no-errors');
  assert.equal(refusal(raju(one, one)), 'no-errors');
  assert.equal(refusal(equalMeansAndSpreads([one, one], [one, one], [0, 1])), 'no-spread');
  assert.equal(
    refusal(fromSlopeIntercept(0, 1, { varianceA: 1, varianceD: 1, covariance: 0 })),
    'no-difficulty',
  );
  assert.equal(refusal(empiricalBayes([{ delta: 1, deltaError: 1 }])), 'too-few-items');
  assert.equal(refusal(deltaPlot([{ reference: 0.5, focal: 0.4 }])), 'no-line');
  assert.equal(refusal(logisticDif([level(1, [5, 5, 0, 0])])), 'no-comparison');
  assert.equal(refusal(logisticDif([level(1, [5, 0, 5, 0])])), 'no-variance');
  assert.equal(refusal(logisticDif([level(1, [5, 3, 5, 2])])), 'not-definite');
  assert.equal(refusal(standardization([level(1, [5, 0, 5, 0])])), 'no-comparison');
  assert.equal(
    refusal(
      distractorFunctioning([
        {
          score: 1,
          counts: [
            [9, 9],
            [0, 0],
          ],
        },
      ]),
    ),
    'too-few-options',
  );
  assert.equal(
    refusal(
      distractorFunctioning([
        {
          score: 1,
          counts: [
            [19, 19],
            [0, 0],
          ],
        },
      ]),
    ),
    'no-comparison',
  );
  assert.equal(refusal(continuousDif([{ score: 1, number: 3, right: true }])), 'no-comparison');
  assert.equal(
    refusal(
      mantel(
        [
          {
            score: 1,
            counts: [
              [5, 0],
              [5, 0],
            ],
          },
        ],
        [0, 1],
      ),
    ),
    'no-comparison',
  );
  assert.equal(
    refusal(
      generalizedLogistic([
        {
          score: 1,
          counts: [
            [5, 2],
            [0, 0],
          ],
        },
      ]),
    ),
    'no-comparison',
  );
});

test('slope and intercept become discrimination and difficulty, with errors as by the delta method', () => {
  const item = value(
    fromSlopeIntercept(2, -1, { varianceA: 0.04, varianceD: 0.01, covariance: 0.005 }),
  );
  assert.deepEqual([item.a, item.b], [2, 0.5]);
  // b = -d / a: the slopes are d / a^2 = -1/4 and -1 / a = -1/2.
  near(item.varianceB, 0.0625 * 0.04 + 2 * 0.125 * 0.005 + 0.25 * 0.01, 'variance of b');
  near(item.covariance, -0.25 * 0.04 - 0.5 * 0.005, 'covariance');
});

test('the areas between two known curves are those that adding up thin slices gives', () => {
  const plain = { varianceA: 0.01, varianceB: 0.01, covariance: 0 };
  const one = { a: 1.2, b: -0.3, ...plain };
  const other = { a: 0.7, b: 0.4, ...plain };
  let [signed, unsigned] = [0, 0];
  const curve = ({ a, b }: ItemEstimate, theta: number): number =>
    1 / (1 + Math.exp(-a * (theta - b)));
  for (let theta = -60; theta < 60; theta += 0.001) {
    const gap = curve(one, theta) - curve(other, theta);
    signed += gap * 0.001;
    unsigned += Math.abs(gap) * 0.001;
  }
  const areas = value(raju(one, other));
  near(areas.signed.area, signed, 'signed', 1e-6);
  near(areas.unsigned.area, unsigned, 'unsigned', 1e-6);
  near(value(raju(one, other, 0.2)).unsigned.area, 0.8 * unsigned, 'with guessing', 1e-6);
  near(value(raju(one, { ...other, a: 1.2 })).unsigned.area, 0.7, 'parallel curves');
  // So nearly parallel that exp(Y) overflows: the area must not jump.
  near(value(raju(one, { ...other, a: 1.2 + 1e-9 })).unsigned.area, 0.7, 'nearly parallel', 1e-6);
});

test('every method of the catalog has a page that says what it assumes, refuses and was checked against', () => {
  for (const { id, name } of DIF_METHODS) {
    const file = id.startsWith('logistic') ? 'logistic' : id;
    const page = readFileSync(`docs/methods/${file}.md`, 'utf8');
    for (const part of [
      'Asks',
      'Formula',
      'Source',
      'Assumes',
      'Fewest people',
      'Refuses',
      'Limits',
    ]) {
      assert.ok(page.includes(`**${part}.**`), `${name}: ${part}`);
    }
  }
});

test('people of neither group change no item, and an item fewer in a row changes no other', () => {
  const exam = plantedExam({ people: 600, items: 12, model: '2pl', seed: 31 });
  const alone = compareItems(method('mantel-haenszel'), prepareAnswers(exam.matrix, exam.groups));
  const codes = new Uint8Array(602 * 12);
  codes.set(exam.matrix.codes);
  codes.fill(1, 600 * 12, 601 * 12);
  const member = Uint8Array.from({ length: 602 }, (_, person) => exam.groups.member[person] ?? 2);
  const more = { ...exam.matrix, people: 602, codes };
  const beside = compareItems(
    method('mantel-haenszel'),
    prepareAnswers(more, { ...exam.groups, member }),
  );
  assert.deepEqual(beside, alone);
  // A pilot item is in nobody's total, so that the other items are matched as without it.
  const pilot = { name: 'pilot', pilot: true };
  const wider = new Uint8Array(600 * 13);
  for (let person = 0; person < 600; person += 1) {
    wider.set(exam.matrix.codes.subarray(person * 12, person * 12 + 12), person * 13);
    wider[person * 13 + 12] = person % 3 === 0 ? 1 : 0;
  }
  const thirteen = { people: 600, items: [...exam.matrix.items, pilot], codes: wider };
  const found = compareItems(method('mantel-haenszel'), prepareAnswers(thirteen, exam.groups));
  assert.deepEqual(
    found.slice(0, 12).map((item) => item.found),
    alone.map((item) => item.found),
  );
});
