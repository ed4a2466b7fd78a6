import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  date,
  daysBetween,
  fromDayNumber,
} from '../../kernel/dates/civil-date.ts';
import { programOf } from '../catalog/catalog.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { notSet } from '../definition/sourced.ts';
import { validUntil } from './validity.ts';

function until(id: string, awardedOn: string) {
  const program = programOf(id);
  assert.ok(program);
  const on = date(awardedOn);
  const answer = validUntil(rulesInForce(program, on), on);
  assert.ok(answer.ok);
  return answer.value;
}

test('five years, to the next of the CCM days', () => {
  assert.equal(until('ccm', '2026-05-20'), '2031-05-31');
  assert.equal(until('ccm', '2026-05-31'), '2031-05-31');
  assert.equal(until('ccm', '2026-06-01'), '2031-11-30');
  assert.equal(until('ccm', '2026-12-05'), '2032-05-31');
});

test('five years, to the next of the CDMS days', () => {
  assert.equal(until('cdms', '2026-03-31'), '2031-03-31');
  assert.equal(until('cdms', '2026-04-01'), '2031-09-30');
  assert.equal(until('cdms', '2026-10-01'), '2031-12-31');
  assert.equal(until('larkspur-work', '2028-02-29'), '2033-03-31');
});

test('three years to the anniversary, and from a leap day to the end of February', () => {
  assert.equal(until('larkspur-navigator', '2026-07-04'), '2029-07-04');
  assert.equal(until('larkspur-navigator', '2024-02-29'), '2027-02-28');
});

test('nobody gets less than the full term, nor a whole period more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 19000, max: 60000 }),
      fc.constantFrom('ccm', 'cdms'),
      (days, id) => {
        const awarded = fromDayNumber(days);
        const full = addYears(awarded, 5);
        const end = until(id, awarded);
        assert.ok(end >= full && daysBetween(full, end) <= 184);
        assert.ok(until(id, addDays(awarded, 1)) >= end);
      },
    ),
  );
});

test('a term that nobody set is not made up', () => {
  const program = programOf('ccm');
  assert.ok(program);
  const { renewal } = rulesInForce(program, date('2026-01-01'));
  const unknown = validUntil({ renewal: { ...renewal, everyYears: notSet() } }, date('2026-01-01'));
  assert.ok(!unknown.ok);
  assert.equal(unknown.refusal.kind, 'term-not-set');
  const noDays = { ...renewal, ends: { ...renewal.ends, days: [] } };
  assert.equal(validUntil({ renewal: noDays }, date('2026-01-01')).ok, false);
});
