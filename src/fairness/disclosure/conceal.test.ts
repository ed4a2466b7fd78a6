import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { attackerOn, type Bounds, possibleValues, type Viewer } from './attacker.ts';
import { conceal } from './conceal.ts';
import { countsWithTotals, crossedTables, type TableDimension } from './crossed-tables.ts';
import { WITHHELD } from './gate.ts';
import { onlyMember, ownRecords } from './insiders.ts';
import { type Cell, checkedTables, type LinkedTables, RULES, type Rules } from './linked-tables.ts';
import { protectLinkedOutcomes } from './published.ts';
import { withEarlier } from './releases.ts';

interface Published {
  readonly microdata1: {
    readonly values: Record<string, Record<string, number>>;
    readonly primary: string;
    readonly withheld: readonly string[];
  };
  readonly vignette: {
    readonly counts: Record<string, Record<string, number>>;
    readonly withheld: readonly string[];
  };
  readonly singletons: Record<string, number>;
}
const published = JSON.parse(
  readFileSync(new URL('../../../reference/fairness/suppression.json', import.meta.url), 'utf8'),
) as Published;

let solver: Solver;
before(async () => {
  solver = await linearSolver();
});

const TOTAL = 'all';
const dimension = (name: string, levels: readonly string[]): TableDimension => ({
  name,
  levels: [...levels, TOTAL],
  totals: [{ level: TOTAL, parts: levels }],
});

function twoWay(
  counts: Record<string, Record<string, number>>,
  rules: Rules = RULES,
): LinkedTables {
  const rows = Object.keys(counts);
  const columns = Object.keys(Object.values(counts)[0] ?? {});
  const dimensions = [dimension('rows', rows), dimension('columns', columns)];
  const inner = ([row = '', column = '']: readonly string[]) => counts[row]?.[column] ?? 0;
  return crossedTables(dimensions, countsWithTotals(dimensions, inner), rules);
}

const changed = (tables: LinkedTables, change: (cell: Cell) => Partial<Cell>): LinkedTables => ({
  ...tables,
  cells: tables.cells.map((cell) => ({ ...cell, ...change(cell) })),
});
const none = () => [];
const attack = (
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  rules: Rules,
  insiders: readonly Viewer[],
) => attackerOn(solver, tables, rules).look(withheld, insiders);
const ids = (...names: string[]) => new Set(names);

test('the pattern that sdcTable finds optimal is found: A and C, women and men', () => {
  const { values, primary, withheld } = published.microdata1;
  // sdcTable asks for one unit of sliding protection around the one sensitive cell.
  const tables = changed(twoWay(values), ({ id }) => ({
    promise: id === primary ? 'wide' : 'none',
    fate: id === primary ? 'withheld' : 'open',
  }));
  const found = conceal(solver, tables, { smallest: 11, values: 2 }, none);
  assert.ok(found.ok);
  assert.deepEqual([...found.value.withheld].toSorted(), withheld.toSorted());
});

test('the pattern of the GaussSuppression vignette leaves intervals of three values, and is refused', () => {
  const tables = twoWay(published.vignette.counts);
  const withheld = ids(...published.vignette.withheld);
  const bounds = possibleValues(solver, tables, withheld);
  assert.deepEqual(bounds?.get('young / Iceland'), { low: 0, high: 2 });
  assert.deepEqual(bounds?.get('young / Portugal'), { low: 0, high: 2 });
  assert.deepEqual(bounds?.get('old / Iceland'), { low: 3, high: 5 });
  assert.deepEqual(bounds?.get('old / Portugal'), { low: 2, high: 4 });
  const wide = changed(tables, () => ({ promise: 'wide' }));
  const { exposed } = attack(wide, withheld, RULES, []);
  assert.deepEqual(new Set(exposed.map(({ cell }) => cell)), withheld);
});

