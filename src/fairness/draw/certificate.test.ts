import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  asked,
  type DrawCase,
  everyPanel,
  leximinOverAll,
  person,
  quotasFrom,
  tinyCase,
} from '../../../tests/support/draws.ts';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import type { CertificateLevel, DrawCertificate } from './certificate.ts';
import { checkCertificate } from './check-certificate.ts';
import { fairDraw } from './fair-draw.ts';
import { panelSystem } from './kinds.ts';
import { withPanelSearch } from './panel-search.ts';
import { checkedPool, type Pool } from './pool.ts';

const solver = await growingSolver();

function proved(one: DrawCase): { readonly pool: Pool; readonly certificate: DrawCertificate } {
  const draw = fairDraw(solver, asked(one));
  assert.ok(draw.ok && draw.value.proved !== undefined);
  return { pool: draw.value.pool, certificate: draw.value.proved.certificate };
}

/** Eight people, three levels: three of the five nurses are the only ones who live in the north. */
const LEVELS: DrawCase = {
  people: [
    person('a', ['nurse', 'north']),
    person('b', ['nurse', 'north']),
    person('c', ['nurse', 'south']),
    person('d', ['nurse', 'south']),
    person('e', ['nurse', 'south']),
    person('f', ['manager', 'south']),
    person('g', ['manager', 'east'], 'home'),
    person('h', ['nurse', 'east'], 'home'),
  ],
  rules: {
    size: 4,
    quotas: quotasFrom({
      level: { nurse: [2, 3], manager: [1, 2] },
      region: { north: [1, 1], south: [1, 2], east: [1, 2] },
    }),
  },
};

describe('the certificate', () => {
  const { pool, certificate } = proved(LEVELS);
  const checked = (change: Partial<DrawCertificate>, one = LEVELS): string => {
    const found = checkCertificate(pool, one.rules, { ...certificate, ...change });
    return found.ok ? 'proved' : found.refusal.because;
  };
  const level = (place: number, change: Partial<CertificateLevel>): Partial<DrawCertificate> => ({
    levels: certificate.levels.map((own, at) => (at === place ? { ...own, ...change } : own)),
  });

  test('is accepted as it is, and tells everybody’s chance', () => {
    const found = checkCertificate(pool, LEVELS.rules, certificate);
    assert.ok(found.ok);
    assert.ok(certificate.levels.length >= 2);
    assert.ok(found.value.gap < 1e-9 && found.value.slack < 1e-8);
    assert.equal(found.value.chances.size, LEVELS.people.length);
  });

  test('is refused when a level is claimed a thousandth too low: a fairer draw might exist', () => {
    const [first] = certificate.levels;
    assert.match(checked(level(0, { chance: first!.chance - 0.001 })), /could be higher/);
  });

  test('is refused when a level is claimed higher than the panels give', () => {
    const [first] = certificate.levels;
    assert.match(checked(level(0, { chance: first!.chance + 0.001 })), /less than level 1/);
  });

  test('is refused when its factors, its points or its cases are not what they were', () => {
    const [first] = certificate.levels;
    assert.match(checked(level(0, { proof: [] })), /could be higher/);
    const [root] = first!.proof;
    assert.ok(root !== undefined && 'factors' in root);
    const nothing = [{ factors: root.factors.map(() => 0) }];
    assert.match(checked(level(0, { proof: nothing })), /could be higher/);
    assert.match(
      checked(level(0, { proof: [{ factors: root.factors.slice(1) }] })),
      /could be higher/,
    );
    const half = first!.points.map((point) => point / 2);
    assert.match(checked(level(0, { points: half })), /do not add up/);
    const minus = first!.points.map((point, place) => (place === 0 ? -1 : point));
    assert.match(checked(level(0, { points: minus })), /do not add up/);
    const round = [{ kind: 0, seats: 0, below: 0, above: 0 }];
    assert.match(checked(level(0, { proof: round })), /could be higher/);
  });

  test('is refused when a case is left out of a split', () => {
    const [first] = certificate.levels;
    const [root] = first!.proof;
    const whole = [{ kind: 0, seats: 0, below: 1, above: 2 }, root!, root!];
    assert.equal(checked(level(0, { proof: whole })), 'proved');
    const part = [{ kind: 0, seats: 0, below: 1, above: 2 }, root!];
    assert.match(checked(level(0, { proof: part })), /could be higher/);
  });

  test('is refused when a panel breaks a rule, or the panels are not drawn with chances of one', () => {
    const [first, ...others] = certificate.panels;
    const more = {
      ...first!,
      seats: first!.seats.map((own) => ({ ...own, seats: own.seats + 1 })),
    };
    assert.match(checked({ panels: [more, ...others] }), /panel 1 breaks a rule/);
    assert.match(checked({ panels: others }), /do not add up to one/);
    const [share] = certificate.panels;
    const odd = [{ ...share!, often: share!.often + 1 }, { ...share!, often: -1 }, ...others];
    assert.match(checked({ panels: odd }), /panel 2 breaks a rule/);
  });

  test('is refused when people are not those of the pool, or not alike', () => {
    const [first, second, ...others] = certificate.kinds;
    assert.match(checked({ kinds: [first!, second!] }), /everybody of the pool/);
    const moved = [
      { ...first!, people: second!.people },
      { ...second!, people: first!.people },
      ...others,
    ];
    assert.match(checked({ kinds: moved }), /not alike/);
  });

  test('is refused when a household is left out, or somebody is left on no level', () => {
    assert.match(checked({ households: [] }), /household/);
    assert.match(checked({ levels: certificate.levels.slice(0, -1) }), /not everybody is settled/);
  });

  test('is refused under rules that are not those of the draw', () => {
    const tighter = {
      ...LEVELS,
      rules: { ...LEVELS.rules, quotas: LEVELS.rules.quotas.map((own) => ({ ...own, most: 1 })) },
    };
    assert.match(checked({}, tighter), /breaks a rule/);
  });

  test('somebody who can be drawn cannot be said to be on no panel', () => {
    const { proof } = certificate.levels[0]!;
    assert.match(checked({ never: { kinds: [0], proof } }), /it is not proved/);
  });
});

