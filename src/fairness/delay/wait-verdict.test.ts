import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { waitVerdict } from './wait-verdict.ts';

/** Sum of twelve uniforms less six: close enough to a normal number to count how often a rule errs. */
const bell = (chance: Generator): number =>
  Array.from({ length: 12 }, () => chance.next()).reduce((sum, one) => sum + one, -6);

test('an interval that lies inside three days shows parity, even where the test is significant', () => {
  assert.equal(waitVerdict({ days: 1, error: 0.5, people: 4000 }, 0.04, 1).state, 'parity-shown');
  assert.equal(waitVerdict({ days: -1, error: 0.5, people: 4000 }, 0.6, 1).state, 'parity-shown');
});

test('a significant gap beyond the margin is a disparity, whichever group waits longer', () => {
  for (const days of [9, -9]) {
    assert.equal(waitVerdict({ days, error: 1, people: 900 }, 1e-6, 3).state, 'disparity-shown');
  }
});

test('with too few people nothing is shown, and the people it takes grow with the error', () => {
  const further = (error: number): number => {
    const verdict = waitVerdict({ days: 1, error, people: 100 }, 0.5, 1);
    assert.equal(verdict.state, 'cannot-tell-yet');
    return verdict.furtherPeople ?? Number.NaN;
  };
  assert.ok(further(2) > 0 && further(4) > 3 * further(2));
});

test('as many more people as are asked for settle it four times in five, where groups wait alike', () => {
  const chance = generatorFrom('waiting alike');
  const first = { days: 2, error: 2.5, people: 200 };
  const verdict = waitVerdict(first, 0.4, 1);
  assert.equal(verdict.state, 'cannot-tell-yet');
  const people = first.people + (verdict.furtherPeople ?? 0);
  const error = first.error * Math.sqrt(first.people / people);
  let settled = 0;
  for (let run = 0; run < 2000; run += 1) {
    const gap = { days: error * bell(chance), error, people };
    settled += waitVerdict(gap, 1, 1).state === 'parity-shown' ? 1 : 0;
  }
  assert.ok(settled > 0.76 * 2000 && settled < 0.84 * 2000, `${settled} of 2,000`);
});

test('where people are enough and wait equally long, no number of people is made up', () => {
  const verdict = waitVerdict({ days: 0, error: 0, people: 0 }, 1, 1);
  assert.equal(verdict.state, 'parity-shown');
  const close = waitVerdict({ days: 2.9, error: 0.6, people: 500 }, 0.2, 1);
  assert.equal(close.state, 'cannot-tell-yet');
  assert.ok((close.furtherPeople ?? 0) >= 1);
});
