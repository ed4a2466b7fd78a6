/**
 * A table of any number of dimensions, with totals and with levels that are parts of other levels, as cells and sums.
 * Its two-way and one-way margins are in it as the cells whose other dimensions stand at their total.
 */
import { at } from '../../kernel/result/at.ts';
import { type Cell, countCell, type LinkedTables, type Rules, type Sum } from './linked-tables.ts';

export interface TableDimension {
  readonly name: string;
  /** Every level, totals among them. */
  readonly levels: readonly string[];
  /** Levels that other levels add up to. */
  readonly totals: readonly { readonly level: string; readonly parts: readonly string[] }[];
}

/** The name of a cell: its levels in the order of the dimensions. */
const cellId = (levels: readonly string[]): string => levels.join(' / ');

/** Cells that the table does not hold are left out, and sums with one of them too. */
export function crossedTables(
  dimensions: readonly TableDimension[],
  countOf: (levels: readonly string[]) => number | undefined,
  rules: Rules,
): LinkedTables {
  const cells = combinations(dimensions.map(({ levels }) => levels)).flatMap((levels): Cell[] => {
    const count = countOf(levels);
    return count === undefined ? [] : [countCell(cellId(levels), count, rules)];
  });
  const known = new Set(cells.map(({ id }) => id));
  const sums = dimensions.flatMap(({ totals }, place) =>
    totals.flatMap(({ level, parts }) =>
      combinations(dimensions.map(({ levels }, other) => (other === place ? [level] : levels))).map(
        (whole): Sum => ({
          total: cellId(whole),
          parts: parts.map((part) => cellId(whole.with(place, part))),
        }),
      ),
    ),
  );
  return {
    cells,
    sums: sums.filter(({ total, parts }) => [total, ...parts].every((id) => known.has(id))),
  };
}

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((entry) => [...row, entry])),
    [[]],
  );
}

/** Counts without totals, summed over every level of every dimension. */
export function countsWithTotals(
  dimensions: readonly TableDimension[],
  inner: (levels: readonly string[]) => number,
): (levels: readonly string[]) => number {
  const leaves = dimensions.map(({ levels, totals }) => {
    const under = (level: string): readonly string[] => {
      const found = totals.find((total) => total.level === level);
      return found === undefined ? [level] : found.parts.flatMap(under);
    };
    return new Map(levels.map((level) => [level, under(level)]));
  });
  return (levels) =>
    combinations(levels.map((level, place) => at(leaves, place).get(level) ?? [level])).reduce(
      (sum, own) => sum + inner(own),
      0,
    );
}
