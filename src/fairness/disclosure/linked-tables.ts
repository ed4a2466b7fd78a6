/**
 * Tables that add up, as cells and sums: total = sum of its parts. A two-way table, a hierarchy, several tables that
 * share totals, and tables of one month and the next are all the same thing here, a list of cells and a list of sums.
 *
 * Assumes counts of people: whole numbers from zero up.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Cell {
  readonly id: string;
  /** Undefined where an earlier release withheld it: nobody needs to remember it. */
  readonly value: number | undefined;
  /** Whether it is already public, is withheld come what may, or is for the gate to decide. */
  readonly fate: 'open' | 'shown' | 'withheld';
  /**
   * What is promised about it where it is withheld: `small`, that it may be 0 and may be eleven; `small-grown`, that it
   * may be eleven, where earlier releases tell that it is not 0 any more; `wide`, only that five values are possible.
   */
  readonly promise: 'small' | 'small-grown' | 'wide' | 'none';
  /** What withholding it costs, such as how many people it would have told about. */
  readonly weight: number;
  /** Cells of one unit are shown or withheld together. */
  readonly unit: string | undefined;
  /** The least it can be: 0, or less for a change between two months of which people took their answers back. */
  readonly least: number;
  /** True where people leave this number by and by, such as those who have not sat yet. */
  readonly mayShrink?: boolean;
}

export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface LinkedTables {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

export interface Rules {
  /** Counts below this are small: they are withheld, and may be 0 or this many for all anybody can tell. */
  readonly smallest: number;
  /** How many values every withheld number must be able to have. */
  readonly values: number;
}

/** Section 5 of the design: counts below 11 are withheld, and nothing withheld has fewer than five possible values. */
export const RULES: Rules = { smallest: 11, values: 5 };

/** A cell for the gate to decide, small where its count is. */
export const countCell = (
  id: string,
  value: number,
  { smallest }: Rules,
  more: Partial<Pick<Cell, 'unit' | 'weight' | 'fate'>> = {},
): Cell => ({
  id,
  value,
  fate: more.fate ?? 'open',
  promise: value < smallest ? 'small' : 'wide',
  weight: more.weight ?? Math.max(1, value),
  unit: more.unit,
  least: 0,
});

export const cellsById = ({ cells }: LinkedTables): ReadonlyMap<string, Cell> =>
  new Map(cells.map((cell) => [cell.id, cell]));

/** A value no count comes near: a bound that is no bound, so that a solver always ends at a table. */
export const ceilingOf = ({ cells }: LinkedTables): number =>
  1000 + 2 * cells.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);

/** Refuses tables that are none: a count that is not one, a cell named twice or nowhere, a sum that does not add up. */
export function checkedTables(
  tables: LinkedTables,
): Result<LinkedTables, 'not-a-count' | 'unknown-cell' | 'does-not-add-up'> {
  const byId = cellsById(tables);
  if (byId.size < tables.cells.length) {
    return refuse('unknown-cell', 'two cells have the same name');
  }
  const bad = tables.cells.find(({ value }) => value !== undefined && !Number.isSafeInteger(value));
  if (bad !== undefined) {
    return refuse('not-a-count', `"${bad.id}" holds ${bad.value}, which is not a count of people`);
  }
  for (const { total, parts } of tables.sums) {
    const missing = [total, ...parts].find((id) => !byId.has(id));
    if (missing !== undefined) {
      return refuse('unknown-cell', `no cell is named "${missing}"`);
    }
    const values = [total, ...parts].map((id) => byId.get(id)?.value);
    const [whole = 0, ...counts] = values.map((value) => value ?? 0);
    const sum = counts.reduce((all, count) => all + count, 0);
    if (values.every((value) => value !== undefined) && sum !== whole) {
      return refuse(
        'does-not-add-up',
        `"${total}" says ${whole}, but its parts (${named(parts)}) add up to ${sum}`,
      );
    }
  }
  return success(tables);
}

const MOST_NAMED = 4;
const named = (parts: readonly string[]): string =>
  parts.length <= MOST_NAMED
    ? parts.join(', ')
    : `${parts.slice(0, 2).join(', ')} to ${at(parts, parts.length - 1)}`;
