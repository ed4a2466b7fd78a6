import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Result } from '../../kernel/result/result.ts';
import { type AdjustedPlan, adjustedOutcomes } from './adjusted.ts';
import { intersections } from './intersections.ts';

const models = JSON.parse(readFileSync('reference/fairness/impact-models.json', 'utf8'));
const BAR = '../shared/data/decisions/law_school_bar.csv';
const skip = existsSync(BAR) ? false : 'no ../shared';

function value<V>(result: Result<V>): V {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}
const because = (result: Result<unknown>): string => (result.ok ? '' : result.refusal.because);
const near = (answer: number, expected: number, tolerance: number, what = ''): void =>
  assert.ok(Math.abs(answer - expected) <= tolerance, `${what} ${answer} against ${expected}`);

test('crossings of race, sex and tier: a fifth of all variation, nearly all of it explained one fact at a time', () => {
  const { maihda } = models;
  const rows: [string, string, string, number, number][] = maihda.crossings;
  const answer = value(
    intersections(
      ['race', 'male', 'tier'],
      rows.map(([race, male, tier, succeeded, total]) => ({
        values: [race, male, tier],
        succeeded,
        total,
      })),
    ),
  );
  near(answer.betweenShare, maihda.vpc, 1e-5, 'VPC');
  near(value(answer.explainedShare), maihda.pcv, 1e-5, 'PCV');
  near(answer.betweenShare, 0.207, 5e-4, 'VPC as printed');
  for (const crossing of answer.crossings) {
    const [low, high] = [
      Math.min(crossing.rate, crossing.additiveRate),
      Math.max(crossing.rate, crossing.additiveRate),
    ];
    assert.ok(crossing.shrunkenRate >= low - 0.02 && crossing.shrunkenRate <= high + 0.02);
  }
});

test('a crossing of two people is drawn to its facts much further than one of hundreds', () => {
  const crossing = (values: string[], succeeded: number, total: number) => ({
    values,
    succeeded,
    total,
  });
  const answer = value(
    intersections(
      ['a', 'b'],
      [
        crossing(['x', 'p'], 150, 300),
        crossing(['x', 'q'], 90, 300),
        crossing(['y', 'p'], 0, 2),
        crossing(['y', 'q'], 180, 300),
        crossing(['z', 'p'], 200, 300),
        crossing(['z', 'q'], 160, 300),
      ],
    ),
  );
  const small = answer.crossings[2] ?? assert.fail();
  assert.equal(small.rate, 0);
  assert.ok(small.shrunkenRate > 0.5 * small.additiveRate);
  const large = answer.crossings[0] ?? assert.fail();
  assert.ok(Math.abs(large.shrunkenRate - large.rate) < 0.05);
  assert.match(because(intersections(['a'], [crossing(['x'], 1, 2)])), /at least 4/);
});

test('crossings that differ no more than chance have nothing to explain', () => {
  const alike = ['p', 'q', 'r', 's', 't'].map((name) => ({
    values: [name],
    succeeded: 30,
    total: 50,
  }));
  assert.match(because(intersections(['fact'], alike)), /two facts/);
  const twoFacts = ['p', 'q'].flatMap((one) =>
    ['x', 'y', 'z'].map((two) => ({ values: [one, two], succeeded: 30, total: 50 })),
  );
  const answer = value(intersections(['one', 'two'], twoFacts));
  assert.equal(answer.betweenShare, 0);
  assert.match(because(answer.explainedShare), /nothing to explain/);
});

function barPlan(): AdjustedPlan {
  const [head = '', ...lines] = readFileSync(BAR, 'utf8').trim().split(/\r?\n/);
  const header = head.split(',');
  const cells = lines.map((line) => line.split(','));
  const column = (name: string): string[] => cells.map((row) => row[header.indexOf(name)] ?? '');
  const numbers = (name: string): Float64Array => Float64Array.from(column(name), Number);
  return {
    succeeded: Uint8Array.from(column('bar'), (word) => (word === 'TRUE' ? 1 : 0)),
    groups: column('race1'),
    reference: 'white',
    facts: [
      { name: 'gender', kind: 'words', values: column('gender'), base: 'female' },
      { name: 'lsat', kind: 'numbers', values: numbers('lsat') },
      { name: 'ugpa', kind: 'numbers', values: numbers('ugpa') },
      { name: 'cluster', kind: 'words', values: column('cluster'), base: '1' },
      { name: 'fulltime', kind: 'numbers', values: numbers('fulltime') },
    ],
  };
}

