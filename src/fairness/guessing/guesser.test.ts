import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { curveArea } from './curve-area.ts';
import { type Guess, guess, type SeenPerson, seenOf } from './guesser.ts';

const { areas } = JSON.parse(
  readFileSync(new URL('../../../reference/fairness/guesser.json', import.meta.url), 'utf8'),
) as {
  readonly areas: readonly {
    readonly name: string;
    readonly members: readonly number[];
    readonly others: readonly number[];
    readonly area: number;
    readonly error: number;
  }[];
};

const scores = (members: readonly number[], others: readonly number[], stratum = '') => [
  ...members.map((score) => ({ score, member: true, stratum, level: 0 })),
  ...others.map((score) => ({ score, member: false, stratum, level: 0 })),
];

for (const { name, members, others, area, error } of areas) {
  test(`area and error of ${name} are those of pROC`, () => {
    const found = curveArea(scores(members, others));
    assert.ok(found.ok);
    assert.ok(Math.abs(found.value.area - area) < 1e-9, `${found.value.area}`);
    assert.ok(Math.abs(found.value.error - error) < 1e-9, `${found.value.error}`);
  });
}

test('turning the score round turns the area round, and order preserving changes change nothing', () => {
  const some = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(some, some, (members, others) => {
      const plain = curveArea(scores(members, others));
      const turned = curveArea(scores(others, members));
      const bent = curveArea(
        scores(
          members.map((score) => score ** 3 + 5),
          others.map((score) => score ** 3 + 5),
        ),
      );
      assert.ok(plain.ok && turned.ok && bent.ok);
      assert.ok(Math.abs(plain.value.area + turned.value.area - 1) < 1e-12);
      assert.ok(Math.abs(plain.value.area - bent.value.area) < 1e-12);
      assert.ok(Math.abs(plain.value.error - bent.value.error) < 1e-12);
    }),
  );
});

test('strata that differ in level only are no sign of anything', () => {
  const found = curveArea([
    ...scores([1, 2, 1, 2], [1, 2], 'low'),
    ...scores([101, 102], [101, 102, 101, 102], 'high'),
  ]);
  assert.ok(found.ok && found.value.area === 0.5);
});

test('with a caliper, only people whose levels lie near are compared', () => {
  const rows = [
    { score: 1, member: true, level: 1 },
    { score: 2, member: true, level: 2 },
    { score: 0, member: false, level: 1.05 },
    { score: 9, member: false, level: 2.05 },
  ].map((row) => ({ ...row, stratum: '' }));
  const near = curveArea(rows, 0.1);
  assert.ok(near.ok && near.value.area === 0.5);
  const any = curveArea(rows);
  assert.ok(any.ok && any.value.area === 0.5);
  const [first, second, ...others] = rows;
  assert.ok(first !== undefined && second !== undefined);
  const apart = curveArea([{ ...first, level: 7 }, second, ...others], 0.1);
  assert.ok(!apart.ok && apart.refusal.kind === 'too-few');
});

test('one member is too few to say anything', () => {
  const found = curveArea(scores([1], [2, 3]));
  assert.ok(!found.ok && found.refusal.kind === 'too-few');
});

/** People whose evidence hangs together with the group, and whose packet says more as `rest` has it. */
function drawn(
  seed: string,
  rest: (member: boolean, months: number, next: () => number) => ReadonlyMap<string, number>,
): Guess {
  const chance = generatorFrom(seed);
  const people = Array.from({ length: 1500 }, (): SeenPerson & { readonly member: boolean } => {
    const member = chance.next() < 0.3;
    const months = Math.round(24 + 20 * chance.next() - (member ? 8 : 0));
    return {
      member,
      evidence: new Map([['months', months]]),
      rest: rest(member, months, chance.next),
    };
  });
  const found = guess(
    seenOf(people),
    people.map(({ member }) => member),
    chance,
  );
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value;
}

test('a word that only one group has in one of five packets is found, beyond the evidence', () => {
  const found = drawn('word', (member, _, next) =>
    next() < (member ? 0.2 : 0.01) ? new Map([['word abroad', 1]]) : new Map(),
  );
  assert.ok(found.beyond.area > 0.55, `${found.beyond.area}`);
  assert.ok(found.beyond.area - 2 * found.beyond.error > 0.5);
  assert.equal(found.tells[0]?.feature, 'word abroad');
});

test('what the evidence implies is no leak, nor is its repetition in other words', () => {
  const found = drawn(
    'repeated',
    (_, months, next) =>
      new Map([
        ['months in words', months + next()],
        ['noise', next()],
      ]),
  );
  assert.ok(found.byEvidence.area > 0.7, `${found.byEvidence.area}`);
  assert.ok(found.beyond.area < 0.54, `${found.beyond.area}`);
});

test('where nothing tells anything, the guesser does no better than chance', () => {
  const areasFound = Array.from({ length: 12 }, (_, seed) =>
    drawn(
      `nothing ${seed}`,
      (_member, _months, next) =>
        new Map(Array.from({ length: 40 }, (__, place) => [`noise ${place}`, next()])),
    ),
  );
  const mean = areasFound.reduce((sum, { beyond }) => sum + beyond.area, 0) / areasFound.length;
  assert.ok(Math.abs(mean - 0.5) < 0.015, `${mean}`);
});

test('it does not guess about a handful', () => {
  const few = Array.from({ length: 100 }, () => ({
    evidence: new Map(),
    rest: new Map(),
  }));
  const found = guess(
    seenOf(few),
    few.map((_, place) => place < 20),
    generatorFrom('few'),
  );
  assert.ok(!found.ok && found.refusal.kind === 'too-few');
});
