/**
 * The attacker: for every withheld number, whether an outsider or an insider can confine it more narrowly than
 * promised, from everything that is shown.
 *
 * A pair of linear programs for each number and viewer would be enough, and most of them are not needed: every table
 * that a program finds is a table the viewer cannot rule out, so it shows at once how far all numbers can lie. Only
 * numbers that the tables found so far leave too narrow are attacked themselves. Tables are in whole numbers, so that
 * nothing counts as possible that no people could make; they stay good when more is withheld.
 *
 * Method: audit of suppressed tables (Fischetti & Salazar 2001), with witnesses kept.
 */
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type {
  LinearProgram,
  OpenProgram,
  Solver,
  Term,
} from '../../numerics/linear/linear-program.ts';
import { type Cell, ceilingOf, type LinkedTables, type Rules } from './linked-tables.ts';
import { type WithheldSystem, withheldSystems } from './withheld-system.ts';

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
  /** What the viewer can tell; never narrower than the truth. */
  readonly bounds: Bounds;
  readonly viewer: Viewer;
}

export interface Attack {
  readonly exposed: readonly Exposed[];
  readonly withheld: number;
  readonly viewers: number;
  readonly programs: number;
  /** False where the solver stopped at its limit somewhere: then nothing is proved. */
  readonly settled: boolean;
  /** False where no table at all agrees with what is shown. */
  readonly consistent: boolean;
}

export interface Attacker {
  /** `insiders` are asked only once the outsider finds nothing. */
  look(withheld: ReadonlySet<string>, insiders: readonly Viewer[]): Attack;
}

export function attackerOn(solver: Solver, tables: LinkedTables, rules: Rules): Attacker {
  const witnesses = witnessesOf(tables);
  return {
    look(withheld, insiders) {
      const systems = withheldSystems(tables, withheld, 2 * rules.smallest + rules.values);
      const all = lazily(() => withheldSystems(tables, withheld));
      const farther = (ids: readonly string[]): WithheldSystem =>
        all().find((one) => one.ids[0] === ids[0]) ?? { ids: [], program: NO_PROGRAM };
      const attack = (system: WithheldSystem, viewers: readonly Viewer[]): Found => {
        const near = attackSystem(solver, system, { witnesses, rules, viewers });
        // What is too narrow among the tables nearby may be wide enough among all.
        return near.exposed.length === 0
          ? near
          : attackSystem(solver, farther(system.ids), { witnesses, rules, viewers });
      };
      const byOutsider = systems.map((system) => attack(system, [OUTSIDER]));
      const sound = byOutsider.every(
        ({ exposed, settled, consistent }) => exposed.length === 0 && settled && consistent,
      );
      const byInsiders = sound
        ? systems.map((system) => {
            const viewers = insiders.filter(({ knows }) => system.ids.some((id) => knows.has(id)));
            return attack(system, viewers);
          })
        : [];
      const found = [...byOutsider, ...byInsiders];
      return {
        exposed: found.flatMap(({ exposed }) => exposed),
        withheld: withheld.size,
        viewers: 1 + (sound ? insiders.length : 0),
        programs: found.reduce((sum, { programs }) => sum + programs, 0),
        settled: found.every(({ settled }) => settled),
        consistent: byOutsider.every(({ consistent }) => consistent),
      };
    },
  };
}

const NO_PROGRAM: LinearProgram = { columns: [], rows: [] };

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
  const found = withheldSystems(tables, withheld).map(({ ids, program }) =>
    solver(program, (open) => {
      ids.forEach((id, place) => {
        const known = viewer.knows.get(id);
        if (known !== undefined) {
          open.bound(place, known.low, Math.min(known.high, ceiling));
        }
      });
      return ids.map((id, place) => {
        const [least, most] = [1, -1].map((sign) => open.least([[place, sign]], true));
        if (least?.status !== 'found' || most?.status !== 'found') {
          return undefined;
        }
        const low = Math.round(least.value) + 0;
        const high = Math.round(-most.value) + 0;
        return [id, { low, high: high >= ceiling ? Number.POSITIVE_INFINITY : high }] as const;
      });
    }),
  );
  const bounds = found.flat();
  return bounds.every((one) => one !== undefined) ? new Map(bounds) : undefined;
}

interface Witnesses {
  readonly places: ReadonlyMap<string, number>;
  readonly cells: readonly Cell[];
  /** Whole tables; NaN where an earlier release withheld a number and no program has looked at it here. */
  readonly tables: Float64Array[];
}

function witnessesOf({ cells }: LinkedTables): Witnesses {
  return {
    places: new Map(cells.map(({ id }, place) => [id, place])),
    cells,
    tables: [Float64Array.from(cells, ({ value }) => value ?? Number.NaN)],
  };
}

