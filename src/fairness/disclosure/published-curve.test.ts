import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at } from '../../kernel/result/at.ts';
import { waitingCurve } from '../delay/waiting.ts';
import type { Wait } from '../delay/waits.ts';
import { possiblePeople, publishedCurve } from './published-curve.ts';

test('no point of a published curve tells of fewer than eleven people', () => {
  const wait = fc.record({ days: fc.integer({ min: 0, max: 90 }), answered: fc.boolean() });
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 300 }), (waits) => {
      const curve = waitingCurve(waits);
      const points = publishedCurve(curve, waits.length);
      let from = -1;
      for (const { day, share } of points.slice(1)) {
        const steps = curve.filter((step) => step.day > from && step.day <= day);
        const answered = steps.reduce((sum, step) => sum + step.answered, 0);
        const last = at(steps, steps.length - 1);
        assert.ok(answered >= 11, `${answered} answered up to day ${day}`);
        assert.ok(last.waiting - last.answered >= 11, `${last.waiting} still wait`);
        assert.equal(share, Math.round(share * 100) / 100);
        from = day;
      }
    }),
  );
});

test('a curve and its intervals leave at least five numbers of people possible, the true one among them', () => {
  const wait = fc.record({ days: fc.integer({ min: 0, max: 60 }), answered: fc.constant(true) });
  fc.assert(
    fc.property(fc.array(wait, { minLength: 22, maxLength: 120 }), (waits) => {
      const points = publishedCurve(waitingCurve(waits), waits.length);
      const possible = possiblePeople(points, waits.length);
      assert.ok(possible.length >= 5, `only ${possible.join(', ')} people are possible`);
      assert.ok(possible.includes(waits.length));
    }),
    { numRuns: 40 },
  );
});

test('with intervals in whole percents, a half of 22 people would be known to be 22', () => {
  // 22 people, 11 answered on the third day: 50 %, with an interval of 33 to 76 %.
  const waits: Wait[] = Array.from({ length: 22 }, (_, place) => ({
    days: place < 11 ? 3 : 9,
    answered: place < 11,
  }));
  const [step] = waitingCurve(waits);
  assert.ok(step !== undefined);
  const percent = (share: number) => Math.round(share * 100) / 100;
  const naive = { day: 3, share: 0.5, ends: { low: percent(step.low), high: percent(step.high) } };
  assert.deepEqual(possiblePeople([naive], 22), [22]);
  assert.ok(possiblePeople(publishedCurve([step], 22), 22).length >= 5);
});

test('a curve of many people keeps its intervals in whole percents', () => {
  const waits: Wait[] = Array.from({ length: 900 }, (_, place) => ({
    days: place % 60,
    answered: true,
  }));
  const points = publishedCurve(waitingCurve(waits), waits.length);
  const steps = waitingCurve(waits);
  const { day, ends } = at(points, 20);
  const own = steps.find((one) => one.day === day);
  assert.equal(ends?.low, Math.round((own?.low ?? 0) * 100) / 100);
});
