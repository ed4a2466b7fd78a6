/**
 * The attacker: for every withheld number, the least and the most that it can be, for an outsider and for insiders,
 * worked out from everything that is shown.
 *
 * A pair of linear programs a number and a viewer would be enough, and most of them are not needed: every table that a
 * program finds is a table the viewer cannot rule out, so it widens what is known to be possible of all numbers at
 * once. Only numbers that the tables found so far leave narrower than promised are attacked themselves. Tables are in
 * whole numbers, so that nothing counts as possible that no people could make.
 *
 * Method: audit of suppressed tables (Fischetti & Salazar 2001), with shared witnesses.
 */
import { at } from '../../kernel/result/at.ts';
import type { OpenProgram, Optimum, Solver } from '../../numerics/linear/linear-program.ts';
import { type Cell, cellsById, type LinkedTables, type Rules } from './linked-tables.ts';
import { ceilingOf, type WithheldSystem, withheldSystems } from './withheld-system.ts';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Somebody who knows more than what is shown: bounds of some withheld numbers. */
export interface Viewer {
  readonly who: string;
  readonly knows: ReadonlyMap<string, Bounds>;
}

export const OUTSIDER: Viewer = { who: 'an outsider', knows: new Map() };

/** A withheld number that a viewer can confine more narrowly than promised. */
export interface Exposed {
  readonly cell: string;
  readonly bounds: Bounds;
  readonly viewer: Viewer;
}

export interface Attack {
  readonly exposed: readonly Exposed[];
  /** The fewest values that any withheld number can have for any viewer, as far as looked: never fewer than this. */
  readonly fewestValues: number | undefined;
  readonly withheld: number;
  readonly viewers: number;
  readonly programs: number;
  /** False where the solver stopped at its limit somewhere: then nothing is proved. */
  readonly settled: boolean;
  /** False where no table at all agrees with what is shown. */
  readonly consistent: boolean;
}

interface Wanted {
  readonly low: number;
  readonly high: number;
  readonly values: number;
}

/** Whether every withheld number is as wide as promised, for the outsider and for each insider. */
export function attack(
  solver: Solver,
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  rules: Rules,
  insiders: readonly Viewer[],
): Attack {
  const byId = cellsById(tables);
  const viewers = [OUTSIDER, ...insiders];
  const attacks = withheldSystems(tables, withheld).map((system) =>
    solver(system.program, (open) => {
      const search = searchOf(open, system);
      const own = viewers.filter(
        (viewer) => viewer === OUTSIDER || system.ids.some((id) => viewer.knows.has(id)),
      );
      const looks = own.map((viewer) => seenBy(search, viewer, byId, rules));
      return { search, looks, viewers: own.length };
    }),
  );
  const looks = attacks.flatMap((one) => one.looks);
  const fewest = looks.flatMap(({ fewestValues }) => fewestValues ?? []);
  return {
    exposed: looks.flatMap(({ exposed }) => exposed),
    fewestValues: fewest.length === 0 ? undefined : Math.min(...fewest),
    withheld: withheld.size,
    viewers: viewers.length,
    programs: attacks.reduce((sum, { search }) => sum + search.programs, 0),
    settled: attacks.every(({ search }) => search.settled),
    consistent: looks.every(({ consistent }) => consistent),
  };
}

/** The exact bounds of every withheld number for one viewer; undefined where the solver does not settle. */
export function possibleValues(
  solver: Solver,
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  viewer: Viewer = OUTSIDER,
): ReadonlyMap<string, Bounds> | undefined {
  const ceiling = ceilingOf(tables);
  const found = withheldSystems(tables, withheld).map((system) =>
    solver(system.program, (open) => {
      const search = searchOf(open, system);
      for (const [id, { low, high }] of viewer.knows) {
        search.bound(id, low, high);
      }
      const bounds = system.ids.map((id): [string, Bounds] => {
        const [least, most] = [search.extreme(id, 1), search.extreme(id, -1)];
        return [
          id,
          { low: least ?? 0, high: most === ceiling ? Number.POSITIVE_INFINITY : (most ?? 0) },
        ];
      });
      return search.settled ? bounds : undefined;
    }),
  );
  return found.every((bounds) => bounds !== undefined) ? new Map(found.flat()) : undefined;
}

interface Search {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Tables nobody outside can rule out. */
  readonly witnesses: Float64Array[];
  programs: number;
  settled: boolean;
  bound(id: string, low: number, high: number): void;
  release(id: string): void;
  /** The number's least (sign 1) or most (sign -1) under the bounds of now; undefined where there is no table. */
  extreme(id: string, sign: number): number | undefined;
}