interface Task {
  readonly witnesses: Witnesses;
  readonly rules: Rules;
  readonly viewers: readonly Viewer[];
}
type Found = Pick<Attack, 'exposed' | 'programs' | 'settled' | 'consistent'>;

function attackSystem(solver: Solver, system: WithheldSystem, task: Task): Found {
  const open = task.viewers.filter((viewer) => !settledAlready(system, viewer, task));
  if (open.length === 0) {
    return { exposed: [], programs: 0, settled: true, consistent: true };
  }
  return solver(system.program, (program) => {
    const search = new Search(program, system, task.witnesses);
    const exposed = open.flatMap((viewer) => search.seenBy(viewer, task.rules));
    const { programs, settled, consistent } = search;
    return { exposed, programs, settled, consistent };
  });
}

/** Most viewers find nothing in the tables that are known already. */
function settledAlready(
  system: WithheldSystem,
  viewer: Viewer,
  { witnesses, rules }: Task,
): boolean {
  return new Ranges(system, viewer, witnesses, rules).narrow().length === 0;
}

/** How far the witnesses show each number of a system can lie, for one viewer. */
class Ranges {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #wanted: readonly (Wanted | undefined)[];
  readonly #columns: readonly number[];
  readonly #known: readonly { readonly place: number; readonly bounds: Bounds }[];
  readonly #witnesses: Witnesses;
  #read = 0;
  #narrow: number[];

