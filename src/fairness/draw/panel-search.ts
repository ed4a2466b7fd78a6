/**
 * The panel that is worth most, where a seat of each kind is worth so much: branch and bound over linear programs (Land &
 * Doig 1960). Where nothing is worth more than a floor, the search leaves a proof that can be checked by adding up: a
 * tree of cases, and for each last case factors for the rules under which no panel of that case can be worth more.
 *
 * No limit of time: the same pool gives the same panels everywhere. A bound on the number of cases ends a hopeless search.
 */
import { at } from '../../kernel/result/at.ts';
import type { GrowingProgram, GrowingSolver, Most } from '../../numerics/linear/growing-program.ts';
import { type Panel, type PanelSystem, programOf } from './kinds.ts';

/**
 * One case of a proof. A last case has a factor for every rule; any other is split by the number of seats of one kind:
 * at most so many (the case at `below`), or more (the case at `above`).
 */
export type ProofCase =
  | { readonly factors: readonly number[] }
  | {
      readonly kind: number;
      readonly seats: number;
      readonly below: number;
      readonly above: number;
    };

/** The first case is the whole. */
export type Proof = readonly ProofCase[];

export type Found =
  | { readonly status: 'found'; readonly panel: Panel; readonly worth: number }
  | { readonly status: 'none'; readonly proof: Proof }
  | { readonly status: 'not-settled' };

export interface PanelSearch {
  /** A panel worth more than the floor, the best or nearly the best one; or the proof that there is none. */
  above(worth: Float64Array, floor: number): Found;
}

const MOST_CASES = 4000;
/** Once a panel is found, so many more cases are looked at for a better one. */
const CASES_AFTER = 30;
const WHOLE = 1e-6;
/** Two worths nearer than this are one. */
const ALIKE = 1e-9;

export function withPanelSearch<Answer>(
  solver: GrowingSolver,
  system: PanelSystem,
  work: (search: PanelSearch) => Answer,
): Answer {
  return solver(programOf(system), (open) =>
    work({ above: (worth, floor) => searched(open, system, worth, floor) }),
  );
}

interface Search {
  readonly open: GrowingProgram;
  readonly system: PanelSystem;
  readonly worth: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly cases: ProofCase[];
  best: { readonly panel: Panel; readonly worth: number } | undefined;
  /** What a panel must be worth more than. */
  floor: number;
  last: number;
  settled: boolean;
}

function searched(
  open: GrowingProgram,
  system: PanelSystem,
  worth: Float64Array,
  floor: number,
): Found {
  open.costs(worth);
  const search: Search = {
    open,
    system,
    worth,
    low: new Float64Array(worth.length),
    high: Float64Array.from(system.people),
    cases: [],
    best: undefined,
    floor,
    last: MOST_CASES,
    settled: true,
  };
  look(search);
  if (search.best !== undefined) {
    return { status: 'found', ...search.best };
  }
  return search.settled ? { status: 'none', proof: search.cases } : { status: 'not-settled' };
}

/** Looks at the case within the present bounds and answers its place in the proof. */
function look(search: Search): number {
  const place = search.cases.length;
  if (place >= search.last) {
    search.settled = false;
    return place;
  }
  const most = search.open.most();
  if (most.status === 'not-settled') {
    search.settled = false;
    return place;
  }
  if (most.status === 'impossible' || most.value <= search.floor + ALIKE) {
    const factors = factorsOf(search, most);
    search.settled &&= factors !== undefined;
    search.cases.push({ factors: factors ?? [] });
    return place;
  }
  const kind = leastWhole(most.columns);
  if (kind < 0) {
    keep(search, Array.from(most.columns, Math.round));
    search.cases.push({ factors: Array.from(most.worth) });
    return place;
  }
  split(search, kind, at(most.columns, kind));
  return place;
}

function keep(search: Search, panel: Panel): void {
  const worth = panel.reduce((sum, seats, kind) => sum + seats * at(search.worth, kind), 0);
  if (search.best === undefined) {
    search.last = Math.min(search.last, search.cases.length + CASES_AFTER);
  }
  search.best = { panel, worth };
  search.floor = worth;
}

function split(search: Search, kind: number, value: number): void {
  const { open, low, high, cases } = search;
  const place = cases.length;
  const seats = Math.floor(value);
  const [from, to] = [at(low, kind), at(high, kind)];
  cases.push({ kind, seats, below: place, above: place });
  const side = (least: number, most: number): number => {
    low[kind] = least;
    high[kind] = most;
    open.bound(kind, least, most);
    const found = look(search);
    low[kind] = from;
    high[kind] = to;
    open.bound(kind, from, to);
    return found;
  };
  const upFirst = value - seats >= 0.5;
  const above = upFirst ? side(seats + 1, to) : -1;
  const below = side(from, seats);
  cases[place] = { kind, seats, below, above: upFirst ? above : side(seats + 1, to) };
}

/** The kind whose seats are farthest from a whole number; below zero where all are whole. */
function leastWhole(columns: Float64Array): number {
  let [kind, farthest] = [-1, WHOLE];
  for (let place = 0; place < columns.length; place += 1) {
    const seats = at(columns, place);
    const distance = Math.abs(seats - Math.round(seats));
    if (distance > farthest) {
      [kind, farthest] = [place, distance];
    }
  }
  return kind;
}

/** Factors for the rules that show that the case holds nothing worth more than the floor. */
function factorsOf(search: Search, most: Most): readonly number[] | undefined {
  if (most.status === 'found') {
    return Array.from(most.worth);
  }
  const { conflict } = most.status === 'impossible' ? most : { conflict: undefined };
  return conflict && conflictFactors(search, Array.from(conflict));
}

/**
 * Under a conflict no panel is possible, so its factors, made large enough, push the bound below any floor. Which of the
 * two directions it shows is tried out.
 */
function conflictFactors(
  search: Search,
  conflict: readonly number[],
): readonly number[] | undefined {
  const { system, worth, low, high, floor } = search;
  const nothing = new Float64Array(worth.length);
  const zero = system.rules.map(() => 0);
  for (const sign of [1, -1]) {
    const direction = conflict.map((factor) => sign * factor);
    const slope = ceilingBy(system, nothing, { low, high }, direction);
    if (slope < -WHOLE) {
      const start = ceilingBy(system, worth, { low, high }, zero);
      const scale = (start - Math.min(floor, start) + 1) / -slope;
      return direction.map((factor) => scale * factor);
    }
  }
  return undefined;
}

/**
 * What no panel can be worth more than: worth = sum of factor x (seats under the rule) + sum of (worth - factors) x seats,
 * each taken at its most (weak duality).
 */
function ceilingBy(
  { rules }: PanelSystem,
  worth: Float64Array,
  { low, high }: { readonly low: Float64Array; readonly high: Float64Array },
  factors: readonly number[],
): number {
  const rest = Float64Array.from(worth);
  let ceiling = 0;
  for (const [place, { kinds, least, most }] of rules.entries()) {
    const factor = at(factors, place);
    ceiling += factor > 0 ? factor * most : factor * least;
    for (const kind of kinds) {
      rest[kind] = at(rest, kind) - factor;
    }
  }
  return rest.reduce(
    (sum, value, kind) => sum + value * (value > 0 ? at(high, kind) : at(low, kind)),
    ceiling,
  );
}