describe('the search behind it', () => {
  test('over 150 small pools, the best panel, or the proof that none is better, agrees with every panel there is', () => {
    const chance = generatorFrom('best panels');
    let [found, none] = [0, 0];
    for (let round = 0; round < 150; round += 1) {
      const one = tinyCase(chance);
      const pool = checkedPool(one.people, one.rules);
      assert.ok(pool.ok);
      const system = panelSystem(pool.value, one.rules);
      const worth = Float64Array.from(system.kinds, () => Math.round(chance.next() * 8) / 8);
      const worthOf = new Map(
        system.kinds.flatMap(({ people }, kind) => people.map(({ id }) => [id, worth[kind]!])),
      );
      const best = everyPanel(one).reduce(
        (most, panel) =>
          Math.max(
            most,
            panel.reduce((sum, id) => sum + worthOf.get(id)!, 0),
          ),
        Number.NEGATIVE_INFINITY,
      );
      withPanelSearch(solver, system, (search) => {
        const answer = search.above(worth, -1);
        if (best === Number.NEGATIVE_INFINITY) {
          none += 1;
          assert.equal(answer.status, 'none');
          return;
        }
        found += 1;
        assert.ok(answer.status === 'found');
        assert.ok(Math.abs(answer.worth - best) < 1e-9, `${answer.worth} against ${best}`);
        assert.equal(search.above(worth, best + 0.01).status, 'none');
      });
    }
    assert.ok(found > 50 && none > 10, `${found} found, ${none} none`);
  });
});

/** Everybody has some of five badges, and of each badge a panel has exactly so many: few panels, and halves tempt. */
function badgeCase(chance: Generator): DrawCase {
  const badges = ['one', 'two', 'three', 'four', 'five'];
  const yes = () => (chance.below(2) === 0 ? 'yes' : 'no');
  const people = Array.from({ length: 9 }, (_, place) => person(`p${place}`, badges.map(yes)));
  const quotas = badges.map((badge) => {
    const own = 1 + chance.below(2);
    return [badge, { yes: [own, own], no: [0, 3] }] as const;
  });
  return { people, rules: { size: 3, quotas: quotasFrom(Object.fromEntries(quotas)) } };
}

describe('proofs with cases', () => {
  test('forty pools with few panels: the same chances as over every panel, some proofs by cases', async () => {
    const exact = await linearSolver();
    const chance = generatorFrom('badges');
    let [compared, split] = [0, 0];
    while (compared < 40) {
      const one = badgeCase(chance);
      const panels = everyPanel(one);
      if (panels.length < 2) {
        continue;
      }
      compared += 1;
      const { pool, certificate } = proved(one);
      const checked = checkCertificate(pool, one.rules, certificate);
      assert.ok(checked.ok);
      for (const [id, own] of leximinOverAll(exact, one, panels)) {
        const found = checked.value.chances.get(id) ?? -1;
        assert.ok(Math.abs(found - own) < 1e-6, `${id}: ${found} against ${own}`);
      }
      const proofs = [...certificate.levels, ...(certificate.never ? [certificate.never] : [])];
      split += proofs.filter(({ proof }) => proof.length > 1).length;
    }
    assert.ok(split > 10, `${split} proofs by cases`);
  });

  /** A triangle: each person has two of three badges, and no badge may come twice; so half of everybody would fit. */
  const TRIANGLE: DrawCase = {
    people: [
      ...['a', 'b'].map((id) => person(id, ['x', 'y', 'no'])),
      ...['c', 'd'].map((id) => person(id, ['x', 'no', 'z'])),
      ...['e', 'f'].map((id) => person(id, ['no', 'y', 'z'])),
      ...['g', 'h', 'i'].map((id) => person(id, ['no', 'no', 'no'])),
    ],
    rules: {
      size: 3,
      quotas: quotasFrom({
        first: { x: [0, 1], no: [0, 3] },
        second: { y: [0, 1], no: [0, 3] },
        third: { z: [0, 1], no: [0, 3] },
      }),
    },
  };

  test('where halves of people would do better, the proof splits and is checked case by case', () => {
    const { pool, certificate } = proved(TRIANGLE);
    const cases = certificate.levels.map(({ proof }) => proof.length);
    assert.ok(Math.max(...cases) > 1, cases.join());
    assert.ok(checkCertificate(pool, TRIANGLE.rules, certificate).ok);
    const place = cases.indexOf(Math.max(...cases));
    const cut = certificate.levels.map((own, at) =>
      at === place ? { ...own, proof: own.proof.slice(0, -1) } : own,
    );
    assert.ok(!checkCertificate(pool, TRIANGLE.rules, { ...certificate, levels: cut }).ok);
  });
});
