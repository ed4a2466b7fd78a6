/**
 * The expectation step of marginal maximum likelihood: for each item, how many people at each ability would have
 * answered in each category, given all their answers; and the log-likelihood
 *   sum over people of log sum over nodes of w(q) prod P(answer | theta(q)).
 *
 * Source: Bock & Aitkin (1981). Log scale throughout. People stand in tiles that look at a window of nodes; a window
 * whose edge is not negligible (exp(-40) of the peak) is opened and the tile done again, so that nothing is lost.
 * Sums are formed per chunk of fixed size and added in order: the same however chunks are shared out.
 */
import type { GridMemory } from '../../numerics/fitting/grid-memory.ts';
import { type GroupMoments, logWeights } from './ability-grid.ts';
import { chunksOf, layout, type Places, rowBytes, type Spot, type Tile } from './grid-layout.ts';
import type { Design, Table, TablePlan } from './item-design.ts';
import type { Packing } from './packing.ts';

/** A weight of zero on the log scale. */
const NO_WEIGHT = -1e300;
/** Bytes of two pairs of nodes on either side, so that a posterior may move a little between cycles. */
const SPARE = 32;

/** Nodes by their places, the second left out. */
export interface NodeWindow {
  readonly from: number;
  readonly to: number;
}

export class Expectation {
  readonly plan: TablePlan;
  readonly nodes: Float64Array;
  readonly row: number;
  readonly chunks: readonly (readonly Tile[])[];
  private readonly packing: Packing;
  private readonly places: Places;
  private readonly memory: GridMemory;
  private readonly doubles: Float64Array;

  /** Lays the tables of `plan` out in `memory`, which has at least `bytesNeeded` bytes and is used by nobody else. */
  constructor(
    design: Design,
    packing: Packing,
    nodes: Float64Array,
    plan: TablePlan,
    memory: GridMemory,
  ) {
    this.packing = packing;
    this.nodes = nodes;
    this.plan = plan;
    this.row = rowBytes(nodes.length);
    this.chunks = chunksOf(packing, this.row);
    this.places = layout(this.plan, packing, design.groups.length, this.row);
    this.memory = memory;
    this.doubles = new Float64Array(memory.buffer);
    this.fillFixedParts();
  }

  private fillFixedParts(): void {
    const { places, packing, plan } = this;
    this.doubles.fill(0, places.logs >> 3, places.priors >> 3);
    new Uint8Array(this.memory.buffer).set(packing.codes, places.codes);
    this.doubles.set(packing.weights, places.weights >> 3);
    const words = new Uint32Array(this.memory.buffer);
    packing.blocks.forEach((block, b) => {
      words.set(block.states, (places.radix[b] ?? 0) >> 2);
    });
    plan.tableOf.forEach((tables, group) => {
      const starts = tables.map(
        (table) => places.tables + (plan.tables[table]?.firstRow ?? 0) * this.row,
      );
      words.set(starts, (places.tableOf[group] ?? 0) >> 2);
    });
  }

  /** The row of expected counts (people by node) of one state of a slot, after `run`. */
  sums(slotRow: number): Float64Array {
    return this.view(this.places.whole + this.places.sums, slotRow);
  }

  /** The people of a group by node, after `run`. */
  masses(group: number): Float64Array {
    return this.view(this.places.whole + this.places.masses, group);
  }

  private view(start: number, row: number): Float64Array {
    const from = (start + row * this.row) >> 3;
    return this.doubles.subarray(from, from + this.nodes.length);
  }

  /** Takes over the log-probabilities of one state of a slot; the row of a missing answer stays zero. */
  setLogs(slotRow: number, logs: Float64Array): void {
    this.doubles.set(logs, (this.places.logs + slotRow * this.row) >> 3);
  }

  /** Log-likelihood at the log-probabilities given by `setLogs`; fills sums and masses. `wide` opens every window. */
  run(moments: readonly GroupMoments[], wide: boolean): number {
    this.prepare(moments);
    if (wide) {
      this.openWindows();
    }
    let logLik = 0;
    for (const chunk of this.chunks.keys()) {
      const part = this.partOf(chunk);
      logLik += part.logLik;
      this.addPart(part.sums);
    }
    this.completeSums();
    return logLik;
  }

