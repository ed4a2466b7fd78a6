/**
 * Do two raters put cases in the same categories more often than chance would? Kappa is the agreement beyond chance as a
 * share of what was possible; weighted kappa forgives near misses on an ordered scale.
 *
 *     kappa = (agreed - by chance) / (1 - by chance),   weights 1 - |i-j|/(c-1) (equal) or 1 - (i-j)^2/(c-1)^2 (squared)
 *
 * Falls where nearly all cases belong to one category, however well raters agree: read it beside the share agreed.
 * Sources: Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969) for both errors; as computed by R's irr::kappa2.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';

export type KappaWeights = 'unweighted' | 'equal' | 'squared';

export interface Kappa {
  readonly value: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** Against no agreement beyond chance, with the error that holds there. */
  readonly z: number;
  readonly pValue: number;
  readonly agreed: number;
  readonly cases: number;
}

export type KappaFault = 'too-few' | 'one-category';

/**
 * Counts of cases by the first rater's category (rows) and the second's (columns), categories in order. Refused for no
 * cases, a table that is not square, and where both raters used one category only.
 */
export function kappa(
  counts: readonly (readonly number[])[],
  weights: KappaWeights = 'unweighted',
  confidence = 0.95,
): Result<Kappa, KappaFault> {
  const size = counts.length;
  const cases = counts.flat().reduce((sum, n) => sum + n, 0);
  if (!(cases > 0) || size < 2 || counts.some((row) => row.length !== size)) {
    return refuse('too-few', 'two raters must have put some case into two categories or more');
  }
  const p = counts.map((row) => row.map((n) => n / cases));
  const rows = p.map((row) => sumOf(row));
  const columns = p.map((_, j) => sumOf(p.map((row) => at(row, j))));
  const w = (i: number, j: number): number => weightOf(weights, i, j, size);
  const over = (f: (i: number, j: number) => number): number =>
    sumOf(rows.map((_, i) => sumOf(columns.map((__, j) => f(i, j)))));
  const share = (i: number, j: number): number => at(at(p, i), j);
  const expected = (i: number, j: number): number => at(rows, i) * at(columns, j);
  const agreed = over((i, j) => w(i, j) * share(i, j));
  const chance = over((i, j) => w(i, j) * expected(i, j));
  if (!(1 - chance > 1e-12)) {
    return refuse('one-category', 'both raters used one category only: chance explains everything');
  }
  const value = (agreed - chance) / (1 - chance);
  const rowWeight = rows.map((_, i) => sumOf(columns.map((q, j) => q * w(i, j))));
  const columnWeight = columns.map((_, j) => sumOf(rows.map((q, i) => q * w(i, j))));
  const lean = (i: number, j: number): number => at(rowWeight, i) + at(columnWeight, j);
  const root = (variance: number): number =>
    Math.sqrt(Math.max(0, variance) / cases) / (1 - chance);
  const error = root(
    over((i, j) => share(i, j) * (w(i, j) - lean(i, j) * (1 - value)) ** 2) -
      (value - chance * (1 - value)) ** 2,
  );
  const chanceError = root(
    over((i, j) => expected(i, j) * (w(i, j) - lean(i, j)) ** 2) - chance ** 2,
  );
  const reach = normalQuantile(1 - (1 - confidence) / 2) * error;
  const z = chanceError > 0 ? value / chanceError : 0;
  return success({
    value,
    error,
    low: Math.max(-1, value - reach),
    high: Math.min(1, value + reach),
    z,
    pValue: normalTwoSided(z),
    agreed,
    cases,
  });
}

/** The table of two raters' categories, each numbered from 0; a case that one of them did not rate is left out. */
export function pairTable(
  pairs: readonly (readonly [number | undefined, number | undefined])[],
  categories: number,
): number[][] {
  const counts = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const [one, other] of pairs) {
    const row = one === undefined ? undefined : counts[one];
    if (row !== undefined && other !== undefined) {
      row[other] = at(row, other) + 1;
    }
  }
  return counts;
}

function weightOf(weights: KappaWeights, i: number, j: number, size: number): number {
  const apart = Math.abs(i - j) / (size - 1);
  return weights === 'unweighted'
    ? Number(i === j)
    : 1 - (weights === 'equal' ? apart : apart ** 2);
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
