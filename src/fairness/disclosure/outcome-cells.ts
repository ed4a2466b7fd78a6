/**
 * Tables of outcomes by group, of several dimensions and parts, as cells and sums of one set of linked tables. The groups
 * of every dimension divide the same people, so all dimensions share the totals; the programs divide them, and so do
 * the years; and a step of a funnel counts those who came through the step before.
 */
import { at } from '../../kernel/result/at.ts';
import type { GroupCount } from '../impact/compare-outcomes.ts';
import { type Cell, countCell, type LinkedTables, type Rules, type Sum } from './linked-tables.ts';
import type { Layout } from './protect-in-blocks.ts';

/** All parts together. */
export const ALL = 'all';
/** All groups together, of whatever dimension. */
const EVERYBODY = '*';

export interface OutcomePart {
  /** Such as `program:larkspur-care` or `year:2025`; its family stands before the colon. */
  readonly part: string;
  readonly rows: readonly GroupCount[];
}

export interface OutcomeTables {
  /** What was decided: eligibility, pass. */
  readonly kind: string;
  readonly dimension: string;
  /** They divide the people: everybody in exactly one, "not stated" among them, groups without anybody too. */
  readonly groups: readonly string[];
  readonly all: readonly GroupCount[];
  /** The parts of each family add up to `all`. */
  readonly parts: readonly OutcomePart[];
  /** The group that is withheld rather than another where one must shield a small one: those who told nothing. */
  readonly shield: string;
  /** The kind whose successes are the people of this one, where it is a later step of a funnel. */
  readonly follows: string | undefined;
  /**
   * Kinds that count nearly the same people, such as decisions beside persons decided about: what is withheld in one of
   * them is not shown here either, or it could be read off nearly.
   */
  readonly beside: readonly string[];
  /**
   * Whether those who did not succeed may still do so later: by itself true of the steps of a funnel, before which people
   * still stand, and of nothing else.
   */
  readonly mayStillSucceed?: boolean;
}

/** One row of a table: a group in a part, or everybody. */
export interface RowOf {
  readonly kind: string;
  readonly dimension: string;
  readonly part: string;
  /** Undefined: everybody. */
  readonly group: string | undefined;
}

type Counted = 'succeeded' | 'failed' | 'all';
const COUNTED: readonly Counted[] = ['succeeded', 'failed', 'all'];

const rowId = ({ kind, dimension, part, group }: RowOf): string =>
  `${kind} / ${group === undefined ? EVERYBODY : dimension} / ${part} / ${group ?? EVERYBODY}`;
/** The name of one count of a row. */
export const countedCell = (row: RowOf, counted: Counted): string => `${rowId(row)} / ${counted}`;

/** Throws on tables that are none, or do not add up: our own mistake, and one that must not reach a page. */
export function outcomeCells(tables: readonly OutcomeTables[], rules: Rules): LinkedTables {
  const cells = new Map<string, Cell>();
  const sums = new Map<string, Sum>();
  const add = (sum: Sum): void => {
    sums.set(`${sum.total} = ${sum.parts.join(' + ')}`, sum);
  };
  for (const table of tables) {
    const { kind, dimension, groups } = checked(table);
    for (const { part, rows } of [{ part: ALL, rows: table.all }, ...table.parts]) {
      const of = (group: string | undefined): RowOf => ({ kind, dimension, part, group });
      for (const { row, count } of [
        ...rows.map((count) => ({ row: of(count.group), count })),
        { row: of(undefined), count: summed(rows) },
      ]) {
        const isOpen = table.mayStillSucceed ?? inFunnel(table.kind, tables);
        for (const cell of cellsOf(row, count, rules, row.group === table.shield ? LIGHT : 1)) {
          sameCell(cells.get(cell.id), cell);
          // Whoever stands before a step may still take it.
          const mayShrink = isOpen && cell.id === countedCell(row, 'failed');
          cells.set(cell.id, mayShrink ? { ...cell, mayShrink } : cell);
        }
        add({
          total: countedCell(row, 'all'),
          parts: [countedCell(row, 'succeeded'), countedCell(row, 'failed')],
        });
      }
      for (const counted of COUNTED) {
        add({
          total: countedCell(of(undefined), counted),
          parts: groups.map((group) => countedCell(of(group), counted)),
        });
      }
    }
    for (const sum of sumsOfParts(table)) {
      add(sum);
    }
  }
  const known = new Set(cells.keys());
  for (const sum of tables.flatMap(stepsOf)) {
    if ([sum.total, ...sum.parts].every((id) => known.has(id))) {
      add(sum);
    }
  }
  return { cells: [...cells.values()], sums: [...sums.values()] };
}

