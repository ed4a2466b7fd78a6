/**
 * Which numbers must be withheld beside the small ones, so that none of them can be worked out.
 *
 * For a number that the attacker confines too narrowly, the cheapest other table is sought in which it lies as far off
 * as promised: minimize sum of weight * |change|, every sum still adding up. The numbers that change in that table are
 * withheld too, and the attacker looks again, until the promise holds for the outsider and for every insider.
 *
 * Method: Kelly, Golden & Assad 1992 (cell suppression by linear programming); Fischetti & Salazar 2001.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type {
  LinearProgram,
  OpenProgram,
  Solver,
  Term,
} from '../../numerics/linear/linear-program.ts';
import {
  type Attack,
  attackerOn,
  type Bounds,
  type Exposed,
  OUTSIDER,
  type Viewer,
} from './attacker.ts';
import { type Cell, ceilingOf, type LinkedTables, type Rules } from './linked-tables.ts';

export interface Concealed {
  readonly withheld: ReadonlySet<string>;
  /** The attacker's last look, which found nothing exposed. */
  readonly proof: Attack;
}

export type CannotConceal = 'cannot-be-protected' | 'not-settled' | 'contradiction';

const MOST_ROUNDS = 60;

/** Insiders are worked out anew for what is withheld in each round. */
export function conceal(
  solver: Solver,
  tables: LinkedTables,
  rules: Rules,
  insiders: (withheld: ReadonlySet<string>) => readonly Viewer[],
): Result<Concealed, CannotConceal> {
  const attacker = attackerOn(solver, tables, rules);
  const shields = otherTable(tables);
  return solver(shields.program, (open) => {
    const withheld = new Set<string>();
    const shielding: Shielding = { open, shields, tables, rules, withheld, reached: new Map() };
    withhold(shielding, firstWithheld(tables));
    for (const exposed of inOrder(tables, allSmall(tables))) {
      shield(shielding, exposed);
    }
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const seen = attacker.look(withheld, insiders(withheld));
      if (!seen.consistent) {
        return refuse('contradiction', 'no table agrees with the numbers that are shown');
      }
      if (!seen.settled) {
        return refuse(
          'not-settled',
          'the solver stopped at its limit before the proof was complete',
        );
      }
      if (seen.exposed.length === 0) {
        return success({ withheld, proof: seen });
      }
      const before = withheld.size;
      for (const exposed of inOrder(tables, seen.exposed)) {
        shield(shielding, exposed);
      }
      if (withheld.size === before) {
        return refuse('cannot-be-protected', exposedWords(at(seen.exposed, 0)));
      }
    }
    return refuse('not-settled', `still exposed after ${MOST_ROUNDS} rounds`);
  });
}

const exposedWords = ({ cell, bounds: { low, high }, viewer }: Exposed): string =>
  `${viewer.who} can tell that "${cell}" is ${low === high ? low : `${low} to ${high}`}`;

const firstWithheld = ({ cells }: LinkedTables): readonly string[] =>
  cells
    .filter((cell) => cell.fate === 'withheld' || (cell.fate === 'open' && isSmall(cell)))
    .map(({ id }) => id);

/** Before anything else is withheld, every small number stands open. */
const allSmall = ({ cells }: LinkedTables): readonly Exposed[] =>
  cells.flatMap((cell) =>
    cell.fate === 'open' && isSmall(cell) && cell.value !== undefined
      ? [{ cell: cell.id, bounds: { low: cell.value, high: cell.value }, viewer: OUTSIDER }]
      : [],
  );

const isSmall = ({ promise }: Cell): boolean => promise === 'small' || promise === 'small-grown';

interface Shielding {
  readonly open: OpenProgram;
  readonly shields: OtherTable;
  readonly tables: LinkedTables;
  readonly rules: Rules;
  readonly withheld: Set<string>;
  /** How far the tables found while shielding let each number lie. */
  readonly reached: Map<string, Bounds>;
}

