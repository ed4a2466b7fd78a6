import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { PLEDGE } from './pledge.ts';
import { isReported, nextReportOn, REPORT_DAY, reportDueOn } from './report-day.ts';

test('the report of a year is due on the last day of February after it, leap years too', () => {
  assert.equal(reportDueOn(date('2025-12-31')), '2026-02-28');
  assert.equal(reportDueOn(date('2027-12-31')), '2028-02-29');
});

test('only figures up to the end of a year are reported', () => {
  assert.ok(isReported(date('2025-12-31')));
  for (const day of ['2025-12-30', '2026-01-01', '2026-03-31', '2026-09-30']) {
    assert.ok(!isReported(date(day)), day);
  }
});

test('the next report is announced for a day that is still to come, or for today while it is missing', () => {
  const last = date('2025-12-31');
  assert.equal(nextReportOn(date('2026-11-30'), last), '2027-02-28');
  assert.equal(nextReportOn(date('2026-02-28'), date('2024-12-31')), '2026-02-28');
  assert.equal(nextReportOn(date('2026-02-28'), last), '2027-02-28');
  assert.equal(nextReportOn(date('2026-01-10'), undefined), '2026-02-28');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const today = addDays(date('2020-01-01'), days);
      const next = nextReportOn(today, undefined);
      assert.ok(next >= today && next <= addDays(today, 366));
    }),
  );
});

test('every line of the pledge that the report measures names its day and leads to it', () => {
  const lines = PLEDGE.filter(({ next }) => next === REPORT_DAY);
  assert.ok(lines.length >= 3);
  for (const { id, keptBy } of lines) {
    assert.ok(
      keptBy.some(({ href }) => href === '/reports'),
      id,
    );
  }
});
