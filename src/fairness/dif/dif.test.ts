import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { NO_CODES } from '../../psychometrics/responses/answers.ts';
import { NOT_ADMINISTERED, NOT_REACHED } from '../../psychometrics/responses/codes.ts';
import { type ResponseMatrix, totals } from '../../psychometrics/responses/matrix.ts';
import { readResponses } from '../../psychometrics/responses/read-responses.ts';
import { type TwoGroups, twoGroups } from '../groups/group.ts';
import { type MantelHaenszel, mantelHaenszel, type Stratum } from './mantel-haenszel.ts';
import { strataByScore } from './strata.ts';
import { difClass, direction, enoughPeople } from './verdict.ts';

type Four = [number, number, number, number];
const read = (name: string) => JSON.parse(readFileSync(`reference/fairness/${name}.json`, 'utf8'));
const stratum = ([a, b, c, d]: readonly number[]): Stratum => ({
  referenceRight: a ?? 0,
  referenceWrong: b ?? 0,
  focalRight: c ?? 0,
  focalWrong: d ?? 0,
});
const swapped = (s: Stratum): Stratum => ({
  referenceRight: s.focalRight,
  referenceWrong: s.focalWrong,
  focalRight: s.referenceRight,
  focalWrong: s.referenceWrong,
});

function found(strata: readonly Stratum[], continuity?: number): MantelHaenszel {
  const result = mantelHaenszel(strata, continuity);
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
}

function effectOf({ effect }: MantelHaenszel) {
  assert.ok(effect.ok, effect.ok ? '' : effect.refusal.because);
  return effect.value;
}

function near(answer: number, expected: number, what: string, tolerance = 1e-10): void {
  const gap = Math.abs(answer - expected) / Math.max(1, Math.abs(expected));
  assert.ok(gap <= tolerance, `${what}: ${answer} against ${expected}`);
}

test('odds ratio, error, chi-squared and p-value agree with R on simulated strata', () => {
  const cases: {
    name: string;
    strata: Four[];
    oddsRatio: number;
    logError: number;
    chiSquared: number;
    pValue: number;
    used: number;
  }[] = read('mantel-haenszel');
  for (const expected of cases) {
    const result = found(expected.strata.map(stratum));
    near(effectOf(result).oddsRatio, expected.oddsRatio, expected.name);
    near(effectOf(result).deltaError, 2.35 * expected.logError, expected.name);
    near(result.chiSquared, expected.chiSquared, expected.name);
    near(result.pValue, expected.pValue, expected.name);
    assert.equal(result.strataUsed, expected.used);
  }
});

test('agrees with R on published admissions, promotions, grants, arrests and bar results', () => {
  const { cases } = read('stratified');
  const names = Object.keys(cases);
  assert.equal(names.length, 6);
  for (const name of names) {
    const expected = cases[name];
    // R stores a table column by column: both groups' yes answers, then both groups' no answers.
    const strata = expected.tables.map(([a, b, c, d]: Four) => stratum([a, c, b, d]));
    const result = found(strata);
    near(result.chiSquared, expected.cmh_cc, name);
    near(result.pValue, expected.cmh_cc_p, name);
    near(found(strata, 0).chiSquared, expected.cmh, name);
    near(effectOf(result).oddsRatio, expected.or_mh, name);
    const [low, high] = expected.or_mh_ci;
    const error = Math.log(high / low) / (2 * 1.959963984540054);
    near(Math.sqrt(effectOf(result).logOddsVariance), error, name);
  }
});

test('levels that cannot compare the groups are skipped and counted', () => {
  const eight: Four[] = [
    [0, 1, 1, 0],
    [1, 0, 0, 1],
    [1, 1, 0, 0],
    [0, 0, 1, 1],
    [0, 1, 0, 1],
    [1, 0, 1, 0],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ];
  const expected: [number[], number, number, number][] = [
    [[7, 8], 2, 1, 0],
    [[1, 7, 8], 3, 0.5, 3 / 11],
    [[2, 7, 8], 3, 2, 3 / 11],
    [[3, 7, 8], 2, 1, 0],
    [[4, 7, 8], 2, 1, 0],
    [[5, 7, 8], 2, 1, 0],
    [[6, 7, 8], 2, 1, 0],
  ];
  for (const [chosen, used, odds, chi] of expected) {
    const result = found(
      chosen.map((level) => stratum(eight[level - 1] ?? [])),
      0,
    );
    assert.equal(result.strataUsed, used);
    assert.equal(result.strataSkipped, chosen.length - used);
    near(effectOf(result).oddsRatio, odds, `${chosen}`);
    near(result.chiSquared, chi, `${chosen}`);
  }
});

