import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  asked,
  type DrawCase,
  everyPanel,
  keepsRules,
  leximinOverAll,
  noPanels,
  person,
  type QuotaTable,
  quotasFrom,
  sharedCase,
  sharedFixture,
  tinyCase,
} from '../../../tests/support/draws.ts';
import { generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { giniOf } from '../../reporting/draw-report/draw-report.ts';
import { type DrawAsked, type FairDraw, fairDraw } from './fair-draw.ts';

const reference = JSON.parse(readFileSync('reference/fairness/draw.json', 'utf8'));
const solver = await growingSolver();

function drawn(one: DrawCase, change: Partial<DrawAsked> = {}): FairDraw {
  const draw = fairDraw(solver, asked(one, change));
  assert.ok(draw.ok, draw.ok ? '' : draw.refusal.because);
  return draw.value;
}

function near(one: number | undefined, other: number, error: number, name = ''): void {
  assert.ok(one !== undefined && Math.abs(one - other) <= error, `${name} ${one} against ${other}`);
}

/** What holds for every draw, whatever the pool. */
function keepsTheLaws(one: DrawCase, draw: FairDraw): void {
  for (const { people } of draw.tickets.list) {
    assert.ok(keepsRules(one, people), people.join());
  }
  const chances = [...draw.chances.values()];
  near(
    chances.reduce((sum, chance) => sum + chance, 0),
    one.rules.size,
    1e-9,
    'the sum of chances',
  );
  for (const [id, chance] of draw.chances) {
    near((draw.tickets.held.get(id) ?? 0) / 1000, chance, 0.002 + 1e-12, id);
  }
  assert.ok(draw.tickets.moved <= 0.002);
  assert.equal(draw.tickets.list.length, 1000);
  assert.deepEqual(draw.panel, draw.tickets.list[draw.winning - 1]?.people);
}

describe('published examples', () => {
  for (const [name, expected] of Object.entries<{ people: number; size: number; minimum: number }>(
    reference.examples,
  )) {
    test(`${name}: everybody has the published 10.0 %`, { skip: noPanels }, () => {
      const pool = `${name}_respondents`;
      const one = sharedCase(pool, `${name}_categories`, expected.size);
      assert.equal(one.people.length, expected.people);
      const draw = drawn(one);
      near(draw.levels[0]?.chance, expected.minimum, 1e-9);
      assert.equal(draw.levels.length, 1);
      if (expected.people <= 200) {
        keepsTheLaws(one, draw);
      }
    });
  }

  test('the fixture of 150 people and 22 seats: 9.0909 % and eleven levels', {
    skip: noPanels,
  }, () => {
    const one = sharedFixture();
    const { minimum, maximum, levels, gini, kinds } = reference.fixture;
    const draw = drawn(one);
    near(draw.levels[0]?.chance, 1 / 11, 1e-8);
    near(draw.levels[0]?.chance, minimum, 1e-6);
    near(draw.levels.at(-1)?.chance, maximum, 1e-6);
    assert.equal(draw.levels.length, levels);
    assert.equal(draw.proved?.certificate.kinds.length, kinds);
    near(giniOf([...draw.chances.values()]), gini, 5e-5);
    keepsTheLaws(one, draw);
    assert.ok((draw.proved?.checked.gap ?? 1) < 1e-8);
    assert.ok((draw.proved?.checked.slack ?? 1) < 1e-7);
  });

  test('maximin keeps the least chance and no more; random panels do not keep even that', {
    skip: noPanels,
  }, () => {
    const one = sharedFixture();
    const least = drawn(one, { method: 'maximin' });
    near(least.levels[0]?.chance, 1 / 11, 1e-8);
    assert.ok(giniOf([...least.chances.values()]) > reference.fixture.gini);
    keepsTheLaws(one, least);
    const random = drawn(one, { method: 'uniform' });
    assert.ok((random.levels[0]?.chance ?? 1) < 0.08);
    assert.equal(random.proved, undefined);
    assert.equal(random.equallyLikely, false);
    keepsTheLaws(one, random);
  });
});

describe('small cases whose chances are known', () => {
  interface Known {
    readonly size: number;
    readonly quotas: QuotaTable;
    readonly people: Readonly<Record<string, readonly string[]>>;
    readonly homes?: Readonly<Record<string, string>>;
  }
  const caseOf = ({ size, quotas, people }: Known, homes: Known['homes'] = {}): DrawCase => ({
    people: Object.entries(people).map(([id, values]) => person(id, values, homes[id])),
    rules: { size, quotas: quotasFrom(quotas) },
  });
  const same = (draw: FairDraw, chances: Readonly<Record<string, number>>): void => {
    for (const [id, chance] of Object.entries(chances)) {
      near(draw.chances.get(id), chance, 1e-9, id);
    }
    assert.equal(draw.chances.size, Object.keys(chances).length);
  };
  const { ex1, ex3, ex4, ex5, ex6 } = reference.cases;

  test('ex1, ex3 and ex5', () => {
    for (const known of [ex1, ex3, ex5]) {
      const draw = drawn(caseOf(known));
      same(draw, known.chances);
      keepsTheLaws(caseOf(known), draw);
    }
  });

  test('ex1 with households: two people can sit on no panel, and the proof says so', () => {
    const one = caseOf(ex1, ex1.homes);
    const draw = drawn(one);
    same(draw, ex1.chancesByHousehold);
    keepsTheLaws(one, draw);
    const { kinds, never } = draw.proved!.certificate;
    assert.deepEqual(never?.kinds.flatMap((kind) => kinds[kind]!.people).toSorted(), [
      'lisa',
      'scrooge',
    ]);
  });

  test('ex4 has no panel at all', () => {
    const draw = fairDraw(solver, asked(caseOf(ex4)));
    assert.ok(!draw.ok && draw.refusal.kind === 'no-panel');
  });

  test('ex6: everybody 46/60, and one person never', () => {
    const people = ex6.kinds.flatMap((values: string[], kind: number) =>
      Array.from({ length: ex6.perKind }, (_, place) => person(`k${kind}-${place}`, values)),
    );
    const one: DrawCase = {
      people: [...people, person('one', ex6.one)],
      rules: { size: ex6.size, quotas: quotasFrom(ex6.quotas) },
    };
    const draw = drawn(one);
    for (const [id, chance] of draw.chances) {
      near(chance, id === 'one' ? ex6.theOne : ex6.everybody, 1e-9, id);
    }
    keepsTheLaws(one, draw);
  });
});

describe('beside every panel there is', () => {
  test('200 small pools, half of them with households: the same chances, or both find no panel', async () => {
    const exact = await linearSolver();
    const chance = generatorFrom('two hundred small pools');
    let [compared, without] = [0, 0];
    while (compared < 200) {
      const one = tinyCase(chance);
      const panels = everyPanel(one);
      const draw = fairDraw(solver, asked(one));
      if (panels.length === 0) {
        without += 1;
        assert.ok(!draw.ok && draw.refusal.kind === 'no-panel');
        continue;
      }
      compared += 1;
      assert.ok(draw.ok, draw.ok ? '' : `${draw.refusal.because} ${JSON.stringify(one)}`);
      for (const [id, chanceOfOne] of leximinOverAll(exact, one, panels)) {
        near(draw.value.chances.get(id), chanceOfOne, 1e-6, `${id} of ${JSON.stringify(one)}`);
      }
      keepsTheLaws(one, draw.value);
    }
    assert.ok(without > 10, `${without} pools without a panel`);
  });
});

describe('laws', () => {
  const some = fc.nat().map((seed) => tinyCase(generatorFrom(`law ${seed}`)));
  const chancesOf = (one: DrawCase): ReadonlyMap<string, number> | undefined => {
    const draw = fairDraw(solver, asked(one));
    return draw.ok ? draw.value.chances : undefined;
  };

  test('people alike have the same chance', () => {
    fc.assert(
      fc.property(some, (one) => {
        const chances = chancesOf(one);
        const alone = one.people.filter(({ household }) => household === undefined);
        for (const first of alone) {
          for (const second of alone) {
            if (first.values.join() === second.values.join()) {
              near(chances?.get(first.id) ?? 0, chances?.get(second.id) ?? 0, 1e-12);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('another order of the pool, and of a category’s values, changes no chance', () => {
    fc.assert(
      fc.property(some, fc.string(), (one, words) => {
        const chance = generatorFrom(words);
        const other = {
          people: shuffled(one.people, chance),
          rules: { ...one.rules, quotas: one.rules.quotas.toReversed() },
        };
        // The categories are in the order of the quotas, so the values go with them.
        const turned = {
          ...other,
          people: other.people.map((own) => ({ ...own, values: own.values.toReversed() })),
        };
        const [first, second] = [chancesOf(one), chancesOf(turned)];
        for (const { id } of one.people) {
          near(first?.get(id) ?? 0, second?.get(id) ?? 0, 1e-7, id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an attribute that no rule bounds changes no chance, though it splits people alike', () => {
    fc.assert(
      fc.property(some, fc.string(), (one, words) => {
        const chance = generatorFrom(words);
        const more = {
          people: one.people.map((own) => ({
            ...own,
            values: [...own.values, chance.below(2) === 0 ? 'x' : 'y'],
          })),
          rules: {
            ...one.rules,
            quotas: [
              ...one.rules.quotas,
              ...quotasFrom({ more: { x: [0, one.rules.size], y: [0, one.rules.size] } }),
            ],
          },
        };
        const [first, second] = [chancesOf(one), chancesOf(more)];
        for (const { id } of one.people) {
          near(first?.get(id) ?? 0, second?.get(id) ?? 0, 1e-7, id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same draw to the last ticket, and another seed another panel', () => {
    const one: DrawCase = {
      people: Array.from({ length: 60 }, (_, place) =>
        person(`p${place}`, [place % 3 === 0 ? 'a' : 'b']),
      ),
      rules: { size: 6, quotas: quotasFrom({ place: { a: [2, 4], b: [2, 4] } }) },
    };
    assert.deepEqual(drawn(one), drawn({ ...one, people: one.people.toReversed() }));
    const panels = Array.from({ length: 20 }, (_, seed) =>
      drawn(one, { seed: `${seed}` }).panel.join(),
    );
    assert.ok(new Set(panels).size > 15);
    const words = Array.from(
      { length: 20 },
      (_, day) => drawn(one, { publicWords: `${day}` }).winning,
    );
    assert.ok(new Set(words).size > 15);
    const [uniform, again] = [1, 2].map(() => drawn(one, { method: 'uniform' }));
    assert.deepEqual(uniform, again);
    assert.notDeepEqual(uniform?.tickets, drawn(one, { method: 'uniform', seed: 'ff' }).tickets);
  });

  test('a panel as large as the pool holds everybody', () => {
    const people = ['a', 'b', 'b'].map((value, place) => person(`p${place}`, [value]));
    const quotas = quotasFrom({ place: { a: [0, 3], b: [0, 3] } });
    const draw = drawn({ people, rules: { size: 3, quotas } });
    assert.deepEqual(draw.levels.length, 1);
    near(draw.levels[0]?.chance, 1, 1e-12);
  });
});
