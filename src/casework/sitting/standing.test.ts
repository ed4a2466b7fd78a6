import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Allowance, ClockEvent } from './clock.ts';
import {
  answersThatCount,
  choicesToShow,
  flaggedItems,
  type JournalEntry,
  marked,
  readResponse,
  setAside,
} from './journal.ts';
import { COUNTING_RULE, counts, GRACE_MS, standingAt } from './standing.ts';

const MINUTE = 60_000;
const START = 1_780_000_000_000;
const allowance: Allowance = { limitMs: 30 * MINUTE, multiplier: 1, extraMs: 0 };
const at = (minutes: number, ms = 0): number => START + minutes * MINUTE + ms;
const row = (kind: ClockEvent['kind'], when: number, ms = 0): ClockEvent => ({
  kind,
  at: when,
  ms,
});
const started = row('start', START);
const standing = (clock: ClockEvent[], when: number) => standingAt(allowance, clock, when);

describe('the mark of an answer', () => {
  test('exactly at the limit is in time; one millisecond later it is in grace', () => {
    assert.equal(standing([started], at(30)), 'in-time');
    assert.equal(standing([started], at(30, 1)), 'in-grace');
  });
  test('an answer one second before the end is in time', () =>
    assert.equal(standing([started], at(30, -1000)), 'in-time'));
  test('exactly at the end of the grace counts; one millisecond later it is late (A12)', () => {
    assert.equal(standing([started], at(30, GRACE_MS)), 'in-grace');
    assert.equal(standing([started], at(30, GRACE_MS + 1)), 'late');
    assert.ok(counts('in-grace') && !counts('late'));
  });
  test('granted time moves the line; the same answer is late without it', () => {
    const half = { ...allowance, multiplier: 1.5 };
    assert.equal(standingAt(half, [started], at(40)), 'in-time');
    assert.equal(standing([started], at(40)), 'late');
  });
  test('time given after an answer came in does not change what that answer was', () => {
    const clock = [started, row('grant', at(35), 10 * MINUTE)];
    assert.equal(standing(clock, at(34)), 'late');
    assert.equal(standing(clock, at(36)), 'in-time');
  });
  test('in a pause, an answer counts only in the first minute (A11)', () => {
    const clock = [started, row('pause', at(10))];
    assert.equal(standing(clock, at(10)), 'in-time');
    assert.equal(standing(clock, at(11)), 'in-grace');
    assert.equal(standing(clock, at(11, 1)), 'while-paused');
    assert.equal(counts('while-paused'), false);
    assert.equal(standing([...clock, row('resume', at(60))], at(61)), 'in-time');
  });
  test('a pause after the grace rescues nothing', () =>
    assert.equal(standing([started, row('pause', at(32))], at(32, 1)), 'late'));
  test('after handing in it is kept, marked and not counted; with the hand-in it is in time', () => {
    const clock = [started, row('submit', at(20))];
    assert.equal(standing(clock, at(20)), 'in-time');
    assert.equal(standing(clock, at(20, 1)), 'after-submit');
    assert.equal(counts('after-submit'), false);
  });
  test('after the server closed a sitting whose time was up, it is late', () =>
    assert.equal(standing([started, row('submit', at(31, 1))], at(32)), 'late'));
  test('before any start it is marked so', () =>
    assert.equal(standing([started], at(-1)), 'before-start'));
  test('the rule candidates read names the grace that the rule uses', () => {
    assert.ok(COUNTING_RULE.some((line) => line.includes(`${GRACE_MS / 1000} seconds after`)));
    assert.ok(COUNTING_RULE.every((line) => line.endsWith('.')));
  });
});

const shown = { q1: ['b', 'a', '0', ''], q2: ['a', 'b'], q3: ['a', 'b'] };
const facts = (...clock: ClockEvent[]) => ({ allowance, clock: [started, ...clock], shown });
let received = 0;
const chose = (item: string, option: string, change: Partial<JournalEntry> = {}): JournalEntry => {
  received += 1;
  return {
    client: 'page-1',
    n: received,
    epoch: 1,
    item,
    response: { option },
    clientMs: 0,
    serverAt: at(1, received),
    ...change,
  };
};
const counted = (entries: JournalEntry[], ...clock: ClockEvent[]) =>
  Object.fromEntries(answersThatCount(facts(...clock), entries));

