/**
 * What the shown numbers leave for the withheld ones: each sum with a withheld number in it becomes an equation, and
 * equations that share no number fall apart into systems that can be attacked one by one.
 *
 * Formula: sum of withheld parts - withheld total = shown total - sum of shown parts; every number at least 0.
 */
import { at } from '../../kernel/result/at.ts';
import type { LinearProgram, Term } from '../../numerics/linear/linear-program.ts';
import { type Cell, ceilingOf, cellsById, type LinkedTables } from './linked-tables.ts';

export interface WithheldSystem {
  /** In the order of the program's columns. */
  readonly ids: readonly string[];
  readonly program: LinearProgram;
}

interface Equation {
  readonly terms: readonly (readonly [id: string, factor: number])[];
  readonly right: number;
}

/**
 * `reach` keeps every number as near to its true value: fewer tables than there are, so that what is possible among
 * them is possible at all, and each number leaves room for the others.
 */
export function withheldSystems(
  tables: LinkedTables,
  withheld: ReadonlySet<string>,
  reach = Number.POSITIVE_INFINITY,
): readonly WithheldSystem[] {
  const equations = equationsOf(tables, withheld);
  const ceiling = ceilingOf(tables);
  const byId = cellsById(tables);
  return connected([...withheld], equations).map(({ ids, own }) => {
    const column = new Map(ids.map((id, place) => [id, place]));
    return {
      ids,
      program: {
        columns: ids.map((id) => boundsOf(byId.get(id), ceiling, reach)),
        rows: own.map(({ terms, right }) => ({
          terms: terms.map(([id, factor]): Term => [column.get(id) ?? 0, factor]),
          low: right,
          high: right,
        })),
      },
    };
  });
}

function boundsOf(cell: Cell | undefined, ceiling: number, reach: number) {
  const least = cell?.least ?? 0;
  return cell?.value === undefined
    ? { low: least, high: ceiling }
    : { low: Math.max(least, cell.value - reach), high: Math.min(ceiling, cell.value + reach) };
}

function equationsOf(tables: LinkedTables, withheld: ReadonlySet<string>): readonly Equation[] {
  const byId = cellsById(tables);
  return tables.sums.flatMap(({ total, parts }) => {
    const signed = [[total, -1] as const, ...parts.map((id) => [id, 1] as const)];
    const terms = signed.filter(([id]) => withheld.has(id));
    const right = signed.reduce(
      (sum, [id, factor]) => sum - (withheld.has(id) ? 0 : factor * (byId.get(id)?.value ?? 0)),
      0,
    );
    return terms.length === 0 ? [] : [{ terms, right }];
  });
}

/** Cells that meet in an equation, directly or through others, belong to one system. */
function connected(
  ids: readonly string[],
  equations: readonly Equation[],
): readonly { readonly ids: readonly string[]; readonly own: readonly Equation[] }[] {
  const leader = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let top = id;
    for (let up = leader.get(top); up !== undefined && up !== top; up = leader.get(top)) {
      leader.set(top, leader.get(up) ?? up);
      top = up;
    }
    return top;
  };
  for (const { terms } of equations) {
    const [first] = at(terms, 0);
    for (const [id] of terms) {
      leader.set(find(id), find(first));
    }
  }
  const systems = new Map<string, { ids: string[]; own: Equation[] }>();
  for (const id of ids) {
    const top = find(id);
    const system = systems.get(top) ?? { ids: [], own: [] };
    system.ids.push(id);
    systems.set(top, system);
  }
  for (const equation of equations) {
    const [first] = at(equation.terms, 0);
    systems.get(find(first))?.own.push(equation);
  }
  return [...systems.values()];
}
