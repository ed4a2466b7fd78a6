/**
 * Is the odds ratio the same in every stratum? Where it is not, one common odds ratio hides that one group
 * does better here and another there, and the strata must be shown each for itself.
 *
 *     Breslow-Day: sum of (a - E)^2 / V, E the yes answers expected at the common odds ratio
 *     Tarone:      Breslow-Day less (sum of a - E)^2 / sum of V
 *     Woolf:       sum of w (log odds ratio - weighted mean)^2, w = 1 / (1/a + 1/b + 1/c + 1/d)
 *
 * Sources: Breslow & Day (1980), equation 4.32; Tarone (1985) for the correction that the Mantel-Haenszel
 * odds ratio needs; Woolf (1955). All three rest on large strata; many thin strata make them say little.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type ChiSquaredTest, chiSquaredTest, stratifiedComparison } from './stratified-odds.ts';
import type { TwoByTwo } from './two-by-two.ts';

export interface Homogeneity {
  readonly breslowDay: ChiSquaredTest;
  readonly tarone: ChiSquaredTest;
  /** Refused where a stratum has a count of zero: its log odds ratio has no bound. */
  readonly woolf: Result<ChiSquaredTest, 'undefined'>;
}

/** Refused where fewer than two strata compare the groups, or the common odds ratio has no bound. */
export function homogeneity(
  tables: readonly TwoByTwo[],
): Result<Homogeneity, 'no-comparison' | 'one-sided' | 'one-stratum'> {
  const common = stratifiedComparison(tables, 0.95);
  if (!common.ok) {
    return common;
  }
  const { oddsRatio, strataUsed } = common.value;
  if (!oddsRatio.ok) {
    return oddsRatio;
  }
  if (strataUsed < 2) {
    return refuse(
      'one-stratum',
      'only one stratum compares the groups: nothing to compare it with',
    );
  }
  const cells = tables.flatMap((table) => {
    const cell = expectedYes(table, oddsRatio.value.value);
    return cell === undefined ? [] : [{ excess: table.firstYes - cell.expected, ...cell }];
  });
  const sum = (value: (cell: (typeof cells)[number]) => number): number =>
    cells.reduce((total, cell) => total + value(cell), 0);
  const statistic = sum(({ excess, variance }) => excess ** 2 / variance);
  const correction = sum(({ excess }) => excess) ** 2 / sum(({ variance }) => variance);
  return success({
    breslowDay: chiSquaredTest(statistic, cells.length - 1),
    tarone: chiSquaredTest(Math.max(0, statistic - correction), cells.length - 1),
    woolf: woolfHeterogeneity(tables),
  });
}

export interface ExpectedYes {
  readonly expected: number;
  readonly variance: number;
}

/**
 * The yes answers of the first group expected at an odds ratio, all margins held; undefined where the table
 * does not compare. E solves a quadratic, written so that an odds ratio of exactly 1 is no special case:
 * E = 2 psi n m / (s + sqrt(s^2 - 4 psi (psi - 1) n m)).
 */
export function expectedYes(table: TwoByTwo, oddsRatio: number): ExpectedYes | undefined {
  const { firstAll: first, secondAll: second } = table;
  const yes = table.firstYes + table.secondYes;
  if (first === 0 || second === 0 || yes === 0 || yes === first + second) {
    return undefined;
  }
  const s = oddsRatio * (first + yes) + second - yes;
  const root = Math.sqrt(s * s - 4 * oddsRatio * (oddsRatio - 1) * first * yes);
  const expected = (2 * oddsRatio * first * yes) / (s + root);
  const variance =
    1 /
    (1 / expected + 1 / (first - expected) + 1 / (yes - expected) + 1 / (second - yes + expected));
  return { expected, variance };
}

function woolfHeterogeneity(tables: readonly TwoByTwo[]): Result<ChiSquaredTest, 'undefined'> {
  const strata = tables
    .map(({ firstYes, firstAll, secondYes, secondAll }) => [
      firstYes,
      firstAll - firstYes,
      secondYes,
      secondAll - secondYes,
    ])
    .filter((counts) => at(counts, 0) + at(counts, 1) > 0 && at(counts, 2) + at(counts, 3) > 0);
  if (strata.some((counts) => counts.includes(0))) {
    return refuse('undefined', 'a stratum has a count of zero: its log odds ratio has no bound');
  }
  const logs = strata.map((n) => ({
    weight: 1 / n.reduce((sum, count) => sum + 1 / count, 0),
    log: Math.log((at(n, 0) * at(n, 3)) / (at(n, 1) * at(n, 2))),
  }));
  const weights = logs.reduce((sum, { weight }) => sum + weight, 0);
  const mean = logs.reduce((sum, { weight, log }) => sum + weight * log, 0) / weights;
  const statistic = logs.reduce((sum, { weight, log }) => sum + weight * (log - mean) ** 2, 0);
  return success(chiSquaredTest(statistic, logs.length - 1));
}
