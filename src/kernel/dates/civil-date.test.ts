import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  civilDateAt,
  date,
  dayNumber,
  daysBetween,
  earlierOf,
  fromDayNumber,
  inWords,
  lastDayOfMonth,
  laterOf,
  parseCivilDate,
  weekday,
} from './civil-date.ts';

const anyDay = fc.integer({ min: -200000, max: 400000 }).map(fromDayNumber);

test('dates that do not exist are refused with the reason', () => {
  for (const text of [
    '2025-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '26-1-1',
    '',
  ]) {
    assert.equal(parseCivilDate(text).ok, false, text);
  }
  const refused = parseCivilDate('2025-02-29');
  assert.match(refused.ok ? '' : refused.refusal.because, /month 2 of 2025 has 28 days/);
});

test('the last day of February is right in every year', () => {
  assert.equal(lastDayOfMonth(2024, 2), '2024-02-29');
  assert.equal(lastDayOfMonth(2025, 2), '2025-02-28');
  assert.equal(lastDayOfMonth(1900, 2), '1900-02-28');
  assert.equal(lastDayOfMonth(2000, 2), '2000-02-29');
});

test('five years from February 29 is the last day of that February', () => {
  assert.equal(addYears(date('2024-02-29'), 5), '2029-02-28');
  assert.equal(addMonths(date('2026-10-31'), 4), '2027-02-28');
  assert.equal(addMonths(date('2026-03-31'), -1), '2026-02-28');
});

test('known days of the week and day numbers', () => {
  assert.equal(inWords(date('2026-05-29')), 'Friday, May 29, 2026');
  assert.equal(dayNumber(date('1970-01-01')), 0);
  assert.equal(dayNumber(date('2000-03-01')), 11017);
  assert.equal(weekday(date('2026-03-14')), 6);
});

test('every day number is one date and back, and text order is date order', () => {
  fc.assert(fc.property(anyDay, (day) => fromDayNumber(dayNumber(day)) === day));
  fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0 || a === b));
  fc.assert(
    fc.property(anyDay, (day) => new Date(`${day}T00:00:00Z`).getTime() === dayNumber(day) * 864e5),
  );
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -5000, max: 5000 }),
      (day, n) => daysBetween(day, addDays(day, n)) === n,
    ),
  );
});

test('of two days one is the earlier and one the later', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      assert.deepEqual([earlierOf(a, b), laterOf(a, b)], [a, b].toSorted());
    }),
  );
});

test('the same instant is a different date in different zones', () => {
  const instant = Date.UTC(2026, 11, 10, 23, 30);
  assert.equal(civilDateAt(instant, 'Pacific/Kiritimati'), '2026-12-11');
  assert.equal(civilDateAt(instant, 'America/New_York'), '2026-12-10');
});
