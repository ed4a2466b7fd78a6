import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRates } from './event-rates.ts';

const near = (found: number | undefined, wanted: number, tolerance: number): void =>
  assert.ok(Math.abs((found ?? Number.NaN) - wanted) <= tolerance, `${found} for ${wanted}`);

test('breast cancer after fluoroscopy, as published: 41 in 28,010 person-years against 15 in 19,017', () => {
  // Boice & Monson (1977); ratio and interval as in Rothman & Greenland (1998), chapter 14.
  const [found] = compareRates([{ group: 'exposed', events: 41, people: 28010 }], {
    group: 'not',
    events: 15,
    people: 19017,
  });
  near(found?.ratio, 1.86, 0.005);
  near(found?.low, 1.03, 0.005);
  near(found?.high, 3.35, 0.005);
});

test('swapping the groups turns the ratio over and keeps the verdict', () => {
  const [one, other] = [
    { group: 'a', events: 60, people: 400 },
    { group: 'b', events: 90, people: 1200 },
  ];
  const [there] = compareRates([one], other);
  const [back] = compareRates([other], one);
  near(back?.ratio, 1 / (there?.ratio ?? 0), 1e-12);
  near(back?.low, 1 / (there?.high ?? 0), 1e-12);
  assert.equal(there?.state, 'disparity-shown');
  assert.equal(back?.state, 'disparity-shown');
});

test('many events at equal rates show parity, few cannot tell, and nothing is compared with nothing', () => {
  const of = (group: string, events: number, people: number) => ({ group, events, people });
  const [many] = compareRates([of('a', 2000, 20000)], of('b', 2000, 20000));
  assert.equal(many?.state, 'parity-shown');
  const [few] = compareRates([of('a', 12, 100)], of('b', 30, 300));
  assert.equal(few?.state, 'cannot-tell-yet');
  assert.deepEqual(compareRates([of('a', 3, 10)], of('b', 0, 10)), []);
  assert.deepEqual(compareRates([of('a', 0, 10)], of('b', 3, 10)), []);
});