test('two counts of one person each do not shield one another, because each person knows their own', () => {
  const tables = twoWay({ region: published.singletons });
  const withheld = ids('region / a', 'region / c', 'all / a', 'all / c');
  const wide = changed(tables, () => ({ promise: 'wide' }));
  const rules = { smallest: 11, values: 2 };
  assert.deepEqual(attack(wide, withheld, rules, []).exposed, []);
  const known = { id: 'region / a', value: 1 };
  const { exposed } = attack(wide, withheld, rules, [onlyMember('a', [known])]);
  assert.ok(exposed.some(({ cell }) => cell === 'region / c'));
  const open = changed(tables, ({ id }) => ({ promise: withheld.has(id) ? 'small' : 'wide' }));
  const found = conceal(solver, open, { smallest: 1, values: 2 }, (hidden) =>
    ownRecords(open, hidden),
  );
  assert.ok(found.ok);
  const regions = [...found.value.withheld].filter((id) => id.startsWith('region'));
  assert.equal(regions.length, 3, 'one more than the two');
});

/** Every table of counts up to a bound that agrees with what is shown, by trying them all. */
function byTrying(
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  most: number,
  knows: Viewer['knows'] = new Map(),
): Map<string, Bounds> {
  const hidden = tables.cells.map(({ id }) => id).filter((id) => withheld.has(id));
  const totals = new Set(tables.sums.map(({ total }) => total));
  const free = hidden.filter((id) => !totals.has(id));
  const values = new Map(
    tables.cells.map(({ id, value }) => [id, withheld.has(id) ? -1 : (value ?? 0)]),
  );
  const bounds = new Map<string, Bounds>();
  const settle = (): void => {
    const now = new Map(values);
    for (let more = true; more; ) {
      more = false;
      for (const { total, parts } of tables.sums) {
        const sum = parts.map((id) => now.get(id) ?? 0);
        if (sum.every((value) => value >= 0)) {
          const whole = sum.reduce((all, one) => all + one, 0);
          if (now.get(total) === -1) {
            now.set(total, whole);
            more = true;
          } else if (now.get(total) !== whole) {
            return;
          }
        }
      }
    }
    const agrees = [...knows].every(([id, { low, high }]) => {
      const value = now.get(id) ?? 0;
      return value >= low && value <= high;
    });
    for (const id of agrees ? hidden : []) {
      const value = now.get(id) ?? 0;
      const { low, high } = bounds.get(id) ?? { low: value, high: value };
      bounds.set(id, { low: Math.min(low, value), high: Math.max(high, value) });
    }
  };
  const fill = (place: number): void => {
    const id = free[place];
    if (id === undefined) {
      settle();
      return;
    }
    for (let value = 0; value <= most; value += 1) {
      values.set(id, value);
      fill(place + 1);
    }
    values.set(id, -1);
  };
  fill(0);
  return bounds;
}

const smallCounts = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 });
const flags = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

test('the attacker finds exactly the bounds that trying every table finds, in a table with a hierarchy', () => {
  const regions: TableDimension = {
    name: 'region',
    levels: ['n', 's1', 's2', 'south', TOTAL],
    totals: [
      { level: 'south', parts: ['s1', 's2'] },
      { level: TOTAL, parts: ['n', 'south'] },
    ],
  };
  const dimensions = [dimension('age', ['young', 'old']), regions];
  const leaves = ['young / n', 'young / s1', 'young / s2', 'old / n', 'old / s1', 'old / s2'];
  fc.assert(
    fc.property(smallCounts, flags, fc.boolean(), (counts, hidden, alsoSouth) => {
      const inner = (levels: readonly string[]) => counts[leaves.indexOf(levels.join(' / '))] ?? 0;
      const tables = crossedTables(dimensions, countsWithTotals(dimensions, inner), RULES);
      assert.ok(checkedTables(tables).ok);
      const withheld = new Set([
        ...leaves.filter((_, place) => hidden[place]),
        ...(alsoSouth ? ['young / south', 'old / south'] : []),
      ]);
      const found = possibleValues(solver, tables, withheld);
      assert.deepEqual(
        new Map([...(found ?? [])].toSorted()),
        new Map([...byTrying(tables, withheld, 6)].toSorted()),
      );
    }),
    { numRuns: 25 },
  );
});

