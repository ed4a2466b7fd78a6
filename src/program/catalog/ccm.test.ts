import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { promisedDate } from '../calendar/promise.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { evaluate } from '../pathway/evaluate.ts';
import { programOf } from './catalog.ts';

type Facts = Readonly<Record<string, Readonly<Record<string, string>>>>;
const careOf = (id: string) => {
  const program = programOf(id);
  assert.ok(program);
  return program;
};
function read(facts: Facts, on: string) {
  const given = Object.entries(facts).map(
    ([criterion, each]) => [criterion, new Map(Object.entries(each))] as const,
  );
  const rules = rulesInForce(careOf('larkspur-care'), date(on));
  const { met, criteria } = evaluate(rules, new Map(given), date(on));
  return { met, by: new Map(criteria.map((each) => [each.id, each])) };
}

const nurse = {
  field: 'nursing',
  independent: 'yes',
  status: 'active',
  expires: '2027-06-30',
  place: 'us',
};
const goodCharacter = { agreed: 'yes', record: 'none' };

test('a nurse with 14 months under a holder may apply', () => {
  const { met, by } = read(
    {
      license: nurse,
      'supervised-by-holder': { months: '14', 'case-management': 'yes', 'supervisor-holds': 'yes' },
      character: goodCharacter,
    },
    '2026-01-15',
  );
  assert.equal(met, true);
  assert.match(by.get('supervised-by-holder')?.because ?? '', /^Months: 14 shown, 12 asked\./);
  assert.equal(by.get('degree')?.because, 'No evidence was offered.');
  assert.equal(by.get('degree')?.offered, false);
});

test('a social worker with a degree and 23 months under somebody else is one month short', () => {
  const facts = {
    degree: {
      level: 'master',
      field: 'health',
      year: '2019',
      accredited: 'yes',
      'field-experience': 'yes',
    },
    'supervised-by-other': { months: '23', 'case-management': 'yes' },
    character: goodCharacter,
  };
  const { met, by } = read(facts, '2026-01-15');
  assert.equal(met, false);
  assert.equal(by.get('degree')?.met, true);
  assert.equal(by.get('supervised-by-other')?.because, '23 of 24 months shown.');
  const later = { ...facts, 'supervised-by-other': { months: '24', 'case-management': 'yes' } };
  assert.equal(read(later, '2026-02-15').met, true);
});

test('a practical nurse who leads case managers needs another way in than the license', () => {
  const facts = {
    license: { ...nurse, field: 'practical-nursing', independent: 'no' },
    'as-supervisor': { months: '30', supervised: '4' },
    character: goodCharacter,
  };
  const { met, by } = read(facts, '2026-01-15');
  assert.equal(met, false);
  assert.equal(by.get('as-supervisor')?.met, true);
  assert.equal(
    by.get('license')?.because,
    'It lets the holder assess clients without supervision: no.',
  );
  const certified = {
    ...facts,
    certification: { kind: 'disability-management', status: 'active', expires: '2026-01-15' },
  };
  assert.equal(read(certified, '2026-01-15').met, true);
  assert.equal(read(certified, '2026-01-16').met, false, 'it ended the day before');
});

test('nothing makes up for the code of conduct', () => {
  const facts = {
    license: nurse,
    'supervised-by-other': { months: '240', 'case-management': 'yes' },
    character: { agreed: 'no', record: 'none' },
  };
  assert.equal(read(facts, '2026-01-15').met, false);
});

test('a finding on record decides nothing by itself', () => {
  const facts = {
    license: nurse,
    'supervised-by-other': { months: '24', 'case-management': 'yes' },
    character: { agreed: 'yes', record: 'finding' },
  };
  assert.equal(read(facts, '2026-01-15').met, true);
});

test('filed in January of a leap year, the answer is due on February 29', () => {
  const program = careOf('ccm');
  for (const [filed, due] of [
    ['2028-01-15', '2028-02-29'],
    ['2029-01-15', '2029-02-28'],
  ] as const) {
    const answer = promisedDate(program, rulesInForce(program, date(filed)), date(filed));
    assert.ok(answer.ok);
    assert.equal(answer.value.by, due);
  }
});
