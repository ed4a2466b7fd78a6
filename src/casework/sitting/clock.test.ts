import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  type Allowance,
  allowedMs,
  type ClockEvent,
  clockOf,
  remainingMs,
  shownRemainingMs,
} from './clock.ts';
import { closesFor, cutByWindowMs, windowHolds } from './window.ts';

const MINUTE = 60_000;
const START = 1_780_000_000_000;
const plain: Allowance = { limitMs: 30 * MINUTE, multiplier: 1, extraMs: 0 };
const at = (minutes: number): number => START + minutes * MINUTE;
const event = (kind: ClockEvent['kind'], minutes: number, ms = 0): ClockEvent => ({
  kind,
  at: at(minutes),
  ms,
});
const left = (events: readonly ClockEvent[], minutes: number, allowance = plain): number =>
  remainingMs(allowance, clockOf(events), at(minutes)) / MINUTE;

describe('time left', () => {
  test('runs one for one from the start', () => {
    assert.equal(left([event('start', 0)], 0), 30);
    assert.equal(left([event('start', 0)], 12), 18);
    assert.equal(left([event('start', 0)], 31), -1);
  });
  test('has not begun to run before the start', () => assert.equal(left([], 500), 30));
  test('stands still in a pause and goes on after it', () => {
    const paused = [event('start', 0), event('pause', 10)];
    assert.equal(left(paused, 300), 20);
    assert.equal(left([...paused, event('resume', 300)], 305), 15);
  });
  test('grows by time and a half, by extra minutes, and by both', () => {
    const minutes = (multiplier: number, extra: number): number =>
      allowedMs({ ...plain, multiplier, extraMs: extra * MINUTE }) / MINUTE;
    assert.deepEqual([minutes(1.5, 0), minutes(1, 15), minutes(2, 10)], [45, 45, 70]);
  });
  test('gets a grant in full, and only once for each row', () =>
    assert.equal(left([event('start', 0), event('grant', 5, 7 * MINUTE)], 10), 27));
  test('gets an outage back for the part in which it ran', () => {
    assert.equal(left([event('start', 0), event('outage', 10, 4 * MINUTE)], 10), 24);
    // The server went away before the start or in a pause: those minutes were not running.
    assert.equal(left([event('start', 0), event('outage', 3, 9 * MINUTE)], 3), 30);
    const paused = [event('start', 0), event('pause', 5), event('resume', 20)];
    assert.equal(left([...paused, event('outage', 21, 10 * MINUTE)], 21), 25);
    assert.equal(left([event('start', 0), event('pause', 5), event('outage', 9, MINUTE)], 9), 25);
  });
  test('never gets the same minute of an outage twice', () => {
    const once = [event('start', 0), event('outage', 10, 4 * MINUTE)];
    assert.equal(left([...once, event('outage', 10, 4 * MINUTE)], 10), 24);
    assert.equal(left([...once, event('outage', 12, 4 * MINUTE)], 12), 24);
  });
  test('is the same after ten reloads, a crash or an error: it depends on the rows alone (A7, A8, A15)', () => {
    const rows = [
      event('start', 0),
      event('grant', 2, 5 * MINUTE),
      event('pause', 3),
      event('resume', 4),
    ];
    const seen = Array.from({ length: 10 }, () => left(structuredClone(rows), 20));
    assert.deepEqual(new Set(seen), new Set([16]));
  });
  test('is shown without the grace and never below zero (A17)', () => {
    const state = clockOf([event('start', 0)]);
    assert.equal(shownRemainingMs(plain, state, at(30) - 1), 1);
    assert.equal(shownRemainingMs(plain, state, at(30)), 0);
    assert.equal(shownRemainingMs(plain, state, at(30) + 30_000), 0);
  });
  test('does not grow when the server clock is set back under it', () => {
    assert.equal(left([event('start', 0)], -60), 30);
    assert.equal(left([event('start', 0), event('pause', -60)], 0), 30);
  });
});

