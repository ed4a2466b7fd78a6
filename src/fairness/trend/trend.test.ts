import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import { anytimeComparison, type Block } from './anytime-comparison.ts';
import { yearOverYear } from './year-over-year.ts';
import { yearlyAlarms } from './yearly-alarms.ts';

const block = (label: string, before: [number, number], now: [number, number]): Block => ({
  label,
  before: { succeeded: before[0], total: before[1] },
  now: { succeeded: now[0], total: now[1] },
});
const looksOf = (blocks: readonly Block[], significance?: number) => {
  const looks = anytimeComparison(blocks, significance);
  assert.ok(looks.ok);
  return looks.value;
};
const drawn = (chance: Generator, people: number, rate: number): [number, number] => {
  let yes = 0;
  for (let person = 0; person < people; person += 1) {
    yes += chance.next() < rate ? 1 : 0;
  }
  return [yes, people];
};
const months = (
  chance: Generator,
  count: number,
  people: [number, number],
  rates: [number, number],
) =>
  Array.from({ length: count }, (_, month) =>
    block(`m${month}`, drawn(chance, people[0], rates[0]), drawn(chance, people[1], rates[1])),
  );

test('the mean of what a block multiplies the evidence by is at most one, whatever the common rate', () => {
  const past = block('past', [36, 40], [24, 40]);
  const already = looksOf([past, block('none', [0, 0], [0, 0])])[1]?.evidence ?? 0;
  for (const [n1, n2] of [
    [3, 3],
    [2, 9],
    [12, 4],
  ] as const) {
    for (const rate of [0.02, 0.3, 0.5, 0.75, 0.95]) {
      let mean = 0;
      for (let one = 0; one <= n1; one += 1) {
        for (let two = 0; two <= n2; two += 1) {
          const evidence = looksOf([past, block('x', [one, n1], [two, n2])])[1]?.evidence ?? 0;
          mean +=
            (evidence / already) *
            binomialPoint(one, n1, rate, 1 - rate) *
            binomialPoint(two, n2, rate, 1 - rate);
        }
      }
      assert.ok(mean <= 1 + 1e-12, `${n1} ${n2} ${rate}: ${mean}`);
    }
  }
});

test('looked at after each of 60 blocks, a false alarm is raised less often than once in twenty', () => {
  const chance = generatorFrom('trend without change');
  let alarms = 0;
  for (let run = 0; run < 300; run += 1) {
    const looks = looksOf(months(chance, 60, [12, 9], [0.7, 0.7]));
    alarms += looks.some(({ state }) => state === 'worse') ? 1 : 0;
  }
  assert.ok(alarms <= 15, `${alarms} of 300`);
});

test('a fall from 80 to 65 in a hundred is nearly always found within two years of 40 people a month', () => {
  const chance = generatorFrom('trend with change');
  let found = 0;
  for (let run = 0; run < 100; run += 1) {
    const looks = looksOf(months(chance, 24, [40, 40], [0.8, 0.65]));
    found += looks.at(-1)?.state === 'worse' ? 1 : 0;
  }
  assert.ok(found >= 90, `${found} of 100`);
});

test('an improvement is never called worse, and the first block alone bets nothing', () => {
  const chance = generatorFrom('trend better');
  const looks = looksOf(months(chance, 40, [30, 30], [0.6, 0.85]));
  assert.ok(looks.every(({ state }) => state === 'not shown'));
  assert.deepEqual(looksOf([block('a', [10, 10], [0, 10])]), [
    { label: 'a', evidence: 1, pValue: 1, state: 'not shown' },
  ]);
});

test('what was shown stays shown, and a block with nobody changes nothing', () => {
  const fall = Array.from({ length: 8 }, (_, place) => block(`b${place}`, [45, 50], [25, 50]));
  const back = Array.from({ length: 8 }, (_, place) => block(`c${place}`, [25, 50], [45, 50]));
  const looks = looksOf([...fall, ...back, block('empty', [0, 0], [3, 4])]);
  assert.equal(looks[7]?.state, 'worse');
  assert.equal(looks.at(-1)?.state, 'worse');
  assert.equal(looks.at(-1)?.evidence, looks.at(-2)?.evidence);
});

test('the parts of all years add up to 5 %, each its own', () => {
  const years = Array.from({ length: 40 }, (_, place) => ({
    label: `y${place}`,
    blocks: [block('a', [9, 10], [9, 10])],
  }));
  const alarms = yearlyAlarms(years);
  assert.ok(alarms.ok);
  const spent = alarms.value.reduce((sum, { significance }) => sum + significance, 0);
  assert.ok(Math.abs(spent - 0.05 * (1 - 1 / 41)) < 1e-12);
  assert.equal(alarms.value[0]?.looks.length, 1);
});

test('counts that are none are refused with the name of the block', () => {
  const bad = anytimeComparison([block('May', [11, 10], [1, 10])]);
  assert.match(bad.ok ? '' : bad.refusal.because, /"May"/);
  const years = yearlyAlarms([{ label: 'y', blocks: [block('June', [1.5, 10], [1, 10])] }]);
  assert.match(years.ok ? '' : years.refusal.because, /"June"/);
});

const yearsOf = (...years: readonly ([number, number] | undefined)[]) =>
  years.map((year) => (year === undefined ? undefined : { succeeded: year[0], total: year[1] }));

test('a year is compared with the year before by the exact lower tail, and spends its own part', () => {
  // Fisher's tasting lady: at most 1 of 4 where 4 of 8 are right, 17 of 70.
  const answer = yearOverYear([{ group: 'a', years: yearsOf([3, 4], [1, 4]) }]);
  assert.ok(answer.ok);
  const [first, second] = answer.value[0] ?? [];
  assert.equal(first, undefined);
  assert.ok(Math.abs((second?.raisedP ?? 0) - 17 / 70) < 1e-12);
  assert.equal(second?.significance, 0.025);
});

test('a fall of one group in one year is shown there and nowhere else; a rise never is', () => {
  const answer = yearOverYear([
    { group: 'fell', years: yearsOf([180, 200], [178, 200], [120, 200]) },
    { group: 'rose', years: yearsOf([120, 200], [150, 200], [190, 200]) },
    { group: 'gap', years: yearsOf([180, 200], undefined, [20, 200]) },
  ]);
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.map((years) => years.map((year) => year?.state)),
    [
      [undefined, 'not shown', 'worse'],
      [undefined, 'not shown', 'not shown'],
      [undefined, undefined, undefined],
    ],
  );
});

test('over ten years and five groups that do not change, a false alarm is ever raised less often than once in twenty', () => {
  const chance = generatorFrom('years without change');
  let alarms = 0;
  for (let run = 0; run < 400; run += 1) {
    const groups = Array.from({ length: 5 }, (_, place) => ({
      group: `g${place}`,
      years: yearsOf(...Array.from({ length: 10 }, () => drawn(chance, 40 + 20 * place, 0.7))),
    }));
    const answer = yearOverYear(groups);
    assert.ok(answer.ok);
    alarms += answer.value.flat().some((year) => year?.state === 'worse') ? 1 : 0;
  }
  assert.ok(alarms <= 20, `${alarms} of 400`);
});

test('a year that is no count is refused with the name of the group', () => {
  const bad = yearOverYear([{ group: 'a', years: yearsOf([1, 2], [3, 2]) }]);
  assert.match(bad.ok ? '' : bad.refusal.because, /"a"/);
});
