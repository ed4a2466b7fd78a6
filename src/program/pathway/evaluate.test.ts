import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date, fromDayNumber } from '../../kernel/dates/civil-date.ts';
import type { CriterionDefinition, FactDefinition, FactTest } from '../definition/criterion.ts';
import type { Pathway } from '../definition/pathway.ts';
import { evaluate } from './evaluate.ts';
import { criteriaIn, outcomeFromFindings } from './expression.ts';

const today = date('2026-02-28');

const number: FactDefinition = { id: 'n', kind: 'number', label: 'Months' };
const yes: FactDefinition = { id: 'y', kind: 'yes-no', label: 'Confirmed' };
const day: FactDefinition = { id: 'd', kind: 'date', label: 'Expires on' };
const month: FactDefinition = { id: 'm', kind: 'month', label: 'Latest month' };
const year: FactDefinition = { id: 'a', kind: 'year', label: 'Year' };
const level: FactDefinition = {
  id: 'c',
  kind: 'choice',
  label: 'Level',
  options: [
    { value: 'low', label: 'Low' },
    { value: 'high', label: 'High' },
  ],
};

function read(facts: Readonly<Record<string, string>>, ...tests: readonly FactTest[]) {
  const criterion: CriterionDefinition = {
    id: 'x',
    title: 'X',
    rule: '',
    sources: [],
    standing: 'seen',
    facts: [number, yes, day, month, year, level],
    tests,
  };
  const rules = { criteria: [criterion], pathway: { kind: 'criterion', criterion: 'x' } } as const;
  const [reading] = evaluate(
    rules,
    new Map([['x', new Map(Object.entries(facts))]]),
    today,
  ).criteria;
  assert.ok(reading);
  return reading;
}

const twelve: FactTest = { kind: 'at-least', fact: 'n', count: 12, unit: 'months' };

test('a count says how much of it was shown', () => {
  assert.equal(read({ n: '11' }, twelve).because, '11 of 12 months shown.');
  assert.equal(read({ n: '12' }, twelve).met, true);
  assert.equal(read({ n: '12' }, twelve).because, 'Months: 12 shown, 12 asked.');
  assert.equal(read({ n: '11.9' }, twelve).met, false);
});

test('nothing offered is not the same as not enough', () => {
  assert.deepEqual(read({ n: ' ' }, twelve), {
    id: 'x',
    title: 'X',
    offered: false,
    met: false,
    because: 'No evidence was offered.',
  });
  const partly = read({ y: 'yes' }, twelve, { kind: 'yes', fact: 'y' });
  assert.deepEqual([partly.offered, partly.met], [true, false]);
  assert.equal(partly.because, 'Not shown: Months.');
});

test('a reading tells everything that is missing, not only the first', () => {
  const reading = read(
    { n: '3', y: 'no', c: 'low' },
    twelve,
    { kind: 'yes', fact: 'y' },
    { kind: 'one-of', fact: 'c', values: ['high'] },
  );
  assert.equal(
    reading.because,
    '3 of 12 months shown. Confirmed: no. Level: Low, which this rule does not accept.',
  );
});

test('a license that ends today still counts, one that ended yesterday does not', () => {
  const current: FactTest = { kind: 'not-past', fact: 'd' };
  assert.equal(read({ d: '2026-02-28' }, current).met, true);
  const ended = read({ d: '2026-02-27' }, current);
  assert.equal(ended.met, false);
  assert.equal(ended.because, 'Expires on: February 27, 2026, which is before February 28, 2026.');
});

test('a degree of this year has come, one of next year has not', () => {
  const given: FactTest = { kind: 'has-come', fact: 'a' };
  assert.equal(read({ a: '2026' }, given).met, true);
  assert.equal(read({ a: '1974' }, given).met, true);
  assert.equal(read({ a: '2027' }, given).met, false);
});