test('the full rule for A, B and C agrees with the reference on 129 real items', () => {
  const { items } = read('dif-classes');
  assert.ok(items.length >= 120);
  for (const [set, chiSquared, oddsRatio, logOddsVariance, delta, deltaError, letter] of items) {
    const effect = success({ oddsRatio, logOddsVariance, delta, deltaError });
    const result: MantelHaenszel = {
      chiSquared,
      pValue: chiSquaredUpperTail(chiSquared, 1),
      chiSquaredUncorrected: chiSquared,
      pValueUncorrected: chiSquaredUpperTail(chiSquared, 1),
      chiSquaredWithoutFloor: chiSquared,
      effect,
      gap: Math.log(oddsRatio),
      strataUsed: 1,
      strataSkipped: 0,
      people: 1000,
      focalMatched: 500,
    };
    near(-2.35 * Math.log(oddsRatio), delta, set);
    near(2.35 * Math.sqrt(logOddsVariance), deltaError, set);
    assert.deepEqual(difClass(result), success(letter), `${set} ${delta}`);
  }
});

const anyStratum = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 })
  .map(stratum);
const anyStrata = fc.array(anyStratum, { minLength: 1, maxLength: 12 });

test('swapping the groups turns the sign round and changes nothing else', () => {
  fc.assert(
    fc.property(anyStrata, (strata) => {
      const there = mantelHaenszel(strata);
      const back = mantelHaenszel(strata.map(swapped));
      assert.equal(there.ok, back.ok);
      if (there.ok && back.ok) {
        near(there.value.gap, -back.value.gap, 'gap');
        near(there.value.chiSquared, back.value.chiSquared, 'chi-squared', 1e-9);
        assert.equal(there.value.effect.ok, back.value.effect.ok);
        if (there.value.effect.ok && back.value.effect.ok) {
          near(there.value.effect.value.delta, -back.value.effect.value.delta, 'delta');
          near(there.value.effect.value.deltaError, back.value.effect.value.deltaError, 'error');
        }
      }
    }),
  );
});

test('a level that compares nothing moves nothing, and the order of levels does not matter', () => {
  fc.assert(
    fc.property(anyStrata, fc.integer({ min: 0, max: 9 }), (strata, people) => {
      const plain = mantelHaenszel(strata);
      const more = mantelHaenszel([stratum([people, people, 0, 0]), ...strata].reverse());
      assert.equal(plain.ok, more.ok);
      if (plain.ok && more.ok) {
        near(plain.value.chiSquared, more.value.chiSquared, 'chi-squared');
        near(plain.value.gap, more.value.gap, 'gap');
      }
    }),
  );
});

test('equal odds at every level give delta zero, and splitting such a level moves no odds ratio', () => {
  const level = stratum([40, 20, 8, 4]);
  const half = stratum([20, 10, 4, 2]);
  const whole = found([level, stratum([30, 30, 7, 7])]);
  near(effectOf(whole).delta, 0, 'delta');
  const biased = stratum([40, 20, 8, 12]);
  const split = stratum([20, 10, 4, 6]);
  near(effectOf(found([biased])).oddsRatio, effectOf(found([split, split])).oddsRatio, 'split');
  near(effectOf(found([level])).oddsRatio, effectOf(found([half, half])).oddsRatio, 'split');
});

test('a gap smaller than half a person is no evidence at all', () => {
  const faint = found([stratum([12, 10, 8, 7]), stratum([20, 11, 10, 5])]);
  assert.deepEqual([faint.chiSquared, faint.pValue], [0, 1]);
  assert.ok(faint.chiSquaredWithoutFloor > 0);
});

test('what cannot be compared is refused, and an unbounded odds ratio is never a number', () => {
  const nobody = mantelHaenszel([stratum([10, 5, 0, 0])]);
  assert.equal(nobody.ok || nobody.refusal.kind, 'no-comparison');
  const constant = found([stratum([10, 0, 3, 4])]);
  assert.equal(constant.effect.ok, false);
  assert.ok(constant.chiSquared > 0 && constant.pValue < 1);
  assert.equal(difClass(constant).ok, false);
});

function world(
  rows: readonly (readonly number[])[],
  focalRows: number,
): [ResponseMatrix, TwoGroups] {
  const width = rows[0]?.length ?? 0;
  const split = twoGroups(
    rows.map((_, person) => (person < focalRows ? 'late' : 'early')),
    'early',
    'late',
  );
  assert.ok(split.ok);
  const items = Array.from({ length: width }, (_, place) => ({ name: `i${place}`, pilot: false }));
  return [{ people: rows.length, items, codes: Uint8Array.from(rows.flat()) }, split.value];
}

