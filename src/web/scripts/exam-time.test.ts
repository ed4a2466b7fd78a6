import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { timeLeft } from '../pages/sitting/time-left.ts';
import { type KeptAnswer, nextToSend } from './exam-outbox.ts';
import { type ClockAnswer, leftMs, newsBetween, pageClock } from './exam-time.ts';

const MINUTE = 60_000;
const answer = (remainingMs: number, status: ClockAnswer['status'] = 'running'): ClockAnswer => ({
  status,
  remainingMs,
  epoch: 1,
  ends: null,
  formToken: '',
});

describe('the clock of the page', () => {
  test('is never further from the truth than half the time the answer took', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 3 * 60 * MINUTE }),
        (trip, share, remaining) => {
          const asked = 1000;
          const made = asked + trip * share;
          const clock = pageClock(answer(remaining), asked, asked + trip, undefined);
          assert.ok(Math.abs(clock.endsAtMs - (made + remaining)) <= trip / 2 + 1e-6);
        },
      ),
    );
  });
  test('does not jump about for readings that differ by less than their doubt, and follows a grant at once', () => {
    const first = pageClock(answer(10 * MINUTE), 0, 100, undefined);
    assert.equal(pageClock(answer(10 * MINUTE - 30_040), 30_000, 30_100, first), first);
    const granted = pageClock(answer(15 * MINUTE), 30_000, 30_100, first);
    assert.equal(leftMs(granted, 30_050), 15 * MINUTE);
  });
  test('stands still while the exam is paused, and never goes below zero', () => {
    const paused = pageClock(answer(5 * MINUTE, 'paused'), 0, 0, undefined);
    assert.equal(leftMs(paused, 99 * MINUTE), 5 * MINUTE);
    assert.equal(leftMs(pageClock(answer(1000), 0, 0, undefined), 5000), 0);
  });
});

describe('the announcements of time', () => {
  test('come once each at 30, 10 and 5 minutes, whatever the steps in which time passes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 * MINUTE }), { minLength: 60 }), (steps) => {
        const said: number[] = [];
        let left = 40 * MINUTE;
        for (const step of steps) {
          const news = newsBetween(left, left - step);
          left -= step;
          said.push(...(news === undefined ? [] : [news]));
        }
        assert.deepEqual(
          said,
          [30, 10, 5].filter((minutes) => left <= minutes * MINUTE),
        );
      }),
    );
  });
  test('are not made up for on a page that opens later, and of several passed at once the last is said', () => {
    assert.equal(newsBetween(9 * MINUTE, 9 * MINUTE - 250), undefined);
    assert.equal(newsBetween(40 * MINUTE, 4 * MINUTE), 5);
  });
});

describe('the time left in words', () => {
  test('counts minutes until the last five, then seconds, and never says more or less than zero', () => {
    assert.equal(timeLeft(75 * MINUTE), '1 hour 15 minutes');
    assert.equal(timeLeft(60 * MINUTE), '1 hour');
    assert.equal(timeLeft(59 * MINUTE + 1), '1 hour');
    assert.equal(timeLeft(41 * MINUTE), '41 minutes');
    assert.equal(timeLeft(5 * MINUTE + 1), '6 minutes');
    assert.equal(timeLeft(5 * MINUTE), '5:00');
    assert.equal(timeLeft(61_000), '1:01');
    assert.equal(timeLeft(1), '0:01');
    assert.equal(timeLeft(0), 'Time is up');
    assert.equal(timeLeft(-1), 'Time is up');
  });
});

describe('the answers sent next', () => {
  const kept = (client: string, epoch: number, n: number, ms = n): KeptAnswer => ({
    sitting: 's',
    client,
    n,
    epoch,
    item: 'i',
    response: { option: 'a' },
    ms,
  });
  test('are of one page and one epoch, the oldest first, in order, fifty at most', () => {
    const all = [
      ...Array.from({ length: 70 }, (_, k) => kept('b', 2, 70 - k)),
      kept('a', 1, 2),
      kept('a', 1, 1),
    ];
    assert.deepEqual(
      nextToSend(all).map(({ client, n }) => [client, n]),
      [
        ['a', 1],
        ['a', 2],
      ],
    );
    const later = nextToSend(all.filter(({ client }) => client === 'b'));
    assert.deepEqual(
      later.map(({ n }) => n),
      Array.from({ length: 50 }, (_, k) => k + 1),
    );
  });
  test('reach every answer in the end when each group is taken out once acknowledged', () => {
    const event = fc.record({
      client: fc.constantFrom('a', 'b', 'c'),
      epoch: fc.integer({ min: 1, max: 3 }),
      n: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(event, { selector: ({ client, n }) => `${client} ${n}`, maxLength: 200 }),
        (events) => {
          let waiting = events.map(({ client, epoch, n }) => kept(client, epoch, n));
          let rounds = 0;
          while (waiting.length > 0) {
            const group = new Set(nextToSend(waiting));
            assert.ok(group.size > 0 && group.size <= 50);
            waiting = waiting.filter((one) => !group.has(one));
            rounds += 1;
          }
          assert.ok(rounds <= 13);
        },
      ),
    );
    assert.deepEqual(nextToSend([]), []);
  });
});
