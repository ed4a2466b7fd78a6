import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CivilDate, date, fromDayNumber } from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../catalog/catalog.ts';
import { type OfferedProgram, rulesInForce } from '../definition/offered-program.ts';
import type { Intake } from '../definition/rules.ts';
import { notSet } from '../definition/sourced.ts';
import { promisedDate } from './promise.ts';

function offered(id: string): OfferedProgram {
  const program = programOf(id);
  assert.ok(program);
  return program;
}

function promised(id: string, filedOn: string): CivilDate {
  const on = date(filedOn);
  const program = offered(id);
  const answer = promisedDate(program, rulesInForce(program, on), on);
  assert.ok(answer.ok);
  return answer.value.by;
}

test('the last day of February is right in every year', () => {
  assert.equal(promised('larkspur-care', '2024-01-31'), '2024-02-29');
  assert.equal(promised('larkspur-care', '2025-01-31'), '2025-02-28');
  assert.equal(promised('larkspur-work', '2027-12-31'), '2028-02-29');
  assert.equal(promised('larkspur-work', '2100-01-01'), '2100-02-28');
});

test('filed between windows, it counts for the next cycle and is answered with it', () => {
  assert.equal(promised('larkspur-care', '2026-02-01'), '2026-06-30');
  assert.equal(promised('larkspur-care', '2026-10-16'), '2027-02-28');
  assert.equal(promised('larkspur-work', '2026-07-01'), '2027-02-28');
  const program = offered('larkspur-care');
  const on = date('2026-02-01');
  const answer = promisedDate(program, rulesInForce(program, on), on);
  assert.ok(answer.ok);
  assert.equal(
    answer.value.because,
    'Filed between windows, so it counts for the August 2026 exam, whose window is March 1, 2026 to May 31, 2026.',
  );
});

test('a program open all year answers within 30 days of filing, over leap days and New Year, and not on a Sunday', () => {
  assert.equal(promised('larkspur-navigator', '2024-01-31'), '2024-03-01');
  assert.equal(promised('larkspur-navigator', '2025-01-31'), '2025-02-28');
  assert.equal(promised('larkspur-navigator', '2026-12-15'), '2027-01-14');
});

const open: Intake = { kind: 'always-open', decideWithin: notSet(), examWithin: notSet() };

test('where the rules have no day, the body’s own day is promised, marked as the body’s', () => {
  const answer = promisedDate(offered('larkspur-care'), { intake: open }, date('2026-03-02'));
  assert.ok(answer.ok);
  assert.deepEqual([answer.value.by, answer.value.setBy], ['2026-04-01', 'body']);
  assert.match(answer.value.because, /Set by the Larkspur Board/);
});

test('a window without a day of decision is answered by the body, counted from its opening', () => {
  const care = offered('larkspur-care');
  const { intake } = rulesInForce(care, date('2026-01-01'));
  assert.equal(intake.kind, 'cycles');
  const cycles = intake.cycles.map((cycle) => ({ ...cycle, decideBy: notSet<never>() }));
  const answer = promisedDate(care, { intake: { kind: 'cycles', cycles } }, date('2026-06-10'));
  assert.ok(answer.ok);
  assert.deepEqual([answer.value.by, answer.value.setBy], ['2026-08-14', 'body']);
  assert.equal(answer.value.cycle?.opens, '2026-07-15');
});

test('where nobody set a day, none is promised', () => {
  const answer = promisedDate(offered('ccm'), { intake: open }, date('2026-03-02'));
  assert.ok(!answer.ok);
  assert.equal(answer.refusal.kind, 'no-day-to-promise');
  assert.match(answer.refusal.because, /not set by the Commission/);
});

test('filing later never brings the promised day nearer to the past', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 18000, max: 40000 }),
      fc.nat(500),
      fc.constantFrom(...programs),
      (start, later, program) => {
        const [first, second] = [start, start + later].map((days) => {
          const on = fromDayNumber(days);
          const answer = promisedDate(program, rulesInForce(program, on), on);
          assert.ok(answer.ok && answer.value.by > on);
          return answer.value.by;
        });
        assert.ok(first !== undefined && second !== undefined && first <= second);
      },
    ),
  );
});
