import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import type { GroupCount } from '../impact/compare-outcomes.ts';
import { possibleValues } from './attacker.ts';
import { WITHHELD } from './gate.ts';
import { RULES } from './linked-tables.ts';
import { ALL, type OutcomePart, outcomeCells } from './outcome-cells.ts';
import {
  protectRelease,
  type ReleasedOutcomes,
  type TablesToRelease,
  tableOfRelease,
} from './released-outcomes.ts';
import { withEarlier } from './releases.ts';

let solver: Solver;
before(async () => {
  solver = await linearSolver();
});

interface Person {
  readonly program: string;
  readonly succeeded: boolean;
  readonly groups: Readonly<Record<string, string>>;
}

const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  origin: ['here', 'abroad', 'silent'],
  hand: ['left', 'right', 'both', 'silent'],
};
const PROGRAMS = ['care', 'work'];

function tablesOf(people: readonly Person[], dimension: string): TablesToRelease {
  const groups = DIMENSIONS[dimension] ?? [];
  const rows = (own: readonly Person[]): readonly GroupCount[] =>
    groups.map((group) => {
      const those = own.filter((person) => person.groups[dimension] === group);
      return {
        group,
        succeeded: those.filter(({ succeeded }) => succeeded).length,
        total: those.length,
      };
    });
  return {
    kind: 'pass',
    dimension,
    groups,
    reference: groups[0],
    all: rows(people),
    parts: PROGRAMS.map(
      (program): OutcomePart => ({
        part: `program:${program}`,
        rows: rows(people.filter((person) => person.program === program)),
      }),
    ),
    shield: 'silent',
    follows: undefined,
    beside: [],
  };
}

const tablesFor = (people: readonly Person[]) =>
  Object.keys(DIMENSIONS).map((dimension) => tablesOf(people, dimension));

function drawnPeople(seed: string, count: number): readonly Person[] {
  const chance = generatorFrom(seed);
  const one = <Value>(values: readonly Value[], sharpness: number): Value =>
    at(values, Math.floor(values.length * chance.next() ** sharpness));
  return Array.from({ length: count }, () => ({
    program: one(PROGRAMS, 1.5),
    succeeded: chance.next() < 0.7,
    groups: {
      origin: one(['here', 'silent', 'abroad'], 2),
      hand: one(['right', 'silent', 'left', 'both'], 3),
    },
  }));
}

function released(
  people: readonly Person[],
  earlier: readonly ReleasedOutcomes[] = [],
): ReleasedOutcomes {
  const number = earlier.length + 1;
  const of = { number, countedUntil: date(`2026-0${number}-28`) };
  const found = protectRelease(solver, of, tablesFor(people), earlier);
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value.value;
}

const numbersOf = ({ numbers }: ReleasedOutcomes) =>
  new Map(Object.entries(numbers).map(([id, value]) => [id, value ?? undefined]));

/** What somebody who reads all releases at once can tell of the numbers that the last one withholds. */
function readTogether(people: readonly Person[], releases: readonly ReleasedOutcomes[]) {
  const last = at(releases, releases.length - 1);
  const shown = numbersOf(last);
  const cells = outcomeCells(tablesFor(people), RULES);
  const earlier = releases
    .slice(0, -1)
    .map((release) => ({ name: `release ${release.number}`, numbers: numbersOf(release) }));
  const linked = withEarlier(cells, earlier, RULES);
  const withheld = new Set(
    linked.cells
      .filter(
        ({ id, fate }) => fate === 'withheld' || (shown.has(id) && shown.get(id) === undefined),
      )
      .map(({ id }) => id),
  );
  return { cells, possible: possibleValues(solver, linked, withheld) };
}

