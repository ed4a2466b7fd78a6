/**
 * The gate through which every number about groups must pass before anybody sees it. What comes out is
 * `Published`, which nothing outside this folder can make; pages, files and answers accept nothing else.
 *
 * A group is shown whole or withheld whole. Withheld means everything: its counts, its rate, its ratio, its
 * interval, its p-value and its verdict, because each of them gives the counts away. A group withheld to
 * shield another reads exactly the same. The numbers of the groups that are shown rest on shown counts only.
 */
import { at } from '../../kernel/result/at.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import type { GroupCount } from '../impact/compare-outcomes.ts';
import { type GroupRate, groupOutcomes, type JudgedComparison } from '../impact/group-outcomes.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import { type Unit, withheldUnits } from './suppress.ts';

export interface ShownOutcome extends GroupRate {
  /** Undefined for the reference group, and where there is nothing to compare with. */
  readonly comparison: JudgedComparison | undefined;
}

export interface ProtectedRow {
  readonly group: string;
  readonly outcome: ShownOutcome | Withheld;
}

export interface ProtectedOutcomes {
  readonly rows: readonly ProtectedRow[];
  readonly total: { readonly succeeded: number; readonly total: number } | Withheld;
  /** The group that the others are compared with, or why there is none. */
  readonly reference: string | undefined;
  readonly noReference: string | undefined;
}

/**
 * One table. The rows must divide the people: everybody in exactly one row, "not stated" among the rows, and
 * groups without anybody listed too, so that being listed says nothing.
 */
export function protectOutcomes(
  rows: readonly GroupCount[],
  reference?: string,
): Published<ProtectedOutcomes> {
  const { all } = linked([{ part: '', rows }], reference);
  return letThrough(all);
}

export interface Part {
  /** A program, a year: the parts divide the people too. */
  readonly part: string;
  readonly rows: readonly GroupCount[];
}

export interface LinkedOutcomes {
  readonly all: ProtectedOutcomes;
  readonly parts: readonly { readonly part: string; readonly outcomes: ProtectedOutcomes }[];
}

/**
 * Tables that add up to one another, protected together: whoever publishes each program and all programs,
 * or each year and all years, must ask here, or a withheld number follows by subtracting one table from
 * another. Every part lists the same groups.
 */
export function protectLinkedOutcomes(
  parts: readonly Part[],
  reference?: string,
): Published<LinkedOutcomes> {
  return letThrough(linked(parts, reference));
}

/** One table of linked ones, with how many told their group. */
export interface MeasuredOutcomes {
  readonly outcomes: ProtectedOutcomes;
  /** How many of all told their group. */
  readonly response: { readonly told: number; readonly all: number } | Withheld;
}

/**
 * The table of one part, or of all parts together. `unstated` is the group of those who told nothing. A part that has
 * no table reads as one in which every group is small.
 */
export function tableOf(
  { value: { all, parts } }: Published<LinkedOutcomes>,
  part: string | undefined,
  unstated: string,
): Published<MeasuredOutcomes> {
  const found = part === undefined ? all : parts.find((one) => one.part === part)?.outcomes;
  const outcomes: ProtectedOutcomes = found ?? {
    rows: all.rows.map(({ group }) => ({ group, outcome: WITHHELD })),
    total: WITHHELD,
    reference: undefined,
    noReference: undefined,
  };
  const silent = outcomes.rows.find(({ group }) => group === unstated)?.outcome ?? WITHHELD;
  const { total } = outcomes;
  const response =
    total === WITHHELD || silent === WITHHELD
      ? WITHHELD
      : { told: total.total - silent.total, all: total.total };
  return letThrough({ outcomes, response });
}

function linked(parts: readonly Part[], reference: string | undefined): LinkedOutcomes {
  const groups = at(parts, 0).rows.map(({ group }) => group);
  const columns = parts.map(({ part, rows }) => checkedRows(part, rows, groups));
  const all = groups.map((group, row) =>
    summed(
      group,
      columns.map((rows) => at(rows, row)),
    ),
  );
  const tables = [...columns, all];
  const totals = tables.map((rows) => summed('', rows));
  const grid = [...groups.map((_, row) => tables.map((rows) => at(rows, row))), totals].map(
    (rows) => rows.map(unitOf),
  );
  const hidden = withheldUnits(grid);
  const table = (column: number): ProtectedOutcomes =>
    protectedTable(
      at(tables, column),
      at(totals, column),
      hidden.map((row) => at(row, column)),
      reference,
    );
  return {
    all: table(parts.length),
    parts: parts.map(({ part }, column) => ({ part, outcomes: table(column) })),
  };
}

function protectedTable(
  rows: readonly GroupCount[],
  total: GroupCount,
  hidden: readonly boolean[],
  wanted: string | undefined,
): ProtectedOutcomes {
  const shown = rows.filter((_, row) => !at(hidden, row));
  const named = shown.some(({ group }) => group === wanted) ? wanted : undefined;
  const { groups, comparisons, reference } = groupOutcomes(shown, named);
  return {
    rows: rows.map(({ group }) => {
      const rate = groups.find((one) => one.group === group);
      const comparison = comparisons.find(({ focal }) => focal.group === group);
      return { group, outcome: rate === undefined ? WITHHELD : { ...rate, comparison } };
    }),
    total: at(hidden, rows.length) ? WITHHELD : { succeeded: total.succeeded, total: total.total },
    reference: reference.ok ? reference.value : undefined,
    noReference: reference.ok ? undefined : reference.refusal.because,
  };
}

function unitOf({ succeeded, total }: GroupCount): Unit {
  const counts = [succeeded, total - succeeded];
  return { counts, small: counts.some((count) => count < SMALLEST_SHOWN) };
}

const summed = (group: string, rows: readonly GroupCount[]): GroupCount => ({
  group,
  succeeded: rows.reduce((sum, row) => sum + row.succeeded, 0),
  total: rows.reduce((sum, row) => sum + row.total, 0),
});

/** Throws on a table that is none: our own mistake, and one that must not reach a page. */
function checkedRows(
  part: string,
  rows: readonly GroupCount[],
  groups: readonly string[],
): readonly GroupCount[] {
  const whole = rows.every(
    ({ succeeded, total }) =>
      Number.isSafeInteger(succeeded) &&
      Number.isSafeInteger(total) &&
      succeeded >= 0 &&
      succeeded <= total,
  );
  const alike =
    rows.length === groups.length &&
    rows.every(({ group }, row) => group === groups[row]) &&
    new Set(groups).size === groups.length;
  if (!whole || !alike) {
    throw new RangeError(`part "${part}" is not a table of the groups ${groups.join(', ')}`);
  }
  return rows;
}
