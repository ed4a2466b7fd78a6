/**
 * What an outsider can work out about withheld numbers from the ones that are shown, by adding and
 * subtracting: for each withheld number, the smallest and the largest value it can have.
 *
 * The table has groups down the side and parts (programs, years) across, with a row of totals at the
 * bottom and a column over all parts at the right. In such a table every number stands in exactly two
 * sums, its row's and its column's, so raising one withheld number by a person must be balanced by walking
 * through other withheld numbers and back. How far that walk can go is a maximum flow, which a search of
 * paths finds exactly, in whole people; nothing is approximated.
 *
 * Method: circulation in the network of a two-way table (Gusfield 1988); paths by Ford & Fulkerson (1956),
 * shortest first (Edmonds & Karp 1972).
 */
import { at } from '../../kernel/result/at.ts';

/** Rows are the groups and, last, their totals; columns are the parts and, last, all parts together. */
export type Table = readonly (readonly number[])[];
export type Hidden = readonly (readonly boolean[])[];

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A withheld number as an arc between its row and its column. Going along raises it, going back lowers it. */
interface Arc {
  readonly from: number;
  readonly to: number;
  value: number;
}

/**
 * The bounds of one withheld number. `enough` stops the search early: bounds further than that from the
 * number are reported as that far.
 */
export function boundsOf(
  table: Table,
  hidden: Hidden,
  row: number,
  column: number,
  enough = Number.POSITIVE_INFINITY,
): Bounds {
  const value = at(at(table, row), column);
  const arcs = hiddenArcs(table, hidden, row, column);
  const own = arcOf(table.length, at(table, 0).length, row, column, value);
  const up = greatestFlow(arcs(), own.to, own.from, enough);
  const down = greatestFlow(arcs(), own.from, own.to, Math.min(value, enough));
  return { low: value - down, high: value + up };
}

/** Fresh arcs of every withheld number but the one asked about. */
function hiddenArcs(table: Table, hidden: Hidden, row: number, column: number): () => Arc[] {
  return () =>
    table.flatMap((cells, r) =>
      cells.flatMap((value, c) =>
        at(at(hidden, r), c) && (r !== row || c !== column)
          ? [arcOf(table.length, cells.length, r, c, value)]
          : [],
      ),
    );
}

/** Rows are nodes 0, 1, ...; columns follow. Totals stand on the other side of their sums, so they point back. */
function arcOf(rows: number, columns: number, row: number, column: number, value: number): Arc {
  const totals = (row === rows - 1 ? 1 : 0) + (column === columns - 1 ? 1 : 0);
  const [one, other] = [row, rows + column];
  return totals === 1 ? { from: other, to: one, value } : { from: one, to: other, value };
}

/** How much can be sent from one node to another, up to a limit. */
function greatestFlow(arcs: Arc[], source: number, sink: number, limit: number): number {
  let sent = 0;
  while (sent < limit) {
    const path = shortestPath(arcs, source, sink);
    if (path === undefined) {
      break;
    }
    const narrowest = path.reduce(
      (least, { arc, raises }) => (raises ? least : Math.min(least, arc.value)),
      limit - sent,
    );
    if (narrowest === Number.POSITIVE_INFINITY) {
      return narrowest;
    }
    for (const { arc, raises } of path) {
      arc.value += raises ? narrowest : -narrowest;
    }
    sent += narrowest;
  }
  return sent;
}

interface Step {
  readonly arc: Arc;
  readonly raises: boolean;
}

function shortestPath(arcs: readonly Arc[], source: number, sink: number): Step[] | undefined {
  const cameBy = new Map<number, Step | undefined>([[source, undefined]]);
  const queue = [source];
  for (const node of queue) {
    if (node === sink) {
      return walkedBack(cameBy, sink);
    }
    for (const arc of arcs) {
      if (arc.from === node && !cameBy.has(arc.to)) {
        cameBy.set(arc.to, { arc, raises: true });
        queue.push(arc.to);
      }
      if (arc.to === node && arc.value > 0 && !cameBy.has(arc.from)) {
        cameBy.set(arc.from, { arc, raises: false });
        queue.push(arc.from);
      }
    }
  }
  return undefined;
}

function walkedBack(cameBy: ReadonlyMap<number, Step | undefined>, sink: number): Step[] {
  const path: Step[] = [];
  let step = cameBy.get(sink);
  while (step !== undefined) {
    path.push(step);
    step = cameBy.get(step.raises ? step.arc.from : step.arc.to);
  }
  return path;
}
