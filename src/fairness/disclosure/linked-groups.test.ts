import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { followsFrom, handfulFollows, type Members } from './linked-groups.ts';

/** People from..to-1 of `people`. */
const range = (people: number, from: number, to: number): Members =>
  Uint8Array.from({ length: people }, (_, person) => (person >= from && person < to ? 1 : 0));

test('two groups that do not overlap tell about nobody else', () => {
  const groups = [range(100, 0, 40), range(100, 40, 100)];
  assert.equal(handfulFollows(groups, 11), false);
});

test('a group inside another, smaller by a handful, gives the handful away', () => {
  assert.equal(handfulFollows([range(100, 0, 40), range(100, 0, 35)], 11), true);
  assert.equal(handfulFollows([range(100, 0, 40), range(100, 0, 29)], 11), false);
});

test('a whole less its parts but one gives that one away, over any number of parts', () => {
  const parts = [range(120, 0, 30), range(120, 30, 60), range(120, 60, 90), range(120, 90, 115)];
  assert.equal(handfulFollows([range(120, 0, 120), ...parts], 11), true);
  for (const [place] of parts.entries()) {
    const others = parts.filter((_, there) => there !== place);
    assert.equal(handfulFollows([range(120, 0, 120), ...others], 11), false);
  }
});

test('groups that overlap crosswise give a handful away that no two of them do', () => {
  // a + b - c - d: two handfuls of two people at the ends, with one sign each.
  const groups = [range(60, 0, 30), range(60, 30, 60), range(60, 2, 30), range(60, 30, 58)];
  const [a, b, c, d] = groups as [Members, Members, Members, Members];
  assert.equal(handfulFollows([a, b, range(60, 2, 58)], 5), true);
  assert.equal(handfulFollows([a, b, range(60, 2, 58)], 4), false, 'four people together');
  assert.equal(handfulFollows([a, c], 4), true);
  assert.equal(handfulFollows([b, d], 4), true);
});

test('a group follows from others exactly where it is their sum or difference, and those needed are named', () => {
  const [all, a, b, c] = [
    range(90, 0, 90),
    range(90, 0, 30),
    range(90, 30, 60),
    range(90, 60, 90),
  ] as const;
  assert.deepEqual(followsFrom(c, [all, a, b]), [0, 1, 2]);
  assert.deepEqual(followsFrom(a, [b, c]), undefined);
  assert.deepEqual(followsFrom(range(90, 0, 60), [b, a, c]), [0, 1]);
  assert.deepEqual(followsFrom(a, []), undefined);
});

const PEOPLE = 7;
const sets = fc.array(
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: PEOPLE, maxLength: PEOPLE }),
  { minLength: 1, maxLength: 4 },
);

/** Every combination of the groups with coefficients from -3 to 3: the attacker with paper and pencil. */
function smallestByHand(groups: readonly (readonly number[])[]): number {
  let sums: readonly (readonly number[])[] = [Array.from({ length: PEOPLE }, () => 0)];
  for (const group of groups) {
    sums = sums.flatMap((sum) =>
      [-3, -2, -1, 0, 1, 2, 3].map((factor) =>
        sum.map((one, person) => one + factor * (group[person] ?? 0)),
      ),
    );
  }
  const supports = sums.map((sum) => sum.filter((one) => one !== 0).length);
  return Math.min(...supports.filter((people) => people > 0), PEOPLE + 1);
}

test('whatever an attacker adds and subtracts by hand, no fewer people are told of than the answer says', () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 2, max: 5 }), (groups, minimum) => {
      const members = groups.map((group) => Uint8Array.from(group));
      assert.equal(handfulFollows(members, minimum), smallestByHand(groups) < minimum);
    }),
    { numRuns: 60 },
  );
});

test('the order of groups and of people changes nothing', () => {
  fc.assert(
    fc.property(sets, (groups) => {
      const members = groups.map((group) => Uint8Array.from(group));
      const turned = groups.map((group) => Uint8Array.from(group).reverse()).reverse();
      assert.equal(handfulFollows(members, 3), handfulFollows(turned, 3));
    }),
  );
});
