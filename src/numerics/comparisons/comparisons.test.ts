import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { at } from '../../kernel/result/at.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { holm } from './holm.ts';

const { sets } = JSON.parse(readFileSync('reference/fairness/dif-methods.json', 'utf8'));

test("Benjamini and Hochberg's correction agrees with R's p.adjust on six exams", () => {
  for (const set of Object.keys(sets)) {
    const { pValue, benjaminiHochberg: expected } = sets[set].mantelHaenszel;
    benjaminiHochberg(pValue).forEach((raised, item) => {
      assert.ok(Math.abs(raised - expected[item]) < 1e-10, `${set} ${item + 1}`);
    });
  }
});

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });

test('a correction never lowers a p-value, keeps the order, and Holm is the stricter', () => {
  fc.assert(
    fc.property(pValues, (given) => {
      const mild = benjaminiHochberg(given);
      const strict = holm(given);
      given.forEach((p, place) => {
        assert.ok(at(mild, place) >= p && at(mild, place) <= 1);
        assert.ok(at(strict, place) >= at(mild, place) - 1e-12);
        given.forEach((other, there) => {
          assert.ok(!(p < other) || at(mild, place) <= at(mild, there));
        });
      });
    }),
  );
});

test('one comparison alone needs no correction', () => {
  assert.deepEqual([benjaminiHochberg([0.03]), holm([0.03])], [[0.03], [0.03]]);
  assert.deepEqual([benjaminiHochberg([]), holm([])], [[], []]);
});
