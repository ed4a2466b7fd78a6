import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { drawPanel, type PoolMember } from './panel-lottery.ts';

const on = date('2027-03-01');
const member = (person: string, change: Partial<PoolMember> = {}): PoolMember => ({
  person,
  isPublic: false,
  trainedUntil: date('2028-01-01'),
  termEnds: date('2028-01-01'),
  conflict: false,
  ...change,
});
const pool = [
  member('a', { isPublic: true }),
  member('b', { isPublic: true }),
  member('c'),
  member('d'),
  member('e'),
];
const nobody: readonly string[] = [];
const asked = { pool, seats: 3, publicSeats: 1, hadAPart: nobody, on, seed: 'case 1' };
const panelOf = (change: Partial<typeof asked>): string => {
  const drawn = drawPanel({ ...asked, ...change });
  return drawn.ok
    ? drawn.value.members
        .map(({ person }) => person)
        .toSorted()
        .join('')
    : drawn.refusal.kind;
};

test('every admissible panel is equally likely: nine of the ten panels of five, each one time in nine', () => {
  const counts = new Map<string, number>();
  const draws = 18_000;
  for (let draw = 0; draw < draws; draw += 1) {
    const panel = panelOf({ seed: `case ${draw}` });
    counts.set(panel, (counts.get(panel) ?? 0) + 1);
  }
  assert.equal(counts.size, 9);
  assert.ok(!counts.has('cde'), 'the one panel without a public member never sits');
  const expected = draws / 9;
  const chiSquared = [...counts.values()].reduce(
    (sum, n) => sum + (n - expected) ** 2 / expected,
    0,
  );
  assert.ok(chiSquared < 26.12, `chi-squared ${chiSquared} on 8 degrees of freedom (0.999 point)`);
});

test('one public member among four is on every panel of two, beside each of the others one time in three', () => {
  const four = [member('a', { isPublic: true }), member('b'), member('c'), member('d')];
  const counts = new Map<string, number>();
  const draws = 9000;
  for (let draw = 0; draw < draws; draw += 1) {
    const panel = panelOf({ pool: four, seats: 2, seed: `${draw}` });
    counts.set(panel, (counts.get(panel) ?? 0) + 1);
  }
  assert.deepEqual([...counts.keys()].toSorted(), ['ab', 'ac', 'ad']);
  const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - 3000) ** 2 / 3000, 0);
  assert.ok(chiSquared < 13.82, `chi-squared ${chiSquared} on 2 degrees of freedom (0.999 point)`);
});

test('the same pool and seed give the same panel, in whatever order the pool is written', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(pool, { minLength: pool.length }),
      fc.string({ minLength: 1 }),
      (order, words) => {
        const seed = `seed ${words}`;
        assert.deepEqual(drawPanel({ ...asked, pool: order, seed }), drawPanel({ ...asked, seed }));
      },
    ),
  );
});

test('nobody sits who has a tie, whose training or term is over, or who had a part', () => {
  const others = [
    member('f', { conflict: true }),
    member('g', { trainedUntil: date('2027-02-28') }),
    member('h', { termEnds: date('2027-02-28') }),
    member('i'),
    member('j', { trainedUntil: on, termEnds: on }),
  ];
  const drawn = drawPanel({ ...asked, pool: [...pool, ...others], hadAPart: ['i', 'c'] });
  assert.ok(drawn.ok);
  assert.deepEqual(drawn.value.eligible, ['a', 'b', 'd', 'e', 'j']);
});

test('panels of one matter drawn one after the other share nobody', () => {
  const many = Array.from({ length: 12 }, (_, place) =>
    member(`m${place}`, { isPublic: place % 2 === 0 }),
  );
  fc.assert(
    fc.property(fc.nat(), (start) => {
      const sat: string[] = [];
      for (const step of ['review', 'hearing', 'appeal']) {
        const drawn = drawPanel({ ...asked, pool: many, hadAPart: sat, seed: `${start} ${step}` });
        if (!drawn.ok) {
          assert.equal(drawn.refusal.kind, 'too-few-public');
          return;
        }
        sat.push(...drawn.value.members.map(({ person }) => person));
      }
      assert.equal(new Set(sat).size, sat.length);
    }),
  );
});

test('a draw that cannot be made is refused, and says what is short', () => {
  assert.equal(panelOf({ seats: 6 }), 'too-few');
  assert.equal(panelOf({ publicSeats: 3 }), 'too-few-public');
  assert.equal(panelOf({ hadAPart: ['a', 'b'] }), 'too-few-public');
  assert.equal(panelOf({ seed: ' ' }), 'no-seed');
  assert.equal(panelOf({ pool: [...pool, member('a')] }), 'twice-in-pool');
  const crowd = Array.from({ length: 400 }, (_, place) =>
    member(`m${place}`, { isPublic: place < 3 }),
  );
  assert.equal(panelOf({ pool: crowd, publicSeats: 3 }), 'not-settled');
});
