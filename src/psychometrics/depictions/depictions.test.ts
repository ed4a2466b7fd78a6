import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CategoryDepicted,
  type DepictingItem,
  depictedOn,
  type Served,
} from './depictions.ts';

const item = (id: string, setting: readonly string[]): DepictingItem => ({
  id,
  shows: new Map([['setting', setting]]),
});
const SETTINGS: Served = {
  variable: 'setting',
  categories: [
    { name: 'hospital', people: 50 },
    { name: 'insurer', people: 30 },
    { name: 'home', people: 20 },
  ],
};

test('shares are of the items that show any; an item that shows two counts half to each', () => {
  const [found] = depictedOn(
    [
      item('1', ['hospital']),
      item('2', ['hospital']),
      item('3', ['hospital', 'insurer']),
      item('4', []),
      item('5', ['insurer']),
    ],
    [SETTINGS],
  );
  // Of four: hospital 2.5, insurer 1.5, home 0. Half of |0.625 - 0.5| + |0.375 - 0.3| + |0 - 0.2| is 0.2.
  assert.deepEqual(
    found?.categories.map(({ name, items, share, wanted }) => [name, items, share, wanted]),
    [
      ['hospital', 3, 0.625, 2],
      ['insurer', 2, 0.375, 1],
      ['home', 0, 0, 1],
    ],
  );
  assert.deepEqual([found?.showing, found?.silent], [4, 1]);
  assert.ok(Math.abs((found?.dissimilarity ?? 0) - 0.2) < 1e-12);
});

test('a form that shows nobody in particular has no share, and that is no fault', () => {
  const [found] = depictedOn([item('1', []), { id: '2', shows: new Map() }], [SETTINGS]);
  assert.deepEqual([found?.showing, found?.silent, found?.dissimilarity], [0, 2, undefined]);
});

test('shares add to one, wanted items to the showing ones, and a form like the served is not apart', () => {
  const names = ['hospital', 'insurer', 'home'];
  fc.assert(
    fc.property(
      fc.array(fc.subarray(names, { minLength: 1 }), { minLength: 1, maxLength: 40 }),
      fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 })),
      (shown, people) => {
        const served = {
          variable: 'setting',
          categories: names.map((name, place) => ({ name, people: people[place] ?? 0 })),
        };
        const [found] = depictedOn(
          shown.map((own, place) => item(String(place), own)),
          [served],
        );
        assert.ok(found);
        const sum = (of: (row: CategoryDepicted) => number): number =>
          found.categories.reduce((total, row) => total + of(row), 0);
        assert.ok(Math.abs(sum(({ share }) => share) - 1) < 1e-9);
        assert.equal(
          sum(({ wanted }) => wanted),
          shown.length,
        );
        assert.ok((found.dissimilarity ?? 2) <= 1 + 1e-12);
      },
    ),
  );
  const alike = SETTINGS.categories.flatMap(({ name, people }) =>
    Array.from({ length: people }, (_, place) => item(`${name} ${place}`, [name])),
  );
  assert.ok((depictedOn(alike, [SETTINGS])[0]?.dissimilarity ?? 1) < 1e-12);
});
