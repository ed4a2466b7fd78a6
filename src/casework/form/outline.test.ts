import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { notSet, seen } from '../../program/definition/sourced.ts';
import { type OutlineDomain, outlineFrom, sharesOf } from './outline.ts';

const outlineOf = (...percents: (number | null)[]): OutlineDomain[] =>
  percents.map((percent, place) => ({ id: `d${place}`, title: `Domain ${place}`, percent }));
const counts = (outline: OutlineDomain[], items: number): number[] | string => {
  const shares = sharesOf(outline, items);
  return shares.ok ? shares.value.map((share) => share.items) : shares.refusal.kind;
};

describe('questions per domain', () => {
  test('30 questions on the 2025-08 CCM outline are 9, 4, 6, 3, 3 and 5: the one left over goes to the share of 3.6', () => {
    assert.deepEqual(counts(outlineOf(30, 12, 20, null, null, 18), 30), [9, 4, 6, 3, 3, 5]);
  });
  test('150 questions on that outline are the published 45, 18, 30 and 27, with 15 each where the split is not published', () => {
    assert.deepEqual(counts(outlineOf(30, 12, 20, null, null, 18), 150), [45, 18, 30, 15, 15, 27]);
  });
  test('four domains without weights share 20 questions evenly and are marked as an even share', () => {
    const shares = sharesOf(outlineOf(null, null, null, null), 20);
    assert.ok(shares.ok);
    assert.deepEqual(
      shares.value.map(({ items, percent, basis }) => [items, percent, basis]),
      new Array(4).fill([5, 25, 'even-share']),
    );
  });
  test("are dealt by the weights in a program's rules; one that is not set there stays unset", () =>
    assert.deepEqual(
      outlineFrom([
        { id: 'care', title: seen('Care', ['PAGE']), percent: seen(60, ['PAGE']) },
        { id: 'law', title: notSet(), percent: notSet('not found') },
      ]),
      [
        { id: 'care', title: 'Care', percent: 60 },
        { id: 'law', title: 'law', percent: null },
      ],
    ));
  test('a published weight and an even share never look alike', () => {
    const shares = sharesOf(outlineOf(60, null, null), 10);
    assert.ok(shares.ok);
    assert.deepEqual(
      shares.value.map(({ basis, percent }) => [basis, percent]),
      [
        ['published', 60],
        ['even-share', 20],
        ['even-share', 20],
      ],
    );
  });
  test('seats of a parliament: the textbook example of largest remainder', () => {
    // 100,000 votes, 10 seats: 47,000 16,000 15,900 12,000 6,000 3,100 give 5 2 1 1 1 0
    // (Wikipedia, "Largest remainder method", Hare quota).
    assert.deepEqual(counts(outlineOf(47, 16, 15.9, 12, 6, 3.1), 10), [5, 2, 1, 1, 1, 0]);
  });
  test('equal fractions are served in outline order', () =>
    assert.deepEqual(counts(outlineOf(null, null, null), 10), [4, 3, 3]));
  test('refuses an outline that is empty, names a domain twice or does not add to 100', () => {
    assert.equal(counts([], 10), 'outline-empty');
    assert.equal(counts([...outlineOf(50), ...outlineOf(50)], 10), 'domain-twice');
    assert.equal(counts(outlineOf(50, 40), 10), 'weights-do-not-fit');
    assert.equal(counts(outlineOf(80, 40), 10), 'weights-do-not-fit');
    assert.equal(counts(outlineOf(80, 40, null), 10), 'weights-do-not-fit');
    assert.equal(counts(outlineOf(120, -20), 10), 'weights-do-not-fit');
  });
  test('counts always add up and stay within one question of the exact share', () => {
    const outline = fc
      .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
      .map((raw) => {
        const total = raw.reduce((sum, value) => sum + value, 0);
        const hundredths = raw.map((value) => Math.floor((value * 10000) / total));
        const short = 10000 - hundredths.reduce((sum, value) => sum + value, 0);
        return outlineOf(
          ...hundredths.map((value, place) => (value + (place === 0 ? short : 0)) / 100),
        );
      });
    fc.assert(
      fc.property(outline, fc.integer({ min: 1, max: 200 }), (domains, items) => {
        const shares = sharesOf(domains, items);
        assert.ok(shares.ok);
        assert.equal(
          shares.value.reduce((sum, share) => sum + share.items, 0),
          items,
        );
        for (const share of shares.value) {
          assert.ok(Math.abs(share.items - (share.percent * items) / 100) < 1 + 1e-9);
        }
      }),
    );
  });
});
