import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import { apportioned } from '../../numerics/tables/apportioned.ts';
import { explainedBy } from './calibrated-spread.ts';
import { domainWeights } from './domain-weights.ts';
import { rakedWeights } from './raking.ts';
import { representativeness } from './representativeness.ts';
import { type KnownVariable, NOT_STATED, type Study } from './study.ts';
import { criticality, taskRatings } from './task-ratings.ts';

interface Reference {
  readonly weights: readonly number[];
  readonly designEffect: number;
  readonly largest: number;
  readonly importance: readonly (readonly [number, number, number])[];
  readonly does: readonly (readonly [number, number])[];
  readonly firstDomain: readonly [number, number];
  readonly firstDomainUnweighted: readonly [number, number];
  readonly setting: { readonly statistic: number; readonly pValue: number };
  readonly region: { readonly pValue: number };
}
const reference = JSON.parse(
  readFileSync('reference/psychometrics/job-analysis.json', 'utf8'),
) as Reference;

/** Differs by less than a relative 1e-9. */
const same = (value: number, right: number, what = ''): void =>
  assert.ok(Math.abs(value - right) <= 1e-9 * Math.max(1e-3, Math.abs(right)), `${what} ${value}`);

const PEOPLE = 60;
const variable = (
  name: string,
  counts: readonly number[],
  of: (person: number) => number,
  people = PEOPLE,
): KnownVariable => ({
  name,
  categories: counts.map((population, place) => ({ name: String(place), population })),
  of: Int32Array.from({ length: people }, (_, person) => of(person)),
});

/** The same sixty people as in job-analysis.R. */
const known = [
  variable('setting', [500, 300, 200], (i) => ((i * i + 3 * i) % 7) % 3),
  variable('region', [350, 650], (i) => ((Math.floor(i / 4) + i) % 5) % 2),
];
const rated = (rating: (person: number, task: number) => number): Float64Array =>
  Float64Array.from({ length: PEOPLE * 4 }, (_, cell) => rating(Math.floor(cell / 4), cell % 4));
const study: Study = {
  respondents: PEOPLE,
  tasks: ['1', '2', '3', '4'].map((id) => ({ id, domain: id < '3' ? 'A' : 'B' })),
  scales: [
    { name: 'frequency', ratings: rated((i, t) => (7 * i + 3 * t + Math.floor(i / 5)) % 5) },
    {
      name: 'importance',
      ratings: rated((i, t) =>
        t === 1 && i % 11 === 3 ? Number.NaN : 1 + ((i * 3 + t * 5 + Math.floor(i / 7)) % 4),
      ),
    },
  ],
  known,
};
const EQUAL = { weights: new Float64Array(PEOPLE).fill(1), explained: explainedBy(PEOPLE, []) };

const raked = rakedWeights(PEOPLE, known);
assert.ok(raked.ok);
const weighing = { weights: raked.value.weights, explained: explainedBy(PEOPLE, known) };

describe('weights by raking', () => {
  test('are those of the R package survey, with their loss', () => {
    for (const [person, right] of reference.weights.entries()) {
      same(at(raked.value.weights, person), right);
    }
    same(raked.value.designEffect, reference.designEffect);
    same(raked.value.largest, reference.largest);
    same(raked.value.effective, PEOPLE / reference.designEffect);
  });

  test('bring every share to the population’s; whoever did not state a variable counts in the others', () => {
    const someUnsaid = known.map((one, place) => ({
      ...one,
      of: one.of.map((own, person) => (person % 9 === place ? NOT_STATED : own)),
    }));
    const found = rakedWeights(PEOPLE, someUnsaid);
    assert.ok(found.ok);
    for (const { categories, of } of someUnsaid) {
      const stated = [...of.keys()].filter((person) => of[person] !== NOT_STATED);
      const weightOf = (people: readonly number[]): number =>
        people.reduce((sum, person) => sum + at(found.value.weights, person), 0);
      for (const [place, { population }] of categories.entries()) {
        const own = stated.filter((person) => of[person] === place);
        same(weightOf(own) / weightOf(stated), population / 1000, `category ${place}`);
      }
    }
  });

  test('a category from which nobody answered is told, not invented', () => {
    const found = rakedWeights(PEOPLE, [variable('setting', [500, 300, 200], (i) => i % 2)]);
    assert.ok(found.ok);
    assert.deepEqual(found.value.unheard, [{ variable: 'setting', category: '2' }]);
    const first = [...found.value.weights].filter((_, person) => person % 2 === 0);
    same(first.reduce((sum, weight) => sum + weight, 0) / PEOPLE, 5 / 8);
  });

  test('variables that no weights can reconcile are refused by name', () => {
    const found = rakedWeights(PEOPLE, [
      variable('setting', [500, 500], (i) => i % 2),
      variable('region', [300, 700], (i) => i % 2),
    ]);
    assert.equal(found.ok ? '' : found.refusal.kind, 'no-agreement');
    assert.match(found.ok ? '' : found.refusal.because, /"setting" and "region"/);
  });
});

