import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { fisherOneSided, fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { type DrawnStratum, drawnAgainstPool } from './drawn-against-pool.ts';

const stratum = (
  groupInPool: number,
  othersInPool: number,
  groupDrawn: number,
  othersDrawn: number,
): DrawnStratum => ({ groupInPool, othersInPool, groupDrawn, othersDrawn });
const tested = (...strata: readonly DrawnStratum[]) => {
  const answer = drawnAgainstPool(strata);
  assert.ok(answer.ok);
  return answer.value;
};
const close = (one: number, other: number, within = 1e-9): void =>
  assert.ok(Math.abs(one - other) <= within, `${one} is not ${other}`);

test('none of 40 among 12 drawn from 300 is nothing strange', () => {
  // R 4: phyper(0, 40, 260, 12) and fisher.test.
  const { drawn, expected, asFew, twoSided } = tested(stratum(40, 260, 0, 12));
  assert.equal(drawn, 0);
  close(expected, 1.6);
  close(asFew, 0.17342369197974);
  close(twoSided, 0.378850660822443);
});

const anyStratum = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(1000), fc.nat(1000))
  .map(([group, others, g, o]) => stratum(group, others, g % (group + 1), o % (others + 1)));

test('in one stratum it is Fisher’s exact test', () => {
  fc.assert(
    fc.property(anyStratum, (one) => {
      const answer = drawnAgainstPool([one]);
      fc.pre(answer.ok);
      const table = {
        ...{ firstYes: one.groupDrawn, firstAll: one.groupInPool },
        ...{ secondYes: one.othersDrawn, secondAll: one.othersInPool },
      };
      const { lower, upper } = fisherOneSided(table);
      close(answer.value.asFew, lower);
      close(answer.value.asMany, upper);
      close(answer.value.twoSided, fisherTwoSided(table));
    }),
  );
});

test('a stratum in which nobody was drawn, or everybody, changes nothing', () => {
  const one = stratum(12, 40, 3, 5);
  for (const idle of [stratum(9, 9, 0, 0), stratum(0, 0, 0, 0), stratum(0, 50, 0, 7)]) {
    close(tested(one, idle).twoSided, tested(one).twoSided);
  }
  close(tested(one, stratum(4, 6, 4, 6)).asFew, tested(one).asFew);
});

test('the group and everybody else say the same: few of one are many of the other', () => {
  fc.assert(
    fc.property(fc.array(anyStratum, { minLength: 1, maxLength: 4 }), (strata) => {
      const answer = drawnAgainstPool(strata);
      fc.pre(answer.ok);
      const turned = tested(
        ...strata.map((each) =>
          stratum(each.othersInPool, each.groupInPool, each.othersDrawn, each.groupDrawn),
        ),
      );
      close(answer.value.asFew, turned.asMany);
      close(answer.value.twoSided, turned.twoSided);
    }),
  );
});

test('a group that stands where the rate is higher is not taken for one that was picked out', () => {
  const strata = [stratum(40, 10, 20, 5), stratum(10, 190, 1, 19)];
  const apart = tested(...strata);
  const lumped = tested(stratum(50, 200, 21, 24));
  assert.ok(apart.twoSided > 0.9);
  assert.ok(lumped.twoSided < 1e-4);
});

test('a blind draw from strata is called strange no more often than the level says', () => {
  const chance = generatorFrom('blind draws');
  const group = [...Array(12).fill(true), ...Array(48).fill(false)];
  const other = [...Array(30).fill(true), ...Array(30).fill(false)];
  let strange = 0;
  const rounds = 4000;
  const drawnFrom = (people: readonly boolean[], seats: number): DrawnStratum => {
    const inGroup = shuffled(people, chance).slice(0, seats).filter(Boolean).length;
    const all = people.filter(Boolean).length;
    return stratum(all, people.length - all, inGroup, seats - inGroup);
  };
  for (let round = 0; round < rounds; round += 1) {
    const { twoSided } = tested(drawnFrom(group, 9), drawnFrom(other, 15));
    strange += twoSided <= 0.05 ? 1 : 0;
  }
  // Exact tests are cautious; three standard errors above 5 % would be 0.0603.
  assert.ok(strange / rounds < 0.0603, `${strange / rounds}`);
  assert.ok(strange / rounds > 0.02, `${strange / rounds}`);
});

test('counts that cannot be, and draws that could not have come out otherwise, are refused', () => {
  const refused = (...strata: readonly DrawnStratum[]): string => {
    const answer = drawnAgainstPool(strata);
    return answer.ok ? '' : answer.refusal.kind;
  };
  assert.equal(refused(stratum(3, 3, 4, 0)), 'not-counts');
  assert.equal(refused(stratum(3, 3, 0.5, 0)), 'not-counts');
  assert.equal(refused(stratum(-1, 3, 0, 0)), 'not-counts');
  assert.equal(refused(stratum(0, 30, 0, 5)), 'undefined');
  assert.equal(refused(), 'undefined');
});
