/**
 * Ranks, lowest value first; equal values share the mean of their ranks, so that no order among them is made up.
 * Source: Kendall (1945).
 */
import { at } from '../../kernel/result/at.ts';

export interface MidRanks {
  readonly ranks: readonly number[];
  /** Sum of t^3 - t over sets of t equal values. */
  readonly ties: number;
}

export function midRanks(values: readonly number[]): MidRanks {
  const order = [...values.keys()].toSorted((a, b) => at(values, a) - at(values, b));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && at(values, at(order, to)) === at(values, at(order, from))) {
      to += 1;
    }
    for (const place of order.slice(from, to)) {
      ranks[place] = (from + 1 + to) / 2;
    }
    const tied = to - from;
    ties += tied ** 3 - tied;
    from = to;
  }
  return { ranks, ties };
}
