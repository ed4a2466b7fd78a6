/**
 * Which parameters a calibration looks for and which curves they make. A cell is one item as one or more groups answer
 * it; cells name their parameters by number, so that groups (or, in the one-parameter model, all items) may share some.
 * A table is one byte of items as one set of groups answers it.
 */
import type { GroupMoments } from './ability-grid.ts';
import { type Curve, sizeOf } from './item-curve.ts';
import type { Block } from './packing.ts';

export interface Cell {
  /** Place of the item in the matrix. */
  readonly item: number;
  readonly curve: Curve;
  readonly groups: readonly number[];
  /** The number of each parameter, or -1 where the value is given. */
  readonly places: Int32Array;
  /** The given values; the others start here. */
  readonly values: Float64Array;
}

export interface GroupDesign {
  readonly moments: GroupMoments;
  readonly meanFree: boolean;
  readonly varianceFree: boolean;
}

export interface Design {
  readonly cells: readonly Cell[];
  readonly groups: readonly GroupDesign[];
  /** Free parameters of items. */
  readonly size: number;
  /** The slope that every item shares, or -1. */
  readonly commonSlope: number;
  readonly guessingPrior: GuessingPrior;
}

/** A normal prior on the logit of the chance of guessing. */
export interface GuessingPrior {
  readonly mean: number;
  readonly sd: number;
}

/** One item in one table: its rows begin at `firstRow`. */
export interface Slot {
  readonly cell: number;
  readonly states: number;
  readonly firstRow: number;
}

export interface Table {
  readonly block: number;
  readonly slots: readonly Slot[];
  readonly firstRow: number;
  readonly rows: number;
}

export interface TablePlan {
  readonly tables: readonly Table[];
  /** tableOf[group][block] */
  readonly tableOf: readonly (readonly number[])[];
  readonly tableRows: number;
  readonly slotRows: number;
}

/** The tables a design needs over these blocks: one for all groups where they share every item of the byte. */
export function tablesFor(design: Design, blocks: readonly Block[]): TablePlan {
  const cellOf = (group: number, item: number): number =>
    design.cells.findIndex((cell) => cell.item === item && cell.groups.includes(group));
  const known = new Map<string, number>();
  const tables: Table[] = [];
  let tableRows = 0;
  let slotRows = 0;
  const tableOf = design.groups.map((_, group) =>
    blocks.map((block, b) => {
      const cells = block.items.map((item) => cellOf(group, item));
      const key = `${b}:${cells.join(',')}`;
      const found = known.get(key);
      if (found !== undefined) {
        return found;
      }
      const slots = cells.map((cell, i) => {
        const states = block.states[i] ?? 2;
        const slot = { cell, states, firstRow: slotRows };
        slotRows += states;
        return slot;
      });
      tables.push({ block: b, slots, firstRow: tableRows, rows: block.rows });
      tableRows += block.rows;
      known.set(key, tables.length - 1);
      return tables.length - 1;
    }),
  );
  return { tables, tableOf, tableRows, slotRows };
}

/** The cell's parameters, free ones taken from `point`. */
export function valuesOf(cell: Cell, point: Float64Array, into: Float64Array): Float64Array {
  for (let i = 0; i < sizeOf(cell.curve); i += 1) {
    const place = cell.places[i] ?? -1;
    into[i] = place >= 0 ? (point[place] ?? 0) : (cell.values[i] ?? 0);
  }
  return into;
}
