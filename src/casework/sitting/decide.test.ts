import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Allowance, type ClockEvent, clockOf, remainingMs } from './clock.ts';
import {
  decideGrant,
  decideMove,
  decidePause,
  decideResume,
  decideScore,
  decideStart,
  decideSubmit,
  decideTimeout,
  outageRows,
  type StartFacts,
} from './decide.ts';
import { GRACE_MS } from './standing.ts';

const MINUTE = 60_000;
const START = 1_780_000_000_000;
const allowance: Allowance = { limitMs: 30 * MINUTE, multiplier: 1, extraMs: 0 };
const at = (minutes: number): number => START + minutes * MINUTE;
const row = (kind: ClockEvent['kind'], minutes: number, ms = 0): ClockEvent => ({
  kind,
  at: at(minutes),
  ms,
});
const none = clockOf([]);
const running = clockOf([row('start', 0)]);
const paused = clockOf([row('start', 0), row('pause', 5)]);
const done = clockOf([row('start', 0), row('submit', 20)]);
const ready: StartFacts = {
  eligible: true,
  owedCents: 0,
  accommodationPending: false,
  window: undefined,
};
/** The rows written, or the kind of refusal. */
const answer = (
  result:
    | { ok: true; value: readonly ClockEvent[] | string }
    | { ok: false; refusal: { kind: string } },
) => (result.ok ? result.value : result.refusal.kind);
const start = (change: Partial<StartFacts> = {}, now = START, state = none) =>
  answer(decideStart(state, allowance, { ...ready, ...change }, now));

describe('starting', () => {
  test('writes one row; a second press writes none', () => {
    assert.deepEqual(start(), [row('start', 0)]);
    assert.deepEqual(start({}, at(1), running), []);
    assert.deepEqual(start({}, at(1), paused), []);
  });
  test('is refused before eligibility, payment or the decision on an accommodation', () => {
    assert.equal(start({ eligible: false }), 'not-eligible');
    assert.equal(start({ owedCents: 1 }), 'fee-owed');
    assert.equal(start({ accommodationPending: true }), 'accommodation-pending');
  });
  test('is refused after handing in', () =>
    assert.equal(start({}, at(30), done), 'already-submitted'));
  test('is refused outside the window', () => {
    const window = { opensAt: at(0), closesAt: at(60) };
    assert.equal(start({ window }, at(-1)), 'window-not-open');
    assert.equal(start({ window }, at(60)), 'window-closed');
    assert.deepEqual(start({ window }, at(10)), [row('start', 10)]);
  });
  test('near the end of the window works out the time that is left then, not when the page was opened (A3)', () => {
    const window = { opensAt: at(0), closesAt: at(60) };
    const rows = start({ window }, at(50));
    assert.deepEqual(rows, [row('start', 50, 20 * MINUTE)]);
    assert.equal(remainingMs(allowance, clockOf([row('start', 50, 20 * MINUTE)]), at(60)), 0);
  });
});

describe('pause, resume, time given', () => {
  test('a pause needs a reason, and pausing twice is one pause', () => {
    assert.equal(answer(decidePause(running, ' ', at(3))), 'reason-missing');
    assert.deepEqual(answer(decidePause(running, 'fire alarm', at(3))), [row('pause', 3)]);
    assert.deepEqual(answer(decidePause(paused, 'fire alarm', at(6))), []);
  });
  test('resuming twice is one resuming', () => {
    assert.deepEqual(answer(decideResume(paused, at(9))), [row('resume', 9)]);
    assert.deepEqual(answer(decideResume(running, at(9))), []);
  });
  test('time given is a whole length above zero, with a reason', () => {
    assert.deepEqual(answer(decideGrant(running, MINUTE, 'noise', at(3))), [
      row('grant', 3, MINUTE),
    ]);
    assert.equal(answer(decideGrant(running, MINUTE, '', at(3))), 'reason-missing');
    for (const ms of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(answer(decideGrant(running, ms, 'noise', at(3))), 'not-a-length');
    }
  });
  test('none of them is possible before the start or after handing in', () => {
    for (const [state, kind] of [
      [none, 'not-started'],
      [done, 'already-submitted'],
    ] as const) {
      assert.equal(answer(decidePause(state, 'why', at(40))), kind);
      assert.equal(answer(decideResume(state, at(40))), kind);
      assert.equal(answer(decideGrant(state, MINUTE, 'why', at(40))), kind);
    }
  });
  test('while paused no other question is shown; after the pause it is (A11)', () => {
    assert.equal(answer(decideMove(paused, allowance, at(6))), 'paused');
    assert.equal(answer(decideMove(running, allowance, at(6))), 'go-on');
    assert.equal(answer(decideMove(running, allowance, at(30))), 'go-on');
    assert.equal(answer(decideMove(running, allowance, at(30) + 1)), 'time-is-up');
    assert.equal(answer(decideMove(none, allowance, at(6))), 'not-started');
    assert.equal(answer(decideMove(done, allowance, at(26))), 'already-submitted');
  });
});

describe('a server that was away', () => {
  test('gives a running sitting its minutes back and leaves the others alone', () => {
    assert.deepEqual(outageRows(running, at(8), at(11)), [row('outage', 11, 3 * MINUTE)]);
    for (const state of [none, paused, done]) {
      assert.deepEqual(outageRows(state, at(8), at(11)), []);
    }
    assert.deepEqual(outageRows(running, at(11), at(11)), []);
  });
  test('takes no time: after the restart as much is left as when it went away', () => {
    const rows = [row('start', 0), ...outageRows(running, at(8), at(11))];
    assert.equal(remainingMs(allowance, clockOf(rows), at(11)), 22 * MINUTE);
  });
});

describe('handing in', () => {
  test('is final, and a second time changes nothing', () => {
    assert.deepEqual(answer(decideSubmit(running, at(9))), [row('submit', 9)]);
    assert.deepEqual(answer(decideSubmit(done, at(25))), []);
  });
  test('is refused before the start and in a pause', () => {
    assert.equal(answer(decideSubmit(none, at(9))), 'not-started');
    assert.equal(answer(decideSubmit(paused, at(9))), 'paused');
  });
  test("is still possible when time has run out: the candidate's page hands in what it sent", () =>
    assert.deepEqual(answer(decideSubmit(running, at(40))), [row('submit', 40)]));
  test('by the server comes once the grace is over, with or without any answer; again is a no-op (A3, B1, B12)', () => {
    const end = at(30) + GRACE_MS;
    assert.equal(answer(decideTimeout(running, allowance, at(29))), 'time-is-left');
    assert.equal(answer(decideTimeout(running, allowance, end)), 'time-is-left');
    assert.deepEqual(answer(decideTimeout(running, allowance, end + 1)), [
      { kind: 'submit', at: end + 1, ms: 0 },
    ]);
    assert.deepEqual(answer(decideTimeout(done, allowance, end + 1)), []);
    assert.equal(answer(decideTimeout(none, allowance, end + 1)), 'not-started');
  });
  test('by the server never falls into a pause', () =>
    assert.equal(answer(decideTimeout(paused, allowance, at(500))), 'time-is-left'));
});

describe('scoring', () => {
  test('comes after handing in, and once', () => {
    assert.equal(answer(decideScore(running, false)), 'not-submitted');
    assert.equal(answer(decideScore(done, false)), 'score');
    assert.equal(answer(decideScore(done, true)), 'scored-before');
  });
});