/** Each dimension of each kind is a block, the steps of a funnel being one kind; the cells of everybody are its totals. */
export function layoutOf(tables: readonly OutcomeTables[]): Layout {
  const kindOf = (kind: string): string =>
    inFunnel(kind, tables) ? `steps from ${firstStep(kind, tables)}` : kind;
  const besides = new Map(tables.map(({ kind, beside }) => [kind, beside]));
  const places = new Map<string, { kind: string; dimension: string; part: string }>();
  const placeOf = (id: string) => {
    const known = places.get(id);
    if (known !== undefined) {
      return known;
    }
    const [kind = '', dimension = '', part = ''] = id.split(' / ');
    const place = { kind: kindOf(kind), dimension, part };
    places.set(id, place);
    return place;
  };
  return {
    blockOf: (id) => {
      const { kind, dimension } = placeOf(id);
      return dimension === EVERYBODY ? undefined : `${kind} / ${dimension}`;
    },
    fallsBeside: (id, isWithheld) => {
      const [kind, dimension, part, group] = id.split(' / ');
      return (besides.get(kind ?? '') ?? []).some((other) =>
        isWithheld(`${other} / ${dimension} / ${part} / ${group} / all`),
      );
    },
    fallsWith: (id, total) => {
      const [own, fallen] = [placeOf(id), placeOf(total)];
      return own.kind === fallen.kind && own.part === fallen.part;
    },
  };
}

const inFunnel = (kind: string, tables: readonly OutcomeTables[]): boolean =>
  tables.some(
    ({ kind: own, follows }) => follows === kind || (own === kind && follows !== undefined),
  );

function firstStep(kind: string, tables: readonly OutcomeTables[]): string {
  const before = tables.find((table) => table.kind === kind)?.follows;
  return before === undefined ? kind : firstStep(before, tables);
}

/** The counts of a row, where both are known. */
export function countIn(
  numbers: ReadonlyMap<string, number | undefined>,
  row: RowOf,
): GroupCount | undefined {
  const [succeeded, total] = [
    numbers.get(countedCell(row, 'succeeded')),
    numbers.get(countedCell(row, 'all')),
  ];
  return succeeded === undefined || total === undefined
    ? undefined
    : { group: row.group ?? '', succeeded, total };
}

/** A reader misses those who told nothing less than any group. */
const LIGHT = 0.1;

function cellsOf(
  row: RowOf,
  { succeeded, total }: GroupCount,
  rules: Rules,
  lightness: number,
): readonly Cell[] {
  const cell = (counted: Counted, count: number): Cell =>
    countCell(countedCell(row, counted), count, rules, {
      unit: rowId(row),
      weight: lightness * Math.max(1, count),
    });
  return [cell('succeeded', succeeded), cell('failed', total - succeeded), cell('all', total)];
}

function sumsOfParts({ kind, dimension, groups, parts }: OutcomeTables): readonly Sum[] {
  const families = new Map<string, string[]>();
  for (const { part } of parts) {
    const family = part.split(':')[0] ?? part;
    families.set(family, [...(families.get(family) ?? []), part]);
  }
  return [...families.values()].flatMap((family) =>
    [...groups, undefined].flatMap((group) =>
      COUNTED.map(
        (counted): Sum => ({
          total: countedCell({ kind, dimension, part: ALL, group }, counted),
          parts: family.map((part) => countedCell({ kind, dimension, part, group }, counted)),
        }),
      ),
    ),
  );
}

/** Whoever came through one step is who stands before the next. */
function stepsOf({ kind, dimension, groups, parts, follows }: OutcomeTables): readonly Sum[] {
  return follows === undefined
    ? []
    : [ALL, ...parts.map(({ part }) => part)].flatMap((part) =>
        [...groups, undefined].map(
          (group): Sum => ({
            total: countedCell({ kind, dimension, part, group }, 'all'),
            parts: [countedCell({ kind: follows, dimension, part, group }, 'succeeded')],
          }),
        ),
      );
}

const summed = (rows: readonly GroupCount[]): GroupCount => ({
  group: EVERYBODY,
  succeeded: rows.reduce((sum, { succeeded }) => sum + succeeded, 0),
  total: rows.reduce((sum, { total }) => sum + total, 0),
});

function checked(table: OutcomeTables): OutcomeTables {
  const { kind, dimension, groups, all, parts } = table;
  for (const { part, rows } of [{ part: ALL, rows: all }, ...parts]) {
    const whole = rows.every(
      ({ succeeded, total }) =>
        Number.isSafeInteger(succeeded) &&
        Number.isSafeInteger(total) &&
        succeeded >= 0 &&
        succeeded <= total,
    );
    const alike =
      rows.length === groups.length && rows.every(({ group }, place) => group === groups[place]);
    if (!whole || !alike) {
      throw new RangeError(`${kind} by ${dimension}, ${part}: not a table of ${groups.join(', ')}`);
    }
  }
  for (const family of new Set(parts.map(({ part }) => part.split(':')[0]))) {
    const own = parts.filter(({ part }) => part.split(':')[0] === family);
    groups.forEach((group, place) => {
      const added = summed(own.map(({ rows }) => at(rows, place)));
      const whole = at(all, place);
      if (added.succeeded !== whole.succeeded || added.total !== whole.total) {
        throw new RangeError(
          `${kind} by ${dimension}: the parts "${family}" of ${group} do not add up`,
        );
      }
    });
  }
  return table;
}

/** Two dimensions that divide the same people have the same totals. */
function sameCell(known: Cell | undefined, cell: Cell): void {
  if (known !== undefined && known.value !== cell.value) {
    throw new RangeError(
      `"${cell.id}" is ${known.value} in one table and ${cell.value} in another`,
    );
  }
}
