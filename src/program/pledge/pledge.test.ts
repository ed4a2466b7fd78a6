import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { onOrAfter } from '../../kernel/dates/date-rule.ts';
import { DIVERSITY, GROUNDS } from './grounds.ts';
import { COMMITMENTS, MISSION, PLEDGE, PRINCIPLES } from './pledge.ts';

test('the pledge has four principles, seven commitments and the mission, each once', () => {
  assert.equal(PRINCIPLES.length, 4);
  assert.equal(COMMITMENTS.length, 7);
  assert.deepEqual(PLEDGE, [...PRINCIPLES, ...COMMITMENTS, MISSION]);
  assert.equal(new Set(PLEDGE.map(({ id }) => id)).size, 12);
  assert.ok(PRINCIPLES.every(({ kind }) => kind === 'principle'));
  assert.ok(COMMITMENTS.every(({ kind }) => kind === 'commitment'));
});

test('a line that nothing keeps promises no report, and a line that is measured has a next date', () => {
  for (const line of PLEDGE) {
    assert.equal(line.next === undefined, line.measuredBy === undefined, line.id);
    assert.equal(line.keptBy.length === 0, line.measuredBy === undefined, line.id);
    assert.notEqual(line.owner, '', line.id);
  }
  assert.ok(PLEDGE.some(({ keptBy }) => keptBy.length === 0));
});

test('what keeps a line is shown by an address of this site, or by none', () => {
  for (const { text, href } of PLEDGE.flatMap(({ keptBy }) => keptBy)) {
    assert.match(text, /^[A-Z].*\.$/);
    assert.match(href ?? '/', /^\/[a-z/-]*$/);
  }
});

test('the yearly report on discrimination falls on the last day of February in every year', () => {
  const line = COMMITMENTS.find(({ id }) => id === 'condemn-discrimination');
  assert.ok(line?.next !== undefined);
  assert.equal(onOrAfter(line.next, date('2028-01-10')), '2028-02-29');
  assert.equal(onOrAfter(line.next, date('2028-03-01')), '2029-02-28');
});

test('there are nine grounds and eleven dimensions, and each list names its own', () => {
  const grounds = new Set(GROUNDS.map(({ id }) => id));
  const diversity = new Set(DIVERSITY.map(({ id }) => id));
  assert.deepEqual([grounds.size, diversity.size], [9, 11]);
  assert.ok(grounds.has('marital-status') && !diversity.has('marital-status'));
  assert.ok(diversity.has('appearance') && !grounds.has('appearance'));
});