test('work within 24 months counts to the end of its month, and not from the future', () => {
  const recent: FactTest = { kind: 'within-months', fact: 'm', months: 24 };
  assert.equal(read({ m: '2026-02' }, recent).met, true);
  assert.equal(read({ m: '2024-02' }, recent).met, true);
  assert.equal(read({ m: '2024-01' }, recent).met, false);
  assert.equal(read({ m: '2026-03' }, recent).met, false);
});

test('a count of several yes answers', () => {
  const both: FactTest = { kind: 'count-yes', facts: ['y'], atLeast: 1, unit: 'domains' };
  assert.equal(read({ y: 'yes' }, both).because, 'Domains: 1 shown, 1 asked.');
  assert.equal(read({ y: 'no' }, both).because, '0 of 1 domains shown.');
});

test('what cannot be read is not met, and says what was expected', () => {
  const reading = read({ n: 'about a year' }, twelve);
  assert.equal(reading.met, false);
  assert.match(reading.because, /"Months" needs a number/);
});

test('a program file that tests a fact of another kind is stopped at once', () => {
  assert.throws(() => read({ n: '3' }, { kind: 'yes', fact: 'n' }), /no fact "n" that fits/);
  assert.throws(() => read({ n: '3' }, { kind: 'yes', fact: 'gone' }), /no fact "gone"/);
  assert.throws(() => read({ c: 'low' }, { ...twelve, fact: 'c' }), /no fact "c" that fits/);
});

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const { pathway } = fc.letrec<{ pathway: Pathway }>((tie) => ({
  pathway: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...ids).map((criterion) => ({ kind: 'criterion' as const, criterion })),
    fc.array(tie('pathway'), { maxLength: 4 }).map((of) => ({ kind: 'all' as const, of })),
    fc.array(tie('pathway'), { maxLength: 4 }).map((of) => ({ kind: 'any' as const, of })),
    fc.record({
      kind: fc.constant('at-least' as const),
      count: fc.nat(5),
      of: fc.array(tie('pathway'), { maxLength: 4 }),
    }),
  ),
}));
const findings = fc
  .tuple(...ids.map(() => fc.boolean()))
  .map((met) => new Map(ids.map((id, at) => [id as string, met[at] === true])));

test('one more criterion met never closes a way', () => {
  fc.assert(
    fc.property(pathway, findings, fc.constantFrom(...ids), (expression, met, more) => {
      const before = outcomeFromFindings(expression, met);
      const after = outcomeFromFindings(expression, new Map([...met, [more as string, true]]));
      assert.ok(!before || after);
    }),
  );
});

test('"all" is "at least every one", "any" is "at least one", and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(pathway, { maxLength: 4 }), findings, (of, met) => {
      const outcome = (expression: Pathway): boolean => outcomeFromFindings(expression, met);
      assert.equal(
        outcome({ kind: 'all', of }),
        outcome({ kind: 'at-least', count: of.length, of }),
      );
      assert.equal(outcome({ kind: 'any', of }), outcome({ kind: 'at-least', count: 1, of }));
      assert.equal(outcome({ kind: 'at-least', count: of.length + 1, of }), false);
      for (const kind of ['all', 'any'] as const) {
        assert.equal(outcome({ kind, of }), outcome({ kind, of: of.toReversed() }));
      }
    }),
  );
});

test('a criterion that the expression does not name changes nothing', () => {
  fc.assert(
    fc.property(pathway, findings, (expression, met) => {
      const named = new Map([...met].filter(([id]) => criteriaIn(expression).includes(id)));
      assert.equal(outcomeFromFindings(expression, met), outcomeFromFindings(expression, named));
    }),
  );
});

test('more months, a later end of the license: a reading never gets worse', () => {
  const tests: readonly FactTest[] = [twelve, { kind: 'not-past', fact: 'd' }];
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.nat(40),
      fc.integer({ min: 20000, max: 21000 }),
      fc.nat(400),
      (months, more, ends, longer) => {
        const end = fromDayNumber(ends);
        const before = read({ n: `${months}`, d: end }, ...tests);
        const after = read({ n: `${months + more}`, d: addDays(end, longer) }, ...tests);
        assert.ok(!before.met || after.met);
      },
    ),
  );
});
