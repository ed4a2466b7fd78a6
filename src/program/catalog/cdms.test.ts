import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { promisedDate } from '../calendar/promise.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { evaluate } from '../pathway/evaluate.ts';
import { programOf } from './catalog.ts';

type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const program = programOf('larkspur-work');
assert.ok(program);
function read(facts: Facts, on: string) {
  const given = Object.entries(facts).map(
    ([criterion, each]) => [criterion, new Map(Object.entries(each))] as const,
  );
  assert.ok(program);
  const { met, criteria } = evaluate(rulesInForce(program, date(on)), new Map(given), date(on));
  return { met, by: new Map(criteria.map((each) => [each.id, each])) };
}

const working = {
  'employed-now': { employed: 'yes', paid: 'yes' },
  hours: { 'hours-36': '2,080', 'hours-60': '3,000' },
  domains: {
    'case-management': 'yes',
    'workplace-intervention': 'no',
    'program-development': 'no',
    'leaves-benefits': 'yes',
  },
  code: { agreed: 'yes' },
};
const degree = { level: 'bachelor', year: '2004', accredited: 'yes' };

test('a degree in any field and exactly 2,080 hours in two domains are enough', () => {
  const { met, by } = read({ degree, ...working }, '2026-05-04');
  assert.equal(met, true);
  assert.equal(by.get('hours')?.because, 'Hours: 2,080 shown, 2,080 asked.');
  assert.equal(by.get('domains')?.because, 'Domains: 2 shown, 2 asked.');
  assert.equal(by.get('license')?.offered, false);
});

test('hours older than 36 months: not met, and the person is told that the pages conflict', () => {
  const facts = { degree, ...working, hours: { 'hours-36': '1900', 'hours-60': '2600' } };
  const { met, by } = read(facts, '2026-05-04');
  assert.equal(met, false);
  assert.equal(
    by.get('hours')?.because,
    '1,900 of 2,080 hours shown. The owner’s pages conflict: one of them counts 60 months, and by that page this is met.',
  );
  const few = { ...facts, hours: { 'hours-36': '1900', 'hours-60': '2000' } };
  assert.equal(read(few, '2026-05-04').by.get('hours')?.because, '1,900 of 2,080 hours shown.');
});

test('a nurse between jobs is refused for that reason alone', () => {
  const facts = {
    license: { kind: 'registered-nurse', status: 'active', expires: '2026-05-31' },
    ...working,
    'employed-now': { employed: 'no', paid: 'yes' },
  };
  const { met, by } = read(facts, '2026-05-04');
  assert.equal(met, false);
  const failed = [...by.values()].filter((each) => each.offered && !each.met).map(({ id }) => id);
  assert.deepEqual(failed, ['employed-now']);
});

test('one domain is too few, whatever the hours', () => {
  const facts = { degree, ...working, domains: { 'case-management': 'yes' } };
  assert.equal(read(facts, '2026-05-04').by.get('domains')?.because, '1 of 2 domains shown.');
});

test('filed in November before a leap year, the answer is due on February 29', () => {
  const filed = date('2027-11-30');
  const answer = promisedDate(program, rulesInForce(program, filed), filed);
  assert.ok(answer.ok);
  assert.equal(answer.value.by, '2028-02-29');
  assert.deepEqual(answer.value.cycle?.exam, { from: '2028-03-11', to: '2028-03-18' });
});
