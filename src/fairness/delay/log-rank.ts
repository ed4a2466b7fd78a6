/**
 * Do some groups wait longer than others? On each day with answers, each group's share of those answers is held against
 * its share of the people still waiting; the differences are added up over the days and measured against chance.
 * Strata (months, kinds) are compared within and added: a group is not blamed for a busy month.
 *
 *     U = sum over days of w (answered - answered in all * waiting / waiting in all),   chi-squared = U' V^-1 U
 *
 * w = 1 is the log-rank test; w = the share still waiting just before (Peto & Peto) gives early days more weight.
 * Assumes that open matters are followed no less well in one group than in another.
 * Sources: Mantel (1966); Peto & Peto (1972); Harrington & Fleming (1982); as computed by R's survival::survdiff
 * (rho = 0 and rho = 1).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { choleskyOf, solveCholesky } from '../../numerics/linear/positive-definite.ts';
import { checkedStrata, eachAnswerDay, type SortedWaits, type Waits } from './waits.ts';

export interface LogRank {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Answers each group got, and would have got had all waited alike. Fewer than expected means slower. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Places of groups of whom nobody was waiting on any day on which an answer came: they are in no comparison. */
  readonly leftOut: readonly number[];
}

export type DayWeight = 'equal' | 'early';

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Groups by groups, row after row. */
  readonly variance: Float64Array;
}

/**
 * Groups by stratum: every stratum lists the same groups in the same order. Refused where a group holds nobody, a wait is
 * negative, or no two groups ever waited together for an answer that came.
 */
export function logRank(
  strata: readonly (readonly Waits[])[],
  weight: DayWeight = 'equal',
): Result<LogRank, 'no-comparison' | 'nobody' | 'bad-wait'> {
  const checked = checkedStrata(strata);
  if (!checked.ok) {
    return checked;
  }
  const groups = checked.value[0]?.length ?? 0;
  const sums: Sums = {
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    variance: new Float64Array(groups * groups),
  };
  for (const stratum of checked.value) {
    addStratum(stratum, weight, sums);
  }
  const { observed, expected, variance } = sums;
  const used = [...observed.keys()].filter((group) => at(variance, group * groups + group) > 0);
  const compared = used.slice(0, -1);
  const gaps = Float64Array.from(compared, (group) => at(observed, group) - at(expected, group));
  const matrix = Float64Array.from(
    compared.flatMap((row) => compared.map((column) => at(variance, row * groups + column))),
  );
  const lower = choleskyOf(matrix, compared.length);
  if (compared.length === 0 || !lower.ok) {
    return refuse(
      'no-comparison',
      'at no time did people of two groups wait together for an answer that came',
    );
  }
  const solved = solveCholesky(lower.value, gaps);
  const chiSquared = gaps.reduce((sum, gap, place) => sum + gap * at(solved, place), 0);
  return success({
    chiSquared,
    degreesOfFreedom: compared.length,
    pValue: chiSquaredUpperTail(chiSquared, compared.length),
    observed: [...observed],
    expected: [...expected],
    leftOut: [...observed.keys()].filter((group) => !used.includes(group)),
  });
}

function addStratum(stratum: readonly SortedWaits[], weight: DayWeight, sums: Sums): void {
  const { observed, expected, variance } = sums;
  const groups = stratum.length;
  let share = 1;
  eachAnswerDay(stratum, (_, waiting, answered) => {
    let [all, answers] = [0, 0];
    for (let group = 0; group < groups; group += 1) {
      all += waiting[group] ?? 0;
      answers += answered[group] ?? 0;
    }
    const w = weight === 'equal' ? 1 : share;
    share *= 1 - answers / all;
    const tie = all > 1 ? (w * w * answers * (all - answers)) / (all - 1) : 0;
    for (let row = 0; row < groups; row += 1) {
      const part = (waiting[row] ?? 0) / all;
      observed[row] = (observed[row] ?? 0) + w * (answered[row] ?? 0);
      expected[row] = (expected[row] ?? 0) + w * answers * part;
      for (let column = 0; column < groups; column += 1) {
        const place = row * groups + column;
        const other = (row === column ? 1 : 0) - (waiting[column] ?? 0) / all;
        variance[place] = (variance[place] ?? 0) + tie * part * other;
      }
    }
  });
}