/** A withheld number may change at no cost. */
function withhold({ shields, withheld }: Shielding, ids: readonly string[]): void {
  for (const id of ids) {
    for (const together of shields.units.get(id) ?? [id]) {
      withheld.add(together);
      for (const place of shields.places.get(together) ?? []) {
        shields.costs.delete(place);
      }
    }
  }
}

function unitsOf({ cells }: LinkedTables): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, string[]>();
  for (const { id, unit } of cells) {
    if (unit !== undefined) {
      units.set(unit, [...(units.get(unit) ?? []), id]);
    }
  }
  return new Map(
    cells.flatMap(({ id, unit }) => (unit === undefined ? [] : [[id, units.get(unit) ?? [id]]])),
  );
}

/** Small numbers first, and each number once: what shields it from one viewer often does from the others. */
function inOrder({ cells }: LinkedTables, exposed: readonly Exposed[]): readonly Exposed[] {
  const values = new Map(cells.map(({ id, value }) => [id, value ?? 0]));
  const first = new Map<string, Exposed>();
  for (const one of exposed) {
    first.set(one.cell, first.get(one.cell) ?? one);
  }
  return [...first.values()].toSorted(
    (a, b) => (values.get(a.cell) ?? 0) - (values.get(b.cell) ?? 0),
  );
}

/** Withholds what must be so that the exposed number can lie where it is promised to; nothing where that cannot be. */
function shield(shielding: Shielding, { cell, bounds, viewer }: Exposed): void {
  const { open, shields, tables, rules } = shielding;
  for (const [id, known] of viewer.knows) {
    confine(open, shields, id, known);
  }
  const own = tables.cells.find(({ id }) => id === cell);
  const least = own?.least ?? 0;
  const isOutsider = viewer.knows.size === 0;
  const reached = (): Bounds => (isOutsider ? shielding.reached.get(cell) : undefined) ?? NOWHERE;
  if (own !== undefined && isSmall(own) && isOutsider) {
    if (own.promise === 'small' && reached().low > 0) {
      withhold(shielding, cheapest(shielding, cell, { low: least, high: 0 })?.moved ?? []);
    }
    if (reached().high < rules.smallest) {
      const up = { low: rules.smallest, high: shields.ceiling };
      withhold(shielding, cheapest(shielding, cell, up)?.moved ?? []);
    }
  }
  const from = {
    low: Math.min(bounds.low, reached().low),
    high: Math.max(bounds.high, reached().high),
  };
  if (from.high - from.low + 1 < rules.values) {
    const above = { low: from.low + rules.values - 1, high: shields.ceiling };
    const below = { low: least, high: from.high - rules.values + 1 };
    const [lighter] = [above, below]
      .flatMap((to) => (to.high < least ? [] : (cheapest(shielding, cell, to) ?? [])))
      .toSorted((a, b) => a.cost - b.cost);
    withhold(shielding, lighter?.moved ?? []);
  }
  for (const id of viewer.knows.keys()) {
    confine(open, shields, id, ANYWHERE);
  }
}

const NOWHERE: Bounds = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
const ANYWHERE: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The cheapest other table with the number within bounds. Other small numbers go along where that costs nothing. */
function cheapest(shielding: Shielding, cell: string, to: Bounds): Shield | undefined {
  const { open, shields } = shielding;
  confine(open, shields, cell, to);
  const found = open.least([...shields.costs, ...pulls(shielding)], false);
  confine(open, shields, cell, ANYWHERE);
  if (found.status !== 'found') {
    return undefined;
  }
  const moved = movedIn(shields, found.columns);
  noteReached(shielding, found.columns);
  const cost = [...shields.costs].reduce(
    (sum, [place, price]) => sum + price * at(found.columns, place),
    0,
  );
  return { cost, moved };
}

/** So little that no number is withheld for it. */
const PULL = 1e-4;