describe('over any history of rows', () => {
  const kind = fc.constantFrom<ClockEvent['kind']>('pause', 'resume', 'grant', 'outage', 'start');
  const step = fc.record({ kind, gap: fc.nat(600_000), ms: fc.nat(300_000) });
  const history = fc.array(step, { maxLength: 14 }).map((steps) => {
    let now = START;
    const rows: ClockEvent[] = [{ kind: 'start', at: now, ms: 0 }];
    for (const { kind: next, gap, ms } of steps) {
      now += gap;
      rows.push({ kind: next, at: now, ms: next === 'grant' || next === 'outage' ? ms : 0 });
    }
    return { rows, now };
  });
  const law = (holds: (rows: ClockEvent[], now: number) => void): void =>
    fc.assert(
      fc.property(history, ({ rows, now }) => holds(rows, now)),
      { numRuns: 500, seed: 20_260_301 },
    );
  const remaining = (rows: readonly ClockEvent[], now: number, allowance = plain): number =>
    remainingMs(allowance, clockOf(rows), now);

  test('a running clock loses exactly the time that passes; a stopped one loses nothing', () =>
    law((rows, now) => {
      const lost = remaining(rows, now) - remaining(rows, now + 4321);
      assert.equal(lost, clockOf(rows).status === 'running' ? 4321 : 0);
    }));
  test('a row delivered twice changes nothing, save a grant, which is a gift each time', () =>
    law((rows, now) => {
      const twice = rows.flatMap((row) => (row.kind === 'grant' ? [row] : [row, row]));
      assert.equal(remaining(twice, now), remaining(rows, now));
    }));
  test('a grant adds exactly its length', () =>
    law((rows, now) => {
      const granted: ClockEvent = { kind: 'grant', at: now, ms: 61_007 };
      assert.equal(remaining([...rows, granted], now) - remaining(rows, now), 61_007);
    }));
  test('a multiplier stretches the limit and nothing else', () =>
    law((rows, now) => {
      const double = { ...plain, multiplier: 2 };
      assert.equal(remaining(rows, now, double) - remaining(rows, now), plain.limitMs);
    }));
  test('an outage gives back no more than its length and never takes time', () =>
    law((rows, now) => {
      const gained =
        remaining([...rows, { kind: 'outage', at: now, ms: 90_000 }], now) - remaining(rows, now);
      assert.ok(gained >= 0 && gained <= 90_000);
    }));
  test('after handing in, nothing moves the clock again', () =>
    law((rows, now) => {
      const done: ClockEvent[] = [...rows, { kind: 'submit', at: now, ms: 0 }];
      const frozen = remaining(done, now);
      const more: ClockEvent[] = ['resume', 'grant', 'outage', 'submit', 'start', 'pause'].map(
        (next, place) => ({ kind: next as ClockEvent['kind'], at: now + place, ms: 999 }),
      );
      assert.equal(remaining([...done, ...more], now + 9_000_000), frozen);
    }));
});

describe('the exam window', () => {
  // Cases of Submitty #10441: a 20-minute quiz from 9:30 to 9:55.
  const day = Date.UTC(2026, 2, 2);
  const clock = (hours: number, minutes: number): number => day + (hours * 60 + minutes) * MINUTE;
  const window = { opensAt: clock(9, 30), closesAt: clock(9, 55) };
  const quiz: Allowance = { limitMs: 20 * MINUTE, multiplier: 1, extraMs: 0 };
  const timeAndHalf = { ...quiz, multiplier: 1.5 };
  const deadline = (allowance: Allowance, start: number): number =>
    start + allowedMs(allowance) - cutByWindowMs(window, allowance, start);

  test('stretches for granted time: time and a half from 9:30 runs to 10:00 (A1)', () => {
    assert.equal(closesFor(window, timeAndHalf), clock(10, 0));
    assert.equal(deadline(timeAndHalf, clock(9, 30)), clock(10, 0));
  });
  test('cuts the time of somebody who starts late: from 9:40, 20 minutes end at 9:55 (A1, A3)', () =>
    assert.equal(deadline(quiz, clock(9, 40)), clock(9, 55)));
  test('that cannot hold the longest granted time is refused when it is scheduled (A1)', () => {
    assert.equal(windowHolds(window, quiz).ok, true);
    const short = windowHolds(window, timeAndHalf);
    assert.ok(!short.ok && short.refusal.because.includes('5 minutes too short'));
  });
});