test('the adjusted bar exam agrees with R, and impact and explanation stand side by side', {
  skip,
}, () => {
  const { adjusted: expected } = models;
  const answer = value(adjustedOutcomes(barPlan()));
  const named: Record<string, string> = {
    intercept: '(Intercept)',
    'gender: male': 'gendermale',
  };
  for (const { name, value: found, error } of answer.coefficients) {
    const inR =
      named[name] ?? name.replace('group: ', 'race1').replace(/^cluster: /, 'factor(cluster)');
    near(found, expected.coef[inR], 1e-7, name);
    near(error, expected.se[inR], 1e-7, `${name} error`);
  }
  near(answer.deviance, expected.deviance, 1e-6, 'deviance');
  near(answer.nullDeviance, expected.null, 1e-6, 'null deviance');
  const black = answer.groups.find(({ focal }) => focal === 'black') ?? assert.fail();
  near(black.explained + black.unexplained, black.difference, 1e-12, 'parts');
  assert.ok(black.impact.oddsRatio < black.adjusted.oddsRatio && black.adjusted.interval.high < 1);
  assert.ok(black.explained < -0.15 && black.unexplained < -0.13);
});

const people = (groups: string, succeeded: number[], score: number[]): AdjustedPlan => ({
  groups: [...groups],
  succeeded: Uint8Array.from(succeeded),
  reference: 'r',
  facts: [{ name: 'score', kind: 'numbers', values: Float64Array.from(score) }],
});

test('where the fact is alike in both groups it explains nothing; where outcomes follow it alone it explains all', () => {
  const scores = [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2];
  const yes = [0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1];
  const alike = value(adjustedOutcomes(people('rrrrrrrrffffffff', yes, scores))).groups[0];
  near(alike?.explained ?? 1, 0, 1e-9);
  const part = (score: number, yes: number, all: number) =>
    Array.from({ length: all }, (_, place): [number, number] => [place < yes ? 1 : 0, score]);
  const all = [...part(1, 1, 4), ...part(2, 6, 8), ...part(1, 2, 8), ...part(2, 3, 4)];
  const follows = value(
    adjustedOutcomes(
      people(
        'r'.repeat(12) + 'f'.repeat(12),
        all.map(([yes]) => yes),
        all.map(([, score]) => score),
      ),
    ),
  ).groups[0];
  near(follows?.difference ?? 0, 5 / 12 - 7 / 12, 1e-12);
  near(follows?.explained ?? 0, 5 / 12 - 7 / 12, 1e-9);
  near(follows?.unexplained ?? 1, 0, 1e-9);
  near(follows?.adjusted.oddsRatio ?? 0, 1, 1e-9);
});

test('people without a fact are left out of both numbers and counted; what cannot be fitted is refused', () => {
  const scores = [1, 1, 2, 2, 1, 1, 2, Number.NaN];
  const answer = value(adjustedOutcomes(people('rrrrffff', [0, 1, 1, 0, 0, 1, 1, 1], scores)));
  assert.deepEqual([answer.people, answer.incomplete, answer.groups[0]?.people], [7, 1, 3]);
  const split = people('rrrrffff', [0, 0, 1, 1, 0, 0, 1, 1], [1, 1, 2, 2, 1, 1, 2, 2]);
  assert.match(because(adjustedOutcomes(split)), /no bound/);
  assert.match(because(adjustedOutcomes({ ...split, reference: 'x' })), /Nobody is in/);
  const same = people('rrrrffff', [0, 1, 1, 0, 0, 1, 1, 0], [1, 1, 1, 1, 1, 1, 1, 1]);
  assert.equal(adjustedOutcomes(same).ok, false);
});
