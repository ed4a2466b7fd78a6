/**
 * Many tables that share their totals, protected block by block: first the totals by themselves, then each block beside
 * the totals that are printed. Blocks have nothing in common but the totals. Where a total is withheld, nothing of its
 * part is shown in any block, so that no block tells more of it than the printed totals do; and what is printed, each
 * block's attacker knows already. That is why each block can be proved alone.
 *
 * Some blocks count nearly the same people as others, with no sum between them: decisions, and the persons decided about.
 * A row that is withheld in the one is withheld in the other too.
 *
 * Where a block cannot keep its promise beside the earlier releases, all of it is withheld, and the earlier figures stand.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { type CannotConceal, type Concealed, conceal } from './conceal.ts';
import { ownRecords } from './insiders.ts';
import { type Cell, type LinkedTables, RULES } from './linked-tables.ts';
import { type EarlierRelease, withEarlier } from './releases.ts';

export interface Layout {
  /** The block a cell belongs to; undefined for a total, which every block may share. */
  readonly blockOf: (id: string) => string | undefined;
  /** What is withheld together with a total: whether a cell falls with it. */
  readonly fallsWith: (id: string, total: string) => boolean;
  /** Whether a cell may not be shown because of what other blocks withhold. */
  readonly fallsBeside: (id: string, isWithheld: (id: string) => boolean) => boolean;
}

export interface InBlocks {
  readonly withheld: ReadonlySet<string>;
  readonly viewers: number;
  readonly programs: number;
}

export function protectInBlocks(
  solver: Solver,
  tables: LinkedTables,
  earlier: readonly EarlierRelease[],
  { blockOf, fallsWith, fallsBeside }: Layout,
): Result<InBlocks, CannotConceal> {
  const totals = within(tables, (id) => blockOf(id) === undefined);
  const first = concealedBeside(solver, totals, earlier);
  if (!first.ok) {
    return first;
  }
  const hiddenTotals = totals.cells.filter(({ id }) => first.value.withheld.has(id));
  const fallen = new Set(
    tables.cells.flatMap(({ id }) =>
      hiddenTotals.some((total) => fallsWith(id, total.id)) ? [id] : [],
    ),
  );
  const withheld = new Set([...hiddenTotals.map(({ id }) => id), ...fallen]);
  let { viewers, programs } = first.value.proof;
  for (const block of lastWhatFalls(tables, blockOf, fallsBeside)) {
    const own = within(tables, (id) => (blockOf(id) ?? block) === block);
    const isOwn = (id: string): boolean => blockOf(id) === block;
    for (const { id } of own.cells) {
      if (isOwn(id) && fallsBeside(id, (other) => withheld.has(other))) {
        fallen.add(id);
      }
    }
    const found = blockConcealed(solver, own, earlier, isOwn, fallen, first.value.withheld);
    if (!found.ok) {
      return found;
    }
    for (const { id } of own.cells) {
      if (isOwn(id) && found.value.withheld.has(id)) {
        withheld.add(id);
      }
    }
    viewers += found.value.proof.viewers;
    programs += found.value.proof.programs;
  }
  return success({ withheld, viewers, programs });
}

/** Blocks, those last of which cells fall beside what others withhold. */
function lastWhatFalls(
  { cells }: LinkedTables,
  blockOf: Layout['blockOf'],
  fallsBeside: Layout['fallsBeside'],
): readonly string[] {
  const blocks = new Map<string, boolean>();
  for (const { id } of cells) {
    const block = blockOf(id);
    if (block !== undefined) {
      blocks.set(block, blocks.get(block) === true || fallsBeside(id, () => true));
    }
  }
  return [...blocks].toSorted(([, a], [, b]) => Number(a) - Number(b)).map(([block]) => block);
}

/** As much of a block as can be shown, or nothing of it. */
function blockConcealed(
  solver: Solver,
  own: LinkedTables,
  earlier: readonly EarlierRelease[],
  isOwn: (id: string) => boolean,
  fallen: ReadonlySet<string>,
  withheldTotals: ReadonlySet<string>,
): Result<Concealed, CannotConceal> {
  const withFates = (hidden: (id: string) => boolean): LinkedTables => ({
    ...own,
    cells: own.cells.map((cell): Cell => {
      if (isOwn(cell.id)) {
        return { ...cell, fate: hidden(cell.id) ? 'withheld' : 'open' };
      }
      return withheldTotals.has(cell.id)
        ? { ...cell, fate: 'withheld', promise: 'none' }
        : { ...cell, fate: 'shown' };
    }),
  });
  const some = concealedBeside(
    solver,
    withFates((id) => fallen.has(id)),
    earlier,
  );
  return some.ok
    ? some
    : concealedBeside(
        solver,
        withFates(() => true),
        earlier,
      );
}

/** Beside what earlier releases showed of the same cells. */
export function concealedBeside(
  solver: Solver,
  tables: LinkedTables,
  earlier: readonly EarlierRelease[],
): Result<Concealed, CannotConceal> {
  const known = new Set(tables.cells.map(({ id }) => id));
  const own = earlier.map(({ name, numbers }) => ({
    name,
    numbers: new Map([...numbers].filter(([id]) => known.has(id))),
  }));
  const asGrown = concealedWith(solver, withEarlier(tables, own, RULES));
  return asGrown.ok || asGrown.refusal.kind !== 'contradiction'
    ? asGrown
    : concealedWith(solver, withEarlier(tables, own, RULES, true));
}

const concealedWith = (solver: Solver, linked: LinkedTables): Result<Concealed, CannotConceal> =>
  conceal(solver, linked, RULES, (withheld) => ownRecords(linked, withheld));

const within = ({ cells, sums }: LinkedTables, isIn: (id: string) => boolean): LinkedTables => ({
  cells: cells.filter(({ id }) => isIn(id)),
  sums: sums.filter(({ total, parts }) => [total, ...parts].every(isIn)),
});
