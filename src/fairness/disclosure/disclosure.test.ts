import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GroupCount } from '../impact/compare-outcomes.ts';
import { boundsOf, type Hidden, type Table } from './attack.ts';
import { type Published, WITHHELD } from './gate.ts';
import { type ProtectedOutcomes, protectLinkedOutcomes, protectOutcomes } from './published.ts';

const LEAST = 11;
const row = (group: string, succeeded: number, total: number): GroupCount => ({
  group,
  succeeded,
  total,
});

/** Interior counts with their totals below and to the right. */
function withTotals(inner: Table): Table {
  const rows = inner.map((cells) => [...cells, cells.reduce((sum, cell) => sum + cell, 0)]);
  const width = rows[0]?.length ?? 0;
  const totals = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, cells) => sum + (cells[column] ?? 0), 0),
  );
  return [...rows, totals];
}

/** The least and the most of every cell over all tables that an outsider cannot rule out, by trying them. */
function byTrying(table: Table, hidden: Hidden): Map<string, [number, number]> {
  const [rows, columns] = [table.length - 1, (table[0]?.length ?? 0) - 1];
  const inner = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const bounds = new Map<string, [number, number]>();
  const note = (): void => {
    const sums = withTotals(inner);
    const agrees = sums.every((cells, r) =>
      cells.every((cell, c) => hidden[r]?.[c] === true || cell === table[r]?.[c]),
    );
    if (agrees) {
      sums.forEach((cells, r) => {
        cells.forEach((cell, c) => {
          const [low, high] = bounds.get(`${r} ${c}`) ?? [cell, cell];
          bounds.set(`${r} ${c}`, [Math.min(low, cell), Math.max(high, cell)]);
        });
      });
    }
  };
  const fill = (place: number): void => {
    const [r, c] = [Math.floor(place / columns), place % columns];
    const line = inner[r];
    if (line === undefined) {
      note();
      return;
    }
    const most = table[r]?.[columns] ?? 0;
    const isHidden = hidden[r]?.[c] === true;
    for (let value = 0; value <= most; value += 1) {
      if (isHidden || value === table[r]?.[c]) {
        line[c] = value;
        fill(place + 1);
      }
    }
  };
  fill(0);
  return bounds;
}

test('the attacker finds exactly the bounds that trying every table finds', () => {
  const cells = fc.integer({ min: 0, max: 2 });
  const inner = fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  });
  fc.assert(
    fc.property(inner, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (counts, flags) => {
      const table = withTotals(counts);
      const last = counts.length;
      const hidden = table.map((line, r) =>
        line.map((_, c) => r < last && c < 2 && flags[r * 2 + c] === true),
      );
      const tried = byTrying(table, hidden);
      hidden.forEach((line, r) => {
        line.forEach((is, c) => {
          if (is) {
            const { low, high } = boundsOf(table, hidden, r, c);
            assert.deepEqual([low, high], tried.get(`${r} ${c}`));
          }
        });
      });
    }),
    { numRuns: 60 },
  );
});

test('withheld totals are attacked as well, and a number without any bound says so', () => {
  const table = withTotals([
    [3, 2],
    [1, 4],
  ]);
  const hidden = table.map((line, r) =>
    line.map((_, c) => (r === 0 && c !== 1) || (r === 2 && c !== 1)),
  );
  assert.deepEqual(boundsOf(table, hidden, 0, 0), { low: 0, high: Number.POSITIVE_INFINITY });
  const alone = table.map((line, r) => line.map((_, c) => r === 0 && c === 0));
  assert.deepEqual(boundsOf(table, alone, 0, 0), { low: 3, high: 3 });
});

test('a pattern that a well-known program leaves is seen to confine its hidden cells', () => {
  // Young and old in Spain, Iceland and Portugal; Iceland and Portugal withheld (GaussSuppression vignette).
  const table = withTotals([
    [5, 2, 0],
    [6, 3, 4],
  ]);
  const hidden = table.map((line, r) => line.map((_, c) => r < 2 && (c === 1 || c === 2)));
  assert.deepEqual(boundsOf(table, hidden, 0, 1), { low: 0, high: 2 });
  assert.deepEqual(boundsOf(table, hidden, 0, 2), { low: 0, high: 2 });
  assert.deepEqual(boundsOf(table, hidden, 1, 1), { low: 3, high: 5 });
  assert.deepEqual(boundsOf(table, hidden, 1, 2), { low: 2, high: 4 });
});

