import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { promisedDate } from '../calendar/promise.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { evaluate } from '../pathway/evaluate.ts';
import { programOf } from './catalog.ts';

type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const program = programOf('larkspur-navigator');
assert.ok(program);
const rules = rulesInForce(program, date('2026-05-04'));
function read(facts: Facts) {
  const given = Object.entries(facts).map(
    ([criterion, each]) => [criterion, new Map(Object.entries(each))] as const,
  );
  const { met, criteria } = evaluate(rules, new Map(given), date('2026-05-04'));
  return { met, by: new Map(criteria.map((each) => [each.id, each])) };
}

const code = { agreed: 'yes' };
const training = { hours: '120', finished: '2025-11' };

test('training and a community’s word are two of three ways, and enough', () => {
  const { met, by } = read({ training, community: { months: '12', confirmed: 'yes' }, code });
  assert.equal(met, true);
  assert.equal(by.get('practice')?.because, 'No evidence was offered.');
});

test('one way alone is not enough, however much of it there is', () => {
  assert.equal(read({ training: { ...training, hours: '900' }, code }).met, false);
});

test('practice that ended more than 24 months ago does not count', () => {
  const old = read({ training, practice: { hours: '500', latest: '2024-04' }, code });
  assert.equal(old.met, false);
  assert.equal(
    old.by.get('practice')?.because,
    'Latest month of practice: April 2024, which is before May 4, 2024.',
  );
  assert.equal(read({ training, practice: { hours: '500', latest: '2024-05' }, code }).met, true);
});

test('its exam has two parts that are passed each on its own', () => {
  assert.equal(rules.exam.combination, 'conjunctive');
  assert.deepEqual(
    rules.exam.parts.map(({ id }) => id),
    ['knowledge', 'practice'],
  );
});

test('filed 30 days before the end of a leap February, the answer is due on February 29', () => {
  for (const [filed, due] of [
    ['2028-01-30', '2028-02-29'],
    ['2027-01-30', '2027-03-01'],
  ] as const) {
    const answer = promisedDate(program, rules, date(filed));
    assert.ok(answer.ok);
    assert.equal(answer.value.by, due);
  }
});
