/**
 * The gate through which every number about groups must pass before anybody sees it. What comes out is
 * `Published`, which nothing outside this folder can make; pages, files and answers accept nothing else.
 *
 * A group is shown whole or withheld whole. Withheld means everything: its counts, its rate, its ratio, its
 * interval, its p-value and its verdict, because each of them gives the counts away. A group withheld to
 * shield another reads exactly the same. The numbers of the groups that are shown rest on shown counts only.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
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
  /** Set where the row stands as an earlier release showed it: the last day that is counted in it. */
  readonly countedUntil?: CivilDate;
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
  readonly response: Response | Withheld;
}

/** How many of all told their group; where that would tell too much, how many at least. */
export interface Response {
  readonly told: number;
  readonly all: number;
  readonly atLeast: boolean;
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
  return shownTable(
    rows.map((count, row) => ({
      group: count.group,
      count: at(hidden, row) ? undefined : count,
    })),
    at(hidden, rows.length) ? undefined : total,
    wanted,
  );
}

/** A table of what is shown; undefined stands for what is withheld. Only for the files beside this one. */
export function shownTable(
  rows: readonly { readonly group: string; readonly count: GroupCount | undefined }[],
  total: GroupCount | undefined,
  wanted: string | undefined,
): ProtectedOutcomes {
  const shown = rows.flatMap(({ count }) => (count === undefined ? [] : [count]));
  const named = shown.some(({ group }) => group === wanted) ? wanted : undefined;
  const { groups, comparisons, reference } = groupOutcomes(shown, named);
  return {
    rows: rows.map(({ group }) => {
      const rate = groups.find((one) => one.group === group);
      const comparison = comparisons.find(({ focal }) => focal.group === group);
      return { group, outcome: rate === undefined ? WITHHELD : { ...rate, comparison } };
    }),
    total: total === undefined ? WITHHELD : { succeeded: total.succeeded, total: total.total },
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
