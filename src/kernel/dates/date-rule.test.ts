import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addBusinessDays, isBusinessDay } from './business-days.ts';
import { date } from './civil-date.ts';
import { counted, inYear, onOrAfter, onOrBefore } from './date-rule.ts';

test('the last day of February follows the year', () => {
  const rule = { kind: 'last-day-of-month', month: 2 } as const;
  assert.equal(inYear(rule, 2024), '2024-02-29');
  assert.equal(inYear(rule, 2025), '2025-02-28');
});

test('a day the month does not have means its last day', () => {
  assert.equal(inYear({ kind: 'day-of-month', month: 2, day: 30 }, 2026), '2026-02-28');
});

test('the next day that a yearly rule names includes today', () => {
  const rule = { kind: 'day-of-month', month: 5, day: 31 } as const;
  assert.equal(onOrAfter(rule, date('2026-05-31')), '2026-05-31');
  assert.equal(onOrAfter(rule, date('2026-06-01')), '2027-05-31');
});

test('the last day before that a yearly rule names includes today', () => {
  const rule = { kind: 'day-of-month', month: 5, day: 31 } as const;
  assert.equal(onOrBefore(rule, date('2026-05-31')), '2026-05-31');
  assert.equal(onOrBefore(rule, date('2026-05-30')), '2025-05-31');
});

test('business days skip weekends and listed holidays', () => {
  assert.equal(addBusinessDays(date('2026-05-29'), 1), '2026-06-01');
  assert.equal(addBusinessDays(date('2026-05-29'), 7), '2026-06-09');
  const holidays = new Set([date('2026-06-01')]);
  assert.equal(isBusinessDay(date('2026-06-01'), holidays), false);
  assert.equal(addBusinessDays(date('2026-05-29'), 1, holidays), '2026-06-02');
  assert.equal(counted({ kind: 'days-after', days: 30 }, date('2026-01-31')), '2026-03-02');
});

test('a weekday on or after a day: that day itself when it falls so, else within a week', () => {
  const saturday = { kind: 'weekday-on-or-after', month: 3, day: 9, weekday: 6 } as const;
  assert.equal(inYear(saturday, 2024), '2024-03-09');
  assert.equal(inYear(saturday, 2025), '2025-03-15');
  assert.equal(inYear(saturday, 2026), '2026-03-14');
  assert.equal(onOrAfter(saturday, date('2026-03-15')), '2027-03-13');
});