function pulls({ shields, tables, rules, withheld, reached }: Shielding): readonly Term[] {
  return tables.cells.flatMap((cell) => {
    const { id, promise } = cell;
    if (!isSmall(cell) || !withheld.has(id)) {
      return [];
    }
    const { low, high } = reached.get(id) ?? NOWHERE;
    const sign = high < rules.smallest ? 1 : promise === 'small' && low > 0 ? -1 : 0;
    return (shields.places.get(id) ?? []).flatMap((place): readonly Term[] =>
      at(shields.columns, place).sign === sign ? [[place, -PULL]] : [],
    );
  });
}

/** In fractions of people, which is good enough to save work here: the attacker checks in whole people. */
function noteReached({ shields, reached }: Shielding, found: Float64Array): void {
  for (const [id, places] of shields.places) {
    const value = places.reduce(
      (sum, place) => {
        return sum + at(shields.columns, place).sign * at(found, place);
      },
      at(shields.columns, places[0] ?? 0).from,
    );
    const { low, high } = reached.get(id) ?? NOWHERE;
    reached.set(id, { low: Math.min(low, value), high: Math.max(high, value) });
  }
}

interface Shield {
  readonly cost: number;
  readonly moved: readonly string[];
}

/** A column is how far a number rises (sign 1) or falls (-1); what an earlier release withheld rises from zero. */
interface Column {
  readonly id: string;
  readonly sign: number;
  readonly from: number;
  readonly low: number;
  readonly high: number;
}

interface OtherTable {
  readonly columns: readonly Column[];
  readonly program: LinearProgram;
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly units: ReadonlyMap<string, readonly string[]>;
  /** By column; what costs nothing is not in it. */
  readonly costs: Map<number, number>;
  readonly ceiling: number;
}

/** Any table that adds up, as its distance from the true one. */
function otherTable(tables: LinkedTables): OtherTable {
  const ceiling = ceilingOf(tables);
  const columns = tables.cells.flatMap((cell) => columnsOf(cell, ceiling));
  const places = new Map<string, number[]>();
  columns.forEach(({ id }, place) => {
    places.set(id, [...(places.get(id) ?? []), place]);
  });
  const values = new Map(tables.cells.map(({ id, value }) => [id, value ?? 0]));
  const rows = tables.sums.map(({ total, parts }) => {
    const signed = [[total, -1] as const, ...parts.map((id) => [id, 1] as const)];
    const right = signed.reduce((sum, [id, factor]) => sum - factor * (values.get(id) ?? 0), 0);
    const terms = signed.flatMap(([id, factor]) =>
      (places.get(id) ?? []).map((place): Term => [place, factor * at(columns, place).sign]),
    );
    return { terms, low: right, high: right };
  });
  const weights = new Map(tables.cells.map(({ id, weight }) => [id, weight]));
  return {
    columns,
    program: { columns, rows },
    places,
    units: unitsOf(tables),
    costs: new Map(columns.map(({ id }, place) => [place, weights.get(id) ?? 1])),
    ceiling,
  };
}

function columnsOf({ id, value, fate, least }: Cell, ceiling: number): readonly Column[] {
  const from = value ?? 0;
  return fate === 'shown'
    ? []
    : [
        { id, sign: 1, from, low: 0, high: ceiling },
        { id, sign: -1, from, low: 0, high: Math.max(0, from - least) },
      ];
}

/** Makes a number lie within bounds, as far as it can. */
function confine(open: OpenProgram, { columns, places }: OtherTable, id: string, to: Bounds): void {
  for (const place of places.get(id) ?? []) {
    const { sign, from, low, high } = at(columns, place);
    const [nearest, furthest] =
      sign > 0 ? [to.low - from, to.high - from] : [from - to.high, from - to.low];
    open.bound(place, clamped(nearest, low, high), clamped(furthest, low, high));
  }
}

const clamped = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

const MOVED = 1e-6;
const movedIn = ({ columns }: OtherTable, found: Float64Array): readonly string[] =>
  columns.flatMap(({ id }, place) => (at(found, place) > MOVED ? [id] : []));
