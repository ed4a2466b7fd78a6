/**
 * Sums over a grid of latent values: the loops in which a latent-variable model spends its time, as a promise that two
 * forms keep (plain-loops.ts; two doubles at a time: kernels/grid-sums.ts, held to the plain form by a test).
 * A person's answers are a few bytes, each naming a row of a table of summed log-probabilities, so that
 *   log p(answers | grid point) = sum of one table row per byte,
 * and expected counts go back through the same bytes ("four Russians": Arlazarov, Dinic, Kronrod & Faradzhev 1970).
 *
 * All arrays live in one buffer and are named by byte offset. A row holds one double per grid point, `row` bytes
 * long, an even number of doubles; `low` and `high` cut rows to a window of bytes (multiples of 16), outside which
 * nothing is read or written. Log scale throughout; a share below exp(-40) of the peak counts as zero.
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
