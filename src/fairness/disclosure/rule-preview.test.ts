import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { possibleValues } from './attacker.ts';
import { type Published, WITHHELD } from './gate.ts';
import { type Cell, countCell, type LinkedTables, RULES, type Sum } from './linked-tables.ts';
import { countedCell } from './outcome-cells.ts';
import {
  protectRelease,
  type ReleasedOutcomes,
  type TablesToRelease,
} from './released-outcomes.ts';
import { type CannotPreview, protectPreview, type RulePreview } from './rule-preview.ts';

let solver: Solver;
before(async () => {
  solver = await linearSolver();
});

interface Person {
  readonly program: string;
  readonly group: string;
  /** Found to be met: a, b, c. */
  readonly met: readonly boolean[];
}
type Rule = (met: readonly boolean[]) => boolean;

const GROUPS = ['here', 'abroad', 'islands', 'silent'];
const PROGRAMS = ['care', 'work'];
const PART = 'program:care';
const rule: Rule = ([a, b, c]) => a === true && b === true && c === true;
const CHANGES: readonly { readonly change: string; readonly after: Rule }[] = [
  { change: 'drop:a', after: ([, b, c]) => b === true && c === true },
  { change: 'either:a:b', after: ([a, b, c]) => (a === true || b === true) && c === true },
  { change: 'drop:b', after: ([a, , c]) => a === true && c === true },
];
const EVERY = Array.from({ length: 8 }, (_, bits) =>
  [0, 1, 2].map((bit) => ((bits >> bit) & 1) === 1),
);

function drawn(chance: Generator, count: number): readonly Person[] {
  return Array.from({ length: count }, () => ({
    program: at(PROGRAMS, chance.next() < 0.7 ? 0 : 1),
    group: at(GROUPS, Math.floor(GROUPS.length * chance.next() ** 2)),
    met: [0.75, 0.85, 0.9].map((share) => chance.next() < share),
  }));
}

function tableOf(people: readonly Person[]): TablesToRelease {
  const rows = (own: readonly Person[]) =>
    GROUPS.map((group) => {
      const those = own.filter((person) => person.group === group);
      return { group, succeeded: those.filter(({ met }) => rule(met)).length, total: those.length };
    });
  return {
    kind: 'eligibility',
    dimension: 'origin',
    groups: GROUPS,
    reference: undefined,
    all: rows(people),
    parts: PROGRAMS.map((program) => ({
      part: `program:${program}`,
      rows: rows(people.filter((person) => person.program === program)),
    })),
    shield: 'silent',
    follows: undefined,
    beside: [],
  };
}

function released(people: readonly Person[]): ReleasedOutcomes {
  const of = { number: 1, countedUntil: date('2026-03-31') };
  const found = protectRelease(solver, of, [tableOf(people)], []);
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value.value;
}

function asked(
  people: readonly Person[],
  release: ReleasedOutcomes,
  earlier: readonly Published<RulePreview>[],
) {
  const tried = CHANGES.slice(0, earlier.length + 1);
  const turns = (met: readonly boolean[]) => tried.map(({ after }) => after(met) !== rule(met));
  return protectPreview(solver, {
    now: tableOf(people),
    part: PART,
    change: at(tried, earlier.length).change,
    judged: people
      .filter(({ program }) => `program:${program}` === PART)
      .map(({ group, met }) => ({ group, succeeded: rule(met), turns: turns(met) })),
    possible: EVERY.map((met) => ({ succeeded: rule(met), turns: turns(met) })),
    releases: [release],
    earlier,
    before: [],
  });
}

function previewed(people: readonly Person[], release: ReleasedOutcomes, count: number) {
  const shown: Published<RulePreview>[] = [];
  for (let place = 0; place < count; place += 1) {
    const found = asked(people, release, shown);
    if (!found.ok) {
      const settled: CannotPreview = found.refusal.kind;
      assert.ok(['cannot-be-protected', 'not-released'].includes(settled), found.refusal.because);
      break;
    }
    shown.push(found.value);
  }
  return shown;
}

