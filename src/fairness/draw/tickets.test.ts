import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import {
  asked,
  type DrawCase,
  everyPanel,
  keepsRules,
  person,
  quotasFrom,
  tinyCase,
} from '../../../tests/support/draws.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { fairChances } from './fair-chances.ts';
import { fairDraw } from './fair-draw.ts';
import { brokenBy, panelSystem } from './kinds.ts';
import { pickedFrom, ticketsText, winningNumber } from './lottery.ts';
import { withPanelSearch } from './panel-search.ts';
import { checkedPool } from './pool.ts';
import { randomPanels } from './random-panels.ts';
import { refinedDraw } from './refine-tickets.ts';
import { type RoundedDraw, roundedDraw } from './round-tickets.ts';
import { seatedTickets } from './seat-people.ts';

const solver = await growingSolver();

/** Forty homes made up alike, two nurses and a manager in each, and twenty people who live alone. */
const HOMES: DrawCase = {
  people: [
    ...Array.from({ length: 40 }, (_, home) => [
      person(`n${home}`, ['nurse'], `home ${home}`),
      person(`o${home}`, ['nurse'], `home ${home}`),
      person(`m${home}`, ['manager'], `home ${home}`),
    ]).flat(),
    ...Array.from({ length: 20 }, (_, place) => person(`s${place}`, ['nurse'])),
  ],
  rules: { size: 12, quotas: quotasFrom({ level: { nurse: [5, 8], manager: [4, 7] } }) },
};

describe('tickets', () => {
  test('people alike differ by one ticket at most, and no household is twice on a ticket', () => {
    const draw = fairDraw(solver, asked(HOMES));
    assert.ok(draw.ok);
    const { list, held } = draw.value.tickets;
    for (const { people } of list) {
      assert.ok(keepsRules(HOMES, people));
    }
    for (const letter of ['n', 'o', 'm', 's']) {
      const own = HOMES.people.flatMap(({ id }) =>
        id.startsWith(letter) ? [held.get(id) ?? 0] : [],
      );
      assert.ok(Math.max(...own) - Math.min(...own) <= 1, `${letter}: ${own.join()}`);
    }
    const both = ['n', 'o'].flatMap((letter) =>
      Array.from({ length: 40 }, (_, home) => held.get(`${letter}${home}`) ?? 0),
    );
    assert.ok(Math.max(...both) - Math.min(...both) <= 1);
  });

  test('any seats that keep the households can be dealt so: 60 random lists of panels', () => {
    const chance = generatorFrom('dealing');
    for (let round = 0; round < 60; round += 1) {
      const homes = 2 + chance.below(5);
      const people = Array.from({ length: homes }, (_, home) => [
        person(`a${home}`, ['a'], `h${home}`),
        person(`b${home}`, ['b'], `h${home}`),
        person(`c${home}`, ['c'], `h${home}`),
      ]).flat();
      const rules = {
        size: 1,
        quotas: quotasFrom({ value: { a: [0, 9], b: [0, 9], c: [0, 9] } }),
      };
      const pool = checkedPool(people, rules);
      assert.ok(pool.ok);
      const system = panelSystem(pool.value, rules);
      const panels = Array.from({ length: 1 + chance.below(70) }, () => {
        const seats = system.kinds.map(() => 0);
        for (let seat = chance.below(homes + 1); seat > 0; seat -= 1) {
          const kind = chance.below(seats.length);
          seats[kind] = (seats[kind] ?? 0) + 1;
        }
        return seats;
      });
      const seated = seatedTickets(system, panels, (id) => id);
      const homeOf = new Map(people.map(({ id, household }) => [id, household]));
      for (const [ticket, ids] of seated.entries()) {
        const sum = panels[ticket]!.reduce((total, seats) => total + seats, 0);
        assert.equal(ids.length, sum);
        assert.equal(new Set(ids.map((id) => homeOf.get(id))).size, sum);
      }
      for (const { people: alike } of system.kinds) {
        const counts = alike.map(({ id }) => seated.flat().filter((own) => own === id).length);
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, counts.join());
      }
    }
  });

  test('names do not decide who has the ticket more: another seed favors others', () => {
    const one: DrawCase = {
      people: Array.from({ length: 7 }, (_, place) => person(`p${place}`, ['a'])),
      rules: { size: 2, quotas: quotasFrom({ value: { a: [0, 2] } }) },
    };
    const favored = Array.from({ length: 30 }, (_, seed) => {
      const draw = fairDraw(solver, asked(one, { seed: `${seed}` }));
      assert.ok(draw.ok);
      return one.people
        .filter(({ id }) => draw.value.tickets.held.get(id) === 286)
        .map(({ id }) => id);
    });
    assert.equal(new Set(favored.flat()).size, 7);
    assert.ok(favored.every((ids) => ids.length === 5));
  });
});