function searchOf(open: OpenProgram, { ids, program }: WithheldSystem): Search {
  const places = new Map(ids.map((id, place) => [id, place]));
  const noted = (found: Optimum): Float64Array | undefined => {
    search.programs += 1;
    if (found.status !== 'found') {
      search.settled &&= found.status === 'impossible';
      return undefined;
    }
    // Adding zero turns a negative zero into zero.
    const table = found.columns.map((value) => Math.round(value) + 0);
    search.witnesses.push(table);
    return table;
  };
  const search: Search = {
    ids,
    places,
    witnesses: [],
    programs: 0,
    settled: true,
    bound: (id, low, high) => {
      const place = places.get(id);
      if (place !== undefined) {
        open.bound(place, low, Math.min(high, at(program.columns, place).high));
      }
    },
    release: (id) => {
      const place = places.get(id);
      if (place !== undefined) {
        const { low, high } = at(program.columns, place);
        open.bound(place, low, high);
      }
    },
    extreme: (id, sign) => {
      const place = places.get(id) ?? 0;
      return noted(open.least([[place, sign]], true))?.[place];
    },
  };
  return search;
}

interface Look {
  readonly exposed: readonly Exposed[];
  readonly fewestValues: number | undefined;
  readonly consistent: boolean;
}

function seenBy(
  search: Search,
  viewer: Viewer,
  byId: ReadonlyMap<string, Cell>,
  rules: Rules,
): Look {
  for (const [id, { low, high }] of viewer.knows) {
    search.bound(id, low, high);
  }
  const ranges = rangesOf(search, viewer);
  const exposed: Exposed[] = [];
  let fewestValues: number | undefined;
  let consistent = true;
  for (const [place, id] of search.ids.entries()) {
    const wanted = wantedOf(byId.get(id), viewer, rules);
    if (wanted === undefined) {
      continue;
    }
    for (const sign of [-1, 1]) {
      if (!enough(ranges(place), wanted) && search.extreme(id, sign) === undefined) {
        consistent = false;
      }
    }
    const bounds = ranges(place);
    if (consistent) {
      fewestValues = Math.min(
        fewestValues ?? Number.POSITIVE_INFINITY,
        bounds.high - bounds.low + 1,
      );
    }
    if (consistent && !enough(bounds, wanted)) {
      exposed.push({ cell: id, bounds, viewer });
    }
  }
  for (const id of viewer.knows.keys()) {
    search.release(id);
  }
  // What an insider is said to know can be ruled out where an earlier release no longer remembers its numbers.
  return { exposed, fewestValues, consistent: consistent || viewer !== OUTSIDER };
}

/** Reads new witnesses as they come; only tables that agree with what the viewer knows. */
function rangesOf(search: Search, { knows }: Viewer): (place: number) => Bounds {
  const low = new Float64Array(search.ids.length).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(search.ids.length).fill(Number.NEGATIVE_INFINITY);
  const known = [...knows].flatMap(([id, bounds]) => {
    const place = search.places.get(id);
    return place === undefined ? [] : [{ place, bounds }];
  });
  let read = 0;
  return (place) => {
    for (; read < search.witnesses.length; read += 1) {
      const table = at(search.witnesses, read);
      const agrees = known.every(
        ({ place: own, bounds }) => at(table, own) >= bounds.low && at(table, own) <= bounds.high,
      );
      if (agrees) {
        table.forEach((value, column) => {
          low[column] = Math.min(at(low, column), value);
          high[column] = Math.max(at(high, column), value);
        });
      }
    }
    return { low: at(low, place), high: at(high, place) };
  };
}

const enough = (bounds: Bounds, { low, high, values }: Wanted): boolean =>
  bounds.low <= low && bounds.high >= high && bounds.high - bounds.low + 1 >= values;

/** An insider knows that they themselves are counted; of everything else, five values must stay possible. */
function wantedOf(
  cell: Cell | undefined,
  viewer: Viewer,
  { smallest, values }: Rules,
): Wanted | undefined {
  const known = cell === undefined ? undefined : viewer.knows.get(cell.id);
  if (
    cell === undefined ||
    cell.promise === 'none' ||
    (known?.low === known?.high && known !== undefined)
  ) {
    return undefined;
  }
  const wide = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, values };
  return viewer === OUTSIDER && cell.promise === 'small'
    ? { low: 0, high: smallest, values }
    : wide;
}
