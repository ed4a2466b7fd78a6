import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  date,
  daysBetween,
  fromDayNumber,
  weekday,
} from '../../kernel/dates/civil-date.ts';
import { programOf, programs } from '../catalog/catalog.ts';
import { rulesInForce } from '../definition/offered-program.ts';
import { seen } from '../definition/sourced.ts';
import { cycleFor, cyclesFrom } from './cycle.ts';

function rulesOf(id: string) {
  const program = programOf(id);
  assert.ok(program);
  return rulesInForce(program, date('2026-01-01'));
}
const [ccm, cdms, navigator] = ['ccm', 'cdms', 'larkspur-navigator'].map(rulesOf) as [
  ReturnType<typeof rulesOf>,
  ReturnType<typeof rulesOf>,
  ReturnType<typeof rulesOf>,
];
const anyDay = fc.integer({ min: 0, max: 60000 }).map((days) => fromDayNumber(days));
const seasonal = [ccm, cdms];

test('the window of April runs over New Year and is answered on the last day of February', () => {
  for (const on of ['2023-11-01', '2023-12-31', '2024-01-01', '2024-01-31']) {
    assert.deepEqual(cycleFor(ccm, date(on)), {
      kind: 'open',
      cycle: {
        id: 'april',
        name: 'April 2024',
        opens: '2023-11-01',
        closes: '2024-01-31',
        decideBy: '2024-02-29',
        exam: { from: '2024-04-01', to: '2024-04-30' },
      },
    });
  }
  const nextYear = cycleFor(ccm, date('2025-01-31'));
  assert.ok('cycle' in nextYear);
  assert.equal(nextYear.cycle.decideBy, '2025-02-28');
});

test('between windows the next one is named, with the day it opens', () => {
  const answer = cycleFor(ccm, date('2026-06-01'));
  assert.equal(answer.kind, 'coming');
  assert.ok('cycle' in answer);
  assert.deepEqual(
    [answer.cycle.opens, answer.cycle.closes, answer.cycle.decideBy],
    ['2026-07-15', '2026-10-15', '2026-10-31'],
  );
  assert.equal(cycleFor(ccm, date('2026-02-28')).kind, 'coming');
  assert.equal(cycleFor(ccm, date('2026-03-01')).kind, 'open');
  assert.equal(cycleFor(cdms, date('2026-07-01')).kind, 'coming');
});

test('a program that is open all year has no window to wait for', () => {
  assert.deepEqual(cycleFor(navigator, date('2026-06-01')), { kind: 'always-open' });
  assert.deepEqual(cyclesFrom(navigator, date('2026-06-01')), []);
});

test('the weeks of the CDMS exam are those that the owner published', () => {
  const { weeks } = JSON.parse(readFileSync('reference/program/cdms-exam-weeks.json', 'utf8'));
  assert.equal(weeks.length, 4);
  for (const [id, from, to] of weeks) {
    const before = addDays(date(from), -100);
    const cycle = cyclesFrom(cdms, before).find((each) => each.id === id);
    assert.deepEqual(cycle?.exam, { from, to });
  }
});

test('in every year the CDMS exam runs from Saturday to Saturday, in March and September', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      for (const { exam, name } of cyclesFrom(cdms, on)) {
        assert.ok(exam);
        assert.deepEqual([weekday(exam.from), weekday(exam.to)], [6, 6]);
        assert.equal(daysBetween(exam.from, exam.to), 7);
        assert.equal(exam.to.slice(5, 7), name.startsWith('March') ? '03' : '09');
      }
    }),
  );
});

test('on every day of every year: one window, in order, and never one that has closed', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...seasonal), (on, rules) => {
      const answer = cycleFor(rules, on);
      assert.ok(answer.kind === 'open' || answer.kind === 'coming');
      const { opens, closes, decideBy, exam } = answer.cycle;
      assert.equal(answer.kind === 'open', opens <= on);
      assert.ok(on <= closes && opens < closes);
      assert.ok(decideBy !== null && closes < decideBy && exam !== null && decideBy < exam.from);
      assert.ok(daysBetween(opens, closes) < 200 && daysBetween(closes, exam.from) < 120);
    }),
  );
});

test('a year later the same cycle comes a year later', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...seasonal), (on, rules) => {
      const [now, then] = [on, addYears(on, 1)].map((each) => cycleFor(rules, each));
      assert.ok(now && then && 'cycle' in now && 'cycle' in then);
      if (!on.endsWith('02-29')) {
        assert.equal(then.cycle.id, now.cycle.id);
        assert.equal(then.cycle.closes.slice(5), now.cycle.closes.slice(5));
        assert.equal(
          Number(then.cycle.closes.slice(0, 4)),
          Number(now.cycle.closes.slice(0, 4)) + 1,
        );
      }
    }),
  );
});

test('all the windows of a year are listed, soonest first', () => {
  assert.deepEqual(
    cyclesFrom(ccm, date('2026-02-01')).map(({ name }) => name),
    ['August 2026', 'December 2026', 'April 2027'],
  );
});

test('rules without any window say so; no window is made up', () => {
  assert.deepEqual(cycleFor({ intake: { kind: 'cycles', cycles: [] } }, date('2026-01-01')), {
    kind: 'not-set',
  });
  assert.equal(ccm.intake.kind, 'cycles');
  const halfKnown = ccm.intake.cycles.map((cycle) => ({
    ...cycle,
    closes: { ...seen({ kind: 'last-day-of-month', month: 1 } as const, []), value: null },
  }));
  assert.deepEqual(
    cycleFor({ intake: { kind: 'cycles', cycles: halfKnown } }, date('2026-01-01')),
    { kind: 'not-set' },
  );
});

test('both names of the same rules have the same windows', () => {
  for (const program of programs) {
    const twin = programs.find(({ rules }) => rules === program.rules);
    assert.ok(twin);
    const on = date('2028-02-29');
    assert.deepEqual(
      cyclesFrom(rulesInForce(program, on), on),
      cyclesFrom(rulesInForce(twin, on), on),
    );
  }
});