test('no number withheld in any small table can be confined more narrowly than promised, as trying every table shows', () => {
  const rules = { smallest: 2, values: 3 };
  let looked = 0;
  const counts = fc.array(fc.constantFrom(0, 1, 3, 4, 5, 6, 7), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(counts, ([a = 0, b = 0, c = 0, d = 0]) => {
      const tables = twoWay({ A: { x: a, y: b }, B: { x: c, y: d } }, rules);
      const found = conceal(solver, tables, rules, (hidden) => ownRecords(tables, hidden));
      assert.ok(found.ok, found.ok ? '' : found.refusal.because);
      const { withheld } = found.value;
      const totals = tables.cells.filter(({ id }) => id.includes(TOTAL));
      if (withheld.size === 0 || totals.some(({ id }) => withheld.has(id))) {
        return;
      }
      looked += 1;
      for (const viewer of [undefined, ...ownRecords(tables, withheld)]) {
        for (const [id, { low, high }] of byTrying(tables, withheld, 14, viewer?.knows)) {
          const value = tables.cells.find((cell) => cell.id === id)?.value ?? 0;
          const known = viewer?.knows.get(id);
          if (known === undefined || known.low < known.high) {
            assert.ok(high - low + 1 >= rules.values, `${id} lies in ${low} to ${high}`);
          }
          if (viewer === undefined && value < rules.smallest) {
            assert.ok(low === 0 && high >= rules.smallest, `${id} lies in ${low} to ${high}`);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(looked >= 5, `only ${looked} tables had numbers withheld under shown totals`);
});

test('linked tables of three dimensions are shielded, and the attacker agrees', () => {
  const dimensions = [
    dimension('group', ['A', 'B', 'C', 'D']),
    dimension('program', ['care', 'disability']),
    dimension('outcome', ['passed', 'failed']),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 16, maxLength: 16 }),
      (counts) => {
        const inner = (levels: readonly string[]) => {
          const [g = 0, p = 0, o = 0] = levels.map((level, place) =>
            (dimensions[place]?.levels ?? []).indexOf(level),
          );
          return counts[g * 4 + p * 2 + o] ?? 0;
        };
        const tables = crossedTables(dimensions, countsWithTotals(dimensions, inner), RULES);
        const found = conceal(solver, tables, RULES, (hidden) => ownRecords(tables, hidden));
        assert.ok(found.ok, found.ok ? '' : found.refusal.because);
        const { withheld } = found.value;
        for (const { id, value } of tables.cells) {
          assert.ok(withheld.has(id) || (value ?? 0) >= RULES.smallest, `${id} is shown`);
        }
        for (const [id, { low, high }] of possibleValues(solver, tables, withheld) ?? []) {
          assert.ok(high - low + 1 >= RULES.values, `${id} lies in ${low} to ${high}`);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a table that does not add up is refused with the sum that is wrong', () => {
  const tables = changed(twoWay({ A: { passed: 20, failed: 30 } }), ({ id }) =>
    id === 'A / failed' ? { value: 1711 } : {},
  );
  const checked = checkedTables(tables);
  assert.ok(!checked.ok);
  assert.match(
    checked.refusal.because,
    /"all \/ failed" says 30, but its parts \(A \/ failed\) add up to 1711/,
  );
});

test('a number of last month is not given away by subtracting it from this month', () => {
  const counts = {
    A: { passed: 60, failed: 40 },
    B: { passed: 35, failed: 30 },
    C: { passed: 50, failed: 44 },
  };
  const lastMonth = twoWay(counts);
  const alone = conceal(solver, lastMonth, RULES, none);
  assert.ok(alone.ok && alone.value.withheld.size === 0, 'by itself, each month shows everything');
  // Two more people of group B: one passed, one failed. Showing both months would tell of those two.
  const thisMonth = twoWay({ ...counts, B: { passed: 36, failed: 31 } });
  const numbers = new Map(lastMonth.cells.map(({ id, value }) => [id, value]));
  const linked = withEarlier(thisMonth, [{ name: 'March', numbers }], RULES);
  const found = conceal(solver, linked, RULES, none);
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  assert.ok(found.value.withheld.has('B / passed') && found.value.withheld.has('B / failed'));
  for (const [id, { low, high }] of possibleValues(solver, linked, found.value.withheld) ?? []) {
    const value = linked.cells.find((cell) => cell.id === id)?.value;
    assert.ok(value === 0 || high - low + 1 >= RULES.values, `${id} lies in ${low} to ${high}`);
  }
});

test('a month that shows what an earlier one withheld must not tell it by subtraction', () => {
  const numbers = (tables: LinkedTables, hidden: ReadonlySet<string>) =>
    new Map(tables.cells.map(({ id, value }) => [id, hidden.has(id) ? undefined : value]));
  const before = twoWay({ A: { passed: 60, failed: 40 }, B: { passed: 35, failed: 9 } });
  const first = conceal(solver, before, RULES, none);
  assert.ok(first.ok && first.value.withheld.has('B / failed'));
  // Many more came since, so that every later number is large enough by itself.
  const earlier = [{ name: 'March', numbers: numbers(before, first.value.withheld) }];
  const grown = twoWay({ A: { passed: 160, failed: 140 }, B: { passed: 135, failed: 109 } });
  const linked = withEarlier(grown, earlier, RULES);
  const later = conceal(solver, linked, RULES, none);
  assert.ok(later.ok, later.ok ? '' : later.refusal.because);
  const left = possibleValues(solver, linked, later.value.withheld)?.get('March: B / failed');
  assert.ok(left !== undefined && left.high - left.low + 1 >= RULES.values);
});

test('what the gate of outcomes withholds withstands the linear programs as well, insiders included', () => {
  const LEVELS = ['a', 'b', 'c', 'd', 'e'];
  const part = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
    {
      minLength: LEVELS.length,
      maxLength: LEVELS.length,
    },
  );
  fc.assert(
    fc.property(part, part, (one, two) => {
      const parts = [one, two].map((counts, place) => ({
        part: `p${place}`,
        rows: counts.map(([succeeded, failed], row) => ({
          group: LEVELS[row] ?? '',
          succeeded,
          total: succeeded + failed,
        })),
      }));
      const { all, parts: seen } = protectLinkedOutcomes(parts).value;
      const dimensions = [
        dimension('group', LEVELS),
        dimension('outcome', ['succeeded', 'failed']),
        dimension('part', ['p0', 'p1']),
      ];
      const inner = ([group = '', outcome = '', own = '']: readonly string[]) => {
        const row = parts
          .find((found) => found.part === own)
          ?.rows.find((found) => found.group === group);
        return outcome === 'succeeded'
          ? (row?.succeeded ?? 0)
          : (row?.total ?? 0) - (row?.succeeded ?? 0);
      };
      const tables = crossedTables(dimensions, countsWithTotals(dimensions, inner), RULES);
      const isHidden = (id: string): boolean => {
        const [group, , own] = id.split(' / ');
        const table = own === TOTAL ? all : seen.find((found) => found.part === own)?.outcomes;
        return group === TOTAL
          ? table?.total === WITHHELD
          : table?.rows.find((found) => found.group === group)?.outcome === WITHHELD;
      };
      const withheld = new Set(tables.cells.map(({ id }) => id).filter(isHidden));
      if (withheld.size === tables.cells.length) {
        return;
      }
      const { exposed, consistent } = attack(tables, withheld, RULES, ownRecords(tables, withheld));
      assert.ok(consistent);
      assert.deepEqual(
        exposed.map(({ cell, bounds, viewer }) => [cell, bounds, viewer.who]),
        [],
      );
    }),
    { numRuns: 120 },
  );
});