for (const count of [60, 150, 400]) {
  test(`of ${count} people, no small number follows from all tables of a release read together`, () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const people = drawnPeople(`${count} people, ${seed}`, count);
      const release = released(people);
      const { cells, possible } = readTogether(people, [release]);
      for (const { id, value } of cells.cells) {
        if (value !== undefined && value < RULES.smallest) {
          assert.equal(release.numbers[id], null, `${id} is ${value}`);
          const bounds = possible?.get(id);
          assert.ok(bounds !== undefined, id);
          const { low, high } = bounds;
          assert.ok(
            low === 0 && high >= RULES.smallest,
            `seed ${seed}: ${id} lies in ${low} to ${high}`,
          );
        }
      }
      assert.ok(release.proof.viewers > 0);
    }
  });
}

test('nor from several releases: every withheld number keeps five possible values', () => {
  for (let seed = 0; seed < 4; seed += 1) {
    const people = drawnPeople(`growing, ${seed}`, 520);
    const releases: ReleasedOutcomes[] = [];
    for (const size of [300, 340, 420, 520]) {
      const own = people.slice(0, size);
      releases.push(released(own, releases));
      const { possible } = readTogether(own, releases);
      for (const [id, { low, high }] of possible ?? []) {
        if (!id.startsWith('since')) {
          assert.ok(
            high - low + 1 >= RULES.values,
            `seed ${seed}, ${size}: ${id} in ${low} to ${high}`,
          );
        }
      }
    }
  }
});

test('a group that must shield another is the one of those who told nothing, where that is enough', () => {
  const chance = generatorFrom('shield');
  const people = drawnPeople('shield', 600).map((person) => ({
    ...person,
    groups: {
      ...person.groups,
      origin: chance.next() < 0.01 ? 'abroad' : chance.next() < 0.4 ? 'silent' : 'here',
    },
  }));
  const release = released(people);
  const origin = { kind: 'pass', dimension: 'origin', part: ALL, unstated: 'silent' };
  const table = tableOfRelease({ value: release } as never, origin)?.value;
  assert.deepEqual(
    table?.outcomes.rows.map(({ group, outcome }) => [group, outcome === WITHHELD]),
    [
      ['here', false],
      ['abroad', true],
      ['silent', true],
    ],
  );
  assert.ok(table !== undefined && table.response !== WITHHELD && table.response.atLeast);
});

test('a row withheld among decisions is withheld among the persons decided about, who are nearly as many', () => {
  for (let seed = 0; seed < 6; seed += 1) {
    const decisions = drawnPeople(`beside, ${seed}`, 260);
    const persons = decisions.filter((_, place) => place % 40 !== 0);
    const steps = tablesFor(persons).map((table) => ({ ...table, kind: 'step', beside: ['pass'] }));
    const of = { number: 1, countedUntil: date('2026-01-28') };
    const found = protectRelease(solver, of, [...tablesFor(decisions), ...steps], []);
    assert.ok(found.ok);
    const { numbers } = found.value.value;
    const pairs = Object.keys(numbers).filter(
      (id) => id.startsWith('pass / ') && !id.includes('*'),
    );
    const hidden = pairs.filter((id) => numbers[id] === null);
    assert.ok(
      hidden.length > 0 && pairs.length > hidden.length,
      'some are withheld, and some shown',
    );
    for (const id of hidden) {
      assert.equal(numbers[id.replace('pass / ', 'step / ')], null, id);
    }
  }
});

test('tables that do not add up, or tell the same people differently, are our own mistake', () => {
  const people = drawnPeople('mistake', 100);
  const [origin, hand] = tablesFor(people);
  assert.ok(origin !== undefined && hand !== undefined);
  const fewer = {
    ...hand,
    all: hand.all.map((row) => ({ ...row, total: row.total + 1 })),
    parts: [],
  };
  assert.throws(() => outcomeCells([origin, fewer], RULES), /in one table and .* in another/);
  const apart = { ...origin, parts: origin.parts.slice(1) };
  assert.throws(() => outcomeCells([apart], RULES), /the parts "program" of .* do not add up/);
});
