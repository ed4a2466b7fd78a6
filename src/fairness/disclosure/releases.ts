/**
 * Earlier releases as constraints: tables of the same people up to an earlier day, with what was shown then. A number of
 * now is the earlier one plus what came since, so that subtracting one month's table from the next is part of the
 * attack; and what came since, where it is fewer than eleven, must not be known exactly either.
 *
 * Formula: now = earlier + since; since at least 0, unless people took their answers back. Each release is held against
 * the one before it, and each number of now against the last release in which it was shown.
 */
import {
  type Cell,
  ceilingOf,
  cellsById,
  type LinkedTables,
  type Rules,
  type Sum,
} from './linked-tables.ts';

export interface EarlierRelease {
  /** Such as its day. */
  readonly name: string;
  /** Undefined where the number was withheld. */
  readonly numbers: ReadonlyMap<string, number | undefined>;
}

/**
 * `earlier` from the oldest to the newest. Numbers that only one of two releases has are not compared. `shrinking` where
 * people took their answers back, so that no number need be larger than before.
 */
export function withEarlier(
  now: LinkedTables,
  earlier: readonly EarlierRelease[],
  rules: Rules,
  shrinking = false,
): LinkedTables {
  const cells =
    earlier.length === 0
      ? [...now.cells]
      : now.cells.map((cell) =>
          cell.promise === 'small' ? { ...cell, promise: 'small-grown' as const } : cell,
        );
  const sums = [...now.sums];
  const nowById = cellsById({
    ...now,
    cells: shrinking ? now.cells.map((cell) => ({ ...cell, mayShrink: true })) : now.cells,
  });
  let next = { prefix: '', cells: nowById };
  for (const release of earlier.toReversed()) {
    const prefix = `${release.name}: `;
    const own = [...release.numbers].map(([id, value]) => ({
      ...earlierCell(`${prefix}${id}`, value),
      mayShrink: shrinking || nowById.get(id)?.mayShrink === true,
    }));
    const byId = new Map(own.map((cell) => [cell.id.slice(prefix.length), cell]));
    const since = [...byId].flatMap(([id, cell]) => {
      const later = next.cells.get(id);
      return later === undefined
        ? []
        : [
            sinceCell(
              `since ${release.name}: ${next.prefix}${id}`,
              cell,
              later,
              ceilingOf(now),
              rules,
            ),
          ];
    });
    cells.push(...own, ...since.map(({ cell }) => cell));
    sums.push(
      ...sumsAmong(now.sums, byId, prefix),
      ...since.map(({ cell, from, to }): Sum => ({ total: to, parts: [from, cell.id] })),
    );
    next = { prefix, cells: byId };
  }
  for (const { cell, from, to } of sinceLastShown(
    [...nowById.values()],
    ceilingOf(now),
    earlier,
    rules,
  )) {
    cells.push(cell);
    sums.push({ total: to, parts: [from, cell.id] });
  }
  return { cells, sums };
}

/** What came since a number was last shown, where releases that withheld it lie between. */
function sinceLastShown(
  now: readonly Cell[],
  ceiling: number,
  earlier: readonly EarlierRelease[],
  rules: Rules,
) {
  const before = earlier.slice(0, -1).toReversed();
  const newest = earlier.at(-1);
  return now.flatMap((cell) => {
    const shown = before.find(({ numbers }) => numbers.get(cell.id) !== undefined);
    if (shown === undefined || newest?.numbers.get(cell.id) !== undefined) {
      return [];
    }
    const from = earlierCell(`${shown.name}: ${cell.id}`, shown.numbers.get(cell.id));
    const id = `since last shown in ${shown.name}: ${cell.id}`;
    return [sinceCell(id, from, cell, ceiling, rules)];
  });
}

const earlierCell = (id: string, value: number | undefined): Cell => ({
  id,
  value,
  fate: value === undefined ? 'withheld' : 'shown',
  promise: value === undefined ? 'wide' : 'none',
  weight: 1,
  unit: undefined,
  least: 0,
});

const sumsAmong = (
  sums: readonly Sum[],
  cells: ReadonlyMap<string, Cell>,
  prefix: string,
): readonly Sum[] =>
  sums
    .filter(({ total, parts }) => [total, ...parts].every((id) => cells.has(id)))
    .map(({ total, parts }) => ({
      total: `${prefix}${total}`,
      parts: parts.map((id) => `${prefix}${id}`),
    }));

function sinceCell(id: string, from: Cell, to: Cell, ceiling: number, { smallest }: Rules) {
  const value =
    from.value === undefined || to.value === undefined ? undefined : to.value - from.value;
  const few = value !== undefined && value !== 0 && Math.abs(value) < smallest;
  const cell: Cell = {
    id,
    value,
    fate: 'withheld',
    promise: few ? 'wide' : 'none',
    weight: 1,
    unit: undefined,
    least: to.mayShrink === true || (value !== undefined && value < 0) ? -ceiling : 0,
  };
  return { cell, from: from.id, to: to.id };
}
