/**
 * Sums over a grid of latent values, in plain TypeScript: the loops in which a latent-variable model spends its time.
 * A person's answers are a few bytes, each naming a row of a table of summed log-probabilities, so that
 *   log p(answers | grid point) = sum of one table row per byte,
 * and expected counts go back through the same bytes ("four Russians": Arlazarov, Dinic, Kronrod & Faradzhev 1970).
 *
 * All arrays live in one buffer and are named by byte offset. A row holds one double per grid point, `row` bytes
 * long, an even number of doubles; `low` and `high` cut rows to a window of bytes (multiples of 16), outside which
 * nothing is read or written. Log scale throughout; a share below exp(-40) of the peak counts as zero.
 *
 * The same loops two doubles at a time: kernels/grid-sums.ts, held to these by a test.
 */
export interface GridLoops {
  /** Fills a table: row of code = sum over items of the item's row for the state the code gives it. */
  build(table: number, logs: number, radix: number, items: number, row: number): void;
  /**
   * The posterior of each person of a tile, times the person's weight, into `out`; the peak of the log and the total
   * into `peaks`, so that the log-likelihood is peak + log total. Answers the bytes between which some share is not
   * zero: first * 65536 + last.
   */
  posterior(
    from: number,
    to: number,
    low: number,
    high: number,
    prior: number,
    codes: number,
    people: number,
    tables: number,
    blocks: number,
    row: number,
    weights: number,
    out: number,
    peaks: number,
  ): number;
  /** Adds each person's shares to the count rows that the person's bytes name. */
  gather(
    from: number,
    to: number,
    low: number,
    high: number,
    codes: number,
    people: number,
    tables: number,
    shift: number,
    blocks: number,
    row: number,
    shares: number,
  ): void;
  /** Adds the shares of the tile up into one row. */
  column(
    from: number,
    to: number,
    low: number,
    high: number,
    row: number,
    shares: number,
    into: number,
  ): void;
  /** Adds the counts of a table to the rows of its items' states above zero; leaves the total in the first count row. */
  fold(counts: number, rows: number, radix: number, items: number, row: number): void;
  /** Shares times (score - its posterior mean), where the score's row is chosen by the person's state on one item. */
  slope(
    from: number,
    to: number,
    low: number,
    high: number,
    codes: number,
    stride: number,
    states: number,
    scores: number,
    row: number,
    weights: number,
    shares: number,
    out: number,
    means: number,
  ): void;
}

const NEGLIGIBLE = -40;

/** The loops over this buffer, in plain TypeScript. */
export function plainLoops(buffer: ArrayBuffer): GridLoops {
  const doubles = new Float64Array(buffer);
  const words = new Uint32Array(buffer);
  const bytes = new Uint8Array(buffer);
  const add = (to: number, from: number, low: number, high: number): void => {
    for (let o = low >> 3; o < high >> 3; o += 1) {
      doubles[(to >> 3) + o] = (doubles[(to >> 3) + o] ?? 0) + (doubles[(from >> 3) + o] ?? 0);
    }
  };
  const state = (at: number): number => words[at >> 2] ?? 0;
  return {
    build(table, logs, radix, items, row) {
      doubles.fill(0, table >> 3, (table + row) >> 3);
      for (let item = 0, at = logs; item < items; at += row * state(radix + 4 * item), item += 1) {
        add(table, at, 0, row);
      }
      for (let item = 0, count = 1, zero = logs; item < items; item += 1) {
        const states = state(radix + 4 * item);
        for (let code = count; code < count * states; code += 1) {
          const from = (table + (code % count) * row) >> 3;
          const to = (table + code * row) >> 3;
          const other = (zero + Math.floor(code / count) * row) >> 3;
          for (let q = 0; q < row >> 3; q += 1) {
            doubles[to + q] =
              (doubles[from + q] ?? 0) +
              ((doubles[other + q] ?? 0) - (doubles[(zero >> 3) + q] ?? 0));
          }
        }
        zero += states * row;
        count *= states;
      }
    },
    posterior(from, to, low, high, prior, codes, people, tables, blocks, row, weights, out, peaks) {
      let first = high;
      let last = low;
      for (let person = from; person < to; person += 1) {
        const place = out + (person - from) * row;
        doubles.copyWithin((place + low) >> 3, (prior + low) >> 3, (prior + high) >> 3);
        for (let block = 0; block < blocks; block += 1) {
          const code = bytes[codes + block * people + person] ?? 0;
          add(place, state(tables + 4 * block) + code * row, low, high);
        }
        const shares = doubles.subarray((place + low) >> 3, (place + high) >> 3);
        let peak = Number.NEGATIVE_INFINITY;
        for (const value of shares) {
          peak = Math.max(peak, value);
        }
        let total = 0;
        for (let q = 0; q < shares.length; q += 1) {
          const below = (shares[q] ?? 0) - peak;
          const share = below < NEGLIGIBLE ? 0 : Math.exp(below);
          shares[q] = share;
          total += share;
          if (share > 0) {
            first = Math.min(first, low + 16 * (q >> 1));
            last = Math.max(last, low + 16 * (q >> 1) + 16);
          }
        }
        doubles[(peaks >> 3) + 2 * (person - from)] = peak;
        doubles[(peaks >> 3) + 2 * (person - from) + 1] = total;
        const scale = (doubles[(weights >> 3) + person] ?? 0) / total;
        for (let q = 0; q < shares.length; q += 1) {
          shares[q] = (shares[q] ?? 0) * scale;
        }
      }
      return first * 65536 + last;
    },
    gather(from, to, low, high, codes, people, tables, shift, blocks, row, shares) {
      for (let block = 0; block < blocks; block += 1) {
        const counts = shift + state(tables + 4 * block);
        for (let person = from; person < to; person += 1) {
          const code = bytes[codes + block * people + person] ?? 0;
          add(counts + code * row, shares + (person - from) * row, low, high);
        }
      }
    },
    column(from, to, low, high, row, shares, into) {
      for (let person = from; person < to; person += 1) {
        add(into, shares + (person - from) * row, low, high);
      }
    },
    fold(counts, rows, radix, items, row) {
      let at = rows;
      let count = 1;
      for (let item = 0; item < items; item += 1) {
        at += state(radix + 4 * item) * row;
        count *= state(radix + 4 * item);
      }
      for (let item = items - 1; item >= 0; item -= 1) {
        const states = state(radix + 4 * item);
        at -= states * row;
        count /= states;
        for (let code = count; code < count * states; code += 1) {
          add(at + Math.floor(code / count) * row, counts + code * row, 0, row);
          add(counts + (code % count) * row, counts + code * row, 0, row);
        }
      }
    },
    slope(from, to, low, high, codes, stride, states, scores, row, weights, shares, out, means) {
      for (let person = from; person < to; person += 1) {
        const code = states > 1 ? Math.floor((bytes[codes + person] ?? 0) / stride) % states : 0;
        const score = (scores + code * row) >> 3;
        const share = (shares + (person - from) * row) >> 3;
        const into = (out + (person - from) * row) >> 3;
        let mean = 0;
        for (let q = low >> 3; q < high >> 3; q += 1) {
          mean += (doubles[share + q] ?? 0) * (doubles[score + q] ?? 0);
        }
        mean /= doubles[(weights >> 3) + person] ?? 1;
        doubles[(means >> 3) + person] = mean;
        for (let q = low >> 3; q < high >> 3; q += 1) {
          doubles[into + q] = (doubles[share + q] ?? 0) * ((doubles[score + q] ?? 0) - mean);
        }
      }
    },
  };
}
