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
import type { LinearProgram, Solver, Term } from '../../numerics/linear/linear-program.ts';
import { type Attack, attack, type Exposed, type Viewer } from './attacker.ts';
import type { Cell, LinkedTables, Rules } from './linked-tables.ts';
import { ceilingOf } from './withheld-system.ts';

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
  const units = unitsOf(tables);
  const withheld = new Set<string>();
  const withhold = (ids: Iterable<string>): void => {
    for (const id of ids) {
      for (const together of units.get(id) ?? [id]) {
        withheld.add(together);
      }
    }
  };
  withhold(firstWithheld(tables));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const seen = attack(solver, tables, withheld, rules, insiders(withheld));
    if (!seen.consistent) {
      return refuse('contradiction', 'no table agrees with the numbers that are shown');
    }
    if (!seen.settled) {
      return refuse('not-settled', 'the solver stopped at its limit before the proof was complete');
    }
    if (seen.exposed.length === 0) {
      return success({ withheld, proof: seen });
    }
    const before = withheld.size;
    for (const exposed of inOrder(tables, seen.exposed)) {
      withhold(shieldOf(solver, tables, withheld, rules, exposed));
    }
    if (withheld.size === before) {
      return refuse('cannot-be-protected', exposedWords(at(seen.exposed, 0)));
    }
  }
  return refuse('not-settled', `still exposed after ${MOST_ROUNDS} rounds`);
}

export const exposedWords = ({ cell, bounds: { low, high }, viewer }: Exposed): string =>
  `${viewer.who} can tell that "${cell}" is ${low === high ? low : `${low} to ${high}`}`;

const firstWithheld = ({ cells }: LinkedTables): readonly string[] =>
  cells
    .filter(({ fate, promise }) => fate === 'withheld' || (fate === 'open' && promise === 'small'))
    .map(({ id }) => id);

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

/** The numbers to withhold so that the exposed one can lie where it is promised to; none where that cannot be. */
function shieldOf(
  solver: Solver,
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  { smallest, values }: Rules,
  { cell, bounds, viewer }: Exposed,
): readonly string[] {
  const { columns, program } = otherTable(tables, withheld, viewer);
  const place = columns.findIndex(({ id, sign }) => id === cell && sign === 0);
  const ceiling = ceilingOf(tables);
  const promise = tables.cells.find(({ id }) => id === cell)?.promise;
  return solver(program, (open) => {
    const costs = columns.map(({ cost }, column): Term => [column, cost]);
    const cheapest = (low: number, high: number): Shield | undefined => {
      open.bound(place, low, high);
      const found = open.least(costs, false);
      return found.status === 'found'
        ? { cost: found.value, moved: movedIn(columns, found.columns) }
        : undefined;
    };
    const reach =
      promise === 'small' && viewer.knows.size === 0
        ? [cheapest(-ceiling, Math.min(0, bounds.low)), cheapest(smallest, ceiling)]
        : [];
    const further = [
      cheapest(bounds.low + values - 1, ceiling),
      cheapest(-ceiling, bounds.high - values + 1),
    ].flatMap((shield) => shield ?? []);
    const [least] = further.toSorted((a, b) => a.cost - b.cost);
    return [...reach, least].flatMap((shield) => shield?.moved ?? []);
  });
}

interface Shield {
  readonly cost: number;
  readonly moved: readonly string[];
}

/** A column is a withheld number itself (sign 0), or how far a shown number would rise (1) or fall (-1). */
interface Column {
  readonly id: string;
  readonly sign: number;
  readonly cost: number;
  readonly low: number;
  readonly high: number;
}

function otherTable(
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  viewer: Viewer,
): { readonly columns: readonly Column[]; readonly program: LinearProgram } {
  const ceiling = ceilingOf(tables);
  const columns = tables.cells.flatMap((cell) => columnsOf(cell, withheld, viewer, ceiling));
  const places = new Map<string, number[]>();
  columns.forEach(({ id }, place) => {
    places.set(id, [...(places.get(id) ?? []), place]);
  });
  const values = new Map(
    tables.cells.map(({ id, value }) => [id, withheld.has(id) ? 0 : (value ?? 0)]),
  );
  const rows = tables.sums.map(({ total, parts }) => {
    const signed = [[total, -1] as const, ...parts.map((id) => [id, 1] as const)];
    const right = signed.reduce((sum, [id, factor]) => sum - factor * (values.get(id) ?? 0), 0);
    const terms = signed.flatMap(([id, factor]) =>
      (places.get(id) ?? []).map((place): Term => {
        const { sign } = at(columns, place);
        return [place, sign === 0 ? factor : factor * sign];
      }),
    );
    return { terms, low: right, high: right };
  });
  return { columns, program: { columns, rows } };
}

function columnsOf(
  { id, value, fate, weight, least }: Cell,
  withheld: ReadonlySet<string>,
  { knows }: Viewer,
  ceiling: number,
): readonly Column[] {
  if (withheld.has(id)) {
    const known = knows.get(id);
    const low = Math.max(least, known?.low ?? least);
    return [{ id, sign: 0, cost: 0, low, high: Math.min(ceiling, known?.high ?? ceiling) }];
  }
  return fate === 'shown'
    ? []
    : [
        { id, sign: 1, cost: weight, low: 0, high: ceiling },
        { id, sign: -1, cost: weight, low: 0, high: Math.max(0, (value ?? 0) - least) },
      ];
}

const MOVED = 1e-6;
const movedIn = (columns: readonly Column[], found: Float64Array): readonly string[] =>
  columns.flatMap(({ id, sign }, place) => (sign !== 0 && at(found, place) > MOVED ? [id] : []));
