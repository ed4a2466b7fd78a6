/**
 * How the expectation step lays its people and its tables out in memory: tiles of people that share a window of nodes,
 * chunks of fixed size whose sums are added in order, and the places of tables, counts, codes and posteriors.
 */
import type { TablePlan } from './item-design.ts';
import type { Packing } from './packing.ts';

const TILE = 64;
const CHUNK = 16384;

/** People who stand side by side, all of one group, and the window of nodes (in bytes of a row) they look at. */
export interface Tile {
  readonly from: number;
  readonly to: number;
  readonly group: number;
  /** The window to look through next time. */
  low: number;
  high: number;
  /** Where some share was not zero this time: nothing outside it was written. */
  first: number;
  last: number;
}

/** Where a group's answers to one item stand in its bytes: code = ... + stride * state; one state means any answer. */
export interface Spot {
  readonly group: number;
  readonly block: number;
  readonly stride: number;
  readonly states: number;
}

/** Where everything stands in memory, in bytes. */
export interface Places {
  readonly tables: number;
  readonly counts: number;
  readonly logs: number;
  readonly priors: number;
  /** One chunk's totals of each table, sums of each slot, masses of each group; and the same over all chunks. */
  readonly part: number;
  readonly whole: number;
  readonly partBytes: number;
  /** Where sums and masses begin within a part. */
  readonly sums: number;
  readonly masses: number;
  readonly scores: number;
  readonly codes: number;
  readonly weights: number;
  readonly means: number;
  readonly peaks: number;
  readonly shares: number;
  readonly turned: number;
  readonly radix: readonly number[];
  readonly tableOf: readonly number[];
  readonly end: number;
}

/** The bytes of one row of doubles, an even number of them. */
export const rowBytes = (nodes: number): number => 16 * Math.ceil(nodes / 2);

/** How much memory an expectation step over these tables takes. */
export function bytesNeeded(
  plan: TablePlan,
  packing: Packing,
  groups: number,
  nodes: number,
): number {
  return layout(plan, packing, groups, rowBytes(nodes)).end;
}

/** People in tiles, tiles in chunks, no chunk with people of two groups. */
export function chunksOf({ groupStarts }: Packing, row: number): readonly (readonly Tile[])[] {
  const chunks: Tile[][] = [];
  for (let group = 0; group + 1 < groupStarts.length; group += 1) {
    const end = groupStarts[group + 1] ?? 0;
    for (let start = groupStarts[group] ?? 0; start < end; start += CHUNK) {
      const tiles: Tile[] = [];
      for (let from = start; from < Math.min(end, start + CHUNK); from += TILE) {
        const to = Math.min(from + TILE, start + CHUNK, end);
        tiles.push({ from, to, group, low: 0, high: row, first: 0, last: row });
      }
      chunks.push(tiles);
    }
  }
  return chunks;
}

/** Lays everything out, each part on a multiple of 64 bytes. */
export function layout(plan: TablePlan, packing: Packing, groups: number, row: number): Places {
  let end = 64;
  const take = (bytes: number): number => {
    const start = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return start;
  };
  const partBytes = (plan.tables.length + plan.slotRows + groups) * row;
  const largest = Math.max(...plan.tables.flatMap(({ slots }) => slots.map((slot) => slot.states)));
  return {
    tables: take(plan.tableRows * row),
    counts: take(plan.tableRows * row),
    logs: take(plan.slotRows * row),
    priors: take(groups * row),
    part: take(partBytes),
    whole: take(partBytes),
    partBytes,
    sums: plan.tables.length * row,
    masses: (plan.tables.length + plan.slotRows) * row,
    scores: take(largest * row),
    codes: take(packing.codes.length),
    weights: take(packing.patterns * 8),
    means: take(packing.patterns * 8),
    peaks: take(TILE * 16),
    shares: take(Math.min(packing.patterns, CHUNK) * row),
    turned: take(TILE * row),
    radix: packing.blocks.map((block) => take(4 * block.items.length)),
    tableOf: Array.from({ length: groups }, () => take(4 * packing.blocks.length)),
    end,
  };
}
