/**
 * Fisher's exact test for any number of groups and outcomes: with all totals held fixed, how often would chance give a
 * table no likelier than the one seen?
 *
 *     p = sum of P(table) over tables with P(table) <= P(seen),   P = product of totals! / (people! * product of cells!)
 *
 * Blind to the order of outcomes: on an ordered scale the rank test finds more. Every table is counted, up to five
 * million steps; beyond that chi-squared is accurate anyway.
 * Source: Freeman & Halton (1951); tables within one part in ten million count as equally likely, as in R's fisher.test.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { logGamma } from '../../numerics/distributions/log-gamma.ts';

const MOST_STEPS = 5e6;
const EQUALLY_LIKELY = 1e-7;

/** Rows of counts. Refused for one group or one outcome only, and where there are too many tables to count. */
export function freemanHalton(
  counts: readonly (readonly number[])[],
): Result<number, 'no-comparison' | 'too-many-tables'> {
  const rows = counts.map(sumOf).filter((total) => total > 0);
  const columns = (counts[0] ?? [])
    .map((_, column) => sumOf(counts.map((row) => at(row, column))))
    .filter((total) => total > 0)
    .toSorted((a, b) => b - a);
  if (rows.length < 2 || columns.length < 2) {
    return refuse('no-comparison', 'a comparison needs two groups and two outcomes');
  }
  const people = sumOf(rows);
  const logFactorial = Array.from({ length: people + 1 }, (_, n) => logGamma(n + 1));
  const log = (n: number): number => at(logFactorial, n);
  const constant = sumOf([...rows, ...columns].map(log)) - log(people);
  const seen = constant - sumOf(counts.flat().map(log));
  const limit = seen + Math.log1p(EQUALLY_LIKELY);
  let steps = 0;
  let sum = 0;
  const left = [...rows];
  // Deals column by column, row by row; the last column takes what is left of each row.
  const deal = (column: number, row: number, rest: number, logP: number): void => {
    steps += 1;
    if (steps > MOST_STEPS) {
      return;
    }
    if (column === columns.length - 1) {
      const final = logP - sumOf(left.map(log));
      sum += final <= limit ? Math.exp(final) : 0;
      return;
    }
    if (row === left.length - 1) {
      if (rest <= at(left, row)) {
        left[row] = at(left, row) - rest;
        deal(column + 1, 0, at(columns, column + 1), logP - log(rest));
        left[row] = at(left, row) + rest;
      }
      return;
    }
    const room = sumOf(left.slice(row + 1));
    const own = at(left, row);
    for (let cell = Math.max(0, rest - room); cell <= Math.min(own, rest); cell += 1) {
      left[row] = own - cell;
      deal(column, row + 1, rest - cell, logP - log(cell));
    }
    left[row] = own;
  };
  deal(0, 0, at(columns, 0), constant);
  return steps > MOST_STEPS
    ? refuse('too-many-tables', 'there are too many tables to count: use chi-squared')
    : success(Math.min(1, sum));
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