  constructor({ ids }: WithheldSystem, viewer: Viewer, witnesses: Witnesses, rules: Rules) {
    this.#witnesses = witnesses;
    this.#columns = ids.map((id) => witnesses.places.get(id) ?? 0);
    this.#wanted = this.#columns.map((place) =>
      wantedOf(at(witnesses.cells, place), viewer, rules),
    );
    this.#low = new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY);
    this.#high = new Float64Array(ids.length).fill(Number.NEGATIVE_INFINITY);
    this.#known = [...viewer.knows].flatMap(([id, bounds]) => {
      const place = witnesses.places.get(id);
      return place === undefined || !ids.includes(id) ? [] : [{ place, bounds }];
    });
    this.#narrow = this.#wanted.flatMap((wanted, column) => (wanted === undefined ? [] : [column]));
  }

  /** The columns that are not wide enough yet. */
  narrow(): readonly number[] {
    const { tables } = this.#witnesses;
    for (; this.#read < tables.length && this.#narrow.length > 0; this.#read += 1) {
      const table = at(tables, this.#read);
      if (this.#known.every(({ place, bounds }) => within(table[place] ?? 0, bounds))) {
        this.#widen(table);
      }
    }
    return this.#narrow;
  }

  /** Most of the time of a proof is spent here. */
  #widen(table: Float64Array): void {
    let left = 0;
    for (const column of this.#narrow) {
      const value = table[this.#columns[column] ?? 0] ?? Number.NaN;
      let low = this.#low[column] ?? value;
      let high = this.#high[column] ?? value;
      // Neither is true of a number that nobody has looked at.
      if (value < low) {
        this.#low[column] = value;
        low = value;
      }
      if (value > high) {
        this.#high[column] = value;
        high = value;
      }
      const wanted = this.#wanted[column] ?? NOTHING_WANTED;
      if (low > wanted.low || high < wanted.high || high - low + 1 < wanted.values) {
        this.#narrow[left] = column;
        left += 1;
      }
    }
    this.#narrow.length = left;
  }

  of(column: number): Bounds {
    return { low: at(this.#low, column), high: at(this.#high, column) };
  }

  wanted(column: number): Wanted {
    return this.#wanted[column] ?? NOTHING_WANTED;
  }
}

const within = (value: number, { low, high }: Bounds): boolean => value >= low && value <= high;

const SWEEPS = 60;
const VAIN_SWEEPS = 6;
const WHOLE = 1e-6;

class Search {
  programs = 0;
  settled = true;
  consistent = true;
  readonly #open: OpenProgram;
  readonly #system: WithheldSystem;
  readonly #witnesses: Witnesses;
  readonly #columns: readonly number[];
  readonly #chance = generatorFrom('attacker');

  constructor(open: OpenProgram, system: WithheldSystem, witnesses: Witnesses) {
    this.#open = open;
    this.#system = system;
    this.#witnesses = witnesses;
    this.#columns = system.ids.map((id) => witnesses.places.get(id) ?? 0);
  }

  seenBy(viewer: Viewer, rules: Rules): readonly Exposed[] {
    const ranges = new Ranges(this.#system, viewer, this.#witnesses, rules);
    const known = this.#system.ids.flatMap((id, column) => {
      const bounds = viewer.knows.get(id);
      return bounds === undefined ? [] : [{ column, bounds }];
    });
    for (const { column, bounds } of known) {
      const { low, high } = at(this.#system.program.columns, column);
      this.#open.bound(column, Math.max(low, bounds.low), Math.min(high, bounds.high));
    }
    if (viewer === OUTSIDER) {
      this.#sweep(ranges);
    }
    const exposed = [...ranges.narrow()].flatMap((column) => {
      const bounds = this.#attacked(ranges, column);
      const cell = at(this.#system.ids, column);
      return bounds === undefined ? [] : [{ cell, bounds, viewer }];
    });
    for (const { column } of known) {
      const { low, high } = at(this.#system.program.columns, column);
      this.#open.bound(column, low, high);
    }
    return exposed;
  }

  /** All narrow numbers at once, some pushed up and some down, while that still widens some of them. */
  #sweep(ranges: Ranges): void {
    let vain = 0;
    for (let sweep = 0; sweep < SWEEPS && vain < VAIN_SWEEPS; sweep += 1) {
      const before = ranges.narrow().length;
      if (before === 0) {
        return;
      }
      this.#asked(this.#randomCosts(ranges));
      vain = ranges.narrow().length < before ? 0 : vain + 1;
    }
  }

  /** One number by itself: undefined where it turns out to be wide enough. */
  #attacked(ranges: Ranges, column: number): Bounds | undefined {
    const isOpen = (): boolean => ranges.narrow().includes(column);
    if (!isOpen()) {
      return undefined;
    }
    const most = this.#asked([[column, -1]]);
    const least = isOpen() ? this.#asked([[column, 1]]) : undefined;
    if (!isOpen()) {
      return undefined;
    }
    if (most === undefined || least === undefined) {
      return undefined;
    }
    const bounds = { low: Math.ceil(least - WHOLE) + 0, high: Math.floor(most + WHOLE) + 0 };
    const wanted = ranges.wanted(column);
    if (enough(bounds, wanted)) {
      this.#inWhole(ranges, column, wanted, bounds);
    }
    return isOpen() ? bounds : undefined;
  }

  /** Fractions reach far enough; whether people do is looked at in whole numbers, first where that is quick. */
  #inWhole(ranges: Ranges, column: number, wanted: Wanted, bounds: Bounds): void {
    const { low, high } = at(this.#system.program.columns, column);
    const ends = [
      [
        Math.min(bounds.high, Math.max(wanted.high, ranges.of(column).low + wanted.values - 1)),
        high,
      ],
      [low, Math.max(bounds.low, Math.min(wanted.low, ranges.of(column).high - wanted.values + 1))],
    ] as const;
    for (const whole of [false, false, true]) {
      for (const [least, most] of ends) {
        if (ranges.narrow().includes(column)) {
          this.#open.bound(column, least, most);
          this.#asked(this.#randomCosts(ranges), whole);
        }
      }
      this.#open.bound(column, low, high);
    }
  }

  #randomCosts(ranges: Ranges): readonly Term[] {
    return ranges.narrow().map((column): Term => [column, this.#chance.next() < 0.5 ? 1 : -1]);
  }

  /** The number's value in the table found; undefined where there is none. A whole table becomes a witness. */
  #asked(costs: readonly Term[], whole = false): number | undefined {
    this.programs += 1;
    const found = this.#open.least(costs, whole);
    if (found.status !== 'found') {
      this.consistent &&= found.status !== 'impossible';
      this.settled &&= found.status === 'impossible';
      return undefined;
    }
    if (found.columns.every((value) => Math.abs(value - Math.round(value)) < WHOLE)) {
      const table = Float64Array.from(at(this.#witnesses.tables, 0));
      found.columns.forEach((value, column) => {
        table[at(this.#columns, column)] = Math.round(value);
      });
      this.#witnesses.tables.push(table);
    }
    return found.columns[costs[0]?.[0] ?? 0];
  }
}

interface Wanted {
  readonly low: number;
  readonly high: number;
  readonly values: number;
}

const NOTHING_WANTED: Wanted = {
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  values: 0,
};

const enough = (bounds: Bounds, { low, high, values }: Wanted): boolean =>
  bounds.low <= low && bounds.high >= high && bounds.high - bounds.low + 1 >= values;

/** A small number may be 0 or 11 for all an outsider can tell; of everything, five values must stay possible. */
function wantedOf(cell: Cell, viewer: Viewer, { smallest, values }: Rules): Wanted | undefined {
  const known = viewer.knows.get(cell.id);
  if (cell.promise === 'none' || (known !== undefined && known.low === known.high)) {
    return undefined;
  }
  if (viewer !== OUTSIDER || cell.promise === 'wide') {
    return { ...NOTHING_WANTED, values };
  }
  return { low: cell.promise === 'small' ? 0 : NOTHING_WANTED.low, high: smallest, values };
}
