import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WITHHELD } from './gate.ts';
import { protectFunnel } from './published-funnel.ts';

const shown = (...counts: readonly number[]) =>
  protectFunnel(counts.map((people, place) => ({ step: `step ${place}`, people }))).value.map(
    ({ atLeast }) => atLeast,
  );

test('fewer than eleven people are withheld, and eleven or more are shown in steps of eleven', () => {
  assert.deepEqual(shown(47, 33, 32, 11, 10), [44, 33, 22, 11, WITHHELD]);
  assert.deepEqual(shown(0), [WITHHELD]);
});

test('nobody and ten read the same, so that being withheld does not say whether anybody came', () => {
  assert.deepEqual(shown(10, 10), shown(0, 0));
});

const funnel = fc
  .array(fc.nat(60), { minLength: 5, maxLength: 5 })
  .map((counts) => counts.toSorted((a, b) => b - a));

test('what is shown fits eleven counts at each step, whatever the other steps show', () => {
  fc.assert(
    fc.property(funnel, fc.nat(4), (counts, place) => {
      const own = shown(...counts)[place];
      const low = own === WITHHELD || own === undefined ? 0 : own;
      // Each of the eleven is part of some funnel that reads exactly the same.
      for (let people = low; people < low + 11; people += 1) {
        const other = counts.map((count, at) =>
          at === place
            ? people
            : at < place
              ? Math.max(count, sameBand(count, people))
              : Math.min(count, sameBand(count, people)),
        );
        assert.deepEqual(shown(...other), shown(...counts));
      }
    }),
  );
});

/** A count of the same band that lets the asked one stand beside it: equal where they share it. */
const sameBand = (count: number, people: number): number =>
  Math.floor(count / 11) === Math.floor(people / 11) ? people : count;

test('a step that counts more people than the one before is our own mistake', () => {
  assert.throws(() => shown(12, 13), /counts 13 people after 12/);
  assert.throws(() => shown(-1), RangeError);
  assert.throws(() => shown(1.5), RangeError);
});
