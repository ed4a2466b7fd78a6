import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Comparable, twinsOf } from './twins.ts';

let ids = 0;
const concern = (change: Partial<Comparable> = {}): Comparable => {
  ids += 1;
  return {
    id: String(ids),
    accountHash: `hash ${ids}`,
    happenedOn: '2026-05-03',
    who: 'José Núñez',
    ...change,
  };
};
const reasonOf = (one: Comparable, other: Comparable) => twinsOf(one, [one, other])[0]?.reason;

test('the same day and the same person are a possible twin, however the name is written', () => {
  for (const who of [
    'José Núñez',
    'jose nunez',
    'Dr. José  NÚÑEZ',
    'Núñez'.replace('N', 'José N'),
  ]) {
    assert.equal(reasonOf(concern(), concern({ who })), 'same-day-and-person', who);
  }
  assert.equal(reasonOf(concern({ who: '李' }), concern({ who: '李' })), 'same-day-and-person');
});

test('another day, another person, or nothing said is no twin', () => {
  for (const change of [
    { happenedOn: '2026-05-04' },
    { happenedOn: undefined },
    { who: undefined },
    { who: 'José Muñoz' },
    { who: '...' },
  ]) {
    assert.equal(reasonOf(concern(), concern(change)), undefined);
  }
  const unsaid = { happenedOn: undefined, who: undefined };
  assert.equal(reasonOf(concern(unsaid), concern(unsaid)), undefined);
  assert.equal(reasonOf(concern({ who: 'Dr.' }), concern({ who: 'Mr.' })), undefined);
  // Vowel signs are letters of their own: these are two different names.
  assert.equal(reasonOf(concern({ who: 'रम' }), concern({ who: 'रमी' })), undefined);
});

test('the same words are a possible twin, whatever else differs, and nobody is their own twin', () => {
  const first = concern();
  const copy = concern({ accountHash: first.accountHash, who: undefined });
  assert.equal(reasonOf(first, copy), 'same-words');
  assert.deepEqual(twinsOf(first, [first]), []);
});