  /**
   * One chunk's share of the log-likelihood and of all sums, after `prepare`; valid until the next chunk. Parts added in
   * the order of chunks give the same numbers to the last bit, whoever worked them out.
   */
  partOf(chunk: number): { readonly logLik: number; readonly sums: Float64Array } {
    const { places } = this;
    let logLik = 0;
    this.clearPart(0);
    for (const tile of this.chunks[chunk] ?? []) {
      logLik += this.share(tile, places.shares);
      this.gather(tile, places.shares, 0);
    }
    this.foldCounts(0);
    return { logLik, sums: this.doublesAt(places.part, places.partBytes) };
  }

  /** Adds one chunk's sums to those of all. */
  addPart(sums: Float64Array): void {
    const whole = this.doublesAt(this.places.whole, this.places.partBytes);
    for (let i = 0; i < whole.length; i += 1) {
      whole[i] = (whole[i] ?? 0) + (sums[i] ?? 0);
    }
  }

  private doublesAt(place: number, bytes: number): Float64Array {
    return this.doubles.subarray(place >> 3, (place + bytes) >> 3);
  }

  /** Keeps the posteriors of a chunk, for `turn`; the tables must stand as `run` left them. */
  keepShares(chunk: number): void {
    const tiles = this.chunks[chunk] ?? [];
    const start = tiles[0]?.from ?? 0;
    for (const tile of tiles) {
      this.share(tile, this.places.shares + (tile.from - start) * this.row);
    }
  }

  /** A pattern's posterior times its weight, by node, after `keepShares` of its chunk; zero outside its tile's nodes. */
  shareOf(chunk: number, pattern: number): Float64Array {
    return this.view(this.places.shares, pattern - (this.chunks[chunk]?.[0]?.from ?? 0));
  }

  /**
   * The derivative of a chunk's expected counts and masses along one parameter, given the slope of each category's
   * log-probability by node and where the answers stand; fills sums and masses in place of those of `run`. `means`
   * takes each pattern's mean slope; blocks before `firstBlock` are left at zero. Answers the nodes between which
   * something may not be zero.
   */
  turn(
    chunk: number,
    spots: readonly Spot[],
    slopes: readonly Float64Array[],
    means: Float64Array | undefined,
    firstBlock: number,
  ): NodeWindow {
    const { places, row } = this;
    const tiles = this.chunks[chunk] ?? [];
    const start = tiles[0]?.from ?? 0;
    this.clearWhole();
    this.clearPart(firstBlock);
    this.doubles.fill(0, places.scores >> 3, places.codes >> 3);
    slopes.forEach((slope, k) => {
      this.doubles.set(slope, (places.scores + k * row) >> 3);
    });
    for (const tile of tiles) {
      const spot = spots.find(({ group }) => group === tile.group);
      if (spot === undefined) {
        continue;
      }
      this.memory.loops.slope(
        tile.from,
        tile.to,
        tile.first,
        tile.last,
        places.codes + spot.block * this.packing.patterns,
        spot.stride,
        spot.states,
        places.scores,
        row,
        places.weights,
        places.shares + (tile.from - start) * row,
        places.turned,
        places.means,
      );
      this.gather(tile, places.turned, firstBlock);
      for (let p = tile.from; means !== undefined && p < tile.to; p += 1) {
        means[p] = (means[p] ?? 0) + (this.doubles[(places.means >> 3) + p] ?? 0);
      }
    }
    this.foldCounts(firstBlock);
    this.addPart(this.doublesAt(places.part, places.partBytes));
    this.completeSums();
    return {
      from: tiles.reduce((least, { first }) => Math.min(least, first), row) >> 3,
      to: Math.min(
        this.nodes.length,
        tiles.reduce((most, { last }) => Math.max(most, last), 0) >> 3,
      ),
    };
  }

  private openWindows(): void {
    for (const tile of this.chunks.flat()) {
      tile.low = 0;
      tile.high = this.row;
    }
  }

  /** Opens the windows that another step with half as many points of ability has looked through. */
  lookWhere(coarse: Expectation): void {
    this.chunks.forEach((tiles, chunk) => {
      tiles.forEach((tile, t) => {
        const known = coarse.chunks[chunk]?.[t];
        tile.low = Math.min(this.row - 16, 2 * (known?.low ?? 0));
        tile.high = Math.min(this.row, 2 * (known?.high ?? this.row));
      });
    });
  }

