/**
 * Do some groups wait longer than others? On each day with answers, each group's share of those answers is held against
 * its share of the people still waiting; the differences are added up over the days and measured against chance.
 * Strata (months, kinds) are compared within and added: a group is not blamed for a busy month.
 * Sources: Mantel (1966); Peto & Peto (1972); as computed by R's survival::survdiff (rho = 0).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { answerDays, type Wait } from './waiting.ts';

export interface LogRank {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Answers each group got, and would have got had all waited alike. Fewer than expected means slower. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** Groups by stratum: every stratum lists the same groups in the same order. */
export function logRank(
  strata: readonly (readonly (readonly Wait[])[])[],
): Result<LogRank, 'no-comparison'> {
  const groups = strata[0]?.length ?? 0;
  const observed = new Array<number>(groups).fill(0);
  const expected = new Array<number>(groups).fill(0);
  const variance = Array.from({ length: groups }, () => new Array<number>(groups).fill(0));
  for (const stratum of strata) {
    addStratum(stratum, observed, expected, variance);
  }
  const used = expected.flatMap((count, group) => (count > 0 ? [group] : []));
  const compared = used.slice(0, -1);
  const gaps = compared.map((group) => (observed[group] ?? 0) - (expected[group] ?? 0));
  const solved = solve(
    compared.map((row) => compared.map((column) => variance[row]?.[column] ?? 0)),
    gaps,
  );
  if (compared.length === 0 || solved === undefined) {
    return refuse(
      'no-comparison',
      'at no time did people of two groups wait together for an answer that came',
    );
  }
  const chiSquared = gaps.reduce((sum, gap, place) => sum + gap * (solved[place] ?? 0), 0);
  return success({
    chiSquared,
    degreesOfFreedom: compared.length,
    pValue: chiSquaredUpperTail(chiSquared, compared.length),
    observed,
    expected,
  });
}

function addStratum(
  stratum: readonly (readonly Wait[])[],
  observed: number[],
  expected: number[],
  variance: number[][],
): void {
  const sorted = stratum.map((waits) => waits.toSorted((a, b) => a.days - b.days));
  const gone = sorted.map(() => 0);
  for (const { day, waiting, answered } of answerDays(stratum.flat())) {
    const atRisk = sorted.map((waits, group) => {
      while ((waits[gone[group] ?? 0]?.days ?? Number.POSITIVE_INFINITY) < day) {
        gone[group] = (gone[group] ?? 0) + 1;
      }
      return waits.length - (gone[group] ?? 0);
    });
    sorted.forEach((waits, group) => {
      let place = gone[group] ?? 0;
      while (waits[place]?.days === day) {
        observed[group] = (observed[group] ?? 0) + (waits[place]?.answered === true ? 1 : 0);
        place += 1;
      }
    });
    const tie = waiting > 1 ? (answered * (waiting - answered)) / (waiting - 1) : 0;
    atRisk.forEach((mine, row) => {
      const share = mine / waiting;
      expected[row] = (expected[row] ?? 0) + answered * share;
      atRisk.forEach((other, column) => {
        const line = variance[row];
        if (line !== undefined) {
          line[column] =
            (line[column] ?? 0) + tie * share * ((row === column ? 1 : 0) - other / waiting);
        }
      });
    });
  }
}

/** Gaussian elimination with pivoting on a few equations; undefined where they have no single answer. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const pivot = column + below.indexOf(Math.max(...below));
    const top = rows[pivot];
    if (top === undefined || Math.abs(top[column] ?? 0) < 1e-12) {
      return undefined;
    }
    rows[pivot] = rows[column] ?? [];
    rows[column] = top;
    for (const [place, row] of rows.entries()) {
      if (place !== column) {
        const factor = (row[column] ?? 0) / (top[column] ?? 1);
        rows[place] = row.map((value, at) => value - factor * (top[at] ?? 0));
      }
    }
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1));
}
