/**
 * Mantel-Haenszel for several groups at once, or for answers of several kinds: at equal score, do the answers fall to the
 * groups as chance would have it?
 *
 *     chi-squared = (sum of observed - expected)' (sum of covariances)^-1 (sum of observed - expected)
 *
 * over all groups but one and all kinds of answer but one; both margins of every score level are taken as given.
 * Sources: Mantel & Haenszel (1959), Somes (1986); Penfield (2001) for bias. With two groups and two kinds of answer it is the
 * uncorrected Mantel-Haenszel statistic; with one level, (N - 1) / N times Pearson's chi-squared.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { quadraticForm } from '../../numerics/linear/quadratic-form.ts';
import type { Tested } from './breslow-day.ts';
import type { GroupLevel } from './several-groups-levels.ts';

export interface GeneralizedMantelHaenszel extends Tested {
  readonly strataUsed: number;
  /** People of each group at the scores used. */
  readonly people: readonly number[];
}

/** Refused where some group or kind of answer is never compared with another. */
export function generalizedMantelHaenszel(
  levels: readonly GroupLevel[],
): Result<GeneralizedMantelHaenszel, 'no-comparison'> {
  const used = levels.filter(({ counts }) => rowSums(counts).filter((n) => n > 0).length > 1);
  const [first] = used;
  if (first === undefined) {
    return NO_COMPARISON;
  }
  const groups = first.counts.length - 1;
  const kinds = at(first.counts, 0).length - 1;
  const excess = new Float64Array(groups * kinds);
  const covariance = new Float64Array((groups * kinds) ** 2);
  for (const { counts } of used) {
    addLevel(counts, excess, covariance);
  }
  const form = quadraticForm(covariance, excess);
  if (!form.ok) {
    return NO_COMPARISON;
  }
  return success({
    statistic: form.value,
    degreesOfFreedom: groups * kinds,
    pValue: chiSquaredUpperTail(form.value, groups * kinds),
    strataUsed: used.length,
    people: first.counts.map((_, group) =>
      used.reduce((sum, { counts }) => sum + at(rowSums(counts), group), 0),
    ),
  });
}

const NO_COMPARISON = refuse(
  'no-comparison',
  'a group or a kind of answer is never found beside another at the same score',
);

function addLevel(
  counts: readonly (readonly number[])[],
  excess: Float64Array,
  covariance: Float64Array,
): void {
  const rows = rowSums(counts);
  const columns = at(counts, 0).map((_, kind) =>
    counts.reduce((sum, row) => sum + at(row, kind), 0),
  );
  const all = rows.reduce((sum, n) => sum + n, 0);
  const [groups, kinds] = [rows.length - 1, columns.length - 1];
  const spread = (margin: readonly number[], one: number, other: number): number =>
    (one === other ? all * at(margin, one) : 0) - at(margin, one) * at(margin, other);
  for (let g = 0; g < groups; g += 1) {
    for (let k = 0; k < kinds; k += 1) {
      const place = g * kinds + k;
      const expected = (at(rows, g) * at(columns, k)) / all;
      excess[place] = (excess[place] ?? 0) + at(at(counts, g), k) - expected;
      for (let h = 0; h < groups; h += 1) {
        for (let l = 0; l < kinds; l += 1) {
          const cell = place * groups * kinds + h * kinds + l;
          const shared = spread(rows, g, h) * spread(columns, k, l);
          covariance[cell] = (covariance[cell] ?? 0) + shared / (all ** 2 * (all - 1));
        }
      }
    }
  }
}

const rowSums = (counts: readonly (readonly number[])[]): readonly number[] =>
  counts.map((row) => row.reduce((sum, n) => sum + n, 0));
