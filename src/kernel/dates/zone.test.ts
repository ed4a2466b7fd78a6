import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from './civil-date.ts';
import { endOfDayIn, startOfDayIn } from './zone.ts';

test('the end of a day carries the offset of that day: summer and winter, east and west of UTC', () => {
  assert.equal(endOfDayIn('America/New_York', date('2031-05-31')), '2031-05-31T23:59:59-04:00');
  assert.equal(endOfDayIn('America/New_York', date('2031-11-30')), '2031-11-30T23:59:59-05:00');
  assert.equal(endOfDayIn('Pacific/Kiritimati', date('2031-01-01')), '2031-01-01T23:59:59+14:00');
  assert.equal(endOfDayIn('Etc/GMT+12', date('2031-01-01')), '2031-01-01T23:59:59-12:00');
  assert.equal(startOfDayIn('Asia/Kolkata', date('2026-02-28')), '2026-02-28T00:00:00+05:30');
  assert.equal(startOfDayIn('UTC', date('2028-02-29')), '2028-02-29T00:00:00+00:00');
});

test('on the day the clocks change, midnight and the last second have different offsets', () => {
  assert.equal(startOfDayIn('America/New_York', date('2026-03-08')), '2026-03-08T00:00:00-05:00');
  assert.equal(endOfDayIn('America/New_York', date('2026-03-08')), '2026-03-08T23:59:59-04:00');
});

test('where the clock goes back at midnight, the day ends with the second of its two last hours', () => {
  assert.equal(endOfDayIn('America/Santiago', date('2027-04-03')), '2027-04-03T23:59:59-04:00');
});