/** What each reader sees, as an attacker's table for one of the two outcomes. */
function attacked(
  truth: readonly (readonly GroupCount[])[],
  seen: readonly ProtectedOutcomes[],
  outcome: 'succeeded' | 'failed',
): { table: Table; hidden: Hidden } {
  const count = ({ succeeded, total }: GroupCount): number =>
    outcome === 'succeeded' ? succeeded : total - succeeded;
  const groups = truth[0]?.length ?? 0;
  const inner = Array.from({ length: groups }, (_, g) =>
    truth.map((rows) => count(rows[g] ?? row('', 0, 0))),
  );
  const hidden = Array.from({ length: groups + 1 }, (_, g) =>
    seen.map((table) =>
      g === groups ? table.total === WITHHELD : table.rows[g]?.outcome === WITHHELD,
    ),
  );
  return { table: withTotals(inner), hidden };
}

/** Fails if any number under 11 shows, or is confined by subtraction over all the tables together. */
function assertSafe(
  truth: readonly (readonly GroupCount[])[],
  seen: readonly ProtectedOutcomes[],
  known: (group: number) => boolean = () => false,
): void {
  for (const outcome of ['succeeded', 'failed'] as const) {
    const { table, hidden } = attacked(truth, seen, outcome);
    const everything = hidden.every((line) => line.every(Boolean));
    table.forEach((line, g) => {
      line.forEach((value, c) => {
        if (hidden[g]?.[c] !== true) {
          assert.ok(value >= LEAST, `${value} is shown`);
          return;
        }
        const others = hidden.map((cells, r) => cells.map((is) => is && !(r !== g && known(r))));
        if (value < LEAST && !everything && !(known(g) && g < table.length - 1)) {
          const { low, high } = boundsOf(table, others, g, c);
          assert.ok(low === 0 && high >= LEAST, `${value} lies in ${low} to ${high}`);
        }
      });
    });
  }
}

const one = (rows: readonly GroupCount[]): ProtectedOutcomes => protectOutcomes(rows).value;
const shownGroups = (outcomes: ProtectedOutcomes): string[] =>
  outcomes.rows.filter(({ outcome }) => outcome !== WITHHELD).map(({ group }) => group);

test('a small group is withheld, and so is the smallest other group, which would give it away', () => {
  const outcomes = one([row('A', 300, 400), row('B', 40, 60), row('C', 4, 7), row('D', 90, 120)]);
  assert.deepEqual(shownGroups(outcomes), ['A', 'D']);
  assert.deepEqual(outcomes.total, { succeeded: 434, total: 587 });
  const [, shielding, small] = outcomes.rows;
  assert.deepEqual(shielding?.outcome, small?.outcome);
  assert.equal(small?.outcome, 'withheld');
});

test('a large group with a handful of failures is withheld, because its rate would tell them', () => {
  const outcomes = one([row('A', 300, 400), row('B', 195, 200), row('C', 50, 80)]);
  assert.deepEqual(shownGroups(outcomes), ['A']);
});

test('nothing is withheld where every number is 11 or more', () => {
  const outcomes = one([row('A', 300, 400), row('B', 30, 60), row('C', 11, 22)]);
  assert.deepEqual(shownGroups(outcomes), ['A', 'B', 'C']);
  assert.equal(outcomes.reference, 'A');
});

test('every statistic of a withheld group is withheld with it, and none of the shown ones rests on it', () => {
  const rows = [row('A', 300, 400), row('B', 250, 400), row('C', 9, 9), row('D', 40, 60)];
  const outcomes = one(rows);
  const text = JSON.stringify(outcomes);
  assert.doesNotMatch(text, /"C".{0,20}"(?:rate|succeeded|total|fisherP)"/);
  const without = one(rows.filter(({ group }) => group === 'A' || group === 'B'));
  assert.deepEqual(outcomes.rows.slice(0, 2), without.rows);
  assert.equal(outcomes.reference, 'A');
});

test('a named reference that is withheld is replaced by a shown one', () => {
  const rows = [row('A', 300, 400), row('B', 250, 400), row('C', 9, 9), row('D', 40, 60)];
  assert.equal(protectOutcomes(rows, 'C').value.reference, 'A');
  assert.equal(protectOutcomes(rows, 'B').value.reference, 'B');
});

test('groups without anybody are listed as withheld, so that being listed says nothing', () => {
  const outcomes = one([row('A', 300, 400), row('B', 0, 0), row('C', 30, 60), row('D', 0, 1)]);
  assert.deepEqual(shownGroups(outcomes), ['A']);
});

test('where the whole is small, everything is withheld, the totals too', () => {
  const outcomes = one([row('A', 10, 12), row('B', 9, 14)]);
  assert.deepEqual(shownGroups(outcomes), []);
  assert.equal(outcomes.total, 'withheld');
  const allPass = one([row('A', 200, 200), row('B', 100, 100)]);
  assert.equal(allPass.total, 'withheld');
  assert.deepEqual(one([]).rows, []);
});

const counts = fc
  .tuple(fc.integer({ min: 0, max: 70 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, rate]) => [Math.round(total * rate), total] as const);