  /** Builds the tables and the groups' weights, and clears the sums. */
  prepare(moments: readonly GroupMoments[]): void {
    const { places, plan, row } = this;
    moments.forEach((group, g) => {
      const at = (places.priors + g * row) >> 3;
      this.doubles.fill(NO_WEIGHT, at, at + (row >> 3));
      this.doubles.set(logWeights(this.nodes, group), at);
    });
    for (const table of plan.tables) {
      this.memory.loops.build(
        places.tables + table.firstRow * row,
        places.logs + this.firstSlotRow(table) * row,
        places.radix[table.block] ?? 0,
        table.slots.length,
        row,
      );
    }
    this.clearWhole();
  }

  private clearWhole(): void {
    this.doublesAt(this.places.whole, this.places.partBytes).fill(0);
  }

  private clearPart(firstBlock: number): void {
    const { places, plan, row } = this;
    this.doublesAt(places.part, places.partBytes).fill(0);
    for (const { block, firstRow, rows } of plan.tables) {
      if (block >= firstBlock) {
        this.doublesAt(places.counts + firstRow * row, rows * row).fill(0);
      }
    }
  }

  /** The weighted posterior of a tile into `into`; answers its log-likelihood and narrows the tile's window. */
  private share(tile: Tile, into: number): number {
    const { places, row } = this;
    const run = (): number =>
      this.memory.loops.posterior(
        tile.from,
        tile.to,
        tile.low,
        tile.high,
        places.priors + tile.group * row,
        places.codes,
        this.packing.patterns,
        places.tableOf[tile.group] ?? 0,
        this.packing.blocks.length,
        row,
        places.weights,
        into,
        places.peaks,
      );
    let seen = run();
    const cut = (edges: number): boolean =>
      (tile.low > 0 && edges >>> 16 === tile.low) ||
      (tile.high < row && (edges & 65535) === tile.high);
    if (cut(seen)) {
      tile.low = 0;
      tile.high = row;
      seen = run();
    }
    tile.first = seen >>> 16;
    tile.last = seen & 65535;
    tile.low = Math.max(0, tile.first - SPARE);
    tile.high = Math.min(row, tile.last + SPARE);
    return this.logLikOf(tile);
  }

  private logLikOf(tile: Tile): number {
    const peaks = this.places.peaks >> 3;
    const weights = (this.places.weights >> 3) + tile.from;
    let sum = 0;
    for (let p = 0; p < tile.to - tile.from; p += 1) {
      const peak = this.doubles[peaks + 2 * p] ?? 0;
      const total = this.doubles[peaks + 2 * p + 1] ?? 1;
      sum += (this.doubles[weights + p] ?? 0) * (peak + Math.log(total));
    }
    return sum;
  }

  /** Adds a tile's shares to the counts of its group's tables and to the group's masses. */
  private gather(tile: Tile, shares: number, firstBlock: number): void {
    const { places, row, packing } = this;
    const { first: low, last: high } = tile;
    this.memory.loops.gather(
      tile.from,
      tile.to,
      low,
      high,
      places.codes + firstBlock * packing.patterns,
      packing.patterns,
      (places.tableOf[tile.group] ?? 0) + 4 * firstBlock,
      places.counts - places.tables,
      packing.blocks.length - firstBlock,
      row,
      shares,
    );
    this.memory.loops.column(
      tile.from,
      tile.to,
      low,
      high,
      row,
      shares,
      places.part + places.masses + tile.group * row,
    );
  }

  private foldCounts(firstBlock: number): void {
    const { places, row, plan } = this;
    plan.tables.forEach((table, t) => {
      if (table.block < firstBlock) {
        return;
      }
      const counts = places.counts + table.firstRow * row;
      this.memory.loops.fold(
        counts,
        places.part + places.sums + this.firstSlotRow(table) * row,
        places.radix[table.block] ?? 0,
        table.slots.length,
        row,
      );
      this.memory.loops.column(0, 1, 0, row, row, counts, places.part + t * row);
    });
  }

  /** State 0 of every slot: all people of the table less those in the other states. */
  completeSums(): void {
    this.plan.tables.forEach((table, t) => {
      const totals = this.view(this.places.whole, t);
      for (const slot of table.slots) {
        const zero = this.sums(slot.firstRow);
        zero.set(totals);
        for (let s = 1; s < slot.states; s += 1) {
          const other = this.sums(slot.firstRow + s);
          for (let q = 0; q < zero.length; q += 1) {
            zero[q] = (zero[q] ?? 0) - (other[q] ?? 0);
          }
        }
      }
    });
  }

  private firstSlotRow(table: Table): number {
    return table.slots[0]?.firstRow ?? 0;
  }
}