function rasch(
  people: { early: number; late: number; gap: number },
  items: number,
  seed: string,
  harder: (item: number) => number,
): [ResponseMatrix, TwoGroups] {
  const chance = generatorFrom(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  const rows = Array.from({ length: people.early + people.late }, (_, person) => {
    const late = person < people.late;
    const ability = normal() - (late ? people.gap : 0);
    return Array.from({ length: items }, (__, item) => {
      const hardness = (4 * item) / items - 2 + (late ? harder(item) : 0);
      return chance.next() < 1 / (1 + Math.exp(hardness - ability)) ? 1 : 0;
    });
  });
  return world(rows, people.late);
}

test('items without bias are flagged no more often than promised, though the groups differ in size and ability', () => {
  let flagged = 0;
  let lettered = 0;
  let judged = 0;
  for (let run = 0; run < 25; run += 1) {
    const people = { early: 700, late: 150, gap: 0.8 };
    const [matrix, groups] = rasch(people, 40, `clean ${run}`, () => 0);
    const scores = totals(matrix);
    for (let item = 0; item < 40; item += 1) {
      const result = found(strataByScore(matrix, scores, groups, item));
      judged += 1;
      flagged += result.pValue < 0.05 ? 1 : 0;
      const letter = difClass(result);
      lettered += letter.ok && letter.value === 'C' ? 1 : 0;
    }
  }
  assert.ok(flagged / judged < 0.06, `${flagged} of ${judged}`);
  assert.ok(lettered / judged < 0.01, `${lettered} of ${judged}`);
});

test('a planted bias is found, and its direction is said in words both ways round', () => {
  const people = { early: 2000, late: 600, gap: 0.5 };
  const harder = (item: number): number => (item === 12 ? 1 : item === 20 ? -1 : 0);
  const [matrix, groups] = rasch(people, 40, 'planted', harder);
  const scores = totals(matrix);
  const against = found(strataByScore(matrix, scores, groups, 12));
  assert.deepEqual(difClass(against), success('C'));
  assert.ok(effectOf(against).delta < -1.5);
  assert.equal(direction(against, groups), 'harder for late than for early at the same score');
  const toward = found(strataByScore(matrix, scores, groups, 20));
  assert.equal(direction(toward, groups), 'harder for early than for late at the same score');
  const labels = Array.from(groups.member, (side) => (side === 0 ? 'early' : 'late'));
  const turned = twoGroups(labels, 'late', 'early');
  assert.ok(turned.ok);
  const same = found(strataByScore(matrix, scores, turned.value, 12));
  near(effectOf(same).delta, -effectOf(against).delta, 'delta');
  assert.equal(direction(same, turned.value), 'harder for late than for early at the same score');
  assert.equal(
    direction({ ...same, gap: 0 }, groups),
    'equally hard for late and early at the same score',
  );
});

test('people without the studied item are left out for that item only', () => {
  const rows = [
    [1, 1, 1],
    [0, 1, NOT_REACHED],
    [1, 0, NOT_ADMINISTERED],
    [1, 0, 0],
  ];
  const [matrix, groups] = world(rows, 2);
  const count = (place: number): number =>
    strataByScore(matrix, totals(matrix), groups, place)
      .flatMap(({ score: _, ...people }) => Object.values(people))
      .reduce((sum, people) => sum + people, 0);
  assert.equal(count(0), 4);
  assert.equal(count(2), 2);
});

test('a pilot item is matched on the scored total with itself added', () => {
  const rows = [
    [1, 0, 1],
    [1, 0, 0],
  ];
  const [matrix, groups] = world(rows, 1);
  const items = matrix.items.map((item, place) => ({ ...item, pilot: place === 2 }));
  const planned = { ...matrix, items };
  const strata = strataByScore(planned, totals(planned), groups, 2);
  assert.deepEqual(strata, [
    { score: 1, ...stratum([0, 1, 0, 0]) },
    { score: 2, ...stratum([0, 0, 1, 0]) },
  ]);
});

test('too few matched people are named as such', () => {
  const few = found([stratum([100, 80, 3, 2])]);
  const refused = enoughPeople(few);
  assert.match(refused.ok ? '' : refused.refusal.because, /fewer than 10 people.*100/);
  assert.equal(enoughPeople({ ...few, people: 250, focalMatched: 120 }).ok, true);
});

const REAL = '../shared/data/responses/credential1_scored.csv';
test('all 170 items of a real licensure exam agree with difR', {
  skip: existsSync(REAL) ? false : 'no ../shared',
}, () => {
  const expected = read('dif-credential1-country');
  const responses = readResponses(readFileSync(REAL), {
    id: undefined,
    items: 'iraw.1-170',
    pilot: undefined,
    keep: ['Country'],
    codes: NO_CODES,
  });
  assert.ok(responses.ok);
  const { matrix, labels } = responses.value;
  const groups = twoGroups(labels.get('Country') ?? [], 'USA', 'others');
  assert.ok(groups.ok);
  assert.deepEqual([groups.value.referencePeople, groups.value.focalPeople], [1243, 393]);
  const scores = totals(matrix);
  let floored = 0;
  for (let item = 0; item < 170; item += 1) {
    const result = found(strataByScore(matrix, scores, groups.value, item));
    near(result.chiSquaredWithoutFloor, expected.chiSquared[item], `item ${item + 1}`);
    near(effectOf(result).oddsRatio, expected.oddsRatio[item], `item ${item + 1}`);
    near(effectOf(result).logOddsVariance, expected.logOddsVariance[item], `item ${item + 1}`);
    if (Math.abs(result.gap) < 0.5) {
      floored += 1;
      assert.equal(result.chiSquared, 0);
    } else {
      near(result.chiSquared, expected.chiSquared[item], `item ${item + 1}`);
      near(result.pValue, expected.pValue[item], `item ${item + 1}`);
    }
  }
  assert.equal(floored, 7);
});
