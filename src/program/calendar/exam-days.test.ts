import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, date, daysBetween } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../catalog/catalog.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { notSet } from '../definition/sourced.ts';
import { examDaysOf, examDaysRestored } from './exam-days.ts';

function rulesOf(id: string) {
  const program = programOf(id);
  assert.ok(program);
  return rulesInForce(program, date('2026-01-01'));
}
const care = rulesOf('larkspur-care');
const navigator = rulesOf('larkspur-navigator');
const april = { from: date('2026-04-01'), to: date('2026-04-30') };
const august = { from: date('2026-08-01'), to: date('2026-08-31') };

describe('exam days', () => {
  test('are the window that was applied for, whenever it was decided', () => {
    assert.deepEqual(examDaysOf(care, date('2025-12-10'), date('2026-02-20')), april);
    assert.deepEqual(examDaysOf(care, date('2025-12-10'), date('2026-09-01')), april);
    assert.deepEqual(examDaysOf(care, date('2026-03-15'), date('2026-06-01')), august);
  });
  test('in a program open all year run from the decision', () =>
    assert.deepEqual(examDaysOf(navigator, date('2026-01-10'), date('2026-08-31')), {
      from: '2026-08-31',
      to: '2027-02-28',
    }));
  test('are none where the rules set none', () => {
    const intake = {
      kind: 'always-open',
      decideWithin: notSet<never>(),
      examWithin: notSet<never>(),
    } as const;
    assert.equal(examDaysOf({ intake }, date('2026-01-10'), date('2026-02-10')), undefined);
  });
});

describe('exam days that waiting for an appeal took', () => {
  const restored = (on: string) => examDaysRestored(care, april, date(on));
  test('are not lost where the decision turned before they began', () => {
    assert.deepEqual(restored('2026-03-20'), [april]);
    assert.deepEqual(restored('2026-04-01'), [april]);
  });
  test('are given back as many, from the day the decision turned; then the next regular ones', () => {
    assert.deepEqual(restored('2026-05-20'), [
      { from: '2026-05-20', to: '2026-06-18' },
      { from: '2026-08-01', to: '2026-08-31' },
    ]);
  });
  test('are given back in full where it turned in the middle of them', () =>
    assert.deepEqual(restored('2026-04-20'), [
      { from: '2026-04-20', to: '2026-05-19' },
      { from: '2026-08-01', to: '2026-08-31' },
    ]));
  test('a regular window that runs on after the extra days is the next one', () =>
    assert.deepEqual(restored('2026-07-20')[1], { from: '2026-08-01', to: '2026-08-31' }));
  test('over New Year and in a leap year', () => {
    assert.deepEqual(restored('2027-12-20'), [
      { from: '2027-12-20', to: '2028-01-18' },
      { from: '2028-04-01', to: '2028-04-30' },
    ]);
    assert.equal(restored('2028-02-10')[0]?.to, '2028-03-10');
  });
  test('on any day: as many as were lost, starting that day, and a regular window to follow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (late) => {
        const on = addDays(april.from, late);
        const [extra, next] = examDaysRestored(care, april, on);
        assert.ok(extra && next);
        assert.equal(extra.from, on);
        assert.equal(daysBetween(extra.from, extra.to), daysBetween(april.from, april.to));
        assert.ok(next.to > extra.to && daysBetween(extra.to, next.from) <= 130, next.from);
      }),
    );
  });
});
