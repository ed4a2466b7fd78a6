/**
 * The equations of cases and raters that differ at random: Z'Z, where Z says which case and which rater each score belongs
 * to, kept as a diagonal (how many scores each has) and the few pairs that meet. Scaled by theta they become
 * theta Z'Z theta + 1, which is always positive definite. Source: Henderson (1975); Bates et al. (2015), section 3.
 */
import { at } from '../../kernel/result/at.ts';
import type { SparsePattern } from '../../numerics/linear/sparse-cholesky.ts';

export interface RandomFactor {
  /** The level of each score, from 0. */
  readonly level: Int32Array;
  readonly levels: number;
}

export interface RandomEquations {
  readonly pattern: SparsePattern;
  readonly scaled: (theta: readonly number[]) => {
    readonly diagonal: Float64Array;
    readonly entries: Float64Array;
  };
  /** Z' column: the sum over each level's scores. */
  readonly sums: (column: Float64Array) => Float64Array;
  readonly weighted: (sums: Float64Array, theta: readonly number[]) => Float64Array;
}

export function randomEquations(random: readonly RandomFactor[], scores: number): RandomEquations {
  const starts = random.map((_, factor) =>
    random.slice(0, factor).reduce((sum, { levels }) => sum + levels, 0),
  );
  const size = random.reduce((sum, { levels }) => sum + levels, 0);
  const factorOf = Int32Array.from({ length: size }, (_, row) =>
    starts.findLastIndex((start) => start <= row),
  );
  const counts = new Float64Array(size);
  const meetings = new Map<number, number>();
  for (let score = 0; score < scores; score += 1) {
    random.forEach(({ level }, one) => {
      const row = at(starts, one) + at(level, score);
      counts[row] = at(counts, row) + 1;
      for (let other = 0; other < one; other += 1) {
        const column = at(starts, other) + at(at(random, other).level, score);
        const key = row * size + column;
        meetings.set(key, (meetings.get(key) ?? 0) + 1);
      }
    });
  }
  const keys = [...meetings.keys()];
  const rows = Int32Array.from(keys, (key) => Math.floor(key / size));
  const columns = Int32Array.from(keys, (key) => key % size);
  const met = Float64Array.from(meetings.values());
  const thetaOf = (theta: readonly number[], row: number): number => at(theta, at(factorOf, row));
  return {
    pattern: { size, rows, columns },
    scaled: (theta) => ({
      diagonal: counts.map((count, row) => 1 + count * thetaOf(theta, row) ** 2),
      entries: met.map(
        (count, entry) =>
          count * thetaOf(theta, at(rows, entry)) * thetaOf(theta, at(columns, entry)),
      ),
    }),
    sums: (column) => {
      const sums = new Float64Array(size);
      random.forEach(({ level }, factor) => {
        const start = at(starts, factor);
        column.forEach((value, score) => {
          const row = start + at(level, score);
          sums[row] = at(sums, row) + value;
        });
      });
      return sums;
    },
    weighted: (sums, theta) => sums.map((sum, row) => sum * thetaOf(theta, row)),
  };
}
