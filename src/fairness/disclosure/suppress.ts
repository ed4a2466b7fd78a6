/**
 * Which rows of a table must be withheld so that no small number shows and none can be worked out.
 *
 * First, every row that holds a number under 11 is withheld whole. Then, as long as subtraction would
 * confine such a number, further rows are withheld to shield it, those with the fewest people first. A small
 * number is shielded when, for all anybody outside can tell, it might be zero and might be 11 or more.
 * The only member of a group knows that group's numbers; nobody else's may follow from them either.
 *
 * The totals count as known even before they are printed, because another table of the same people shows
 * them. Where a table cannot be shielded otherwise, all its rows are withheld, and in the end its totals.
 */
import { at } from '../../kernel/result/at.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { boundsOf, type Table } from './attack.ts';
import { RULES } from './linked-tables.ts';

/**
 * The numbers of one group in one part, such as how many succeeded and how many did not. `small` may be
 * true for other reasons than the numbers themselves.
 */
export interface Unit {
  readonly counts: readonly number[];
  readonly small: boolean;
}

/** Groups and, last, totals down the side; parts and, last, all together across. */
export type Grid = readonly (readonly Unit[])[];

type Pattern = boolean[][];

/** For each unit, whether it is withheld. */
export function withheldUnits(grid: Grid): Pattern {
  const hidden = grid.map((row) => row.map(({ small }) => small));
  const parts = at(grid, 0).length - 1;
  for (let open = exposed(grid, hidden); open !== undefined; open = exposed(grid, hidden)) {
    const shield = cheapestShield(grid, hidden, open);
    if (shield !== undefined) {
      hide(hidden, shield);
    } else if (!hideGroups(grid, hidden, [open.column])) {
      const everywhere = Array.from({ length: parts + 1 }, (_, column) => column);
      if (!hideGroups(grid, hidden, everywhere)) {
        // Nothing shown is left to subtract from: not even an only member can learn more here.
        return hidden.map((row) => row.map(() => true));
      }
    }
  }
  return hidden;
}

interface Exposed {
  readonly row: number;
  readonly column: number;
  readonly viewer: Viewer;
}
type Place = readonly [row: number, column: number];

/** Whether a viewer knows a count beyond what is shown. */
type Viewer = (row: number, column: number, which: number) => boolean;
const OUTSIDER: Viewer = () => false;

/** The first number that subtraction would confine, or undefined where all are shielded. */
function exposed(grid: Grid, hidden: Pattern): Exposed | undefined {
  for (const viewer of [OUTSIDER, ...insiders(grid, hidden)]) {
    for (let row = 0; row < grid.length; row += 1) {
      for (let column = 0; column < at(grid, row).length; column += 1) {
        if (at(at(hidden, row), column) && !shielded(grid, hidden, { row, column, viewer })) {
          return { row, column, viewer };
        }
      }
    }
  }
  return undefined;
}

function shielded(grid: Grid, hidden: Pattern, { row, column, viewer }: Exposed): boolean {
  if (hidden.every((cells) => cells.every(Boolean))) {
    return true;
  }
  return at(at(grid, row), column).counts.every((count, which) => {
    if (viewer(row, column, which)) {
      return true;
    }
    const table: Table = grid.map((units) => units.map((unit) => at(unit.counts, which)));
    const seen = hidden.map((cells, r) => cells.map((is, c) => is && !viewer(r, c, which)));
    const { low, high } = boundsOf(table, seen, row, column, Math.max(count, SMALLEST_SHOWN));
    return count < SMALLEST_SHOWN
      ? low === 0 && high >= SMALLEST_SHOWN
      : high - low + 1 > RULES.values;
  });
}

/**
 * The only member of a group in a part knows all its counts there, and the only one who succeeded there knows that
 * count. Everybody else knows that they are counted: one value fewer for any number, which is why one more than
 * promised is asked for above.
 */
function insiders(grid: Grid, hidden: Pattern): Viewer[] {
  return grid.slice(0, -1).flatMap((units, row) =>
    units.flatMap(({ counts }, column): Viewer[] => {
      if (!at(at(hidden, row), column)) {
        return [];
      }
      const alone = peopleAt(grid, [row, column]) === 1;
      return counts.flatMap((count, which): Viewer[] =>
        count === 1
          ? [(r, c, of) => r === row && knownFrom(grid, row, c, column) && (alone || of === which)]
          : [],
      );
    }),
  );
}

/** A person alone over all parts is alone in their own part, and the other way round where no other part counts any. */
const knownFrom = (grid: Grid, row: number, column: number, own: number): boolean =>
  column === own ||
  (peopleAt(grid, [row, column]) === peopleAt(grid, [row, own]) &&
    peopleAt(grid, [row, own]) === 1);

/**
 * The fewest people to withhold so that the exposed unit can trade places with others: another group in the
 * same part, and both in another part (with one part only, that is the same group once more). A part's
 * totals trade places with another part's totals; the totals over everything are never given up here.
 */
function cheapestShield(grid: Grid, hidden: Pattern, open: Exposed): Place[] | undefined {
  const { row, column } = open;
  const groups = grid.length - 1;
  const columns = at(grid, 0).length - (row === groups ? 1 : 0);
  const shields: { readonly places: Place[]; readonly people: number }[] = [];
  for (let other = 0; other < groups; other += 1) {
    for (let part = 0; part < columns; part += 1) {
      const corners: Place[] = [
        [other, column],
        [row, part],
        [other, part],
      ];
      const places = corners.filter(([r, c]) => !at(at(hidden, r), c));
      if (other !== row && part !== column && places.length > 0) {
        const people = places.reduce((sum, place) => sum + peopleAt(grid, place), 0);
        shields.push({ places, people });
      }
    }
  }
  shields.sort((a, b) => a.people - b.people);
  return shields.find(({ places }) => {
    const tried = hidden.map((cells) => [...cells]);
    hide(tried, places);
    return shielded(grid, tried, open);
  })?.places;
}

const peopleAt = (grid: Grid, [row, column]: Place): number =>
  at(at(grid, row), column).counts.reduce((sum, count) => sum + count, 0);

function hide(hidden: Pattern, places: readonly Place[]): void {
  for (const [row, column] of places) {
    at(hidden, row)[column] = true;
  }
}

/** Withholds every group in these parts. Answers whether that changed anything. */
function hideGroups(grid: Grid, hidden: Pattern, columns: readonly number[]): boolean {
  const places = columns.flatMap((column) =>
    grid.slice(0, -1).map((_, row): Place => [row, column]),
  );
  const fresh = places.filter(([row, column]) => !at(at(hidden, row), column));
  hide(hidden, fresh);
  return fresh.length > 0;
}