describe('ratings and domain weights', () => {
  test('means and standard errors are those of survey on the raked design', () => {
    for (const [place, { does, scales }] of taskRatings(study, weighing).entries()) {
      const [share, ofShare] = at(reference.does, place);
      same(does.mean, share, 'does');
      same(does.standardError, ofShare, 'does, error');
      const [mean, error, people] = at(reference.importance, place);
      const importance = at(scales, 1);
      same(importance.mean, mean, 'importance');
      same(importance.standardError, error, 'importance, error');
      assert.equal(importance.people, people);
    }
  });

  test('a domain’s share and its standard error are those of survey, weighted and not', () => {
    const counts = criticality(study, 'product');
    const cases = [
      [weighing, reference.firstDomain],
      [EQUAL, reference.firstDomainUnweighted],
    ] as const;
    for (const [by, [share, error]] of cases) {
      const found = domainWeights(study.tasks, counts, by);
      assert.ok(found.ok);
      const [first, second] = found.value;
      same(first?.share ?? 0, share);
      same(first?.standardError ?? 0, error);
      same((first?.share ?? 0) + (second?.share ?? 0), 1);
      same(first?.standardError ?? 0, second?.standardError ?? 1);
    }
  });

  test('who does not do a task counts 0 for it, whatever else is answered; an answer left out is no 0', () => {
    const scales: Study['scales'] = [
      { name: 'often', ratings: Float64Array.of(0, 2, 2) },
      { name: 'important', ratings: Float64Array.of(Number.NaN, 3, Number.NaN) },
    ];
    const few = { respondents: 1, tasks: [], known: [], scales };
    assert.deepEqual([...criticality(few, 'product')], [0, 6, Number.NaN]);
    assert.deepEqual([...criticality(few, 'sum')], [0, 5, Number.NaN]);
  });

  test('a task that nobody rated leaves its domain without a weight, and says which', () => {
    const counts = criticality(study, 'product').map((count, cell) =>
      cell % 4 === 2 ? Number.NaN : count,
    );
    const found = domainWeights(study.tasks, counts, EQUAL);
    assert.match(found.ok ? '' : found.refusal.because, /nobody rated the task "3"/);
  });

  test('questions add up to the form; the largest remainders get what is left', () => {
    assert.deepEqual(apportioned([0.305, 0.335, 0.36], 10), [3, 3, 4]);
    assert.deepEqual(apportioned([1 / 3, 1 / 3, 1 / 3], 100), [34, 33, 33]);
    for (let questions = 0; questions < 200; questions += 7) {
      const seats = apportioned([0.11, 0.27, 0.05, 0.57], questions);
      assert.equal(
        seats.reduce((sum, seat) => sum + seat, 0),
        questions,
      );
    }
  });
});

describe('who answered, beside who could have', () => {
  test('each known variable is tested as R tests it, with Holm’s rule over all', () => {
    const [setting, region] = representativeness(known);
    assert.ok(setting?.test.ok && region?.test.ok);
    same(setting.test.value.statistic, reference.setting.statistic);
    same(setting.test.value.pValue, reference.setting.pValue);
    same(region.test.value.pValue, reference.region.pValue);
    same(region.pAdjusted ?? 0, 2 * reference.region.pValue);
    same(setting.dissimilarity, 4 / 60);
  });

  test('answering alike everywhere is no spread; answering by category alone is all of it', () => {
    const alike = variable('a', [10_000, 10_000], (i) => i % 2, 2000);
    const [none] = representativeness([alike]);
    assert.equal(none?.spread, 0);
    const apart = variable('a', [10_000, 10_000], (i) => Number(i >= 500), 2000);
    const [some] = representativeness([apart]);
    // Rates .05 and .15: spread .05 beside an overall rate of .1, the chance in it below .0001.
    assert.ok(Math.abs((some?.spread ?? 0) - 0.05) < 2e-4);
    assert.ok(Math.abs((some?.largestBias ?? 0) - 0.5) < 2e-3);
  });

  test('the spread is free of what chance gives: over many samples its square is right on average', () => {
    // Answers drawn with rates .02 and .05 in categories of 900 and 300 people; true squared spread .75 * .25 * .03^2.
    const chance = generatorFrom('spread');
    const rounds = 4000;
    let sum = 0;
    for (let round = 0; round < rounds; round += 1) {
      const answered = [900, 300].map((people, place) => {
        let count = 0;
        for (let person = 0; person < people; person += 1) {
          count += Number(chance.next() < (place === 0 ? 0.02 : 0.05));
        }
        return count;
      });
      const of = answered.flatMap((count, place) => new Array<number>(count).fill(place));
      const [found] = representativeness([variable('a', [900, 300], (i) => of[i] ?? 0, of.length)]);
      sum += (found?.spread ?? 0) ** 2;
    }
    const truth = 0.75 * 0.25 * 0.03 ** 2;
    assert.ok(Math.abs(sum / rounds / truth - 1) < 0.12, `${sum / rounds} beside ${truth}`);
  });
});