describe('the answer that counts', () => {
  test('is the last one made, whatever order they arrive in', () => {
    const first = chose('q1', 'a', { n: 4, serverAt: at(5) });
    const second = chose('q1', 'b', { n: 9, serverAt: at(4) });
    assert.deepEqual(counted([first, second]), { q1: 'b' });
    assert.deepEqual(counted([second, first]), { q1: 'b' });
  });
  test('sent twice is one answer', () => {
    const entry = chose('q1', 'a');
    assert.deepEqual(counted([entry, entry]), { q1: 'a' });
  });
  test('from a second machine beats the first, which still counts where the second has none', () => {
    const entries = [
      chose('q1', 'b', { epoch: 2, client: 'page-2', n: 1, serverAt: at(6) }),
      chose('q1', 'a', { n: 90, serverAt: at(9) }),
      chose('q2', 'a', { n: 91, serverAt: at(9) }),
    ];
    assert.deepEqual(counted(entries), { q1: 'b', q2: 'a' });
  });
  test('is the last one that counts: a late change leaves the earlier answer in force', () => {
    const entries = [
      chose('q1', 'a', { serverAt: at(29) }),
      chose('q1', 'b', { serverAt: at(32) }),
    ];
    assert.deepEqual(counted(entries), { q1: 'a' });
    assert.deepEqual(
      setAside(facts(), entries).map(({ mark }) => mark),
      ['late'],
    );
  });
  test('is the one seen on the screen when time ran out: no "next" is needed (B18)', () =>
    assert.deepEqual(counted([chose('q3', 'a', { serverAt: at(30) })]), { q3: 'a' }));
  test('may be "0" or empty text: only absence is no answer (B3, B4)', () => {
    assert.deepEqual(counted([chose('q1', '0')]), { q1: '0' });
    assert.deepEqual(counted([chose('q1', '')]), { q1: '' });
    assert.deepEqual(counted([]), {});
  });
  test("does not depend on the clock of the candidate's machine (A9)", () => {
    for (const clientMs of [-1e15, 0, 1e15, Number.MAX_SAFE_INTEGER]) {
      assert.deepEqual(counted([chose('q1', 'a', { clientMs })]), { q1: 'a' });
      assert.deepEqual(counted([chose('q1', 'a', { clientMs, serverAt: at(40) })]), {});
    }
  });
  test('can be held when the candidate went offline and closed the browser: what had arrived stands (B12)', () => {
    const entries = [chose('q1', 'a'), chose('q2', 'b')];
    assert.deepEqual(counted(entries, row('submit', at(31, 1))), { q1: 'a', q2: 'b' });
  });
});

describe('what cannot be an answer is kept and marked, and overrules nothing (B1)', () => {
  test('an option or a question that was not shown', () => {
    const entries = [
      chose('q1', 'a'),
      chose('q1', 'z'),
      chose('q9', 'a'),
      chose('constructor', 'name'),
    ];
    assert.deepEqual(counted(entries), { q1: 'a' });
    assert.deepEqual(
      marked(facts(), entries).map(({ mark }) => mark),
      ['in-time', 'not-on-form', 'not-on-form', 'not-on-form'],
    );
    assert.deepEqual(Object.fromEntries(choicesToShow(facts(), entries)), { q1: 'a' });
  });
  test('a body of the wrong shape', () => {
    for (const response of [
      null,
      0,
      '',
      'a',
      [],
      {},
      { option: 0 },
      { option: null },
      { flagged: 1 },
    ]) {
      assert.equal(readResponse(response), undefined);
      const entries = [chose('q1', 'a'), chose('q1', 'a', { response })];
      assert.deepEqual(counted(entries), { q1: 'a' });
      assert.equal(marked(facts(), entries).at(-1)?.mark, 'unreadable');
    }
  });
});

describe('flags', () => {
  const flag = (item: string, flagged: boolean) => chose(item, '', { response: { flagged } });
  test('follow the last press, and never touch an answer', () => {
    const entries = [chose('q1', 'a'), flag('q1', true), flag('q2', true), flag('q2', false)];
    assert.deepEqual([...flaggedItems(entries)], ['q1']);
    assert.deepEqual(counted(entries), { q1: 'a' });
  });
});

describe('after a reload', () => {
  test('the last choice of each question is shown again', () => {
    const entries = [chose('q1', 'a'), chose('q1', 'b'), chose('q2', 'a')];
    assert.deepEqual(Object.fromEntries(choicesToShow(facts(), entries)), { q1: 'b', q2: 'a' });
  });
});
