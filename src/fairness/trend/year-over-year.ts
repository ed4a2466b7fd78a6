/**
 * Is a year worse than the year before, for each of several groups? Whole years only: each is looked at once, when it
 * is over. Each pair of years has its own part of the 5 % (yearly-alarms), and within it Holm's rule covers the groups,
 * so that the chance of ever raising a false alarm, over all groups and all years there will be, stays at 5 %.
 *
 *     p = P(at most so many successes this year | successes of both years together), the exact lower tail
 *
 * Where counts of months are at hand, anytime-comparison may look while the year runs; a release has years alone, and
 * there it would have nothing to bet on. Sources: Fisher (1935); Holm (1979); the union bound of yearly-alarms.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { fisherOneSided } from '../../numerics/tables/fisher.ts';
import { isCount, type Side } from './anytime-comparison.ts';
import { partOfYear } from './yearly-alarms.ts';

export interface GroupYears {
  readonly group: string;
  /** One entry a year, in order, the same years for every group; undefined where the count is not known or not whole. */
  readonly years: readonly (Side | undefined)[];
}

export interface YearCompared {
  /** Exact and one-sided, raised by Holm's rule over the groups compared in this year. */
  readonly raisedP: number;
  /** What this year may spend. */
  readonly significance: number;
  readonly state: 'worse' | 'not shown';
}

/**
 * For each group one answer a year, in the order given: undefined for the first year, and where one of the two years is
 * not known. Refused where a count is not a count.
 */
export function yearOverYear(
  groups: readonly GroupYears[],
): Result<readonly (readonly (YearCompared | undefined)[])[], 'not-counts'> {
  const bad = groups.find(({ years }) =>
    years.some((side) => side !== undefined && !isCount(side)),
  );
  if (bad !== undefined) {
    return refuse(
      'not-counts',
      `"${bad.group}" has more successes than people, or no whole number`,
    );
  }
  const count = Math.max(0, ...groups.map(({ years }) => years.length));
  const answers = groups.map((): (YearCompared | undefined)[] =>
    Array.from({ length: count }, () => undefined),
  );
  for (let year = 1; year < count; year += 1) {
    const significance = partOfYear(year);
    const compared = groups.flatMap(({ years }, place) => {
      const p = fellBy(years[year - 1], years[year]);
      return p === undefined ? [] : [{ place, p }];
    });
    const raised = holm(compared.map(({ p }) => p));
    compared.forEach(({ place }, order) => {
      const raisedP = raised[order] ?? 1;
      const own = answers[place];
      if (own !== undefined) {
        own[year] = {
          raisedP,
          significance,
          state: raisedP <= significance ? 'worse' : 'not shown',
        };
      }
    });
  }
  return success(answers);
}

function fellBy(before: Side | undefined, now: Side | undefined): number | undefined {
  if (before === undefined || now === undefined || before.total === 0 || now.total === 0) {
    return undefined;
  }
  return fisherOneSided({
    firstYes: now.succeeded,
    firstAll: now.total,
    secondYes: before.succeeded,
    secondAll: before.total,
  }).lower;
}