const tables = (parts: number) =>
  fc.array(fc.array(counts, { minLength: parts, maxLength: parts }), {
    minLength: 1,
    maxLength: 7,
  });

test('no table whatever shows a number under 11 or lets one be worked out from its totals', () => {
  fc.assert(
    fc.property(tables(1), (table) => {
      const rows = table.map(([[succeeded, total] = [0, 0]], g) => row(`g${g}`, succeeded, total));
      // Other tables of the same people show the same totals, so the totals count as known.
      const seen = one(rows);
      assertSafe([rows], [seen, seen]);
    }),
    { numRuns: 400 },
  );
});

test('the only member of a group cannot work out anybody else’s numbers', () => {
  fc.assert(
    fc.property(tables(1), (table) => {
      const rows = [
        row('alone', 1, 1),
        ...table.map(([[succeeded, total] = [0, 0]], g) => row(`g${g}`, succeeded, total)),
      ];
      const seen = one(rows);
      assertSafe([rows], [seen, seen], (group) => group === 0);
    }),
    { numRuns: 200 },
  );
  const outcomes = one([row('A', 300, 400), row('B', 1, 1), row('C', 3, 7), row('D', 12, 25)]);
  assert.deepEqual(shownGroups(outcomes), ['A']);
});

test('programs and all programs together cannot be subtracted from one another', () => {
  const ccm = [row('A', 300, 400), row('B', 60, 90), row('C', 4, 7), row('D', 50, 70)];
  const cdms = [row('A', 100, 200), row('B', 30, 60), row('C', 30, 50), row('D', 20, 40)];
  const parts = [
    { part: 'ccm', rows: ccm },
    { part: 'cdms', rows: cdms },
  ];
  const { all, parts: seen } = protectLinkedOutcomes(parts).value;
  assertSafe([ccm, cdms], [...seen.map(({ outcomes }) => outcomes), all]);
  // C is large enough over both programs, but showing it there and in one program would give the other away.
  const shown = [...seen.map(({ outcomes }) => outcomes), all].map(
    (table) => table.rows[2]?.outcome,
  );
  assert.ok(shown.filter((outcome) => outcome === WITHHELD).length >= 2);
  assert.ok(shownGroups(all).length >= 2);
});

test('no set of linked tables whatever can be subtracted from one another', () => {
  fc.assert(
    fc.property(tables(3), (table) => {
      const parts = [0, 1, 2].map((part) => ({
        part: `p${part}`,
        rows: table.map((cells, g) => {
          const [succeeded = 0, total = 0] = cells[part] ?? [];
          return row(`g${g}`, succeeded, total);
        }),
      }));
      const { all, parts: seen } = protectLinkedOutcomes(parts).value;
      const tablesSeen = [...seen.map(({ outcomes }) => outcomes), all];
      assertSafe(
        parts.map(({ rows }) => rows),
        tablesSeen,
      );
    }),
    { numRuns: 200 },
  );
});

test('a part whose totals are small is not told by the other parts', () => {
  const parts = [
    { part: 'old', rows: [row('A', 200, 300), row('B', 100, 150)] },
    { part: 'new', rows: [row('A', 3, 5), row('B', 1, 2)] },
    { part: 'mid', rows: [row('A', 50, 90), row('B', 40, 80)] },
  ];
  const { all, parts: seen } = protectLinkedOutcomes(parts).value;
  assertSafe(
    parts.map(({ rows }) => rows),
    [...seen.map(({ outcomes }) => outcomes), all],
  );
  assert.equal(seen[1]?.outcomes.total, WITHHELD);
});

test('a table that is none is our own mistake and throws', () => {
  assert.throws(() => protectOutcomes([row('A', 5, 3)]), /not a table/);
  assert.throws(() => protectOutcomes([row('A', 1, 3), row('A', 1, 3)]), /not a table/);
  assert.throws(
    () =>
      protectLinkedOutcomes([
        { part: 'x', rows: [row('A', 1, 3)] },
        { part: 'y', rows: [row('B', 1, 3)] },
      ]),
    /part "y"/,
  );
});

test('only the gate makes something published', () => {
  const outcomes = protectOutcomes([row('A', 300, 400)]);
  assert.equal(outcomes.passed, true);
  const copy = { value: outcomes.value, passed: true };
  // @ts-expect-error An object that merely looks published is not.
  const forged: Published<ProtectedOutcomes> = copy;
  assert.ok(forged);
});

test('only files of this folder let anything through the gate', () => {
  const source = new URL('../../', import.meta.url);
  const outside = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('fairness/disclosure/'))
    .filter((name) => readFileSync(new URL(name, source), 'utf8').includes('letThrough'));
  assert.deepEqual(outside, []);
});