describe('where the first tickets move somebody too far', () => {
  test('panels are found for the purpose until nobody’s chance is moved by more than promised', () => {
    const chance = generatorFrom('tight categories');
    const values = [2, 3, 2, 3];
    const people = Array.from({ length: 60 }, (_, place) =>
      person(
        `p${place}`,
        values.map((count) => `v${Math.floor(chance.next() ** 1.6 * count)}`),
      ),
    );
    const quotas = values.flatMap((count, category) =>
      Array.from({ length: count }, (_, value) => {
        const own = people.filter((one) => one.values[category] === `v${value}`).length / 60;
        const target = ((own + 1 / count) / 2) * 10;
        return {
          category: `c${category}`,
          value: `v${value}`,
          least: Math.floor(target),
          most: Math.ceil(target),
          where: '',
        };
      }),
    );
    const rules = { size: 10, quotas };
    const pool = checkedPool(people, rules);
    assert.ok(pool.ok);
    const system = panelSystem(pool.value, rules);
    const found = fairChances(solver, system, 'leximin');
    assert.ok(found.ok);
    const { portfolio, chances, more } = found.value;
    const [tickets, promised] = [1000, 0.99];
    const farthest = ({ panels, tickets: counts }: RoundedDraw): number =>
      Math.max(
        ...system.kinds.map(({ people: own }, kind) => {
          const seats = panels.reduce((sum, panel, at) => sum + panel[kind]! * counts[at]!, 0);
          const goal = chances[kind]! * tickets;
          const mean = seats / own.length;
          return Math.max(goal - Math.floor(mean), Math.ceil(mean) - goal);
        }),
      );
    const rounded = roundedDraw(system, portfolio, chances, { more, tickets });
    assert.ok(farthest(rounded) > promised, `${farthest(rounded)}`);
    const refined = withPanelSearch(solver, system, (search) =>
      refinedDraw(search, system, chances, { rounded, tickets, promised }),
    );
    assert.ok(farthest(refined) <= promised + 1e-9, `${farthest(refined)}`);
    assert.equal(
      refined.tickets.reduce((sum, count) => sum + count, 0),
      tickets,
    );
    for (const panel of refined.panels) {
      assert.deepEqual(brokenBy(system, panel), []);
    }
  });
});

describe('the lottery', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

  test('can be worked out with a hash and a division', () => {
    const draw = fairDraw(solver, asked(HOMES, { publicWords: '3 14 15 9 26' }));
    assert.ok(draw.ok);
    const { commitment, commitmentHash, winning, seed, publicWords, tickets, rules } = draw.value;
    assert.equal(commitmentHash, hash(canonicalJson({ ...commitment })));
    assert.equal(commitment.tickets, hash(ticketsText(tickets.list)));
    assert.equal(commitment.seed, hash(seed));
    const quotas = rules.quotas.map(({ where, ...own }) => own);
    assert.equal(commitment.quotas, hash(canonicalJson(quotas)));
    const number = BigInt(`0x${hash(`${commitmentHash}\n${seed}\n${publicWords}`)}`);
    assert.equal(winning, Number(number % 1000n) + 1);
  });

  test('the commitment changes with the pool, the quotas, the seed and the method, not with the public words', () => {
    const commitment = (one: DrawCase, change = {}): string => {
      const draw = fairDraw(solver, asked(one, change));
      assert.ok(draw.ok);
      return draw.value.commitmentHash;
    };
    const first = commitment(HOMES);
    assert.equal(commitment(HOMES, { publicWords: 'later' }), first);
    const others = [
      commitment(HOMES, { seed: 'ff' }),
      commitment(HOMES, { method: 'maximin' }),
      commitment({ ...HOMES, people: [...HOMES.people, person('z', ['nurse'])] }),
      commitment({
        ...HOMES,
        rules: { size: 12, quotas: quotasFrom({ level: { nurse: [5, 8], manager: [4, 8] } }) },
      }),
    ];
    assert.equal(new Set([first, ...others]).size, 5);
  });

  test('every ticket wins about as often as another', () => {
    const wins = Array.from({ length: 20 }, () => 0);
    for (let day = 0; day < 4000; day += 1) {
      const own = winningNumber('commitment', 'seed', `${day}`, 20) - 1;
      wins[own] = (wins[own] ?? 0) + 1;
    }
    const chiSquared = wins.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    assert.ok(
      chiSquared < 43.8,
      `chi-squared ${chiSquared} on 19 degrees of freedom (0.999 point)`,
    );
    assert.equal(pickedFrom([], 'words'), undefined);
  });
});

describe('panels at random', () => {
  test('where there is room every panel is equally likely', () => {
    const one: DrawCase = {
      people: ['a', 'a', 'a', 'b', 'b'].map((value, place) => person(`p${place}`, [value])),
      rules: { size: 2, quotas: quotasFrom({ value: { a: [1, 2], b: [0, 1] } }) },
    };
    const all = everyPanel(one);
    assert.equal(all.length, 9);
    const pool = checkedPool(one.people, one.rules);
    assert.ok(pool.ok);
    const system = panelSystem(pool.value, one.rules);
    const found = randomPanels(
      solver,
      { pool: pool.value, rules: one.rules, system },
      { tickets: 9000, seed: 'nine' },
    );
    assert.ok(found?.equallyLikely);
    const counts = new Map(all.map((panel) => [panel.join(), 0]));
    for (const { people } of found.tickets) {
      const name = people.toSorted().join();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    assert.equal(counts.size, 9);
    const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    assert.ok(
      chiSquared < 26.12,
      `chi-squared ${chiSquared} on 8 degrees of freedom (0.999 point)`,
    );
  });

  test('panels by exchange keep every rule and household, and are not all one panel', () => {
    const chance = generatorFrom('by exchange');
    let tight = 0;
    for (let round = 0; round < 40; round += 1) {
      const small = tinyCase(chance);
      // Many more who fit nowhere else make a panel by chance rare.
      const crowd = Array.from({ length: 60 }, (_, place) =>
        person(`x${place}`, small.people[0]!.values, 'one home'),
      );
      const one = { ...small, people: [...small.people, ...crowd] };
      const draw = fairDraw(solver, asked(one, { method: 'uniform' }));
      if (draw.ok && draw.value.equallyLikely === false) {
        tight += 1;
        for (const { people } of draw.value.tickets.list) {
          assert.ok(keepsRules(one, people));
        }
      }
    }
    assert.ok(tight > 5, `${tight} pools`);
  });
});