/** Somebody who holds the release beside all previews, and thinks of every finding on every criterion. */
function readTogether(
  people: readonly Person[],
  release: ReleasedOutcomes,
  previews: readonly Published<RulePreview>[],
) {
  const cells = new Map<string, Cell>();
  const sums: Sum[] = [];
  const leaves = PROGRAMS.flatMap((program) =>
    GROUPS.flatMap((group) => EVERY.map((met) => ({ program, group, met }))),
  );
  const nameOf = ({ program, group, met }: Person): string =>
    `${program} ${group} ${met.map(Number).join('')}`;
  const counts = new Map<string, number>();
  for (const person of people) {
    counts.set(nameOf(person), (counts.get(nameOf(person)) ?? 0) + 1);
  }
  const add = (id: string, value: number, known: number | null | undefined): void => {
    const shown = known !== null && known !== undefined;
    cells.set(id, {
      ...countCell(id, value, RULES),
      fate: shown ? 'shown' : 'withheld',
      promise: 'none',
    });
    assert.ok(!shown || known === value, `${id}: ${known} is shown of ${value}`);
  };
  for (const leaf of leaves) {
    add(nameOf(leaf), counts.get(nameOf(leaf)) ?? 0, undefined);
  }
  const sumOf = (
    id: string,
    known: number | null | undefined,
    holds: (leaf: Person) => boolean,
  ) => {
    const parts = leaves.filter(holds).map(nameOf);
    add(
      id,
      parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0),
      known,
    );
    sums.push({ total: id, parts });
  };
  for (const part of ['all', ...PROGRAMS.map((program) => `program:${program}`)]) {
    for (const group of [...GROUPS, undefined]) {
      const isIn = (leaf: Person): boolean =>
        (part === 'all' || part === `program:${leaf.program}`) &&
        (group === undefined || group === leaf.group);
      const row = { kind: 'eligibility', dimension: 'origin', part, group };
      for (const [counted, holds] of [
        ['succeeded', rule],
        ['failed', (met: readonly boolean[]) => !rule(met)],
        ['all', () => true],
      ] as const) {
        const id = countedCell(row, counted);
        sumOf(id, release.numbers[id], (leaf) => isIn(leaf) && holds(leaf.met));
      }
      previews.forEach(({ value }, place) => {
        const { after } = at(CHANGES, place);
        const shownRow =
          group === undefined ? value.everybody : value.rows.find((one) => one.group === group);
        if (part === PART && shownRow !== undefined) {
          sumOf(
            `let in ${place} ${group}`,
            shownRow.letIn === WITHHELD ? null : shownRow.letIn,
            (leaf) => isIn(leaf) && !rule(leaf.met) && after(leaf.met),
          );
        }
      });
    }
  }
  const linked: LinkedTables = { cells: [...cells.values()], sums };
  const withheld = new Set(
    linked.cells.filter(({ fate }) => fate === 'withheld').map(({ id }) => id),
  );
  return { cells, possible: possibleValues(solver, linked, withheld) };
}

test('nobody of a group of fewer than eleven is shown as let in, nor can that be told beside the release and each other preview', () => {
  let shownNumbers = 0;
  for (let seed = 0; seed < 6; seed += 1) {
    const people = drawn(generatorFrom(`preview ${seed}`), 700);
    const release = released(people);
    const previews = previewed(people, release, 3);
    const { cells, possible } = readTogether(people, release, previews);
    for (const [id, { value = 0, fate }] of cells) {
      const isTold = id.startsWith('let in') || id.startsWith('eligibility');
      if (isTold && fate === 'shown') {
        assert.ok(value >= RULES.smallest, `seed ${seed}: ${id} is ${value}`);
        shownNumbers += id.startsWith('let in') ? 1 : 0;
      } else if (isTold) {
        const bounds = possible?.get(id);
        assert.ok(bounds !== undefined, id);
        const { low, high } = bounds;
        assert.ok(high - low + 1 >= RULES.values, `seed ${seed}: ${id} in ${low} to ${high}`);
      }
    }
  }
  assert.ok(shownNumbers > 6, `${shownNumbers} numbers are shown`);
});

test('two previews that would tell a handful by subtraction are not both shown', () => {
  // Of those abroad who fail only "a", 30 would be let in by dropping it; 26 by "a or b" and 4 by neither word alone.
  const some = (count: number, group: string, ...met: readonly boolean[]): readonly Person[] =>
    Array.from({ length: count }, () => ({ program: 'care', group, met }));
  const people = [
    ...GROUPS.flatMap((group) => [
      ...some(60, group, true, true, true),
      ...some(40, group, false, true, true),
      ...some(30, group, true, true, false),
      ...some(15, group, true, false, true),
    ]),
    ...some(60, 'here', true, true, true).map((person) => ({ ...person, program: 'work' })),
    ...some(60, 'here', true, true, false).map((person) => ({ ...person, program: 'work' })),
    ...some(4, 'abroad', false, false, true),
  ];
  const release = released(people);
  const previews = previewed(people, release, 3);
  const { possible } = readTogether(people, release, previews);
  const few = possible?.get('care abroad 001');
  assert.ok(few !== undefined && few.high - few.low + 1 >= RULES.values, JSON.stringify(few));
});

test('a change that can shut nobody out says so without a number of its own', () => {
  const people = drawn(generatorFrom('wider'), 900);
  const found = asked(people, released(people), []);
  assert.ok(found.ok);
  const { canLetIn, canShutOut, rows } = found.value.value;
  assert.deepEqual([canLetIn, canShutOut], [true, false]);
  assert.ok(rows.every(({ shutOut }) => shutOut === 0));
});

test('where answers have changed since the release, a preview waits for the next one', () => {
  const people = drawn(generatorFrom('changed'), 900);
  const release = released(people);
  const moved = people.map((person) =>
    person.group === 'here' ? { ...person, group: 'silent' } : person,
  );
  const found = asked(moved, release, []);
  assert.ok(!found.ok && found.refusal.kind === 'changed-since');
});
