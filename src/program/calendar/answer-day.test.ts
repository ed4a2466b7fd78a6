import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBusinessDay } from '../../kernel/dates/business-days.ts';
import { addDays, date, fromDayNumber, weekday } from '../../kernel/dates/civil-date.ts';
import { counted, inYear } from '../../kernel/dates/date-rule.ts';
import { answerDay } from './answer-day.ts';
import { FEDERAL_HOLIDAYS } from './federal-holidays.ts';

const days = (count: number) => ({ kind: 'days-after', days: count }) as const;
const answer = (from: string, count: number, holidays = FEDERAL_HOLIDAYS) =>
  answerDay(days(count), date(from), holidays);

test('the holidays are the days on which the Office of Personnel Management lists them', () => {
  assert.deepEqual(
    FEDERAL_HOLIDAYS.map((rule) => inYear(rule, 2026)),
    '01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25'
      .split(' ')
      .map((day) => `2026-${day}`),
  );
});

test('a limit on a business day is the promise', () => {
  assert.equal(answer('2026-03-02', 30), '2026-04-01');
  assert.equal(answer('2024-01-31', 29), '2024-02-29');
});

test('a limit on a weekend is answered on the Friday before, never after the limit', () => {
  assert.equal(answer('2025-01-31', 30), '2025-02-28');
  assert.equal(answer('2025-01-30', 30), '2025-02-28');
  assert.equal(answer('2026-02-01', 27), '2026-02-27', 'February 28 was a Saturday');
});

test('a limit on a holiday, or on the day a holiday is kept, moves on to the business day before', () => {
  assert.equal(answer('2026-11-01', 25), '2026-11-25', 'Thanksgiving');
  assert.equal(answer('2026-06-03', 30), '2026-07-02', 'July 4 on a Saturday is kept on Friday');
  assert.equal(answer('2027-06-05', 30), '2027-07-02', 'July 4 on a Sunday is kept on Monday');
  assert.equal(answer('2027-12-01', 30), '2027-12-30', 'New Year 2028 is kept on December 31');
});

test('where no business day lies between filing and limit, the limit stands', () => {
  assert.equal(answer('2026-02-27', 1), '2026-02-28');
  assert.equal(answer('2026-02-27', 2), '2026-03-01');
  assert.equal(answer('2026-02-27', 0), '2026-02-27');
});

test('a promise is after the day of filing, never past its limit, and a business day wherever there is one', () => {
  const start = fc.integer({ min: 18000, max: 40000 });
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 90 }), (at, count) => {
      const from = fromDayNumber(at);
      const limit = counted(days(count), from);
      const promised = answerDay(days(count), from, FEDERAL_HOLIDAYS);
      assert.ok(promised > from && promised <= limit);
      assert.ok(count < 5 || isBusinessDay(promised));
      assert.ok(promised >= addDays(limit, -4), 'at most a long weekend is given up');
      assert.ok(answerDay(days(count), addDays(from, 1), FEDERAL_HOLIDAYS) >= promised);
      assert.ok(answerDay(days(count), from, []) === limit || [0, 6].includes(weekday(limit)));
    }),
  );
});
